/* The geography that `rota init` builds on: six hubs, the fifteen Primary Care
 * Networks of Brighton and Hove, Crawley, Horsham and Mid Sussex, and venues. */
#ifndef ROTA_GENERATOR_PLACES_H
#define ROTA_GENERATOR_PLACES_H

enum place_kind { PLACE_HUB, PLACE_PCN, PLACE_VENUE, PLACE_BUS, PLACE_REMOTE };

struct place {
  const char *id, *name;
  const char *locality;
  const char *hub; /* id of the hub whose staff serve it; its own for a hub */
  const char *ods; /* of a PCN */
  enum place_kind kind;
  int east, north; /* roughly, in 10 m on the national grid, square TQ */
  int patients;    /* of a PCN */
};

enum { HUBS_MAX = 6, PCNS_MAX = 15 };

/* In order of kind; PCNs in the order in which a growing service takes them on. */
extern const struct place places[];
extern const int places_count;

/* Door to door, to the next 5 minutes; symmetric. Neither may be remote. */
int place_minutes(const struct place *from, const struct place *to);
int place_minutes_without_car(const struct place *from, const struct place *to);

#endif
