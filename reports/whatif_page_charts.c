/* The waiting lists, drawn. */
#include "model/date.h"
#include "reports/chart.h"
#include "reports/html.h"
#include "reports/text.h"
#include "reports/whatif_page.h"
#include "reports/whatif_words.h"

enum { WIDTH = 380, HEIGHT = 230, WIDE = 800, TALL = 320 };

#define EDGE_COLOUR "#1d1d1b"

/* Who has waited from so many weeks on, the longest first: short waits are light, then blue; those
 * over 12 weeks orange to brown. An edge with a label is a line. */
static const struct {
  int weeks;
  const char *colour, *band, *label;
} edges[] = {
    {WAITING_LONGEST_WEEKS, "#541a02", "over 52", "52"},
    {WAITING_LONG_WEEKS, "#a63c06", "24-52", "24"},
    {WAITING_STANDARD_WEEKS, "#e0701b", "18-24", "18"},
    {12, "#fdb863", "12-18", "12"},
    {4, "#4a90c4", "4-12", NULL},
    {2, "#85b8da", "2-4", "2"},
    {1, "#b8d4ea", "1-2", NULL},
    {0, "#deebf7", "0-1", NULL},
};

/* The weeks of one series, as numbers of people. */
struct series {
  double *mean, *low, *high;
};

static struct series series_new(const struct outcome *outcome, int group, int index)
{
  gsize count = (gsize)outcome->n_weeks + 1;
  struct series out = {g_new(double, count), g_new(double, count), g_new(double, count)};
  for (int w = 0; w <= outcome->n_weeks; w++) {
    const struct outcome_spread *spread = &outcome->weeks[w].of[group][index];
    out.mean[w] = (double)spread->mean / 100;
    out.low[w] = (double)spread->low / 100;
    out.high[w] = (double)spread->high / 100;
  }
  return out;
}

static void series_clear(struct series *series)
{
  g_free(series->mean);
  g_free(series->low);
  g_free(series->high);
}

/* The end of the axis that all charts of a group share. */
static int64_t reach(const struct whatif_page *page, int group)
{
  int64_t most = 0, step;
  for (int c = 0; c < page->columns; c++) {
    const struct outcome *outcome = whatif_report_outcome(page->report, c);
    for (int w = 0; outcome->weeks && w <= outcome->n_weeks; w++)
      most = MAX(most, (outcome->weeks[w].of[group][SERIES_SIZE].high + 99) / 100);
  }
  return chart_reach(most, &step);
}

/* "from 9,000 to 11,200 people in 26 weeks (10-90%: 10,900 to 11,400)" */
static char *describe(const struct outcome *outcome, int group)
{
  GString *out = g_string_new("Mean from ");
  const struct outcome_spread *now = &outcome->weeks[0].of[group][SERIES_SIZE];
  const struct outcome_spread *end = &outcome->weeks[outcome->n_weeks].of[group][SERIES_SIZE];
  text_number(out, (now->mean + 50) / 100);
  g_string_append(out, " to ");
  text_number(out, (end->mean + 50) / 100);
  g_string_append_printf(out, " people in %d weeks; at the end, 8 cases in 10 lie between ",
                         outcome->n_weeks);
  text_number(out, (end->low + 50) / 100);
  g_string_append(out, " and ");
  text_number(out, (end->high + 50) / 100);
  return g_string_free(out, FALSE);
}

/* Of a group's list in the weeks of that outcome. */
static struct chart chart_of(const struct whatif_page *page, const struct outcome *outcome,
                             int group)
{
  return (struct chart){.out = page->out,
                        .width = WIDTH,
                        .height = HEIGHT,
                        .x_most = outcome->n_weeks,
                        .monday = page->monday,
                        .y_most = reach(page, group),
                        .unit = "people"};
}

static void append_caption(struct whatif_page *page, const char *text)
{
  g_string_append(page->out, "<figure>");
  html_element(page->out, "figcaption", text);
}

/* The means of all scenarios in one drawing. */
static void append_overview(struct whatif_page *page)
{
  const struct outcome *baseline = page->report->baseline;
  struct chart chart = chart_of(page, baseline, WAITING_ALL);
  chart.width = WIDE;
  chart.height = TALL;
  g_autoptr(GArray) labels = g_array_new(FALSE, FALSE, sizeof(struct chart_label));
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
  g_autofree char *description = describe(baseline, WAITING_ALL);
  g_string_append(page->out, "<figure class=\"wide\" tabindex=\"0\">");
  html_element(page->out, "figcaption", "Everybody who waits: the means of all scenarios");
  chart_begin(&chart, "Waiting list of all scenarios", description);
  for (int c = page->columns - 1; c >= 0; c--) {
    const struct outcome *outcome = whatif_report_outcome(page->report, c);
    if (!outcome->weeks || outcome->n_weeks != chart.x_most)
      continue;
    struct series series = series_new(outcome, WAITING_ALL, 0);
    if (c == 0)
      chart_line(&chart, series.mean, whatif_page_colour(c), true);
    else
      chart_dashes(&chart, series.mean, whatif_page_colour(c), whatif_page_dashes(c));
    g_ptr_array_add(texts, c == 0 ? g_strdup("now") : whatif_letter(c - 1));
    struct chart_label label = {texts->pdata[texts->len - 1], whatif_page_colour(c),
                                series.mean[chart.x_most]};
    g_array_append_val(labels, label);
    series_clear(&series);
  }
  chart_labels(&chart, (const struct chart_label *)(const void *)labels->data, (int)labels->len);
  chart_end(&chart);
  g_string_append(page->out, "</figure>\n");
}

/* The list of one group in one scenario: its mean and its 10-90% band, and the
 * baseline's mean behind them. */
static void append_group(struct whatif_page *page, int column, int group, const char *caption)
{
  const struct outcome *outcome = whatif_report_outcome(page->report, column);
  const struct outcome *baseline = page->report->baseline;
  struct chart chart = chart_of(page, outcome, group);
  g_autofree char *description = describe(outcome, group);
  g_autofree char *title = g_strdup_printf("%s: %s", outcome->name, caption);
  struct series series = series_new(outcome, group, 0);
  append_caption(page, caption);
  chart_begin(&chart, title, description);
  chart_band(&chart, series.low, series.high, whatif_page_colour(column));
  if (column > 0 && baseline->weeks && baseline->n_weeks == outcome->n_weeks) {
    struct series before = series_new(baseline, group, 0);
    chart_line(&chart, before.mean, whatif_page_colour(0), true);
    series_clear(&before);
  }
  chart_line(&chart, series.mean, whatif_page_colour(column), false);
  chart_end(&chart);
  series_clear(&series);
  g_string_append(page->out, "</figure>\n");
}

/* How many have waited so many weeks or longer, at the end of each week; g_free it. */
static double *waited_from(const struct outcome *outcome, int weeks)
{
  double *out = g_new0(double, (gsize)outcome->n_weeks + 1);
  for (int w = 0; w <= outcome->n_weeks; w++) {
    const struct outcome_spread *of = outcome->weeks[w].of[WAITING_ALL];
    int64_t people = weeks == WAITING_LONG_WEEKS ? of[SERIES_LONG].mean : 0;
    for (int b = 0; b < WAITING_BANDS && weeks != WAITING_LONG_WEEKS; b++)
      people += waiting_bands[b].from >= weeks ? of[SERIES_BAND + b].mean : 0;
    out[w] = (double)people / 100;
  }
  return out;
}

/* Those who have waited longest lie at the bottom, so that the edge of each layer is how many have
 * waited so long; the edges that standards speak of are lines. */
static void append_bands(struct whatif_page *page, int column)
{
  const struct outcome *outcome = whatif_report_outcome(page->report, column);
  struct chart chart = chart_of(page, outcome, WAITING_ALL);
  g_autofree char *title = g_strdup_printf("%s: how long people have waited", outcome->name);
  double *low = g_new0(double, (gsize)outcome->n_weeks + 1);
  struct chart_label labels[G_N_ELEMENTS(edges)];
  gsize first = G_N_ELEMENTS(edges); /* the shortest waits stand first, above the others */
  append_caption(page, "How long people have waited: lines at 2, 12, 18, 24 and 52 weeks");
  chart_begin(&chart, title, "People on the list by weeks waited, stacked; the table has them");
  for (gsize e = 0; e < G_N_ELEMENTS(edges); e++) {
    double *high = waited_from(outcome, edges[e].weeks);
    chart_layer(&chart, low, high, edges[e].colour);
    if (edges[e].label) {
      chart_line(&chart, high, EDGE_COLOUR, false);
      labels[--first] = (struct chart_label){edges[e].label, EDGE_COLOUR, high[chart.x_most]};
    }
    g_free(low);
    low = high;
  }
  g_free(low);
  chart_labels(&chart, labels + first, (int)(G_N_ELEMENTS(edges) - first));
  chart_end(&chart);
  g_string_append(page->out, "</figure>\n");
}

static void append_cell(struct whatif_page *page, int64_t hundredths)
{
  g_autoptr(GString) text = g_string_new(NULL);
  text_number(text, (hundredths + 50) / 100);
  html_element(page->out, "td", text->str);
}

/* The figures that the drawings show, as a table. */
static void append_table(struct whatif_page *page, const struct outcome *outcome)
{
  static const char *const groups[] = {"priority", "routine", "all"};
  g_string_append(
      page->out,
      "<details><summary>The figures, week by week</summary>"
      "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Week by week\">"
      "<table><caption>People waiting at the end of "
      "each week (the first row is now)</caption><thead><tr><th scope=\"col\">week to</th>");
  for (gsize g = 0; g < G_N_ELEMENTS(groups); g++)
    g_string_append_printf(page->out,
                           "<th scope=\"col\">%s</th><th scope=\"col\">10%%</th>"
                           "<th scope=\"col\">90%%</th>",
                           groups[g]);
  for (int b = 0; b < WAITING_BANDS; b++)
    g_string_append_printf(page->out, "<th scope=\"col\">%s weeks</th>", waiting_bands[b].name);
  g_string_append(page->out, "</tr></thead><tbody>\n");
  for (int w = 0; w <= outcome->n_weeks; w++) {
    g_autofree char *day = whatif_day(page->monday + WEEK_DAYS * w - 1);
    g_string_append_printf(page->out, "<tr><th scope=\"row\">%s</th>", day);
    for (int g = 0; g < WAITING_GROUPS; g++) {
      append_cell(page, outcome->weeks[w].of[g][SERIES_SIZE].mean);
      append_cell(page, outcome->weeks[w].of[g][SERIES_SIZE].low);
      append_cell(page, outcome->weeks[w].of[g][SERIES_SIZE].high);
    }
    for (int b = 0; b < WAITING_BANDS; b++)
      append_cell(page, outcome->weeks[w].of[WAITING_ALL][SERIES_BAND + b].mean);
    g_string_append(page->out, "</tr>\n");
  }
  g_string_append(page->out, "</tbody></table></div></details>\n");
}

static void append_key(struct whatif_page *page)
{
  g_string_append(page->out,
                  "<ul class=\"key\"><li><i style=\"border-top:2px dashed #595959;"
                  "height:0;vertical-align:middle\"></i>as it is</li>"
                  "<li><i style=\"background:#0072b2;opacity:.25\"></i>8 cases in 10"
                  "</li>");
  for (gsize e = G_N_ELEMENTS(edges); e-- > 0;)
    g_string_append_printf(page->out,
                           "<li><i style=\"background:%s;border:1px solid #c9c9c4\"></i>"
                           "%s weeks</li>",
                           edges[e].colour, edges[e].band);
  g_string_append(page->out, "</ul>\n");
}

static void append_scenario(struct whatif_page *page, int column)
{
  const struct outcome *outcome = whatif_report_outcome(page->report, column);
  if (!outcome->weeks)
    return;
  g_autofree char *letter = column == 0 ? g_strdup("now") : whatif_letter(column - 1);
  g_string_append_printf(page->out,
                         "<section class=\"scenario\"><h3><span class=\"badge\" "
                         "style=\"background:%s\">%s</span>",
                         whatif_page_colour(column), letter);
  html_text(page->out, outcome->name);
  g_string_append(page->out, "</h3>\n<div class=\"charts\">\n");
  append_group(page, column, WAITING_PRIORITY, "Priority");
  append_group(page, column, WAITING_ROUTINE, "Routine");
  append_bands(page, column);
  g_string_append(page->out, "</div>\n");
  append_table(page, outcome);
  g_string_append(page->out, "</section>\n");
}

void whatif_page_charts(struct whatif_page *page)
{
  g_string_append(page->out, "<section><h2>The waiting list</h2>\n");
  if (page->report->baseline->weeks) {
    append_overview(page);
    append_key(page);
    for (int c = 0; c < page->columns; c++)
      append_scenario(page, c);
  } else
    html_element(page->out, "p",
                 "The service says nothing of its referrals and waits (waiting_list: in "
                 "service.yaml), or has no rota as it is: no waiting list is drawn.");
  g_string_append(page->out, "</section>\n");
}
