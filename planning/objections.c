#include "planning/objections.h"

#include "planning/around.h"

static void clear(gpointer data)
{
  wish_answer_clear(data);
}

GArray *objections_answer(const struct audit *audit, const struct build_settings *settings)
{
  const struct problem *problem = audit->problem;
  GArray *out = g_array_new(FALSE, FALSE, sizeof(struct wish_answer));
  int left = around_is_possible(audit) ? OBJECTIONS_EXPLORED : 0;
  g_array_set_clear_func(out, clear);
  for (int i = 0; i < problem->month->n_preferences; i++) {
    g_autoptr(GArray) wishes =
        wishes_new(problem, audit->rota, problem->month->preferences[i].clinician);
    for (guint w = 0; w < wishes->len; w++) {
      const struct wish_line *wish = &g_array_index(wishes, struct wish_line, w);
      struct wish_answer answer = {.number = (int)w + 1, .wish = *wish};
      if (!wish->request || !wish->request->objection)
        continue;
      if (wish_is_refused(wish) && left-- > 0)
        why_not_answer(audit, wish, answer.number, settings, &answer);
      g_array_append_val(out, answer);
    }
  }
  return out;
}
