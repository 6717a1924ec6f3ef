#include "planning/leave_cover.h"

#include "model/formulation.h"
#include "planning/flow.h"

/* --- what is needed ---------------------------------------------------------------- */

struct finding_needs {
  const struct problem *problem;
  const struct programme *programme;
  int clinician, from, until;
  bool *used;   /* [candidates] a need has it: another can't have the same in the flow */
  GArray *rows; /* int, of the needs */
  struct leave_cover *out;
};

static bool is_asked(const struct finding_needs *at, int slot)
{
  int date = at->problem->month->slots[slot].date;
  return date >= at->from && date <= at->until;
}

/* How many people the row asks for, what is short of which is counted as needed or not allowed:
 * what is merely wanted beyond, as a target is, is left out. A hard row about one person's
 * placements alone is a lock, or something else that was agreed. 0: none. */
static int64_t needed_by(const struct finding_needs *at, const struct row *row)
{
  bool counted = false, elastic = false, several = false;
  int64_t needed = row->lower;
  int clinician = NONE;
  for (int k = row->first; k < row->first + row->count; k++) {
    const struct term *term = &at->programme->terms[k];
    const struct column *column = &at->programme->columns[term->column];
    if (column->placement && (term->coefficient != 1 || at->used[term->column]))
      return 0;
    if (column->placement) {
      several = several || (clinician != NONE && clinician != column->label.clinician);
      clinician = column->label.clinician;
    } else if (term->coefficient > 0) {
      elastic = true;
      counted = counted || column->need > 0;
      needed -= column->need > 0 ? 0 : term->coefficient * column->upper;
    }
  }
  bool asks = counted || (!elastic && several);
  return !asks || programme_is_infinite(row->lower) ? 0 : MAX(needed, 0);
}

/* The slot of all of the row's placements; NONE: there are several, or none. `*touched`: is one of
 * them on the days in question? */
static int slot_of(const struct finding_needs *at, const struct row *row, bool *touched)
{
  int slot = NONE, count = 0;
  *touched = false;
  for (int k = row->first; k < row->first + row->count; k++) {
    int column = at->programme->terms[k].column;
    if (!at->programme->columns[column].placement)
      continue;
    int own = at->problem->candidates[column].slot;
    *touched = *touched || is_asked(at, own);
    count += slot != own;
    slot = own;
  }
  return count == 1 ? slot : NONE;
}

static int able_for(struct finding_needs *at, const struct row *row)
{
  g_autofree bool *seen = g_new0(bool, (gsize)at->problem->service->n_clinicians + 1);
  int out = 0;
  for (int k = row->first; k < row->first + row->count; k++) {
    int column = at->programme->terms[k].column;
    if (!at->programme->columns[column].placement)
      continue;
    int clinician = at->problem->candidates[column].clinician;
    at->used[column] = true;
    out += !seen[clinician] && clinician != at->clinician;
    seen[clinician] = true;
  }
  return out;
}

/* Those of one session first: they say most. */
static void find_rows(struct finding_needs *at, bool of_session)
{
  for (int i = 0; i < at->programme->n_rows; i++) {
    const struct row *row = &at->programme->rows[i];
    bool touched;
    int64_t needed = needed_by(at, row);
    if (needed == 0 || (slot_of(at, row, &touched) != NONE) != of_session || !touched)
      continue;
    struct leave_need need = {
        .at = row->label, .slot = slot_of(at, row, &touched), .needed = (int)needed};
    need.able = able_for(at, row);
    g_array_append_val(at->rows, i);
    g_array_append_val(at->out->needs, need);
  }
}

/* --- how much of it can be met ------------------------------------------------------ */

static int node_of(struct flow *flow, GHashTable *nodes, int cell)
{
  gpointer found = g_hash_table_lookup(nodes, GINT_TO_POINTER(cell + 1));
  if (found)
    return GPOINTER_TO_INT(found);
  int node = flow_add_node(flow);
  flow_add_arc(flow, node, FLOW_SINK, 1);
  g_hash_table_insert(nodes, GINT_TO_POINTER(cell + 1), GINT_TO_POINTER(node));
  return node;
}

static void add_row(const struct finding_needs *at, struct flow *flow, GHashTable *nodes, int row,
                    int need, bool without)
{
  const struct row *line = &at->programme->rows[row];
  for (int k = line->first; k < line->first + line->count; k++) {
    int column = at->programme->terms[k].column;
    const struct assignment *item = &at->problem->candidates[column];
    if (!at->programme->columns[column].placement ||
        (without && item->clinician == at->clinician && is_asked(at, item->slot)))
      continue;
    int cell = item->clinician * at->problem->month->n_slots + item->slot;
    flow_add_arc(flow, need, node_of(flow, nodes, cell), 1);
  }
}

/* Those of one session have the first choice: augmenting for the others takes nothing from them. */
static void match(const struct finding_needs *at, bool without)
{
  struct flow *flow = flow_new();
  GHashTable *nodes = g_hash_table_new(NULL, NULL);
  g_autofree int *arcs = g_new(int, (gsize)at->rows->len + 1);
  for (guint i = 0; i < at->rows->len; i++) {
    const struct leave_need *needs = (const struct leave_need *)(gpointer)at->out->needs->data;
    int node = flow_add_node(flow);
    if (needs[i].slot == NONE && i > 0 && needs[i - 1].slot != NONE)
      flow_run(flow);
    arcs[i] = flow_add_arc(flow, FLOW_SOURCE, node, needs[i].needed);
    add_row(at, flow, nodes, g_array_index(at->rows, int, i), node, without);
  }
  flow_run(flow);
  for (guint i = 0; i < at->rows->len; i++) {
    struct leave_need *need = &g_array_index(at->out->needs, struct leave_need, i);
    *(without ? &need->left : &need->met) = need->needed - flow_left(flow, arcs[i]);
  }
  g_hash_table_unref(nodes);
  flow_free(flow);
}

/* --- session by session ---------------------------------------------------------------- */

static void add_session(const struct finding_needs *at, int slot)
{
  struct leave_session session = {.slot = slot, .tightest = NONE};
  for (int c = 0; c < at->problem->service->n_clinicians; c++)
    session.there += c != at->clinician && problem_present(at->problem, c, slot);
  for (guint i = 0; i < at->out->needs->len; i++) {
    const struct leave_need *need = &g_array_index(at->out->needs, struct leave_need, i);
    if (need->slot != slot)
      continue;
    session.needed += need->needed;
    session.left += need->left;
    if (session.tightest != NONE && need->able - need->needed >= session.spare)
      continue;
    session.tightest = (int)i;
    session.spare = need->able - need->needed;
  }
  g_array_append_val(at->out->sessions, session);
}

void leave_cover_find(const struct problem *problem, int clinician, int from, int until,
                      struct leave_cover *out)
{
  struct programme *programme = formulation_build(problem);
  struct finding_needs at = {.problem = problem,
                             .programme = programme,
                             .clinician = clinician,
                             .from = from,
                             .until = until,
                             .used = g_new0(bool, (gsize)problem->n_candidates + 1),
                             .rows = g_array_new(FALSE, FALSE, sizeof(int)),
                             .out = out};
  *out = (struct leave_cover){
      .needs = g_array_new(FALSE, FALSE, sizeof(struct leave_need)),
      .sessions = g_array_new(FALSE, FALSE, sizeof(struct leave_session)),
  };
  find_rows(&at, true);
  find_rows(&at, false);
  match(&at, false);
  match(&at, true);
  for (int s = 0; s < problem->month->n_slots; s++)
    if (is_asked(&at, s) && problem_present(problem, clinician, s))
      add_session(&at, s);
  g_array_unref(at.rows);
  g_free(at.used);
  programme_free(programme);
}

void leave_cover_clear(struct leave_cover *cover)
{
  if (cover->needs)
    g_array_unref(cover->needs);
  if (cover->sessions)
    g_array_unref(cover->sessions);
  *cover = (struct leave_cover){0};
}
