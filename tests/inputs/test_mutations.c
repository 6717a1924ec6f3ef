/* The complete example, damaged at random from a seed: whatever comes of it is
 * a service, or a list of mistakes. Sanitizers watch. */
#include "scenarios/scenarios.h"
#include "tests/support/written.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

enum { ROUNDS = 2000, SCENARIO_ROUNDS = 500, FILES_MAX = 32 };

/* Pieces that mean something to somebody along the way. */
static const char *const pieces[] = {
    "{",
    "}",
    "[",
    "]",
    ",",
    ": ",
    "- ",
    "\n",
    "\t",
    "\"",
    "'",
    "#",
    "&a ",
    "*a",
    "!!x ",
    "|\n",
    "? ",
    "---\n",
    "...\n",
    "%",
    "\\",
    "\r\n",
    "~",
    "-1",
    "99999999",
    "1e9",
    "0.5",
    "yes",
    "no",
    "all",
    "every ",
    "off",
    "hove",
    "amrita",
    "duty",
    "mon-fri",
    "am",
    "eve",
    "per",
    "2027-02-30",
    "pcn",
    "hub",
    "patients",
    "none",
    "remote",
    "\xff",
    "\xc3",
    "\xe2\x80\x8b",
    "1 per 1 patients",
    "\x1b",
    "<<: *a\n",
};

static void put(GString *text, GRand *random, const char *piece)
{
  g_string_insert(text, g_rand_int_range(random, 0, (gint32)text->len + 1), piece);
}

static void flip_byte(GString *text, GRand *random)
{
  if (text->len > 0)
    text->str[g_rand_int_range(random, 0, (gint32)text->len)] =
        (char)g_rand_int_range(random, 0, 256);
}

static void cut(GString *text, GRand *random)
{
  if (text->len == 0)
    return;
  gint32 at = g_rand_int_range(random, 0, (gint32)text->len);
  gint32 most = g_rand_boolean(random) ? 4 : 200;
  most = MIN(most, (gint32)text->len - at);
  g_string_erase(text, at, g_rand_int_range(random, 0, most + 1));
}

/* Copies a line to another place, or moves it there. */
static void shift_line(GString *text, GRand *random)
{
  g_auto(GStrv) lines = g_strsplit(text->str, "\n", -1);
  gint32 count = (gint32)g_strv_length(lines);
  if (count < 2)
    return;
  gint32 from = g_rand_int_range(random, 0, count), to = g_rand_int_range(random, 0, count);
  bool move = g_rand_boolean(random);
  g_string_truncate(text, 0);
  for (gint32 i = 0; i < count; i++) {
    if (i == to)
      g_string_append_printf(text, "%s\n", lines[from]);
    if (i != from || !move)
      g_string_append_printf(text, "%s%s", lines[i], i + 1 < count ? "\n" : "");
  }
}

/* Puts one word of the text in the place of another. */
static void swap_word(GString *text, GRand *random)
{
  g_auto(GStrv) words = g_strsplit_set(text->str, " \n{}[],:", -1);
  guint count = g_strv_length(words);
  const char *word = words[g_rand_int_range(random, 0, (gint32)count)];
  gint32 at = g_rand_int_range(random, 0, (gint32)text->len + 1);
  gsize length = strcspn(text->str + at, " \n{}[],:");
  g_string_erase(text, at, (gssize)length);
  g_string_insert(text, at, word);
}

static void damage(GString *text, GRand *random)
{
  switch (g_rand_int_range(random, 0, 6)) {
  case 0:
    flip_byte(text, random);
    break;
  case 1:
    cut(text, random);
    break;
  case 2:
    shift_line(text, random);
    break;
  case 3:
    put(text, random, pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(pieces))]);
    break;
  default:
    swap_word(text, random);
    break;
  }
}

static void read_scenario(struct source *source, const char *name, const GString *text)
{
  struct diagnostics *diagnostics = diagnostics_new();
  struct scenario *scenario = NULL;
  struct service *service = NULL;
  struct month *month = NULL;
  source_add_bytes(source, name, text->str, text->len);
  enum status status =
      scenario_read(source, source, name, "2027-01", diagnostics, &scenario, &service, &month);
  assert_int_equal(status == STATUS_OK, diagnostics_errors(diagnostics) == 0);
  assert_int_equal(status == STATUS_OK, scenario && service && month);
  scenario_free(scenario);
  service_free(service);
  month_free(month);
  diagnostics_free(diagnostics);
}

/* Reads the example with one to four places damaged. */
static void read_damaged(guint32 seed)
{
  GRand *random = g_rand_new_with_seed(seed);
  struct source *source = source_memory();
  const struct written_file *files = written_example();
  int count = 0;
  while (files[count].path)
    count++;
  GString *texts[FILES_MAX];
  assert_in_range(count, 1, FILES_MAX);
  for (int i = 0; i < count; i++)
    texts[i] = g_string_new(files[i].text);
  for (gint32 left = g_rand_int_range(random, 1, 5); left > 0; left--)
    damage(texts[g_rand_int_range(random, 0, count)], random);
  for (int i = 0; i < count; i++) {
    source_add_bytes(source, files[i].path, texts[i]->str, texts[i]->len);
    g_string_free(texts[i], TRUE);
  }
  g_free(written_report(source, "2027-01"));
  source_free(source);
  g_rand_free(random);
}

/* A scenario of a service that is in order, damaged a little more. */
static void read_damaged_scenario(guint32 seed)
{
  GRand *random = g_rand_new_with_seed(seed);
  struct source *source = source_memory();
  for (const struct written_file *file = written_example(); file->path; file++)
    source_add(source, file->path, file->text);
  for (const struct written_file *file = written_example(); file->path; file++) {
    if (!g_str_has_prefix(file->path, "scenarios/"))
      continue;
    GString *text = g_string_new(file->text);
    for (gint32 left = g_rand_int_range(random, 1, 8); left > 0; left--)
      damage(text, random);
    read_scenario(source, file->path, text);
    g_string_free(text, TRUE);
  }
  source_free(source);
  g_rand_free(random);
}

static void damage_ends_in_a_scenario_or_in_mistakes(void **state)
{
  (void)state;
  for (guint32 seed = 1; seed <= SCENARIO_ROUNDS; seed++)
    read_damaged_scenario(seed);
}

static void damage_ends_in_a_service_or_in_mistakes(void **state)
{
  (void)state;
  for (guint32 seed = 1; seed <= ROUNDS; seed++)
    read_damaged(seed);
}

int main(void)
{
  g_log_set_always_fatal(G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_ERROR);
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(damage_ends_in_a_service_or_in_mistakes),
      cmocka_unit_test(damage_ends_in_a_scenario_or_in_mistakes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
