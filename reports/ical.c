#include "reports/ical.h"

#include "reports/text.h"

#include <libical/ical.h>
#include <string.h>

/* The zone's rules since 1996, so that no calendar need know it. */
static const char london[] =
    "BEGIN:VTIMEZONE\r\n"
    "TZID:Europe/London\r\n"
    "BEGIN:STANDARD\r\n"
    "DTSTART:19961027T020000\r\n"
    "TZOFFSETFROM:+0100\r\n"
    "TZOFFSETTO:+0000\r\n"
    "TZNAME:GMT\r\n"
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
    "END:STANDARD\r\n"
    "BEGIN:DAYLIGHT\r\n"
    "DTSTART:19970330T010000\r\n"
    "TZOFFSETFROM:+0000\r\n"
    "TZOFFSETTO:+0100\r\n"
    "TZNAME:BST\r\n"
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
    "END:DAYLIGHT\r\n"
    "END:VTIMEZONE\r\n";

/* What one clinician does in a slot, as the calendar sees it. */
struct state {
  const struct assignment *items;
  int count;
};

struct calendar {
  const struct problem *problem;
  const struct rota *const *versions;
  int n_versions;
  struct ical_of of;
  const char *stamp;
  char *place; /* behind the "@" of UIDs */
  icalcomponent *component;
};

static bool is_seen(const struct calendar *calendar, const struct assignment *item)
{
  return calendar->of.site == NONE || item->site == calendar->of.site;
}

static bool is_same(const struct calendar *calendar, struct state a, struct state b)
{
  int i = 0, j = 0;
  for (;; i++, j++) {
    while (i < a.count && !is_seen(calendar, &a.items[i]))
      i++;
    while (j < b.count && !is_seen(calendar, &b.items[j]))
      j++;
    if (i >= a.count || j >= b.count)
      return i >= a.count && j >= b.count;
    if (a.items[i].task != b.items[j].task || a.items[i].site != b.items[j].site)
      return false;
  }
}

static bool is_empty(const struct calendar *calendar, struct state state)
{
  return is_same(calendar, state, (struct state){NULL, 0});
}

static struct state state_in(const struct calendar *calendar, int version, int clinician, int slot)
{
  struct state state;
  state.items = rota_at(calendar->versions[version], clinician, slot, &state.count);
  return state;
}

/* How often the state changed since it first was something; -1: it never was. */
static int sequence_of(const struct calendar *calendar, int clinician, int slot)
{
  struct state last = {NULL, 0};
  int sequence = -1;
  for (int v = 0; v < calendar->n_versions; v++) {
    struct state state = state_in(calendar, v, clinician, slot);
    sequence += !is_same(calendar, state, last);
    last = state;
  }
  return sequence;
}

/* The last state that was something. */
static struct state shown_state(const struct calendar *calendar, int clinician, int slot)
{
  int version = calendar->n_versions - 1;
  while (version > 0 && is_empty(calendar, state_in(calendar, version, clinician, slot)))
    version--;
  return state_in(calendar, version, clinician, slot);
}

/* --- an event ---------------------------------------------------------------- */

static void add_text(icalcomponent *event, icalproperty_kind kind, const char *text)
{
  g_autofree char *plain = text_plain(text);
  icalproperty *property = icalproperty_new(kind);
  icalproperty_set_value(property, icalvalue_new_text(plain));
  icalcomponent_add_property(event, property);
}

static void add_time(icalcomponent *event, icalproperty_kind kind, int date, int minute)
{
  icaltimetype time = icaltime_null_time();
  time.year = date_year(date);
  time.month = date_month(date);
  time.day = date_day(date);
  time.hour = minute / 60;
  time.minute = minute % 60;
  icalproperty *property = icalproperty_new(kind);
  icalproperty_set_value(property, icalvalue_new_datetime(time));
  icalproperty_add_parameter(property, icalparameter_new_tzid("Europe/London"));
  icalcomponent_add_property(event, property);
}

/* "MSK clinic, Hove hub"; in a site's calendar "Maya Desai, MSK clinic". */
static char *summary_of(const struct calendar *calendar, struct state state)
{
  const struct service *service = calendar->problem->service;
  GString *out = g_string_new(NULL);
  for (int i = 0; i < state.count; i++) {
    const struct assignment *item = &state.items[i];
    if (!is_seen(calendar, item))
      continue;
    g_string_append(out, out->len ? "; " : "");
    if (calendar->of.site != NONE)
      g_string_append_printf(out, "%s, %s", service->clinicians[item->clinician].name,
                             service->tasks[item->task].name);
    else
      g_string_append_printf(out, "%s, %s", service->tasks[item->task].name,
                             service->sites[item->site].name);
  }
  return g_string_free(out, FALSE);
}

static char *uid_of(const struct calendar *calendar, int clinician, int slot)
{
  const struct service *service = calendar->problem->service;
  const struct slot *at = &calendar->problem->month->slots[slot];
  char date[DATE_TEXT_SIZE];
  return g_strdup_printf(
      "%s-%s-%s%s%s@%s", date_format(at->date, date), service->blocks[at->block].id,
      service->clinicians[clinician].id, calendar->of.site == NONE ? "" : "-at-",
      calendar->of.site == NONE ? "" : service->sites[calendar->of.site].id, calendar->place);
}

static const char *location_of(const struct calendar *calendar, struct state state)
{
  int i = 0;
  while (!is_seen(calendar, &state.items[i]))
    i++;
  return calendar->problem->service->sites[state.items[i].site].name;
}

static void add_event(struct calendar *calendar, int clinician, int slot, int sequence)
{
  const struct slot *at = &calendar->problem->month->slots[slot];
  const struct block *block = &calendar->problem->service->blocks[at->block];
  struct state state = shown_state(calendar, clinician, slot);
  bool stands = !is_empty(calendar, state_in(calendar, calendar->n_versions - 1, clinician, slot));
  g_autofree char *uid = uid_of(calendar, clinician, slot);
  g_autofree char *summary = summary_of(calendar, state);
  icalcomponent *event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
  icalcomponent_add_property(event, icalproperty_new_uid(uid));
  icalcomponent_add_property(event,
                             icalproperty_new_dtstamp(icaltime_from_string(calendar->stamp)));
  add_time(event, ICAL_DTSTART_PROPERTY, at->date, block->from_minute);
  add_time(event, ICAL_DTEND_PROPERTY, at->date, block->to_minute);
  add_text(event, ICAL_SUMMARY_PROPERTY, summary);
  add_text(event, ICAL_LOCATION_PROPERTY, location_of(calendar, state));
  icalcomponent_add_property(event, icalproperty_new_sequence(sequence));
  icalcomponent_add_property(
      event, icalproperty_new_status(stands ? ICAL_STATUS_CONFIRMED : ICAL_STATUS_CANCELLED));
  icalcomponent_add_component(calendar->component, event);
}

/* --- the calendar ------------------------------------------------------------ */

/* "hove-msk.rota" of the service's name. */
static char *place_of(const struct service *service)
{
  GString *out = g_string_new(NULL);
  for (const char *at = service->name; *at; at++)
    if (g_ascii_isalnum(*at))
      g_string_append_c(out, g_ascii_tolower(*at));
    else if (out->len && out->str[out->len - 1] != '-')
      g_string_append_c(out, '-');
  g_string_append(out, out->len && out->str[out->len - 1] == '-' ? "rota" : ".rota");
  return g_string_free(out, FALSE);
}

/* Its name as RFC 5545 has a TEXT, escaped and folded after 75 octets: in an X- property libical
 * leaves commas and semicolons as they are. */
static char *title_line(const char *name)
{
  enum { FOLD = 75 };
  g_autoptr(GString) line = g_string_new("X-WR-CALNAME:");
  for (const char *at = name; *at; at++) {
    if (strchr(",;\\", *at))
      g_string_append_c(line, '\\');
    g_string_append_c(line, *at);
  }
  GString *out = g_string_new(NULL);
  gssize octets = 0;
  for (const char *at = line->str, *next; *at; at = next) {
    next = g_utf8_next_char(at);
    if (octets + (next - at) > FOLD) {
      g_string_append(out, "\r\n ");
      octets = 1;
    }
    g_string_append_len(out, at, next - at);
    octets += next - at;
  }
  g_string_append(out, "\r\n");
  return g_string_free(out, FALSE);
}

static icalcomponent *component_new(void)
{
  icalcomponent *out = icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
  icalcomponent_add_property(out, icalproperty_new_version("2.0"));
  icalcomponent_add_property(out, icalproperty_new_prodid("-//rota//EN"));
  icalcomponent_add_property(out, icalproperty_new_method(ICAL_METHOD_PUBLISH));
  icalcomponent_add_component(out, icalparser_parse_string(london));
  return out;
}

char *ical_text(const struct problem *problem, const struct rota *const *versions, int n_versions,
                struct ical_of of, const char *stamp)
{
  const struct service *service = problem->service;
  g_autofree char *name = text_plain(of.site != NONE ? service->sites[of.site].name
                                                     : service->clinicians[of.clinician].name);
  struct calendar calendar = {problem, versions,          n_versions,     of,
                              stamp,   place_of(service), component_new()};
  for (int c = 0; c < service->n_clinicians; c++)
    for (int s = 0; s < problem->month->n_slots; s++) {
      int sequence = of.clinician == NONE || of.clinician == c ? sequence_of(&calendar, c, s) : -1;
      if (sequence >= 0)
        add_event(&calendar, c, s, sequence);
    }
  char *made = icalcomponent_as_ical_string_r(calendar.component);
  const char *method = "METHOD:PUBLISH\r\n";
  g_autofree char *title = title_line(name);
  GString *out = g_string_new(made);
  g_string_insert(out, strstr(out->str, method) + strlen(method) - out->str, title);
  icalmemory_free_buffer(made);
  icalcomponent_free(calendar.component);
  g_free(calendar.place);
  return g_string_free(out, FALSE);
}
