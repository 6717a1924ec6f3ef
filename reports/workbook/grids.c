/* The rota as it hangs on the wall: people, or sites, down; days across. */
#include "reports/workbook/sheets.h"

enum { HEAD_ROWS = 2, NAME_WIDTH = 24, CELL_WIDTH = 16, COLOURS = 12 };

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

/* The comma ends the name, so that no task's is the beginning of another's. */
static void colour_tasks(const struct book *book, lxw_worksheet *sheet, int rows)
{
  const struct service *service = book->problem->service;
  for (int t = 0; t < service->n_tasks && rows > 0; t++) {
    g_autofree char *begins = g_strconcat(service->tasks[t].name, ",", NULL);
    lxw_format *format = workbook_add_format(book->workbook);
    format_set_bg_color(format, fills[t % COLOURS]);
    lxw_conditional_format condition = {.type = LXW_CONDITIONAL_TYPE_TEXT,
                                        .criteria = LXW_CONDITIONAL_CRITERIA_TEXT_BEGINS_WITH,
                                        .value_string = begins,
                                        .format = format};
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

static void print_area(lxw_worksheet *sheet, int rows, int columns)
{
  worksheet_print_area(sheet, 0, 0, (lxw_row_t)(HEAD_ROWS + rows - 1), (lxw_col_t)(columns - 1));
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
  print_area(sheet, service->n_clinicians, 1 + n_slots);
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
  print_area(sheet, (int)places->len, 2 + n_slots);
  book_freeze(sheet, HEAD_ROWS, 2);
}
