/* libxml2's schema errors as messages of our own: what was found, what is allowed, what was probably meant. */
#include "input/schema_error.h"

#include <string.h>

#include "base/likeness.h"
#include "base/notation.h"
#include "base/text.h"
#include "input/messages.h"
#include "language/language.h"

/* ---- what was probably meant ---- */

static const char *nearest(const Map *names, const char *name) {
    Likeness like = likeness_to(name);
    for (size_t i = 0; names && i < map_count(names); i++) likeness_try(&like, map_key(names, i));
    return like.best;
}

/* "; bedoelt u „x”?", or "". */
static const char *suggestion(Arena *arena, const char *name, bool english) {
    if (!name) return "";
    return arena_printf(arena, english ? "; do you mean \"%s\"?" : "; bedoelt u „%s”?", name);
}

/* ---- reading libxml2's sentences ---- */

/* Text between quotes after a phrase: quoted("… attribute 'x' …", "attribute '") is "x"; NULL when not there. */
static char *quoted(Arena *arena, const char *text, const char *phrase) {
    const char *start = strstr(text, phrase);
    if (!start) return NULL;
    start += strlen(phrase);
    const char *end = strchr(start, '\'');
    return end ? arena_strndup(arena, start, (size_t)(end - start)) : NULL;
}

/* Names out of "( {urn:…}a, {urn:…}b ).": "a, b"; and each into names when that is given. */
static char *name_list(Arena *arena, const char *text, Map *names) {
    Buffer out = {0};
    buffer_append(&out, "", 0);
    const char *p = strchr(text, '(');
    while (p && *p && *p != ')') {
        p += strspn(p, "(, ");
        if (*p == '{') p = strchr(p, '}') ? strchr(p, '}') + 1 : p + 1;
        size_t size = strcspn(p, ", )");
        if (!size) break;
        char *name = arena_strndup(arena, p, size);
        if (names) map_put(names, name, name);
        buffer_printf(&out, "%s%s", out.size ? ", " : "", name);
        p += size;
    }
    char *result = arena_strdup(arena, out.data);
    buffer_free(&out);
    return result;
}

/* Values out of "the set {'a', 'b'}.": "a, b". */
static char *value_list(Arena *arena, const char *text, Map *names) {
    Buffer out = {0};
    buffer_append(&out, "", 0);
    for (const char *p = strchr(text, '{'), *end; p && (p = strchr(p, '\'')) && (end = strchr(p + 1, '\'')); p = end + 1) {
        char *name = arena_strndup(arena, p + 1, (size_t)(end - p - 1));
        map_put(names, name, name);
        buffer_printf(&out, "%s%s", out.size ? ", " : "", name);
    }
    char *result = arena_strdup(arena, out.data);
    buffer_free(&out);
    return result;
}

/* ---- reporting ---- */

typedef struct Fault {
    SchemaErrors *errors;
    const char *text;       /* of libxml2, behind "Element 'x', attribute 'y': " */
    xmlNode *xml;           /* the element */
    const Node *node;
    const Attribute *attribute;
    const char *attribute_name;
} Fault;

static void report(const Fault *f, const Message *message, Place place, Report what) {
    what.path = node_path(f->errors->arena, f->node);
    diagnostics_report(f->errors->diagnostics, message, place, what);
}

static void report_unexpected(const Fault *f) {
    SchemaErrors *errors = f->errors;
    Map *allowed = map_new(errors->arena);
    char *expected = name_list(errors->arena, strstr(f->text, "Expected") ? f->text : "", allowed);
    const char *meant = nearest(allowed, f->node->name);
    if (!meant && !map_get(errors->words->elements, f->node->name)) meant = nearest(errors->words->elements, f->node->name);
    const char *parent = f->node->parent ? f->node->parent->name : "";
    report(f, &I301_ELEMENT, f->node->place,
           (Report){.expected = *expected ? expected : NULL,
                    .arguments = {f->node->name, parent, suggestion(errors->arena, meant, false),
                                  suggestion(errors->arena, meant, true)}});
    if (f->xml->parent && f->xml->parent->type == XML_ELEMENT_NODE && errors->unexpected_count < MAX_UNEXPECTED)
        errors->unexpected[errors->unexpected_count++] = f->xml;
}

static bool is_blank(const char *text) {
    return text[strspn(text, " \t\r\n")] == '\0';
}

static void report_text(const Fault *f) {
    Place place = f->node->place;
    const char *found = NULL;
    for (const Node *n = f->node->first; n && !found; n = n->next)
        if (n->kind == NODE_TEXT && !is_blank(n->text)) {
            place = n->place;
            char *all = node_string(f->errors->arena, n);
            const char *end = all, *stop = all + strlen(all);
            for (int i = 0; i < 40 && end < stop; i++) utf8_next(&end, stop);
            found = arena_strndup(f->errors->arena, all, (size_t)(end - all));
        }
    report(f, &I303_TEXT, place, (Report){.found = found, .arguments = {f->node->name}});
}

static void report_attribute(const Fault *f) {
    Arena *arena = f->errors->arena;
    const Map *names = map_get(f->errors->words->elements, f->node->name);
    const char *meant = nearest(names, f->attribute_name);
    Buffer expected = {0};
    for (size_t i = 0; names && i < map_count(names); i++)
        buffer_printf(&expected, "%s%s", i ? ", " : "", map_key(names, i));
    report(f, &I304_ATTRIBUTE, f->attribute ? f->attribute->place : f->node->place,
           (Report){.expected = expected.data,
                    .arguments = {f->attribute_name, f->node->name, suggestion(arena, meant, false), suggestion(arena, meant, true)}});
    buffer_free(&expected);
}

/* The attribute or, for the text of an element, the element. */
static const char *subject(const Fault *f) {
    return f->attribute_name ? f->attribute_name : f->node->name;
}

static const char *found_value(const Fault *f) {
    return f->attribute ? f->attribute->value : node_string(f->errors->arena, f->node);
}

static void report_enumeration(const Fault *f) {
    Arena *arena = f->errors->arena;
    Map *values = map_new(arena);
    const char *list = strstr(f->text, "of the set"), *found = found_value(f);
    char *expected = value_list(arena, list ? list : "", values);
    const char *meant = nearest(values, found);
    report(f, &I306_ENUMERATION, f->attribute ? f->attribute->place : f->node->place,
           (Report){.found = found, .expected = expected,
                    .arguments = {subject(f), found, suggestion(arena, meant, false), suggestion(arena, meant, true)}});
}

static const char *builtin(const char *type) {
    static const char *const names[][2] = {
        {"date", BOTH("een datum als 2021-07-12", "a date such as 2021-07-12")}, {"integer", BOTH("een geheel getal", "a whole number")}, {"decimal", BOTH("een getal als 12.5", "a number such as 12.5")},
        {"nonNegativeInteger", BOTH("een geheel getal, 0 of meer", "a whole number, 0 or more")}, {"positiveInteger", BOTH("een geheel getal, 1 of meer", "a whole number, 1 or more")},
        {"boolean", BOTH("true of false", "true or false")}, {"anyURI", BOTH("een adres", "an address")}, {"language", BOTH("een taalcode als nl", "a language code such as nl")},
        {"ID", BOTH("een naam die maar één keer voorkomt", "a name that occurs only once")},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(type, names[i][0]) == 0) return names[i][1];
    return NULL;
}

/* Explanations are written as sentences; the first one says what is asked. */
static const char *first_sentence(Arena *arena, const char *words) {
    const char *end = strstr(words, ". ");
    size_t size = end ? (size_t)(end - words) : strlen(words);
    if (size && words[size - 1] == '.') size--;
    char *text = arena_strndup(arena, words, size);
    if (*text >= 'A' && *text <= 'Z') *text = (char)(*text + 'a' - 'A');
    return text;
}

/* What the type of the value asks, in words: its explanation in the grammar, else its pattern. */
static const char *expected_value(const Fault *f) {
    Arena *arena = f->errors->arena;
    const char *type = quoted(arena, f->text, "type '");
    const Map *names = map_get(f->errors->words->elements, f->node->name);
    if (!type && names && f->attribute_name) type = map_get(names, f->attribute_name);
    if (type && *type) {
        const char *brace = strrchr(type, '}'), *colon = strrchr(type, ':');
        const char *local = brace ? brace + 1 : colon ? colon + 1 : type, *words = map_get(f->errors->words->types, local);
        const char *english = map_get(f->errors->words->english, local);
        if (words) return arena_printf(arena, BOTH("%s", "%s"), first_sentence(arena, words), first_sentence(arena, english ? english : words));
        return builtin(local) ? builtin(local) : local;
    }
    return quoted(arena, f->text, "pattern '");
}

/* A number in the notation of a reader, as the input has it: 1.250,50 is 1250.50. NULL when it is none. */
static const char *number_meant(const Fault *f) {
    const LanguageAttribute *described = f->attribute ? language_attribute_of(f->node, f->attribute) : NULL;
    bool number = described && described->kind >= VALUE_PERSONS && described->kind <= VALUE_NUMBER;
    Decimal value;
    NotationFault fault = number ? notation_read(f->attribute->value, NOTATION_MEASURE, &value) : NOTATION_NO_NUMBER;
    return fault == NOTATION_GOOD || fault == NOTATION_THOUSANDS ? decimal_text(f->errors->arena, value) : NULL;
}

static void report_value(const Fault *f) {
    const char *expected = expected_value(f), *meant = number_meant(f);
    Arena *arena = f->errors->arena;
    if (meant)
        expected = arena_printf(arena, BOTH("%s; bedoelt u %s?", "%s; do you mean %s?"), in_language(arena, expected, MESSAGES_DUTCH), meant,
                                in_language(arena, expected, MESSAGES_ENGLISH), meant);
    report(f, &I307_VALUE, f->attribute ? f->attribute->place : f->node->place,
           (Report){.found = found_value(f), .expected = expected, .arguments = {subject(f), found_value(f)}});
}

/* Facets (pattern, length, bounds) and the types themselves. libxml2 may follow a facet's error by one about the
 * type: one value is reported once. */
static void value_error(Fault *f, int code) {
    const void *faulty = f->attribute ? (const void *)f->attribute : f->node;
    if (f->errors->last_faulty == faulty) return;
    if (code == XML_SCHEMAV_CVC_ENUMERATION_VALID) report_enumeration(f);
    else report_value(f);
    f->errors->last_faulty = faulty;
}

static void dispatch(Fault *f, int code) {
    Arena *arena = f->errors->arena;
    switch (code) {
    case XML_SCHEMAV_ELEMENT_CONTENT:
        if (strstr(f->text, "Missing child"))
            report(f, &I302_MISSING_ELEMENT, f->node->place,
                   (Report){.expected = name_list(arena, f->text, NULL), .arguments = {f->node->name}});
        else report_unexpected(f);
        return;
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3: report_text(f); return;
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1:
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2:
        if (!f->attribute_name) break;
        report_attribute(f);
        return;
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_4: {
        const char *name = quoted(arena, f->text, "attribute '");
        report(f, &I305_MISSING_ATTRIBUTE, f->node->place, (Report){.arguments = {name ? name : "?", f->node->name}});
        return;
    }
    default: break;
    }
    if (strstr(f->text, "[facet '") || strstr(f->text, "is not a valid value of the")) {
        value_error(f, code);
        return;
    }
    if (strstr(f->text, "This element is not expected")) {
        report_unexpected(f);
        return;
    }
    report(f, &I308_OTHER_SCHEMA, f->node->place, (Report){.arguments = {arena_strndup(arena, f->text, strcspn(f->text, "\n"))}});
}

void schema_error(void *data, XmlFault *error) {
    SchemaErrors *errors = data;
    xmlNode *xml = error->node;
    if (!xml || !error->message) return;
    Fault fault = {.errors = errors};
    const char *colon = strstr(error->message, "': ");
    fault.text = colon ? colon + 3 : error->message;
    char *head = arena_strndup(errors->arena, error->message, colon ? (size_t)(colon - error->message) + 1 : 0);
    fault.attribute_name = quoted(errors->arena, head, "attribute '");
    if (xml->type == XML_ATTRIBUTE_NODE) xml = xml->parent;
    if (!xml || xml->type != XML_ELEMENT_NODE) return;
    fault.xml = xml;
    fault.node = xml->_private;
    if (fault.attribute_name) {
        const char *brace = strrchr(fault.attribute_name, '}');
        if (brace) fault.attribute_name = arena_printf(errors->arena, "xml:%s", brace + 1);
        fault.attribute = node_attribute(fault.node, fault.attribute_name);
    }
    dispatch(&fault, error->code);
}
