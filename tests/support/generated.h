/* Services that the generator makes, as inputs reads them, for tests. */
#ifndef ROTA_TESTS_SUPPORT_GENERATED_H
#define ROTA_TESTS_SUPPORT_GENERATED_H

#include "generator/generator.h"
#include "model/month.h"

struct generated {
  GPtrArray *files; /* struct generator_file */
  struct service *service;
  struct month *month;
};

/* Fails the test, saying what was said, when reading the files says a word, other
 * than that somebody's preferences are late. Free with generated_free. */
struct generated generated_new(const struct generator_settings *settings);
void generated_free(struct generated *generated);

/* The text of that file, borrowed; NULL when there is none. */
const char *generated_text(const struct generated *generated, const char *path);

#endif
