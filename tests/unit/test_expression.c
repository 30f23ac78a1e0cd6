/* The ledger: sums, differences, shares and thresholds over what is known, partly known and unknown; units, forms, overflow. */
#include "unit/calc_input.h"

#include <jansson.h>

#include "calc/messages.h"
#include "calc/output.h"

/* ---- the ledger ---- */

static Expression *unknown(Arena *a) {
    return expression_cell(a, "aantal", "studenten", DECIMAL_ZERO, false, HERE);
}

static void test_sum_is_partial(void **state) {
    (void)state;
    Arena *a = arena_new();
    Ledger *l = ledger_new(a);
    ledger_add(l, unknown(a), 0, "X", "x");
    Expression *sum = expression_sum(a, NULL);
    expression_add(a, sum, ledger_part(l, "x"));
    expression_add(a, sum, ledger_part(l, "x")); /* twice is once */
    expression_add(a, sum, ledger_part(l, "y")); /* there is none */
    expression_add(a, sum, cell(a, "studenten", 5));
    const Fact *made = ledger_add(l, sum, 0, "Som", "som");
    assert_int_equal(made->status, FACT_PARTIAL);
    assert_string_equal(fact_text(a, made), "5");
    assert_string_equal(made->formula, "x + aantal");
    assert_string_equal(made->unit, "studenten");
    assert_int_equal(made->counts, COUNTS_PERSONS);
    assert_int_equal(made->missing_count, 1);
    assert_string_equal(made->missing[0], "x");
    assert_int_equal(made->source_count, 1);
    assert_int_equal(ledger_add(l, expression_difference(a, ledger_part(l, "som"), ledger_part(l, "x")), 0, "Verschil", "verschil")->status, FACT_UNKNOWN);
    assert_string_equal(fact_text(a, ledger_get(l, "verschil")), "");
    assert_null(ledger_add(l, expression_difference(a, ledger_part(l, "som"), ledger_part(l, "y")), 0, "Niets", "niets"));
    const Fact *none = ledger_add(l, expression_sum(a, "school.*.studenten"), 0, "Leeg", "leeg");
    assert_string_equal(fact_text(a, none), "0");
    assert_string_equal(none->formula, "niets om op te tellen");
    arena_free(a);
}

/* A threshold on what is partly unknown: known when every possible value gives the same answer. */
static void test_thresholds(void **state) {
    (void)state;
    Arena *a = arena_new();
    Ledger *l = ledger_new(a);
    Expression *sum = expression_of_one(expression_sum(a, NULL));
    expression_add(a, sum, cell(a, "studenten", 30));
    expression_add(a, sum, unknown(a));
    const Fact *total = ledger_add(l, sum, 0, "Locatie", "locatie");
    assert_int_equal(total->status, FACT_UNKNOWN); /* of one location */
    static const struct {
        int64_t from;
        const char *above, *step;
        FactStatus status;
    } cases[] = {{25, "1", "2", FACT_KNOWN}, {30, "1", "2", FACT_KNOWN}, {31, "", "", FACT_UNKNOWN}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Expression *above = expression_compare(a, ledger_part(l, "locatie"), AT_LEAST, cell(a, "studenten", cases[i].from));
        Expression *step = expression_step(a, ledger_part(l, "locatie"), cell(a, "", 0));
        expression_add_step(a, step, (StepRow){NULL, NULL, cell(a, "", 1), HERE});
        expression_add_step(a, step, (StepRow){cell(a, "studenten", cases[i].from), NULL, cell(a, "", 2), HERE});
        const Fact *is = ledger_add(l, above, 0, "Boven", arena_printf(a, "boven%zu", i)), *row = ledger_add(l, step, 0, "Trede", arena_printf(a, "trede%zu", i));
        assert_int_equal(is->status, cases[i].status);
        assert_string_equal(fact_text(a, is), cases[i].above);
        assert_int_equal(row->status, cases[i].status);
        assert_string_equal(fact_text(a, row), cases[i].step);
    }
    int order = 0;
    assert_true(fact_compare(total, fraction_of(decimal_int(29)), &order));
    assert_int_equal(order, 1);
    assert_false(fact_compare(total, fraction_of(decimal_int(30)), &order)); /* it can be 30, and more */
    Expression *rest = expression_of(a, EXPRESSION_LARGEST, expression_difference(a, cell(a, "studenten", 20), ledger_part(l, "locatie")), cell(a, "studenten", 0));
    assert_string_equal(fact_text(a, ledger_add(l, rest, 0, "Tekort", "tekort")), "0"); /* 20 less at least 30 */
    arena_free(a);
}

/* Two sums over rows are compared over the rows that both know. */
static void test_pairs(void **state) {
    (void)state;
    Arena *a = arena_new();
    Ledger *l = ledger_new(a);
    Expression *left = expression_sum(a, NULL), *right = expression_sum(a, NULL);
    ledger_add(l, unknown(a), 0, "A", "a.studenten");
    ledger_add(l, cell(a, "studenten", 8), 0, "B", "b.studenten");
    ledger_add(l, cell(a, "leerlingen", 500), 0, "A", "a.leerlingen");
    ledger_add(l, cell(a, "leerlingen", 100), 0, "B", "b.leerlingen");
    expression_add_row(a, left, "a", ledger_part(l, "a.studenten"));
    expression_add_row(a, left, "b", ledger_part(l, "b.studenten"));
    expression_add_row(a, right, "a", ledger_part(l, "a.leerlingen"));
    expression_add_row(a, right, "b", ledger_part(l, "b.leerlingen"));
    ledger_add(l, left, 0, "Studenten", "studenten");
    ledger_add(l, right, 0, "Leerlingen", "leerlingen");
    const Expression *s = ledger_part(l, "studenten"), *p = ledger_part(l, "leerlingen");
    const Fact *share = ledger_add(l, expression_paired(a, s, p, expression_share(a, expression_side(a, s, true), expression_side(a, p, false)), true), 0, "Deel", "deel");
    assert_string_equal(fact_text(a, share), "8"); /* not 8 of 600 */
    assert_int_equal(share->status, FACT_PARTIAL);
    assert_string_equal(share->formula, "100 × studenten / leerlingen, over de rijen waarvan beide bekend zijn");
    assert_string_equal(share->missing[0], "a.studenten");
    assert_null(expression_paired(a, s, cell(a, "studenten", 1), s, true)); /* no rows */
    arena_free(a);
}

static void test_units(void **state) {
    (void)state;
    Arena *a = arena_new();
    Ledger *l = ledger_new(a);
    Expression *hours = expression_product(a, cell(a, "studenten", 27), cell(a, "uur/studenten", 8));
    assert_string_equal(ledger_add(l, hours, 0, "Uren", "uren")->unit, "uur");
    const Fact *money = ledger_add(l, expression_product(a, hours, cell(a, "EUR/uur", 70)), 2, "Bedrag", "bedrag");
    assert_string_equal(money->unit, "EUR");
    assert_string_equal(fact_text(a, money), "15120.00");
    assert_int_equal(money->counts, COUNTS_MONEY);
    assert_true(money->rests & 1u << COUNTS_PERSONS);
    assert_string_equal(ledger_add(l, expression_rate(a, cell(a, "studenten", 3), cell(a, "leerlingen/studenten", 50), cell(a, "leerlingen", 100)), 2, "D", "d")->unit, "per 50 leerlingen");
    Expression *own = expression_product(a, expression_of_one(cell(a, "EUR/maanden", 125)), cell(a, "maanden", 10));
    assert_int_equal(ledger_add(l, own, 2, "Vergoeding", "een")->counts, COUNTS_ONES_MONEY);
    Expression *all = expression_sum(a, NULL);
    expression_add(a, all, ledger_part(l, "een"));
    expression_add(a, all, ledger_part(l, "bedrag"));
    assert_int_equal(ledger_add(l, all, 2, "Samen", "samen")->counts, COUNTS_MONEY);
    arena_free(a);
}

/* A sum of very many parts, and a table of very many rows, cost no more than they are. */
static void test_many_parts(void **state) {
    (void)state;
    Arena *a = arena_new();
    Ledger *l = ledger_new(a);
    Expression *sum = NULL, *step = expression_step(a, cell(a, "studenten", 19999), cell(a, "", 0));
    for (int i = 0; i < 20000; i++) {
        sum = expression_plus(a, sum, cell(a, "uur", 1));
        expression_add_step(a, step, (StepRow){cell(a, "studenten", i), NULL, cell(a, "", i), HERE});
    }
    const Fact *all = ledger_add(l, sum, 0, "Som", "som");
    assert_string_equal(fact_text(a, all), "20000");
    assert_true(strlen(all->formula) < 1000);
    assert_string_equal(fact_text(a, ledger_add(l, step, 0, "Trede", "trede")), "19999");
    assert_true(arena_used(a) < (size_t)64 * 1024 * 1024);
    arena_free(a);
}

static void test_overflow_is_reported(void **state) {
    (void)state;
    Arena *a = arena_new();
    Diagnostics *d = diagnostics_new();
    Ledger *l = ledger_new(a);
    ledger_report_to(l, d);
    Expression *huge = cell(a, "EUR", INT64_MAX);
    for (int i = 0; i < 4; i++) huge = expression_product(a, huge, cell(a, "", INT64_MAX));
    assert_int_equal(ledger_add(l, huge, 2, "X", "x")->status, FACT_UNKNOWN);
    assert_int_equal(diagnostics_count(d, SEVERITY_ERROR), 1);
    diagnostics_free(d);
    arena_free(a);
}

static void test_first_of_double_ids(void **state) {
    (void)state;
    Arena *a = arena_new();
    Ledger *l = ledger_new(a);
    ledger_add(l, cell(a, "", 1), 0, "een", "x");
    ledger_add(l, cell(a, "", 2), 0, "twee", "x");
    ledger_add(l, cell(a, "", 3), 0, "voor", "w");
    assert_int_equal(ledger_count(l), 2);
    assert_string_equal(ledger_at(l, 0)->id, "w");
    assert_string_equal(ledger_get(l, "x")->label, "een");
    arena_free(a);
}

static void test_forms(void **state) {
    (void)state;
    Arena *a = arena_new();
    Ledger *l = ledger_new(a);
    Expression *sum = expression_sum(a, "a, b");
    expression_add(a, sum, expression_cell(a, "bedrag", "EUR", decimal_of(125, 1), true, HERE));
    ledger_add(l, sum, 2, "Zei \"ja\" & <nee>", "x");
    Buffer out = {0};
    facts_write_csv(&out, l);
    assert_string_equal(out.data, "id,value,unit,status,formula,source,label\r\nx,12.50,EUR,known,\"som van a, b\",invoer.xml:7,\"Zei \"\"ja\"\" & <nee>\"\r\n");
    buffer_free(&out);
    facts_write_json(&out, l);
    assert_non_null(strstr(out.data, "\"label\": \"Zei \\\"ja\\\" & <nee>\", \"value\": \"12.50\""));
    buffer_free(&out);
    facts_write_xml(&out, l);
    assert_non_null(strstr(out.data, "omschrijving=\"Zei &quot;ja&quot; &amp; &lt;nee&gt;\""));
    buffer_free(&out);
    assert_false(explain_write_text(&out, l, "y", 1, MESSAGES_DUTCH));
    assert_true(explain_write_text(&out, l, "x", 1, MESSAGES_DUTCH));
    assert_non_null(strstr(out.data, "[invoer.xml:7]"));
    buffer_free(&out);
    assert_true(explain_write_json(&out, l, "x"));
    buffer_free(&out);
    arena_free(a);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sum_is_partial), cmocka_unit_test(test_thresholds), cmocka_unit_test(test_pairs),
        cmocka_unit_test(test_units), cmocka_unit_test(test_many_parts), cmocka_unit_test(test_overflow_is_reported),
        cmocka_unit_test(test_first_of_double_ids), cmocka_unit_test(test_forms),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
