#include "reports/whatif_words.h"

#include "model/month_id.h"
#include "reports/text.h"

#include <string.h>

enum { LETTERS = 26, YEAR_WEEKS = 48 };
/* In hundredths. A larger share, such as that of a cost near 0, tells nothing. */
enum { PERCENT_MOST = 99999 };

const struct outcome *whatif_report_outcome(const struct whatif_report *report, int column)
{
  return column == 0 ? report->baseline : report->scenarios[column - 1];
}

char *whatif_letter(int index)
{
  GString *out = g_string_new(NULL);
  for (int rest = index; rest >= 0; rest = rest / LETTERS - 1)
    g_string_prepend_c(out, (char)('A' + rest % LETTERS));
  return g_string_free(out, FALSE);
}

char *whatif_month(const char *id)
{
  int date;
  if (!id || !month_id_parse(id, &date))
    return g_strdup(id ? id : "");
  g_autofree char *month =
      g_strdup_printf("%s %d", date_month_names[date_month(date) - 1], date_year(date));
  return month_id_is_weeks(id) ? g_strdup_printf("the weeks from %d %s", date_day(date), month)
                               : g_steal_pointer(&month);
}

char *whatif_day(int date)
{
  return g_strdup_printf("%d %s %d", date_day(date), date_months_short[date_month(date) - 1],
                         date_year(date));
}

static void append_number(GString *out, const struct measure *measure, int64_t value)
{
  if (measure->decimals == 0) {
    text_number(out, value);
    return;
  }
  if (value < 0)
    g_string_append_c(out, '-');
  text_number(out, ABS(value) / 100);
  g_string_append_printf(out, ".%02d", (int)(ABS(value) % 100));
}

void whatif_figure(GString *out, const struct measure *measure, int64_t value)
{
  if (value == OUTCOME_UNKNOWN) {
    g_string_append_c(out, '-');
    return;
  }
  bool percent = strcmp(measure->unit, "%") == 0;
  if (percent && measure->decimals && value > PERCENT_MOST) {
    g_string_append(out, ">999%");
    return;
  }
  append_number(out, measure, value);
  if (percent)
    g_string_append_c(out, '%');
}

void whatif_difference(GString *out, const struct measure *measure, int64_t difference)
{
  if (difference == OUTCOME_UNKNOWN || measure->better == BETTER_NEVER)
    return;
  if (difference == 0) {
    g_string_append_c(out, '=');
    return;
  }
  if (difference > 0)
    g_string_append_c(out, '+');
  append_number(out, measure, difference);
}

/* "21 Feb", and "Feb '28" of a day so far ahead that its year is to be said. */
static char *short_day(int date, int week)
{
  const char *month = date_months_short[date_month(date) - 1];
  return week < YEAR_WEEKS ? g_strdup_printf("%d %s", date_day(date), month)
                           : g_strdup_printf("%s '%02d", month, date_year(date) % 100);
}

static char *standard_met(const struct answer_cell *cell)
{
  const struct outcome_standard *standard = cell->standard;
  if (standard->met < 0)
    return g_strdup("no");
  g_autofree char *day =
      standard->met == 0 ? g_strdup("now") : short_day(cell->met_on, standard->met);
  return g_strconcat(day, standard->lasts ? "" : "!", NULL);
}

char *whatif_value(const struct answer *answer, int column)
{
  const struct answer_cell *cell = &answer->cells[column];
  if (answer->is_standard)
    return cell->standard ? standard_met(cell) : g_strdup("-");
  GString *out = g_string_new(NULL);
  whatif_figure(out, &answer->measure, cell->value);
  return g_string_free(out, FALSE);
}

char *whatif_change_figure(const struct answer *answer, int column)
{
  const struct answer_cell *cell = &answer->cells[column];
  GString *out = g_string_new(NULL);
  if (column > 0)
    whatif_difference(out, &answer->measure, cell->difference);
  if (column > 0 && out->len == 0 && answer->is_standard && cell->same && !cell->unclear)
    g_string_append_c(out, '=');
  return g_string_free(out, FALSE);
}

char *whatif_change(const struct answer *answer, int column)
{
  g_autofree char *figure = whatif_change_figure(answer, column);
  return g_strconcat(column > 0 && answer->cells[column].unclear ? "~" : "", figure, NULL);
}

const char *whatif_status_words(enum outcome_status status)
{
  static const char *const words[OUTCOME_STATUSES] = {
      [OUTCOME_UNLAWFUL] = "no lawful rota", [OUTCOME_NOTHING] = "no rota in the time",
      [OUTCOME_UNSTAFFED] = "not known",     [OUTCOME_FAILED] = "failed",
      [OUTCOME_INTERRUPTED] = "not built",
  };
  return words[status];
}
