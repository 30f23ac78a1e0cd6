/* The command line: picks the subcommand and gives its exit code. */
#ifndef COMMAND_COMMAND_H
#define COMMAND_COMMAND_H

#define VERSION "0.1"

/* Exit codes that users and scripts may rely on. */
typedef enum ExitCode {
    EXIT_DONE = 0,     /* warnings possible */
    EXIT_INPUT = 1,    /* the input has errors: all reported, nothing written */
    EXIT_USAGE = 2,    /* wrong use of the command line */
    EXIT_SYSTEM = 3,   /* cannot read, cannot write, disk full */
    EXIT_PARTLY = 4,   /* batch: some jobs failed */
    EXIT_INTERNAL = 5  /* a fault of the program */
} ExitCode;

/* Runs the program; the result is the exit code of the process. */
int command_main(int argc, char **argv);

/* Takes the places of standard streams that are closed, so that no file that is opened later gets what is meant for them. */
void streams_occupy(void);

/* From here on a crash is reported (what, where, with which arguments) and gives EXIT_INTERNAL. */
void crash_handlers(char **argv);

#endif
