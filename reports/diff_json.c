#include "reports/diff_report.h"

static json_t *place(struct diff_place at)
{
  return at.task ? json_pack("{s:s, s:s}", "task", at.task, "site", at.site) : json_null();
}

static json_t *indices(const GArray *list)
{
  json_t *out = json_array();
  for (guint i = 0; i < list->len; i++)
    json_array_append_new(out, json_integer(g_array_index(list, int, i)));
  return out;
}

json_t *diff_json(const struct rota_diff *diff)
{
  json_t *changes = json_array(), *people = json_array();
  for (guint i = 0; i < diff->changes->len; i++) {
    const struct diff_change *change = &g_array_index(diff->changes, struct diff_change, i);
    json_array_append_new(changes,
                          json_pack("{s:s, s:s, s:s, s:o, s:o}", "date", change->date, "session",
                                    change->session, "clinician", change->clinician, "before",
                                    place(change->before), "after", place(change->after)));
  }
  for (guint i = 0; i < diff->people->len; i++) {
    const struct diff_person *person = &g_array_index(diff->people, struct diff_person, i);
    json_array_append_new(people,
                          json_pack("{s:s, s:s, s:s?, s:o, s:o}", "clinician", person->clinician,
                                    "name", rota_diff_person(diff, person->clinician), "email",
                                    rota_diff_email(diff, person->clinician), "yours",
                                    indices(person->yours), "others", indices(person->others)));
  }
  return json_pack("{s:s, s:s?, s:s?, s:o, s:o}", "month", diff->month_id, "old", diff->old_is,
                   "new", diff->new_is, "changes", changes, "people", people);
}
