#include "planning/limits_words.h"

static const char *const weekdays[WEEK_DAYS] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

char *limits_subject(const struct problem *problem, int use, int task, int site)
{
  const struct service *service = problem->service;
  const char *what = task != NONE ? service->tasks[task].name : service->uses[use].name;
  return site == NONE ? g_strdup(what)
                      : g_strdup_printf("%s at %s", what, service->sites[site].name);
}

char *limits_weekday(int weekday)
{
  return g_strdup_printf("each %s", weekdays[weekday]);
}

char *limits_hour(const struct problem *problem, int weekday, int block)
{
  return g_strdup_printf("each %s %s", weekdays[weekday], problem->service->blocks[block].id);
}
