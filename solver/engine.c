#include "solver/engine.h"

#include <glpk.h>
#include <setjmp.h>

struct trap {
  jmp_buf back;
};

static _Thread_local unsigned losses;

static void spring(void *info)
{
  struct trap *trap = info;
  longjmp(trap->back, 1); /* NOLINT: the documented way out of GLPK's abort */
}

static int swallow(void *info, const char *text)
{
  (void)info;
  (void)text;
  return 1;
}

enum status engine_call(void (*work)(void *argument), void *argument)
{
  struct trap trap;
  if (setjmp(trap.back)) { /* NOLINT: as above */
    engine_leave();        /* what was being worked on is in an unknown state */
    return STATUS_INTERNAL;
  }
  glp_term_out(GLP_OFF);
  glp_term_hook(swallow, NULL); /* an error turns the terminal on again before it reports */
  glp_error_hook(spring, &trap);
  work(argument);
  glp_error_hook(NULL, NULL);
  return STATUS_OK;
}

unsigned engine_losses(void)
{
  return losses;
}

const char *engine_version(void)
{
  return glp_version();
}

void engine_leave(void)
{
  glp_free_env();
  losses++;
}
