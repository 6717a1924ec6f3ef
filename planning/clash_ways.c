#include "planning/clash_ways.h"

#include "model/audit.h"
#include "model/formulation.h"
#include "planning/clash_member.h"
#include "planning/clash_set.h"

#include <string.h>

/* So many clashes have their ways looked for, and so many people are tried in place of another:
 * more tell nothing new, and each takes a search. */
enum { CLASHES_MOST = 8, PEOPLE_MOST = 6 };

/* The problem with one member, or several, given up. */
struct trial {
  const struct clashes *clashes;
  const struct problem *problem;
  struct hard_core *core;
  struct clash_found found;
};

void clash_way_free(gpointer data)
{
  struct clash_way *way = data;
  g_ptr_array_unref(way->breaks);
  g_array_unref(way->instead);
  rota_free(way->rota);
  g_free(way);
}

/* --- a trial -------------------------------------------------------------------------- */

/* Gives up the items, and looks for a rota that ends the clash, whatever becomes of the others;
 * NULL: that ends them all. */
static enum clash_answer try_items(struct trial *trial, const struct hard_item *items, int count,
                                   const struct clash *wanted)
{
  trial->core = hard_core_new(trial->problem, items, count);
  struct programme *programme = trial->core->programme;
  for (int r = 0; wanted && r < programme->n_rows; r++)
    if (clash_is_elsewhere(trial->clashes, wanted, &programme->rows[r].label)) {
      programme->rows[r].lower = -PROGRAMME_INFINITY;
      programme->rows[r].upper = PROGRAMME_INFINITY;
    }
  return clash_set_whole(programme, trial->clashes->deadline_us, &trial->found);
}

static void trial_clear(struct trial *trial)
{
  hard_core_free(trial->core);
  g_free(trial->found.x);
  trial->core = NULL;
  trial->found.x = NULL;
}

/* --- what is broken ------------------------------------------------------------------- */

/* Is the finding one of what was given up? */
static bool is_of(const struct problem *problem, const struct finding *finding,
                  const struct hard_item *item)
{
  if (item->source == HARD_USE)
    return finding->at.use == item->index;
  if (item->source != HARD_LINE || finding->demand == NONE)
    return false;
  int event = problem->demands[item->index].event;
  return finding->demand == item->index ||
         (event != NONE && problem->demands[finding->demand].event == event);
}

/* Is it a hard limit where nothing is given up? What is short in any case is none. */
static bool is_hard(const struct audit *strict, const struct finding *finding)
{
  for (guint i = 0; i < strict->findings->len; i++) {
    const struct finding *other = &g_array_index(strict->findings, struct finding, i);
    if (other->price == PRICE_HARD && other->demand == finding->demand &&
        memcmp(&other->at, &finding->at, sizeof other->at) == 0)
      return true;
  }
  return false;
}

/* Whom all findings of the item are about, or NONE. */
struct breakage {
  int64_t cost;
  int clinician;
};

static struct breakage find_breaks(const struct trial *trial, const struct rota *rota,
                                   const struct hard_item *item, GPtrArray *breaks)
{
  struct audit *audit = audit_new(trial->core->problem, rota);
  struct audit *strict = audit_new(trial->clashes->core->problem, rota);
  struct breakage out = {0, NONE};
  for (guint i = 0; i < audit->findings->len; i++) {
    const struct finding *finding = &g_array_index(audit->findings, struct finding, i);
    if (finding->violation <= 0 || finding->price <= 0 || finding->kind == SHORTFALL_NOT_OFFERED ||
        !is_of(trial->problem, finding, item) || !is_hard(strict, finding))
      continue;
    bool same = breaks->len == 0 || finding->at.clinician == out.clinician;
    out.clinician = same ? finding->at.clinician : NONE;
    out.cost += finding->violation * finding->price;
    g_ptr_array_add(breaks, g_strdup(finding->text));
  }
  audit_free(strict);
  audit_free(audit);
  return out;
}

/* --- for one of these three people ------------------------------------------------------ */

/* At the same price with nobody else's limit broken than theirs? */
static bool would_do(const struct trial *trial, int use, int clinician)
{
  struct programme narrowed = *trial->core->programme;
  narrowed.columns =
      g_memdup2(narrowed.columns, sizeof *narrowed.columns * (gsize)narrowed.n_columns);
  for (int j = 0; j < narrowed.n_columns; j++) {
    struct column *column = &narrowed.columns[j];
    if (!column->placement && column->label.use == use && column->cost > 0 &&
        column->label.clinician != clinician)
      column->upper = column->lower;
  }
  struct clash_found found;
  bool does = clash_set_whole(&narrowed, trial->clashes->deadline_us, &found) == CLASH_KEPT &&
              found.cost == trial->found.cost;
  g_free(found.x);
  g_free(narrowed.columns);
  return does;
}

static void find_instead(const struct trial *trial, const struct clash_member *member,
                         int clinician, GArray *instead)
{
  const struct programme *asked = trial->clashes->core->programme;
  g_autoptr(GArray) seen = g_array_new(FALSE, FALSE, sizeof(int));
  g_array_append_val(seen, clinician);
  for (guint i = 0; i < member->rows->len && seen->len <= PEOPLE_MOST; i++) {
    int other = asked->rows[g_array_index(member->rows, int, i)].label.clinician;
    bool is_new = other != NONE;
    for (guint k = 0; k < seen->len; k++)
      is_new = is_new && g_array_index(seen, int, k) != other;
    if (!is_new)
      continue;
    g_array_append_val(seen, other);
    if (would_do(trial, member->item.index, other))
      g_array_append_val(instead, other);
  }
}

/* --- ways --------------------------------------------------------------------------------- */

static int64_t price_of_lock(const struct problem *problem)
{
  for (int u = 0; u < problem->service->n_uses; u++)
    if (strcmp(problem->service->uses[u].rule->name, "locks") == 0)
      return problem->service->uses[u].rule->weight;
  return 0;
}

static void add_way(struct trial *trial, struct clash *clash, const struct clash_member *member)
{
  struct clash_way *way = g_new0(struct clash_way, 1);
  way->item = member->item;
  way->where = member->where;
  way->breaks = g_ptr_array_new_with_free_func(g_free);
  way->instead = g_array_new(FALSE, FALSE, sizeof(int));
  way->rota = formulation_rota(trial->core->problem, trial->found.x);
  struct breakage breakage = find_breaks(trial, way->rota, &way->item, way->breaks);
  way->price = way->item.source == HARD_LOCK ? price_of_lock(trial->problem) : breakage.cost;
  way->proven = way->item.source == HARD_LOCK || trial->found.proven;
  if (way->price == 0) { /* the rules find nothing broken */
    clash_way_free(way);
    return;
  }
  if (way->proven && way->item.source == HARD_USE && breakage.clinician != NONE)
    find_instead(trial, member, breakage.clinician, way->instead);
  g_ptr_array_add(clash->ways, way);
}

static gint cheapest_first(gconstpointer left, gconstpointer right)
{
  const struct clash_way *a = *(const struct clash_way *const *)left,
                         *b = *(const struct clash_way *const *)right;
  if (a->price != b->price)
    return a->price < b->price ? -1 : 1;
  return clash_item_key(&a->item) - clash_item_key(&b->item);
}

/* Locks and lines of demand first: there may be no time for all, and they yield more easily than
 * rules do. */
static void find_ways(struct trial *trial, struct clash *clash)
{
  clash->ways_known = true;
  for (guint i = clash->members->len; i > 0; i--) {
    struct clash_member *member = g_ptr_array_index(clash->members, i - 1);
    if (!hard_core_yields(trial->problem, &member->item))
      continue;
    enum clash_answer answer = try_items(trial, &member->item, 1, clash);
    clash->ways_known = clash->ways_known && trial->found.proven;
    if (answer == CLASH_UNKNOWN)
      g_ptr_array_add(clash->unpriced, member);
    else if (answer == CLASH_KEPT)
      add_way(trial, clash, member);
    trial_clear(trial);
  }
  g_ptr_array_sort(clash->ways, cheapest_first);
}

GArray *clash_ways_first(const struct clashes *clashes)
{
  GArray *items = g_array_new(FALSE, FALSE, sizeof(struct hard_item));
  for (guint i = 0; i < clashes->list->len; i++) {
    const struct clash *clash = g_ptr_array_index(clashes->list, i);
    bool is_new = clash->ways->len > 0;
    const struct clash_way *way = is_new ? g_ptr_array_index(clash->ways, 0) : NULL;
    for (guint k = 0; k < items->len; k++)
      is_new = is_new && clash_item_key(&g_array_index(items, struct hard_item, k)) !=
                             clash_item_key(&way->item);
    if (is_new)
      g_array_append_val(items, way->item);
  }
  return items;
}

static void take_together(struct trial *trial, struct clashes *clashes)
{
  g_autoptr(GArray) items = clash_ways_first(clashes);
  const struct clash *first = g_ptr_array_index(clashes->list, 0);
  if (clashes->list->len == 1 && first->ways->len > 0) {
    const struct clash_way *way = g_ptr_array_index(first->ways, 0);
    clashes->together = true;
    clashes->price = way->price;
    clashes->price_proven = way->proven;
    return;
  }
  clashes->together =
      items->len > 0 && try_items(trial, (const struct hard_item *)(const void *)items->data,
                                  (int)items->len, NULL) == CLASH_KEPT;
  clashes->price = trial->found.cost;
  clashes->price_proven = trial->found.proven;
  for (guint i = 0; i < items->len; i++)
    if (g_array_index(items, struct hard_item, i).source == HARD_LOCK)
      clashes->price += price_of_lock(trial->problem);
  trial_clear(trial);
}

void clash_ways_find(struct clashes *clashes, const struct problem *problem)
{
  struct trial trial = {.clashes = clashes, .problem = problem};
  for (guint i = 0; i < clashes->list->len; i++) {
    struct clash *clash = g_ptr_array_index(clashes->list, i);
    g_ptr_array_set_size(clash->ways, 0);
    g_ptr_array_set_size(clash->unpriced, 0);
  }
  for (guint i = 0; i < clashes->list->len && i < CLASHES_MOST; i++)
    find_ways(&trial, g_ptr_array_index(clashes->list, i));
  if (clashes->list->len > 0)
    take_together(&trial, clashes);
}
