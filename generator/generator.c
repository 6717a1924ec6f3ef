#include "generator/generator.h"

#include "generator/steps.h"
#include "generator/writers.h"

static void free_file(void *data)
{
  struct generator_file *file = data;
  g_free(file->path);
  g_free(file->text);
  g_free(file);
}

static void add_file(GPtrArray *files, char *path, GString *text)
{
  struct generator_file *file = g_new(struct generator_file, 1);
  file->path = path;
  file->text = g_string_free(text, FALSE);
  g_ptr_array_add(files, file);
}

static void add_part(GPtrArray *files, char *path, const struct plan *plan,
                     void (*write)(const struct plan *plan, GString *out))
{
  GString *text = g_string_new(NULL);
  write(plan, text);
  add_file(files, path, text);
}

static void add_preferences(GPtrArray *files, const char *month, const struct plan *plan)
{
  for (int i = 0; i < plan->n_people; i++) {
    GString *text = g_string_new(NULL);
    if (write_preferences(plan, i, text))
      add_file(files, g_strdup_printf("%s/preferences/%s.yaml", month, plan->people[i].id), text);
    else
      g_string_free(text, TRUE);
  }
}

GPtrArray *generator_files_make(const struct generator_settings *settings)
{
  g_assert(settings->clinicians >= GENERATOR_CLINICIANS_LEAST &&
           settings->clinicians <= GENERATOR_CLINICIANS_MOST);
  g_assert(settings->pcns >= 0 && settings->pcns <= generator_pcns_most(settings->clinicians));
  g_assert(settings->hubs >= 0 &&
           settings->hubs <= generator_hubs_most(settings->clinicians, settings->pcns));
  g_assert(!settings->evenings || settings->clinicians >= GENERATOR_CLINICIANS_EVENINGS);
  g_assert(settings->weeks == 0 ? date_day(settings->first) == 1
                                : settings->weeks >= GENERATOR_WEEKS_LEAST &&
                                      settings->weeks <= GENERATOR_WEEKS_MOST);
  g_assert(date_year(settings->first) >= GENERATOR_YEAR_LEAST &&
           date_year(month_id_last(settings->first, settings->weeks)) <= GENERATOR_YEAR_MOST);
  struct plan *plan = plan_new(settings);
  plan_decide(plan);
  GPtrArray *files = g_ptr_array_new_with_free_func(free_file);
  char month[DATE_TEXT_SIZE];
  month_id_format(settings->first, settings->weeks, month);
  add_part(files, g_strdup("service.yaml"), plan, write_service);
  add_part(files, g_strdup("clinicians.yaml"), plan, write_clinicians);
  add_part(files, g_strdup("travel.csv"), plan, write_travel);
  add_part(files, g_strdup_printf("%s/month.yaml", month), plan, write_month);
  add_part(files, g_strdup_printf("%s/leave.csv", month), plan, write_leave);
  add_part(files, g_strdup_printf("%s/locks.csv", month), plan, write_locks);
  add_preferences(files, month, plan);
  plan_free(plan);
  return files;
}
