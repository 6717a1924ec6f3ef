/* The community health services situation report asks for people waiting by weeks waited, at the
 * end of a month. */
#include "reports/text.h"
#include "reports/waiting_report.h"

static void number(GString *out, int value)
{
  g_string_append_c(out, ',');
  if (value >= 0)
    g_string_append_printf(out, "%d", value);
}

static void append_row(GString *out, const struct waiting_record *record, const char *month,
                       const struct waiting_place *place, const struct waiting_counted *all)
{
  g_string_append_printf(out, "%s,", month);
  text_csv(out, record->service);
  if (record->n_pcns > 0)
    g_string_append_c(out, ',');
  if (place)
    text_csv(out, place->name);
  for (int b = 0; b < WAITING_BANDS; b++)
    number(out, all->list[b]);
  number(out, all->waiting);
  number(out, all->referrals);
  number(out, all->seen);
  number(out, all->dna);
  g_string_append_c(out, '\n');
}

char *waiting_situation(const struct waiting_record *record)
{
  GString *out = g_string_new("month,service");
  g_string_append(out, record->n_pcns > 0 ? ",pcn" : "");
  for (int b = 0; b < WAITING_BANDS; b++)
    g_string_append_printf(out, ",%s", waiting_bands[b].name);
  g_string_append(out, ",waiting,referrals,seen,dna\n");
  for (int m = 0; m < record->count; m++) {
    const struct waiting_month *month = &record->months[m];
    append_row(out, record, month->id, NULL, &month->counted[WAITING_ALL]);
    for (int i = 0; i < record->n_pcns && month->pcns; i++)
      if (month->pcns[i].is_counted)
        append_row(out, record, month->id, &record->places[i],
                   &month->pcns[i].counted[WAITING_ALL]);
  }
  return g_string_free(out, FALSE);
}
