#include "commands/command.h"
#include "commands/console.h"
#include "commands/load_rota.h"
#include "commands/output.h"
#include "commands/verdict.h"
#include "inputs/history_writer.h"
#include "model/provenance.h"

#include <stdio.h>
#include <string.h>

static const struct command_usage usage = {
    .name = "publish",
    .arguments = "DIR ROTA",
    .summary = "Freezes a verified rota into the service's history, for later months to look back.",
    .examples = "  rota publish sussex sussex/2027-01/rota.json\n",
    .details =
        "Writes DIR/history/MONTH.yaml: every assignment, each clinician's hours and\n"
        "satisfaction, and the hashes of the inputs, of the rota and of the month before, so\n"
        "that a changed past is noticed. A month is published once, in order: to publish it\n"
        "again, move its file away. A rota that breaks a hard rule or misstates itself is\n"
        "refused.\n",
    .least = 2,
    .most = 2,
};

static char *sha256_of_file(const char *path)
{
  g_autofree char *text = NULL;
  gsize length = 0;
  if (!g_file_get_contents(path, &text, &length, NULL))
    return NULL;
  return g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)text, length);
}

/* One hash for all that was read: of its paths and their hashes. */
static char *sha256_of_inputs(const struct load *load)
{
  g_autoptr(GArray) inputs = load_inputs(load);
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = 0; i < inputs->len; i++) {
    const struct provenance_input *input = &g_array_index(inputs, struct provenance_input, i);
    g_string_append_printf(text, "%s %s\n", input->sha256, input->path);
  }
  return g_compute_checksum_for_string(G_CHECKSUM_SHA256, text->str, (gssize)text->len);
}

/* The hash of the history file that comes before the month; NULL: none. */
static char *sha256_of_previous(const struct load *load, const char *directory)
{
  const struct history *history = &load->month->history;
  if (history->n_months == 0)
    return NULL;
  const char *file = history->months[history->n_months - 1].where.file;
  g_autofree char *path = g_build_filename(directory, file, NULL);
  return sha256_of_file(path);
}

/* Is nothing published that this month, or a later one, would contradict? */
static bool is_next(const char *folder, const char *month_id)
{
  g_autoptr(GDir) entries = g_dir_open(folder, 0, NULL);
  for (const char *name = NULL; entries && (name = g_dir_read_name(entries));) {
    int order = strncmp(name, month_id, strlen(month_id));
    if (!g_str_has_suffix(name, ".yaml") || order < 0)
      continue;
    if (order == 0)
      console_error("publish: %s is published already, in '%s/%s'; move it away to publish again",
                    month_id, folder, name);
    else
      console_error("publish: a month after %s is published already, in '%s/%s'", month_id, folder,
                    name);
    return false;
  }
  return true;
}

static int publish(const struct load_rota *rota, const char *directory, const char *path)
{
  const char *month_id = rota->load.month->id;
  g_autofree char *folder = g_build_filename(directory, "history", NULL);
  g_autofree char *name = g_strconcat(month_id, ".yaml", NULL);
  g_autofree char *target = g_build_filename(folder, name, NULL);
  if (!is_next(folder, month_id) || !output_is_free(target, false))
    return EXIT_USAGE;
  g_autofree char *sha256 = sha256_of_file(path), *inputs = sha256_of_inputs(&rota->load);
  g_autofree char *previous = sha256_of_previous(&rota->load, directory);
  struct history_seal seal = {ROTA_VERSION, inputs, sha256, previous};
  g_autofree char *text = history_write(rota->assessment, &seal);
  if (!output_make_folder(folder) || !output_write(target, text))
    return EXIT_USAGE;
  printf("published: %s\n", target);
  return EXIT_DONE;
}

int command_publish(int argc, char **argv)
{
  const GOptionEntry entries[] = {G_OPTION_ENTRY_NULL};
  int status;
  if (!command_parse(&usage, entries, &argc, &argv, &status))
    return status;
  struct load_rota rota;
  status = load_rota(&rota, usage.name, argv[1], argv[2], NULL);
  if (status == EXIT_DONE && verdict_is_good(&rota, argv[2])) {
    status = publish(&rota, argv[1], argv[2]);
  } else if (status == EXIT_DONE) {
    console_error("publish: '%s' is not published", argv[2]);
    status = EXIT_BROKEN;
  }
  load_rota_clear(&rota);
  return status;
}
