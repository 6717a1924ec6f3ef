#include "planning/wishes.h"

#include "model/satisfaction.h"

#include <string.h>

bool wish_has(const struct problem *problem, const struct wish_line *wish,
              const struct assignment *item)
{
  const struct session_request *request = wish->request;
  switch (wish->kind) {
  case WISH_SITE:
    return item->site == wish->item;
  case WISH_TASK:
    return item->task == wish->item;
  case WISH_PERSON:
    return !problem->service->sites[item->site].remote;
  default:
    return preference_request_applies(problem, request, item->slot) &&
           (request->off || ((request->task == NONE || request->task == item->task) &&
                             (request->site == NONE || request->site == item->site)));
  }
}

bool wish_is_done(const struct problem *problem, const struct rota *rota,
                  const struct wish_line *wish, int slot)
{
  int count;
  const struct assignment *items = rota_at(rota, wish->clinician, slot, &count);
  for (int i = 0; i < count; i++)
    if (wish_has(problem, wish, &items[i]) &&
        (wish->kind != WISH_PERSON || satisfaction_meets(problem, rota, &items[i], wish->item)))
      return true;
  return false;
}

static bool can_be_at(const struct problem *problem, int clinician, int slot, int site)
{
  int count, first = problem_cell(problem, clinician, slot, &count);
  for (int i = first; i < first + count; i++)
    if (problem->candidates[i].site == site)
      return true;
  return false;
}

bool wish_could_be_done(const struct problem *problem, const struct wish_line *wish, int slot)
{
  int count, first = problem_cell(problem, wish->clinician, slot, &count);
  for (int i = first; i < first + count; i++) {
    const struct assignment *item = &problem->candidates[i];
    if (wish_has(problem, wish, item) &&
        (wish->kind != WISH_PERSON || can_be_at(problem, wish->item, slot, item->site)))
      return true;
  }
  return false;
}

static void count_sessions(const struct problem *problem, const struct rota *rota,
                           struct wish_line *wish)
{
  for (int s = 0; s < problem->month->n_slots; s++) {
    if (wish->request && !preference_request_applies(problem, wish->request, s))
      continue;
    bool done = wish_is_done(problem, rota, wish, s);
    wish->spoken += problem_present(problem, wish->clinician, s);
    if (!done && !wish_could_be_done(problem, wish, s))
      continue;
    wish->possible++;
    wish->kept += done != wish->against;
  }
}

static bool is_against(const struct service *service, const struct wish_line *wish)
{
  return (wish->request && wish->request->off) || wish->level >= service->levels.wished;
}

static void add(GArray *out, const struct problem *problem, const struct rota *rota,
                struct wish_line wish)
{
  wish.against = is_against(problem->service, &wish);
  count_sessions(problem, rota, &wish);
  g_array_append_val(out, wish);
}

static gint by_line(gconstpointer left, gconstpointer right)
{
  const struct where *a = &((const struct wish_line *)left)->where;
  const struct where *b = &((const struct wish_line *)right)->where;
  int order = strcmp(a->file ? a->file : "", b->file ? b->file : "");
  return order ? order : a->line != b->line ? a->line - b->line : a->column - b->column;
}

GArray *wishes_new(const struct problem *problem, const struct rota *rota, int clinician)
{
  const struct preferences *sent = month_preferences(problem->month, clinician);
  GArray *out = g_array_new(FALSE, FALSE, sizeof(struct wish_line));
  const struct wish *lists[] = {sent ? sent->sites : NULL, sent ? sent->tasks : NULL,
                                sent ? sent->people : NULL};
  const int counts[] = {sent ? sent->n_sites : 0, sent ? sent->n_tasks : 0,
                        sent ? sent->n_people : 0};
  for (int kind = WISH_SITE; kind <= WISH_PERSON; kind++)
    for (int i = 0; i < counts[kind]; i++) {
      const struct wish *wish = &lists[kind][i];
      add(out, problem, rota,
          (struct wish_line){.clinician = clinician,
                             .kind = (enum wish_kind)kind,
                             .item = wish->item,
                             .level = wish->level,
                             .where = wish->where});
    }
  for (int i = 0; sent && i < sent->n_requests; i++) {
    const struct session_request *request = &sent->requests[i];
    if (request->sessions == 0)
      continue;
    add(out, problem, rota,
        (struct wish_line){.clinician = clinician,
                           .kind = WISH_SESSION,
                           .item = NONE,
                           .request = request,
                           .level = request->level,
                           .where = request->where});
  }
  g_array_sort(out, by_line);
  return out;
}

bool wish_is_refused(const struct wish_line *wish)
{
  if (wish->against || wish->kind == WISH_SESSION)
    return wish->kept < wish->possible ||
           (wish->possible == 0 && !wish->against && wish->spoken > 0);
  return wish->kept == 0;
}
