/* Explanations: of every fact of every input, down to the lines of the input; and the list of all facts. */
#include "unit/small_input.h"

#include <jansson.h>

#include "calc/catalogue.h"
#include "calc/output.h"

/* ---- explanations: of every fact of every input, down to the lines of the input ---- */

/* Follows the terms; a fact that was explained above in the same tree is not repeated. */
static void follow(const json_t *fact, const char *top, int *leaves) {
    size_t i;
    json_t *term;
    if (json_object_get(fact, "above")) return;
    json_t *terms = json_object_get(fact, "terms"), *sources = json_object_get(fact, "sources");
    assert_true(json_is_array(terms) && json_is_array(sources));
    if (!json_array_size(terms) && !json_array_size(sources)) fail_msg("%s: %s ends in nothing", top, json_string_value(json_object_get(fact, "id")));
    json_array_foreach(terms, i, term) {
        if (json_object_get(term, "id")) {
            follow(term, top, leaves);
            continue;
        }
        json_t *place = json_object_get(term, "place");
        if (!*json_string_value(json_object_get(place, "file")) || json_integer_value(json_object_get(place, "line")) < 1)
            fail_msg("%s: %s stands nowhere", top, json_string_value(json_object_get(term, "name")));
        ++*leaves;
    }
}

static void test_every_fact_is_explained(void **state) {
    (void)state;
    static const char *const inputs[] = {"input/bos-2020-2021", "input/voorbeeld", "input/noord-holland", "input/boss-po", "tests/golden/jaren/2021-2022", "tests/golden/eigen-gegevens/invoer"};
    for (size_t k = 0; k < sizeof inputs / sizeof *inputs; k++) {
        World *w = world_of_path(inputs[k]);
        int leaves = 0;
        for (size_t i = 0; i < ledger_count(w->ledger); i++) {
            const char *id = ledger_at(w->ledger, i)->id;
            Buffer text = {0}, english = {0}, json = {0};
            assert_true(explain_write_text(&text, w->ledger, id, 64, MESSAGES_DUTCH) && explain_write_text(&english, w->ledger, id, 1, MESSAGES_ENGLISH));
            assert_true(explain_write_json(&json, w->ledger, id));
            if (!strstr(text.data, inputs[k])) fail_msg("%s leads to no line of the input", id);
            assert_non_null(strstr(text.data, "formule: "));
            assert_non_null(strstr(english.data, "formula: "));
            json_t *tree = json_loads(json.data, 0, NULL);
            if (!tree) fail_msg("%s is no JSON", id);
            assert_string_equal(json_string_value(json_object_get(tree, "id")), id);
            follow(tree, id, &leaves);
            json_decref(tree);
            buffer_free(&text);
            buffer_free(&english);
            buffer_free(&json);
        }
        assert_true(leaves > 0);
        world_free(w);
    }
}

/* What a template maker reads in the list is what there is: every fact has an entry, with its unit. */
static void test_catalogue(void **state) {
    (void)state;
    static const char *const inputs[] = {"input/bos-2020-2021", "input/voorbeeld", "input/noord-holland", "input/boss-po", "tests/golden/jaren/2021-2022", "tests/golden/eigen-gegevens/invoer", "tests/partnerships/zestien.xml"};
    bool *met = calloc((size_t)catalogue_count(), sizeof *met);
    for (size_t k = 0; k < sizeof inputs / sizeof *inputs; k++) {
        World *w = world_of_path(inputs[k]);
        for (size_t i = 0; i < ledger_count(w->ledger); i++) {
            const Fact *fact = ledger_at(w->ledger, i);
            const char *id = arena_strndup(w->arena, fact->id, strcspn(fact->id, "@"));
            const Known *known = catalogue_find(id);
            if (!known) fail_msg("%s is not in the list", fact->id);
            bool varies = strstr(known->unit, "zoals") || strstr(known->unit, " of ") || strstr(known->unit, "per N");
            if (!varies && strcmp(known->unit, fact->unit)) fail_msg("%s has unit %s, the list says %s", fact->id, fact->unit, known->unit);
            for (int c = 0; c < catalogue_count(); c++) met[c] |= catalogue_at(c) == known;
        }
        world_free(w);
    }
    int never = 0;
    for (int c = 0; c < catalogue_count(); c++)
        if (!met[c]) never++, print_message("no input makes %s\n", catalogue_at(c)->pattern);
    assert_true(never <= 3); /* those of earlier years, which a world of one input does not have, and of what was overspent in all */
    assert_null(catalogue_find("studenten.totaaal"));
    assert_null(catalogue_at(catalogue_count()));
    free(met);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_fact_is_explained), cmocka_unit_test(test_catalogue),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
