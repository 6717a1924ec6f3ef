#include "reports/verdict.h"

#include "reports/broken.h"

char *verdict_text(const struct existing_rota *rota, const struct verification *found,
                   const char *path)
{
  GString *out = g_string_new(NULL);
  if (found->broken) {
    g_autofree char *broken = broken_text(rota->assessment);
    g_autofree char *misfits = existing_rota_misfit_lines(rota);
    g_string_append_printf(out, "%s: %d hard limit%s broken\n%s%s", path, found->broken,
                           found->broken == 1 ? " is" : "s are", broken, misfits);
  }
  const GPtrArray *differences = found->differences;
  if (differences->len)
    g_string_append_printf(out, "%s: %u stated figure%s not right\n", path, differences->len,
                           differences->len == 1 ? " is" : "s are");
  for (guint i = 0; i < differences->len; i++)
    g_string_append_printf(out, "  %s\n", (const char *)differences->pdata[i]);
  return g_string_free(out, FALSE);
}
