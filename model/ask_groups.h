/* What lines of demand ask for of a task, or what joint lines alone ask for of whatever task, in
 * groups: all that ask, by whichever way round, for some of the same work. docs/model.md, rule
 * `asked`. For emit only: the check of the rule works the groups out by itself. */
#ifndef ROTA_MODEL_ASK_GROUPS_H
#define ROTA_MODEL_ASK_GROUPS_H

#include "model/problem.h"

struct ask_groups;

/* Of the task, or (NONE) of joint lines. Free with ask_groups_free. */
struct ask_groups *ask_groups_new(const struct problem *problem, int task);
void ask_groups_free(struct ask_groups *groups);

/* Groups have numbers from 0 to below this; not each of these is one. */
int ask_groups_end(const struct ask_groups *groups);
/* The group that the work is in; NONE where none of these lines asks for it, or somebody else
 * does anyhow. */
int ask_groups_at(const struct ask_groups *groups, const struct assignment *work);
/* How often its lines ask for its work. */
int64_t ask_groups_room(const struct ask_groups *groups, int group);

#endif
