#include "solver/engine/outside.h"

#include "solver/engine/adapter.h"
#include "solver/engine/process.h"
#include "solver/engine/workplace.h"

#include <math.h>
#include <string.h>

/* Of CPU time, beyond what it was given, before it counts as endless: it reads and writes, and
 * looks at the clock between steps that may be long. */
static const double grace_seconds = 10, grace_share = 1;

struct outside {
  const struct adapter *adapter;
  char *program; /* its path */
  GMutex lock;   /* over the rest */
  char version[32];
  char *fault;
  bool lied;
  int failures;
};

/* One question. */
struct asking {
  struct outside *outside;
  const struct outside_task *task;
  char *folder;
  struct adapter_words words;
  bool told; /* a bound */
  int64_t bound;
};

static const struct adapter *const adapters[] = {
    [SOLVER_ENGINE_CBC] = &adapter_cbc, [SOLVER_ENGINE_HIGHS] = &adapter_highs};

static struct outside *find(enum solver_engine engine)
{
  char *program = g_find_program_in_path(adapters[engine]->name);
  if (!program)
    return NULL;
  struct outside *outside = g_new0(struct outside, 1);
  outside->adapter = adapters[engine];
  outside->program = program;
  g_mutex_init(&outside->lock);
  return outside;
}

struct outside *outside_new(enum solver_engine engine)
{
  if (engine == SOLVER_ENGINE_GLPK)
    return NULL;
  if (engine != SOLVER_ENGINE_AUTO)
    return find(engine);
  struct outside *outside = find(SOLVER_ENGINE_CBC);
  return outside ? outside : find(SOLVER_ENGINE_HIGHS);
}

void outside_free(struct outside *outside)
{
  if (!outside)
    return;
  g_free(outside->program);
  g_free(outside->fault);
  g_mutex_clear(&outside->lock);
  g_free(outside);
}

bool outside_serves(struct outside *outside)
{
  if (!outside)
    return false;
  g_mutex_lock(&outside->lock);
  bool serves = !outside->fault;
  g_mutex_unlock(&outside->lock);
  return serves;
}

const char *outside_name(const struct outside *outside)
{
  return outside->adapter->name;
}

char *outside_version(struct outside *outside)
{
  g_mutex_lock(&outside->lock);
  char *version =
      *outside->version ? g_strdup_printf("%s %s", outside->adapter->name, outside->version) : NULL;
  g_mutex_unlock(&outside->lock);
  return version;
}

/* It is asked no more. The first reason is kept, but a lie is worse than any other. */
static void dismiss(struct outside *outside, const char *words, bool lied)
{
  g_mutex_lock(&outside->lock);
  if (!outside->fault || (lied && !outside->lied)) {
    g_free(outside->fault);
    outside->fault = g_strdup(words);
  }
  outside->lied = outside->lied || lied;
  g_mutex_unlock(&outside->lock);
}

void outside_blame(struct outside *outside, const char *words)
{
  dismiss(outside, words, true);
}

bool outside_lied(struct outside *outside)
{
  if (!outside)
    return false;
  g_mutex_lock(&outside->lock);
  bool lied = outside->lied;
  g_mutex_unlock(&outside->lock);
  return lied;
}

char *outside_fault(struct outside *outside)
{
  g_mutex_lock(&outside->lock);
  char *fault = g_strdup(outside->fault);
  g_mutex_unlock(&outside->lock);
  return fault;
}

static void count_failure(struct outside *outside, const char *words)
{
  g_mutex_lock(&outside->lock);
  bool often = ++outside->failures >= OUTSIDE_FAILURES_MOST;
  g_mutex_unlock(&outside->lock);
  if (often)
    dismiss(outside, words, false);
}

/* A bound as it was printed, rounded up to a whole cost, less what printing, its tolerances and
 * ours may make of it. */
static int64_t safe_bound(double value)
{
  return (int64_t)ceil(value - 5e-3 - 2e-6 * fabs(value));
}

/* By how much another solution may be cheaper than the one that it calls the cheapest: engines
 * prune at a relative tolerance. */
static int64_t pruned_below(int64_t cost)
{
  return (int64_t)(1e-6 * fabs((double)cost));
}

static void on_line(void *context, const char *line)
{
  struct asking *asking = context;
  asking->outside->adapter->hear(line, &asking->words);
  const struct adapter_words *words = &asking->words;
  if (!words->has_bound || !asking->task->bound)
    return;
  int64_t bound = safe_bound(words->bound);
  if (asking->told && bound <= asking->bound)
    return;
  asking->told = true;
  asking->bound = bound;
  asking->task->bound(asking->task->context, bound);
}

static bool on_look(void *context)
{
  struct asking *asking = context;
  const struct outside_task *task = asking->task;
  return !outside_serves(asking->outside) || (task->ended && task->ended(task->context));
}

static bool put_text(const struct asking *asking, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename(asking->folder, name, NULL);
  return g_file_set_contents(path, text, -1, NULL);
}

static struct adapter_limits limits_of(const struct outside_task *task)
{
  return (struct adapter_limits){.seconds = task->seconds,
                                 .nodes = task->nodes,
                                 .has_start = task->start != NULL,
                                 .has_basis = task->basis != NULL,
                                 .cutoff = task->cutoff,
                                 .for_proof = task->for_proof,
                                 .seed = task->seed};
}

/* Its file of options, if it reads one. False: there is no room. */
static bool put_options(struct asking *asking)
{
  const struct adapter *adapter = asking->outside->adapter;
  const struct adapter_limits limits = limits_of(asking->task);
  if (!adapter->options)
    return true;
  GString *text = g_string_new(NULL);
  adapter->options(&limits, text);
  bool written = put_text(asking, ADAPTER_OPTIONS, text->str);
  g_string_free(text, TRUE);
  return written;
}

/* Writes what the engine is to read. False: there is no room. */
static bool prepare(struct asking *asking)
{
  const struct outside_task *task = asking->task;
  const struct adapter *adapter = asking->outside->adapter;
  asking->folder = workplace_new();
  if (!asking->folder)
    return false;
  g_autofree char *model = g_build_filename(asking->folder, ADAPTER_MODEL, NULL);
  if (solver_write(task->programme, SOLVER_MPS, model, NULL, NULL) != STATUS_OK)
    return false;
  if (!put_options(asking))
    return false;
  if (task->basis && !put_text(asking, ADAPTER_BASIS, task->basis))
    return false;
  if (!task->start)
    return true;
  GString *text = g_string_new(NULL);
  adapter->start(task->start, task->programme->n_columns,
                 programme_objective(task->programme, task->start), text);
  bool written = put_text(asking, ADAPTER_START, text->str);
  g_string_free(text, TRUE);
  return written;
}

static enum process_end run(struct asking *asking)
{
  const struct outside_task *task = asking->task;
  const struct adapter_limits limits = limits_of(task);
  GPtrArray *argv = g_ptr_array_new_with_free_func(g_free);
  char *by_lines = g_find_program_in_path("stdbuf");
  if (by_lines) { /* else a pipe holds back what it says, by 4 KiB */
    g_ptr_array_add(argv, by_lines);
    g_ptr_array_add(argv, g_strdup("-oL"));
  }
  g_ptr_array_add(argv, g_strdup(asking->outside->program));
  asking->outside->adapter->command(&limits, argv);
  g_ptr_array_add(argv, NULL);
  double most = task->seconds > 0 ? task->seconds * (1 + grace_share) + grace_seconds : 0;
  const struct process_request request = {.argv = (char **)argv->pdata,
                                          .folder = asking->folder,
                                          .deadline_us = task->deadline_us,
                                          .cpu_seconds = most,
                                          .worst_status = asking->outside->adapter->worst_status,
                                          .ended = on_look,
                                          .told = on_line,
                                          .context = asking};
  enum process_end end = process_run(&request);
  g_ptr_array_free(argv, TRUE);
  return end;
}

/* The values, if they are what they are said to be: near whole numbers that satisfy the programme
 * and cost so much. */
static bool believe(struct asking *asking, const double *values, int64_t *x)
{
  const struct programme *p = asking->task->programme;
  for (int j = 0; j < p->n_columns; j++) {
    bool sane = fabs(values[j]) < (double)PROGRAMME_INFINITY;
    x[j] = sane ? (int64_t)floor(values[j] + 0.5) : INT64_MAX;
    if (!sane || x[j] < p->columns[j].lower || x[j] > p->columns[j].upper) {
      outside_blame(asking->outside, "it gave a value beyond its bounds");
      return false;
    }
  }
  if (programme_first_broken(p, x) >= 0) {
    outside_blame(asking->outside, "it gave values that break a row");
    return false;
  }
  double cost = (double)programme_objective(p, x), stated = asking->words.objective;
  if (!asking->words.has_objective || !(fabs(stated - cost) < 0.5 + 1e-6 * fabs(cost))) {
    g_autofree char *words =
        g_strdup_printf("it stated a cost of %g where it is %.0f", stated, cost);
    outside_blame(asking->outside, words);
    return false;
  }
  return true;
}

static bool read_answer(struct asking *asking, int64_t *x)
{
  int columns = asking->task->programme->n_columns;
  g_autofree char *path = g_build_filename(asking->folder, ADAPTER_ANSWER, NULL);
  g_autofree char *text = NULL;
  g_autofree double *values = g_new0(double, (gsize)columns + 1);
  if (!g_file_get_contents(path, &text, NULL, NULL) ||
      !asking->outside->adapter->answer(text, columns, values, &asking->words))
    return false;
  return believe(asking, values, x);
}

/* What came of it, where it ended by itself. */
static void conclude(struct asking *asking, int64_t *x, struct mip_result *out)
{
  const struct programme *p = asking->task->programme;
  const struct adapter_words *words = &asking->words;
  bool found = read_answer(asking, x);
  if (!outside_serves(asking->outside))
    return;
  if (words->has_bound) {
    out->has_bound = true;
    out->bound = safe_bound(words->bound);
  }
  if (found) {
    out->end = MIP_FOUND;
    out->cost = programme_objective(p, x);
  }
  if (found && words->optimal) {
    int64_t bound = out->cost - pruned_below(out->cost);
    out->bound = out->has_bound ? MAX(bound, out->bound) : bound;
    out->has_bound = true;
  }
  if (found && out->has_bound && out->bound > out->cost)
    outside_blame(asking->outside, "it claimed a bound above the cost of its own answer");
  else if (found && out->has_bound && out->bound == out->cost)
    out->end = MIP_OPTIMAL;
  else if (!found && words->infeasible && asking->task->start)
    outside_blame(asking->outside, "it claimed that there is no solution, and there is one");
  else if (!found && words->infeasible)
    out->end = MIP_NONE;
}

/* Tells what it did wrong, if anything. True: it ended by itself, and said why. */
static bool ended_well(struct asking *asking, enum process_end end)
{
  struct outside *outside = asking->outside;
  switch (end) {
  case PROCESS_DONE:
    if (asking->words.ended)
      return true;
    count_failure(outside, "it ended without a word of how");
    return false;
  case PROCESS_FAILED:
    count_failure(outside, "it crashed");
    return false;
  case PROCESS_HANGING:
    count_failure(outside, "it hung");
    return false;
  case PROCESS_ENDLESS:
    count_failure(outside, "it did not end in the time that it was given");
    return false;
  case PROCESS_TOO_LARGE:
    dismiss(outside, "it wrote without end", false);
    return false;
  case PROCESS_LATE:
  case PROCESS_UNWANTED:
    return false;
  }
  return false;
}

static void note_version(struct asking *asking)
{
  struct outside *outside = asking->outside;
  g_mutex_lock(&outside->lock);
  if (!*outside->version)
    memcpy(outside->version, asking->words.version, sizeof outside->version);
  g_mutex_unlock(&outside->lock);
}

void outside_solve(struct outside *outside, const struct outside_task *task, int64_t *x,
                   struct mip_result *out)
{
  struct asking asking = {.outside = outside, .task = task};
  *out = (struct mip_result){.end = MIP_LIMIT};
  if (outside_serves(outside) && prepare(&asking)) {
    bool well = ended_well(&asking, run(&asking));
    note_version(&asking);
    out->iterations = asking.words.iterations;
    if (well)
      conclude(&asking, x, out);
  }
  if (!outside_serves(outside))
    *out = (struct mip_result){.end = MIP_LIMIT, .iterations = out->iterations};
  workplace_remove(asking.folder);
}
