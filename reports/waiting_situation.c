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

char *waiting_situation(const struct waiting_record *record)
{
  GString *out = g_string_new("month,service");
  for (int b = 0; b < WAITING_BANDS; b++)
    g_string_append_printf(out, ",%s", waiting_bands[b].name);
  g_string_append(out, ",waiting,referrals,seen,dna\n");
  for (int m = 0; m < record->count; m++) {
    const struct waiting_counted *all = &record->months[m].counted[WAITING_ALL];
    g_string_append_printf(out, "%s,", record->months[m].id);
    text_csv(out, record->service);
    for (int b = 0; b < WAITING_BANDS; b++)
      number(out, all->list[b]);
    number(out, all->waiting);
    number(out, all->referrals);
    number(out, all->seen);
    number(out, all->dna);
    g_string_append_c(out, '\n');
  }
  return g_string_free(out, FALSE);
}
