/* Picks the command. */
#include "base/memory.h"
#include "command/command.h"

int main(int argc, char **argv) {
    memory_start();
    crash_handlers(argv);
    return command_main(argc, argv);
}
