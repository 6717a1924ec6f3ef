/* Is it fair, how acceptable is it, and what does it cost? */
#include "model/words.h"
#include "planning/ledger.h"
#include "reports/page/page.h"
#include "reports/text.h"

#include <stdlib.h>

static void append_number(GString *out, int number)
{
  g_string_append_printf(out, "<td class=\"number\">%d</td>", number);
}

/* "12 h 30 min" beyond the contract, or below it with a minus. */
static void append_over(GString *out, int minutes)
{
  char text[WORDS_SIZE];
  g_string_append_printf(out, "<td class=\"number\">%s%s</td>",
                         minutes < 0   ? "\xe2\x88\x92"
                         : minutes > 0 ? "+"
                                       : "",
                         words_minutes(abs(minutes), text));
}

static void append_percent(GString *out, int64_t percent)
{
  if (percent < 0)
    g_string_append(out, "<td class=\"number\">-</td>");
  else
    g_string_append_printf(out,
                           "<td class=\"number bar\" style=\"--share:%" G_GINT64_FORMAT
                           "%%\">%" G_GINT64_FORMAT "%%</td>",
                           percent, percent);
}

static void append_minutes(GString *out, int minutes)
{
  char text[WORDS_SIZE];
  g_string_append_printf(out, "<td class=\"number\">%s</td>", words_minutes(minutes, text));
}

static bool anybody_asked(const struct page *page)
{
  for (int c = 0; c < page->problem->service->n_clinicians; c++)
    if (page->assessment->people[c].satisfaction_percent >= 0)
      return true;
  return false;
}

static void append_person(struct page *page, const struct ledger *ledger, int clinician,
                          bool of_wishes)
{
  const struct person_figures *person = &page->assessment->people[clinician];
  const struct acceptability *days = &person->acceptability;
  int64_t share = person->streams.generalist_hundredths;
  g_string_append_printf(page->out, "<tr data-c=\"%d\"><th scope=\"row\">", clinician);
  page_clinician(page, clinician);
  g_string_append(page->out, "</th>");
  append_number(page->out, person->sessions);
  append_minutes(page->out, person->minutes);
  append_over(page->out, person->over_minutes);
  append_over(page->out, ledger->accounts[clinician].balance_minutes);
  if (of_wishes)
    append_percent(page->out, person->satisfaction_percent);
  append_percent(page->out, share < 0 ? -1 : (share + 50) / 100);
  append_number(page->out, days->hole_days);
  append_number(page->out, days->split_days);
  append_number(page->out, days->days_in_a_row);
  append_minutes(page->out, person->travel_minutes);
  g_string_append(page->out, "</tr>\n");
}

static void append_burdens(struct page *page)
{
  const GArray *burdens = page->assessment->burdens;
  for (guint i = 0; i < burdens->len; i++) {
    const struct burden *burden = &g_array_index(burdens, struct burden, i);
    g_string_append(page->out, "<p>");
    html_text(page->out, page->problem->service->tasks[burden->task].name);
    g_string_append_printf(page->out, ": %d to %d sessions each, of the %d who can do it.</p>\n",
                           burden->fewest, burden->most, burden->able);
  }
}

void page_fairness(struct page *page)
{
  struct ledger *ledger = ledger_new(page->problem);
  page_section(page, "fairness", "Is it fair?", NULL);
  append_burdens(page);
  bool of_wishes = anybody_asked(page);
  g_autofree char *columns = g_strdup_printf(
      "Clinician|>Sessions|>Hours|>Over or under|>Carried in|%s>Generalist|"
      ">Days with a hole|>Days at two sites|>Days in a row|>On the road",
      of_wishes ? ">Wishes met|" : "");
  page_table(page, "Each person, this month and carried into it", columns);
  for (int c = 0; c < page->problem->service->n_clinicians; c++)
    append_person(page, ledger, c, of_wishes);
  page_table_end(page);
  page_section_end(page);
  ledger_free(ledger);
}

void page_acceptable(struct page *page)
{
  const struct totals *totals = &page->assessment->totals;
  const struct acceptability *all = &totals->acceptability;
  if (all->days == 0)
    return;
  page_section(page, "acceptable", "How acceptable is it?", NULL);
  g_string_append(page->out, "<dl>\n");
  page_term(page, "Days with a hole", "%d of %d person-days", all->hole_days, all->days);
  page_term(page, "Days at two sites or more", "%d (%.1f%%)", all->split_days,
            (double)totals->split_hundredths / 100);
  page_term(page, "Moves without time for the way", "%d", all->moves_without_time);
  page_term(page, "Days in a row", "%d at most", all->days_in_a_row);
  g_autofree char *planned = words_minutes_asked(all->support_minutes, all->support_asked_minutes);
  if (all->support_minutes + all->support_asked_minutes > 0)
    page_term(page, "Supporting time", "%d whole days, %d whole half-days, %d with other work; %s",
              all->support_days, all->support_halves, all->support_parts, planned);
  if (totals->named_hundredths >= 0)
    page_term(page, "Named first contact", "%.1f%% of PCNs' sessions",
              (double)totals->named_hundredths / 100);
  if (all->avoided.sessions > 0)
    page_term(page, "Things to avoid", "kept in %d of %d sessions", all->avoided.sessions_met,
              all->avoided.sessions);
  g_string_append(page->out, "</dl>\n");
  page_section_end(page);
}

static void append_share(struct page *page, const struct cost_share *share, int64_t most)
{
  g_autofree char *name = words_key(share->name);
  g_string_append(page->out, "<tr><th scope=\"row\">");
  html_text(page->out, name);
  g_string_append_printf(page->out,
                         "</th><td class=\"number bar\" style=\"--share:%" G_GINT64_FORMAT "%%\">",
                         most > 0 ? share->cost * 100 / most : 0);
  text_number(page->out, share->cost);
  g_string_append(page->out, "</td></tr>\n");
}

void page_cost(struct page *page)
{
  const GArray *costs = page->assessment->costs;
  if (costs->len == 0)
    return;
  page_section(page, "cost", "What the cost is made of",
               "In points: what is short, or not as wished. Wishes that are met count against it.");
  page_table(page, "Points by rule, the dearest first", "Rule|>Points");
  for (guint i = 0; i < costs->len; i++)
    append_share(page, &g_array_index(costs, struct cost_share, i),
                 g_array_index(costs, struct cost_share, 0).cost);
  page_table_end(page);
  page_section_end(page);
}
