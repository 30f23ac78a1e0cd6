#include "calc/figure_data.h"

#include <string.h>

#include "base/likeness.h"

/* Either a fact, or items in a part of the input; over names the items it is limited to. */
struct FigureKind {
    const char *name;
    const char *fact;
    const char *part, *item; /* of a fact: part is what the user must give */
    const char *has;  /* a child, or an attribute that starts with @, that the item must have */
    const char *over; /* the attribute of the item that over= names; NULL: over means nothing here */
    const char *forms; /* that vorm= can ask for, with spaces between; NULL: it is drawn in one way that has no name */
};

static const FigureKind KINDS[] = {
    {"eerstejaars-per-school", "eerstejaars.totaal", "<studenten><eerstejaars> / <plaatsingen>", NULL, NULL, NULL, "tabel"},
    {"begroting-realisatie", "begroting.totaal", "<begroting>", NULL, NULL, NULL, "tabel"},
    {"waterval", "begroting.totaal", "<begroting>", NULL, NULL, NULL, NULL},
    {"studenten-per-partner", "studenten.totaal", "<studenten>", NULL, NULL, NULL, "tabel"},
    {"aandeel-per-partner", "studenten.totaal", "<studenten>", NULL, NULL, NULL, "taart ring balken kolommen"},
    {"studenten-per-niveau", "studenten.niveau.*.totaal", "<studenten><plaatsingen> / <per-niveau>", NULL, NULL, NULL, "tabel"},
    {"aandeel-per-niveau", "studenten.niveau.*.aandeel", "<studenten><plaatsingen> / <per-niveau>", NULL, NULL, NULL, "taart ring balken kolommen"},
    {"streefaantallen", "streefaantal.totaal", "<leerlingen> + <leerlingen-per-student>", NULL, NULL, NULL, "tabel"},
    {"streef-werkelijk", "streefaantal.totaal", "<leerlingen> + <leerlingen-per-student>", NULL, NULL, NULL, NULL},
    {"jaren", NULL, NULL, NULL, NULL, NULL, "tabel lijn veelvouden"},
    {"ontwikkelteams", NULL, "ontwikkelteams", "team", NULL, NULL, "tabel"},
    {"bijeenkomsten", NULL, "bijeenkomsten", "bijeenkomst", "onderwerp", NULL, "tabel"},
    {"overleg", NULL, "bijeenkomsten", "bijeenkomst", "@niveau", "niveau", "tabel"},
    {"themaboom", NULL, "themas", "thema", NULL, NULL, NULL},
    {"personele-inzet", NULL, "personele-inzet", "orgaan", NULL, NULL, "tabel"},
    {"jaarplanning", NULL, "jaarplanning", "reeks", NULL, NULL, NULL},
    {"organogram", NULL, "organogram", "eenheid", NULL, NULL, NULL},
    {"facilitering-voorbeelden", NULL, "facilitering", "voorbeeld", NULL, NULL, "tabel"},
    {"stagevergoeding", NULL, "stagevergoeding", "trede", NULL, NULL, "tabel"},
    {"enquete", NULL, "enquetes", "enquete", NULL, "sleutel", NULL},
    {"uren-per-rol", NULL, "urenspecificaties", "urenspecificatie", NULL, NULL, "balken"},
    {"aanbod-per-rol", NULL, "aanbod", "fase", "activiteit", NULL, "tabel"},
    {"aanbod-matrix", NULL, "aanbod", "fase", "activiteit", NULL, "tabel"},
    {"faciliteiten", NULL, "faciliteiten", "faciliteit", NULL, "sleutel", "tabel"},
    {"zelfevaluatie", NULL, "scans", "scan", NULL, "sleutel", NULL},
    {"niveaus", NULL, "schemas", "niveauschema", NULL, "sleutel", NULL},
    {"ontwikkellijn", NULL, "schemas", "ontwikkellijn", NULL, "sleutel", NULL},
};
enum { COUNT = sizeof KINDS / sizeof *KINDS };

static const char *text_of(const Stated *stated) {
    return stated->text ? stated->text : "";
}

const FigureKind *figure_kind(const Figure *figure) {
    const char *name = text_of(&figure->kind);
    for (int i = 0; i < COUNT; i++)
        if (strcmp(KINDS[i].name, name) == 0) return &KINDS[i];
    return NULL;
}

const char *figure_kind_nearest(const char *name) {
    Likeness likeness = likeness_to(name);
    for (int i = 0; i < COUNT; i++) likeness_try(&likeness, KINDS[i].name);
    return likeness.best;
}

const char *figure_forms(const FigureKind *kind) {
    return kind->forms;
}

const char *figure_kinds(Arena *arena) {
    const char *all = KINDS[0].name;
    for (int i = 1; i < COUNT; i++) all = arena_printf(arena, "%s, %s", all, KINDS[i].name);
    return all;
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

bool figure_form_exists(const char *form) {
    for (int i = 0; i < COUNT; i++)
        if (figure_has_form(&KINDS[i], form)) return true;
    return false;
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
static bool has_years(Arena *arena, const Figure *figure, const Node *input, const Ledger *ledger) {
    const char *ids = text_of(&figure->facts), *own = node_get_or(input, "schooljaar", "");
    int years = any_value(arena, ids, NULL, ledger);
    NODE_EACH(part, input, "vorige-jaren")
        NODE_EACH(earlier, part, "vorig-jaar") {
            const char *year = node_get_or(earlier, "schooljaar", "");
            years += strcmp(year, own) != 0 && any_value(arena, ids, year, ledger);
        }
    const char *form = text_of(&figure->form);
    return years > (strcmp(form, "lijn") == 0 || strcmp(form, "veelvouden") == 0);
}

static bool is_zero(const Ledger *ledger, const char *id) {
    const Fact *fact = ledger_get(ledger, id);
    return fact && fact->status == FACT_KNOWN && decimal_is_zero(fact->value);
}

bool figure_is_zero(Arena *arena, const Figure *figure, const Node *input, const Ledger *ledger) {
    const char *kind = text_of(&figure->kind), *group = figure->group.text;
    if (strcmp(kind, "aandeel-per-partner") == 0) return is_zero(ledger, "studenten.totaal");
    if (strcmp(kind, "aandeel-per-niveau") != 0) return false;
    bool any = false, all = true;
    NODE_EACH(part, input, "partnerschap")
        NODE_EACH(level, part, "niveau") {
            if (group && strcmp(node_get_or(level, "groep", ""), group) != 0) continue;
            any = true;
            all = all && is_zero(ledger, arena_printf(arena, "studenten.niveau.%s.totaal", node_get_or(level, "sleutel", "")));
        }
    return any && all;
}

bool figure_has_data(Arena *arena, const Figure *figure, const Node *input, const Ledger *ledger) {
    const FigureKind *kind = figure_kind(figure);
    if (!kind || figure_is_zero(arena, figure, input, ledger)) return false;
    if (kind->fact) {
        const char *star = strchr(kind->fact, '*');
        return star ? level_has(arena, input, ledger, strcmp(kind->name, "aandeel-per-niveau") ? NULL : figure->group.text, star + 2)
                    : ledger_get(ledger, kind->fact) != NULL;
    }
    if (!kind->part) return has_years(arena, figure, input, ledger);
    NODE_EACH(part, input, kind->part)
        NODE_EACH(item, part, kind->item)
            if (is_wanted(kind, item, figure->over.text)) return true;
    return false;
}

const char *figure_needs(Arena *arena, const FigureKind *kind) {
    if (kind->fact) return kind->part;
    if (!kind->part)
        return BOTH("feiten= met een waarde in dit of een vorig jaar, voor een lijn in twee jaren",
                    "feiten= with a value in this or an earlier year, for a line in two years");
    if (!kind->has) return arena_printf(arena, "<%s><%s>", kind->part, kind->item);
    bool attribute = *kind->has == '@';
    return arena_printf(arena, attribute ? "<%s><%s %s=\"…\">" : "<%s><%s><%s>", kind->part, kind->item, kind->has + attribute);
}
