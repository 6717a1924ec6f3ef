#include "solver/exact/relaxed_conflict.h"

#include "solver/bound/pdhg.h"
#include "solver/engine.h"
#include "solver/glpk_problem.h"

#include <math.h>

enum {
  CHUNK = 100, /* first-order iterations between attempts at a proof */
  CHUNKS_MOST = 50,
  SLICE = 200,             /* iterations between looks at the clock */
  ITERATIONS_MOST = 30000, /* where work is counted too */
  ROWS_PER_WORK = 100,     /* an iteration takes one more for so many rows */
};

/* At this error of the first-order method there are shares that keep all rows, or nearly. */
static const double error_possible = 1e-4;
/* Of the run's time or work, at most. */
static const double share_most = 0.1;
/* The largest multiplier, when they are rounded to whole numbers. */
static const double multiplier_most = 1 << 20;
/* Beyond this sums of whole numbers might not fit. */
static const double sum_most = 1e18;

struct seek {
  struct run *run;
  struct programme *core;    /* its columns, and the rows that nothing relieves */
  GArray *rows;              /* of the run's programme, of each row of the core */
  double *multipliers;       /* [rows of the core] */
  int64_t *whole;            /* [rows of the core] the same, of a proof */
  int64_t steps, iterations; /* of the first-order method, of the simplex method */
  bool found;
};

/* Can counts that occur in this row alone always make up for what the others do? */
static bool is_relieved(const struct column_view *view, const struct row *row)
{
  const struct programme *p = view->programme;
  double least = 0, most = 0, down = 0, up = 0;
  for (int k = row->first; k < row->first + row->count; k++) {
    int j = p->terms[k].column;
    const struct column *column = &p->columns[j];
    double a = (double)p->terms[k].coefficient;
    double low = a * (double)(a > 0 ? column->lower : column->upper);
    double high = a * (double)(a > 0 ? column->upper : column->lower);
    bool own = !column->placement && view->first[j + 1] - view->first[j] == 1;
    *(own ? &down : &least) += low;
    *(own ? &up : &most) += high;
  }
  return least + up >= (double)row->lower && most + down <= (double)row->upper;
}

static void take_core(struct seek *seek)
{
  const struct column_view *view = seek->run->view;
  const struct programme *p = view->programme;
  for (int j = 0; j < p->n_columns; j++) {
    struct column column = p->columns[j];
    column.cost = 0;
    programme_add_column(seek->core, column);
  }
  for (int i = 0; i < p->n_rows; i++) {
    const struct row *row = &p->rows[i];
    if (is_relieved(view, row))
      continue;
    for (int k = row->first; k < row->first + row->count; k++)
      programme_add_term(seek->core, p->terms[k].column, p->terms[k].coefficient);
    programme_add_row(seek->core, row->lower, row->upper, row->label);
    g_array_append_val(seek->rows, i);
  }
}

static int64_t work_of(const struct seek *seek)
{
  return seek->steps + seek->iterations * (1 + seek->core->n_rows / ROWS_PER_WORK);
}

static bool is_over(const struct seek *seek)
{
  struct run *run = seek->run;
  int64_t limit = run_work_limit(run);
  if (run_over(run) || seek->iterations > ITERATIONS_MOST)
    return true;
  if (limit > 0)
    return (double)work_of(seek) > share_most * (double)limit;
  return run_seconds(run) * 1000 > share_most * run->settings->time_limit_ms;
}

/* The row of the inverse basis that belongs to the variable which can't come within its bounds. */
static void read_multipliers(struct seek *seek, glp_prob *problem)
{
  int rows = glp_get_num_rows(problem), stuck = glp_get_unbnd_ray(problem);
  if (stuck == 0 || (!glp_bf_exists(problem) && glp_factorize(problem) != 0))
    return;
  int place =
      stuck <= rows ? glp_get_row_bind(problem, stuck) : glp_get_col_bind(problem, stuck - rows);
  if (place == 0)
    return;
  double *inverse = glp_alloc(rows + 1, sizeof *inverse);
  for (int i = 0; i <= rows; i++)
    inverse[i] = i == place;
  glp_btran(problem, inverse);
  for (int i = 0; i < rows; i++)
    seek->multipliers[i] = inverse[i + 1];
  glp_free(inverse);
  seek->found = true;
}

static void seek_run(void *argument)
{
  struct seek *seek = argument;
  glp_prob *problem = glpk_problem_new(seek->core);
  glp_smcp options;
  glp_init_smcp(&options);
  options.msg_lev = GLP_MSG_OFF;
  options.meth = GLP_DUAL;
  options.it_lim = SLICE;
  glp_adv_basis(problem, 0);
  int code;
  do {
    code = glp_simplex(problem, &options);
    seek->iterations = glp_get_it_cnt(problem);
  } while (code == GLP_EITLIM && !is_over(seek));
  if (code == 0 && glp_get_status(problem) == GLP_NOFEAS)
    read_multipliers(seek, problem);
  glp_delete_prob(problem);
}

/* Where the multiplied rows can be, and where the columns make them be: the sum of
 * multiplier * (activity - what columns make of it), which is 0, between its bounds. */
struct sum {
  int64_t least, most;
  bool least_open, most_open;
  double size; /* of all that was added */
};

static void add(struct sum *sum, int64_t factor, int64_t lower, int64_t upper)
{
  if (factor == 0)
    return;
  int64_t low = factor > 0 ? lower : upper, high = factor > 0 ? upper : lower;
  sum->least_open |= programme_is_infinite(low);
  sum->most_open |= programme_is_infinite(high);
  sum->least += programme_is_infinite(low) ? 0 : factor * low;
  sum->most += programme_is_infinite(high) ? 0 : factor * high;
  double far = programme_is_infinite(low) ? 0 : fabs((double)low);
  far = MAX(far, programme_is_infinite(high) ? 0 : fabs((double)high));
  sum->size += fabs((double)factor) * (1 + far);
}

/* Do the whole multipliers prove that the core has no solution? */
static bool is_proof(const struct programme *core, const int64_t *multipliers)
{
  struct sum sum = {0};
  double terms = 0;
  g_autofree int64_t *factors = g_new0(int64_t, (gsize)core->n_columns + 1);
  for (int i = 0; i < core->n_rows; i++) {
    const struct row *row = &core->rows[i];
    add(&sum, multipliers[i], row->lower, row->upper);
    for (int k = row->first; k < row->first + row->count; k++) {
      const struct term *term = &core->terms[k];
      terms += fabs((double)multipliers[i] * (double)term->coefficient);
      factors[term->column] -= multipliers[i] * term->coefficient;
    }
  }
  for (int j = 0; j < core->n_columns && terms < sum_most; j++)
    add(&sum, factors[j], core->columns[j].lower, core->columns[j].upper);
  return terms < sum_most && sum.size < sum_most &&
         ((!sum.least_open && sum.least > 0) || (!sum.most_open && sum.most < 0));
}

/* Are the multipliers, rounded, a proof? */
static bool round_to_proof(struct seek *seek)
{
  const struct programme *core = seek->core;
  double largest = 0;
  for (int i = 0; i < core->n_rows; i++)
    largest = MAX(largest, fabs(seek->multipliers[i]));
  for (int i = 0; i < core->n_rows && largest > 0; i++)
    seek->whole[i] = llround(seek->multipliers[i] / largest * multiplier_most);
  return largest > 0 && is_proof(core, seek->whole);
}

/* By the first-order method: where there is no solution its prices grow without end, in the
 * direction of a proof, and any direction near it is one too, as columns have bounds. True: proven.
 * `*possible`: it comes near a solution. */
static bool prove_by_prices(struct seek *seek, bool *possible)
{
  struct pdhg *method = pdhg_new(seek->core);
  bool proven = false;
  *possible = false;
  for (int chunk = 0; chunk < CHUNKS_MOST && !proven && !*possible && !is_over(seek); chunk++) {
    *possible = pdhg_iterate(method, CHUNK) < error_possible;
    seek->steps += CHUNK;
    pdhg_duals(method, seek->multipliers);
    proven = round_to_proof(seek);
  }
  pdhg_free(method);
  return proven;
}

/* By the simplex method, whose proof comes close to needing all of its rows. */
static bool prove_by_simplex(struct seek *seek)
{
  seek->found = false;
  for (int i = 0; i < seek->core->n_rows; i++)
    seek->multipliers[i] = 0;
  enum status status = engine_call(seek_run, seek);
  if (status != STATUS_OK)
    run_setback(seek->run, status);
  return status == STATUS_OK && seek->found && round_to_proof(seek);
}

/* Leaves the core the rows of the proof alone. */
static void narrow(struct seek *seek)
{
  struct programme *p = seek->core;
  int kept = 0, terms = 0;
  for (int i = 0; i < p->n_rows; i++) {
    if (seek->whole[i] == 0)
      continue;
    struct row row = p->rows[i];
    for (int k = 0; k < row.count; k++)
      p->terms[terms + k] = p->terms[row.first + k];
    row.first = terms;
    terms += row.count;
    p->rows[kept] = row;
    g_array_index(seek->rows, int, kept) = g_array_index(seek->rows, int, i);
    seek->whole[kept++] = seek->whole[i];
  }
  p->n_rows = kept;
  p->n_terms = p->open_from = terms;
  g_array_set_size(seek->rows, (guint)kept);
}

static void open_core(struct seek *seek, struct run *run)
{
  *seek = (struct seek){
      .run = run, .core = programme_new(), .rows = g_array_new(FALSE, FALSE, sizeof(int))};
  take_core(seek);
  seek->multipliers = g_new0(double, (gsize)seek->core->n_rows + 1);
  seek->whole = g_new0(int64_t, (gsize)seek->core->n_rows + 1);
}

static void close_core(struct seek *seek)
{
  g_free(seek->multipliers);
  g_free(seek->whole);
  g_array_free(seek->rows, TRUE);
  programme_free(seek->core);
}

bool relaxed_conflict_find(struct run *run, GArray *rows)
{
  struct seek seek;
  open_core(&seek, run);
  bool possible = seek.core->n_rows == 0, proven = !possible && prove_by_prices(&seek, &possible);
  if (proven)
    narrow(&seek);
  if (!possible && prove_by_simplex(&seek)) {
    proven = true;
    narrow(&seek);
  }
  if (proven)
    g_array_append_vals(rows, seek.rows->data, seek.rows->len);
  run_add_work(run, 1 + work_of(&seek));
  close_core(&seek);
  return proven;
}
