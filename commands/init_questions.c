#include "commands/init_questions.h"

#include "commands/console.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

bool init_questions_can_ask(void)
{
  return isatty(STDIN_FILENO) && isatty(STDERR_FILENO);
}

/* A line of the terminal without spaces around it, or NULL at its end; g_free it. */
static char *read_line(void)
{
  GString *line = g_string_new(NULL);
  int c = getchar();
  if (c == EOF)
    return g_string_free(line, TRUE);
  for (; c != EOF && c != '\n'; c = getchar())
    g_string_append_c(line, (char)c);
  return g_strstrip(g_string_free(line, FALSE));
}

/* The answer, or `usual` for an empty one; NULL: there are no more. g_free it. */
static char *ask(const char *question, const char *usual)
{
  fprintf(stderr, "%s [%s] ", question, usual);
  fflush(stderr);
  char *answer = read_line();
  if (answer && !*answer) {
    g_free(answer);
    answer = g_strdup(usual);
  }
  return answer;
}

/* Asks until the answer can be, which *option then is. */
static bool ask_option(struct init_options *options, char **option, const char *question,
                       const char *usual, struct generator_settings *out)
{
  do {
    g_free(*option);
    *option = ask(question, usual);
  } while (*option && !init_options_read(options, out));
  return *option != NULL;
}

/* Of something that a service may have: as many as it would have by its size. */
static bool ask_number(struct init_options *options, char **option, const char *question, int usual,
                       struct generator_settings *out)
{
  g_autofree char *text = g_strdup_printf("%d", usual);
  return ask_option(options, option, question, text, out);
}

static bool ask_evenings(struct init_options *options, struct generator_settings *out)
{
  for (;;) {
    g_autofree char *answer = ask("Are you open in the evening, yes or no?", "no");
    if (!answer)
      return false;
    options->evenings =
        g_ascii_strcasecmp(answer, "yes") == 0 || g_ascii_strcasecmp(answer, "y") == 0;
    if (options->evenings || g_ascii_strcasecmp(answer, "no") == 0 ||
        g_ascii_strcasecmp(answer, "n") == 0)
      return init_options_read(options, out);
    console_error("init: '%s' is neither yes nor no", answer);
  }
}

/* The month after this one, which is the one to plan, as far as bank holidays are known. */
static char *next_month(void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local();
  g_autoptr(GDateTime) next = g_date_time_add_months(now, 1);
  int year = CLAMP(g_date_time_get_year(next), GENERATOR_YEAR_LEAST, GENERATOR_YEAR_MOST);
  return g_strdup_printf("%04d-%02d", year, g_date_time_get_month(next));
}

static bool ask_all(struct init_options *options, struct generator_settings *out)
{
  g_autofree char *month = next_month();
  return ask_option(options, &options->name, "What is your service called?", "Our MSK service",
                    out) &&
         ask_number(options, &options->clinicians, "How many clinicians work there?", 25, out) &&
         ask_number(options, &options->pcns, "How many PCNs does it serve?",
                    generator_pcns_usual(out->clinicians), out) &&
         ask_number(options, &options->hubs, "How many hubs has it?",
                    generator_hubs_usual(out->clinicians, out->pcns), out) &&
         (out->clinicians < GENERATOR_CLINICIANS_EVENINGS || ask_evenings(options, out)) &&
         ask_option(options, &options->month,
                    "Which month is to be planned? Or, of so many weeks, their first day:", month,
                    out) &&
         (out->weeks == 0 || ask_number(options, &options->weeks,
                                        "How many weeks from that day on?", out->weeks, out));
}

bool init_questions_ask(struct init_options *options, struct generator_settings *out)
{
  fprintf(stderr, "A few questions; Enter takes what stands in brackets.\n\n");
  bool answered = ask_all(options, out);
  fprintf(stderr, "\n");
  if (!answered)
    console_error("init: the answers ended before the questions; nothing was written");
  return answered;
}
