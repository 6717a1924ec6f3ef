/* The folders of a service's months, by their names (model/month_id.h), and of how many weeks a
 * period is: `period: {from: 2027-01-04, weeks: 4}` in its month.yaml, and in its history file. */
#ifndef ROTA_INPUTS_MONTH_FOLDERS_H
#define ROTA_INPUTS_MONTH_FOLDERS_H

#include "inputs/reader.h"

extern const struct keys period_keys;

/* The weeks that the mapping says of the period of that id; false: a mistake, in the diagnostics.
 */
bool month_weeks_take(struct reader *reader, const struct node *period, const char *id, int *weeks);
/* That mapping in a file of a calendar month is a mistake. */
void month_weeks_of_calendar(struct reader *reader, const struct node *period, const char *id);
/* By the month.yaml in the folder of that id; 0 for a calendar month. False as above. */
bool month_weeks_read(struct reader *reader, const char *id, int *weeks);

/* The names of the folders named like a month, sorted; g_strfreev them. */
char **month_folders_list(const struct source *source);

struct month_folder {
  const char *id;
  int from, until;         /* its days; of a period that does not say how many, the most */
  bool is_there, is_asked; /* is there such a folder; is it one of those that were asked for? */
};

/* The folders that there are, in order of their first days, and then those that were asked for
 * and are not there. What is read to know the days is set aside, and its mistakes are not told.
 * `trees` as in the reader, or NULL. g_array_unref it; the texts are interned. */
GArray *month_folders_read(struct source *source, GHashTable *trees, const char *const *asked);

#endif
