/* From the words of a written rota to the indices of a problem. */
#include "inputs/history_people.h"
#include "inputs/rota_reader.h"

#include <stdio.h>
#include <string.h>

struct resolver {
  const struct rota_file *file;
  const struct problem *problem;
  struct diagnostics *diagnostics;
  GArray *items, *misfits;
};

static void mistake(const struct resolver *resolver, int row, const char *what, const char *word)
{
  const struct rota_row *at = &g_array_index(resolver->file->rows, struct rota_row, row);
  /* In JSON there is no line to cite, so say which assignment it is. */
  g_autofree char *owner =
      at->where.line ? g_strdup("") : g_strdup_printf("assignment %d: ", row + 1);
  diagnostics_error(resolver->diagnostics, at->where, "%s%s '%s'", owner, what, word);
}

/* --- what follows from the rest ------------------------------------------------- */

/* "08:30", "8:30" or, as spreadsheets make of it, "08:30:00"; NONE for anything else. */
static int minute_of(const char *text)
{
  int hour, minute, second = 0, end = 0;
  bool timed = sscanf(text, "%2d:%2d%n:%2d%n", &hour, &minute, &end, &second, &end) >= 2;
  return timed && text[end] == '\0' && second == 0 ? hour * 60 + minute : NONE;
}

static void look_at_time(const struct resolver *resolver, const struct rota_row *row,
                         const char *column, const char *text, int block, int minute)
{
  const struct block *at = &resolver->problem->service->blocks[block];
  if (text && text[0] && minute_of(text) != minute)
    diagnostics_warning(resolver->diagnostics, row->where,
                        "'%s: %s' is not taken up: the session '%s' is from %02d:%02d to %02d:%02d",
                        column, text, at->id, at->from_minute / 60, at->from_minute % 60,
                        at->to_minute / 60, at->to_minute % 60);
}

/* Of the person in that session, to this or to something else. */
static const struct lock *lock_of(const struct month *month, const struct assignment *item)
{
  for (int i = 0; i < month->n_locks; i++) {
    const struct lock *lock = &month->locks[i];
    if (lock->clinician == item->clinician && lock->slot == item->slot)
      return lock;
  }
  return NULL;
}

static void look_at_lock(const struct resolver *resolver, const struct rota_row *row,
                         const struct assignment *item)
{
  const struct lock *lock = lock_of(resolver->problem->month, item);
  bool same = lock && lock->task == item->task && lock->site == item->site;
  const char *text = row->locked;
  if (!text || !text[0] || g_ascii_strcasecmp(text, same ? "yes" : "no") == 0)
    return;
  if (lock && !same)
    diagnostics_warning(resolver->diagnostics, row->where,
                        "'locked: %s' is not taken up: %s:%d locks something else then", text,
                        lock->where.file, lock->where.line);
  else if (lock)
    diagnostics_warning(resolver->diagnostics, row->where,
                        "'locked: %s' is not taken up: %s:%d locks this", text, lock->where.file,
                        lock->where.line);
  else
    diagnostics_warning(
        resolver->diagnostics, row->where,
        "'locked: %s' holds for 'rota repair' alone: no line of locks.csv locks this", text);
}

static void look_at_rest(const struct resolver *resolver, const struct rota_row *row,
                         const struct assignment *item, int block)
{
  const struct block *at = &resolver->problem->service->blocks[block];
  look_at_time(resolver, row, "from", row->from, block, at->from_minute);
  look_at_time(resolver, row, "to", row->to, block, at->to_minute);
  look_at_lock(resolver, row, item);
}

static void resolve_row(struct resolver *resolver, int row)
{
  const struct service *service = resolver->problem->service;
  const struct rota_row *at = &g_array_index(resolver->file->rows, struct rota_row, row);
  struct rota_misfit found = {
      .clinician = history_person(service, at->clinician),
      .task = service_task(service, at->task),
      .site = service_site(service, at->site),
      .block = service_block(service, at->session),
  };
  bool dated = date_parse(at->date, &found.date);
  if (!dated)
    mistake(resolver, row, "not a date such as 2027-01-12:", at->date);
  if (found.block == NONE)
    mistake(resolver, row, "unknown session", at->session);
  if (found.clinician == NONE)
    mistake(resolver, row, "unknown clinician", at->clinician);
  if (found.task == NONE)
    mistake(resolver, row, "unknown task", at->task);
  if (found.site == NONE)
    mistake(resolver, row, "unknown site", at->site);
  if (!dated || found.block == NONE || found.clinician == NONE || found.task == NONE ||
      found.site == NONE)
    return;
  int slot = month_slot(resolver->problem->month, found.date, found.block);
  struct assignment item = {found.clinician, slot, found.task, found.site, false};
  if (slot == NONE) {
    g_array_append_val(resolver->misfits, found);
    return;
  }
  look_at_rest(resolver, at, &item, found.block);
  g_array_append_val(resolver->items, item);
}

enum status rota_file_resolve(const struct rota_file *file, const struct problem *problem,
                              struct diagnostics *diagnostics, struct rota **out, GArray *misfits)
{
  struct resolver resolver = {file, problem, diagnostics, NULL, misfits};
  int before = diagnostics_errors(diagnostics);
  resolver.items = g_array_new(FALSE, FALSE, sizeof(struct assignment));
  for (guint i = 0; i < file->rows->len; i++)
    resolve_row(&resolver, (int)i);
  bool fine = diagnostics_errors(diagnostics) == before;
  if (fine)
    *out = rota_new(problem, (const struct assignment *)(const void *)resolver.items->data,
                    (int)resolver.items->len);
  g_array_free(resolver.items, TRUE);
  return fine ? STATUS_OK : STATUS_BAD_INPUT;
}
