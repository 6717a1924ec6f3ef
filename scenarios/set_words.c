#include "scenarios/set_words.h"

#include "scenarios/making_words.h"

#include <string.h>

/* --- what is set ------------------------------------------------------------- */

/* Properties that are said after their number: "5 rooms". */
static const struct unit {
  const char *property, *one, *many;
} units[] = {
    {"rooms", "room", "rooms"},
    {"wte", "WTE", "WTE"},
    {"patients", "patient", "patients"},
    {"slots.new", "new patient a session", "new patients a session"},
    {"slots.follow_up", "follow-up a session", "follow-ups a session"},
    {"slots.fcp", "first contact a session", "first contacts a session"},
};

static const struct unit *unit_of(const char *property)
{
  for (size_t i = 0; i < G_N_ELEMENTS(units); i++)
    if (strcmp(units[i].property, property) == 0)
      return &units[i];
  return NULL;
}

static void append_name(const struct path *path, const char *id, GString *out)
{
  g_string_append(out, making_name(path->making, id));
}

/* The item of the list that is meant; NULL: all are. */
static const struct node *one_item(const struct path *path)
{
  return strstr(path->written->text, "[all]") ? NULL : path->item;
}

/* A rule by the name of its use, and with its line where there are several of it. */
static void append_rule(const struct path *path, const char *rule, GString *out)
{
  const struct node *body = one_item(path), *name = NULL;
  if (body && body->kind == NODE_MAP)
    name = node_get(body, "name");
  if (name && name->kind == NODE_SCALAR)
    g_string_append(out, name->text);
  else
    making_key_words(rule, out);
  if (body && strchr(path->written->text, '['))
    g_string_append_printf(out, " (%s:%d)", body->where.file, body->where.line);
}

/* "MSK clinic at Hove hub", or the line's own name. */
static void append_line(const struct path *path, const char *task, GString *out)
{
  const struct node *line = one_item(path);
  const struct node *name = line ? node_get(line, "name") : NULL;
  const struct node *at = line ? node_get(line, "at") : NULL;
  if (name)
    making_words(path->making, name, out);
  else
    append_name(path, task, out);
  if (!name && at) {
    g_string_append(out, " at ");
    making_words(path->making, at, out);
  }
}

/* Appends what the path is about, and returns what of it is set: a part of the path. */
static const char *append_subject(const struct path *path, GString *out)
{
  static const char month[] = "month.";
  const char *text = path->written->text;
  text += g_str_has_prefix(text, month) ? strlen(month) : 0;
  size_t length = strcspn(text, ".[");
  g_autofree char *section = g_strndup(text, length);
  const char *rest = text + length + (text[length] == '.');
  size_t id_length = strcspn(rest, ".[");
  g_autofree char *id = g_strndup(rest, id_length);
  const char *after = rest + id_length + (rest[id_length] == '.');
  static const char *const things[] = {"sites", "pcns", "tasks", "clinicians", NULL};
  if (g_strv_contains(things, section)) {
    append_name(path, id, out);
    return after;
  }
  if (strcmp(section, "rules") == 0)
    append_rule(path, id, out);
  else if (strcmp(section, "demand") == 0)
    append_line(path, id, out);
  else {
    making_key_words(section, out);
    return rest;
  }
  if (path->item && !one_item(path))
    g_string_append(out, ", each");
  return path->inside ? path->inside : "";
}

/* "open thu" of "open.thu" */
static void append_property(const char *property, GString *out)
{
  for (const char *at = property; *at; at++)
    if (*at != ']')
      g_string_append_c(out, strchr("._[", *at) ? ' ' : *at);
  g_string_append_c(out, ' ');
}

void set_words(const struct path *path, GString *out)
{
  const struct making *making = path->making;
  const char *property = append_subject(path, out);
  const struct unit *unit = unit_of(property);
  bool scalar = path->value->kind == NODE_SCALAR;
  if (!*property && scalar && strcmp(path->value->text, "off") == 0) {
    g_string_append(out, ": no more");
    return;
  }
  g_string_append(out, ": ");
  if (!unit && *property)
    append_property(property, out);
  making_words(making, path->value, out);
  if (unit)
    g_string_append_printf(out, " %s",
                           scalar && strcmp(path->value->text, "1") == 0 ? unit->one : unit->many);
  if (path->old && !node_is_empty(path->old)) {
    g_string_append(out, " instead of ");
    making_words(making, path->old, out);
  }
}

/* --- a ratio ----------------------------------------------------------------- */

static const char *const sides[] = {"generalist", "specialist", NULL};

static bool is_side(const struct path *path)
{
  return path->item && path->inside && g_str_has_prefix(path->written->text, "rules.ratio") &&
         g_strv_contains(sides, path->inside) && path->value->kind == NODE_SCALAR;
}

bool set_words_is_pair(const struct path *one, const struct path *two)
{
  return is_side(one) && is_side(two) && strcmp(one->inside, two->inside) != 0 &&
         one->item->where.line == two->item->where.line &&
         g_strcmp0(one->item->where.file, two->item->where.file) == 0;
}

static const char *text_of(const struct node *node)
{
  return node && node->kind == NODE_SCALAR ? node->text : "?";
}

/* The side as it is and as it was. */
struct side {
  const char *now, *before;
};

static struct side side_of(const char *name, const struct path *path, const struct path *other)
{
  if (strcmp(path->inside, name) == 0)
    return (struct side){text_of(path->value), text_of(path->old)};
  if (other)
    return (struct side){text_of(other->value), text_of(other->old)};
  const char *same = text_of(node_get(path->item, name));
  return (struct side){same, same};
}

bool set_words_ratio(const struct path *path, const struct path *other, GString *out)
{
  if (!is_side(path))
    return false;
  struct side generalist = side_of(sides[0], path, other);
  struct side specialist = side_of(sides[1], path, other);
  const struct node *each = node_get(path->item, "each");
  g_string_append_printf(out, "%s:%s becomes %s:%s, generalist to specialist, %s",
                         generalist.before, specialist.before, generalist.now, specialist.now,
                         strcmp(text_of(each), "person") == 0 ? "of each person"
                                                              : "of the service");
  return true;
}
