#include "tests/support/built_month.h"

#include "tests/support/check.h"

void built_month_begin(struct built_month *at, int clinicians, uint64_t seed)
{
  const struct generator_settings settings = {
      .clinicians = clinicians, .seed = seed, .first = date_make(2027, 3, 1)};
  *at = (struct built_month){.generated = generated_new(&settings)};
  at->problem = problem_new(at->generated.service, at->generated.month);
  at->settings = build_default_settings();
  at->settings.threads = at->settings.seconds = 1;
  at->settings.deterministic = TRUE;
  const struct build_request request = {.problem = at->problem, .settings = &at->settings};
  build_rota(&request, &at->built);
  assert_int_equal(at->built.verdict, BUILD_DONE);
}

void built_month_end(struct built_month *at)
{
  build_result_clear(&at->built);
  problem_free(at->problem);
  generated_free(&at->generated);
}
