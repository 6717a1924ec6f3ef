#include "commands/init_options.h"

#include "commands/console.h"

#include <string.h>

enum { NAME_MOST = 100 };

void init_options_clear(struct init_options *options)
{
  g_free(options->clinicians);
  g_free(options->pcns);
  g_free(options->hubs);
  g_free(options->month);
  g_free(options->weeks);
  g_free(options->seed);
  g_free(options->name);
}

bool init_options_any(const struct init_options *options)
{
  return options->clinicians || options->pcns || options->hubs || options->month ||
         options->weeks || options->seed || options->name || options->evenings ||
         options->random_rules;
}

static bool read_number(const char *option, const char *text, guint64 least, guint64 most,
                        guint64 *out)
{
  if (g_ascii_string_to_unsigned(text, 10, least, most, out, NULL))
    return true;
  console_error("init: --%s '%s' is not a whole number from %" G_GUINT64_FORMAT
                " to %" G_GUINT64_FORMAT,
                option, text, least, most);
  return false;
}

/* Are bank holidays known on all days of the settings? */
static bool has_known_years(const struct generator_settings *settings)
{
  return date_year(settings->first) >= GENERATOR_YEAR_LEAST &&
         date_year(month_id_last(settings->first, settings->weeks)) <= GENERATOR_YEAR_MOST;
}

/* A month, or so many weeks from a day on, four if nobody says. */
static bool read_month(const struct init_options *options, struct generator_settings *settings)
{
  guint64 weeks = GENERATOR_WEEKS_LEAST;
  bool is_weeks = options->month && month_id_is_weeks(options->month);
  if (options->month && !month_id_parse(options->month, &settings->first)) {
    console_error("init: '%s' is neither a month like 2027-01 nor a first day like 2027-01-04",
                  options->month);
    return false;
  }
  if (options->weeks && !is_weeks) {
    console_error("init: --weeks needs the first day: --from 2027-01-04");
    return false;
  }
  if (options->weeks &&
      !read_number("weeks", options->weeks, GENERATOR_WEEKS_LEAST, GENERATOR_WEEKS_MOST, &weeks))
    return false;
  settings->weeks = is_weeks ? (int)weeks : 0;
  if (has_known_years(settings))
    return true;
  console_error("init: '%s' is not within %d to %d, the years whose bank holidays are known",
                options->month, GENERATOR_YEAR_LEAST, GENERATOR_YEAR_MOST);
  return false;
}

static bool read_name(const char *text, struct generator_settings *settings)
{
  bool plain = *text && g_utf8_validate(text, -1, NULL) && g_utf8_strlen(text, -1) <= NAME_MOST;
  for (const char *c = text; plain && *c; c = g_utf8_next_char(c))
    plain = g_unichar_isprint(g_utf8_get_char(c));
  if (plain)
    settings->name = text;
  else
    console_error("init: --name must be 1 to %d characters that can be printed", NAME_MOST);
  return plain;
}

/* How many PCNs and hubs, after how many clinicians. */
static bool read_sites(const struct init_options *options, struct generator_settings *settings)
{
  guint64 number = 0;
  int most = generator_pcns_most(settings->clinicians);
  if (options->pcns && !read_number("pcns", options->pcns, 1, (guint64)most, &number)) {
    console_hint("  a PCN takes %d clinicians at least, and there are %d PCNs in all",
                 GENERATOR_CLINICIANS_A_PCN, generator_pcns_most(GENERATOR_CLINICIANS_MOST));
    return false;
  }
  settings->pcns = (int)number;
  number = 0;
  most = generator_hubs_most(settings->clinicians, settings->pcns);
  if (options->hubs && !read_number("hubs", options->hubs, 1, (guint64)most, &number)) {
    console_hint(
        "  each hub but the first takes %d clinicians, each a PCN of its own, and there are %d "
        "hubs in all",
        GENERATOR_CLINICIANS_A_HUB, generator_hubs_most(GENERATOR_CLINICIANS_MOST, 0));
    return false;
  }
  settings->hubs = (int)number;
  return true;
}

static bool can_have_evenings(const struct init_options *options,
                              const struct generator_settings *settings)
{
  bool can = !options->evenings || settings->clinicians >= GENERATOR_CLINICIANS_EVENINGS;
  if (!can)
    console_error("init: --evenings take %d clinicians at least", GENERATOR_CLINICIANS_EVENINGS);
  return can;
}

bool init_options_read(const struct init_options *options, struct generator_settings *out)
{
  guint64 clinicians = GENERATOR_CLINICIANS_LEAST, seed = 1;
  struct generator_settings settings = {.first = date_make(2027, 1, 1),
                                        .evenings = options->evenings,
                                        .random_rules = options->random_rules};
  if (options->clinicians &&
      !read_number("clinicians", options->clinicians, GENERATOR_CLINICIANS_LEAST,
                   GENERATOR_CLINICIANS_MOST, &clinicians))
    return false;
  if (options->seed && !read_number("seed", options->seed, 0, G_MAXUINT64, &seed))
    return false;
  settings.clinicians = (int)clinicians;
  settings.seed = seed;
  if (!read_sites(options, &settings) || !can_have_evenings(options, &settings) ||
      !read_month(options, &settings) || (options->name && !read_name(options->name, &settings)))
    return false;
  *out = settings;
  return true;
}
