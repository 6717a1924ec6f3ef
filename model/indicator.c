#include "model/indicator.h"

#include <assert.h>

/* How many from `first` on are of one session, and so exclude each other. */
static guint of_one_session(const struct formulation *formulation, const GArray *columns,
                            guint first)
{
  const struct assignment *candidates = formulation->problem->candidates;
  int slot = candidates[g_array_index(columns, int, first)].slot;
  guint end = first + 1;
  while (end < columns->len && candidates[g_array_index(columns, int, end)].slot == slot)
    end++;
  return end - first;
}

void indicator_make(struct formulation *formulation, struct label label, GArray *columns)
{
  assert(formulation->programme->open_from == formulation->programme->n_terms);
  if (columns->len == 0 || of_one_session(formulation, columns, 0) == columns->len)
    return;
  int any = formulation_column(formulation, label, 0, 1, 0);
  for (guint first = 0, count; first < columns->len; first += count) {
    count = of_one_session(formulation, columns, first);
    for (guint i = first; i < first + count; i++)
      formulation_term(formulation, g_array_index(columns, int, i), 1);
    formulation_term(formulation, any, -1);
    formulation_row(formulation, label, -PROGRAMME_INFINITY, 0);
  }
  indicator_term(formulation, columns, 1);
  formulation_term(formulation, any, -1);
  formulation_row(formulation, label, 0, PROGRAMME_INFINITY);
  g_array_set_size(columns, 0);
  g_array_append_val(columns, any);
}

void indicator_term(struct formulation *formulation, const GArray *columns, int64_t coefficient)
{
  for (guint i = 0; i < columns->len; i++)
    formulation_term(formulation, g_array_index(columns, int, i), coefficient);
}
