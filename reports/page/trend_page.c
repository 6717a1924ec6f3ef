/* Months side by side: hours, wishes, duty and evenings for each WTE, and 80:20. */
#include "planning/trend.h"
#include "reports/page/month_page.h"
#include "reports/page/page.h"

#include <math.h>

enum { FULL_TIME = 100 };

/* One figure of a person in a month; NAN: there is none. */
typedef double (*trend_figure)(const struct trend_month *month, int wte_percent);

static double of_contract(const struct trend_month *month, int minutes)
{
  return month->contract_minutes > 0 && minutes >= 0 ? 100.0 * minutes / month->contract_minutes
                                                     : (double)NAN;
}

static double hours_planned(const struct trend_month *month, int wte_percent)
{
  (void)wte_percent;
  return of_contract(month, month->planned_minutes);
}

static double hours_worked(const struct trend_month *month, int wte_percent)
{
  (void)wte_percent;
  return of_contract(month, month->worked_minutes);
}

static double wishes_met(const struct trend_month *month, int wte_percent)
{
  (void)wte_percent;
  return month->satisfaction >= 0 ? (double)month->satisfaction : (double)NAN;
}

static double duty_per_wte(const struct trend_month *month, int wte_percent)
{
  return wte_percent > 0 ? 100.0 * month->duty / wte_percent : NAN;
}

static double evenings_per_wte(const struct trend_month *month, int wte_percent)
{
  return wte_percent > 0 ? 100.0 * month->evenings / wte_percent : NAN;
}

static double generalist(const struct trend_month *month, int wte_percent)
{
  (void)wte_percent;
  int64_t all = month->generalist_minutes + month->specialist_minutes;
  return all > 0 && month->specialist_minutes > 0 && month->generalist_minutes > 0
             ? 100.0 * (double)month->generalist_minutes / (double)all
             : NAN;
}

struct measure {
  const char *id, *title, *words, *unit;
  trend_figure figure;
};

static const struct measure measures[] = {
    {"hours", "Hours planned", "Share of contracted hours, as each month was first published.", "%",
     hours_planned},
    {"worked", "Hours worked", "Share of contracted hours, as mended and as recorded since.", "%",
     hours_worked},
    {"wishes", "Wishes met", "Share of wishes, among those who asked for anything.", "%",
     wishes_met},
    {"duty", "Duty", "Sessions on duty for each whole-time equivalent.", "", duty_per_wte},
    {"evenings", "Evenings", "Sessions from 17:00 on for each whole-time equivalent.", "",
     evenings_per_wte},
    {"generalist", "Generalist work",
     "Share of clinical hours, among those who did both kinds of work.", "%", generalist},
};

static double figure_at(const struct trend *trend, const struct measure *measure, int clinician,
                        int m)
{
  int at = clinician * trend->n_months + m;
  return trend->people[at].here ? measure->figure(&trend->people[at], trend->wte_percent[at]) : NAN;
}

static void append_figure(GString *out, double figure, const char *unit)
{
  if (isnan(figure))
    g_string_append(out, "<td class=\"number\">-</td>");
  else
    g_string_append_printf(out, "<td class=\"number\">%.1f%s</td>", figure, unit);
}

static bool is_part_time(const struct trend *trend, int clinician)
{
  return trend->wte_percent[(clinician + 1) * trend->n_months - 1] < FULL_TIME;
}

/* The mean of those who have the figure: of part-timers, or of those full-time. */
static double mean_of(const struct trend *trend, const struct measure *measure, bool part_time,
                      int m)
{
  double sum = 0;
  int count = 0;
  for (int c = 0; c < trend->problem->service->n_clinicians; c++) {
    double figure = figure_at(trend, measure, c, m);
    if (is_part_time(trend, c) != part_time || isnan(figure))
      continue;
    sum += figure;
    count++;
  }
  return count ? sum / count : NAN;
}

static void append_mean(struct page *page, const struct trend *trend, const struct measure *measure,
                        bool part_time)
{
  bool any = false;
  for (int m = 0; m < trend->n_months; m++)
    any = any || !isnan(mean_of(trend, measure, part_time, m));
  if (!any)
    return;
  g_string_append_printf(page->out, "<tr class=\"mean\"><th scope=\"row\">%s, on average</th>",
                         part_time ? "Part-time" : "Full-time");
  for (int m = 0; m < trend->n_months; m++)
    append_figure(page->out, mean_of(trend, measure, part_time, m), measure->unit);
  g_string_append(page->out, "</tr>\n");
}

static void append_person(struct page *page, const struct trend *trend,
                          const struct measure *measure, int clinician)
{
  bool any = false;
  for (int m = 0; m < trend->n_months; m++)
    any = any || !isnan(figure_at(trend, measure, clinician, m));
  if (!any)
    return;
  g_string_append_printf(page->out, "<tr data-c=\"%d\"><th scope=\"row\">", clinician);
  page_clinician(page, clinician);
  g_string_append(page->out, "</th>");
  for (int m = 0; m < trend->n_months; m++)
    append_figure(page->out, figure_at(trend, measure, clinician, m), measure->unit);
  g_string_append(page->out, "</tr>\n");
}

/* Of evenings where nobody works any there is nothing to say. */
static bool has_any(const struct trend *trend, const struct measure *measure)
{
  for (int c = 0; c < trend->problem->service->n_clinicians; c++)
    for (int m = 0; m < trend->n_months; m++)
      if (figure_at(trend, measure, c, m) > 0)
        return true;
  return false;
}

static void append_measure(struct page *page, const struct trend *trend,
                           const struct measure *measure)
{
  g_autoptr(GString) columns = g_string_new("Clinician");
  for (int m = 0; m < trend->n_months; m++)
    g_string_append_printf(columns, "|>%s", trend->titles[m]);
  page_section(page, measure->id, measure->title, NULL);
  page_table(page, measure->words, columns->str);
  append_mean(page, trend, measure, false);
  append_mean(page, trend, measure, true);
  for (int c = 0; c < trend->problem->service->n_clinicians; c++)
    append_person(page, trend, measure, c);
  page_table_end(page);
  page_section_end(page);
}

char *trend_page(const struct assessment *assessment, const struct kept *kept)
{
  struct trend *trend = trend_new(assessment, kept);
  g_autofree char *title =
      g_strdup_printf("%s: months side by side", assessment->problem->service->name);
  const char *first = trend->titles[0], *last = trend->titles[trend->n_months - 1];
  g_autofree char *subtitle =
      trend->n_months > 1 ? g_strdup_printf("%s, up to %s", first, last) : g_strdup(first);
  struct page page = page_begin(assessment, title, subtitle, false);
  page_contents(&page);
  g_string_append(page.out, "<div class=\"measures\">\n");
  for (size_t i = 0; i < G_N_ELEMENTS(measures); i++)
    if (has_any(trend, &measures[i]))
      append_measure(&page, trend, &measures[i]);
  g_string_append(page.out, "</div>\n");
  trend_free(trend);
  return page_end(&page);
}
