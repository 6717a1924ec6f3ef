#include "model/audit.h"
#include "model/words.h"
#include "planning/decide_parts.h"

#include <string.h>

static struct assignment assignment_of(const struct lock *lock)
{
  return (struct assignment){lock->clinician, lock->slot, lock->task, lock->site, true};
}

static bool is_barred(const struct problem *problem, const struct lock *lock)
{
  const struct assignment wanted = assignment_of(lock);
  return problem_candidate(problem, &wanted) == NONE;
}

/* Whatever the hard rules that bar it find in a rota of nothing but such locks. */
static char *causes(const struct audit *audit, const struct lock *lock)
{
  GString *out = g_string_new(NULL);
  const struct service *service = audit->problem->service;
  for (guint i = 0; i < audit->findings->len; i++) {
    const struct finding *finding = &g_array_index(audit->findings, struct finding, i);
    const struct label *at = &finding->at;
    if (service->uses[at->use].hard && service->uses[at->use].rule->bars &&
        at->clinician == lock->clinician && at->slot == lock->slot && finding->violation > 0)
      g_string_append_printf(out, "%s%s", out->len > 0 ? "; " : "", finding->text);
  }
  return g_string_free(out, FALSE);
}

/* Returns whether the lock must stand; its rows have been told of. */
static bool leave_out(struct deciding *at, const struct lock *lock)
{
  bool hard = false;
  for (int r = 0; r < at->programme->n_rows; r++) {
    const struct label *label = &at->programme->rows[r].label;
    if (!deciding_is_lock(at, r) || label->clinician != lock->clinician ||
        label->slot != lock->slot || label->task != lock->task || label->site != lock->site)
      continue;
    hard = hard || deciding_use(at, r)->hard;
    at->in[r] = false;
  }
  return hard;
}

static void tell(struct deciding *at, const struct audit *audit, const struct lock *lock)
{
  const struct assignment wanted = assignment_of(lock);
  g_autofree char *why = causes(audit, lock);
  if (why[0] == '\0') {
    g_free(why);
    why = words_use(problem_barred_by(at->problem, &wanted));
  }
  if (leave_out(at, lock))
    diagnostics_error(at->out, lock->where, "this lock can't stand: %s", why);
  else
    diagnostics_warning(at->out, lock->where, "this lock won't be kept: %s", why);
}

void decide_locks(struct deciding *at)
{
  const struct month *month = at->problem->month;
  g_autoptr(GArray) barred = g_array_new(FALSE, FALSE, sizeof(struct assignment));
  for (int i = 0; i < month->n_locks; i++) {
    const struct assignment wanted = assignment_of(&month->locks[i]);
    if (is_barred(at->problem, &month->locks[i]))
      g_array_append_val(barred, wanted);
  }
  if (barred->len == 0)
    return;
  struct rota *rota =
      rota_new(at->problem, (const struct assignment *)(void *)barred->data, (int)barred->len);
  struct audit *audit = audit_new(at->problem, rota);
  for (int i = 0; i < month->n_locks; i++)
    if (is_barred(at->problem, &month->locks[i]))
      tell(at, audit, &month->locks[i]);
  audit_free(audit);
  rota_free(rota);
}
