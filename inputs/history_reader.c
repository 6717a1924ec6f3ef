#include "inputs/history_reader.h"

#include "inputs/history_links.h"
#include "inputs/history_people.h"
#include "inputs/history_versions.h"
#include "inputs/month_folders.h"
#include "inputs/value.h"

#include <stdlib.h>
#include <string.h>

enum { MONTHS_MAX = 120, MINUTES_MAX = 1000000, VERSIONS_MAX = 10000 };

/* One file, and what is gathered from all of them. */
struct past {
  GArray *months;      /* struct past_month */
  GArray *accounts;    /* struct past_account */
  GArray *assignments; /* struct past_assignment */
  GArray *links;       /* struct history_link, one for each month */
  struct past_month month;
  bool newest;           /* of all that are published */
  GHashTable *strangers; /* ids that are no task or site now, each named once */
};

struct account_read {
  struct past_account account;
  const char *name; /* of then; NULL: not stated */
};

struct history_file {
  const char *month, *written_by, *inputs_sha256, *rota_sha256, *previous, *checksum;
  int published; /* a date */
  int version, same_as;
  const char *reason, *replaces;
  const struct node *period, *late, *inputs, *accounts, *assignments;
};

#define ACCOUNT(field) offsetof(struct account_read, account.field)
static const struct key account_keys[] = {
    {.name = "name", .read = key_text, .offset = offsetof(struct account_read, name)},
    {.name = "contract",
     .read = key_number,
     .offset = ACCOUNT(contract_minutes),
     .most = MINUTES_MAX,
     .required = true},
    {.name = "planned",
     .read = key_number,
     .offset = ACCOUNT(planned_minutes),
     .most = MINUTES_MAX,
     .required = true},
    {.name = "balance",
     .read = key_number,
     .offset = ACCOUNT(balance_minutes),
     .least = -MINUTES_MAX,
     .most = MINUTES_MAX,
     .required = true},
    {.name = "satisfaction", .read = key_number, .offset = ACCOUNT(satisfaction), .most = 100},
};
static const struct keys account_table = KEYS_OF("an account", account_keys);

#define FILE_KEY(key, reader, field)                                                               \
  {                                                                                                \
    .name = (key), .read = (reader), .offset = offsetof(struct history_file, field)                \
  }
static const struct key file_keys[] = {
    {.name = "month",
     .read = key_text,
     .offset = offsetof(struct history_file, month),
     .required = true},
    {.name = "period",
     .read = key_node,
     .offset = offsetof(struct history_file, period),
     .inside = &period_keys},
    FILE_KEY("written_by", key_text, written_by),
    FILE_KEY("published", key_date, published),
    FILE_KEY("inputs_sha256", key_text, inputs_sha256),
    FILE_KEY("rota_sha256", key_text, rota_sha256),
    {.name = "version",
     .read = key_number,
     .offset = offsetof(struct history_file, version),
     .least = 1,
     .most = VERSIONS_MAX},
    {.name = "same_as",
     .read = key_number,
     .offset = offsetof(struct history_file, same_as),
     .least = 1,
     .most = VERSIONS_MAX},
    FILE_KEY("reason", key_text, reason),
    FILE_KEY("replaces_sha256", key_text, replaces),
    FILE_KEY("previous_sha256", key_text, previous),
    {.name = "late",
     .read = key_node,
     .offset = offsetof(struct history_file, late),
     .inside = &history_late_keys},
    FILE_KEY("inputs", key_node, inputs),
    FILE_KEY("accounts", key_node, accounts),
    FILE_KEY("assignments", key_node, assignments),
    {.name = "checksum",
     .read = key_text,
     .offset = offsetof(struct history_file, checksum),
     .required = true},
};
const struct keys history_keys = KEYS_OF("a published month", file_keys);

/* Has the person, under another id, an account of this month already? */
static bool has_account(const struct past *past, const struct past_account *account)
{
  for (guint i = past->accounts->len; i-- > 0;) {
    const struct past_account *other = &g_array_index(past->accounts, struct past_account, i);
    if (other->month != account->month)
      return false;
    if (other->clinician == account->clinician)
      return true;
  }
  return false;
}

static void read_account(struct reader *reader, struct past *past, const struct node *id,
                         const struct node *value)
{
  struct account_read read = {.account = {.clinician = history_person(reader->service, id->text),
                                          .month = (int)past->months->len,
                                          .satisfaction = -1}};
  if (!reader_map(reader, value, &account_table, &read))
    return;
  history_person_check(reader, id, read.name, past->newest);
  if (read.account.clinician == NONE)
    return;
  if (has_account(past, &read.account))
    diagnostics_error(reader->diagnostics, id->where,
                      "'%s' has two accounts here, by 'was' in %s:%d",
                      reader->service->clinicians[read.account.clinician].id,
                      reader->service->clinicians[read.account.clinician].where.file,
                      reader->service->clinicians[read.account.clinician].where.line);
  else
    g_array_append_val(past->accounts, read.account);
}

static void read_accounts(struct reader *reader, struct past *past, const struct node *node)
{
  if (node_is_empty(node) || !reader_is_map(reader, node, "the accounts"))
    return;
  for (int i = 0; i < node->count; i++)
    read_account(reader, past, node->keys[i], node->items[i]);
}

/* "08:30-12:15", a word of a longer text, so that value_clocks can't read it. */
static bool read_times(const char *text, int *from, int *until)
{
  static const char shape[] = "dd:dd-dd:dd";
  if (strlen(text) != sizeof shape - 1)
    return false;
  for (size_t i = 0; shape[i]; i++)
    if (shape[i] == 'd' ? !g_ascii_isdigit(text[i]) : text[i] != shape[i])
      return false;
  *from = atoi(text) * 60 + atoi(text + 3);
  *until = atoi(text + 6) * 60 + atoi(text + 9);
  return *from < *until && *until <= 24 * 60;
}

/* Warns, in the newest of the published months, of an id that nothing has now. */
static void name_stranger(struct reader *reader, struct past *past, const struct node *node,
                          const char *id, const char *what)
{
  if (past->newest && g_hash_table_add(past->strangers, g_strdup(id)))
    diagnostics_warning(reader->diagnostics, node->where,
                        "'%s' is no %s now: what was published of it counts for no rule about "
                        "a %s, so that a new name for the old is better a new 'name'",
                        id, what, what);
}

/* "2026-12-01 am 08:30-12:15 fcp goldstone", with "extra" behind it where it was */
static void read_assignment(struct reader *reader, struct past *past, int clinician,
                            const struct node *node)
{
  const struct service *service = reader->service;
  g_auto(GStrv) words = g_strsplit(node->text ? node->text : "", " ", 6);
  struct past_assignment item = {.clinician = clinician};
  guint count = g_strv_length(words);
  item.extra = count == 6 && strcmp(words[5], "extra") == 0;
  if ((count != 5 && !item.extra) || !date_parse(words[0], &item.date) ||
      item.date < past->month.from || item.date > past->month.until ||
      !read_times(words[2], &item.from_minute, &item.to_minute)) {
    diagnostics_error(reader->diagnostics, node->where,
                      "expected a date of %s, a session, its times, a task and a site, found %s",
                      past->month.id, reader_describe(reader, node));
    return;
  }
  item.block = service_block(service, words[1]);
  item.task = service_task(service, words[3]);
  item.site = service_site(service, words[4]);
  if (item.task == NONE && !reader->lost[THING_TASK])
    name_stranger(reader, past, node, words[3], "task");
  if (item.site == NONE && !reader->lost[THING_SITE])
    name_stranger(reader, past, node, words[4], "site");
  g_array_append_val(past->assignments, item);
}

static void read_assignments(struct reader *reader, struct past *past, const struct node *node)
{
  if (node_is_empty(node) || !reader_is_map(reader, node, "the assignments"))
    return;
  for (int c = 0; c < node->count; c++) {
    int clinician = history_person(reader->service, node->keys[c]->text);
    const struct node *list = node->items[c];
    if (!reader_is_list(reader, list, "the assignments"))
      continue;
    for (int i = 0; i < list->count; i++)
      read_assignment(reader, past, clinician, list->items[i]);
  }
}

/* The checksum is of all that stands above it. */
static void compare_checksum(struct reader *reader, const struct source_file *file,
                             const char *stated)
{
  const char *line = g_strrstr(file->text, "checksum:");
  gssize above = line ? line - file->text
                      : -1; /* not found where the key is written with an escape: "check\u0073um" */
  g_autofree char *found = g_compute_checksum_for_string(G_CHECKSUM_SHA256, file->text, above);
  if (strcmp(found, stated) != 0)
    diagnostics_warning(reader->diagnostics, (struct where){file->path, 0, 0},
                        "changed since it was published");
}

/* The days of what is published there, by its name; false: they can't be known. */
static bool set_days(struct reader *reader, const struct node *tree, const struct node *period,
                     const char *id, struct past_month *out)
{
  int weeks = 0;
  struct where where = {out->where.file, 0, 0};
  g_strlcpy(out->id, id, sizeof out->id);
  month_id_parse(id, &out->from);
  if (!month_id_is_weeks(id)) {
    if (period)
      month_weeks_of_calendar(reader, node_get(tree, "period"), id);
  } else if (!period) {
    diagnostics_error(reader->diagnostics, where, "a period of how many weeks? it does not say");
    return false;
  } else if (!month_weeks_take(reader, period, id, &weeks)) {
    return false;
  }
  out->until = month_id_last(out->from, weeks);
  return true;
}

/* A day is of one rota. */
static void name_overlap(struct reader *reader, const char *path, const char *id)
{
  diagnostics_error(reader->diagnostics, (struct where){path, 0, 0},
                    "%s is published, and has days of %s", id, reader->month->name);
}

static void check_days(struct reader *reader, const struct past *past)
{
  const struct past_month *last = &past->month;
  if (last->from < reader->month->from && last->until >= reader->month->from)
    name_overlap(reader, last->where.file, last->id);
  for (guint i = 0; i < past->months->len; i++) {
    const struct past_month *other = &g_array_index(past->months, struct past_month, i);
    if (last->from <= other->until && other->from <= last->until)
      diagnostics_error(reader->diagnostics, last->where, "has days of %s, which is published too",
                        other->id);
  }
}

static void read_file(struct reader *reader, struct past *past, const char *path, const char *id)
{
  const struct source_file *file = source_read(reader->source, path, reader->diagnostics);
  const struct node *tree = file ? reader_tree(reader, path, NULL) : NULL;
  struct history_file read = {0};
  if (!tree || !reader_map(reader, tree, &history_keys, &read) || !read.month || !read.checksum)
    return;
  past->month = (struct past_month){.where = {arena_strdup(reader->arena, path), 0, 0}};
  if (!set_days(reader, tree, read.period, id, &past->month))
    return;
  check_days(reader, past);
  if (strcmp(read.month, past->month.id) != 0)
    diagnostics_error(reader->diagnostics, node_get(tree, "month")->where,
                      "the month '%s' in a file named for %s", read.month, past->month.id);
  if (read.accounts)
    read_accounts(reader, past, read.accounts);
  if (read.assignments)
    read_assignments(reader, past, read.assignments);
  compare_checksum(reader, file, read.checksum);
  struct history_link link = {.file = file, .previous = read.previous, .inputs = read.inputs};
  if (read.late)
    history_link_read_late(reader, read.late, &link);
  g_array_append_val(past->links, link);
  g_array_append_val(past->months, past->month);
}

static gint by_person_and_time(gconstpointer left, gconstpointer right)
{
  const struct past_assignment *a = left, *b = right;
  if (a->clinician != b->clinician)
    return a->clinician < b->clinician ? -1 : 1;
  if (a->date != b->date)
    return a->date < b->date ? -1 : 1;
  return (a->from_minute > b->from_minute) - (a->from_minute < b->from_minute);
}

static gint by_person_and_month(gconstpointer left, gconstpointer right)
{
  const struct past_account *a = left, *b = right;
  if (a->clinician != b->clinician)
    return a->clinician < b->clinician ? -1 : 1;
  return (a->month > b->month) - (a->month < b->month);
}

/* What a month carries on holds nothing of an earlier one that was published after it. */
static void carry_late_months(const struct past *past)
{
  struct past_account *all = (struct past_account *)(void *)past->accounts->data;
  const struct history_link *links = (const struct history_link *)(const void *)past->links->data;
  for (guint i = 1; i < past->accounts->len; i++)
    for (guint j = i; j-- > 0 && all[j].clinician == all[i].clinician;)
      if (links[all[j].month].late_after &&
          !history_link_has_read(&links[all[i].month], &links[all[j].month]))
        all[i].balance_minutes += all[j].planned_minutes - all[j].contract_minutes;
}

/* What a month carries on holds what one before it had then, and not what a new version of that
 * has: the difference is carried on as well. */
static void carry_new_versions(struct reader *reader, const struct past *past)
{
  struct past_account *all = (struct past_account *)(void *)past->accounts->data;
  const struct history_link *links = (const struct history_link *)(const void *)past->links->data;
  for (guint later = 1; later < past->links->len; later++)
    for (guint before = 0; before < later; before++) {
      const struct node *then =
          history_link_accounts_of_then(reader, &links[later], &links[before]);
      for (guint i = 1; then && i < past->accounts->len; i++)
        for (guint j = i; j-- > 0 && all[j].clinician == all[i].clinician;)
          if (all[i].month == (int)later && all[j].month == (int)before)
            all[i].balance_minutes += all[j].planned_minutes - all[j].contract_minutes -
                                      history_version_minutes(reader, then, all[i].clinician);
    }
}

static void hand_over(struct reader *reader, struct past *past, struct history *history)
{
  struct arena *arena = reader->month->arena;
  g_array_sort(past->assignments, by_person_and_time);
  g_array_sort(past->accounts, by_person_and_month);
  carry_late_months(past);
  carry_new_versions(reader, past);
  *history = (struct history){
      .months = arena_copy(arena, past->months->data, past->months->len, sizeof *history->months),
      .n_months = (int)past->months->len,
      .assignments = arena_copy(arena, past->assignments->data, past->assignments->len,
                                sizeof *history->assignments),
      .n_assignments = (int)past->assignments->len,
      .first = ARENA_NEW(arena, int, reader->service->n_clinicians + 1),
      .accounts =
          arena_copy(arena, past->accounts->data, past->accounts->len, sizeof *history->accounts),
      .n_accounts = (int)past->accounts->len,
  };
  for (int i = 0; i < history->n_assignments; i++)
    history->first[history->assignments[i].clinician + 1]++;
  for (int c = 0; c < reader->service->n_clinicians; c++)
    history->first[c + 1] += history->first[c];
}

static struct past past_new(void)
{
  return (struct past){
      .months = g_array_new(FALSE, FALSE, sizeof(struct past_month)),
      .accounts = g_array_new(FALSE, FALSE, sizeof(struct past_account)),
      .assignments = g_array_new(FALSE, FALSE, sizeof(struct past_assignment)),
      .links = g_array_new(FALSE, FALSE, sizeof(struct history_link)),
      .strangers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
  };
}

static void past_free(struct past *past)
{
  g_array_free(past->months, TRUE);
  g_array_free(past->accounts, TRUE);
  g_array_free(past->assignments, TRUE);
  g_array_free(past->links, TRUE);
  g_hash_table_unref(past->strangers);
}

void history_read(struct reader *reader)
{
  struct past past = past_new(), later = past_new();
  const struct month *month = reader->month;
  g_auto(GStrv) names = source_list(reader->source, "history", ".yaml");
  for (char **name = names; *name; name++) {
    int from;
    g_autofree char *path = g_strconcat("history/", *name, NULL);
    g_autofree char *id = g_strndup(*name, strlen(*name) - strlen(".yaml"));
    if (!month_id_parse(id, &from)) {
      diagnostics_error(reader->diagnostics, (struct where){path, 0, 0},
                        "a published month is named like 2026-12.yaml or 2026-12-07.yaml");
      continue;
    }
    if (from >= month->from) {
      if (from == month->until + 1)
        read_file(reader, &later, path, id);
      else if (from <= month->until && strcmp(id, month->id) != 0)
        name_overlap(reader, path, id);
      continue;
    }
    if (past.months->len == MONTHS_MAX) {
      diagnostics_error(reader->diagnostics, (struct where){path, 0, 0},
                        "more than %d published months", MONTHS_MAX);
      break;
    }
    past.newest = !name[1];
    read_file(reader, &past, path, id);
  }
  history_links_compare(reader, past.links);
  hand_over(reader, &past, &reader->month->history);
  hand_over(reader, &later, &reader->month->later);
  past_free(&past);
  past_free(&later);
}
