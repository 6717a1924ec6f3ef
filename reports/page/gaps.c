/* What is missing: the gaps in what is needed in order of date, then what else was asked for. */
#include "planning/reason.h"
#include "planning/shortfall.h"
#include "reports/page/page.h"
#include "reports/text.h"

#include <string.h>

static const struct shortfall *shortfall_at(const struct page *page, guint index)
{
  return &g_array_index(page->assessment->shortfalls, struct shortfall, index);
}

/* What of its label's the finding is about: the session, its day or its week, of which it says so,
 * or the month. Sets `words` to those that say it, " on Tue 12 Jan am". */
static enum period period_of(const struct problem *problem, const struct finding *finding,
                             char words[WORDS_SIZE + 1])
{
  const struct month *month = problem->month;
  words[0] = '\0';
  if (finding->at.slot == NONE)
    return PERIOD_MONTH;
  int day = month->slots[finding->at.slot].day;
  const int labels[] = {[PERIOD_SESSION] = finding->at.slot,
                        [PERIOD_DAY] = day,
                        [PERIOD_WEEK] = month->days[day].week};
  for (enum period per = PERIOD_SESSION; per <= PERIOD_WEEK; per++) {
    words[0] = ' ';
    words_period(problem, per, labels[per], words + 1);
    if (strstr(finding->text, words))
      return per;
  }
  words[0] = '\0';
  return PERIOD_WEEK;
}

/* What is missing, without when: that stands beside it. */
static char *without_when(const struct finding *finding, const char *words)
{
  GString *what = g_string_new(finding->text);
  if (words[0])
    g_string_replace(what, words, "", 1);
  return g_string_free(what, FALSE);
}

/* "Tue 12 Jan am", or else the day on which the day or week begins, "Tue 12 Jan". */
static const char *when_of(const struct problem *problem, const struct finding *finding,
                           enum period per, char text[WORDS_SIZE])
{
  const struct month *month = problem->month;
  if (per == PERIOD_SESSION)
    return words_slot(problem, finding->at.slot, text);
  return date_format_short(month->days[month->slots[finding->at.slot].day].date, text);
}

/* A piece of a cell, by which filters find it, up to its attributes' end. */
static void begin_missing(GString *out, const struct label *at)
{
  g_string_append_printf(out, "<span class=\"missing\" data-t=\"%d\" data-s=\"%d\"", at->task,
                         at->site);
}

char *page_gaps_of_week(const struct page *page, int site, int week)
{
  const struct month *month = page->problem->month;
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < page->assessment->shortfalls->len; i++) {
    const struct finding *finding = shortfall_at(page, i)->finding;
    const struct label *at = &finding->at;
    char words[WORDS_SIZE + 1], when[WORDS_SIZE];
    if (at->site != site || at->slot == NONE || !shortfall_is_gap(shortfall_at(page, i)) ||
        month->days[month->slots[at->slot].day].week != week)
      continue;
    enum period per = period_of(page->problem, finding, words);
    g_autofree char *what = without_when(finding, words);
    if (per == PERIOD_SESSION && at->task != NONE)
      continue;
    begin_missing(out, at);
    g_string_append_printf(
        out,
        ">%s: ", per == PERIOD_WEEK ? "In this week" : when_of(page->problem, finding, per, when));
    html_text(out, what);
    g_string_append(out, "</span>");
  }
  return g_string_free(out, out->len == 0);
}

const struct shortfall *page_gap_at(const struct page *page, int site, int task, int slot)
{
  char words[WORDS_SIZE + 1];
  for (guint i = 0; i < page->assessment->shortfalls->len; i++) {
    const struct shortfall *shortfall = shortfall_at(page, i);
    const struct label *at = &shortfall->finding->at;
    if (at->slot != slot || at->task != task || at->site != site || !shortfall_is_gap(shortfall))
      continue;
    if (period_of(page->problem, shortfall->finding, words) == PERIOD_SESSION)
      return shortfall;
  }
  return NULL;
}

void page_missing(struct page *page, const struct shortfall *gap, bool names_task)
{
  const struct finding *finding = gap->finding;
  begin_missing(page->out, &finding->at);
  g_string_append(page->out, " title=\"");
  html_text(page->out, finding->text);
  g_string_append(page->out, "\">");
  if (names_task) {
    html_element(page->out, "b", page->tasks[finding->at.task]);
    g_string_append_c(page->out, ' ');
  }
  if (finding->kind == SHORTFALL_NOT_OFFERED)
    g_string_append(page->out, "not offered</span>");
  else
    g_string_append_printf(page->out, "%" G_GINT64_FORMAT " short</span>", finding->violation);
}

static int compare_slots(const void *a, const void *b)
{
  const struct shortfall *left = *(struct shortfall *const *)a;
  const struct shortfall *right = *(struct shortfall *const *)b;
  return left->finding->at.slot - right->finding->at.slot;
}

/* `site` NONE: anywhere. */
static GPtrArray *gaps_by_date(const struct page *page, int site)
{
  GPtrArray *gaps = g_ptr_array_new();
  for (guint i = 0; i < page->assessment->shortfalls->len; i++)
    if (shortfall_is_gap(shortfall_at(page, i)) &&
        (site == NONE || shortfall_at(page, i)->finding->at.site == site))
      g_ptr_array_add(gaps, (void *)shortfall_at(page, i));
  g_ptr_array_sort(gaps, compare_slots);
  return gaps;
}

static void append_cost(GString *out, const struct shortfall *shortfall)
{
  if (shortfall->finding->price == PRICE_HARD)
    g_string_append(out, "hard");
  else
    text_number(out, shortfall->cost);
}

/* Who comes closest, then everybody. */
static void append_reason(struct page *page, const struct why *why)
{
  if (!why)
    return;
  g_autofree char *closest = reason_closest(page->problem, why);
  g_autofree char *reason = reason_text(page->problem, why);
  if (closest)
    page_says(page, "p", closest);
  page_says(page, "p", reason);
}

/* Its first and last day, and when it is: a session, a day, a week or the month. */
static void append_when(struct page *page, const struct finding *finding, enum period per)
{
  const struct month *month = page->problem->month;
  const struct day *day = &month->days[0], *last = &month->days[month->n_days - 1];
  char from[DATE_TEXT_SIZE], until[DATE_TEXT_SIZE], when[WORDS_SIZE];
  if (per != PERIOD_MONTH)
    day = last = &month->days[month->slots[finding->at.slot].day];
  while (per == PERIOD_WEEK && last + 1 < month->days + month->n_days && last[1].week == day->week)
    last++;
  g_string_append_printf(page->out,
                         "<tr data-t=\"%d\" data-s=\"%d\" data-date=\"%s\" data-until=\"%s\">"
                         "<th scope=\"row\">%s%s</th>",
                         finding->at.task, finding->at.site, date_format(day->date, from),
                         date_format(last->date, until), per == PERIOD_WEEK ? "Week of " : "",
                         per == PERIOD_MONTH ? "The month"
                                             : when_of(page->problem, finding, per, when));
}

/* When, and what. */
static void begin_gap(struct page *page, const struct shortfall *shortfall)
{
  char words[WORDS_SIZE + 1];
  enum period per = period_of(page->problem, shortfall->finding, words);
  g_autofree char *what = without_when(shortfall->finding, words);
  append_when(page, shortfall->finding, per);
  page_says(page, "td", what);
}

static void append_gap(struct page *page, const struct shortfall *shortfall)
{
  begin_gap(page, shortfall);
  g_string_append(page->out, "<td>");
  append_reason(page, shortfall->why);
  g_string_append(page->out, "</td><td class=\"number\" data-label=\"Costs\">");
  append_cost(page->out, shortfall);
  g_string_append(page->out, "</td></tr>\n");
}

static void append_group(struct page *page, const struct shortfall_group *group)
{
  const struct assessment *assessment = page->assessment;
  g_autofree char *name = words_key(group->name);
  g_autofree char *caption = g_strdup_printf("%s%s", name,
                                             group->kind == SHORTFALL_TARGET ? ", below target"
                                             : group->kind == SHORTFALL_OVER ? ", more than wanted"
                                                                             : "");
  g_string_append(page->out, "<details><summary>");
  html_text(page->out, caption);
  g_string_append_printf(page->out, ": in %d place%s, costs ", group->sum.count,
                         group->sum.count == 1 ? "" : "s");
  text_number(page->out, group->sum.cost);
  g_string_append(page->out, group->sum.cost == 1 ? " point" : " points");
  g_string_append(page->out, "</summary><ul>\n");
  for (guint i = 0; i < assessment->shortfalls->len; i++) {
    const struct shortfall *shortfall = shortfall_at(page, i);
    const struct finding *finding = shortfall->finding;
    if (finding->kind != group->kind ||
        !g_str_equal(page->problem->service->uses[finding->at.use].name, group->name))
      continue;
    g_autofree char *text = page_sentence(page, finding->text);
    g_string_append(page->out, "<li>");
    html_text(page->out, text);
    append_reason(page, shortfall->why);
    g_string_append(page->out, "</li>\n");
  }
  g_string_append(page->out, "</ul></details>\n");
}

static void append_others(struct page *page)
{
  bool any = false;
  for (guint i = 0; i < page->assessment->groups->len; i++) {
    const struct shortfall_group *group =
        &g_array_index(page->assessment->groups, struct shortfall_group, i);
    if (group->kind < SHORTFALL_OTHER)
      continue;
    if (!any)
      g_string_append(page->out, "<h3>Also asked for, and not met in full</h3>\n");
    any = true;
    append_group(page, group);
  }
}

void page_gaps_at(struct page *page, int site)
{
  g_autoptr(GPtrArray) gaps = gaps_by_date(page, site);
  page_section(page, "gaps", "What is missing",
               gaps->len ? NULL : "Nothing that is needed is missing.");
  if (gaps->len) {
    page_table(page, "Gaps in what is needed, by date", "When|What");
    for (guint i = 0; i < gaps->len; i++) {
      begin_gap(page, gaps->pdata[i]);
      g_string_append(page->out, "</tr>\n");
    }
    page_table_end(page);
  }
  page_section_end(page);
}

void page_gaps(struct page *page)
{
  g_autoptr(GPtrArray) gaps = gaps_by_date(page, NONE);
  page_section(page, "gaps", "What is missing",
               gaps->len ? NULL : "Nothing that is needed is missing.");
  if (gaps->len) {
    page_table(page, "Gaps in what is needed, by date", "When|What|Why|>Costs");
    for (guint i = 0; i < gaps->len; i++)
      append_gap(page, gaps->pdata[i]);
    page_table_end(page);
  }
  append_others(page);
  page_section_end(page);
}
