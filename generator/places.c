/* ODS codes, names and list sizes of PCNs: Organisation Data Service (ePCN, about
 * February 2023) and NHS list sizes of 2022, or QOF 2020/21 where there are none.
 * Contains public sector information licensed under the Open Government Licence
 * v3.0. Hubs, venues and grid references are approximations made for examples. */
#include "generator/places.h"

#define BRIGHTON "Brighton and Hove"
#define MID "Mid Sussex"

const struct place places[] = {
    {"hove", "Hove hub", BRIGHTON, "hove", "", PLACE_HUB, 2860, 1052, 0},
    {"brighton", "Brighton hub", BRIGHTON, "brighton", "", PLACE_HUB, 3222, 1056, 0},
    {"crawley", "Crawley hub", "Crawley", "crawley", "", PLACE_HUB, 2680, 3650, 0},
    {"horsham", "Horsham hub", "Horsham", "horsham", "", PLACE_HUB, 1742, 3090, 0},
    {"haywards-heath", "Haywards Heath hub", MID, "haywards-heath", "", PLACE_HUB, 3350, 2320, 0},
    {"burgess-hill", "Burgess Hill hub", MID, "burgess-hill", "", PLACE_HUB, 3140, 1860, 0},

    {"goldstone", "Goldstone PCN", BRIGHTON, "hove", "U46447", PLACE_PCN, 2920, 1045, 66808},
    {"west-hove", "West Hove PCN", BRIGHTON, "hove", "U14062", PLACE_PCN, 2550, 1055, 42166},
    {"preston-park", "Preston Park Community PCN", BRIGHTON, "brighton", "U09072", PLACE_PCN, 3060,
     1062, 55491},
    {"north-central", "North & Central Brighton PCN", BRIGHTON, "hove", "U55014", PLACE_PCN, 3050,
     1048, 41449},
    {"east-central", "East & Central Brighton PCN", BRIGHTON, "brighton", "U29677", PLACE_PCN, 3250,
     1045, 67997},
    {"deans", "Dean's And Central Brighton PCN", BRIGHTON, "brighton", "U22426", PLACE_PCN, 3180,
     1064, 26680},
    {"crawley-care", "Crawley Care Collaborative PCN", "Crawley", "crawley", "U52694", PLACE_PCN,
     2480, 3780, 46229},
    {"healthy-crawley", "Healthy Crawley PCN", "Crawley", "crawley", "U14816", PLACE_PCN, 2900,
     3650, 49659},
    {"south-crawley", "South Crawley PCN", "Crawley", "crawley", "U33451", PLACE_PCN, 2550, 3500,
     43967},
    {"horsham-central", "Horsham Central PCN", "Horsham", "horsham", "U26939", PLACE_PCN, 1720,
     3070, 57219},
    {"horsham-collab", "Horsham Collaborative PCN", "Horsham", "horsham", "U96386", PLACE_PCN, 1780,
     3000, 32294},
    {"burgess-villages", "Burgess Hill & Villages PCN", MID, "burgess-hill", "U06871", PLACE_PCN,
     3040, 1550, 50124},
    {"east-grinstead", "East Grinstead PCN", MID, "haywards-heath", "U80779", PLACE_PCN, 3940, 3800,
     47118},
    {"heath-central", "Haywards Heath Central PCN", MID, "haywards-heath", "U04725", PLACE_PCN,
     3320, 2380, 32772},
    {"heath-villages", "Haywards Heath Villages PCN", MID, "haywards-heath", "U03364", PLACE_PCN,
     3480, 2550, 32077},

    {"hangleton", "Hangleton community centre", BRIGHTON, "hove", "", PLACE_VENUE, 2680, 1072, 0},
    {"broadfield", "Broadfield community centre", "Crawley", "crawley", "", PLACE_VENUE, 2630, 3470,
     0},
    {"roffey", "Roffey village hall", "Horsham", "horsham", "", PLACE_VENUE, 1950, 3200, 0},
    {"lindfield", "Lindfield community hall", MID, "haywards-heath", "", PLACE_VENUE, 3470, 2540,
     0},
    {"seafront", "Seafront leisure centre", BRIGHTON, "hove", "", PLACE_VENUE, 2880, 1043, 0},

    {"bus", "Mobile clinic", BRIGHTON, "brighton", "", PLACE_BUS, 3000, 2200, 0},
    {"remote", "Remote (any desk)", "", "", "", PLACE_REMOTE, 0, 0, 0},
};

const int places_count = (int)(sizeof places / sizeof *places);

/* Whole square root, rounded down; floating point could differ between machines. */
static int square_root(int number)
{
  int root = 0;
  while ((root + 1) * (root + 1) <= number)
    root++;
  return root;
}

/* Minutes to set out and arrive, and a pace for the way between. */
static int minutes(const struct place *from, const struct place *to, int start, int per_10_km)
{
  int east = (from->east - to->east) / 10, north = (from->north - to->north) / 10;
  int hundred_metres = square_root(east * east + north * north);
  int exact = start + hundred_metres * per_10_km / 100;
  return (exact + 4) / 5 * 5;
}

int place_minutes(const struct place *from, const struct place *to)
{
  return minutes(from, to, 6, 15);
}

int place_minutes_without_car(const struct place *from, const struct place *to)
{
  return minutes(from, to, 10, 40);
}
