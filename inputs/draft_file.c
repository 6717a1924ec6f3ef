#include "inputs/draft_file.h"

#include "inputs/rota_reader.h"
#include "model/date.h"

#include <stdlib.h>
#include <string.h>

char *draft_path(const char *month_id, int number, const char *suffix)
{
  return g_strdup_printf("history/%s/" DRAFT_PREFIX "%d%s", month_id, number, suffix);
}

static const char *text_of(const struct node *file, const char *key)
{
  const struct node *node = file->kind == NODE_MAP ? node_get(file, key) : NULL;
  return node && node->text ? node->text : "";
}

struct draft draft_parse(const struct node *file, int number)
{
  struct draft out = {.number = number, .shown = DATE_NONE, .comments = DATE_NONE};
  date_parse(text_of(file, "shown"), &out.shown);
  date_parse(text_of(file, "comments"), &out.comments);
  out.version = MAX(0, atoi(text_of(file, "version")));
  out.assignments = MAX(0, atoi(text_of(file, "assignments")));
  g_strlcpy(out.rota_sha256, text_of(file, "rota_sha256"), sizeof out.rota_sha256);
  return out;
}

char *draft_text(const struct draft *draft, const char *month_id, const char *program)
{
  char shown[DATE_TEXT_SIZE], comments[DATE_TEXT_SIZE];
  return g_strdup_printf(
      "# A draft of the rota of %s, written by `rota publish --draft`: shown for comments, and "
      "not\n"
      "# published. Objections go into %s/objections, a file for each clinician.\n"
      "draft: %d\n"
      "month: %s\n"
      "written_by: rota %s\n"
      "shown: %s\n"
      "comments: %s\n"
      "version: %d\n"
      "assignments: %d\n"
      "rota_sha256: %s\n",
      month_id, month_id, draft->number, month_id, program, date_format(draft->shown, shown),
      date_format(draft->comments, comments), draft->version, draft->assignments,
      draft->rota_sha256);
}

static gint by_text(gconstpointer left, gconstpointer right)
{
  return strcmp(*(char *const *)left, *(char *const *)right);
}

char *draft_sha256(const GArray *rows)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
  GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
  for (guint i = 0; i < rows->len; i++) {
    const struct rota_row *row = &g_array_index(rows, struct rota_row, i);
    g_ptr_array_add(lines, g_strdup_printf("%s %s %s %s %s\n", row->date, row->session,
                                           row->clinician, row->task, row->site));
  }
  g_ptr_array_sort(lines, by_text);
  for (guint i = 0; i < lines->len; i++)
    g_checksum_update(sum, lines->pdata[i], (gssize)strlen(lines->pdata[i]));
  char *out = g_strdup(g_checksum_get_string(sum));
  g_checksum_free(sum);
  return out;
}
