#include "model/date.h"
#include "reports/diff_report.h"
#include "reports/text.h"

#include <string.h>

static void write_when(GString *out, const struct diff_change *change)
{
  int date = DATE_NONE;
  char text[DATE_TEXT_SIZE];
  bool is_date = date_parse(change->date, &date);
  g_string_append_printf(out, "%s %s", is_date ? date_format_short(date, text) : change->date,
                         change->session);
}

static void write_place(GString *out, const struct rota_diff *diff, struct diff_place place)
{
  if (!place.task)
    g_string_append(out, "nothing");
  else
    g_string_append_printf(out, "%s at %s", rota_diff_task(diff, place.task),
                           rota_diff_site(diff, place.site));
}

static void write_change(GString *out, const struct rota_diff *diff, int index, bool named)
{
  const struct diff_change *change = &g_array_index(diff->changes, struct diff_change, index);
  g_string_append(out, "  ");
  write_when(out, change);
  if (named)
    g_string_append_printf(out, ", %s", rota_diff_person(diff, change->clinician));
  g_string_append(out, ": ");
  write_place(out, diff, change->after);
  g_string_append(out, ", was ");
  write_place(out, diff, change->before);
  g_string_append_c(out, '\n');
}

static void write_list(GString *out, const struct rota_diff *diff, const GArray *indices,
                       bool named)
{
  for (guint i = 0; i < indices->len; i++)
    write_change(out, diff, g_array_index(indices, int, i), named);
}

static gint by_text(gconstpointer left, gconstpointer right)
{
  return strcmp(*(char *const *)left, *(char *const *)right);
}

/* The sites of all changes, in order of id; borrowed. */
static GPtrArray *sites_of(const struct rota_diff *diff)
{
  GPtrArray *out = g_ptr_array_new();
  for (guint i = 0; i < diff->changes->len; i++) {
    const struct diff_change *change = &g_array_index(diff->changes, struct diff_change, i);
    const char *sites[] = {change->before.site, change->after.site};
    for (gsize k = 0; k < G_N_ELEMENTS(sites); k++)
      if (sites[k] && !g_ptr_array_find_with_equal_func(out, sites[k], g_str_equal, NULL))
        g_ptr_array_add(out, (gpointer)sites[k]);
  }
  g_ptr_array_sort(out, by_text);
  return out;
}

static void write_at_site(GString *out, const struct rota_diff *diff, const char *site, bool comes,
                          const struct diff_change *change)
{
  const struct diff_place place = comes ? change->after : change->before;
  if (g_strcmp0(place.site, site) != 0)
    return;
  g_string_append(out, "  ");
  write_when(out, change);
  g_string_append_printf(out, ": %s %s, %s\n", comes ? "+" : "-",
                         rota_diff_person(diff, change->clinician),
                         rota_diff_task(diff, place.task));
}

static void write_sites(GString *out, const struct rota_diff *diff)
{
  g_autoptr(GPtrArray) sites = sites_of(diff);
  for (guint s = 0; s < sites->len; s++) {
    g_string_append_printf(out, "\n%s\n", rota_diff_site(diff, sites->pdata[s]));
    for (guint i = 0; i < diff->changes->len; i++) {
      const struct diff_change *change = &g_array_index(diff->changes, struct diff_change, i);
      write_at_site(out, diff, sites->pdata[s], false, change);
      write_at_site(out, diff, sites->pdata[s], true, change);
    }
  }
}

char *diff_text(const struct rota_diff *diff)
{
  GString *out = g_string_new(NULL);
  g_string_append_printf(out, "%s: ", diff->days);
  text_count(out, (int)diff->changes->len, "place differs", "places differ");
  g_string_append_c(out, '\n');
  if (diff->old_is)
    g_string_append_printf(out, "before: %s\nnow: %s\n", diff->old_is, diff->new_is);
  for (guint i = 0; i < diff->people->len; i++) {
    const struct diff_person *person = &g_array_index(diff->people, struct diff_person, i);
    if (person->yours->len == 0)
      continue;
    g_string_append_printf(out, "\n%s\n", rota_diff_person(diff, person->clinician));
    write_list(out, diff, person->yours, false);
  }
  write_sites(out, diff);
  return g_string_free(out, FALSE);
}

char *diff_message(const struct rota_diff *diff, const struct diff_person *person)
{
  GString *out = g_string_new(NULL);
  g_string_append_printf(out, "Dear %s,\n\nthe rota of %s has changed.\n",
                         rota_diff_person(diff, person->clinician), diff->days);
  if (person->yours->len > 0) {
    g_string_append(out, "\nYours moved:\n");
    write_list(out, diff, person->yours, false);
  } else
    g_string_append(out, "\nNothing of yours has moved.\n");
  if (person->others->len > 0) {
    g_string_append(out, "\nPeople you work with:\n");
    write_list(out, diff, person->others, true);
  }
  return g_string_free(out, FALSE);
}

char *diff_mail(const struct rota_diff *diff, const struct diff_person *person)
{
  const char *email = rota_diff_email(diff, person->clinician);
  if (!email)
    return NULL;
  g_autofree char *body = diff_message(diff, person);
  g_auto(GStrv) lines = g_strsplit(body, "\n", -1);
  g_autofree char *text = g_strjoinv("\r\n", lines);
  return g_strdup_printf(
      "To: <%s>\r\n"
      "Subject: The rota of %s has changed\r\n"
      "X-Unsent: 1\r\n"
      "MIME-Version: 1.0\r\n"
      "Content-Type: text/plain; charset=utf-8\r\n"
      "Content-Transfer-Encoding: 8bit\r\n\r\n%s",
      email, diff->days, text);
}
