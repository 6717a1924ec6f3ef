#include "model/history.h"

#include <stddef.h>

const struct past_assignment *history_of(const struct history *history, int clinician, int *count)
{
  if (!history->first) {
    *count = 0;
    return NULL;
  }
  *count = history->first[clinician + 1] - history->first[clinician];
  return history->assignments + history->first[clinician];
}

/* The first of those from `low` to before `end`, all of one person, on that date or later. */
static int first_on(const struct history *history, int low, int end, int date)
{
  while (low < end) {
    int middle = (low + end) / 2;
    if (history->assignments[middle].date < date)
      low = middle + 1;
    else
      end = middle;
  }
  return low;
}

const struct past_assignment *history_next(const struct history *history, int from, int until,
                                           int *at)
{
  while (*at < history->n_assignments) {
    const struct past_assignment *next = &history->assignments[*at];
    int end = history->first[next->clinician + 1];
    if (next->date >= from && next->date <= until) {
      (*at)++;
      return next;
    }
    *at = next->date < from ? first_on(history, *at, end, from) : end;
  }
  return NULL;
}

int history_known_from(const struct history *history, int first)
{
  for (int m = history->n_months - 1; m >= 0 && history->months[m].until == first - 1; m--)
    first = history->months[m].from;
  return first;
}

const struct past_account *history_account(const struct history *history, int clinician, int month)
{
  for (int i = 0; i < history->n_accounts; i++)
    if (history->accounts[i].clinician == clinician && history->accounts[i].month == month)
      return &history->accounts[i];
  return NULL;
}

int history_balance_minutes(const struct history *history, int clinician)
{
  for (int m = history->n_months - 1; m >= 0; m--) {
    const struct past_account *account = history_account(history, clinician, m);
    if (account)
      return account->balance_minutes;
  }
  return 0;
}
