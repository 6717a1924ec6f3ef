/* A search that ends without an event's people is no answer: another one has to hold the event, or
 * it is shown that none can. */
#ifndef ROTA_PLANNING_HOLD_EVENTS_H
#define ROTA_PLANNING_HOLD_EVENTS_H

#include "planning/build.h"

/* Builds once more for each event that the built rota cancels at a price, with all its needs and
 * those of the events held so far as hard ones, unless the rota is proven to be the best. A rota
 * that is found takes the place of the built one, even where it costs more; the bound stays, and
 * the time is added. Nothing is done without a rota. NULL: every event is held, proven to be
 * impossible beside the others, or proven to be dearer than its price; otherwise the names of
 * those of which nothing is known, "Drop-in, Mass clinic", for g_free. */
char *hold_events(const struct build_request *request, struct build_result *built);

/* Why there are no figures, of those names; g_free it. */
char *hold_events_words(const char *names);

#endif
