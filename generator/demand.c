/* What the service asks of its people. A real service is tight: the sum of what
 * is needed comes close to what people can give after leave and supporting
 * time, and what is aimed for goes a little beyond it. */
#include "generator/steps.h"

enum { PRESENT_PERCENT = 87 }; /* Agenda for Change leave averages 13% */
enum { FCP_PERCENT = 17, FCP_PERCENT_SMALL = 15, SMALL = 20, CALLS_PERCENT = 4 };
/* Of the clinics that people can give: in a small service one who is away is a larger part. */
enum { NEED_PERCENT = 92, NEED_PERCENT_FEW = 80, TARGET_PERCENT = 102, TARGET_PERCENT_FEW = 97 };
enum { BUS_SESSIONS = 4, BUS_STAFF = 2, EVENING_STAFF = 2 };
/* Of what those can give who hold the skill, when their turns on duty are taken off; a line needs
 * TWO who are there, as one may be away. */
enum { FCP_HOLDERS_PERCENT = 55, SPECIALISTS_PERCENT = 22, TWO = 2 };
enum { CAD_PERCENT = 35 };   /* of those who may work that Saturday: with fewer, no day */
enum { WEEKLY_VENUES = 40 }; /* clinicians from which venues open every week, not every month */

/* Sessions a week that people can give to patients, in hundredths. */
struct supply {
  int hub[SITES_MAX];
  int total;
  int off_duty[GENERATOR_CLINICIANS_MOST]; /* of each person, less the turns on duty */
};

static int hundredths_of(const struct plan_person *person)
{
  return plan_sessions(person) * (100 - plan_support_percent(person)) * PRESENT_PERCENT / (2 * 100);
}

static struct supply find_supply(const struct plan *plan)
{
  struct supply supply = {.total = 0};
  int seniors = 0, duty = 100 * (HALF_DAYS + plan->n_evenings);
  for (int i = 0; i < plan->n_people; i++)
    seniors += plan->people[i].band >= 7 ? hundredths_of(&plan->people[i]) : 0;
  for (int i = 0; i < plan->n_people; i++) {
    const struct plan_person *person = &plan->people[i];
    int hundredths = hundredths_of(person);
    supply.hub[person->base] += hundredths;
    supply.total += hundredths;
    supply.off_duty[i] =
        hundredths - (person->band >= 7 ? duty * hundredths / MAX(seniors, duty) : 0);
  }
  return supply;
}

/* What so many percent of the time off duty of those who can be at PCNs come to, in sessions. */
static int most_fcp_sessions(const struct plan *plan, const struct supply *supply)
{
  int hundredths = 0;
  for (int i = 0; i < plan->n_people; i++)
    hundredths += plan->people[i].fcp_stage > 0 ? supply->off_duty[i] : 0;
  return MAX(hundredths * FCP_HOLDERS_PERCENT / (100 * 100), 1);
}

/* One FCP session a week for so many patients that FCPs take their share of the
 * service's time; a large service has enough for the usual figure. */
static void set_fcp(struct plan *plan, const struct supply *supply)
{
  enum { STEP = 500, FEWEST_PATIENTS = 3500 };
  int percent = plan->n_people < SMALL ? FCP_PERCENT_SMALL : FCP_PERCENT;
  int patients = 0, sessions = MAX(supply->total / 100 * percent / 100, 1);
  sessions = MIN(sessions, most_fcp_sessions(plan, supply));
  for (int s = 0; s < plan->n_sites; s++)
    patients += plan->sites[s].place->patients;
  int each = (patients / sessions + STEP / 2) / STEP * STEP;
  plan->patients_per_session = MAX(each, FEWEST_PATIENTS);
  for (int s = 0; s < plan->n_sites; s++) {
    struct plan_site *site = &plan->sites[s];
    site->fcp_sessions =
        (site->place->patients + plan->patients_per_session - 1) / plan->patients_per_session;
    if (site->place->kind == PLACE_PCN)
      site->rooms = MAX((site->fcp_sessions * 115 + 999) / 1000, 1);
  }
}

static void head(struct plan *plan, const char *part, int site)
{
  struct plan_line line = {.part = part, .site = site};
  g_array_append_val(plan->demand, line);
}

static void ask(struct plan *plan, const char *part, const char *task, int site, int need,
                int target)
{
  struct plan_line line = {
      .part = part, .site = site, .task = task, .need = need, .target = target};
  g_array_append_val(plan->demand, line);
}

/* Some people run the line's clinics, but fewer than so many of them are there in that half-day,
 * all month and every week? */
static bool is_run_by_fewer(const struct plan *plan, const struct plan_line *line, int half,
                            int least)
{
  int runs = 0, there = 0, session = half % 2 == 0 ? AM : PM;
  for (int i = 0; i < plan->n_people; i++) {
    const struct plan_person *who = &plan->people[i];
    if (!plan_runs(plan, i, line))
      continue;
    runs++;
    there += !who->joins && !who->leaves && !plan_arranged(plan, i, half / 2, session) &&
             (who->works[0][half / 2] & who->works[1][half / 2] & session);
  }
  return runs > 0 && there < least;
}

/* Do those who go to a venue leave the hubs in that half-day, so that a small service has nobody to
 * spare? */
static bool is_out(const struct plan *plan, int half)
{
  for (int s = 0; s < plan->n_sites && plan->n_people < FEW; s++)
    if (plan->sites[s].place->kind == PLACE_VENUE && s != plan->cad_site &&
        half == 2 * plan_venue_weekday(plan, s) + 1)
      return true;
  return false;
}

/* `weekly` people-sessions of a task at a site: in every session where there
 * are enough of them, otherwise one person in sessions spread over the week,
 * counted from `start`; first those in which two can be there. Adds what it asks for to `use`. */
static void ask_weekly(struct plan *plan, const char *task, int site, int weekly, int start,
                       int use[HALF_DAYS])
{
  enum { STRIDE = 3 }; /* has no factor in common with ten */
  if (weekly <= 0)
    return;
  if (weekly >= HALF_DAYS) {
    int need = weekly / HALF_DAYS, target = (weekly + HALF_DAYS * 3 / 10) / HALF_DAYS;
    for (int h = 0; h < HALF_DAYS; h++)
      use[h] += target;
    ask(plan, target > need ? "every half-day, with a target" : "every half-day", task, site, need,
        target);
    return;
  }
  struct plan_line line = {.part = "some half-days", .site = site, .task = task, .need = 1};
  int asked = 0;
  for (int least = TWO; least >= 0; least--)
    for (int i = 0; i < HALF_DAYS && asked < weekly; i++) {
      int half = (start + STRIDE * i) % HALF_DAYS;
      if (line.asked[half] || is_run_by_fewer(plan, &line, half, least) ||
          (least > 0 && is_out(plan, half)))
        continue;
      line.asked[half] = true;
      asked++;
    }
  for (int h = 0; h < HALF_DAYS; h++)
    use[h] += line.asked[h];
  g_array_append_val(plan->demand, line);
}

static int specialties_of(const struct plan *plan, int person)
{
  int count = 0;
  for (int k = 0; k < plan->n_specialties; k++)
    count += (plan->people[person].specialties >> k & 1) != 0;
  return count;
}

/* Of one specialty at the hub, so many that each of those who hold it can come near to 80:20. */
static int sessions_held(const struct plan *plan, const struct supply *supply, int hub,
                         int specialty)
{
  enum { HALF = 100 * 100 / 2 };
  int hundredths = 0;
  for (int i = 0; i < plan->n_people; i++)
    if (plan->people[i].base == hub && (plan->people[i].specialties >> specialty & 1))
      hundredths += supply->off_duty[i] / specialties_of(plan, i);
  return hundredths > 0 ? MAX((hundredths * SPECIALISTS_PERCENT + HALF) / (100 * 100), 1) : 0;
}

static int busiest(const int use[HALF_DAYS])
{
  int most = 0;
  for (int h = 0; h < HALF_DAYS; h++)
    most = MAX(most, use[h]);
  return most;
}

static int fcp_sessions_of_hub(const struct plan *plan, int hub)
{
  int sessions = 0;
  for (int s = 0; s < plan->n_sites; s++)
    if (plan->sites[s].hub == hub)
      sessions += plan->sites[s].fcp_sessions;
  return sessions;
}

/* People of the hub for its clinics in its thinnest half-day, as that of who works an evening then:
 * the others than those away or at supporting time, less those who run what else is asked for. */
static int thinnest(const struct plan *plan, int hub, const int use[HALF_DAYS])
{
  enum { AT_WORK_PERCENT = 70 };
  int least = plan->n_people;
  for (int half = 0; half < HALF_DAYS; half++) {
    int there = 0, session = half % 2 == 0 ? AM : PM;
    for (int i = 0; i < plan->n_people; i++)
      there += plan->people[i].base == hub && (plan->people[i].works[0][half / 2] &
                                               plan->people[i].works[1][half / 2] & session) != 0;
    least = MIN(least, there * AT_WORK_PERCENT / 100 - use[half]);
  }
  return MAX(least, 1);
}

enum { NEW_EACH = 3, FLOOR_PERCENT = 95 }; /* new contacts of a clinic's session */

/* Clinics, specialist clinics and classes of a hub; `central` is what it gives
 * to the whole service, in hundredths of sessions. The rooms are just enough. */
static void ask_hub(struct plan *plan, int hub, const struct supply *supply, int central)
{
  int use[HALF_DAYS] = {0}, gym[HALF_DAYS] = {0};
  int given = (int)((int64_t)central * supply->hub[hub] / MAX(supply->total, 1));
  int sessions[SPECIALTIES_MAX] = {0}, specialist = 0;
  for (int k = 0; k < plan->n_specialties; k++)
    specialist += sessions[k] = sessions_held(plan, supply, hub, k);
  int classes = CLAMP(supply->hub[hub] / 100 / 20, 1, HALF_DAYS);
  int clinic =
      supply->hub[hub] - given - 100 * (fcp_sessions_of_hub(plan, hub) + specialist + classes);
  bool few = plan->n_people < FEW;
  int need_percent = few ? NEED_PERCENT_FEW : NEED_PERCENT;
  int target_percent = few ? TARGET_PERCENT_FEW : TARGET_PERCENT;
  int need = MAX(clinic * need_percent / 100 / (100 * HALF_DAYS), 1);
  int target = MAX((clinic * target_percent / 100 + 50 * HALF_DAYS) / (100 * HALF_DAYS), need);
  guint clinic_line = plan->demand->len;
  ask(plan, "every half-day, with a target", "clinic", hub, need, target);
  for (int k = 0; k < plan->n_specialties; k++)
    ask_weekly(plan, specialty_ids[k], hub, sessions[k], hub + 2 * k, use);
  ask_weekly(plan, "class", hub, classes, hub + 1, gym);
  need = MIN(need, thinnest(plan, hub, use));
  g_array_index(plan->demand, struct plan_line, clinic_line).need = need;
  plan->new_contacts += NEW_EACH * (HALF_DAYS * need + specialist) * FLOOR_PERCENT / 100;
  plan->sites[hub].rooms = target + busiest(use) + few; /* one for a session that is locked */
  plan->sites[hub].gym_rooms = 1;
}

static int ask_cad_site(struct plan *plan)
{
  int people = 0;
  for (int i = 0; i < plan->n_people; i++)
    people += plan->people[i].saturdays;
  return people * CAD_PERCENT / 100;
}

/* What belongs to no hub; returns its weekly sessions. */
static int ask_outreach(struct plan *plan)
{
  int sessions = 0;
  if (plan->n_evenings > 0)
    head(plan, "evenings and outreach", NOBODY);
  for (int h = 0; h < plan->n_evening_hubs && plan->n_evenings > 0; h++) {
    ask(plan, plan->n_evenings == 2 ? "two evenings a week" : "one evening a week", "clinic", h,
        EVENING_STAFF, EVENING_STAFF + 1);
    sessions += plan->n_evenings * EVENING_STAFF;
  }
  bool weekly = plan->n_people >= WEEKLY_VENUES;
  for (int s = 0; s < plan->n_sites; s++) {
    if (plan->sites[s].place->kind != PLACE_VENUE || s == plan->cad_site)
      continue;
    ask(plan, weekly ? "an afternoon a week" : "an afternoon a month", "drop-in", s, VENUE_STAFF,
        VENUE_STAFF);
    sessions += weekly ? VENUE_STAFF : 0;
  }
  if (plan->bus != NOBODY) {
    ask(plan, "the bus", "mobile", plan->bus, BUS_STAFF, BUS_STAFF);
    sessions += BUS_SESSIONS * BUS_STAFF;
  }
  return sessions;
}

/* So many that those who can be on duty have some to spare. */
static int duty_most(const struct plan *plan)
{
  enum { SPARE_PERCENT = 160 };
  int seniors = 0, sessions = HALF_DAYS + plan->n_evenings;
  for (int i = 0; i < plan->n_people; i++)
    seniors += plan->people[i].band >= 7;
  return (sessions * SPARE_PERCENT / 100 + seniors - 1) / MAX(seniors, 1);
}

void plan_ask(struct plan *plan)
{
  struct supply supply = find_supply(plan);
  int unused[HALF_DAYS] = {0};
  set_fcp(plan, &supply);
  plan_name_more(plan, supply.off_duty);
  head(plan, "the whole service", NOBODY);
  int calls = supply.total * CALLS_PERCENT / 100 / 100;
  ask_weekly(plan, "calls", plan->remote, MAX(calls, 1), 3, unused);
  int sessions = HALF_DAYS + plan->n_evenings + calls + ask_outreach(plan);
  for (int h = 0; h < plan->n_hubs; h++) {
    head(plan, "a hub", h);
    ask_hub(plan, h, &supply, 100 * sessions);
  }
  plan->duty_most = duty_most(plan);
  plan->cad_need = plan->cad_day ? ask_cad_site(plan) : 0;
}
