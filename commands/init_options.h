/* What `rota init` is told, by options or as answers: words, read into settings. */
#ifndef ROTA_COMMANDS_INIT_OPTIONS_H
#define ROTA_COMMANDS_INIT_OPTIONS_H

#include "generator/generator.h"

#include <glib.h>
#include <stdbool.h>

/* As they were written; NULL: not said. */
struct init_options {
  char *clinicians, *pcns, *hubs, *month, *weeks, *seed, *name; /* month: or a first day */
  gboolean evenings, random_rules;
};

void init_options_clear(struct init_options *options);

/* Was anything said? */
bool init_options_any(const struct init_options *options);

/* False, with a message: one of them can't be. The settings borrow the name. */
bool init_options_read(const struct init_options *options, struct generator_settings *out);

#endif
