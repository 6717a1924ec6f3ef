#include "tests/support/drawn.h"

#include <string.h>

enum { PEOPLE = 4, DAYS = 3 };

static const char *const tasks[] = {"clinic", "spine", "duty", "support"};
static const char *const sites[] = {"hove", "crawley", "remote"};
static const char *const people[PEOPLE] = {"ann", "bob", "cat", "dan"};
static const char *const blocks[] = {"am", "pm"};

/* Three days of two sessions; the rest of the month is closed. */
static void write_service(GRand *dice, GString *out)
{
  g_string_append_printf(out,
                         "service: Drawn\n"
                         "sessions:\n"
                         "  am: {from: \"08:30\", to: \"12:15\"}\n"
                         "  pm: {from: \"13:15\", to: \"17:00\"}\n"
                         "week: {mon-wed: [am, pm]}\n"
                         "sites:\n"
                         "  hove: {kind: hub, rooms: %d}\n"
                         "  crawley: {kind: hub, rooms: %d, open: {mon-tue: \"08:00-18:00\"}}\n"
                         "  remote: {kind: remote}\n"
                         "travel: {default: %d}\n"
                         "tasks:\n"
                         "  clinic: {skill: msk, stream: generalist, at: hub, slots: {new: 4}}\n"
                         "  spine: {skill: spine, stream: specialist, at: hub}\n"
                         "  duty: {min_band: 7, at: [hub, remote]}\n"
                         "  support: {at: [hub, remote], room: none}\n",
                         g_rand_int_range(dice, 1, 4), g_rand_int_range(dice, 0, 3),
                         g_rand_int_range(dice, 20, 90));
}

static void write_demand(GRand *dice, GString *out)
{
  static const char *const places[] = {"hove", "crawley", "hub", "every hub", "remote"};
  static const char *const per[] = {"session", "day", "week", "month"};
  static const char *const when[] = {"all", "mon am", "tue", "am", "wed pm"};
  int lines = g_rand_int_range(dice, 1, 4);
  g_string_append(out, "demand:\n");
  for (int i = 0; i < lines; i++) {
    int task = g_rand_int_range(dice, 0, 4), place = g_rand_int_range(dice, 0, task < 2 ? 4 : 5);
    int period = g_rand_int_range(dice, 0, 4), need = g_rand_int_range(dice, 0, 2 + period);
    g_string_append_printf(out, "  - {task: %s, at: %s, sessions: %s, per: %s, need: %d",
                           tasks[task], places[place], when[g_rand_int_range(dice, 0, 5)],
                           per[period], need);
    if (g_rand_boolean(dice))
      g_string_append_printf(out, ", target: %d", need + g_rand_int_range(dice, 0, 2));
    if (g_rand_int_range(dice, 0, 4) == 0)
      g_string_append_printf(out, ", most: %d", need + 2);
    g_string_append_printf(out, ", hard: %s}\n", g_rand_int_range(dice, 0, 5) < 2 ? "yes" : "no");
  }
}

static void write_rules(GRand *dice, GString *out)
{
  g_string_append(out, "rules:\n");
  if (g_rand_boolean(dice))
    g_string_append_printf(out, "  - count_limit: {task: %s, per: %s, most: %d}\n",
                           tasks[g_rand_int_range(dice, 0, 4)],
                           g_rand_boolean(dice) ? "week" : "day", g_rand_int_range(dice, 0, 3));
  if (g_rand_int_range(dice, 0, 6) == 0)
    g_string_append_printf(out,
                           "  - count_limit: {who: {clinicians: %s}, task: %s, per: week, "
                           "least: %d}\n",
                           people[g_rand_int_range(dice, 0, PEOPLE)],
                           tasks[g_rand_int_range(dice, 0, 4)], g_rand_int_range(dice, 1, 4));
  if (g_rand_int_range(dice, 0, 3) == 0)
    g_string_append_printf(out, "  - lone_working: {at: crawley, least: %d}\n",
                           g_rand_int_range(dice, 2, 4));
  if (g_rand_int_range(dice, 0, 6) == 0)
    g_string_append(out, "  - duty_cover: {task: duty, sessions: am, hard: yes}\n");
  if (g_rand_int_range(dice, 0, 4) == 0)
    g_string_append_printf(out, "  - consecutive: {most_days: %d, hard: yes}\n",
                           g_rand_int_range(dice, 1, 3));
  if (g_rand_int_range(dice, 0, 4) == 0)
    g_string_append(out, "  - contract_hours: {hard: yes}\n");
  if (g_rand_int_range(dice, 0, 5) == 0)
    g_string_append(out, "  - capacity_floor: {task: clinic, least: 16, per: week, hard: yes}\n");
  g_string_append(out, "  - split_days: {most: 1}\n");
}

static void write_people(GRand *dice, GString *out)
{
  static const char *const works[] = {"{mon-wed: [am, pm]}", "{mon-tue: [am, pm]}",
                                      "{tue: [am, pm], wed: [am]}", "{mon-wed: [am]}",
                                      "{mon: [pm], wed: [pm]}"};
  static const char *const skills[] = {"{msk: yes}", "{spine: yes}", "{msk: yes, spine: yes}"};
  for (int i = 0; i < PEOPLE; i++)
    g_string_append_printf(out, "%s: {band: %d, wte: 1.0, works: %s, skills: %s, sites: %s}\n",
                           people[i], g_rand_int_range(dice, 6, 9),
                           works[g_rand_int_range(dice, 0, 5)],
                           skills[g_rand_int_range(dice, 0, 3)],
                           g_rand_int_range(dice, 0, 4) > 0 ? "[hub, remote]" : "[hove]");
}

static void write_month(GRand *dice, GString *out)
{
  g_string_append(out, "closures: [{from: 2027-02-04, to: 2027-02-28}]\n");
  if (g_rand_int_range(dice, 0, 4) > 0)
    return;
  g_string_append_printf(out,
                         "events:\n"
                         "  cad: {kind: cad, at: hove, on: [2027-02-0%d am], need: "
                         "[{task: clinic, need: %d, hard: %s}]}\n",
                         g_rand_int_range(dice, 1, 4), g_rand_int_range(dice, 1, 4),
                         g_rand_boolean(dice) ? "yes" : "no");
}

static void write_leave(GRand *dice, GString *out)
{
  g_string_append(out, "clinician,from,to,kind,sessions\n");
  for (int i = g_rand_int_range(dice, 0, 3); i > 0; i--) {
    int from = g_rand_int_range(dice, 1, DAYS + 1);
    g_string_append_printf(out, "%s,2027-02-0%d,2027-02-0%d,annual,\n",
                           people[g_rand_int_range(dice, 0, PEOPLE)], from,
                           g_rand_int_range(dice, from, DAYS + 1));
  }
}

/* At most one lock for each person and session, as reading asks for. */
static void write_locks(GRand *dice, GString *out)
{
  g_string_append(out, "clinician,date,session,task,site\n");
  if (g_rand_boolean(dice))
    return;
  for (int c = 0; c < PEOPLE; c++) {
    int task = g_rand_int_range(dice, 0, 4);
    if (g_rand_int_range(dice, 0, 4) == 0)
      g_string_append_printf(out, "%s,2027-02-0%d,%s,%s,%s\n", people[c],
                             g_rand_int_range(dice, 1, DAYS + 1),
                             blocks[g_rand_int_range(dice, 0, 2)], tasks[task],
                             sites[g_rand_int_range(dice, 0, task < 2 ? 2 : 3)]);
  }
}

struct world *drawn_new(guint32 seed)
{
  static void (*const writers[])(GRand *, GString *) = {write_service, write_demand, write_rules,
                                                        write_people,  write_month,  write_leave,
                                                        write_locks};
  static const char *const paths[] = {"service.yaml",     "service.yaml",       "service.yaml",
                                      "clinicians.yaml",  "2027-02/month.yaml", "2027-02/leave.csv",
                                      "2027-02/locks.csv"};
  GRand *dice = g_rand_new_with_seed(seed);
  struct source *source = source_memory();
  g_autoptr(GString) text = g_string_new(NULL);
  for (size_t i = 0; i < G_N_ELEMENTS(writers); i++) {
    writers[i](dice, text);
    if (i + 1 < G_N_ELEMENTS(writers) && strcmp(paths[i], paths[i + 1]) == 0)
      continue;
    source_add(source, paths[i], text->str);
    g_string_truncate(text, 0);
  }
  g_rand_free(dice);
  return world_read(source, WORLD_MONTH);
}
