#include "planning/publish.h"
#include "commands/command.h"
#include "commands/console.h"
#include "commands/output.h"
#include "commands/reading.h"
#include "planning/verify.h"
#include "reports/verdict.h"

#include <stdio.h>

static const struct command_usage usage = {
    .name = "publish",
    .arguments = "DIR ROTA",
    .summary = "Freezes a verified rota into the service's history, for later months to look back.",
    .examples = "  rota publish sussex sussex/2027-01/rota.json\n",
    .details =
        "Writes DIR/history/MONTH.yaml: every assignment, each clinician's hours and\n"
        "satisfaction, and the hashes of the inputs, of the rota and of the month before, so\n"
        "that a changed past is noticed. A month is published once, in order: to publish it\n"
        "again, move its file away. A rota that breaks a hard rule or misstates itself is\n"
        "refused. Where people get shorter notice than the criteria's publish: days_before,\n"
        "that is said.\n",
    .least = 2,
    .most = 2,
};

/* Is nothing published that this month, or a later one, would contradict? */
static bool is_next(const char *directory, const char *month_id)
{
  g_autofree char *found = publish_contradicted(directory, month_id);
  g_autofree char *name = found ? g_path_get_basename(found) : NULL;
  if (found && g_str_has_prefix(name, month_id))
    console_error("publish: %s is published already, in '%s'; move it away to publish again",
                  month_id, found);
  else if (found)
    console_error("publish: a month after %s is published already, in '%s'", month_id, found);
  return !found;
}

static bool is_good(const struct existing_rota *rota, const char *path)
{
  struct verification found;
  verify_rota(rota, ROTA_VERSION, &found);
  bool good = verification_is_good(&found);
  g_autofree char *text = verdict_text(rota, &found, path);
  fputs(text, stdout);
  if (!good)
    console_error("publish: '%s' is not published", path);
  verification_clear(&found);
  return good;
}

static int today(void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local();
  return date_make(g_date_time_get_year(now), g_date_time_get_month(now),
                   g_date_time_get_day_of_month(now));
}

static int publish(const struct existing_rota *rota, const char *directory, const char *path)
{
  g_autofree char *target = publish_path(directory, rota->month_id);
  char *message = NULL;
  if (!is_good(rota, path))
    return EXIT_BROKEN;
  if (!is_next(directory, rota->month_id))
    return EXIT_USAGE;
  int status = output_end(publish_rota(rota, directory, path, ROTA_VERSION, &message), &message);
  if (status != EXIT_DONE)
    return status;
  printf("published: %s\n", target);
  g_autofree char *short_notice = publish_short_notice(rota, today());
  if (short_notice)
    console_hint("warning: %s", short_notice);
  return status;
}

int command_publish(int argc, char **argv)
{
  const GOptionEntry entries[] = {OPTION_STRICT, G_OPTION_ENTRY_NULL};
  int status;
  if (!command_parse(&usage, entries, &argc, &argv, &status))
    return status;
  struct existing_rota rota;
  status = reading_rota(usage.name, argv[1], argv[2], NULL, &rota);
  if (status == EXIT_DONE)
    status = publish(&rota, argv[1], argv[2]);
  existing_rota_clear(&rota);
  return status;
}
