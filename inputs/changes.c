/* changes: what a clinician's post becomes, each from its date until the next. */
#include "inputs/posts.h"

#include <string.h>

enum { CHANGES_MAX = 100 };

static const struct key change_table[] = {
    {.name = "from",
     .read = key_date,
     .offset = offsetof(struct person, post.from),
     .required = true},
    POST_KEYS(false),
};
const struct keys change_keys = KEYS_OF("a change", change_table);

int changes_count(const struct node *body)
{
  const struct node *list = node_get(body, "changes");
  return list && list->kind == NODE_LIST ? MIN(list->count, CHANGES_MAX) : 0;
}

static bool same_works(const struct works *one, const struct works *other)
{
  if (one->n_weeks != other->n_weeks || one->cycle != other->cycle)
    return false;
  for (int week = 0; week < one->n_weeks; week++)
    if (memcmp(one->weeks[week].blocks, other->weeks[week].blocks,
               sizeof one->weeks[week].blocks) != 0)
      return false;
  return true;
}

static bool holds(const struct post *post, const struct skill_held *held)
{
  for (int i = 0; i < post->n_skills; i++) {
    const struct skill_held *own = &post->skills[i];
    if (own->skill == held->skill)
      return own->from == held->from && own->until == held->until && own->stage == held->stage &&
             own->trainee == held->trainee;
  }
  return false;
}

static bool same_skills(const struct post *one, const struct post *other)
{
  bool same = one->n_skills == other->n_skills;
  for (int i = 0; same && i < one->n_skills; i++)
    same = holds(other, &one->skills[i]);
  return same;
}

static bool is_same(const struct service *service, const struct post *one, const struct post *other)
{
  return one->band == other->band && one->wte_percent == other->wte_percent &&
         one->sees_percent == other->sees_percent && one->fewest_minutes == other->fewest_minutes &&
         one->most_minutes == other->most_minutes && one->base == other->base &&
         one->team == other->team && same_works(&one->works, &other->works) &&
         same_skills(one, other) &&
         memcmp(one->sites, other->sites, (size_t)service->n_sites * sizeof *one->sites) == 0;
}

/* Is the change's date where it can be: after the one before, in the time that the person
 * is here? */
static void check_date(struct reader *reader, const struct node *node, const struct person *person,
                       const struct post *before)
{
  const struct clinician *clinician = &person->clinician;
  const struct node *from = node_get(node, "from");
  struct where where = from ? from->where : node->where;
  char date[DATE_TEXT_SIZE];
  if (person->post.from == DATE_NONE)
    return;
  if (before->from != DATE_NONE && person->post.from <= before->from)
    diagnostics_error(reader->diagnostics, where,
                      "this change is not after the one before it, of %s",
                      date_format(before->from, date));
  if (clinician->joins != DATE_NONE && person->post.from <= clinician->joins)
    diagnostics_error(reader->diagnostics, where,
                      "this change is not after the day on which '%s' joins, %s", clinician->id,
                      date_format(clinician->joins, date));
  if (clinician->leaves != DATE_NONE && person->post.from > clinician->leaves)
    diagnostics_error(reader->diagnostics, where, "this change is after the last day of '%s', %s",
                      clinician->id, date_format(clinician->leaves, date));
}

/* What is not written of a change holds on. */
static void read_change(struct reader *reader, const struct node *node, struct person *person,
                        struct post *out)
{
  const struct post before = person->post;
  int errors = diagnostics_errors(reader->diagnostics);
  person->post.from = DATE_NONE;
  person->post.where = node->where;
  if (node_get(node, "works"))
    person->post.works =
        (struct works){ARENA_NEW(reader->arena, struct pattern, 1), 1, DATE_NONE, node->where};
  if (reader_map(reader, node, &change_keys, person)) {
    posts_finish(reader, node, person);
    check_date(reader, node, person, &before);
  }
  *out = person->post;
  if (diagnostics_errors(reader->diagnostics) > errors)
    return;
  if (is_same(reader->service, &before, out))
    diagnostics_warning(reader->diagnostics, node->where, "this changes nothing for '%s'",
                        person->clinician.id);
  else if (node_get(node, "works"))
    posts_check_open(reader, out);
}

void changes_read(struct reader *reader, struct person *person)
{
  const struct clinician *owner = &person->clinician;
  struct service *service = reader->draft;
  for (int i = 0; i < owner->n_changes; i++)
    service->posts[owner->changed + i] = person->post;
  if (!person->changes || !reader_is_list(reader, person->changes, "changes") ||
      !reader_bound(reader, person->changes->where, "changes", person->changes->count, CHANGES_MAX))
    return;
  for (int i = 0; i < owner->n_changes; i++)
    read_change(reader, person->changes->items[i], person, &service->posts[owner->changed + i]);
}
