/* What is missing: the gaps in what is needed in order of date, then what else was asked for. */
#include "planning/reason.h"
#include "planning/shortfall.h"
#include "reports/page/page.h"
#include "reports/text.h"

static const struct shortfall *shortfall_at(const struct page *page, guint index)
{
  return &g_array_index(page->assessment->shortfalls, struct shortfall, index);
}

static int compare_slots(const void *a, const void *b)
{
  const struct shortfall *left = *(struct shortfall *const *)a;
  const struct shortfall *right = *(struct shortfall *const *)b;
  return left->finding->at.slot - right->finding->at.slot;
}

static GPtrArray *gaps_by_date(const struct page *page)
{
  GPtrArray *gaps = g_ptr_array_new();
  for (guint i = 0; i < page->assessment->shortfalls->len; i++)
    if (shortfall_is_gap(shortfall_at(page, i)))
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
    html_element(page->out, "p", closest);
  html_element(page->out, "p", reason);
}

static void append_gap(struct page *page, const struct shortfall *shortfall)
{
  const struct finding *finding = shortfall->finding;
  const struct month *month = page->problem->month;
  char text[WORDS_SIZE], date[DATE_TEXT_SIZE];
  if (finding->at.slot != NONE)
    g_string_append_printf(page->out, "<tr data-date=\"%s\"><td class=\"when\">%s</td>",
                           date_format(month->slots[finding->at.slot].date, date),
                           words_slot(page->problem, finding->at.slot, text));
  else
    g_string_append(page->out, "<tr><td class=\"when\">-</td>");
  g_string_append(page->out, "<td>");
  html_text(page->out, finding->text);
  g_string_append(page->out, "</td><td>");
  append_reason(page, shortfall->why);
  g_string_append(page->out, "</td><td class=\"number\">");
  append_cost(page->out, shortfall);
  g_string_append(page->out, "</td></tr>\n");
}

static void append_group(struct page *page, const struct shortfall_group *group)
{
  const struct assessment *assessment = page->assessment;
  g_autofree char *caption = g_strdup_printf("%s%s", group->name,
                                             group->kind == SHORTFALL_TARGET ? ", below target"
                                             : group->kind == SHORTFALL_OVER ? ", more than wanted"
                                                                             : "");
  g_string_append(page->out, "<details><summary>");
  html_text(page->out, g_strdelimit(caption, "_", ' '));
  g_string_append_printf(page->out, ": %d, costs ", group->sum.count);
  text_number(page->out, group->sum.cost);
  g_string_append(page->out, "</summary><ul>\n");
  for (guint i = 0; i < assessment->shortfalls->len; i++) {
    const struct shortfall *shortfall = shortfall_at(page, i);
    const struct finding *finding = shortfall->finding;
    if (finding->kind != group->kind ||
        !g_str_equal(page->problem->service->uses[finding->at.use].name, group->name))
      continue;
    g_string_append(page->out, "<li>");
    html_text(page->out, finding->text);
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

void page_gaps(struct page *page)
{
  g_autoptr(GPtrArray) gaps = gaps_by_date(page);
  page_section(page, "gaps", "What is missing",
               gaps->len ? NULL : "Nothing that is needed is missing.");
  if (gaps->len) {
    page_table(page, "Gaps in what is needed, by date", "When|What|Why|Costs");
    for (guint i = 0; i < gaps->len; i++)
      append_gap(page, gaps->pdata[i]);
    page_table_end(page);
  }
  append_others(page);
  page_section_end(page);
}
