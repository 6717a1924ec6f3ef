/* close: {site: horsham, from: 2027-02-01}: nobody works there from then on. */
#include "inputs/refer.h"
#include "inputs/value.h"
#include "inputs/when.h"
#include "scenarios/levers.h"
#include "scenarios/making_sites.h"
#include "scenarios/making_words.h"

#include <string.h>

struct closing {
  int *sites;
  int n_sites;
  int from, until;
  uint8_t blocks;
  const struct node *sessions, *reason, *moves_to, *owed, *staff_to;
};

static void read_sites(struct reader *reader, const struct key *key, const struct node *value,
                       void *field)
{
  struct closing *closing = field;
  int count;
  (void)key;
  int *sites = refer_list(reader, THING_SITE, value, &count);
  if (!sites)
    return;
  closing->sites = sites;
  closing->n_sites = count;
}

static const struct key close_table[] = {
    {.name = "site", .read = read_sites, .required = true},
    {.name = "from", .read = key_date, .offset = offsetof(struct closing, from)},
    {.name = "until", .read = key_date, .offset = offsetof(struct closing, until)},
    {.name = "sessions", .read = key_node, .offset = offsetof(struct closing, sessions)},
    {.name = "reason", .read = key_node, .offset = offsetof(struct closing, reason)},
    {.name = "moves_to", .read = key_node, .offset = offsetof(struct closing, moves_to)},
    {.name = "owed", .read = key_node, .offset = offsetof(struct closing, owed)},
    {.name = "staff_to", .read = key_node, .offset = offsetof(struct closing, staff_to)},
};
const struct keys lever_close_keys = KEYS_OF("close", close_table);

/* Locks at a site that is closed are lifted. */
static void unlock(struct making *making, struct service *service, struct month *month, void *data)
{
  const struct closing *closing = data;
  int kept = 0;
  for (int l = 0; l < month->n_locks; l++) {
    const struct lock *lock = &month->locks[l];
    const struct slot *slot = &month->slots[lock->slot];
    bool shut = slot->date >= closing->from &&
                (closing->until == DATE_NONE || slot->date <= closing->until) &&
                closing->blocks >> slot->block & 1;
    bool here = false;
    for (int s = 0; s < closing->n_sites; s++)
      here = here || strcmp(making->service->sites[closing->sites[s]].id,
                            service->sites[lock->site].id) == 0;
    if (!shut || !here)
      month->locks[kept++] = *lock;
  }
  month->n_locks = kept;
}

static void close_one(struct making *making, const struct node *body, const struct closing *closing,
                      int site)
{
  const char *id = making->service->sites[site].id;
  int last = making_last(making);
  const struct shutting shutting = {id,
                                    closing->from,
                                    closing->until,
                                    closing->sessions,
                                    closing->reason,
                                    closing->moves_to,
                                    closing->owed};
  if (closing->from <= last)
    making_close(making, body->where, &shutting);
  const struct making_later later = {
      .later = {LATER_CLOSED, MAX(closing->from, last + 1), closing->until, body->where},
      .closure = arena_copy(making->nodes, &shutting, 1, sizeof shutting),
  };
  if (closing->until == DATE_NONE || closing->until > last)
    making_add_later(making, &later);
  if (closing->staff_to)
    making_send(making, id, closing->staff_to);
}

static void say_closed(struct making *making, const struct closing *closing)
{
  GString *text = g_string_new(NULL);
  for (int i = 0; i < closing->n_sites; i++)
    g_string_append_printf(text, "%s%s", i ? ", " : "",
                           making->service->sites[closing->sites[i]].name);
  g_string_append(text, " closed");
  making_words_span(closing->from, closing->until, text);
  if (closing->sessions) {
    g_string_append(text, ", ");
    making_words(making, closing->sessions, text);
  }
  if (closing->moves_to) {
    g_string_append(text, ", its work to ");
    making_words(making, closing->moves_to, text);
  }
  if (closing->owed) {
    bool nothing = closing->owed->kind == NODE_SCALAR && strcmp(closing->owed->text, "no") == 0;
    g_string_append(text, nothing ? ", and nothing is owed for it" : ", owed: ");
    if (!nothing)
      making_words(making, closing->owed, text);
  }
  if (closing->staff_to) {
    g_string_append(text, ", its people to ");
    making_words(making, closing->staff_to, text);
  }
  making_say(making, "%s", text->str);
  g_string_free(text, TRUE);
}

void lever_close(struct making *making, const struct node *body)
{
  struct closing closing = {.from = DATE_NONE, .until = DATE_NONE, .blocks = 0xff};
  int errors = making_errors(making);
  reader_map(&making->reader, body, &lever_close_keys, &closing);
  if (closing.sessions)
    when_blocks(&making->reader, closing.sessions, &closing.blocks);
  if (closing.staff_to)
    making_check_sites(making, closing.staff_to);
  if (closing.from == DATE_NONE)
    closing.from = making_first(making);
  value_in_order(&making->reader, body->where, closing.from, closing.until);
  if (closing.until != DATE_NONE && closing.until < making_first(making))
    making_error(making, node_get(body, "until")->where, "this is before %s", making->month->name);
  if (making_errors(making) > errors)
    return;
  for (int i = 0; i < closing.n_sites; i++)
    close_one(making, body, &closing, closing.sites[i]);
  making_finish(making, unlock, arena_copy(making->nodes, &closing, 1, sizeof closing));
  say_closed(making, &closing);
}
