#include "tests/support/second/second.h"

static int64_t minutes_of(const struct second *second, const struct rule_use *use, int clinician,
                          enum stream stream)
{
  int64_t minutes = 0;
  for (int i = second->of[clinician]; i < second->of[clinician + 1]; i++)
    if (second->service->tasks[second->items[i].task].stream == stream &&
        second_in_scope(second, use, &second->items[i]))
      minutes += second->slots[second->items[i].slot].minutes;
  return minutes;
}

/* Has the clinician a candidate in scope of the stream? */
static bool could_do(const struct second *second, const struct rule_use *use, int clinician,
                     enum stream stream)
{
  for (int s = 0; s < second->n_slots; s++)
    for (int t = 0; t < second->service->n_tasks; t++)
      for (int p = 0; p < second->service->n_sites; p++) {
        struct assignment item = {clinician, s, t, p, false};
        if (second->service->tasks[t].stream == stream && second_in_scope(second, use, &item) &&
            second_candidate(second, &item))
          return true;
      }
  return false;
}

static int64_t units_off(const struct rule_use *use, int64_t G, int64_t K)
{
  int64_t g = second_value(use, "generalist"), k = second_value(use, "specialist");
  int64_t difference = 100 * (g * K - k * G);
  return second_started((difference < 0 ? -difference : difference) -
                            second_value(use, "within") * (g + k) * (G + K),
                        100 * (g + k) * second_value(use, "per_minutes"));
}

static void read_ratio(const struct second *second, const struct rule_use *use,
                       struct second_sum *sum)
{
  int64_t generalist = 0, specialist = 0;
  bool by_person = second_is(use, "each", "person");
  for (int c = 0; c < second->service->n_clinicians; c++) {
    int64_t G = minutes_of(second, use, c, STREAM_GENERALIST);
    int64_t K = minutes_of(second, use, c, STREAM_SPECIALIST);
    generalist += G;
    specialist += K;
    if (by_person && !second->service->clinicians[c].bank &&
        could_do(second, use, c, STREAM_GENERALIST) && could_do(second, use, c, STREAM_SPECIALIST))
      second_find(sum, units_off(use, G, K), second_price(use));
  }
  if (!by_person)
    second_find(sum, units_off(use, generalist, specialist), second_price(use));
}

const struct second_reading second_ratio = {
    .rule = "ratio",
    .read = read_ratio,
    .uses = {"", "generalist: 3, specialist: 1, within: 0, per_minutes: 7",
             "each: person, within: 20, per_minutes: 60",
             "each: person, who: {skill: spine}, at: hub, sessions: all am, from: MONTH-05",
             "generalist: 1, specialist: 2, within: 3, until: MONTH-20, who: {team: hove}"},
};
