#include "reports/chart.h"

#include "model/date.h"
#include "reports/html.h"
#include "reports/text.h"

#include <math.h>

enum { LEFT = 52, RIGHT = 36, TOP = 14, BOTTOM = 36 };
enum { MARKS = 4, LABEL_HEIGHT = 12, LABEL_GAP = 3, MONTH_WIDTH = 34 };

int64_t chart_reach(int64_t most, int64_t *step)
{
  static const int round[] = {1, 2, 5};
  int64_t ten = 1;
  *step = 1;
  for (int i = 0; *step * MARKS < most; i = (i + 1) % 3) {
    ten *= i == 0 && *step > 1 ? 10 : 1;
    *step = round[i] * ten;
  }
  return MAX(1, (most + *step - 1) / *step) * *step;
}

static double x_of(const struct chart *chart, double week)
{
  return LEFT + week * (chart->width - LEFT - RIGHT) / MAX(1, chart->x_most);
}

static double y_of(const struct chart *chart, double value)
{
  double height = chart->height - TOP - BOTTOM;
  return TOP + height * (1 - CLAMP(value / (double)chart->y_most, 0, 1));
}

/* With one decimal and a point, whatever the locale. */
static void append_number(GString *out, double value)
{
  int tenths = (int)lround(value * 10);
  g_string_append_printf(out, "%d.%d", tenths / 10, ABS(tenths) % 10);
}

static void append_point(const struct chart *chart, double week, double value)
{
  append_number(chart->out, x_of(chart, week));
  g_string_append_c(chart->out, ',');
  append_number(chart->out, y_of(chart, value));
  g_string_append_c(chart->out, ' ');
}

static void append_text(const struct chart *chart, double x, double y, const char *class,
                        const char *text)
{
  g_string_append(chart->out, "<text x=\"");
  append_number(chart->out, x);
  g_string_append(chart->out, "\" y=\"");
  append_number(chart->out, y);
  g_string_append_printf(chart->out, "\" class=\"%s\">", class);
  html_text(chart->out, text);
  g_string_append(chart->out, "</text>");
}

static void append_grid_line(const struct chart *chart, double y)
{
  g_string_append_printf(chart->out, "<path class=\"grid\" d=\"M%d ", LEFT);
  append_number(chart->out, y);
  g_string_append_printf(chart->out, "H%d\"/>", chart->width - RIGHT);
}

static void append_people_axis(const struct chart *chart)
{
  int64_t step;
  int64_t end = chart_reach(chart->y_most, &step);
  for (int64_t mark = 0; mark <= end; mark += step) {
    g_autoptr(GString) text = g_string_new(NULL);
    double y = y_of(chart, (double)mark);
    text_number(text, mark);
    append_grid_line(chart, y);
    append_text(chart, LEFT - 6, y + 4, "mark right", text->str);
  }
}

/* As many months apart as their names need room; of those that divide a year, so that January is
 * always among them. */
static int months_apart(const struct chart *chart)
{
  static const int steps[] = {1, 2, 3, 6};
  double month = 365.0 / 7 / YEAR_MONTHS * (x_of(chart, 1) - x_of(chart, 0));
  for (gsize i = 0; i < G_N_ELEMENTS(steps); i++)
    if (month * steps[i] >= MONTH_WIDTH)
      return steps[i];
  return YEAR_MONTHS;
}

/* A month's name where it begins, and the year below the first and each January. */
static void append_month(const struct chart *chart, int date, bool with_year)
{
  int foot = chart->height - BOTTOM;
  double x = x_of(chart, (date - (chart->monday - 1)) / (double)WEEK_DAYS);
  g_autofree char *year = g_strdup_printf("%d", date_year(date));
  g_string_append(chart->out, "<path class=\"grid\" d=\"M");
  append_number(chart->out, x);
  g_string_append_printf(chart->out, " %dv5\"/>", foot);
  append_text(chart, x, foot + 16, "mark middle", date_months_short[date_month(date) - 1]);
  if (with_year)
    append_text(chart, x, foot + 29, "mark middle", year);
}

static void append_months(const struct chart *chart)
{
  int from = chart->monday - 1, until = from + WEEK_DAYS * chart->x_most;
  int step = months_apart(chart), count = 0;
  for (int date = from; date <= until; date++) {
    if (date_day(date) != 1 || (date_month(date) - 1) % step != 0)
      continue;
    append_month(chart, date, count == 0 || date_month(date) == 1);
    count++;
  }
  char text[DATE_TEXT_SIZE];
  if (count == 0)
    append_text(chart, LEFT, chart->height - BOTTOM + 16, "mark", date_format_short(from, text));
}

void chart_begin(const struct chart *chart, const char *title, const char *description)
{
  g_string_append_printf(chart->out, "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"",
                         chart->width, chart->height);
  html_text(chart->out, title);
  g_string_append(chart->out, ". ");
  html_text(chart->out, description);
  g_string_append(chart->out, "\">");
  html_element(chart->out, "title", title);
  html_element(chart->out, "desc", description);
  append_people_axis(chart);
  append_months(chart);
  append_text(chart, LEFT, TOP - 4, "mark", chart->unit);
}

void chart_end(const struct chart *chart)
{
  g_string_append(chart->out, "</svg>\n");
}

static void append_area(const struct chart *chart, const double *low, const double *high,
                        const char *colour, const char *class)
{
  g_string_append_printf(chart->out, "<polygon class=\"%s\" fill=\"%s\" points=\"", class, colour);
  for (int week = 0; week <= chart->x_most; week++)
    append_point(chart, week, high[week]);
  for (int week = chart->x_most; week >= 0; week--)
    append_point(chart, week, low[week]);
  g_string_append(chart->out, "\"/>");
}

void chart_band(const struct chart *chart, const double *low, const double *high,
                const char *colour)
{
  append_area(chart, low, high, colour, "band");
}

void chart_layer(const struct chart *chart, const double *low, const double *high,
                 const char *colour)
{
  append_area(chart, low, high, colour, "layer");
}

static void append_line(const struct chart *chart, const double *values)
{
  g_string_append(chart->out, " points=\"");
  for (int week = 0; week <= chart->x_most; week++)
    append_point(chart, week, values[week]);
  g_string_append(chart->out, "\"/>");
}

void chart_line(const struct chart *chart, const double *values, const char *colour, bool dashed)
{
  g_string_append_printf(chart->out, "<polyline class=\"%s\" stroke=\"%s\"",
                         dashed ? "line dashed" : "line", colour);
  append_line(chart, values);
}

void chart_dashes(const struct chart *chart, const double *values, const char *colour,
                  const char *dashes)
{
  g_string_append_printf(
      chart->out, "<polyline class=\"line\" stroke=\"%s\" stroke-dasharray=\"%s\"", colour, dashes);
  append_line(chart, values);
}

void chart_mark(const struct chart *chart, int week, const char *text, int row)
{
  double x = x_of(chart, week);
  bool late = 5 * week > 4 * chart->x_most; /* there is no room to the right of it */
  g_string_append(chart->out, "<path class=\"line dashed\" stroke=\"#1d1d1b\" d=\"M");
  append_number(chart->out, x);
  g_string_append_printf(chart->out, " %dV%d\"/>", TOP + LABEL_HEIGHT * row + (row ? LABEL_GAP : 0),
                         chart->height - BOTTOM);
  append_text(chart, late ? x - 4 : x + 4, TOP + LABEL_HEIGHT * (1 + row),
              late ? "mark right" : "mark", text);
}

/* A label and where it goes. */
struct placed {
  const struct chart_label *label;
  double y;
};

static gint by_height(gconstpointer left, gconstpointer right)
{
  const struct placed *a = left, *b = right;
  return (a->y > b->y) - (a->y < b->y);
}

void chart_labels(const struct chart *chart, const struct chart_label *labels, int count)
{
  g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(struct placed));
  for (int i = 0; i < count; i++) {
    struct placed placed = {&labels[i], y_of(chart, labels[i].value) + 4};
    g_array_append_val(all, placed);
  }
  g_array_sort(all, by_height);
  double lowest = chart->height - BOTTOM;
  for (int i = 1; i < count; i++) {
    struct placed *above = &g_array_index(all, struct placed, i - 1);
    struct placed *at = &g_array_index(all, struct placed, i);
    at->y = MAX(at->y, above->y + LABEL_HEIGHT);
  }
  /* Labels that were pushed below the axis move up again, and others with them. */
  for (int i = count - 1; i >= 0; i--) {
    struct placed *at = &g_array_index(all, struct placed, i);
    at->y = MIN(at->y, lowest);
    lowest = at->y - LABEL_HEIGHT;
  }
  for (int i = 0; i < count; i++) {
    const struct placed *at = &g_array_index(all, struct placed, i);
    g_string_append_printf(chart->out, "<g fill=\"%s\">", at->label->colour);
    append_text(chart, chart->width - RIGHT + 5, at->y, "label", at->label->text);
    g_string_append(chart->out, "</g>");
  }
}
