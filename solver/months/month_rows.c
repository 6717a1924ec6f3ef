#include "solver/months/month_rows.h"

#include <glib.h>
#include <limits.h>

/* A row, seen from one of its items. */
struct month_use {
  int row;
  int first_activity;  /* of its choices, in month_rows.activities */
  int64_t least, most; /* what later items can add */
  bool helps;          /* of an item of one column: month_order.helps */
};

/* --- choices ----------------------------------------------------------------- */

static void list_choices(struct month_rows *rows)
{
  const struct programme *p = rows->programme;
  g_autoptr(GArray) choices = g_array_new(FALSE, FALSE, sizeof(struct month_choice));
  for (int k = 0; k < rows->order->n_items; k++) {
    const struct month_item *item = &rows->order->items[k];
    const int *columns = &rows->order->columns[item->first];
    rows->first_choice[k] = (int)choices->len;
    struct month_choice choice = {columns[0], 0};
    if (item->count > 1)
      g_array_append_val(choices, choice);
    for (int c = 0; c < item->count && item->count > 1; c++) {
      choice = (struct month_choice){columns[c], 1};
      g_array_append_val(choices, choice);
    }
    const struct column *column = &p->columns[columns[0]];
    for (int64_t value = column->lower; value <= column->upper && item->count == 1; value++) {
      choice.value = (int)value;
      g_array_append_val(choices, choice);
    }
  }
  rows->first_choice[rows->order->n_items] = (int)choices->len;
  rows->choices = g_array_steal(choices, NULL);
}

/* --- uses -------------------------------------------------------------------- */

static int choices_of(const struct month_rows *rows, int item)
{
  return rows->first_choice[item + 1] - rows->first_choice[item];
}

/* items[columns] */
static void find_items(const struct month_rows *rows, int *items)
{
  for (int k = 0; k < rows->order->n_items; k++)
    for (int c = 0; c < rows->order->items[k].count; c++)
      items[rows->order->columns[rows->order->items[k].first + c]] = k;
}

static void find_reach(struct month_rows *rows, const int *items)
{
  const struct programme *p = rows->programme;
  for (int i = 0; i < p->n_rows; i++) {
    rows->first[i] = INT_MAX;
    rows->last[i] = -1;
    for (int k = p->rows[i].first; k < p->rows[i].first + p->rows[i].count; k++) {
      rows->first[i] = MIN(rows->first[i], items[p->terms[k].column]);
      rows->last[i] = MAX(rows->last[i], items[p->terms[k].column]);
    }
  }
}

/* Calls of a row's terms, one item after the other; `stamps`[items] are rows. Counts uses into
 * first_use[item + 2]. */
static int count_uses(struct month_rows *rows, const int *items, int *stamps)
{
  const struct programme *p = rows->programme;
  int activities = 0;
  for (int i = 0; i < p->n_rows; i++)
    for (int k = p->rows[i].first; k < p->rows[i].first + p->rows[i].count; k++) {
      int item = items[p->terms[k].column];
      if (stamps[item] == i)
        continue;
      stamps[item] = i;
      rows->first_use[item + 2]++;
      activities += choices_of(rows, item);
    }
  return activities;
}

/* What a term adds to the activities of its use. */
static void add_term(struct month_rows *rows, const struct month_use *use, int item,
                     const struct term *term)
{
  const struct month_choice *choices = &rows->choices[rows->first_choice[item]];
  for (int c = 0; c < choices_of(rows, item); c++)
    if (choices[c].column == term->column)
      rows->activities[use->first_activity + c] += term->coefficient * choices[c].value;
}

static void fill_uses(struct month_rows *rows, const int *items, int *stamps)
{
  const struct programme *p = rows->programme;
  int n = 0, *next = rows->first_use + 1; /* of each item */
  for (int i = 0; i < p->n_rows; i++)
    for (int k = p->rows[i].first; k < p->rows[i].first + p->rows[i].count; k++) {
      int item = items[p->terms[k].column];
      if (stamps[item] != p->n_rows + i) {
        stamps[item] = p->n_rows + i;
        rows->uses[next[item]++] =
            (struct month_use){.row = i, .first_activity = n, .helps = rows->order->helps[k]};
        n += choices_of(rows, item);
      }
      add_term(rows, &rows->uses[next[item] - 1], item, &p->terms[k]);
    }
}

/* What later items can add, summed from the last one on. */
static void measure_uses(struct month_rows *rows)
{
  gsize n = (gsize)rows->programme->n_rows + 1;
  g_autofree int64_t *least = g_new0(int64_t, n), *most = g_new0(int64_t, n);
  for (int item = rows->order->n_items - 1; item >= 0; item--)
    for (int u = rows->first_use[item]; u < rows->first_use[item + 1]; u++) {
      struct month_use *use = &rows->uses[u];
      const int64_t *activities = &rows->activities[use->first_activity];
      int64_t low = activities[0], high = activities[0];
      for (int c = 1; c < choices_of(rows, item); c++) {
        low = MIN(low, activities[c]);
        high = MAX(high, activities[c]);
      }
      use->least = least[use->row];
      use->most = most[use->row];
      least[use->row] += low;
      most[use->row] += high;
    }
}

void month_rows_open(struct month_rows *out, const struct programme *programme,
                     const struct month_order *order)
{
  gsize items = (gsize)order->n_items, n = (gsize)programme->n_rows + 1;
  *out = (struct month_rows){.programme = programme,
                             .order = order,
                             .first_choice = g_new(int, items + 1),
                             .first = g_new(int, n),
                             .last = g_new(int, n),
                             .first_use = g_new0(int, items + 2),
                             .resource = g_new(int, n),
                             .place = g_new0(int, n),
                             .least_is_enough = g_new0(bool, items + 1)};
  g_autofree int *item_of = g_new0(int, (gsize)programme->n_columns + 1);
  g_autofree int *stamps = g_new(int, items + 1);
  for (int k = 0; k < order->n_items; k++)
    stamps[k] = -1;
  list_choices(out);
  find_items(out, item_of);
  find_reach(out, item_of);
  int activities = count_uses(out, item_of, stamps);
  for (int k = 0; k < order->n_items; k++)
    out->first_use[k + 2] += out->first_use[k + 1];
  out->uses = g_new0(struct month_use, (gsize)programme->n_terms + 1);
  out->activities = g_new0(int64_t, (gsize)activities + 1);
  fill_uses(out, item_of, stamps);
  measure_uses(out);
}

void month_rows_close(struct month_rows *rows)
{
  g_free(rows->choices);
  g_free(rows->first_choice);
  g_free(rows->first);
  g_free(rows->last);
  g_free(rows->uses);
  g_free(rows->first_use);
  g_free(rows->activities);
  g_free(rows->resource);
  g_free(rows->place);
  g_free(rows->least_is_enough);
}

/* --- which rows paths keep --------------------------------------------------- */

/* Gives each row that paths keep a place, from its first item to its last. */
static void assign_places(struct month_rows *rows)
{
  g_autoptr(GArray) free_places = g_array_new(FALSE, FALSE, sizeof(int));
  rows->size = 0;
  for (int k = 0; k < rows->order->n_items; k++) {
    for (int u = rows->first_use[k]; u < rows->first_use[k + 1]; u++) {
      int row = rows->uses[u].row;
      if (rows->resource[row] >= 0 || rows->first[row] != k)
        continue;
      if (free_places->len > 0) {
        rows->place[row] = g_array_index(free_places, int, free_places->len - 1);
        g_array_set_size(free_places, free_places->len - 1);
      } else {
        rows->place[row] = rows->size++;
      }
    }
    for (int u = rows->first_use[k]; u < rows->first_use[k + 1]; u++) {
      int row = rows->uses[u].row;
      if (rows->resource[row] < 0 && rows->last[row] == k)
        g_array_append_val(free_places, rows->place[row]);
    }
  }
}

/* Is a larger value of the item than needed never of use? It isn't if every row that it can help is
 * settled with it. */
static bool is_settled(const struct month_rows *rows, int item)
{
  for (int u = rows->first_use[item]; u < rows->first_use[item + 1]; u++) {
    const struct month_use *use = &rows->uses[u];
    if (use->helps && (rows->resource[use->row] >= 0 || rows->last[use->row] > item))
      return false;
  }
  return true;
}

int month_rows_choose(struct month_rows *rows, const bool *falls, const struct month_slacks *slacks,
                      double reach)
{
  int n = 0;
  for (int i = 0; i < rows->programme->n_rows; i++) {
    bool has_slack = slacks->below[i].column >= 0 || slacks->above[i].column >= 0;
    rows->resource[i] = has_slack || rows->last[i] - rows->first[i] > reach ? n++ : -1;
  }
  for (int k = 0; k < rows->order->n_items; k++) {
    const struct month_item *item = &rows->order->items[k];
    rows->least_is_enough[k] =
        item->count == 1 && falls[rows->order->columns[item->first]] && is_settled(rows, k);
  }
  assign_places(rows);
  return n;
}

/* --- states ------------------------------------------------------------------ */

/* A row's activity, as far as it matters to what follows. */
static int64_t what_matters(const struct row *row, const struct month_use *use, int64_t activity)
{
  bool endless_up = programme_is_infinite(row->upper),
       endless_down = programme_is_infinite(row->lower);
  int64_t low = row->lower - use->least, high = row->upper - use->most;
  if (endless_up)
    return MIN(activity, low); /* so much is enough */
  if (endless_down)
    return MAX(activity, high); /* so little is sure to fit */
  return activity >= low && activity <= high ? low : activity;
}

bool month_rows_follow(const struct month_rows *rows, int item, int choice, int *state)
{
  for (int u = rows->first_use[item]; u < rows->first_use[item + 1]; u++) {
    const struct month_use *use = &rows->uses[u];
    if (rows->resource[use->row] >= 0)
      continue;
    const struct row *row = &rows->programme->rows[use->row];
    int *at = &state[rows->place[use->row]]; /* 0 before its first item */
    int64_t activity = *at + rows->activities[use->first_activity + choice];
    if ((!programme_is_infinite(row->upper) && activity + use->least > row->upper) ||
        (!programme_is_infinite(row->lower) && activity + use->most < row->lower))
      return false;
    *at = rows->last[use->row] == item ? 0 : (int)what_matters(row, use, activity);
  }
  return true;
}
