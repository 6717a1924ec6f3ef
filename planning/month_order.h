/* The months of a service one after the other, by their days: which comes next, and which are left
 * out. */
#ifndef ROTA_PLANNING_MONTH_ORDER_H
#define ROTA_PLANNING_MONTH_ORDER_H

#include <glib.h>

/* What comes after the last that is published: weeks that have a folder, or else "2027-02", the
 * next calendar month that begins; NULL: none is published. g_free it. */
char *month_order_next(const char *directory);

/* What a month would be published without. */
struct skipped {
  char *id;   /* a month's, or, of days that no month is for, the first of them */
  char *days; /* of these: "2027-01-01 to 2027-01-03"; NULL: it is a month */
};

/* What this month would be published without, in order: all since the last that is published
 * before it, or, where none is, the last before it that has a folder. g_ptr_array_unref the
 * struct skipped. */
GPtrArray *month_order_skipped(const char *directory, const char *month_id);

#endif
