/* Reads the options of every subcommand by GNU conventions. */
#include "command/options.h"

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "job/messages.h"

static MessageLanguage language_of_environment(void) {
    static const char *const NAMES[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        const char *value = getenv(NAMES[i]);
        if (value && *value) return !strncmp(value, "en", 2) ? MESSAGES_ENGLISH : MESSAGES_DUTCH;
    }
    return MESSAGES_DUTCH;
}

int usage_error(const Options *o, const char *dutch, const char *english, const char *what) {
    bool en = o->language == MESSAGES_ENGLISH;
    fprintf(stderr, "jaarverslag: %s%s%s\n", en ? english : dutch, what ? ": " : "", what ? what : "");
    fprintf(stderr, en ? "See `jaarverslag --help`.\n" : "Zie ‘jaarverslag --help’.\n");
    return EXIT_USAGE;
}

static bool read_profile(Options *o, const char *name) {
    static const char *const NAMES[] = {"archive", "archive-3", "draft"};
    for (int i = 0; i < 3; i++)
        if (!strcmp(name, NAMES[i])) {
            o->profile = (Profile)i;
            return true;
        }
    usage_error(o, "onbekend profiel (archive, archive-3 of draft)", "unknown profile (archive, archive-3 or draft)", name);
    return false;
}

enum { OF_BATCH = 1000 };

static bool keep(Options *o, const char **list, int *count, const char *value) {
    if (*count == OPTIONS_MOST) return usage_error(o, "te vaak dezelfde optie", "too many of the same option", value), false;
    list[(*count)++] = value;
    return true;
}

static bool taken(const char *takes, int letter) {
    if (letter == 'L' || letter == 'h') return true;
    return strchr(takes, letter == 'j' || letter >= OF_BATCH ? 'b' : letter) != NULL;
}

static bool read_one(Options *o, int letter, const char *value) {
    switch (letter) {
    case 'f': o->format = value; return true;
    case 't': o->template = value; return keep(o, o->templates, &o->template_count, value);
    case 'o': o->output = value; return true;
    case 'r': o->recipient = value; return true;
    case 's': o->style = value; return true;
    case 'd': o->dump = value; return true;
    case 'v': o->previous = value; return true;
    case 'l': o->list = true; return true;
    case 'N': o->numbers = true; return true;
    case 'D': o->depth = value; return true;
    case 'a': o->accepted = true; return true;
    case 'T': o->table = value; return true;
    case 'S': o->sheet = value; return true;
    case 'R': o->replace = true; return true;
    case 'n': o->dry = true; return true;
    case 'w': o->withheld = value; return true;
    case 'h': o->help = true; return true;
    case 'p': return read_profile(o, value);
    case 'j': o->jobs = value; return true;
    case OF_BATCH + 'e': return keep(o, o->each, &o->each_count, value);
    case OF_BATCH + 's': o->shard = value; return true;
    case OF_BATCH + 't': o->timeout = value; return true;
    case OF_BATCH + 'm': o->memory = value; return true;
    case OF_BATCH + 'f': o->inputs_from = value; return true;
    case OF_BATCH + 'r': o->resume = true; return true;
    case OF_BATCH + 'M': o->merge = true; return true;
    case 'L':
        if (!strcmp(value, "nl") || !strcmp(value, "en")) {
            o->language = value[0] == 'e' ? MESSAGES_ENGLISH : MESSAGES_DUTCH;
            return true;
        }
        usage_error(o, "onbekende taal (nl of en)", "unknown language (nl or en)", value);
        return false;
    default: return false;
    }
}

bool options_read(Options *o, int argc, char **argv, const char *takes) {
    static const struct option ALL[] = {
        {"format", required_argument, NULL, 'f'}, {"template", required_argument, NULL, 't'},
        {"output", required_argument, NULL, 'o'}, {"withheld", required_argument, NULL, 'w'}, {"profile", required_argument, NULL, 'p'},
        {"for", required_argument, NULL, 'r'},    {"style", required_argument, NULL, 's'},
        {"dump", required_argument, NULL, 'd'},   {"list", no_argument, NULL, 'l'}, {"numbers", no_argument, NULL, 'N'}, {"depth", required_argument, NULL, 'D'}, {"accepted", no_argument, NULL, 'a'},
        {"table", required_argument, NULL, 'T'},  {"sheet", required_argument, NULL, 'S'},
        {"dry-run", no_argument, NULL, 'n'},     {"replace", no_argument, NULL, 'R'}, {"previous", required_argument, NULL, 'v'},
        {"lang", required_argument, NULL, 'L'},   {"help", no_argument, NULL, 'h'},
        {"jobs", required_argument, NULL, 'j'},   {"each", required_argument, NULL, OF_BATCH + 'e'},
        {"shard", required_argument, NULL, OF_BATCH + 's'}, {"timeout", required_argument, NULL, OF_BATCH + 't'},
        {"memory", required_argument, NULL, OF_BATCH + 'm'}, {"inputs-from", required_argument, NULL, OF_BATCH + 'f'},
        {"resume", no_argument, NULL, OF_BATCH + 'r'}, {"merge", no_argument, NULL, OF_BATCH + 'M'},
        {NULL, 0, NULL, 0}};
    *o = (Options){.language = language_of_environment()};
    opterr = 0;
    optind = 1;
    int letter;
    while ((letter = getopt_long(argc, argv, "t:o:j:hn", ALL, NULL)) != -1) {
        const char *given = argv[optind - 1];
        if (letter == '?') return usage_error(o, "onbekende of onvolledige optie", "unknown or incomplete option", given), false;
        if (!taken(takes, letter))
            return usage_error(o, "deze opdracht kent die optie niet", "this command does not take that option", given), false;
        if (!read_one(o, letter, optarg)) return false;
    }
    o->arguments = argv + optind;
    o->count = argc - optind;
    return true;
}


void default_input(Options *o) {
    static char here[] = ".", *folder[] = {here, NULL};
    if (o->count) return;
    o->arguments = folder;
    o->count = 1;
}

int exit_of(JobResult result) {
    return result == JOB_DONE ? EXIT_DONE : result == JOB_SYSTEM ? EXIT_SYSTEM : result == JOB_USAGE ? EXIT_USAGE : EXIT_INPUT;
}

int write_output(const Options *o, const char *path, const void *bytes, size_t size) {
    int error = file_write(path, bytes, size);
    if (error == 0) return EXIT_DONE;
    Diagnostics *d = diagnostics_new();
    diagnostics_report(d, &S103_CANNOT_WRITE, (Place){path, 0, 0}, (Report){.arguments = {error_words(error)}});
    diagnostics_print(d, stderr, o->language);
    diagnostics_free(d);
    return EXIT_SYSTEM;
}

void leave(Resources *resources, Arena *arena) {
    static Resources *volatile left __attribute__((used));
    static Arena *volatile left_too __attribute__((used));
    resources_settle(resources);
    left = resources;
    left_too = arena;
}
