#include "tests/support/cases.h"

#include <glib.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum { FEW = 256 };

#ifdef __SANITIZE_ADDRESS__
enum { USUAL_SHARE = 10, STEP = 7 };
#else
enum { USUAL_SHARE = 1, STEP = 1 };
#endif

int cases_tried(int all)
{
  static bool is_said;
  const char *wanted = g_getenv("ROTA_CASES_SHARE");
  int share = wanted ? MAX(atoi(wanted), 1) : USUAL_SHARE;
  if (share > 1 && !is_said)
    printf("one in %d of the cases is tried\n", share);
  is_said = true;
  return MAX(all / share, 1);
}

unsigned cases_step(unsigned all)
{
  return all > FEW ? STEP : 1;
}
