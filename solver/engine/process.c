#include "solver/engine/process.h"

#include "solver/engine/workplace.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

enum {
  LOOK_EVERY_MS = 50,
  LINE_MOST = 4096,
  BYTES_MOST = 1 << 28, /* of files and of output: a quarter of a GiB */
};

struct running {
  const struct process_request *request;
  GPid pid;
  int output;
  GString *line;
  gint64 heard;  /* bytes of output */
  clockid_t cpu; /* the clock of its CPU time; valid if has_cpu */
  bool has_cpu;
  double seconds;   /* of CPU time, when it last did something */
  gint64 active_us; /* and when that was */
};

/* In the child, before the program starts: only calls that are safe after fork. */
static void set_up(gpointer data)
{
  (void)data;
  setpgid(0, 0);
  const struct rlimit size = {BYTES_MOST, BYTES_MOST}, none = {0, 0};
  setrlimit(RLIMIT_FSIZE, &size);
  setrlimit(RLIMIT_CORE, &none);
#ifdef __linux__
  prctl(PR_SET_PDEATHSIG, SIGKILL); /* however this program ends */
#endif
}

static bool start(struct running *running)
{
  const GSpawnFlags flags = G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDERR_TO_DEV_NULL;
  return g_spawn_async_with_pipes(running->request->folder, running->request->argv, NULL, flags,
                                  set_up, NULL, &running->pid, NULL, &running->output, NULL, NULL);
}

/* Takes in what was read, and tells the lines that are whole. */
static void hear(struct running *running, const char *bytes, gssize count)
{
  running->heard += count;
  running->active_us = g_get_monotonic_time();
  for (gssize k = 0; k < count; k++) {
    if (bytes[k] != '\n') {
      if (running->line->len < LINE_MOST)
        g_string_append_c(running->line, bytes[k]);
      continue;
    }
    running->request->told(running->request->context, running->line->str);
    g_string_truncate(running->line, 0);
  }
}

/* Waits a moment for output. False: there will be none. */
static bool listen_once(struct running *running)
{
  struct pollfd waiting = {.fd = running->output, .events = POLLIN};
  int ready = poll(&waiting, 1, LOOK_EVERY_MS);
  if (ready == 0 || (ready < 0 && errno == EINTR))
    return true;
  char bytes[LINE_MOST];
  gssize count = read(running->output, bytes, sizeof bytes);
  if (count > 0)
    hear(running, bytes, count);
  return count > 0 || (count < 0 && errno == EINTR);
}

static double cpu_seconds(const struct running *running)
{
  struct timespec used;
  if (!running->has_cpu || clock_gettime(running->cpu, &used) != 0)
    return 0;
  return (double)used.tv_sec + (double)used.tv_nsec / 1e9;
}

/* Notes whether it does something. A machine that others use may be slow to let it: its CPU time
 * is what counts. */
static void look_at_work(struct running *running)
{
  double seconds = cpu_seconds(running);
  if (seconds <= running->seconds)
    return;
  running->seconds = seconds;
  running->active_us = g_get_monotonic_time();
}

/* Is there a reason to end it? PROCESS_DONE: none. */
static enum process_end reason_to_end(struct running *running)
{
  const struct process_request *request = running->request;
  gint64 now = g_get_monotonic_time();
  look_at_work(running);
  if (request->ended && request->ended(request->context))
    return PROCESS_UNWANTED;
  if (request->deadline_us > 0 && now >= request->deadline_us)
    return PROCESS_LATE;
  if (now - running->active_us > (gint64)PROCESS_IDLE_SECONDS * G_USEC_PER_SEC)
    return PROCESS_HANGING;
  if (request->cpu_seconds > 0 && running->seconds > request->cpu_seconds)
    return PROCESS_ENDLESS;
  if (running->heard > BYTES_MOST || workplace_size(request->folder) > BYTES_MOST)
    return PROCESS_TOO_LARGE;
  return PROCESS_DONE;
}

/* Has it ended? It is not reaped by that, so its number stays its own. */
static bool has_ended(GPid pid)
{
  siginfo_t found = {0};
  return waitid(P_PID, (id_t)pid, &found, WEXITED | WNOHANG | WNOWAIT) != 0 || found.si_pid == pid;
}

/* Ends its group, so that nothing that it began stays, and waits for it. True: it had ended by
 * itself, with a status that may be. */
static bool reap(struct running *running, bool by_itself)
{
  while (by_itself && !has_ended(running->pid) && reason_to_end(running) == PROCESS_DONE)
    g_usleep(1000);
  kill(-running->pid, SIGKILL);
  kill(running->pid, SIGKILL); /* where it has no group yet */
  int status = -1;
  while (waitpid(running->pid, &status, 0) < 0 && errno == EINTR)
    continue;
  return WIFEXITED(status) && WEXITSTATUS(status) <= running->request->worst_status;
}

enum process_end process_run(const struct process_request *request)
{
  struct running running = {.request = request, .line = g_string_new(NULL)};
  enum process_end end = PROCESS_FAILED;
  if (start(&running)) {
    running.has_cpu = clock_getcpuclockid(running.pid, &running.cpu) == 0;
    running.active_us = g_get_monotonic_time();
    do
      end = reason_to_end(&running);
    while (end == PROCESS_DONE && listen_once(&running));
    if (!reap(&running, end == PROCESS_DONE) && end == PROCESS_DONE)
      end = PROCESS_FAILED;
    g_spawn_close_pid(running.pid);
    close(running.output);
  }
  g_string_free(running.line, TRUE);
  return end;
}
