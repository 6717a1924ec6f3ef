/* What is particular to one engine: how it is called and how its words are read. A file
 * each (cbc.c, highs.c); outside.c does the rest and believes none of it. */
#ifndef ROTA_SOLVER_ENGINE_ADAPTER_H
#define ROTA_SOLVER_ENGINE_ADAPTER_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/* Files in the folder where it works. Columns are named x1, x2 ... in all of them. */
#define ADAPTER_MODEL "model.mps"
#define ADAPTER_START "start"
#define ADAPTER_ANSWER "answer"
#define ADAPTER_OPTIONS "options"
#define ADAPTER_BASIS "basis"

struct adapter_limits {
  double seconds; /* of CPU time where the engine counts that, else of wall time */
  int64_t nodes;  /* 0: no limit */
  bool has_start; /* there is a file with a solution to begin from */
  bool has_basis; /* and one with a basis */
  const int64_t *cutoff; /* dearer solutions are not wanted; NULL: all are */
  bool for_proof; /* what it claims will count, rather than its answer alone */
  uint64_t seed;
};

/* What its output and its answer say. */
struct adapter_words {
  char version[32]; /* empty: it did not say */
  bool ended;       /* it came to an end of its own, and knows why */
  bool optimal;     /* and says that its answer is the cheapest */
  bool infeasible;  /* or that there is none */
  bool has_bound;
  double bound; /* nothing costs less */
  bool has_objective;
  double objective;   /* of its answer */
  int64_t iterations; /* of the simplex method */
};

struct adapter {
  const char *name; /* of the program on the path */
  int worst_status; /* its exit statuses up to this are ends of its own; others, failures */
  /* The text of a file that it reads; NULL: it reads none. */
  void (*options)(const struct adapter_limits *limits, GString *out);
  /* Adds the arguments. */
  void (*command)(const struct adapter_limits *limits, GPtrArray *argv);
  /* The text of the start file: values x[n_columns] that cost so much. */
  void (*start)(const int64_t *x, int n_columns, int64_t cost, GString *out);
  /* A line of its output. */
  void (*hear)(const char *line, struct adapter_words *words);
  /* Its answer's text: values x[n_columns], zeros at first. True: there is a solution. */
  bool (*answer)(const char *text, int n_columns, double *x, struct adapter_words *words);
};

extern const struct adapter adapter_cbc, adapter_highs;

#endif
