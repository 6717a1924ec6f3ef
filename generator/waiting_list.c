/* The section waiting_list of service.yaml. Referrals follow the patients of the
 * PCNs; the list itself is made up, in weeks of referrals. */
#include "generator/writers.h"

/* Published for MSK in Sussex: 1,165 referrals a week for 700,000 people. */
enum { REFERRALS = 1165, PEOPLE = 700000 };
/* Where first contact sessions a week are fewer than one for so many patients, the
 * practices have others besides, who take their share of referrals too. */
enum { WHOLE_PATIENTS = 5000 };
enum { PRIORITY_PERCENT = 10 };

/* Who waits, in percent of a week's referrals, band by band. */
static const char *const bands[] = {"0-1", "1-2", "2-4", "4-12", "12-18", "18-52", "over 52"};
static const int priority_list[] = {90, 45, 15, 0, 0, 0, 0};
static const int routine_list[] = {95, 90, 175, 450, 160, 300, 2};

static int64_t divide(int64_t amount, int64_t by)
{
  return (amount + by / 2) / by;
}

/* The share of its patients' referrals that the service takes. */
static int share_percent(const struct plan *plan)
{
  return 100 * WHOLE_PATIENTS / MAX(plan->patients_per_session, WHOLE_PATIENTS);
}

/* Tenths of a referral a week from so many patients, of which `percent`. */
static int64_t tenths(const struct plan *plan, int patients, int percent)
{
  int64_t referrals = (int64_t)patients * REFERRALS * share_percent(plan) * percent;
  return divide(referrals * 10, (int64_t)PEOPLE * 100 * 100);
}

static int write_localities(const struct plan *plan, GString *out)
{
  enum { A_LINE = 4 };
  int64_t sum = 0;
  g_string_append(out, "{");
  for (int p = 0; p < plan->n_pcns; p++) {
    const struct place *place = plan->sites[plan->n_hubs + p].place;
    int64_t referrals = tenths(plan, place->patients, 100 - PRIORITY_PERCENT);
    sum += referrals;
    g_string_append_printf(out, "%s%s: %d.%d",
                           p == 0            ? ""
                           : p % A_LINE == 0 ? ",\n         "
                                             : ", ",
                           place->id, (int)(referrals / 10), (int)(referrals % 10));
  }
  g_string_append(out, "}");
  return (int)sum;
}

static void write_list(int referral_tenths, const int *percents, GString *out)
{
  bool first = true;
  g_string_append(out, "list: {");
  for (size_t b = 0; b < G_N_ELEMENTS(bands); b++) {
    if (percents[b] == 0)
      continue;
    g_string_append_printf(out, "%s%s: %d", first ? "" : ", ", bands[b],
                           (int)divide((int64_t)referral_tenths * percents[b], 1000));
    first = false;
  }
  g_string_append(out, "}");
}

static void write_head(const struct plan *plan, GString *out)
{
  g_string_append(
      out,
      "\n"
      "# Who is referred and who waits, for what-if; shares are fractions. Published:\n"
      "# 1,165 referrals a week for 700,000 people (Sussex); DNA, and follow-ups to new\n"
      "# patients (Brighton physiotherapy 2018/19); 52% need nothing more after a Community\n"
      "# Appointment Day. The list and the rest are made up.\n");
  if (share_percent(plan) < 100)
    g_string_append_printf(out, "# A service of this size takes %d%% of the referrals.\n",
                           share_percent(plan));
}

void write_waiting_list(const struct plan *plan, GString *out)
{
  int patients = 0;
  for (int p = 0; p < plan->n_pcns; p++)
    patients += plan->sites[plan->n_hubs + p].place->patients;
  int priority = (int)tenths(plan, patients, PRIORITY_PERCENT);
  write_head(plan, out);
  g_string_append_printf(out,
                         "waiting_list:\n"
                         "  population: %d\n"
                         "  classes:\n"
                         "    priority:\n"
                         "      standard: 2\n"
                         "      referrals: %d.%d\n"
                         "      ",
                         patients, priority / 10, priority % 10);
  write_list(priority, priority_list, out);
  g_string_append(out,
                  "\n"
                  "    routine:\n"
                  "      standard: 12\n"
                  "      referrals:\n"
                  "        ");
  int routine = write_localities(plan, out);
  g_string_append(out, "\n      ");
  write_list(routine, routine_list, out);
  g_string_append(out,
                  "\n"
                  "  removals: 0.005\n"
                  "  dna: {new: 0.093, follow_up: 0.147, backfill: 0.2, return: 0.5}\n"
                  "  follow_ups: {per_new: 2.4, patient_initiated: 0.2, done_at_events: 0.52}\n");
}
