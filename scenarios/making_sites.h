/* What several changes do to sites, and to who may be sent there. */
#ifndef ROTA_SCENARIOS_MAKING_SITES_H
#define ROTA_SCENARIOS_MAKING_SITES_H

#include "scenarios/making.h"

/* A closure of the site in the month, cut to it; `until` DATE_NONE: to its end;
 * `sessions` and `reason` may be NULL. */
void making_close(struct making *making, struct where where, const char *site, int from, int until,
                  const struct node *sessions, const struct node *reason);

/* Whoever may be sent to `site`, by name, may also be sent to `others`: a site,
 * or a list. */
void making_send(struct making *making, const char *site, const struct node *others);
/* The clinician of that id may be sent there; who goes everywhere does already. */
void making_send_one(struct making *making, const char *id, const struct node *site);

/* The list with what is missing in it added at its end; one thing stands for a
 * list of one. */
const struct node *making_join(struct making *making, const struct node *list,
                               const struct node *more);
/* Does the node, or one of its items, have that text? */
bool making_lists(const struct node *list, const char *text);

/* Is it a site, or a list of them, of the service or opened by the scenario? If
 * not, that is reported. */
bool making_check_sites(struct making *making, const struct node *sites);

/* The site's body, and putting another in its place. */
const struct node *making_site(struct making *making, const char *id);
void making_put_site(struct making *making, struct where where, const char *id,
                     const struct node *body);

#endif
