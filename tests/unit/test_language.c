/* language/: what the description says of single elements, that it knows all inputs, and that places tell elements
 * apart. */
#include "unit/small_input.h"

#include "language/language.h"

static const LanguageElement *at(const char *const *path) {
    const LanguageElement *e = language_root();
    for (; *path; path++) {
        const LanguageElement *child = language_child(e, *path);
        if (!child) fail_msg("%s has no %s", language_name(e), *path);
        e = child;
    }
    return e;
}
#define AT(...) at((const char *const[]){__VA_ARGS__, NULL})

static void test_kinds(void **state) {
    (void)state;
    const LanguageAttribute *count = language_attribute(AT("studenten", "plaatsingen", "telling"), "aantal");
    assert_int_equal(count->kind, VALUE_PERSONS);
    assert_int_equal(count->open, PUBLIC_WITHHOLD);
    assert_int_equal(count->next, NEXT_ASK);
    const LanguageAttribute *intern = language_attribute(AT("stagevergoeding", "stage"), "naam");
    assert_int_equal(intern->kind, VALUE_PERSON_NAME);
    assert_int_equal(intern->about, ABOUT_PERSON);
    const LanguageAttribute *reserve = language_attribute(AT("reserve"), "begin");
    assert_int_equal(reserve->next, NEXT_CARRY);
    assert_string_equal(reserve->next_value, "reserve.eind");
    const LanguageAttribute *employer = language_attribute(AT("begroting", "rubriek", "regel"), "werkgever");
    assert_int_equal(employer->refers[0], KEY_BOARD);
    assert_int_equal(employer->refers[1], KEY_INSTITUTE);
    assert_int_equal(employer->refers[2], KEY_KINDS);
    assert_string_equal(language_attribute(AT("personele-inzet", "orgaan"), "soort")->choices[0], "stuurgroep");
    assert_null(language_attribute(AT("reserve"), "onzin"));
}

/* A column that is an institute or a level has any name, but not one of another vocabulary. */
static void test_open_columns(void **state) {
    (void)state;
    const LanguageElement *row = AT("leerlingen", "telling");
    assert_int_equal(language_attribute(row, "hogeschool-x")->kind, VALUE_PERSONS);
    assert_null(language_attribute(row, "xml:lang"));
    assert_null(language_attribute(AT("baten", "bate"), "hogeschool-x"));
}

static void test_place_decides(void **state) {
    (void)state;
    assert_int_equal(language_next(AT("begroting", "rubriek", "regel", "toelichting")), NEXT_COMMENT);
    assert_int_equal(language_next(AT("bijeenkomsten", "bijeenkomst", "onderwerp")), NEXT_KEEP);
    assert_int_equal(language_kind(AT("facilitering", "schoolopleider", "werkplek")), ELEMENT_ROW);
    assert_int_equal(language_about(AT("facilitering", "schoolopleider", "werkplek")), ABOUT_LOCATION);
    assert_int_equal(language_about(AT("facilitering", "voorbeeld", "werkplek")), ABOUT_NOBODY);
    assert_null(language_child(AT("begroting"), "hoofdstuk"));
}

/* Where the program reads or writes a place of its own it asks for the role; the element may say otherwise than its type. */
static void test_roles(void **state) {
    (void)state;
    const LanguageElement *chapter = AT("hoofdstuk"), *goals = language_child_of_role(chapter, LANGUAGE_ROLE_GOALS);
    assert_string_equal(language_name(goals), "doelstellingen");
    assert_string_equal(language_name(language_child_of_role(goals, LANGUAGE_ROLE_GOAL)), "doel");
    assert_null(language_child_of_role(goals, LANGUAGE_ROLE_POINT));
    assert_int_equal(language_role(AT("studenten", "per-instituut")), LANGUAGE_ROLE_EVERY_LOCATION);
    assert_int_equal(language_role(AT("studenten", "wisselaars")), LANGUAGE_ROLE_NONE); /* of the same type */
    const LanguageAttribute *sort = language_attribute(AT("hoofdstuk", "alinea"), "soort");
    assert_int_equal(language_choice_role(sort, "invullen"), LANGUAGE_ROLE_ASKED);
    assert_int_equal(language_choice_role(sort, "klein"), LANGUAGE_ROLE_NONE);
    assert_int_equal(language_choice_role(language_attribute(AT("hoofdstuk", "lijst"), "soort"), "invullen"), LANGUAGE_ROLE_NONE);
    assert_int_equal(language_kind(AT("hoofdstuk", "tussenkop")), ELEMENT_BLOCK);
    assert_int_equal(language_kind(AT("hoofdstuk", "alinea", "sterk")), ELEMENT_INLINE);
    assert_string_equal(language_called(AT("ontwikkelteams", "team", "lid"))[1], "locatie");
    assert_null(language_called(AT("hoofdstuk", "naast"))[0]);
    assert_false(language_compared(AT("controles")));
    assert_true(language_compared(AT("begroting")));
}

static void test_nodes(void **state) {
    (void)state;
    World *w = world_of("", "<personele-inzet><orgaan sleutel='k' naam='K'><lid persoon='p' "
                            "locatie='l'/></orgaan></personele-inzet><onzin><lid/></onzin>");
    const Node *body = node_child(node_child(w->root, "personele-inzet"), "orgaan"), *member = node_child(body, "lid");
    KeyKind kind = KEY_KINDS;
    assert_string_equal(language_key(body, &kind)->value, "k");
    assert_int_equal(kind, KEY_BODY);
    assert_string_equal(language_owner(member)->name, "persoon");
    assert_null(language_owner(body));
    assert_null(language_of(node_child(w->root, "onzin")));
    assert_null(language_of(node_child(node_child(w->root, "onzin"), "lid"))); /* its parent is unknown, so it is */
    world_free(w);
}

static void assert_described(const Node *node) {
    const LanguageElement *element = language_of(node);
    if (!element) fail_msg("%s:%d: <%s> has no description", node->place.file, node->place.line, node->name);
    for (const Attribute *a = node->attributes; a; a = a->next)
        if (!strchr(a->name, ':') && strcmp(a->name, "xmlns") && !language_attribute(element, a->name))
            fail_msg("%s:%d: %s/@%s has no description", node->place.file, node->place.line, node->name, a->name);
    NODE_EACH(child, node, NULL) assert_described(child);
}

static void test_inputs_are_described(void **state) {
    (void)state;
    static const char *const inputs[] = {"input/bos-2020-2021", "input/boss-po", "input/noord-holland",
                                         "input/voorbeeld", "input/handleiding"};
    for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++) {
        World *w = world_of_path(inputs[i]);
        assert_non_null(w->root);
        assert_described(w->root);
        world_free(w);
    }
}

/* Every reference can be resolved: some element has a key of each kind that it may name. */
static void test_references_have_keys(void **state) {
    (void)state;
    bool keys[KEY_KINDS] = {false};
    for (int round = 0; round < 2; round++) {
        const LanguageElement *queue[4096];
        int count = 0;
        queue[count++] = language_root();
        for (int i = 0; i < count; i++) {
            const LanguageElement *e = queue[i];
            for (int k = 0; k < language_attribute_count(e); k++) {
                const LanguageAttribute *a = language_attribute_at(e, k);
                if (a->kind == VALUE_KEY) keys[a->key] = true;
                for (const KeyKind *kind = a->refers; round && kind && *kind != KEY_KINDS; kind++)
                    if (!keys[*kind])
                        fail_msg("%s/@%s refers to %s, and nothing has such a key", language_name(e), a->name,
                                 language_key_name(*kind));
            }
            for (int k = 0; k < language_child_count(e); k++) {
                const LanguageElement *child = language_child_at(e, k);
                bool seen = false;
                for (int q = 0; q < count; q++) seen |= queue[q] == child;
                if (!seen && count < 4096) queue[count++] = child;
            }
        }
        assert_true(count > 150 && count < 4096);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_open_columns),
        cmocka_unit_test(test_place_decides),
        cmocka_unit_test(test_roles), cmocka_unit_test(test_nodes),
        cmocka_unit_test(test_inputs_are_described),
        cmocka_unit_test(test_references_have_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
