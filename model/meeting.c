#include "model/meeting.h"

#include "model/satisfaction.h"

/* Adds the clinician's placements at the site to the row; false if there are none. */
static bool add_presence(struct formulation *formulation, int clinician, int slot, int site)
{
  const struct problem *problem = formulation->problem;
  int count, first = problem_cell(problem, clinician, slot, &count);
  bool any = false;
  for (int i = first; i < first + count; i++)
    if (problem->candidates[i].site == site) {
      formulation_term(formulation, i, 1);
      any = true;
    }
  return any;
}

static int add_column(struct formulation *formulation, int clinician, int other, int slot, int site)
{
  struct label label = formulation_label(formulation);
  label.clinician = clinician;
  label.slot = slot;
  label.site = site;
  bool first = add_presence(formulation, clinician, slot, site);
  bool second = add_presence(formulation, other, slot, site);
  if (!first || !second) {
    programme_drop_terms(formulation->programme);
    return NONE;
  }
  int column = formulation_column(formulation, label, 0, 1, 0);
  if (preference_person_points(formulation->problem, clinician, other) < 0) {
    formulation_term(formulation, column, -1);
    formulation_row(formulation, label, -PROGRAMME_INFINITY, 1);
    return column;
  }
  programme_drop_terms(formulation->programme);
  for (int i = 0; i < 2; i++) {
    add_presence(formulation, i == 0 ? clinician : other, slot, site);
    formulation_term(formulation, column, -1);
    formulation_row(formulation, label, 0, PROGRAMME_INFINITY);
  }
  return column;
}

int meeting_column(struct formulation *formulation, int clinician, int other, int slot, int site)
{
  const struct problem *problem = formulation->problem;
  if (problem->service->sites[site].remote || clinician == other)
    return NONE;
  int64_t key = clinician;
  key = key * problem->service->n_clinicians + other;
  key = key * problem->month->n_slots + slot;
  key = key * problem->service->n_sites + site;
  gpointer known; /* the column plus 1, so that NONE is 0 */
  if (g_hash_table_lookup_extended(formulation->meetings, &key, NULL, &known))
    return GPOINTER_TO_INT(known) - 1;
  int column = add_column(formulation, clinician, other, slot, site);
  g_hash_table_insert(formulation->meetings, g_memdup2(&key, sizeof key),
                      GINT_TO_POINTER(column + 1));
  return column;
}
