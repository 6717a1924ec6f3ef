#include "model/audit.h"

#include <stdarg.h>

struct audit *audit_new(const struct problem *problem, const struct rota *rota)
{
  struct audit *audit = g_new0(struct audit, 1);
  audit->problem = problem;
  audit->rota = rota;
  audit->findings = g_array_new(FALSE, FALSE, sizeof(struct finding));
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
  g_string_chunk_free(audit->texts);
  g_free(audit->uses);
  g_free(audit);
}

struct label audit_label(const struct audit *audit)
{
  struct label label = LABEL_NONE;
  label.use = audit->use;
  return label;
}

void audit_find(struct audit *audit, struct label at, int64_t violation, int64_t price,
                const char *format, ...)
{
  if (violation == 0)
    return;
  va_list args;
  va_start(args, format);
  g_autofree char *text = g_strdup_vprintf(format, args);
  va_end(args);
  struct finding finding = {
      .at = at,
      .violation = violation,
      .price = price,
      .text = g_string_chunk_insert(audit->texts, text),
  };
  g_array_append_val(audit->findings, finding);
  struct use_result *result = &audit->uses[audit->use];
  result->violation += violation;
  if (price == PRICE_HARD) {
    result->broken++;
    audit->broken++;
  } else {
    result->cost += violation * price;
    audit->cost += violation * price;
  }
}
