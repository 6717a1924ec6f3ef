#include "tests/support/sample.h"

#include <glib.h>

enum { DAYS = 20, SLOTS = 2 * DAYS, WEEKS = 4 };
enum task { CLINIC, SPINE, FCP, DUTY, CALLS, SUPPORT };

struct person {
  bool spine, fcp, senior;
  bool present[SLOTS];
  int owed; /* sessions */
  int likes[6], near[4], n_near, near_likes[4];
};

struct month {
  struct programme *p;
  GRand *rand;
  int clinicians, hubs, practices;
  struct person *people;
};

static int remote(const struct month *m)
{
  return m->hubs + m->practices;
}

static int below(struct month *m, int n)
{
  return g_rand_int_range(m->rand, 0, n);
}

static bool chance(struct month *m, int percent)
{
  return below(m, 100) < percent;
}

static void draw_person(struct month *m, struct person *person)
{
  person->spine = chance(m, 25);
  person->fcp = chance(m, 35);
  person->senior = chance(m, 40);
  int days = 3 + below(m, 3), away = below(m, 3) == 0 ? below(m, DAYS) : DAYS;
  for (int slot = 0; slot < SLOTS; slot++) {
    int day = slot / 2;
    person->present[slot] = day % 5 < days && (day < away || day >= away + 4);
    person->owed += person->present[slot];
  }
  person->owed = person->owed * 9 / 10;
  person->near[person->n_near++] = below(m, m->hubs);
  if (m->hubs > 1)
    person->near[person->n_near++] = (person->near[0] + 1) % m->hubs;
  for (int k = 0; k < 2 && person->fcp && m->practices > k; k++)
    person->near[person->n_near++] =
        m->hubs + (person->near[0] * m->practices / m->hubs + k) % m->practices;
  for (int task = 0; task < 6; task++)
    person->likes[task] = chance(m, 30) ? below(m, 5) - 2 : 0;
  for (int k = 0; k < person->n_near; k++)
    person->near_likes[k] = chance(m, 40) ? below(m, 5) - 2 : 0;
}

static void place(struct month *m, int clinician, int slot, enum task task, int site, int points)
{
  programme_add_column(m->p, (struct column){.upper = 1,
                                             .cost = -points,
                                             .placement = true,
                                             .label = {0, clinician, slot, (int)task, site}});
}

static void add_placements(struct month *m)
{
  for (int c = 0; c < m->clinicians; c++) {
    const struct person *person = &m->people[c];
    for (int slot = 0; slot < SLOTS; slot++) {
      if (!person->present[slot])
        continue;
      for (int k = 0; k < person->n_near; k++) {
        int site = person->near[k], points = person->near_likes[k];
        if (site >= m->hubs) {
          place(m, c, slot, FCP, site, points + person->likes[FCP]);
          continue;
        }
        place(m, c, slot, CLINIC, site, points + person->likes[CLINIC]);
        if (person->spine)
          place(m, c, slot, SPINE, site, points + person->likes[SPINE]);
        if (person->senior)
          place(m, c, slot, DUTY, site, points + person->likes[DUTY]);
      }
      place(m, c, slot, CALLS, remote(m), person->likes[CALLS]);
      place(m, c, slot, SUPPORT, remote(m), person->likes[SUPPORT]);
    }
  }
}

/* Terms of the placements that fit; -1 for any. How many. */
static int sum(struct month *m, int c, int from, int to, int task, int site, int64_t coefficient)
{
  int before = m->p->n_terms;
  for (int j = 0; j < m->p->n_columns && m->p->columns[j].placement; j++) {
    const struct label *l = &m->p->columns[j].label;
    if ((c < 0 || l->clinician == c) && l->slot >= from && l->slot < to &&
        (task < 0 || l->task == task) && (site < 0 || l->site == site))
      programme_add_term(m->p, j, coefficient);
  }
  return m->p->n_terms - before;
}

static struct label at(int use, int c, int slot, int task, int site)
{
  return (struct label){use, c, slot, task, site};
}

/* A column of what is missing (+1) or too much (-1) in the open row. */
static void priced(struct month *m, int64_t coefficient, int64_t most, int64_t cost, struct label l)
{
  int column = programme_add_column(m->p, (struct column){.upper = most, .cost = cost, .label = l});
  programme_add_term(m->p, column, coefficient);
}

static void close_row(struct month *m, int64_t lower, int64_t upper, struct label l)
{
  programme_add_row(m->p, lower, upper, l);
}

static void at_least(struct month *m, int64_t need, int64_t price, struct label l)
{
  priced(m, 1, need, price, l);
  close_row(m, need, PROGRAMME_INFINITY, l);
}

static void add_cover(struct month *m)
{
  for (int slot = 0; slot < SLOTS; slot++) {
    for (int hub = 0; hub < m->hubs; hub++) {
      struct label l = at(1, -1, slot, CLINIC, hub);
      sum(m, -1, slot, slot + 1, CLINIC, hub, 1);
      at_least(m, 5, 100, l);
      sum(m, -1, slot, slot + 1, CLINIC, hub, 1);
      at_least(m, 8, 20, l);
      sum(m, -1, slot, slot + 1, -1, hub, 1);
      close_row(m, 0, 10, at(2, -1, slot, -1, hub));
      if (slot % 5 == hub % 5) {
        sum(m, -1, slot, slot + 1, SPINE, hub, 1);
        at_least(m, 2, 100, at(3, -1, slot, SPINE, hub));
      }
    }
    sum(m, -1, slot, slot + 1, DUTY, -1, 1);
    priced(m, 1, 1, 100, at(4, -1, slot, DUTY, -1));
    close_row(m, 1, 1, at(4, -1, slot, DUTY, -1));
  }
  for (int week = 0; week < WEEKS; week++)
    for (int k = 0; k < m->practices; k++) {
      sum(m, -1, week * 10, week * 10 + 10, FCP, m->hubs + k, 1);
      at_least(m, 7, 100, at(5, -1, week * 10, FCP, m->hubs + k));
    }
}

/* Nobody works at two sites in a day, but for remote work after a practice. */
static void add_travel(struct month *m, int c)
{
  const struct person *person = &m->people[c];
  for (int slot = 0; slot < SLOTS; slot += 2)
    for (int k = 0; k < person->n_near; k++) {
      int before = m->p->n_terms;
      sum(m, c, slot, slot + 1, -1, person->near[k], 1);
      for (int other = 0; other < person->n_near; other++)
        if (other != k)
          sum(m, c, slot + 1, slot + 2, -1, person->near[other], 1);
      if (m->p->n_terms - before > 1)
        close_row(m, 0, 1, at(6, c, slot, -1, person->near[k]));
      else
        programme_drop_terms(m->p);
    }
}

static void add_fairness(struct month *m, int c)
{
  int64_t range = 0;
  for (int slot = 0; slot < SLOTS; slot++) {
    int64_t best = 0;
    for (int j = 0; j < m->p->n_columns && m->p->columns[j].placement; j++)
      if (m->p->columns[j].label.clinician == c && m->p->columns[j].label.slot == slot)
        best = MAX(best, -m->p->columns[j].cost);
    range += best;
  }
  for (int level = 40; range > 0 && level <= 80; level += 40) {
    for (int j = 0; j < m->p->n_columns && m->p->columns[j].placement; j++)
      if (m->p->columns[j].label.clinician == c && m->p->columns[j].cost != 0)
        programme_add_term(m->p, j, -100 * m->p->columns[j].cost);
    priced(m, range, 1000, 1, at(7, c, -1, -1, -1));
    close_row(m, level * range, PROGRAMME_INFINITY, at(7, c, -1, -1, -1));
  }
}

static void add_person(struct month *m, int c)
{
  const struct person *person = &m->people[c];
  for (int slot = 0; slot < SLOTS; slot++)
    if (sum(m, c, slot, slot + 1, -1, -1, 1) > 0)
      close_row(m, 0, 1, at(0, c, slot, -1, -1));
  sum(m, c, 0, SLOTS, -1, -1, 1);
  priced(m, 1, 100, 15, at(8, c, -1, -1, -1));
  priced(m, -1, 2, 15, at(8, c, -1, -1, -1));
  close_row(m, person->owed, person->owed, at(8, c, -1, -1, -1));
  sum(m, c, 0, SLOTS, SUPPORT, -1, 1);
  at_least(m, person->owed / 8, 30, at(9, c, -1, SUPPORT, -1));
  for (int week = 0; week < WEEKS && person->senior; week++)
    if (sum(m, c, week * 10, week * 10 + 10, DUTY, -1, 1) > 0)
      close_row(m, 0, 1, at(10, c, week * 10, DUTY, -1));
  add_travel(m, c);
  add_fairness(m, c);
}

static void add_ratio(struct month *m)
{
  static const enum task generalist[] = {CLINIC, FCP, CALLS};
  for (int side = 0; side < 2; side++) {
    for (int k = 0; k < 3; k++)
      sum(m, -1, 0, SLOTS, (int)generalist[k], -1, side == 0 ? 15 : -25);
    sum(m, -1, 0, SLOTS, SPINE, -1, side == 0 ? -85 : 75);
    priced(m, -100, 100000, 4, at(11, -1, -1, -1, -1));
    close_row(m, -PROGRAMME_INFINITY, 0, at(11, -1, -1, -1, -1));
  }
}

struct programme *sample_month(int clinicians, uint64_t seed)
{
  struct month m = {.p = programme_new(),
                    .rand = g_rand_new_with_seed((guint32)seed),
                    .clinicians = clinicians,
                    .hubs = MAX(1, clinicians / 22),
                    .practices = clinicians / 10,
                    .people = g_new0(struct person, (gsize)clinicians)};
  for (int c = 0; c < clinicians; c++)
    draw_person(&m, &m.people[c]);
  add_placements(&m);
  add_cover(&m);
  for (int c = 0; c < clinicians; c++)
    add_person(&m, c);
  add_ratio(&m);
  g_rand_free(m.rand);
  g_free(m.people);
  return m.p;
}
