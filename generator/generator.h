/* A service to start from, as `rota init` writes it: sites, clinicians, demand,
 * policy, and a month with its leave, events and preferences, sized by the number
 * of clinicians. Places are those of Sussex; people are fictional. The same
 * settings make the same files, on any machine. */
#ifndef ROTA_GENERATOR_GENERATOR_H
#define ROTA_GENERATOR_GENERATOR_H

#include "model/bank_holidays.h"
#include "model/month_id.h"

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

enum { GENERATOR_CLINICIANS_LEAST = 8, GENERATOR_CLINICIANS_MOST = 400 };
/* A PCN takes three clinicians to see its patients, a hub ten to be a team, but the first, and
 * evenings sixteen, for who works them is not there in the morning. */
enum {
  GENERATOR_CLINICIANS_A_PCN = 3,
  GENERATOR_CLINICIANS_A_HUB = 10,
  GENERATOR_CLINICIANS_EVENINGS = 16
};
/* The years whose bank holidays inputs/ knows: others it would refuse to read. */
enum {
  GENERATOR_YEAR_LEAST = BANK_HOLIDAYS_FIRST_YEAR,
  GENERATOR_YEAR_MOST = BANK_HOLIDAYS_LAST_YEAR
};
/* So many weeks hold all that happens in a month: an appointment day falls in the third. */
enum { GENERATOR_WEEKS_LEAST = 4, GENERATOR_WEEKS_MOST = MONTH_WEEKS_MAX };

struct generator_settings {
  int clinicians;    /* within the bounds above, as are the weeks and the years of all days */
  int pcns, hubs;    /* at most those below; 0: as many as a service of this size has */
  bool evenings;     /* it is open in the evening, as larger services are in any case; with
                      * GENERATOR_CLINICIANS_EVENINGS or more */
  uint64_t seed;     /* decides all that is random */
  int first;         /* what is to be planned begins on that day (date.h): of a month its 1st */
  int weeks;         /* so many from then on; 0: the calendar month */
  const char *name;  /* of the service, characters that can be printed; NULL: after its area */
  bool random_rules; /* rules, weights and limits drawn at random, to test with */
};

struct generator_file {
  char *path; /* relative to the service's folder: "2027-01/leave.csv" */
  char *text; /* UTF-8 */
};

/* The most PCNs that so many clinicians serve, and the most hubs that they keep: no more than
 * PCNs (0: as many as there may be). */
int generator_pcns_most(int clinicians);
int generator_hubs_most(int clinicians, int pcns);

/* As many as a service of that size has, if nothing is said of them. */
int generator_pcns_usual(int clinicians);
int generator_hubs_usual(int clinicians, int pcns);

/* All files of the service, as struct generator_file; g_ptr_array_unref it. */
GPtrArray *generator_files_make(const struct generator_settings *settings);

#endif
