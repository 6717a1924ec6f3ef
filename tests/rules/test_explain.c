/* The sentences in which rules say what they ask for, with the numbers counted by hand. */
#include "model/rule.h"
#include "tests/support/check.h"
#include "tests/support/world.h"

#include <glib.h>

struct sentence {
  const char *rule;
  struct rule_example world;
  const char *says;
};

#define FAIR                                                                                       \
  "events: {fair: {name: Fair, at: hove, on: 2027-02-06 am, need: [{task: clinic, need: 1}]}}\n"
#define TWO_LINES                                                                                  \
  "demand: [{task: clinic, at: hove, sessions: mon am, need: 1},\n"                                \
  "         {task: duty, sessions: tue am, need: 1}]\n"

static const struct sentence sentences[] = {
    {"cover",
     {.service = TWO_LINES, .use = "{}"},
     "each of the 2 lines of demand has the people it needs; whoever is missing or over is named "
     "and priced"},
    /* What an event needs is none of them. */
    {"cover",
     {.service = TWO_LINES, .month = FAIR, .use = "{hard: yes}"},
     "each of the 2 lines of demand has the people it needs"},
    {"event",
     {.service = TWO_LINES, .month = FAIR, .use = "{hard: yes}"},
     "each of the 1 events of the month has everybody it needs in each of its sessions, or there "
     "is no rota"},
    {"delegation",
     {.clinicians = "sam: {band: 3, wte: 1.0, works: {mon-fri: [am]}}\n",
      .use = "{who: {clinicians: [sam]}, seniors: {clinicians: [ann, bob]}, per_senior: 3}"},
     "support staff work only where a senior (one of 2) is at the site in the same "
     "session, at most 3 to each senior; only for sam"},
};

static void test_sentence(void **state)
{
  const struct sentence *sentence = *state;
  struct world *world = world_of_rule(rule_find(sentence->rule), &sentence->world);
  struct problem *problem = problem_new(world->service, world->month);
  const struct rule_use *use = &world->service->uses[0];
  g_autoptr(GString) text = g_string_new(NULL);
  use->rule->explain(use, problem, text);
  assert_string_equal(text->str, sentence->says);
  problem_free(problem);
  world_free(world);
}

int main(void)
{
  struct CMUnitTest tests[G_N_ELEMENTS(sentences)];
  for (size_t i = 0; i < G_N_ELEMENTS(sentences); i++)
    tests[i] = (struct CMUnitTest){.name = sentences[i].rule,
                                   .test_func = test_sentence,
                                   .initial_state = (void *)(uintptr_t)&sentences[i]};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
