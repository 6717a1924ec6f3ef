#include "inputs/recovery_file.h"

#include "inputs/decimal.h"
#include "inputs/node_text.h"
#include "inputs/recovery_price.h"
#include "inputs/refer.h"
#include "inputs/value.h"
#include "inputs/when.h"

#include <glib.h>
#include <string.h>

enum {
  MONTHS = 12, /* unless it says otherwise, and so on */
  SURE = 90,
  STANDARD_MAX = 104,
  LEAD_MAX = RECOVERY_MONTHS_MAX,
  PEOPLE_MAX = 10000, /* validated, attending, or contacts a week */
  CHANGES_MAX = 20,
  DATES_MAX = 100,
};

/* --- goals ---------------------------------------------------------------------- */

static const char *const groups[] = {"priority", "routine", "all", NULL};

static const struct key goal_table[] = {
    {.name = "class",
     .read = key_choice,
     .offset = offsetof(struct recovery_goal_line, group),
     .words = groups},
    {.name = "over",
     .read = key_number,
     .offset = offsetof(struct recovery_goal_line, over_weeks),
     .least = 1,
     .most = STANDARD_MAX,
     .required = true},
    {.name = "by",
     .read = key_date,
     .offset = offsetof(struct recovery_goal_line, by),
     .required = true},
};
static const struct keys goal_keys = KEYS_OF("a goal", goal_table);

/* --- a lever --------------------------------------------------------------------- */

/* A lever while it is being read. */
struct draft {
  struct recovery_lever_line line;
  const struct node *changes;
  int price, price_once; /* NONE: not written */
  int lasting;           /* likewise */
  double contacts, removes;
  bool gives;
  struct recovery_staff staff;
};

static const struct key validation_table[] = {
    {.name = "contacts",
     .read = key_decimal,
     .offset = offsetof(struct draft, contacts),
     .least = 1,
     .most = PEOPLE_MAX,
     .required = true},
    {.name = "removes",
     .read = key_decimal,
     .offset = offsetof(struct draft, removes),
     .most = 1,
     .required = true},
};
static const struct keys validation_keys = KEYS_OF("a validation", validation_table);

static const struct key gives_table[] = {
    {.name = "new",
     .read = key_decimal,
     .offset = offsetof(struct draft, line.gives_new),
     .least = -PEOPLE_MAX,
     .most = PEOPLE_MAX},
    {.name = "follow_up",
     .read = key_decimal,
     .offset = offsetof(struct draft, line.lever.follow_ups),
     .least = -PEOPLE_MAX,
     .most = PEOPLE_MAX},
};
static const struct keys gives_keys = KEYS_OF("what a lever gives", gives_table);

static void read_gives(struct reader *reader, const struct key *key, const struct node *value,
                       void *field)
{
  struct draft *draft = field;
  draft->gives = reader_map(reader, value, key->inside, draft);
}

static void read_lasting(struct reader *reader, const struct key *key, const struct node *value,
                         void *field)
{
  bool lasting;
  (void)key;
  if (value_switch(reader, value, &lasting))
    ((struct draft *)field)->lasting = lasting;
}

static const struct key lever_table[] = {
    {.name = "name",
     .read = key_text,
     .offset = offsetof(struct draft, line.name),
     .required = true},
    {.name = "changes", .read = key_node, .offset = offsetof(struct draft, changes)},
    {.name = "validation", .read = key_map, .inside = &validation_keys},
    {.name = "gives", .read = read_gives, .inside = &gives_keys},
    {.name = "most",
     .read = key_number,
     .offset = offsetof(struct draft, line.lever.most),
     .least = 1,
     .most = RECOVERY_UNITS_MAX},
    {.name = "lead",
     .read = key_number,
     .offset = offsetof(struct draft, line.lead_months),
     .least = 0,
     .most = LEAD_MAX},
    {.name = "lasting", .read = read_lasting},
    {.name = "price",
     .read = key_number,
     .offset = offsetof(struct draft, price),
     .least = 0,
     .most = RECOVERY_PRICE_MAX},
    {.name = "once",
     .read = key_number,
     .offset = offsetof(struct draft, price_once),
     .least = 0,
     .most = RECOVERY_PRICE_MAX},
    {.name = "staff",
     .read = key_map,
     .offset = offsetof(struct draft, staff),
     .inside = &recovery_staff_keys},
};
static const struct keys lever_keys = KEYS_OF("a lever", lever_table);

/* The dates on which an event may be held. */
static void read_dates(struct reader *reader, const struct node *on, struct draft *draft)
{
  int count;
  uint8_t blocks;
  const struct node *const *items = node_each(&on, &count);
  if (!reader_bound(reader, on->where, "dates", count, DATES_MAX))
    return;
  draft->line.dates = ARENA_NEW(reader->arena, struct recovery_date, count);
  for (int i = 0; i < count; i++) {
    struct recovery_date *date = &draft->line.dates[draft->line.n_dates];
    if (!when_dated(reader, items[i], &date->date, &blocks))
      continue;
    date->on = arena_strdup(reader->arena, items[i]->text);
    date->where = items[i]->where;
    draft->line.n_dates++;
  }
}

static void read_event(struct reader *reader, const struct node *body, struct draft *draft)
{
  const struct node *on = node_get(body, "on"), *attendees = node_get(body, "attendees");
  const struct node *at = node_get(body, "at");
  int people;
  if (!on)
    diagnostics_error(reader->diagnostics, body->where,
                      "no 'on': the dates on which the event may be held");
  else
    read_dates(reader, on, draft);
  if (attendees && value_number(reader, attendees, 0, PEOPLE_MAX, &people))
    draft->line.attendees = people;
  if (at && at->kind == NODE_SCALAR)
    draft->line.at = service_site(reader->service, at->text);
}

static void read_rate(struct reader *reader, const struct node *body, const char *key, double *out)
{
  const struct node *value = node_get(body, key);
  if (value)
    decimal_read(reader, value, 0, 1, out);
}

/* Who one more of is like. */
static void read_hire(struct reader *reader, const struct node *body, struct draft *draft)
{
  const struct node *like = node_get(body, "like");
  int clinician = like ? refer(reader, THING_CLINICIAN, like) : NONE;
  if (draft->lasting == NONE)
    draft->lasting = true;
  if (clinician == NONE)
    return;
  const struct post *post = &reader->service->posts[clinician];
  if (draft->staff.band == 0)
    draft->staff =
        (struct recovery_staff){.band = post->band, .wte_hundredths = post->wte_percent, .rate = 1};
}

static void read_change(struct reader *reader, const struct node *node, struct draft *draft)
{
  struct recovery_lever_line *line = &draft->line;
  if (node->kind != NODE_MAP || node->count != 1) {
    diagnostics_error(reader->diagnostics, node->where,
                      "expected one change of a scenario, such as {add: {like: sofia}}, found %s",
                      reader_describe(reader, node));
    return;
  }
  const char *name = node->keys[0]->text;
  const struct node *body = node->items[0];
  g_autoptr(GString) text = g_string_new(NULL);
  bool event = strcmp(name, "event") == 0;
  if (event)
    read_event(reader, body, draft);
  else if (strcmp(name, "add") == 0)
    read_hire(reader, body, draft);
  else if (strcmp(name, "dna") == 0)
    read_rate(reader, body, "new", &line->lever.dna_new);
  else if (strcmp(name, "follow_ups") == 0)
    read_rate(reader, body, "patient_initiated", &line->lever.pifu);
  line->is_measured =
      line->is_measured || (!event && strcmp(name, "dna") != 0 && strcmp(name, "follow_ups") != 0);
  g_string_append_printf(text, "{%s: ", name);
  node_text(text, body, event ? "on" : NULL);
  g_string_append_c(text, '}');
  line->changes[line->n_changes++] =
      (struct recovery_change){arena_strdup(reader->arena, text->str), node->where};
}

static void read_changes(struct reader *reader, struct draft *draft)
{
  const struct node *changes = draft->changes;
  if (!changes || !reader_is_list(reader, changes, "changes") ||
      !reader_bound(reader, changes->where, "changes", changes->count, CHANGES_MAX))
    return;
  draft->line.changes = ARENA_NEW(reader->arena, struct recovery_change, changes->count);
  for (int i = 0; i < changes->count; i++)
    read_change(reader, changes->items[i], draft);
}

static void check_lever(struct reader *reader, const struct draft *draft)
{
  const struct recovery_lever_line *line = &draft->line;
  const struct where where = line->where;
  bool gives = line->gives_new != 0 || line->lever.follow_ups != 0;
  bool validates = draft->contacts > 0 && draft->removes != 0;
  if (!draft->changes && !validates && !gives)
    diagnostics_error(reader->diagnostics, where,
                      "the lever does nothing; write 'changes', 'validation' or 'gives'");
  if (line->n_dates > 0 && line->n_changes > 1)
    diagnostics_error(reader->diagnostics, where, "an event is a lever of its own");
  if (line->n_dates > 0 && line->lever.most > 1)
    diagnostics_error(reader->diagnostics, where,
                      "each date of an event is held once; leave out 'most'");
  if ((line->lever.dna_new >= 0 || line->lever.pifu >= 0) && line->lever.most > 1)
    diagnostics_error(reader->diagnostics, where, "a rate is changed once; leave out 'most'");
}

static void read_lever(struct reader *reader, const struct node *node,
                       const struct recovery_costs *costs, struct recovery_lever_line *out)
{
  struct draft draft = {
      .line = {.name = "",
               .at = NONE,
               .band = NONE,
               .lever = {.most = 1, .only_month = NONE, .dna_new = -1, .pifu = -1},
               .where = node->where},
      .removes = NONE,
      .price = NONE,
      .lasting = NONE,
      .staff = {.rate = 1},
  };
  reader_map(reader, node, &lever_keys, &draft);
  read_changes(reader, &draft);
  check_lever(reader, &draft);
  struct recovery_lever_line *line = &draft.line;
  line->lever.lasting = draft.lasting == true;
  line->lever.validated = draft.contacts * draft.removes;
  line->has_gives = draft.gives;
  line->lever.price_once = MAX(draft.price_once, 0);
  line->lever.price = draft.price != NONE ? draft.price : recovery_staff_price(costs, &draft.staff);
  line->wte_hundredths = recovery_staff_wte(&draft.staff);
  line->band = draft.staff.band > 0 ? draft.staff.band : NONE;
  *out = *line;
}

/* Reports tell levers apart by their names. */
static void check_name(struct reader *reader, const struct recovery_file *file, int lever)
{
  const struct recovery_lever_line *line = &file->levers[lever];
  for (int l = 0; l < lever; l++)
    if (*line->name && strcmp(file->levers[l].name, line->name) == 0) {
      diagnostics_error(reader->diagnostics, line->where, "the lever in line %d is '%s' already",
                        file->levers[l].where.line, line->name);
      return;
    }
}

/* --- the file -------------------------------------------------------------------- */

struct content {
  int months, sure;
  const struct node *goals, *levers, *costs;
};

static const struct key recovery_table[] = {
    {.name = "months",
     .read = key_number,
     .offset = offsetof(struct content, months),
     .least = 1,
     .most = RECOVERY_MONTHS_MAX},
    {.name = "sure",
     .read = key_number,
     .offset = offsetof(struct content, sure),
     .least = 0,
     .most = 99},
    {.name = "goals",
     .read = key_node,
     .offset = offsetof(struct content, goals),
     .required = true,
     .inside = &goal_keys},
    {.name = "levers",
     .read = key_node,
     .offset = offsetof(struct content, levers),
     .required = true,
     .inside = &lever_keys},
    {.name = "costs",
     .read = key_node,
     .offset = offsetof(struct content, costs),
     .inside = &recovery_costs_keys},
};
const struct keys recovery_keys = KEYS_OF("recovery.yaml", recovery_table);

/* A goal for people whom the list does not know holds whatever is done. */
static void check_class(struct reader *reader, const struct recovery_goal_line *goal)
{
  const struct waiting_list *list = reader->service->waiting_list;
  if (list && goal->group != WAITING_ALL && !list->classes[goal->group].where.file)
    diagnostics_error(reader->diagnostics, goal->where,
                      "the waiting list of service.yaml has no class '%s'", groups[goal->group]);
}

static void read_goals(struct reader *reader, const struct node *list, struct recovery_file *out)
{
  if (!list || !reader_is_list(reader, list, "goals") ||
      !reader_bound(reader, list->where, "goals", list->count, RECOVERY_GOALS_MAX))
    return;
  if (list->count == 0)
    diagnostics_error(reader->diagnostics, list->where, "there is no goal");
  out->goals = ARENA_NEW(reader->arena, struct recovery_goal_line, list->count);
  for (int i = 0; i < list->count; i++) {
    struct recovery_goal_line *goal = &out->goals[out->n_goals++];
    *goal = (struct recovery_goal_line){.group = WAITING_ALL, .where = list->items[i]->where};
    reader_map(reader, list->items[i], &goal_keys, goal);
    check_class(reader, goal);
  }
}

static void read_levers(struct reader *reader, const struct node *list,
                        const struct recovery_costs *costs, struct recovery_file *out)
{
  if (!list || !reader_is_list(reader, list, "levers") ||
      !reader_bound(reader, list->where, "levers", list->count, RECOVERY_LEVERS_MAX))
    return;
  out->levers = ARENA_NEW(reader->arena, struct recovery_lever_line, list->count);
  for (int i = 0; i < list->count; i++) {
    read_lever(reader, list->items[i], costs, &out->levers[out->n_levers++]);
    check_name(reader, out, i);
  }
}

static void read_file(struct reader *reader, struct recovery_file *out)
{
  struct content content = {.months = MONTHS, .sure = SURE};
  struct recovery_costs costs;
  const struct where where = {.file = "recovery.yaml"};
  bool missing;
  const struct node *file = reader_tree(reader, "recovery.yaml", &missing);
  if (missing || (file && node_is_empty(file)))
    diagnostics_error(reader->diagnostics, where,
                      missing ? "there is no such file" : "the file is empty");
  else if (file && !reader->service->waiting_list)
    diagnostics_error(reader->diagnostics, file->where,
                      "service.yaml has no 'waiting_list' to recover");
  if (!file || node_is_empty(file) || !reader_map(reader, file, &recovery_keys, &content))
    return;
  recovery_costs_read(reader, content.costs, &costs);
  out->months = content.months;
  out->sure_percent = content.sure;
  out->costs = costs.words;
  read_goals(reader, content.goals, out);
  read_levers(reader, content.levers, &costs, out);
}

enum status recovery_file_read(struct source *source, const struct service *service,
                               struct diagnostics *diagnostics, struct recovery_file **out)
{
  struct arena *arena = arena_new(), *nodes = arena_new();
  struct recovery_file *file = ARENA_NEW(arena, struct recovery_file, 1);
  struct reader reader = {.source = source,
                          .diagnostics = diagnostics,
                          .service = service,
                          .arena = arena,
                          .nodes = nodes};
  int errors = diagnostics_errors(diagnostics);
  file->arena = arena;
  read_file(&reader, file);
  arena_free(nodes);
  if (diagnostics_errors(diagnostics) > errors) {
    recovery_file_free(file);
    return STATUS_BAD_INPUT;
  }
  *out = file;
  return STATUS_OK;
}

void recovery_file_free(struct recovery_file *file)
{
  if (file)
    arena_free(file->arena);
}
