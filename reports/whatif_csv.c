#include "planning/answers.h"
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

static void append_spread(GString *out, struct row row, const struct outcome_spread *spread,
                          const struct outcome_spread *base)
{
  static const struct outcome_spread none = {OUTCOME_UNKNOWN, OUTCOME_UNKNOWN, OUTCOME_UNKNOWN};
  base = base ? base : &none;
  bool unclear =
      spread->mean != base->mean && spread->mean >= base->low && spread->mean <= base->high;
  row.measure = "waiting";
  append_row(out, &row, spread->mean, outcome_difference(spread->mean, base->mean), unclear);
  row.measure = "waiting_p10";
  append_row(out, &row, spread->low, outcome_difference(spread->low, base->low), unclear);
  row.measure = "waiting_p90";
  append_row(out, &row, spread->high, outcome_difference(spread->high, base->high), unclear);
}

/* Group and band: "priority", "priority/0-1". */
static void append_weeks(GString *out, const struct whatif_report *report, const char *name,
                         int column)
{
  const struct outcome *outcome = whatif_report_outcome(report, column);
  const struct outcome *baseline = report->baseline;
  for (int g = 0; outcome->weeks && g < WAITING_GROUPS; g++)
    for (int s = 0; s < OUTCOME_SERIES; s++) {
      g_autofree char *about =
          s == 0 ? g_strdup(waiting_group_names[g])
                 : g_strconcat(waiting_group_names[g], "/", waiting_bands[s - 1].name, NULL);
      for (int w = 0; w <= outcome->n_weeks; w++) {
        const struct outcome_spread *base =
            baseline->weeks && w <= baseline->n_weeks ? &baseline->weeks[w].of[g][s] : NULL;
        append_spread(out, (struct row){name, NULL, about, "people", w, 2},
                      &outcome->weeks[w].of[g][s], base);
      }
    }
}

char *whatif_csv(const struct whatif_report *report)
{
  g_autoptr(GPtrArray) answers =
      answers_new(report->baseline, report->scenarios, report->n_scenarios);
  GString *out = g_string_new("scenario,measure,about,week,unit,value,difference,clear\n");
  for (int c = 0; c <= report->n_scenarios; c++) {
    const char *name = whatif_report_outcome(report, c)->name;
    append_answers(out, answers, name, c);
    append_weeks(out, report, name, c);
  }
  return g_string_free(out, FALSE);
}
