#include "commands/options.h"

#include "commands/console.h"
#include "commands/reading.h"
#include "model/date.h"

enum { SECONDS_MOST = 7 * 24 * 3600, THREADS_MOST = 256 };

bool options_within(const char *command, const char *option, double value, double least,
                    double most)
{
  if (value >= least && value <= most)
    return true;
  console_error("%s: --%s is %g; it should be %g to %g", command, option, value, least, most);
  return false;
}

/* Is the engine one, and here? If not, says why. */
static bool has_engine(const char *command, const char *name)
{
  g_autofree char *reason = NULL;
  if (!name || build_has_engine(name, &reason))
    return true;
  console_error("%s: %s", command, reason);
  return false;
}

bool options_are_fine(const char *command, const struct build_settings *settings)
{
  return options_within(command, "time", settings->seconds, 1, SECONDS_MOST) &&
         options_within(command, "threads", settings->threads, 1, THREADS_MOST) &&
         options_within(command, "gap", settings->gap_percent, 0, 100) &&
         options_within(command, "seed", (double)settings->seed, 0, (double)G_MAXINT64) &&
         has_engine(command, settings->engine);
}

bool options_have_month(const char *command, const char *month_id)
{
  if (month_id)
    return reading_is_month(command, month_id);
  console_error("%s: which month? add --month, such as --month 2027-01", command);
  return false;
}

bool options_have_date(const char *command, const char *option, const char *text, int otherwise,
                       int *out)
{
  *out = otherwise;
  if (!text || date_parse(text, out))
    return true;
  console_error("%s: --%s '%s' is not a date; write it as 2027-01-21", command, option, text);
  return false;
}

bool options_have_show(const char *command, const char *show, enum terminal_show *out)
{
  *out = TERMINAL_SHOW_BY_SIZE;
  if (!show || terminal_show_parse(show, out))
    return true;
  console_error(
      "%s: unknown choice '%s' for --show; there are people, sites, missed, "
      "meetings and none",
      command, show);
  return false;
}
