/* Every single number of the BOS input matters: changing any one of them changes a fact or is noticed by a rule.
 *
 * Numbers are the attributes of the data that hold one (dates, school years, keys and the retention period of
 * the archive are none), and the numbers that
 * sentences write out inside <getal>. Each is changed in the tree, everything is read and calculated again, and the
 * facts and findings must differ from those of the input as it is. */
#include "unit/small_input.h"

#include <ctype.h>

#include "calc/output.h"

/* Under the sanitizers, ten times slower, every twelfth number will do: the whole is done in the normal run. */
#ifdef __SANITIZE_ADDRESS__
enum { STEP = 12 };
#else
enum { STEP = 1 };
#endif

static Input *load(Arena *arena, Diagnostics *diagnostics) {
    int error = 0;
    Input *input = input_read(arena, "input/bos-2020-2021", NULL, diagnostics, &error);
    assert_non_null(input);
    return input;
}

/* Facts with their values and findings with their codes, as one text; places and formulas left out. */
static char *outcome(const Node *root) {
    Arena *arena = arena_new();
    Diagnostics *d = diagnostics_new();
    Buffer out = {0};
    Partnership *p = model_read(arena, root, d);
    Ledger *ledger = calc_run(arena, p, d);
    rules_run(p, root, ledger, figures_of_report(), d);
    for (size_t i = 0; i < ledger_count(ledger); i++) {
        const Fact *fact = ledger_at(ledger, i);
        buffer_printf(&out, "%s %s %s\n", fact->id, fact_status_name(fact->status),
                      fact->status == FACT_UNKNOWN ? "" : decimal_text(arena, fact->exact));
    }
    for (size_t i = 0; i < diagnostics_total(d); i++) {
        const Diagnostic *finding = diagnostics_at(d, i);
        buffer_printf(&out, "%s %s %s\n", finding->message->code, finding->acknowledged ? "accepted" : "", finding->arguments[1] ? finding->arguments[1] : "");
    }
    diagnostics_free(d);
    arena_free(arena);
    return out.data;
}

static bool is_number(const Attribute *attribute) {
    Decimal value;
    return strcmp(attribute->name, "sleutel") != 0 && strcmp(attribute->name, "bewaartermijn") != 0 && decimal_parse(attribute->value, &value);
}

static bool noticed(const Node *root, const char *before) {
    char *after = outcome(root);
    bool differs = strcmp(before, after) != 0;
    free(after);
    return differs;
}

static void test_attributes(void **state) {
    (void)state;
    Arena *arena = arena_new();
    Diagnostics *d = diagnostics_new();
    Input *input = load(arena, d);
    char *before = outcome(input->root);
    int tried = 0, missed = 0;
    NODE_EACH(top, input->root, NULL) {
        if (node_is(top, "voorwoord") || node_is(top, "samenvatting") || node_is(top, "hoofdstuk") || node_is(top, "bijlage"))
            continue;
        for (Node *n = top; n; n = node_walk(top, n, NULL))
            for (Attribute *a = n->attributes; a; a = a->next) {
                Decimal value;
                if (!is_number(a) || tried++ % STEP) continue;
                const char *original = a->value;
                decimal_parse(original, &value);
                a->value = decimal_text(arena, decimal_add(value, decimal_int(1)));
                if (!noticed(input->root, before)) {
                    missed++;
                    print_error("not noticed: %s:%d %s=\"%s\"\n", a->place.file, a->place.line, a->name, original);
                }
                a->value = original;
            }
    }
    print_message("%d numbers, one in %d changed\n", tried, STEP);
    free(before);
    diagnostics_free(d);
    arena_free(arena);
    assert_true(tried > 400);
    assert_int_equal(missed, 0);
}

static void test_sentences(void **state) {
    (void)state;
    Arena *arena = arena_new();
    Diagnostics *d = diagnostics_new();
    Input *input = load(arena, d);
    char *before = outcome(input->root);
    int tried = 0, missed = 0;
    for (Node *n = node_walk(input->root, input->root, "getal"); n; n = node_walk(input->root, n, "getal")) {
        Node *text = n->first;
        if (!text || text->kind != NODE_TEXT || !strpbrk(text->text, "0123456789")) continue;
        const char *original = text->text, *digit = strpbrk(original, "0123456789");
        text->text = arena_printf(arena, "%.*s9%s", (int)(digit - original), original, digit);
        tried++;
        if (!noticed(input->root, before)) {
            missed++;
            print_error("not noticed: %s:%d %s\n", n->place.file, n->place.line, original);
        }
        text->text = original;
    }
    free(before);
    diagnostics_free(d);
    arena_free(arena);
    assert_true(tried > 0);
    assert_int_equal(missed, 0);
}

static bool is_typed(const Node *text) {
    for (const Node *up = text->parent; up; up = up->parent)
        if (node_is(up, "getal") || node_is(up, "citaat") || node_is(up, "aanhaling") || node_is(up, "link") || node_is(up, "verwijzing")) return false;
    return true;
}

/* Numbers typed in the running text that count or measure something; dates, years, articles and the literature do not. */
static void test_typed(void **state) {
    (void)state;
    static const char *const nouns[] = {" eerstejaars", " studenten", " uren", " dag", " dagen", " aaneengesloten", "%"};
    Arena *arena = arena_new();
    Diagnostics *d = diagnostics_new();
    Input *input = load(arena, d);
    char *before = outcome(input->root);
    int tried = 0, missed = 0;
    for (Node *top = node_child(input->root, NULL); top; top = node_sibling(top, NULL)) {
        if (!node_is(top, "hoofdstuk") && !node_is(top, "bijlage")) continue;
        for (Node *e = top; e; e = node_walk(top, e, NULL))
            for (Node *n = e->first; n; n = n->next) {
                if (n->kind != NODE_TEXT || !is_typed(n)) continue;
                const char *original = n->text;
                for (const char *digit = original; (digit = strpbrk(digit, "0123456789")); digit += strspn(digit, "0123456789")) {
                    const char *after = digit + strspn(digit, "0123456789");
                    bool counts = false;
                    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++) counts |= strncmp(after, nouns[i], strlen(nouns[i])) == 0;
                    if (!counts || tried++ % STEP) continue;
                    n->text = arena_printf(arena, "%.*s7%s", (int)(digit - original), original, digit);
                    if (!noticed(input->root, before)) {
                        missed++;
                        print_error("not noticed: %s:%d %.30s\n", n->place.file, n->place.line, digit);
                    }
                    n->text = original;
                }
            }
    }
    free(before);
    diagnostics_free(d);
    arena_free(arena);
    assert_true(tried > 10);
    assert_int_equal(missed, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_attributes), cmocka_unit_test(test_sentences), cmocka_unit_test(test_typed)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
