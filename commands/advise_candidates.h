/* What might help: hires, skills, rooms and sessions, chosen by the prices of the
 * month as it is and built as scenarios in memory. */
#ifndef ROTA_COMMANDS_ADVISE_CANDIDATES_H
#define ROTA_COMMANDS_ADVISE_CANDIDATES_H

#include "commands/whatif_crew.h"
#include "planning/advice.h"
#include "planning/worth.h"

/* One idea: what it is called, and the one change that makes it so. */
struct idea {
  enum candidate_kind kind;
  char *words;
  char *change;    /* as in a scenario's file: "add: {like: amrita}" */
  double estimate; /* points saved, by price */
};

/* struct idea, at most `most`: of each kind in turn the one that promises most; none
 * that promises nothing. g_ptr_array_unref it. */
GPtrArray *ideas_new(const struct worth *worth, int most);

/* Builds them side by side from the baseline's rota, and appends a struct
 * advice_candidate for each, those that save most first. An idea that the service's
 * own files can't take (a rule refers to what it changes) is left out. */
void candidates_add(struct source *source, const char *month_id, const GPtrArray *ideas,
                    const struct whatif_settings *settings, const struct start *start,
                    const struct outcome *baseline, GPtrArray *candidates,
                    void (*show)(void *context, struct crew_item *items, int count));

#endif
