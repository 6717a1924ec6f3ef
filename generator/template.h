/* Texts with gaps. What a generated service says of its policy stands in the YAML
 * files of this folder (policies.h), as a manager would write it, but for two
 * things:
 *
 *   $name      where a number or a word differs between services: a value
 *   #: PART    a line that begins a part, which goes on to the next such line; it
 *              is written where the values say that it applies, perhaps several
 *              times, each with values of its own; "#: always" is always written
 *
 * What stands above the first part is for the reader of the file. A name or a part
 * that the values don't know is a mistake of ours: an assertion. */
#ifndef ROTA_GENERATOR_TEMPLATE_H
#define ROTA_GENERATOR_TEMPLATE_H

#include <glib.h>
#include <stdbool.h>

struct template_values;

struct template_values *template_values_new(void);
void template_values_free(struct template_values *values); /* NULL is fine */

/* The value of $name, replacing an earlier one. */
void template_set(struct template_values *values, const char *name, const char *format, ...)
    G_GNUC_PRINTF(3, 4);

/* Whether a part is written. */
void template_when(struct template_values *values, const char *part, bool applies);

/* One more time that a part is written. The answer, which belongs to `values`, takes
 * values for that time alone. */
struct template_values *template_each(struct template_values *values, const char *part);

/* Appends the template, filled. */
void template_write(const char *template, const struct template_values *values, GString *out);

/* The text of one part (the first of that name), as it stands; g_free it. */
char *template_part(const char *template, const char *part);

/* Appends one part, filled, once. */
void template_write_part(const char *template, const char *part,
                         const struct template_values *values, GString *out);

#endif
