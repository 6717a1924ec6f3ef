/* Writes the policy: the rules section of service.yaml. */
#include "commands/init_files.h"

void write_rules(const struct plan *plan, GString *out)
{
  (void)plan;
  g_string_append(out, "\nrules:\n");
}
