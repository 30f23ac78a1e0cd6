/* What is still to come: passages that a new year's input asks for, numbers that are unknown; and parts in which nothing
 * stands. */
#include <string.h>

#include "language/language.h"
#include "rules/rule.h"

typedef struct Open {
    int passages, unknown; /* to be written, to be counted */
    int numbers;           /* that are given, unknown ones among them */
    Place first;           /* unknown number */
} Open;

static bool is_number(ValueKind kind) {
    return kind == VALUE_PERSONS || kind == VALUE_COUNT || kind == VALUE_MONEY || kind == VALUE_HOURS || kind == VALUE_SHARE || kind == VALUE_VALUE;
}

static void count_attributes(const Node *node, Open *open) {
    for (const Attribute *a = node->attributes; a; a = a->next) {
        const LanguageAttribute *attribute = language_attribute_of(node, a);
        if (!attribute || !is_number(attribute->kind) || !*a->value) continue;
        open->numbers++;
        if (strcmp(a->value, "?") == 0 && open->unknown++ == 0) open->first = a->place;
    }
}

/* Is it a passage that still has to be written? */
static bool is_asked(const Node *node) {
    for (const Attribute *a = node->attributes; a; a = a->next) {
        const LanguageAttribute *attribute = language_attribute_of(node, a);
        if (attribute && language_choice_role(attribute, a->value) == LANGUAGE_ROLE_ASKED) return true;
    }
    return false;
}

/* Of parts within each other that are empty the innermost is told. */
static bool holds_empty(const Node *node) {
    NODE_EACH(child, node, NULL)
        if (language_is_empty(child)) return true;
    return false;
}

/* Notes of data stand below the figure of those data, unless that has notes of its own. */
static bool shows_notes(const Check *check, const char *part) {
    static const char *const KINDS[][2] = {{"begroting", "begroting-realisatie"}, {"ontwikkelteams", "ontwikkelteams"}, {"personele-inzet", "personele-inzet"}};
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++) {
        if (strcmp(part, KINDS[i][0]) != 0) continue;
        for (const Node *n = node_walk(check->input, check->input, "figuur"); n; n = node_walk(check->input, n, "figuur"))
            if (strcmp(node_get_or(n, "soort", ""), KINDS[i][1]) == 0 && !node_child(n, "noot")) return true;
        return false;
    }
    return true;
}

static void check_notes(Check *check) {
    NODE_EACH(part, check->input, NULL)
        for (const Node *n = node_walk(part, part, "opmerking"); n; n = node_walk(part, n, "opmerking"))
            if (!language_is_empty(n) && !shows_notes(check, part->name)) rule_report(check, &R708_NOTE_UNSHOWN, n->place, node_string(check->arena, n), NULL, part->name, NULL, NULL);
}

static bool is_final(const Node *input) {
    return strcmp(node_get_or(input, "status", ""), "definitief") == 0;
}

void rule_open(Check *check) {
    bool final = is_final(check->input);
    Open open = {0};
    for (const Node *n = check->input; n; n = node_walk(check->input, n, NULL)) {
        bool empty = language_is_empty(n);
        count_attributes(n, &open);
        if (empty && !holds_empty(n)) rule_report(check, &R705_EMPTY, n->place, NULL, NULL, n->name, NULL, NULL);
        if (is_asked(n) && !empty) rule_report(check, final ? &R704_OPEN_FINAL : &R703_OPEN, n->place, NULL, NULL, node_string(check->arena, n), NULL, NULL);
    }
    check_notes(check);
    if (final && open.unknown)
        rule_report(check, &R707_UNKNOWN_FINAL, open.first, NULL, NULL, RULE_TEXT(check, "%d", open.unknown), RULE_TEXT(check, "%d", open.numbers), NULL);
}

void rules_count_open(const Node *input, Diagnostics *diagnostics) {
    Open open = {0};
    for (const Node *n = input; n; n = node_walk(input, n, NULL)) {
        count_attributes(n, &open);
        open.passages += is_asked(n);
    }
    if (is_final(input) || open.unknown + open.passages == 0) return;
    Arena *arena = arena_new();
    diagnostics_report(diagnostics, &R706_STILL_OPEN, input->place,
                       (Report){.arguments = {arena_printf(arena, "%d", open.unknown + open.passages), arena_printf(arena, "%d", open.numbers + open.passages)}});
    arena_free(arena);
}
