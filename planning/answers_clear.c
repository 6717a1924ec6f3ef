#include "planning/answers_clear.h"

#include <math.h>
#include <string.h>

/* Further apart than any difference. */
#define WIDEST (INT64_MAX / 8)

struct answers_clear {
  const GPtrArray *outcomes;
  int columns;
  int64_t *reach;      /* [columns] of the answer at work */
  int64_t *new_people; /* [columns] the same of new appointments in the month, once it is known */
};

struct answers_clear *answers_clear_new(const GPtrArray *outcomes, int columns)
{
  struct answers_clear *clear = g_new0(struct answers_clear, 1);
  clear->outcomes = outcomes;
  clear->columns = columns;
  clear->reach = g_new0(int64_t, (gsize)columns);
  clear->new_people = g_new0(int64_t, (gsize)columns);
  return clear;
}

void answers_clear_free(struct answers_clear *clear)
{
  if (!clear)
    return;
  g_free(clear->reach);
  g_free(clear->new_people);
  g_free(clear);
}

static const struct outcome *outcome_of(const struct answers_clear *clear, int column)
{
  return g_ptr_array_index(clear->outcomes, (guint)column);
}

/* --- how far the searches lie apart ------------------------------------------------- */

/* From the least to the most that the column's searches, the first of which is `from`, found. */
static int64_t spread_of(const struct answer *answer, int column, int from, int count)
{
  int64_t low = answer->cells[column].value, high = low;
  for (int i = from; i < from + count; i++) {
    int64_t value = answer->cells[i].value;
    if ((value == OUTCOME_UNKNOWN) != (low == OUTCOME_UNKNOWN))
      return WIDEST;
    low = MIN(low, value);
    high = MAX(high, value);
  }
  return high - low;
}

/* From the least to the most by which the column differs from the service as it is, search by
 * search: of one programme both have the same rotas of the weeks after the month, one after the
 * other. Another template may bring more by one rota than by another. */
static int64_t spread_of_differences(const struct answer *answer, int column, int from, int base,
                                     int count)
{
  int64_t low = answer->cells[column].difference, high = low;
  for (int i = 0; i < count; i++) {
    int64_t one = outcome_difference(answer->cells[from + i].value, answer->cells[base + i].value);
    if ((one == OUTCOME_UNKNOWN) != (low == OUTCOME_UNKNOWN))
      return WIDEST;
    low = MIN(low, one);
    high = MAX(high, one);
  }
  return high - low;
}

/* One and the same programme, in whatever the answer is about? */
static bool is_same(const struct answers_clear *clear, const struct answer *answer, int column)
{
  const struct outcome *baseline = outcome_of(clear, 0), *outcome = outcome_of(clear, column);
  return answer->measure.group == GROUP_WAITING ? outcome_is_same_ahead(outcome, baseline)
                                                : outcome_is_same(outcome, baseline);
}

/* Was what the answer is about searched once? */
static bool is_once(const struct outcome *outcome, const struct answer *answer)
{
  return outcome->once || (outcome->once_ahead && answer->measure.group == GROUP_WAITING);
}

/* How far the difference of a column of the very same programme is chance of the search, whose
 * others' answers begin `from` there. The month has one rota in both. */
static int64_t reach_of_same(const struct answers_clear *clear, const struct answer *answer,
                             int column, int from)
{
  guint own = outcome_of(clear, column)->others->len, base = outcome_of(clear, 0)->others->len;
  return answer->measure.group == GROUP_WAITING
             ? spread_of_differences(answer, column, from, clear->columns, (int)MIN(own, base))
             : 0;
}

/* Sets the reach of each column: its own spread, or the mean of all that were searched. What was
 * searched once has the mean, or any reach where nothing was searched more often. */
static void measure_spreads(struct answers_clear *clear, const struct answer *answer)
{
  int64_t sum = 0, count = 0;
  for (int c = 0, from = clear->columns; c < clear->columns; c++) {
    int others = (int)outcome_of(clear, c)->others->len;
    bool same = c > 0 && is_same(clear, answer, c);
    clear->reach[c] =
        same ? reach_of_same(clear, answer, c, from) : spread_of(answer, c, from, others);
    from += others;
    if (others == 0 || is_once(outcome_of(clear, c), answer) || clear->reach[c] >= WIDEST || same)
      continue;
    sum += clear->reach[c];
    count++;
  }
  int64_t mean = count > 0 ? (sum + count - 1) / count : 0;
  for (int c = 0; c < clear->columns; c++) {
    bool unknown = count == 0 && is_once(outcome_of(clear, c), answer);
    if (c == 0 || !is_same(clear, answer, c))
      clear->reach[c] = unknown ? WIDEST : MAX(clear->reach[c], mean);
  }
}

/* What a month's rotas see more or less of is missing on the list as well. */
static void add_new_people(struct answers_clear *clear, const struct answer *answer)
{
  bool people = strcmp(answer->measure.unit, "people") == 0;
  for (int c = 0; c < clear->columns && people && answer->measure.group == GROUP_WAITING; c++)
    if (c == 0 || !outcome_is_same(outcome_of(clear, c), outcome_of(clear, 0)))
      clear->reach[c] += clear->new_people[c];
}

/* --- chance of referrals ------------------------------------------------------------- */

/* The group of which the answer is the list at the end; NONE: of none. */
static int group_of(const struct answer *answer)
{
  static const struct {
    enum outcome_measure measure;
    int group;
  } lists[] = {{MEASURE_LIST_END, WAITING_ALL},
               {MEASURE_LIST_END_LOW, WAITING_ALL},
               {MEASURE_LIST_END_HIGH, WAITING_ALL},
               {MEASURE_PRIORITY_END, WAITING_PRIORITY},
               {MEASURE_ROUTINE_END, WAITING_ROUTINE}};
  for (gsize i = 0; i < G_N_ELEMENTS(lists); i++)
    if (strcmp(answer->measure.id, outcome_measures[lists[i].measure].id) == 0)
      return lists[i].group;
  return NONE;
}

double answers_clear_error(double band)
{
  static const double deviations = 2.56; /* within which 8 cases of 10 lie */
  return band / deviations / sqrt(WAITING_REPLICATIONS);
}

/* Means are of replications: twice the standard error of a mean, as the band of the list at the end
 * says it. */
static int64_t error_of_means(const struct answers_clear *clear, const struct answer *answer)
{
  const int64_t *values = outcome_of(clear, 0)->values;
  bool drawn = false;
  for (int m = MEASURE_LIST_END; m <= MEASURE_SLOTS_UNUSED; m++)
    drawn = drawn || strcmp(answer->measure.id, outcome_measures[m].id) == 0;
  if (!drawn || values[MEASURE_LIST_END_HIGH] == OUTCOME_UNKNOWN)
    return 0;
  double band = (double)(values[MEASURE_LIST_END_HIGH] - values[MEASURE_LIST_END_LOW]);
  return (int64_t)ceil(2 * answers_clear_error(band));
}

/* --- the verdict ---------------------------------------------------------------------- */

static bool is_measure(const struct answer *answer, enum outcome_measure measure)
{
  return strcmp(answer->measure.id, outcome_measures[measure].id) == 0;
}

static bool is_unclear(const struct answers_clear *clear, const struct answer *answer, int column)
{
  const struct outcome *baseline = outcome_of(clear, 0), *outcome = outcome_of(clear, column);
  const struct answer_cell *cell = &answer->cells[column];
  int group = group_of(answer);
  if (cell->difference == OUTCOME_UNKNOWN || cell->difference == 0 ||
      answer->measure.better == BETTER_NEVER)
    return false;
  if (is_measure(answer, MEASURE_COST))
    return outcome_is_open(outcome, baseline);
  if (group != NONE && outcome_ends_within(outcome, baseline, group))
    return true;
  int64_t reach = clear->reach[column] + (is_same(clear, answer, column) ? 0 : clear->reach[0]);
  return ABS(cell->difference) <= MAX(reach, error_of_means(clear, answer));
}

void answers_clear_judge(struct answers_clear *clear, struct answer *answer)
{
  measure_spreads(clear, answer);
  if (is_measure(answer, MEASURE_SLOTS_NEW))
    memcpy(clear->new_people, clear->reach, sizeof *clear->reach * (gsize)clear->columns);
  add_new_people(clear, answer);
  for (int c = 1; c < clear->columns; c++) {
    struct answer_cell *cell = &answer->cells[c];
    cell->unclear = is_unclear(clear, answer, c);
    if (cell->unclear)
      cell->judged = 0;
  }
}
