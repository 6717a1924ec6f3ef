#include "solver/mip.h"

#include "solver/engine.h"
#include "solver/glpk_problem.h"
#include "solver/presolve/postsolve.h"
#include "solver/presolve/reduction.h"

#include <glib.h>
#include <limits.h>
#include <math.h>

/* GLPK knows no cut-off, but takes any integer point as "a solution known from
 * elsewhere" without checking it. So one more column, fixed at 0 and cost 1,
 * carries the cut-off: a point with only that column set costs just so much. */

enum { SLICE_ITERATIONS = 1000 }; /* of the relaxation, between looks at the limits */

/* GLPK prunes a node unless it is better than the incumbent by more than this share. */
static const double pruning = 1e-7;

struct search {
  const struct mip_limits *limits;
  struct reduction *reduction;
  glp_prob *problem;
  int carrier;    /* GLPK's index of the column that carries the cut-off */
  int64_t cutoff; /* in costs of the reduced programme; INT64_MAX: none */
  bool carried;   /* GLPK knows the present cut-off */
  double *values; /* [carrier + 1], GLPK's */
  int64_t *left;  /* [reduced columns] */
  double *duals;  /* [reduced rows], and */
  double *prices; /* [rows] of the programme; NULL: nobody asks */
  const struct programme *programme;
  int64_t root_iterations;
  struct mip_result *result;
  bool stopped, solved;
};

/* A bound in floating point, rounded up to a whole cost, less a margin for its error. */
static int64_t safe_bound(double value)
{
  return (int64_t)ceil(value - 1e-3 - 1e-7 * fabs(value));
}

static bool must_end(const struct search *search, int64_t iterations)
{
  const struct mip_limits *limits = search->limits;
  if (limits->iterations > 0 && iterations >= search->root_iterations + limits->iterations)
    return true;
  if (limits->deadline_us > 0 && g_get_monotonic_time() >= limits->deadline_us)
    return true;
  return limits->callbacks && limits->callbacks->ended &&
         limits->callbacks->ended(limits->callbacks->context);
}

/* For GLPK, which looks at the clock far more often than it asks. */
static int milliseconds_left(const struct mip_limits *limits)
{
  if (limits->deadline_us <= 0)
    return INT_MAX;
  return (int)CLAMP((limits->deadline_us - g_get_monotonic_time()) / 1000, 1, INT_MAX);
}

/* Reads column values into search->left, rounded; false when the point only carries a
 * cut-off. */
static bool read_values(struct search *search, double (*value)(glp_prob *, int), glp_prob *problem)
{
  for (int j = 0; j < search->reduction->programme->n_columns; j++)
    search->left[j] = (int64_t)floor(value(problem, j + 1) + 0.5);
  return fabs(value(problem, search->carrier)) < 0.5;
}

/* Is the incumbent more than what carries the cut-off? */
static bool is_solution(struct search *search, glp_tree *tree)
{
  return fabs(glp_get_col_prim(glp_ios_get_prob(tree), search->carrier)) < 0.5;
}

static void tell_found(struct search *search, glp_tree *tree)
{
  const struct mip_callbacks *callbacks = search->limits->callbacks;
  if (callbacks && callbacks->found &&
      read_values(search, glp_get_col_prim, glp_ios_get_prob(tree))) {
    reduction_restore(search->reduction, search->left);
    callbacks->found(callbacks->context, search->reduction->x);
  }
}

static void tell_bound(struct search *search, glp_tree *tree)
{
  const struct mip_callbacks *callbacks = search->limits->callbacks;
  int node = glp_ios_best_node(tree);
  if (node == 0)
    return;
  double bound = glp_ios_node_bound(tree, node);
  if (bound < -1e15 || bound > 1e15)
    return;
  search->result->has_bound = true;
  search->result->bound = safe_bound(bound);
  if (search->cutoff != INT64_MAX) /* dearer solutions were left out */
    search->result->bound = MIN(search->result->bound, search->cutoff + 1);
  search->result->bound += search->reduction->constant;
  if (callbacks && callbacks->bound)
    callbacks->bound(callbacks->context, search->result->bound);
}

/* Asks for a lower cut-off than the one GLPK knows; true: there is one. */
static bool lower_cutoff(struct search *search)
{
  const struct mip_callbacks *callbacks = search->limits->callbacks;
  int64_t cutoff =
      callbacks && callbacks->cutoff ? callbacks->cutoff(callbacks->context) : INT64_MAX;
  if (cutoff == INT64_MAX || cutoff - search->reduction->constant >= search->cutoff)
    return false;
  search->cutoff = cutoff - search->reduction->constant;
  search->carried = false;
  return true;
}

static void watch(glp_tree *tree, void *info)
{
  struct search *search = info;
  int64_t iterations = glp_get_it_cnt(glp_ios_get_prob(tree));
  search->result->iterations = iterations;
  switch (glp_ios_reason(tree)) {
  case GLP_ISELECT:
    tell_bound(search, tree);
    break;
  case GLP_IBINGO:
    tell_found(search, tree);
    search->stopped = search->stopped || (search->limits->any && is_solution(search, tree));
    break;
  case GLP_IHEUR:
    search->stopped =
        lower_cutoff(search) && iterations < search->root_iterations + search->limits->young;
    if (!search->carried && search->cutoff != INT64_MAX) {
      search->values[search->carrier] = (double)search->cutoff + 1;
      glp_ios_heur_sol(tree, search->values);
      search->carried = true;
    }
    break;
  default:
    break;
  }
  if (search->stopped || must_end(search, iterations)) {
    search->stopped = true;
    glp_ios_terminate(tree);
  }
}

/* Reduced-cost fixing: a column whose move away from its bound would cost more than the
 * cut-off leaves room for is fixed there. */
static void fix_by_reduced_cost(struct search *search, double relaxed)
{
  if (search->cutoff == INT64_MAX)
    return;
  glp_prob *problem = search->problem;
  double room = (double)search->cutoff - relaxed + 1e-3 + 1e-7 * fabs(relaxed);
  for (int j = 1; j < search->carrier; j++) {
    double reduced = glp_get_col_dual(problem, j);
    int stat = glp_get_col_stat(problem, j);
    if (stat == GLP_NL && reduced > room)
      glp_set_col_bnds(problem, j, GLP_FX, glp_get_col_lb(problem, j), 0);
    else if (stat == GLP_NU && -reduced > room)
      glp_set_col_bnds(problem, j, GLP_FX, glp_get_col_ub(problem, j), 0);
  }
}

static void tell_prices(struct search *search, double relaxed)
{
  const struct mip_callbacks *callbacks = search->limits->callbacks;
  if (!search->prices)
    return;
  for (int i = 0; i < search->reduction->programme->n_rows; i++)
    search->duals[i] = glp_get_row_dual(search->problem, i + 1);
  postsolve_prices(search->programme, search->reduction, search->duals, search->prices);
  callbacks->priced(callbacks->context, relaxed + (double)search->reduction->constant,
                    search->prices);
}

/* A column that the reduction has left at its cheaper bound is there by its own cost, or by
 * necessity. Where it has tightened that bound, nothing is said of the column's own. */
static void tell_reduced(struct search *search, double relaxed)
{
  const struct mip_callbacks *callbacks = search->limits->callbacks;
  const struct reduction *reduction = search->reduction;
  if (!callbacks || !callbacks->reduced)
    return;
  g_autofree double *costs = g_new(double, (gsize)search->programme->n_columns + 1);
  for (int j = 0; j < search->programme->n_columns; j++) {
    const struct column *column = &search->programme->columns[j];
    int64_t cheaper = column->cost > 0 ? column->lower : column->upper;
    costs[j] = reduction->x[j] == cheaper ? (double)column->cost : 0;
  }
  for (int k = 0; k < reduction->programme->n_columns; k++) {
    const struct column *left = &reduction->programme->columns[k];
    const struct column *column = &search->programme->columns[reduction->kept[k]];
    double cost = glp_get_col_dual(search->problem, k + 1);
    bool same = cost > 0 ? left->lower == column->lower : left->upper == column->upper;
    costs[reduction->kept[k]] = same ? cost : 0;
  }
  callbacks->reduced(callbacks->context, relaxed + (double)reduction->constant, costs);
}

/* A basis of the rows alone, which no column's cost speaks against. */
static void begin_at_bounds(glp_prob *problem)
{
  glp_std_basis(problem);
  for (int j = 1; j <= glp_get_num_cols(problem); j++)
    if (glp_get_col_type(problem, j) == GLP_DB)
      glp_set_col_stat(problem, j, glp_get_obj_coef(problem, j) < 0 ? GLP_NU : GLP_NL);
}

/* Of the root's relaxation, until the limits are looked at again; 0: it has had all it may. */
static int next_slice(const struct search *search)
{
  int64_t most = search->limits->at_root;
  if (most == 0)
    return SLICE_ITERATIONS;
  return (int)CLAMP(most - search->root_iterations, 0, SLICE_ITERATIONS);
}

/* On its way the dual simplex method is at no point of the relaxation yet, but below its cost. */
static void take_dual_bound(struct search *search)
{
  if (glp_get_dual_stat(search->problem) != GLP_FEAS)
    return;
  search->result->has_bound = true;
  search->result->bound =
      safe_bound(glp_get_obj_val(search->problem)) + search->reduction->constant;
}

/* Solves the root relaxation; true when branching is needed. */
static bool solve_root(struct search *search)
{
  glp_smcp options;
  glp_init_smcp(&options);
  options.msg_lev = GLP_MSG_OFF;
  options.meth = GLP_DUALP;
  if (search->limits->from_bounds)
    begin_at_bounds(search->problem);
  else
    glp_adv_basis(search->problem, 0);
  int code;
  do {
    options.it_lim = next_slice(search);
    options.tm_lim = milliseconds_left(search->limits);
    code = glp_simplex(search->problem, &options);
    search->result->iterations = glp_get_it_cnt(search->problem);
    search->root_iterations = search->result->iterations;
  } while (code == GLP_EITLIM && next_slice(search) > 0 && !must_end(search, 0));
  if (code != 0) {
    search->stopped = true;
    take_dual_bound(search);
    return false;
  }
  int status = glp_get_status(search->problem);
  if (status == GLP_NOFEAS) {
    search->solved = true;
    return false;
  }
  if (status != GLP_OPT) {
    search->stopped = true;
    return false;
  }
  double relaxed = glp_get_obj_val(search->problem);
  tell_prices(search, relaxed);
  tell_reduced(search, relaxed);
  int64_t bound = safe_bound(relaxed);
  search->result->has_bound = true;
  search->result->bound = bound + search->reduction->constant;
  if (bound > search->cutoff) {
    search->solved = true;
    return false;
  }
  fix_by_reduced_cost(search, relaxed);
  return true;
}

static void set_options(const struct search *search, glp_iocp *options)
{
  glp_init_iocp(options);
  options->msg_lev = GLP_MSG_OFF;
  options->cb_func = watch;
  options->cb_info = (void *)search;
  /* the least fractional column first is the shortest way down to any solution */
  options->br_tech = search->limits->any ? GLP_BR_LFV : GLP_BR_DTH;
  options->tol_obj = pruning;
  options->flip = GLP_OFF; /* the long-step ratio test has been seen to stall for minutes in one
                              relaxation, where GLPK can't be asked to end */
  options->tm_lim = milliseconds_left(search->limits);
  /* depth first gives solutions early, the best bound first gives the proof */
  options->bt_tech = search->limits->thorough ? GLP_BT_BLB : GLP_BT_DFS;
  if (search->limits->any)
    return;
  /* a thorough search was given better cuts of this kind before */
  options->mir_cuts = search->limits->thorough ? GLP_OFF : GLP_ON;
  options->gmi_cuts = GLP_ON;
  options->clq_cuts = GLP_ON;
  options->cov_cuts = GLP_ON;
}

static void read_result(struct search *search)
{
  int status = glp_mip_status(search->problem);
  bool complete = search->solved && !search->stopped;
  bool found = (status == GLP_OPT || status == GLP_FEAS) &&
               read_values(search, glp_mip_col_val, search->problem) &&
               programme_objective(search->reduction->programme, search->left) <= search->cutoff;
  if (found) {
    reduction_restore(search->reduction, search->left);
    search->result->end = complete ? MIP_OPTIMAL : MIP_FOUND;
  } else {
    search->result->end = complete ? MIP_NONE : MIP_LIMIT;
  }
}

static void search_run(void *argument)
{
  struct search *search = argument;
  search->problem = glpk_problem_new(search->reduction->programme);
  search->carrier = glp_add_cols(search->problem, 1);
  glp_set_col_bnds(search->problem, search->carrier, GLP_FX, 0, 0);
  glp_set_obj_coef(search->problem, search->carrier, 1);
  glp_set_col_kind(search->problem, search->carrier, GLP_IV);
  search->values = glp_alloc(search->carrier + 1, sizeof(double));
  for (int j = 0; j <= search->carrier; j++)
    search->values[j] = 0;
  if (solve_root(search)) {
    glp_iocp options;
    set_options(search, &options);
    int code = glp_intopt(search->problem, &options);
    search->solved = code == 0;
    search->stopped = search->stopped || code != 0;
  }
  read_result(search);
  glp_free(search->values);
  glp_delete_prob(search->problem);
}

/* When the reduction has fixed every column. */
static void answer_empty(struct search *search)
{
  const struct mip_callbacks *callbacks = search->limits->callbacks;
  if (search->prices) {
    postsolve_prices(search->programme, search->reduction, search->duals, search->prices);
    callbacks->priced(callbacks->context, (double)search->reduction->constant, search->prices);
  }
  tell_reduced(search, 0);
  search->result->end = search->cutoff >= 0 ? MIP_OPTIMAL : MIP_NONE;
  search->result->has_bound = true;
  search->result->bound = search->reduction->constant;
}

/* By how much another solution may be cheaper than this and yet have been pruned. */
static int64_t pruned_below(const struct search *search, int64_t cost)
{
  return (int64_t)(pruning * (1 + fabs((double)(cost - search->reduction->constant))));
}

static void settle(const struct programme *programme, struct search *search, int64_t *x)
{
  struct mip_result *result = search->result;
  bool found = result->end == MIP_OPTIMAL || result->end == MIP_FOUND;
  if (found && programme_first_broken(programme, search->reduction->x) >= 0) {
    /* floating point went wrong: claim nothing */
    *result = (struct mip_result){.end = MIP_LIMIT, .iterations = result->iterations};
    return;
  }
  if (found) {
    for (int j = 0; j < programme->n_columns; j++)
      x[j] = search->reduction->x[j];
    result->cost = programme_objective(programme, x);
  }
  if (result->end == MIP_OPTIMAL) {
    result->has_bound = true;
    result->bound = result->cost - pruned_below(search, result->cost);
  } else if (result->end == MIP_NONE && search->cutoff != INT64_MAX) {
    result->has_bound = true;
    result->bound = search->cutoff + 1 + search->reduction->constant;
    result->bound -= pruned_below(search, result->bound);
  }
}

enum status mip_solve(const struct programme *programme, const struct mip_limits *limits,
                      int64_t *x, struct mip_result *out)
{
  struct reduction reduction;
  struct mip_result result = {.end = MIP_NONE};
  if (!reduction_make(programme, &reduction)) {
    *out = result;
    return STATUS_OK;
  }
  g_autofree int64_t *left = g_new0(int64_t, (gsize)reduction.programme->n_columns + 1);
  bool asked = limits->callbacks && limits->callbacks->priced;
  g_autofree double *duals = g_new0(double, (gsize)reduction.programme->n_rows + 1);
  g_autofree double *prices = asked ? g_new(double, (gsize)programme->n_rows + 1) : NULL;
  struct search search = {.limits = limits,
                          .reduction = &reduction,
                          .left = left,
                          .duals = duals,
                          .prices = prices,
                          .programme = programme,
                          .cutoff = INT64_MAX,
                          .result = &result};
  if (limits->cutoff != INT64_MAX)
    search.cutoff = limits->cutoff - reduction.constant;
  enum status status = STATUS_OK;
  if (reduction.programme->n_columns == 0)
    answer_empty(&search);
  else
    status = engine_call(search_run, &search);
  if (status == STATUS_OK) {
    settle(programme, &search, x);
    *out = result;
  }
  reduction_clear(&reduction);
  return status;
}
