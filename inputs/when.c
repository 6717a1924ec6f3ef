#include "inputs/when.h"

#include "inputs/value.h"

#include <string.h>

/* What the words of one pattern name so far. */
struct words {
  bool days[WEEK_DAYS];
  bool any_day, any_block, all;
  uint8_t blocks;
};

static int weekday_of(const char *word, size_t length)
{
  for (int i = 0; i < WEEK_DAYS; i++)
    if (strlen(date_weekday_names[i]) == length &&
        g_ascii_strncasecmp(word, date_weekday_names[i], length) == 0)
      return i;
  return NONE;
}

/* "wed" or "mon-fri"; "sat-mon" goes round the weekend. */
static bool add_days(const char *word, struct words *words)
{
  const char *dash = strchr(word, '-');
  size_t length = dash ? (size_t)(dash - word) : strlen(word);
  int first = weekday_of(word, length);
  int last = dash ? weekday_of(dash + 1, strlen(dash + 1)) : first;
  if (first == NONE || last == NONE)
    return false;
  for (int day = first;; day = (day + 1) % WEEK_DAYS) {
    words->days[day] = true;
    if (day == last)
      break;
  }
  words->any_day = true;
  return true;
}

static bool add_block(const struct reader *reader, const char *word, struct words *words)
{
  int block = service_block(reader->service, word);
  if (block == NONE)
    return false;
  words->blocks |= (uint8_t)(1u << block);
  words->any_block = true;
  return true;
}

static void unknown_word(struct reader *reader, const struct node *node, const char *word,
                         bool days, bool blocks)
{
  const char *known[WEEK_DAYS + BLOCKS_MAX];
  int count = 0;
  for (int i = 0; days && i < WEEK_DAYS; i++)
    known[count++] = date_weekday_names[i];
  for (int i = 0; blocks && i < reader->service->n_blocks; i++)
    known[count++] = reader->service->blocks[i].id;
  if (blocks && reader->lost[THING_BLOCK])
    return;
  const char *dash = days ? strchr(word, '-') : NULL;
  if (dash && weekday_of(word, (size_t)(dash - word)) != NONE)
    word = dash + 1; /* of "mon-fry", only the part that is wrong is reported */
  reader_unknown(reader, node->where,
                 !blocks ? "weekday"
                 : days  ? "weekday or session"
                         : "session",
                 word, known, count);
}

/* Splits a text at spaces and commas and gives each word to days or blocks. */
static bool read_words(struct reader *reader, const struct node *node, const char *text, bool days,
                       bool blocks, struct words *words)
{
  g_auto(GStrv) split = g_strsplit_set(text, " ,", -1);
  bool good = true, any = false;
  for (char **word = split; *word; word++) {
    if (!**word)
      continue;
    any = true;
    if (strcmp(*word, "all") == 0)
      words->all = true;
    else if (!(days && add_days(*word, words)) && !(blocks && add_block(reader, *word, words))) {
      unknown_word(reader, node, *word, days, blocks);
      good = false;
    }
  }
  if (!any)
    diagnostics_error(reader->diagnostics, node->where, "no session is named");
  return good && any;
}

static bool read_one_pattern(struct reader *reader, const struct node *node,
                             struct pattern *pattern)
{
  struct words words = {0};
  const char *text;
  if (!value_text(reader, node, "sessions such as \"mon-fri am\"", &text) ||
      !read_words(reader, node, text, true, true, &words))
    return false;
  uint8_t blocks = words.any_block ? words.blocks : 0xff;
  for (int day = 0; day < WEEK_DAYS; day++)
    if (words.days[day] || !words.any_day)
      pattern->blocks[day] |= blocks;
  return true;
}

bool when_pattern(struct reader *reader, const struct node *node, struct pattern *out)
{
  struct pattern pattern = *out;
  memset(pattern.blocks, 0, sizeof pattern.blocks);
  int count;
  const struct node *const *items = node_each(&node, &count);
  bool good = true;
  for (int i = 0; i < count; i++)
    good = read_one_pattern(reader, items[i], &pattern) && good;
  if (count == 0)
    diagnostics_error(reader->diagnostics, node->where, "no session is named");
  if (good && count > 0)
    *out = pattern;
  return good && count > 0;
}

bool when_blocks(struct reader *reader, const struct node *node, uint8_t *out)
{
  struct words words = {0};
  int count;
  const struct node *const *items = node_each(&node, &count);
  bool good = true;
  for (int i = 0; i < count; i++) {
    const char *text;
    good = value_text(reader, items[i], "sessions such as am", &text) &&
           read_words(reader, items[i], text, false, true, &words) && good;
  }
  if (good)
    *out = words.all ? 0xff : words.blocks;
  return good;
}

bool when_days(struct reader *reader, const struct node *node, bool *days)
{
  struct words words = {0};
  const char *text;
  if (!value_text(reader, node, "weekdays such as mon-fri", &text) ||
      !read_words(reader, node, text, true, false, &words))
    return false;
  for (int day = 0; day < WEEK_DAYS; day++)
    days[day] = words.days[day] || words.all;
  return true;
}

bool when_dated(struct reader *reader, const struct node *node, int *date, uint8_t *blocks)
{
  const char *text;
  if (!value_text(reader, node, "a date and sessions, such as 2027-01-12 pm", &text))
    return false;
  size_t length = strcspn(text, " ");
  g_autofree char *day = g_strndup(text, length);
  struct node first = *node;
  first.text = day;
  int read_date;
  if (!value_date(reader, &first, &read_date))
    return false;
  struct words words = {0};
  bool whole_day = text[length + strspn(text + length, " ")] == '\0';
  if (!whole_day && !read_words(reader, node, text + length, false, true, &words))
    return false;
  *date = read_date;
  *blocks = whole_day || words.all ? 0xff : words.blocks;
  return true;
}

bool when_week(struct reader *reader, const struct node *node, struct pattern *out)
{
  struct pattern pattern = *out;
  memset(pattern.blocks, 0, sizeof pattern.blocks);
  if (!reader_is_map(reader, node, "a week"))
    return false;
  bool good = true;
  for (int i = 0; i < node->count; i++) {
    bool days[WEEK_DAYS];
    uint8_t blocks;
    bool day_good = when_days(reader, node->keys[i], days);
    if (!when_blocks(reader, node->items[i], &blocks) || !day_good) {
      good = false;
      continue;
    }
    for (int day = 0; day < WEEK_DAYS; day++)
      if (days[day])
        pattern.blocks[day] |= blocks;
  }
  if (good)
    *out = pattern;
  return good;
}

static void read_weeks(struct reader *reader, const struct node *weeks, struct pattern *when)
{
  int count;
  const struct node *const *items = node_each(&weeks, &count);
  if (count == 0)
    diagnostics_error(reader->diagnostics, weeks->where, "no week is named");
  for (int i = 0; i < count; i++) {
    int week;
    if (value_number(reader, items[i], 1, when->cycle_weeks, &week))
      when->turns |= UINT64_C(1) << (week - 1);
  }
}

void when_take_turns(struct reader *reader, const struct node *node, const struct when_turns *turns,
                     int usual, struct pattern *when)
{
  if (!node_get(node, "cycle") && !turns->weeks && !turns->of)
    return;
  if (!node_get(node, "cycle") || !turns->weeks) {
    diagnostics_error(reader->diagnostics, node->where, "a cycle needs 'cycle' and 'weeks'");
    return;
  }
  when->cycle_weeks = turns->of ? turns->of : usual;
  read_weeks(reader, turns->weeks, when);
}

void key_pattern(struct reader *reader, const struct key *key, const struct node *value,
                 void *field)
{
  (void)key;
  when_pattern(reader, value, field);
}

void key_monday(struct reader *reader, const struct key *key, const struct node *value, void *field)
{
  char before[DATE_TEXT_SIZE];
  int date;
  (void)key;
  if (!value_date(reader, value, &date))
    return;
  if (date_weekday(date) == 0)
    *(int *)field = date;
  else
    diagnostics_error(reader->diagnostics, value->where,
                      "'%s' is no Monday; the one before it is %s", value->text,
                      date_format(date - date_weekday(date), before));
}

void key_from(struct reader *reader, const struct key *key, const struct node *value, void *field)
{
  (void)key;
  value_date(reader, value, &((struct pattern *)field)->from);
}

void key_until(struct reader *reader, const struct key *key, const struct node *value, void *field)
{
  (void)key;
  value_date(reader, value, &((struct pattern *)field)->until);
}

void key_blocks(struct reader *reader, const struct key *key, const struct node *value, void *field)
{
  (void)key;
  when_blocks(reader, value, field);
}
