/* The parts of a service and of a month, each read by a file of its own. Lists
 * that others refer to are declared first, then everything is read. */
#ifndef ROTA_INPUTS_SECTIONS_H
#define ROTA_INPUTS_SECTIONS_H

#include "inputs/reader.h"

/* --- service.yaml ---------------------------------------------------------- */

void sessions_read(struct reader *reader, const struct node *sessions);
/* NULL nodes, here and below: the section was not written. */
void week_read(struct reader *reader, const struct node *week);
void holidays_read(struct reader *reader, const struct node *holidays);
void sites_read(struct reader *reader, const struct node *sites, const struct node *pcns);
/* Whom each site serves, once all sites stand. */
void sites_read_serves(struct reader *reader, const struct node *sites, const struct node *pcns);
enum { TRAVEL_MINUTES_MAX = 600 };
void travel_read(struct reader *reader, const struct node *travel); /* and travel.csv */
void tasks_declare(struct reader *reader, const struct node *tasks);
void tasks_read(struct reader *reader, const struct node *tasks);
void rules_read(struct reader *reader, const struct node *rules);
void criteria_read(struct reader *reader, const struct node *node);
void waiting_list_read(struct reader *reader, const struct node *node);

/* Who can be seen where, once all sections are read without a mistake. */
void areas_read(struct reader *reader);

/* What shows only when all sections are read: skills that are needed, but nobody has. */
void service_check(struct reader *reader);

/* Demand, of the service and of a month; lines "from use" go to the service's by_use. */
void demand_read(struct reader *reader, const struct node *list, struct demand **out, int *count);
/* An event's needs, at its site; which event, and its sessions, are the caller's to say. */
void demand_read_needs(struct reader *reader, const struct node *need, int site, GArray *demands);

/* Events that come back; and the sessions in which one does on a date, as a mask. */
void recurring_read(struct reader *reader, const struct node *events);
uint8_t recurring_blocks(const struct service *service, const struct recurring *event, int date);

/* --- clinicians.yaml, clinicians/ ------------------------------------------ */

/* A clinician found in a file; body NULL: the id is wrong, which is reported. */
struct clinician_entry {
  const struct node *id, *body;
};

/* `entries` takes everybody found, for clinicians_read. */
void clinicians_declare(struct reader *reader, GPtrArray *entries);
void clinicians_read(struct reader *reader, const GPtrArray *entries);
/* staff.csv, as a personnel system exports it: adds to the entries what they leave out. */
void staff_read(struct reader *reader, GPtrArray *entries);

key_reader key_works; /* struct works, whose only week is there and empty */

/* --- a month's folder ------------------------------------------------------ */

/* Warns of who works odd and even weeks in a month in which two odd ones meet. */
void works_check_turns(struct reader *reader);
void month_read_file(struct reader *reader);
/* The list of sessions agreed, once the month is laid out; and afterwards warns of those
 * that leave or dates of employment bar. */
void agreed_read(struct reader *reader, const struct node *list);
void agreed_check(struct reader *reader);
/* All months' leave.csv: what is said of those that are asked for (struct month_folder of
 * month_folders.h), struct leave, in order of folder. */
void leave_gather(struct reader *reader, const GArray *months, GArray *rows);
/* What of reader->absences is in the month. */
void leave_read(struct reader *reader);
void locks_read(struct reader *reader);
void preferences_read(struct reader *reader);
key_reader key_requests; /* struct preferences: its session requests */
/* Files of objections: adds an entry each to the month's preferences, of session requests alone;
 * then makes those from `first` on one with what the same people sent before. */
void objections_read(struct reader *reader, const char *folder, char **names);
void objections_join(struct reader *reader, int first);
/* One file's, against the criteria: what they do not allow is reported and taken out.
 * Sets `late`, `percent` and the requests' `sessions`. */
void preferences_check(struct reader *reader, const struct node *submitted,
                       struct preferences *preferences);
/* The same of objections, of somebody who asked for that `before`; NULL: nothing. */
void preferences_check_objections(struct reader *reader, const struct preferences *before,
                                  struct preferences *objections);
/* All files' of the month: takes out the requests to be off, the latest first, that make
 * more people off at once than the criteria allow. */
void preferences_check_off(struct reader *reader);
/* Is the slot among those of the request? */
bool preferences_speaks_of(const struct session_request *request, const struct slot *slot);
/* Warns of wishes that can't come true: a site where the person is never sent, say. */
void preferences_check_possible(struct reader *reader, const struct preferences *preferences);

/* --- the keys of every section --------------------------------------------- */

extern const struct keys service_keys, session_keys, site_keys, pcn_keys, travel_keys,
    travel_columns, task_keys, demand_keys, month_demand_keys, need_keys, use_keys, who_keys,
    criteria_keys, waiting_list_keys, clinician_keys, month_keys, agreed_keys, recurring_keys,
    leave_columns, lock_columns, booked_columns, staff_columns, preferences_keys, request_keys,
    objections_keys;
/* Of a line of demand: how many people, and what one missing or too many costs. */
extern const struct keys people_keys;

#endif
