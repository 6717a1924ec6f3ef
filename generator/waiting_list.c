/* The section waiting_list of service.yaml. Referrals follow the patients of the
 * PCNs; the list itself is made up, in weeks of referrals. */
#include "generator/policies.h"
#include "generator/template.h"
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

/* Routine referrals of each PCN, in `sum` those of all: "goldstone: 91.2, ...". */
static char *referrals_of_pcns(const struct plan *plan, int *sum)
{
  enum { A_LINE = 4 };
  GString *out = g_string_new(NULL);
  *sum = 0;
  for (int p = 0; p < plan->n_pcns; p++) {
    const struct place *place = plan->sites[plan->n_hubs + p].place;
    int referrals = (int)tenths(plan, place->patients, 100 - PRIORITY_PERCENT);
    *sum += referrals;
    if (p > 0)
      g_string_append(out, p % A_LINE == 0 ? ",\n         " : ", ");
    g_string_append_printf(out, "%s: %d.%d", place->id, referrals / 10, referrals % 10);
  }
  return g_string_free(out, FALSE);
}

/* How many wait for how many weeks: "0-1: 82, 1-2: 78, ...". */
static char *list_of(int referral_tenths, const int *percents)
{
  GString *out = g_string_new(NULL);
  for (size_t b = 0; b < G_N_ELEMENTS(bands); b++)
    if (percents[b] > 0)
      g_string_append_printf(out, "%s%s: %d", out->len ? ", " : "", bands[b],
                             (int)divide((int64_t)referral_tenths * percents[b], 1000));
  return g_string_free(out, FALSE);
}

static int all_patients(const struct plan *plan)
{
  int patients = 0;
  for (int p = 0; p < plan->n_pcns; p++)
    patients += plan->sites[plan->n_hubs + p].place->patients;
  return patients;
}

void write_waiting_list(const struct plan *plan, GString *out)
{
  int patients = all_patients(plan), routine;
  int priority = (int)tenths(plan, patients, PRIORITY_PERCENT);
  g_autofree char *priority_waiting = list_of(priority, priority_list);
  g_autofree char *routine_referrals = referrals_of_pcns(plan, &routine);
  g_autofree char *routine_waiting = list_of(routine, routine_list);
  struct template_values *values = template_values_new();
  template_when(values, "others take referrals too", share_percent(plan) < 100);
  template_set(values, "share", "%d", share_percent(plan));
  template_set(values, "patients", "%d", patients);
  template_set(values, "priority_referrals", "%d.%d", priority / 10, priority % 10);
  template_set(values, "priority_list", "%s", priority_waiting);
  template_set(values, "routine_referrals", "%s", routine_referrals);
  template_set(values, "routine_list", "%s", routine_waiting);
  template_write(policy_waiting_list, values, out);
  template_values_free(values);
}
