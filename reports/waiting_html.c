#include "reports/html.h"
#include "reports/waiting_report.h"
#include "reports/whatif_page.h"

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
  g_autofree char *name = g_strdup_printf("%s, %s", month->id, waiting_group_names[group]);
  g_string_append(out, "<tr>");
  html_element(out, "th", name);
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
                                      "Expected", "Missed",   "Expected"};
  g_string_append(
      out,
      "<section><h2>Month by month</h2><div class=\"scroll\" tabindex=\"0\"><table><thead><tr>");
  for (size_t n = 0; n < G_N_ELEMENTS(names); n++)
    html_element(out, "th", names[n]);
  g_string_append(out, "</tr></thead><tbody>\n");
  for (int m = 0; m < record->count; m++)
    for (int g = 0; g < WAITING_GROUPS; g++)
      append_group(out, &record->months[m], g);
  g_string_append(out, "</tbody></table></div></section>\n");
}

static void append_bands(GString *out, const char *name, const struct waiting_counted *all)
{
  g_string_append(out, "<tr>");
  html_element(out, "th", name);
  for (int b = 0; b < WAITING_BANDS; b++)
    cell(out, waiting_number(all->list[b]));
  cell(out, waiting_number(all->waiting));
  g_string_append(out, "</tr>\n");
}

static void append_situation(GString *out, const struct waiting_record *record)
{
  g_string_append(out,
                  "<section><h2>Situation report: people by weeks waited</h2>"
                  "<div class=\"scroll\" tabindex=\"0\"><table><thead><tr><th>Month</th>");
  for (int b = 0; b < WAITING_BANDS; b++)
    html_element(out, "th", waiting_bands[b].name);
  g_string_append(out, "<th>all</th></tr></thead><tbody>\n");
  for (int m = 0; m < record->count; m++) {
    const struct waiting_month *month = &record->months[m];
    append_bands(out, month->id, &month->counted[WAITING_ALL]);
    for (int i = 0; i < record->n_pcns && month->pcns; i++) {
      g_autofree char *name = g_strdup_printf("%s, %s", month->id, record->places[i].name);
      if (month->pcns[i].is_counted)
        append_bands(out, name, &month->pcns[i].counted[WAITING_ALL]);
    }
  }
  g_string_append(out, "</tbody></table></div></section>\n");
}

static void append_pcn(GString *out, const struct waiting_place *place,
                       const struct waiting_pcn *pcn)
{
  const struct waiting_counted *all = &pcn->counted[WAITING_ALL];
  g_string_append(out, "<tr>");
  html_element(out, "th", place->name);
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
                                      "Missed, %"};
  const struct waiting_month *month = waiting_by_pcn(record);
  if (!month)
    return;
  g_autofree int *order = waiting_record_order(record, month);
  g_autofree char *gap = waiting_gap_words(record);
  g_autofree char *title = g_strdup_printf("By PCN, %s", month->id);
  g_string_append(out, "<section>");
  html_element(out, "h2", title);
  if (gap)
    html_element(out, "p", gap);
  g_string_append(out, "<div class=\"scroll\" tabindex=\"0\"><table><thead><tr>");
  for (size_t n = 0; n < G_N_ELEMENTS(names); n++)
    html_element(out, "th", names[n]);
  g_string_append(out, "</tr></thead><tbody>\n");
  for (int i = 0; i < record->n_pcns; i++)
    if (month->pcns[order[i]].is_counted)
      append_pcn(out, &record->places[order[i]], &month->pcns[order[i]]);
  g_string_append(out, "</tbody></table></div></section>\n");
}

char *waiting_html(const struct waiting_record *record)
{
  GString *out = g_string_new(
      "<!DOCTYPE html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width\">\n");
  g_autofree char *title = waiting_title(record), *plan = waiting_plan_words(record);
  g_autoptr(GPtrArray) notes = waiting_notes(record);
  html_element(out, "title", title);
  g_string_append_printf(out, "\n<style>%s</style></head>\n<body>\n<header>", whatif_page_style);
  html_element(out, "h1", title);
  html_element(out, "p", plan ? plan : "");
  g_string_append(out, "</header>\n<main>\n");
  append_table(out, record);
  append_situation(out, record);
  append_pcns(out, record);
  g_string_append(out, "<section><h2>How to read it</h2>\n<ul>");
  for (guint n = 0; n < notes->len; n++)
    html_element(out, "li", notes->pdata[n]);
  g_string_append(out, "</ul></section>\n</main>\n</body></html>\n");
  return g_string_free(out, FALSE);
}
