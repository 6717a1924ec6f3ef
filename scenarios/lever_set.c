/* set: {tasks.clinic.slots.new: 4}: any value of service.yaml, of a clinician
 * or of month.yaml, by its path. */
#include "inputs/sections.h"
#include "scenarios/levers.h"
#include "scenarios/making_posts.h"
#include "scenarios/path.h"
#include "scenarios/set_words.h"

#include <string.h>

static const struct node *put_clinician(struct path *path, const char *rest)
{
  struct making *making = path->making;
  size_t length = strcspn(rest, ".[");
  g_autofree char *id = g_strndup(rest, length);
  const struct node *body = making_clinician(making, id);
  if (body && !g_str_has_prefix(rest + length, ".changes"))
    body = making_posts_begin(making, body);
  if (!body || rest[length] != '.') {
    GPtrArray *known = g_ptr_array_new();
    for (int c = 0; c < making->service->n_clinicians; c++)
      g_ptr_array_add(known, (gpointer)making->service->clinicians[c].id);
    if (body)
      making_error(making, path_place(path, rest), "say what of '%s' is set, such as '%s.wte'", id,
                   path->written->text);
    else
      path_unknown(path, rest, "clinician", id, known);
    g_ptr_array_free(known, TRUE);
    return NULL;
  }
  const struct node *made = path_put(path, body, rest + length + 1, NULL);
  if (made)
    making_put_clinician(making, edit_scalar(making->nodes, path_place(path, rest), id), made);
  return made;
}

/* A whole section, such as all sites, is too much for one value. */
static bool is_too_much(struct path *path, const char *rest)
{
  const struct service *service = path->making->service;
  const struct {
    const char *section, *first;
  } known[] = {{"sites", service->sites[0].id},
               {"pcns", "..."},
               {"tasks", service->tasks[0].id},
               {"clinicians", service->clinicians[0].id},
               {"month", "events"}};
  for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
    if (strcmp(known[i].section, rest) == 0) {
      making_error(path->making, path_place(path, rest),
                   "'%s' is too much to be set; go on, as in '%s.%s'", rest, rest, known[i].first);
      return true;
    }
  return false;
}

static bool known_section(struct path *path, const struct keys *keys, const char *rest)
{
  g_autofree char *word = g_strndup(rest, strcspn(rest, ".["));
  if (reader_has_key(keys, word))
    return true;
  GPtrArray *known = g_ptr_array_new();
  for (int i = 0; i < keys->count; i++)
    g_ptr_array_add(known, (gpointer)keys->items[i].name);
  if (keys == &service_keys) {
    g_ptr_array_add(known, "clinicians");
    g_ptr_array_add(known, "month");
  }
  path_unknown(path, rest, "path:", word, known);
  g_ptr_array_free(known, TRUE);
  return false;
}

static const struct node *put(struct path *path)
{
  struct making *making = path->making;
  const char *rest = path->written->text, *file = MAKING_SERVICE;
  const struct keys *keys = &service_keys;
  if (is_too_much(path, rest))
    return NULL;
  if (g_str_has_prefix(rest, "clinicians."))
    return put_clinician(path, rest + strlen("clinicians."));
  if (g_str_has_prefix(rest, "month.")) {
    rest += strlen("month.");
    file = making_month_path(making);
    keys = &month_keys;
  }
  if (!known_section(path, keys, rest))
    return NULL;
  const struct node *made = path_put(path, making_tree(making, file), rest, "");
  if (made)
    making_put_tree(making, file, made);
  return made;
}

/* Says what was set, each ratio once. */
static void say_all(struct making *making, const struct path *paths, int count)
{
  for (int i = 0; i < count; i++) {
    const struct path *other = NULL;
    bool said = false;
    for (int k = 0; k < count; k++)
      if (set_words_is_pair(&paths[i], &paths[k])) {
        other = &paths[k];
        said = k < i;
      }
    g_autoptr(GString) text = g_string_new(NULL);
    if (!said && !set_words_ratio(&paths[i], other, text))
      set_words(&paths[i], text);
    if (!said)
      making_say(making, "%s", text->str);
  }
}

void lever_set(struct making *making, const struct node *body)
{
  if (!reader_is_map(&making->reader, body, "paths and values"))
    return;
  g_autofree struct path *paths = g_new0(struct path, (gsize)body->count + 1);
  int count = 0;
  for (int i = 0; i < body->count; i++) {
    paths[count] =
        (struct path){.making = making, .written = body->keys[i], .value = body->items[i]};
    count += put(&paths[count]) != NULL;
  }
  say_all(making, paths, count);
}
