/* Standard streams that are closed when the program starts. */
#include <fcntl.h>
#include <unistd.h>

#include "command/command.h"

/* The wrong way round on purpose: what is read from or written to them fails, as it should. */
void streams_occupy(void) {
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd) _exit(EXIT_SYSTEM);
}
