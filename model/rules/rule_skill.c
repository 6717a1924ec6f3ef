#include "model/audit.h"
#include "model/problem.h"
#include "model/rule.h"
#include "model/words.h"

static bool bars(const struct rule_use *use, const struct problem *problem,
                 const struct assignment *assignment)
{
  (void)use;
  return !clinician_can(problem->service, assignment->clinician, assignment->task,
                        problem->month->slots[assignment->slot].date);
}

/* Appends what the person lacks for the task on that date, if anything. */
static void lacking(const struct service *service, const struct post *post, const struct task *task,
                    int date, GString *out)
{
  if (task->min_band > post->band) {
    g_string_append_printf(out, "band %d, and it takes band %d", post->band, task->min_band);
    return;
  }
  if (task->skill == NONE)
    return;
  const char *skill = service->skills.words[task->skill];
  g_string_printf(out, "does not hold '%s'", skill);
  for (int i = 0; i < post->n_skills; i++) {
    const struct skill_held *held = &post->skills[i];
    char day[DATE_TEXT_SIZE];
    if (held->skill != task->skill)
      continue;
    if (held->from != DATE_NONE && held->from > date)
      g_string_printf(out, "holds '%s' only from %s", skill, date_format(held->from, day));
    else if (held->until != DATE_NONE && held->until < date)
      g_string_printf(out, "held '%s' until %s", skill, date_format(held->until, day));
    else if (held->stage < task->min_stage && !held->trainee)
      g_string_printf(out, "stage %d of '%s' is signed off, and it takes stage %d", held->stage,
                      skill, task->min_stage);
    else {
      g_string_truncate(out, 0);
      return;
    }
  }
}

static void check(struct audit *audit, const struct rule_use *use)
{
  const struct service *service = audit->problem->service;
  g_autoptr(GString) lack = g_string_new(NULL);
  for (int i = 0; i < audit->rota->count; i++) {
    const struct assignment *item = &audit->rota->items[i];
    const struct clinician *person = &service->clinicians[item->clinician];
    const struct task *task = &service->tasks[item->task];
    int date = audit->problem->month->slots[item->slot].date;
    const struct post *post = clinician_on(service, item->clinician, date);
    g_string_truncate(lack, 0);
    lacking(service, post, task, date, lack);
    if (lack->len == 0)
      continue;
    struct label label = audit_label(audit);
    label.clinician = item->clinician;
    label.slot = item->slot;
    label.task = item->task;
    label.site = item->site;
    char when[WORDS_SIZE], where[WORDS_SIZE];
    audit_find(audit, label, 1, rule_use_price(use), "%s can't do %s at %s on %s: %s%s",
               person->name, task->name, service->sites[item->site].name,
               words_slot(audit->problem, item->slot, when), lack->str,
               words_where(post->where, where));
  }
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  (void)use;
  (void)problem;
  g_string_append(out,
                  "whoever does a task holds its skill on that date, at the stage and in "
                  "the band that it takes");
}

const struct rule rule_skill = {
    .name = "skill",
    .summary = "A task is done by people who hold its skill that day, at its stage and band.",
    .source = "First Contact Practitioner roadmap; scope of practice",
    .nature = RULE_HARD,
    .weight = 1000,
    .standing = true,
    .examples = {{
        .clinicians = "ann: {name: Ann Able, band: 7, wte: 1.0, works: {mon-fri: [am, pm]},\n"
                      "      skills: {spine: {since: 2027-02-02, until: 2027-02-25},\n"
                      "               fcp: {stage: 2}}}\n"
                      "bob: {name: Bob Best, band: 6, wte: 1.0, works: {mon-fri: [am, pm]},\n"
                      "      skills: {msk: {until: 2027-02-26}, fcp: {}}}\n"
                      "cat: {name: Cat Cole, band: 5, wte: 0.5, works: {mon-fri: [am, pm]},\n"
                      "      skills: {fcp: {trainee: yes, until: 2027-02-25}}}\n",
        .use = "{}",
        .candidates = "ann 2027-02-01 am spine hove\n"
                      "ann 2027-02-02 am spine hove\n"
                      "ann 2027-02-25 pm spine hove\n"
                      "ann 2027-02-26 am spine hove\n"
                      "ann 2027-02-01 pm clinic hove\n"
                      "ann 2027-02-02 pm fcp goldstone\n"
                      "ann 2027-02-03 am duty hove\n"
                      "bob 2027-02-02 pm fcp goldstone\n"
                      "cat 2027-02-25 am fcp goldstone\n"
                      "cat 2027-02-26 am fcp goldstone\n"
                      "bob 2027-02-03 am duty hove\n"
                      "bob 2027-02-03 pm support hove\n"
                      "bob 2027-02-26 pm clinic hove\n",
        .good = "ann 2027-02-02 am spine hove\n"
                "ann 2027-02-02 pm fcp goldstone\n"
                "ann 2027-02-03 am duty hove\n"
                "cat 2027-02-25 am fcp goldstone\n"
                "bob 2027-02-26 pm clinic hove\n",
        .bad = "bob 2027-02-02 pm fcp goldstone\n",
    }},
    .bars = bars,
    .check = check,
    .explain = explain,
};
