/* Drafts of a month's rota, shown to clinicians before it is published: beside its versions, as
 * history/2027-01/draft-1.yaml, with the rota as draft-1.json and draft-1.csv. */
#ifndef ROTA_INPUTS_DRAFT_FILE_H
#define ROTA_INPUTS_DRAFT_FILE_H

#include "inputs/node.h"
#include "model/draft.h"

#include <glib.h>

/* Of its files' names, before the number: see source_numbers. */
#define DRAFT_PREFIX "draft-"

/* "history/2027-01/draft-2.yaml"; g_free it. */
char *draft_path(const char *month_id, int number, const char *suffix);

/* What the file says; what it does not say rightly is not stated. */
struct draft draft_parse(const struct node *file, int number);
/* As that reads it; g_free it. */
char *draft_text(const struct draft *draft, const char *month_id, const char *program);

/* The hash of a rota's assignments, GArray of struct rota_row (rota_reader.h), whatever their
 * order; g_free it. */
char *draft_sha256(const GArray *rows);

#endif
