#include "model/month_id.h"
#include "reports/answer_page.h"
#include "reports/html.h"
#include "reports/waiting_report.h"

static void cell(GString *out, char *text)
{
  html_element(out, "td", text);
  g_free(text);
}

static char *expected_text(const struct waiting_month *month, int counted,
                           const struct waiting_figure *figure)
{
  return month->is_expected ? waiting_expected_words(counted, figure) : g_strdup("-");
}

static void append_flow(GString *out, const struct waiting_month *month, int counted,
                        double expected)
{
  cell(out, waiting_number(counted));
  cell(out, waiting_flow(month, expected));
}

static void append_group(GString *out, const struct waiting_month *month, int group)
{
  const struct waiting_counted *counted = &month->counted[group];
  const struct waiting_expected *expected = &month->expected[group];
  g_autofree char *when = month_id_title(month->id, month->until);
  g_autofree char *name = g_strdup_printf("%s, %s", when, waiting_group_names[group]);
  answer_page_row(out, name);
  cell(out, waiting_number(counted->waiting));
  cell(out, expected_text(month, counted->waiting, &expected->waiting));
  cell(out, waiting_number(counted->late));
  cell(out, expected_text(month, counted->late, &expected->late));
  append_flow(out, month, counted->referrals, expected->referrals);
  append_flow(out, month, counted->seen, expected->seen);
  append_flow(out, month, counted->dna, expected->dna);
  g_string_append(out, "</tr>\n");
}

static void append_table(GString *out, const struct waiting_record *record)
{
  static const char *const names[] = {"Month",    "Waiting",  "Expected", "Over standard",
                                      "Expected", "Referred", "Expected", "Seen",
                                      "Expected", "Missed",   "Expected", NULL};
  answer_page_section(out, "Month by month");
  answer_page_table(out, "Month by month", names);
  for (int m = 0; m < record->count; m++)
    for (int g = 0; g < WAITING_GROUPS; g++)
      append_group(out, &record->months[m], g);
  answer_page_table_end(out);
  answer_page_section_end(out);
}

static void append_bands(GString *out, const char *name, const struct waiting_counted *all)
{
  answer_page_row(out, name);
  for (int b = 0; b < WAITING_BANDS; b++)
    cell(out, waiting_number(all->list[b]));
  cell(out, waiting_number(all->waiting));
  g_string_append(out, "</tr>\n");
}

static void append_situation(GString *out, const struct waiting_record *record)
{
  const char *names[WAITING_BANDS + 3] = {"Month"};
  for (int b = 0; b < WAITING_BANDS; b++)
    names[1 + b] = waiting_bands[b].name;
  names[1 + WAITING_BANDS] = "all";
  answer_page_section(out, "Situation report: people by weeks waited");
  answer_page_table(out, "People by weeks waited", names);
  for (int m = 0; m < record->count; m++) {
    const struct waiting_month *month = &record->months[m];
    g_autofree char *when = month_id_title(month->id, month->until);
    append_bands(out, when, &month->counted[WAITING_ALL]);
    for (int i = 0; i < record->n_pcns && month->pcns; i++) {
      g_autofree char *name = g_strdup_printf("%s, %s", when, record->places[i].name);
      if (month->pcns[i].is_counted)
        append_bands(out, name, &month->pcns[i].counted[WAITING_ALL]);
    }
  }
  answer_page_table_end(out);
  answer_page_section_end(out);
}

static void append_pcn(GString *out, const struct waiting_place *place,
                       const struct waiting_pcn *pcn)
{
  const struct waiting_counted *all = &pcn->counted[WAITING_ALL];
  answer_page_row(out, place->name);
  cell(out, waiting_number(all->waiting));
  cell(out, waiting_number(all->late));
  cell(out, waiting_decimal(pcn->mean_weeks));
  cell(out, waiting_decimal(pcn->per_1000));
  cell(out, waiting_decimal(pcn->per_1000_by_need));
  cell(out, waiting_decimal(pcn->referred_by_need));
  cell(out, waiting_decimal(pcn->missed < 0 ? pcn->missed : 100 * pcn->missed));
  g_string_append(out, "</tr>\n");
}

static void append_pcns(GString *out, const struct waiting_record *record)
{
  static const char *const names[] = {"PCN",
                                      "Waiting",
                                      "Over standard",
                                      "Mean weeks",
                                      "Waiting, per 1,000",
                                      "by need",
                                      "Referred, per 1,000 by need",
                                      "Missed, %",
                                      NULL};
  const struct waiting_month *month = waiting_by_pcn(record);
  if (!month)
    return;
  g_autofree int *order = waiting_record_order(record, month);
  g_autofree char *gap = waiting_gap_words(record);
  g_autofree char *when = month_id_title(month->id, month->until);
  g_autofree char *title = g_strdup_printf("By PCN, %s", when);
  answer_page_section(out, title);
  if (gap)
    html_element(out, "p", gap);
  answer_page_table(out, title, names);
  for (int i = 0; i < record->n_pcns; i++)
    if (month->pcns[order[i]].is_counted)
      append_pcn(out, &record->places[order[i]], &month->pcns[order[i]]);
  answer_page_table_end(out);
  answer_page_section_end(out);
}

char *waiting_html(const struct waiting_record *record)
{
  g_autofree char *title = waiting_title(record), *plan = waiting_plan_words(record);
  g_autoptr(GPtrArray) notes = waiting_notes(record);
  GString *out = answer_page_begin(title);
  if (plan)
    html_element(out, "p", plan);
  answer_page_main(out);
  append_table(out, record);
  append_situation(out, record);
  append_pcns(out, record);
  answer_page_section(out, "How to read it");
  g_string_append(out, "<ul>");
  for (guint n = 0; n < notes->len; n++)
    html_element(out, "li", notes->pdata[n]);
  g_string_append(out, "</ul>");
  answer_page_section_end(out);
  return answer_page_end(out);
}
