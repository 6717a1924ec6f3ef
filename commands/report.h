/* What the subcommands that tell of a rota print of it. */
#ifndef ROTA_COMMANDS_REPORT_H
#define ROTA_COMMANDS_REPORT_H

#include "reports/terminal.h"

/* The report, with the reasons of its gaps. */
void report_print(struct assessment *assessment, enum terminal_show show);

/* Until when the problem's month is to be published; or, where it is, how far the rota of
 * the file at `path` has parted from what was published. */
void report_print_notice(const struct problem *problem, const char *directory, const char *path);

#endif
