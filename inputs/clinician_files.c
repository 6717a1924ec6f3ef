/* clinicians.yaml and clinicians/: who works here, and the words about them. */
#include "inputs/posts.h"
#include "inputs/sections.h"
#include "inputs/value.h"
#include "inputs/vocabulary.h"

enum { FILES_MAX = 1000, CLINICIANS_MAX = 1000 };

static void gather_file(struct reader *reader, const char *path, GPtrArray *entries)
{
  bool missing;
  const struct node *file = reader_tree(reader, path, &missing);
  if (!file && !missing)
    reader->lost[THING_CLINICIAN] = true;
  if (!file || node_is_empty(file))
    return;
  if (!reader_is_map(reader, file, "clinicians")) {
    reader->lost[THING_CLINICIAN] = true;
    return;
  }
  for (int i = 0; i < file->count; i++) {
    struct clinician_entry *entry = ARENA_NEW(reader->nodes, struct clinician_entry, 1);
    *entry = (struct clinician_entry){file->keys[i], file->items[i]};
    g_ptr_array_add(entries, entry);
  }
}

static void gather_files(struct reader *reader, GPtrArray *entries)
{
  gather_file(reader, "clinicians.yaml", entries);
  g_auto(GStrv) names = source_list(reader->source, "clinicians", ".yaml");
  bool bounded = reader_bound(reader, (struct where){"clinicians", 0, 0}, "files",
                              (int)g_strv_length(names), FILES_MAX);
  reader->lost[THING_CLINICIAN] = reader->lost[THING_CLINICIAN] || !bounded;
  for (char **name = names; bounded && *name; name++) {
    g_autofree char *path = g_build_filename("clinicians", *name, NULL);
    gather_file(reader, path, entries);
  }
  if (entries->len == 0 && !reader->lost[THING_CLINICIAN])
    diagnostics_error(reader->diagnostics, (struct where){"clinicians.yaml", 0, 0},
                      "the service has no clinician");
}

static void gather_post_words(struct reader *reader, const struct node *body)
{
  const struct node *skills = node_get(body, "skills"), *team = node_get(body, "team");
  if (skills && skills->kind == NODE_MAP)
    vocabulary_add_node(reader, &reader->draft->skills, skills);
  if (team && team->kind == NODE_SCALAR)
    vocabulary_add_node(reader, &reader->draft->teams, team);
}

static void gather_words(struct reader *reader, const struct node *body)
{
  struct service *service = reader->draft;
  const struct node *changes = node_get(body, "changes");
  gather_post_words(reader, body);
  for (int i = 0; i < changes_count(body); i++)
    gather_post_words(reader, changes->items[i]);
  vocabulary_add_node(reader, &service->tags, node_get(body, "tags"));
}

/* An entry whose id is wrong, which is reported, loses its body: it is not read. */
static void declare(struct reader *reader, struct clinician_entry *entry, GHashTable *seen)
{
  struct service *service = reader->draft;
  const struct node *first = g_hash_table_lookup(seen, entry->id->text);
  if (first)
    diagnostics_error(reader->diagnostics, entry->id->where, "'%s' is here twice; first at %s:%d",
                      entry->id->text, first->where.file, first->where.line);
  if (first || !value_is_id(reader, entry->id, "clinician")) {
    reader->lost[THING_CLINICIAN] = true;
    entry->body = NULL;
    return;
  }
  g_hash_table_insert(seen, (gpointer)entry->id->text, (gpointer)entry->id);
  struct clinician *clinician = &service->clinicians[service->n_clinicians++];
  *clinician = (struct clinician){
      .role = "",
      .n_changes = changes_count(entry->body),
      .drives = true,
      .home_minutes = NONE,
      .supervisor = NONE,
      .where = entry->id->where,
  };
  clinician->id = clinician->name = arena_strdup(service->arena, entry->id->text);
  gather_words(reader, entry->body);
}

/* Everybody's first post; and room for those that changes make. */
static void make_posts(struct service *service)
{
  service->n_posts = service->n_clinicians;
  for (int c = 0; c < service->n_clinicians; c++) {
    service->clinicians[c].changed = service->n_posts;
    service->n_posts += service->clinicians[c].n_changes;
  }
  service->posts = ARENA_NEW(service->arena, struct post, service->n_posts);
  for (int c = 0; c < service->n_clinicians; c++) {
    struct where where = service->clinicians[c].where;
    service->posts[c] = (struct post){
        .clinician = c,
        .wte_percent = 100,
        .sees_percent = UNLIMITED,
        .works = {ARENA_NEW(service->arena, struct pattern, 1), 1, DATE_NONE, where},
        .fewest_minutes = UNLIMITED,
        .most_minutes = UNLIMITED,
        .base = NONE,
        .team = NONE,
        .where = where,
    };
  }
}

void clinicians_declare(struct reader *reader, GPtrArray *entries)
{
  struct service *service = reader->draft;
  gather_files(reader, entries);
  if (!reader_bound(reader, (struct where){"clinicians.yaml", 0, 0}, "clinicians",
                    (int)entries->len, CLINICIANS_MAX)) {
    reader->lost[THING_CLINICIAN] = true;
    g_ptr_array_set_size(entries, 0);
  }
  GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);
  service->clinicians = ARENA_NEW(service->arena, struct clinician, entries->len);
  for (guint i = 0; i < entries->len; i++)
    declare(reader, entries->pdata[i], seen);
  g_hash_table_unref(seen);
  make_posts(service);
}
