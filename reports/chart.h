/* Charts of weekly numbers as SVG within a page. Sizes are in CSS pixels. */
#ifndef ROTA_REPORTS_CHART_H
#define ROTA_REPORTS_CHART_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

struct chart {
  GString *out;
  int width, height;
  int x_most;       /* weeks 0 ... x_most */
  int monday;       /* date on which week 1 begins: week w ends on the Sunday monday + 7 w - 1 */
  int64_t y_most;   /* what the axis reaches; see chart_reach */
  const char *unit; /* of the vertical axis: "people" */
};

/* The end of an axis that shows `most` on round numbers, and the step of its marks. */
int64_t chart_reach(int64_t most, int64_t *step);

/* Opens the drawing, with its axes, that of time in calendar months. The title is what screen
 * readers read, and the description after it. */
void chart_begin(const struct chart *chart, const char *title, const char *description);
void chart_end(const struct chart *chart);

/* The rest draws numbers of the weeks 0 ... x_most. `colour` is a CSS colour. */

/* Between low and high, see-through. */
void chart_band(const struct chart *chart, const double *low, const double *high,
                const char *colour);
/* Between low and high, solid: a layer of a stack. */
void chart_layer(const struct chart *chart, const double *low, const double *high,
                 const char *colour);
void chart_line(const struct chart *chart, const double *values, const char *colour, bool dashed);
/* `dashes`: lengths drawn and left out, as in SVG: "8 3 2 3". */
void chart_dashes(const struct chart *chart, const double *values, const char *colour,
                  const char *dashes);

/* An upright line at the end of a week, with a text beside its top; `row` 0, 1 ... moves both down,
 * so that lines in order of their weeks, each a row further down, don't cross earlier texts. */
void chart_mark(const struct chart *chart, int week, const char *text, int row);

/* A text at the line's right end, moved down or up to leave room for others. */
struct chart_label {
  const char *text, *colour;
  double value;
};
void chart_labels(const struct chart *chart, const struct chart_label *labels, int count);

#endif
