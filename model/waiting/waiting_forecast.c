#include "model/waiting/waiting.h"
#include "model/waiting/waiting_path.h"

#include <assert.h>
#include <glib.h>

/* Fewer people than this are nobody, where fractions of people are counted. */
static const double SOMEBODY = 0.5;

/* Every number of every replication: those of one place in the forecast lie
 * side by side, so that they can be sorted. */
struct sample {
  int replications;
  int32_t *values; /* [weeks + 1][groups][quantities][replications] */
};

static int32_t *sample_at(const struct sample *sample, int week, int group, int quantity)
{
  size_t place = ((size_t)week * WAITING_GROUPS + (size_t)group) * WAITING_QUANTITIES;
  return &sample->values[(place + (size_t)quantity) * (size_t)sample->replications];
}

static void keep(struct sample *sample, const struct waiting_path *path, int replication)
{
  for (int w = 0; w <= path->n_weeks; w++)
    for (int g = 0; g < WAITING_GROUPS; g++)
      for (int q = 0; q < WAITING_QUANTITIES; q++)
        sample_at(sample, w, g, q)[replication] = (int32_t)path->of[w][g][q];
}

static int compare(const void *a, const void *b)
{
  int32_t left = *(const int32_t *)a, right = *(const int32_t *)b;
  return (left > right) - (left < right);
}

/* The place, in ascending order, of the smallest that at least so many percent
 * of all are not above. */
static int rank_of(int percent, int count)
{
  return (percent * count + 99) / 100 - 1;
}

static struct waiting_figure summarise(const struct waiting_path *expected, int64_t value,
                                       int32_t *values, int count)
{
  int64_t sum = 0;
  for (int i = 0; i < count; i++)
    sum += values[i];
  qsort(values, (size_t)count, sizeof *values, compare);
  return (struct waiting_figure){
      .expected = (double)value / (double)expected->unit,
      .mean = (double)sum / count,
      .low = values[rank_of(10, count)],
      .high = values[rank_of(90, count)],
  };
}

/* People over the standard at the end of a week, in units of the path. */
static int64_t over(const struct waiting_path *path, const struct waiting_standard *standard,
                    int week)
{
  const int64_t *of = path->of[week][standard->group];
  int64_t people = 0;
  if (standard->group != WAITING_ALL)
    return of[WAITING_LATE];
  if (standard->weeks == WAITING_LONG_WEEKS)
    return of[WAITING_LONG];
  for (int b = 0; b < WAITING_BANDS; b++)
    people += waiting_bands[b].from >= standard->weeks ? of[WAITING_BAND + b] : 0;
  return people;
}

/* When a path first meets the standard, -1 for never, and whether that lasts. */
struct verdict {
  int met;
  bool lasts;
};

static bool meets(const struct waiting_path *path, const struct waiting_standard *standard,
                  int week)
{
  return (double)over(path, standard, week) < SOMEBODY * (double)path->unit;
}

static struct verdict judge(const struct waiting_path *path,
                            const struct waiting_standard *standard)
{
  struct verdict verdict = {-1, false};
  for (int w = 0; w <= path->n_weeks; w++) {
    bool now = meets(path, standard, w);
    if (now && verdict.met < 0)
      verdict = (struct verdict){w, true};
    verdict.lasts = verdict.lasts && now;
  }
  return verdict;
}

/* What the replications say of the standards, until it can be summed up. */
struct tally {
  int32_t *met[WAITING_STANDARDS]; /* [replications]; G_MAXINT32: never */
  int lasting[WAITING_STANDARDS];
};

static void tally_path(struct tally *tally, struct waiting_forecast *forecast,
                       const struct waiting_path *path, int replication)
{
  for (int s = 0; s < WAITING_STANDARDS; s++) {
    struct waiting_standard *standard = &forecast->standards[s];
    struct verdict verdict = judge(path, standard);
    tally->met[s][replication] = verdict.met < 0 ? G_MAXINT32 : verdict.met;
    tally->lasting[s] += verdict.lasts;
    for (int w = 0; w <= path->n_weeks; w++)
      standard->share[w] += meets(path, standard, w);
  }
}

static int met_at(const int32_t *met, int percent, int count)
{
  int32_t week = met[rank_of(percent, count)];
  return week == G_MAXINT32 ? -1 : week;
}

static void sum_up(const struct tally *tally, struct waiting_forecast *forecast)
{
  int count = forecast->replications;
  for (int s = 0; s < WAITING_STANDARDS; s++) {
    struct waiting_standard *standard = &forecast->standards[s];
    int32_t *met = tally->met[s];
    int ever = 0;
    qsort(met, (size_t)count, sizeof *met, compare);
    for (int i = 0; i < count; i++)
      ever += met[i] != G_MAXINT32;
    standard->met_low = met_at(met, 10, count);
    standard->met_high = met_at(met, 90, count);
    standard->chance_met = (double)ever / count;
    standard->chance_lasts = (double)tally->lasting[s] / count;
    for (int w = 0; w <= forecast->n_weeks; w++)
      standard->share[w] /= count;
  }
}

/* Contacts that each week's new patients need, against the slots of that week.
 * Slots are given out until what is needed has taken place or none is left. */
static void follow_up(struct waiting_forecast *forecast, const struct waiting_list *list,
                      const struct waiting_supply *supply)
{
  double loss = list->dna_follow_up * (1 - list->backfill);
  struct waiting_follow_ups *all = &forecast->follow_ups[0];
  for (int w = 1; w <= forecast->n_weeks; w++) {
    struct waiting_follow_ups *week = &forecast->follow_ups[w];
    const struct waiting_figure *of = forecast->weeks[w].of[WAITING_ALL];
    double done =
        of[WAITING_AT_EVENTS].expected * list->done_at_events + of[WAITING_SETTLED].expected;
    week->needed = (of[WAITING_SEEN].expected - done) * list->follow_ups_per_new *
                   (1 - list->patient_initiated);
    week->offered = supply->follow_ups[w - 1] * (1 - list->sickness);
    bool enough = week->needed <= week->offered * (1 - loss);
    double given = enough && loss < 1 ? week->needed / (1 - loss) : week->offered;
    week->lost = given * loss;
    week->unused = week->offered - given;
    week->shortfall = enough ? 0 : week->needed - given * (1 - loss);
    all->needed += week->needed;
    all->offered += week->offered;
    all->lost += week->lost;
    all->unused += week->unused;
    all->shortfall += week->shortfall;
  }
}

static const int everybodys[WAITING_STANDARDS - WAITING_CLASSES] = {
    WAITING_STANDARD_WEEKS, WAITING_LONG_WEEKS, WAITING_LONGEST_WEEKS};

static void set_standards(struct waiting_forecast *forecast, const struct waiting_list *list,
                          const struct waiting_path *expected)
{
  for (int s = 0; s < WAITING_STANDARDS; s++) {
    struct waiting_standard *standard = &forecast->standards[s];
    standard->group = MIN(s, WAITING_ALL);
    standard->weeks =
        s < WAITING_CLASSES ? list->classes[s].standard_weeks : everybodys[s - WAITING_CLASSES];
    standard->share = g_new0(double, (gsize)forecast->n_weeks + 1);
    struct verdict verdict = judge(expected, standard);
    standard->met = verdict.met;
    standard->lasts = verdict.lasts;
  }
}

/* A forecast on its way: of one list, or of several together. */
struct course {
  struct waiting_forecast *forecast;
  struct sample sample;
  struct tally tally;
  struct waiting_path *expected; /* its own */
};

static void course_begin(struct course *course, const struct waiting_list *list,
                         struct waiting_path *expected, int replications)
{
  gsize weeks = (gsize)expected->n_weeks + 1;
  *course = (struct course){.forecast = g_new0(struct waiting_forecast, 1), .expected = expected};
  course->forecast->n_weeks = expected->n_weeks;
  course->forecast->replications = course->sample.replications = replications;
  course->forecast->weeks = g_new0(struct waiting_week, weeks);
  course->forecast->follow_ups = g_new0(struct waiting_follow_ups, weeks);
  course->sample.values =
      g_new0(int32_t, weeks * WAITING_GROUPS * WAITING_QUANTITIES * (gsize)replications);
  set_standards(course->forecast, list, expected);
  for (int s = 0; s < WAITING_STANDARDS; s++)
    course->tally.met[s] = g_new(int32_t, replications);
}

static void course_take(struct course *course, const struct waiting_path *path, int replication)
{
  keep(&course->sample, path, replication);
  tally_path(&course->tally, course->forecast, path, replication);
}

static struct waiting_forecast *course_end(struct course *course)
{
  struct waiting_forecast *forecast = course->forecast;
  sum_up(&course->tally, forecast);
  for (int s = 0; s < WAITING_STANDARDS; s++)
    g_free(course->tally.met[s]);
  for (int w = 0; w <= forecast->n_weeks; w++)
    for (int g = 0; g < WAITING_GROUPS; g++)
      for (int q = 0; q < WAITING_QUANTITIES; q++)
        forecast->weeks[w].of[g][q] =
            summarise(course->expected, course->expected->of[w][g][q],
                      sample_at(&course->sample, w, g, q), course->sample.replications);
  waiting_path_free(course->expected);
  g_free(course->sample.values);
  return forecast;
}

struct waiting_forecast *waiting_forecast_new(const struct waiting_list *list,
                                              const struct waiting_supply *supply,
                                              const struct waiting_settings *settings)
{
  assert(settings->replications >= 1 && settings->replications <= WAITING_REPLICATIONS_MAX);
  struct course course;
  course_begin(&course, list, waiting_path_expected(list, supply), settings->replications);
  for (int r = 0; r < settings->replications; r++) {
    struct waiting_path *path = waiting_path_random(list, supply, settings->seed, r);
    course_take(&course, path, r);
    waiting_path_free(path);
  }
  struct waiting_forecast *forecast = course_end(&course);
  follow_up(forecast, list, supply);
  return forecast;
}

/* --- several lists ----------------------------------------------------------- */

static struct waiting_path *sum_of(struct waiting_path *const *paths, int count)
{
  struct waiting_path *sum = g_new0(struct waiting_path, 1);
  sum->n_weeks = paths[0]->n_weeks;
  sum->unit = paths[0]->unit;
  sum->of = g_malloc0_n((gsize)sum->n_weeks + 1, sizeof *sum->of);
  for (int p = 0; p < count; p++)
    for (int w = 0; w <= sum->n_weeks; w++)
      for (int g = 0; g < WAITING_GROUPS; g++)
        for (int q = 0; q < WAITING_QUANTITIES; q++)
          sum->of[w][g][q] += paths[p]->of[w][g][q];
  return sum;
}

struct waiting_forecast *waiting_forecast_join(const struct waiting_list *const *lists,
                                               const struct waiting_supply *const *supplies,
                                               int count, const struct waiting_settings *settings,
                                               struct waiting_forecast **each)
{
  assert(count >= 1);
  struct course all, *own = g_new0(struct course, count);
  struct waiting_path **paths = g_new0(struct waiting_path *, count);
  for (int p = 0; p < count; p++) {
    paths[p] = waiting_path_expected(lists[p], supplies[p]);
    course_begin(&own[p], lists[p], paths[p], settings->replications);
  }
  course_begin(&all, lists[0], sum_of(paths, count), settings->replications);
  for (int r = 0; r < settings->replications; r++) {
    for (int p = 0; p < count; p++) {
      paths[p] = waiting_path_random(lists[p], supplies[p], settings->seed + (uint64_t)p, r);
      course_take(&own[p], paths[p], r);
    }
    struct waiting_path *sum = sum_of(paths, count);
    course_take(&all, sum, r);
    waiting_path_free(sum);
    for (int p = 0; p < count; p++)
      waiting_path_free(paths[p]);
  }
  for (int p = 0; p < count; p++)
    each[p] = course_end(&own[p]);
  struct waiting_forecast *forecast = course_end(&all);
  follow_up(forecast, lists[0], supplies[0]);
  g_free(paths);
  g_free(own);
  return forecast;
}

void waiting_forecast_free(struct waiting_forecast *forecast)
{
  if (!forecast)
    return;
  for (int s = 0; s < WAITING_STANDARDS; s++)
    g_free(forecast->standards[s].share);
  g_free(forecast->weeks);
  g_free(forecast->follow_ups);
  g_free(forecast);
}
