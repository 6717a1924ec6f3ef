/* What the pages of answers are made of: what-if, advice, the plan back, the waiting list. Each is
 * one file that stands by itself, for a screen, for print and for a screen reader. */
#ifndef ROTA_REPORTS_ANSWER_PAGE_H
#define ROTA_REPORTS_ANSWER_PAGE_H

#include <glib.h>

/* A page of that title: what is appended next stands under it, up to answer_page_main. Ends with
 * answer_page_end, which returns it, for g_free. */
GString *answer_page_begin(const char *title);
void answer_page_main(GString *out);
char *answer_page_end(GString *out);

/* "<section><h2>title</h2>" */
void answer_page_section(GString *out, const char *title);
void answer_page_section_end(GString *out);

/* A table that scrolls by itself, up to the first row of its body; `label` is what a screen reader
 * calls it. `columns` ends with NULL; "<" begins the name of one of words, others are of numbers.
 * They are words of ours, without quotes. On a phone the cells of a row that has prose stand one
 * below another, each after the name of its column. */
void answer_page_table(GString *out, const char *label, const char *const *columns);
void answer_page_table_end(GString *out);
/* "<tr>" and what heads the row. */
void answer_page_row(GString *out, const char *head);

#endif
