/* References from one thing to another, by id. Each function reports what is
 * not there, with the nearest word that is. */
#ifndef ROTA_INPUTS_REFER_H
#define ROTA_INPUTS_REFER_H

#include "inputs/reader.h"

/* The index of that site, task, clinician or session; NONE: reported. */
int refer(struct reader *reader, enum thing thing, const struct node *node);
/* One or a list of them, each once, as indices in order of writing, for the
 * arena; NULL: reported. */
int *refer_list(struct reader *reader, enum thing thing, const struct node *node, int *count);
/* One or a list of tasks or clinicians as a mask; NULL: reported. */
bool *refer_mask(struct reader *reader, enum thing thing, const struct node *node);
/* One or a list of sites or kinds of site, as a mask; NULL: reported. */
bool *refer_sites(struct reader *reader, const struct node *node);
/* The index of a word in a vocabulary; NONE: reported. */
int refer_word(struct reader *reader, const struct vocabulary *vocabulary, const char *what,
               const struct node *node);

/* Is the task done at the site? If not, that is reported. */
bool refer_is_done_at(struct reader *reader, struct where where, int task, int site);

const char *refer_id(const struct service *service, enum thing thing, int index);

key_reader key_site, key_task, key_clinician, key_block; /* int */
key_reader key_site_mask, key_task_mask;                 /* bool * */

#endif
