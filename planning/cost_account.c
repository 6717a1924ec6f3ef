#include "planning/cost_account.h"

#include <string.h>

static int64_t cost_of(const struct finding *finding)
{
  return finding->price == PRICE_HARD ? 0 : finding->price * finding->violation;
}

static void add(GArray *lines, int index, int64_t cost)
{
  for (guint i = 0; i < lines->len; i++) {
    struct cost_line *line = &g_array_index(lines, struct cost_line, i);
    if (line->index == index) {
      line->cost += cost;
      line->findings++;
      return;
    }
  }
  const struct cost_line line = {index, cost, 1};
  g_array_append_val(lines, line);
}

static gint dearest_line(gconstpointer left, gconstpointer right)
{
  const struct cost_line *a = left, *b = right;
  if (a->cost != b->cost)
    return a->cost < b->cost ? 1 : -1;
  return a->index - b->index;
}

static gint dearest_finding(gconstpointer left, gconstpointer right)
{
  const struct finding *a = *(const struct finding *const *)left;
  const struct finding *b = *(const struct finding *const *)right;
  if (cost_of(a) != cost_of(b))
    return cost_of(a) < cost_of(b) ? 1 : -1;
  if (a->at.use != b->at.use)
    return a->at.use - b->at.use;
  return a->at.slot != b->at.slot ? a->at.slot - b->at.slot : strcmp(a->text, b->text);
}

struct cost_account *cost_account_new(const struct assessment *assessment)
{
  struct cost_account *account = g_new0(struct cost_account, 1);
  const GArray *findings = assessment->audit->findings;
  GArray **lists[] = {&account->uses, &account->people, &account->sites};
  account->assessment = assessment;
  for (gsize k = 0; k < G_N_ELEMENTS(lists); k++)
    *lists[k] = g_array_new(FALSE, FALSE, sizeof(struct cost_line));
  account->dearest = g_ptr_array_new();
  for (guint i = 0; i < findings->len; i++) {
    struct finding *finding = &g_array_index(findings, struct finding, i);
    int64_t cost = cost_of(finding);
    if (cost == 0)
      continue;
    add(account->uses, finding->at.use, cost);
    add(account->people, finding->at.clinician, cost);
    add(account->sites, finding->at.site, cost);
    if (cost > 0)
      g_ptr_array_add(account->dearest, finding);
  }
  for (gsize k = 0; k < G_N_ELEMENTS(lists); k++)
    g_array_sort(*lists[k], dearest_line);
  g_ptr_array_sort(account->dearest, dearest_finding);
  if (account->dearest->len > COST_DEAREST_MOST)
    g_ptr_array_set_size(account->dearest, COST_DEAREST_MOST);
  return account;
}

void cost_account_free(struct cost_account *account)
{
  if (!account)
    return;
  g_array_unref(account->uses);
  g_array_unref(account->people);
  g_array_unref(account->sites);
  g_ptr_array_unref(account->dearest);
  g_free(account);
}
