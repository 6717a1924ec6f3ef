/* leave.csv: who is away when, as a leave system exports it. */
#include "inputs/csv.h"
#include "inputs/refer.h"
#include "inputs/sections.h"
#include "inputs/value.h"
#include "inputs/when.h"

static const struct key columns_table[] = {
    {.name = "clinician",
     .read = key_clinician,
     .offset = offsetof(struct leave, clinician),
     .required = true},
    {.name = "from", .read = key_date, .offset = offsetof(struct leave, from), .required = true},
    {.name = "to", .read = key_date, .offset = offsetof(struct leave, until), .required = true},
    {.name = "kind", .read = key_text, .offset = offsetof(struct leave, kind), .required = true},
    {.name = "sessions", .read = key_blocks, .offset = offsetof(struct leave, blocks)},
};
const struct keys leave_columns = KEYS_OF("a row", columns_table);

/* Leave that begins before the month or ends after it is cut to the month, and
 * leave in other months is no mistake: systems export what they have. */
static void take_row(struct reader *reader, const struct node *row, void *context)
{
  const struct month *month = reader->month;
  int first = month->days[0].date, last = month->days[month->n_days - 1].date;
  struct leave leave = {.clinician = NONE, .blocks = 0xff, .kind = "", .where = row->where};
  reader_map(reader, row, &leave_columns, &leave);
  if (leave.clinician == NONE || leave.from == DATE_NONE || leave.until == DATE_NONE ||
      !value_in_order(reader, row->where, leave.from, leave.until) || leave.until < first ||
      leave.from > last)
    return;
  leave.from = MAX(leave.from, first);
  leave.until = MIN(leave.until, last);
  g_array_append_val((GArray *)context, leave);
}

void leave_read(struct reader *reader)
{
  struct month *month = reader->month;
  g_autofree char *path = g_build_filename(month->id, "leave.csv", NULL);
  GArray *leaves = g_array_new(FALSE, FALSE, sizeof(struct leave));
  csv_read(reader, path, &leave_columns, take_row, leaves);
  month->leaves = arena_copy(month->arena, leaves->data, leaves->len, sizeof(struct leave));
  month->n_leaves = (int)leaves->len;
  g_array_free(leaves, TRUE);
}
