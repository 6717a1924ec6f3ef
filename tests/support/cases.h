/* How many of the cases that a test draws are tried. */
#ifndef ROTA_TESTS_SUPPORT_CASES_H
#define ROTA_TESTS_SUPPORT_CASES_H

/* Of `all`: all of them as released; with sanitizers, which take several times as long and whose
 * purpose is memory, a tenth; at least one. ROTA_CASES_SHARE=N in the environment tries one in N.
 * Whatever is less than all is said once on standard output. */
int cases_tried(int all);

#endif
