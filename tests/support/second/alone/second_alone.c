/* Links every second reading with GLib and nothing of ours: a reading that calls
 * the library does not build. */
#include "tests/support/second/second.h"

#include <stdlib.h>

int main(void)
{
  const struct second_reading *const *reading = second_readings;
  while (*reading && (*reading)->rule && ((*reading)->read || (*reading)->bars))
    reading++;
  return *reading ? EXIT_FAILURE : EXIT_SUCCESS;
}
