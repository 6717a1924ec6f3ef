#include "planning/shortfall.h"

#include "planning/why.h"

static int compare(int64_t a, int64_t b)
{
  return (a > b) - (a < b);
}

/* Gaps in what is needed are listed together. */
static bool is_gap(enum shortfall_kind kind)
{
  return kind == SHORTFALL_NEED || kind == SHORTFALL_COVER || kind == SHORTFALL_NOT_OFFERED;
}

static int rank(enum shortfall_kind kind)
{
  return is_gap(kind) ? SHORTFALL_NEED : (int)kind;
}

static gint worst_first(gconstpointer left, gconstpointer right)
{
  const struct shortfall *a = left, *b = right;
  const struct label *at = &a->finding->at, *bt = &b->finding->at;
  /* A hard limit's price is negative: dearer than any other. */
  int64_t a_price = a->finding->price < 0 ? INT64_MAX : a->finding->price;
  int64_t b_price = b->finding->price < 0 ? INT64_MAX : b->finding->price;
  int order = rank(a->finding->kind) - rank(b->finding->kind);
  order = order ? order : compare(b_price, a_price);
  order = order ? order : compare(b->finding->violation, a->finding->violation);
  order = order ? order : compare(at->slot, bt->slot);
  order = order ? order : compare(at->site, bt->site);
  order = order ? order : compare(at->task, bt->task);
  order = order ? order : compare(at->clinician, bt->clinician);
  return order ? order : compare(at->use, bt->use);
}

static void clear(gpointer data)
{
  why_free(((struct shortfall *)data)->why);
}

GArray *shortfalls_new(const struct audit *audit)
{
  GArray *out = g_array_new(FALSE, FALSE, sizeof(struct shortfall));
  g_array_set_clear_func(out, clear);
  for (guint i = 0; i < audit->findings->len; i++) {
    const struct finding *finding = &g_array_index(audit->findings, struct finding, i);
    bool hard = finding->price == PRICE_HARD;
    struct shortfall shortfall = {finding, hard ? 0 : finding->price * finding->violation, NULL};
    if (finding->kind != SHORTFALL_NONE)
      g_array_append_val(out, shortfall);
  }
  g_array_sort(out, worst_first); /* GLib's array sort is stable */
  return out;
}

bool shortfall_is_gap(const struct shortfall *shortfall)
{
  return is_gap(shortfall->finding->kind);
}

int64_t shortfalls_gaps(const GArray *shortfalls)
{
  int64_t out = 0;
  for (guint i = 0; i < shortfalls->len; i++) {
    const struct shortfall *shortfall = &g_array_index(shortfalls, struct shortfall, i);
    out += shortfall_is_gap(shortfall) ? shortfall->finding->violation : 0;
  }
  return out;
}
