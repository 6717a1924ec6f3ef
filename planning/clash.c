#include "planning/clash.h"

#include "planning/clash_member.h"
#include "planning/clash_set.h"
#include "planning/clash_ways.h"
#include "planning/decide.h"
#include "planning/propagation.h"

#include <string.h>

/* So many clashes are told, and so many sets looked for: what is said of one place is mostly said
 * of others; and so often is the first way of each tried. */
enum { CLASHES_MOST = 16, SETS_MOST = 300, LEFT_MOST = 8 };

struct search {
  struct clashes *clashes;
  const struct hard_core *core;
  struct propagation *propagation;
  bool *in; /* [rows] that are asked for */
};

static void clash_free(gpointer data)
{
  struct clash *clash = data;
  g_ptr_array_unref(clash->unpriced);
  g_ptr_array_unref(clash->members);
  g_ptr_array_unref(clash->ways);
  g_array_unref(clash->rows);
  g_free(clash);
}

/* --- what was found ------------------------------------------------------------------ */

static bool are_same(const GPtrArray *one, const GPtrArray *other)
{
  bool same = one->len == other->len;
  for (guint i = 0; same && i < one->len; i++) {
    const struct clash_member *a = g_ptr_array_index(one, i), *b = g_ptr_array_index(other, i);
    same = clash_item_key(&a->item) == clash_item_key(&b->item);
  }
  return same;
}

/* Two clashes of the same members are told as one. */
static struct clash *clash_of(GPtrArray *list, const GPtrArray *members)
{
  for (guint i = 0; i < list->len; i++) {
    struct clash *clash = g_ptr_array_index(list, i);
    if (are_same(clash->members, members))
      return clash;
  }
  return NULL;
}

/* What was found is asked no more, nor is what is about the same place. */
static void lift(struct search *search, const GArray *rows)
{
  const struct programme *programme = search->core->programme;
  for (guint i = 0; i < rows->len; i++)
    for (int r = 0; r < programme->n_rows; r++)
      if (memcmp(&programme->rows[r].label, &programme->rows[g_array_index(rows, int, i)].label,
                 sizeof(struct label)) == 0)
        search->in[r] = false;
}

static gint by_number(gconstpointer left, gconstpointer right)
{
  return *(const int *)left - *(const int *)right;
}

/* Takes the rows, which can't all be kept, and thins them. */
static void note(struct search *search, GArray *rows)
{
  g_autofree int *group = g_new(int, (gsize)rows->len + 1);
  g_array_sort(rows, by_number);
  for (guint i = 0; i < rows->len; i++) {
    const struct hard_item item = clash_item_of(search->core, g_array_index(rows, int, i));
    group[i] = clash_item_key(&item);
  }
  bool irreducible =
      clash_set_thin(search->core->programme, rows, group, search->clashes->deadline_us);
  GPtrArray *members = clash_members_of(search->core, rows);
  struct clash *clash = clash_of(search->clashes->list, members);
  lift(search, rows);
  if (clash) {
    clash->more++;
    clash->irreducible = clash->irreducible && irreducible;
    g_array_append_vals(clash->rows, rows->data, rows->len);
    g_array_unref(rows);
    g_ptr_array_unref(members);
    return;
  }
  clash = g_new0(struct clash, 1);
  clash->members = members;
  clash->rows = rows;
  clash->irreducible = irreducible;
  clash->ways = g_ptr_array_new_with_free_func(clash_way_free);
  clash->unpriced = g_ptr_array_new();
  g_ptr_array_add(search->clashes->list, clash);
}

/* --- the search ------------------------------------------------------------------------ */

static bool is_one_place(const struct search *search, int row)
{
  return search->core->problem->service->uses[search->core->programme->rows[row].label.use]
      .rule->firm;
}

/* Rows that can't be kept by themselves. */
static void find_single(struct search *search)
{
  const struct programme *programme = search->core->programme;
  for (int r = 0; r < programme->n_rows; r++) {
    int64_t least, most;
    propagation_range(search->propagation, r, &least, &most);
    if (!search->in[r] || (most >= programme->rows[r].lower && least <= programme->rows[r].upper))
      continue;
    GArray *rows = g_array_new(FALSE, FALSE, sizeof(int));
    g_array_append_val(rows, r);
    note(search, rows);
  }
}

/* What is said of a person's one place goes without saying. */
static void drop_one_place(const struct search *search, GArray *rows)
{
  for (guint i = rows->len; i > 0; i--)
    if (is_one_place(search, g_array_index(rows, int, i - 1)))
      g_array_remove_index(rows, i - 1);
}

/* Rows of which one breaks for what follows from the others; NULL: none is seen. */
static GArray *followed(struct search *search)
{
  int broken = propagation_run(search->propagation, search->in);
  if (broken < 0)
    return NULL;
  GArray *rows = g_array_new(FALSE, FALSE, sizeof(int));
  propagation_trace(search->propagation, broken, rows);
  return rows;
}

/* Rows that a search proves to be too many; NULL: there are none, or, not `*proven`, it came to no
 * end. */
static GArray *searched(struct search *search, bool *proven)
{
  GArray *rows = g_array_new(FALSE, FALSE, sizeof(int));
  const struct programme *programme = search->core->programme;
  int64_t deadline_us = search->clashes->deadline_us;
  enum clash_answer answer =
      clash_set_find(programme, search->in, rows, CLASH_JOINED_WORK, deadline_us);
  if (answer == CLASH_UNKNOWN) {
    struct clash_found found;
    g_array_set_size(rows, 0);
    answer = clash_search(programme, search->in, deadline_us, &found, rows);
    g_free(found.x);
  }
  *proven = answer == CLASH_KEPT;
  if (answer == CLASH_BROKEN)
    return rows;
  g_array_unref(rows);
  return NULL;
}

/* Rows that are asked for and can't all be kept; NULL: none, for sure if `*proven`. */
static GArray *find_set(struct search *search, bool *proven)
{
  GArray *rows = followed(search);
  *proven = false;
  if (!rows)
    rows = searched(search, proven);
  if (rows)
    drop_one_place(search, rows);
  if (rows && rows->len == 0)
    g_clear_pointer(&rows, g_array_unref);
  return rows;
}

/* One after the other, without what was found before. Returns whether it is proven that there are
 * no more. */
static bool find_apart(struct search *search)
{
  bool proven = false;
  find_single(search);
  for (int found = 0; found < SETS_MOST && search->clashes->list->len < CLASHES_MOST; found++) {
    GArray *rows = find_set(search, &proven);
    if (!rows)
      return proven;
    note(search, rows);
  }
  return false;
}

/* Asks for all but the member, and what only other clashes are of. */
static void ask_without(struct search *search, const struct clash *clash,
                        const struct hard_item *without)
{
  const struct programme *programme = search->core->programme;
  for (int r = 0; r < programme->n_rows; r++) {
    const struct label *at = &programme->rows[r].label;
    search->in[r] = !clash_is_elsewhere(search->clashes, clash, at);
    search->in[r] = search->in[r] && !clash_is_of(search->core, r, without);
  }
}

/* Clashes that share places with those found: a member of which the others can't do without, though
 * they could in the clash. Returns whether one was found. */
static bool find_shared(struct search *search)
{
  const GPtrArray *list = search->clashes->list;
  for (guint i = 0; i < list->len; i++) {
    struct clash *clash = g_ptr_array_index(list, i);
    for (guint k = 0; k < clash->members->len; k++) {
      const struct clash_member *member = g_ptr_array_index(clash->members, k);
      bool proven;
      ask_without(search, clash, &member->item);
      GArray *rows = find_set(search, &proven);
      if (rows) {
        note(search, rows);
        return true;
      }
    }
  }
  return false;
}

/* What is left to clash where the first way of each is taken. Returns whether there is anything. */
static bool find_left(struct search *search)
{
  const struct programme *programme = search->core->programme;
  g_autoptr(GArray) items = clash_ways_first(search->clashes);
  bool proven;
  for (int r = 0; r < programme->n_rows; r++) {
    search->in[r] = true;
    for (guint i = 0; i < items->len && search->in[r]; i++)
      search->in[r] = !clash_is_of(search->core, r, &g_array_index(items, struct hard_item, i));
  }
  GArray *rows = items->len ? find_set(search, &proven) : NULL;
  if (rows)
    note(search, rows);
  return rows != NULL;
}

/* What can be decided without a search is told in those words, which name the causes: so it is with
 * what can't be kept by itself. */
static void tell_as_decided(struct clashes *clashes, const struct problem *problem)
{
  struct diagnostics *found = diagnostics_new();
  int count;
  decide_alone(problem, found);
  const struct diagnostic *items = diagnostics_sorted(found, &count);
  for (guint i = 0; i < clashes->list->len; i++) {
    const struct clash *clash = g_ptr_array_index(clashes->list, i);
    struct clash_member *member = g_ptr_array_index(clash->members, 0);
    for (int k = 0; k < count && clash->members->len == 1; k++) {
      if (items[k].severity != SEVERITY_ERROR || items[k].where.line != member->where.line ||
          g_strcmp0(items[k].where.file, member->where.file) != 0)
        continue;
      g_free(member->sentence);
      member->sentence = g_strdup(items[k].text);
      g_ptr_array_set_size(member->places, 0);
      break;
    }
  }
  diagnostics_free(found);
}

struct clashes *clashes_new(const struct problem *problem, int64_t deadline_us)
{
  struct clashes *clashes = g_new0(struct clashes, 1);
  clashes->deadline_us = deadline_us;
  clashes->core = hard_core_new(problem, NULL, 0);
  clashes->list = g_ptr_array_new_with_free_func(clash_free);
  const struct programme *programme = clashes->core->programme;
  struct search search = {.clashes = clashes,
                          .core = clashes->core,
                          .propagation = propagation_new(programme),
                          .in = g_new(bool, (gsize)programme->n_rows + 1)};
  for (int r = 0; r < programme->n_rows; r++)
    search.in[r] = true;
  clashes->complete = find_apart(&search);
  for (int found = 0; clashes->complete && found < SETS_MOST && clashes->list->len < CLASHES_MOST &&
                      find_shared(&search);)
    found++;
  clash_ways_find(clashes, problem);
  for (int left = 0; left < LEFT_MOST && !clashes->together && find_left(&search); left++)
    clash_ways_find(clashes, problem);
  g_free(search.in);
  propagation_free(search.propagation);
  if (clashes->list->len > 0)
    tell_as_decided(clashes, problem);
  return clashes;
}

void clashes_free(struct clashes *clashes)
{
  if (!clashes)
    return;
  g_ptr_array_unref(clashes->list);
  hard_core_free(clashes->core);
  g_free(clashes);
}
