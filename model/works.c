#include "model/works.h"

static void write_blocks(const struct service *service, unsigned blocks, GString *out)
{
  const char *comma = "";
  g_string_append_c(out, '[');
  for (int b = 0; b < service->n_blocks; b++)
    if (blocks >> b & 1) {
      g_string_append_printf(out, "%s%s", comma, service->blocks[b].id);
      comma = ", ";
    }
  g_string_append_c(out, ']');
}

/* Runs of equal days together. */
static void write_week(const struct pattern *week, const struct service *service, GString *out)
{
  unsigned known = (1U << service->n_blocks) - 1;
  const char *comma = "";
  g_string_append_c(out, '{');
  for (int day = 0, last; day < WEEK_DAYS; day = last + 1) {
    unsigned blocks = week->blocks[day] & known;
    for (last = day; last + 1 < WEEK_DAYS && (week->blocks[last + 1] & known) == blocks;)
      last++;
    if (blocks == 0)
      continue;
    g_string_append_printf(out, "%s%s", comma, date_weekday_names[day]);
    if (last > day)
      g_string_append_printf(out, "-%s", date_weekday_names[last]);
    g_string_append(out, ": ");
    write_blocks(service, blocks, out);
    comma = ", ";
  }
  g_string_append_c(out, '}');
}

void works_write(const struct works *works, const struct service *service, GString *out)
{
  char date[DATE_TEXT_SIZE];
  bool cycle = works->cycle != DATE_NONE, turns = cycle || works->n_weeks > 1;
  if (cycle)
    g_string_append_printf(out, "{cycle: %s, weeks: [", date_format(works->cycle, date));
  else if (turns)
    g_string_append(out, "{odd: ");
  for (int week = 0; week < works->n_weeks; week++) {
    if (week > 0)
      g_string_append(out, cycle ? ", " : ", even: ");
    write_week(&works->weeks[week], service, out);
  }
  g_string_append(out, cycle ? "]}" : turns ? "}" : "");
}
