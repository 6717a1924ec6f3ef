#include "tests/support/second/second.h"

#include <string.h>

static int index_of(const struct rule_use *use, const char *parameter)
{
  for (int i = 0; i < use->rule->n_params; i++)
    if (strcmp(use->rule->params[i].name, parameter) == 0)
      return i;
  g_error("%s has no parameter '%s'", use->rule->name, parameter);
}

int second_value(const struct rule_use *use, const char *parameter)
{
  return use->values[index_of(use, parameter)];
}

bool second_given(const struct rule_use *use, const char *parameter)
{
  return second_value(use, parameter) != PARAM_UNSET;
}

bool second_is(const struct rule_use *use, const char *parameter, const char *choice)
{
  int i = index_of(use, parameter);
  return strcmp(use->rule->params[i].choices[use->values[i]], choice) == 0;
}

const bool *second_set(const struct rule_use *use, const char *parameter)
{
  return use->sets[index_of(use, parameter)];
}

const struct pattern *second_pattern(const struct rule_use *use, const char *parameter)
{
  return &use->patterns[index_of(use, parameter)];
}

bool second_weekly(const struct pattern *pattern, int weekday, int block)
{
  return (pattern->blocks[weekday] & 1U << block) != 0;
}

static bool within(const struct pattern *pattern, int date)
{
  bool turn = pattern->cycle == DATE_NONE ||
              pattern->turns & 1ULL << second_week_of(pattern->cycle, pattern->cycle_weeks, date);
  return turn && (pattern->from == DATE_NONE || pattern->from <= date) &&
         (pattern->until == DATE_NONE || date <= pattern->until);
}

bool second_falls(const struct pattern *pattern, int date, int block)
{
  return second_weekly(pattern, second_weekday(date), block) && within(pattern, date);
}

bool second_among(const struct second *second, const bool *posts, int clinician, int date)
{
  return posts[second_post(second, clinician, date) - second->service->posts];
}

bool second_who_on(const struct second *second, const struct rule_use *use, int clinician, int date)
{
  return !use->scope.posts || second_among(second, use->scope.posts, clinician, date);
}

bool second_who(const struct second *second, const struct rule_use *use, int clinician)
{
  bool any = false;
  for (int date = second->first; date <= second->last; date++)
    any |= second_who_on(second, use, clinician, date);
  return any;
}

bool second_who_last(const struct second *second, const struct rule_use *use, int clinician)
{
  return second_who_on(second, use, clinician, second->last);
}

bool second_task(const struct rule_use *use, int task)
{
  return !use->scope.tasks || use->scope.tasks[task];
}

bool second_site(const struct rule_use *use, int site)
{
  return !use->scope.sites || use->scope.sites[site];
}

bool second_when(const struct second *second, const struct rule_use *use, int slot)
{
  const struct second_slot *at = &second->slots[slot];
  return second_falls(&use->scope.when, second->days[at->day].date, at->block);
}

bool second_in_scope(const struct second *second, const struct rule_use *use,
                     const struct assignment *item)
{
  return second_who_on(second, use, item->clinician, second_date(second, item->slot)) &&
         second_task(use, item->task) && second_site(use, item->site) &&
         second_when(second, use, item->slot);
}

bool second_past_in_scope(const struct second *second, const struct rule_use *use,
                          const struct past_assignment *past)
{
  const struct scope *scope = &use->scope;
  int weekday = second_weekday(past->date);
  /* A session that has left is in scope of the days that the scope has whole. */
  bool then = past->block == NONE ? scope->when.blocks[weekday] == 0xff
                                  : second_weekly(&scope->when, weekday, past->block);
  return then && second_who_on(second, use, past->clinician, past->date) &&
         (!scope->tasks || (past->task != NONE && scope->tasks[past->task])) &&
         (!scope->sites || (past->site != NONE && scope->sites[past->site]));
}
