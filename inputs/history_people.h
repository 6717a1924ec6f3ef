/* Who is who in a published month: people are known by their ids, which change at times, and
 * are given to others. */
#ifndef ROTA_INPUTS_HISTORY_PEOPLE_H
#define ROTA_INPUTS_HISTORY_PEOPLE_H

#include "inputs/reader.h"

/* The clinician who has that id, or had it by `was`; NONE: nobody who is listed. */
int history_person(const struct service *service, const char *id);

/* Warns where the id is somebody else's than it was: where no word of the name of then
 * (NULL: not stated) is in that of now, unless the person's `was` has the id. In the newest
 * of the published months also where nobody who is listed is meant. */
void history_person_check(struct reader *reader, const struct node *id, const char *name,
                          bool newest);

/* Mistakes in the `was` of all clinicians, once they are read: an id that is another's. */
void history_people_check_was(struct reader *reader);

#endif
