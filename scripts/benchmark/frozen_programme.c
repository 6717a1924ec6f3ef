#include "scripts/benchmark/frozen_programme.h"

#include <stdlib.h>
#include <string.h>

struct reading {
  struct programme *programme;
  GHashTable *rows, *columns; /* names to numbers, plus one */
  GArray *terms;              /* struct mps_term, by columns */
  GArray *lower, *upper;      /* int64_t, of rows */
  GHashTable *people, *slots; /* names to labels, plus one */
  GPtrArray *row_kinds;       /* "L", "G", "E" */
  bool many_months;           /* are the days of more than one? */
};

struct mps_term {
  int row, column;
  int64_t value;
};

static int number_of(GHashTable *names, const char *name)
{
  return GPOINTER_TO_INT(g_hash_table_lookup(names, name)) - 1;
}

static int add_name(GHashTable *names, const char *name)
{
  int number = number_of(names, name);
  if (number >= 0)
    return number;
  number = (int)g_hash_table_size(names);
  g_hash_table_insert(names, g_strdup(name), GINT_TO_POINTER(number + 1));
  return number;
}

static char *read_text(const char *path, GError **error)
{
  char *text = NULL;
  if (!g_str_has_suffix(path, ".xz"))
    return g_file_get_contents(path, &text, NULL, error) ? text : NULL;
  char *command[] = {"xz", "-dc", "--", (char *)path, NULL};
  int code = 0;
  if (!g_spawn_sync(NULL, command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &code,
                    error))
    return NULL;
  if (g_spawn_check_wait_status(code, error))
    return text;
  g_free(text);
  return NULL;
}

/* The words of a line, without those that are empty. */
static GPtrArray *words_of(const char *line)
{
  GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
  g_auto(GStrv) parts = g_strsplit_set(line, " \t\r", -1);
  for (int k = 0; parts[k]; k++)
    if (*parts[k])
      g_ptr_array_add(words, g_strdup(parts[k]));
  return words;
}

static const char *word(const GPtrArray *words, guint k)
{
  return k < words->len ? g_ptr_array_index(words, k) : "";
}

static int64_t whole(const char *text)
{
  return (int64_t)g_ascii_strtod(text, NULL);
}

static int64_t *bound_of(GArray *bounds, int row)
{
  return &g_array_index(bounds, int64_t, row);
}

static void read_row(struct reading *reading, const GPtrArray *words)
{
  const char *kind = word(words, 0);
  if (*kind == 'N')
    return;
  int64_t lower = *kind == 'L' ? -PROGRAMME_INFINITY : 0;
  int64_t upper = *kind == 'G' ? PROGRAMME_INFINITY : 0;
  add_name(reading->rows, word(words, 1));
  g_array_append_val(reading->lower, lower);
  g_array_append_val(reading->upper, upper);
  g_ptr_array_add(reading->row_kinds, g_strdup(kind));
}

static void read_column(struct reading *reading, const GPtrArray *words)
{
  if (strcmp(word(words, 1), "'MARKER'") == 0)
    return;
  int column = add_name(reading->columns, word(words, 0));
  if (column == reading->programme->n_columns)
    programme_add_column(reading->programme,
                         (struct column){.upper = PROGRAMME_INFINITY, .label = LABEL_NONE});
  for (guint k = 1; k + 1 < words->len; k += 2) {
    int row = number_of(reading->rows, word(words, k));
    int64_t value = whole(word(words, k + 1));
    struct mps_term term = {row, column, value};
    if (row < 0)
      reading->programme->columns[column].cost = value;
    else
      g_array_append_val(reading->terms, term);
  }
}

static void read_right_hand_side(struct reading *reading, const GPtrArray *words)
{
  for (guint k = 1; k + 1 < words->len; k += 2) {
    int row = number_of(reading->rows, word(words, k));
    int64_t value = whole(word(words, k + 1));
    if (row < 0)
      continue;
    if (!programme_is_infinite(*bound_of(reading->lower, row)))
      *bound_of(reading->lower, row) = value;
    if (!programme_is_infinite(*bound_of(reading->upper, row)))
      *bound_of(reading->upper, row) = value;
  }
}

static void read_range(struct reading *reading, const GPtrArray *words)
{
  for (guint k = 1; k + 1 < words->len; k += 2) {
    int row = number_of(reading->rows, word(words, k));
    int64_t value = whole(word(words, k + 1));
    if (row < 0)
      continue;
    char kind = *(const char *)g_ptr_array_index(reading->row_kinds, row);
    if (kind == 'L' || (kind == 'E' && value < 0))
      *bound_of(reading->lower, row) = *bound_of(reading->upper, row) - ABS(value);
    else
      *bound_of(reading->upper, row) = *bound_of(reading->lower, row) + ABS(value);
  }
}

static void read_bound(struct reading *reading, const GPtrArray *words)
{
  int number = number_of(reading->columns, word(words, 2));
  if (number < 0)
    return;
  struct column *column = &reading->programme->columns[number];
  const char *kind = word(words, 0);
  int64_t value = whole(word(words, 3));
  if (strcmp(kind, "UP") == 0 || strcmp(kind, "FX") == 0)
    column->upper = value;
  if (strcmp(kind, "LO") == 0 || strcmp(kind, "FX") == 0)
    column->lower = value;
  if (strcmp(kind, "BV") == 0)
    column->upper = 1;
  if (strcmp(kind, "MI") == 0 || strcmp(kind, "FR") == 0)
    column->lower = -PROGRAMME_INFINITY;
}

static void read_mps(struct reading *reading, const char *text)
{
  static const struct {
    const char *name;
    void (*read)(struct reading *reading, const GPtrArray *words);
  } sections[] = {{"ROWS", read_row},
                  {"COLUMNS", read_column},
                  {"RHS", read_right_hand_side},
                  {"RANGES", read_range},
                  {"BOUNDS", read_bound}};
  int section = -1;
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (int k = 0; lines[k]; k++) {
    GPtrArray *words = words_of(lines[k]);
    if (words->len > 0 && g_ascii_isalpha(lines[k][0])) {
      section = -1;
      for (int s = 0; s < (int)G_N_ELEMENTS(sections); s++)
        if (strcmp(word(words, 0), sections[s].name) == 0)
          section = s;
    } else if (words->len > 0 && lines[k][0] != '*' && section >= 0) {
      sections[section].read(reading, words);
    }
    g_ptr_array_free(words, TRUE);
  }
}

static gint by_row(gconstpointer left, gconstpointer right)
{
  const struct mps_term *a = left, *b = right;
  return a->row != b->row ? (a->row > b->row) - (a->row < b->row)
                          : (a->column > b->column) - (a->column < b->column);
}

static void add_rows(struct reading *reading)
{
  guint next = 0;
  g_array_sort(reading->terms, by_row);
  for (int i = 0; i < (int)reading->lower->len; i++) {
    for (; next < reading->terms->len; next++) {
      const struct mps_term *term = &g_array_index(reading->terms, struct mps_term, next);
      if (term->row != i)
        break;
      programme_add_term(reading->programme, term->column, term->value);
    }
    programme_add_row(reading->programme, *bound_of(reading->lower, i),
                      *bound_of(reading->upper, i), LABEL_NONE);
  }
}

static char *as_in_names(const char *id)
{
  char *name = g_strdup(id);
  for (char *at = name; *at; at++)
    if (!g_ascii_isalnum(*at))
      *at = '.';
  return name;
}

static gint by_text(gconstpointer left, gconstpointer right)
{
  return strcmp(*(char *const *)left, *(char *const *)right);
}

/* As in the names of columns: with the month where the days are of more than one. */
static char *slot_name(const struct reading *reading, GStrv fields)
{
  const char *month = fields[1] + strlen("2027-"), *day = fields[1] + strlen("2027-01-");
  return reading->many_months ? g_strdup_printf("%d.%d%s", atoi(month), atoi(day), fields[2])
                              : g_strdup_printf("%d%s", atoi(day), fields[2]);
}

/* Numbers days and sessions in the order of time: sessions of a day as they first occur. */
static void number_slots(struct reading *reading, GStrv lines)
{
  GPtrArray *slots = g_ptr_array_new_with_free_func(g_free);
  GHashTable *sessions = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (int k = 1; lines[k] && *lines[k]; k++) {
    g_auto(GStrv) fields = g_strsplit(lines[k], ",", -1);
    g_autofree char *name = slot_name(reading, fields);
    g_ptr_array_add(slots,
                    g_strdup_printf("%s%04d,%s", fields[1], add_name(sessions, fields[2]), name));
  }
  g_ptr_array_sort(slots, by_text);
  for (guint k = 0; k < slots->len; k++)
    add_name(reading->slots, strchr(g_ptr_array_index(slots, k), ',') + 1);
  g_hash_table_destroy(sessions);
  g_ptr_array_free(slots, TRUE);
}

static bool are_of_many_months(GStrv lines)
{
  const char *month = NULL;
  for (int k = 1; lines[k] && *lines[k]; k++) {
    const char *date = strchr(lines[k], ',');
    if (date && month && strncmp(date, month, strlen(",2027-01")) != 0)
      return true;
    month = date;
  }
  return false;
}

static void label_placements(struct reading *reading, const char *text)
{
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  GHashTable *tasks = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  GHashTable *sites = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  reading->many_months = are_of_many_months(lines);
  number_slots(reading, lines);
  for (int k = 1; lines[k] && *lines[k]; k++) {
    g_auto(GStrv) fields = g_strsplit(lines[k], ",", -1);
    int column = atoi(fields[0] + 1) - 1;
    g_autofree char *slot = slot_name(reading, fields);
    g_autofree char *person = as_in_names(fields[3]);
    if (column < 0 || column >= reading->programme->n_columns)
      continue;
    reading->programme->columns[column].placement = true;
    reading->programme->columns[column].label =
        (struct label){-1, add_name(reading->people, person), number_of(reading->slots, slot),
                       add_name(tasks, fields[4]), add_name(sites, fields[5])};
  }
  g_hash_table_destroy(tasks);
  g_hash_table_destroy(sites);
}

/* "x16120_equity.grace.2" is about grace. The longest person's name counts. */
static void label_count(struct reading *reading, const char *name, struct label *label)
{
  g_auto(GStrv) parts = g_strsplit(name, ".", -1);
  int count = (int)g_strv_length(parts);
  size_t longest = 0;
  for (int from = 0; from < count; from++) {
    g_autofree char *joined = g_strdup(parts[from]);
    for (int to = from + 1; to <= count; to++) {
      int slot = number_of(reading->slots, joined);
      if (slot >= 0)
        label->slot = slot;
      int person = number_of(reading->people, joined);
      if (person >= 0 && strlen(joined) > longest) {
        label->clinician = person;
        longest = strlen(joined);
      }
      char *longer = to < count ? g_strconcat(joined, ".", parts[to], NULL) : g_strdup("");
      g_free(joined);
      joined = longer;
    }
  }
}

static void label_counts(struct reading *reading)
{
  GHashTableIter each;
  gpointer name, number;
  g_hash_table_iter_init(&each, reading->columns);
  while (g_hash_table_iter_next(&each, &name, &number)) {
    struct column *column = &reading->programme->columns[GPOINTER_TO_INT(number) - 1];
    const char *own = strchr(name, '_');
    if (!column->placement && own)
      label_count(reading, own + 1, &column->label);
  }
}

struct programme *frozen_programme_read(const char *mps, const char *placements, GError **error)
{
  g_autofree char *text = read_text(mps, error);
  g_autofree char *list = text ? read_text(placements, error) : NULL;
  if (!list)
    return NULL;
  struct reading reading = {.programme = programme_new(),
                            .terms = g_array_new(FALSE, FALSE, sizeof(struct mps_term)),
                            .lower = g_array_new(FALSE, FALSE, sizeof(int64_t)),
                            .upper = g_array_new(FALSE, FALSE, sizeof(int64_t)),
                            .row_kinds = g_ptr_array_new_with_free_func(g_free)};
  GHashTable **tables[] = {&reading.rows, &reading.columns, &reading.people, &reading.slots};
  for (int k = 0; k < (int)G_N_ELEMENTS(tables); k++)
    *tables[k] = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  read_mps(&reading, text);
  add_rows(&reading);
  label_placements(&reading, list);
  label_counts(&reading);
  for (int k = 0; k < (int)G_N_ELEMENTS(tables); k++)
    g_hash_table_destroy(*tables[k]);
  g_array_free(reading.terms, TRUE);
  g_array_free(reading.lower, TRUE);
  g_array_free(reading.upper, TRUE);
  g_ptr_array_free(reading.row_kinds, TRUE);
  return reading.programme;
}
