/* What the program does where the machine fails it: memory, threads, descriptors. */
#ifndef ROTA_COMMANDS_MACHINE_H
#define ROTA_COMMANDS_MACHINE_H

/* From now on, whatever the libraries can't go on from (no memory, no thread to be
 * started) ends the program with one line on standard error and EXIT_INTERNAL, instead
 * of a crash. A write to a full disk, to a pipe that nobody reads or past a limit is an
 * error for whoever writes, not a signal; and a stream that the program was started
 * without is one that can't be written to, not the next file to be opened. */
void machine_prepare(void);

#endif
