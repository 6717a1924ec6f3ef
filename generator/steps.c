#include "generator/steps.h"

void plan_decide(struct plan *plan)
{
  plan_set_out(plan);
  plan_hire(plan);
  plan_fill_week(plan);
  plan_post(plan);
  plan_arrange(plan);
  plan_ask(plan);
  plan_fill_month(plan);
}
