#include "solver/anneal/roster.h"

static int compare_labels(const void *left, const void *right, void *context)
{
  const struct column *columns = context;
  const struct label *a = &columns[*(const int *)left].label;
  const struct label *b = &columns[*(const int *)right].label;
  int slot = a->slot - b->slot, task = a->task - b->task, site = a->site - b->site;
  if (slot != 0 || task != 0)
    return slot != 0 ? slot : task;
  return site != 0 ? site : *(const int *)left - *(const int *)right;
}

static bool is_same(const struct label *a, const struct label *b)
{
  return a->slot == b->slot && a->task == b->task && a->site == b->site;
}

static void sort_alike(struct roster *roster)
{
  struct column *columns = roster->index->view->programme->columns;
  int count = (int)roster->index->placements->len, groups = 0;
  roster->alike = g_new(int, (gsize)count + 1);
  roster->group = g_new(int, (gsize)count + 1);
  roster->group_first = g_new0(int, (gsize)count + 2);
  roster->alike_at = g_new(int, (gsize)roster->index->view->programme->n_columns + 1);
  for (int k = 0; k < count; k++)
    roster->alike[k] = g_array_index(roster->index->placements, int, (guint)k);
  g_qsort_with_data(roster->alike, count, sizeof(int), compare_labels, columns);
  for (int k = 0; k < count; k++) {
    if (k == 0 || !is_same(&columns[roster->alike[k - 1]].label, &columns[roster->alike[k]].label))
      roster->group_first[groups++] = k;
    roster->group[k] = groups - 1;
    roster->alike_at[roster->alike[k]] = k;
  }
  roster->group_first[groups] = count;
}

static void number_works(struct roster *roster)
{
  const struct programme *p = roster->index->view->programme;
  int sites = 1;
  for (int j = 0; j < p->n_columns; j++) {
    roster->n_tasks = MAX(roster->n_tasks, p->columns[j].label.task + 1);
    sites = MAX(sites, p->columns[j].label.site + 2);
  }
  roster->work = g_new(int, (gsize)p->n_columns + 1);
  for (int j = 0; j < p->n_columns; j++)
    roster->work[j] = p->columns[j].label.task * sites + p->columns[j].label.site;
}

/* Tasks, one more for those without, and whether there is anything at all. */
static int kinds_of(const struct roster *roster)
{
  return roster->n_tasks + 2;
}

static int word_of(const struct roster *roster, int clinician, int kind)
{
  return roster->by_clinician + (clinician * kinds_of(roster) + kind) * roster->slot_words;
}

static int kind_of(const struct roster *roster, int task)
{
  return task >= 0 ? task : roster->n_tasks;
}

static void watch(struct roster *roster)
{
  const struct placement_index *index = roster->index;
  roster->slot_words = (index->n_slots + 63) / 64;
  roster->by_clinician = ((int)index->placements->len + 63) / 64;
  roster->usable = g_new0(uint64_t, (gsize)(index->n_clinicians * roster->slot_words) + 1);
  roster->cell_of = g_new0(int, (gsize)index->view->programme->n_columns + 1);
  roster->bits = g_new(struct evaluator_bits, (gsize)index->view->programme->n_columns + 1);
  for (int j = 0; j < index->view->programme->n_columns; j++)
    roster->bits[j] = (struct evaluator_bits){{-1, -1, -1}};
  for (guint k = 0; k < index->placements->len; k++) {
    int column = g_array_index(index->placements, int, k);
    const struct label *label = &index->view->programme->columns[column].label;
    roster->cell_of[column] = placement_index_cell(index, label);
    struct roster_cell at = roster_cell_at(roster, roster->cell_of[column]);
    int kind = kind_of(roster, label->task);
    roster->bits[column] = (struct evaluator_bits){
        {roster->alike_at[column], 64 * word_of(roster, at.clinician, kind) + at.slot,
         64 * word_of(roster, at.clinician, roster->n_tasks + 1) + at.slot}};
    roster->usable[at.clinician * roster->slot_words + at.slot / 64] |= UINT64_C(1) << at.slot % 64;
  }
  roster->set = evaluator_watch(roster->evaluator, roster->bits,
                                64 * word_of(roster, index->n_clinicians, 0));
}

void roster_open(struct roster *roster, const struct placement_index *index,
                 struct evaluator *evaluator)
{
  *roster = (struct roster){.index = index, .evaluator = evaluator};
  roster->last_set = g_new0(int, (gsize)index->cells.count + 1);
  for (int cell = 0; cell < index->cells.count; cell++)
    if (index->cells.first[cell] < index->cells.first[cell + 1])
      roster->last_set[cell] = index->cells.columns[index->cells.first[cell]];
  sort_alike(roster);
  number_works(roster);
  watch(roster);
}

void roster_close(struct roster *roster)
{
  g_free(roster->alike);
  g_free(roster->group);
  g_free(roster->group_first);
  g_free(roster->alike_at);
  g_free(roster->last_set);
  g_free(roster->work);
  g_free(roster->cell_of);
  g_free(roster->bits);
  g_free(roster->usable);
  *roster = (struct roster){0};
}

static const struct column *column_of(const struct roster *roster, int column)
{
  return &roster->index->view->programme->columns[column];
}

struct roster_cell roster_cell_at(const struct roster *roster, int cell)
{
  return (struct roster_cell){cell / roster->index->n_slots, cell % roster->index->n_slots};
}

int roster_cell_index(const struct roster *roster, struct roster_cell place)
{
  return place.clinician * roster->index->n_slots + place.slot;
}

bool roster_is_set(const struct roster *roster, int column)
{
  return evaluator_is_raised(roster->evaluator, column);
}

int roster_set_in(const struct roster *roster, int cell)
{
  const struct cells *cells = &roster->index->cells;
  if (cells->first[cell] == cells->first[cell + 1])
    return ROSTER_NOTHING;
  if (roster_is_set(roster, roster->last_set[cell]))
    return roster->last_set[cell];
  for (int k = cells->first[cell]; k < cells->first[cell + 1]; k++)
    if (roster_is_set(roster, cells->columns[k]))
      return roster->last_set[cell] = cells->columns[k];
  return ROSTER_NOTHING;
}

int roster_same_in(const struct roster *roster, int cell, int column)
{
  const struct cells *cells = &roster->index->cells;
  for (int k = cells->first[cell]; column != ROSTER_NOTHING && k < cells->first[cell + 1]; k++)
    if (roster->work[cells->columns[k]] == roster->work[column])
      return cells->columns[k];
  return ROSTER_NOTHING;
}

bool roster_fits(const struct roster *roster, int cell, int column)
{
  return column == ROSTER_NOTHING || roster_same_in(roster, cell, column) != ROSTER_NOTHING;
}

int roster_task(const struct roster *roster, int column)
{
  return column == ROSTER_NOTHING ? ROSTER_NOTHING : column_of(roster, column)->label.task;
}

uint64_t roster_slots(const struct roster *roster, int clinician, int task, int word)
{
  if (task != ROSTER_NOTHING)
    return roster->set[word_of(roster, clinician, kind_of(roster, task)) + word];
  return roster->usable[clinician * roster->slot_words + word] &
         ~roster->set[word_of(roster, clinician, roster->n_tasks + 1) + word];
}

/* Of the 64 placements from 64 * word of `alike` on, those of the group that are set. */
static uint64_t set_in_group(const struct roster *roster, int group, int word)
{
  int from = roster->group_first[group] - 64 * word,
      to = roster->group_first[group + 1] - 64 * word;
  uint64_t set = roster->set[word];
  if (from > 0)
    set &= ~UINT64_C(0) << from;
  return to < 64 ? set & ((UINT64_C(1) << to) - 1) : set;
}

int roster_colleague(const struct roster *roster, int column, struct dice *dice)
{
  int found = ROSTER_NOTHING, seen = 0, group = roster->group[roster->alike_at[column]];
  for (int word = roster->group_first[group] / 64; 64 * word < roster->group_first[group + 1];
       word++)
    for (uint64_t set = set_in_group(roster, group, word); set; set &= set - 1) {
      int other = roster->alike[64 * word + __builtin_ctzll(set)];
      if (other != column && dice_below(dice, ++seen) == 0)
        found = other;
    }
  return found;
}

void roster_change(struct roster *roster, int from, int to)
{
  if (from != ROSTER_NOTHING)
    evaluator_set(roster->evaluator, from, column_of(roster, from)->lower);
  if (to != ROSTER_NOTHING)
    evaluator_set(roster->evaluator, to, column_of(roster, to)->upper);
}
