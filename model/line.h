/* A line of demand at one place, as the check of rule `cover` reads it, worked out from
 * docs/model.md a second time. For check only: emit has model/demand_cell.h. */
#ifndef ROTA_MODEL_LINE_H
#define ROTA_MODEL_LINE_H

#include "model/problem.h"

/* On the way through the month, period by period. */
struct line {
  const struct demand *demand;
  int site;  /* NONE: its sites together */
  int label; /* the site to speak of, or NONE */
  int usual; /* sessions of an ordinary week; 0 where a week is not cut short */
  bool shut; /* no session of it fits into the hours, and somebody asks all the same */
  /* of the period that is being counted: */
  int period, first_slot, asked, people;
  int moved;                     /* slots in which it is asked for elsewhere */
  int owed;                      /* slots that were taken away, and are not */
  const struct closure *closure; /* what took away the first of these, or NULL: the hours */
  struct {
    bool published;
    int asked, people;
  } beyond; /* what the published days of the week beyond the month's end have of it */
};

/* Does the assignment, in a slot of the line, count there? */
bool line_counts(const struct problem *problem, const struct line *line,
                 const struct assignment *item);
/* Is the site one of those of the place? */
bool line_has_site(const struct problem *problem, const struct line *line, int site);
/* Sessions of an ordinary week in which a site of the line has its hours; of all of the
 * line's, where it is shut. */
int line_usual_sessions(const struct problem *problem, const struct line *line);

/* Is the line about that slot at all? Is it asked for there? */
bool line_is_about(const struct problem *problem, const struct line *line, int slot);
bool line_is_asked(const struct problem *problem, const struct line *line, int slot);
/* Where the line's work goes in a slot in which it is not asked for here, or NONE. */
int line_goes_to(const struct problem *problem, const struct line *line, int slot);
/* Counts the slot, in which nothing is asked, as one that was taken away, if it was. */
void line_count_taken(const struct problem *problem, struct line *line, int slot);

/* The period of such a length that the slot is in. */
int line_period(const struct problem *problem, enum period per, int slot);
/* Reads what is beyond the month's end of the period, if anything is published there. */
void line_read_beyond(const struct problem *problem, struct line *line);
/* The number's share in a week of which the month has only so many sessions, less what is
 * published of it. */
int line_share(const struct line *line, int number, int sessions);

#endif
