#include "solver/bound/pdhg.h"

#include "solver/bound/sparse.h"

#include <glib.h>
#include <math.h>
#include <string.h>

enum { CHECK_EVERY = 40, SCALINGS = 10, POWERS = 20 };

/* Restarts when a step has become this much shorter than the first since the last restart ... */
static const double enough = 0.2;
/* ... or this much, and steps do not become shorter any more, ... */
static const double some = 0.8;
/* ... or after this share of all iterations without a restart. */
static const double long_share = 0.36;

/* A primal and dual point, with its products with the matrix. */
struct point {
  double *x, *y;
  double *ax; /* [rows] */
  double *ay; /* [columns], by the transpose */
};

struct pdhg {
  struct sparse sparse;
  int m, n;
  double *cost, *lower, *upper;   /* [n], scaled */
  double *row_lower, *row_upper;  /* [m], scaled */
  double *scale_x, *scale_y;      /* value: scale * scaled value */
  struct point now, next, origin; /* origin: where the last restart was */
  double weight;                  /* the primal weight: dual steps longer by it, primal shorter */
  double step;
  double moved_first,
      moved_last; /* length of a step: the first since the restart, and at the last check */
  int64_t iterations, restarted;
  double cost_norm, bound_norm;
};

static double *doubles(int count)
{
  return g_new0(double, (gsize)count + 1);
}

static void point_open(struct point *point, int m, int n)
{
  *point = (struct point){doubles(n), doubles(m), doubles(m), doubles(n)};
}

static void point_close(struct point *point)
{
  g_free(point->x);
  g_free(point->y);
  g_free(point->ax);
  g_free(point->ay);
}

static void point_assign(const struct pdhg *f, struct point *to, const struct point *from)
{
  memcpy(to->x, from->x, (size_t)f->n * sizeof(double));
  memcpy(to->y, from->y, (size_t)f->m * sizeof(double));
  memcpy(to->ax, from->ax, (size_t)f->m * sizeof(double));
  memcpy(to->ay, from->ay, (size_t)f->n * sizeof(double));
}

static double bound_of(int64_t bound, double scale)
{
  if (bound <= -PROGRAMME_INFINITY)
    return -INFINITY;
  return bound >= PROGRAMME_INFINITY ? INFINITY : (double)bound * scale;
}

static double finite_largest(double a, double b)
{
  a = isfinite(a) ? fabs(a) : 0;
  b = isfinite(b) ? fabs(b) : 0;
  return MAX(a, b);
}

static void load_bounds(struct pdhg *f, const struct programme *p)
{
  double costs = 0, bounds = 0;
  for (int j = 0; j < f->n; j++) {
    f->cost[j] = (double)p->columns[j].cost * f->scale_x[j];
    f->lower[j] = bound_of(p->columns[j].lower, 1 / f->scale_x[j]);
    f->upper[j] = bound_of(p->columns[j].upper, 1 / f->scale_x[j]);
    f->now.x[j] = CLAMP(0, f->lower[j], f->upper[j]);
    costs += f->cost[j] * f->cost[j];
  }
  for (int i = 0; i < f->m; i++) {
    f->row_lower[i] = bound_of(p->rows[i].lower, f->scale_y[i]);
    f->row_upper[i] = bound_of(p->rows[i].upper, f->scale_y[i]);
    double largest = finite_largest(f->row_lower[i], f->row_upper[i]);
    bounds += largest * largest;
  }
  f->cost_norm = sqrt(costs);
  f->bound_norm = sqrt(bounds);
}

/* The norm of the scaled coefficients, by the power method. */
static double norm_of(struct pdhg *f)
{
  double norm = 1;
  for (int j = 0; j < f->n; j++)
    f->next.x[j] = 1 + 0.1 * (j % 7);
  for (int k = 0; k < POWERS; k++) {
    double square = 0;
    sparse_times(&f->sparse, f->next.x, f->next.ax);
    sparse_times_transposed(&f->sparse, f->next.ax, f->next.ay);
    for (int j = 0; j < f->n; j++)
      square += f->next.ay[j] * f->next.ay[j];
    norm = sqrt(square);
    if (norm < 1e-9)
      return 1;
    for (int j = 0; j < f->n; j++)
      f->next.x[j] = f->next.ay[j] / norm;
  }
  return sqrt(norm);
}

struct pdhg *pdhg_new(const struct programme *programme)
{
  struct pdhg *f = g_new0(struct pdhg, 1);
  f->m = programme->n_rows;
  f->n = programme->n_columns;
  double **arrays_n[] = {&f->cost, &f->lower, &f->upper, &f->scale_x};
  double **arrays_m[] = {&f->row_lower, &f->row_upper, &f->scale_y};
  for (gsize k = 0; k < G_N_ELEMENTS(arrays_n); k++)
    *arrays_n[k] = doubles(f->n);
  for (gsize k = 0; k < G_N_ELEMENTS(arrays_m); k++)
    *arrays_m[k] = doubles(f->m);
  struct point *points[] = {&f->now, &f->next, &f->origin};
  for (gsize k = 0; k < G_N_ELEMENTS(points); k++)
    point_open(points[k], f->m, f->n);
  sparse_open(&f->sparse, programme);
  sparse_scale(&f->sparse, SCALINGS, f->scale_y, f->scale_x);
  load_bounds(f, programme);
  sparse_times(&f->sparse, f->now.x, f->now.ax);
  point_assign(f, &f->origin, &f->now);
  f->step = 0.97 / norm_of(f);
  f->weight = f->cost_norm > 0 && f->bound_norm > 0 ? f->cost_norm / f->bound_norm : 1;
  f->moved_first = f->moved_last = INFINITY;
  point_assign(f, &f->next, &f->now);
  return f;
}

int pdhg_rows(const struct pdhg *method)
{
  return method->m;
}

void pdhg_warm_start(struct pdhg *method, const struct pdhg *from, const int *columns,
                     const int *rows, int n_rows)
{
  struct pdhg *f = method;
  for (int j = 0; j < f->n; j++) {
    int was = columns ? columns[j] : j;
    double x = from->next.x[was] * from->scale_x[was] / f->scale_x[j];
    f->now.x[j] = CLAMP(x, f->lower[j], f->upper[j]);
  }
  for (int i = 0; i < n_rows; i++) {
    int was = rows ? rows[i] : i;
    f->now.y[i] = from->next.y[was] * from->scale_y[was] / f->scale_y[i];
  }
  sparse_times(&f->sparse, f->now.x, f->now.ax);
  sparse_times_transposed(&f->sparse, f->now.y, f->now.ay);
  point_assign(f, &f->origin, &f->now);
  point_assign(f, &f->next, &f->now);
  f->weight = from->weight;
}

void pdhg_free(struct pdhg *method)
{
  struct pdhg *f = method;
  if (!f)
    return;
  double *arrays[] = {f->cost,      f->lower,     f->upper,  f->scale_x,
                      f->row_lower, f->row_upper, f->scale_y};
  for (gsize k = 0; k < G_N_ELEMENTS(arrays); k++)
    g_free(arrays[k]);
  struct point *points[] = {&f->now, &f->next, &f->origin};
  for (gsize k = 0; k < G_N_ELEMENTS(points); k++)
    point_close(points[k]);
  sparse_close(&f->sparse);
  g_free(f);
}

/* A PDHG step from f->now to f->next. Its length, in the norm in which PDHG never moves away
 * from an optimum. */
static double take_step(struct pdhg *f)
{
  double tau = f->step / f->weight, sigma = f->step * f->weight;
  double moved_x = 0, moved_y = 0, across = 0;
  for (int j = 0; j < f->n; j++) {
    double x = f->now.x[j] - tau * (f->cost[j] - f->now.ay[j]);
    f->next.x[j] = CLAMP(x, f->lower[j], f->upper[j]);
    moved_x += (f->next.x[j] - f->now.x[j]) * (f->next.x[j] - f->now.x[j]);
  }
  sparse_times(&f->sparse, f->next.x, f->next.ax);
  for (int i = 0; i < f->m; i++) {
    double at = f->now.y[i] / sigma - (2 * f->next.ax[i] - f->now.ax[i]);
    f->next.y[i] = sigma * (at - CLAMP(at, -f->row_upper[i], -f->row_lower[i]));
    double moved = f->next.y[i] - f->now.y[i];
    moved_y += moved * moved;
    across += moved * (f->next.ax[i] - f->now.ax[i]);
  }
  sparse_times_transposed(&f->sparse, f->next.y, f->next.ay);
  double moved = moved_x / tau + moved_y / sigma - 2 * across;
  return sqrt(MAX(0, moved));
}

static void mix(double *now, const double *next, const double *origin, int count, double share)
{
  for (int k = 0; k < count; k++)
    now[k] = share * (2 * next[k] - now[k]) + (1 - share) * origin[k];
}

/* A reflected Halpern step: from f->now twice as far as f->next, and back towards the origin
 * by a share that falls with each step. */
static void reflect(struct pdhg *f)
{
  double k = (double)(f->iterations - f->restarted), share = k / (k + 1);
  mix(f->now.x, f->next.x, f->origin.x, f->n, share);
  mix(f->now.y, f->next.y, f->origin.y, f->m, share);
  mix(f->now.ax, f->next.ax, f->origin.ax, f->m, share);
  mix(f->now.ay, f->next.ay, f->origin.ay, f->n, share);
}

/* The larger of relative primal and dual infeasibility and gap. */
static double error_of(const struct pdhg *f, const struct point *point)
{
  double rows = 0, reduced = 0, primal = 0, dual = 0;
  for (int i = 0; i < f->m; i++) {
    double off = point->ax[i] - CLAMP(point->ax[i], f->row_lower[i], f->row_upper[i]);
    rows += off * off;
    double y = point->y[i];
    dual += y > 0 ? y * f->row_lower[i] : (y < 0 ? y * f->row_upper[i] : 0);
  }
  for (int j = 0; j < f->n; j++) {
    double d = f->cost[j] - point->ay[j], end = d > 0 ? f->lower[j] : f->upper[j];
    primal += f->cost[j] * point->x[j];
    if (isfinite(end))
      dual += d * end;
    else
      reduced += d * d;
  }
  double gap = fabs(primal - dual) / (1 + fabs(primal) + fabs(dual));
  double error = MAX(sqrt(rows) / (1 + f->bound_norm), sqrt(reduced) / (1 + f->cost_norm));
  return MAX(error, gap);
}

static void restart(struct pdhg *f)
{
  double moved_x = 0, moved_y = 0;
  for (int j = 0; j < f->n; j++)
    moved_x += (f->next.x[j] - f->origin.x[j]) * (f->next.x[j] - f->origin.x[j]);
  for (int i = 0; i < f->m; i++)
    moved_y += (f->next.y[i] - f->origin.y[i]) * (f->next.y[i] - f->origin.y[i]);
  if (moved_x > 1e-20 && moved_y > 1e-20)
    f->weight = exp(0.25 * log(moved_y / moved_x) + 0.5 * log(f->weight));
  point_assign(f, &f->now, &f->next);
  point_assign(f, &f->origin, &f->next);
  f->moved_first = f->moved_last = INFINITY;
  f->restarted = f->iterations;
}

static bool is_due(const struct pdhg *f, double moved)
{
  return moved <= enough * f->moved_first ||
         (moved <= some * f->moved_first && moved > f->moved_last) ||
         (double)(f->iterations - f->restarted) >= long_share * (double)f->iterations;
}

double pdhg_iterate(struct pdhg *method, int iterations)
{
  struct pdhg *f = method;
  for (int k = 1; k <= iterations; k++) {
    double moved = take_step(f);
    if (f->iterations++ == f->restarted)
      f->moved_first = moved;
    else if (f->iterations % CHECK_EVERY == 0) {
      bool due = is_due(f, moved);
      f->moved_last = moved;
      if (due) {
        restart(f);
        continue;
      }
    }
    reflect(f);
  }
  return error_of(f, &f->next);
}

void pdhg_duals(const struct pdhg *method, double *y)
{
  for (int i = 0; i < method->m; i++)
    y[i] = method->next.y[i] * method->scale_y[i];
}

void pdhg_values(const struct pdhg *method, double *x)
{
  for (int j = 0; j < method->n; j++)
    x[j] = method->next.x[j] * method->scale_x[j];
}
