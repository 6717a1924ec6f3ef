#include "inputs/refer.h"

#include "inputs/value.h"

#include <string.h>

static const char *const thing_names[THINGS] = {"site", "task", "clinician", "session"};

static int how_many(const struct service *service, enum thing thing)
{
  switch (thing) {
  case THING_SITE:
    return service->n_sites;
  case THING_TASK:
    return service->n_tasks;
  case THING_CLINICIAN:
    return service->n_clinicians;
  default:
    return service->n_blocks;
  }
}

const char *refer_id(const struct service *service, enum thing thing, int index)
{
  switch (thing) {
  case THING_SITE:
    return service->sites[index].id;
  case THING_TASK:
    return service->tasks[index].id;
  case THING_CLINICIAN:
    return service->clinicians[index].id;
  default:
    return service->blocks[index].id;
  }
}

static int find(const struct service *service, enum thing thing, const char *id)
{
  switch (thing) {
  case THING_SITE:
    return service_site(service, id);
  case THING_TASK:
    return service_task(service, id);
  case THING_CLINICIAN:
    return service_clinician(service, id);
  default:
    return service_block(service, id);
  }
}

/* Adds the ids of all things of a kind to the words that are known. */
static void add_ids(const struct service *service, enum thing thing, GPtrArray *known)
{
  for (int i = 0; i < how_many(service, thing); i++)
    g_ptr_array_add(known, (gpointer)refer_id(service, thing, i));
}

static void report(struct reader *reader, const struct node *node, const char *what,
                   GPtrArray *known)
{
  reader_unknown(reader, node->where, what, node->text, (const char *const *)known->pdata,
                 (int)known->len);
}

int refer(struct reader *reader, enum thing thing, const struct node *node)
{
  g_autofree char *what = g_strdup_printf("the id of a %s", thing_names[thing]);
  const char *text;
  if (!value_text(reader, node, what, &text))
    return NONE;
  int index = find(reader->service, thing, text);
  if (index == NONE && !reader->lost[thing]) {
    GPtrArray *known = g_ptr_array_new();
    add_ids(reader->service, thing, known);
    report(reader, node, thing_names[thing], known);
    g_ptr_array_free(known, TRUE);
  }
  return index;
}

/* Marks the item as seen; a second time is an error. */
static bool mark(struct reader *reader, bool *mask, int index, const struct node *node)
{
  if (index == NONE)
    return false;
  if (mask[index])
    diagnostics_error(reader->diagnostics, node->where, "'%s' is here twice", node->text);
  bool first = !mask[index];
  mask[index] = true;
  return first;
}

static bool is_empty_list(struct reader *reader, const struct node *node, int count)
{
  if (count == 0)
    diagnostics_error(reader->diagnostics, node->where, "the list is empty");
  return count == 0;
}

int *refer_list(struct reader *reader, enum thing thing, const struct node *node, int *count)
{
  int n_items, n_found = 0;
  const struct node *const *items = node_each(&node, &n_items);
  int *found = ARENA_NEW(reader->arena, int, n_items);
  g_autofree bool *seen = g_new0(bool, (gsize)how_many(reader->service, thing) + 1);
  for (int i = 0; i < n_items; i++) {
    int index = refer(reader, thing, items[i]);
    if (mark(reader, seen, index, items[i]))
      found[n_found++] = index;
  }
  *count = n_found;
  return n_found == n_items ? found : NULL;
}

bool *refer_mask(struct reader *reader, enum thing thing, const struct node *node)
{
  int n_items, n_good = 0;
  const struct node *const *items = node_each(&node, &n_items);
  bool *mask = ARENA_NEW(reader->arena, bool, how_many(reader->service, thing));
  if (is_empty_list(reader, node, n_items))
    return NULL;
  for (int i = 0; i < n_items; i++)
    n_good += mark(reader, mask, refer(reader, thing, items[i]), items[i]);
  return n_good == n_items ? mask : NULL;
}

static int mark_kind(const struct service *service, int kind, bool *mask)
{
  int marked = 0;
  for (int s = 0; s < service->n_sites; s++)
    if (service->sites[s].kind == kind) {
      mask[s] = true;
      marked++;
    }
  return marked;
}

/* A word that is both a site's id and a kind's means the site: see sites.c. */
static bool mark_place(struct reader *reader, const struct node *node, bool *mask)
{
  const struct service *service = reader->service;
  const char *text;
  if (!value_text(reader, node, "a site or a kind of site", &text))
    return false;
  int site = service_site(service, text), kind = vocabulary_find(&service->kinds, text);
  if (site != NONE) {
    mask[site] = true;
    return true;
  }
  if (reader->lost[THING_SITE] || (kind != NONE && reader->lost_kinds) ||
      (kind != NONE && mark_kind(service, kind, mask) > 0))
    return true;
  if (kind != NONE) {
    diagnostics_warning(reader->diagnostics, node->where, "no site is of the kind '%s'", text);
    return true;
  }
  GPtrArray *known = g_ptr_array_new();
  add_ids(service, THING_SITE, known);
  for (int i = 0; i < service->kinds.count; i++)
    g_ptr_array_add(known, (gpointer)service->kinds.words[i]);
  report(reader, node, "site", known);
  g_ptr_array_free(known, TRUE);
  return false;
}

bool *refer_sites(struct reader *reader, const struct node *node)
{
  int count;
  const struct node *const *items = node_each(&node, &count);
  bool *mask = ARENA_NEW(reader->arena, bool, reader->service->n_sites);
  bool good = !is_empty_list(reader, node, count);
  for (int i = 0; i < count; i++)
    good = mark_place(reader, items[i], mask) && good;
  return good ? mask : NULL;
}

int refer_word(struct reader *reader, const struct vocabulary *vocabulary, const char *what,
               const struct node *node)
{
  const char *text;
  g_autofree char *article = g_strdup_printf("a %s", what);
  if (!value_text(reader, node, article, &text))
    return NONE;
  int index = vocabulary_find(vocabulary, text);
  if (index == NONE)
    reader_unknown(reader, node->where, what, text, vocabulary->words, vocabulary->count);
  return index;
}

bool refer_is_done_at(struct reader *reader, struct where where, int task, int site)
{
  const struct service *service = reader->service;
  if (reader->lost_kinds || service->tasks[task].at[site])
    return true;
  diagnostics_error(reader->diagnostics, where, "the task '%s' is not done at '%s'",
                    service->tasks[task].id, service->sites[site].id);
  return false;
}

static void refer_into(struct reader *reader, enum thing thing, const struct node *value,
                       void *field)
{
  int index = refer(reader, thing, value);
  if (index != NONE)
    *(int *)field = index;
}

void key_site(struct reader *reader, const struct key *key, const struct node *value, void *field)
{
  (void)key;
  refer_into(reader, THING_SITE, value, field);
}

void key_task(struct reader *reader, const struct key *key, const struct node *value, void *field)
{
  (void)key;
  refer_into(reader, THING_TASK, value, field);
}

void key_clinician(struct reader *reader, const struct key *key, const struct node *value,
                   void *field)
{
  (void)key;
  refer_into(reader, THING_CLINICIAN, value, field);
}

void key_block(struct reader *reader, const struct key *key, const struct node *value, void *field)
{
  (void)key;
  refer_into(reader, THING_BLOCK, value, field);
}

void key_site_mask(struct reader *reader, const struct key *key, const struct node *value,
                   void *field)
{
  (void)key;
  bool *mask = refer_sites(reader, value);
  if (mask)
    *(bool **)field = mask;
}

void key_task_mask(struct reader *reader, const struct key *key, const struct node *value,
                   void *field)
{
  (void)key;
  bool *mask = refer_mask(reader, THING_TASK, value);
  if (mask)
    *(bool **)field = mask;
}
