/* cmocka with the headers it wants before it. */
#ifndef ROTA_TESTS_SUPPORT_CHECK_H
#define ROTA_TESTS_SUPPORT_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#endif
