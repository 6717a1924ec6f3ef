/* The parts of an assessment; each fills in what its comment names. The assessment's
 * problem, rota and audit are set before. */
#ifndef ROTA_PLANNING_ASSESS_PARTS_H
#define ROTA_PLANNING_ASSESS_PARTS_H

#include "model/assessment.h"

/* people, by_satisfaction, by_generalist, totals */
void assess_people(struct assessment *assessment);
/* attendance, places, burdens */
void assess_places(struct assessment *assessment);

/* acceptability of people and in totals, pcns, refusals; after assess_people */
void assess_acceptability(struct assessment *assessment);
/* not_sent */
void assess_senders(struct assessment *assessment);
/* meetings */
void assess_meetings(struct assessment *assessment);
/* missed */
void assess_missed(struct assessment *assessment);

#endif
