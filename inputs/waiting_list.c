/* waiting_list: who is referred, who waits, and what becomes of appointments. */
#include "inputs/decimal.h"
#include "inputs/refer.h"
#include "inputs/sections.h"
#include "inputs/value.h"
#include "model/waiting/waiting.h"

#include <string.h>

enum {
  POPULATION_MAX = 9000000,
  STANDARD_MAX = 104, /* weeks */
  REFERRALS_MAX = 20000,
  BAND_MAX = 100000, /* people */
  FOLLOW_UPS_MAX = 20,
};

/* The standard, in weeks, of a class that the service does not mention: nobody waits
 * in it. */
static const int plain_standards[WAITING_CLASSES] = {2, 12};
/* All who do not attend come back, unless the service says otherwise. */
static const double PLAIN_RETURN = 1;

/* --- a class --------------------------------------------------------------- */

static void read_localities(struct reader *reader, const struct key *key, const struct node *map,
                            struct waiting_referrals *class)
{
  double sum = 0;
  class->at = ARENA_NEW(reader->arena, double, reader->service->n_sites);
  for (int i = 0; i < map->count; i++) {
    int site = refer(reader, THING_SITE, map->keys[i]);
    double a_week = 0;
    decimal_read(reader, map->items[i], key->least, key->most, &a_week);
    if (site != NONE)
      class->at[site] = a_week;
    sum += a_week;
  }
  if (sum > key->most)
    diagnostics_error(reader->diagnostics, map->where,
                      "more than %d referrals a week from all localities together", key->most);
  class->a_week = sum;
}

static void read_referrals(struct reader *reader, const struct key *key, const struct node *value,
                           void *field)
{
  struct waiting_referrals *class = field;
  if (value->kind == NODE_MAP)
    read_localities(reader, key, value, class);
  else
    decimal_read(reader, value, key->least, key->most, &class->a_week);
}

static int find_band(const char *text)
{
  int band = 0;
  while (band < WAITING_BANDS && strcmp(waiting_bands[band].name, text) != 0)
    band++;
  return band;
}

static void report_band(struct reader *reader, const struct node *written)
{
  g_autoptr(GString) known = g_string_new(NULL);
  for (int b = 0; b < WAITING_BANDS; b++)
    g_string_append_printf(known, "%s%s", b > 0 ? ", " : "", waiting_bands[b].name);
  diagnostics_error(reader->diagnostics, written->where, "unknown band %s; the bands are %s weeks",
                    reader_describe(reader, written), known->str);
}

/* A scenario's edits have its own file's name. */
static bool is_assumed(const struct node *node)
{
  return strcmp(node->where.file, "service.yaml") != 0;
}

static void read_list(struct reader *reader, const struct key *key, const struct node *value,
                      void *field)
{
  struct waiting_referrals *class = field;
  if (!reader_is_map(reader, value, "people waiting by weeks"))
    return;
  for (int i = 0; i < value->count; i++) {
    int band = find_band(value->keys[i]->text);
    if (band == WAITING_BANDS) {
      report_band(reader, value->keys[i]);
      continue;
    }
    value_number(reader, value->items[i], key->least, key->most, &class->list[band]);
    class->assumed[band] = is_assumed(value->items[i]);
  }
  for (int b = 0; b < WAITING_BANDS && is_assumed(value); b++)
    class->assumed[b] = true;
}

static const struct key class_table[] = {
    {.name = "standard",
     .read = key_number,
     .offset = offsetof(struct waiting_referrals, standard_weeks),
     .least = 1,
     .most = STANDARD_MAX,
     .required = true},
    {.name = "referrals",
     .read = read_referrals,
     .least = 0,
     .most = REFERRALS_MAX,
     .required = true},
    {.name = "list", .read = read_list, .least = 0, .most = BAND_MAX},
};
static const struct keys class_keys = KEYS_OF("a class", class_table);

static void read_class(struct reader *reader, const struct key *key, const struct node *value,
                       void *field)
{
  ((struct waiting_referrals *)field)->where = value->where;
  reader_map(reader, value, key->inside, field);
}

#define CLASS(class) ((size_t)(class) * sizeof(struct waiting_referrals))

static const struct key classes_table[] = {
    {.name = "priority",
     .read = read_class,
     .offset = CLASS(WAITING_PRIORITY),
     .inside = &class_keys},
    {.name = "routine",
     .read = read_class,
     .offset = CLASS(WAITING_ROUTINE),
     .inside = &class_keys},
};
static const struct keys classes_keys = KEYS_OF("classes", classes_table);

static void read_classes(struct reader *reader, const struct key *key, const struct node *value,
                         void *field)
{
  if (reader_map(reader, value, key->inside, field) && value->count == 0)
    diagnostics_error(reader->diagnostics, value->where, "there is no class of referrals");
}

/* --- the section ----------------------------------------------------------- */

/* Of localities that are not named it is the mean of those that are, by their referrals. */
static void read_dna_at(struct reader *reader, const struct key *key, const struct node *map,
                        struct waiting_list *list)
{
  int n_sites = reader->service->n_sites;
  double missed = 0, referrals = 0;
  list->dna_at = ARENA_NEW(reader->arena, double, n_sites);
  for (int s = 0; s < n_sites; s++)
    list->dna_at[s] = -1;
  for (int i = 0; i < map->count; i++) {
    int site = refer(reader, THING_SITE, map->keys[i]);
    double share = 0;
    decimal_read(reader, map->items[i], key->least, key->most, &share);
    for (int c = 0; c < WAITING_CLASSES && site != NONE; c++)
      if (list->classes[c].at) {
        missed += share * list->classes[c].at[site];
        referrals += list->classes[c].at[site];
      }
    if (site != NONE)
      list->dna_at[site] = share;
  }
  if (referrals > 0)
    list->dna_new = missed / referrals;
  else
    diagnostics_error(reader->diagnostics, map->where,
                      "'new' by locality, but 'referrals' has nobody from these");
  for (int s = 0; s < n_sites; s++)
    if (list->dna_at[s] < 0)
      list->dna_at[s] = list->dna_new;
}

static void read_dna_new(struct reader *reader, const struct key *key, const struct node *value,
                         void *field)
{
  struct waiting_list *list = field;
  if (value->kind == NODE_MAP)
    read_dna_at(reader, key, value, list);
  else
    decimal_read(reader, value, key->least, key->most, &list->dna_new);
}

static const struct key dna_table[] = {
    {.name = "new", .read = read_dna_new, .most = 1},
    {.name = "follow_up",
     .read = key_decimal,
     .offset = offsetof(struct waiting_list, dna_follow_up),
     .most = 1},
    {.name = "backfill",
     .read = key_decimal,
     .offset = offsetof(struct waiting_list, backfill),
     .most = 1},
    {.name = "return",
     .read = key_decimal,
     .offset = offsetof(struct waiting_list, dna_return),
     .most = 1},
};
static const struct keys dna_keys = KEYS_OF("dna", dna_table);

static const struct key follow_ups_table[] = {
    {.name = "per_new",
     .read = key_decimal,
     .offset = offsetof(struct waiting_list, follow_ups_per_new),
     .most = FOLLOW_UPS_MAX},
    {.name = "patient_initiated",
     .read = key_decimal,
     .offset = offsetof(struct waiting_list, patient_initiated),
     .most = 1},
    {.name = "done_at_events",
     .read = key_decimal,
     .offset = offsetof(struct waiting_list, done_at_events),
     .most = 1},
};
static const struct keys follow_ups_keys = KEYS_OF("follow_ups", follow_ups_table);

static const struct key calls_table[] = {
    {.name = "settled",
     .read = key_decimal,
     .offset = offsetof(struct waiting_list, calls_settled),
     .most = 1,
     .required = true},
};
static const struct keys calls_keys = KEYS_OF("calls", calls_table);

static const char *const variations[] = {"poisson", "none", NULL};

static void read_variation(struct reader *reader, const struct key *key, const struct node *value,
                           void *field)
{
  int choice;
  if (value_choice(reader, value, key->words, &choice))
    ((struct waiting_list *)field)->constant_demand = choice == 1;
}

static const struct key waiting_list_table[] = {
    {.name = "population",
     .read = key_number,
     .offset = offsetof(struct waiting_list, population),
     .least = 1,
     .most = POPULATION_MAX},
    {.name = "classes",
     .read = read_classes,
     .offset = offsetof(struct waiting_list, classes),
     .required = true,
     .inside = &classes_keys},
    {.name = "removals",
     .read = key_decimal,
     .offset = offsetof(struct waiting_list, removals),
     .most = 1},
    {.name = "dna", .read = key_map, .inside = &dna_keys},
    {.name = "follow_ups", .read = key_map, .inside = &follow_ups_keys},
    {.name = "calls", .read = key_map, .inside = &calls_keys},
    {.name = "sickness",
     .read = key_decimal,
     .offset = offsetof(struct waiting_list, sickness),
     .most = 1},
    {.name = "lost_fcp",
     .read = key_decimal,
     .offset = offsetof(struct waiting_list, lost_fcp),
     .most = 1},
    {.name = "variation", .read = read_variation, .words = variations},
};
const struct keys waiting_list_keys = KEYS_OF("waiting_list", waiting_list_table);

void waiting_list_read(struct reader *reader, const struct node *node)
{
  if (!node)
    return;
  struct waiting_list *list = ARENA_NEW(reader->arena, struct waiting_list, 1);
  list->dna_return = PLAIN_RETURN;
  list->where = node->where;
  for (int c = 0; c < WAITING_CLASSES; c++)
    list->classes[c] = (struct waiting_referrals){.standard_weeks = plain_standards[c]};
  if (reader_map(reader, node, &waiting_list_keys, list))
    reader->draft->waiting_list = list;
}
