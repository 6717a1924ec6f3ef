/* What a column, a row or a finding is about; NONE (-1) where it is about no
 * one in particular. This is all that the solver knows of the domain. */
#ifndef ROTA_MODEL_LABEL_H
#define ROTA_MODEL_LABEL_H

struct label {
  int use; /* which use of a rule put it there, in service.uses */
  int clinician, slot, task, site;
};

#define LABEL_NONE ((struct label){-1, -1, -1, -1, -1})

#endif
