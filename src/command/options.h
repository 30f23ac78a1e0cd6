/* What all subcommands share: options, the language of messages, showing diagnostics. */
#ifndef COMMAND_OPTIONS_H
#define COMMAND_OPTIONS_H

#include "base/diagnostic.h"
#include "command/command.h"
#include "job/job.h"

enum { OPTIONS_MOST = 32 }; /* of one kind */

typedef struct Options {
    MessageLanguage language;
    const char *format;      /* --format */
    const char *withheld;    /* --withheld */
    const char *depth;       /* --depth */
    const char *template, *output, *recipient, *style, *dump, *table, *sheet, *previous;
    Profile profile;
    bool list, help, dry, replace, numbers, accepted;
    const char *templates[OPTIONS_MOST], *each[OPTIONS_MOST]; /* every -t, every --each */
    int template_count, each_count;
    const char *jobs, *shard, *timeout, *memory, *inputs_from; /* of batch, as given */
    bool resume, merge;
    char **arguments;        /* what is left: inputs, facts */
    int count;
} Options;

/* Which options a subcommand takes: letters of "f" format, "t" template, "o" output, "p" profile, "r" --for,
 * "s" --style, "d" --dump, "l" --list, "D" --depth, "T" --table, "S" --sheet, "n" --dry-run, "R" --replace, "N" --numbers, "a" --accepted, "v" --previous, "b" those of batch.
 * False (message given) on anything else. */
bool options_read(Options *options, int argc, char **argv, const char *takes);
/* A usage message in the language, and EXIT_USAGE. */
int usage_error(const Options *options, const char *dutch, const char *english, const char *what);
/* Sorts and prints diagnostics to standard error (text) or as JSON to stream: what the input accepted is counted, and
 * listed only when asked for. After more than one message a last line says how many, of how many files, and where to begin. */
void show(Diagnostics *diagnostics, const Options *options, bool json, FILE *json_stream);
/* Without an input: the current folder. */
void default_input(Options *options);
/* The exit code that goes with a job's result. */
int exit_of(JobResult result);
/* "-" is standard output; a failure is reported and gives EXIT_SYSTEM. */
int write_output(const Options *options, const char *path, const void *bytes, size_t size);
/* At the end of a command: what is still held is left to the system, which takes it back at once; freeing it piece by
 * piece would take longer than a phase of the work. It stays in sight, so that leak checkers find only what is lost. */
void leave(Resources *resources, Arena *arena);
/* The version; verbose: fonts and libraries too. An exit code. */
int print_version(const Options *options, bool verbose);
/* Every message of the program, for check --list. */
void list_messages(FILE *stream, MessageLanguage language);

int command_check(int argc, char **argv);
int command_render(int argc, char **argv);
int command_facts(int argc, char **argv);
int command_explain(int argc, char **argv);
int command_watch(int argc, char **argv);
int command_batch(int argc, char **argv);
int command_import(int argc, char **argv);
int command_new(int argc, char **argv);
int command_upgrade(int argc, char **argv);
int command_archive(int argc, char **argv);
int command_verify(int argc, char **argv);

#endif
