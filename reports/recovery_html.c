/* The plan as a page that a commissioner reads. */
#include "reports/answer_page.h"
#include "reports/chart.h"
#include "reports/html.h"
#include "reports/recovery_report.h"
#include "reports/recovery_words.h"
#include "reports/text.h"
#include "reports/whatif_page.h"

#include <math.h>

enum { WIDTH = 800, HEIGHT = 340 };

/* Short waits light, then blue; those over 12 weeks orange to brown. */
static const char *const colours[RECOVERY_EDGES] = {"#deebf7", "#b8d4ea", "#85b8da", "#fdb863",
                                                    "#f08a3c", "#c8520c", "#7f2704"};
static const char *const bands[RECOVERY_EDGES] = {
    "under 2 weeks",  "2 to 4 weeks",   "4 to 12 weeks",    "12 to 18 weeks",
    "18 to 24 weeks", "24 to 52 weeks", "52 weeks and over"};

static void own_cell(GString *out, char *text)
{
  html_element(out, "td", text);
  g_free(text);
}

static void own_words(GString *out, char *text)
{
  g_string_append(out, "<td class=\"word\">");
  html_text(out, text);
  g_string_append(out, "</td>");
  g_free(text);
}

/* --- the list -------------------------------------------------------------------- */

static void append_key(GString *out)
{
  g_string_append(out, "<ul class=\"key\">");
  for (int e = 0; e < RECOVERY_EDGES; e++) {
    g_string_append_printf(out, "<li><i style=\"background:%s\"></i>%s</li>", colours[e], bands[e]);
  }
  g_string_append(
      out,
      "<li><i style=\"border-top:2px dashed #595959;height:0;vertical-align:middle\"></i>"
      "everybody who waits, as it is</li></ul>\n");
}

static int64_t reach(const struct recovery *recovery)
{
  double most = 1;
  int64_t step;
  for (int w = 0; w <= recovery->n_weeks; w++) {
    double sum = 0;
    for (int e = 0; e < RECOVERY_EDGES; e++)
      sum += recovery->weeks[w].waiting[e];
    most = MAX(most, MAX(sum, recovery->weeks[w].as_it_is));
  }
  return chart_reach((int64_t)ceil(most), &step);
}

/* Longest waits at the bottom, so that what the goals are about is read off the axis. */
static void append_layers(const struct chart *chart, const struct recovery *recovery)
{
  gsize weeks = (gsize)recovery->n_weeks + 1;
  double *low = g_new0(double, weeks), *high = g_new0(double, weeks);
  for (int e = RECOVERY_EDGES - 1; e >= 0; e--) {
    for (gsize w = 0; w < weeks; w++)
      high[w] = low[w] + MAX(recovery->weeks[w].waiting[e], 0);
    chart_layer(chart, low, high, colours[e]);
    for (gsize w = 0; w < weeks; w++)
      low[w] = high[w];
  }
  for (gsize w = 0; w < weeks; w++)
    low[w] = recovery->weeks[w].as_it_is;
  chart_line(chart, low, whatif_page_colour(0), true);
  g_free(low);
  g_free(high);
}

/* The goal that comes after so many others, by week and then as they are written. */
static const struct recovery_answer *goal_in_row(const struct recovery *recovery, int row)
{
  const struct recovery_answer *goals = recovery->goals, *out = goals;
  for (int g = 0; g < recovery->n_goals; g++) {
    int before = 0;
    for (int k = 0; k < recovery->n_goals; k++)
      before += goals[k].week < goals[g].week || (goals[k].week == goals[g].week && k < g);
    out = before == row ? &goals[g] : out;
  }
  return out;
}

static void append_list(GString *out, const struct recovery *recovery)
{
  const struct chart chart = {.out = out,
                              .width = WIDTH,
                              .height = HEIGHT,
                              .x_most = recovery->n_weeks,
                              .monday = recovery->monday,
                              .y_most = reach(recovery),
                              .unit = "people"};
  answer_page_section(out, "Who waits, by weeks waited");
  g_string_append(out, "<figure class=\"wide\" tabindex=\"0\">");
  chart_begin(&chart, "People waiting by weeks waited",
              "Layers by the plan; upright lines are the goals at their dates");
  append_layers(&chart, recovery);
  for (int row = 0; row < recovery->n_goals; row++) {
    const struct recovery_answer *goal = goal_in_row(recovery, row);
    g_autofree char *text = recovery_goal_words(goal);
    chart_mark(&chart, goal->week, text, row);
  }
  chart_end(&chart);
  g_string_append(out, "</figure>\n");
  append_key(out);
  answer_page_section_end(out);
}

/* --- tables ---------------------------------------------------------------------- */

static void append_goals(GString *out, const struct recovery *recovery)
{
  bool built = recovery_is_built(recovery);
  const char *const names[] = {"Goal",
                               "<As it is",
                               "<By the plan",
                               "Sure, by the plan",
                               built ? "With its months built" : NULL,
                               NULL};
  answer_page_section(out, "Goals");
  answer_page_table(out, "Goals", names);
  for (int g = 0; g < recovery->n_goals; g++) {
    const struct recovery_answer *goal = &recovery->goals[g];
    g_autofree char *words = recovery_goal_words(goal);
    answer_page_row(out, words);
    own_words(out, recovery_met_words(recovery, &goal->as_it_is));
    own_words(out, recovery_met_words(recovery, &goal->planned));
    own_cell(out, g_strdup_printf("%.0f in 100", 100 * goal->planned.chance));
    if (built)
      own_cell(out, g_strdup_printf("%.0f in 100", 100 * goal->built.chance));
    g_string_append(out, "</tr>\n");
  }
  answer_page_table_end(out);
  html_element(out, "p",
               "Each goal is to hold from its date to the end of the plan. How sure is counted in "
               "200 courses of referrals, attendance and removals by chance.");
  answer_page_section_end(out);
}

static void append_built(GString *out, const struct recovery_month *month)
{
  bool built = month->built == OUTCOME_BUILT;
  own_cell(out, built ? g_strdup_printf("%.0f", month->new_built) : g_strdup("-"));
  own_cell(out, built ? g_strdup_printf("%" G_GINT64_FORMAT, month->points) : g_strdup("-"));
}

static void append_month(GString *out, const struct recovery_month *month, bool any_built)
{
  g_autofree char *name = recovery_month_words(month->from);
  answer_page_row(out, name);
  g_autoptr(GPtrArray) actions = recovery_action_words(month);
  g_string_append(out, "<td class=\"text\">");
  for (guint a = 0; a < actions->len; a++) {
    g_string_append(out, a > 0 ? "<br>" : "");
    html_text(out, actions->pdata[a]);
  }
  g_string_append(out, "</td>");
  own_cell(out, recovery_pounds(month->pounds));
  own_cell(out, g_strdup_printf("%.2f", month->wte_hundredths / 100.0));
  own_cell(out, g_strdup_printf("%.0f", month->new_planned));
  if (any_built)
    append_built(out, month);
  g_string_append(out, "</tr>\n");
}

static void append_months(GString *out, const struct recovery *recovery)
{
  bool any_built = false;
  for (int m = 0; m < recovery->n_months; m++)
    any_built = any_built || recovery->months[m].built == OUTCOME_BUILT;
  const char *const names[] = {"Month",
                               "<Actions",
                               "Pounds",
                               "WTE",
                               "New appointments, by the plan",
                               any_built ? "As built" : NULL,
                               "Points of its rota",
                               NULL};
  answer_page_section(out, "Actions, month by month");
  answer_page_table(out, "Actions, month by month", names);
  for (int m = 0; m < recovery->n_months; m++)
    append_month(out, &recovery->months[m], any_built);
  answer_page_table_end(out);
  answer_page_section_end(out);
}

static void append_lever(GString *out, const struct recovery *recovery,
                         const struct recovery_share *share)
{
  g_autofree char *name =
      share->most_at_once > 1
          ? g_strdup_printf("%s, up to %d at once", share->name, share->most_at_once)
          : g_strdup(share->name);
  answer_page_row(out, name);
  own_cell(out, g_strdup_printf("%d", share->months));
  own_cell(out, recovery_pounds(share->pounds));
  own_cell(out, g_strdup_printf("%.0f", share->people));
  if (recovery->end == RECOVERY_PLANNED) {
    own_cell(out, recovery_without_words(recovery, share));
    own_words(out, recovery_slip_words(recovery, share));
  }
  g_string_append(out, "</tr>\n");
}

/* What would become of the plan without each is asked where there is a plan. */
static void append_levers(GString *out, const struct recovery *recovery)
{
  bool planned = recovery->end == RECOVERY_PLANNED;
  const char *const names[] = {"Lever",
                               "Months in use",
                               "Pounds",
                               "People off the list",
                               planned ? "Plan without it" : NULL,
                               "<If it is a month late",
                               NULL};
  answer_page_section(out, "What each lever does");
  answer_page_table(out, "What each lever does", names);
  for (int l = 0; l < recovery->n_levers; l++)
    append_lever(out, recovery, &recovery->levers[l]);
  answer_page_table_end(out);
  answer_page_section_end(out);
}

static void append_risks(GString *out, const struct recovery *recovery)
{
  g_autoptr(GPtrArray) risks = recovery_risks(recovery);
  answer_page_section(out, "Assumptions and risks");
  g_string_append(out, "<ul>");
  for (guint i = 0; i < risks->len; i++)
    html_element(out, "li", risks->pdata[i]);
  g_string_append(out, "</ul>");
  answer_page_section_end(out);
}

char *recovery_html(const struct recovery *recovery)
{
  g_autofree char *title = recovery_title(recovery);
  GString *out = answer_page_begin(title);
  g_autofree char *summary =
      recovery->fault ? g_strdup(recovery->fault) : recovery_summary(recovery);
  html_element(out, "p", summary);
  answer_page_main(out);
  if (!recovery->fault) {
    append_list(out, recovery);
    append_goals(out, recovery);
    append_months(out, recovery);
    append_levers(out, recovery);
    append_risks(out, recovery);
  }
  return answer_page_end(out);
}
