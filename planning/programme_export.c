#include "planning/programme_export.h"

#include "model/formulation.h"
#include "planning/programme_names.h"
#include "solver/solver.h"

#include <glib/gstdio.h>

static enum status write_file(const struct problem *problem, enum programme_format format,
                              const char *path)
{
  struct programme *programme = formulation_build(problem);
  g_auto(GStrv) columns = programme_names_of_columns(problem, programme);
  g_auto(GStrv) rows = programme_names_of_rows(problem, programme);
  enum status status = solver_write(programme, format == PROGRAMME_MPS ? SOLVER_MPS : SOLVER_LP,
                                    path, (const char *const *)columns, (const char *const *)rows);
  programme_free(programme);
  return status;
}

/* GLPK writes to files alone, so the text takes its way through a folder of our own. */
enum status programme_export(const struct problem *problem, enum programme_format format,
                             char **out)
{
  g_autofree char *folder = g_dir_make_tmp("rota-XXXXXX", NULL);
  if (!folder)
    return STATUS_IO;
  g_autofree char *path = g_build_filename(folder, "programme", NULL);
  enum status status = write_file(problem, format, path);
  if (status == STATUS_OK && !g_file_get_contents(path, out, NULL, NULL))
    status = STATUS_IO;
  g_unlink(path);
  g_rmdir(folder);
  return status;
}
