/* For lever_move: sessions of a task are asked for in one of two ways, in a line of
 * demand, or as so many for each PCN by its number of patients. */
#ifndef ROTA_SCENARIOS_MOVE_H
#define ROTA_SCENARIOS_MOVE_H

#include "scenarios/making.h"

/* What is moved. */
struct moved {
  int from, to; /* tasks */
  int sessions; /* a week */
  int at, from_at;
};

/* What says how many: a use of fcp_cover, or a line such as "1 per 4000 patients". */
struct owed {
  const bool *sites; /* NULL: all */
  int sessions;      /* a week */
  int patients;      /* per so many */
  struct where where;
  bool is_rule;
};

/* What gives the PCNs their sessions of the task by patients; false: nothing does. */
bool move_find_owed(const struct service *service, int task, struct owed *out);
/* `more` sessions a week, fewer when below 0. */
void move_shift_owed(struct making *making, const struct node *body, const struct owed *owed,
                     int more);

/* In moved->sessions sessions a week of a line of demand there is one person less. */
void move_from_line(struct making *making, const struct node *body, const struct moved *moved);
/* So many sessions more, in a line of demand: as many people more in each of its
 * sessions, and the remainder spread over them. Where there is no line, a new one. */
void move_to_line(struct making *making, const struct node *body, const struct moved *moved);

#endif
