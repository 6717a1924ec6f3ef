#include "scenarios/making_weeks.h"

#include "scenarios/making_sites.h"

#include <math.h>

/* Any day of any service: no holidays, and no happenings that come back, unless they are wanted. */
static void clear_service(struct making *making, bool recurring)
{
  const struct node *root = making_tree(making, MAKING_SERVICE);
  const struct node *none = edit_scalar(making->nodes, root->where, "none");
  making_put_section(making, MAKING_SERVICE, root->where, "holidays", none);
  root = making_tree(making, MAKING_SERVICE);
  if (!recurring)
    making_put_tree(making, MAKING_SERVICE, edit_drop(making->nodes, root, "events"));
}

/* month.yaml of the weeks: how many they are, and no more. */
static void put_period(struct making *making)
{
  const char *path = making_month_path(making);
  struct where where = {.file = path};
  struct arena *nodes = making->nodes;
  g_autofree char *weeks = g_strdup_printf("%d", making->month->weeks);
  const struct node *period =
      edit_put_text(nodes, edit_map(nodes, where), where, "from", making->month->id);
  period = edit_put_text(nodes, period, where, "weeks", weeks);
  making_put_tree(making, path, edit_map(nodes, where));
  making_put_section(making, path, where, "period", period);
}

static void put_event(struct making *making, const struct making_later *item)
{
  const char *path = making_month_path(making);
  struct where where = item->later.where;
  const struct node *events = edit_put(making->nodes, edit_map(making->nodes, where),
                                       edit_scalar(making->nodes, where, item->id), item->event);
  making_put_section(making, path, where, "events", events);
}

struct month *making_weeks_begin(struct making *making, const struct scenario_weeks *weeks)
{
  struct month *month = month_new(weeks->monday, SCENARIO_ORDINARY_WEEKS);
  making->month = month;
  clear_service(making, weeks->recurring);
  put_period(making);
  for (guint i = 0; i < making->later->len; i++) {
    const struct making_later *item = &g_array_index(making->later, struct making_later, i);
    bool lasts = item->later.until == DATE_NONE && item->later.from <= month->from;
    if (!lasts && (int)i != weeks->exception)
      continue;
    if (item->later.kind == LATER_EVENT)
      put_event(making, item);
    else
      making_close(making, item->later.where, item->closure);
  }
  return month;
}

/* --- leave ----------------------------------------------------------------------- */

static bool works_on(const struct service *service, const struct month *month, int clinician,
                     const struct day *day)
{
  for (int s = day->first_slot; s < day->first_slot + day->n_slots; s++)
    if (month_works(month, service, clinician, s))
      return true;
  return false;
}

/* Multiples of such a number, without their whole parts, lie evenly between 0 and 1 however many
 * they are, so that nobody's leave depends on who else is there. */
static double spread(int clinician, double number)
{
  double product = (clinician + 1) * number;
  return product - floor(product);
}

static void add_leave(const struct service *service, const struct month *month, int clinician,
                      double share, GArray *leaves)
{
  static const double golden = 0.6180339887498949, other = 0.7548776662466927;
  int days[SCENARIO_ORDINARY_WEEKS * WEEK_DAYS], count = 0;
  for (int d = 0; d < month->n_days; d++)
    if (works_on(service, month, clinician, &month->days[d]))
      days[count++] = month->days[d].date;
  if (count == 0)
    return;
  int away = MIN(count, (int)(share * count + spread(clinician, golden)));
  int first = (int)(spread(clinician, other) * count);
  for (int i = 0; i < away; i++) {
    int date = days[(first + i) % count];
    const struct leave leave = {
        .clinician = clinician, .from = date, .until = date, .blocks = UINT8_MAX, .kind = "annual"};
    g_array_append_val(leaves, leave);
  }
}

static void set_leave(const struct service *service, struct month *month, double share)
{
  GArray *leaves = g_array_new(FALSE, FALSE, sizeof(struct leave));
  for (int c = 0; c < service->n_clinicians; c++)
    add_leave(service, month, c, share, leaves);
  month->leaves = arena_copy(month->arena, leaves->data, leaves->len, sizeof(struct leave));
  month->n_leaves = (int)leaves->len;
  g_array_free(leaves, TRUE);
}

void making_weeks_settle(struct service *service, struct month *month, double leave)
{
  int first = month->from, after = month->until + 1;
  month->n_locks = month->n_agreed = month->n_preferences = 0;
  month->history = month->later = (struct history){0};
  for (int c = 0; c < service->n_clinicians; c++) {
    struct clinician *person = &service->clinicians[c];
    if (person->joins != DATE_NONE && person->joins > first)
      person->joins = MAX(person->joins, after);
    if (person->leaves != DATE_NONE && person->leaves >= first)
      person->leaves = MAX(person->leaves, after);
  }
  for (int p = 0; p < service->n_posts; p++)
    if (service->posts[p].from != DATE_NONE && service->posts[p].from > first)
      service->posts[p].from = MAX(service->posts[p].from, after);
  set_leave(service, month, leave);
}
