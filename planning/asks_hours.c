#include "planning/asks_hours.h"

#include "model/rule.h"

#include <string.h>

/* Minutes of the block in which the site is open on that weekday. */
static int minutes_open(const struct service *service, int site, int weekday, int block)
{
  const struct opening *open = &service->sites[site].open[weekday];
  const struct block *at = &service->blocks[block];
  return MAX(MIN(open->to_minute, at->to_minute) - MAX(open->from_minute, at->from_minute), 0);
}

bool asks_hours_hold_half(const struct service *service, int site, int weekday, int block)
{
  int minutes = service->blocks[block].to_minute - service->blocks[block].from_minute;
  return 2 * minutes_open(service, site, weekday, block) >= minutes;
}

/* How a block, or all, stands to a site's hours over a week of the service. */
struct fit {
  bool any;   /* there is such a session */
  bool whole; /* one is held by the hours */
  bool half;  /* one is open for half of it or more */
};

static struct fit fit_of(const struct service *service, const struct pattern *when, int site,
                         int block)
{
  struct fit fit = {false, false, false};
  for (int day = 0; day < WEEK_DAYS; day++) {
    if (!(when->blocks[day] & service->week.blocks[day] & 1U << block))
      continue;
    fit.any = true;
    fit.whole = fit.whole || service_site_open(service, site, day, block);
    fit.half = fit.half || asks_hours_hold_half(service, site, day, block);
  }
  return fit;
}

static struct fit fit_of_all(const struct service *service, const struct pattern *when, int site)
{
  struct fit all = {false, false, false};
  for (int b = 0; b < service->n_blocks; b++) {
    struct fit fit = fit_of(service, when, site, b);
    all = (struct fit){all.any || fit.any, all.whole || fit.whole, all.half || fit.half};
  }
  return all;
}

static int patients_of(const struct site *site)
{
  return site->pcn ? site->pcn->patients : 0;
}

static bool has_work(const struct service *service, int site)
{
  for (int t = 0; t < service->n_tasks; t++)
    if (service->tasks[t].at[site])
      return true;
  return false;
}

/* The days on which the site is open for half of the block or more, but never for all of it. */
static uint8_t clipped_days(const struct service *service, int site, int block)
{
  uint8_t days = 0;
  for (int day = 0; day < WEEK_DAYS; day++) {
    struct pattern one = {.blocks = {0}};
    one.blocks[day] = (uint8_t)(1U << block);
    const struct fit fit = fit_of(service, &one, site, block);
    days |= (uint8_t)((fit.half && !fit.whole) << day);
  }
  return days;
}

/* " on mon, tue"; nothing where these are all the days. */
static char *on_days(uint8_t days, bool all)
{
  GString *out = g_string_new(NULL);
  for (int day = 0; day < WEEK_DAYS && !all; day++)
    if (days >> day & 1)
      g_string_append_printf(out, "%s%s", out->len > 0 ? ", " : " on ", date_weekday_names[day]);
  return g_string_free(out, FALSE);
}

static void look_at_block(const struct service *service, int site, int b, struct diagnostics *out)
{
  const struct block *block = &service->blocks[b];
  uint8_t days = clipped_days(service, site, b);
  g_autofree char *on = on_days(days, !fit_of(service, &service->week, site, b).whole);
  if (days)
    diagnostics_warning(out, service->sites[site].where,
                        "no '%s' session, %02d:%02d to %02d:%02d, fits into the hours of '%s'%s",
                        block->id, block->from_minute / 60, block->from_minute % 60,
                        block->to_minute / 60, block->to_minute % 60, service->sites[site].id, on);
}

static void look_at_site(const struct service *service, int index, struct diagnostics *out)
{
  const struct site *site = &service->sites[index];
  struct fit all = fit_of_all(service, &service->week, index);
  if (all.any && !all.whole && (all.half || patients_of(site) > 0))
    diagnostics_warning(
        out, site->where,
        "no session fits into the hours of '%s': nothing but events can be had there", site->id);
  for (int b = 0; b < service->n_blocks && all.whole; b++)
    look_at_block(service, index, b, out);
}

/* Where other sessions fit than those that are asked for by patients. */
static void look_at_scope(const struct service *service, const struct pattern *when, int site,
                          struct where where, struct diagnostics *out)
{
  struct fit fit = fit_of_all(service, when, site);
  if (patients_of(&service->sites[site]) > 0 && fit.any && !fit.whole &&
      fit_of_all(service, &service->week, site).whole)
    diagnostics_warning(out, where, "no session of this fits into the hours of '%s'",
                        service->sites[site].id);
}

void asks_hours(const struct service *service, struct diagnostics *out)
{
  for (int s = 0; s < service->n_sites; s++) {
    if (!service->sites[s].remote && has_work(service, s))
      look_at_site(service, s, out);
    for (int u = 0; u < service->n_uses; u++) {
      const struct rule_use *use = &service->uses[u];
      if (strcmp(use->rule->name, "fcp_cover") == 0 && scope_has_site(&use->scope, s))
        look_at_scope(service, &use->scope.when, s, use->where, out);
    }
    for (int d = 0; d < service->n_demands; d++) {
      const struct demand *line = &service->demands[d];
      if (line->patients_per_session > 0 && line->each_site && line->sites && line->sites[s])
        look_at_scope(service, &line->when, s, line->where, out);
    }
    for (int d = 0; d < service->n_by_use; d++)
      if (service->by_use[d].line.sites[s])
        look_at_scope(service, &service->by_use[d].line.when, s, service->by_use[d].line.where,
                      out);
  }
}
