#include "planning/why_gap.h"

#include <string.h>

/* --- one person, tried ----------------------------------------------------------- */

/* The rota with the work in place of what the person does then. */
static struct rota *with(const struct audit *audit, const struct assignment *wanted)
{
  const struct rota *rota = audit->rota;
  g_autofree struct assignment *items = g_new(struct assignment, (gsize)rota->count + 1);
  int count = 0;
  for (int i = 0; i < rota->count; i++)
    if (rota->items[i].clinician != wanted->clinician || rota->items[i].slot != wanted->slot)
      items[count++] = rota->items[i];
  items[count++] = *wanted;
  return rota_new(audit->problem, items, count);
}

static int64_t cost_of(const struct finding *finding)
{
  return finding->price == PRICE_HARD ? 0 : finding->violation * finding->price;
}

/* What a finding about the same costs in the audit; 0: there is none. */
static int64_t cost_before(const struct audit *audit, const struct finding *finding)
{
  for (guint i = 0; i < audit->findings->len; i++) {
    const struct finding *other = &g_array_index(audit->findings, struct finding, i);
    if (memcmp(&other->at, &finding->at, sizeof other->at) == 0 && other->kind == finding->kind &&
        other->demand == finding->demand)
      return cost_of(other);
  }
  return 0;
}

static void find_elsewhere(const struct audit *before, const struct audit *after,
                           struct gap_person *person)
{
  for (guint i = 0; i < after->findings->len; i++) {
    const struct finding *finding = &g_array_index(after->findings, struct finding, i);
    if (cost_of(finding) <= person->elsewhere_cost)
      continue;
    int64_t more = cost_of(finding) - cost_before(before, finding);
    if (more <= person->elsewhere_cost)
      continue;
    person->elsewhere_cost = more;
    g_free(person->elsewhere);
    person->elsewhere = g_strdup(finding->text);
  }
}

static void try_person(const struct audit *audit, struct gap_person *person)
{
  struct rota *rota = with(audit, &person->verdict.wanted);
  struct audit *after = audit_new(audit->problem, rota);
  person->tried = true;
  person->dearer = after->cost - audit->cost;
  for (int u = 0; u < audit->problem->service->n_uses; u++)
    if (after->uses[u].broken > audit->uses[u].broken)
      g_array_append_val(person->breaks, u);
  find_elsewhere(audit, after, person);
  audit_free(after);
  rota_free(rota);
}

/* --- all of them ----------------------------------------------------------------- */

static void free_person(gpointer data)
{
  struct gap_person *person = data;
  g_array_unref(person->breaks);
  g_free(person->elsewhere);
  g_free(person);
}

static bool is_locked(const struct audit *audit, const struct assignment *wanted)
{
  int count;
  const struct assignment *items = rota_at(audit->rota, wanted->clinician, wanted->slot, &count);
  for (int i = 0; i < count; i++)
    if (items[i].locked)
      return true;
  return false;
}

GPtrArray *gap_people_new(void)
{
  return g_ptr_array_new_with_free_func(free_person);
}

struct gap_person *gap_people_add(GPtrArray *people, const struct audit *audit,
                                  const struct why_verdict *verdict)
{
  struct gap_person *person = g_new0(struct gap_person, 1);
  person->clinician = verdict->wanted.clinician;
  person->verdict = *verdict;
  person->breaks = g_array_new(FALSE, FALSE, sizeof(int));
  person->locked = verdict->reason == WHY_BUSY && is_locked(audit, &verdict->wanted);
  g_ptr_array_add(people, person);
  return person;
}

bool gap_person_is_open(const struct gap_person *person)
{
  return person->verdict.reason == WHY_FREE ||
         (person->verdict.reason == WHY_BUSY && !person->locked);
}

/* Those who break nothing come first, the cheapest of them at the head. */
static gint closest_first(gconstpointer left, gconstpointer right)
{
  const struct gap_person *a = *(struct gap_person *const *)left;
  const struct gap_person *b = *(struct gap_person *const *)right;
  if (a->verdict.reason != b->verdict.reason)
    return (int)b->verdict.reason - (int)a->verdict.reason;
  if (a->breaks->len != b->breaks->len)
    return a->breaks->len < b->breaks->len ? -1 : 1;
  for (guint i = 0; i < a->breaks->len; i++) {
    int one = g_array_index(a->breaks, int, i), other = g_array_index(b->breaks, int, i);
    if (one != other)
      return one - other;
  }
  if (a->verdict.use != b->verdict.use)
    return a->verdict.use - b->verdict.use;
  if (a->dearer != b->dearer)
    return a->dearer < b->dearer ? -1 : 1;
  return a->clinician - b->clinician;
}

void gap_people_sort(GPtrArray *people)
{
  g_ptr_array_sort(people, closest_first);
}

struct why_verdict why_gap_verdict(const struct audit *audit, const struct gap_question *question,
                                   int clinician)
{
  const struct problem *problem = audit->problem;
  g_autofree bool *slots = g_new0(bool, (gsize)problem->month->n_slots + 1);
  g_autofree bool *sites = g_new0(bool, (gsize)problem->service->n_sites + 1);
  slots[question->slot] = sites[question->site] = true;
  const struct why_question asked = {question->task, sites, slots, NULL};
  return why_clinician(problem, audit->rota, &asked, clinician);
}

static void judge(const struct audit *audit, struct gap_answer *out)
{
  const struct problem *problem = audit->problem;
  for (int c = 0; c < problem->service->n_clinicians; c++) {
    const struct why_verdict verdict = why_gap_verdict(audit, &out->question, c);
    out->done += verdict.reason == WHY_DOING;
    out->unable += verdict.reason == WHY_UNABLE;
    if (verdict.reason == WHY_UNABLE)
      continue;
    struct gap_person *person = gap_people_add(out->people, audit, &verdict);
    if (gap_person_is_open(person))
      try_person(audit, person);
  }
  gap_people_sort(out->people);
}

/* One more than now. */
static void fill(const struct audit *audit, const struct build_settings *settings,
                 struct gap_answer *out)
{
  const struct problem *problem = audit->problem;
  const struct gap_question *question = &out->question;
  struct around *around = around_new(audit);
  g_autofree bool *slots = g_new0(bool, (gsize)problem->month->n_slots + 1);
  int able = 0;
  slots[question->slot] = true;
  for (int j = 0; j < problem->n_candidates; j++) {
    const struct assignment *at = &problem->candidates[j];
    if (at->slot != question->slot || at->task != question->task || at->site != question->site)
      continue;
    programme_add_term(around->programme, j, 1);
    able++;
  }
  around_want(around, out->done + 1, NONE, question->slot);
  around_open_slot(around, question->slot);
  if (able > out->done)
    consequence_find(around, slots, settings, &out->consequence);
  else
    out->consequence.alternative = (struct alternative){
        .verdict = BUILD_INFEASIBLE,
        .reason = g_strdup("nobody else could do it, whatever else is in the rota")};
  around_free(around);
}

void why_gap_answer(const struct audit *audit, const struct gap_question *question,
                    const struct build_settings *settings, struct gap_answer *out)
{
  *out = (struct gap_answer){.before = audit, .question = *question, .people = gap_people_new()};
  judge(audit, out);
  fill(audit, settings, out);
}

void gap_answer_clear(struct gap_answer *answer)
{
  consequence_clear(&answer->consequence);
  if (answer->people)
    g_ptr_array_unref(answer->people);
  *answer = (struct gap_answer){0};
}
