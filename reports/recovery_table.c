#include "reports/recovery_report.h"
#include "reports/recovery_words.h"
#include "reports/text.h"

static void heading(GString *out, const char *text, bool colour)
{
  g_string_append_c(out, '\n');
  text_bold(out, text, colour);
  g_string_append_c(out, '\n');
}

static void indented(GString *out, const char *text)
{
  g_string_append(out, "  ");
  text_wrap(out, text, 2);
}

static void cell(GString *out, const char *text, int width)
{
  g_string_append_c(out, ' ');
  text_left(out, text, width);
}

static void cell_of(GString *out, char *text, int width)
{
  cell(out, text, width);
  g_free(text);
}

static void end_line(GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate(out, out->len - 1);
  g_string_append_c(out, '\n');
}

/* --- goals ---------------------------------------------------------------------- */

enum { GOAL_WIDTH = 39, MET_WIDTH = 17 };

static void print_goals(GString *out, const struct recovery *recovery, bool colour)
{
  heading(out, "Goals, each kept from then on", colour);
  g_string_append_c(out, ' ');
  cell(out, "", GOAL_WIDTH);
  cell(out, "as it is", MET_WIDTH);
  cell(out, "by the plan", MET_WIDTH);
  end_line(out);
  for (int g = 0; g < recovery->n_goals; g++) {
    const struct recovery_answer *goal = &recovery->goals[g];
    g_string_append_c(out, ' ');
    cell_of(out, recovery_goal_words(goal), GOAL_WIDTH);
    cell_of(out, recovery_met_words(recovery, &goal->as_it_is), MET_WIDTH);
    cell_of(out, recovery_met_words(recovery, &goal->planned), MET_WIDTH);
    end_line(out);
    g_autoptr(GString) chances = g_string_new(NULL);
    g_string_append_printf(chances,
                           "  by its date and on in %.0f of 100 courses as it is, %.0f by the plan",
                           100 * goal->as_it_is.chance, 100 * goal->planned.chance);
    if (recovery_is_built(recovery))
      g_string_append_printf(chances, ", %.0f with its months built", 100 * goal->built.chance);
    g_string_append(out, "  ");
    text_wrap(out, chances->str, 4);
  }
}

/* --- months --------------------------------------------------------------------- */

static void print_month(GString *out, const struct recovery *recovery, int index)
{
  const struct recovery_month *month = &recovery->months[index];
  g_autoptr(GString) line = g_string_new(NULL);
  g_autofree char *name = recovery_month_words(month->from);
  g_autofree char *pounds = recovery_pounds(month->pounds);
  g_autofree char *wte = g_strdup_printf("%.2f", month->wte_hundredths / 100.0);
  g_autofree char *planned = g_strdup_printf("%.0f", month->new_planned);
  g_autofree char *built =
      month->built == OUTCOME_BUILT ? g_strdup_printf("%.0f", month->new_built) : g_strdup("-");
  g_autofree char *points = month->built == OUTCOME_BUILT
                                ? g_strdup_printf("%" G_GINT64_FORMAT, month->points)
                                : g_strdup("-");
  cell(out, name, 9);
  text_right(out, pounds, 9);
  text_right(out, wte, 7);
  text_right(out, planned, 10);
  text_right(out, built, 8);
  text_right(out, points, 9);
  end_line(out);
  g_autoptr(GPtrArray) actions = recovery_action_words(month);
  for (guint a = 0; a < actions->len; a++) {
    g_string_append(out, "   ");
    text_wrap(out, actions->pdata[a], 7);
  }
}

static void print_months(GString *out, const struct recovery *recovery, bool colour)
{
  heading(out, "Month by month", colour);
  g_string_append(out,
                  "               pounds    WTE   new, by   built   points\n"
                  "                               plan\n");
  for (int m = 0; m < recovery->n_months; m++)
    print_month(out, recovery, m);
}

/* --- levers --------------------------------------------------------------------- */

static void print_levers(GString *out, const struct recovery *recovery, bool colour)
{
  heading(out, "What each lever does", colour);
  g_string_append(out, "        pounds    people   without it      a month late\n");
  for (int l = 0; l < recovery->n_levers; l++) {
    const struct recovery_share *share = &recovery->levers[l];
    g_autofree char *pounds = recovery_pounds(share->pounds);
    g_autofree char *people = g_strdup_printf("%.0f", share->people);
    g_autofree char *without = recovery_without_words(recovery, share);
    g_autofree char *slip = recovery_slip_words(recovery, share);
    indented(out, share->name);
    if (share->unit_months == 0) {
      g_string_append(out, "     not used\n");
      continue;
    }
    text_right(out, pounds, 14);
    text_right(out, people, 10);
    g_string_append(out, "   ");
    text_left(out, without, 15);
    g_string_append_c(out, ' ');
    text_left(out, slip, 30);
    end_line(out);
  }
}

char *recovery_table(const struct recovery *recovery, bool colour)
{
  GString *out = g_string_new(NULL);
  g_autofree char *title = recovery_title(recovery);
  text_bold(out, title, colour);
  g_string_append(out, "\n\n");
  if (recovery->fault) {
    indented(out, recovery->fault);
    return g_string_free(out, FALSE);
  }
  g_autofree char *summary = recovery_summary(recovery);
  g_autoptr(GPtrArray) risks = recovery_risks(recovery);
  indented(out, summary);
  print_goals(out, recovery, colour);
  print_months(out, recovery, colour);
  print_levers(out, recovery, colour);
  heading(out, "What is assumed, and what may go wrong", colour);
  for (guint i = 0; i < risks->len; i++)
    indented(out, risks->pdata[i]);
  return g_string_free(out, FALSE);
}
