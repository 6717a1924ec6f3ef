#include "planning/submissions.h"

#include "model/satisfaction.h"

static bool is_asked(const struct problem *problem, int clinician)
{
  for (int s = 0; s < problem->month->n_slots; s++)
    if (problem_present(problem, clinician, s))
      return true;
  return false;
}

static enum submission submission_of(const struct problem *problem, int clinician)
{
  const struct preferences *sent = month_preferences(problem->month, clinician);
  if (sent && sent->where.file)
    return sent->late ? SUBMISSION_LATE : SUBMISSION_IN_TIME;
  return is_asked(problem, clinician) ? SUBMISSION_NONE : SUBMISSION_NOT_ASKED;
}

static int said(const struct wanted *wanted)
{
  int count = 0;
  for (int l = 0; l < LEVELS_MAX; l++)
    count += wanted->levels[l];
  return count;
}

static int by_said(const void *a, const void *b)
{
  const struct wanted *left = a, *right = b;
  int order = said(right) - said(left);
  return order != 0 ? order : left->item - right->item;
}

static int by_people(const void *a, const void *b)
{
  const struct wanted_off *left = a, *right = b;
  int order = right->people - left->people;
  return order != 0 ? order : left->slot - right->slot;
}

static void count(struct wanted *wanted, const struct wish *wishes, int n)
{
  for (int i = 0; i < n; i++)
    wanted[wishes[i].item].levels[wishes[i].level]++;
}

/* Those of the table of which anything was said, in order. */
static GArray *said_of(const struct wanted *wanted, int n)
{
  GArray *out = g_array_new(FALSE, FALSE, sizeof(struct wanted));
  for (int i = 0; i < n; i++) {
    struct wanted one = wanted[i];
    one.item = i;
    if (said(&one) > 0)
      g_array_append_val(out, one);
  }
  g_array_sort(out, by_said);
  return out;
}

static bool wants_off(const struct problem *problem, const struct preferences *sent, int slot)
{
  for (int i = 0; i < sent->n_requests; i++)
    if (sent->requests[i].off && preference_request_applies(problem, &sent->requests[i], slot))
      return true;
  return false;
}

static GArray *off_of(const struct problem *problem)
{
  const struct month *month = problem->month;
  GArray *out = g_array_new(FALSE, FALSE, sizeof(struct wanted_off));
  for (int s = 0; s < month->n_slots; s++) {
    struct wanted_off off = {.slot = s};
    for (int c = 0; c < problem->service->n_clinicians; c++)
      off.present += problem_present(problem, c, s);
    for (int i = 0; i < month->n_preferences; i++)
      off.people += problem_present(problem, month->preferences[i].clinician, s) &&
                    wants_off(problem, &month->preferences[i], s);
    if (off.people > 0)
      g_array_append_val(out, off);
  }
  g_array_sort(out, by_people);
  return out;
}

struct submissions *submissions_new(const struct problem *problem)
{
  const struct service *service = problem->service;
  const struct month *month = problem->month;
  struct submissions *out = g_new0(struct submissions, 1);
  g_autofree struct wanted *sites = g_new0(struct wanted, (gsize)service->n_sites + 1);
  g_autofree struct wanted *tasks = g_new0(struct wanted, (gsize)service->n_tasks + 1);
  out->problem = problem;
  out->of = g_new(enum submission, (gsize)service->n_clinicians + 1);
  for (int c = 0; c < service->n_clinicians; c++) {
    out->of[c] = submission_of(problem, c);
    out->counts[out->of[c]]++;
  }
  for (int i = 0; i < month->n_preferences; i++) {
    count(sites, month->preferences[i].sites, month->preferences[i].n_sites);
    count(tasks, month->preferences[i].tasks, month->preferences[i].n_tasks);
  }
  out->sites = said_of(sites, service->n_sites);
  out->tasks = said_of(tasks, service->n_tasks);
  out->off = off_of(problem);
  return out;
}

void submissions_free(struct submissions *submissions)
{
  if (!submissions)
    return;
  g_free(submissions->of);
  g_array_unref(submissions->sites);
  g_array_unref(submissions->tasks);
  g_array_unref(submissions->off);
  g_free(submissions);
}
