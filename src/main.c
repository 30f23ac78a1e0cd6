/* Picks the command. */
#include "command/command.h"

int main(int argc, char **argv) {
    crash_handlers(argv);
    return command_main(argc, argv);
}
