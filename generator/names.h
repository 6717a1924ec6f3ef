/* Names for fictional members of staff. */
#ifndef ROTA_GENERATOR_NAMES_H
#define ROTA_GENERATOR_NAMES_H

#include "model/dice.h"

struct person_name {
  char *id;   /* "tom", "tom-b": the shortest that nobody before has */
  char *full; /* "Tom Barnes" */
};

/* `count` people, no two of the same name or id. Free with names_free. */
struct person_name *names_draw(struct dice *dice, int count);
void names_free(struct person_name *names, int count);

#endif
