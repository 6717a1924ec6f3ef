#include "model/audit.h"
#include "model/formulation.h"
#include "model/rule.h"
#include "model/words.h"

enum { DEBRIEFERS, STAGE, PER_DEBRIEFER };

static const struct rule_param params[] = {
    {.name = "debriefers",
     .kind = PARAM_WHO,
     .unit = "",
     .summary = "who can debrief trainees; whoever has reached 'stage' of the skill if not given",
     .initial = PARAM_UNSET},
    {.name = "stage",
     .kind = PARAM_NUMBER,
     .unit = "",
     .summary = "of the skill's roadmap, from which on people can debrief",
     .initial = 2,
     .least = 1,
     .most = 10},
    {.name = "per_debriefer",
     .kind = PARAM_NUMBER,
     .unit = "people",
     .summary = "trainees whom one debriefer can see in a day",
     .initial = 4,
     .least = 1,
     .most = 20},
};

/* --- emit ------------------------------------------------------------------ */

static bool can_debrief(const struct rule_use *use, const struct service *service, int clinician,
                        int skill, int date)
{
  return use->sets[DEBRIEFERS]
             ? service_has_post(service, use->sets[DEBRIEFERS], clinician, date)
             : clinician_stage(service, clinician, skill, date) >= use->values[STAGE];
}

/* A column that is at most, for a debriefer, or at least, for a trainee, 1 where
 * the person has any of the collected placements, `count` in number. */
static int close_person(struct formulation *formulation, struct label label, int count,
                        bool trainee)
{
  int column = formulation_column(formulation, label, 0, 1, 0);
  formulation_term(formulation, column, trainee ? -count : -1);
  formulation_row(formulation, label, trainee ? -PROGRAMME_INFINITY : 0,
                  trainee ? 0 : PROGRAMME_INFINITY);
  return column;
}

/* Collects a clinician's placements of the day: for a trainee, of the tasks of
 * the skill done as one; and returns in how many slots they are. */
static int add_day(struct formulation *formulation, int clinician, const struct day *day, int skill,
                   bool trainee)
{
  const struct problem *problem = formulation->problem;
  int slots = 0;
  for (int s = day->first_slot; s < day->first_slot + day->n_slots; s++) {
    int count, first = problem_cell(problem, clinician, s, &count), added = 0;
    for (int i = first; i < first + count; i++) {
      int task = problem->candidates[i].task;
      if (trainee && (problem->service->tasks[task].skill != skill ||
                      !clinician_is_trainee(problem->service, clinician, task, day->date)))
        continue;
      formulation_term(formulation, i, 1);
      added++;
    }
    slots += added > 0;
  }
  return slots;
}

/* Adds a column for each trainee, or debriefer, of the day to `columns`. */
static void add_people(struct formulation *formulation, const struct rule_use *use,
                       const struct day *day, int skill, bool trainees, GArray *columns)
{
  const struct service *service = formulation->problem->service;
  struct label label = formulation_label(formulation);
  label.slot = day->first_slot;
  for (int c = 0; c < service->n_clinicians; c++) {
    label.clinician = c;
    if (!trainees && !can_debrief(use, service, c, skill, day->date))
      continue;
    int slots = add_day(formulation, c, day, skill, trainees);
    if (slots == 0)
      continue;
    int column = close_person(formulation, label, slots, trainees);
    g_array_append_val(columns, column);
  }
}

static void emit_day(struct formulation *formulation, const struct rule_use *use,
                     const struct day *day, int skill)
{
  g_autoptr(GArray) trainees = g_array_new(FALSE, FALSE, sizeof(int));
  g_autoptr(GArray) debriefers = g_array_new(FALSE, FALSE, sizeof(int));
  add_people(formulation, use, day, skill, true, trainees);
  if (trainees->len == 0)
    return;
  add_people(formulation, use, day, skill, false, debriefers);
  for (guint i = 0; i < trainees->len; i++)
    formulation_term(formulation, g_array_index(trainees, int, i), 1);
  for (guint i = 0; i < debriefers->len; i++)
    formulation_term(formulation, g_array_index(debriefers, int, i), -use->values[PER_DEBRIEFER]);
  struct label label = formulation_label(formulation);
  label.slot = day->first_slot;
  formulation_limit(formulation, label, -PROGRAMME_INFINITY, 0, 1, rule_use_price(use));
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  const struct month *month = formulation->problem->month;
  for (int skill = 0; skill < formulation->problem->service->skills.count; skill++)
    for (int d = 0; d < month->n_days; d++)
      emit_day(formulation, use, &month->days[d], skill);
}

/* --- check ----------------------------------------------------------------- */

/* Somebody at work: a debriefer, by name or by the stage that is held that day? */
static bool is_debriefer(const struct audit *audit, const struct rule_use *use, int clinician,
                         const struct day *day, int skill)
{
  if (use->sets[DEBRIEFERS])
    return service_has_post(audit->problem->service, use->sets[DEBRIEFERS], clinician, day->date);
  int stage = clinician_stage(audit->problem->service, clinician, skill, day->date);
  return stage != NONE && stage >= use->values[STAGE];
}

static void check_day(struct audit *audit, const struct rule_use *use, const struct day *day,
                      int skill)
{
  const struct service *service = audit->problem->service;
  int trainees = 0, debriefers = 0;
  g_autoptr(GString) names = g_string_new(NULL);
  for (int c = 0; c < service->n_clinicians; c++) {
    bool works = false, trains = false;
    for (int s = day->first_slot; s < day->first_slot + day->n_slots; s++) {
      int count;
      const struct assignment *items = rota_at(audit->rota, c, s, &count);
      works |= count > 0;
      for (int i = 0; i < count; i++)
        trains |= service->tasks[items[i].task].skill == skill &&
                  clinician_is_trainee(service, c, items[i].task, day->date);
    }
    debriefers += works && is_debriefer(audit, use, c, day, skill);
    if (trains)
      g_string_append_printf(names, "%s%s", trainees++ ? ", " : "", service->clinicians[c].name);
  }
  struct label label = audit_label(audit);
  label.slot = day->first_slot;
  char date[DATE_TEXT_SIZE];
  audit_find(audit, label, MAX(trainees - use->values[PER_DEBRIEFER] * debriefers, 0),
             rule_use_price(use),
             "%s: %d trainees for '%s' (%s) and %d debriefers at work, who can see %d each",
             date_format_short(day->date, date), trainees, service->skills.words[skill], names->str,
             debriefers, use->values[PER_DEBRIEFER]);
}

static void check(struct audit *audit, const struct rule_use *use)
{
  const struct month *month = audit->problem->month;
  for (int skill = 0; skill < audit->problem->service->skills.count; skill++)
    for (int d = 0; d < month->n_days; d++)
      if (month->days[d].n_slots > 0)
        check_day(audit, use, &month->days[d], skill);
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  (void)problem;
  g_string_append_printf(out,
                         "trainees work only on days on which a debriefer works too, on site or "
                         "elsewhere, at most %d to each",
                         use->values[PER_DEBRIEFER]);
}

const struct rule rule_trainee = {
    .name = "trainee",
    .summary = "Trainees do a task below its stage only on days when a debriefer is at work.",
    .source = "First Contact Practitioner roadmap: daily debriefs, at most 4 trainees each",
    .nature = RULE_HARD,
    .weight = 200,
    .standing = true,
    .params = params,
    .n_params = G_N_ELEMENTS(params),
    .examples =
        {
            {
                .clinicians = "bob: {band: 6, wte: 1.0, works: {mon-fri: [am, pm]},\n"
                              "      skills: {fcp: {trainee: yes}, msk: yes}}\n"
                              "cat: {band: 5, wte: 1.0, works: {mon-fri: [am, pm]},\n"
                              "      skills: {fcp: {trainee: yes, until: 2027-02-26}}}\n",
                .use = "{per_debriefer: 1}",
                .candidates = "ann 2027-02-01 pm duty remote\n"
                              "bob 2027-02-01 am fcp goldstone\n"
                              "bob 2027-02-01 pm fcp goldstone\n"
                              "cat 2027-02-01 am fcp goldstone\n"
                              "cat 2027-02-02 am fcp goldstone\n"
                              "ann 2027-02-26 am clinic hove\n"
                              "ann 2027-02-26 pm fcp goldstone\n"
                              "bob 2027-02-26 pm fcp goldstone\n"
                              "bob 2027-02-26 am clinic hove\n"
                              "cat 2027-02-26 pm fcp goldstone\n",
                .good = "ann 2027-02-01 pm duty remote\n"
                        "bob 2027-02-01 am fcp goldstone\n"
                        "bob 2027-02-01 pm fcp goldstone\n"
                        "bob 2027-02-26 am clinic hove\n",
                .bad = "ann 2027-02-26 am clinic hove\n"
                       "bob 2027-02-26 pm fcp goldstone\n"
                       "cat 2027-02-26 pm fcp goldstone\n",
            },
            {
                .clinicians = "bob: {band: 6, wte: 1.0, works: {mon-fri: [am, pm]},\n"
                              "      skills: {fcp: {stage: 1, since: 2027-02-15, trainee: yes}}}\n"
                              "cat: {band: 5, wte: 1.0, works: {mon-fri: [am, pm]},\n"
                              "      skills: {fcp: {trainee: yes}}}\n",
                .use = "{debriefers: {clinicians: [bob]}}",
                .candidates = "ann 2027-02-01 am clinic hove\n"
                              "cat 2027-02-01 am fcp goldstone\n"
                              "bob 2027-02-01 pm support remote\n"
                              "cat 2027-02-25 pm fcp goldstone\n"
                              "bob 2027-02-25 am fcp goldstone\n"
                              "cat 2027-02-26 pm fcp goldstone\n",
                .good = "cat 2027-02-25 pm fcp goldstone\n"
                        "bob 2027-02-25 am fcp goldstone\n",
                .bad = "ann 2027-02-01 am clinic hove\n"
                       "cat 2027-02-01 am fcp goldstone\n",
            },
        },
    .emit = emit,
    .check = check,
    .explain = explain,
};
