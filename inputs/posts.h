/* What of a clinician may change, whether it is written of the person or of a change. */
#ifndef ROTA_INPUTS_POSTS_H
#define ROTA_INPUTS_POSTS_H

#include "inputs/refer.h"
#include "inputs/sections.h"
#include "inputs/value.h"

enum { WTE_MAX = 120, SEES_MAX = 200 };

/* A clinician while it is being read. */
struct person {
  struct clinician clinician;
  struct post post;
  const struct node *changes; /* NULL: none */
};

extern const struct keys skill_keys, hours_keys, change_keys;
/* Into a struct person. What is not named in `skills` stays as it was. */
key_reader posts_read_skills, posts_read_team, posts_read_hours;

/* The keys of a post, as they are written of a person or of a change. */
#define POST_KEYS(needed)                                                                          \
  {.name = "band",                                                                                 \
   .read = key_band,                                                                               \
   .offset = offsetof(struct person, post.band),                                                   \
   .required = (needed)},                                                                          \
      {.name = "wte",                                                                              \
       .read = key_hundredths,                                                                     \
       .offset = offsetof(struct person, post.wte_percent),                                        \
       .least = 1,                                                                                 \
       .most = WTE_MAX},                                                                           \
      {.name = "works",                                                                            \
       .read = key_works,                                                                          \
       .offset = offsetof(struct person, post.works),                                              \
       .required = (needed)},                                                                      \
      {.name = "base", .read = key_site, .offset = offsetof(struct person, post.base)},            \
      {.name = "skills", .read = posts_read_skills, .inside = &skill_keys},                        \
      {.name = "sites", .read = key_site_mask, .offset = offsetof(struct person, post.sites)},     \
      {.name = "sees",                                                                             \
       .read = key_number,                                                                         \
       .offset = offsetof(struct person, post.sees_percent),                                       \
       .least = 0,                                                                                 \
       .most = SEES_MAX},                                                                          \
      {.name = "team", .read = posts_read_team},                                                   \
  {                                                                                                \
    .name = "hours", .read = posts_read_hours, .inside = &hours_keys                               \
  }

/* Once the keys of a map are read: what is left out, what follows, and what clashes. */
void posts_finish(struct reader *reader, const struct node *body, struct person *person);
/* Once all posts are read: of whoever has no `sees`, what their band's is. `node`: by band, or
 * NULL. */
void posts_settle_sees(struct reader *reader, const struct node *node);
/* Warns of a post in which nobody works when the service is open. */
void posts_check_open(struct reader *reader, const struct post *post);

/* How many changes a clinician's body lists. */
int changes_count(const struct node *body);
/* Reads them, in order of date, into the service's posts that follow the person's first. */
void changes_read(struct reader *reader, struct person *person);

#endif
