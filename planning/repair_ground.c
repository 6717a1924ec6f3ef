#include "planning/repair_ground.h"

#include "inputs/booked.h"
#include "inputs/published.h"
#include "planning/published_rota.h"
#include "planning/repair_missing.h"
#include "planning/worked_record.h"

#include <string.h>

static int cell_of(const struct problem *problem, int clinician, int slot)
{
  return clinician * problem->month->n_slots + slot;
}

bool repair_ground_is_over(const struct repair_ground *ground, int clinician, int slot)
{
  int date = ground->problem->month->slots[slot].date;
  return date < ground->today || date > ground->until ||
         (ground->recorded && clinician != NONE &&
          ground->recorded[cell_of(ground->problem, clinician, slot)]);
}

static gint by_cell(gconstpointer left, gconstpointer right)
{
  const struct assignment *a = &((const struct repair_item *)left)->at;
  const struct assignment *b = &((const struct repair_item *)right)->at;
  return a->clinician != b->clinician ? a->clinician - b->clinician : a->slot - b->slot;
}

static gint by_text(gconstpointer left, gconstpointer right)
{
  return strcmp(*(char *const *)left, *(char *const *)right);
}

static void add_item(struct repair_ground *ground, const struct assignment *at)
{
  const struct repair_item item = {.at = *at,
                                   .candidate = problem_candidate(ground->problem, at),
                                   .past = repair_ground_is_over(ground, at->clinician, at->slot)};
  g_array_append_val(ground->items, item);
}

static void read_all(struct repair_ground *ground, const struct published *published)
{
  GHashTableIter at;
  gpointer key, value;
  g_hash_table_iter_init(&at, published->assignments);
  while (g_hash_table_iter_next(&at, &key, &value)) {
    struct assignment place;
    if (published_rota_read(ground->problem, key, value, &place))
      add_item(ground, &place);
    else
      g_ptr_array_add(ground->unknown, g_strdup_printf("%s: %s", (char *)key, (char *)value));
  }
  g_array_sort(ground->items, by_cell);
  g_ptr_array_sort(ground->unknown, by_text);
}

static struct repair_ground *ground_new(const struct problem *problem, int today, int until)
{
  int cells = problem->service->n_clinicians * problem->month->n_slots;
  struct repair_ground *ground = g_new0(struct repair_ground, 1);
  ground->problem = ground->plain = problem;
  ground->today = today;
  ground->until = until;
  ground->items = g_array_new(FALSE, FALSE, sizeof(struct repair_item));
  ground->unknown = g_ptr_array_new_with_free_func(g_free);
  ground->cell = g_new(int, (gsize)cells + 1);
  for (int i = 0; i < cells; i++)
    ground->cell[i] = NONE;
  return ground;
}

static void find_cells(struct repair_ground *ground)
{
  for (guint i = 0; i < ground->items->len; i++) {
    const struct assignment *at = &g_array_index(ground->items, struct repair_item, i).at;
    ground->cell[cell_of(ground->problem, at->clinician, at->slot)] = (int)i;
  }
}

struct repair_ground *repair_ground_new(const struct problem *problem,
                                        const struct published *published, int today)
{
  struct repair_ground *ground = ground_new(problem, today, G_MAXINT);
  read_all(ground, published);
  find_cells(ground);
  return ground;
}

struct repair_ground *repair_ground_of_rota(const struct problem *problem, const struct rota *rota,
                                            int today, int until)
{
  struct repair_ground *ground = ground_new(problem, today, until);
  for (int i = 0; i < rota->count; i++)
    add_item(ground, &rota->items[i]);
  find_cells(ground);
  return ground;
}

void repair_ground_free(struct repair_ground *ground)
{
  if (!ground)
    return;
  g_array_unref(ground->items);
  if (ground->missing)
    g_hash_table_unref(ground->missing);
  g_ptr_array_unref(ground->unknown);
  g_free(ground->published);
  g_free(ground->recorded);
  g_free(ground->cell);
  problem_free(ground->worked);
  g_free(ground);
}

/* Does the month say that it can't have come to be: nobody was there, or the place was closed?
 * Other rules that bar it now, such as a skill or a pattern that is written otherwise since, don't
 * undo what was worked. */
static bool never_was(const struct problem *problem, const struct assignment *at)
{
  const struct agreed *agreed = month_agreed(problem->month, at->clinician, at->slot);
  return month_away(problem->month, at->clinician, at->slot) || (agreed && !agreed->works) ||
         !clinician_employed(problem->service, at->clinician,
                             problem->month->slots[at->slot].date) ||
         problem_site_closed(problem, at->slot, at->site);
}

/* What is recorded as worked stays, whatever the day. */
static void mark_recorded(struct repair_ground *ground, GHashTable *keys)
{
  const struct problem *problem = ground->problem;
  int cells = problem->service->n_clinicians * problem->month->n_slots;
  if (g_hash_table_size(keys) == 0)
    return;
  ground->recorded = g_new0(bool, (gsize)cells + 1);
  for (int c = 0; c < problem->service->n_clinicians; c++)
    for (int s = 0; s < problem->month->n_slots; s++) {
      char when[32];
      g_autofree char *key =
          g_strdup_printf("%s %s", month_slot_format(problem->month, problem->service, s, when),
                          problem->service->clinicians[c].id);
      ground->recorded[cell_of(problem, c, s)] = g_hash_table_contains(keys, key);
    }
  for (guint i = 0; i < ground->items->len; i++) {
    struct repair_item *item = &g_array_index(ground->items, struct repair_item, i);
    item->past = repair_ground_is_over(ground, item->at.clinician, item->at.slot);
  }
}

static bool is_recorded(const struct repair_ground *ground, const struct assignment *at)
{
  return ground->recorded && ground->recorded[cell_of(ground->problem, at->clinician, at->slot)];
}

/* What stays of days that are over, though the month bars it now: what was recorded as worked, and
 * all that may have been. */
static GArray *barred_work(const struct repair_ground *ground)
{
  GArray *out = g_array_new(FALSE, FALSE, sizeof(struct assignment));
  for (guint i = 0; i < ground->items->len; i++) {
    const struct repair_item *item = &g_array_index(ground->items, struct repair_item, i);
    if (item->past && item->candidate == NONE &&
        (is_recorded(ground, &item->at) || !never_was(ground->problem, &item->at)))
      g_array_append_val(out, item->at);
  }
  return out;
}

/* The same ground, on which what was worked stays, lawful or not. */
static struct repair_ground *with_worked(struct repair_ground *plain, const char *directory,
                                         const struct published *published)
{
  const struct problem *problem = plain->problem;
  g_autoptr(GHashTable) recorded = worked_recorded(directory, problem->month->id);
  mark_recorded(plain, recorded);
  g_autoptr(GArray) barred = barred_work(plain);
  if (barred->len == 0)
    return plain;
  struct problem *worked =
      problem_new_worked(problem->service, problem->month,
                         (const struct assignment *)(const void *)barred->data, (int)barred->len);
  struct repair_ground *out = repair_ground_new(worked, published, plain->today);
  out->plain = problem;
  out->worked = worked;
  mark_recorded(out, recorded);
  repair_ground_free(plain);
  return out;
}

void repair_ground_take_missing(struct repair_ground *ground, GHashTable *missing)
{
  ground->missing = missing;
}

/* Notes how many people are booked for what was published; rows where nothing was published, or of
 * other months, are counted. */
static void note_booked(struct repair_ground *ground, const GArray *booked)
{
  for (guint i = 0; i < booked->len; i++) {
    const struct booked *one = &g_array_index(booked, struct booked, i);
    int at = one->slot == NONE ? NONE
                               : ground->cell[cell_of(ground->problem, one->clinician, one->slot)];
    if (at != NONE)
      g_array_index(ground->items, struct repair_item, at).booked += one->people;
    else
      ground->booked_elsewhere++;
  }
}

enum status repair_ground_open(const char *directory, const struct problem *problem, int today,
                               struct diagnostics *diagnostics, struct repair_ground **out)
{
  int errors = diagnostics_errors(diagnostics);
  GArray *booked = NULL;
  struct published *published = published_read(directory, problem->month->id, diagnostics);
  enum status status =
      booked_read(directory, problem->service, problem->month, diagnostics, &booked);
  bool good = status == STATUS_OK && diagnostics_errors(diagnostics) == errors;
  *out = NULL;
  if (published && !published->whole) {
    /* What is missing would be taken for what nobody does. */
    diagnostics_error(diagnostics, (struct where){published->path, 1, 1},
                      "is cut short: its last line, the checksum, is missing; history/%s/ has "
                      "each version",
                      problem->month->id);
    good = false;
  }
  if (good && published) {
    *out = with_worked(repair_ground_new(problem, published, today), directory, published);
    (*out)->missing = repair_missing_of_published(directory, published);
    (*out)->published = g_strdup_printf("%s, version %d", published->path, published->version);
    note_booked(*out, booked);
  }
  if (booked)
    g_array_unref(booked);
  published_free(published);
  return good ? STATUS_OK : STATUS_BAD_INPUT;
}

const struct repair_item *repair_ground_at(const struct repair_ground *ground, int clinician,
                                           int slot)
{
  int i = ground->cell[cell_of(ground->problem, clinician, slot)];
  return i == NONE ? NULL : &g_array_index(ground->items, struct repair_item, i);
}

int repair_ground_changes(const struct repair_ground *ground, const struct rota *rota)
{
  const struct problem *problem = ground->problem;
  int changes = 0;
  for (int c = 0; c < problem->service->n_clinicians; c++)
    for (int s = 0; s < problem->month->n_slots; s++) {
      int count;
      const struct assignment *now = rota_at(rota, c, s, &count);
      const struct repair_item *before = repair_ground_at(ground, c, s);
      bool kept = before && before->candidate != NONE;
      if (kept ? count != 1 || now->task != before->at.task || now->site != before->at.site
               : count > 0)
        changes++;
    }
  return changes;
}
