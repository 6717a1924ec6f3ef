/* Columns have numbers in what goes out, and no other names. */
#ifndef ROTA_SOLVER_ENGINE_COLUMN_NAME_H
#define ROTA_SOLVER_ENGINE_COLUMN_NAME_H

#include <glib.h>

/* "x12" is column 11. -1: it is none of n_columns. */
static inline int column_name_read(const char *name, int n_columns)
{
  guint64 number = 0;
  if (*name != 'x' ||
      !g_ascii_string_to_unsigned(name + 1, 10, 1, (guint64)n_columns, &number, NULL))
    return -1;
  return (int)number - 1;
}

#endif
