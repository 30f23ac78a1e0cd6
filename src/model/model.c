/* The whole model: every part of the input read in an order in which references can resolve. */
#include "model/model.h"

#include <string.h>

#include "model/reader.h"

static const struct {
    const char *name;
    void (*read)(Reader *r, const Node *node);
} PARTS[] = { /* what is referred to comes first */
    {"partnerschap", read_partnership}, {"parameters", read_parameters}, {"leerlingen", read_pupils},
    {"studenten", read_students}, {"personen", read_persons}, {"ontwikkelteams", read_teams},
    {"personele-inzet", read_bodies}, {"begroting", read_budget}, {"baten", read_revenues}, {"reserve", read_reserve},
    {"bekostiging", read_funding}, {"facilitering", read_facilitation}, {"stagevergoeding", read_allowance},
    {"intervisie", read_intervision}, {"enquetes", read_surveys}, {"afspraken", read_agreements},
    {"verdelingen", read_distributions}, {"kengetallen", read_key_numbers}, {"eigen-gegevens", read_own_data}, {"bijeenkomsten", read_meetings},
    {"themas", read_themes}, {"jaarplanning", read_planning}, {"organogram", read_chart},
    {"afkortingen", read_abbreviations}, {"urenspecificaties", read_hours}, {"faciliteiten", read_facilities},
    {"aanbod", read_offer}, {"scans", read_scans}, {"rollen", read_roles},
    {"vorige-jaren", read_earlier_years}, {"controles", read_controls}, {"bevindingen", read_acknowledgements},
    {"archief", read_archive}, {"overgenomen", read_taken}, {"ontvangers", read_recipients},
    {"stuurgroep", read_steering}, {"vorige-versie", read_previous_version},
};

static void read_part(Reader *r, const Node *root, size_t i) {
    const Node *first = node_child(root, PARTS[i].name);
    if (!first) return;
    PARTS[i].read(r, first);
    for (const Node *again = node_sibling(first, PARTS[i].name); again; again = node_sibling(again, PARTS[i].name))
        model_report(r, M_PART_TWICE, again, NULL,
                     (Report){.arguments = {PARTS[i].name, arena_printf(r->arena, "%s:%d",
                              first->place.file ? first->place.file : "?", first->place.line)}});
}

static bool has_text_keys(const Node *node) {
    static const char *const PARTS_OF_TEXT[] = {"voorwoord", "samenvatting", "hoofdstuk", "bijlage", "rollen", "overlegstructuur", "professionalisering",
                                                "ontvangers"};
    for (size_t i = 0; i < sizeof PARTS_OF_TEXT / sizeof *PARTS_OF_TEXT; i++)
        if (node_is(node, PARTS_OF_TEXT[i])) return true;
    return false;
}

/* Keys of sections, figures and the like: unique over the whole document. */
static void read_text_keys(Reader *r, const Node *root) {
    int index = 0;
    for (const Node *part = node_child(root, NULL); part; part = node_sibling(part, NULL)) {
        if (!has_text_keys(part)) continue;
        read_key(r, part, KEY_TEXT, index++);
        for (const Node *n = node_walk(part, part, NULL); n; n = node_walk(part, n, NULL)) read_key(r, n, KEY_TEXT, index++);
    }
}

Partnership *model_read(Arena *arena, const Node *root, Diagnostics *diagnostics) {
    Partnership *p = ARENA_NEW(arena, Partnership);
    Reader *reader = ARENA_NEW(arena, Reader);
    *reader = (Reader){.arena = arena, .diagnostics = diagnostics, .p = p};
    p->reader = reader;
    p->place = root->place;
    p->root = root;
    p->name = p->abbreviation = "";
    p->title = node_get(root, "titel");
    p->status = node_get_or(root, "status", "concept");
    p->status_place = node_attribute(root, "status") ? node_attribute(root, "status")->place : root->place;
    p->language = node_get_or(root, "taal", "nl");
    p->date = read_date(reader, root, "datum");
    p->date_place = node_attribute(root, "datum") ? node_attribute(root, "datum")->place : root->place;
    p->year = read_year(reader, root, "schooljaar");
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++) read_part(reader, root, i);
    read_text_keys(reader, root);
    read_goals(reader, root);
    p->text = narrative_read(arena, root);
    reader->diagnostics = NULL; /* they are the caller's: only finding is left */
    return p;
}

#define FIND(what, Plural, Type)                                             \
    int model_##what(const Partnership *p, const char *key) {                \
        for (int i = 0; key && i < p->what##_count; i++)                     \
            if (p->Plural[i].key && strcmp(p->Plural[i].key, key) == 0) return i; \
        return NO_INDEX;                                                     \
    }

FIND(board, boards, Board)
FIND(institute, institutes, Institute)
FIND(level, levels, Level)
FIND(school, schools, School)
FIND(location, locations, Location)
FIND(person, persons, Person)

int model_find(const Partnership *p, KeyKind kind, const char *text) {
    return find_name(p->reader, kind, text);
}
