#include "tests/support/written.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* A fence such as "```yaml service.yaml" opens a file, "```" closes it. */
static GArray *extract(char *page)
{
  GArray *files = g_array_new(TRUE, TRUE, sizeof(struct written_file));
  struct written_file file = {NULL, NULL};
  for (char *line = page, *next; *line; line = next) {
    char *end = strchr(line, '\n');
    next = end ? end + 1 : line + strlen(line);
    if (!g_str_has_prefix(line, "```"))
      continue;
    g_autofree char *fence = g_strndup(line + 3, (gsize)(next - line) - 3);
    g_auto(GStrv) words = g_strsplit_set(fence, " \n", 3);
    if (file.path) {
      *line = '\0';
      g_array_append_val(files, file);
      file.path = NULL;
    } else if (g_strv_length(words) > 1 && *words[1]) {
      file = (struct written_file){g_strdup(words[1]), next};
    }
  }
  return files;
}

const struct written_file *written_example(void)
{
  static GArray *files;
  if (!files) {
    char *page;
    assert_true(g_file_get_contents(ROTA_SOURCE_DIR "/docs/format.md", &page, NULL, NULL));
    files = extract(page);
  }
  return (const struct written_file *)(const void *)files->data;
}

char *written_said(struct diagnostics *diagnostics)
{
  GString *text = g_string_new(NULL);
  int count;
  const struct diagnostic *items = diagnostics_sorted(diagnostics, &count);
  for (int i = 0; i < count; i++)
    g_string_append_printf(text, "%s:%d:%d: %s%s\n", items[i].where.file, items[i].where.line,
                           items[i].where.column,
                           items[i].severity == SEVERITY_WARNING ? "warning: " : "", items[i].text);
  return g_string_free(text, FALSE);
}

char *written_report(struct source *source, const char *month_id)
{
  struct diagnostics *diagnostics = diagnostics_new();
  struct service *service = NULL;
  struct month *month = NULL;
  const char *const ids[] = {month_id, NULL};
  enum status status = inputs_read(source, ids, diagnostics, &service, &month);
  assert_true(status == STATUS_OK || status == STATUS_BAD_INPUT);
  assert_int_equal(status == STATUS_OK, diagnostics_errors(diagnostics) == 0);
  assert_int_equal(status == STATUS_OK, service != NULL);
  assert_int_equal(status == STATUS_OK, month != NULL);
  char *report = written_said(diagnostics);
  assert_true(g_utf8_validate(report, -1, NULL));
  month_free(month);
  service_free(service);
  diagnostics_free(diagnostics);
  return report;
}
