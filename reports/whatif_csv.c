#include "planning/answers.h"
#include "planning/answers_weeks.h"
#include "reports/text.h"
#include "reports/whatif_report.h"
#include "reports/whatif_words.h"

/* Without commas, for programs; nothing for what is not known. */
static void append_figure(GString *out, int64_t value, int decimals)
{
  if (value == OUTCOME_UNKNOWN)
    return;
  if (decimals == 0)
    g_string_append_printf(out, "%" G_GINT64_FORMAT, value);
  else
    g_string_append_printf(out, "%s%" G_GINT64_FORMAT ".%02d", value < 0 ? "-" : "",
                           ABS(value) / 100, (int)(ABS(value) % 100));
}

/* What a row is about; week -1: about no single week. */
struct row {
  const char *scenario, *measure, *about, *unit;
  int week, decimals;
};

static void append_row(GString *out, const struct row *row, int64_t value, int64_t difference,
                       bool unclear)
{
  text_csv(out, row->scenario);
  g_string_append_c(out, ',');
  text_csv(out, row->measure);
  g_string_append_c(out, ',');
  text_csv(out, row->about);
  g_string_append_c(out, ',');
  if (row->week >= 0)
    g_string_append_printf(out, "%d", row->week);
  g_string_append_c(out, ',');
  text_csv(out, row->unit);
  g_string_append_c(out, ',');
  append_figure(out, value, row->decimals);
  g_string_append_c(out, ',');
  append_figure(out, difference, row->decimals);
  g_string_append(out, unclear ? ",no\n" : difference == OUTCOME_UNKNOWN ? ",\n" : ",yes\n");
}

static void append_answers(GString *out, const GPtrArray *answers, const char *name, int column)
{
  for (guint i = 0; i < answers->len; i++) {
    const struct answer *answer = g_ptr_array_index(answers, i);
    const struct answer_cell *cell = &answer->cells[column];
    const struct row row = {name, answer->measure.id,      answer->about, answer->measure.unit,
                            -1,   answer->measure.decimals};
    append_row(out, &row, cell->value, cell->difference, cell->unclear);
  }
}

static void append_held(GString *out, const struct outcome *outcome)
{
  for (guint i = 0; i < outcome->held->len; i++) {
    const struct outcome_held *held = g_ptr_array_index(outcome->held, i);
    const struct row row = {outcome->name, "held", held->words, "sessions", -1, 0};
    append_row(out, &row, held->sessions, OUTCOME_UNKNOWN, false);
  }
}

/* Of one week, a column and one series: the mean, and what 10% and 90% don't exceed. */
static void append_spread(GString *out, const struct answers_weeks *weeks, int column, int group,
                          enum outcome_series series, struct row row)
{
  static const struct outcome_spread none = {
      .mean = OUTCOME_UNKNOWN, .low = OUTCOME_UNKNOWN, .high = OUTCOME_UNKNOWN};
  const struct outcome_spread *own = answers_weeks_of(weeks, column, row.week, group, series);
  const struct outcome_spread *base = answers_weeks_of(weeks, 0, row.week, group, series);
  base = base ? base : &none;
  g_autofree char *low = g_strconcat(row.measure, "_p10", NULL);
  g_autofree char *high = g_strconcat(row.measure, "_p90", NULL);
  const struct {
    const char *measure;
    int64_t value, base;
  } figures[] = {{row.measure, own->mean, base->mean},
                 {low, own->low, base->low},
                 {high, own->high, base->high}};
  for (gsize i = 0; i < G_N_ELEMENTS(figures); i++) {
    int64_t difference = outcome_difference(figures[i].value, figures[i].base);
    row.measure = figures[i].measure;
    append_row(
        out, &row, figures[i].value, difference,
        difference != OUTCOME_UNKNOWN &&
            answers_weeks_are_unclear(weeks, column, row.week, group, series, i > 0, difference));
  }
}

/* What a series counts, and of whom: "waiting" of "priority", or of "priority/0-1". */
static char *about_of(int group, enum outcome_series series, const char **measure)
{
  bool waits = series <= SERIES_LONG;
  *measure = waits ? "waiting" : outcome_series_name(series);
  return series == SERIES_SIZE || !waits
             ? g_strdup(waiting_group_names[group])
             : g_strconcat(waiting_group_names[group], "/", outcome_series_name(series), NULL);
}

static void append_weeks(GString *out, const struct answers_weeks *weeks, const char *name,
                         int column, int n_weeks)
{
  for (int g = 0; g < WAITING_GROUPS; g++)
    for (int s = 0; s < OUTCOME_SERIES; s++) {
      const char *measure;
      g_autofree char *about = about_of(g, (enum outcome_series)s, &measure);
      if (s >= SERIES_SLOTS && g != WAITING_ALL)
        continue;
      for (int w = 0; w <= n_weeks; w++)
        append_spread(out, weeks, column, g, (enum outcome_series)s,
                      (struct row){name, measure, about, "people", w, 2});
    }
}

char *whatif_csv(const struct whatif_report *report)
{
  g_autoptr(GPtrArray) answers =
      answers_new(report->baseline, report->scenarios, report->n_scenarios);
  const struct answers_weeks weeks = {report->baseline, report->scenarios, report->n_scenarios};
  GString *out = g_string_new("scenario,measure,about,week,unit,value,difference,clear\n");
  for (int c = 0; c <= report->n_scenarios; c++) {
    const struct outcome *outcome = whatif_report_outcome(report, c);
    append_answers(out, answers, outcome->name, c);
    append_held(out, outcome);
    if (outcome->weeks)
      append_weeks(out, &weeks, outcome->name, c, outcome->n_weeks);
  }
  return g_string_free(out, FALSE);
}
