/* The comparison on the terminal, with a row for each scenario. */
#include "reports/text.h"
#include "reports/whatif_parts.h"
#include "reports/whatif_words.h"

#include <string.h>

enum { NAME_WIDTH = 24, CELL_WIDTH = 8, WIDE_CELL = 11, CELLS_MAX = 7, WIDE_MOST = 5 };

/* A column: the answer that it shows, and its heading in two rows. */
struct cell {
  const char *id, *about; /* about NULL: any; of a standard, the group */
  const char *above, *below;
};

struct piece {
  const char *title;
  struct cell cells[CELLS_MAX];
};

static const struct piece blocks[] = {
    {"The rota",
     {{"cost", NULL, "", "cost"},
      {"gap", NULL, "proven", "gap"},
      {"gaps", NULL, "needs", "unmet"},
      {"below_target", NULL, "below", "target"},
      {"fcp_per_10000", NULL, "FCP/", "10,000"},
      {"fcp_worst_gap", NULL, "days", "without"},
      {"satisfaction", NULL, "satis-", "faction"}}},
    {"People and pay",
     {{"sessions", NULL, "sess-", "ions"},
      {"generalist", NULL, "gener-", "alist"},
      {"satisfaction_least", NULL, "worst", "satisf."},
      {"hole_days", NULL, "days w.", "a hole"},
      {"split_days", NULL, "split", "days"},
      {"travel", NULL, "travel", "min"},
      {"premium", NULL, "extra", "pay h"}}},
    {"Contacts in the month",
     {{"slots_new", NULL, "", "new"},
      {"slots_follow_up", NULL, "follow", "up"},
      {"slots_fcp", NULL, "", "FCP"},
      {"slots_call", NULL, "", "calls"},
      {"attendees", NULL, "at", "events"},
      {"lost_new", NULL, "new", "lost"},
      {"lost_follow_up", NULL, "f-up", "lost"}}},
    {"Waiting list, end",
     {{"list_end", NULL, "waiting", "(mean)"},
      {"list_end_p10", NULL, "10% are", "under"},
      {"list_end_p90", NULL, "10% are", "over"},
      {"over_18_end", NULL, "over", "18 wks"},
      {"seen", NULL, "seen", "by then"},
      {"slots_unused", NULL, "slots", "unused"},
      {"load", NULL, "", "load"}}},
    {"Standards met by",
     {{"standard_met", "priority", "", "priority"},
      {"standard_met", "routine", "", "routine"},
      {"standard_met", "all/18", "all, 18", "weeks"},
      {"standard_met", "all/24", "all, 24", "weeks"},
      {"standard_met", "all/52", "all, 52", "weeks"}}},
    {"Load",
     {{"target_queue", NULL, "target", "queue"},
      {"relief", NULL, "relief", "a week"},
      {"follow_ups_short", NULL, "f-ups", "short"},
      {"slots_lost", NULL, "lost to", "DNA"},
      {"area_gap", NULL, "areas'", "gap"}}},
    {"Calls and FCP",
     {{"settled", NULL, "settled", "by call"},
      {"calls_unused", NULL, "calls", "unused"},
      {"slots_sick", NULL, "lost to", "illness"},
      {"fcp_lost", NULL, "FCP", "fewer"},
      {"fcp_referred", NULL, "for want", "of FCP"}}},
};

/* The first of all, but of standards that which this very scenario has. */
static const struct answer *find_answer(const struct whatif_printer *printer,
                                        const struct cell *cell, int column)
{
  const struct answer *first = NULL;
  for (guint i = 0; cell->id && i < printer->answers->len; i++) {
    const struct answer *answer = g_ptr_array_index(printer->answers, i);
    if (strcmp(answer->measure.id, cell->id) != 0 ||
        (cell->about && !g_str_has_prefix(answer->about, cell->about)))
      continue;
    if (!answer->is_standard || answer->cells[column].standard)
      return answer;
    first = first ? first : answer;
  }
  return first;
}

/* Of a few there is room for a day with its year. */
static int width_of(const struct piece *block)
{
  return block->cells[WIDE_MOST].id ? CELL_WIDTH : WIDE_CELL;
}

static void print_name(struct whatif_printer *printer, int column)
{
  g_autofree char *letter = column == 0 ? g_strdup("") : whatif_letter(column - 1);
  g_autofree char *name =
      g_strdup_printf("%-2s %s", letter, whatif_report_outcome(printer->report, column)->name);
  text_left(printer->out, name, NAME_WIDTH);
}

/* Of each cell of the piece; true: there is any. */
static bool find_answers(const struct whatif_printer *printer, const struct piece *block,
                         int column, const struct answer *answers[CELLS_MAX])
{
  bool any = false;
  for (int i = 0; i < CELLS_MAX; i++) {
    answers[i] = find_answer(printer, &block->cells[i], column);
    any |= answers[i] != NULL;
  }
  return any;
}

static void print_row(struct whatif_printer *printer, const struct piece *block, int column)
{
  const struct answer *answers[CELLS_MAX];
  find_answers(printer, block, column, answers);
  const struct outcome *outcome = whatif_report_outcome(printer->report, column);
  bool differs = false;
  print_name(printer, column);
  if (outcome->status != OUTCOME_BUILT) {
    g_string_append_printf(printer->out, "  %s\n", whatif_status_words(outcome->status));
    return;
  }
  for (int i = 0; i < CELLS_MAX; i++) {
    if (!answers[i])
      continue;
    g_autofree char *change = whatif_change(answers[i], column);
    whatif_print_value(printer, answers[i], column, width_of(block));
    differs |= change[0] != '\0' && strcmp(change, "=") != 0;
  }
  g_string_append_c(printer->out, '\n');
  if (!differs)
    return;
  text_left(printer->out, "", NAME_WIDTH);
  for (int i = 0; i < CELLS_MAX; i++)
    if (answers[i])
      whatif_print_change(printer, answers[i], column, width_of(block));
  g_string_append_c(printer->out, '\n');
}

static void print_head(struct whatif_printer *printer, const struct piece *block,
                       const struct answer *const *answers)
{
  g_string_append_c(printer->out, '\n');
  text_bold(printer->out, block->title, printer->colour);
  for (int i = text_width(block->title); i < NAME_WIDTH; i++)
    g_string_append_c(printer->out, ' ');
  for (int i = 0; i < CELLS_MAX; i++)
    if (answers[i])
      text_right(printer->out, block->cells[i].above, width_of(block));
  g_string_append_c(printer->out, '\n');
  text_left(printer->out, "", NAME_WIDTH);
  for (int i = 0; i < CELLS_MAX; i++)
    if (answers[i])
      text_right(printer->out, block->cells[i].below, width_of(block));
  g_string_append_c(printer->out, '\n');
}

void whatif_print_rows(struct whatif_printer *printer)
{
  for (gsize b = 0; b < G_N_ELEMENTS(blocks); b++) {
    const struct answer *answers[CELLS_MAX];
    if (!find_answers(printer, &blocks[b], 0, answers))
      continue;
    print_head(printer, &blocks[b], answers);
    for (int c = 0; c < printer->columns; c++)
      print_row(printer, &blocks[b], c);
  }
}
