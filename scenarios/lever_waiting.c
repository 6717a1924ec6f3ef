/* demand, dna, follow_ups and list: what happens to the waiting list. */
#include "inputs/decimal.h"
#include "inputs/refer.h"
#include "inputs/sections.h"
#include "inputs/value.h"
#include "model/waiting/waiting.h"
#include "scenarios/levers.h"
#include "scenarios/making_words.h"

#include <math.h>
#include <string.h>

/* Has the service a waiting list? If not, that is reported. */
static bool has_list(struct making *making, const struct node *body)
{
  if (making_has_section(making, MAKING_SERVICE, "waiting_list"))
    return true;
  making_error(making, body->where, "the service has no 'waiting_list' to be changed");
  return false;
}

/* --- demand and list: numbers of people ---------------------------------------- */

static const char *const class_names[] = {"priority", "routine", NULL};

/* Of which people, and by how much. */
struct people {
  double growth, removed;
  int class;         /* NONE: both */
  const bool *sites; /* NULL: all */
};

static void read_class(struct reader *reader, const struct key *key, const struct node *value,
                       void *field)
{
  value_choice(reader, value, key->words, field);
}

/* From -1, no referrals at all, to ten times as many more. */
static void read_growth(struct reader *reader, const struct key *key, const struct node *value,
                        void *field)
{
  decimal_read(reader, value, key->least, key->most, field);
}

static const struct key growth_table[] = {
    {.name = "growth",
     .read = read_growth,
     .offset = offsetof(struct people, growth),
     .least = -1,
     .most = 10,
     .required = true},
    {.name = "class",
     .read = read_class,
     .offset = offsetof(struct people, class),
     .words = class_names},
    {.name = "at", .read = key_site_mask, .offset = offsetof(struct people, sites)},
};
const struct keys lever_demand_keys = KEYS_OF("demand", growth_table);

static const struct key list_table[] = {
    {.name = "validation_removes",
     .read = key_decimal,
     .offset = offsetof(struct people, removed),
     .most = 1,
     .required = true},
    {.name = "class",
     .read = read_class,
     .offset = offsetof(struct people, class),
     .words = class_names},
};
const struct keys lever_list_keys = KEYS_OF("list", list_table);

static void grow_class(const struct making *making, const struct service *service,
                       const struct people *people, struct waiting_referrals *class)
{
  if (!people->sites) {
    for (int s = 0; class->at && s < service->n_sites; s++)
      class->at[s] *= 1 + people->growth;
    class->a_week *= 1 + people->growth;
    return;
  }
  class->a_week = 0;
  for (int s = 0; s < service->n_sites; s++) {
    int before = service_site(making->service, service->sites[s].id);
    if (before != NONE && people->sites[before])
      class->at[s] *= 1 + people->growth;
    class->a_week += class->at[s];
  }
}

static void grow(struct making *making, struct service *service, struct month *month, void *data)
{
  const struct people *people = data;
  (void)month;
  for (int c = 0; c < WAITING_CLASSES; c++)
    if (people->class == NONE || people->class == c)
      grow_class(making, service, people, &service->waiting_list->classes[c]);
}

static void validate(struct making *making, struct service *service, struct month *month,
                     void *data)
{
  const struct people *people = data;
  (void)making;
  (void)month;
  for (int c = 0; c < WAITING_CLASSES; c++)
    for (int b = 0; b < WAITING_BANDS; b++) {
      int *waiting = &service->waiting_list->classes[c].list[b];
      if (people->class == NONE || people->class == c)
        *waiting -= (int)lround(*waiting * people->removed);
    }
}

/* Growth somewhere needs referrals that are given by locality. */
static void check_localities(struct making *making, const struct node *body,
                             const struct people *people)
{
  const struct waiting_list *list = making->service->waiting_list;
  for (int c = 0; people->sites && c < WAITING_CLASSES; c++)
    if ((people->class == NONE || people->class == c) && list && !list->classes[c].at)
      making_error(making, node_get(body, "at")->where,
                   "the %s referrals of the service are not given by locality", class_names[c]);
}

static const char *of_class(const struct people *people)
{
  return people->class == NONE ? "" : people->class == WAITING_PRIORITY ? "priority " : "routine ";
}

void lever_demand(struct making *making, const struct node *body)
{
  struct people people = {.class = NONE};
  int errors = making_errors(making);
  reader_map(&making->reader, body, &lever_demand_keys, &people);
  if (has_list(making, body))
    check_localities(making, body, &people);
  if (making_errors(making) > errors)
    return;
  making_finish(making, grow, arena_copy(making->nodes, &people, 1, sizeof people));
  GString *where = g_string_new(NULL);
  if (people.sites) {
    g_string_append(where, " at ");
    making_words(making, node_get(body, "at"), where);
  }
  making_say(making, "%g%% %s %sreferrals%s", fabs(people.growth) * 100,
             people.growth < 0 ? "fewer" : "more", of_class(&people), where->str);
  g_string_free(where, TRUE);
}

void lever_list(struct making *making, const struct node *body)
{
  struct people people = {.class = NONE};
  int errors = making_errors(making);
  reader_map(&making->reader, body, &lever_list_keys, &people);
  if (!has_list(making, body) || making_errors(making) > errors)
    return;
  making_finish(making, validate, arena_copy(making->nodes, &people, 1, sizeof people));
  making_say(making, "validation takes %g%% off the %slist", people.removed * 100,
             of_class(&people));
}

/* --- dna and follow_ups: parts of the section ------------------------------------ */

/* How a key of a part is said after its number. */
struct part_words {
  const char *key, *words;
  bool percent;
};

static const struct part_words dna_words[] = {
    {"new", "of first appointments are missed", true},
    {"follow_up", "of follow-ups are missed", true},
    {"backfill", "of missed slots are filled again", true},
    {"return", "of those who miss a first appointment come back to the list", true},
    {NULL, NULL, false},
};

static const struct part_words follow_ups_words[] = {
    {"per_new", "follow-ups for each first appointment", false},
    {"patient_initiated", "of follow-ups only if the patient asks", true},
    {"done_at_events", "of those seen at events need nothing more", true},
    {NULL, NULL, false},
};

static void append_number(const struct making *making, const struct node *value, bool percent,
                          GString *out)
{
  if (percent && value->kind == NODE_SCALAR)
    g_string_append_printf(out, "%g%%", g_ascii_strtod(value->text, NULL) * 100);
  else
    making_words(making, value, out);
}

/* "8% of first appointments are missed instead of 9.3%" */
static void append_part(const struct making *making, const struct part_words *known,
                        const char *key, const struct node *value, const struct node *before,
                        GString *out)
{
  while (known->key && strcmp(known->key, key) != 0)
    known++;
  if (!known->key) {
    making_key_words(key, out);
    g_string_append_c(out, ' ');
  }
  append_number(making, value, known->percent, out);
  if (known->key)
    g_string_append_printf(out, " %s", known->words);
  if (before) {
    g_string_append(out, " instead of ");
    append_number(making, before, known->percent, out);
  }
}

static void put_part(struct making *making, const struct node *body, const char *part,
                     const struct part_words *words)
{
  struct arena *nodes = making->nodes;
  if (!has_list(making, body) || !reader_is_map(&making->reader, body, part))
    return;
  const struct node *section = making_section(making, MAKING_SERVICE, "waiting_list", NODE_MAP);
  const struct node *old = node_get(section, part);
  const struct node *made = old && old->kind == NODE_MAP ? old : edit_map(nodes, body->where);
  g_autoptr(GString) text = g_string_new(NULL);
  for (int i = 0; i < body->count; i++) {
    const char *key = body->keys[i]->text;
    g_string_append(text, i ? ", " : "");
    append_part(making, words, key, body->items[i], node_get(made, key), text);
    made = edit_put(nodes, made, body->keys[i], body->items[i]);
  }
  section = edit_put(nodes, section, edit_scalar(nodes, body->where, part), made);
  making_put_section(making, MAKING_SERVICE, body->where, "waiting_list", section);
  making_say(making, "%s", text->str);
}

void lever_dna(struct making *making, const struct node *body)
{
  put_part(making, body, "dna", dna_words);
}

void lever_follow_ups(struct making *making, const struct node *body)
{
  put_part(making, body, "follow_ups", follow_ups_words);
}
