/* The two ways in which sessions of a task are asked for: line by line of demand,
 * or as many as PCNs are owed by their patients. For lever_move. */
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

/* By what the PCNs are owed the task; false: by nothing. */
bool move_find_owed(const struct service *service, int task, struct owed *out);
/* `more` sessions a week, fewer when below 0. */
void move_shift_owed(struct making *making, const struct node *body, const struct owed *owed,
                     int more);

/* So many sessions a week of a line have one person less. */
void move_from_line(struct making *making, const struct node *body, const struct moved *moved);
/* The same number of people more in every session of a line, and the rest spread;
 * where there is no line, a new one. */
void move_to_line(struct making *making, const struct node *body, const struct moved *moved);

#endif
