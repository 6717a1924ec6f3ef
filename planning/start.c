#include "planning/start.h"

#include "inputs/rota_reader.h"
#include "model/audit.h"

struct start {
  struct arena *arena;
  GArray *rows; /* struct rota_row; only its texts count */
};

static struct start *start_new(void)
{
  struct start *start = g_new0(struct start, 1);
  start->arena = arena_new();
  start->rows = g_array_new(FALSE, TRUE, sizeof(struct rota_row));
  return start;
}

void start_free(struct start *start)
{
  if (!start)
    return;
  g_array_unref(start->rows);
  arena_free(start->arena);
  g_free(start);
}

static void add_row(struct start *start, const char *date, const char *session,
                    const char *clinician, const char *task, const char *site)
{
  struct rota_row row = {
      .date = arena_strdup(start->arena, date),
      .session = arena_strdup(start->arena, session),
      .clinician = arena_strdup(start->arena, clinician),
      .task = arena_strdup(start->arena, task),
      .site = arena_strdup(start->arena, site),
  };
  g_array_append_val(start->rows, row);
}

struct start *start_of_rota(const struct problem *problem, const struct rota *rota)
{
  const struct service *service = problem->service;
  struct start *start = start_new();
  for (int i = 0; i < rota->count; i++) {
    const struct assignment *item = &rota->items[i];
    const struct slot *slot = &problem->month->slots[item->slot];
    char date[DATE_TEXT_SIZE];
    add_row(start, date_format(slot->date, date), service->blocks[slot->block].id,
            service->clinicians[item->clinician].id, service->tasks[item->task].id,
            service->sites[item->site].id);
  }
  return start;
}

struct start *start_read(const char *path)
{
  struct diagnostics *diagnostics = diagnostics_new();
  struct rota_file *file = NULL;
  struct start *start = NULL;
  if (g_file_test(path, G_FILE_TEST_EXISTS) &&
      rota_file_read(path, diagnostics, &file) == STATUS_OK) {
    start = start_new();
    for (guint i = 0; i < file->rows->len; i++) {
      const struct rota_row *row = &g_array_index(file->rows, struct rota_row, i);
      add_row(start, row->date, row->session, row->clinician, row->task, row->site);
    }
  }
  rota_file_free(file);
  diagnostics_free(diagnostics);
  return start;
}

/* The row as an assignment of the problem so many days later. */
static bool find(const struct problem *problem, const struct rota_row *row, int days,
                 struct assignment *out)
{
  const struct service *service = problem->service;
  int date = DATE_NONE, block = service_block(service, row->session);
  *out = (struct assignment){
      .clinician = service_clinician(service, row->clinician),
      .task = service_task(service, row->task),
      .site = service_site(service, row->site),
  };
  if (block == NONE || out->clinician == NONE || out->task == NONE || out->site == NONE ||
      !date_parse(row->date, &date))
    return false;
  out->slot = month_slot(problem->month, date + days, block);
  return out->slot != NONE && problem_candidate(problem, out) != NONE;
}

struct rota *start_match(const struct start *start, const struct problem *problem, int *missed)
{
  struct rota *out = start_match_later(start, problem, 0);
  *missed = (int)start->rows->len - out->count;
  return out;
}

struct rota *start_match_later(const struct start *start, const struct problem *problem, int days)
{
  g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(struct assignment));
  for (guint i = 0; i < start->rows->len; i++) {
    struct assignment item;
    if (find(problem, &g_array_index(start->rows, struct rota_row, i), days, &item))
      g_array_append_val(items, item);
  }
  return rota_new(problem, (const struct assignment *)(const void *)items->data, (int)items->len);
}

struct start *start_written(const struct problem *problem, const char *directory)
{
  g_autofree char *path = g_build_filename(directory, problem->month->id, "rota.json", NULL);
  struct start *start = start_read(path);
  if (!start)
    return NULL;
  int missed;
  struct rota *rota = start_match(start, problem, &missed);
  struct audit *audit = audit_new(problem, rota);
  bool fine = missed == 0 && audit->broken == 0;
  audit_free(audit);
  rota_free(rota);
  if (fine)
    return start;
  start_free(start);
  return NULL;
}
