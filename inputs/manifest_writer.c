#include "inputs/manifest_writer.h"

#include "model/json.h"

#include <jansson.h>

char *manifest_line(const struct manifest_build *build)
{
  json_t *object = json_object();
  json_object_set_new(object, "service", json_string(build->service));
  json_object_set_new(object, "month", json_string(build->month));
  json_object_set_new(object, "scenario",
                      build->scenario ? json_string(build->scenario) : json_null());
  json_object_set_new(object, "seconds", json_integer(build->seconds));
  json_object_set_new(object, "gap_percent", json_hundredths(build->gap_hundredths));
  json_object_set_new(object, "seed", json_integer(build->seed));
  json_object_set_new(object, "engine", build->engine ? json_string(build->engine) : json_null());
  json_object_set_new(object, "deterministic", json_boolean(build->deterministic));
  json_object_set_new(object, "horizon_weeks", json_integer(build->horizon_weeks));
  json_object_set_new(object, "inputs", json_string(build->inputs));
  char *text = json_dumps(object, 0);
  char *line = g_strconcat(text, "\n", NULL);
  free(text);
  json_decref(object);
  return line;
}
