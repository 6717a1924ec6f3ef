#include "model/audit.h"
#include "model/contract.h"
#include "model/formulation.h"
#include "model/reckoning.h"
#include "model/rule.h"
#include "model/words.h"

enum { SHARE_PERCENT, PER_MINUTES, TOLERANCE_MINUTES };

static const struct rule_param params[] = {
    {.name = "share",
     .kind = PARAM_NUMBER,
     .unit = "percent",
     .summary = "the share of the contract's minutes that is supporting time",
     .initial = 10,
     .least = 1,
     .most = 100},
    {.name = "per_minutes",
     .kind = PARAM_NUMBER,
     .unit = "minutes",
     .summary = "each started so many minutes missing cost the weight",
     .initial = 15,
     .least = 1,
     .most = 6000},
    {.name = "tolerance_minutes",
     .kind = PARAM_NUMBER,
     .unit = "minutes",
     .summary = "so many may be missing: half a session, where the share is rounded to whole ones",
     .initial = 0,
     .least = 0,
     .most = 6000},
};

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  const struct problem *problem = formulation->problem;
  for (int c = 0; c < problem->service->n_clinicians; c++) {
    if (!scope_has_clinician(&use->scope, problem, c))
      continue;
    struct label label = formulation_label(formulation);
    label.clinician = c;
    label.task = scope_only_task(&use->scope, problem);
    for (int s = 0; s < problem->month->n_slots; s++) {
      int count, first = problem_cell(problem, c, s, &count);
      for (int i = first; i < first + count; i++)
        if (scope_has(&use->scope, problem, &problem->candidates[i]))
          formulation_term(formulation, i, INT64_C(100) * problem->month->slots[s].minutes);
    }
    int64_t due = (int64_t)contract_minutes(problem, c, &use->scope) * use->values[SHARE_PERCENT] -
                  INT64_C(100) * use->values[TOLERANCE_MINUTES];
    formulation_limit(formulation, label, due, PROGRAMME_INFINITY,
                      INT64_C(100) * use->values[PER_MINUTES], rule_use_price(use));
  }
}

static void check(struct audit *audit, const struct rule_use *use)
{
  const struct problem *problem = audit->problem;
  int share = use->values[SHARE_PERCENT], unit = 100 * use->values[PER_MINUTES];
  g_autofree int *planned = g_new0(int, (gsize)problem->service->n_clinicians + 1);
  for (int i = 0; i < audit->rota->count; i++)
    if (scope_has(&use->scope, problem, &audit->rota->items[i]))
      planned[audit->rota->items[i].clinician] +=
          problem->month->slots[audit->rota->items[i].slot].minutes;
  for (int c = 0; c < problem->service->n_clinicians; c++) {
    int contract = reckoning_contract_minutes(problem, c, &use->scope);
    int missing = share * contract - 100 * (planned[c] + use->values[TOLERANCE_MINUTES]);
    if (missing <= 0)
      continue;
    struct label label = audit_label(audit);
    label.clinician = c;
    label.task = scope_only_task(&use->scope, problem);
    char has[WORDS_SIZE], whole[WORDS_SIZE];
    audit_shortfall(audit, SHORTFALL_OTHER, label, (missing + unit - 1) / unit, rule_use_price(use),
                    "%s has %s of supporting time, less than %d%% of %s",
                    problem->service->clinicians[c].name, words_minutes(planned[c], has), share,
                    words_minutes(contract, whole));
  }
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  g_string_append_printf(out, "at least %d%% of the contract is supporting time",
                         use->values[SHARE_PERCENT]);
  if (use->values[TOLERANCE_MINUTES] > 0)
    g_string_append_printf(out, ", to within %d minutes", use->values[TOLERANCE_MINUTES]);
  words_scope(problem, &use->scope, out);
}

const struct rule rule_support_time = {
    .name = "support_time",
    .summary = "A share of the contract is supporting time: innovation, CPD, supervision given.",
    .source = "\"time and space to engage in improvement and innovation projects\"; job plans",
    .by_contract = true,
    .nature = RULE_ELASTIC,
    .weight = 2,
    .scope = SCOPE_WHO | SCOPE_TASKS,
    .needs_scope = SCOPE_TASKS,
    .params = params,
    .n_params = G_N_ELEMENTS(params),
    .examples =
        {
            {
                /* the last Thursday and Friday: 15 h owed, of which 4 h 30 min for support */
                .clinicians = "bob: {band: 6, wte: 1.0, works: {mon-fri: [am, pm]},\n"
                              "      skills: {msk: yes}, joins: 2027-02-25}\n",
                .use = "{who: {clinicians: [bob]}, task: support, share: 30, per_minutes: 60}",
                .candidates = "bob 2027-02-25 am clinic hove\n"
                              "bob 2027-02-25 am support remote\n"
                              "bob 2027-02-25 pm support hove\n"
                              "bob 2027-02-26 am support crawley\n"
                              "bob 2027-02-26 pm support remote\n"
                              "bob 2027-02-26 pm clinic hove\n",
                .good = "bob 2027-02-25 am support remote\n"
                        "bob 2027-02-26 pm support remote\n",
                .bad = "bob 2027-02-25 am clinic hove\n"
                       "bob 2027-02-25 pm support hove\n",
            },
            {
                /* The same, to the nearest session: 4 h 30 min are one of 3 h 45 min. */
                .clinicians = "bob: {band: 6, wte: 1.0, works: {mon-fri: [am, pm]},\n"
                              "      skills: {msk: yes}, joins: 2027-02-25}\n",
                .use = "{who: {clinicians: [bob]}, task: support, share: 30, per_minutes: 225,\n"
                       " tolerance_minutes: 112}",
                .candidates = "bob 2027-02-25 am clinic hove\n"
                              "bob 2027-02-25 pm support hove\n"
                              "bob 2027-02-26 am support crawley\n",
                .good = "bob 2027-02-25 am clinic hove\n"
                        "bob 2027-02-26 am support crawley\n",
                .bad = "bob 2027-02-25 am clinic hove\n",
            },
        },
    .asks = rule_use_asks,
    .emit = emit,
    .check = check,
    .explain = explain,
};
