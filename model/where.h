/* A place in a file that a person wrote, so that every rule and every fact can
 * be traced back to its line. */
#ifndef ROTA_MODEL_WHERE_H
#define ROTA_MODEL_WHERE_H

struct where {
  const char *file; /* path as shown to the user; NULL: built in, no line */
  int line, column; /* from 1; 0: the file as a whole */
};

#endif
