/* The command line: picks the subcommand and gives its exit code. */
#include "command/command.h"

#include <stdio.h>
#include <string.h>

int command_main(int argc, char **argv) {
    if (argc > 1 && strcmp(argv[1], "--version") == 0) {
        puts("jaarverslag 0.1");
        return EXIT_DONE;
    }
    fputs("gebruik: jaarverslag OPDRACHT [OPTIES] INVOER\n", stderr);
    return EXIT_USAGE;
}
