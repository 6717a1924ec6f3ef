/* How the published months hang on each other: each names the file it was published
 * upon by its hash, and one that came late the last month of then. */
#ifndef ROTA_INPUTS_HISTORY_LINKS_H
#define ROTA_INPUTS_HISTORY_LINKS_H

#include "inputs/reader.h"

struct history_link {
  const struct source_file *file;
  const char *previous;      /* the hash it states of the file before it; NULL: there was none */
  const struct node *inputs; /* all that was read for it, by path; NULL: not stated */
  int late_on;               /* of a month that was published after a later one: when, */
  const char *late_after;    /* after which, NULL unless it was late, */
  const char *after_sha256;  /* and the hash of that one's file */
};

extern const struct keys history_late_keys;

/* Reads the value of `late` into the link. */
void history_link_read_late(struct reader *reader, const struct node *node,
                            struct history_link *link);

/* Was the other month there when this one was published? */
bool history_link_has_read(const struct history_link *link, const struct history_link *other);

/* The accounts of the other month as they were when this one was published upon it, where they have
 * been replaced since; NULL: they have not, or nothing is kept of them. */
const struct node *history_link_accounts_of_then(struct reader *reader,
                                                 const struct history_link *link,
                                                 const struct history_link *other);

/* struct history_link, by month: warns of each that no longer hangs on what it states. */
void history_links_compare(struct reader *reader, const GArray *links);

#endif
