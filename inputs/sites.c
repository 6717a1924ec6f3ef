/* sites and pcns: where work happens. */
#include "inputs/decimal.h"
#include "inputs/refer.h"
#include "inputs/sections.h"
#include "inputs/value.h"
#include "inputs/vocabulary.h"
#include "inputs/when.h"

#include <string.h>

enum {
  SITES_MAX = 250,
  ROOMS_MAX = 1000,
  PATIENTS_MAX = 1000000,
  FCPS_MAX = 50,
  NEED_WEIGHT_MAX = 10
};

static const char *const known_kinds[] = {"hub", "pcn", "venue", "bus", "remote"};
static const char any_room[] = "room"; /* what a bare number of rooms counts */

static void read_kind(struct reader *reader, const struct key *key, const struct node *value,
                      void *field)
{
  const char *word;
  (void)key;
  if (!value_word(reader, value, "kind of site", &word))
    return;
  if (strcmp(word, "pcn") == 0)
    diagnostics_error(reader->diagnostics, value->where, "a PCN is written under 'pcns'");
  else if (vocabulary_find(&reader->service->kinds, word) != NONE)
    ((struct site *)field)->kind = vocabulary_find(&reader->service->kinds, word);
}

static void read_room_count(struct reader *reader, struct site *site, const char *kind,
                            const struct node *value)
{
  int index = vocabulary_find(&reader->service->room_kinds, kind);
  int count;
  if (value_number(reader, value, 0, ROOMS_MAX, &count) && index != NONE)
    site->rooms[index] = count;
}

static void read_rooms(struct reader *reader, const struct key *key, const struct node *value,
                       void *field)
{
  const char *word;
  (void)key;
  if (value->kind != NODE_MAP) {
    read_room_count(reader, field, any_room, value);
    return;
  }
  for (int i = 0; i < value->count; i++) {
    if (value_word(reader, value->keys[i], "kind of room", &word))
      read_room_count(reader, field, word, value->items[i]);
  }
}

/* On days that are not named the site is closed. */
static void read_open(struct reader *reader, const struct key *key, const struct node *value,
                      void *field)
{
  struct site *site = field;
  struct opening open[WEEK_DAYS] = {{0}};
  (void)key;
  if (!reader_is_map(reader, value, "opening times"))
    return;
  for (int i = 0; i < value->count; i++) {
    bool days[WEEK_DAYS];
    struct opening hours;
    bool timed = value_clocks(reader, value->items[i], &hours.from_minute, &hours.to_minute);
    if (!when_days(reader, value->keys[i], days) || !timed)
      continue;
    for (int day = 0; day < WEEK_DAYS; day++)
      if (days[day])
        open[day] = hours;
  }
  memcpy(site->open, open, sizeof open);
}

static void read_fcp_list(struct reader *reader, const struct node *value, int **out, int *count)
{
  int found;
  int *list = refer_list(reader, THING_CLINICIAN, value, &found);
  if (!list || !reader_bound(reader, value->where, "names", found, FCPS_MAX))
    return;
  *out = list;
  *count = found;
}

static void read_named(struct reader *reader, const struct key *key, const struct node *value,
                       void *field)
{
  struct pcn *pcn = field;
  (void)key;
  read_fcp_list(reader, value, &pcn->named, &pcn->n_named);
}

static void read_deputies(struct reader *reader, const struct key *key, const struct node *value,
                          void *field)
{
  struct pcn *pcn = field;
  (void)key;
  read_fcp_list(reader, value, &pcn->deputies, &pcn->n_deputies);
}

static const struct key fcp_table[] = {
    {.name = "named", .read = read_named},
    {.name = "deputy", .read = read_deputies},
};
static const struct keys fcp_keys = KEYS_OF("fcp", fcp_table);

static void read_fcp(struct reader *reader, const struct key *key, const struct node *value,
                     void *field)
{
  struct pcn *pcn = ((struct site *)field)->pcn;
  (void)key;
  pcn->where_fcp = value->where;
  reader_map(reader, value, &fcp_keys, pcn);
  for (int i = 0; i < pcn->n_named; i++)
    for (int j = 0; j < pcn->n_deputies; j++)
      if (pcn->named[i] == pcn->deputies[j])
        diagnostics_error(reader->diagnostics, value->where, "'%s' is both named and deputy",
                          refer_id(reader->service, THING_CLINICIAN, pcn->named[i]));
}

static void read_ods(struct reader *reader, const struct key *key, const struct node *value,
                     void *field)
{
  key_text(reader, key, value, (char **)&((struct site *)field)->pcn->ods);
}

static void read_patients(struct reader *reader, const struct key *key, const struct node *value,
                          void *field)
{
  value_number(reader, value, key->least, key->most, &((struct site *)field)->pcn->patients);
}

static void read_need_weight(struct reader *reader, const struct key *key, const struct node *value,
                             void *field)
{
  struct pcn *pcn = ((struct site *)field)->pcn;
  double weight = pcn->need_weight;
  decimal_read(reader, value, key->least, key->most, &weight);
  if (weight > 0)
    pcn->need_weight = weight;
  else
    diagnostics_error(reader->diagnostics, value->where,
                      "a need weight of 0: those patients would count for nothing");
}

/* See sites_read_serves: PCNs come after the sites that serve them. */
static void read_serves(struct reader *reader, const struct key *key, const struct node *value,
                        void *field)
{
  (void)reader;
  (void)key;
  (void)value;
  (void)field;
}

static const struct key site_table[] = {
    {.name = "name", .read = key_text, .offset = offsetof(struct site, name)},
    {.name = "kind", .read = read_kind},
    {.name = "rooms", .read = read_rooms, .least = 0, .most = ROOMS_MAX},
    {.name = "open", .read = read_open},
    {.name = "serves", .read = read_serves},
};
const struct keys site_keys = KEYS_OF("a site", site_table);

static const struct key pcn_table[] = {
    {.name = "name", .read = key_text, .offset = offsetof(struct site, name)},
    {.name = "ods", .read = read_ods},
    {.name = "patients", .read = read_patients, .least = 0, .most = PATIENTS_MAX},
    {.name = "need_weight", .read = read_need_weight, .least = 0, .most = NEED_WEIGHT_MAX},
    {.name = "rooms", .read = read_rooms, .least = 0, .most = ROOMS_MAX},
    {.name = "open", .read = read_open},
    {.name = "serves", .read = read_serves},
    {.name = "fcp", .read = read_fcp, .inside = &fcp_keys},
};
const struct keys pcn_keys = KEYS_OF("a PCN", pcn_table);

static int count_of(const struct node *list)
{
  return list && list->kind == NODE_MAP ? list->count : 0;
}

static void gather_kinds(struct reader *reader, const struct node *sites)
{
  struct service *service = reader->draft;
  for (size_t i = 0; i < G_N_ELEMENTS(known_kinds); i++)
    vocabulary_add(reader, &service->kinds, (struct where){0}, known_kinds[i]);
  for (int i = 0; i < count_of(sites); i++) {
    const struct node *kind = node_get(sites->items[i], "kind");
    if (kind && kind->kind == NODE_SCALAR)
      vocabulary_add_node(reader, &service->kinds, kind);
  }
}

static void gather_rooms(struct reader *reader, const struct node *sites)
{
  struct vocabulary *kinds = &reader->draft->room_kinds;
  vocabulary_add(reader, kinds, (struct where){0}, any_room);
  for (int i = 0; i < count_of(sites); i++) {
    const struct node *rooms = node_get(sites->items[i], "rooms");
    if (rooms && rooms->kind == NODE_MAP)
      vocabulary_add_node(reader, kinds, rooms);
  }
}

static struct site plain_site(struct reader *reader, const struct node *id, const char *kind)
{
  struct service *service = reader->draft;
  struct site site = {.where = id->where};
  site.id = site.name = arena_strdup(service->arena, id->text);
  site.kind = vocabulary_find(&service->kinds, kind);
  site.rooms = ARENA_NEW(service->arena, int, service->room_kinds.count);
  for (int r = 0; r < service->room_kinds.count; r++)
    site.rooms[r] = UNLIMITED;
  for (int day = 0; day < WEEK_DAYS; day++)
    site.open[day] = (struct opening){0, 24 * 60};
  return site;
}

static void read_site(struct reader *reader, const struct node *id, const struct node *body,
                      bool is_pcn)
{
  struct service *service = reader->draft;
  if (!value_is_id(reader, id, is_pcn ? "PCN" : "site"))
    return;
  for (int s = 0; s < service->n_sites; s++)
    if (strcmp(service->sites[s].id, id->text) == 0) {
      diagnostics_error(reader->diagnostics, id->where, "'%s' is a site already, on line %d",
                        id->text, service->sites[s].where.line);
      return;
    }
  struct site site = plain_site(reader, id, is_pcn ? "pcn" : "venue");
  if (is_pcn) {
    site.pcn = ARENA_NEW(service->arena, struct pcn, 1);
    site.pcn->ods = "";
    site.pcn->need_weight = 1;
  }
  if (!node_is_empty(body))
    reader_map(reader, body, is_pcn ? &pcn_keys : &site_keys, &site);
  site.remote = strcmp(service->kinds.words[site.kind], "remote") == 0;
  service->sites[service->n_sites++] = site;
}

static void read_all(struct reader *reader, const struct node *list, bool is_pcn)
{
  for (int i = 0; i < count_of(list); i++)
    read_site(reader, list->keys[i], list->items[i], is_pcn);
}

/* A name that is also a kind's must be that of the only site of the kind, or
 * `at: bus` would mean two things. */
static void check_names(struct reader *reader)
{
  const struct service *service = reader->service;
  for (int s = 0; s < service->n_sites; s++) {
    const struct site *site = &service->sites[s];
    int kind = vocabulary_find(&service->kinds, site->id);
    bool clash = kind != NONE && kind != site->kind;
    for (int other = 0; kind != NONE && other < service->n_sites; other++)
      clash = clash || (other != s && service->sites[other].kind == kind);
    if (clash)
      diagnostics_error(reader->diagnostics, site->where,
                        "'%s' is also a kind, of other sites; give this site another id", site->id);
    if (service_block(service, site->id) != NONE)
      diagnostics_error(reader->diagnostics, site->where,
                        "'%s' is also a session; give this site another id", site->id);
  }
}

/* A PCN's code is its own: written for two, one of them is another PCN than it says. */
static void check_codes(struct reader *reader)
{
  const struct service *service = reader->service;
  g_autoptr(GHashTable) first = g_hash_table_new(g_str_hash, g_str_equal);
  for (int s = 0; s < service->n_sites; s++) {
    const struct site *site = &service->sites[s], *other;
    if (!site->pcn || !*site->pcn->ods)
      continue;
    other = g_hash_table_lookup(first, site->pcn->ods);
    if (other)
      diagnostics_error(reader->diagnostics, site->where,
                        "the code '%s' is that of '%s' already, on line %d", site->pcn->ods,
                        other->id, other->where.line);
    else
      g_hash_table_insert(first, (gpointer)site->pcn->ods, (gpointer)site);
  }
}

static void read_lists(struct reader *reader, const struct node *sites, const struct node *pcns)
{
  struct service *service = reader->draft;
  service->sites = ARENA_NEW(service->arena, struct site, count_of(sites) + count_of(pcns));
  gather_kinds(reader, sites);
  gather_rooms(reader, sites);
  gather_rooms(reader, pcns);
  read_all(reader, sites, false);
  read_all(reader, pcns, true);
  check_names(reader);
  check_codes(reader);
}

void sites_read(struct reader *reader, const struct node *sites, const struct node *pcns)
{
  int errors = diagnostics_errors(reader->diagnostics);
  bool good = !reader->lost[THING_SITE];
  good = (!sites || reader_is_map(reader, sites, "sites")) && good;
  good = (!pcns || reader_is_map(reader, pcns, "pcns")) && good;
  int count = count_of(sites) + count_of(pcns);
  struct where where = sites ? sites->where : pcns ? pcns->where : reader->where;
  if (good && count == 0)
    diagnostics_error(reader->diagnostics, where, "the service has no site");
  if (reader_bound(reader, where, "sites", count, SITES_MAX))
    read_lists(reader, sites, pcns);
  if (!good || reader->service->n_sites < count)
    reader->lost[THING_SITE] = true;
  reader->lost_kinds = diagnostics_errors(reader->diagnostics) > errors;
}

void sites_read_serves(struct reader *reader, const struct node *sites, const struct node *pcns)
{
  const struct node *lists[] = {sites, pcns};
  for (size_t l = 0; l < G_N_ELEMENTS(lists); l++)
    for (int i = 0; i < count_of(lists[l]); i++) {
      const struct node *serves = node_get(lists[l]->items[i], "serves");
      int site = service_site(reader->service, lists[l]->keys[i]->text);
      if (serves && site != NONE)
        reader->draft->sites[site].serves = refer_sites(reader, serves);
    }
}
