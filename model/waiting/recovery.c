/* The programme: a goal is that whoever is over it at the end of a week has been called, counted
 * from each moment at which nobody of those before them waited. docs/recovery.md proves it. */
#include "model/waiting/recovery.h"

#include "model/waiting/recovery_flow.h"

#include <assert.h>
#include <glib.h>
#include <math.h>

/* Fewer people than this are nobody in an area. */
static const double SOMEBODY = 0.499;
enum { PEOPLE_MAX = 1000000 };

/* Of one area. */
struct sums {
  const struct recovery_area *area;
  int index;
  struct recovery_sums base, slot;
  struct recovery_sums *units; /* [n_levers * n_months] of a unit in use in that month */
  /* [n_weeks + 1] sums of those who join the list: referred, and returned to priority */
  double *joined[WAITING_CLASSES];
  double *priority_returned;
};

struct making {
  const struct recovery_problem *problem;
  const struct recovery_ask *ask;
  struct programme *programme;
  struct sums *areas; /* [n_areas] */
  int extra;          /* the first column of extra slots, or of those that are elastic */
};

static int column_of(const struct recovery_problem *problem, int lever, int month)
{
  return lever * problem->n_months + month;
}

/* --- who joins ---------------------------------------------------------------- */

/* People of a class who have waited so many whole weeks now. As waiting_path.c spreads a band. */
static int now_waiting(const struct waiting_list *list, int class, int age)
{
  int waiting = 0;
  for (int b = 0; b < WAITING_BANDS; b++) {
    const struct waiting_band *band = &waiting_bands[b];
    int weeks = band->until - band->from, people = list->classes[class].list[b];
    if (age >= band->from && age < band->until)
      waiting = people / weeks + (age - band->from < people % weeks);
  }
  return waiting;
}

/* Of the list of now, in people of week 0, those who have waited so long or longer. */
static double waiting_from(const struct making *making, const struct sums *sums, int class, int age)
{
  double out = 0;
  for (int a = MAX(age, 0); a < waiting_bands[WAITING_BANDS - 1].until; a++)
    out += now_waiting(sums->area->list, class, a);
  return out * recovery_discount(making->problem, 1);
}

/* Priority is called as it comes, so its missed appointments are known beforehand. */
static void sum_joining(const struct recovery_problem *problem, struct sums *sums)
{
  const struct waiting_list *list = sums->area->list;
  double back = 0, called = waiting_size(list, WAITING_PRIORITY);
  for (int w = 1; w <= problem->n_weeks; w++) {
    for (int c = 0; c < WAITING_CLASSES; c++)
      sums->joined[c][w] =
          sums->joined[c][w - 1] + list->classes[c].a_week * recovery_discount(problem, w);
    called = (w == 1 ? called : 0) + list->classes[WAITING_PRIORITY].a_week + back;
    back = MIN(called, sums->area->base.new_slots[w - 1]) * list->dna_new * list->dna_return;
    sums->priority_returned[w] =
        sums->priority_returned[w - 1] + back * recovery_discount(problem, w + 1);
  }
}

/* --- rows ----------------------------------------------------------------------- */

/* A stretch of weeks: called in those after `from` up to `until`; joined by routine up to `old`
 * and by priority up to `young`. From 0: from the list of now. */
struct stretch {
  int from, until, old, young;
  bool routine;
};

/* Of a column's sums: what it calls in the stretch, less the routine who come back in it, or are
 * referred because of it. */
static double gain(const struct recovery_sums *sums, const struct stretch *of)
{
  double out = sums->called[of->until] - sums->called[of->from];
  if (of->routine && of->old >= 1)
    out -= sums->returned[of->old] - sums->returned[MAX(of->from - 1, 0)];
  if (of->routine && of->old > of->from)
    out -= sums->referred[of->old] - sums->referred[of->from];
  return out;
}

/* People who are to be called in the stretch, whatever is done. */
static double owed(const struct sums *sums, const struct stretch *of)
{
  const double *joined = sums->joined[WAITING_PRIORITY], *back = sums->priority_returned;
  int before = MAX(of->from - 1, 0);
  double out = joined[MAX(of->young, 0)] - joined[MIN(of->from, MAX(of->young, 0))];
  /* whoever comes back in a week can be called from the next on */
  int last = of->routine ? of->young - 1 : of->young;
  out += last > before ? back[last] - back[before] : 0;
  if (of->routine && of->old > of->from)
    out += sums->joined[WAITING_ROUTINE][of->old] - sums->joined[WAITING_ROUTINE][of->from];
  if (of->routine && of->old >= 1)
    out -= back[of->old] - back[before];
  return out;
}

static void add_margin_terms(struct making *making, const struct sums *sums, int goal,
                             double discount, const struct stretch *of)
{
  const struct recovery_ask *ask = making->ask;
  if (ask->elastic)
    programme_add_term(making->programme,
                       making->extra + goal * making->problem->n_areas + sums->index,
                       llround(discount * making->ask->parts));
  if (ask->extra)
    programme_add_term(making->programme, making->extra + sums->index,
                       llround(gain(&sums->slot, of) * making->ask->parts));
}

/* A column is units begun: those of a lasting lever are in use in all months from then on. */
static double column_gain(const struct recovery_problem *problem, const struct sums *sums,
                          int lever, int month, const struct stretch *of)
{
  int last = problem->levers[lever].lasting ? problem->n_months - 1 : month;
  double out = 0;
  for (int m = month; m <= last; m++)
    out += gain(&sums->units[column_of(problem, lever, m)], of);
  return out;
}

static void add_row(struct making *making, const struct sums *sums, int goal,
                    const struct stretch *of, double people)
{
  const struct recovery_problem *problem = making->problem;
  double after = recovery_discount(problem, of->until + 1);
  const double *margins = making->ask->margin;
  double margin = margins ? margins[goal * problem->n_areas + sums->index] : 0;
  int64_t lower = llround((people - gain(&sums->base, of) - (SOMEBODY - margin) * after) *
                          making->ask->parts),
          least = 0;
  for (int l = 0; l < problem->n_levers; l++)
    for (int m = 0; m < problem->n_months; m++) {
      int column = column_of(problem, l, m);
      int64_t coefficient = llround(column_gain(problem, sums, l, m, of) * making->ask->parts);
      if (coefficient == 0 || making->programme->columns[column].upper == 0)
        continue;
      programme_add_term(making->programme, column, coefficient);
      least += MIN(coefficient, 0) * making->programme->columns[column].upper;
    }
  add_margin_terms(making, sums, goal, after, of);
  if (least >= lower) /* it holds whatever is done */
    programme_drop_terms(making->programme);
  else
    programme_add_row(making->programme, lower, PROGRAMME_INFINITY, LABEL_NONE);
}

/* Routine may wait only where priority does not: with them, all who joined priority are owed. */
static void add_class_rows(struct making *making, const struct sums *sums, int goal, bool routine)
{
  const struct recovery_problem *problem = making->problem;
  int over = problem->goals[goal].over_weeks;
  for (int t = problem->goals[goal].week; t <= problem->n_weeks; t++) {
    struct stretch of = {0, t, MAX(t - over, 0), routine ? t : t - over, routine};
    double people = owed(sums, &of);
    people += waiting_from(making, sums, WAITING_PRIORITY, routine ? 0 : over - t);
    people += routine ? waiting_from(making, sums, WAITING_ROUTINE, over - t) : 0;
    add_row(making, sums, goal, &of, people);
    for (of.from = 1; of.from < t - over; of.from++)
      add_row(making, sums, goal, &of, owed(sums, &of));
  }
}

/* In a month, of all areas together. */
struct contacts {
  double seen, follow_ups;
};

static void add_contacts(struct contacts *to, const struct recovery_sums *sums, int month)
{
  to->seen += sums->seen[month];
  to->follow_ups += sums->follow_ups[month];
}

static struct contacts base_contacts(const struct making *making, int month)
{
  struct contacts out = {0, 0};
  for (int a = 0; a < making->problem->n_areas; a++)
    add_contacts(&out, &making->areas[a].base, month);
  return out;
}

static struct contacts unit_contacts(const struct making *making, int lever, int month)
{
  struct contacts out = {0, 0};
  for (int a = 0; a < making->problem->n_areas; a++)
    add_contacts(&out, &making->areas[a].units[column_of(making->problem, lever, month)], month);
  return out;
}

/* Contacts that the month's new patients need may not run shorter than they do as it is. */
static void add_follow_ups(struct making *making, int month)
{
  const struct recovery_problem *problem = making->problem;
  const struct waiting_list *list = problem->list;
  double each = list->follow_ups_per_new * (1 - list->patient_initiated);
  const struct contacts base = base_contacts(making, month);
  double spare = base.follow_ups - each * base.seen;
  if (list->follow_ups_per_new <= 0)
    return;
  for (int l = 0; l < problem->n_levers; l++)
    for (int m = 0; m < problem->n_months; m++) {
      const struct recovery_lever *lever = &problem->levers[l];
      int column = column_of(problem, l, m);
      if (making->programme->columns[column].upper == 0 ||
          (lever->lasting ? m > month : m != month))
        continue;
      const struct contacts unit = unit_contacts(making, l, month);
      double contacts = unit.follow_ups - each * unit.seen;
      if (lever->pifu >= 0)
        contacts += list->follow_ups_per_new * (lever->pifu - list->patient_initiated) * base.seen;
      if (llround(contacts * making->ask->parts) != 0)
        programme_add_term(making->programme, column, llround(contacts * making->ask->parts));
    }
  programme_add_row(making->programme, -llround(MAX(spare, 0) * making->ask->parts),
                    PROGRAMME_INFINITY, LABEL_NONE);
}

/* --- columns -------------------------------------------------------------------- */

static int64_t price_of(const struct recovery_problem *problem, int lever, int month)
{
  const struct recovery_lever *of = &problem->levers[lever];
  int months = of->lasting ? problem->n_months - month : 1;
  return (int64_t)of->price * months + of->price_once;
}

static void add_columns(struct making *making)
{
  const struct recovery_problem *problem = making->problem;
  const struct recovery_ask *ask = making->ask;
  bool priced = !ask->elastic && !ask->extra;
  for (int l = 0; l < problem->n_levers; l++)
    for (int m = 0; m < problem->n_months; m++) {
      const struct recovery_lever *lever = &problem->levers[l];
      bool may = m >= lever->first_month && (lever->only_month < 0 || lever->only_month == m);
      int most = ask->cap ? MIN(ask->cap[l], lever->most) : lever->most;
      programme_add_column(making->programme,
                           (struct column){.upper = may ? most : 0,
                                           .cost = priced ? price_of(problem, l, m) : 0,
                                           .label = LABEL_NONE});
    }
  making->extra = making->programme->n_columns;
  for (int i = 0; i < (ask->elastic ? problem->n_goals : ask->extra) * problem->n_areas; i++)
    programme_add_column(making->programme,
                         (struct column){.upper = PEOPLE_MAX, .cost = 1, .label = LABEL_NONE});
}

static void add_limits(struct making *making)
{
  const struct recovery_problem *problem = making->problem;
  for (int l = 0; l < problem->n_levers; l++) {
    int most = making->ask->cap ? MIN(making->ask->cap[l], problem->levers[l].most)
                                : problem->levers[l].most;
    for (int m = 0; m < problem->n_months && problem->levers[l].lasting; m++)
      programme_add_term(making->programme, column_of(problem, l, m), 1);
    if (problem->levers[l].lasting)
      programme_add_row(making->programme, -PROGRAMME_INFINITY, most, LABEL_NONE);
  }
}

static void begin_area(const struct recovery_problem *problem, int area, struct sums *sums)
{
  gsize weeks = (gsize)problem->n_weeks + 1;
  sums->area = &problem->areas[area];
  sums->index = area;
  sums->units = g_new0(struct recovery_sums, problem->n_levers * problem->n_months + 1);
  recovery_base_sums(problem, area, &sums->base);
  recovery_slot_sums(problem, area, &sums->slot);
  for (int l = 0; l < problem->n_levers; l++)
    for (int m = 0; m < problem->n_months; m++)
      recovery_unit_sums(problem, area, &problem->levers[l], m,
                         &sums->units[column_of(problem, l, m)]);
  for (int c = 0; c < WAITING_CLASSES; c++)
    sums->joined[c] = g_new0(double, weeks);
  sums->priority_returned = g_new0(double, weeks);
  sum_joining(problem, sums);
}

static void begin(struct making *making)
{
  const struct recovery_problem *problem = making->problem;
  assert(problem->n_months >= 1 && problem->n_months <= RECOVERY_MONTHS_MAX);
  assert(problem->n_areas >= 1 && problem->n_areas <= WAITING_AREAS_MAX);
  making->areas = g_new0(struct sums, problem->n_areas);
  for (int a = 0; a < problem->n_areas; a++)
    begin_area(problem, a, &making->areas[a]);
}

static void end(struct making *making)
{
  for (int a = 0; a < making->problem->n_areas; a++) {
    struct sums *sums = &making->areas[a];
    for (int c = 0; c < WAITING_CLASSES; c++)
      g_free(sums->joined[c]);
    g_free(sums->priority_returned);
    g_free(sums->units);
  }
  g_free(making->areas);
}

struct programme *recovery_programme(const struct recovery_problem *problem,
                                     const struct recovery_ask *ask)
{
  struct making making = {.problem = problem, .ask = ask, .programme = programme_new()};
  begin(&making);
  add_columns(&making);
  add_limits(&making);
  for (int m = 0; m < problem->n_months; m++)
    add_follow_ups(&making, m);
  for (int g = 0; g < problem->n_goals; g++)
    for (int a = 0; a < problem->n_areas; a++) {
      if (problem->goals[g].group != WAITING_ROUTINE)
        add_class_rows(&making, &making.areas[a], g, false);
      if (problem->goals[g].group != WAITING_PRIORITY)
        add_class_rows(&making, &making.areas[a], g, true);
    }
  end(&making);
  return making.programme;
}

void recovery_units_of(const struct recovery_problem *problem, const int64_t *x,
                       recovery_units *units)
{
  for (int l = 0; l < problem->n_levers; l++)
    for (int m = 0; m < problem->n_months; m++) {
      int at = column_of(problem, l, m);
      units[at] = (int)x[at] + (problem->levers[l].lasting && m > 0 ? units[at - 1] : 0);
    }
}

int64_t recovery_cost(const struct recovery_problem *problem, const recovery_units *units)
{
  int64_t out = 0;
  for (int l = 0; l < problem->n_levers; l++)
    for (int m = 0; m < problem->n_months; m++) {
      const struct recovery_lever *lever = &problem->levers[l];
      int at = column_of(problem, l, m), before = lever->lasting && m > 0 ? units[at - 1] : 0;
      out += (int64_t)lever->price * units[at] + (int64_t)lever->price_once * (units[at] - before);
    }
  return out;
}
