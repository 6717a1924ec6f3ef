#include "planning/holders.h"

#include "planning/limits_words.h"

#include <string.h>

/* Something that is asked for, and who can do it. */
struct asked {
  int use, task, site;
  bool *holders; /* [clinicians] */
};

static void asked_free(gpointer data)
{
  struct asked *asked = data;
  g_free(asked->holders);
  g_free(asked);
}

/* Does the row ask for people to do something, rather than hold one to something? */
static bool is_request(const struct problem *problem, const struct row *row)
{
  const struct label *at = &row->label;
  const struct rule *rule = problem->service->uses[at->use].rule;
  return at->clinician == NONE && at->task != NONE && rule->nature == RULE_ELASTIC &&
         row->lower > 0;
}

static struct asked *asked_of(const struct problem *problem, GPtrArray *all, const struct label *at)
{
  for (guint i = 0; i < all->len; i++) {
    struct asked *asked = g_ptr_array_index(all, i);
    if (asked->task == at->task && asked->site == at->site)
      return asked;
  }
  struct asked *asked = g_new0(struct asked, 1);
  asked->use = at->use;
  asked->task = at->task;
  asked->site = at->site;
  asked->holders = g_new0(bool, (gsize)problem->service->n_clinicians + 1);
  g_ptr_array_add(all, asked);
  return asked;
}

static void note_holders(const struct problem *problem, const struct programme *programme,
                         const struct row *row, struct asked *asked)
{
  for (int i = row->first; i < row->first + row->count; i++) {
    const struct term *term = &programme->terms[i];
    if (term->column < problem->n_candidates && term->coefficient > 0)
      asked->holders[problem->candidates[term->column].clinician] = true;
  }
}

static int64_t lost_of(const struct asked *asked, const GPtrArray *absences)
{
  int64_t out = 0;
  for (guint i = 0; i < absences->len; i++) {
    const struct advice_absence *absence = g_ptr_array_index(absences, i);
    for (guint j = 0; j < absence->by->len; j++) {
      const struct advice_loss *loss = g_ptr_array_index(absence->by, j);
      if (loss->task == asked->task && loss->site == asked->site)
        out = MAX(out, loss->missing);
    }
  }
  return out;
}

static gint fewest_first(gconstpointer left, gconstpointer right)
{
  const struct advice_role *a = *(struct advice_role *const *)left;
  const struct advice_role *b = *(struct advice_role *const *)right;
  if (a->holders->len != b->holders->len)
    return a->holders->len < b->holders->len ? -1 : 1;
  if (a->lost != b->lost)
    return a->lost < b->lost ? 1 : -1;
  return strcmp(a->words, b->words);
}

void holders_add(const struct problem *problem, const struct programme *programme,
                 const GPtrArray *absences, GPtrArray *roles)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(asked_free);
  for (int r = 0; r < programme->n_rows; r++) {
    const struct row *row = &programme->rows[r];
    if (is_request(problem, row))
      note_holders(problem, programme, row, asked_of(problem, all, &row->label));
  }
  for (guint i = 0; i < all->len; i++) {
    const struct asked *asked = g_ptr_array_index(all, i);
    struct advice_role *role = advice_role_new();
    role->words = limits_subject(problem, asked->use, asked->task, asked->site);
    role->use = asked->use;
    role->task = asked->task;
    role->site = asked->site;
    role->lost = lost_of(asked, absences);
    for (int c = 0; c < problem->service->n_clinicians; c++)
      if (asked->holders[c]) {
        g_ptr_array_add(role->holders, g_strdup(problem->service->clinicians[c].name));
        g_array_append_val(role->people, c);
      }
    g_ptr_array_add(roles, role);
  }
  g_ptr_array_sort(roles, fewest_first);
}
