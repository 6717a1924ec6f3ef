/* works: the agreed weeks of a clinician, one for all, by odd and even ISO weeks, or as
 * many as take turns from a Monday. */
#include "model/works.h"

#include "inputs/sections.h"
#include "inputs/value.h"
#include "inputs/when.h"

#include <string.h>

enum { ODD, EVEN, PARITIES };
static const char *const parities[PARITIES] = {"odd", "even"};

struct cycle {
  int from;
  const struct node *weeks;
};

static const struct key cycle_table[] = {
    {.name = "cycle", .read = key_monday, .offset = offsetof(struct cycle, from), .required = true},
    {.name = "weeks", .read = key_node, .offset = offsetof(struct cycle, weeks), .required = true},
};
static const struct keys cycle_keys = KEYS_OF("a pattern in a cycle", cycle_table);

static void read_cycle(struct reader *reader, const struct node *value, struct works *works)
{
  struct cycle cycle = {DATE_NONE, NULL};
  reader_map(reader, value, &cycle_keys, &cycle);
  if (!cycle.weeks || !reader_is_list(reader, cycle.weeks, "weeks") ||
      !reader_bound(reader, cycle.weeks->where, "weeks", cycle.weeks->count, CYCLE_WEEKS_MAX))
    return;
  if (cycle.weeks->count == 0)
    diagnostics_error(reader->diagnostics, cycle.weeks->where, "a cycle needs a week");
  if (cycle.from == DATE_NONE || cycle.weeks->count == 0)
    return;
  works->cycle = cycle.from;
  works->n_weeks = cycle.weeks->count;
  works->weeks = ARENA_NEW(reader->arena, struct pattern, works->n_weeks);
  for (int i = 0; i < works->n_weeks; i++)
    when_week(reader, cycle.weeks->items[i], &works->weeks[i]);
}

static void read_parities(struct reader *reader, const struct node *value, struct works *works)
{
  works->n_weeks = PARITIES;
  works->weeks = ARENA_NEW(reader->arena, struct pattern, PARITIES);
  for (int i = 0; i < value->count; i++) {
    const char *name = value->keys[i]->text;
    if (strcmp(name, parities[ODD]) == 0)
      when_week(reader, value->items[i], &works->weeks[ODD]);
    else if (strcmp(name, parities[EVEN]) == 0)
      when_week(reader, value->items[i], &works->weeks[EVEN]);
    else
      reader_unknown(reader, value->keys[i]->where, "week", name, parities, PARITIES);
  }
}

void key_works(struct reader *reader, const struct key *key, const struct node *value, void *field)
{
  struct works *works = field;
  (void)key;
  works->where = value->where;
  if (node_get(value, "cycle") || node_get(value, "weeks"))
    read_cycle(reader, value, works);
  else if (node_get(value, parities[ODD]) || node_get(value, parities[EVEN]))
    read_parities(reader, value, works);
  else
    when_week(reader, value, &works->weeks[0]);
}

/* --- where two odd weeks meet --------------------------------------------------- */

/* The Monday of ISO week 53, which is odd as week 1 after it is, if a day of it is in
 * the month; DATE_NONE: none is. */
static int long_year_ends(const struct month *month)
{
  for (int d = 0; d < month->n_days; d++)
    if (date_iso_week(month->days[d].date) == 53)
      return month->days[d].date - month->days[d].weekday;
  return DATE_NONE;
}

static bool takes_turns(const struct works *works)
{
  return works->cycle == DATE_NONE && works->n_weeks == PARITIES &&
         memcmp(works->weeks[ODD].blocks, works->weeks[EVEN].blocks,
                sizeof works->weeks[ODD].blocks) != 0;
}

static bool is_here(const struct clinician *person, int from, int until)
{
  return (person->joins == DATE_NONE || person->joins <= until) &&
         (person->leaves == DATE_NONE || person->leaves >= from);
}

void works_check_turns(struct reader *reader)
{
  const struct service *service = reader->service;
  int monday = long_year_ends(reader->month);
  char first[DATE_TEXT_SIZE], second[DATE_TEXT_SIZE];
  for (int c = 0; c < service->n_clinicians && monday != DATE_NONE; c++) {
    struct works works = clinician_on(service, c, monday + WEEK_DAYS)->works;
    if (!takes_turns(&works) || !takes_turns(&clinician_on(service, c, monday)->works) ||
        !is_here(&service->clinicians[c], monday, monday + 2 * WEEK_DAYS - 1))
      continue;
    GString *instead = g_string_new(NULL);
    works.cycle = monday;
    works_write(&works, service, instead);
    diagnostics_warning(reader->diagnostics, works.where,
                        "the weeks of %s and %s are both odd, so '%s' works the odd one twice; "
                        "to take turns, write 'works: %s'",
                        date_format(monday, first), date_format(monday + WEEK_DAYS, second),
                        service->clinicians[c].id, instead->str);
    g_string_free(instead, TRUE);
  }
}
