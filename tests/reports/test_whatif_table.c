/* The comparison of scenarios: it fits, says what differs, and keeps quiet about
 * what is not known. */
#include "reports/text.h"
#include "reports/whatif_words.h"
#include "tests/support/check.h"

#include <string.h>

enum { MOST = 40 };

static const int everybodys[WAITING_STANDARDS] = {2, 12, 18, 24, 52};

static struct outcome *sample(const char *name)
{
  struct outcome *outcome = outcome_new();
  outcome->service = g_strdup("Hove MSK");
  outcome->month = g_strdup("2027-01");
  outcome->name = g_strdup(name);
  outcome->status = OUTCOME_BUILT;
  for (int m = 0; m < OUTCOME_MEASURES; m++)
    outcome->values[m] = 123456 + m;
  outcome->n_standards = WAITING_STANDARDS;
  for (int s = 0; s < WAITING_STANDARDS; s++)
    outcome->standards[s] =
        (struct outcome_standard){.group = MIN(s, WAITING_ALL), .weeks = everybodys[s], .met = 260};
  outcome->n_weeks = 1;
  outcome->weeks = g_new0(struct outcome_week, 2);
  return outcome;
}

static struct outcome_shortfall *add_shortfall(struct outcome *outcome, const char *rule,
                                               int64_t missing)
{
  struct outcome_shortfall *out = outcome_add_shortfall(outcome);
  *out = (struct outcome_shortfall){g_strdup(rule), g_strdup("need"), 1, missing, 100 * missing};
  return out;
}

static void assert_widths(const char *text, int most)
{
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (char **line = lines; *line; line++)
    if (text_width(*line) > most)
      fail_msg("%d columns, not %d: %s", text_width(*line), most, *line);
}

/* As many scenarios as anybody compares, with names and figures that are long. */
static void test_it_fits(void **state)
{
  (void)state;
  static const int widths[] = {0, 80, 80, 95, 80, 80};
  struct outcome *all[MOST + 1];
  for (int i = 0; i <= MOST; i++)
    all[i] = sample("a scenario with a name that is longer than any column can ever be, at last");
  for (int n = 1; n <= MOST; n++) {
    struct whatif_report report = {all[0], (const struct outcome *const *)all + 1, n};
    char *text = whatif_table(&report, false);
    assert_widths(text, widths[MIN(n, 5)]);
    g_free(text);
  }
  for (int i = 0; i <= MOST; i++)
    outcome_free(all[i]);
}

/* A scenario a row: each head of a column ends where its figures do, and begins after
 * a space. */
static void test_heads_stand_apart(void **state)
{
  (void)state;
  enum { NAME_WIDTH = 24, SCENARIOS = 4 };
  struct outcome *all[SCENARIOS + 1];
  for (int i = 0; i <= SCENARIOS; i++)
    all[i] = sample("as it is");
  struct whatif_report report = {all[0], (const struct outcome *const *)all + 1, SCENARIOS};
  char *text = whatif_table(&report, false);
  static const char *const blocks[] = {
      "\nThe rota ",          "\nPeople and pay ",   "\nContacts in the month ",
      "\nWaiting list, end ", "\nStandards met by ", "\nLoad ",
      "\nCalls and FCP "};
  static const size_t widths[] = {8, 8, 8, 8, 11, 11, 11};
  assert_null(strstr(text, "-: not known"));
  for (size_t b = 0; b < G_N_ELEMENTS(blocks); b++) {
    const char *above = strstr(text, blocks[b]);
    assert_non_null(above);
    const char *below = strchr(above + 1, '\n');
    const char *heads[] = {above + 1, below + 1};
    for (int h = 0; h < 2; h++)
      for (size_t at = NAME_WIDTH; at < strcspn(heads[h], "\n"); at += widths[b])
        assert_true(heads[h][at] == ' ');
  }
  g_free(text);
  for (int i = 0; i <= SCENARIOS; i++)
    outcome_free(all[i]);
}

/* Two networks whose names are long and begin alike: four lines, each its own. */
static void test_labels_stay_apart(void **state)
{
  (void)state;
  struct outcome *base = sample("as it is"), *other = sample("more");
  static const char *const names[] = {"Preston Park Community Network North",
                                      "Preston Park Community Network South"};
  for (int i = 0; i < 2; i++) {
    *outcome_add_pcn(base) =
        (struct outcome_pcn){g_strdup(names[i]), g_strdup(names[i]), 8000, 1, 100, 1};
    *outcome_add_pcn(other) =
        (struct outcome_pcn){g_strdup(names[i]), g_strdup(names[i]), 8000, 2, 200, 2};
  }
  struct whatif_report report = {base, (const struct outcome *const *)&other, 1};
  char *text = whatif_table(&report, false);
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  g_autoptr(GHashTable) labels = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  int found = 0;
  for (char **line = lines; *line; line++)
    if (g_str_has_prefix(*line, "  Preston")) {
      g_hash_table_add(labels, g_strndup(*line, 34));
      found++;
    }
  assert_int_equal(found, 4);
  assert_int_equal(g_hash_table_size(labels), 4);
  g_free(text);
  outcome_free(base);
  outcome_free(other);
}

static void test_differences(void **state)
{
  (void)state;
  struct outcome *base = sample("as it is"), *other = sample("more");
  base->values[MEASURE_COST] = 100;
  other->values[MEASURE_COST] = 40;
  base->values[MEASURE_PREMIUM] = other->values[MEASURE_PREMIUM] = OUTCOME_UNKNOWN;
  other->values[MEASURE_TRAVEL] = OUTCOME_UNKNOWN;
  base->values[MEASURE_FCP_PER_10000] = 5;
  other->values[MEASURE_FCP_PER_10000] = -205;
  add_shortfall(other, "duty_cover", 3);
  struct whatif_report report = {base, (const struct outcome *const *)&other, 1};
  char *text = whatif_table(&report, false);
  assert_non_null(strstr(text, "  cost                                  100       40     -60\n"));
  assert_null(strstr(text, "extra pay"));
  assert_non_null(strstr(text, "        -        \n"));
  assert_non_null(strstr(text, "     0.05    -2.05   -2.10\n"));
  assert_non_null(strstr(text, "  duty_cover, needed                      0        3      +3\n"));
  assert_non_null(strstr(text, "    Dec '31!"));
  assert_non_null(strstr(text, "\n  -: not known\n"));
  g_free(text);
  text = whatif_table(&report, true);
  assert_non_null(strstr(text, "\033[32m     -60\033[0m"));
  g_free(text);
  outcome_free(base);
  outcome_free(other);
}

static void test_without_a_rota(void **state)
{
  (void)state;
  struct outcome *base = sample("as it is"), *other = outcome_new();
  other->status = OUTCOME_UNLAWFUL;
  other->name = g_strdup("impossible");
  other->reason = g_strdup("No lawful rota exists\n\n  locks (x)\n");
  struct whatif_report report = {base, (const struct outcome *const *)&other, 1};
  char *text = whatif_table(&report, false), *page = whatif_html(&report),
       *csv = whatif_csv(&report);
  assert_non_null(strstr(text, "no lawful rota"));
  assert_non_null(strstr(text, "A  impossible: no lawful rota\n  No lawful rota exists\n"));
  assert_non_null(strstr(page, "<pre>No lawful rota exists"));
  assert_non_null(strstr(csv, "impossible,cost,,,points,,,\n"));
  assert_widths(text, 80);
  g_free(text);
  g_free(page);
  g_free(csv);
  /* the other way about, and neither */
  struct whatif_report turned = {other, (const struct outcome *const *)&base, 1};
  text = whatif_table(&turned, false);
  assert_non_null(strstr(text, "as it is: no lawful rota") ? text : strstr(text, "impossible"));
  g_free(text);
  g_free(whatif_html(&turned));
  struct whatif_report none = {other, (const struct outcome *const *)&other, 1};
  g_free(whatif_table(&none, false));
  g_free(whatif_html(&none));
  outcome_free(base);
  outcome_free(other);
}

/* Not known is said, with the event, wherever the scenario is shown. */
static void test_unstaffed(void **state)
{
  (void)state;
  struct outcome *base = sample("as it is"), *other = outcome_new();
  other->status = OUTCOME_UNSTAFFED;
  other->name = g_strdup("another day");
  other->reason = g_strdup("Open day: not staffed in the time");
  struct whatif_report report = {base, (const struct outcome *const *)&other, 1};
  char *text = whatif_table(&report, false), *page = whatif_html(&report),
       *csv = whatif_csv(&report);
  json_t *json = whatif_json(&report);
  g_autofree char *written = json_dumps(json, JSON_COMPACT);
  assert_non_null(strstr(text, "A  another day: not known\n  Open day: not staffed in the time\n"));
  assert_non_null(strstr(page, "<pre>Open day: not staffed in the time"));
  assert_non_null(strstr(csv, "another day,cost,,,points,,,\n"));
  assert_non_null(strstr(written, "\"status\":\"unstaffed\""));
  assert_non_null(strstr(written, "Open day: not staffed in the time"));
  json_decref(json);
  g_free(text);
  g_free(page);
  g_free(csv);
  outcome_free(base);
  outcome_free(other);
}

/* Whose word a bound is, and who failed, once for all of whom it is said. */
static void test_engines_are_named(void **state)
{
  (void)state;
  struct outcome *all[4];
  for (int i = 0; i < 4; i++)
    all[i] = sample(i == 0 ? "as it is" : "more");
  all[0]->bound_by = g_strdup("cbc");
  all[2]->bound_by = g_strdup("cbc");
  all[3]->bound_by = g_strdup("highs");
  all[1]->engine_fault = g_strdup("cbc: it crashed");
  struct whatif_report report = {all[0], (const struct outcome *const *)all + 1, 3};
  char *text = whatif_table(&report, false), *page = whatif_html(&report);
  static const char *const said[] = {
      "as it is, B: the bound is the word of cbc, not proven here",
      "C: the bound is the word of highs, not proven here",
      "A: cbc: it crashed; it was asked no more, and nothing rests on it"};
  for (size_t i = 0; i < G_N_ELEMENTS(said); i++) {
    assert_non_null(strstr(text, said[i]));
    assert_non_null(strstr(page, said[i]));
  }
  assert_null(strstr(text, "B: the bound is the word of cbc, not proven here\n  B:"));
  g_free(text);
  g_free(page);
  for (int i = 0; i < 4; i++)
    outcome_free(all[i]);
}

static void test_words(void **state)
{
  (void)state;
  static const struct {
    int index;
    const char *letter;
  } letters[] = {{0, "A"},   {25, "Z"},   {26, "AA"},  {51, "AZ"},
                 {52, "BA"}, {701, "ZZ"}, {702, "AAA"}};
  for (size_t i = 0; i < G_N_ELEMENTS(letters); i++) {
    char *letter = whatif_letter(letters[i].index);
    assert_string_equal(letter, letters[i].letter);
    g_free(letter);
  }
  const struct measure *gap = &outcome_measures[MEASURE_GAP];
  GString *out = g_string_new(NULL);
  whatif_figure(out, gap, 5);
  whatif_figure(out, gap, 12345678);
  whatif_difference(out, gap, 7);
  assert_string_equal(out->str, "0.05%>999%");
  g_string_free(out, TRUE);
}

/* What a spreadsheet or a browser would take for its own. */
static void test_names_do_no_harm(void **state)
{
  (void)state;
  struct outcome *base = sample("as it is"), *other = sample("=1+1, \"quoted\" <b>");
  struct whatif_report report = {base, (const struct outcome *const *)&other, 1};
  char *csv = whatif_csv(&report), *page = whatif_html(&report);
  assert_non_null(strstr(csv, "\n\"'=1+1, \"\"quoted\"\" <b>\",cost,,,points,"));
  assert_null(strstr(page, "<b>"));
  assert_non_null(strstr(page, "&quot;quoted&quot; &lt;b&gt;"));
  g_free(csv);
  g_free(page);
  outcome_free(base);
  outcome_free(other);
}

static gsize occurrences(const char *text, const char *word)
{
  g_auto(GStrv) parts = g_strsplit(text, word, -1);
  return g_strv_length(parts) - 1;
}

/* Twelve scenarios: two tables of six, each with the service as it is; twelve ways to dash a line;
 * days for weeks: the first week of January 2027 ends on Sunday the 3rd, and week 260 is 259 weeks
 * on. */
static void test_page_of_twelve(void **state)
{
  (void)state;
  enum { SCENARIOS = 12 };
  struct outcome *all[SCENARIOS + 1];
  for (int i = 0; i <= SCENARIOS; i++)
    all[i] = sample(i == 0 ? "as it is" : "more");
  all[1]->standards[0].met = 1;
  all[1]->standards[0].lasts = true;
  struct whatif_report report = {all[0], (const struct outcome *const *)all + 1, SCENARIOS};
  char *page = whatif_html(&report);
  assert_int_equal(occurrences(page, "<th scope=\"col\">As it is</th>"), 2);
  g_autoptr(GHashTable) dashes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (const char *at = strstr(page, "stroke-dasharray=\""); at;
       at = strstr(at + 1, "stroke-dasharray=\""))
    g_hash_table_add(dashes, g_strndup(at, 18 + strcspn(at + 18, "\"")));
  assert_int_equal(g_hash_table_size(dashes), SCENARIOS);
  assert_null(strstr(page, "wk "));
  assert_non_null(strstr(page,
                         "<td>3 Jan 2027<small class=\"good\" title=\"better\">"
                         "\xe2\x96\xb2 -259 weeks</small>"));
  assert_non_null(strstr(page, "<td>21 Dec 2031, not kept"));
  g_free(page);
  for (int i = 0; i <= SCENARIOS; i++)
    outcome_free(all[i]);
}

/* 1,600 beside 1,500 that chance takes to 1,400 ... 1,650: no clear difference; 1,700: worse. */
static void test_unclear_differences(void **state)
{
  (void)state;
  struct outcome *base = sample("as it is"), *other = sample("more");
  base->weeks[1].of[WAITING_ALL][0] =
      (struct outcome_spread){150000, 140000, 165000, 150000, 150000};
  base->values[MEASURE_LIST_END] = 1500;
  base->values[MEASURE_LIST_END_LOW] = 1400;
  base->values[MEASURE_LIST_END_HIGH] = 1650;
  struct whatif_report report = {base, (const struct outcome *const *)&other, 1};
  static const struct {
    int people;
    const char *shown, *said;
  } cases[] = {{1600, "1,600<small class=\"unclear\" title=\"not clear\">~ +100</small>",
                "and as it is 1,500: no clear difference. The rota of A costs "},
               {1700, "1,700<small class=\"bad\" title=\"worse\">\xe2\x96\xbc +200</small>",
                "and as it is 1,500: clearly more. The rota of A costs "}};
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    other->weeks[1].of[WAITING_ALL][0].mean = 100 * cases[i].people;
    other->values[MEASURE_LIST_END] = cases[i].people;
    char *page = whatif_html(&report);
    assert_non_null(strstr(page, cases[i].shown));
    assert_non_null(strstr(page, "Fewest wait at the end with A, more: 1,"));
    assert_non_null(strstr(page, cases[i].said));
    g_free(page);
  }
  other->weeks[1].of[WAITING_ALL][0].mean = 139900;
  other->values[MEASURE_LIST_END] = 1399;
  char *page = whatif_html(&report);
  assert_non_null(strstr(page, "with A, more: 1,399 people"));
  assert_non_null(strstr(page, "as it is 1,500: clearly fewer. The rota of A costs "));
  g_free(page);
  /* Fewer than in any of 8 cases of 10 as it is, but searches lie further apart than that. */
  outcome_add_other(other)->values[MEASURE_LIST_END] = 1700;
  page = whatif_html(&report);
  assert_non_null(strstr(page, "as it is 1,500: no clear difference. "));
  g_free(page);
  outcome_free(base);
  outcome_free(other);
}

/* Those that leave no more waiting than chance brings to the best are named with it. */
static void test_as_good_as_the_best(void **state)
{
  (void)state;
  static const int64_t people[] = {1200, 1100, 1131, 1130};
  struct outcome *all[] = {sample("as it is"), sample("a"), sample("b"), sample("c"), sample("d")};
  for (size_t i = 0; i < G_N_ELEMENTS(people); i++)
    all[i + 1]->values[MEASURE_LIST_END] = people[i];
  all[2]->values[MEASURE_LIST_END_HIGH] = 1130;
  const struct whatif_report report = {all[0], (const struct outcome *const *)all + 1, 4};
  char *page = whatif_html(&report);
  assert_non_null(strstr(page, "Fewest wait at the end with B, b: 1,100 people"));
  assert_non_null(strstr(page, " Not clearly more wait with D (1,130). The rota of B costs "));
  g_free(page);
  for (size_t i = 0; i < G_N_ELEMENTS(all); i++)
    outcome_free(all[i]);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_it_fits),
      cmocka_unit_test(test_heads_stand_apart),
      cmocka_unit_test(test_labels_stay_apart),
      cmocka_unit_test(test_differences),
      cmocka_unit_test(test_without_a_rota),
      cmocka_unit_test(test_words),
      cmocka_unit_test(test_unstaffed),
      cmocka_unit_test(test_engines_are_named),
      cmocka_unit_test(test_names_do_no_harm),
      cmocka_unit_test(test_page_of_twelve),
      cmocka_unit_test(test_unclear_differences),
      cmocka_unit_test(test_as_good_as_the_best),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
