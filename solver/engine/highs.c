/* HiGHS: its program, 1.4 and later; what it reads and says, as its source of 1.15 has it. */
#include "solver/engine/adapter.h"
#include "solver/engine/column_name.h"

#include <stdio.h>
#include <string.h>

/* It would stop at a hundredth of a percent, and take all the cores. */
static void options(const struct adapter_limits *limits, GString *out)
{
  g_string_append(out, "mip_rel_gap = 0\nmip_abs_gap = 0\nthreads = 1\n");
  if (limits->nodes > 0) /* which is no argument of the program */
    g_string_append_printf(out, "mip_max_nodes = %" G_GINT64_FORMAT "\n", limits->nodes);
}

static void command(const struct adapter_limits *limits, GPtrArray *argv)
{
  g_ptr_array_add(argv, g_strdup("--options_file"));
  g_ptr_array_add(argv, g_strdup(ADAPTER_OPTIONS));
  if (limits->seconds > 0) {
    g_ptr_array_add(argv, g_strdup("--time_limit"));
    g_ptr_array_add(argv, g_strdup_printf("%.2f", limits->seconds));
  }
  if (limits->has_start) {
    g_ptr_array_add(argv, g_strdup("--read_solution_file"));
    g_ptr_array_add(argv, g_strdup(ADAPTER_START));
  }
  g_ptr_array_add(argv, g_strdup("--random_seed"));
  g_ptr_array_add(argv, g_strdup_printf("%d", (int)(limits->seed % 1000000)));
  g_ptr_array_add(argv, g_strdup("--solution_file"));
  g_ptr_array_add(argv, g_strdup(ADAPTER_ANSWER));
  g_ptr_array_add(argv, g_strdup(ADAPTER_MODEL));
}

static void start(const int64_t *x, int n_columns, int64_t cost, GString *out)
{
  g_string_append_printf(out,
                         "Model status\nUnknown\n\n# Primal solution values\nFeasible\n"
                         "Objective %" G_GINT64_FORMAT "\n# Columns %d\n",
                         cost, n_columns);
  for (int j = 0; j < n_columns; j++)
    g_string_append_printf(out, "x%d %" G_GINT64_FORMAT "\n", j + 1, x[j]);
}

static bool number_in(const char *line, const char *format, double *out)
{
  return sscanf(line, format, out) == 1;
}

static void hear(const char *line, struct adapter_words *words)
{
  double number;
  if (!*words->version)
    sscanf(line, "Running HiGHS %31[0-9.]", words->version);
  if (number_in(line, " Dual bound %lf", &number) && number > -1e15 && number < 1e15) {
    words->has_bound = true;
    words->bound = number;
  }
  if (number_in(line, " LP iterations %lf", &number))
    words->iterations = (int64_t)number;
  if (g_str_has_prefix(line, "  Status ") || g_str_has_prefix(line, "Model ")) {
    words->ended = true;
    words->infeasible = words->infeasible || strstr(line, "Infeasible");
  }
}

/* "# Primal solution values", "Feasible", "Objective -862", "# Columns 3", "x1 0" ... */
static bool answer(const char *text, int n_columns, double *x, struct adapter_words *words)
{
  const char *primal = strstr(text, "# Primal solution values");
  if (!primal)
    return false;
  g_auto(GStrv) lines = g_strsplit(primal, "\n", -1);
  if (!lines[1] || strcmp(lines[1], "Feasible") != 0)
    return false;
  for (int k = 2; lines[k] && !g_str_has_prefix(lines[k], "# Rows"); k++) {
    char name[32];
    double value;
    if (number_in(lines[k], "Objective %lf", &words->objective))
      words->has_objective = true;
    else if (sscanf(lines[k], "%31s %lf", name, &value) == 2) {
      int column = column_name_read(name, n_columns);
      if (column >= 0)
        x[column] = value;
    }
  }
  return true;
}

const struct adapter adapter_highs = {"highs", options, command, start, hear, answer};
