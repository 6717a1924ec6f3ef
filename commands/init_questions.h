/* The few questions of `rota init` to somebody who gave no options. */
#ifndef ROTA_COMMANDS_INIT_QUESTIONS_H
#define ROTA_COMMANDS_INIT_QUESTIONS_H

#include "commands/init_options.h"

/* Does a person sit there, to read them and to answer? */
bool init_questions_can_ask(void);

/* Asks, each question until its answer can be. Sets what was answered, and the settings that it
 * makes. False, with a message: the answers ended first. */
bool init_questions_ask(struct init_options *options, struct generator_settings *out);

#endif
