#include "model/audit.h"
#include "model/formulation.h"
#include "model/rule.h"
#include "model/words.h"

enum { OF };
enum { OF_DAY, OF_HALF_DAY };
enum { NOON_MINUTE = 12 * 60, EVENING_MINUTE = 17 * 60 };

static const char *const of_names[] = {"day", "half day", NULL};

static const struct rule_param params[] = {
    [OF] = {.name = "of",
            .kind = PARAM_CHOICE,
            .unit = "",
            .summary = "what is given to it whole: a day, or what begins before 12:00, then "
                       "before 17:00, then later",
            .initial = OF_DAY,
            .choices = of_names},
};

/* --- emit ------------------------------------------------------------------ */

/* The slots of a day, or of its morning, afternoon or evening. */
struct part {
  int first, end;
};

/* The part that begins with the slot `first`, of a day whose slots end before `end`. */
static struct part part_from(const struct problem *problem, const struct rule_use *use, int first,
                             int end)
{
  const struct block *blocks = problem->service->blocks;
  const struct slot *slots = problem->month->slots;
  int from = blocks[slots[first].block].from_minute;
  int until = from < NOON_MINUTE ? NOON_MINUTE : from < EVENING_MINUTE ? EVENING_MINUTE : G_MAXINT;
  struct part part = {first, first + 1};
  while (part.end < end &&
         (use->values[OF] == OF_DAY || blocks[slots[part.end].block].from_minute < until))
    part.end++;
  return part;
}

/* Adds the cell's candidates that the use is about, or all others; how many? */
static int add_work(struct formulation *formulation, const struct rule_use *use, int clinician,
                    int slot, bool meant)
{
  const struct problem *problem = formulation->problem;
  int count, added = 0, first = problem_cell(problem, clinician, slot, &count);
  for (int i = first; i < first + count; i++)
    if (scope_has(&use->scope, problem, &problem->candidates[i]) == meant) {
      formulation_term(formulation, i, 1);
      added++;
    }
  return added;
}

/* What the use is about in one session, and anything else in another, divide the part: one
 * column says so for all pairs of its sessions. */
static void emit_part(struct formulation *formulation, const struct rule_use *use, int clinician,
                      struct part part)
{
  struct label label = formulation_label(formulation);
  label.clinician = clinician;
  label.slot = part.first;
  int divided = NONE;
  for (int s = part.first; s < part.end; s++)
    for (int other = part.first; other < part.end; other++) {
      if (s == other)
        continue;
      if (add_work(formulation, use, clinician, s, true) == 0 ||
          add_work(formulation, use, clinician, other, false) == 0) {
        programme_drop_terms(formulation->programme);
        continue;
      }
      if (!use->hard && divided == NONE)
        divided = formulation_column(formulation, label, 0, 1, use->weight);
      if (divided != NONE)
        formulation_term(formulation, divided, -1);
      formulation_row(formulation, label, -PROGRAMME_INFINITY, 1);
    }
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  const struct problem *problem = formulation->problem;
  for (int c = 0; c < problem->service->n_clinicians; c++)
    for (int d = 0; d < problem->month->n_days; d++) {
      const struct day *day = &problem->month->days[d];
      int end = day->first_slot + day->n_slots;
      for (struct part part = {0, day->first_slot}; part.end < end;) {
        part = part_from(problem, use, part.end, end);
        emit_part(formulation, use, c, part);
      }
    }
}

/* --- check ----------------------------------------------------------------- */

/* What somebody does in a part of a day: from its first session that is worked. */
struct mix {
  int slot;
  int meant, other; /* assignments */
};

static void find_mix(struct audit *audit, const struct rule_use *use, int clinician,
                     const struct mix *mix)
{
  if (mix->meant == 0 || mix->other == 0)
    return;
  const struct problem *problem = audit->problem;
  int task = scope_only_task(&use->scope, problem);
  struct label label = audit_label(audit);
  label.clinician = clinician;
  label.slot = mix->slot;
  char date[DATE_TEXT_SIZE];
  audit_find(audit, label, 1, rule_use_price(use),
             "%s has %s beside other work on %s, and it is to fill a %s",
             problem->service->clinicians[clinician].name,
             task == NONE ? "such work" : problem->service->tasks[task].name,
             date_format_short(problem->month->slots[mix->slot].date, date),
             use->values[OF] == OF_DAY ? "day" : "half day");
}

static void check_day(struct audit *audit, const struct rule_use *use, int clinician,
                      const struct day *day)
{
  const struct service *service = audit->problem->service;
  struct mix parts[] = {{NONE, 0, 0}, {NONE, 0, 0}, {NONE, 0, 0}};
  for (int s = day->first_slot; s < day->first_slot + day->n_slots; s++) {
    int count, begins = service->blocks[audit->problem->month->slots[s].block].from_minute;
    const struct assignment *items = rota_at(audit->rota, clinician, s, &count);
    bool halved = use->values[OF] == OF_HALF_DAY;
    struct mix *mix = &parts[!halved ? 0 : (begins >= NOON_MINUTE) + (begins >= EVENING_MINUTE)];
    for (int i = 0; i < count; i++) {
      bool meant = scope_has(&use->scope, audit->problem, &items[i]);
      mix->slot = mix->slot == NONE ? s : mix->slot;
      mix->meant += meant;
      mix->other += !meant;
    }
  }
  for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
    find_mix(audit, use, clinician, &parts[i]);
}

static void check(struct audit *audit, const struct rule_use *use)
{
  const struct problem *problem = audit->problem;
  for (int c = 0; c < problem->service->n_clinicians; c++)
    for (int d = 0; d < problem->month->n_days; d++)
      check_day(audit, use, c, &problem->month->days[d]);
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  g_string_append_printf(out, "this work comes in whole %s, with nothing else beside it",
                         use->values[OF] == OF_DAY ? "days" : "half days");
  words_scope(problem, &use->scope, out);
}

const struct rule rule_undivided = {
    .name = "undivided",
    .summary = "Some work, such as supporting time, fills whole days, or whole half days.",
    .source = "local policy: time to get something done",
    .nature = RULE_SOFT,
    .weight = 5,
    .scope = SCOPE_WHO | SCOPE_TASKS | SCOPE_SITES,
    .needs_scope = SCOPE_TASKS,
    .params = params,
    .n_params = G_N_ELEMENTS(params),
    .examples =
        {
            {
                .use = "{task: support, who: {clinicians: [ann]}}",
                .candidates = "ann 2027-02-01 am support remote\n"
                              "ann 2027-02-01 pm support hove\n"
                              "ann 2027-02-01 pm clinic hove\n"
                              "ann 2027-02-02 am support remote\n"
                              "ann 2027-02-02 am clinic hove\n"
                              "ann 2027-02-02 pm support remote\n"
                              "ann 2027-02-02 eve clinic hove\n"
                              "ann 2027-02-26 am duty remote\n"
                              "ann 2027-02-26 pm support remote\n"
                              "bob 2027-02-26 am support remote\n"
                              "bob 2027-02-26 pm clinic hove\n",
                .good = "ann 2027-02-01 am support remote\n"
                        "ann 2027-02-01 pm support hove\n"
                        "ann 2027-02-02 eve clinic hove\n"
                        "ann 2027-02-26 pm support remote\n"
                        "bob 2027-02-26 am support remote\n"
                        "bob 2027-02-26 pm clinic hove\n",
                .bad = "ann 2027-02-26 am duty remote\n"
                       "ann 2027-02-26 pm support remote\n",
            },
            {
                /* Two sessions of the morning, and two of the afternoon. */
                .service = "sessions:\n"
                           "  am1: {from: \"08:30\", to: \"10:30\"}\n"
                           "  am2: {from: \"11:59\", to: \"12:00\"}\n"
                           "  pm1: {from: \"12:00\", to: \"15:00\"}\n"
                           "  pm2: {from: \"16:59\", to: \"17:00\"}\n"
                           "week: {mon-fri: [am1, am2, pm1, pm2]}\n",
                .clinicians = "ann: {name: Ann Able, band: 7, wte: 1.0, base: hove,\n"
                              "      works: {mon-fri: [am1, am2, pm1, pm2]}, skills: {msk: yes}}\n"
                              "bob: {name: Bob Best, band: 6, wte: 1.0, base: hove,\n"
                              "      works: {mon-fri: [am1, pm1]}, skills: {msk: yes}}\n"
                              "cat: {name: Cat Cole, band: 5, wte: 0.5, base: crawley,\n"
                              "      works: {mon-wed: [am1, am2]}, skills: {msk: yes}}\n",
                .use = "{task: [support, duty], at: remote, of: half day}",
                .candidates = "ann 2027-02-01 am1 support remote\n"
                              "ann 2027-02-01 am2 clinic hove\n"
                              "ann 2027-02-01 am2 duty remote\n"
                              "ann 2027-02-01 pm1 support hove\n"
                              "ann 2027-02-01 pm2 support remote\n"
                              "ann 2027-02-26 pm1 clinic hove\n"
                              "ann 2027-02-26 pm2 duty remote\n"
                              "ann 2027-02-26 am2 clinic hove\n",
                .good = "ann 2027-02-01 am1 support remote\n"
                        "ann 2027-02-01 am2 duty remote\n"
                        "ann 2027-02-01 pm1 support hove\n"
                        "ann 2027-02-26 pm2 duty remote\n"
                        "ann 2027-02-26 am2 clinic hove\n",
                .bad = "ann 2027-02-01 pm1 support hove\n"
                       "ann 2027-02-01 pm2 support remote\n",
            },
        },
    .emit = emit,
    .check = check,
    .explain = explain,
};
