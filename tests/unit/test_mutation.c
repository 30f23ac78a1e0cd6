/* Every single number of the BOS data is changed once: some rule must notice, or some fact must change. */
#include <ctype.h>
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "calc/calc.h"
#include "input/input.h"
#include "model/model.h"
#include "rules/rules.h"

static char folder[] = "/tmp/jaarverslag-mutation-XXXXXX";

static bool ends(const char *text, const char *end) {
    size_t n = strlen(text), m = strlen(end);
    return n >= m && strcmp(text + n - m, end) == 0;
}

/* Files with data, not narrative. */
static bool is_data(const char *name) {
    static const char *const narrative[] = {"hoofdstuk", "bijlage", "voorwoord", "samenvatting"};
    for (size_t i = 0; i < sizeof narrative / sizeof *narrative; i++)
        if (strncmp(name, narrative[i], strlen(narrative[i])) == 0) return false;
    return ends(name, ".xml") || ends(name, ".csv");
}

/* All facts and findings of the folder, as one text. */
static char *fingerprint(void) {
    Arena *arena = arena_new();
    Diagnostics *diagnostics = diagnostics_new();
    Buffer out = {0};
    int error = 0;
    Input *input = input_read(arena, folder, NULL, diagnostics, &error); /* digits stay digits: no schema needed */
    if (input) {
        Partnership *p = model_read(arena, input->root, diagnostics);
        Ledger *ledger = calc_run(arena, p, diagnostics);
        rules_run(p, input->root, ledger, diagnostics);
        for (size_t i = 0; i < ledger_count(ledger); i++) {
            const Fact *f = ledger_at(ledger, i);
            buffer_printf(&out, "%s=%s %s\n", f->id, fact_text(arena, f), fact_status_name(f->status));
        }
    }
    diagnostics_sort(diagnostics);
    for (size_t i = 0; i < diagnostics_total(diagnostics); i++) {
        const Diagnostic *d = diagnostics_at(diagnostics, i);
        buffer_printf(&out, "%s:%d %s\n", d->message->code, d->place.line, diagnostic_text(arena, d, MESSAGES_DUTCH));
    }
    diagnostics_free(diagnostics);
    arena_free(arena);
    return out.data;
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* The next number that is a whole attribute value or a whole cell; NULL after the last. Skips comments and the XML
 * declaration. */
static char *next_number(char *at, bool csv) {
    for (; *at; at++) {
        if (!csv && (strncmp(at, "<!--", 4) == 0 || strncmp(at, "<?", 2) == 0)) {
            char *end = strstr(at, at[1] == '?' ? "?>" : "-->");
            if (!end) return NULL;
            at = end;
        }
        bool start = csv ? *at == ';' : *at == '"' && at[-1] == '=';
        char *number = at + 1 + (at[1] == '-');
        if (!start || !is_digit(*number)) continue;
        char *end = number + strspn(number, "0123456789.");
        if (csv ? *end == ';' || *end == '\n' || *end == '\r' || !*end : *end == '"') return number;
    }
    return NULL;
}

/* Changes the last digit; a number of one digit 9 becomes 8. */
static void change(char *number) {
    char *last = number + strspn(number, "0123456789.") - 1;
    *last = *last == '9' ? '8' : (char)(*last + 1);
}

/* Without the care of file_write, whose flushing to disk would take most of the time. */
static void write_plainly(const char *path, const Buffer *bytes) {
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes->data, 1, bytes->size, f), bytes->size);
    assert_int_equal(fclose(f), 0);
}

static int mutate_file(const char *name, const char *before) {
    char path[512];
    Buffer bytes = {0};
    int missed = 0;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    assert_int_equal(file_read(path, 1 << 24, &bytes), 0);
    for (char *at = bytes.data; (at = next_number(at, ends(name, ".csv"))); at++) {
        char *last = at + strspn(at, "0123456789.") - 1, old = *last;
        change(at);
        write_plainly(path, &bytes);
        char *after = fingerprint();
        if (strcmp(before, after) == 0) {
            int line = 1;
            for (const char *c = bytes.data; c < at; c++) line += *c == '\n';
            fprintf(stderr, "%s:%d: a change of the number goes unnoticed\n", name, line);
            missed++;
        }
        free(after);
        *last = old;
        at = last;
    }
    write_plainly(path, &bytes);
    buffer_free(&bytes);
    return missed;
}

static void test_every_number_matters(void **state) {
    (void)state;
    char command[512];
    assert_non_null(mkdtemp(folder));
    snprintf(command, sizeof command, "cp input/bos-2020-2021/*.xml input/bos-2020-2021/*.csv %s", folder);
    assert_int_equal(system(command), 0);
    char *before = fingerprint();
    int missed = 0;
    DIR *listing = opendir(folder);
    assert_non_null(listing);
    for (struct dirent *entry; (entry = readdir(listing));)
        if (is_data(entry->d_name)) missed += mutate_file(entry->d_name, before);
    closedir(listing);
    free(before);
    snprintf(command, sizeof command, "rm -rf %s", folder);
    assert_int_equal(system(command), 0);
    assert_int_equal(missed, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_number_matters)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
