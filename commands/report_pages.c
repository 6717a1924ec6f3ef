#include "commands/report_pages.h"

#include "commands/command.h"
#include "commands/console.h"
#include "commands/output.h"
#include "commands/reading.h"
#include "commands/report_set.h"
#include "planning/assess.h"
#include "planning/which_version.h"
#include "reports/page/month_page.h"

#include <stdio.h>

bool report_pages_are_wanted(const struct report_pages *pages)
{
  return pages->html || pages->all;
}

bool report_pages_are_fine(const struct report_pages *pages)
{
  if ((pages->person || pages->pcn || pages->trend) && !pages->html)
    console_error("report: --person, --pcn and --trend go with --html");
  else if (pages->html && pages->all)
    console_error("report: one of --html and --all, not both");
  else if (pages->out && !pages->all)
    console_error("report: --out goes with --all");
  else if (pages->out && g_file_test(pages->out, G_FILE_TEST_EXISTS) &&
           !g_file_test(pages->out, G_FILE_TEST_IS_DIR))
    console_error("report: '%s' is not a folder", pages->out);
  else if (!!pages->person + !!pages->pcn + pages->trend > 1)
    console_error("report: one of --person, --pcn and --trend is enough");
  else
    return true;
  return false;
}

static int pcn_of(const struct service *service, const char *id)
{
  int site = service_site(service, id);
  return site != NONE && service->sites[site].pcn ? site : NONE;
}

/* Who is asked for comes before where it is to be written. */
static bool can_be_written(const struct report_pages *pages, const struct service *service)
{
  bool known = false;
  if (pages->person && service_clinician(service, pages->person) == NONE)
    console_error("report: --person: no clinician '%s'", pages->person);
  else if (pages->pcn && pcn_of(service, pages->pcn) == NONE)
    console_error("report: --pcn: no PCN '%s'", pages->pcn);
  else
    known = true;
  return known && output_is_free(pages->html, pages->force);
}

/* Of the month's versions; g_free *words, which the pages borrow. */
static struct page_version version_of(const struct existing_rota *rota, const char *directory,
                                      char **words)
{
  struct page_version out = {0};
  *words = which_version_words(directory, rota->month_id, rota->file, &out.is_old);
  out.words = *words ? *words : "not published";
  return out;
}

static char *pcn_text(const struct assessment *assessment, const char *directory, const char *id,
                      const struct page_version *version)
{
  int site = pcn_of(assessment->problem->service, id);
  struct fcp_uses *uses = NULL;
  struct kept *kept = kept_new(directory, assessment->problem);
  char *out = reading_uses(directory, &uses) == EXIT_DONE
                  ? pcn_page(assessment, site, version, uses, kept)
                  : NULL;
  fcp_uses_free(uses);
  kept_free(kept);
  return out;
}

static char *trend_text(const struct assessment *assessment, const char *directory)
{
  struct kept *kept = kept_new(directory, assessment->problem);
  char *out = trend_page(assessment, kept);
  kept_free(kept);
  return out;
}

static char *month_text(struct assessment *assessment, const struct page_version *version)
{
  assess_reasons(assessment);
  return month_page(assessment, version);
}

static int write_set(const struct report_pages *pages, const struct existing_rota *rota,
                     const char *directory)
{
  g_autofree char *folder = pages->out
                                ? g_strdup(pages->out)
                                : g_build_filename(directory, rota->month_id, "report", NULL);
  g_autofree char *words = NULL;
  const struct page_version version = version_of(rota, directory, &words);
  return report_set_write(rota, directory, folder, &version);
}

int report_pages_write(const struct report_pages *pages, const struct existing_rota *rota,
                       const char *directory)
{
  if (pages->all)
    return write_set(pages, rota, directory);
  const struct service *service = rota->folder.service;
  if (!can_be_written(pages, service))
    return EXIT_USAGE;
  g_autofree char *words = NULL;
  const struct page_version version = version_of(rota, directory, &words);
  g_autofree char *text =
      pages->person
          ? person_page(rota->assessment, service_clinician(service, pages->person), &version)
      : pages->pcn   ? pcn_text(rota->assessment, directory, pages->pcn, &version)
      : pages->trend ? trend_text(rota->assessment, directory)
                     : month_text(rota->assessment, &version);
  if (!text)
    return EXIT_USAGE;
  int status = output_write(pages->html, text);
  if (status == EXIT_DONE && !g_str_equal(pages->html, "-"))
    printf("written: %s\n", pages->html);
  return status;
}

void report_pages_clear(struct report_pages *pages)
{
  g_free(pages->html);
  g_free(pages->person);
  g_free(pages->pcn);
  g_free(pages->out);
}
