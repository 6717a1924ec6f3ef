#include "planning/decide.h"

#include "model/formulation.h"
#include "model/text_wrap.h"
#include "planning/decide_parts.h"
#include "planning/decide_words.h"

static void begin(struct deciding *at, const struct problem *problem,
                  const struct programme *programme, struct diagnostics *out)
{
  *at = (struct deciding){.problem = problem, .programme = programme, .out = out};
  at->propagation = propagation_new(programme);
  at->in = g_new(bool, (gsize)programme->n_rows + 1);
  for (int r = 0; r < programme->n_rows; r++)
    at->in[r] = true;
  decide_locks(at);
  decide_needs(at);
  decide_rows(at);
}

static void end(struct deciding *at)
{
  if (at->clashes)
    g_ptr_array_unref(at->clashes);
  g_free(at->in);
  propagation_free(at->propagation);
}

/* As decide_text, in the diagnostics. */
static void find(const struct problem *problem, const struct programme *programme, bool whole,
                 struct diagnostics *out)
{
  struct programme *made = programme ? NULL : formulation_build(problem);
  int errors = diagnostics_errors(out);
  struct deciding at;
  begin(&at, problem, programme ? programme : made, out);
  decide_flow(&at);
  decide_words_tell_clashes(&at);
  if (whole && diagnostics_errors(out) == errors)
    decide_search(&at);
  end(&at);
  programme_free(made);
}

void decide(const struct problem *problem, struct diagnostics *out)
{
  find(problem, NULL, true, out);
}

void decide_alone(const struct problem *problem, struct diagnostics *out)
{
  struct programme *made = formulation_build(problem);
  struct deciding at;
  begin(&at, problem, made, out);
  end(&at);
  programme_free(made);
}

void decide_warnings(const struct problem *problem, struct diagnostics *out)
{
  struct diagnostics *found = diagnostics_new();
  int count;
  decide_alone(problem, found);
  const struct diagnostic *items = diagnostics_sorted(found, &count);
  for (int i = 0; i < count; i++)
    if (items[i].severity == SEVERITY_WARNING)
      diagnostics_repeat(out, &items[i], "");
  diagnostics_free(found);
}

/* "  2027-01/locks.csv:2: this lock can't stand: ..." */
static void append_item(GString *text, const struct diagnostic *item)
{
  g_autoptr(GString) line = g_string_new(NULL);
  if (item->where.file && item->where.line > 0)
    g_string_append_printf(line, "%s:%d: ", item->where.file, item->where.line);
  else if (item->where.file)
    g_string_append_printf(line, "%s: ", item->where.file);
  g_string_append(line, item->text);
  g_string_append(text, "  ");
  text_wrap(text, line->str, 4);
}

char *decide_text(const struct problem *problem, const struct programme *programme, bool whole)
{
  struct diagnostics *found = diagnostics_new();
  GString *text = g_string_new("No lawful rota exists, whatever is done:\n\n");
  int count;
  find(problem, programme, whole, found);
  bool decided = diagnostics_errors(found) > 0;
  const struct diagnostic *items = diagnostics_sorted(found, &count);
  for (int i = 0; i < count; i++) {
    if (items[i].severity == SEVERITY_ERROR)
      append_item(text, &items[i]);
  }
  diagnostics_free(found);
  return g_string_free(text, !decided);
}
