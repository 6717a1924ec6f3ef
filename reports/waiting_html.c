#include "model/month_id.h"
#include "reports/answer_page.h"
#include "reports/html.h"
#include "reports/waiting_report.h"

static void cell(GString *out, char *text)
{
  html_element(out, "td", text);
  g_free(text);
}

/* What was counted, and under it what was expected of that month; NULL: nothing was. */
static void counted_cell(GString *out, int counted, const char *expected)
{
  g_autofree char *number = waiting_number(counted);
  g_string_append(out, "<td>");
  html_text(out, number);
  if (expected) {
    g_string_append(out, g_str_has_suffix(expected, "!") ? "<small class=\"bad\">" : "<small>");
    html_text(out, expected);
    g_string_append(out, "</small>");
  }
  g_string_append(out, "</td>");
}

static void append_people(GString *out, const struct waiting_month *month, int counted,
                          const struct waiting_figure *figure)
{
  g_autofree char *expected = month->is_expected ? waiting_expected_words(counted, figure) : NULL;
  counted_cell(out, counted, expected);
}

static void append_flow(GString *out, const struct waiting_month *month, int counted, double flow)
{
  g_autofree char *expected = month->is_expected ? waiting_flow(month, flow) : NULL;
  counted_cell(out, counted, expected);
}

static void append_group(GString *out, const struct waiting_month *month, int group)
{
  const struct waiting_counted *counted = &month->counted[group];
  const struct waiting_expected *expected = &month->expected[group];
  g_autofree char *when = month_id_title(month->id, month->until);
  g_autofree char *name = g_strdup_printf("%s, %s", when, waiting_group_names[group]);
  answer_page_row(out, name);
  append_people(out, month, counted->waiting, &expected->waiting);
  append_people(out, month, counted->late, &expected->late);
  append_flow(out, month, counted->referrals, expected->referrals);
  append_flow(out, month, counted->seen, expected->seen);
  append_flow(out, month, counted->dna, expected->dna);
  g_string_append(out, "</tr>\n");
}

static void append_table(GString *out, const struct waiting_record *record)
{
  static const char *const names[] = {
      "Month", "Waiting", "Over standard", "Referred", "Seen", "Missed appointments", NULL};
  answer_page_section(out, "Month by month");
  html_element(out, "p",
               waiting_is_expected(record)
                   ? "People as counted, and under them those that were expected."
                   : "People as counted.");
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
  names[1 + WAITING_BANDS] = "All";
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
                                      "Waiting, per 1,000 by need",
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

/* The command in it as one is told from words. */
static void append_plan(GString *out, const char *plan, bool needed)
{
  g_auto(GStrv) parts = g_strsplit(plan, "`", -1);
  g_string_append(out, needed ? "<p class=\"warning\">" : "<p>");
  for (int i = 0; parts[i]; i++)
    if (i % 2 == 1)
      html_element(out, "code", parts[i]);
    else
      html_text(out, parts[i]);
  g_string_append(out, "</p>\n");
}

char *waiting_html(const struct waiting_record *record)
{
  g_autofree char *title = waiting_title(record), *plan = waiting_plan_words(record);
  g_autoptr(GPtrArray) notes = waiting_notes(record);
  GString *out = answer_page_begin(title);
  if (plan)
    append_plan(out, plan, waiting_record_needs_plan(record));
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
