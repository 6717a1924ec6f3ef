#include "reports/text.h"
#include "reports/waiting_report.h"

static void cell(GString *out, char *text, int width)
{
  text_right(out, text, width);
  g_free(text);
}

/* "28 (22-35)", with room for its mark. */
static void expected_cell(GString *out, const struct waiting_month *month, int counted,
                          const struct waiting_figure *figure)
{
  g_autofree char *words =
      month->is_expected ? waiting_expected_words(counted, figure) : g_strdup("-");
  g_string_append(out, "  ");
  text_left(out, words, 21);
}

static void trim(GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate(out, out->len - 1);
  g_string_append_c(out, '\n');
}

static void print_group(GString *out, const struct waiting_month *month, int group)
{
  const struct waiting_counted *counted = &month->counted[group];
  const struct waiting_expected *expected = &month->expected[group];
  text_left(out, group == 0 ? month->id : "", 9);
  text_left(out, waiting_group_names[group], 9);
  cell(out, waiting_number(counted->waiting), 7);
  expected_cell(out, month, counted->waiting, &expected->waiting);
  cell(out, waiting_number(counted->late), 7);
  expected_cell(out, month, counted->late, &expected->late);
  trim(out);
}

static void print_flow(GString *out, const struct waiting_month *month, const char *name,
                       int counted, double expected)
{
  g_autofree char *number = waiting_number(counted);
  g_autofree char *flow = month->is_expected ? waiting_flow(month, expected) : NULL;
  g_string_append_printf(out, "%s %s", name, number);
  if (flow)
    g_string_append_printf(out, " (%s)", flow);
}

static void print_flows(GString *out, const struct waiting_month *month)
{
  const struct waiting_counted *counted = &month->counted[WAITING_ALL];
  const struct waiting_expected *expected = &month->expected[WAITING_ALL];
  if (counted->referrals < 0 && counted->seen < 0 && counted->dna < 0)
    return;
  g_string_append(out, month->is_expected ? "         in it (expected): " : "         in it: ");
  print_flow(out, month, "referred", counted->referrals, expected->referrals);
  print_flow(out, month, ", seen", counted->seen, expected->seen);
  print_flow(out, month, ", missed", counted->dna, expected->dna);
  g_string_append_c(out, '\n');
}

static void print_bands(GString *out, const struct waiting_counted *all)
{
  g_string_append(out, "  ");
  for (int b = 0; b < WAITING_BANDS; b++)
    cell(out, waiting_number(all->list[b]), 9);
  cell(out, waiting_number(all->waiting), 9);
  g_string_append_c(out, '\n');
}

static void print_situation(GString *out, const struct waiting_record *record,
                            const struct waiting_month *newest)
{
  g_string_append_printf(out, "\nSituation report, %s: people by weeks waited\n  ", newest->id);
  for (int b = 0; b < WAITING_BANDS; b++)
    text_right(out, waiting_bands[b].name, 9);
  text_right(out, "all", 9);
  g_string_append_c(out, '\n');
  print_bands(out, &newest->counted[WAITING_ALL]);
  for (int i = 0; i < record->n_pcns && newest->pcns; i++)
    if (newest->pcns[i].is_counted) {
      g_string_append_printf(out, "  %s\n", record->places[i].name);
      print_bands(out, &newest->pcns[i].counted[WAITING_ALL]);
    }
}

static void print_pcn(GString *out, const struct waiting_place *place,
                      const struct waiting_pcn *pcn)
{
  const struct waiting_counted *all = &pcn->counted[WAITING_ALL];
  g_string_append(out, "  ");
  text_left(out, place->name, 22);
  cell(out, waiting_number(all->waiting), 8);
  cell(out, waiting_number(all->late), 9);
  cell(out, waiting_decimal(pcn->mean_weeks), 7);
  cell(out, waiting_decimal(pcn->per_1000), 8);
  cell(out, waiting_decimal(pcn->per_1000_by_need), 8);
  cell(out, waiting_decimal(pcn->referred_by_need), 9);
  cell(out, waiting_decimal(pcn->missed < 0 ? pcn->missed : 100 * pcn->missed), 7);
  g_string_append_c(out, '\n');
}

static void print_pcns(GString *out, const struct waiting_record *record)
{
  const struct waiting_month *month = waiting_by_pcn(record);
  if (!month)
    return;
  g_autofree int *order = waiting_record_order(record, month);
  g_autofree char *gap = waiting_gap_words(record);
  g_string_append_printf(out, "\nBy PCN, %s\n", month->id);
  g_string_append(
      out,
      "                                     over   mean       per 1,000 patients      %\n"
      "                         waiting standard  weeks waiting by need referred missed\n");
  for (int i = 0; i < record->n_pcns; i++)
    if (month->pcns[order[i]].is_counted)
      print_pcn(out, &record->places[order[i]], &month->pcns[order[i]]);
  if (!gap)
    return;
  g_string_append(out, "\n  ");
  text_wrap(out, gap, 2);
}

char *waiting_table(const struct waiting_record *record, bool colour)
{
  GString *out = g_string_new(NULL);
  g_autofree char *title = waiting_title(record), *plan = waiting_plan_words(record);
  g_autoptr(GPtrArray) notes = waiting_notes(record);
  text_bold(out, title, colour);
  g_string_append_c(out, '\n');
  if (record->count == 0)
    return g_string_free(out, FALSE);
  g_string_append(out, "\n  ");
  text_wrap(out, plan, 2);
  g_string_append(out,
                  "\n"
                  "                  waiting  expected               over   expected\n"
                  "                                                 standard\n");
  for (int m = 0; m < record->count; m++) {
    for (int g = 0; g < WAITING_GROUPS; g++)
      print_group(out, &record->months[m], g);
    print_flows(out, &record->months[m]);
  }
  print_situation(out, record, &record->months[record->count - 1]);
  print_pcns(out, record);
  g_string_append_c(out, '\n');
  for (guint n = 0; n < notes->len; n++) {
    g_string_append(out, "  ");
    text_wrap(out, notes->pdata[n], 2);
  }
  return g_string_free(out, FALSE);
}
