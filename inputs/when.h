/* Sessions as people write them: "mon-fri am pm", "all", "2027-01-12 pm". */
#ifndef ROTA_INPUTS_WHEN_H
#define ROTA_INPUTS_WHEN_H

#include "inputs/reader.h"

/* A pattern or a list of them, which add up, into out->blocks; its dates stay.
 * Days alone mean all sessions of those days; sessions alone mean every day. */
bool when_pattern(struct reader *reader, const struct node *node, struct pattern *out);
/* Sessions without days: "am", "am pm", [am, pm], all. */
bool when_blocks(struct reader *reader, const struct node *node, uint8_t *out);
/* Days without sessions, "mon-fri" or "mon, wed", marked in days[WEEK_DAYS]. */
bool when_days(struct reader *reader, const struct node *node, bool *days);
/* "2027-01-12 pm": a date and sessions; all of the day's if none is named. */
bool when_dated(struct reader *reader, const struct node *node, int *date, uint8_t *blocks);
/* {mon-fri: [am, pm], tue: [eve]}: entries add up. */
bool when_week(struct reader *reader, const struct node *node, struct pattern *out);

key_reader key_pattern; /* struct pattern: its blocks */
key_reader key_monday;  /* int: a date that is a Monday */
key_reader key_from;    /* struct pattern: its first date */
key_reader key_until;   /* struct pattern: its last date */
key_reader key_blocks;  /* uint8_t */

#endif
