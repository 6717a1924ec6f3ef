/* The verdict on a rota that was written before: are its rules kept, and is
 * what it says of itself right? */
#ifndef ROTA_COMMANDS_VERDICT_H
#define ROTA_COMMANDS_VERDICT_H

#include "commands/load_rota.h"

#include <stdbool.h>

/* True when every hard rule is kept and every stated figure right. Otherwise
 * tells on standard output what is not. */
bool verdict_is_good(const struct load_rota *rota, const char *path);

#endif
