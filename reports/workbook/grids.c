/* The rota as it hangs on the wall: people, or sites, down; days across. */
#include "reports/workbook/sheets.h"

enum { HEAD_ROWS = 2, NAME_WIDTH = 24, CELL_WIDTH = 16, COLOURS = 12 };
/* Excel's pixels: of a character and of what is around a cell's; across A4 within its margins. */
enum { CHARACTER_PIXELS = 7, PADDING_PIXELS = 5, PAPER_PIXELS = 980, SCALE_LEAST = 10 };

/* As the pages have them. */
static const unsigned fills[COLOURS] = {0xDCEBF7, 0xFDE3CF, 0xD8F0E6, 0xF6DFEE, 0xFBF2C4, 0xE4E2F5,
                                        0xD5F0F4, 0xEBE5DC, 0xFFD9D6, 0xE7F2CF, 0xE6E6E6, 0xF0E4FB};

/* Days over their sessions, from that column on. */
static void write_days(const struct book *book, lxw_worksheet *sheet, int column)
{
  const struct month *month = book->problem->month;
  for (int s = 0; s < month->n_slots; s++) {
    const struct day *day = &month->days[month->slots[s].day];
    if (s == day->first_slot)
      book_date(sheet, 0, column + s, day->date, book->day_head);
    book_text(sheet, 1, column + s, book->problem->service->blocks[month->slots[s].block].id,
              book->head);
  }
}

static const char *standing_of(enum attendance attendance)
{
  return attendance == ATTENDANCE_LEAVE    ? "leave"
         : attendance == ATTENDANCE_CLOSED ? "closed"
         : attendance == ATTENDANCE_FREE   ? "-"
                                           : NULL;
}

/* "MSK clinic, Hove hub", a line for each thing that is done. */
static char *cell_text(const struct book *book, int clinician, int slot)
{
  const struct service *service = book->problem->service;
  int n_slots = book->problem->month->n_slots, count;
  const struct assignment *items = rota_at(book->assessment->rota, clinician, slot, &count);
  if (count == 0)
    return g_strdup(standing_of(book->assessment->attendance[clinician * n_slots + slot]));
  GString *out = g_string_new(NULL);
  for (int i = 0; i < count; i++)
    g_string_append_printf(out, "%s%s, %s", i ? "\n" : "", service->tasks[items[i].task].name,
                           service->sites[items[i].site].name);
  return g_string_free(out, FALSE);
}

/* Does the first of the cells begin with it? As a formula has a text, its quotes are doubled, which
 * the library's own condition on texts leaves undone: a workbook that Excel calls damaged. */
static char *begins_with(const char *text)
{
  g_autoptr(GString) quoted = g_string_new(text);
  g_string_replace(quoted, "\"", "\"\"", 0);
  return g_strdup_printf("=LEFT(B%d,LEN(\"%s\"))=\"%s\"", HEAD_ROWS + 1, quoted->str, quoted->str);
}

/* The comma ends the name, so that no task's is the beginning of another's. */
static void colour_tasks(const struct book *book, lxw_worksheet *sheet, int rows)
{
  const struct service *service = book->problem->service;
  for (int t = 0; t < service->n_tasks && rows > 0; t++) {
    g_autofree char *text = g_strconcat(service->tasks[t].name, ",", NULL);
    g_autofree char *formula = begins_with(text);
    lxw_format *format = workbook_add_format(book->workbook);
    format_set_bg_color(format, fills[t % COLOURS]);
    lxw_conditional_format condition = {
        .type = LXW_CONDITIONAL_TYPE_FORMULA, .value_string = formula, .format = format};
    worksheet_conditional_format_range(sheet, HEAD_ROWS, 1, (lxw_row_t)(HEAD_ROWS + rows - 1),
                                       (lxw_col_t)book->problem->month->n_slots, &condition);
  }
}

static void set_columns(lxw_worksheet *sheet, int names, int n_slots)
{
  worksheet_set_column(sheet, 0, (lxw_col_t)(names - 1), NAME_WIDTH, NULL);
  if (n_slots > 0)
    worksheet_set_column(sheet, (lxw_col_t)names, (lxw_col_t)(names + n_slots - 1), CELL_WIDTH,
                         NULL);
}

static int week_of(const struct month *month, int slot)
{
  return month->days[month->slots[slot].day].week;
}

static int pixels_of(int columns, int characters)
{
  return columns * (characters * CHARACTER_PIXELS + PADDING_PIXELS);
}

/* A week to a sheet, as large as it fits behind the columns of names: a month on one would be too
 * small to read. */
static void print_by_week(const struct month *month, lxw_worksheet *sheet, int names)
{
  g_autoptr(GArray) breaks = g_array_new(TRUE, FALSE, sizeof(lxw_col_t));
  int first = 0, widest = 1;
  for (int s = 1; s <= month->n_slots; s++) {
    if (s < month->n_slots && week_of(month, s) == week_of(month, s - 1))
      continue;
    widest = MAX(widest, s - first);
    first = s;
    lxw_col_t column = (lxw_col_t)(names + s);
    if (s < month->n_slots)
      g_array_append_val(breaks, column);
  }
  int scale = 100 * PAPER_PIXELS / (pixels_of(names, NAME_WIDTH) + pixels_of(widest, CELL_WIDTH));
  worksheet_set_print_scale(sheet, (uint16_t)CLAMP(scale, SCALE_LEAST, 100));
  worksheet_set_v_pagebreaks(sheet, (lxw_col_t *)(void *)breaks->data);
}

static void print_area(const struct book *book, lxw_worksheet *sheet, int rows, int names)
{
  const struct month *month = book->problem->month;
  worksheet_print_area(sheet, 0, 0, (lxw_row_t)(HEAD_ROWS + rows - 1),
                       (lxw_col_t)(names + month->n_slots - 1));
  print_by_week(month, sheet, names);
}

void sheet_people(const struct book *book)
{
  const struct service *service = book->problem->service;
  int n_slots = book->problem->month->n_slots;
  lxw_worksheet *sheet = book_sheet(book, "By person");
  book_text(sheet, 1, 0, "Clinician", book->head);
  write_days(book, sheet, 1);
  for (int c = 0; c < service->n_clinicians; c++) {
    book_text(sheet, HEAD_ROWS + c, 0, service->clinicians[c].name, book->head);
    for (int s = 0; s < n_slots; s++) {
      g_autofree char *text = cell_text(book, c, s);
      book_text(sheet, HEAD_ROWS + c, 1 + s, text, book->cell);
    }
  }
  colour_tasks(book, sheet, service->n_clinicians);
  set_columns(sheet, 1, n_slots);
  print_area(book, sheet, service->n_clinicians, 1);
  book_freeze(sheet, HEAD_ROWS, 1);
}

/* Who does the task at the site then, a line each; "" for nobody. */
static char *people_at(const struct book *book, const struct place_figures *place, int slot)
{
  const struct rota *rota = book->assessment->rota;
  GString *out = g_string_new(NULL);
  for (int i = rota->slot[slot]; i < rota->slot[slot + 1]; i++) {
    const struct assignment *item = &rota->items[rota->in_slot[i]];
    if (item->task == place->task && item->site == place->site)
      g_string_append_printf(out, "%s%s", out->len ? "\n" : "",
                             book->problem->service->clinicians[item->clinician].name);
  }
  return g_string_free(out, FALSE);
}

void sheet_sites(const struct book *book)
{
  const struct service *service = book->problem->service;
  const GArray *places = book->assessment->places;
  int n_slots = book->problem->month->n_slots;
  lxw_worksheet *sheet = book_sheet(book, "By site");
  book_text(sheet, 1, 0, "Site", book->head);
  book_text(sheet, 1, 1, "Task", book->head);
  write_days(book, sheet, 2);
  for (int p = 0; p < (int)places->len; p++) {
    const struct place_figures *place = &g_array_index(places, struct place_figures, p);
    book_text(sheet, HEAD_ROWS + p, 0, service->sites[place->site].name, book->head);
    book_text(sheet, HEAD_ROWS + p, 1, service->tasks[place->task].name, book->head);
    for (int s = 0; s < n_slots; s++) {
      g_autofree char *text = people_at(book, place, s);
      book_text(sheet, HEAD_ROWS + p, 2 + s, text, book->cell);
    }
  }
  set_columns(sheet, 2, n_slots);
  print_area(book, sheet, (int)places->len, 2);
  book_freeze(sheet, HEAD_ROWS, 2);
}
