/* A file that a clinician has sent for a month: preferences, or objections to a draft. */
#ifndef ROTA_INPUTS_SENT_FILE_H
#define ROTA_INPUTS_SENT_FILE_H

#include "inputs/reader.h"

/* The file while it is read. */
struct sent_file {
  struct preferences preferences; /* the clinician is known */
  const struct node *clinician, *submitted;
  const struct node *draft; /* of objections: to which; NULL: to the last */
  bool other_month;
};

key_reader key_month; /* struct sent_file: is it of the month that is read? */

/* "2027-01/preferences/amrita.yaml", with keys of a struct sent_file. False: it can't be read, is
 * of another month, or does not say in the words of its name whose it is; which is reported. */
bool sent_file_read(struct reader *reader, const char *folder, const char *name,
                    const struct keys *keys, struct sent_file *out);

#endif
