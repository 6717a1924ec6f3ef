#include "planning/lock_rows.h"

#include "inputs/rota_reader.h"

#include <string.h>

static const char header[] = "date,session,from,to,clinician,task,site,locked";

static bool fits(const struct lock_filter *filter, const struct rota_row *row)
{
  int date = DATE_NONE;
  date_parse(row->date, &date);
  return (!filter->who || strcmp(filter->who, row->clinician) == 0) &&
         (!filter->site || strcmp(filter->site, row->site) == 0) &&
         (!filter->task || strcmp(filter->task, row->task) == 0) &&
         (filter->from == DATE_NONE || date >= filter->from) &&
         (filter->until == DATE_NONE || date <= filter->until) &&
         (!filter->marked || (row->locked && g_ascii_strcasecmp(row->locked, "yes") == 0));
}

/* Is the person locked in that session already? */
static bool is_locked(const struct problem *problem, const struct rota_row *row)
{
  const struct month *month = problem->month;
  int date = DATE_NONE, clinician = service_clinician(problem->service, row->clinician);
  int block = service_block(problem->service, row->session);
  date_parse(row->date, &date);
  for (int i = 0; i < month->n_locks; i++)
    if (month->locks[i].clinician == clinician && month->slots[month->locks[i].slot].date == date &&
        month->slots[month->locks[i].slot].block == block)
      return true;
  return false;
}

bool lock_rows_takes(const struct existing_rota *rota, const struct lock_filter *filter,
                     const struct rota_row *row)
{
  return fits(filter, row) && !is_locked(rota->folder.problem, row);
}

static const char *cell_of(const struct rota_row *row, const char *column)
{
  return strcmp(column, "date") == 0        ? row->date
         : strcmp(column, "session") == 0   ? row->session
         : strcmp(column, "clinician") == 0 ? row->clinician
         : strcmp(column, "task") == 0      ? row->task
         : strcmp(column, "site") == 0      ? row->site
         : strcmp(column, "locked") == 0    ? "yes"
                                            : "";
}

static void add_row(GString *out, const struct rota_row *row, char **columns)
{
  for (char **column = columns; *column; column++)
    g_string_append_printf(out, "%s%s", column == columns ? "" : ",", cell_of(row, *column));
  g_string_append_c(out, '\n');
}

char *lock_rows_text(const struct existing_rota *rota, const struct lock_filter *filter,
                     const char *text, int *count)
{
  g_autofree char *first = text ? g_strndup(text, strcspn(text, "\r\n")) : g_strdup(header);
  g_auto(GStrv) columns = g_strsplit(first, ",", -1);
  GString *out = g_string_new(text ? text : header);
  *count = 0;
  if (!g_strv_contains((const char *const *)columns, "date"))
    return g_string_free(out, TRUE);
  if (out->str[out->len - 1] != '\n')
    g_string_append_c(out, '\n');
  for (guint i = 0; i < rota->file->rows->len; i++) {
    const struct rota_row *row = &g_array_index(rota->file->rows, struct rota_row, i);
    if (!lock_rows_takes(rota, filter, row))
      continue;
    add_row(out, row, columns);
    ++*count;
  }
  return g_string_free(out, FALSE);
}
