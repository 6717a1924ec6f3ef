/* cmocka with the headers it wants before it. */
#ifndef ROTA_TESTS_SUPPORT_CHECK_H
#define ROTA_TESTS_SUPPORT_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Under sanitizers every step takes several times as long, and what they look for shows in few
 * cases: tests of hundreds that solve each divide their number by this. */
#ifdef __SANITIZE_ADDRESS__
enum { CASES_SHARE = 5 };
#else
enum { CASES_SHARE = 1 };
#endif

#endif
