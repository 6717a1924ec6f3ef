#include "planning/month_rota.h"

#include "planning/published_rota.h"
#include "planning/start.h"
#include "planning/versions.h"

bool month_rota_is_there(const char *directory, const char *month_id)
{
  g_autofree char *built = g_build_filename(directory, month_id, "rota.json", NULL);
  g_autofree char *published = versions_current_path(directory, month_id);
  return g_file_test(built, G_FILE_TEST_IS_REGULAR) ||
         g_file_test(published, G_FILE_TEST_IS_REGULAR);
}

struct rota *month_rota_new(const struct folder *folder, const char *directory, bool *published)
{
  g_autoptr(GArray) versions = versions_read(directory, folder->month->id);
  const struct version *current = versions_current(versions);
  int missed;
  *published = current && current->published;
  if (*published)
    return published_rota_new(folder->problem, current->published);
  struct start *start = start_written(folder->problem, directory);
  struct rota *rota = start ? start_match(start, folder->problem, &missed) : NULL;
  start_free(start);
  return rota;
}
