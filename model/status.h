/* What a function that can fail returns. A solver's verdict is not in here:
 * "infeasible" is an answer, not an error. */
#ifndef ROTA_MODEL_STATUS_H
#define ROTA_MODEL_STATUS_H

enum status {
  STATUS_OK = 0,
  STATUS_BAD_INPUT, /* what a person wrote is wrong; the diagnostics say where */
  STATUS_IO,        /* a file could not be read or written */
  STATUS_INTERNAL,  /* a library refused something it should not have */
};

#endif
