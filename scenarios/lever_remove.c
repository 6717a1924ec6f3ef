/* remove and vacancy: who leaves. They stay in the service, with a last day, so
 * that whatever names them still has somebody to name. */
#include "inputs/refer.h"
#include "inputs/sections.h"
#include "inputs/value.h"
#include "inputs/who.h"
#include "model/integer.h"
#include "scenarios/levers.h"
#include "scenarios/making_posts.h"
#include "scenarios/making_words.h"

#include <string.h>

enum { WTE_MAX = 30000 }; /* hundredths */

struct removed {
  int *clinicians;
  int count;
  int from;
};

struct vacancy {
  const bool *who;
  int wte_percent;
  int from;
};

/* --- leaving ----------------------------------------------------------------- */

/* The last day, as far as earlier changes have set it; DATE_NONE: none. */
static int last_day(struct making *making, int clinician)
{
  const struct node *body = making_clinician(making, making->service->clinicians[clinician].id);
  const struct node *leaves = node_get(body, "leaves");
  int date = DATE_NONE;
  if (leaves && leaves->kind == NODE_SCALAR)
    date_parse(leaves->text, &date);
  return date;
}

static bool is_here(struct making *making, int clinician, int from)
{
  int last = last_day(making, clinician);
  return last == DATE_NONE || last >= from;
}

static void set_last_day(struct making *making, struct where where, int clinician, int last)
{
  struct arena *nodes = making->nodes;
  const struct clinician *person = &making->service->clinicians[clinician];
  const struct node *body = making_clinician(making, person->id);
  char date[DATE_TEXT_SIZE];
  if (person->joins != DATE_NONE && person->joins > last)
    body = edit_drop(nodes, body, "joins");
  body = edit_put_text(nodes, making_posts_until(making, body, last), where, "leaves",
                       date_format(last, date));
  making_put_clinician(making, edit_scalar(nodes, where, person->id), body);
}

/* Their locks after the last day are lifted, and so are the preferences of people who
 * are gone before the month begins. */
static void forget(struct making *making, struct service *service, struct month *month, void *data)
{
  const struct removed *removed = data;
  (void)service;
  for (int i = 0; i < removed->count; i++) {
    int clinician = removed->clinicians[i], n_locks = 0, n_preferences = 0;
    for (int l = 0; l < month->n_locks; l++)
      if (month->locks[l].clinician != clinician ||
          month->slots[month->locks[l].slot].date < removed->from)
        month->locks[n_locks++] = month->locks[l];
    for (int p = 0; p < month->n_preferences; p++)
      if (month->preferences[p].clinician != clinician || removed->from > making_first(making))
        month->preferences[n_preferences++] = month->preferences[p];
    month->n_locks = n_locks;
    month->n_preferences = n_preferences;
  }
}

static void take_out(struct making *making, const struct node *body, struct removed removed)
{
  if (removed.from == DATE_NONE)
    removed.from = making_first(making);
  for (int i = 0; i < removed.count; i++)
    set_last_day(making, body->where, removed.clinicians[i], removed.from - 1);
  making_finish(making, forget, arena_copy(making->nodes, &removed, 1, sizeof removed));
}

static void say_out(struct making *making, const struct removed *removed, const char *why)
{
  GString *names = g_string_new(NULL);
  for (int i = 0; i < removed->count; i++)
    g_string_append_printf(names, "%s%s", i ? ", " : "",
                           making->service->clinicians[removed->clinicians[i]].name);
  making_words_span(removed->from, DATE_NONE, names);
  making_say(making, "%s%s", why, names->str);
  g_string_free(names, TRUE);
}

/* --- remove ------------------------------------------------------------------ */

static void read_clinicians(struct reader *reader, const struct key *key, const struct node *value,
                            void *field)
{
  struct removed *removed = field;
  int count;
  (void)key;
  int *list = refer_list(reader, THING_CLINICIAN, value, &count);
  if (!list)
    return;
  removed->clinicians = list;
  removed->count = count;
}

static const struct key remove_table[] = {
    {.name = "clinicians", .read = read_clinicians, .required = true},
    {.name = "from", .read = key_date, .offset = offsetof(struct removed, from)},
};
const struct keys lever_remove_keys = KEYS_OF("remove", remove_table);

static void check_here(struct making *making, const struct node *body,
                       const struct removed *removed)
{
  int from = removed->from == DATE_NONE ? making_first(making) : removed->from;
  for (int i = 0; i < removed->count; i++) {
    int clinician = removed->clinicians[i];
    char date[DATE_TEXT_SIZE];
    if (!is_here(making, clinician, from))
      making_error(making, node_get(body, "clinicians")->where, "'%s' leaves on %s anyway",
                   making->service->clinicians[clinician].id,
                   date_format(last_day(making, clinician), date));
  }
}

void lever_remove(struct making *making, const struct node *body)
{
  struct removed removed = {NULL, 0, DATE_NONE};
  int errors = making_errors(making);
  if (!reader_map(&making->reader, body, &lever_remove_keys, &removed) ||
      making_errors(making) > errors)
    return;
  check_here(making, body, &removed);
  take_out(making, body, removed);
  say_out(making, &removed, "without ");
}

/* --- vacancy ----------------------------------------------------------------- */

static void read_who(struct reader *reader, const struct key *key, const struct node *value,
                     void *field)
{
  (void)key;
  *(const bool **)field = who_read(reader, value);
}

static const struct key vacancy_table[] = {
    {.name = "who", .read = read_who, .offset = offsetof(struct vacancy, who), .required = true},
    {.name = "wte",
     .read = key_hundredths,
     .offset = offsetof(struct vacancy, wte_percent),
     .least = 1,
     .most = WTE_MAX,
     .required = true},
    {.name = "from", .read = key_date, .offset = offsetof(struct vacancy, from)},
};
const struct keys lever_vacancy_keys = KEYS_OF("vacancy", vacancy_table);

/* Of all these numbers; 0 has every divisor. */
static int greatest_divisor(const int *numbers, int count)
{
  int divisor = 0;
  for (int i = 0; i < count; i++)
    divisor = (int)integer_gcd(divisor, numbers[i]);
  return divisor;
}

/* fewest[i * width + s]: the fewest of the first i people whose posts make up s
 * times `unit`; count + 1: none do. For g_free. */
static uint16_t *fewest_people(const int *wte, int count, int unit, int width)
{
  uint16_t *fewest = g_new0(uint16_t, (gsize)(count + 1) * (gsize)width);
  int none = count + 1;
  for (int s = 0; s < width; s++)
    fewest[s] = (uint16_t)(s == 0 ? 0 : none);
  for (int i = 0; i < count; i++)
    for (int s = 0; s < width; s++) {
      const uint16_t *row = &fewest[(gsize)i * (gsize)width];
      int with = s >= wte[i] / unit ? row[s - wte[i] / unit] + 1 : none;
      fewest[(gsize)(i + 1) * (gsize)width + (gsize)s] = (uint16_t)MIN(MIN(with, row[s]), none);
    }
  return fewest;
}

/* Who of `people` (their posts in `wte`) leaves so that the posts come nearest to
 * `wanted`: of equals the smaller sum, and of these the fewest people, the last
 * in the list before the first. Returns how many are kept in `people`. */
static int pick_posts(int *people, const int *wte, int count, int wanted)
{
  enum { POST_MAX = 120 };
  int unit = MAX(greatest_divisor(wte, count), 1), width = (wanted + POST_MAX) / unit + 1;
  g_autofree uint16_t *fewest = fewest_people(wte, count, unit, width);
  g_autofree bool *takes = g_new0(bool, (gsize)count + 1);
  int best = 0, picked = 0;
  for (int s = 0; s < width; s++)
    if (fewest[(gsize)count * (gsize)width + (gsize)s] <= count &&
        ABS(s * unit - wanted) < ABS(best * unit - wanted))
      best = s;
  for (int i = count; i > 0; i--) {
    const uint16_t *row = &fewest[(gsize)i * (gsize)width], *before = row - width;
    int post = wte[i - 1] / unit;
    takes[i - 1] = best >= post && row[best] == before[best - post] + 1;
    best -= takes[i - 1] ? post : 0;
  }
  for (int i = 0; i < count; i++)
    if (takes[i])
      people[picked++] = people[i];
  return picked;
}

static void leave_vacant(struct making *making, const struct node *body,
                         const struct vacancy *vacancy)
{
  const struct service *service = making->service;
  int from = vacancy->from == DATE_NONE ? making_first(making) : vacancy->from;
  int count = 0, total = 0;
  int *people = ARENA_NEW(making->nodes, int, service->n_clinicians);
  g_autofree int *wte = g_new(int, (gsize)service->n_clinicians + 1);
  for (int c = 0; c < service->n_clinicians; c++)
    if (service_has_post(service, vacancy->who, c, from) && is_here(making, c, from) &&
        !service->clinicians[c].bank) {
      people[count] = c;
      wte[count++] = clinician_on(service, c, from)->wte_percent;
      total += clinician_on(service, c, from)->wte_percent;
    }
  if (vacancy->wte_percent > total) {
    making_error(making, node_get(body, "wte")->where, "only %d.%02d WTE are meant by 'who'",
                 total / 100, total % 100);
    return;
  }
  struct removed removed = {people, pick_posts(people, wte, count, vacancy->wte_percent),
                            vacancy->from};
  if (removed.count == 0) {
    making_error(making, node_get(body, "wte")->where, "no post is so small");
    return;
  }
  g_autofree char *why = g_strdup_printf("%d.%02d WTE vacant: ", vacancy->wte_percent / 100,
                                         vacancy->wte_percent % 100);
  take_out(making, body, removed);
  say_out(making, &removed, why);
}

void lever_vacancy(struct making *making, const struct node *body)
{
  struct vacancy vacancy = {NULL, 0, DATE_NONE};
  int errors = making_errors(making);
  if (reader_map(&making->reader, body, &lever_vacancy_keys, &vacancy) &&
      making_errors(making) == errors)
    leave_vacant(making, body, &vacancy);
}
