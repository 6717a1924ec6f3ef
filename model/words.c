#include "model/words.h"

#include "model/problem.h"
#include "model/rule.h"

const char *words_slot(const struct problem *problem, int slot, char text[WORDS_SIZE])
{
  char date[DATE_TEXT_SIZE];
  const struct slot *at = &problem->month->slots[slot];
  g_snprintf(text, WORDS_SIZE, "%s %s", date_format_short(at->date, date),
             problem->service->blocks[at->block].id);
  return text;
}

static int first_date_of_week(const struct month *month, int week)
{
  for (int d = 0; d < month->n_days; d++)
    if (month->days[d].week == week)
      return month->days[d].date;
  return month->days[0].date;
}

const char *words_period(const struct problem *problem, enum period per, int period,
                         char text[WORDS_SIZE])
{
  const struct month *month = problem->month;
  char date[DATE_TEXT_SIZE], slot[WORDS_SIZE];
  switch (per) {
  case PERIOD_SESSION:
    g_snprintf(text, WORDS_SIZE, "on %s", words_slot(problem, period, slot));
    break;
  case PERIOD_DAY:
    g_snprintf(text, WORDS_SIZE, "on %s", date_format_short(month->days[period].date, date));
    break;
  case PERIOD_WEEK:
    g_snprintf(text, WORDS_SIZE, "in the week of %s",
               date_format_short(first_date_of_week(month, period), date));
    break;
  default:
    g_snprintf(text, WORDS_SIZE, "in %s", month->name);
  }
  return text;
}

const char *words_minutes(int minutes, char text[WORDS_SIZE])
{
  int hours = minutes / 60, rest = minutes % 60;
  if (rest == 0)
    g_snprintf(text, WORDS_SIZE, "%d h", hours);
  else if (hours == 0)
    g_snprintf(text, WORDS_SIZE, "%d min", rest);
  else
    g_snprintf(text, WORDS_SIZE, "%d h %d min", hours, rest);
  return text;
}

char *words_minutes_asked(int minutes, int asked)
{
  char all[WORDS_SIZE], off[WORDS_SIZE];
  words_minutes(minutes, all);
  words_minutes(ABS(minutes - asked), off);
  if (minutes == asked)
    return g_strdup_printf("%s, as asked for", all);
  return g_strdup_printf("%s, %s %s than asked for", all, off, minutes > asked ? "more" : "less");
}

char *words_key(const char *key)
{
  GString *out = g_string_new(key);
  g_string_replace(out, "fcp", "FCP", 0);
  g_string_replace(out, "_", " ", 0);
  return g_string_free(out, FALSE);
}

const char *words_where(struct where where, char text[WORDS_SIZE])
{
  text[0] = '\0';
  if (where.file)
    g_snprintf(text, WORDS_SIZE, " (%s:%d)", where.file, where.line);
  return text;
}

char *words_closure(const struct problem *problem, const struct closure *closure)
{
  char where[WORDS_SIZE];
  return g_strdup_printf(
      "%s is closed%s%s%s",
      closure->site == NONE ? "the service" : problem->service->sites[closure->site].name,
      *closure->reason ? ", " : "", closure->reason, words_where(closure->where, where));
}

char *words_not_offered(const struct problem *problem, const struct closure *closure, int site)
{
  if (!closure)
    return g_strdup_printf("not offered: no session fits into the hours of %s",
                           site == NONE ? "its sites" : problem->service->sites[site].name);
  g_autofree char *closed = words_closure(problem, closure);
  return g_strdup_printf("not offered: %s", closed);
}

static void append_part(GString *out, const char *separator, const char *text)
{
  g_string_append_printf(out, "%s%s", out->len ? separator : "", text);
}

char *words_label(const struct problem *problem, const struct label *at)
{
  const struct service *service = problem->service;
  GString *out = g_string_new(NULL);
  char slot[32];
  if (at->clinician != NONE)
    append_part(out, ", ", service->clinicians[at->clinician].name);
  if (at->task != NONE)
    append_part(out, ", ", service->tasks[at->task].name);
  if (at->site != NONE)
    append_part(out, at->task != NONE ? " at " : ", ", service->sites[at->site].name);
  if (at->slot != NONE)
    append_part(out, ", ", month_slot_format(problem->month, service, at->slot, slot));
  return g_string_free(out, FALSE);
}

char *words_use(const struct rule_use *use)
{
  if (!use->where.file)
    return g_strdup(use->name);
  return g_strdup_printf("%s (%s:%d)", use->name, use->where.file, use->where.line);
}

enum { LISTED_MAX = 4 };

static int count_of(const bool *set, int size)
{
  int count = 0;
  for (int i = 0; i < size; i++)
    count += set[i];
  return count;
}

static void append_pattern(const struct service *service, const struct pattern *when, GString *out)
{
  const char *separator = "";
  for (int from = 0, until; from < WEEK_DAYS; from = until) {
    unsigned blocks = when->blocks[from] & ((1U << service->n_blocks) - 1);
    for (until = from + 1; until < WEEK_DAYS; until++)
      if ((when->blocks[until] & ((1U << service->n_blocks) - 1)) != blocks)
        break;
    if (blocks == 0)
      continue;
    g_string_append_printf(out, "%s%s", separator, date_weekday_names[from]);
    if (until > from + 1)
      g_string_append_printf(out, "-%s", date_weekday_names[until - 1]);
    for (int b = 0; b < service->n_blocks; b++)
      if (blocks >> b & 1)
        g_string_append_printf(out, " %s", service->blocks[b].id);
    separator = ", ";
  }
}

static bool is_every_session(const struct service *service, const struct pattern *when)
{
  unsigned all = (1U << service->n_blocks) - 1;
  for (int weekday = 0; weekday < WEEK_DAYS; weekday++)
    if ((when->blocks[weekday] & all) != all)
      return false;
  return true;
}

/* Names joined by "or", or how many there are: name(service, i) names each. */
static void append_set(const struct service *service, const bool *set, int size, const char *things,
                       const char *(*name)(const struct service *service, int index), GString *out)
{
  int count = count_of(set, size);
  if (count == 0 || count > LISTED_MAX) {
    g_string_append_printf(out, "%d %s", count, things);
    return;
  }
  const char *separator = "";
  for (int i = 0; i < size; i++)
    if (set[i]) {
      g_string_append_printf(out, "%s%s", separator, name(service, i));
      separator = " or ";
    }
}

static const char *task_name(const struct service *service, int index)
{
  return service->tasks[index].name;
}

static const char *site_name(const struct service *service, int index)
{
  return service->sites[index].name;
}

static const char *clinician_name(const struct service *service, int index)
{
  return service->clinicians[index].name;
}

/* Of people, those who are in the set on a day of the month. */
static void append_people(const struct problem *problem, bool *posts, GString *out)
{
  const struct service *service = problem->service;
  const struct scope scope = {.posts = posts};
  g_autofree bool *people = g_new(bool, (gsize)service->n_clinicians + 1);
  for (int c = 0; c < service->n_clinicians; c++)
    people[c] = scope_has_clinician(&scope, problem, c);
  append_set(service, people, service->n_clinicians, "people", clinician_name, out);
}

char *words_joined(const GPtrArray *texts)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < texts->len; i++) {
    const char *separator = i == 0 ? "" : i + 1 == texts->len ? " and " : ", ";
    g_string_append_printf(out, "%s%s", separator, (const char *)texts->pdata[i]);
  }
  return g_string_free(out, FALSE);
}

void words_line(const struct problem *problem, const struct demand *line, GString *out)
{
  const struct service *service = problem->service;
  if (line->name) {
    g_string_append(out, line->name);
    return;
  }
  if (line->tasks)
    append_set(service, line->tasks, service->n_tasks, "tasks", task_name, out);
  else
    g_string_append(out, service->tasks[line->task].name);
  if (line->who) {
    g_string_append(out, " (of ");
    append_people(problem, line->who, out);
    g_string_append(out, ")");
  }
}

void words_scope(const struct problem *problem, const struct scope *scope, GString *out)
{
  const struct service *service = problem->service;
  const char *before = "; only ";
  if (scope->tasks) {
    g_string_append(out, before);
    append_set(service, scope->tasks, service->n_tasks, "tasks", task_name, out);
    before = ", ";
  }
  if (scope->sites) {
    g_string_append_printf(out, "%sat ", before);
    append_set(service, scope->sites, service->n_sites, "sites", site_name, out);
    before = ", ";
  }
  if (!is_every_session(service, &scope->when)) {
    g_string_append(out, before);
    append_pattern(service, &scope->when, out);
    before = ", ";
  }
  if (scope->posts) {
    g_string_append_printf(out, "%sfor ", before);
    append_people(problem, scope->posts, out);
    before = ", ";
  }
  char date[DATE_TEXT_SIZE];
  if (scope->when.from != DATE_NONE)
    g_string_append_printf(out, "%sfrom %s", before, date_format(scope->when.from, date));
  if (scope->when.until != DATE_NONE)
    g_string_append_printf(out, "%s%s %s", scope->when.from != DATE_NONE ? " " : before,
                           scope->when.from != DATE_NONE ? "to" : "until",
                           date_format(scope->when.until, date));
}

static void append_work(GString *out, const struct service *service,
                        const struct session_request *request)
{
  if (request->off)
    g_string_append(out, "off");
  if (!request->off && request->task != NONE)
    g_string_append(out, service->tasks[request->task].name);
  if (!request->off && request->site != NONE)
    g_string_append_printf(out, "%s%s", request->task != NONE ? " at " : "",
                           service->sites[request->site].name);
}

static void append_when(GString *out, const struct problem *problem,
                        const struct session_request *request)
{
  char date[DATE_TEXT_SIZE];
  const struct service *service = problem->service;
  const char *separator = request->date == DATE_NONE ? " every " : " on ";
  for (int weekday = 0; weekday < WEEK_DAYS; weekday++)
    for (int b = 0; b < service->n_blocks; b++) {
      bool on_date = request->date == DATE_NONE || date_weekday(request->date) == weekday;
      if (!(request->when.blocks[weekday] >> b & 1) || !on_date)
        continue;
      g_string_append_printf(out, "%s%s %s", separator,
                             request->date == DATE_NONE ? date_weekday_names[weekday]
                                                        : date_format_short(request->date, date),
                             service->blocks[b].id);
      separator = ", ";
    }
}

void words_request(const struct problem *problem, const struct session_request *request,
                   GString *out)
{
  append_work(out, problem->service, request);
  append_when(out, problem, request);
}
