/* add: {clinicians: 2, like: amrita}: new people, each like one who is there. */
#include "inputs/refer.h"
#include "inputs/sections.h"
#include "inputs/value.h"
#include "scenarios/levers.h"
#include "scenarios/making_posts.h"
#include "scenarios/making_sites.h"
#include "scenarios/making_words.h"

#include <string.h>

enum { ADDED_MAX = 200 };

struct added {
  int count, like, from;
  const struct node *named_fcp;
};

static const struct key add_table[] = {
    {.name = "clinicians",
     .read = key_number,
     .offset = offsetof(struct added, count),
     .least = 1,
     .most = ADDED_MAX},
    {.name = "like",
     .read = key_clinician,
     .offset = offsetof(struct added, like),
     .required = true},
    {.name = "from", .read = key_date, .offset = offsetof(struct added, from)},
    {.name = "named_fcp", .read = key_node, .offset = offsetof(struct added, named_fcp)},
};
const struct keys lever_add_keys = KEYS_OF("add", add_table);

/* What was agreed with one person, or is true of one person alone. */
static const char *const personal[] = {"arrangements", "hours",   "joins",
                                       "leaves",       "changes", "was"};

/* The new person goes to the new base too, without `sites` being written. */
static const struct node *send_to_base(struct making *making, const struct node *body,
                                       const struct node *base)
{
  const struct node *sites = node_get(body, "sites");
  if (!sites || node_is_empty(sites) || !base)
    return body;
  return edit_put(making->nodes, body, edit_scalar(making->nodes, base->where, "sites"),
                  making_join(making, sites, base));
}

/* The body of the person they are like, with what `add` says of them. */
static const struct node *body_like(struct making *making, const struct node *body,
                                    const struct added *added)
{
  struct arena *nodes = making->nodes;
  const struct node *like = making_posts_begin(
      making, making_clinician(making, making->service->clinicians[added->like].id));
  for (size_t i = 0; i < G_N_ELEMENTS(personal); i++)
    like = edit_drop(nodes, like, personal[i]);
  for (int i = 0; i < body->count; i++)
    if (!reader_has_key(&lever_add_keys, body->keys[i]->text))
      like = edit_put(nodes, like, body->keys[i], body->items[i]);
  if (!node_get(body, "sites"))
    like = send_to_base(making, like, node_get(body, "base"));
  char date[DATE_TEXT_SIZE];
  if (added->from != DATE_NONE)
    like = edit_put_text(nodes, like, node_get(body, "from")->where, "joins",
                         date_format(added->from, date));
  return like;
}

/* "amrita-2", or the next number that is free. */
static const char *free_id(struct making *making, const char *like, int *number)
{
  enum { STEM_MAX = ID_LENGTH_MAX - 5 };
  for (;; (*number)++) {
    g_autofree char *id = g_strdup_printf("%.*s-%d", STEM_MAX, like, *number);
    if (!making_clinician(making, id))
      return arena_strdup(making->nodes, id);
  }
}

/* Adds the id to the PCN's own first contact practitioners. */
static void name_fcp(struct making *making, const struct node *pcn, const struct node *id)
{
  struct arena *nodes = making->nodes;
  const struct node *pcns = making_section(making, MAKING_SERVICE, "pcns", NODE_MAP);
  const struct node *body = node_get(pcns, pcn->text), *fcp = node_get(body, "fcp");
  const struct node *named = fcp ? node_get(fcp, "named") : NULL;
  const struct node *list = named ? making_join(making, named, id) : id;
  fcp = fcp && fcp->kind == NODE_MAP ? fcp : edit_map(nodes, pcn->where);
  fcp = edit_put(nodes, fcp, edit_scalar(nodes, pcn->where, "named"), list);
  body = edit_put(nodes, body, edit_scalar(nodes, pcn->where, "fcp"), fcp);
  making_put_section(making, MAKING_SERVICE, pcn->where, "pcns",
                     edit_put(nodes, pcns, edit_scalar(nodes, pcn->where, pcn->text), body));
}

static void name_fcps(struct making *making, const struct node *pcns, const struct node *id)
{
  int count;
  const struct node *const *items = node_each(&pcns, &count);
  for (int i = 0; i < count; i++) {
    int site = refer(&making->reader, THING_SITE, items[i]);
    if (site != NONE && !making->service->sites[site].pcn)
      making_error(making, items[i]->where, "'%s' is no PCN", items[i]->text);
    else if (site != NONE)
      name_fcp(making, items[i], id);
  }
}

/* "one more of band 6 at Hove hub, like Sofia Rossi, from 1 February 2027: 0.5 WTE" */
static void say_added(struct making *making, const struct added *added, const struct node *body)
{
  static const char *const said[] = {"clinicians", "like",      "from", "band",
                                     "base",       "named_fcp", NULL};
  const struct service *service = making->service;
  const struct post *post = clinician_on(service, added->like, making_first(making));
  const struct node *band = node_get(body, "band"), *base = node_get(body, "base");
  g_autoptr(GString) text = g_string_new(NULL);
  if (added->count == 1)
    g_string_append(text, "one more of band ");
  else
    g_string_append_printf(text, "%d more of band ", added->count);
  if (band)
    making_words(making, band, text);
  else
    g_string_append_printf(text, "%d", post->band);
  if (base || post->base != NONE)
    g_string_append_printf(
        text, " at %s", base ? making_name(making, base->text) : service->sites[post->base].name);
  g_string_append_printf(text, ", like %s", service->clinicians[added->like].name);
  if (added->named_fcp) {
    g_string_append(text, ", named first contact at ");
    making_words(making, added->named_fcp, text);
  }
  if (added->from != DATE_NONE)
    g_string_append_c(text, ',');
  making_words_span(added->from, DATE_NONE, text);
  making_words_but(making, body, said, ": ", text);
  making_say(making, "%s", text->str);
}

static void add_all(struct making *making, const struct node *body, const struct added *added)
{
  const struct clinician *like = &making->service->clinicians[added->like];
  const struct node *made = body_like(making, body, added);
  for (int i = 0, number = 2; i < added->count; i++, number++) {
    const char *id = free_id(making, like->id, &number);
    g_autofree char *name = g_strdup_printf("New %d, like %.80s", number - 1, like->name);
    const struct node *key = edit_scalar(making->nodes, body->where, id);
    const struct node *named = made;
    if (!node_get(body, "name") || added->count > 1)
      named = edit_put_text(making->nodes, made, body->where, "name", name);
    making_put_clinician(making, key, named);
    if (added->named_fcp)
      name_fcps(making, added->named_fcp, key);
  }
  say_added(making, added, body);
}

void lever_add(struct making *making, const struct node *body)
{
  struct keys keys = making_keys(making, &lever_add_keys, &clinician_keys);
  struct added added = {.count = 1, .like = NONE};
  int errors = making_errors(making);
  if (reader_map(&making->reader, body, &keys, &added) && making_errors(making) == errors)
    add_all(making, body, &added);
}
