#include "planning/submissions.h"

#include "model/satisfaction.h"

#include <string.h>

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

static bool is_same(const struct session_request *a, const struct session_request *b)
{
  return a->date == b->date && memcmp(a->when.blocks, b->when.blocks, sizeof a->when.blocks) == 0 &&
         a->task == b->task && a->site == b->site && a->level == b->level;
}

static void add_work(GArray *out, const struct session_request *request)
{
  for (guint i = 0; i < out->len; i++) {
    struct wanted_work *work = &g_array_index(out, struct wanted_work, i);
    if (is_same(work->request, request)) {
      work->people++;
      return;
    }
  }
  struct wanted_work work = {request, 1};
  g_array_append_val(out, work);
}

static int by_askers(const void *a, const void *b)
{
  const struct wanted_work *left = a, *right = b;
  return right->people - left->people;
}

static GArray *work_of(const struct month *month)
{
  GArray *out = g_array_new(FALSE, FALSE, sizeof(struct wanted_work));
  for (int i = 0; i < month->n_preferences; i++)
    for (int r = 0; r < month->preferences[i].n_requests; r++)
      if (!month->preferences[i].requests[r].off)
        add_work(out, &month->preferences[i].requests[r]);
  g_array_sort(out, by_askers); /* which keeps the order of equals */
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
    out->colleagues += month->preferences[i].n_people;
  }
  out->sites = said_of(sites, service->n_sites);
  out->tasks = said_of(tasks, service->n_tasks);
  out->off = off_of(problem);
  out->work = work_of(month);
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
  g_array_unref(submissions->work);
  g_free(submissions);
}
