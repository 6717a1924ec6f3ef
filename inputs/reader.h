/* What the sections share while a service or a month is read: where mistakes
 * go, what is being filled, and tables of keys that drive the decoding. */
#ifndef ROTA_INPUTS_READER_H
#define ROTA_INPUTS_READER_H

#include "inputs/node.h"
#include "inputs/source.h"
#include "model/month.h"
#include "model/service.h"

enum thing { THING_SITE, THING_TASK, THING_CLINICIAN, THING_BLOCK, THINGS };

struct reader {
  struct source *source;
  struct diagnostics *diagnostics;
  const struct service *service; /* as far as it is known */
  struct service *draft;         /* the same while it is being read, then NULL */
  struct month *month;           /* NULL while the service itself is read */
  struct arena *arena;           /* of what is being filled: the service's, or the month's */
  struct arena *nodes;           /* of what was written */
  const GArray *absences;        /* struct leave, of all months' files; while a month is read */
  struct exchange *exchange;     /* what other systems call things: csv_dialect.h; or NULL */
  GHashTable *trees;             /* of files read from here, path to root: overlay.h; or NULL */
  struct where where;            /* of service.yaml as a whole */
  bool lost[THINGS];             /* their list can't be read, so an unknown one is not reported */
  bool lost_week;                /* likewise the service's week */
  bool lost_kinds; /* a site has a mistake, so it is not known which kinds there are */
  int suggested;   /* unknown words so far for which the nearest known one was sought */
};

struct key;

/* Reads the value of a key into a field of what is being filled. A value that
 * is wrong is reported, and the field left as it was. */
typedef void key_reader(struct reader *reader, const struct key *key, const struct node *value,
                        void *field);

/* One key that may be written, and how its value is read. */
struct key {
  const char *name;
  key_reader *read;
  size_t offset;            /* of the field in what is being filled */
  int least, most;          /* of a number */
  const char *const *words; /* of a choice, NULL-terminated */
  bool required;
  const struct keys *inside; /* the keys of its value, where that is a map; NULL: it has none */
};

/* All the keys of one kind of mapping, or all columns of a CSV file. */
struct keys {
  const char *what; /* "a site", for messages */
  const struct key *items;
  int count;
};

#define KEYS_OF(text, table)                                                                       \
  {                                                                                                \
    .what = (text), .items = (table), .count = (int)G_N_ELEMENTS(table)                            \
  }

/* The tree of a file; NULL when there is none or it can't be read, and then
 * `*missing` says which, unless it is NULL. */
const struct node *reader_tree(struct reader *reader, const char *path, bool *missing);

/* Is it one of the keys? */
bool reader_has_key(const struct keys *keys, const char *name);

/* Reads each key of a map into `target`, in the order of the table. Unknown keys
 * and missing ones are errors; false when `node` is no map. */
bool reader_map(struct reader *reader, const struct node *node, const struct keys *keys,
                void *target);

/* Is it a map, or a list? If not, that is an error. An empty value is neither. */
bool reader_is_map(struct reader *reader, const struct node *node, const char *what);
bool reader_is_list(struct reader *reader, const struct node *node, const char *what);
/* At most so many; more is an error. */
bool reader_bound(struct reader *reader, struct where where, const char *what, int count, int most);

/* "unknown site 'crawly'; did you mean 'crawley'?" */
void reader_unknown(struct reader *reader, struct where where, const char *what, const char *word,
                    const char *const *known, int count);

/* For messages: "nothing", "a list", "'7'". Borrowed from the arena of nodes. */
const char *reader_describe(struct reader *reader, const struct node *node);

/* Stores the node itself, for what has to be read later. Nothing written is as
 * good as no key, unless it is required. */
key_reader key_node;
/* A map with the keys inside, into the same struct or one at the key's offset. */
key_reader key_map;

#endif
