#include "planning/kept.h"

#include "inputs/history_people.h"
#include "inputs/published.h"
#include "model/month_id.h"

#include <string.h>

/* Of "2027-01-12 am fcp at goldstone", how many do it. g_hash_table_unref it. */
static GHashTable *tally(const struct published *published)
{
  GHashTable *out = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter at;
  gpointer key, value;
  g_hash_table_iter_init(&at, published->assignments);
  while (g_hash_table_iter_next(&at, &key, &value)) {
    const char *person = strrchr(key, ' ');
    char *session =
        g_strdup_printf("%.*s %s", (int)(person - (char *)key), (char *)key, (const char *)value);
    int count = GPOINTER_TO_INT(g_hash_table_lookup(out, session));
    g_hash_table_replace(out, session, GINT_TO_POINTER(count + 1));
  }
  return out;
}

/* Where "2027-01-12 am fcp at goldstone" is; NULL: the service has no such site any more. */
static struct kept_sessions *place_of(struct kept_month *month, const struct service *service,
                                      const char *session)
{
  static const char before[] = " at ";
  int site = service_site(service, strstr(session, before) + strlen(before));
  return site == NONE ? NULL : &month->at[site];
}

static void add_now(struct kept_month *month, const struct service *service, GHashTable *now)
{
  GHashTableIter at;
  gpointer session, count;
  g_hash_table_iter_init(&at, now);
  while (g_hash_table_iter_next(&at, &session, &count)) {
    struct kept_sessions *sessions = place_of(month, service, session);
    if (sessions)
      sessions->now += GPOINTER_TO_INT(count);
  }
}

static void add_first(struct kept_month *month, const struct service *service, GHashTable *first,
                      GHashTable *now)
{
  GHashTableIter at;
  gpointer session, count;
  g_hash_table_iter_init(&at, first);
  while (g_hash_table_iter_next(&at, &session, &count)) {
    struct kept_sessions *sessions = place_of(month, service, session);
    if (!sessions)
      continue;
    int planned = GPOINTER_TO_INT(count);
    sessions->planned += planned;
    sessions->kept += MIN(planned, GPOINTER_TO_INT(g_hash_table_lookup(now, session)));
  }
}

static void add_minutes(struct kept_month *month, const struct service *service,
                        const struct published *first)
{
  GHashTableIter at;
  gpointer id, minutes;
  g_hash_table_iter_init(&at, first->planned);
  while (g_hash_table_iter_next(&at, &id, &minutes)) {
    int clinician = history_person(service, id);
    if (clinician != NONE)
      month->planned_minutes[clinician] = GPOINTER_TO_INT(minutes);
  }
}

/* Its first version where it isn't the current one; NULL: it isn't kept, or can't be read, which
 * `rota versions` names. */
static struct published *read_first(const char *directory, const char *month_id)
{
  g_autofree char *path = g_strdup_printf("history/%s/v1.yaml", month_id);
  g_autofree char *file = g_build_filename(directory, path, NULL);
  if (!g_file_test(file, G_FILE_TEST_EXISTS))
    return NULL;
  struct diagnostics *unsaid = diagnostics_new();
  struct published *out = published_read_file(directory, month_id, path, unsaid);
  diagnostics_free(unsaid);
  return out;
}

static void read_month(struct kept_month *month, const char *directory,
                       const struct service *service, const char *month_id)
{
  struct diagnostics *unsaid = diagnostics_new(); /* whoever read the month has said it */
  struct published *now = published_read(directory, month_id, unsaid);
  struct published *first = now && now->version > 1 ? read_first(directory, month_id) : NULL;
  diagnostics_free(unsaid);
  if (now) {
    const struct published *was = now->version > 1 ? first : now;
    g_autoptr(GHashTable) done = tally(now);
    add_now(month, service, done);
    month->known = was != NULL;
    if (was) {
      g_autoptr(GHashTable) planned = tally(was);
      add_first(month, service, planned, done);
      add_minutes(month, service, was);
    }
  }
  published_free(first);
  published_free(now);
}

struct kept *kept_new(const char *directory, const struct problem *problem)
{
  const struct history *history = &problem->month->history;
  const struct service *service = problem->service;
  struct kept *out = g_new0(struct kept, 1);
  out->n_months = history->n_months;
  out->months = g_new0(struct kept_month, (gsize)history->n_months + 1);
  for (int m = 0; m < history->n_months; m++) {
    struct kept_month *month = &out->months[m];
    month->title = month_id_title(history->months[m].id, history->months[m].until);
    month->at = g_new0(struct kept_sessions, (gsize)service->n_sites + 1);
    month->planned_minutes = g_new(int, (gsize)service->n_clinicians + 1);
    for (int c = 0; c < service->n_clinicians; c++)
      month->planned_minutes[c] = -1;
    read_month(month, directory, service, history->months[m].id);
  }
  return out;
}

void kept_free(struct kept *kept)
{
  for (int m = 0; kept && m < kept->n_months; m++) {
    g_free(kept->months[m].title);
    g_free(kept->months[m].at);
    g_free(kept->months[m].planned_minutes);
  }
  if (kept)
    g_free(kept->months);
  g_free(kept);
}
