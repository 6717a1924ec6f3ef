/* Single values: each form that is taken, to its ends, and none beside it. */
#include "inputs/decimal.h"
#include "inputs/value.h"
#include "inputs/when.h"
#include "tests/support/check.h"

#include <string.h>

enum { LEFT = -77 };

/* A service with three sessions, which is all that dates with sessions need. */
static const struct service service = {
    .blocks = {{.id = "am"}, {.id = "pm"}, {.id = "eve"}},
    .n_blocks = 3,
};

struct fixture {
  struct reader reader;
  struct node node;
};

static struct fixture begin(const char *text)
{
  struct fixture out = {
      .reader = {.diagnostics = diagnostics_new(), .service = &service, .nodes = arena_new()},
      .node = {.kind = NODE_SCALAR, .where = {"x", 1, 1}, .text = text},
  };
  return out;
}

/* Ends it: what was taken is as it should be, and a fault was said exactly where not. */
static void end(struct fixture *fixture, bool taken, bool wanted)
{
  if (taken != wanted || (diagnostics_errors(fixture->reader.diagnostics) > 0) == wanted)
    fail_msg("'%s' is %s", fixture->node.text, wanted ? "not taken" : "taken");
  diagnostics_free(fixture->reader.diagnostics);
  arena_free(fixture->reader.nodes);
}

/* A text and the value that it means; LEFT: none. */
struct reading {
  const char *text;
  int value;
};

static bool read_number(struct reader *reader, const struct node *node, int *out)
{
  return value_number(reader, node, -3, 400, out);
}

static bool read_hundredths(struct reader *reader, const struct node *node, int *out)
{
  return value_hundredths(reader, node, -250, 10000, out);
}

static bool read_ten_thousandths(struct reader *reader, const struct node *node, int *out)
{
  double value;
  bool taken = decimal_read(reader, node, -2, 1000, &value);
  if (taken)
    *out = (int)(value * 10000 + (value < 0 ? -0.5 : 0.5));
  return taken;
}

static bool read_switch(struct reader *reader, const struct node *node, int *out)
{
  bool value;
  bool taken = value_switch(reader, node, &value);
  if (taken)
    *out = value;
  return taken;
}

static bool read_choice(struct reader *reader, const struct node *node, int *out)
{
  static const char *const words[] = {"half", "ignore", "full", NULL};
  return value_choice(reader, node, words, out);
}

static void assert_readings(bool (*read)(struct reader *, const struct node *, int *),
                            const struct reading *readings, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    struct fixture it = begin(readings[i].text);
    int out = LEFT;
    bool taken = read(&it.reader, &it.node, &out);
    assert_int_equal(out, readings[i].value);
    end(&it, taken, readings[i].value != LEFT);
  }
  struct fixture it = begin(NULL);
  int out = LEFT;
  it.node = (struct node){.kind = NODE_LIST, .where = {"x", 1, 1}};
  assert_false(read(&it.reader, &it.node, &out));
  assert_int_equal(out, LEFT);
  it.node.text = "a list";
  end(&it, false, false);
}

#define ASSERT_READINGS(read, list) assert_readings((read), (list), G_N_ELEMENTS(list))

static void test_numbers(void **state)
{
  (void)state;
  static const struct reading numbers[] = {
      {"0", 0},      {"-3", -3},    {"400", 400},  {"007", 7},         {"401", LEFT}, {"-4", LEFT},
      {"1.0", LEFT}, {"1.5", LEFT}, {"", LEFT},    {"-", LEFT},        {"+1", LEFT},  {"1 ", LEFT},
      {"1e2", LEFT}, {"0x1", LEFT}, {"--1", LEFT}, {"99999999", LEFT},
  };
  static const struct reading hundredths[] = {
      {"0", 0},     {"37.5", 3750},   {"37.55", 3755},    {"-2.5", -250},   {"100", 10000},
      {"0.05", 5},  {"100.01", LEFT}, {"-2.51", LEFT},    {"37.555", LEFT}, {"37.", LEFT},
      {".5", LEFT}, {"1.2.3", LEFT},  {"12345678", LEFT}, {"0000007", 700}, {"00000007", LEFT},
  };
  static const struct reading decimals[] = {
      {"0", 0},           {"12.5", 125000},   {"0.0001", 1},      {"-1.25", -12500},
      {"1000", 10000000}, {"-2", -20000},     {"0.00001", LEFT},  {"1000.1", LEFT},
      {"-2.1", LEFT},     {"1.", LEFT},       {".1", LEFT},       {"1,5", LEFT},
      {"", LEFT},         {"12345678", LEFT}, {"0000007", 70000}, {"00000007", LEFT},
  };
  ASSERT_READINGS(read_number, numbers);
  ASSERT_READINGS(read_hundredths, hundredths);
  ASSERT_READINGS(read_ten_thousandths, decimals);
}

static void test_words(void **state)
{
  (void)state;
  static const struct reading switches[] = {
      {"yes", 1}, {"no", 0},   {"true", 1},  {"false", 0}, {"Yes", 1},
      {"NO", 0},  {"y", LEFT}, {"on", LEFT}, {"", LEFT},
  };
  static const struct reading choices[] = {{"half", 0},   {"ignore", 1},  {"full", 2},
                                           {"hal", LEFT}, {"Half", LEFT}, {"", LEFT}};
  static const struct reading bands[] = {{"2", 2},     {"5", 5},     {"9", 9},      {"8a", 8},
                                         {"8d", 8},    {"1", LEFT},  {"10", LEFT},  {"8e", LEFT},
                                         {"7a", LEFT}, {"8A", LEFT}, {"8ab", LEFT}, {"", LEFT}};
  ASSERT_READINGS(read_switch, switches);
  ASSERT_READINGS(read_choice, choices);
  ASSERT_READINGS(value_band, bands);
}

static void test_times(void **state)
{
  (void)state;
  static const struct reading clocks[] = {
      {"08:30", 510},   {"8:30", 510},   {"00:00", 0},     {"24:00", 1440}, {"23:59", 1439},
      {"24:01", LEFT},  {"08:60", LEFT}, {"8:5", LEFT},    {"8:", LEFT},    {":30", LEFT},
      {"008:30", LEFT}, {"8:300", LEFT}, {"08:30 ", LEFT}, {"noon", LEFT},
  };
  ASSERT_READINGS(value_clock, clocks);
  static const struct {
    const char *text;
    int from, until;
  } spans[] = {
      {"07:30-20:00", 450, 1200}, {"07:30 - 20:00", 450, 1200}, {"0:00-24:00", 0, 1440},
      {"09:00-09:01", 540, 541},  {"09:00-09:00", LEFT, LEFT},  {"09:01-09:00", LEFT, LEFT},
      {"09:00", LEFT, LEFT},      {"09:00-", LEFT, LEFT},       {"-09:00", LEFT, LEFT},
      {"9 to 5", LEFT, LEFT},     {"09:00-10:00x", LEFT, LEFT}, {"09:00--10:00", LEFT, LEFT},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(spans); i++) {
    struct fixture it = begin(spans[i].text);
    int from = LEFT, until = LEFT;
    bool taken = value_clocks(&it.reader, &it.node, &from, &until);
    assert_int_equal(from, spans[i].from);
    assert_int_equal(until, spans[i].until);
    end(&it, taken, spans[i].from != LEFT);
  }
}

static void test_dates(void **state)
{
  (void)state;
  const struct reading dates[] = {
      {"2027-01-12", date_make(2027, 1, 12)},
      {"1900-01-01", date_make(1900, 1, 1)},
      {"2200-12-31", date_make(2200, 12, 31)},
      {"1899-12-31", LEFT},
      {"2201-01-01", LEFT},
      {"2027-02-29", LEFT},
      {"2027-1-12", LEFT},
      {"12.1.2027", LEFT},
  };
  ASSERT_READINGS(value_date, dates);
  static const struct {
    const char *text;
    int blocks; /* LEFT: not taken */
  } dated[] = {
      {"2027-01-12", 0xff},     {"2027-01-12 ", 0xff},
      {"2027-01-12 am", 1},     {"2027-01-12 am eve", 5},
      {"2027-01-12  pm", 2},    {"2027-01-12 all", 0xff},
      {"2027-01-12 mon", LEFT}, {"2027-01-12 noon", LEFT},
      {"2027-01-1", LEFT},      {"am", LEFT},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(dated); i++) {
    struct fixture it = begin(dated[i].text);
    int date = LEFT;
    uint8_t blocks = 0;
    bool taken = when_dated(&it.reader, &it.node, &date, &blocks);
    bool wanted = dated[i].blocks != LEFT;
    assert_int_equal(date, wanted ? date_make(2027, 1, 12) : LEFT);
    assert_int_equal(blocks, wanted ? dated[i].blocks : 0);
    end(&it, taken, wanted);
  }
}

/* One day is in order, and so is an open end. */
static void test_in_order(void **state)
{
  (void)state;
  static const struct {
    int from, until;
    bool fine;
  } cases[] = {
      {9, 9, true}, {9, 10, true}, {10, 9, false}, {DATE_NONE, 9, true}, {9, DATE_NONE, true}};
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    struct fixture it = begin("dates");
    bool fine = value_in_order(&it.reader, it.node.where, cases[i].from, cases[i].until);
    end(&it, fine, cases[i].fine);
  }
}

static void test_ids(void **state)
{
  (void)state;
  static const char forty[] = "a234567890123456789012345678901234567890";
  static const char forty_one[] = "a2345678901234567890123456789012345678901";
  static const struct {
    const char *text;
    bool id, word;
  } cases[] = {
      {"hove", true, true},        {"a", true, true},         {"9-to-5", true, true},
      {"st_mary's", false, false}, {"-a", false, false},      {"_a", false, false},
      {"Hove", false, false},      {"", false, false},        {"two words", false, false},
      {"mon", false, true},        {"sun", false, true},      {"all", false, true},
      {"none", false, true},       {"money", true, true},     {"a-", true, true},
      {forty, true, true},         {forty_one, false, false},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    struct fixture it = begin(cases[i].text);
    end(&it, value_is_id(&it.reader, &it.node, "site"), cases[i].id);
    it = begin(cases[i].text);
    const char *out = NULL;
    bool taken = value_word(&it.reader, &it.node, "tag", &out);
    assert_true(taken ? out == cases[i].text : out == NULL);
    end(&it, taken, cases[i].word);
  }
}

/* A name of 100 characters, however many bytes, and of one line. */
static void test_names(void **state)
{
  (void)state;
  g_autoptr(GString) hundred = g_string_new(NULL);
  for (int i = 0; i < 100; i++)
    g_string_append(hundred, "\xc3\xa9");
  g_autofree char *more = g_strconcat(hundred->str, "e", NULL);
  static const char *const broken[] = {"two\nlines", "a\ttab", "a return\r", "\x1b[1m", ""};
  struct arena *arena = arena_new();
  const char *out = NULL;
  struct fixture it = begin(hundred->str);
  it.reader.arena = arena;
  key_text(&it.reader, NULL, &it.node, &out);
  assert_string_equal(out, hundred->str);
  end(&it, true, true);
  out = NULL;
  it = begin(more);
  key_text(&it.reader, NULL, &it.node, &out);
  assert_null(out);
  end(&it, false, false);
  for (size_t i = 0; i < G_N_ELEMENTS(broken); i++) {
    it = begin(broken[i]);
    key_text(&it.reader, NULL, &it.node, &out);
    assert_null(out);
    end(&it, false, false);
  }
  arena_free(arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_numbers), cmocka_unit_test(test_words),    cmocka_unit_test(test_times),
      cmocka_unit_test(test_dates),   cmocka_unit_test(test_in_order), cmocka_unit_test(test_ids),
      cmocka_unit_test(test_names),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
