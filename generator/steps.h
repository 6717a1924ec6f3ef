/* The steps that make a plan, in order. Each has a file of its own, and reads what
 * the steps before it have decided. */
#ifndef ROTA_GENERATOR_STEPS_H
#define ROTA_GENERATOR_STEPS_H

#include "generator/plan.h"

/* All of them. */
void plan_decide(struct plan *plan);

void plan_set_out(struct plan *plan);   /* sites, services offered, the calendar */
void plan_hire(struct plan *plan);      /* bands, contracts, skills */
void plan_fill_week(struct plan *plan); /* working patterns */
void plan_post(struct plan *plan);      /* where people go, named FCPs, supervisors */
/* More named FCPs where those of a PCN have not the time for their share of its sessions; in
 * hundredths a week, what each person has for patients off duty. A part of plan_ask. */
void plan_name_more(struct plan *plan, const int *off_duty);
void plan_arrange(struct plan *plan);    /* agreed patterns, joiners and leavers */
void plan_ask(struct plan *plan);        /* rooms and demand */
void plan_fill_month(struct plan *plan); /* leave, locks */

#endif
