#include "planning/programme_names.h"

#include <string.h>

/* Adds an id as a part of the name, its joints turned into dots. */
static void append_part(GString *name, const char *id)
{
  if (name->len)
    g_string_append_c(name, '.');
  for (; *id; id++)
    g_string_append_c(name, g_ascii_isalnum(*id) ? *id : '.');
}

static void append_slot(GString *name, const struct problem *problem, int slot)
{
  const struct slot *at = &problem->month->slots[slot];
  const char *block = problem->service->blocks[at->block].id;
  g_autofree char *text =
      problem->month->weeks > 0
          ? g_strdup_printf("%d.%d%s", date_month(at->date), date_day(at->date), block)
          : g_strdup_printf("%d%s", date_day(at->date), block);
  append_part(name, text);
}

static char *name_of(const struct problem *problem, const struct label *at)
{
  const struct service *service = problem->service;
  GString *name = g_string_new(NULL);
  if (at->use != NONE)
    append_part(name, service->uses[at->use].rule->name);
  if (at->clinician != NONE)
    append_part(name, service->clinicians[at->clinician].id);
  if (at->slot != NONE)
    append_slot(name, problem, at->slot);
  if (at->task != NONE)
    append_part(name, service->tasks[at->task].id);
  if (at->site != NONE)
    append_part(name, service->sites[at->site].id);
  return g_string_free(name, FALSE);
}

/* The LP format takes "2pm" and "e12" for numbers, and an empty name for none. */
static bool looks_like_number(const char *name)
{
  return !g_ascii_isalpha(name[0]) ||
         (g_ascii_tolower(name[0]) == 'e' && (g_ascii_isdigit(name[1]) || name[1] == '.'));
}

/* Takes the name over and returns one that nobody has yet. */
static char *make_unique(char *name, GHashTable *taken)
{
  if (looks_like_number(name)) {
    char *longer = g_strconcat("x.", name, NULL);
    g_free(name);
    name = longer;
  }
  int number = GPOINTER_TO_INT(g_hash_table_lookup(taken, name));
  char *unique = g_strdup(name);
  while (number > 0 && g_hash_table_contains(taken, unique)) {
    g_free(unique);
    unique = g_strdup_printf("%s.%d", name, ++number);
  }
  g_hash_table_insert(taken, g_strdup(name), GINT_TO_POINTER(MAX(number, 1)));
  if (strcmp(name, unique) != 0)
    g_hash_table_insert(taken, g_strdup(unique), GINT_TO_POINTER(1));
  g_free(name);
  return unique;
}

char **programme_names_of_columns(const struct problem *problem, const struct programme *programme)
{
  g_autoptr(GHashTable) taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  char **names = g_new0(char *, (gsize)programme->n_columns + 1);
  for (int j = 0; j < programme->n_columns; j++)
    names[j] = make_unique(name_of(problem, &programme->columns[j].label), taken);
  return names;
}

char **programme_names_of_rows(const struct problem *problem, const struct programme *programme)
{
  g_autoptr(GHashTable) taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  char **names = g_new0(char *, (gsize)programme->n_rows + 1);
  for (int i = 0; i < programme->n_rows; i++)
    names[i] = make_unique(name_of(problem, &programme->rows[i].label), taken);
  return names;
}
