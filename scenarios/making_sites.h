/* What several changes do to sites, and to who may be sent there. */
#ifndef ROTA_SCENARIOS_MAKING_SITES_H
#define ROTA_SCENARIOS_MAKING_SITES_H

#include "scenarios/making.h"

/* A closure of a site; what its other keys say as written, or NULL. */
struct shutting {
  const char *site;
  int from, until; /* DATE_NONE: to the month's end */
  const struct node *sessions, *reason, *moves_to, *owed;
};

/* Adds the closure, cut to the month. */
void making_close(struct making *making, struct where where, const struct shutting *shutting);

/* Whoever has `site` among their `sites` may also be sent to `others`, a site or a
 * list of them. */
void making_send(struct making *making, const char *site, const struct node *others);
/* The clinician of that id may also be sent there. Without `sites` people go
 * everywhere, so nothing is written then. */
void making_send_one(struct making *making, const char *id, const struct node *site);

/* The list with those items of `more` that it lacks at its end; either may be one thing
 * instead of a list. */
const struct node *making_join(struct making *making, const struct node *list,
                               const struct node *more);
/* Does the node, or one of its items, have that text? */
bool making_lists(const struct node *list, const char *text);

/* Is it a site, or a list of them, of the service or opened by the scenario? If
 * not, that is reported. */
bool making_check_sites(struct making *making, const struct node *sites);

/* The site's body; and replacing it, or adding a new site. */
const struct node *making_site(struct making *making, const char *id);
void making_put_site(struct making *making, struct where where, const char *id,
                     const struct node *body);

#endif
