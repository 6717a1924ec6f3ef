/* travel and travel.csv: minutes from site to site. */
#include "inputs/csv.h"
#include "inputs/refer.h"
#include "inputs/sections.h"
#include "inputs/value.h"

/* A way longer than a session is hardly meant. */
enum { DEFAULT_MINUTES = 30, LONG_MINUTES = 180 };

/* The section. */
struct ways {
  int usual, home;
};

struct leg {
  int from, to, minutes, without_car;
};

static const struct key travel_table[] = {
    {.name = "default",
     .read = key_number,
     .offset = offsetof(struct ways, usual),
     .least = 0,
     .most = TRAVEL_MINUTES_MAX},
    {.name = "home_minutes",
     .read = key_number,
     .offset = offsetof(struct ways, home),
     .least = 0,
     .most = TRAVEL_MINUTES_MAX},
};
const struct keys travel_keys = KEYS_OF("travel", travel_table);

static const struct key columns_table[] = {
    {.name = "from", .read = key_site, .offset = offsetof(struct leg, from), .required = true},
    {.name = "to", .read = key_site, .offset = offsetof(struct leg, to), .required = true},
    {.name = "minutes",
     .read = key_number,
     .offset = offsetof(struct leg, minutes),
     .least = 0,
     .most = TRAVEL_MINUTES_MAX,
     .required = true},
    {.name = "without_car",
     .read = key_number,
     .offset = offsetof(struct leg, without_car),
     .least = 0,
     .most = TRAVEL_MINUTES_MAX},
};
const struct keys travel_columns = KEYS_OF("a row", columns_table);

static void set_leg(struct service *service, int from, int to, const struct leg *leg)
{
  int cell = from * service->n_sites + to;
  service->travel_minutes[cell] = leg->minutes;
  service->travel_minutes_without_car[cell] =
      leg->without_car == UNLIMITED ? 2 * leg->minutes : leg->without_car;
}

static void look_at(struct reader *reader, struct where where, const char *what, int minutes)
{
  if (minutes > LONG_MINUTES)
    diagnostics_warning(reader->diagnostics, where,
                        "'%s' of %d is over %d hours one way; are these minutes?", what, minutes,
                        LONG_MINUTES / 60);
}

static void take_row(struct reader *reader, const struct node *row, void *context)
{
  struct service *service = reader->draft;
  struct where *written = service->travel_rows;
  struct leg leg = {NONE, NONE, UNLIMITED, UNLIMITED};
  (void)context;
  reader_map(reader, row, &travel_columns, &leg);
  if (leg.from == NONE || leg.to == NONE || leg.minutes == UNLIMITED)
    return;
  if (leg.from == leg.to) {
    diagnostics_error(reader->diagnostics, row->where, "from '%s' to itself",
                      service->sites[leg.from].id);
    return;
  }
  struct where *mark = &written[leg.from * service->n_sites + leg.to];
  if (mark->line) {
    diagnostics_error(reader->diagnostics, row->where,
                      "this journey is here twice; first on line %d", mark->line);
    return;
  }
  *mark = row->where;
  look_at(reader, row->where, "minutes", leg.minutes);
  look_at(reader, row->where, "without_car", leg.without_car);
  set_leg(service, leg.from, leg.to, &leg);
  if (!written[leg.to * service->n_sites + leg.from].line)
    set_leg(service, leg.to, leg.from, &leg);
}

static void set_defaults(struct service *service, int minutes)
{
  for (int from = 0; from < service->n_sites; from++)
    for (int to = 0; to < service->n_sites; to++) {
      bool still = from == to || service->sites[from].remote || service->sites[to].remote;
      struct leg leg = {from, to, still ? 0 : minutes, UNLIMITED};
      set_leg(service, from, to, &leg);
    }
}

void travel_read(struct reader *reader, const struct node *travel)
{
  struct service *service = reader->draft;
  int cells = service->n_sites * service->n_sites;
  struct ways ways = {.usual = DEFAULT_MINUTES};
  if (travel && reader_map(reader, travel, &travel_keys, &ways)) {
    look_at(reader, travel->where, "default", ways.usual);
    look_at(reader, travel->where, "home_minutes", ways.home);
  }
  service->home_minutes = ways.home;
  service->travel_minutes = ARENA_NEW(service->arena, int, cells);
  service->travel_minutes_without_car = ARENA_NEW(service->arena, int, cells);
  set_defaults(service, ways.usual);
  service->travel_rows = ARENA_NEW(service->arena, struct where, cells);
  csv_read(reader, "travel.csv", &travel_columns, take_row, NULL);
}
