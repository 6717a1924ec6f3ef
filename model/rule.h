/* The rule contract. A rule is one file, model/rules/rule_NAME.c, that defines
 * `const struct rule rule_NAME`; the build collects the files into a registry
 * and everything else (YAML keys, `rota rules`, docs, explanations, tests)
 * walks the registry. See docs/adding-a-rule.md. */
#ifndef ROTA_MODEL_RULE_H
#define ROTA_MODEL_RULE_H

#include "model/scope.h"
#include "model/where.h"

#include <glib.h>
#include <limits.h>
#include <stdbool.h>

struct audit;
struct formulation;
struct problem;

enum param_kind {
  PARAM_NUMBER, /* a whole number between least and most */
  PARAM_SWITCH, /* yes or no */
  PARAM_CHOICE, /* one of choices, stored as its index */
  PARAM_TASK,   /* a task's id, stored as its index */
  /* The following are stored in rule_use.sets or .patterns; the value tells
   * whether they were given (1) or not (PARAM_UNSET): */
  PARAM_WHO,      /* clinicians, written as in `who` */
  PARAM_TASKS,    /* a task or a list */
  PARAM_SITES,    /* sites or kinds, written as in `at` */
  PARAM_SESSIONS, /* a pattern, written as in `sessions` */
  PARAM_CONTACTS, /* a kind of contact that tasks offer as `slots`, or a list */
};

enum { PARAMS_MAX = 16, PARAM_UNSET = INT_MIN };

struct rule_param {
  const char *name;
  enum param_kind kind;
  const char *unit; /* "days", "minutes", "percent" ...; "" for none */
  const char *summary;
  int initial;                /* when not given; PARAM_UNSET: no default */
  int least, most;            /* of a number */
  const char *const *choices; /* NULL-terminated */
  bool required;
};

/* How the rule is used unless YAML says otherwise. */
enum rule_nature {
  RULE_HARD,    /* can't be broken */
  RULE_ELASTIC, /* asked for; a shortfall is priced and named */
  RULE_SOFT,    /* weighed */
};

/* One use of a rule: what a line under `rules:` says. */
struct rule_use {
  const struct rule *rule;
  const char *name; /* as given by the service, or the rule's own name */
  bool hard;
  int weight; /* cost of one unit of violation, when not hard */
  struct scope scope;
  int values[PARAMS_MAX];              /* in the order of rule.params */
  bool *sets[PARAMS_MAX];              /* [clinicians], [tasks] ...; NULL: not given */
  struct pattern patterns[PARAMS_MAX]; /* not given: always */
  struct where where;                  /* file NULL: stands without being written */
};

enum { EXAMPLES_MAX = 10, EXAMPLE_FILES_MAX = 6 };

/* A file of a service's folder, such as "2027-02/leave.csv". */
struct example_file {
  const char *path, *text;
};

/* A tiny world in which the rule is tried: the tests' service, overlaid. */
struct rule_example {
  /* YAML, laid over the tests' own key by key (clinicians: whole persons);
   * NULL: as it is. */
  const char *service, *clinicians, *month;
  const char *month_id;                         /* such as "2027-05"; NULL: 2027-02 */
  struct example_file files[EXAMPLE_FILES_MAX]; /* until the first without a path */
  /* The parameters of the use, as the mapping in YAML; NULL: no example. */
  const char *use;
  /* Other uses that are in force with it and cost nothing, such as
   * "{debrief: {leaders: {band: 7}, weight: 0}}"; NULL: none. */
  const char *beside;
  /* The placements that the agreement test switches on and off, a line each:
   * "ann 2027-02-01 am clinic hove". At most 14. */
  const char *candidates;
  /* A rota the rule is content with (NULL: with none), and one it is not; as above. */
  const char *good, *bad;
};

struct rule {
  const char *name;    /* as in YAML */
  const char *summary; /* one sentence of policy */
  const char *source;  /* the policy, law or logic it comes from */
  enum rule_nature nature;
  int weight;           /* when soft or elastic */
  bool standing;        /* in force even where the service does not mention it */
  bool firm;            /* always hard: the rows of the other rules rely on it */
  unsigned scope;       /* enum scope_key: which it understands */
  unsigned needs_scope; /* which of them must be written */
  bool by_contract;     /* weighs what people do by their contracts: extra sessions don't count */
  bool in_support_time; /* its tasks, where not written, are those that `support_time` names */
  const struct rule_param *params;
  int n_params;
  struct rule_example examples[EXAMPLES_MAX]; /* one or more */
  /* What is wrong with the parameters of a use taken together ("needs 'least'
   * or 'most'"), or NULL. No function: nothing can be. */
  const char *(*fault)(const struct rule_use *use);
  /* Does this use bar the assignment, whatever else is in the rota? NULL: never.
   * Hard: it is no candidate. Soft: it costs the weight. */
  bool (*bars)(const struct rule_use *use, const struct problem *problem,
               const struct assignment *assignment);
  /* Does the use ask for the tasks that its scope names, so that no line of demand need do so?
   * NULL: never. */
  bool (*asks)(const struct rule_use *use);
  /* Adds rows, columns and costs. NULL: bars says it all. The rows need be right
   * only for rotas in which nobody is in two places at once. */
  void (*emit)(struct formulation *formulation, const struct rule_use *use);
  /* Reads a finished rota and reports what it violates, and how much. With bars and
   * emit it shares the vocabulary of model/ and nothing else: what says yes or no,
   * which or when of what was written (calendar, scope, presence, opening, skills,
   * candidates, look-ups in the history). Whatever adds up, divides or rounds is a
   * figure, and is worked out twice, from docs/model.md: scripts/check-sharing. */
  void (*check)(struct audit *audit, const struct rule_use *use);
  /* One sentence a manager understands, about this use. */
  void (*explain)(const struct rule_use *use, const struct problem *problem, GString *out);
  /* What published months leave this clinician owing, or owed, under this use:
   * a sentence without its full stop, or nothing. NULL: the rule never looks back. */
  void (*recall)(const struct rule_use *use, const struct problem *problem, int clinician,
                 GString *out);
};

/* The registry, in order of name; generated by the build. */
extern const struct rule *const rule_registry[];
extern const int rule_registry_count;

const struct rule *rule_find(const char *name); /* NULL: no such rule */

/* The price of one unit of violation: the weight, or PRICE_HARD. */
enum { PRICE_HARD = -1 };
int rule_use_price(const struct rule_use *use);

/* The index of the rule's parameter of that name, or NONE. */
int rule_param(const struct rule *rule, const char *name);
/* Its value; PARAM_UNSET also where the rule has none of that name. */
int rule_use_value(const struct rule_use *use, const char *name);
/* Is that the chosen one of a parameter's choices? */
bool rule_use_chooses(const struct rule_use *use, const char *name, const char *choice);
/* For `asks`: every use does. */
bool rule_use_asks(const struct rule_use *use);

#endif
