/* Single values: numbers, texts, dates, times, ids. Each function reports a
 * value that is wrong and then leaves `out` as it was and returns false. */
#ifndef ROTA_INPUTS_VALUE_H
#define ROTA_INPUTS_VALUE_H

#include "inputs/reader.h"

enum { ID_LENGTH_MAX = 40, NAME_LENGTH_MAX = 100 };

/* Any text of at least one character; borrowed from the node. */
bool value_text(struct reader *reader, const struct node *node, const char *what, const char **out);
/* The text without the marks that turn the direction of whatever follows it: of a name they show
 * nothing, and beside others, on a terminal or in a file, they hide who is who. g_free it. */
char *value_without_turning(const char *text);
bool value_number(struct reader *reader, const struct node *node, int least, int most, int *out);
/* A number with at most two decimals, in hundredths; so are the bounds. */
bool value_hundredths(struct reader *reader, const struct node *node, int least, int most,
                      int *out);
bool value_switch(struct reader *reader, const struct node *node, bool *out);
bool value_is_switch(const struct node *node, bool *out); /* the same, and no mistake if not */
bool value_date(struct reader *reader, const struct node *node, int *out);
/* One of the words, NULL-terminated, as its index. */
bool value_choice(struct reader *reader, const struct node *node, const char *const *words,
                  int *out);
/* "08:30" as minutes since midnight; up to "24:00". */
bool value_clock(struct reader *reader, const struct node *node, int *out);
/* "07:30-20:00" */
bool value_clocks(struct reader *reader, const struct node *node, int *from, int *until);

/* A band of Agenda for Change, 2 to 9; 8a to 8d are 8. */
bool value_band(struct reader *reader, const struct node *node, int *out);

/* Is it well formed ([a-z0-9][a-z0-9_-]*), short and not a word that means
 * something else? `what`: "site". */
bool value_is_id(struct reader *reader, const struct node *node, const char *what);
/* A word of the service's own making, such as a skill or tag: formed as an id. */
bool value_word(struct reader *reader, const struct node *node, const char *what, const char **out);

/* Is `until` not before `from`? Either may be DATE_NONE, which is fine. */
bool value_in_order(struct reader *reader, struct where where, int from, int until);
/* Warns of dates more than a year apart, as of a year that is mistyped. */
void value_check_length(struct reader *reader, struct where where, int from, int until);

/* Readers of single fields, for tables of keys. */
key_reader key_text;           /* const char *, at most NAME_LENGTH_MAX characters */
key_reader key_number;         /* int, between key.least and key.most */
key_reader key_hundredths;     /* int, in hundredths, as key.least and key.most are */
key_reader key_switch;         /* bool */
key_reader key_date;           /* int */
key_reader key_calendar_month; /* int, the first day of a calendar month such as 2027-01 */
key_reader key_band;           /* int */
key_reader key_choice;         /* int, index in key.words */

#endif
