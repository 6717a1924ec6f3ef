/* Pages of one sheet: one person's month, and one PCN's. */
#include "reports/fcp_use_table.h"
#include "reports/page/month_page.h"
#include "reports/page/page.h"

#include <stdlib.h>
#include <string.h>

/* "Maya Desai: January 2027" over what the service is called. */
static struct page sheet_begin(const struct assessment *assessment, const char *name,
                               const struct page_version *version)
{
  const struct problem *problem = assessment->problem;
  g_autofree char *month = month_id_title(problem->month->id, problem->month->until);
  g_autofree char *title = g_strdup_printf("%s: %s", name, month);
  g_autofree char *subtitle = g_strdup_printf("%s; %s", problem->service->name, version->words);
  struct page page = page_begin(assessment, title, subtitle, version->is_old);
  page_full_names(&page);
  return page;
}

static void append_person(struct page *page, int clinician)
{
  const struct person_figures *person = &page->assessment->people[clinician];
  char hours[WORDS_SIZE], over[WORDS_SIZE];
  g_string_append(page->out, "<dl>");
  page_term(page, "Sessions", "%d", person->sessions);
  page_term(page, "Hours", "%s", words_minutes(person->minutes, hours));
  if (person->over_minutes != 0)
    page_term(page, person->over_minutes < 0 ? "Below the contract" : "Beyond the contract", "%s",
              words_minutes(abs(person->over_minutes), over));
  if (person->satisfaction_percent >= 0)
    page_term(page, "Wishes met", "%d%%", person->satisfaction_percent);
  if (person->holds_both && person->streams.generalist_hundredths >= 0)
    page_term(page, "Generalist work", "%.1f%%",
              (double)person->streams.generalist_hundredths / 100);
  g_string_append(page->out, "</dl>\n");
}

char *person_page(const struct assessment *assessment, int clinician,
                  const struct page_version *version)
{
  struct page page =
      sheet_begin(assessment, assessment->problem->service->clinicians[clinician].name, version);
  page_today(&page);
  page_calendar(&page, clinician, NONE);
  append_person(&page, clinician);
  page_meetings(&page, clinician);
  return page_end(&page);
}

static const struct fcp_use *use_of(const struct fcp_uses *uses, const char *pcn)
{
  for (int i = 0; uses && i < uses->count; i++)
    if (uses->pcns[i].months > 0 && strcmp(uses->pcns[i].id, pcn) == 0)
      return &uses->pcns[i];
  return NULL;
}

static void append_use(struct page *page, const struct fcp_uses *uses, int site)
{
  const struct fcp_use *use = use_of(uses, page->problem->service->sites[site].id);
  if (!use)
    return;
  g_autofree char *when = g_strdup_printf("A month, %s to %s.", uses->from, uses->until);
  page_section(page, "use", "How its first contact was used", when);
  g_string_append(page->out, "<dl>");
  page_term(page, "Appointments", "%.0f offered, %.0f booked, %.0f attended", use->offered,
            use->booked, use->attended);
  if (use->attended_per_10000 >= 0)
    page_term(page, "For each 10,000 patients", "%.0f offered, %.0f attended",
              use->offered_per_10000, use->attended_per_10000);
  if (use->days_to_third >= 0)
    page_term(page, "Third next appointment", "%.1f days away", use->days_to_third);
  if (use->wanted >= 0)
    page_term(page, "Sessions a week by use", "%.1f", use->wanted);
  page_term(page, "That is", "%s", fcp_use_words(use->verdict));
  g_string_append(page->out, "</dl>\n");
  page_section_end(page);
}

static void append_kept_month(struct page *page, const struct kept_month *month, int site)
{
  const struct kept_sessions *at = &month->at[site];
  g_string_append(page->out, "<tr><th scope=\"row\">");
  html_text(page->out, month->title);
  if (month->known)
    g_string_append_printf(page->out,
                           "</th><td class=\"number\">%d</td><td class=\"number\">%d</td>",
                           at->planned, at->kept);
  else
    g_string_append(page->out, "</th><td class=\"number\">-</td><td class=\"number\">-</td>");
  g_string_append_printf(page->out, "<td class=\"number\">%d</td></tr>\n", at->now);
}

/* The last year of published months. */
static void append_kept(struct page *page, const struct kept *kept, int site)
{
  enum { MONTHS_SHOWN = 12 };
  if (kept->n_months == 0)
    return;
  page_section(page, "kept", "Sessions planned and kept",
               "As each month was first published, and as it is recorded since: mended, or as it "
               "was worked.");
  page_table(page, "Sessions there, whoever did them", "Month|>Planned|>Of these kept|>In all");
  for (int m = MAX(0, kept->n_months - MONTHS_SHOWN); m < kept->n_months; m++)
    append_kept_month(page, &kept->months[m], site);
  page_table_end(page);
  page_section_end(page);
}

char *pcn_page(const struct assessment *assessment, int site, const struct page_version *version,
               const struct fcp_uses *uses, const struct kept *kept)
{
  struct page page =
      sheet_begin(assessment, assessment->problem->service->sites[site].name, version);
  page.of_wishes = false; /* which are between a person and the service */
  page_today(&page);
  page_calendar(&page, NONE, site);
  page_gaps_at(&page, site);
  page_fcp(&page, site);
  append_kept(&page, kept, site);
  append_use(&page, uses, site);
  return page_end(&page);
}
