/* A rota as CSV, one row for each assignment, in order of session and then of
 * clinician; UTF-8, lines ended by a line feed. inputs/rota_reader.h reads it back. */
#ifndef ROTA_INPUTS_ROTA_CSV_H
#define ROTA_INPUTS_ROTA_CSV_H

#include "model/problem.h"

/* Which columns there are, in which order, under which names. */
struct rota_csv_layout;

/* Reads "date=Date,clinician=Staff,task": columns left to right, each with the
 * header's name if it is to differ; "date:dd/mm/yyyy" is the date in a pattern of
 * model/date_pattern.h. NULL, and a message for g_free, when it
 * can't be understood. Free with rota_csv_layout_free (NULL is fine). */
struct rota_csv_layout *rota_csv_layout_parse(const char *wanted, char **message);
void rota_csv_layout_free(struct rota_csv_layout *layout);

/* The layout of rota.csv for NULL: date, session, from, to, clinician, task,
 * site, locked. g_free the text.
 *
 * A value that a spreadsheet would take for a formula (it begins with = + - @)
 * gets an apostrophe in front: names come from files that others send in. */
char *rota_csv_text(const struct problem *problem, const struct rota *rota,
                    const struct rota_csv_layout *layout);

#endif
