#include "commands/whatif_outputs.h"

#include "commands/console.h"
#include "commands/output.h"
#include "model/json.h"

#include <stdio.h>
#include <string.h>

static bool is_printed(const char *path)
{
  return path && strcmp(path, "-") == 0;
}

bool whatif_outputs_free(const struct whatif_outputs *outputs)
{
  int printed = is_printed(outputs->csv) + is_printed(outputs->html) + (outputs->json ? 1 : 0);
  if (printed > 1)
    console_error("whatif: only one of --json, --csv - and --html - can go to standard output");
  return printed <= 1 && (!outputs->csv || output_is_free(outputs->csv, outputs->force)) &&
         (!outputs->html || output_is_free(outputs->html, outputs->force));
}

bool whatif_outputs_write(const struct whatif_outputs *outputs, const struct whatif_report *report)
{
  bool out = true;
  if (outputs->csv) {
    g_autofree char *text = whatif_csv(report);
    out &= output_write(outputs->csv, text);
  }
  if (outputs->html) {
    g_autofree char *text = whatif_html(report);
    out &= output_write(outputs->html, text);
  }
  if (outputs->quiet || is_printed(outputs->csv) || is_printed(outputs->html))
    return out;
  g_autofree char *text = outputs->json ? json_text(whatif_json(report))
                                        : whatif_table(report, console_has_colour(stdout));
  fputs(text, stdout);
  return out;
}
