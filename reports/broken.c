#include "reports/broken.h"

#include "model/words.h"
#include "reports/text.h"

char *broken_text(const struct assessment *assessment)
{
  const struct problem *problem = assessment->problem;
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < assessment->broken->len; i++) {
    const struct finding *finding = g_ptr_array_index(assessment->broken, i);
    g_autofree char *rule = words_use(&problem->service->uses[finding->at.use]);
    g_autofree char *place = words_label(problem, &finding->at);
    g_autofree char *line = g_strdup_printf("%s: %s%s%s%s", rule, finding->text,
                                            place[0] ? " [" : "", place, place[0] ? "]" : "");
    g_string_append(out, "  ");
    text_wrap(out, line, 2);
  }
  return g_string_free(out, FALSE);
}
