#include "reports/fcp_use_table.h"

#include "reports/text.h"

#include <glib.h>

enum { NAME_WIDTH = 30 };

/* Below 0: "-". */
static void figure(GString *out, double value, int decimals, int width)
{
  g_autofree char *text = value < 0 ? g_strdup("-") : g_strdup_printf("%.*f", decimals, value);
  text_right(out, text, width);
}

const char *fcp_use_words(enum fcp_verdict verdict)
{
  switch (verdict) {
  case FCP_EMPTY:
    return "sessions stand empty";
  case FCP_WAITING:
    return "people wait";
  case FCP_FITS:
    return "as it should be";
  default:
    return "no figures";
  }
}

static void print_pcn(GString *out, const struct fcp_use *use)
{
  bool known = use->months > 0;
  g_string_append(out, "  ");
  text_left(out, use->name, NAME_WIDTH);
  figure(out, use->offered_per_10000, 0, 8);
  figure(out, use->attended_per_10000, 0, 9);
  figure(out, known && use->offered > 0 ? 100 * use->booked / use->offered : -1, 0, 8);
  figure(out, known && use->booked > 0 ? 100 * (1 - use->attended / use->booked) : -1, 0, 8);
  figure(out, use->days_to_third, 1, 7);
  g_string_append(out, "\n      sessions a week: provided");
  figure(out, use->provided, 1, 5);
  g_string_append(out, ", by use");
  figure(out, use->wanted, 1, 5);
  g_string_append_printf(out, "; %s\n", fcp_use_words(use->verdict));
}

char *fcp_use_table(const struct fcp_uses *uses, bool colour)
{
  GString *out = g_string_new(NULL);
  g_autofree char *title = uses->from
                               ? g_strdup_printf("%s: use of first contact, %s to %s",
                                                 uses->service, uses->from, uses->until)
                               : g_strdup_printf("%s: fcp_use.csv has no figures", uses->service);
  text_bold(out, title, colour);
  g_string_append(out, "\n\n");
  g_string_append(out,
                  "                                 a month, 10,000\n"
                  "                                 offered attended  booked  missed   days\n"
                  "                                                        %       %  to 3rd\n");
  for (int i = 0; i < uses->count; i++)
    print_pcn(out, &uses->pcns[i]);
  g_autofree char *note = g_strdup_printf(
      "Under %d%% booked, sessions stand empty; from %d%% on, or where the third next appointment "
      "is "
      "over %d days away, people wait. By use: so many sessions that %d%% of their appointments "
      "are "
      "booked.",
      FCP_USE_EMPTY, FCP_USE_FULL, FCP_USE_DAYS, FCP_USE_PLANNED);
  g_string_append(out, "\n  ");
  text_wrap(out, note, 2);
  return g_string_free(out, FALSE);
}
