#include "solver/anneal/evaluator.h"
#include "solver/solver.h"

/* More than any solution costs, so that what is broken can be told from the cost alone; small
 * enough that a sum over many rows still fits. */
#define PENALTY (INT64_C(1) << 36)

struct solver_trial {
  struct column_view *view;
  struct evaluator *evaluator;
};

struct solver_trial *solver_trial_new(const struct programme *programme, const int64_t *x)
{
  struct solver_trial *trial = g_new0(struct solver_trial, 1);
  trial->view = column_view_new(programme);
  trial->evaluator = evaluator_new(trial->view, x, PENALTY);
  return trial;
}

void solver_trial_free(struct solver_trial *trial)
{
  if (!trial)
    return;
  evaluator_free(trial->evaluator);
  column_view_free(trial->view);
  g_free(trial);
}

static void set_all(struct evaluator *evaluator, const struct solver_value *values, int count)
{
  for (int i = 0; i < count; i++)
    evaluator_set(evaluator, values[i].column, values[i].value);
  evaluator_follow(evaluator);
}

int64_t solver_trial_cost(struct solver_trial *trial, const struct solver_value *values, int count,
                          GArray *broken)
{
  struct evaluator *evaluator = trial->evaluator;
  guint mark = evaluator_mark(evaluator);
  set_all(evaluator, values, count);
  int64_t cost = evaluator_cost(evaluator);
  if (broken)
    evaluator_broken_rows(evaluator, mark, PENALTY, broken);
  evaluator_undo(evaluator, mark);
  return cost;
}

void solver_trial_keep(struct solver_trial *trial, const struct solver_value *values, int count)
{
  set_all(trial->evaluator, values, count);
  evaluator_keep(trial->evaluator);
}

bool solver_trial_is_lawful(int64_t cost)
{
  return cost < PENALTY / 2;
}
