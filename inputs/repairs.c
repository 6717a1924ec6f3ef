#include "inputs/repairs.h"

#include <glib.h>
#include <string.h>

char *repairs_folder(const char *month_id)
{
  return g_build_filename(month_id, "repairs", NULL);
}

bool repairs_has(struct where where)
{
  return where.file && strstr(where.file, "/repairs/") != NULL;
}
