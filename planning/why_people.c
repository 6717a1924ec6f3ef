#include "planning/why_people.h"

static void free_person(gpointer data)
{
  struct why_person *person = data;
  g_array_unref(person->breaks);
  g_free(person->elsewhere);
  g_free(person);
}

GPtrArray *why_people_new(void)
{
  return g_ptr_array_new_with_free_func(free_person);
}

static bool is_locked(const struct rota *rota, const struct assignment *wanted)
{
  int count;
  const struct assignment *items = rota_at(rota, wanted->clinician, wanted->slot, &count);
  for (int i = 0; i < count; i++)
    if (items[i].locked)
      return true;
  return false;
}

struct why_person *why_people_add(GPtrArray *people, const struct rota *rota,
                                  const struct why_verdict *verdict)
{
  struct why_person *person = g_new0(struct why_person, 1);
  person->wanted = verdict->wanted;
  person->reason = verdict->reason;
  person->use = verdict->use;
  person->breaks = g_array_new(FALSE, FALSE, sizeof(int));
  person->locked = verdict->reason == WHY_BUSY && is_locked(rota, &verdict->wanted);
  g_ptr_array_add(people, person);
  return person;
}

bool why_person_is_open(const struct why_person *person)
{
  return person->reason == WHY_FREE || (person->reason == WHY_BUSY && !person->locked);
}

bool why_person_is_lawful(const struct why_person *person)
{
  return person->tried && person->breaks->len == 0;
}

/* How far from a yes: lawful at a price, against a rule, not tried, out of the question. Who does
 * it is no answer. */
static int distance(const struct why_person *person)
{
  enum { LAWFUL, BREAKS, FREE, BUSY, CLOSED, DOES = CLOSED + WHY_REASONS };
  if (person->reason == WHY_DOING)
    return DOES;
  if (!why_person_is_open(person))
    return CLOSED + WHY_BUSY - (int)person->reason;
  if (person->tried)
    return person->breaks->len == 0 ? LAWFUL : BREAKS;
  return person->reason == WHY_FREE ? FREE : BUSY;
}

static int compare_breaks(const GArray *breaks, const GArray *others)
{
  if (breaks->len != others->len)
    return breaks->len < others->len ? -1 : 1;
  for (guint i = 0; i < breaks->len; i++) {
    int one = g_array_index(breaks, int, i), other = g_array_index(others, int, i);
    if (one != other)
      return one - other;
  }
  return 0;
}

static int compare_kind(const struct why_person *a, const struct why_person *b)
{
  if (distance(a) != distance(b))
    return distance(a) - distance(b);
  int order = compare_breaks(a->breaks, b->breaks);
  return order ? order : a->use - b->use;
}

bool why_person_is_like(const struct why_person *person, const struct why_person *other)
{
  return compare_kind(person, other) == 0;
}

static gint closest_first(gconstpointer left, gconstpointer right)
{
  const struct why_person *a = *(struct why_person *const *)left;
  const struct why_person *b = *(struct why_person *const *)right;
  int order = compare_kind(a, b);
  if (order)
    return order;
  if (a->dearer != b->dearer)
    return a->dearer < b->dearer ? -1 : 1;
  return a->wanted.clinician - b->wanted.clinician;
}

void why_people_sort(GPtrArray *people)
{
  g_ptr_array_sort(people, closest_first);
}
