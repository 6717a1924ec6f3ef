/* From the words of a written rota to the indices of a problem. */
#include "inputs/history_people.h"
#include "inputs/rota_reader.h"

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
  if (slot == NONE)
    g_array_append_val(resolver->misfits, found);
  else
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
