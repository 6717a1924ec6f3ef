/* leave.csv: who is away when, as a leave system exports it. Absence counts wherever it
 * is written: the files of all months are read once, and each month takes its days. */
#include "inputs/csv.h"
#include "inputs/month_folders.h"
#include "inputs/refer.h"
#include "inputs/repairs.h"
#include "inputs/sections.h"
#include "inputs/value.h"
#include "inputs/when.h"

#include <string.h>

enum { NAMED_MOST = 20 }; /* rows of a file of which nothing comes; the rest are counted */

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

/* --- reading all months' files ---------------------------------------------------- */

/* One file while it is read. */
struct gathering {
  GArray *rows;                     /* struct leave */
  const GArray *months;             /* struct month_folder: all that there are, or are read */
  const struct month_folder *month; /* whose folder the file is in */
  bool says_something;              /* of a month that is read */
  int idle;                         /* rows of which nothing comes */
  struct where last_idle;
};

static bool touches(const struct month_folder *month, int from, int until)
{
  return until >= month->from && from <= month->until;
}

static bool touches_any(const GArray *months, bool asked, int from, int until)
{
  for (guint i = 0; i < months->len; i++) {
    const struct month_folder *month = &g_array_index(months, struct month_folder, i);
    if ((month->is_asked || !asked) && touches(month, from, until))
      return true;
  }
  return false;
}

/* The same day in a year of the month whose folder it is in, if that is in the month. */
static int in_the_month(const struct month_folder *month, int date)
{
  for (int year = date_year(month->from); year <= date_year(month->until); year++) {
    int same = date_make(year, date_month(date), date_day(date));
    if (same != DATE_NONE && touches(month, same, same))
      return same;
  }
  return DATE_NONE;
}

static void name_idle(struct reader *reader, struct gathering *file, const struct leave *leave,
                      const char *what)
{
  char from[DATE_TEXT_SIZE], meant[DATE_TEXT_SIZE];
  int date = in_the_month(file->month, leave->from);
  file->last_idle = leave->where;
  if (file->idle++ >= NAMED_MOST)
    return;
  if (date == DATE_NONE)
    diagnostics_warning(reader->diagnostics, leave->where, "%s %s", date_format(leave->from, from),
                        what);
  else
    diagnostics_warning(reader->diagnostics, leave->where, "%s %s; did you mean %s?",
                        date_format(leave->from, from), what, date_format(date, meant));
}

/* Leave in another month than the folder's is no mistake, for systems export what they
 * have; but leave in no month at all, or in that month of another year, was not meant. */
static void check_means_something(struct reader *reader, struct gathering *file,
                                  const struct leave *leave)
{
  if (touches(file->month, leave->from, leave->until))
    return;
  if (!touches_any(file->months, false, leave->from, leave->until))
    name_idle(reader, file, leave, "is in no month that has a folder, so nothing comes of it");
  else if (in_the_month(file->month, leave->from) != DATE_NONE)
    name_idle(reader, file, leave, "is in another year than this folder's month");
}

/* A row that says nothing of the months that are read, in the folder of another, is not
 * looked into: who it names may have left long ago. */
static bool is_of_other_months(const struct gathering *file, const struct node *row)
{
  const struct node *from = node_get(row, "from"), *to = node_get(row, "to");
  int first, last;
  return !file->month->is_asked && from && to && date_parse(from->text, &first) &&
         date_parse(to->text, &last) && first <= last &&
         !touches_any(file->months, true, first, last);
}

static void take_row(struct reader *reader, const struct node *row, void *context)
{
  struct gathering *file = context;
  struct leave leave = {.clinician = NONE, .blocks = 0xff, .kind = "", .where = row->where};
  if (is_of_other_months(file, row))
    return;
  file->says_something = true;
  reader_map(reader, row, &leave_columns, &leave);
  if (leave.clinician == NONE || leave.from == DATE_NONE || leave.until == DATE_NONE ||
      !value_in_order(reader, row->where, leave.from, leave.until))
    return;
  value_check_length(reader, row->where, leave.from, leave.until);
  if (file->month->is_asked)
    check_means_something(reader, file, &leave);
  g_array_append_val(file->rows, leave);
}

/* What was said of the month after it was published: see inputs/repairs.h. */
static void gather_repairs(struct reader *reader, struct gathering *file)
{
  g_autofree char *folder = repairs_folder(file->month->id);
  g_auto(GStrv) names = source_list(reader->source, folder, ".csv");
  for (char **name = names; *name; name++) {
    g_autofree char *path = g_build_filename(folder, *name, NULL);
    file->says_something = false;
    csv_read(reader, path, &leave_columns, take_row, file);
    if (!file->month->is_asked && !file->says_something)
      source_set_aside(reader->source, path);
  }
}

void leave_gather(struct reader *reader, const GArray *months, GArray *rows)
{
  for (guint i = 0; i < months->len; i++) {
    const struct month_folder *month = &g_array_index(months, struct month_folder, i);
    struct gathering file = {.rows = rows, .months = months, .month = month};
    g_autofree char *path = g_build_filename(month->id, "leave.csv", NULL);
    if (!month->is_there)
      continue;
    csv_read_export(reader, path, &leave_columns, &reader->exchange->leave, take_row, &file);
    if (!month->is_asked && !file.says_something)
      source_set_aside(reader->source, path);
    gather_repairs(reader, &file);
    if (file.idle > NAMED_MOST)
      diagnostics_warning(reader->diagnostics, file.last_idle,
                          "the last of %d such rows, of which the first %d are named", file.idle,
                          NAMED_MOST);
  }
}

/* --- what a month takes of them ---------------------------------------------------- */

static int cell_of(const struct month *month, const struct leave *leave, int date)
{
  return leave->clinician * month->n_days + date - month->days[0].date;
}

/* The part of it in the month; false: none. */
static bool cut(const struct month *month, const struct leave *leave, struct leave *out)
{
  *out = *leave;
  out->from = MAX(leave->from, month->days[0].date);
  out->until = MIN(leave->until, month->days[month->n_days - 1].date);
  out->beyond = out->from != leave->from || out->until != leave->until;
  return out->from <= out->until;
}

/* `blocks` and `now`, here and below: the sessions marked, for each person and day. */
static void mark(const struct month *month, const struct leave *part, uint8_t *blocks)
{
  for (int date = part->from; date <= part->until; date++)
    blocks[cell_of(month, part, date)] |= part->blocks;
}

static bool adds_something(const struct reader *reader, const struct leave *part,
                           const uint8_t *blocks)
{
  uint8_t all = (uint8_t)((1U << reader->service->n_blocks) - 1);
  for (int date = part->from; date <= part->until; date++)
    if (part->blocks & all & ~blocks[cell_of(reader->month, part, date)])
      return true;
  return false;
}

/* The month's own file as it stands; of the others what that does not say already. */
static void take(struct reader *reader, bool own, uint8_t *blocks, GArray *out)
{
  struct month *month = reader->month;
  for (guint i = 0; i < reader->absences->len; i++) {
    const struct leave *leave = &g_array_index(reader->absences, struct leave, i);
    struct leave part;
    bool is_own = month_owns(month, leave->where.file);
    if (is_own != own || !cut(month, leave, &part) ||
        (!own && !adds_something(reader, &part, blocks)))
      continue;
    mark(month, &part, blocks);
    part.kind = arena_strdup(month->arena, part.kind);
    part.where.file = arena_strdup(month->arena, part.where.file);
    g_array_append_val(out, part);
  }
}

/* Would the person be at work in some session of this leave that is not marked? */
static bool frees_a_session(const struct reader *reader, const struct leave *part,
                            const uint8_t *now)
{
  for (int s = 0; s < reader->month->n_slots; s++) {
    const struct slot *slot = &reader->month->slots[s];
    if (part->from <= slot->date && slot->date <= part->until && part->blocks >> slot->block & 1 &&
        !(now[cell_of(reader->month, part, slot->date)] >> slot->block & 1) &&
        month_works(reader->month, reader->service, part->clinician, s))
      return true;
  }
  return false;
}

/* What an earlier month's file says of days of this leave, and more than this file says
 * of the person; NULL: nothing. */
static const struct leave *said_before(const struct reader *reader, const struct leave *part,
                                       const struct leave *const *before, const uint8_t *now)
{
  const struct leave *last = NULL;
  for (int date = part->from; date <= part->until; date++) {
    const struct leave *earlier = before[cell_of(reader->month, part, date)];
    struct leave whole;
    if (earlier && earlier != last && cut(reader->month, earlier, &whole) &&
        frees_a_session(reader, &whole, now))
      return earlier;
    last = earlier;
  }
  return NULL;
}

/* Rows `first` to `end` are one file's; `before` is what the earlier files say. */
static void compare_file(struct reader *reader, guint first, guint end, const struct leave **before,
                         uint8_t *now)
{
  const struct month *month = reader->month;
  const struct leave *rows = (const struct leave *)(const void *)reader->absences->data;
  struct leave part;
  memset(now, 0, (size_t)reader->service->n_clinicians * (size_t)month->n_days);
  for (guint i = first; i < end; i++)
    if (cut(month, &rows[i], &part))
      mark(month, &part, now);
  for (guint i = first; i < end; i++) {
    const struct leave *earlier =
        cut(month, &rows[i], &part) ? said_before(reader, &part, before, now) : NULL;
    if (earlier)
      diagnostics_warning(
          reader->diagnostics, part.where,
          "shorter than %s:%d says, and both count; if this is right, mend it there",
          earlier->where.file, earlier->where.line);
  }
  for (guint i = first; i < end; i++)
    if (cut(month, &rows[i], &part))
      for (int date = part.from; date <= part.until; date++)
        before[cell_of(month, &part, date)] = &rows[i];
}

/* A later month's file may have been meant to shorten what an earlier one says. */
static void compare_files(struct reader *reader)
{
  const struct leave *rows = (const struct leave *)(const void *)reader->absences->data;
  gsize cells = (gsize)reader->service->n_clinicians * (gsize)reader->month->n_days + 1;
  g_autofree const struct leave **before = g_new0(const struct leave *, cells);
  g_autofree uint8_t *now = g_new(uint8_t, cells);
  for (guint first = 0, end; first < reader->absences->len; first = end) {
    for (end = first + 1; end < reader->absences->len; end++)
      if (strcmp(rows[end].where.file, rows[first].where.file) != 0)
        break;
    compare_file(reader, first, end, before, now);
  }
}

void leave_read(struct reader *reader)
{
  struct month *month = reader->month;
  GArray *leaves = g_array_new(FALSE, FALSE, sizeof(struct leave));
  g_autofree uint8_t *blocks =
      g_new0(uint8_t, (gsize)reader->service->n_clinicians * (gsize)month->n_days + 1);
  compare_files(reader);
  take(reader, true, blocks, leaves);
  take(reader, false, blocks, leaves);
  month->leaves = arena_copy(month->arena, leaves->data, leaves->len, sizeof(struct leave));
  month->n_leaves = (int)leaves->len;
  g_array_free(leaves, TRUE);
}
