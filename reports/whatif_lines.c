#include "reports/whatif_lines.h"

#include "reports/whatif_words.h"

#include <string.h>

const struct outcome *whatif_report_outcome(const struct whatif_report *report, int column)
{
  return column == 0 ? report->baseline : report->scenarios[column - 1];
}

static void free_line(gpointer data)
{
  struct whatif_line *line = data;
  g_free(line->label);
  g_free(line->about_text);
  g_free(line->values);
  g_strfreev(line->texts);
  g_free(line);
}

/* The lines in the making. */
struct writer {
  const struct whatif_report *report;
  GPtrArray *lines;
  int columns;
};

static struct whatif_line *line_new(const struct writer *writer, const struct measure *measure)
{
  struct whatif_line *line = g_new0(struct whatif_line, 1);
  line->measure = *measure;
  line->about = "";
  line->values = g_new(int64_t, (gsize)writer->columns);
  for (int c = 0; c < writer->columns; c++)
    line->values[c] = OUTCOME_UNKNOWN;
  return line;
}

/* Keeps the line if any column knows it. */
static void add_line(struct writer *writer, struct whatif_line *line)
{
  bool known = line->texts != NULL;
  for (int c = 0; c < writer->columns; c++)
    known = known || line->values[c] != OUTCOME_UNKNOWN;
  if (known)
    g_ptr_array_add(writer->lines, line);
  else
    free_line(line);
}

static void add_measures(struct writer *writer, enum measure_group group)
{
  for (int m = 0; m < OUTCOME_MEASURES; m++) {
    if (outcome_measures[m].group != group)
      continue;
    struct whatif_line *line = line_new(writer, &outcome_measures[m]);
    for (int c = 0; c < writer->columns; c++)
      line->values[c] = whatif_report_outcome(writer->report, c)->values[m];
    add_line(writer, line);
  }
}

static bool is_like(const struct outcome_standard *a, const struct outcome_standard *b)
{
  return a->group == b->group && a->weeks == b->weeks;
}

/* The week of one standard; where a scenario has another it stays unknown. */
static void add_standard(struct writer *writer, const struct outcome_standard *standard)
{
  static const struct measure met = {"standard_met", "",   "week", 0, BETTER_LOWER,
                                     GROUP_WAITING,  false};
  struct whatif_line *line = line_new(writer, &met);
  line->label = whatif_standard_name(standard);
  line->measure.words = line->label;
  line->about_text =
      g_strdup_printf("%s/%d", waiting_group_names[standard->group], standard->weeks);
  line->about = line->about_text;
  line->texts = g_new0(char *, (gsize)writer->columns + 1);
  for (int c = 0; c < writer->columns; c++) {
    const struct outcome *outcome = whatif_report_outcome(writer->report, c);
    line->texts[c] = g_strdup("-");
    for (int s = 0; s < outcome->n_standards; s++) {
      if (!is_like(&outcome->standards[s], standard))
        continue;
      g_free(line->texts[c]);
      line->texts[c] = whatif_standard_met(&outcome->standards[s]);
      if (outcome->standards[s].met >= 0)
        line->values[c] = outcome->standards[s].met;
    }
  }
  add_line(writer, line);
}

static void add_standards(struct writer *writer)
{
  for (int c = 0; c < writer->columns; c++) {
    const struct outcome *outcome = whatif_report_outcome(writer->report, c);
    if (outcome->n_standards == 0)
      continue;
    for (int s = 0; s < outcome->n_standards; s++)
      add_standard(writer, &outcome->standards[s]);
    return;
  }
}

static bool has_line(const struct writer *writer, const char *id, const char *about)
{
  for (guint i = 0; i < writer->lines->len; i++) {
    const struct whatif_line *line = g_ptr_array_index(writer->lines, i);
    if (strcmp(line->measure.id, id) == 0 && strcmp(line->about, about) == 0)
      return true;
  }
  return false;
}

static const struct outcome_shortfall *find_shortfall(const struct outcome *outcome,
                                                      const struct outcome_shortfall *like)
{
  for (guint i = 0; i < outcome->shortfalls->len; i++) {
    const struct outcome_shortfall *item = g_ptr_array_index(outcome->shortfalls, i);
    if (strcmp(item->rule, like->rule) == 0 && strcmp(item->kind, like->kind) == 0)
      return item;
  }
  return NULL;
}

/* Kinds of shortfall as people say them; of a rule of its own, its name says it. */
static const char *kind_words(const char *kind)
{
  static const char *const words[][2] = {
      {"need", ", needed"}, {"target", ", below target"}, {"over", ", more than wanted"}};
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
    if (strcmp(kind, words[i][0]) == 0)
      return words[i][1];
  return "";
}

/* A built rota without such a shortfall is short of nothing. */
static void add_shortfall(struct writer *writer, const struct outcome_shortfall *shortfall,
                          bool points)
{
  static const struct measure missing = {"shortfall",  "",          "missing", 0,
                                         BETTER_LOWER, GROUP_COVER, true};
  static const struct measure cost = {"shortfall_cost", "",          "points", 0,
                                      BETTER_LOWER,     GROUP_COVER, true};
  g_autofree char *about = g_strdup_printf("%s/%s", shortfall->rule, shortfall->kind);
  if (has_line(writer, points ? cost.id : missing.id, about))
    return;
  struct whatif_line *line = line_new(writer, points ? &cost : &missing);
  line->label =
      g_strconcat(shortfall->rule, kind_words(shortfall->kind), points ? ", points" : "", NULL);
  line->measure.words = line->label;
  line->about = line->about_text = g_steal_pointer(&about);
  for (int c = 0; c < writer->columns; c++) {
    const struct outcome *outcome = whatif_report_outcome(writer->report, c);
    const struct outcome_shortfall *item = find_shortfall(outcome, shortfall);
    if (outcome->status == OUTCOME_BUILT)
      line->values[c] = !item ? 0 : points ? item->points : item->missing;
  }
  add_line(writer, line);
}

static void add_shortfalls(struct writer *writer)
{
  for (int c = 0; c < writer->columns; c++) {
    const struct outcome *outcome = whatif_report_outcome(writer->report, c);
    for (guint i = 0; i < outcome->shortfalls->len; i++) {
      add_shortfall(writer, g_ptr_array_index(outcome->shortfalls, i), false);
      add_shortfall(writer, g_ptr_array_index(outcome->shortfalls, i), true);
    }
  }
}

static const struct outcome_pcn *find_pcn(const struct outcome *outcome, const char *id)
{
  for (guint i = 0; i < outcome->pcns->len; i++) {
    const struct outcome_pcn *item = g_ptr_array_index(outcome->pcns, i);
    if (strcmp(item->id, id) == 0)
      return item;
  }
  return NULL;
}

static void add_pcn(struct writer *writer, const struct outcome_pcn *pcn, bool gap)
{
  static const struct measure density = {"pcn_per_10000", "",        "sessions", 2,
                                         BETTER_HIGHER,   GROUP_FCP, true};
  static const struct measure days = {"pcn_worst_gap", "",        "days", 0,
                                      BETTER_LOWER,    GROUP_FCP, true};
  if (has_line(writer, gap ? days.id : density.id, pcn->id))
    return;
  struct whatif_line *line = line_new(writer, gap ? &days : &density);
  line->label = g_strdup_printf("%s: %s", pcn->name, gap ? "longest run without" : "per 10,000");
  line->measure.words = line->label;
  line->about = line->about_text = g_strdup(pcn->id);
  for (int c = 0; c < writer->columns; c++) {
    const struct outcome_pcn *item = find_pcn(whatif_report_outcome(writer->report, c), pcn->id);
    if (item)
      line->values[c] = gap ? item->worst_gap_days : item->per_10000;
  }
  add_line(writer, line);
}

static void add_pcns(struct writer *writer)
{
  for (int c = 0; c < writer->columns; c++) {
    const struct outcome *outcome = whatif_report_outcome(writer->report, c);
    for (guint i = 0; i < outcome->pcns->len; i++) {
      add_pcn(writer, g_ptr_array_index(outcome->pcns, i), false);
      add_pcn(writer, g_ptr_array_index(outcome->pcns, i), true);
    }
  }
}

GPtrArray *whatif_lines_new(const struct whatif_report *report)
{
  struct writer writer = {report, g_ptr_array_new_with_free_func(free_line),
                          1 + report->n_scenarios};
  for (int g = 0; g < MEASURE_GROUPS; g++) {
    if (g == GROUP_WAITING)
      add_standards(&writer);
    add_measures(&writer, (enum measure_group)g);
    if (g == GROUP_COVER)
      add_shortfalls(&writer);
    if (g == GROUP_FCP)
      add_pcns(&writer);
  }
  return writer.lines;
}

char *whatif_line_value(const struct whatif_line *line, int column)
{
  if (line->texts)
    return g_strdup(line->texts[column]);
  GString *out = g_string_new(NULL);
  whatif_figure(out, &line->measure, line->values[column]);
  return g_string_free(out, FALSE);
}

static int64_t difference_of(const struct whatif_line *line, int column)
{
  return outcome_difference(line->values[column], line->values[0]);
}

char *whatif_line_difference(const struct whatif_line *line, int column)
{
  GString *out = g_string_new(NULL);
  if (column > 0)
    whatif_difference(out, &line->measure, difference_of(line, column));
  if (column > 0 && out->len == 0 && line->texts &&
      strcmp(line->texts[0], line->texts[column]) == 0)
    g_string_append_c(out, '=');
  return g_string_free(out, FALSE);
}

int whatif_line_judge(const struct whatif_line *line, int column)
{
  return column == 0 ? 0 : whatif_judge(&line->measure, difference_of(line, column));
}

bool whatif_line_differs(const struct whatif_line *line, int columns)
{
  for (int c = 1; c < columns; c++)
    if (line->values[c] != line->values[0])
      return true;
  return false;
}
