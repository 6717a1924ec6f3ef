/* The first thing that is read: is it complete, lawful, fair, good? And the filters. */
#include "reports/page/page.h"
#include "reports/text.h"

/* One figure, what it is, and a line below it. */
static void append_card(struct page *page, const char *class, const char *figure, const char *what,
                        const char *more)
{
  g_string_append_printf(page->out, "<li class=\"%s\">", class);
  html_element(page->out, "b", figure);
  html_element(page->out, "span", what);
  html_element(page->out, "small", more);
  g_string_append(page->out, "</li>\n");
}

static void append_gaps(struct page *page)
{
  const struct assessment *assessment = page->assessment;
  int64_t below = assessment->kinds[SHORTFALL_TARGET].missing;
  g_autofree char *figure = g_strdup_printf("%d", assessment->gaps.count);
  g_autofree char *more =
      below ? g_strdup_printf("short of targets by %" G_GINT64_FORMAT, below) : g_strdup("");
  append_card(page, assessment->gaps.count ? "bad" : "good", figure,
              assessment->gaps.count == 1 ? "gap in what is needed" : "gaps in what is needed",
              more);
}

static void append_rules(struct page *page)
{
  int broken = page->assessment->audit->broken + page->assessment->misfits;
  g_autofree char *figure = g_strdup_printf("%d", broken);
  g_autofree char *more = g_strdup_printf("of %d in force", page->assessment->hard_uses);
  append_card(page, broken ? "bad" : "good", figure,
              broken == 1 ? "hard limit broken" : "hard limits broken", more);
}

static void append_fair(struct page *page)
{
  const struct totals *totals = &page->assessment->totals;
  if (totals->asked > 0) {
    g_autofree char *figure = g_strdup_printf("%d%%", totals->satisfaction_percent);
    g_autofree char *more =
        g_strdup_printf("least %d%%, of %d who asked", totals->least_percent, totals->asked);
    append_card(page, "", figure, "of wishes met on average", more);
  }
  if (totals->streams.generalist_hundredths >= 0) {
    g_autofree char *figure =
        g_strdup_printf("%.0f:%.0f", (double)totals->streams.generalist_hundredths / 100,
                        100 - (double)totals->streams.generalist_hundredths / 100);
    g_autofree char *more =
        totals->service_ratio.generalist + totals->service_ratio.specialist
            ? g_strdup_printf("asked for %d:%d", totals->service_ratio.generalist,
                              totals->service_ratio.specialist)
            : g_strdup("");
    append_card(page, "", figure, "generalist to specialist", more);
  }
}

static void append_good(struct page *page)
{
  const struct assessment *assessment = page->assessment;
  g_autoptr(GString) figure = g_string_new(NULL), more = g_string_new(NULL);
  text_number(figure, assessment->audit->cost);
  if (assessment->gap_hundredths == 0)
    g_string_append(more, "proven: no rota costs less");
  else if (assessment->gap_hundredths > 0) {
    g_string_append(more, "no rota costs less than ");
    text_number(more, assessment->run.bound);
  }
  append_card(page, "", figure->str, "points of cost", more->str);
  g_autofree char *hours = g_strdup_printf("%.1f%%", assessment->totals.planned_percent);
  if (assessment->totals.contract_minutes > 0)
    append_card(page, "", hours, "of contracts' hours planned", "");
}

void page_today(struct page *page)
{
  g_string_append(page->out, "<div id=\"today\" role=\"status\" hidden></div>\n");
}

void page_summary(struct page *page)
{
  g_string_append(page->out, "<ul class=\"cards\" aria-label=\"In short\">\n");
  append_gaps(page);
  append_rules(page);
  append_fair(page);
  append_good(page);
  g_string_append(page->out, "</ul>\n");
}

/* --- filters ----------------------------------------------------------------- */

static void begin_choice(struct page *page, const char *key, const char *label)
{
  g_string_append_printf(page->out,
                         "<label>%s <select data-filter=\"%s\"><option value=\"\">all</option>",
                         label, key);
}

static void append_choice(struct page *page, int value, const char *name)
{
  g_string_append_printf(page->out, "<option value=\"%d\">", value);
  html_text(page->out, name);
  g_string_append(page->out, "</option>");
}

static void end_choice(struct page *page)
{
  g_string_append(page->out, "</select></label>\n");
}

static void append_weeks(struct page *page)
{
  begin_choice(page, "week", "Week");
  for (int w = 0; w < page->problem->month->n_weeks; w++) {
    g_autofree char *title = page_week_title(page->problem, w);
    if (title)
      append_choice(page, w, title);
  }
  end_choice(page);
}

static void append_sites(struct page *page, const char *label, bool pcns)
{
  const struct service *service = page->problem->service;
  begin_choice(page, pcns ? "pcn" : "site", label);
  for (int s = 0; s < service->n_sites; s++)
    if (!!service->sites[s].pcn == pcns)
      append_choice(page, s, service->sites[s].name);
  end_choice(page);
}

/* The colours of tasks, and their names in full: a key, and a filter at once. */
static void append_tasks(struct page *page)
{
  const struct service *service = page->problem->service;
  begin_choice(page, "task", "Task");
  for (int t = 0; t < service->n_tasks; t++)
    append_choice(page, t, service->tasks[t].name);
  end_choice(page);
}

static void append_key(struct page *page)
{
  const struct service *service = page->problem->service;
  g_string_append(page->out, "<ul class=\"key tasks\">");
  for (int t = 0; t < service->n_tasks; t++) {
    char colour[16];
    g_string_append_printf(page->out, "<li class=\"%s\">", page_colour(t, colour));
    html_text(page->out, service->tasks[t].name);
    g_string_append(page->out, "</li>");
  }
  g_string_append(page->out, "</ul>\n");
}

void page_filters(struct page *page)
{
  const struct service *service = page->problem->service;
  g_string_append(page->out,
                  "<form class=\"filters\" role=\"search\" aria-label=\"Show\" hidden>\n");
  append_weeks(page);
  begin_choice(page, "person", "Person");
  for (int c = 0; c < service->n_clinicians; c++)
    append_choice(page, c, service->clinicians[c].name);
  end_choice(page);
  append_sites(page, "Site", false);
  if (page->assessment->pcns->len > 0)
    append_sites(page, "PCN", true);
  append_tasks(page);
  g_string_append(page->out,
                  "<button type=\"reset\">Show all</button>"
                  "<output aria-live=\"polite\"></output></form>\n");
  append_key(page);
}
