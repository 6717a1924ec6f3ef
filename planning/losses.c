#include "planning/losses.h"

#include "model/words.h"
#include "planning/limits_words.h"
#include "planning/repair.h"
#include "planning/shortfall.h"

#include <string.h>

int64_t losses_missing(const struct audit *audit)
{
  g_autoptr(GArray) shortfalls = shortfalls_new(audit);
  return shortfalls_gaps(shortfalls);
}

/* The words are added later, to losses that remain. */
static struct advice_loss *loss_of(GPtrArray *losses, const struct label *at)
{
  for (guint i = 0; i < losses->len; i++) {
    struct advice_loss *loss = g_ptr_array_index(losses, i);
    if (loss->use == at->use && loss->task == at->task && loss->site == at->site)
      return loss;
  }
  struct advice_loss *loss = advice_loss_new();
  loss->use = at->use;
  loss->task = at->task;
  loss->site = at->site;
  g_ptr_array_add(losses, loss);
  return loss;
}

static void tally(const struct audit *audit, int sign, GPtrArray *losses)
{
  g_autoptr(GArray) shortfalls = shortfalls_new(audit);
  for (guint i = 0; i < shortfalls->len; i++) {
    const struct shortfall *shortfall = &g_array_index(shortfalls, struct shortfall, i);
    if (shortfall_is_gap(shortfall))
      loss_of(losses, &shortfall->finding->at)->missing += sign * shortfall->finding->violation;
  }
}

/* What is lost; with the rule that asks for it, unless that is ordinary demand. */
static char *words_of(const struct problem *problem, const struct advice_loss *loss)
{
  const struct rule_use *use = &problem->service->uses[loss->use];
  g_autofree char *subject = limits_subject(problem, loss->use, loss->task, loss->site);
  bool plain = loss->task == NONE || strcmp(use->rule->name, "cover") == 0 ||
               strcmp(use->rule->name, "event") == 0;
  g_autofree char *name = words_key(use->name);
  return plain ? g_steal_pointer(&subject) : g_strdup_printf("%s (%s)", subject, name);
}

static gint most_first(gconstpointer left, gconstpointer right)
{
  const struct advice_loss *a = *(struct advice_loss *const *)left;
  const struct advice_loss *b = *(struct advice_loss *const *)right;
  if (a->missing != b->missing)
    return a->missing < b->missing ? 1 : -1;
  return strcmp(a->words, b->words);
}

void losses_add_repaired(const struct problem *problem, const GArray *repaired, GPtrArray *losses)
{
  for (guint i = 0; i < repaired->len; i++) {
    const struct repair_loss *one = &g_array_index(repaired, struct repair_loss, i);
    loss_of(losses, &one->at)->missing += one->missing;
  }
  for (guint i = 0; i < losses->len; i++) {
    struct advice_loss *loss = g_ptr_array_index(losses, i);
    loss->words = words_of(problem, loss);
  }
  g_ptr_array_sort(losses, most_first);
}

void losses_add(const struct audit *before, const struct audit *after, GPtrArray *losses)
{
  g_assert(losses->len == 0);
  tally(after, 1, losses);
  tally(before, -1, losses);
  for (guint i = losses->len; i > 0; i--) {
    struct advice_loss *loss = g_ptr_array_index(losses, i - 1);
    if (loss->missing > 0)
      loss->words = words_of(after->problem, loss);
    else
      g_ptr_array_remove_index(losses, i - 1);
  }
  g_ptr_array_sort(losses, most_first);
}
