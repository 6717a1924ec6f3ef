#include "model/audit.h"
#include "model/formulation.h"
#include "model/rule.h"
#include "model/words.h"

#include <string.h>

static void emit_site(struct formulation *formulation, const struct rule_use *use, int slot,
                      int site, int kind)
{
  const struct problem *problem = formulation->problem;
  for (int i = formulation->slot_first[slot]; i < formulation->slot_first[slot + 1]; i++) {
    int candidate = formulation->slot_candidates[i];
    const struct assignment *at = &problem->candidates[candidate];
    if (at->site == site && problem->service->tasks[at->task].room == kind)
      formulation_term(formulation, candidate, 1);
  }
  struct label label = formulation_label(formulation);
  label.slot = slot;
  label.site = site;
  formulation_limit(formulation, label, -PROGRAMME_INFINITY,
                    problem->service->sites[site].rooms[kind], 1, rule_use_price(use));
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  const struct service *service = formulation->problem->service;
  for (int site = 0; site < service->n_sites; site++)
    for (int kind = 0; kind < service->room_kinds.count; kind++)
      if (!service->sites[site].remote && service->sites[site].rooms[kind] != UNLIMITED)
        for (int slot = 0; slot < formulation->problem->month->n_slots; slot++)
          emit_site(formulation, use, slot, site, kind);
}

/* Rooms of each kind taken in a slot: taken[site * kinds + kind]. */
static void count_taken(const struct audit *audit, int slot, int *taken)
{
  const struct service *service = audit->problem->service;
  const struct rota *rota = audit->rota;
  for (int i = rota->slot[slot]; i < rota->slot[slot + 1]; i++) {
    const struct assignment *item = &rota->items[rota->in_slot[i]];
    int kind = service->tasks[item->task].room;
    if (kind != NONE)
      taken[item->site * service->room_kinds.count + kind]++;
  }
}

static void check_slot(struct audit *audit, const struct rule_use *use, int slot)
{
  const struct service *service = audit->problem->service;
  int n_kinds = service->room_kinds.count;
  g_autofree int *taken = g_new0(int, (gsize)(service->n_sites * n_kinds) + 1);
  count_taken(audit, slot, taken);
  for (int i = 0; i < service->n_sites * n_kinds; i++) {
    const struct site *site = &service->sites[i / n_kinds];
    int rooms = site->rooms[i % n_kinds];
    if (site->remote || rooms == UNLIMITED || taken[i] <= rooms)
      continue;
    struct label label = audit_label(audit);
    label.slot = slot;
    label.site = i / n_kinds;
    char when[WORDS_SIZE], where[WORDS_SIZE];
    const char *kind = service->room_kinds.words[i % n_kinds];
    bool plain = strcmp(kind, "room") == 0;
    audit_find(audit, label, taken[i] - rooms, rule_use_price(use),
               "%s needs %d rooms%s%s%s on %s, and has %d%s", site->name, taken[i],
               plain ? "" : " of kind '", plain ? "" : kind, plain ? "" : "'",
               words_slot(audit->problem, slot, when), rooms, words_where(site->where, where));
  }
}

static void check(struct audit *audit, const struct rule_use *use)
{
  for (int slot = 0; slot < audit->problem->month->n_slots; slot++)
    check_slot(audit, use, slot);
}

static void explain(const struct rule_use *use, const struct problem *problem, GString *out)
{
  (void)use;
  (void)problem;
  g_string_append(out, "no more people at a site than it has rooms of the kind their task takes");
}

const struct rule rule_rooms = {
    .name = "rooms",
    .summary = "No more people at a site in a session than rooms of the kind that they need.",
    .source = "logic",
    .nature = RULE_HARD,
    .weight = 100,
    .standing = true,
    .examples = {{
        .service = "sites:\n"
                   "  hove:    {kind: hub, rooms: {clinic: 1, gym: 1}}\n"
                   "  crawley: {kind: hub, rooms: {clinic: 1}}\n"
                   "  remote:  {kind: remote}\n"
                   "tasks:\n"
                   "  clinic:  {stream: generalist, skill: msk, at: hub, room: clinic}\n"
                   "  rehab:   {stream: generalist, skill: msk, at: hub, room: gym}\n"
                   "  fcp:     {stream: generalist, skill: msk, at: pcn}\n"
                   "  support: {at: [hub, remote], room: none}\n",
        .use = "{}",
        .candidates = "ann 2027-02-01 am clinic hove\n"
                      "ann 2027-02-01 am rehab hove\n"
                      "ann 2027-02-01 am rehab crawley\n"
                      "bob 2027-02-01 am clinic hove\n"
                      "bob 2027-02-01 am rehab hove\n"
                      "bob 2027-02-01 am rehab crawley\n"
                      "cat 2027-02-01 am clinic hove\n"
                      "cat 2027-02-01 am support hove\n"
                      "ann 2027-02-26 pm fcp goldstone\n"
                      "bob 2027-02-26 pm fcp goldstone\n"
                      "cat 2027-02-26 pm fcp goldstone\n",
        .good = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am rehab hove\n"
                "cat 2027-02-01 am support hove\n"
                "cat 2027-02-26 pm fcp goldstone\n",
        .bad = "ann 2027-02-26 pm fcp goldstone\n"
               "bob 2027-02-26 pm fcp goldstone\n",
    }},
    .emit = emit,
    .check = check,
    .explain = explain,
};
