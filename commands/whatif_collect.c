#include "commands/whatif_collect.h"

#include "commands/command.h"
#include "commands/console.h"
#include "commands/whatif_run.h"

#include <string.h>

struct collect {
  const struct batch *batch;
  const struct collect_settings *settings;
  GArray *wanted;           /* builds to be collected (int), in order */
  struct batch_item *items; /* [builds of the manifest]; of those wanted */
  GArray *lacking;          /* builds that are not done (int), in order */
  int status;
};

static const struct manifest_build *build_at(const struct collect *collect, int build)
{
  return manifest_at(collect->batch->manifest, build);
}

static bool is_wanted(const struct collect_settings *settings, const struct manifest_build *build)
{
  g_autofree char *service =
      settings->directory ? g_canonicalize_filename(settings->directory, NULL) : NULL;
  return (!service || strcmp(service, build->service) == 0) &&
         (!settings->month || strcmp(settings->month, build->month) == 0);
}

static bool same_month(const struct manifest_build *a, const struct manifest_build *b)
{
  return strcmp(a->service, b->service) == 0 && strcmp(a->month, b->month) == 0;
}

static void look(struct collect *collect)
{
  int count = (int)collect->batch->manifest->builds->len;
  collect->items = g_new0(struct batch_item, (gsize)count + 1);
  for (int build = 0; build < count; build++) {
    if (!is_wanted(collect->settings, build_at(collect, build)))
      continue;
    g_array_append_val(collect->wanted, build);
    struct batch_item *item = &collect->items[build];
    batch_look(collect->batch, build, item);
    if (item->state != BATCH_DONE)
      g_array_append_val(collect->lacking, build);
    else
      collect->status = MAX(collect->status, whatif_exit_status(item->outcome));
  }
}

/* The first of the wanted builds of each service and month (int). */
static GArray *find_months(const struct collect *collect)
{
  GArray *out = g_array_new(FALSE, FALSE, sizeof(int));
  for (guint i = 0; i < collect->wanted->len; i++) {
    int build = g_array_index(collect->wanted, int, i);
    bool known = false;
    for (guint k = 0; k < out->len && !known; k++)
      known = same_month(build_at(collect, g_array_index(out, int, k)), build_at(collect, build));
    if (!known)
      g_array_append_val(out, build);
  }
  return out;
}

/* The month that `first` is of: false when it could not be written. */
static bool deliver_month(const struct collect *collect, int first)
{
  const struct outcome *baseline = NULL;
  g_autoptr(GPtrArray) scenarios = g_ptr_array_new();
  for (guint i = 0; i < collect->wanted->len; i++) {
    int build = g_array_index(collect->wanted, int, i);
    const struct batch_item *item = &collect->items[build];
    if (item->state != BATCH_DONE ||
        !same_month(build_at(collect, first), build_at(collect, build)))
      continue;
    if (build_at(collect, build)->scenario)
      g_ptr_array_add(scenarios, item->outcome);
    else if (!baseline)
      baseline = item->outcome;
  }
  const struct whatif_report report = {
      baseline, (const struct outcome *const *)(void *)scenarios->pdata, (int)scenarios->len};
  if (baseline)
    return collect->settings->deliver(collect->settings->context, &report);
  console_error(
      "%s %s: the service as it is has not been built, so there is nothing to compare "
      "with",
      build_at(collect, first)->service, build_at(collect, first)->month);
  return true;
}

/* "5,7-9", as --task and Slurm's --array have it; g_free it. */
static char *task_list(const GArray *builds)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < builds->len;) {
    int first = g_array_index(builds, int, i), last = first;
    for (i++; i < builds->len && g_array_index(builds, int, i) == last + 1; i++)
      last++;
    g_string_append_printf(out, "%s%d", out->len ? "," : "", first + 1);
    if (last > first)
      g_string_append_printf(out, "-%d", last + 1);
  }
  return g_string_free(out, FALSE);
}

static void name_lacking(const struct collect *collect)
{
  const GArray *lacking = collect->lacking;
  if (lacking->len == 0 || collect->settings->quiet)
    return;
  fflush(stdout);
  console_error("%u of %u builds %s not done:", lacking->len, collect->wanted->len,
                lacking->len == 1 ? "is" : "are");
  for (guint i = 0; i < lacking->len; i++) {
    int build = g_array_index(lacking, int, i);
    g_autofree char *name = batch_name(collect->batch, build);
    console_hint("  %s: %s", name, collect->items[build].why);
  }
  g_autofree char *list = task_list(lacking);
  console_hint("to run what is not done: rota whatif --manifest %s --task %s", collect->batch->path,
               list);
}

static void deliver_all(struct collect *collect)
{
  g_autoptr(GArray) months = find_months(collect);
  if (months->len == 0) {
    console_error("'%s' has no such build", collect->batch->path);
    collect->status = EXIT_USAGE;
  } else if (months->len > 1 && collect->settings->alone) {
    console_error("'%s' has %u months of services; for one of them add DIR --month M",
                  collect->batch->path, months->len);
    collect->status = EXIT_USAGE;
  } else {
    for (guint i = 0; i < months->len; i++)
      if (!deliver_month(collect, g_array_index(months, int, i)))
        collect->status = EXIT_USAGE;
    name_lacking(collect);
  }
}

int whatif_collect(const struct batch *batch, const struct collect_settings *settings)
{
  struct collect collect = {
      .batch = batch,
      .settings = settings,
      .wanted = g_array_new(FALSE, FALSE, sizeof(int)),
      .lacking = g_array_new(FALSE, FALSE, sizeof(int)),
      .status = EXIT_DONE,
  };
  look(&collect);
  if (collect.lacking->len > 0)
    collect.status = MAX(collect.status, EXIT_LIMIT);
  deliver_all(&collect);
  for (guint i = 0; i < batch->manifest->builds->len; i++)
    batch_item_clear(&collect.items[i]);
  g_free(collect.items);
  g_array_unref(collect.wanted);
  g_array_unref(collect.lacking);
  return collect.status;
}
