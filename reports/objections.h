/* What became of objections to a draft, as text. */
#ifndef ROTA_REPORTS_OBJECTIONS_H
#define ROTA_REPORTS_OBJECTIONS_H

#include "planning/objections.h"

/* Of these answers of a month; "" where there are none. At most 80 columns. g_free it. */
char *objections_text(const struct problem *problem, const GArray *answers);

#endif
