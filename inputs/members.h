/* Members of JSON objects that programs wrote, read strictly: what is missing,
 * of another kind or out of range is an error. */
#ifndef ROTA_INPUTS_MEMBERS_H
#define ROTA_INPUTS_MEMBERS_H

#include "model/diagnostics.h"

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

/* A value to be decoded and where it is, such as "pcns[2]". Values, texts and
 * the place are borrowed. */
struct members {
  const json_t *object;
  const char *at;
  const char *path;
  struct diagnostics *diagnostics;
};

/* Is it an object with exactly so many members? The others check each by name. */
bool members_begin(const struct members *members, size_t count);

/* The member as it is; NULL, reported, if there is none. */
const json_t *members_value(const struct members *members, const char *key);
/* A list of at most so many items; NULL: reported. */
const json_t *members_list(const struct members *members, const char *key, size_t most);

/* Each sets `out` and returns true, or reports what is wrong. Where a member may
 * be null, that is `none`. */
/* No control characters, but for line ends and tabs: others would reach a terminal. */
bool members_is_plain(const char *text);
bool members_text(const struct members *members, const char *key, char **out); /* g_free it */
bool members_text_or_null(const struct members *members, const char *key, char **out);
bool members_switch(const struct members *members, const char *key, bool *out);
/* One of `count` words, as its index. */
bool members_choice(const struct members *members, const char *key, const char *const *words,
                    int count, int *out);
bool members_integer(const struct members *members, const char *key, int64_t least, int64_t most,
                     int64_t *out);
bool members_integer_or_null(const struct members *members, const char *key, int64_t least,
                             int64_t most, int64_t none, int64_t *out);
/* A number with `decimals` decimals, 0 or 2, as units or hundredths. */
bool members_figure_or_null(const struct members *members, const char *key, int decimals,
                            int64_t none, int64_t *out);
/* The same of a value that is no member; `key` is what it is called. */
bool members_figure(const struct members *members, const char *key, const json_t *value,
                    int decimals, int64_t *out);

#endif
