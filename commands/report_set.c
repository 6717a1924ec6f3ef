#include "commands/report_set.h"

#include "commands/command.h"
#include "commands/export_calendars.h"
#include "commands/output.h"
#include "commands/reading.h"
#include "planning/assess.h"
#include "planning/documents.h"
#include "reports/figures_csv.h"
#include "reports/meetings_csv.h"
#include "reports/page/index_page.h"
#include "reports/page/month_page.h"
#include "reports/workbook/workbook.h"

#include <stdio.h>

struct set {
  const struct existing_rota *rota;
  const char *directory, *folder;
  struct file_set *files;
  GPtrArray *texts; /* and paths, which the set of files borrows */
};

/* Adds a file; takes the text. */
static void add(struct set *set, const char *folder, const char *name, const char *end, char *text)
{
  g_autofree char *file = g_strconcat(name, end, NULL);
  char *path = g_build_filename(set->folder, folder, file, NULL);
  g_ptr_array_add(set->texts, path);
  g_ptr_array_add(set->texts, text);
  file_set_add(set->files, path, text);
}

static void add_pages(struct set *set, const struct fcp_uses *uses,
                      const struct page_version *version)
{
  struct kept *kept = kept_new(set->directory, set->rota->folder.problem);
  struct assessment *assessment = set->rota->assessment;
  const struct service *service = set->rota->folder.service;
  assess_reasons(assessment);
  for (int c = 0; c < service->n_clinicians; c++)
    if (assessment->people[c].sessions > 0)
      add(set, "people", service->clinicians[c].id, ".html", person_page(assessment, c, version));
  for (int s = 0; s < service->n_sites; s++)
    if (service->sites[s].pcn)
      add(set, "pcns", service->sites[s].id, ".html", pcn_page(assessment, s, version, uses, kept));
  add(set, "", "month", ".html", month_page(assessment, version));
  add(set, "", "trend", ".html", trend_page(assessment, kept));
  add(set, "", "index", ".html", index_page(assessment, version));
  kept_free(kept);
}

static void add_tables(struct set *set)
{
  json_t *document = existing_rota_document(set->rota, ROTA_VERSION);
  add(set, "", "figures", ".csv", figures_csv_text(document));
  json_decref(document);
  add(set, "", "meetings", ".csv", meetings_csv_text(set->rota->assessment));
  add(set, "", "rota", ".csv",
      documents_rota_csv(set->rota->folder.problem, set->rota->rota, NULL, NULL));
}

static int make_folders(const char *folder)
{
  static const char *const names[] = {"people", "pcns", "calendars"};
  int status = EXIT_DONE;
  for (size_t i = 0; i < G_N_ELEMENTS(names) && status == EXIT_DONE; i++) {
    g_autofree char *path = g_build_filename(folder, names[i], NULL);
    char *message = NULL;
    status = output_end(file_set_make_folder(path, &message), &message);
  }
  return status;
}

static int write_files(struct set *set)
{
  char *message = NULL;
  g_autofree char *workbook = g_build_filename(set->folder, "rota.xlsx", NULL);
  g_autofree char *calendars = g_build_filename(set->folder, "calendars", NULL);
  int status = output_end(file_set_write(set->files, &message), &message);
  if (status == EXIT_DONE)
    status = output_end(workbook_write(set->rota->assessment, workbook, &message), &message);
  return status == EXIT_DONE ? export_calendars(set->rota, set->directory, calendars, true)
                             : status;
}

int report_set_write(const struct existing_rota *rota, const char *directory, const char *folder,
                     const struct page_version *version)
{
  struct set set = {rota, directory, folder, file_set_new(NULL),
                    g_ptr_array_new_with_free_func(g_free)};
  struct fcp_uses *uses = NULL;
  int status = reading_uses(directory, &uses);
  if (status == EXIT_DONE)
    status = make_folders(folder);
  if (status == EXIT_DONE) {
    add_pages(&set, uses, version);
    add_tables(&set);
    status = write_files(&set);
  }
  if (status == EXIT_DONE)
    printf("written: %s/index.html and all that it leads to\n", folder);
  fcp_uses_free(uses);
  file_set_free(set.files);
  g_ptr_array_unref(set.texts);
  return status;
}
