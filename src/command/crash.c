/* Internal errors: what and where on standard error, then exit code 5; never a silent death by signal. */
#include <execinfo.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "command/command.h"

static char **arguments;

static void say(const char *text) {
    ssize_t written = write(STDERR_FILENO, text, strlen(text));
    (void)written; /* nothing can be done about it here */
}

/* Only calls that are safe in a signal handler. */
static void crashed(int number) {
    static volatile sig_atomic_t again;
    if (again) _exit(EXIT_INTERNAL);
    again = 1;
    say("jaarverslag: interne fout (internal error): ");
    say(number == SIGSEGV || number == SIGBUS ? "ongeldig geheugenadres (invalid address)"
        : number == SIGFPE                    ? "onmogelijke berekening (arithmetic)"
                                              : "afgebroken (aborted)");
    say("\n  ");
    for (char **argument = arguments; argument && *argument; argument++) {
        say(*argument);
        say(" ");
    }
    say("\n");
    void *frames[32];
    backtrace_symbols_fd(frames, backtrace(frames, 32), STDERR_FILENO);
    say("Dit ligt aan het programma, niet aan u. Meld het met deze regels en, als het mag, de invoer.\n"
        "This is a fault of the program. Please report it with these lines and, if you may, the input.\n");
    _exit(EXIT_INTERNAL);
}

void crash_handlers(char **argv) {
#if !defined(__SANITIZE_ADDRESS__)
    static char stack[65536]; /* a stack that is full cannot be used to say so */
    stack_t other = {.ss_sp = stack, .ss_size = sizeof stack};
    static const int signals[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
    void *frame;
    arguments = argv;
    backtrace(&frame, 1); /* loads what it needs now */
    if (sigaltstack(&other, NULL) != 0) return;
    struct sigaction action = {.sa_handler = crashed, .sa_flags = SA_ONSTACK};
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) sigaction(signals[i], &action, NULL);
#else
    arguments = argv;
    (void)crashed;
#endif
}
