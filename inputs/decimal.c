#include "inputs/decimal.h"

#include <string.h>

enum { DIGITS_MAX = 7, DECIMALS_MAX = 4, UNIT = 10000 };

/* Whole ten-thousandths of a text such as "-12.5"; false: it is no such number.
 * One division at the end makes it the number that is nearest to the text. */
static bool parse(const char *text, double *out)
{
  static const char digits[] = "0123456789";
  bool minus = *text == '-';
  text += minus;
  size_t whole = strspn(text, digits);
  const char *rest = text + whole;
  size_t decimals = *rest == '.' ? strspn(rest + 1, digits) : 0;
  size_t length = *rest == '.' ? decimals + 1 : 0;
  if (whole < 1 || whole > DIGITS_MAX || rest[length] || decimals > DECIMALS_MAX || length == 1)
    return false;
  int64_t value = 0;
  for (size_t i = 0; i < whole; i++)
    value = value * 10 + (text[i] - '0');
  for (size_t i = 0; i < DECIMALS_MAX; i++)
    value = value * 10 + (i < decimals ? rest[1 + i] - '0' : 0);
  *out = (double)(minus ? -value : value) / UNIT;
  return true;
}

bool decimal_read(struct reader *reader, const struct node *node, int least, int most, double *out)
{
  double value;
  if (node->kind == NODE_SCALAR && parse(node->text, &value) && value >= least && value <= most) {
    *out = value;
    return true;
  }
  diagnostics_error(reader->diagnostics, node->where,
                    "expected a number from %d to %d, at most four decimals, found %s", least, most,
                    reader_describe(reader, node));
  return false;
}

void key_decimal(struct reader *reader, const struct key *key, const struct node *value,
                 void *field)
{
  decimal_read(reader, value, key->least, key->most, field);
}
