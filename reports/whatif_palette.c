#include "reports/whatif_page.h"

#include <glib.h>

const char *whatif_page_colour(int column)
{
  static const char *const colours[] = {"#0072b2", "#d55e00", "#00795a",
                                        "#a8558f", "#8a6d00", "#1d1d1b"};
  return column == 0 ? "#595959" : colours[(column - 1) % (int)G_N_ELEMENTS(colours)];
}

const char *whatif_page_dashes(int column)
{
  static const char *const dashes[] = {"none",    "10 3",     "2 3",          "10 3 2 3",
                                       "6 2",     "14 4",     "10 3 2 3 2 3", "1 5",
                                       "6 2 6 6", "14 3 4 3", "3 6",          "14 3 2 3 2 3 2 3"};
  return dashes[(column - 1) % (int)G_N_ELEMENTS(dashes)];
}
