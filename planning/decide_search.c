#include "planning/clash_member.h"
#include "planning/clash_set.h"
#include "planning/decide_parts.h"

/* Simplex iterations in which rows join, and what is cut of a sentence's places: a blink. */
enum { JOINED_WORK = 600, PLACES_MOST = 2 };

static int by_row(const void *one, const void *two)
{
  return *(const int *)one - *(const int *)two;
}

/* That nobody is in two places goes without saying. */
static void drop_one_place(const struct hard_core *core, GArray *rows)
{
  for (guint i = rows->len; i > 0; i--) {
    const struct label *at = &core->programme->rows[g_array_index(rows, int, i - 1)].label;
    if (core->service.uses[at->use].rule->firm)
      g_array_remove_index(rows, i - 1);
  }
}

/* Leaves what it takes of them to clash, line by line. */
static void thin(const struct hard_core *core, GArray *rows)
{
  g_autofree int *group = g_new(int, (gsize)rows->len + 1);
  drop_one_place(core, rows);
  g_array_sort(rows, by_row);
  for (guint i = 0; i < rows->len; i++) {
    const struct hard_item item = clash_item_of(core, g_array_index(rows, int, i));
    group[i] = clash_item_key(&item);
  }
  clash_set_thin(core->programme, rows, group, 0);
}

/* "lone_working: nobody works alone ...: at Hangleton on Wed 6 Jan pm and 2 more (service.yaml:70)"
 */
static void append_member(GString *out, const struct clash_member *member)
{
  const GPtrArray *places = member->places;
  g_string_append_printf(out, "%s%s", out->len ? "; " : "", member->sentence);
  for (guint i = 0; i < places->len && i < PLACES_MOST; i++)
    g_string_append_printf(out, "%s%s", i ? ", " : ": ", (const char *)places->pdata[i]);
  if (places->len > PLACES_MOST)
    g_string_append_printf(out, " and %u more", places->len - PLACES_MOST);
  if (member->where.file)
    g_string_append_printf(out, " (%s:%d)", member->where.file, member->where.line);
}

/* At the last line that was written: a lock before a line of demand, and that before a rule. */
static void tell(const struct deciding *at, const GPtrArray *members)
{
  struct where where = {.file = at->problem->service->blocks[0].where.file};
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = 0; i < members->len; i++) {
    const struct clash_member *member = g_ptr_array_index(members, i);
    where = member->where.file ? member->where : where;
    append_member(text, member);
  }
  diagnostics_error(at->out, where, "%s: %s",
                    members->len == 1 ? "this can't be kept" : "these can't all be kept",
                    text->str);
}

void decide_search(struct deciding *at)
{
  struct hard_core *core = hard_core_new(at->problem, NULL, 0);
  g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(int));
  g_autofree bool *in = g_new(bool, (gsize)core->programme->n_rows + 1);
  memset(in, true, sizeof(bool) * (gsize)core->programme->n_rows);
  if (clash_set_find(core->programme, in, rows, JOINED_WORK, 0) == CLASH_BROKEN) {
    thin(core, rows);
    g_autoptr(GPtrArray) members = clash_members_of(core, rows);
    if (members->len > 0)
      tell(at, members);
  }
  hard_core_free(core);
}
