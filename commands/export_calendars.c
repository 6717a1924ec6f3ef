#include "commands/export_calendars.h"

#include "commands/command.h"
#include "commands/output.h"
#include "planning/which_version.h"
#include "reports/ical.h"

struct calendars {
  const struct existing_rota *rota;
  const char *folder;
  bool force;
  char *stamp;
  GPtrArray *versions; /* struct rota: what was published so far, and at last this one */
  struct file_set *files;
  GPtrArray *texts; /* and paths, which the set borrows */
};

static bool has_work(const struct rota *rota, struct ical_of of)
{
  for (int i = 0; i < rota->count; i++)
    if (rota->items[i].clinician == of.clinician || rota->items[i].site == of.site)
      return true;
  return false;
}

/* Who had work and has none any more needs a calendar that says so. */
static bool has_ever_work(const GPtrArray *versions, struct ical_of of)
{
  for (guint v = 0; v < versions->len; v++)
    if (has_work(versions->pdata[v], of))
      return true;
  return false;
}

/* Adds the calendar, unless there is nothing in it. False, having said so, where its file
 * can't be made. */
static bool add(struct calendars *calendars, const char *kind, const char *id, struct ical_of of)
{
  if (!has_ever_work(calendars->versions, of))
    return true;
  g_autofree char *name = g_strdup_printf("%s-%s.ics", kind, id);
  char *path = g_build_filename(calendars->folder, name, NULL);
  char *text = ical_text(calendars->rota->folder.problem,
                         (const struct rota *const *)(void *)calendars->versions->pdata,
                         (int)calendars->versions->len, of, calendars->stamp);
  g_ptr_array_add(calendars->texts, path);
  g_ptr_array_add(calendars->texts, text);
  file_set_add(calendars->files, path, text);
  return output_is_free(path, calendars->force);
}

static int write_all(struct calendars *calendars)
{
  const struct service *service = calendars->rota->folder.service;
  char *message = NULL;
  bool free = true;
  for (int c = 0; c < service->n_clinicians && free; c++)
    free = add(calendars, "person", service->clinicians[c].id, (struct ical_of){c, NONE});
  for (int s = 0; s < service->n_sites && free; s++)
    free = add(calendars, "site", service->sites[s].id, (struct ical_of){NONE, s});
  if (!free)
    return EXIT_USAGE;
  return output_end(file_set_write(calendars->files, &message), &message);
}

int export_calendars(const struct existing_rota *rota, const char *directory, const char *folder,
                     bool force)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc();
  char *message = NULL;
  int status = output_end(file_set_make_folder(folder, &message), &message);
  if (status != EXIT_DONE)
    return status;
  struct calendars calendars = {
      .rota = rota,
      .folder = folder,
      .force = force,
      .stamp = g_date_time_format(now, "%Y%m%dT%H%M%SZ"),
      .versions = which_version_so_far(directory, rota->folder.problem, rota->rota),
      .files = file_set_new(NULL),
      .texts = g_ptr_array_new_with_free_func(g_free)};
  status = write_all(&calendars);
  file_set_free(calendars.files);
  g_ptr_array_unref(calendars.texts);
  g_ptr_array_unref(calendars.versions);
  g_free(calendars.stamp);
  return status;
}
