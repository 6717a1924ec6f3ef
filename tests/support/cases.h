/* How many of the cases that a test draws or enumerates are tried. */
#ifndef ROTA_TESTS_SUPPORT_CASES_H
#define ROTA_TESTS_SUPPORT_CASES_H

/* Of `all`: all of them as released; with sanitizers, which take several times as long and whose
 * purpose is memory, a tenth; at least one. ROTA_CASES_SHARE=N in the environment tries one in N.
 * Whatever is less than all is said once on standard output. */
int cases_tried(int all);

/* Of `all` cases that a test enumerates, so many apart are those that it tries: 1, each of them,
 * as released or where they are few; with sanitizers an odd number, so that none of the bits that
 * a case is made of is the same in all. */
unsigned cases_step(unsigned all);

#endif
