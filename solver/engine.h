/* Calls into GLPK, the engine: it never prints, and where it would abort the process
 * there is a status instead. GLPK keeps an environment for each thread. */
#ifndef ROTA_SOLVER_ENGINE_H
#define ROTA_SOLVER_ENGINE_H

#include "model/status.h"

/* Calls work(argument), which may call GLPK. When GLPK gives up, the call ends
 * at once with STATUS_INTERNAL, and every GLPK object of this thread is gone;
 * so `work` must own nothing but GLPK objects. Calls do not nest. */
enum status engine_call(void (*work)(void *argument), void *argument);

/* How often this thread has lost all GLPK objects so far, as GLPK gave up or by engine_leave. */
unsigned engine_losses(void);

/* GLPK's, such as "5.0". */
const char *engine_version(void);

/* Frees the thread's environment. Call it before the thread ends. */
void engine_leave(void);

#endif
