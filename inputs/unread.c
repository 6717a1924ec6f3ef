#include "inputs/unread.h"

#include "inputs/month_folders.h"
#include "inputs/repairs.h"
#include "model/nearest.h"

#include <glib.h>
#include <stdio.h>
#include <string.h>

/* What is read in a folder, and what rota writes there. */
struct place {
  const char *files[10];  /* by name */
  const char *folders[4]; /* likewise */
  const char *suffix;     /* and every file that ends in it; NULL: none */
  const char *table;      /* likewise */
  const char *written[4]; /* by rota, by name or, with a *, by its end */
  bool has_months;        /* and every folder that is named like a month */
};

static const struct place of_service = {
    .files = {"service.yaml", "clinicians.yaml", "travel.csv", "columns.yaml", "names.csv",
              "staff.csv", "recovery.yaml", "fcp_use.csv", "waiting.csv"},
    .folders = {"clinicians", "history", "scenarios"},
    .written = {"*.jsonl", "*.outcomes"}, /* the builds of `rota whatif`, and what came of them */
    .has_months = true,
};
static const struct place of_month = {
    .files = {"month.yaml", "leave.csv", "locks.csv", "booked.csv"},
    .folders = {"preferences", "objections", "repairs"},
    .written = {"rota.json", "rota.csv", "report"},
};
static const struct place of_history = {.suffix = ".yaml", .has_months = true}; /* and versions */
static const struct place of_repairs = {.suffix = ".yaml", .table = ".csv"};
static const struct place of_list = {.suffix = ".yaml"}; /* clinicians, preferences, objections */

struct walk {
  struct source *source;
  struct diagnostics *diagnostics;
  char **months; /* the names of months' folders */
};

static bool is_one_of(const char *const *names, const char *name)
{
  for (; *names; names++)
    if (**names == '*' ? g_str_has_suffix(name, *names + 1) : strcmp(*names, name) == 0)
      return true;
  return false;
}

/* --- the nearest name that would be read ------------------------------------------- */

static const char *nearest_of(const char *const *names, const char *name)
{
  int count = 0;
  while (names[count])
    count++;
  const char *nearest = nearest_word(name, names, count);
  g_autofree char *stem = g_strndup(name, strcspn(name, "."));
  g_autofree char *lower = g_ascii_strdown(stem, -1);
  for (int i = 0; !nearest && i < count; i++) {
    g_autofree char *known = g_strndup(names[i], strcspn(names[i], "."));
    if (nearest_word(lower, (const char *const[]){known}, 1))
      nearest = names[i];
  }
  return nearest;
}

/* "2027-1", "2027_01" or "Jan 2027-01" to "2027-01", "2027-1-4" to "2027-01-04"; NULL: it looks
 * like no month. */
static char *as_month(const char *name)
{
  const char *at = name + strcspn(name, "0123456789");
  int year = 0, month = 0, day = 0, used = 0, first;
  if (sscanf(at, "%4d%*[-_. ]%2d%*[-_. ]%2d%n", &year, &month, &day, &used) == 3 && !at[used]) {
    g_autofree char *id = g_strdup_printf("%04d-%02d-%02d", year, month, day);
    return month_id_parse(id, &first) ? g_steal_pointer(&id) : NULL;
  }
  if (sscanf(at, "%4d%*[-_. ]%2d%n", &year, &month, &used) < 2 &&
      sscanf(at, "%4d%2d%n", &year, &month, &used) < 2)
    return NULL;
  bool is_month = year >= 2000 && year < 2200 && month >= 1 && month <= 12 && !at[used];
  return is_month ? g_strdup_printf("%04d-%02d", year, month) : NULL;
}

/* "maya.yml", "maya.YAML", "maya.yaml.txt" to "maya.yaml"; NULL: something else. */
static char *as_listed(const char *suffix, const char *name)
{
  static const char *const endings[] = {"", ".yml", ".yaml", ".txt", ".yaml.txt", ".yml.txt", NULL};
  size_t length = strcspn(name, ".");
  g_autofree char *stem = g_strndup(name, length), *ending = g_ascii_strdown(name + length, -1);
  if (!g_strv_contains(endings, ending))
    return NULL;
  g_autofree char *listed = g_ascii_strdown(stem, -1);
  return g_strconcat(listed, suffix, NULL);
}

/* For g_free; NULL: none is near enough to be meant. */
static char *nearest_name(const struct place *place, bool is_folder, const char *name)
{
  /* In the right service, but in the wrong folder. */
  if (place == &of_service && is_one_of(of_month.files, name))
    return g_strconcat("YYYY-MM/", name, NULL);
  if (place == &of_month && is_one_of(of_service.files, name))
    return g_strconcat("../", name, NULL);
  const char *nearest = nearest_of(is_folder ? place->folders : place->files, name);
  if (nearest)
    return g_strdup(nearest);
  if (place->has_months && is_folder)
    return as_month(name);
  if (is_folder)
    return NULL;
  if (place->suffix)
    return as_listed(place->suffix, name);
  g_autofree char *listed =
      place == &of_month && strchr(name, '.') ? as_listed(of_list.suffix, name) : NULL;
  return listed ? g_strconcat("preferences/", listed, NULL) : NULL;
}

/* --- walking the folders ------------------------------------------------------------- */

static bool is_left_alone(const struct place *place, const char *name)
{
  return g_ascii_strncasecmp(name, "README", strlen("README")) == 0 ||
         is_one_of(place->written, name);
}

static bool is_read(const struct walk *walk, const struct place *place, const char *name)
{
  if (is_one_of(place->files, name) || (place->suffix && g_str_has_suffix(name, place->suffix)) ||
      (place->table && g_str_has_suffix(name, place->table)))
    return true; /* whoever reads it says so where it is no file */
  return is_one_of(place->folders, name) ||
         (place->has_months && g_strv_contains((const char *const *)walk->months, name));
}

static void name_unread(struct walk *walk, const struct place *place, enum source_kind kind,
                        const char *path, const char *name)
{
  struct where where = {path, 0, 0};
  bool is_folder = kind == SOURCE_FOLDER;
  const char *what = is_folder                        ? "this folder"
                     : kind == SOURCE_LINK_TO_NOTHING ? "this link to nothing"
                                                      : "this file";
  g_autofree char *nearest = nearest_name(place, is_folder, name);
  if (nearest)
    diagnostics_warning(walk->diagnostics, where, "%s is not read; did you mean '%s'?", what,
                        nearest);
  else if (place->suffix && !is_folder)
    diagnostics_warning(walk->diagnostics, where, "%s is not read; files here end in '%s'%s%s%s",
                        what, place->suffix, place->table ? " or '" : "",
                        place->table ? place->table : "", place->table ? "'" : "");
  else
    diagnostics_warning(walk->diagnostics, where, "%s is not read", what);
}

static void walk_folder(struct walk *walk, const struct place *place, const char *folder)
{
  g_auto(GStrv) names = source_list(walk->source, folder, "");
  const char *failure = source_list_failure(walk->source, folder);
  if (failure)
    diagnostics_error(walk->diagnostics, (struct where){*folder ? folder : ".", 0, 0},
                      "can't read the folder: %s", failure);
  for (char **name = names; *name; name++) {
    g_autofree char *path = *folder ? g_build_filename(folder, *name, NULL) : g_strdup(*name);
    enum source_kind kind = source_kind(walk->source, path);
    if (!is_left_alone(place, *name) && !is_read(walk, place, *name))
      name_unread(walk, place, kind, path, *name);
  }
}

static void walk_if_there(struct walk *walk, const struct place *place, const char *folder)
{
  if (source_kind(walk->source, folder) != SOURCE_NOTHING)
    walk_folder(walk, place, folder);
}

void unread_report(struct source *source, const char *const *month_ids,
                   struct diagnostics *diagnostics)
{
  struct walk walk = {source, diagnostics, month_folders_list(source)};
  walk_folder(&walk, &of_service, "");
  walk_if_there(&walk, &of_list, "clinicians");
  walk_if_there(&walk, &of_history, "history");
  for (; *month_ids; month_ids++) {
    g_autofree char *preferences = g_build_filename(*month_ids, "preferences", NULL);
    if (!g_strv_contains((const char *const *)walk.months, *month_ids))
      continue;
    walk_folder(&walk, &of_month, *month_ids);
    walk_if_there(&walk, &of_list, preferences);
    g_autofree char *objections = g_build_filename(*month_ids, "objections", NULL);
    walk_if_there(&walk, &of_list, objections);
    g_autofree char *repairs = repairs_folder(*month_ids);
    walk_if_there(&walk, &of_repairs, repairs);
  }
  g_strfreev(walk.months);
}
