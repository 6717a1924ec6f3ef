#include "model/audit.h"
#include "model/formulation.h"
#include "model/rule.h"
#include "model/words.h"

enum { GENERALIST, SPECIALIST, WITHIN, EACH, PER_MINUTES };
enum { EACH_SERVICE, EACH_PERSON };

static const char *const each_choices[] = {"service", "person", NULL};

static const struct rule_param params[] = {
    {.name = "generalist",
     .kind = PARAM_NUMBER,
     .unit = "",
     .summary = "the generalist side of the ratio",
     .initial = 80,
     .most = 1000},
    {.name = "specialist",
     .kind = PARAM_NUMBER,
     .unit = "",
     .summary = "the specialist side of the ratio",
     .initial = 20,
     .least = 0,
     .most = 1000},
    {.name = "within",
     .kind = PARAM_NUMBER,
     .unit = "percent",
     .summary = "how far the specialist share may be off, in points",
     .initial = 5,
     .most = 100},
    {.name = "each",
     .kind = PARAM_CHOICE,
     .unit = "",
     .summary = "whether the service as a whole has the ratio, or each person who does both",
     .initial = EACH_SERVICE,
     .choices = each_choices},
    {.name = "per_minutes",
     .kind = PARAM_NUMBER,
     .unit = "minutes",
     .summary = "each started so many minutes off cost the weight",
     .initial = 15,
     .least = 1,
     .most = 6000},
};

static const char *fault(const struct rule_use *use)
{
  return use->values[GENERALIST] + use->values[SPECIALIST] == 0
             ? "the ratio needs 'generalist' or 'specialist' above 0"
             : NULL;
}

/* --- emit ------------------------------------------------------------------ */

static enum stream stream_of(const struct problem *problem, int task)
{
  return problem->service->tasks[task].stream;
}

/* The candidates of a clinician, or, for NONE, of everybody: `*from` to before `*end`. */
static void candidates_of(const struct problem *problem, int clinician, int *from, int *end)
{
  int n_slots = problem->month->n_slots;
  *from = clinician == NONE ? 0 : problem->cell[clinician * n_slots];
  *end = clinician == NONE ? problem->n_candidates : problem->cell[(clinician + 1) * n_slots];
}

/* Adds each minute of specialist work times `specialist`, of generalist work
 * times `generalist`. */
static void add_minutes(struct formulation *formulation, const struct rule_use *use, int clinician,
                        int64_t specialist, int64_t generalist)
{
  const struct problem *problem = formulation->problem;
  int from, end;
  candidates_of(problem, clinician, &from, &end);
  for (int i = from; i < end; i++) {
    const struct assignment *at = &problem->candidates[i];
    enum stream stream = stream_of(problem, at->task);
    if (stream == STREAM_NEITHER || !scope_has(&use->scope, problem, at))
      continue;
    int minutes = problem->month->slots[at->slot].minutes;
    formulation_term(formulation, i,
                     minutes * (stream == STREAM_SPECIALIST ? specialist : generalist));
  }
}

/* With a share between low / scale and high / scale, S specialist and G
 * generalist minutes: scale S - high (G + S) <= 0 <= scale S - low (G + S). */
static void emit_ratio(struct formulation *formulation, const struct rule_use *use, int clinician)
{
  int64_t whole = use->values[GENERALIST] + use->values[SPECIALIST], scale = 100 * whole;
  int64_t low = 100 * use->values[SPECIALIST] - use->values[WITHIN] * whole;
  int64_t high = 100 * use->values[SPECIALIST] + use->values[WITHIN] * whole;
  int64_t unit = scale * use->values[PER_MINUTES];
  struct label label = formulation_label(formulation);
  label.clinician = clinician;
  add_minutes(formulation, use, clinician, scale - high, -high);
  formulation_limit(formulation, label, -PROGRAMME_INFINITY, 0, unit, rule_use_price(use));
  add_minutes(formulation, use, clinician, scale - low, -low);
  formulation_limit(formulation, label, 0, PROGRAMME_INFINITY, unit, rule_use_price(use));
}

/* Is there a candidate of each stream in the scope for the clinician? */
static bool could_do_both(const struct rule_use *use, const struct problem *problem, int clinician)
{
  bool could[3] = {false, false, false};
  int from, end;
  candidates_of(problem, clinician, &from, &end);
  for (int i = from; i < end; i++)
    if (scope_has(&use->scope, problem, &problem->candidates[i]))
      could[stream_of(problem, problem->candidates[i].task)] = true;
  return could[STREAM_GENERALIST] && could[STREAM_SPECIALIST];
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  const struct problem *problem = formulation->problem;
  if (use->values[EACH] == EACH_SERVICE) {
    emit_ratio(formulation, use, NONE);
    return;
  }
  for (int c = 0; c < problem->service->n_clinicians; c++)
    if (!problem->service->clinicians[c].bank && could_do_both(use, problem, c))
      emit_ratio(formulation, use, c);
}

/* --- check ----------------------------------------------------------------- */

/* "75:25", "81.8:18.2": to the nearest tenth of a percent. g_free it. */
static char *shares_text(int64_t generalist, int64_t specialist)
{
  int64_t all = generalist + specialist, tenths = (2000 * generalist + all) / (2 * all);
  int one = (int)tenths, other = 1000 - one;
  return one % 10 == 0 ? g_strdup_printf("%d:%d", one / 10, other / 10)
                       : g_strdup_printf("%d.%d:%d.%d", one / 10, one % 10, other / 10, other % 10);
}

/* `generalist` and `specialist` are minutes. */
static void check_ratio(struct audit *audit, const struct rule_use *use, int clinician,
                        int64_t generalist, int64_t specialist)
{
  int64_t parts = use->values[GENERALIST] + use->values[SPECIALIST];
  int64_t unit = 100 * parts * use->values[PER_MINUTES];
  /* 100 x parts x the specialist minutes above the ratio itself (below: negative) */
  int64_t off = 100 * (use->values[GENERALIST] * specialist - use->values[SPECIALIST] * generalist);
  int64_t over = ABS(off) - use->values[WITHIN] * parts * (generalist + specialist);
  if (over <= 0)
    return;
  struct label label = audit_label(audit);
  label.clinician = clinician;
  const char *name =
      clinician == NONE ? "the service" : audit->problem->service->clinicians[clinician].name;
  g_autofree char *shares = shares_text(generalist, specialist);
  audit_find(audit, label, (over + unit - 1) / unit, rule_use_price(use),
             "%s is at %s generalist to specialist, not %d:%d within %d", name, shares,
             use->values[GENERALIST], use->values[SPECIALIST], use->values[WITHIN]);
}

/* Minutes of each stream. */
struct streams {
  int64_t generalist, specialist;
};

/* Of each clinician, and, in the last of all, of the service. */
static void add_up(const struct audit *audit, const struct rule_use *use, struct streams *minutes)
{
  const struct problem *problem = audit->problem;
  struct streams *service = &minutes[problem->service->n_clinicians];
  for (int i = 0; i < audit->rota->count; i++) {
    const struct assignment *at = &audit->rota->items[i];
    struct streams *own = &minutes[at->clinician];
    int64_t length = problem->month->slots[at->slot].minutes;
    if (!scope_has(&use->scope, problem, at))
      continue;
    if (problem->service->tasks[at->task].stream == STREAM_GENERALIST) {
      own->generalist += length;
      service->generalist += length;
    } else if (problem->service->tasks[at->task].stream == STREAM_SPECIALIST) {
      own->specialist += length;
      service->specialist += length;
    }
  }
}

/* Does the clinician have a candidate of that stream in scope? */
static bool can_do(const struct problem *problem, const struct rule_use *use, int clinician,
                   enum stream stream)
{
  for (int slot = 0; slot < problem->month->n_slots; slot++) {
    int count, i = problem_cell(problem, clinician, slot, &count);
    for (; count > 0; count--, i++)
      if (problem->service->tasks[problem->candidates[i].task].stream == stream &&
          scope_has(&use->scope, problem, &problem->candidates[i]))
        return true;
  }
  return false;
}

static void check(struct audit *audit, const struct rule_use *use)
{
  int n = audit->problem->service->n_clinicians;
  g_autofree struct streams *minutes = g_new0(struct streams, (gsize)n + 1);
  add_up(audit, use, minutes);
  if (use->values[EACH] == EACH_SERVICE)
    check_ratio(audit, use, NONE, minutes[n].generalist, minutes[n].specialist);
  else
    for (int c = 0; c < n; c++)
      if (!audit->problem->service->clinicians[c].bank &&
          can_do(audit->problem, use, c, STREAM_GENERALIST) &&
          can_do(audit->problem, use, c, STREAM_SPECIALIST))
        check_ratio(audit, use, c, minutes[c].generalist, minutes[c].specialist);
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  g_string_append_printf(out, "%s generalist to specialist minutes are %d:%d, within %d points",
                         use->values[EACH] == EACH_PERSON ? "each person's" : "the service's",
                         use->values[GENERALIST], use->values[SPECIALIST], use->values[WITHIN]);
  words_scope(problem, &use->scope, out);
}

const struct rule rule_ratio = {
    .name = "ratio",
    .summary = "Generalist to specialist minutes keep a ratio, service-wide or for each person.",
    .source = "\"weighted towards generalism over specialism at a ratio of 80:20\"",
    .nature = RULE_SOFT,
    .weight = 1,
    .scope = SCOPE_ALL & ~(unsigned)SCOPE_TASKS,
    .params = params,
    .n_params = G_N_ELEMENTS(params),
    .fault = fault,
    .examples =
        {
            {
                .use = "{generalist: 2, specialist: 1, within: 10, per_minutes: 40}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-01 pm spine hove\n"
                              "ann 2027-02-02 eve spine crawley\n"
                              "ann 2027-02-02 eve clinic hove\n"
                              "ann 2027-02-03 am duty hove\n"
                              "bob 2027-02-01 am clinic crawley\n"
                              "bob 2027-02-02 pm fcp goldstone\n"
                              "cat 2027-02-03 pm clinic crawley\n",
                .good = "ann 2027-02-01 pm spine hove\n"
                        "ann 2027-02-03 am duty hove\n"
                        "bob 2027-02-01 am clinic crawley\n"
                        "cat 2027-02-03 pm clinic crawley\n",
                .bad = "ann 2027-02-01 pm spine hove\n"
                       "ann 2027-02-02 eve spine crawley\n"
                       "bob 2027-02-01 am clinic crawley\n",
            },
            {
                .use = "{generalist: 60, specialist: 40, within: 20, each: person,\n"
                       " who: {clinicians: [ann]}}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-01 pm spine hove\n"
                              "ann 2027-02-02 am clinic hove\n"
                              "ann 2027-02-02 pm spine hove\n"
                              "ann 2027-02-02 eve spine hove\n"
                              "bob 2027-02-01 am clinic crawley\n"
                              "bob 2027-02-02 pm fcp goldstone\n",
                .good = "ann 2027-02-01 am clinic hove\n"
                        "ann 2027-02-01 pm spine hove\n"
                        "bob 2027-02-01 am clinic crawley\n",
                .bad = "ann 2027-02-01 am clinic hove\n"
                       "bob 2027-02-01 am clinic crawley\n",
            },
        },
    .emit = emit,
    .check = check,
    .explain = explain,
};
