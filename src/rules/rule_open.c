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

/* Is there a figure below which the notes of that part of the data stand? One with notes of its own has those. */
static bool shows_notes(const Check *check, const char *part) {
    const char *kind = narrative_notes_kind(part);
    for (int i = 0; kind && i < check->text->figure_count; i++) {
        const Figure *figure = &check->text->figures[i];
        if (figure->kind.text && strcmp(figure->kind.text, kind) == 0 && !figure->own_notes) return true;
    }
    return !kind;
}

static void check_notes(Check *check, const Note *notes, int count) {
    for (int i = 0; i < count; i++)
        if (*notes[i].text && !shows_notes(check, notes[i].part)) rule_report(check, &R708_NOTE_UNSHOWN, notes[i].place, notes[i].text, NULL, notes[i].part, NULL, NULL);
}

static void check_all_notes(Check *check) {
    const Partnership *p = check->p;
    check_notes(check, p->budget.notes, p->budget.note_count);
    for (int i = 0; i < p->team_count; i++) check_notes(check, p->teams[i].notes, p->teams[i].note_count);
    for (int i = 0; i < p->body_count; i++) check_notes(check, p->bodies[i].notes, p->bodies[i].note_count);
}

static bool is_final(const Partnership *p) {
    return p->status && strcmp(p->status, "definitief") == 0;
}

void rule_open(Check *check) {
    bool final = is_final(check->p);
    Open open = {0};
    for (const Node *n = check->input; n; n = node_walk(check->input, n, NULL)) {
        bool empty = language_is_empty(n);
        count_attributes(n, &open);
        if (empty && !holds_empty(n)) rule_report(check, &R705_EMPTY, n->place, NULL, NULL, n->name, NULL, NULL);
        if (is_asked(n) && !empty) rule_report(check, final ? &R704_OPEN_FINAL : &R703_OPEN, n->place, NULL, NULL, node_string(check->arena, n), NULL, NULL);
    }
    check_all_notes(check);
    if (final && open.unknown)
        rule_report(check, &R707_UNKNOWN_FINAL, open.first, NULL, NULL, RULE_TEXT(check, "%d", open.unknown), RULE_TEXT(check, "%d", open.numbers), NULL);
}

void rules_count_open(const Partnership *partnership, Diagnostics *diagnostics) {
    const Node *input = partnership->root;
    Open open = {0};
    for (const Node *n = input; n; n = node_walk(input, n, NULL)) {
        count_attributes(n, &open);
        open.passages += is_asked(n);
    }
    if (is_final(partnership) || open.unknown + open.passages == 0) return;
    Arena *arena = arena_new();
    diagnostics_report(diagnostics, &R706_STILL_OPEN, input->place,
                       (Report){.arguments = {arena_printf(arena, "%d", open.unknown + open.passages), arena_printf(arena, "%d", open.numbers + open.passages)}});
    arena_free(arena);
}
