#include "reports/broken.h"

#include "model/words.h"
#include "reports/text.h"

char *broken_text(const struct audit *audit)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < audit->findings->len; i++) {
    const struct finding *finding = &g_array_index(audit->findings, struct finding, i);
    if (finding->price != PRICE_HARD)
      continue;
    g_autofree char *rule = words_use(&audit->problem->service->uses[finding->at.use]);
    g_autofree char *place = words_label(audit->problem, &finding->at);
    g_autofree char *line = g_strdup_printf("%s: %s%s%s%s", rule, finding->text,
                                            place[0] ? " [" : "", place, place[0] ? "]" : "");
    g_string_append(out, "  ");
    text_wrap(out, line, 2);
  }
  return g_string_free(out, FALSE);
}
