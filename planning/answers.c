#include "planning/answers.h"

#include "planning/answers_clear.h"

#include <string.h>

static void free_answer(gpointer data)
{
  struct answer *answer = data;
  g_free(answer->label);
  g_free(answer->about);
  g_free(answer->cells);
  g_free(answer);
}

/* What answers are made from, and those made so far. Behind the columns that are shown come those
 * of the other searches, column after column. */
struct writer {
  GPtrArray *outcomes; /* const struct outcome, of all columns */
  GPtrArray *answers;
  struct answers_clear *clear;
  int columns; /* shown: the service as it is, then the scenarios */
  int all;
};

static const struct outcome *outcome_of(const struct writer *writer, int column)
{
  return g_ptr_array_index(writer->outcomes, (guint)column);
}

/* Takes the texts; `label` may be NULL. */
static struct answer *answer_new(const struct writer *writer, const struct measure *measure,
                                 char *label, char *about)
{
  struct answer *answer = g_new0(struct answer, 1);
  answer->measure = *measure;
  answer->label = label;
  if (label)
    answer->measure.words = label;
  answer->about = about;
  answer->cells = g_new0(struct answer_cell, (gsize)writer->all);
  for (int c = 0; c < writer->all; c++)
    answer->cells[c].value = OUTCOME_UNKNOWN;
  return answer;
}

int answer_judge(const struct measure *measure, int64_t difference)
{
  if (difference == OUTCOME_UNKNOWN || difference == 0 || measure->better >= BETTER_NEITHER)
    return 0;
  return (difference > 0) == (measure->better == BETTER_HIGHER) ? 1 : -1;
}

/* Neither has the standard, or neither ever meets it. */
static bool is_unmet_alike(const struct outcome_standard *a, const struct outcome_standard *b)
{
  return a && b ? a->met < 0 && b->met < 0 : !a && !b;
}

static void compare(struct answer *answer, int column)
{
  struct answer_cell *cell = &answer->cells[column];
  const struct answer_cell *base = &answer->cells[0];
  cell->difference = outcome_difference(cell->value, base->value);
  if (column == 0)
    return;
  cell->judged = answer_judge(&answer->measure, cell->difference);
  cell->same = cell->difference == 0 ||
               (answer->is_standard && is_unmet_alike(cell->standard, base->standard));
  answer->differs |= cell->value != base->value;
}

/* Keeps the answer if any service knows it; standards are kept whatever comes of them. */
static void add_answer(struct writer *writer, struct answer *answer)
{
  bool known = answer->is_standard;
  for (int c = 0; c < writer->columns; c++) {
    known = known || answer->cells[c].value != OUTCOME_UNKNOWN;
    compare(answer, c);
  }
  answers_clear_judge(writer->clear, answer);
  if (known)
    g_ptr_array_add(writer->answers, answer);
  else
    free_answer(answer);
}

static void add_measures(struct writer *writer, enum measure_group group)
{
  for (int m = 0; m < OUTCOME_MEASURES; m++) {
    if (outcome_measures[m].group != group)
      continue;
    struct answer *answer = answer_new(writer, &outcome_measures[m], NULL, g_strdup(""));
    for (int c = 0; c < writer->all; c++)
      answer->cells[c].value = outcome_of(writer, c)->values[m];
    add_answer(writer, answer);
  }
}

/* --- standards for waits ---------------------------------------------------- */

static char *standard_words(const struct outcome_standard *standard)
{
  const char *who = standard->group == WAITING_ALL        ? "nobody waits"
                    : standard->group == WAITING_PRIORITY ? "no priority wait"
                                                          : "no routine wait";
  return g_strdup_printf("%s over %d weeks", who, standard->weeks);
}

static const struct outcome_standard *find_standard(const struct outcome *outcome,
                                                    const struct outcome_standard *like)
{
  for (int s = 0; s < outcome->n_standards; s++)
    if (outcome->standards[s].group == like->group && outcome->standards[s].weeks == like->weeks)
      return &outcome->standards[s];
  return NULL;
}

/* The week of one standard; where a scenario has another it stays unknown. */
static void add_standard(struct writer *writer, const struct outcome_standard *standard)
{
  static const struct measure met = {"standard_met", "",   "week", 0, BETTER_LOWER,
                                     GROUP_WAITING,  false};
  char *about = g_strdup_printf("%s/%d", waiting_group_names[standard->group], standard->weeks);
  struct answer *answer = answer_new(writer, &met, standard_words(standard), about);
  answer->is_standard = true;
  for (int c = 0; c < writer->all; c++) {
    struct answer_cell *cell = &answer->cells[c];
    cell->standard = find_standard(outcome_of(writer, c), standard);
    if (cell->standard && cell->standard->met >= 0)
      cell->value = cell->standard->met;
    if (cell->standard && cell->standard->met > 0)
      cell->met_on = outcome_week_ends(outcome_of(writer, c), cell->standard->met);
  }
  add_answer(writer, answer);
}

/* Has an earlier service the same standard? */
static bool is_known(const struct writer *writer, const struct outcome_standard *standard,
                     int column)
{
  for (int c = 0; c < column; c++)
    if (find_standard(outcome_of(writer, c), standard))
      return true;
  return false;
}

/* Those of one group that any service has, one after the other. */
static void add_standards(struct writer *writer, int group)
{
  for (int c = 0; c < writer->columns; c++) {
    const struct outcome *outcome = outcome_of(writer, c);
    for (int s = 0; s < outcome->n_standards; s++)
      if (outcome->standards[s].group == group && !is_known(writer, &outcome->standards[s], c))
        add_standard(writer, &outcome->standards[s]);
  }
}

/* --- shortfalls and networks ------------------------------------------------ */

static bool has_answer(const struct writer *writer, const char *id, const char *about)
{
  for (guint i = 0; i < writer->answers->len; i++) {
    const struct answer *answer = g_ptr_array_index(writer->answers, i);
    if (strcmp(answer->measure.id, id) == 0 && strcmp(answer->about, about) == 0)
      return true;
  }
  return false;
}

static const struct outcome_shortfall *find_shortfall(const struct outcome *outcome,
                                                      const struct outcome_shortfall *like)
{
  for (guint i = 0; i < outcome->shortfalls->len; i++) {
    const struct outcome_shortfall *item = g_ptr_array_index(outcome->shortfalls, i);
    if (strcmp(item->rule, like->rule) == 0 && strcmp(item->kind, like->kind) == 0)
      return item;
  }
  return NULL;
}

/* What is added to a rule's name to say the kind of shortfall; for `cover` and `other`
 * the name alone is enough. */
static const char *kind_words(const char *kind)
{
  static const char *const words[][2] = {{"need", ", needed"},
                                         {"target", ", below target"},
                                         {"over", ", more than wanted"},
                                         {"not_offered", ", not offered"}};
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
    if (strcmp(kind, words[i][0]) == 0)
      return words[i][1];
  return "";
}

/* A rota without such a shortfall lacks 0; without a rota it is not known. */
static void add_shortfall(struct writer *writer, const struct outcome_shortfall *shortfall,
                          bool points)
{
  static const struct measure missing = {"shortfall",  "",          "missing", 0,
                                         BETTER_LOWER, GROUP_COVER, true};
  static const struct measure cost = {"shortfall_cost", "",          "points", 0,
                                      BETTER_LOWER,     GROUP_COVER, true};
  const struct measure *measure = points ? &cost : &missing;
  g_autofree char *about = g_strdup_printf("%s/%s", shortfall->rule, shortfall->kind);
  if (has_answer(writer, measure->id, about))
    return;
  char *label =
      g_strconcat(shortfall->rule, kind_words(shortfall->kind), points ? ", points" : "", NULL);
  struct answer *answer = answer_new(writer, measure, label, g_steal_pointer(&about));
  for (int c = 0; c < writer->all; c++) {
    const struct outcome *outcome = outcome_of(writer, c);
    const struct outcome_shortfall *item = find_shortfall(outcome, shortfall);
    if (outcome->status == OUTCOME_BUILT)
      answer->cells[c].value = !item ? 0 : points ? item->points : item->missing;
  }
  add_answer(writer, answer);
}

static void add_shortfalls(struct writer *writer)
{
  for (int c = 0; c < writer->columns; c++) {
    const struct outcome *outcome = outcome_of(writer, c);
    for (guint i = 0; i < outcome->shortfalls->len; i++) {
      add_shortfall(writer, g_ptr_array_index(outcome->shortfalls, i), false);
      add_shortfall(writer, g_ptr_array_index(outcome->shortfalls, i), true);
    }
  }
}

static const struct outcome_pcn *find_pcn(const struct outcome *outcome, const char *id)
{
  for (guint i = 0; i < outcome->pcns->len; i++) {
    const struct outcome_pcn *item = g_ptr_array_index(outcome->pcns, i);
    if (strcmp(item->id, id) == 0)
      return item;
  }
  return NULL;
}

static void add_pcn(struct writer *writer, const struct outcome_pcn *pcn, bool gap)
{
  static const struct measure density = {"pcn_per_10000", "",        "sessions", 2,
                                         BETTER_HIGHER,   GROUP_FCP, true};
  static const struct measure days = {"pcn_worst_gap", "",        "days", 0,
                                      BETTER_LOWER,    GROUP_FCP, true};
  const struct measure *measure = gap ? &days : &density;
  if (has_answer(writer, measure->id, pcn->id))
    return;
  char *label = g_strdup_printf("%s: %s", pcn->name, gap ? "longest run without" : "per 10,000");
  struct answer *answer = answer_new(writer, measure, label, g_strdup(pcn->id));
  for (int c = 0; c < writer->all; c++) {
    const struct outcome_pcn *item = find_pcn(outcome_of(writer, c), pcn->id);
    if (item)
      answer->cells[c].value = gap ? item->worst_gap_days : item->per_10000;
  }
  add_answer(writer, answer);
}

static void add_pcns(struct writer *writer)
{
  for (int c = 0; c < writer->columns; c++) {
    const struct outcome *outcome = outcome_of(writer, c);
    for (guint i = 0; i < outcome->pcns->len; i++) {
      add_pcn(writer, g_ptr_array_index(outcome->pcns, i), false);
      add_pcn(writer, g_ptr_array_index(outcome->pcns, i), true);
    }
  }
}

/* --- areas ------------------------------------------------------------------ */

static const struct outcome_area *find_area(const struct outcome *outcome, const char *name)
{
  for (guint i = 0; i < outcome->areas->len; i++) {
    const struct outcome_area *item = g_ptr_array_index(outcome->areas, i);
    if (strcmp(item->name, name) == 0)
      return item;
  }
  return NULL;
}

enum area_figure { AREA_WAITING, AREA_LATE, AREA_WEEKS, AREA_FIGURES };

static void add_area(struct writer *writer, const struct outcome_area *area,
                     enum area_figure figure)
{
  static const struct measure measures[AREA_FIGURES] = {
      {"area_waiting", "", "people", 0, BETTER_LOWER, GROUP_WAITING, false},
      {"area_over_standard", "", "people", 0, BETTER_LOWER, GROUP_WAITING, false},
      {"area_weeks", "", "weeks", 2, BETTER_LOWER, GROUP_WAITING, false},
  };
  static const char *const words[AREA_FIGURES] = {"waiting at the end", "over their standard",
                                                  "mean weeks waited"};
  if (has_answer(writer, measures[figure].id, area->name))
    return;
  char *label = g_strdup_printf("%s: %s", area->name, words[figure]);
  struct answer *answer = answer_new(writer, &measures[figure], label, g_strdup(area->name));
  for (int c = 0; c < writer->all; c++) {
    const struct outcome_area *item = find_area(outcome_of(writer, c), area->name);
    if (item)
      answer->cells[c].value = figure == AREA_WAITING ? item->waiting_end
                               : figure == AREA_LATE  ? item->late_end
                                                      : item->weeks_end;
  }
  add_answer(writer, answer);
}

static void add_areas(struct writer *writer)
{
  for (int c = 0; c < writer->columns; c++) {
    const struct outcome *outcome = outcome_of(writer, c);
    for (guint i = 0; i < outcome->areas->len; i++)
      for (int figure = 0; figure < AREA_FIGURES; figure++)
        add_area(writer, g_ptr_array_index(outcome->areas, i), (enum area_figure)figure);
  }
}

static void add_outcomes(struct writer *writer, const struct outcome *baseline,
                         const struct outcome *const *scenarios)
{
  for (int c = 0; c < writer->columns; c++)
    g_ptr_array_add(writer->outcomes, (gpointer)(c == 0 ? baseline : scenarios[c - 1]));
  for (int c = 0; c < writer->columns; c++) {
    const GPtrArray *others = outcome_of(writer, c)->others;
    for (guint i = 0; i < others->len; i++)
      g_ptr_array_add(writer->outcomes, others->pdata[i]);
  }
  writer->all = (int)writer->outcomes->len;
}

GPtrArray *answers_new(const struct outcome *baseline, const struct outcome *const *scenarios,
                       int n_scenarios)
{
  struct writer writer = {g_ptr_array_new(), g_ptr_array_new_with_free_func(free_answer), NULL,
                          1 + n_scenarios, 0};
  add_outcomes(&writer, baseline, scenarios);
  writer.clear = answers_clear_new(writer.outcomes, writer.columns);
  for (int g = 0; g < MEASURE_GROUPS; g++) {
    for (int group = 0; g == GROUP_WAITING && group < WAITING_GROUPS; group++)
      add_standards(&writer, group);
    add_measures(&writer, (enum measure_group)g);
    if (g == GROUP_COVER)
      add_shortfalls(&writer);
    if (g == GROUP_FCP)
      add_pcns(&writer);
    if (g == GROUP_WAITING)
      add_areas(&writer);
  }
  answers_clear_free(writer.clear);
  g_ptr_array_unref(writer.outcomes);
  return writer.answers;
}
