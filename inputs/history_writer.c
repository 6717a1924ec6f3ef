#include "inputs/history_writer.h"

#include "model/problem.h"

/* In quotes: people, files and reasons have the words they have. */
static void write_quoted(GString *out, const char *text)
{
  g_string_append_c(out, '"');
  for (; *text; text++)
    if (*text == '"' || *text == '\\' || g_ascii_iscntrl(*text))
      g_string_append_printf(out, "\\x%02x", (guint)(guchar)*text);
    else
      g_string_append_c(out, *text);
  g_string_append_c(out, '"');
}

char *history_version_lines(int number, const char *reason, const char *replaces_sha256,
                            int same_as)
{
  GString *out = g_string_new(NULL);
  if (number < 2)
    return g_string_free(out, FALSE);
  g_string_append_printf(out, "version: %d\nreason: ", number);
  write_quoted(out, reason);
  g_string_append_printf(out, "\nreplaces_sha256: %s\n", replaces_sha256);
  if (same_as)
    g_string_append_printf(out, "same_as: %d\n", same_as);
  return g_string_free(out, FALSE);
}

static void write_seal(GString *out, const struct problem *problem, const struct history_seal *seal)
{
  const struct month *month = problem->month;
  g_autofree char *period =
      month->weeks > 0 ? g_strdup_printf("period: {from: %s, weeks: %d}\n", month->id, month->weeks)
                       : g_strdup("");
  g_string_append_printf(
      out,
      "# The published rota of %s. Written by `rota publish`: later months look back\n"
      "# at it, and notice when it has changed. Read it with `rota history`.\n"
      "month: %s\n"
      "%s"
      "written_by: rota %s\n"
      "published: %s\n"
      "inputs_sha256: %s\n"
      "rota_sha256: %s\n",
      month->name, month->id, period, seal->version, seal->published, seal->inputs_sha256,
      seal->rota_sha256);
  g_autofree char *version =
      history_version_lines(seal->number, seal->reason, seal->replaces_sha256, 0);
  g_string_append(out, version);
  if (seal->previous_sha256)
    g_string_append_printf(out, "previous_sha256: %s\n", seal->previous_sha256);
  if (seal->late)
    g_string_append_printf(out, "late: {on: %s, after: %s, after_sha256: %s}\n", seal->late->on,
                           seal->late->after, seal->late->after_sha256);
}

static void write_inputs(GString *out, const struct history_seal *seal)
{
  g_string_append(out,
                  "\n# All that was read, and its hashes: what changes later is noticed.\n"
                  "inputs:\n");
  for (int i = 0; i < seal->n_inputs; i++) {
    g_string_append(out, "  ");
    write_quoted(out, seal->inputs[i].path);
    g_string_append_printf(out, ": %s\n", seal->inputs[i].sha256);
  }
}

/* Minutes owed and worked in the month, and those carried out of it. */
static void write_account(GString *out, const struct assessment *assessment, int clinician)
{
  const struct person_figures *person = &assessment->people[clinician];
  const struct clinician *who = &assessment->problem->service->clinicians[clinician];
  g_string_append_printf(out, "  %s: {name: ", who->id);
  write_quoted(out, who->name);
  g_string_append_printf(out, ", contract: %d, planned: %d, balance: %d", person->contract_minutes,
                         person->minutes - person->extra_minutes, person->balance_minutes);
  if (person->satisfaction_percent >= 0)
    g_string_append_printf(out, ", satisfaction: %d", person->satisfaction_percent);
  g_string_append(out, "}\n");
}

static void write_assignments(GString *out, const struct assessment *assessment, int clinician)
{
  const struct problem *problem = assessment->problem;
  const struct service *service = problem->service;
  const struct rota *rota = assessment->rota;
  const struct assignment *item = rota->items + rota->cell[clinician * rota->n_slots];
  const struct assignment *end = rota->items + rota->cell[(clinician + 1) * rota->n_slots];
  if (item == end)
    return;
  g_string_append_printf(out, "  %s:\n", service->clinicians[clinician].id);
  for (; item < end; item++) {
    const struct slot *slot = &problem->month->slots[item->slot];
    const struct block *block = &service->blocks[slot->block];
    char date[DATE_TEXT_SIZE];
    g_string_append_printf(out, "    - %s %s %02d:%02d-%02d:%02d %s %s%s\n",
                           date_format(slot->date, date), block->id, block->from_minute / 60,
                           block->from_minute % 60, block->to_minute / 60, block->to_minute % 60,
                           service->tasks[item->task].id, service->sites[item->site].id,
                           problem_is_extra(problem, clinician, item->slot) ? " extra" : "");
  }
}

char *history_write(const struct assessment *assessment, const struct history_seal *seal)
{
  const struct problem *problem = assessment->problem;
  GString *out = g_string_new(NULL);
  write_seal(out, problem, seal);
  write_inputs(out, seal);
  g_string_append(out,
                  "\n# Minutes owed by contract, worked, and carried into the next month (over is\n"
                  "# positive); satisfaction with the preferences asked for, in percent.\n"
                  "accounts:\n");
  for (int c = 0; c < problem->service->n_clinicians; c++)
    write_account(out, assessment, c);
  g_string_append(
      out, "\n# date, session, times, task, site; extra: beyond any contract\nassignments:\n");
  for (int c = 0; c < problem->service->n_clinicians; c++)
    write_assignments(out, assessment, c);
  g_autofree char *checksum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, out->str, -1);
  g_string_append_printf(out, "checksum: %s\n", checksum);
  return g_string_free(out, FALSE);
}
