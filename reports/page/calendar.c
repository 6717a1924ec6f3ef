/* A month as a calendar: of one person, or of one place. */
#include "reports/page/page.h"

struct calendar {
  struct page *page;
  int clinician, site; /* NONE: any */
  int month_said;      /* of the day before, where there are days of several months; NONE: there
                          aren't */
};

static void append_work(const struct calendar *calendar, int slot)
{
  const struct rota *rota = calendar->page->assessment->rota;
  for (int i = rota->slot[slot]; i < rota->slot[slot + 1]; i++) {
    const struct assignment *item = &rota->items[rota->in_slot[i]];
    if ((calendar->clinician == NONE || item->clinician == calendar->clinician) &&
        (calendar->site == NONE || item->site == calendar->site))
      page_item(calendar->page, item, calendar->site != NONE);
  }
}

/* What is short there, which only a place's calendar has. */
static void append_gaps(const struct calendar *calendar, int slot)
{
  struct page *page = calendar->page;
  for (int t = 0; calendar->site != NONE && t < page->problem->service->n_tasks; t++) {
    const struct shortfall *gap = page_gap_at(page, calendar->site, t, slot);
    if (gap)
      page_missing(page, gap, true);
  }
}

/* Under the session's time, if there is anything. */
static void append_session(const struct calendar *calendar, int slot)
{
  const struct problem *problem = calendar->page->problem;
  const struct block *block = &problem->service->blocks[problem->month->slots[slot].block];
  GString *out = calendar->page->out;
  gsize before = out->len;
  append_work(calendar, slot);
  append_gaps(calendar, slot);
  if (out->len == before)
    return;
  g_autofree char *time =
      g_strdup_printf("<time>%02d:%02d-%02d:%02d</time>", block->from_minute / 60,
                      block->from_minute % 60, block->to_minute / 60, block->to_minute % 60);
  g_string_insert(out, (gssize)before, time);
}

/* Leave and the like, which only one person's calendar has; NULL: nothing is to be said. */
static const char *standing(const struct calendar *calendar, int slot)
{
  const struct page *page = calendar->page;
  if (calendar->clinician == NONE)
    return NULL;
  switch (
      page->assessment->attendance[calendar->clinician * page->problem->month->n_slots + slot]) {
  case ATTENDANCE_LEAVE:
    return "leave";
  case ATTENDANCE_CLOSED:
    return "closed";
  case ATTENDANCE_FREE:
    return "nothing planned";
  default:
    return NULL;
  }
}

static void append_standing(const struct calendar *calendar, const char *when, const char *words)
{
  if (words)
    g_string_append_printf(calendar->page->out, "<span class=\"standing\">%s: %s</span>", when,
                           words);
}

/* What is so in every session of a day that has several; NULL: nothing is. */
static const char *standing_all_day(const struct calendar *calendar, const struct day *day)
{
  const char *words = day->n_slots > 1 ? standing(calendar, day->first_slot) : NULL;
  for (int i = 1; i < day->n_slots; i++)
    if (standing(calendar, day->first_slot + i) != words)
      return NULL;
  return words;
}

/* "4", and "4 Jan" of the first day in view of each of several months. */
static void append_date(struct calendar *calendar, const struct day *day)
{
  GString *out = calendar->page->out;
  char text[DATE_TEXT_SIZE];
  g_string_append_printf(out, "><span class=\"date\" data-day=\"%s\">%d",
                         date_format_short(day->date, text), date_day(day->date));
  if (calendar->month_said != NONE && calendar->month_said != date_month(day->date)) {
    calendar->month_said = date_month(day->date);
    g_string_append_printf(out, " %s", date_months_short[calendar->month_said - 1]);
  }
  g_string_append(out, "</span>");
}

/* A day on which a person has nothing is left out where a phone lists the days. */
static void append_day(struct calendar *calendar, const struct day *day)
{
  GString *out = calendar->page->out;
  char date[DATE_TEXT_SIZE];
  g_string_append_printf(out, "<td data-date=\"%s\"", date_format(day->date, date));
  gsize opened = out->len;
  append_date(calendar, day);
  gsize before = out->len;
  const char *all_day = standing_all_day(calendar, day);
  append_standing(calendar, "all day", all_day);
  for (int slot = day->first_slot; slot < day->first_slot + day->n_slots; slot++) {
    const struct problem *problem = calendar->page->problem;
    append_session(calendar, slot);
    if (!all_day)
      append_standing(calendar, problem->service->blocks[problem->month->slots[slot].block].id,
                      standing(calendar, slot));
  }
  bool nothing =
      out->len == before && !day->holiday && (calendar->clinician != NONE || day->n_slots == 0);
  if (day->holiday)
    g_string_append(out, "<span class=\"standing\">bank holiday</span>");
  if (nothing)
    g_string_insert(out, (gssize)opened, " class=\"empty\"");
  g_string_append(out, "</td>");
}

static const struct day *day_at(const struct month *month, int week, int weekday)
{
  for (int d = 0; d < month->n_days; d++)
    if (month->days[d].week == week && month->days[d].weekday == weekday)
      return &month->days[d];
  return NULL;
}

/* The last day of the week on which the service or an event is ever open. */
static int last_weekday(const struct month *month)
{
  int last = 4;
  for (int d = 0; d < month->n_days; d++)
    if (month->days[d].n_slots > 0)
      last = MAX(last, month->days[d].weekday);
  return last;
}

static void append_head(struct page *page, int last)
{
  static const char *const names[WEEK_DAYS] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                               "Friday", "Saturday", "Sunday"};
  g_string_append(page->out,
                  "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
                  "aria-label=\"Calendar\"><table class=\"rota calendar\" "
                  "style=\"--slots:5\"><thead><tr>");
  for (int weekday = 0; weekday <= last; weekday++)
    g_string_append_printf(page->out, "<th scope=\"col\">%s</th>", names[weekday]);
  g_string_append(page->out, "</tr></thead>\n<tbody>\n");
}

/* Below a week, across all of it. */
static void append_week_gaps(const struct calendar *calendar, int week, int columns)
{
  g_autofree char *gaps =
      calendar->site == NONE ? NULL : page_gaps_of_week(calendar->page, calendar->site, week);
  if (gaps)
    g_string_append_printf(calendar->page->out,
                           "<tr class=\"weekly\"><td colspan=\"%d\">%s</td></tr>\n", columns, gaps);
}

void page_calendar(struct page *page, int clinician, int site)
{
  const struct month *month = page->problem->month;
  const struct day *days = month->days;
  bool is_one = date_month(days[0].date) == date_month(days[month->n_days - 1].date);
  struct calendar calendar = {page, clinician, site, is_one ? NONE : 0};
  int last = last_weekday(month);
  append_head(page, last);
  for (int w = 0; w < month->n_weeks; w++) {
    g_string_append(page->out, "<tr>");
    for (int weekday = 0; weekday <= last; weekday++) {
      const struct day *day = day_at(month, w, weekday);
      if (day)
        append_day(&calendar, day);
      else
        g_string_append(page->out, "<td class=\"off\"></td>");
    }
    g_string_append(page->out, "</tr>\n");
    append_week_gaps(&calendar, w, last + 1);
  }
  g_string_append(page->out, "</tbody></table></div>\n");
}
