/* No closure makes a month look better: of one rota, cover, duty and first contact cost as
 * much with it as without, or more; and what it takes away is told. */
#include "inputs/inputs.h"
#include "planning/assess.h"
#include "tests/support/check.h"
#include "tests/support/world.h"

#include <string.h>

enum { CLOSURES = 60 };

static const char *const asking[] = {"cover", "duty_cover", "fcp_cover"};

/* The month with one more closure, by the same arrays otherwise. */
static struct month closed_month(const struct month *month, struct closure closure,
                                 struct closure *room)
{
  struct month more = *month;
  for (int i = 0; i < month->n_closures; i++)
    room[i] = month->closures[i];
  room[month->n_closures] = closure;
  more.closures = room;
  more.n_closures = month->n_closures + 1;
  return more;
}

/* A site or the whole service, for some days, or sessions of them. */
static struct closure draw_closure(const struct service *service, const struct month *month,
                                   GRand *dice)
{
  int from = g_rand_int_range(dice, 0, month->n_days);
  int days = g_rand_int_range(dice, 0, 12), last = MIN(from + days, month->n_days - 1);
  bool whole = g_rand_int_range(dice, 0, 6) == 0;
  static const uint8_t blocks[] = {0xff, 0xff, 1, 2};
  return (struct closure){.site = whole ? NONE : g_rand_int_range(dice, 0, service->n_sites),
                          .from = month->days[from].date,
                          .until = month->days[last].date,
                          .blocks = blocks[g_rand_int_range(dice, 0, 4)],
                          .reason = "",
                          .owed = true,
                          .moves_to = NONE};
}

/* A lawful rota, or less of one, without assignments where it is closed. */
static struct rota *draw_rota(const struct problem *problem, GRand *dice, int percent)
{
  g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(struct assignment));
  for (int c = 0; c < problem->service->n_clinicians; c++)
    for (int s = 0; s < problem->month->n_slots; s++) {
      int count, first = problem_cell(problem, c, s, &count);
      if (count > 0 && g_rand_int_range(dice, 0, 100) < percent)
        g_array_append_val(items, problem->candidates[first + g_rand_int_range(dice, 0, count)]);
    }
  return rota_new(problem, (const struct assignment *)(void *)items->data, (int)items->len);
}

static bool is_asking(const struct rule_use *use)
{
  for (size_t i = 0; i < G_N_ELEMENTS(asking); i++)
    if (strcmp(use->rule->name, asking[i]) == 0)
      return true;
  return false;
}

static int64_t not_offered(const struct audit *audit)
{
  int64_t out = 0;
  for (guint i = 0; i < audit->findings->len; i++) {
    const struct finding *finding = &g_array_index(audit->findings, struct finding, i);
    if (finding->kind == SHORTFALL_NOT_OFFERED) {
      assert_non_null(strstr(finding->text, "not offered: "));
      assert_true(finding->price != PRICE_HARD);
      out += finding->violation;
    }
  }
  return out;
}

/* How many of the closures took something away. */
static int try_closures(const struct service *service, const struct month *month, GRand *dice)
{
  g_autofree struct closure *room = g_new(struct closure, (gsize)month->n_closures + 1);
  struct problem *open = problem_new(service, month);
  int told = 0;
  for (int i = 0; i < CLOSURES; i++) {
    struct month more = closed_month(month, draw_closure(service, month, dice), room);
    struct problem *closed = problem_new(service, &more);
    struct rota *rota = draw_rota(closed, dice, i % 3 * 45);
    struct audit *before = audit_new(open, rota), *after = audit_new(closed, rota);
    for (int u = 0; u < service->n_uses; u++)
      if (is_asking(&service->uses[u]))
        assert_true(after->uses[u].cost >= before->uses[u].cost);
    told += not_offered(after) > not_offered(before);
    audit_free(before);
    audit_free(after);
    rota_free(rota);
    problem_free(closed);
  }
  problem_free(open);
  return told;
}

static void test_closures_of_the_examples(void **state)
{
  static const char *const examples[] = {"small", "locality"};
  (void)state;
  for (size_t e = 0; e < G_N_ELEMENTS(examples); e++) {
    g_autofree char *path = g_build_filename(ROTA_SOURCE_DIR, "examples", examples[e], NULL);
    struct source *source = source_folder(path);
    struct diagnostics *diagnostics = diagnostics_new();
    struct service *service;
    struct month *month;
    g_autoptr(GRand) dice = g_rand_new_with_seed(27);
    assert_int_equal(inputs_read_service(source, diagnostics, &service), STATUS_OK);
    assert_int_equal(inputs_read_month(source, service, "2027-01", diagnostics, &month), STATUS_OK);
    assert_true(try_closures(service, month, dice) > CLOSURES / 4);
    diagnostics_free(diagnostics);
    source_free(source);
    month_free(month);
    service_free(service);
  }
}

/* June 2027 begins on a Tuesday and ends on a Wednesday. */
static void test_closures_between_published_months(void **state)
{
  static const struct rule_example june = {
      .month_id = "2027-06",
      .files = {{"history/2027-05.yaml",
                 "month: 2027-05\n"
                 "assignments:\n"
                 "  ann: [2027-05-31 am 08:30-12:15 clinic hove]\n"
                 "  bob: [2027-05-31 am 08:30-12:15 fcp goldstone]\n"
                 "checksum: none\n"},
                {"history/2027-07.yaml",
                 "month: 2027-07\n"
                 "assignments:\n"
                 "  ann: [2027-07-01 am 08:30-12:15 clinic hove]\n"
                 "  bob: [2027-07-02 pm 13:15-17:00 fcp goldstone]\n"
                 "checksum: none\n"}},
      .service =
          "demand:\n"
          "  - {task: clinic, at: every hub, per: week, need: 7, target: 9, most: 9}\n"
          "  - {task: spine, per: week, sessions: mon-fri am, need: 3, most: 4}\n"
          "pcns: {goldstone: {patients: 21000, rooms: 1}}\n",
  };
  (void)state;
  struct world *world = world_new(&june, "[fcp_cover: {task: fcp}, duty_cover: {task: duty}]\n");
  g_autoptr(GRand) dice = g_rand_new_with_seed(28);
  assert_true(try_closures(world->service, world->month, dice) > CLOSURES / 4);
  world_free(world);
}

/* Is that text among the shortfalls, as a gap in what is needed? */
static bool is_told(const struct assessment *of, const char *text)
{
  for (guint i = 0; i < of->shortfalls->len; i++) {
    const struct shortfall *item = &g_array_index(of->shortfalls, struct shortfall, i);
    if (strstr(item->finding->text, text) && item->finding->kind == SHORTFALL_NOT_OFFERED &&
        !item->why)
      return true;
  }
  return false;
}

#define ANN "ann 2027-02-01 am clinic hove\n"

static const struct {
  const char *name, *service, *month, *rota;
  const char *told; /* NULL: there is no gap */
} cases[] = {
    {"closed", "", "closures: [{site: hove, from: 2027-02-01}]\n", "",
     "not offered: hove is closed"},
    {"closed for the morning", "", "closures: [{site: hove, from: 2027-02-01, sessions: am}]\n", "",
     "not offered: hove is closed"},
    {"closed for the afternoon", "", "closures: [{site: hove, from: 2027-02-01, sessions: pm}]\n",
     ANN, NULL},
    {"the service closed", "", "closures: [{from: 2027-02-01, reason: Snow}]\n", "",
     "not offered: the service is closed, Snow"},
    {"closed with nothing owed", "", "closures: [{site: hove, from: 2027-02-01, owed: no}]\n", "",
     NULL},
    {"moved, and done there", "", "closures: [{site: hove, from: 2027-02-01, moves_to: crawley}]\n",
     "ann 2027-02-01 am clinic crawley\n", NULL},
    {"a holiday", "holidays: [2027-02-01]\n", NULL, "", NULL},
    {"open from nine",
     "sites:\n"
     "  hove: {kind: hub, open: {mon: \"09:00-17:00\"}}\n"
     "  crawley: {kind: hub}\n"
     "  remote: {kind: remote}\n",
     NULL, "", "not offered: no session fits into the hours of hove"},
};

/* One line asks for a clinic at Hove on Monday morning. */
static void test_completeness(void **state)
{
  (void)state;
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *service =
        g_strconcat(cases[i].service,
                    "demand: [{task: clinic, at: hove, sessions: mon am, need: 1,\n"
                    "          until: 2027-02-01}]\n",
                    NULL);
    struct rule_example example = {.service = service, .month = cases[i].month};
    struct world *world = world_new(&example, NULL);
    struct problem *problem = problem_new(world->service, world->month);
    g_autoptr(GArray) items = world_assignments(world, cases[i].rota);
    struct rota *rota =
        rota_new(problem, (const struct assignment *)(const void *)items->data, (int)items->len);
    struct audit *audit = audit_new(problem, rota);
    struct assessment *of = assess(audit, NULL);
    assess_reasons(of);
    if (of->gaps.count != (cases[i].told ? 1 : 0) || (cases[i].told && !is_told(of, cases[i].told)))
      fail_msg("%s: %d gaps", cases[i].name, of->gaps.count);
    assessment_free(of);
    audit_free(audit);
    rota_free(rota);
    problem_free(problem);
    world_free(world);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_closures_of_the_examples),
      cmocka_unit_test(test_closures_between_published_months),
      cmocka_unit_test(test_completeness),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
