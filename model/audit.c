#include "model/audit.h"

#include <stdarg.h>
#include <string.h>

const char *const shortfall_kind_names[SHORTFALL_KINDS] = {
    "", "need", "cover", "not_offered", "other", "target", "over"};

struct audit *audit_new(const struct problem *problem, const struct rota *rota)
{
  struct audit *audit = g_new0(struct audit, 1);
  audit->problem = problem;
  audit->rota = rota;
  audit->findings = g_array_new(FALSE, FALSE, sizeof(struct finding));
  audit->meetings = g_array_new(FALSE, FALSE, sizeof(struct meeting));
  audit->texts = g_string_chunk_new(4096);
  audit->uses = g_new0(struct use_result, (gsize)problem->service->n_uses + 1);
  for (int u = 0; u < problem->service->n_uses; u++) {
    audit->use = u;
    const struct rule_use *use = &problem->service->uses[u];
    use->rule->check(audit, use);
  }
  return audit;
}

void audit_free(struct audit *audit)
{
  if (!audit)
    return;
  g_array_free(audit->findings, TRUE);
  g_array_free(audit->meetings, TRUE);
  g_string_chunk_free(audit->texts);
  g_free(audit->uses);
  g_free(audit);
}

static bool breaks_as_much(const struct audit *audit, const struct finding *broken)
{
  for (guint i = 0; i < audit->findings->len; i++) {
    const struct finding *one = &g_array_index(audit->findings, struct finding, i);
    if (one->price == PRICE_HARD && one->violation >= broken->violation &&
        memcmp(&one->at, &broken->at, sizeof one->at) == 0)
      return true;
  }
  return false;
}

/* How far the use is broken for the same person, task and site, whenever. */
static int64_t broken_in_all(const struct audit *audit, const struct label *at)
{
  int64_t out = 0;
  for (guint i = 0; i < audit->findings->len; i++) {
    const struct finding *one = &g_array_index(audit->findings, struct finding, i);
    if (one->price == PRICE_HARD && one->at.use == at->use && one->at.clinician == at->clinician &&
        one->at.task == at->task && one->at.site == at->site)
      out += one->violation;
  }
  return out;
}

/* A run of days that is too short or too long is told of at its last, which the next may be. */
bool audit_breaks_no_more(const struct audit *audit, const struct audit *other)
{
  bool out = true;
  for (guint i = 0; i < audit->findings->len && out && audit->broken > 0; i++) {
    const struct finding *one = &g_array_index(audit->findings, struct finding, i);
    out = one->price != PRICE_HARD || breaks_as_much(other, one) ||
          broken_in_all(audit, &one->at) <= broken_in_all(other, &one->at);
  }
  return out;
}

struct label audit_label(const struct audit *audit)
{
  struct label label = LABEL_NONE;
  label.use = audit->use;
  return label;
}

/* Takes the finding, whose text is still to be written. */
static void add(struct audit *audit, struct finding finding, const char *format, va_list args)
{
  if (finding.violation == 0)
    return;
  g_autofree char *text = g_strdup_vprintf(format, args);
  finding.text = g_string_chunk_insert(audit->texts, text);
  g_array_append_val(audit->findings, finding);
  struct use_result *result = &audit->uses[audit->use];
  result->violation += finding.violation;
  if (finding.price == PRICE_HARD) {
    result->broken++;
    audit->broken++;
  } else {
    result->cost += finding.violation * finding.price;
    audit->cost += finding.violation * finding.price;
  }
}

void audit_find(struct audit *audit, struct label at, int64_t violation, int64_t price,
                const char *format, ...)
{
  va_list args;
  va_start(args, format);
  add(audit, (struct finding){at, SHORTFALL_NONE, NONE, violation, price, NULL}, format, args);
  va_end(args);
}

void audit_shortfall(struct audit *audit, enum shortfall_kind kind, struct label at,
                     int64_t violation, int64_t price, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  add(audit, (struct finding){at, kind, NONE, violation, price, NULL}, format, args);
  va_end(args);
}

void audit_demand(struct audit *audit, enum shortfall_kind kind, int demand, struct label at,
                  int64_t violation, int64_t price, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  add(audit, (struct finding){at, kind, demand, violation, price, NULL}, format, args);
  va_end(args);
}

void audit_meeting(struct audit *audit, struct meeting meeting)
{
  meeting.use = audit->use;
  g_array_append_val(audit->meetings, meeting);
}
