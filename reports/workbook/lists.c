/* What can be filtered and sorted: assignments, cover, people, what is missing. */
#include "model/words.h"
#include "planning/coverage.h"
#include "planning/reason.h"
#include "reports/workbook/sheets.h"

enum { NARROW = 12, WIDE = 60 };

static void write_number(lxw_worksheet *sheet, int row, int column, double number)
{
  worksheet_write_number(sheet, (lxw_row_t)row, (lxw_col_t)column, number, NULL);
}

static void write_time(lxw_worksheet *sheet, int row, int column, int minute)
{
  g_autofree char *text = g_strdup_printf("%02d:%02d", minute / 60, minute % 60);
  book_text(sheet, row, column, text, NULL);
}

/* Date and session of a slot; nothing for NONE. */
static void write_slot(const struct book *book, lxw_worksheet *sheet, int row, int slot)
{
  const struct month *month = book->problem->month;
  if (slot == NONE)
    return;
  book_date(sheet, row, 0, month->slots[slot].date, book->date);
  book_text(sheet, row, 1, book->problem->service->blocks[month->slots[slot].block].id, NULL);
}

/* The columns of rota.csv, under its names and in its words. */
void sheet_assignments(const struct book *book)
{
  const struct service *service = book->problem->service;
  const struct rota *rota = book->assessment->rota;
  lxw_worksheet *sheet = book_sheet(book, "Assignments");
  book_head(book, sheet, "date|session|from|to|clinician|task|site|locked", rota->count);
  for (int i = 0; i < rota->count; i++) {
    const struct assignment *item = &rota->items[rota->in_slot[i]];
    const struct block *block = &service->blocks[book->problem->month->slots[item->slot].block];
    write_slot(book, sheet, i + 1, item->slot);
    write_time(sheet, i + 1, 2, block->from_minute);
    write_time(sheet, i + 1, 3, block->to_minute);
    book_text(sheet, i + 1, 4, service->clinicians[item->clinician].id, NULL);
    book_text(sheet, i + 1, 5, service->tasks[item->task].id, NULL);
    book_text(sheet, i + 1, 6, service->sites[item->site].id, NULL);
    book_text(sheet, i + 1, 7, item->locked ? "yes" : "no", NULL);
  }
  worksheet_set_column(sheet, 0, 7, NARROW, NULL);
}

static int count_cells(const GPtrArray *rows)
{
  int count = 0;
  for (guint i = 0; i < rows->len; i++)
    count += (int)((const struct coverage_row *)rows->pdata[i])->cells->len;
  return count;
}

static void write_cover(const struct book *book, lxw_worksheet *sheet, int at,
                        const struct coverage_row *row, const struct coverage_cell *cell)
{
  const struct service *service = book->problem->service;
  write_slot(book, sheet, at, cell->from);
  if (row->per != PERIOD_SESSION)
    book_text(sheet, at, 1, period_names[row->per], NULL);
  book_text(sheet, at, 2, row->site == NONE ? "several sites" : service->sites[row->site].name,
            NULL);
  g_autoptr(GString) named = g_string_new(NULL);
  if (row->line)
    words_line(book->problem, row->line, named);
  book_text(sheet, at, 3, row->line ? named->str : service->tasks[row->task].name, NULL);
  write_number(sheet, at, 4, cell->planned);
  write_number(sheet, at, 5, cell->need);
  write_number(sheet, at, 6, cell->target);
  write_number(sheet, at, 7, MAX(cell->target - cell->planned, 0));
  write_number(sheet, at, 8, cell->owed);
}

void sheet_cover(const struct book *book)
{
  g_autoptr(GPtrArray) rows = coverage_new(book->problem, book->assessment->rota);
  lxw_worksheet *sheet = book_sheet(book, "Cover");
  book_head(book, sheet,
            "Date|Session|Site|Task|Planned|Needed|Target|Below target|Not offered: closed",
            count_cells(rows));
  int at = 1;
  for (guint i = 0; i < rows->len; i++) {
    const struct coverage_row *row = rows->pdata[i];
    for (guint j = 0; j < row->cells->len; j++)
      write_cover(book, sheet, at++, row, &g_array_index(row->cells, struct coverage_cell, j));
  }
  worksheet_set_column(sheet, 0, 1, NARROW, NULL);
  worksheet_set_column(sheet, 2, 3, 2 * NARROW, NULL);
}

/* A share as Excel has it; nothing where there is none. */
static void write_share(const struct book *book, lxw_worksheet *sheet, int row, int column,
                        int64_t hundredths)
{
  if (hundredths >= 0)
    worksheet_write_number(sheet, (lxw_row_t)row, (lxw_col_t)column, (double)hundredths / 10000,
                           book->percent);
}

void sheet_fairness(const struct book *book)
{
  const struct service *service = book->problem->service;
  lxw_worksheet *sheet = book_sheet(book, "Fairness");
  book_head(book, sheet,
            "Clinician|Sessions|Hours|Contract hours|Over or under|Wishes met|Generalist|"
            "Days with a hole|Days at two sites|Days in a row|Minutes on the road",
            service->n_clinicians);
  for (int c = 0; c < service->n_clinicians; c++) {
    const struct person_figures *person = &book->assessment->people[c];
    book_text(sheet, c + 1, 0, service->clinicians[c].name, NULL);
    write_number(sheet, c + 1, 1, person->sessions);
    write_number(sheet, c + 1, 2, person->minutes / 60.0);
    write_number(sheet, c + 1, 3, person->contract_minutes / 60.0);
    write_number(sheet, c + 1, 4, person->over_minutes / 60.0);
    write_share(book, sheet, c + 1, 5,
                person->satisfaction_percent < 0 ? -1 : 100 * person->satisfaction_percent);
    write_share(book, sheet, c + 1, 6, person->streams.generalist_hundredths);
    write_number(sheet, c + 1, 7, person->acceptability.hole_days);
    write_number(sheet, c + 1, 8, person->acceptability.split_days);
    write_number(sheet, c + 1, 9, person->acceptability.days_in_a_row);
    write_number(sheet, c + 1, 10, person->travel_minutes);
  }
  worksheet_set_column(sheet, 0, 0, 2 * NARROW, NULL);
  worksheet_set_column(sheet, 1, 10, NARROW, NULL);
}

void sheet_missing(const struct book *book)
{
  const GArray *shortfalls = book->assessment->shortfalls;
  lxw_worksheet *sheet = book_sheet(book, "Missing");
  book_head(book, sheet, "Date|Session|Kind|Rule|What|Who|Why|Costs", (int)shortfalls->len);
  for (int i = 0; i < (int)shortfalls->len; i++) {
    const struct shortfall *shortfall = &g_array_index(shortfalls, struct shortfall, i);
    const struct finding *finding = shortfall->finding;
    g_autofree char *who = shortfall->why ? reason_closest(book->problem, shortfall->why) : NULL;
    g_autofree char *why = shortfall->why ? reason_text(book->problem, shortfall->why) : NULL;
    write_slot(book, sheet, i + 1, finding->at.slot);
    book_text(sheet, i + 1, 2, shortfall_kind_names[finding->kind], NULL);
    book_text(sheet, i + 1, 3, book->problem->service->uses[finding->at.use].name, NULL);
    book_text(sheet, i + 1, 4, finding->text, book->cell);
    book_text(sheet, i + 1, 5, who, book->cell);
    book_text(sheet, i + 1, 6, why, book->cell);
    if (finding->price == PRICE_HARD)
      book_text(sheet, i + 1, 7, "hard", NULL);
    else
      write_number(sheet, i + 1, 7, (double)shortfall->cost);
  }
  worksheet_set_column(sheet, 0, 3, NARROW, NULL);
  worksheet_set_column(sheet, 4, 6, WIDE, NULL);
}
