#include "calc/figure_data.h"

#include <string.h>

#include "base/likeness.h"

static const char *text_of(const Stated *stated) {
    return stated->text ? stated->text : "";
}

FigureKinds *figure_kinds_new(Arena *arena) {
    FigureKinds *kinds = ARENA_NEW(arena, FigureKinds);
    kinds->by_name = map_new(arena);
    return kinds;
}

bool figure_kinds_add(FigureKinds *kinds, const FigureKind *kind) {
    if (map_get(kinds->by_name, kind->name)) return false;
    map_put(kinds->by_name, kind->name, (void *)kind);
    return true;
}

const FigureKind *figure_kind(const FigureKinds *kinds, const Figure *figure) {
    return kinds ? map_get(kinds->by_name, text_of(&figure->kind)) : NULL;
}

const char *figure_kind_nearest(const FigureKinds *kinds, const char *name) {
    Likeness likeness = likeness_to(name);
    for (size_t i = 0; i < map_count(kinds->by_name); i++) likeness_try(&likeness, map_key(kinds->by_name, i));
    return likeness.best;
}

const char *figure_kinds(Arena *arena, const FigureKinds *kinds) {
    const char *all = "";
    for (size_t i = 0; i < map_count(kinds->by_name); i++) all = arena_printf(arena, "%s%s%s", all, i ? ", " : "", map_key(kinds->by_name, i));
    return all;
}

const char *figure_forms(const FigureKind *kind) {
    return kind->forms;
}

/* Is the word one of those with spaces between? */
static bool lists(const char *words, const char *word) {
    size_t n = strlen(word);
    for (const char *p = words; n && (p = strstr(p, word)); p += n)
        if ((p == words || strchr(" \t\r\n", p[-1])) && strchr(" \t\r\n", p[n])) return true; /* strchr finds the end too */
    return false;
}

bool figure_has_form(const FigureKind *kind, const char *form) {
    return kind->forms && lists(kind->forms, form);
}

bool figure_needs_years(const FigureKind *kind, const char *form) {
    return kind->lines && lists(kind->lines, form);
}

static bool is_wanted(const FigureKind *kind, const Node *item, const char *over) {
    if (kind->has && (*kind->has == '@' ? !node_get(item, kind->has + 1) : !node_child(item, kind->has))) return false;
    return !kind->over || !over || lists(over, node_get_or(item, kind->over, ""));
}

/* A fact of any level (of the group that the figure is limited to). */
static bool level_has(Arena *arena, const Node *input, const Ledger *ledger, const char *group, const char *suffix) {
    NODE_EACH(part, input, "partnerschap")
        NODE_EACH(level, part, "niveau")
            if ((!group || strcmp(node_get_or(level, "groep", ""), group) == 0) &&
                ledger_get(ledger, arena_printf(arena, "studenten.niveau.%s.%s", node_get_or(level, "sleutel", ""), suffix)))
                return true;
    return false;
}

/* Has any of the facts (names with spaces between) a value in a year? year: NULL for the document's own. */
static bool any_value(Arena *arena, const char *ids, const char *year, const Ledger *ledger) {
    char *rest = NULL, *names = arena_strdup(arena, ids);
    for (char *id = strtok_r(names, " \t\r\n", &rest); id; id = strtok_r(NULL, " \t\r\n", &rest)) {
        const Fact *fact = ledger_get(ledger, year ? arena_printf(arena, "%s@%s", id, year) : id);
        if (fact && (fact->status == FACT_KNOWN || fact->status == FACT_PARTIAL)) return true;
    }
    return false;
}

/* A table compares from one year on; a line, and small multiples, need two points. */
static bool has_years(Arena *arena, const FigureKind *kind, const Figure *figure, const Node *input, const Ledger *ledger) {
    const char *ids = text_of(&figure->facts), *own = node_get_or(input, "schooljaar", "");
    int years = any_value(arena, ids, NULL, ledger);
    NODE_EACH(part, input, "vorige-jaren")
        NODE_EACH(earlier, part, "vorig-jaar") {
            const char *year = node_get_or(earlier, "schooljaar", "");
            years += strcmp(year, own) != 0 && any_value(arena, ids, year, ledger);
        }
    return years > figure_needs_years(kind, text_of(&figure->form));
}

/* Are the facts of own data that a figure shows of this column of a row? */
static bool shows_column(const Figure *figure, const char *id, const char *prefix) {
    const char *column = strrchr(id, '.') + 1;
    size_t n = strlen(prefix);
    if (strncmp(id, prefix, n) != 0 || strchr(id, '@')) return false;
    const char *row_end = strchr(id + n, '.');
    return row_end && row_end + 1 == column && (!figure->columns.text || lists(figure->columns.text, column));
}

/* A table shows rows, also of words; a chart needs values. zero: are all of them known to be zero? */
static bool own_has(Arena *arena, const Figure *figure, const Node *data, const Ledger *ledger, bool *zero) {
    const Node *rows = node_child(data, "rijen") ? node_child(data, "rijen") : node_child(data, "jaren");
    const char *form = text_of(&figure->form), *prefix = arena_printf(arena, "gegevens.%s.", node_get_or(data, "sleutel", ""));
    bool any = false;
    *zero = true;
    for (size_t i = 0; i < ledger_count(ledger); i++) {
        const Fact *fact = ledger_at(ledger, i);
        if (!shows_column(figure, fact->id, prefix)) continue;
        any |= fact_has_value(fact) || fact->status == FACT_WITHHELD;
        *zero &= fact->status == FACT_KNOWN && decimal_is_zero(fact->value);
    }
    *zero &= any;
    return rows && node_child(rows, NULL) && (!*form || strcmp(form, "tabel") == 0 || any);
}

static bool is_zero(const Ledger *ledger, const char *id) {
    const Fact *fact = ledger_get(ledger, id);
    return fact && fact->status == FACT_KNOWN && decimal_is_zero(fact->value);
}

/* A pie of nothing is none; of bars a row of zeros says something. */
static bool own_is_zero(Arena *arena, const Figure *figure, const Node *input, const Ledger *ledger) {
    bool any = false, all = true, zero = false;
    const char *form = text_of(&figure->form);
    if (strcmp(form, "taart") != 0 && strcmp(form, "ring") != 0) return false;
    NODE_EACH(part, input, "eigen-gegevens")
        NODE_EACH(data, part, "gegevens") {
            if (figure->over.text && !lists(figure->over.text, node_get_or(data, "sleutel", ""))) continue;
            any |= own_has(arena, figure, data, ledger, &zero);
            all &= zero;
        }
    return any && all;
}

/* Are there levels (of the group, when the kind is limited by it), and are their facts all zero? */
static bool levels_are_zero(Arena *arena, const Node *input, const Ledger *ledger, const char *group, const char *suffix) {
    bool any = false, all = true;
    NODE_EACH(part, input, "partnerschap")
        NODE_EACH(level, part, "niveau") {
            if (group && strcmp(node_get_or(level, "groep", ""), group) != 0) continue;
            any = true;
            all = all && is_zero(ledger, arena_printf(arena, "studenten.niveau.%s.%s", node_get_or(level, "sleutel", ""), suffix));
        }
    return any && all;
}

bool figure_is_zero(Arena *arena, const FigureKind *kind, const Figure *figure, const Node *input, const Ledger *ledger) {
    const char *star = kind->whole ? strchr(kind->whole, '*') : NULL;
    if (!kind->whole) return kind->part && strcmp(kind->part, "eigen-gegevens") == 0 && own_is_zero(arena, figure, input, ledger);
    return star ? levels_are_zero(arena, input, ledger, kind->grouped ? figure->group.text : NULL, star + 2) : is_zero(ledger, kind->whole);
}

bool figure_has_data(Arena *arena, const FigureKind *kind, const Figure *figure, const Node *input, const Ledger *ledger) {
    if (figure_is_zero(arena, kind, figure, input, ledger)) return false;
    if (kind->fact) {
        const char *star = strchr(kind->fact, '*');
        return star ? level_has(arena, input, ledger, kind->grouped ? figure->group.text : NULL, star + 2)
                    : ledger_get(ledger, kind->fact) != NULL;
    }
    bool zero = false;
    if (kind->years) return has_years(arena, kind, figure, input, ledger);
    if (!kind->part) return true;
    NODE_EACH(part, input, kind->part)
        NODE_EACH(item, part, kind->item)
            if (is_wanted(kind, item, figure->over.text) && (!node_is(item, "gegevens") || own_has(arena, figure, item, ledger, &zero))) return true;
    return false;
}

const char *figure_needs(Arena *arena, const FigureKind *kind) {
    if (kind->needs) return kind->needs;
    if (kind->years)
        return BOTH("feiten= met een waarde in dit of een vorig jaar, voor een lijn in twee jaren",
                    "feiten= with a value in this or an earlier year, for a line in two years");
    if (!kind->part) return kind->fact ? kind->fact : "";
    if (!kind->has) return arena_printf(arena, "<%s><%s>", kind->part, kind->item);
    bool attribute = *kind->has == '@';
    return arena_printf(arena, attribute ? "<%s><%s %s=\"…\">" : "<%s><%s><%s>", kind->part, kind->item, kind->has + attribute);
}
