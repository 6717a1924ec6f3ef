#include "tests/support/second/worlds.h"

#include "tests/support/check.h"
#include "tests/support/second/second.h"

#include <stdlib.h>
#include <string.h>

static const char base_service[] =
    "sessions:\n"
    "  am:  {from: \"08:30\", to: \"12:15\"}\n"
    "  pm:  {from: \"13:15\", to: \"17:00\"}\n"
    "  eve: {from: \"17:00\", to: \"20:30\"}\n"
    "week: {mon-fri: [am, pm], tue: [eve]}\n"
    "sites:\n"
    "  hove:    {kind: hub, rooms: {room: 2, gym: 1}}\n"
    "  crawley: {kind: hub, rooms: 1, open: {mon-thu: \"07:30-17:00\", sat: \"07:30-13:00\"}}\n"
    "  library: {rooms: {gym: 0}}\n"
    "  remote:  {kind: remote}\n"
    "pcns:\n"
    "  goldstone: {patients: 8000, rooms: 1, fcp: {named: [ann], deputy: [bob]}}\n"
    "  deans: {patients: 15001, open: {mon-fri: \"08:00-18:30\"}, fcp: {named: [dan]}}\n"
    "travel: {default: 30, home_minutes: 45}\n"
    "tasks:\n"
    "  clinic:  {stream: generalist, skill: msk, at: [hub, library], slots: {new: 3, follow_up: "
    "5}}\n"
    "  spine:   {stream: specialist, skill: spine, at: hub, slots: {new: 3}}\n"
    "  fcp:     {stream: generalist, skill: fcp, min_stage: 1, at: pcn, slots: {fcp: 11}}\n"
    "  duty:    {min_band: 7, at: [hub, remote]}\n"
    "  calls:   {skill: msk, at: [remote, hub, pcn], room: gym, minutes_per_contact: 40}\n"
    "  support: {at: [hub, remote], room: none}\n"
    "  screening: {at: [library, crawley], stream: specialist, room: none}\n"
    "demand:\n"
    "  - {task: duty, at: [hub, remote], need: 1}\n"
    "  - {task: clinic, at: every hub, need: 1, target: 2, most: 3}\n"
    "  - {task: spine, at: hove, sessions: [tue am, thu pm], need: 1, prices: {need: 200}}\n"
    "  - {task: fcp, at: every pcn, per: week, need: 1 per 4000 patients}\n"
    "  - {task: calls, per: week, need: 3, most: 8, prices: {need: 5, target: 9, most: 0}}\n"
    "  - {task: support, per: month, need: 20, target: 24, prices: {target: 0}}\n";

static const char base_clinicians[] =
    "ann: {name: Ann Able, band: 7, team: hove, supervisor: dan, base: hove,\n"
    "      works: {mon-fri: [am, pm], tue: [eve]},\n"
    "      skills: {msk: yes, spine: yes, fcp: {stage: 2}}}\n"
    "bob: {name: Bob Best, band: 6, team: hove, drives: no, supervisor: ann,\n"
    "      works: {mon-fri: [am, pm]}, tags: [clinical-educator],\n"
    "      skills: {msk: yes, fcp: {stage: 1}}}\n"
    "cat: {name: Cat Cole, band: 5, wte: 0.5, team: crawley, base: crawley, supervisor: ann,\n"
    "      works: {mon-wed: [am, pm]}, skills: {msk: yes}}\n"
    "dan: {name: Dan Day, band: 8a, wte: 0.8, team: hove, tags: [clinical-educator],\n"
    "      works: {odd: {mon-fri: [am, pm]}, even: {mon-wed: [am, pm], tue: [eve]}},\n"
    "      sites: [hove, remote, deans, library], skills: {msk: yes, fcp: {stage: 3}}}\n"
    "eli: {name: Eli Eve, band: 6, team: crawley, supervisor: dan, works: {mon-fri: [am, pm]},\n"
    "      skills: {msk: yes, spine: yes, fcp: {stage: 0, trainee: yes}}}\n"
    "flo: {name: Flo Fry, band: 4, wte: 0.31, team: crawley, tags: [admin],\n"
    "      works: {mon-tue: [am, pm], sat: [am]}}\n";

static const char travel[] =
    "from,to,minutes,without_car\n"
    "hove,crawley,50,\n"
    "crawley,hove,35,65\n"
    "hove,goldstone,10,\n"
    "library,crawley,0,\n"
    "deans,goldstone,39,41\n"
    "hove,deans,40,\n";

/* The last has left. */
static const char *const clinicians[] = {"ann", "bob", "cat", "dan", "eli", "flo", "gus"};

/* The text with MONTH written out; g_free it. */
static char *of_month(const char *text, const char *month_id)
{
  g_auto(GStrv) parts = g_strsplit(text, "MONTH", -1);
  return g_strjoinv(month_id, parts);
}

/* Preferences are for the folder that they lie in. */
static char *of_folder(const char *text, const char *folder, const char *month_id)
{
  g_autofree char *line = g_strconcat("\nmonth: ", folder, NULL);
  g_auto(GStrv) parts = g_strsplit(text, "\nmonth: MONTH", -1);
  g_autofree char *named = g_strjoinv(line, parts);
  return of_month(named, month_id);
}

/* --- the past ----------------------------------------------------------------------- */

/* Mostly what is still there, with what has left. */
static const char *const past_tasks[] = {"clinic", "clinic",  "spine", "fcp",
                                         "duty",   "support", "calls", "gone"};
static const char *const past_sites[] = {"hove", "hove", "crawley", "remote", "goldstone", "gone"};
static const char *const past_blocks[] = {"am 08:30-12:15", "pm 13:15-17:00", "eve 17:00-20:30",
                                          "late 20:00-22:00"};

static void draw_account(GRand *rand, int clinician, GString *out)
{
  if (g_rand_int_range(rand, 0, 5) == 0)
    return;
  g_string_append_printf(out, "  %s: {contract: %d, planned: %d, balance: %d",
                         clinicians[clinician], g_rand_int_range(rand, 0, 620) * 15,
                         g_rand_int_range(rand, 0, 600) * 15, g_rand_int_range(rand, -40, 41) * 15);
  if (g_rand_int_range(rand, 0, 3) > 0)
    g_string_append_printf(out, ", satisfaction: %d", g_rand_int_range(rand, 0, 101));
  g_string_append(out, "}\n");
}

static void draw_work(GRand *rand, int clinician, int first, int last, int density, GString *out)
{
  char day[DATE_TEXT_SIZE];
  g_string_append_printf(out, "  %s:\n    - %s early 06:00-07:00 gone gone\n",
                         clinicians[clinician], date_format(first, day));
  for (int date = first; date <= last; date++)
    for (guint b = 0; b < G_N_ELEMENTS(past_blocks); b++) {
      const char *task = past_tasks[g_rand_int_range(rand, 0, G_N_ELEMENTS(past_tasks))];
      const char *site = past_sites[g_rand_int_range(rand, 0, G_N_ELEMENTS(past_sites))];
      if (g_rand_int_range(rand, 0, 10) < density - 2 * (int)b)
        g_string_append_printf(out, "    - %s %s %s %s%s\n", date_format(date, day), past_blocks[b],
                               task, site, (date + (int)b) % 7 == 0 ? " extra" : "");
    }
}

/* A published month; its checksum is wrong, which only warns. */
static void add_published(struct source *source, const struct second_frame *frame, const char *id,
                          int weeks, int seed)
{
  GRand *rand = g_rand_new_with_seed((guint32)seed);
  g_autoptr(GString) out = g_string_new(NULL);
  int first = DATE_NONE;
  assert_true(month_id_parse(id, &first));
  g_string_append_printf(out, "month: %s\n", id);
  if (weeks > 0)
    g_string_append_printf(out, "period: {from: %s, weeks: %d}\n", id, weeks);
  g_string_append(
      out, "accounts:\n  ann: {contract: 9000, planned: 9100, balance: 100, satisfaction: 20}\n");
  for (int c = 1; c < (int)G_N_ELEMENTS(clinicians); c++)
    draw_account(rand, c, out);
  g_string_append(out, "assignments:\n");
  for (int c = 0; c < (int)G_N_ELEMENTS(clinicians); c++)
    draw_work(rand, c, first, month_id_last(first, weeks), frame->density, out);
  g_string_append(out, "checksum: none\n");
  g_rand_free(rand);
  g_autofree char *path = g_strdup_printf("history/%s.yaml", id);
  source_add(source, path, out->str);
}

static void add_past(struct source *source, const struct second_frame *frame, int before)
{
  int ordinal = atoi(frame->month_id) * 12 + atoi(frame->month_id + 5) - 1 - before;
  g_autofree char *id = g_strdup_printf("%04d-%02d", ordinal / 12, ordinal % 12 + 1);
  add_published(source, frame, id, 0, ordinal);
}

/* --- the policy --------------------------------------------------------------------- */

/* What bars an assignment by itself would bar nothing where it is soft. */
static bool can_bar(const char *rule)
{
  static const char *const names[] = {"availability", "skill", "site_open"};
  for (guint i = 0; i < G_N_ELEMENTS(names); i++)
    if (strcmp(names[i], rule) == 0)
      return true;
  return false;
}

/* How the use is held, when it is the index-th of the policy. */
static char *held_as(const struct rule *rule, int index, enum second_policy policy)
{
  if (rule->firm || policy == SECOND_ALL_HARD)
    return g_strdup("hard: yes");
  if (policy == SECOND_LOOSE)
    return g_strdup("hard: no");
  if (policy == SECOND_WEIGHED && can_bar(rule->name))
    return g_strdup("hard: yes");
  return g_strdup_printf("weight: %d", policy == SECOND_FREE ? 0 : 2 + index % 7);
}

/* Each reading's ways to use its rule. */
static char *rules_of(const struct second_frame *frame, enum second_policy policy)
{
  g_autoptr(GString) out = g_string_new("\n");
  for (int i = 0, index = 0; second_readings[i]; i++)
    for (const char *const *use = second_readings[i]->uses; *use; use++, index++) {
      const struct rule *rule = rule_find(second_readings[i]->rule);
      g_assert_nonnull(rule);
      g_autofree char *held = held_as(rule, index, policy);
      g_string_append_printf(out, "  - %s: {name: %s %d, %s%s%s}\n", rule->name, rule->name, index,
                             *use, **use ? ", " : "", held);
    }
  return of_month(out->str, frame->month_id);
}

/* The sections of `over` after those of `base`; keys that come twice are laid over
 * by world_source. */
static char *lay_over(const char *base, const char *over)
{
  g_autoptr(GString) out = g_string_new(NULL);
  g_auto(GStrv) lines = g_strsplit(base, "\n", -1);
  bool keep = true;
  for (int i = 0; lines[i]; i++) {
    if (g_ascii_isalpha(lines[i][0])) {
      g_autofree char *key = g_strndup(lines[i], strcspn(lines[i], ":") + 1);
      g_autofree char *inside = g_strconcat("\n", key, NULL);
      keep = !over || !(g_str_has_prefix(over, key) || strstr(over, inside));
    }
    if (keep)
      g_string_append_printf(out, "%s\n", lines[i]);
  }
  g_string_append(out, over ? over : "");
  return g_string_free(g_steal_pointer(&out), FALSE);
}

struct world *second_world(const struct second_frame *frame, enum second_policy policy)
{
  const char *folder = frame->weeks ? frame->weeks : frame->month_id;
  g_autofree char *service = lay_over(base_service, frame->service);
  g_autofree char *people = lay_over(base_clinicians, frame->clinicians);
  g_autofree char *rules = rules_of(frame, policy);
  struct rule_example example = {
      .service = service, .clinicians = people, .month_id = folder, .month = frame->month};
  struct source *source = world_source(&example, rules);
  source_add(source, "travel.csv", travel);
  for (int i = 0; i < FRAME_FILES_MAX && frame->files[i].path; i++) {
    g_autofree char *path = g_strconcat(folder, "/", frame->files[i].path, NULL);
    g_autofree char *text = of_folder(frame->files[i].text, folder, frame->month_id);
    source_add(source, path, text);
  }
  for (int before = 1; before <= 4; before++)
    if (frame->published & 1 << (before - 1))
      add_past(source, frame, before);
  if (frame->later)
    add_past(source, frame, -1);
  for (int i = 0; i < FRAME_PERIODS_MAX && frame->periods[i].id; i++)
    add_published(source, frame, frame->periods[i].id, frame->periods[i].weeks, i);
  return world_read(source, folder);
}
