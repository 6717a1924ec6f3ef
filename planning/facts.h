/* What is known of one assignment without a search: which lines and rules make it so. */
#ifndef ROTA_PLANNING_FACTS_H
#define ROTA_PLANNING_FACTS_H

#include "model/assessment.h"

/* Sentences without their full stop, as char, the most binding first: what was locked or
 * agreed, what asks for the work, whose PCN it is, what the person wished, what rules find.
 * g_ptr_array_unref them. */
GPtrArray *facts_of(const struct assessment *assessment, const struct assignment *item);

/* The same without what concerns the person alone: what was wished, and what rules find. */
GPtrArray *facts_of_work(const struct problem *problem, const struct assignment *item);

#endif
