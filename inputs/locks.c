/* locks.csv: assignments fixed before the build. */
#include "inputs/csv.h"
#include "inputs/day_first.h"
#include "inputs/refer.h"
#include "inputs/repairs.h"
#include "inputs/sections.h"
#include "inputs/value.h"

struct row {
  int clinician, date, block, task, site;
  bool day_first; /* the date was written so */
};

/* What follows from the date and session, and how a rota was locked, in a rota.csv. */
static void pass_over(struct reader *reader, const struct key *key, const struct node *value,
                      void *field)
{
  (void)reader;
  (void)key;
  (void)value;
  (void)field;
}

static void read_date(struct reader *reader, const struct key *key, const struct node *value,
                      void *field)
{
  struct row *row = field;
  (void)key;
  row->day_first = value->text && day_first_parse(value->text, &row->date);
  if (!row->day_first)
    value_date(reader, value, &row->date);
}

static const struct key columns_table[] = {
    {.name = "clinician",
     .read = key_clinician,
     .offset = offsetof(struct row, clinician),
     .required = true},
    {.name = "date", .read = read_date, .required = true},
    {.name = "session", .read = key_block, .offset = offsetof(struct row, block), .required = true},
    {.name = "task", .read = key_task, .offset = offsetof(struct row, task), .required = true},
    {.name = "site", .read = key_site, .offset = offsetof(struct row, site), .required = true},
    {.name = "from", .read = pass_over},
    {.name = "to", .read = pass_over},
    {.name = "locked", .read = pass_over},
};
const struct keys lock_columns = KEYS_OF("a row", columns_table);

/* The slot that the row means; NONE: reported. */
static int slot_of(struct reader *reader, const struct node *row, const struct row *values)
{
  const struct month *month = reader->month;
  char date[DATE_TEXT_SIZE];
  int slot = month_slot(month, values->date, values->block);
  if (values->date < month->days[0].date || values->date > month->days[month->n_days - 1].date)
    diagnostics_error(reader->diagnostics, node_get(row, "date")->where,
                      values->day_first ? "read day first this is %s, not in %s; write it as "
                                          "2027-01-31"
                                        : "%s is not in %s",
                      date_format(values->date, date), month->name);
  else if (slot == NONE)
    diagnostics_error(reader->diagnostics, row->where, "the service is closed on %s %s",
                      date_format(values->date, date), reader->service->blocks[values->block].id);
  return slot;
}

struct found {
  GArray *locks;     /* struct lock */
  GHashTable *cells; /* clinician and slot to the line of the lock there */
};

/* A second lock of the same person in the same session is a mistake, and left out. */
static bool is_first(struct reader *reader, const struct lock *lock, GHashTable *cells)
{
  gpointer cell = GINT_TO_POINTER(lock->clinician * reader->month->n_slots + lock->slot + 1);
  int line = GPOINTER_TO_INT(g_hash_table_lookup(cells, cell));
  if (line == 0) {
    g_hash_table_insert(cells, cell, GINT_TO_POINTER(lock->where.line));
    return true;
  }
  diagnostics_error(reader->diagnostics, lock->where,
                    "'%s' is locked in this session already, on line %d",
                    reader->service->clinicians[lock->clinician].id, line);
  return false;
}

/* What a repair says of the session, after the month was published, that makes the lock idle;
 * NULL: nothing. */
static const struct where *lapsed_by(const struct month *month, const struct lock *lock)
{
  const struct slot *slot = &month->slots[lock->slot];
  for (int i = 0; i < month->n_leaves; i++) {
    const struct leave *leave = &month->leaves[i];
    if (leave->clinician == lock->clinician && repairs_has(leave->where) &&
        leave->from <= slot->date && slot->date <= leave->until && leave->blocks >> slot->block & 1)
      return &leave->where;
  }
  for (int i = 0; i < month->n_closures; i++) {
    const struct closure *closure = &month->closures[i];
    if ((closure->site == NONE || closure->site == lock->site) && repairs_has(closure->where) &&
        closure->from <= slot->date && slot->date <= closure->until &&
        closure->blocks >> slot->block & 1)
      return &closure->where;
  }
  return NULL;
}

/* A lock of before the publication gives way to what has happened since. */
static bool stands(struct reader *reader, const struct lock *lock)
{
  const struct where *by = lapsed_by(reader->month, lock);
  if (by)
    diagnostics_warning(reader->diagnostics, lock->where, "this lock lapses, by %s:%d", by->file,
                        by->line);
  return !by;
}

static void take_row(struct reader *reader, const struct node *row, void *context)
{
  struct found *found = context;
  struct row values = {NONE, DATE_NONE, NONE, NONE, NONE, false};
  reader_map(reader, row, &lock_columns, &values);
  if (values.task != NONE && values.site != NONE)
    refer_is_done_at(reader, row->where, values.task, values.site);
  if (values.date == DATE_NONE || values.block == NONE)
    return;
  struct lock lock = {values.clinician, slot_of(reader, row, &values), values.task, values.site,
                      row->where};
  if (lock.clinician == NONE || lock.slot == NONE || lock.task == NONE || lock.site == NONE)
    return;
  if (is_first(reader, &lock, found->cells) && stands(reader, &lock))
    g_array_append_val(found->locks, lock);
}

void locks_read(struct reader *reader)
{
  struct month *month = reader->month;
  g_autofree char *path = g_build_filename(month->id, "locks.csv", NULL);
  struct found found = {g_array_new(FALSE, FALSE, sizeof(struct lock)),
                        g_hash_table_new(NULL, NULL)};
  csv_read(reader, path, &lock_columns, take_row, &found);
  month->locks = arena_copy(month->arena, found.locks->data, found.locks->len, sizeof(struct lock));
  month->n_locks = (int)found.locks->len;
  g_hash_table_unref(found.cells);
  g_array_free(found.locks, TRUE);
}
