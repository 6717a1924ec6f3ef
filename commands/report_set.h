/* The whole set of what can be written of a rota, in one folder with an index page. */
#ifndef ROTA_COMMANDS_REPORT_SET_H
#define ROTA_COMMANDS_REPORT_SET_H

#include "planning/existing_rota.h"

struct page_version; /* reports/page/month_page.h */

/* Writes what the service in `directory` has of it into the folder, which is made; what is there of
 * an earlier one is replaced. EXIT_DONE, or, having said why, what the command is to return. */
int report_set_write(const struct existing_rota *rota, const char *directory, const char *folder,
                     const struct page_version *version);

#endif
