/* One process of the pool: starting it, its loop, the channel to it, its end. */
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "batch/pool.h"

enum { ANSWER_MOST = 256 << 20, SAID_MOST = 4096, PATIENCE = 1000 /* ms */ };

/* ---- in the process ---- */

static bool receive(int channel, void *to, size_t size) {
    for (char *at = to; size;) {
        ssize_t n = recv(channel, at, size, 0);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return false;
        at += n;
        size -= (size_t)n;
    }
    return true;
}

static bool send_all(int channel, const void *from, size_t size) {
    for (const char *at = from; size;) {
        ssize_t n = send(channel, at, size, MSG_NOSIGNAL);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return false;
        at += n;
        size -= (size_t)n;
    }
    return true;
}

/* A second line behind the watch that the caller keeps: twice the memory at most. A file that would become too large
 * is a failed write, not a death. */
static void limit_process(const PoolLimits *limits) {
    struct rlimit none = {0, 0}, memory;
    setrlimit(RLIMIT_CORE, &none);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) /* which map terabytes that they never touch */
    if (limits->memory && getrlimit(RLIMIT_DATA, &memory) == 0 && limits->memory < RLIM_INFINITY / 2) {
        if (memory.rlim_max == RLIM_INFINITY || memory.rlim_max > limits->memory * 2) memory.rlim_cur = limits->memory * 2;
        setrlimit(RLIMIT_DATA, &memory);
    }
#else
    (void)limits, (void)memory;
#endif
    signal(SIGXFSZ, SIG_IGN);
}

/* An interrupt from the keyboard reaches the whole group of processes; the caller alone decides what it means. */
static void own_signals(void) {
    signal(SIGINT, SIG_IGN);
    signal(SIGQUIT, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    signal(SIGTERM, SIG_DFL);
    signal(SIGPIPE, SIG_IGN);
}

static void own_streams(int errors) {
    int null = open("/dev/null", O_RDWR);
    if (null >= 0) {
        dup2(null, STDIN_FILENO);
        dup2(null, STDOUT_FILENO);
        if (null > STDERR_FILENO) close(null);
    }
    if (errors >= 0) dup2(errors, STDERR_FILENO);
}

__attribute__((noreturn)) static void live(int channel, const Work *work) {
    int32_t task;
    Buffer answer = {0};
    while (receive(channel, &task, sizeof task)) {
        answer.size = 0;
        work->run(work->data, task, &answer);
        uint32_t size = (uint32_t)answer.size;
        if (!send_all(channel, &size, sizeof size) || !send_all(channel, answer.data, answer.size)) break;
    }
    _exit(0);
}

/* ---- in the caller ---- */

bool process_start(Process *process, const Work *work, const PoolLimits *limits, const Process *others, int count) {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return false;
    int errors = memfd_create("errors", MFD_CLOEXEC);
    pid_t parent = getpid();
    fflush(NULL); /* or the child's copy would be written too */
    pid_t pid = fork();
    if (pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != parent) _exit(0); /* it died in between */
        close(ends[0]);
        for (int i = 0; i < count; i++)
            if (others[i].pid) {
                close(others[i].channel);
                if (others[i].errors >= 0) close(others[i].errors);
            }
        own_signals();
        own_streams(errors);
        limit_process(limits);
        live(ends[1], work);
    }
    int error = errno;
    close(ends[1]);
    if (pid < 0) {
        close(ends[0]);
        if (errors >= 0) close(errors);
        errno = error;
        return false;
    }
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    *process = (Process){.pid = pid, .channel = ends[0], .errors = errors, .task = -1, .group = -1};
    return true;
}

bool process_give(Process *process, int task) {
    int32_t number = task;
    process->task = task;
    process->answer.size = 0;
    /* what earlier tasks said is not about this one; place and file are shared with the process */
    if (process->errors >= 0 && ftruncate(process->errors, 0) == 0) lseek(process->errors, 0, SEEK_SET);
    return send(process->channel, &number, sizeof number, MSG_NOSIGNAL) == (ssize_t)sizeof number; /* an empty channel takes it */
}

/* An answer is its size in four bytes and then itself; when whole, those four are taken off. */
static int whole_answer(Buffer *answer) {
    uint32_t size;
    if (answer->size < sizeof size) return 0;
    memcpy(&size, answer->data, sizeof size);
    if (size > ANSWER_MOST) return -1;
    if (answer->size < sizeof size + size) return 0;
    memmove(answer->data, answer->data + sizeof size, size);
    answer->size = size;
    answer->data[size] = '\0';
    return 1;
}

int process_read(Process *process) {
    char block[65536];
    for (;;) {
        ssize_t n = recv(process->channel, block, sizeof block, 0);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0 && errno == EAGAIN) return 0;
        if (n <= 0) return -1;
        buffer_append(&process->answer, block, (size_t)n);
        int whole = whole_answer(&process->answer);
        if (whole) return whole;
    }
}

static void read_said(int errors, Buffer *said) {
    char block[SAID_MOST];
    ssize_t n = errors >= 0 ? pread(errors, block, sizeof block, 0) : 0;
    said->size = 0;
    buffer_append(said, block, n > 0 ? (size_t)n : 0);
}

/* Without a task it has nothing to lose, and it may have been stopped; with one it has closed its channel, so that it
 * is dying: of what, its status tells in a moment. */
static int wait_for_end(const Process *process) {
    int status = 0;
    pid_t ended = 0;
    for (int i = 0; process->task >= 0 && ended == 0 && i < PATIENCE; i++) {
        ended = waitpid(process->pid, &status, WNOHANG);
        if (ended == 0) nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
    }
    if (ended == process->pid) return status;
    kill(process->pid, SIGKILL);
    while (waitpid(process->pid, &status, 0) < 0 && errno == EINTR) {}
    return status;
}

int process_end(Process *process, Buffer *said) {
    close(process->channel);
    int status = wait_for_end(process);
    if (said) read_said(process->errors, said);
    if (process->errors >= 0) close(process->errors);
    buffer_free(&process->answer);
    *process = (Process){.task = -1, .group = -1, .channel = -1, .errors = -1};
    return status;
}

size_t process_memory(pid_t pid) {
    char path[64], text[128] = "";
    unsigned long resident = 0, shared = 0;
    snprintf(path, sizeof path, "/proc/%ld/statm", (long)pid);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return 0;
    ssize_t n = read(fd, text, sizeof text - 1);
    close(fd);
    if (n <= 0 || sscanf(text, "%*u %lu %lu", &resident, &shared) != 2 || shared > resident) return 0;
    return (size_t)(resident - shared) * (size_t)sysconf(_SC_PAGESIZE);
}
