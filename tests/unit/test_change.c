/* A change of several files: after a fault or a death at any moment all of them are old, or all of them new. */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/change.h"
#include "base/file.h"

static char folder[] = "/tmp/jaarverslag-test-XXXXXX";

static const char *path_of(const char *name) {
    static char path[4][200];
    static int turn;
    turn = (turn + 1) % 4;
    snprintf(path[turn], sizeof path[turn], "%s/%s", folder, name);
    return path[turn];
}

static void put(const char *name, const char *text) { assert_int_equal(file_write(path_of(name), text, strlen(text)), 0); }

static bool holds(const char *name, const char *text) {
    Buffer bytes = {0};
    int error = file_read(path_of(name), 1000, &bytes);
    bool same = text ? !error && strcmp(bytes.data, text) == 0 : error == ENOENT;
    buffer_free(&bytes);
    return same;
}

static const ChangedFile FILES[] = {{"a.xml", "new a", 5}, {"b.csv", "new b", 5}, {"c.csv", "new c", 5}};

static void begin(void) {
    put("a.xml", "old a");
    put("b.csv", "old b");
    unlink(path_of("c.csv"));
}

static bool is_old(void) { return holds("a.xml", "old a") && holds("b.csv", "old b") && holds("c.csv", NULL); }
static bool is_new(void) { return holds("a.xml", "new a") && holds("b.csv", "new b") && holds("c.csv", "new c"); }
static bool is_clean(void) { return access(path_of(".jaarverslag-wijziging"), F_OK) != 0; }

static void all_are_written(void **state) {
    (void)state;
    begin();
    assert_int_equal(chmod(path_of("a.xml"), 0640), 0);
    assert_int_equal(change_write(folder, FILES, 3, NULL), 0);
    assert_true(is_new() && is_clean());
    struct stat status;
    assert_int_equal(stat(path_of("a.xml"), &status), 0);
    assert_int_equal(status.st_mode & 0777, 0640);
}

static void a_fault_changes_nothing(void **state) {
    (void)state;
    int at = 1;
    for (int error = EIO; error; at++) {
        begin();
        change_fault_at(at, CHANGE_FAILS);
        error = change_write(folder, FILES, 3, NULL);
        change_fault_at(0, CHANGE_FAILS);
        if (error && !is_old()) fail_msg("after a fault at step %d", at);
        assert_true(error ? error == EIO : is_new());
        assert_true(is_clean());
    }
    assert_true(at > 10);
}

/* In a process of its own; the exit code is 99 when it died at that step. */
static int die_at(int step, bool recover) {
    pid_t child = fork();
    if (child == 0) {
        change_fault_at(step, CHANGE_DIES);
        _exit(recover ? change_recover(folder) : change_write(folder, FILES, 3, NULL));
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void a_death_is_settled_by_the_next_run(void **state) {
    (void)state;
    int olds = 0, news = 0;
    for (int at = 1, code = 99; code == 99; at++) {
        begin();
        code = die_at(at, false);
        for (int again = 1; die_at(again, true) == 99; again++) continue; /* the run that settles it dies too */
        assert_int_equal(change_recover(folder), 0);
        if (!is_old() && !is_new()) fail_msg("after a death at step %d", at);
        assert_true(is_clean());
        olds += is_old(), news += is_new();
    }
    assert_true(olds > 3 && news > 3);
}

/* A folder has the name of a file, and what was renamed before it goes back. */
static void what_cannot_be_written_is_told(void **state) {
    (void)state;
    const char *failed = NULL;
    begin();
    assert_int_equal(mkdir(path_of("c.csv"), 0777), 0);
    assert_int_equal(change_write(folder, FILES, 3, &failed), EISDIR);
    assert_string_equal(failed, "c.csv");
    assert_int_equal(rmdir(path_of("c.csv")), 0);
    assert_true(is_old() && is_clean());
    assert_int_equal(change_write("/tmp/jaarverslag-not-there", FILES, 3, NULL), ENOENT);
    assert_int_equal(change_recover("/tmp/jaarverslag-not-there"), 0);
}

/* Another run that lives is not disturbed. */
static void one_at_a_time(void **state) {
    (void)state;
    begin();
    int ready[2], done[2];
    assert_int_equal(pipe(ready) | pipe(done), 0);
    assert_int_equal(mkdir(path_of(".jaarverslag-wijziging"), 0777), 0);
    pid_t child = fork();
    if (child == 0) {
        int fd = open(path_of(".jaarverslag-wijziging"), O_RDONLY);
        char c = 0;
        if (fd < 0 || flock(fd, LOCK_EX) != 0 || write(ready[1], "x", 1) != 1 || read(done[0], &c, 1) != 1) _exit(1);
        _exit(0);
    }
    char c;
    assert_int_equal(read(ready[0], &c, 1), 1);
    assert_int_equal(change_write(folder, FILES, 3, NULL), EBUSY);
    assert_true(is_old());
    assert_int_equal(write(done[1], "x", 1), 1);
    assert_int_equal(waitpid(child, NULL, 0), child);
    assert_int_equal(change_write(folder, FILES, 3, NULL), 0);
    assert_true(is_new() && is_clean());
}

static int make_folder(void **state) {
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}
static int remove_folder(void **state) {
    (void)state;
    for (int i = 0; i < 3; i++) unlink(path_of(FILES[i].path));
    return rmdir(folder);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_are_written), cmocka_unit_test(a_fault_changes_nothing), cmocka_unit_test(a_death_is_settled_by_the_next_run),
        cmocka_unit_test(what_cannot_be_written_is_told), cmocka_unit_test(one_at_a_time)};
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
