#include "model/words.h"

#include "model/problem.h"

const char *words_slot(const struct problem *problem, int slot, char text[WORDS_SIZE])
{
  char date[DATE_TEXT_SIZE];
  const struct slot *at = &problem->month->slots[slot];
  g_snprintf(text, WORDS_SIZE, "%s %s", date_format_short(at->date, date),
             problem->service->blocks[at->block].id);
  return text;
}

static int first_date_of_week(const struct month *month, int week)
{
  for (int d = 0; d < month->n_days; d++)
    if (month->days[d].week == week)
      return month->days[d].date;
  return month->days[0].date;
}

const char *words_period(const struct problem *problem, enum period per, int period,
                         char text[WORDS_SIZE])
{
  const struct month *month = problem->month;
  char date[DATE_TEXT_SIZE], slot[WORDS_SIZE];
  switch (per) {
  case PERIOD_SESSION:
    g_snprintf(text, WORDS_SIZE, "on %s", words_slot(problem, period, slot));
    break;
  case PERIOD_DAY:
    g_snprintf(text, WORDS_SIZE, "on %s", date_format_short(month->days[period].date, date));
    break;
  case PERIOD_WEEK:
    g_snprintf(text, WORDS_SIZE, "in the week of %s",
               date_format_short(first_date_of_week(month, period), date));
    break;
  default:
    g_snprintf(text, WORDS_SIZE, "in %s", month->id);
  }
  return text;
}

const char *words_minutes(int minutes, char text[WORDS_SIZE])
{
  int hours = minutes / 60, rest = minutes % 60;
  if (rest == 0)
    g_snprintf(text, WORDS_SIZE, "%d h", hours);
  else if (hours == 0)
    g_snprintf(text, WORDS_SIZE, "%d min", rest);
  else
    g_snprintf(text, WORDS_SIZE, "%d h %d min", hours, rest);
  return text;
}
