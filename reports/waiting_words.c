/* The waiting list month by month, in words. */
#include "model/month_id.h"
#include "reports/text.h"
#include "reports/waiting_report.h"

#include <math.h>

char *waiting_title(const struct waiting_record *record)
{
  if (record->count == 0)
    return g_strdup_printf("%s: waiting.csv has no figures", record->service);
  const struct waiting_month *first = &record->months[0], *last = first + record->count - 1;
  g_autofree char *from = month_id_title(first->id, first->until);
  g_autofree char *until = month_id_title(last->id, last->until);
  return first == last
             ? g_strdup_printf("%s: the waiting list, %s", record->service, from)
             : g_strdup_printf("%s: the waiting list, %s to %s", record->service, from, until);
}

char *waiting_plan_words(const struct waiting_record *record)
{
  if (record->count == 0)
    return NULL;
  char day[DATE_LONG_SIZE];
  date_format_long(record->months[record->count - 1].until, day);
  if (!waiting_record_needs_plan(record))
    return g_strdup_printf(
        "No recovery plan is required: on %s, nobody has waited over their "
        "standard, %d weeks for priority and %d for routine.",
        day, record->standards[WAITING_PRIORITY], record->standards[WAITING_ROUTINE]);
  GString *out = g_string_new("A recovery plan is required: on ");
  g_string_append(out, day);
  bool first = true;
  for (int c = 0; c < WAITING_CLASSES; c++) {
    if (record->over[c] == 0)
      continue;
    g_string_append(out, first ? ", " : ", and ");
    g_string_append(out, record->at_least[c] ? "at least " : "");
    text_number(out, record->over[c]);
    g_string_append_printf(out, " %s %s waited %d weeks or longer", waiting_group_names[c],
                           record->over[c] == 1 ? "person has" : "people have",
                           record->standards[c]);
    first = false;
  }
  g_string_append(out, ". `rota recover` makes one.");
  return g_string_free(out, FALSE);
}

static const char pcn_note[] =
    "By PCN: who has waited longest first. Mean weeks: of those who wait, each band spread evenly "
    "over its weeks. By need: for 1,000 patients, each counting as the PCN's need_weight. Nobody "
    "is called by their PCN, nor by its weight.";

const struct waiting_month *waiting_by_pcn(const struct waiting_record *record)
{
  const struct waiting_month *newest =
      record->count > 0 ? &record->months[record->count - 1] : NULL;
  return newest && newest->pcns ? newest : NULL;
}

char *waiting_gap_words(const struct waiting_record *record)
{
  const struct waiting_month *newest = waiting_by_pcn(record);
  const struct waiting_gap *gap = newest ? &newest->gap : NULL;
  if (!gap || gap->longest < 0)
    return NULL;
  GString *out = g_string_new(NULL);
  g_string_printf(out,
                  "Between the longest and the shortest mean wait are %.1f weeks: %s has %.1f, %s "
                  "%.1f.",
                  gap->weeks, record->places[gap->longest].name,
                  newest->pcns[gap->longest].mean_weeks, record->places[gap->shortest].name,
                  newest->pcns[gap->shortest].mean_weeks);
  for (int m = MAX(0, record->count - WAITING_RECORD_MONTHS); m < record->count - 1; m++)
    if (record->months[m].gap.longest >= 0) {
      g_autofree char *month = month_id_title(record->months[m].id, record->months[m].until);
      g_string_append_printf(out, " At the end of %s: %.1f.", month, record->months[m].gap.weeks);
    }
  return g_string_free(out, FALSE);
}

/* Of the newest month in which people are expected in lists of their own; NULL: of none. */
static char *areas_words(const struct waiting_record *record)
{
  int m = record->count - 1;
  while (m >= 0 && record->months[m].n_areas == 0)
    m--;
  if (m < 0)
    return NULL;
  const struct waiting_month *month = &record->months[m];
  GString *out = g_string_new(
      "People wait in lists of their own, by where they can be seen. At the "
      "end of ");
  g_string_append_printf(out, "%s: ", month->id);
  for (int a = 0; a < month->n_areas; a++) {
    const struct waiting_area *area = &month->areas[a];
    g_autofree char *expected = waiting_expected_words(area->counted, &area->expected);
    g_string_append_printf(out, "%s%s ", a > 0 ? "; " : "", area->name);
    if (area->counted >= 0)
      g_string_append_printf(out, "%d, ", area->counted);
    g_string_append_printf(out, "expected %s", expected);
  }
  g_string_append_c(out, '.');
  return g_string_free(out, FALSE);
}

static void add_rate(GPtrArray *notes, const char *what, const struct waiting_rate *rate,
                     double factor, const char *unit)
{
  if (rate->said >= 0 && rate->found >= 0)
    g_ptr_array_add(notes, g_strdup_printf("%s: %.1f%s in service.yaml, %.1f%s as counted in the "
                                           "last %d months.",
                                           what, factor * rate->said, unit, factor * rate->found,
                                           unit, WAITING_RECORD_MONTHS));
}

bool waiting_is_expected(const struct waiting_record *record)
{
  for (int m = 0; m < record->count; m++)
    if (record->months[m].is_expected)
      return true;
  return false;
}

GPtrArray *waiting_notes(const struct waiting_record *record)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func(g_free);
  char *areas = areas_words(record);
  if (areas)
    g_ptr_array_add(notes, areas);
  add_rate(notes, "Priority referrals a week", &record->referrals[WAITING_PRIORITY], 1, "");
  add_rate(notes, "Routine referrals a week", &record->referrals[WAITING_ROUTINE], 1, "");
  add_rate(notes, "New appointments missed", &record->dna, 100, "%");
  g_ptr_array_add(
      notes,
      g_strdup(waiting_is_expected(record)
                   ? "Expected: from the list at the end of the month before, by the month's own "
                     "rota and the rates of service.yaml; in brackets 8 cases in 10. !: the count "
                     "is outside them."
                   : "Nothing is expected of a month without a rota, or without a count of the "
                     "month before."));
  if (waiting_by_pcn(record))
    g_ptr_array_add(notes, g_strdup(pcn_note));
  g_ptr_array_add(notes, g_strdup_printf("%d weeks, where a report names them, are the standard "
                                         "of consultant-led treatment.",
                                         WAITING_STANDARD_WEEKS));
  return notes;
}

char *waiting_number(int number)
{
  GString *out = g_string_new(NULL);
  if (number < 0)
    g_string_append_c(out, '-');
  else
    text_number(out, number);
  return g_string_free(out, FALSE);
}

char *waiting_decimal(double number)
{
  return number < 0 ? g_strdup("-") : g_strdup_printf("%.1f", number);
}

char *waiting_expected_words(int counted, const struct waiting_figure *figure)
{
  bool outside = counted >= 0 && (counted < figure->low || counted > figure->high);
  return g_strdup_printf("%.0f (%.0f-%.0f)%s", figure->mean, figure->low, figure->high,
                         outside ? " !" : "");
}

char *waiting_flow(const struct waiting_month *month, double number)
{
  return month->is_expected ? waiting_number((int)lround(number)) : g_strdup("-");
}
