/* Two people at one site in one session, as a column that rules can share. */
#ifndef ROTA_MODEL_MEETING_H
#define ROTA_MODEL_MEETING_H

#include "model/formulation.h"

/* The column that says whether `clinician`, who gives points to it, meets
 * `other` at the site in the slot; NONE where that can't be. Where the points
 * are positive it is at most 1 if they meet and 0 if not; where negative, at
 * least so: whoever uses it must want more points. Costs nothing by itself. */
int meeting_column(struct formulation *formulation, int clinician, int other, int slot, int site);

#endif
