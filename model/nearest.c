#include "model/nearest.h"

#include <glib.h>
#include <string.h>

enum { LENGTH_MAX = 64 }; /* nobody mistypes a longer word into one we know */

static int least(int a, int b, int c)
{
  return MIN(a, MIN(b, c));
}

int nearest_distance(const char *a, const char *b)
{
  int n_a = (int)strlen(a), n_b = (int)strlen(b);
  int width = n_b + 1;
  g_autofree int *rows = g_new(int, 3 * (gsize)width); /* the last three of the table */
  for (int i = 0; i <= n_a; i++) {
    int *row = &rows[i % 3 * width];
    const int *above = &rows[(i + 2) % 3 * width], *above_that = &rows[(i + 1) % 3 * width];
    row[0] = i;
    for (int j = 1; j <= n_b; j++) {
      if (i == 0) {
        row[j] = j;
        continue;
      }
      row[j] = least(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = MIN(row[j], above_that[j - 2] + 1);
    }
  }
  return rows[n_a % 3 * width + n_b];
}

const char *nearest_word(const char *word, const char *const *known, int count)
{
  size_t length = strlen(word);
  if (length > LENGTH_MAX)
    return NULL;
  /* A third of the letters may be wrong, but one may always be, save that a
   * single letter is not a typing error of any other. */
  int best = length < 2 ? 0 : MAX((int)length / 3, 1);
  const char *nearest = NULL;
  g_autofree char *lower = g_ascii_strdown(word, -1);
  for (int i = 0; i < count; i++) {
    if (strlen(known[i]) > LENGTH_MAX)
      continue;
    int distance = nearest_distance(lower, known[i]);
    if (distance < best + (nearest == NULL)) {
      best = distance;
      nearest = known[i];
    }
  }
  return nearest;
}
