/* CBC, as Debian's coinor-cbc has it. Its words: CbcModel.cpp and CbcSolver.cpp, 2.10. */
#include "solver/engine/adapter.h"
#include "solver/engine/column_name.h"

#include <stdio.h>
#include <string.h>

static void add(GPtrArray *argv, const char *option, char *value)
{
  g_ptr_array_add(argv, g_strdup(option));
  if (value)
    g_ptr_array_add(argv, value);
}

static void command(const struct adapter_limits *limits, GPtrArray *argv)
{
  g_ptr_array_add(argv, g_strdup(ADAPTER_MODEL));
  add(argv, "-ratioGap", g_strdup("0"));
  add(argv, "-allowableGap", g_strdup("0"));
  add(argv, "-randomCbcSeed", g_strdup_printf("%d", (int)(1 + limits->seed % 1000000)));
  if (limits->seconds > 0)
    add(argv, "-seconds", g_strdup_printf("%.2f", limits->seconds)); /* of CPU time */
  if (limits->nodes > 0)
    add(argv, "-maxNodes", g_strdup_printf("%" G_GINT64_FORMAT, limits->nodes));
  if (limits->for_proof) /* of 1,200 tiny programmes its preprocessing got three wrong */
    add(argv, "-preprocess", g_strdup("off"));
  if (limits->cutoff)
    add(argv, "-cutoff", g_strdup_printf("%.1f", (double)*limits->cutoff + 0.5));
  if (limits->for_proof && (limits->has_start || limits->cutoff))
    add(argv, "-heuristics", g_strdup("off"));
  if (limits->has_basis)
    add(argv, "-basisIn", g_strdup(ADAPTER_BASIS));
  if (limits->has_start)
    add(argv, "-mipstart", g_strdup(ADAPTER_START));
  add(argv, "-solve", NULL);
  add(argv, "-solution", g_strdup(ADAPTER_ANSWER));
}

static void start(const int64_t *x, int n_columns, int64_t cost, GString *out)
{
  g_string_append_printf(out, "Feasible - objective value %" G_GINT64_FORMAT "\n", cost);
  for (int j = 0; j < n_columns; j++)
    if (x[j] != 0)
      g_string_append_printf(out, "%d x%d %" G_GINT64_FORMAT " 0\n", j, j + 1, x[j]);
}

/* The number after these words at the beginning of the line. */
static bool number_after(const char *line, const char *words, double *out)
{
  return g_str_has_prefix(line, words) && sscanf(line + strlen(words), "%lf", out) == 1;
}

static void hear_bound(struct adapter_words *words, double bound)
{
  if (bound < -1e15 || bound > 1e15 || (words->has_bound && bound <= words->bound))
    return;
  words->has_bound = true;
  words->bound = bound;
}

static void hear(const char *line, struct adapter_words *words)
{
  double number;
  const char *possible = strstr(line, "best possible ");
  if (g_str_has_prefix(line, "Version: ") && !*words->version)
    sscanf(line, "Version: %31s", words->version);
  else if (g_str_has_prefix(line, "Result - "))
    words->ended = true;
  else if (number_after(line, "Total iterations:", &number))
    words->iterations = (int64_t)number;
  else if (number_after(line, "Lower bound:", &number) ||
           (g_str_has_prefix(line, "Cbc0010I") && possible &&
            number_after(possible, "best possible ", &number)))
    hear_bound(words, number);
  if (g_str_has_prefix(line, "Result - Optimal solution found") && !strstr(line, "gap"))
    words->optimal = true;
  if (g_str_has_prefix(line, "Result - Problem proven infeasible") ||
      g_str_has_prefix(line, "Result - Linear relaxation infeasible") ||
      g_str_has_prefix(line, "Problem is infeasible") ||
      g_str_has_prefix(line, "Pre-processing says infeasible"))
    words->ended = words->infeasible = true;
}

/* "Optimal - objective value -862.00000000", then "7 x8 1 -3" for each value that is not 0. */
static bool answer(const char *text, int n_columns, double *x, struct adapter_words *words)
{
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  const char *stated = lines[0] ? strstr(lines[0], "objective value") : NULL;
  if (!stated || strstr(lines[0], "no integer solution") || strstr(lines[0], "nfeasible"))
    return false;
  words->has_objective = number_after(stated, "objective value", &words->objective);
  for (int k = 1; lines[k]; k++) {
    char name[32];
    double value;
    const char *line = lines[k] + strspn(lines[k], " *");
    int column =
        sscanf(line, "%*d %31s %lf", name, &value) == 2 ? column_name_read(name, n_columns) : -1;
    if (column >= 0)
      x[column] = value;
  }
  return true;
}

const struct adapter adapter_cbc = {"cbc", 0, NULL, command, start, hear, answer};
