#include "scenarios/making_sites.h"

#include "inputs/refer.h"
#include "scenarios/making_posts.h"

#include <string.h>

bool making_lists(const struct node *list, const char *text)
{
  int count;
  const struct node *const *items = node_each(&list, &count);
  for (int i = 0; i < count; i++)
    if (items[i]->kind == NODE_SCALAR && strcmp(items[i]->text, text) == 0)
      return true;
  return false;
}

const struct node *making_join(struct making *making, const struct node *list,
                               const struct node *more)
{
  const struct node *joined = list;
  int count;
  const struct node *const *items = node_each(&more, &count);
  if (list->kind != NODE_LIST)
    joined = edit_append(making->nodes, edit_list(making->nodes, list->where), list);
  for (int i = 0; i < count; i++)
    if (items[i]->kind != NODE_SCALAR || !making_lists(joined, items[i]->text))
      joined = edit_append(making->nodes, joined, items[i]);
  return joined;
}

/* Sites that join those of people who are sent to a place (NULL: of anybody). */
struct sending {
  const char *place;
  const struct node *more;
};

static const struct node *send(struct making *making, const struct node *sites, int date,
                               void *data)
{
  const struct sending *sending = data;
  (void)date;
  return sending->place && !making_lists(sites, sending->place)
             ? sites
             : making_join(making, sites, sending->more);
}

static void send_person(struct making *making, const char *id, struct sending sending)
{
  const struct node *before = making_clinician(making, id);
  const struct node *body = making_posts_begin(making, before);
  const struct node *after = making_posts_edit(making, body, "sites", send, &sending);
  making_put_clinician(making, edit_scalar(making->nodes, before->where, id), after);
}

void making_send_one(struct making *making, const char *id, const struct node *site)
{
  send_person(making, id, (struct sending){NULL, site});
}

void making_send(struct making *making, const char *site, const struct node *others)
{
  for (guint f = 0; f < making->files->len; f++) {
    const struct node *file = making_tree(making, making->files->pdata[f]);
    for (int i = 0; i < file->count; i++)
      send_person(making, file->keys[i]->text, (struct sending){site, others});
  }
}

void making_close(struct making *making, struct where where, const struct shutting *shutting)
{
  struct arena *nodes = making->nodes;
  const char *path = making_month_path(making);
  const struct node *closure = edit_map(nodes, where);
  const struct {
    const char *key;
    const struct node *value;
  } rest[] = {{"sessions", shutting->sessions},
              {"reason", shutting->reason},
              {"moves_to", shutting->moves_to},
              {"owed", shutting->owed}};
  char date[DATE_TEXT_SIZE];
  int last = making_last(making);
  int from = MAX(shutting->from, making_first(making));
  int until = shutting->until == DATE_NONE ? last : MIN(shutting->until, last);
  closure = edit_put_text(nodes, closure, where, "site", shutting->site);
  closure = edit_put_text(nodes, closure, where, "from", date_format(from, date));
  closure = edit_put_text(nodes, closure, where, "to", date_format(until, date));
  for (size_t i = 0; i < G_N_ELEMENTS(rest); i++)
    if (rest[i].value)
      closure = edit_put(nodes, closure, edit_scalar(nodes, where, rest[i].key), rest[i].value);
  const struct node *closures = making_section(making, path, "closures", NODE_LIST);
  making_put_section(making, path, where, "closures", edit_append(nodes, closures, closure));
}

/* The section, "sites" or "pcns", that has the site; NULL: neither. */
static const char *section_of(struct making *making, const char *id)
{
  static const char *const sections[] = {"sites", "pcns"};
  for (size_t i = 0; i < G_N_ELEMENTS(sections); i++)
    if (node_get(making_section(making, MAKING_SERVICE, sections[i], NODE_MAP), id))
      return sections[i];
  return NULL;
}

const struct node *making_site(struct making *making, const char *id)
{
  const char *section = section_of(making, id);
  const struct node *body =
      section ? node_get(making_section(making, MAKING_SERVICE, section, NODE_MAP), id) : NULL;
  return body && node_is_empty(body) ? edit_map(making->nodes, body->where) : body;
}

void making_put_site(struct making *making, struct where where, const char *id,
                     const struct node *body)
{
  const char *section = section_of(making, id);
  section = section ? section : "sites";
  const struct node *sites = making_section(making, MAKING_SERVICE, section, NODE_MAP);
  const struct node *key = edit_scalar(making->nodes, where, id);
  making_put_section(making, MAKING_SERVICE, where, section,
                     edit_put(making->nodes, sites, key, body));
}

bool making_check_sites(struct making *making, const struct node *sites)
{
  int count;
  const struct node *const *items = node_each(&sites, &count);
  bool good = true;
  for (int i = 0; i < count; i++) {
    bool known = items[i]->kind == NODE_SCALAR && making_site(making, items[i]->text);
    good = (known || refer(&making->reader, THING_SITE, items[i]) != NONE) && good;
  }
  return good;
}
