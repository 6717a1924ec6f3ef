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

/* Is it about the very session of its label, and not about the week or the month that begins with
 * it? Then it says so: "MSK clinic at Hove hub on Tue 12 Jan am: 0 of 1 person". */
static char *session_words(const struct problem *problem, const struct finding *finding)
{
  char when[WORDS_SIZE];
  if (finding->at.slot == NONE)
    return NULL;
  g_autofree char *words = g_strconcat(" on ", words_slot(problem, finding->at.slot, when), NULL);
  return strstr(finding->text, words) ? g_steal_pointer(&words) : NULL;
}

/* What is missing, without when: that stands beside it. */
static char *without_when(const struct problem *problem, const struct finding *finding)
{
  g_autofree char *session = session_words(problem, finding);
  g_autoptr(GString) what = g_string_new(finding->text);
  char date[DATE_TEXT_SIZE];
  if (session)
    g_string_replace(what, session, "", 1);
  else if (finding->at.slot != NONE) {
    int day = problem->month->slots[finding->at.slot].day;
    int first = day;
    while (first > 0 && problem->month->days[first - 1].week == problem->month->days[day].week)
      first--;
    for (; first <= day; first++) {
      g_autofree char *week = g_strconcat(
          " in the week of ", date_format_short(problem->month->days[first].date, date), NULL);
      g_string_replace(what, week, "", 1);
    }
  }
  return g_strdup(what->str);
}

bool page_gaps_of_week(struct page *page, int site, int week)
{
  const struct month *month = page->problem->month;
  bool any = false;
  for (guint i = 0; i < page->assessment->shortfalls->len; i++) {
    const struct shortfall *gap = shortfall_at(page, i);
    const struct label *at = &gap->finding->at;
    if (at->site != site || at->slot == NONE || !shortfall_is_gap(gap) ||
        month->days[month->slots[at->slot].day].week != week)
      continue;
    g_autofree char *session = session_words(page->problem, gap->finding);
    g_autofree char *what = without_when(page->problem, gap->finding);
    if (session)
      continue;
    g_string_append(page->out, "<span class=\"missing\">In this week: ");
    html_text(page->out, what);
    g_string_append(page->out, "</span>");
    any = true;
  }
  return any;
}

const struct shortfall *page_gap_at(const struct page *page, int site, int task, int slot)
{
  for (guint i = 0; i < page->assessment->shortfalls->len; i++) {
    const struct shortfall *shortfall = shortfall_at(page, i);
    const struct label *at = &shortfall->finding->at;
    if (at->slot != slot || at->task != task || at->site != site || !shortfall_is_gap(shortfall))
      continue;
    g_autofree char *words = session_words(page->problem, shortfall->finding);
    if (words)
      return shortfall;
  }
  return NULL;
}

void page_missing(struct page *page, const struct shortfall *gap, bool names_task)
{
  const struct finding *finding = gap->finding;
  g_string_append_printf(page->out, "<span class=\"missing\" data-t=\"%d\" data-s=\"%d\" title=\"",
                         finding->at.task, finding->at.site);
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

/* Its first and last day, and when it is: a session, a week or the month. */
static void append_when(struct page *page, const struct finding *finding, bool of_session)
{
  const struct month *month = page->problem->month;
  const struct day *day = &month->days[0], *last = &month->days[month->n_days - 1];
  char from[DATE_TEXT_SIZE], until[DATE_TEXT_SIZE], when[WORDS_SIZE] = "The month";
  if (finding->at.slot != NONE)
    day = last = &month->days[month->slots[finding->at.slot].day];
  if (of_session)
    words_slot(page->problem, finding->at.slot, when);
  else if (finding->at.slot != NONE) {
    g_snprintf(when, WORDS_SIZE, "Week of %s", date_format_short(day->date, from));
    while (last + 1 < month->days + month->n_days && last[1].week == day->week)
      last++;
  }
  g_string_append_printf(page->out,
                         "<tr data-t=\"%d\" data-s=\"%d\" data-date=\"%s\" data-until=\"%s\">"
                         "<th scope=\"row\">%s</th>",
                         finding->at.task, finding->at.site, date_format(day->date, from),
                         date_format(last->date, until), when);
}

/* When, and what. */
static void begin_gap(struct page *page, const struct shortfall *shortfall)
{
  const struct finding *finding = shortfall->finding;
  g_autofree char *when = session_words(page->problem, finding);
  g_autofree char *what = without_when(page->problem, finding);
  append_when(page, finding, when != NULL);
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
