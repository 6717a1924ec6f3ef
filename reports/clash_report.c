#include "reports/clash_report.h"

#include "model/json.h"
#include "model/text_wrap.h"
#include "reports/explain_words.h"
#include "reports/text.h"

/* So many places of one rule, and so many things that are then broken, are told of; more tell
 * nothing new. */
enum { PLACES_SHOWN = 4, BREAKS_SHOWN = 3 };

/* "service.yaml:24", or what it is that stands unwritten. */
static char *line_of(const struct where *where)
{
  return where->file ? g_strdup_printf("%s:%d", where->file, where->line)
                     : g_strdup("always in force");
}

static void append_more(GString *out, int indent, guint all, guint shown)
{
  g_autofree char *more = g_strdup_printf("... and %u more", all - shown);
  if (all > shown)
    explain_append(out, indent, more);
}

/* --- what clashes ----------------------------------------------------------------- */

static void append_member(GString *out, const struct clash_member *member)
{
  g_autofree char *line = line_of(&member->where);
  const GPtrArray *places = member->places;
  const char *only = places->len == 1 ? g_ptr_array_index(places, 0) : NULL;
  g_autofree char *text =
      g_strdup_printf("- %s: %s%s%s", line, member->sentence, only ? ": " : "", only ? only : "");
  explain_append(out, 2, text);
  for (guint i = 0; !only && i < places->len && i < PLACES_SHOWN; i++)
    explain_append(out, 6, g_ptr_array_index(places, i));
  append_more(out, 6, places->len, PLACES_SHOWN);
}

static void append_title(GString *out, const struct clash *clash, guint number, guint all)
{
  g_autoptr(GString) line = g_string_new(NULL);
  if (all > 1)
    g_string_append_printf(line, "%u. ", number);
  if (clash->members->len == 1)
    g_string_append(line, "This can't be kept, whatever else is done");
  else if (clash->irreducible)
    g_string_append_printf(line,
                           "These %u can't all be kept; without any one of them, the others can",
                           clash->members->len);
  else
    g_string_append(line,
                    "These can't all be kept; they are not thinned to the end, for there "
                    "was too much work or too little time, and some may have no part in it");
  if (clash->more)
    g_string_append_printf(line, " (so it is in %d more %s)", clash->more,
                           clash->more == 1 ? "place" : "places");
  g_string_append_c(line, ':');
  explain_append(out, 0, line->str);
}

/* --- what would end it -------------------------------------------------------------- */

static void append_instead(GString *line, const struct clashes *clashes, const GArray *people)
{
  for (guint i = 0; i < people->len; i++)
    g_string_append_printf(line, "%s%s",
                           i == 0                 ? "; or the same for "
                           : i + 1 == people->len ? " or "
                                                  : ", ",
                           clashes->core->service.clinicians[g_array_index(people, int, i)].name);
}

static void append_points(GString *line, int64_t price, bool proven)
{
  g_string_append(line, proven ? "" : "at most ");
  text_number(line, price);
  g_string_append(line, price == 1 ? " point" : " points");
}

static void append_way(GString *out, const struct clashes *clashes, const struct clash_way *way)
{
  g_autoptr(GString) line = g_string_new("- ");
  g_autofree char *where = line_of(&way->where);
  append_points(line, way->price, way->proven);
  if (way->item.source == HARD_LOCK)
    g_string_append_printf(line, ": without the lock (%s)", where);
  else
    g_string_append_printf(line, ": let %s (%s) give way: ",
                           way->item.source == HARD_LINE
                               ? "the demand"
                               : clashes->core->service.uses[way->item.index].name,
                           where);
  for (guint i = 0; i < way->breaks->len && i < BREAKS_SHOWN; i++)
    g_string_append_printf(line, "%s%s", i ? "; " : "",
                           (const char *)g_ptr_array_index(way->breaks, i));
  if (way->breaks->len > BREAKS_SHOWN)
    g_string_append_printf(line, "; and %u more", way->breaks->len - BREAKS_SHOWN);
  append_instead(line, clashes, way->instead);
  explain_append(out, 2, line->str);
}

/* What was not found out: of which members nothing, and of others only that they may cost less. */
static void append_open(GString *out, const struct clash *clash)
{
  g_autoptr(GString) line = g_string_new(NULL);
  for (guint i = 0; i < clash->unpriced->len; i++) {
    const struct clash_member *member = g_ptr_array_index(clash->unpriced, i);
    g_autofree char *where = line_of(&member->where);
    g_string_append_printf(line, "%s%s", i ? ", " : "", where);
  }
  if (clash->unpriced->len > 0)
    g_string_prepend(line, "There was no time to find out what it takes to let these give way: ");
  else if (clash->ways->len == 0)
    g_string_append(line, "What would end it was not looked for");
  else
    g_string_append(line,
                    "Of what costs \"at most\" so much there was no time to find out whether "
                    "less will do");
  g_string_append_c(line, '.');
  explain_append(out, 0, line->str);
}

static void append_ways(GString *out, const struct clashes *clashes, const struct clash *clash)
{
  if (!clash->ways_known)
    append_open(out, clash);
  if (clash->ways->len == 0)
    return;
  explain_append(out, 0,
                 clash->ways->len == 1 ? "What would end it:"
                                       : "Each of these would end it, the cheapest first:");
  for (guint i = 0; i < clash->ways->len; i++)
    append_way(out, clashes, g_ptr_array_index(clash->ways, i));
}

static void append_end(GString *out, const struct clashes *clashes)
{
  g_autoptr(GString) line = g_string_new(NULL);
  if (!clashes->complete)
    g_string_append(line, "There may be more: the search for others came to no end. ");
  if (clashes->together && clashes->list->len > 1) {
    g_string_append(line, "With the first of each there is a lawful rota; together they cost ");
    append_points(line, clashes->price, clashes->price_proven);
    g_string_append(line, ". ");
  }
  if (clashes->together)
    g_string_append(line,
                    "A point is what the rules' prices are in: somebody missing costs 100, "
                    "one wish 1 to 3.");
  if (line->len)
    explain_append(out, 0, line->str);
}

char *clash_report_text(const struct clashes *clashes)
{
  GString *out = g_string_new(NULL);
  const GPtrArray *list = clashes->list;
  if (list->len == 0) {
    explain_append(out, 0,
                   clashes->complete
                       ? "A lawful rota exists: nothing that must be kept clashes."
                       : "Nothing was found to clash, but the search came to no end.");
    return g_string_free(out, FALSE);
  }
  g_string_append(out, "No lawful rota exists");
  if (list->len > 1)
    g_string_append_printf(out, ": %u clashes", list->len);
  g_string_append(out, ".\n\n");
  for (guint i = 0; i < list->len; i++) {
    const struct clash *clash = g_ptr_array_index(list, i);
    append_title(out, clash, i + 1, list->len);
    for (guint k = 0; k < clash->members->len; k++)
      append_member(out, g_ptr_array_index(clash->members, k));
    append_ways(out, clashes, clash);
    g_string_append_c(out, '\n');
  }
  append_end(out, clashes);
  return g_string_free(out, FALSE);
}

/* --- for programs ---------------------------------------------------------------------- */

static void set_where(json_t *out, const struct where *where)
{
  json_object_set_new(out, "file", where->file ? json_string(where->file) : json_null());
  json_object_set_new(out, "line", where->file ? json_integer(where->line) : json_null());
}

static json_t *member_json(const struct clash_member *member)
{
  json_t *out =
      json_pack("{ss, so}", "what", member->sentence, "places", json_texts(member->places));
  set_where(out, &member->where);
  return out;
}

static json_t *way_json(const struct clashes *clashes, const struct clash_way *way)
{
  json_t *out = json_pack("{sI, sb, so}", "points", (json_int_t)way->price, "proven",
                          (int)way->proven, "then_broken", json_texts(way->breaks));
  json_t *instead = json_array();
  for (guint i = 0; i < way->instead->len; i++)
    json_array_append_new(
        instead,
        json_string(clashes->core->service.clinicians[g_array_index(way->instead, int, i)].id));
  json_object_set_new(out, "or_the_same_for", instead);
  set_where(out, &way->where);
  return out;
}

static json_t *clash_json(const struct clashes *clashes, const struct clash *clash)
{
  json_t *members = json_array(), *ways = json_array(), *unpriced = json_array();
  for (guint i = 0; i < clash->members->len; i++)
    json_array_append_new(members, member_json(g_ptr_array_index(clash->members, i)));
  for (guint i = 0; i < clash->ways->len; i++)
    json_array_append_new(ways, way_json(clashes, g_ptr_array_index(clash->ways, i)));
  for (guint i = 0; i < clash->unpriced->len; i++)
    json_array_append_new(unpriced, member_json(g_ptr_array_index(clash->unpriced, i)));
  return json_pack("{so, sb, si, so, sb, so}", "members", members, "irreducible",
                   (int)clash->irreducible, "more_places", clash->more, "ways_out", ways,
                   "ways_known", (int)clash->ways_known, "not_priced", unpriced);
}

json_t *clash_report_json(const struct clashes *clashes)
{
  json_t *list = json_array();
  for (guint i = 0; i < clashes->list->len; i++)
    json_array_append_new(list, clash_json(clashes, g_ptr_array_index(clashes->list, i)));
  return json_pack("{so, sb, so}", "clashes", list, "complete", (int)clashes->complete,
                   "points_of_first_ways",
                   clashes->together ? json_integer((json_int_t)clashes->price) : json_null());
}
