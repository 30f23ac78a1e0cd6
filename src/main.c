/* Picks the command. */
#include "command/command.h"

int main(int argc, char **argv) {
    streams_occupy();
    crash_handlers(argv);
    return command_main(argc, argv);
}
