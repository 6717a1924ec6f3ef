/* A scenario in the making: the trees of a service and one month, as its
 * changes leave them so far, and what is left to do once they are decoded. */
#ifndef ROTA_SCENARIOS_MAKING_H
#define ROTA_SCENARIOS_MAKING_H

#include "inputs/reader.h"
#include "model/scenario.h"
#include "scenarios/edit.h"

struct making {
  struct reader reader;          /* of the scenario's file, against the service as it stands */
  const struct service *service; /* as it stands */
  const struct month *month;     /* likewise */
  struct scenario *scenario;
  struct arena *nodes; /* of trees, and of what changes note down */
  GHashTable *trees;   /* path to root node, of the files that were looked at */
  GPtrArray *files;    /* of the service's clinicians: paths in order of reading */
  GArray *finishes;    /* struct finish, in order of writing */
  GArray *later;       /* struct making_later */
  GPtrArray *words;    /* char *, of the scenario's arena */
};

/* What can't be written in the trees is done to the service and month that are made of
 * them. */
struct finish {
  void (*run)(struct making *making, struct service *service, struct month *month, void *data);
  void *data;
};

struct shutting; /* scenarios/making_sites.h */

/* A change after the month, as it is written into weeks of their own. */
struct making_later {
  struct later later;
  const struct shutting *closure; /* of LATER_CLOSED */
  const char *id;                 /* of LATER_EVENT */
  const struct node *event;       /* likewise */
};

/* --- trees ----------------------------------------------------------------- */

#define MAKING_SERVICE "service.yaml"

/* "2027-01/month.yaml"; borrowed. */
const char *making_month_path(struct making *making);
/* A section of a file; one that is not there, or empty, is an empty map or list. */
const struct node *making_section(struct making *making, const char *path, const char *section,
                                  enum node_kind kind);
bool making_has_section(struct making *making, const char *path, const char *section);
void making_put_section(struct making *making, const char *path, struct where where,
                        const char *section, const struct node *value);

/* The body of a clinician as it is written, new ones among them; NULL: there is none of
 * that id. See making_posts.h. */
const struct node *making_clinician(struct making *making, const char *id);
/* Replaces the clinician of that id; a new one comes after all others. */
void making_put_clinician(struct making *making, const struct node *id, const struct node *body);

/* The root of a file; one that is not there is an empty map. */
const struct node *making_tree(struct making *making, const char *path);
void making_put_tree(struct making *making, const char *path, const struct node *root);

/* --- for levers ------------------------------------------------------------ */

/* Adds a line to what reports say that the scenario changes. */
void making_say(struct making *making, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void making_error(struct making *making, struct where where, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void making_finish(struct making *making,
                   void (*run)(struct making *making, struct service *service, struct month *month,
                               void *data),
                   void *data);
/* The lever's own keys, and those of what it edits besides, whose values go into the
 * tree as they are, to be read with it. */
struct keys making_keys(struct making *making, const struct keys *own, const struct keys *edited);
/* Adds a change to the weeks after the month. */
void making_add_later(struct making *making, const struct making_later *later);
/* How many mistakes were found so far. */
int making_errors(const struct making *making);
/* The month's first and last date. */
int making_first(const struct making *making);
int making_last(const struct making *making);

#endif
