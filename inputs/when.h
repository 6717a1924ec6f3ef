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

/* In which weeks of a cycle a pattern holds, as it is written beside it. */
struct when_turns {
  const struct node *weeks;
  int of; /* weeks in the cycle; 0: not said */
};
/* The keys of it, in a table of keys of `type`, whose members are the pattern and the turns.
 * NOLINTBEGIN(bugprone-macro-parentheses): a member takes none */
#define WHEN_TURNS_KEYS(type, pattern, turns)                                                      \
  {.name = "cycle", .read = key_monday, .offset = offsetof(type, pattern.cycle)},                  \
      {.name = "weeks", .read = key_node, .offset = offsetof(type, turns.weeks)},                  \
  {                                                                                                \
    .name = "of", .read = key_number, .offset = offsetof(type, turns.of), .least = 1,              \
    .most = CYCLE_WEEKS_MAX                                                                        \
  }
/* NOLINTEND(bugprone-macro-parentheses) */
/* Puts them into the pattern; the cycle has `usual` weeks where that is not said. */
void when_take_turns(struct reader *reader, const struct node *node, const struct when_turns *turns,
                     int usual, struct pattern *when);
enum { WHEN_CYCLE_WEEKS = 4 }; /* of a cycle that doesn't say */

key_reader key_pattern; /* struct pattern: its blocks */
key_reader key_monday;  /* int: a date that is a Monday */
key_reader key_from;    /* struct pattern: its first date */
key_reader key_until;   /* struct pattern: its last date */
key_reader key_blocks;  /* uint8_t */

#endif
