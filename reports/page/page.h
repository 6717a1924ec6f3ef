/* What the pages of a rota are made of. A page is one file that stands by itself: its style
 * and its script are in it, and it asks no server for anything. Without the script it is
 * complete, as it is in print; the script adds filters and what is known of a cell. */
#ifndef ROTA_REPORTS_PAGE_PAGE_H
#define ROTA_REPORTS_PAGE_PAGE_H

#include "model/assessment.h"
#include "model/words.h"
#include "reports/html.h"

/* Of the files of this folder. */
extern const char asset_style[], asset_answers[], asset_scroll[], asset_script[], asset_form[];

struct page {
  GString *out;
  const struct assessment *assessment;
  const struct problem *problem;
  char **people, **tasks, **sites;        /* short names, for the cells of tables */
  GPtrArray *facts;                       /* char: each sentence about cells once */
  GHashTable *fact_numbers;               /* of each, where it stands there, as GINT_TO_POINTER */
  bool *has_person, *has_task, *has_site; /* whose names in full the cells ask for */
  bool of_wishes;                         /* cells say what their person wished and what it costs */
  GString *contents;                      /* a link to each section */
  gsize contents_at;                      /* where in `out` they go; 0: nowhere */
};

/* What every page begins with, up to its content. `is_old`: it warns that it is. */
GString *page_head(const char *title, const char *subtitle, bool is_old);

/* A page of that title, with its head; page_end ends it and returns it, for g_free. */
struct page page_begin(const struct assessment *assessment, const char *title, const char *subtitle,
                       bool is_old);
char *page_end(struct page *page);
/* From here on cells have names in full: a sheet of one person or place has the room. */
void page_full_names(struct page *page);

/* The sections, each with its heading; a section without anything to say is left out. */
void page_today(struct page *page); /* what the script says of the day it is */
void page_summary(struct page *page);
void page_contents(struct page *page); /* links to all sections that follow */
void page_gaps(struct page *page);
void page_gaps_at(struct page *page, int site); /* of one place, without who and why */
void page_filters(struct page *page);
void page_people(struct page *page);
void page_sites(struct page *page);
void page_cover(struct page *page);
void page_fcp(struct page *page, int site); /* of one PCN; NONE: of each */
void page_duty(struct page *page);
void page_meetings(struct page *page, int clinician); /* of one person's; NONE: each */
void page_fairness(struct page *page);
void page_acceptable(struct page *page);
void page_cost(struct page *page);

/* The month as a calendar of what is planned for a person, or at a site; NONE: of anybody,
 * anywhere. Of one person leave stands there too. */
void page_calendar(struct page *page, int clinician, int site);

/* --- what sections are made of ----------------------------------------------- */

/* "<section id="ID"><h2>title</h2>", and a sentence below it unless NULL. */
void page_section(struct page *page, const char *id, const char *title, const char *words);
void page_section_end(struct page *page);
/* The head row of a table of figures: a "|" between the names of columns; ">" begins the name of
 * one of numbers. */
void page_table(struct page *page, const char *caption, const char *columns);
void page_table_end(struct page *page);

/* An entry of a list of terms, in a "<dl>". */
void page_term(struct page *page, const char *term, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* A name that somebody gave, kept from turning the text around it; NONE: nothing. */
void page_name(GString *out, const char *name);
void page_clinician(struct page *page, int clinician);

/* A table of the week, with its days and their sessions as head; a "|" between what heads the
 * columns before them. False, and nothing, where no day of it is open. */
bool page_week_begin(struct page *page, int week, const char *what, const char *corner);
void page_week_end(struct page *page);
/* "Mon 4 Jan to Fri 8 Jan" of the week's open days; NULL where it has none. g_free it. */
char *page_week_title(const struct problem *problem, int week);
/* Its sessions, which are the columns of its table. */
int page_week_slots(const struct problem *problem, int week);

/* An assignment as a piece of a cell: the task over the site, or what `by_site` shows in
 * their place, the person. */
void page_item(struct page *page, const struct assignment *item, bool by_site);

/* The classes of a task's colour: "t4", and "t3 e3" of one whose edge is drawn otherwise, so that
 * it can be told in grey, and from one that has the same fill. Writes them to `text` and returns
 * it. */
const char *page_colour(int task, char text[16]);

/* The gap of a task at a site in that very session; `site` NONE: wherever it is done, as of duty;
 * NULL: there is none. */
const struct shortfall *page_gap_at(const struct page *page, int site, int task, int slot);
/* The gaps there in that week which page_gap_at knows of no session and task, each as a piece of a
 * cell that says when: "In this week: clinic at hove: 0 of 2 sessions". NULL: there are none.
 * g_free it. */
char *page_gaps_of_week(const struct page *page, int site, int week);
/* "2 short" in a cell, and before it, where nothing else there says so, of what. */
void page_missing(struct page *page, const struct shortfall *gap, bool names_task);

/* A sentence with names of rules' uses in it, in words: "team meeting". g_free it. */
char *page_sentence(const struct page *page, const char *text);
/* "<NAME>sentence</NAME>" */
void page_says(struct page *page, const char *element, const char *text);

#endif
