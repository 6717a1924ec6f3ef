/* agreed: sessions swapped or added this month, as agreed with a person. */
#include "inputs/refer.h"
#include "inputs/sections.h"
#include "inputs/value.h"
#include "inputs/when.h"

#include <string.h>

enum { AGREED_MAX = 2000 };

/* A line, and the sessions it names. */
struct line {
  int clinician;
  int works;   /* enum agreement */
  bool *slots; /* [month slots] */
};

enum agreement { WORKS_NO, WORKS_YES, WORKS_EXTRA };
static const char *const works_words[] = {"no", "yes", "extra", NULL};

/* Beside the words of value_switch, "extra". */
static void read_works(struct reader *reader, const struct key *key, const struct node *value,
                       void *field)
{
  int *works = field;
  bool yes;
  if (value->kind == NODE_SCALAR && strcmp(value->text, key->words[WORKS_EXTRA]) == 0)
    *works = WORKS_EXTRA;
  else if (value_is_switch(value, &yes))
    *works = yes ? WORKS_YES : WORKS_NO;
  else
    diagnostics_error(reader->diagnostics, value->where, "expected yes, no or extra, found %s",
                      reader_describe(reader, value));
}

/* All sessions of a day if none is named; a session that is named must be there. */
static void take_dated(struct reader *reader, const struct node *node, bool *slots)
{
  const struct month *month = reader->month;
  char text[DATE_TEXT_SIZE];
  int date;
  uint8_t blocks;
  if (!when_dated(reader, node, &date, &blocks))
    return;
  int day = date - month->days[0].date, found = 0;
  if (day < 0 || day >= month->n_days) {
    diagnostics_error(reader->diagnostics, node->where, "the date is not in %s", month->name);
    return;
  }
  for (int b = 0; b < reader->service->n_blocks; b++) {
    int slot = blocks >> b & 1 ? month_slot(month, date, b) : NONE;
    if (slot != NONE)
      slots[slot] = true;
    else if (blocks >> b & 1 && blocks != 0xff)
      diagnostics_error(reader->diagnostics, node->where,
                        "there is no session '%s' on %s: the service is closed then",
                        reader->service->blocks[b].id, date_format(date, text));
    found += slot != NONE;
  }
  if (found == 0 && blocks == 0xff)
    diagnostics_error(reader->diagnostics, node->where,
                      "there is no session on %s: the service is closed then",
                      date_format(date, text));
}

static void read_on(struct reader *reader, const struct key *key, const struct node *value,
                    void *field)
{
  struct line *line = field;
  int count;
  const struct node *const *items = node_each(&value, &count);
  (void)key;
  if (count == 0)
    diagnostics_error(reader->diagnostics, value->where, "no session is named");
  for (int i = 0; i < count; i++)
    take_dated(reader, items[i], line->slots);
}

static const struct key agreed_table[] = {
    {.name = "clinician",
     .read = key_clinician,
     .offset = offsetof(struct line, clinician),
     .required = true},
    {.name = "on", .read = read_on, .required = true},
    {.name = "works",
     .read = read_works,
     .offset = offsetof(struct line, works),
     .words = works_words},
};
const struct keys agreed_keys = KEYS_OF("what is agreed", agreed_table);

/* Does a session of the line change what the pattern says? */
static bool changes_anything(const struct reader *reader, const struct line *line)
{
  for (int s = 0; s < reader->month->n_slots; s++) {
    const struct slot *slot = &reader->month->slots[s];
    if (line->slots[s] &&
        (line->works != WORKS_NO) !=
            clinician_works(reader->service, line->clinician, slot->date, slot->block))
      return true;
  }
  return false;
}

static void take_line(struct reader *reader, const struct node *node, const struct line *line,
                      GArray *out)
{
  const char *id = reader->service->clinicians[line->clinician].id;
  bool any = false;
  for (int s = 0; s < reader->month->n_slots; s++) {
    struct agreed agreed = {line->clinician, s, line->works != WORKS_NO, line->works == WORKS_EXTRA,
                            node->where};
    const struct agreed *first = NULL;
    for (guint i = 0; i < out->len && !first; i++) {
      const struct agreed *other = &g_array_index(out, struct agreed, i);
      if (other->clinician == line->clinician && other->slot == s)
        first = other;
    }
    if (line->slots[s] && first)
      diagnostics_error(reader->diagnostics, node->where,
                        "this is agreed with '%s' already, on line %d", id, first->where.line);
    else if (line->slots[s])
      g_array_append_val(out, agreed);
    any = any || line->slots[s];
  }
  if (any && !changes_anything(reader, line))
    diagnostics_warning(
        reader->diagnostics, node->where,
        line->works != WORKS_NO ? "'%s' works then anyway" : "'%s' does not work then anyway", id);
}

void agreed_read(struct reader *reader, const struct node *list)
{
  struct month *month = reader->month;
  if (!list || !reader_is_list(reader, list, "agreed") ||
      !reader_bound(reader, list->where, "lines", list->count, AGREED_MAX))
    return;
  GArray *out = g_array_new(FALSE, FALSE, sizeof(struct agreed));
  for (int i = 0; i < list->count; i++) {
    struct line line = {NONE, WORKS_YES, ARENA_NEW(reader->nodes, bool, month->n_slots)};
    reader_map(reader, list->items[i], &agreed_keys, &line);
    if (line.clinician != NONE)
      take_line(reader, list->items[i], &line, out);
  }
  month->agreed = arena_copy(month->arena, out->data, out->len, sizeof(struct agreed));
  month->n_agreed = (int)out->len;
  g_array_free(out, TRUE);
}

/* --- what bars it all the same ---------------------------------------------------- */

static bool covers(int from, int until, uint8_t blocks, const struct slot *slot)
{
  return from <= slot->date && slot->date <= until && blocks >> slot->block & 1;
}

/* Where it says that the person is away, or everybody; NULL: nowhere. */
static const struct where *away(const struct month *month, const struct agreed *agreed)
{
  const struct slot *slot = &month->slots[agreed->slot];
  for (int i = 0; i < month->n_leaves; i++) {
    const struct leave *leave = &month->leaves[i];
    if (leave->clinician == agreed->clinician &&
        covers(leave->from, leave->until, leave->blocks, slot))
      return &leave->where;
  }
  for (int i = 0; i < month->n_closures; i++) {
    const struct closure *closure = &month->closures[i];
    if (closure->site == NONE && covers(closure->from, closure->until, closure->blocks, slot))
      return &closure->where;
  }
  return NULL;
}

void agreed_check(struct reader *reader)
{
  const struct month *month = reader->month;
  char text[32];
  for (int i = 0; i < month->n_agreed; i++) {
    const struct agreed *agreed = &month->agreed[i];
    const char *id = reader->service->clinicians[agreed->clinician].id;
    const struct where *bar = away(month, agreed);
    if (!agreed->works)
      continue;
    month_slot_format(month, reader->service, agreed->slot, text);
    if (bar)
      diagnostics_warning(reader->diagnostics, agreed->where,
                          "'%s' is away on %s all the same (%s:%d)", id, text, bar->file,
                          bar->line);
    if (!clinician_employed(reader->service, agreed->clinician, month->slots[agreed->slot].date))
      diagnostics_warning(reader->diagnostics, agreed->where, "'%s' is not employed on %s", id,
                          text);
  }
}
