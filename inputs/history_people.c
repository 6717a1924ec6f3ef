#include "inputs/history_people.h"

#include <string.h>

static bool was(const struct clinician *person, const char *id)
{
  for (int i = 0; i < person->n_was; i++)
    if (strcmp(person->was[i], id) == 0)
      return true;
  return false;
}

int history_person(const struct service *service, const char *id)
{
  int clinician = service_clinician(service, id);
  for (int c = 0; c < service->n_clinicians && clinician == NONE; c++)
    if (was(&service->clinicians[c], id))
      clinician = c;
  return clinician;
}

/* Names change in part: who marries keeps a first name. */
static bool shares_a_word(const char *one, const char *other)
{
  g_autofree char *a = g_utf8_casefold(one, -1), *b = g_utf8_casefold(other, -1);
  g_auto(GStrv) words = g_strsplit_set(a, " -'", -1), others = g_strsplit_set(b, " -'", -1);
  for (char **word = words; *word; word++)
    if (**word && g_strv_contains((const char *const *)others, *word))
      return true;
  return false;
}

void history_person_check(struct reader *reader, const struct node *id, const char *name,
                          bool newest)
{
  int clinician = history_person(reader->service, id->text);
  if (reader->lost[THING_CLINICIAN])
    return;
  const struct clinician *person =
      clinician == NONE ? NULL : &reader->service->clinicians[clinician];
  if (!person && newest)
    diagnostics_warning(reader->diagnostics, id->where,
                        "'%s' is nobody's id now: who left stays listed, with 'leaves', and who "
                        "has a new id says so with 'was: %s'",
                        id->text, id->text);
  else if (person && name && !was(person, id->text) && !shares_a_word(name, person->name))
    diagnostics_warning(reader->diagnostics, id->where,
                        "'%s' was %s then, and is %s now (%s:%d): give another person another id, "
                        "or say that it is the same with 'was: %s'",
                        id->text, name, person->name, person->where.file, person->where.line,
                        id->text);
}

void history_people_check_was(struct reader *reader)
{
  const struct service *service = reader->service;
  for (int c = 0; c < service->n_clinicians; c++)
    for (int i = 0; i < service->clinicians[c].n_was; i++) {
      const struct clinician *person = &service->clinicians[c];
      int other = service_clinician(service, person->was[i]);
      for (int before = 0; before < c && other == NONE; before++)
        if (was(&service->clinicians[before], person->was[i]))
          other = before;
      if (other != NONE && other != c)
        diagnostics_error(reader->diagnostics, person->where,
                          "'%s', which '%s' was, is or was the id of '%s'", person->was[i],
                          person->id, service->clinicians[other].id);
    }
}
