/* Writes the policy, the rules section of service.yaml, as a manager would read
 * it: law first, then cover, safety, fairness, wishes. */
#include "generator/writers.h"

/* Is there more to agree on than a handful of people settle by talking? */
static bool is_locality(const struct plan *plan)
{
  return plan->n_evenings > 0;
}

/* The whole of a county, say: these use every rule that there is. */
static bool is_county(const struct plan *plan)
{
  return plan->bus != NOBODY;
}

static void write_law(GString *out)
{
  g_string_append(out,
                  "\n# hard: yes can't be broken; otherwise a weight says what each breach costs\n"
                  "rules:\n"
                  "  # logic and law, in force whether they are written here or not\n"
                  "  - one_place:\n"
                  "  - availability:\n"
                  "  - skill:\n"
                  "  - trainee: {stage: 2, per_debriefer: 4}\n"
                  "  - site_open:\n"
                  "  - rooms:\n"
                  "  - travel: {break_minutes: 20}\n"
                  "  - locks:\n"
                  "  - working_time: {average_hours: 48, rest_hours: 11}\n"
                  "  - consecutive: {most_days: 6}\n"
                  "  - contract_hours: {tolerance_minutes: 225, weight: 2}\n");
}

static void write_cover(const struct plan *plan, GString *out)
{
  g_string_append(out,
                  "\n  # cover: what is missing is named and priced\n"
                  "  - cover:\n"
                  "  - event:\n"
                  "  - event_day:\n"
                  "  - duty_cover: {task: duty, weight: 300}\n");
  g_string_append_printf(out,
                         "  - fcp_cover: {task: fcp, patients_per_session: %d, most_gap_days: 3}\n"
                         "  - named_fcp: {task: fcp, share: 60, sites_most: 3}\n",
                         plan->patients_per_session);
  if (is_county(plan))
    g_string_append_printf(out,
                           "  - fair_access: {task: fcp, within: 2}\n"
                           "  - capacity_floor: {at: hub, contacts: new, per: week, least: %d}\n",
                           plan->new_contacts);
  for (int s = 0; s < plan->n_sites && is_locality(plan); s++)
    if (plan->sites[s].place->kind == PLACE_VENUE && s != plan->cad_site)
      g_string_append_printf(out, "  - small_team: {at: %s, least: 2, most: 3}\n",
                             plan_site_id(plan, s));
}

static void write_time(const struct plan *plan, GString *out)
{
  g_string_append(
      out,
      "\n  # time to improve, learn and supervise, by job plan\n"
      "  - support_time: {who: {band: [5, 6], not: {skill: fcp}}, task: support, share: 10}\n"
      "  - support_time: {who: {band: 7, not: {skill: fcp}}, task: support, share: 20}\n"
      "  - support_time: {who: {band: 8}, task: support, share: 30}\n"
      "  - support_time: {who: {band: [6, 7], skill: fcp}, task: support, share: 30}\n");
  if (is_locality(plan))
    g_string_append(out,
                    "  - supervision: {task: support, minutes: 60}\n"
                    "  - team_meeting: {task: support, quorum: 40}\n"
                    "  - debrief: {leaders: {band: [7, 8]}, at: hub, weight: 8}\n");
}

static void write_safety(const struct plan *plan, GString *out)
{
  g_string_append(out,
                  "\n  # nobody works alone out there\n"
                  "  - lone_working: {at: venue, least: 2}\n");
  if (is_county(plan))
    g_string_append(out,
                    "  - lone_working: {at: bus, least: 2}\n"
                    "  - count_limit: {task: mobile, per: week, most: 2}\n"
                    "  - succession: {task: mobile, within_days: 2, weight: 5}\n");
  if (is_locality(plan))
    g_string_append(out,
                    "  - lone_working: {at: hub, sessions: all eve, least: 2}\n"
                    "  - delegation: {name: newly qualified people have a senior in the evening,\n"
                    "      who: {band: 5}, seniors: {band: [6, 7, 8]}, at: hub, "
                    "sessions: all eve, per_senior: 2}\n");
}

static void write_balance(const struct plan *plan, GString *out)
{
  g_string_append(out,
                  "\n  # all-round clinicians\n"
                  "  - ratio: {generalist: 80, specialist: 20, within: 5, weight: 4}\n"
                  "  - ratio: {generalist: 80, specialist: 20, within: 20, each: person, "
                  "per_minutes: 60}\n");
  if (is_county(plan))
    g_string_append(out, "  - variety: {who: {band: [6, 7, 8]}, share_most: 70, used_within: 8}\n");
  g_string_append_printf(out,
                         "\n  # burdens and habits\n"
                         "  - count_limit: {task: duty, per: week, most: %d}\n"
                         "  - count_limit: {task: calls, per: week, most: 2, weight: 5}\n"
                         "  - count_limit: {who: {skill: fcp}, task: fcp, per: week, least: 1, "
                         "weight: 5}\n"
                         "  - split_days: {most: 1, weight: 2}\n"
                         "  - continuity: {share: 70}\n",
                         plan->duty_most);
  if (is_locality(plan))
    g_string_append(out,
                    "  - fair_share: {who: {band: [7, 8]}, task: duty, within: 1, weight: 15}\n");
  if (is_county(plan))
    g_string_append(out, "  - premium_hours: {weight: 1}\n");
}

static void write_wishes(GString *out)
{
  g_string_append(out,
                  "\n  # what people ask for, and that it is shared fairly\n"
                  "  - preferences: {weight: 3}\n"
                  "  - equity: {weight: 4, good: 75, fair: 50, poor: 25}\n");
}

void write_rules(const struct plan *plan, GString *out)
{
  if (plan->settings.random_rules) {
    write_random_rules(plan, out);
    return;
  }
  write_law(out);
  write_cover(plan, out);
  write_time(plan, out);
  write_safety(plan, out);
  write_balance(plan, out);
  write_wishes(out);
}
