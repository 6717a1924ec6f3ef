#include "model/words.h"
#include "planning/conflict_sources.h"
#include "planning/decide_parts.h"
#include "planning/decide_words.h"
#include "planning/flow.h"

#include <string.h>

/* A network from what is needed to who is there. Each unit is one assignment: from a
 * hard need, by way of the limits that it counts in (rooms of a session, a person's
 * duties of a week ...), to the clinician's session, of which there is one, and by way
 * of a limit on the person's work as a whole to the sink. Where limits overlap, each
 * placement keeps to one of a kind, and limits mix what goes through them: the network
 * lets more through than the rows do, never less, so what it stops is certain. Needs
 * that share a placement can't be in it together: two orders are tried. */
enum limit_kind { LIMIT_PLACE, LIMIT_PERSON, LIMIT_KINDS };

struct network {
  struct deciding *at;
  struct flow *flow;
  bool *used;                /* [columns] by a need in the network */
  int *through[LIMIT_KINDS]; /* [columns] the limit's node, or NONE */
  int *used_in_cell;         /* [columns] by cell: how many of its placements needs use */
  int *in_row;               /* [columns] by cell: how many of these are in the row at hand */
  int *session;              /* [columns] by cell: the node of the clinician's session, or NONE */
  int *whole;                /* [columns] by cell: the node of the limit on the person, or NONE */
  GHashTable *arcs;          /* pairs of nodes that have one */
  GArray *needs;             /* struct need */
  GArray *limits;            /* struct limit */
};

/* What may go through the row's nodes: the way in, and after it the way out. */
struct limit {
  int row, node;
};

struct need {
  int row, node, arc, people;
};

/* --- rows as needs and limits ------------------------------------------------- */

static bool is_free(const struct deciding *at, int column)
{
  return at->programme->columns[column].placement &&
         propagation_lower(at->propagation, column) < propagation_upper(at->propagation, column);
}

/* What the row's other columns can come to, at most or at least: those that are no
 * placements or are fixed, and free placements with a negative coefficient. */
static bool rest_of(const struct deciding *at, const struct row *row, bool most, int64_t *rest)
{
  *rest = 0;
  for (int t = row->first; t < row->first + row->count; t++) {
    const struct term *term = &at->programme->terms[t];
    if (is_free(at, term->column) && term->coefficient > 0)
      continue;
    bool upper = (term->coefficient > 0) == most;
    int64_t bound = upper ? propagation_upper(at->propagation, term->column)
                          : propagation_lower(at->propagation, term->column);
    if (programme_is_infinite(bound))
      return false;
    *rest += term->coefficient * bound;
  }
  return true;
}

/* How many free placements the row needs at least; 0: none for sure. */
static int needed_by(const struct deciding *at, const struct row *row)
{
  int64_t rest, largest = 0;
  if (programme_is_infinite(row->lower) || !rest_of(at, row, true, &rest) || rest >= row->lower)
    return 0;
  for (int t = row->first; t < row->first + row->count; t++)
    if (is_free(at, at->programme->terms[t].column))
      largest = MAX(largest, at->programme->terms[t].coefficient);
  return largest == 0 ? 0 : (int)MIN((row->lower - rest + largest - 1) / largest, G_MAXINT / 4);
}

/* How many free placements the row allows at most; NONE: no limit. */
static int allowed_by(const struct deciding *at, const struct row *row)
{
  int64_t rest, smallest = INT64_MAX;
  if (programme_is_infinite(row->upper) || !rest_of(at, row, false, &rest))
    return NONE;
  for (int t = row->first; t < row->first + row->count; t++) {
    const struct term *term = &at->programme->terms[t];
    if (is_free(at, term->column) && term->coefficient > 0)
      smallest = MIN(smallest, term->coefficient);
  }
  if (smallest == INT64_MAX || rest > row->upper)
    return NONE;
  return (int)MIN((row->upper - rest) / smallest, G_MAXINT / 4);
}

/* --- the network -------------------------------------------------------------- */

static struct network *network_new(struct deciding *at)
{
  struct network *network = g_new0(struct network, 1);
  int columns = at->programme->n_columns + 1;
  network->at = at;
  network->flow = flow_new();
  network->used = g_new0(bool, (gsize)columns);
  network->used_in_cell = g_new0(int, (gsize)columns);
  network->in_row = g_new0(int, (gsize)columns);
  network->session = g_new(int, (gsize)columns);
  network->whole = g_new(int, (gsize)columns);
  for (int k = 0; k < LIMIT_KINDS; k++)
    network->through[k] = g_new(int, (gsize)columns);
  for (int j = 0; j < columns; j++) {
    network->session[j] = network->whole[j] = NONE;
    for (int k = 0; k < LIMIT_KINDS; k++)
      network->through[k][j] = NONE;
  }
  network->arcs = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
  network->needs = g_array_new(FALSE, FALSE, sizeof(struct need));
  network->limits = g_array_new(FALSE, FALSE, sizeof(struct limit));
  return network;
}

static void network_free(struct network *network)
{
  flow_free(network->flow);
  g_free(network->used);
  g_free(network->used_in_cell);
  g_free(network->in_row);
  g_free(network->session);
  g_free(network->whole);
  for (int k = 0; k < LIMIT_KINDS; k++)
    g_free(network->through[k]);
  g_hash_table_unref(network->arcs);
  g_array_unref(network->needs);
  g_array_unref(network->limits);
  g_free(network);
}

/* A node that lets so many through is two; the first is its way in, the next out. */
static int add_limit(struct network *network, int room)
{
  int in = flow_add_node(network->flow), out = flow_add_node(network->flow);
  flow_add_arc(network->flow, in, out, room);
  return in;
}

static int add_limit_of_row(struct network *network, const struct row *row, int allowed)
{
  struct limit limit = {(int)(row - network->at->programme->rows), add_limit(network, allowed)};
  g_array_append_val(network->limits, limit);
  return limit.node;
}

static void link_once(struct network *network, int from, int to)
{
  gint64 key = (gint64)from << 32 | (gint64)to;
  if (g_hash_table_contains(network->arcs, &key))
    return;
  g_hash_table_add(network->arcs, g_memdup2(&key, sizeof key));
  flow_add_arc(network->flow, from, to, FLOW_UNBOUNDED);
}

/* Takes the row in as a need, unless one of its placements is another's already. */
static void add_need(struct network *network, int r)
{
  const struct deciding *at = network->at;
  const struct row *row = &at->programme->rows[r];
  struct need need = {.row = r, .people = at->in[r] ? needed_by(at, row) : 0};
  if (need.people == 0)
    return;
  for (int t = row->first; t < row->first + row->count; t++)
    if (network->used[at->programme->terms[t].column])
      return;
  for (int t = row->first; t < row->first + row->count; t++) {
    int column = at->programme->terms[t].column;
    if (!is_free(at, column) || at->programme->terms[t].coefficient < 0)
      continue;
    network->used[column] = true;
    network->used_in_cell[propagation_cell(at->propagation, column)]++;
  }
  need.node = flow_add_node(network->flow);
  need.arc = flow_add_arc(network->flow, FLOW_SOURCE, need.node, need.people);
  g_array_append_val(network->needs, need);
}

/* The clinician of all the row's placements, or NONE where there are several. */
static int only_clinician(const struct deciding *at, const struct row *row)
{
  int clinician = NONE;
  for (int t = row->first; t < row->first + row->count; t++) {
    const struct column *column = &at->programme->columns[at->programme->terms[t].column];
    if (column->placement && clinician != NONE && column->label.clinician != clinician)
      return NONE;
    if (column->placement)
      clinician = column->label.clinician;
  }
  return clinician;
}

/* Does the term count what a need uses? */
static bool counts(const struct network *network, const struct term *term)
{
  return network->used[term->column] && term->coefficient > 0;
}

/* A limit on one person: on the work as a whole in each session of which it counts every
 * placement that a need uses, and on its own placements elsewhere. */
static void add_person_limit(struct network *network, const struct row *row, int allowed)
{
  const struct propagation *propagation = network->at->propagation;
  const struct term *terms = network->at->programme->terms;
  int whole = NONE, through = NONE;
  for (int t = row->first; t < row->first + row->count; t++)
    network->in_row[propagation_cell(propagation, terms[t].column)] = 0;
  for (int t = row->first; t < row->first + row->count; t++)
    network->in_row[propagation_cell(propagation, terms[t].column)] += counts(network, &terms[t]);
  for (int t = row->first; t < row->first + row->count; t++) {
    int column = terms[t].column, cell = propagation_cell(propagation, column);
    if (!counts(network, &terms[t]))
      continue;
    if (network->in_row[cell] == network->used_in_cell[cell]) {
      if (network->whole[cell] == NONE)
        network->whole[cell] = whole =
            whole == NONE ? add_limit_of_row(network, row, allowed) : whole;
    } else if (network->through[LIMIT_PERSON][column] == NONE) {
      through = through == NONE ? add_limit_of_row(network, row, allowed) : through;
      network->through[LIMIT_PERSON][column] = through;
    }
  }
}

static void add_place_limit(struct network *network, const struct row *row, int allowed)
{
  const struct term *terms = network->at->programme->terms;
  int node = NONE;
  for (int t = row->first; t < row->first + row->count; t++) {
    int *through = &network->through[LIMIT_PLACE][terms[t].column];
    if (!counts(network, &terms[t]) || *through != NONE)
      continue;
    node = node == NONE ? add_limit_of_row(network, row, allowed) : node;
    *through = node;
  }
}

/* A row that has no more placements in use than it allows limits nothing. */
static void add_limit_of(struct network *network, int r)
{
  const struct deciding *at = network->at;
  const struct row *row = &at->programme->rows[r];
  int in_use = 0, allowed = at->in[r] ? allowed_by(at, row) : NONE;
  bool one_cell = true;
  int cell = NONE;
  if (allowed == NONE)
    return;
  for (int t = row->first; t < row->first + row->count; t++) {
    int column = at->programme->terms[t].column;
    if (!counts(network, &at->programme->terms[t]))
      continue;
    in_use++;
    one_cell = one_cell && (cell == NONE || cell == propagation_cell(at->propagation, column));
    cell = propagation_cell(at->propagation, column);
  }
  if (in_use <= allowed || (one_cell && allowed > 0))
    return;
  if (only_clinician(at, row) != NONE)
    add_person_limit(network, row, allowed);
  else
    add_place_limit(network, row, allowed);
}

static int session_node(struct network *network, int column)
{
  int cell = propagation_cell(network->at->propagation, column);
  if (network->session[cell] == NONE) {
    int node = add_limit(network, 1), whole = network->whole[cell];
    network->session[cell] = node;
    link_once(network, node + 1, whole == NONE ? FLOW_SINK : whole);
    if (whole != NONE)
      link_once(network, whole + 1, FLOW_SINK);
  }
  return network->session[cell];
}

static void link_need(struct network *network, const struct need *need)
{
  const struct deciding *at = network->at;
  const struct row *row = &at->programme->rows[need->row];
  for (int t = row->first; t < row->first + row->count; t++) {
    int column = at->programme->terms[t].column, from = need->node;
    if (!is_free(at, column) || at->programme->terms[t].coefficient < 0)
      continue;
    for (int k = 0; k < LIMIT_KINDS; k++)
      if (network->through[k][column] != NONE) {
        link_once(network, from, network->through[k][column]);
        from = network->through[k][column] + 1;
      }
    link_once(network, from, session_node(network, column));
  }
}

/* --- what is short ------------------------------------------------------------ */

/* Was it written, as a rule or as a line of demand? */
static bool is_written(const struct deciding *at, int row)
{
  const struct rule_use *use = deciding_use(at, row);
  return use && (use->where.file || conflict_row_where(at->problem, at->programme, row).file);
}

/* " (no more by duty at most 4 a week (service.yaml:65): Maya Desai)": the written limits that let
 * no more through, of what could still flow; "" where none does. */
static char *held_by(const struct network *network, const bool *reached)
{
  g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(int));
  for (guint i = 0; i < network->limits->len; i++) {
    const struct limit *limit = &g_array_index(network->limits, struct limit, i);
    if (reached[limit->node] && !reached[limit->node + 1] && is_written(network->at, limit->row))
      g_array_append_val(rows, limit->row);
  }
  GString *out = g_string_new(NULL);
  decide_words_rows(network->at, (const int *)(const void *)rows->data, (int)rows->len, out);
  if (out->len > 0) {
    g_string_prepend(out, " (no more by ");
    g_string_append(out, ")");
  }
  return g_string_free(out, FALSE);
}

/* The needs that compete with one that is short, and with it can't all be met. */
static void tell(struct network *network, const struct need *from)
{
  struct deciding *at = network->at;
  g_autofree bool *reached = g_new0(bool, (gsize)flow_nodes(network->flow));
  g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(int));
  int needed = 0, missing = 0;
  flow_reach(network->flow, from->node, reached);
  for (guint i = 0; i < network->needs->len; i++) {
    const struct need *need = &g_array_index(network->needs, struct need, i);
    if (!reached[need->node])
      continue;
    needed += need->people;
    missing += flow_left(network->flow, need->arc);
    g_array_append_val(rows, need->row);
    at->in[need->row] = false;
  }
  g_autofree char *held = held_by(network, reached);
  g_autofree char *introduction =
      g_strdup_printf("together these need %d, and those who are there can do %d%s", needed,
                      needed - missing, held);
  decide_words_clash(at, (const int *)(const void *)rows->data, (int)rows->len, introduction);
}

static void tell_all(struct network *network)
{
  for (guint i = 0; i < network->needs->len; i++) {
    const struct need *need = &g_array_index(network->needs, struct need, i);
    if (flow_left(network->flow, need->arc) > 0 && network->at->in[need->row])
      tell(network, need);
  }
}

/* What several people may do is taken in before what one must; `backwards`: from the last
 * row on. */
static void decide_in_order(struct deciding *at, bool backwards)
{
  struct network *network = network_new(at);
  int n = at->programme->n_rows, needed = 0;
  for (int personal = 0; personal <= 1; personal++)
    for (int i = 0; i < n; i++) {
      int row = backwards ? n - 1 - i : i;
      if (personal == (only_clinician(at, &at->programme->rows[row]) != NONE))
        add_need(network, row);
    }
  for (int r = 0; r < n && network->needs->len > 0; r++)
    add_limit_of(network, r);
  for (guint i = 0; i < network->needs->len; i++) {
    const struct need *need = &g_array_index(network->needs, struct need, i);
    needed += need->people;
    link_need(network, need);
  }
  if (needed > 0 && flow_run(network->flow) < needed)
    tell_all(network);
  network_free(network);
}

/* Only where nothing else is left that can't hold: bounds follow from all rows. */
void decide_flow(struct deciding *at)
{
  if (propagation_run(at->propagation, at->in) >= 0)
    return;
  decide_in_order(at, false);
  decide_in_order(at, true);
}
