#include "planning/worth.h"

#include "model/rule.h"

#include <string.h>

static gint64 place_key(const struct problem *problem, int slot, int task, int site)
{
  const struct service *service = problem->service;
  return ((gint64)slot * service->n_tasks + task) * service->n_sites + site;
}

static void add_row(struct worth *worth, const struct programme *programme, int row, double price)
{
  const struct row *at = &programme->rows[row];
  for (int i = at->first; i < at->first + at->count; i++) {
    const struct term *term = &programme->terms[i];
    if (term->column < worth->problem->n_candidates)
      worth->candidates[term->column] += price * (double)term->coefficient;
  }
}

/* A row that asks for a task which has no placements. */
static void add_unfilled(struct worth *worth, const struct programme *programme, int row,
                         double price)
{
  const struct row *at = &programme->rows[row];
  for (int i = at->first; i < at->first + at->count; i++)
    if (programme->terms[i].column < worth->problem->n_candidates)
      return;
  if (price > 0 && at->label.task != NONE && at->label.slot != NONE)
    worth->unfilled[at->label.slot * worth->problem->service->n_tasks + at->label.task] += price;
}

/* The kind of room is that of any placement in the row. */
static void add_rooms(struct worth *worth, const struct programme *programme, int row, double price)
{
  const struct problem *problem = worth->problem;
  const struct service *service = problem->service;
  const struct row *at = &programme->rows[row];
  if (price >= 0 || strcmp(service->uses[at->label.use].rule->name, "rooms") != 0)
    return;
  for (int i = at->first; i < at->first + at->count; i++) {
    int column = programme->terms[i].column;
    if (column >= problem->n_candidates)
      continue;
    int kind = service->tasks[problem->candidates[column].task].room;
    worth->rooms[at->label.site * service->room_kinds.count + kind] -= price;
    return;
  }
}

static void note_places(struct worth *worth)
{
  const struct problem *problem = worth->problem;
  for (int i = 0; i < problem->n_candidates; i++) {
    const struct assignment *at = &problem->candidates[i];
    gint64 key = place_key(problem, at->slot, at->task, at->site);
    gpointer found;
    bool known = g_hash_table_lookup_extended(worth->places, &key, NULL, &found);
    if (!known || worth->candidates[i] > worth->candidates[GPOINTER_TO_INT(found)])
      g_hash_table_replace(worth->places, g_memdup2(&key, sizeof key), GINT_TO_POINTER(i));
  }
}

struct worth *worth_new(const struct problem *problem, const struct programme *programme,
                        const double *prices)
{
  struct worth *worth = g_new0(struct worth, 1);
  worth->problem = problem;
  worth->candidates = g_new0(double, (gsize)problem->n_candidates + 1);
  worth->places = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
  const struct service *service = problem->service;
  worth->unfilled = g_new0(double, (gsize)(problem->month->n_slots * service->n_tasks) + 1);
  worth->rooms = g_new0(double, (gsize)(service->n_sites * service->room_kinds.count) + 1);
  for (int r = 0; r < programme->n_rows; r++) {
    if (programme->rows[r].label.clinician != NONE)
      continue;
    add_row(worth, programme, r, prices[r]);
    add_unfilled(worth, programme, r, prices[r]);
    add_rooms(worth, programme, r, prices[r]);
  }
  note_places(worth);
  return worth;
}

void worth_free(struct worth *worth)
{
  if (!worth)
    return;
  g_hash_table_unref(worth->places);
  g_free(worth->candidates);
  g_free(worth->unfilled);
  g_free(worth->rooms);
  g_free(worth);
}

int worth_place(const struct worth *worth, int slot, int task, int site)
{
  gint64 key = place_key(worth->problem, slot, task, site);
  gpointer found;
  bool known = g_hash_table_lookup_extended(worth->places, &key, NULL, &found);
  return known ? GPOINTER_TO_INT(found) : NONE;
}

double worth_unfilled(const struct worth *worth, int slot, int task)
{
  return worth->unfilled[slot * worth->problem->service->n_tasks + task];
}

double worth_session(const struct worth *worth, int clinician, int slot)
{
  int count;
  int first = problem_cell(worth->problem, clinician, slot, &count);
  double out = 0;
  for (int i = first; i < first + count; i++)
    out = MAX(out, worth->candidates[i]);
  return out;
}
