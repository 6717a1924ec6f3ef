/* A service to start from, as `rota init` writes it: sites, clinicians, demand,
 * policy, and a month with its leave, events and preferences, sized by the number
 * of clinicians. Places are those of Sussex; people are fictional. The same
 * settings make the same files, on any machine. */
#ifndef ROTA_GENERATOR_GENERATOR_H
#define ROTA_GENERATOR_GENERATOR_H

#include "model/bank_holidays.h"

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

enum { GENERATOR_CLINICIANS_LEAST = 8, GENERATOR_CLINICIANS_MOST = 400 };
/* The years whose bank holidays inputs/ knows: others it would refuse to read. */
enum {
  GENERATOR_YEAR_LEAST = BANK_HOLIDAYS_FIRST_YEAR,
  GENERATOR_YEAR_MOST = BANK_HOLIDAYS_LAST_YEAR
};

struct generator_settings {
  int clinicians;    /* within the bounds above, as is the year */
  uint64_t seed;     /* decides all that is random */
  int year, month;   /* the month to plan; 1 is January */
  const char *name;  /* of the service, characters that can be printed; NULL: after its area */
  bool random_rules; /* rules, weights and limits drawn at random, to test with */
};

struct generator_file {
  char *path; /* relative to the service's folder: "2027-01/leave.csv" */
  char *text; /* UTF-8 */
};

/* All files of the service, as struct generator_file; g_ptr_array_unref it. */
GPtrArray *generator_files_make(const struct generator_settings *settings);

#endif
