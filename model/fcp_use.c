#include "model/fcp_use.h"

#include "model/month_id.h"
#include "model/service.h"

/* A month has so many weeks: 365.25 days of 7 by 12. */
static const double WEEKS_A_MONTH = 365.25 / 7 / 12;

/* The last month before that one, of those that ended before the date. */
static int month_before(const GArray *rows, int month, int date)
{
  int last = DATE_NONE;
  for (guint r = 0; r < rows->len; r++) {
    int of = g_array_index(rows, struct fcp_use_row, r).month;
    if (of < month && month_id_last(of, 0) < date)
      last = MAX(last, of);
  }
  return last;
}

struct fcp_use_span fcp_use_span(const GArray *rows, int before)
{
  struct fcp_use_span span;
  span.from = span.until = month_before(rows, G_MAXINT, before);
  for (int i = 1; i < FCP_USE_MONTHS && span.from != DATE_NONE; i++) {
    int earlier = month_before(rows, span.from, before);
    if (earlier == DATE_NONE)
      break;
    span.from = earlier;
  }
  return span;
}

struct fcp_use_mean fcp_use_mean(const GArray *rows, const struct fcp_use_span *span, int site)
{
  struct fcp_use_mean mean = {.days_to_third = 0};
  int dated = 0;
  for (guint r = 0; r < rows->len && span->until != DATE_NONE; r++) {
    const struct fcp_use_row *row = &g_array_index(rows, struct fcp_use_row, r);
    if (row->site != site || row->month < span->from || row->month > span->until)
      continue;
    mean.months++;
    mean.offered += row->offered;
    mean.booked += row->booked;
    mean.attended += row->attended;
    if (row->days_to_third != NONE) {
      mean.days_to_third += row->days_to_third;
      dated++;
    }
  }
  int months = MAX(mean.months, 1);
  mean.offered /= months;
  mean.booked /= months;
  mean.attended /= months;
  mean.days_to_third = dated > 0 ? mean.days_to_third / dated : -1;
  return mean;
}

double fcp_use_sessions(const struct fcp_use_mean *mean, int slots)
{
  return mean->booked * 100 / FCP_USE_PLANNED / slots / WEEKS_A_MONTH;
}
