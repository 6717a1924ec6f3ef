#include "planning/shortfall.h"

const char *const shortfall_kind_names[SHORTFALL_KINDS] = {"need", "cover", "other", "target",
                                                           "over"};

/* What a cell of demand lacks, to be matched with the finding that prices it. */
struct lack {
  enum shortfall_kind kind;
  struct demand_cell cell;
  int task, slot, missing;
  bool used;
};

static int count_people(const struct audit *audit, const struct demand_cell *cell)
{
  const struct rota *rota = audit->rota;
  int task = audit->problem->demands[cell->demand].task, from, end, people = 0;
  demand_cell_slots(audit->problem, cell, &from, &end);
  for (int i = rota->slot[from]; i < rota->slot[end]; i++) {
    const struct assignment *item = &rota->items[rota->in_slot[i]];
    people += item->task == task && demand_cell_has(audit->problem, cell, item->slot, item->site);
  }
  return people;
}

static void add_lack(GArray *lacks, const struct audit *audit, const struct demand_cell *cell,
                     enum shortfall_kind kind, int missing)
{
  const struct demand *demand = &audit->problem->demands[cell->demand];
  struct lack lack = {.kind = kind, .cell = *cell, .task = demand->task, .missing = missing};
  int end;
  demand_cell_slots(audit->problem, cell, &lack.slot, &end);
  if (demand->per == PERIOD_MONTH)
    lack.slot = NONE;
  if (missing > 0)
    g_array_append_val(lacks, lack);
}

static GArray *find_lacks(const struct audit *audit)
{
  GArray *lacks = g_array_new(FALSE, FALSE, sizeof(struct lack));
  for (int d = 0; d < audit->problem->n_demands; d++) {
    int count;
    g_autofree struct demand_cell *cells = demand_cells(audit->problem, d, &count);
    for (int i = 0; i < count; i++) {
      const struct demand_cell *cell = &cells[i];
      int people = count_people(audit, cell);
      add_lack(lacks, audit, cell, SHORTFALL_NEED, cell->need - people);
      add_lack(lacks, audit, cell, SHORTFALL_TARGET, cell->target - MAX(people, cell->need));
      if (cell->most != UNLIMITED)
        add_lack(lacks, audit, cell, SHORTFALL_OVER, people - cell->most);
    }
  }
  return lacks;
}

static struct lack *match(GArray *lacks, const struct finding *finding)
{
  for (guint i = 0; i < lacks->len; i++) {
    struct lack *lack = &g_array_index(lacks, struct lack, i);
    if (!lack->used && lack->task == finding->at.task && lack->slot == finding->at.slot &&
        lack->missing == finding->violation &&
        (lack->cell.site == NONE || lack->cell.site == finding->at.site))
      return lack;
  }
  return NULL;
}

static int compare(int64_t a, int64_t b)
{
  return (a > b) - (a < b);
}

/* Need and cover are one to whoever waits for the clinic. */
static int rank(enum shortfall_kind kind)
{
  return kind == SHORTFALL_COVER ? SHORTFALL_NEED : (int)kind;
}

/* A rule may price several things; cover is what its own weight is for. */
static enum shortfall_kind kind_of(const struct rule_use *use, const struct finding *finding)
{
  bool cover = finding->at.clinician == NONE && finding->price == rule_use_price(use);
  return cover ? SHORTFALL_COVER : SHORTFALL_OTHER;
}

static gint worst_first(gconstpointer left, gconstpointer right)
{
  const struct shortfall *a = left, *b = right;
  const struct label *at = &a->finding->at, *bt = &b->finding->at;
  /* A hard limit's price is negative: dearer than any other. */
  int64_t a_price = a->finding->price < 0 ? INT64_MAX : a->finding->price;
  int64_t b_price = b->finding->price < 0 ? INT64_MAX : b->finding->price;
  int order = rank(a->kind) - rank(b->kind);
  order = order ? order : compare(b_price, a_price);
  order = order ? order : compare(b->finding->violation, a->finding->violation);
  order = order ? order : compare(at->slot, bt->slot);
  order = order ? order : compare(at->site, bt->site);
  order = order ? order : compare(at->task, bt->task);
  order = order ? order : compare(at->clinician, bt->clinician);
  return order ? order : compare(at->use, bt->use);
}

GArray *shortfalls_new(const struct audit *audit)
{
  GArray *out = g_array_new(FALSE, FALSE, sizeof(struct shortfall));
  GArray *lacks = find_lacks(audit);
  for (guint i = 0; i < audit->findings->len; i++) {
    const struct finding *finding = &g_array_index(audit->findings, struct finding, i);
    const struct rule_use *use = &audit->problem->service->uses[finding->at.use];
    struct shortfall shortfall = {.kind = kind_of(use, finding), .finding = finding};
    if (use->rule->nature != RULE_ELASTIC || finding->violation <= 0)
      continue;
    struct lack *lack = match(lacks, finding);
    if (lack) {
      lack->used = true;
      shortfall.kind = lack->kind;
      shortfall.cell = lack->cell;
    }
    g_array_append_val(out, shortfall);
  }
  g_array_free(lacks, TRUE);
  g_array_sort(out, worst_first); /* GLib's array sort is stable */
  return out;
}

int64_t shortfalls_missing(const GArray *shortfalls, enum shortfall_kind kind)
{
  int64_t out = 0;
  for (guint i = 0; i < shortfalls->len; i++) {
    const struct shortfall *shortfall = &g_array_index(shortfalls, struct shortfall, i);
    if (shortfall->kind == kind)
      out += shortfall->finding->violation;
  }
  return out;
}
