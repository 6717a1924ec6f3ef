#include "solver/bound/basis.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>

/* A column further from its bounds is between them; a row with less slack is tight. */
static const double between = 1e-3, tight = 1e-2;

struct member {
  int index;
  bool at_upper;
  double weight;
};

static int compare_falling(const void *a, const void *b)
{
  const struct member *p = a, *q = b;
  int order = (p->weight < q->weight) - (p->weight > q->weight);
  return order ? order : p->index - q->index;
}

static double slack_of(int64_t bound, double at)
{
  return programme_is_infinite(bound) ? INFINITY : fabs((double)bound - at);
}

static int list_columns(const struct programme *p, const double *x, struct member *out)
{
  for (int j = 0; j < p->n_columns; j++) {
    double low = slack_of(p->columns[j].lower, x[j]), high = slack_of(p->columns[j].upper, x[j]);
    out[j] = (struct member){j, high < low, MIN(low, high)};
  }
  qsort(out, (size_t)p->n_columns, sizeof *out, compare_falling);
  int count = 0;
  while (count < p->n_columns && out[count].weight > between)
    count++;
  return count;
}

static int list_tight_rows(const struct programme *p, const double *x, const double *prices,
                           struct member *out)
{
  int count = 0;
  for (int i = 0; i < p->n_rows; i++) {
    double activity = 0;
    for (int k = p->rows[i].first; k < p->rows[i].first + p->rows[i].count; k++)
      activity += (double)p->terms[k].coefficient * x[p->terms[k].column];
    double low = slack_of(p->rows[i].lower, activity), high = slack_of(p->rows[i].upper, activity);
    if (MIN(low, high) < tight)
      out[count++] = (struct member){i, high < low, fabs(prices[i])};
  }
  qsort(out, (size_t)count, sizeof *out, compare_falling);
  return count;
}

char *basis_near(const struct programme *programme, const double *x, const double *prices)
{
  const struct programme *p = programme;
  g_autofree struct member *columns = g_new(struct member, (gsize)p->n_columns + 1);
  g_autofree struct member *rows = g_new(struct member, (gsize)p->n_rows + 1);
  int n_between = list_columns(p, x, columns), n_tight = list_tight_rows(p, x, prices, rows);
  int pairs = MIN(n_between, n_tight);
  GString *text = g_string_new("NAME rota\n");
  for (int k = 0; k < pairs; k++)
    g_string_append_printf(text, " %s x%d r%d\n", rows[k].at_upper ? "XU" : "XL",
                           columns[k].index + 1, rows[k].index + 1);
  for (int k = pairs; k < p->n_columns; k++)
    if (columns[k].at_upper)
      g_string_append_printf(text, " UL x%d\n", columns[k].index + 1);
  g_string_append(text, "ENDATA\n");
  return g_string_free(text, FALSE);
}
