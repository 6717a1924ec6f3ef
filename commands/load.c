#include "commands/load.h"

#include "commands/command.h"
#include "commands/console.h"

#include <string.h>

bool load_month_id(const char *command, const char *month_id)
{
  g_autofree char *first = g_strconcat(month_id, "-01", NULL);
  int date;
  if (date_parse(first, &date))
    return true;
  console_error("%s: '%s' is not a month; write it as 2027-01", command, month_id);
  return false;
}

bool load_is_folder(const char *directory)
{
  if (g_file_test(directory, G_FILE_TEST_IS_DIR))
    return true;
  if (g_file_test(directory, G_FILE_TEST_EXISTS))
    console_error("'%s' is not a folder", directory);
  else
    console_error("no folder '%s'", directory);
  return false;
}

void load_count_mistakes(struct diagnostics *diagnostics)
{
  int count = 0, files = 0, errors = 0;
  const char *last = NULL;
  const struct diagnostic *items = diagnostics_sorted(diagnostics, &count);
  for (int i = 0; i < count; i++) {
    if (items[i].severity != SEVERITY_ERROR)
      continue;
    errors++;
    files += errors == 1 || g_strcmp0(last, items[i].where.file) != 0;
    last = items[i].where.file;
  }
  console_hint("%d mistake%s in %d file%s", errors, errors == 1 ? "" : "s", files,
               files == 1 ? "" : "s");
}

static enum status read_all(struct load *load, const char *month_id)
{
  const char *const months[] = {month_id, NULL};
  enum status status =
      inputs_read(load->source, months, load->diagnostics, &load->service, &load->month);
  if (status == STATUS_OK && load->month)
    load->problem = problem_new(load->service, load->month);
  return status;
}

int load_folder(struct load *load, const char *directory, const char *month_id)
{
  *load = (struct load){0};
  if (!load_is_folder(directory))
    return EXIT_USAGE;
  load->source = source_folder(directory);
  load->diagnostics = diagnostics_new();
  enum status status = read_all(load, month_id);
  if (console_diagnostics(load->diagnostics) > 0) {
    load_count_mistakes(load->diagnostics);
    return EXIT_USAGE;
  }
  if (status != STATUS_OK) {
    console_error("'%s' can't be read", directory);
    return status == STATUS_INTERNAL ? EXIT_INTERNAL : EXIT_USAGE;
  }
  return EXIT_DONE;
}

void load_clear(struct load *load)
{
  problem_free(load->problem);
  month_free(load->month);
  service_free(load->service);
  diagnostics_free(load->diagnostics);
  source_free(load->source);
  *load = (struct load){0};
}

GArray *load_inputs(const struct load *load)
{
  int count = 0;
  const struct source_file *const *files = source_files(load->source, &count);
  GArray *out = g_array_new(FALSE, FALSE, sizeof(struct provenance_input));
  for (int i = 0; i < count; i++) {
    struct provenance_input input = {files[i]->path, files[i]->sha256};
    g_array_append_val(out, input);
  }
  return out;
}
