/* Writes service.yaml and travel.csv. */
#include "generator/writers.h"

#include "model/date.h"

#include <string.h>

/* In double quotes, with those characters escaped that YAML would read. */
static void append_quoted(GString *out, const char *text)
{
  g_string_append_c(out, '"');
  for (const char *c = text; *c; c++) {
    if (*c == '"' || *c == '\\')
      g_string_append_c(out, '\\');
    g_string_append_c(out, *c);
  }
  g_string_append_c(out, '"');
}

static const char *area(const struct plan *plan)
{
  const char *locality = plan->sites[0].place->locality;
  for (int h = 1; h < plan->n_hubs; h++)
    if (strcmp(plan->sites[h].place->locality, locality) != 0)
      return "Sussex MSK Central";
  return "Brighton and Hove MSK";
}

static void write_head(const struct plan *plan, GString *out)
{
  const struct generator_settings *settings = &plan->settings;
  g_string_append_printf(
      out,
      "# A service of %d clinicians, made by: rota init --clinicians %d --seed %" G_GUINT64_FORMAT
      " --month %04d-%02d%s\n"
      "# It is yours to edit.\n#\n%s\n",
      settings->clinicians, settings->clinicians, settings->seed, settings->year, settings->month,
      settings->random_rules ? " --random-rules" : "", places_attribution);
  g_string_append(out, "service: ");
  append_quoted(out, settings->name ? settings->name : area(plan));
  g_string_append(out,
                  "\n"
                  "holidays: england-and-wales\n"
                  "full_time_hours: 37.5\n"
                  "sessions:\n"
                  "  am: {from: \"08:30\", to: \"12:15\"}\n"
                  "  pm: {from: \"13:15\", to: \"17:00\"}\n");
  if (plan->n_evenings > 0)
    g_string_append(out, "  eve: {from: \"17:20\", to: \"20:20\"} # after a break\n");
  static const char *const weeks[] = {
      "{mon-fri: [am, pm]}",
      "{mon-fri: [am, pm], tue: [eve]}",
      "{mon-fri: [am, pm], tue: [eve], thu: [eve]}",
  };
  g_string_append_printf(out, "week: %s\n", weeks[plan->n_evenings]);
}

static const char *hub_hours(const struct plan *plan, int hub)
{
  static const char *const hours[] = {
      "mon-fri: \"07:30-18:00\"",
      "mon: \"07:30-18:00\", tue: \"07:30-20:30\", wed-fri: \"07:30-18:00\"",
      "\"mon, wed, fri\": \"07:30-18:00\", \"tue, thu\": \"07:30-20:30\"",
  };
  return hours[hub < plan->n_evening_hubs ? plan->n_evenings : 0];
}

static void write_site(const struct plan *plan, int s, GString *out)
{
  const struct plan_site *site = &plan->sites[s];
  g_string_append_printf(out, "  %s:\n    {name: %s, ", site->place->id, site->place->name);
  switch (site->place->kind) {
  case PLACE_HUB:
    g_string_append_printf(out, "kind: hub, rooms: {room: %d, gym: %d},\n     open: {%s}}\n",
                           site->rooms, site->gym_rooms, hub_hours(plan, s));
    break;
  case PLACE_VENUE:
    g_string_append_printf(out, "kind: venue, open: {%s: \"08:00-18:00\"}}\n",
                           s == plan->cad_site ? "sat" : weekday_ids[plan_venue_weekday(plan, s)]);
    break;
  case PLACE_BUS:
    g_string_append(out, "kind: bus, rooms: 2, open: {\"tue, thu\": \"08:00-18:00\"}}\n");
    break;
  default:
    g_string_append(out, "kind: remote}\n");
  }
}

static void write_sites(const struct plan *plan, GString *out)
{
  g_string_append(out, "\nsites:\n");
  for (int s = 0; s < plan->n_sites; s++)
    if (plan->sites[s].place->kind != PLACE_PCN)
      write_site(plan, s, out);
}

static void write_names(const struct plan *plan, const int *people, int count, GString *out)
{
  for (int n = 0, written = 0; n < count; n++)
    if (people[n] != NOBODY)
      g_string_append_printf(out, "%s%s", written++ ? ", " : "", plan->people[people[n]].id);
}

static void write_pcns(const struct plan *plan, GString *out)
{
  g_string_append(out, "\n# each with its own first contact practitioners\npcns:\n");
  for (int s = plan->n_hubs; s < plan->n_hubs + plan->n_pcns; s++) {
    const struct plan_site *site = &plan->sites[s];
    g_string_append_printf(out,
                           "  %s:\n    {name: %s, ods: %s, patients: %d, rooms: %d,\n"
                           "     open: {mon-fri: \"08:00-18:30\"}, fcp: {named: [",
                           site->place->id, site->place->name, site->place->ods,
                           site->place->patients, site->rooms);
    write_names(plan, site->named, NAMED, out);
    g_string_append(out, "], deputy: [");
    write_names(plan, &site->deputy, 1, out);
    g_string_append(out, "]}}\n");
  }
}

/* One task, on two lines. */
static void write_task(GString *out, const char *id, const char *name, const char *stream,
                       const char *rest)
{
  g_string_append_printf(out, "  %s:\n    {name: %s, stream: %s, %s}\n", id, name, stream, rest);
}

static void write_specialties(const struct plan *plan, GString *out)
{
  static const char *const names[SPECIALTIES_MAX] = {"Spinal clinic", "Shoulder clinic",
                                                     "Knee clinic", "Persistent pain clinic"};
  for (int k = 0; k < plan->n_specialties; k++) {
    g_autofree char *rest =
        g_strdup_printf("skill: %s, at: hub, slots: {new: 3, follow_up: 3}", specialty_ids[k]);
    write_task(out, specialty_ids[k], names[k], "specialist", rest);
  }
}

static void write_tasks(const struct plan *plan, GString *out)
{
  g_string_append(out,
                  "\n# a task needs a room unless it says 'room: none' or is done remotely\n"
                  "tasks:\n");
  write_task(out, "clinic", "MSK clinic", "generalist",
             "skill: msk, at: hub, slots: {new: 3, follow_up: 5}");
  write_specialties(plan, out);
  write_task(out, "fcp", "First contact", "generalist",
             "skill: fcp, min_stage: 1, at: pcn, slots: {fcp: 11}");
  write_task(out, "class", "Group class", "generalist",
             "skill: rehab, at: hub, room: gym, slots: {follow_up: 12}");
  write_task(out, "calls", "What matters calls", "generalist",
             "skill: msk, at: remote, minutes_per_contact: 40");
  write_task(out, "drop-in", "Community drop-in", "generalist",
             "skill: msk, at: venue, room: none, slots: {new: 6}");
  if (plan->bus != NOBODY)
    write_task(out, "mobile", "Mobile clinic", "generalist",
               "skill: msk, at: bus, slots: {new: 4, follow_up: 2}");
  write_task(out, "duty", "Duty clinician", "neither",
             "min_band: 7, at: [hub, remote], room: none, slots: {follow_up: 2}");
  write_task(out, "support", "Supporting time", "neither", "at: remote");
}

static void write_criteria(GString *out)
{
  g_string_append(out,
                  "\n# what people may ask for\n"
                  "criteria:\n"
                  "  open: first day of the month before\n"
                  "  close: 10th of the month before\n"
                  "  session_requests: {most: 4}\n"
                  "  avoid: {sites: 2, tasks: 1}\n"
                  "  not_avoidable: [duty]\n"
                  "  weights: {love: 2, like: 1, dislike: -1, avoid: -2}\n"
                  "  late: half\n"
                  "  publish: {days_before: 14}\n");
}

void write_service(const struct plan *plan, GString *out)
{
  write_head(plan, out);
  write_sites(plan, out);
  write_pcns(plan, out);
  g_string_append(out,
                  "\ntravel: {default: 45} # minutes between sites that travel.csv leaves out\n");
  write_tasks(plan, out);
  g_string_append_printf(out,
                         "\n# need: what must not be missed; target: what we aim for\n"
                         "demand:\n%s",
                         plan->demand->str);
  write_rules(plan, out);
  write_criteria(out);
  write_waiting_list(plan, out);
}

void write_travel(const struct plan *plan, GString *out)
{
  g_string_append(out, "from,to,minutes,without_car\n");
  for (int a = 0; a < plan->n_sites; a++)
    for (int b = a + 1; b < plan->n_sites; b++) {
      const struct place *from = plan->sites[a].place, *to = plan->sites[b].place;
      if (from->kind < PLACE_BUS && to->kind < PLACE_BUS)
        g_string_append_printf(out, "%s,%s,%d,%d\n", from->id, to->id, place_minutes(from, to),
                               place_minutes_without_car(from, to));
    }
}
