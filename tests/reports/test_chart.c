/* Axes end on round numbers, and what is drawn stays within the drawing. */
#include "reports/chart.h"

#include "model/date.h"
#include "reports/html.h"
#include "tests/support/check.h"

#include <stdlib.h>
#include <string.h>

static void assert_reach(int64_t most, int64_t end, int64_t step)
{
  int64_t found;
  assert_int_equal(chart_reach(most, &found), end);
  assert_int_equal(found, step);
}

static void test_reach(void **state)
{
  (void)state;
  assert_reach(0, 1, 1);
  assert_reach(1, 1, 1);
  assert_reach(4, 4, 1);
  assert_reach(5, 6, 2);
  assert_reach(8, 8, 2);
  assert_reach(9, 10, 5);
  assert_reach(21, 30, 10);
  assert_reach(1165, 1500, 500);
  assert_reach(4000, 4000, 1000);
  assert_reach(70001, 80000, 20000);
  for (int64_t most = 0; most < 100000; most += 37) {
    int64_t step, end = chart_reach(most, &step);
    assert_true(end >= most && end % step == 0 && end / step <= 5);
    assert_int_equal(chart_reach(end, &step), end);
  }
}

static void test_within(void **state)
{
  (void)state;
  GString *out = g_string_new(NULL);
  struct chart chart = {out, 400, 200, 3, date_make(2027, 1, 4), 100, "people"};
  const double low[] = {0, 10, 50, 1000}, high[] = {100, 100, 200, -5};
  const struct chart_label labels[] = {
      {"A", "#000", 0}, {"B", "#000", 0}, {"C", "#000", 1}, {"D", "#000", 100}};
  chart_begin(&chart, "<b>\"people\"</b>", "a & b");
  chart_band(&chart, low, high, "#000");
  chart_line(&chart, low, "#000", true);
  chart_labels(&chart, labels, 4);
  chart_end(&chart);
  assert_null(strstr(out->str, "<b>"));
  assert_non_null(strstr(out->str, "&lt;b&gt;&quot;people&quot;"));
  assert_non_null(strstr(out->str, "a &amp; b"));
  for (const char *at = strstr(out->str, " y=\""); at; at = strstr(at + 4, " y=\"")) {
    double y = g_ascii_strtod(at + 4, NULL);
    assert_true(y >= 0 && y <= 200);
  }
  assert_null(strstr(out->str, "nan"));
  g_string_free(out, TRUE);
}

/* Months stand where they begin, the year below the first and January; a mark near the right
 * end has its text on its left. */
static void test_months(void **state)
{
  (void)state;
  GString *out = g_string_new(NULL);
  /* 14 weeks of 22 pixels from Sunday 1 November 2026 */
  struct chart chart = {out, 52 + 14 * 22 + 36, 200, 14, date_make(2026, 11, 2), 100, "people"};
  chart_begin(&chart, "people", "");
  chart_mark(&chart, 14, "late", 0);
  chart_mark(&chart, 2, "early", 0);
  chart_end(&chart);
  assert_non_null(
      strstr(out->str, "<text x=\"52.0\" y=\"180.0\" class=\"mark middle\">Nov</text>"));
  /* 30, 61 and 92 days on */
  assert_non_null(
      strstr(out->str, "<text x=\"146.3\" y=\"180.0\" class=\"mark middle\">Dec</text>"));
  assert_non_null(
      strstr(out->str, "<text x=\"243.7\" y=\"180.0\" class=\"mark middle\">Jan</text>"));
  assert_non_null(
      strstr(out->str, "<text x=\"243.7\" y=\"193.0\" class=\"mark middle\">2027</text>"));
  assert_non_null(
      strstr(out->str, "<text x=\"341.1\" y=\"180.0\" class=\"mark middle\">Feb</text>"));
  assert_null(strstr(out->str, "weeks from now"));
  assert_non_null(strstr(out->str, "class=\"mark right\">late<"));
  assert_non_null(strstr(out->str, "class=\"mark\">early<"));
  g_string_free(out, TRUE);
}

static void test_escape(void **state)
{
  (void)state;
  GString *out = g_string_new(NULL);
  html_text(out, "<script>alert('x & \"y\"')</script>\x01 Größe\n");
  assert_string_equal(out->str,
                      "&lt;script&gt;alert(&#39;x &amp; &quot;y&quot;&#39;)"
                      "&lt;/script&gt; Größe\n");
  g_string_free(out, TRUE);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_reach),
      cmocka_unit_test(test_within),
      cmocka_unit_test(test_months),
      cmocka_unit_test(test_escape),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
