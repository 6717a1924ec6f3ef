/* How times, amounts and places are written where people read them. Each function
 * with a `text` writes to it and returns it. */
#ifndef ROTA_MODEL_WORDS_H
#define ROTA_MODEL_WORDS_H

#include "model/demand.h"
#include "model/label.h"
#include "model/scope.h"
#include "model/where.h"

#include <glib.h>

struct closure;         /* model/month.h */
struct session_request; /* model/month.h */
struct rule_use;        /* model/rule.h */

enum { WORDS_SIZE = 80 };

/* "Tue 12 Jan am" */
const char *words_slot(const struct problem *problem, int slot, char text[WORDS_SIZE]);
/* With its preposition: "on Tue 12 Jan am", "on Tue 12 Jan", "in the week of
 * Mon 11 Jan" (or of the month's first day), "in 2027-01". */
const char *words_period(const struct problem *problem, enum period per, int period,
                         char text[WORDS_SIZE]);
/* "3 h 45 min", "15 h", "45 min" */
const char *words_minutes(int minutes, char text[WORDS_SIZE]);
/* "40 h, 4 h less than asked for", "40 h, as asked for"; g_free it. */
char *words_minutes_asked(int minutes, int asked);
/* "team meeting" of `team_meeting`, "FCP cover" of `fcp_cover`: the name of a rule's use or a key
 * of the format; g_free it. */
char *words_key(const char *key);
/* " (2027-01/leave.csv:5)", or nothing where no file says it. */
const char *words_where(struct where where, char text[WORDS_SIZE]);

/* "Hove hub is closed, Boiler (2027-01/month.yaml:3)". g_free it. */
char *words_closure(const struct problem *problem, const struct closure *closure);
/* "not offered: Hove hub is closed, Boiler (2027-01/month.yaml:3)"; without a closure, "not
 * offered: no session fits into the hours of Hove hub". `site` NONE: of its sites. g_free it. */
char *words_not_offered(const struct problem *problem, const struct closure *closure, int site);

/* What of it the label says: "Ann Lee, MSK clinic at Hove hub, 2027-01-12 am"; "" for
 * nothing. g_free it. */
char *words_label(const struct problem *problem, const struct label *at);
/* "rooms (service.yaml:70)"; g_free it. */
char *words_use(const struct rule_use *use);
/* "rest, rooms and travel", of texts; g_free it. */
char *words_joined(const GPtrArray *texts);

/* Appends what a line asks for, by its name, or by its tasks and people: "MSK clinic or Duty
 * clinician (of Ann Lee or Bob Hill)". */
void words_line(const struct problem *problem, const struct demand *line, GString *out);

/* Appends what is asked for in which sessions: "MSK clinic at Hove hub every thu pm", "off on Tue
 * 12 Jan am, Tue 12 Jan pm". */
void words_request(const struct problem *problem, const struct session_request *request,
                   GString *out);

/* Appends to whom and what a use applies, where that is not everything:
 * "; only Duty clinician, at Hove hub, tue eve, for 3 people". */
void words_scope(const struct problem *problem, const struct scope *scope, GString *out);

#endif
