#include "planning/searches.h"

#include "model/waiting/capacity.h"
#include "planning/hold_events.h"
#include "planning/most_seen.h"

/* Far enough apart that searches begun by seeds 1, 2, 3 ... have none in common. */
enum { SEED_STEP = 1000003, SEEN_SHARE = 4 };

/* A shorter search finds worse rotas, which say nothing of chance. */
enum { SHORTEST_SECONDS = 2 };

/* One of the searches. */
struct one {
  struct build_result built;
  char *unstaffed;
  int64_t seen; /* new patients, in hundredths */
  bool settled;
  bool rested; /* the last of its time found nothing cheaper */
};

static int64_t seen_by(const struct problem *problem, const struct rota *rota)
{
  int64_t out = 0;
  for (int i = 0; i < rota->count; i++)
    out += capacity_sees(problem, &rota->items[i]);
  return out;
}

/* Of so many searches, one where the time is too short for others. */
static int count_of(int seconds, int count)
{
  count = CLAMP(count, 1, SEARCHES_MOST);
  return count > 1 && seconds / 2 / (count - 1) < SHORTEST_SECONDS ? 1 : count;
}

static int seconds_of(int all, int index, int count)
{
  if (count == 1)
    return all;
  return index == 0 ? all - all / 2 : all / 2 / (count - 1);
}

static void search(const struct build_request *request, int index, int seconds, struct one *out)
{
  struct build_settings settings = *request->settings;
  struct build_request own = *request;
  int last = MAX(1, seconds / SEEN_SHARE);
  own.settings = &settings;
  settings.seed += (gint64)index * SEED_STEP;
  settings.seconds = MAX(1, seconds - last);
  build_rota(&own, &out->built);
  int64_t cost = out->built.audit ? out->built.audit->cost : 0;
  out->settled = most_seen(&own, last, &out->built) && out->built.proven;
  out->rested = out->built.audit && out->built.audit->cost == cost;
  settings.seconds = seconds;
  out->unstaffed = hold_events(&own, &out->built);
  if (out->built.verdict == BUILD_DONE)
    out->seen = seen_by(request->problem, out->built.rota);
}

static bool has_rota(const struct one *one)
{
  return one->built.verdict == BUILD_DONE && !one->unstaffed && one->built.audit->broken == 0;
}

static bool is_better(const struct one *a, const struct one *b)
{
  if (has_rota(a) != has_rota(b))
    return has_rota(a);
  if (!has_rota(a) || a->built.audit->cost != b->built.audit->cost)
    return has_rota(a) && a->built.audit->cost < b->built.audit->cost;
  return a->seen > b->seen;
}

/* What one search has proven holds for all. */
static void share_bound(struct one *ones, int count, struct build_result *best)
{
  for (int i = 0; i < count; i++) {
    struct build_result *other = &ones[i].built;
    if (!other->has_bound || (best->has_bound && other->bound <= best->bound))
      continue;
    best->has_bound = true;
    best->bound = other->bound;
    best->bound_by = other->bound_by;
    double *prices = best->prices;
    best->prices = other->prices;
    other->prices = prices;
  }
  best->proven = best->proven || (best->has_bound && best->bound == best->audit->cost);
}

/* The first search's fault, or else another's. */
static void share_fault(struct one *ones, int count, struct build_result *best)
{
  for (int i = 0; i < count && !best->engine_fault; i++)
    best->engine_fault = g_steal_pointer(&ones[i].built.engine_fault);
}

static void gather(struct one *ones, int count, int best, struct searched *out)
{
  out->settled = ones[best].settled;
  out->unstaffed = g_steal_pointer(&ones[best].unstaffed);
  double seconds = 0;
  for (int i = 0; i < count; i++)
    seconds += ones[i].built.seconds;
  if (ones[best].built.verdict == BUILD_DONE)
    share_bound(ones, count, &ones[best].built);
  share_fault(ones, count, &ones[best].built);
  out->best = ones[best].built;
  out->best.seconds = seconds;
  for (int i = 0; i < count; i++) {
    bool as_good = !is_better(&ones[best], &ones[i]);
    if (i == best)
      continue;
    if (has_rota(&ones[i]) && (as_good || !out->settled))
      out->others[out->n_others++] = ones[i].built;
    else
      build_result_clear(&ones[i].built);
    g_free(ones[i].unstaffed);
  }
}

/* Was its rota still becoming cheaper when its time was up? */
static bool is_under_way(const struct one *one)
{
  return has_rota(one) && !one->rested && !one->settled;
}

/* The rest of the time is the first search's: it goes on from its rota. */
static void go_on(const struct build_request *request, int seconds, struct one *first,
                  struct one *out)
{
  struct build_request own = *request;
  own.start = first->built.rota;
  search(&own, 1, seconds, out);
}

void searches_run(const struct build_request *request, int count, struct searched *out)
{
  struct one ones[SEARCHES_MOST] = {0};
  int all = request->settings->seconds, done = 1, best = 0;
  *out = (struct searched){.n_others = 0};
  bool wanted = count > 1;
  count = count_of(all, count);
  search(request, 0, seconds_of(all, 0, count), &ones[0]);
  bool once = count == 1 || is_under_way(&ones[0]);
  for (; done < (once ? MIN(count, 2) : count); done++) {
    if (ones[0].built.verdict == BUILD_INFEASIBLE || build_is_stopped(request->settings))
      break;
    if (once)
      go_on(request, all / 2, &ones[0], &ones[done]);
    else
      search(request, done, seconds_of(all, done, count), &ones[done]);
    if (is_better(&ones[done], &ones[best]))
      best = done;
  }
  gather(ones, done, best, out);
  out->once = wanted && (once || done == 1) && !out->settled;
  for (; once && out->n_others > 0; out->n_others--)
    build_result_clear(&out->others[out->n_others - 1]);
}

void searched_clear(struct searched *searched)
{
  build_result_clear(&searched->best);
  for (int i = 0; i < searched->n_others; i++)
    build_result_clear(&searched->others[i]);
  g_free(searched->unstaffed);
  *searched = (struct searched){.n_others = 0};
}
