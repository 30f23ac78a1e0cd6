/* Who takes part: boards, institutes, levels, schools, locations; parameters and pupils. */
#include <string.h>

#include "model/reader.h"

static const char *const PARAMETER_NAMES[PARAMETER_COUNT] = {
    [PARAMETER_YEAR_HOURS] = "normjaartaak",
    [PARAMETER_HOURLY_RATE] = "uurtarief",
    [PARAMETER_ADMINISTRATIVE_RATE] = "administratief-tarief",
    [PARAMETER_PUPILS_PER_STUDENT] = "leerlingen-per-student",
    [PARAMETER_PARTNER_SHARE] = "partneraandeel",
    [PARAMETER_FIRST_YEAR_SHARE] = "eerstejaarsaandeel",
    [PARAMETER_FIRST_YEARS_PER_SCHOOL] = "eerstejaars-per-kartrekker",
    [PARAMETER_DEVIATION_PERCENT] = "afwijkingsdrempel",
    [PARAMETER_SMALL_GROUP] = "kleine-groep",
    [PARAMETER_STUDENT_GOAL] = "studentendoel",
    [PARAMETER_STARTER_REDUCTION_1] = "startersreductie-jaar-1",
    [PARAMETER_STARTER_REDUCTION_2] = "startersreductie-jaar-2",
    [PARAMETER_DEVIATION_AMOUNT] = "afwijkingsbedrag",
    [PARAMETER_WEEKS] = "weken",
    [PARAMETER_MARGIN_RUIM] = "marge-ruim",
    [PARAMETER_MARGIN_BIJNA] = "marge-bijna",
    [PARAMETER_MARGIN_CIRCA] = "marge-circa",
    [PARAMETER_MARGIN_SHARE] = "marge-deel",
};

const char *parameter_name(Parameter parameter) { return PARAMETER_NAMES[parameter]; }

static NumberKind parameter_kind(Parameter parameter) {
    switch (parameter) {
    case PARAMETER_PARTNER_SHARE:
    case PARAMETER_FIRST_YEAR_SHARE:
    case PARAMETER_STARTER_REDUCTION_1:
    case PARAMETER_STARTER_REDUCTION_2: return NUMBER_SHARE;
    case PARAMETER_FIRST_YEARS_PER_SCHOOL:
    case PARAMETER_SMALL_GROUP:
    case PARAMETER_STUDENT_GOAL: return NUMBER_COUNT;
    default: return NUMBER_MEASURE;
    }
}

void read_parameters(Reader *r, const Node *node) {
    for (int i = 0; i < PARAMETER_COUNT; i++) {
        const Node *child = node_child(node, PARAMETER_NAMES[i]);
        if (!child) continue;
        r->p->parameters[i] = read_quantity(r, child, "waarde", parameter_kind((Parameter)i));
        const Node *again = node_sibling(child, PARAMETER_NAMES[i]);
        if (again)
            model_report(r, M_PART_TWICE, again, NULL,
                         (Report){.arguments = {PARAMETER_NAMES[i], arena_printf(r->arena, "%s:%d",
                                  child->place.file ? child->place.file : "?", child->place.line)}});
    }
}

static void read_board(Reader *r, const Node *node, Board *out, int index) {
    out->key = read_key(r, node, KEY_BOARD, index);
    read_names(node, &out->name, &out->abbreviation);
    add_name(r, KEY_BOARD, out->name, index);
    add_name(r, KEY_BOARD, out->abbreviation, index);
}

static void read_group(Reader *r, const Node *node, Group *out, KeyKind kind, int index) {
    out->key = read_key(r, node, kind, index);
    read_names(node, &out->name, NULL);
}

static void read_level_group(Reader *r, const Node *node, Group *out, int index) {
    read_group(r, node, out, KEY_LEVEL_GROUP, index);
}

static void read_school_group(Reader *r, const Node *node, Group *out, int index) {
    read_group(r, node, out, KEY_SCHOOL_GROUP, index);
}

/* Count lists have attributes of these names: a key of that name could not be a column. */
static void check_reserved(Reader *r, const Node *node, const char *key) {
    static const char *const reserved[] = {"locatie", "school", "instituut", "niveau", "aantal", "streefaantal"};
    for (size_t i = 0; key && i < sizeof reserved / sizeof *reserved; i++)
        if (strcmp(key, reserved[i]) == 0)
            model_report(r, M_RESERVED_KEY, node, "sleutel", (Report){.arguments = {key}});
}

static void read_level(Reader *r, const Node *node, Level *out, int index) {
    out->key = read_key(r, node, KEY_LEVEL, index);
    check_reserved(r, node, out->key);
    read_names(node, &out->name, &out->abbreviation);
    out->group = node_get(node, "groep");
    out->group_index = read_reference(r, node, "groep", KEY_LEVEL_GROUP);
    const char *first = node_get_or(node, "eerstejaars", "nee");
    out->first_year = strcmp(first, "ja") == 0 ? FIRST_YEAR_ALL : strcmp(first, "deels") == 0 ? FIRST_YEAR_PARTLY : FIRST_YEAR_NONE;
    add_name(r, KEY_LEVEL, out->name, index);
    add_name(r, KEY_LEVEL, out->abbreviation, index);
}

static void read_institute(Reader *r, const Node *node, Institute *out, int index) {
    out->key = read_key(r, node, KEY_INSTITUTE, index);
    check_reserved(r, node, out->key);
    read_names(node, &out->name, &out->abbreviation);
    out->partner = read_yes(node, "partner", false);
    out->other = read_yes(node, "verzameling", out->key && strcmp(out->key, "overig") == 0);
    out->first_year_label = node_get(node, "eerstejaars-label");
    out->first_year_name = node_get(node, "eerstejaars-naam");
    out->first_year_levels = read_references(r, node, "eerstejaars-niveaus", KEY_LEVEL, &out->first_year_level_count);
    add_name(r, KEY_INSTITUTE, out->name, index);
    add_name(r, KEY_INSTITUTE, out->abbreviation, index);
}

static void read_school(Reader *r, const Node *node, School *out, int index) {
    out->key = read_key(r, node, KEY_SCHOOL, index);
    read_names(node, &out->name, &out->abbreviation);
    out->board = read_reference(r, node, "bestuur", KEY_BOARD);
    add_name(r, KEY_SCHOOL, out->name, index);
    add_name(r, KEY_SCHOOL, out->abbreviation, index);
}

static void read_location(Reader *r, const Node *node, Location *out, int index) {
    out->key = read_key(r, node, KEY_LOCATION, index);
    read_names(node, &out->name, &out->abbreviation);
    out->school = read_reference(r, node, "school", KEY_SCHOOL);
    out->board = read_reference(r, node, "bestuur", KEY_BOARD);
    if (!node_get(node, "bestuur") && out->school != NO_INDEX) out->board = r->p->schools[out->school].board;
    out->group = read_reference(r, node, "groep", KEY_SCHOOL_GROUP);
    if (!node_get(node, "bestuur") && !node_get(node, "school"))
        model_report(r, M_NO_BOARD, node, NULL, (Report){.arguments = {out->name}});
    add_name(r, KEY_LOCATION, out->name, index);
    add_name(r, KEY_LOCATION, out->abbreviation, index);
}

void read_partnership(Reader *r, const Node *node) {
    Partnership *p = r->p;
    p->key = node_get(node, "sleutel");
    read_names(node, &p->name, &p->abbreviation);
    READ_LIST(r, node, "bestuur", Board, p->boards, p->board_count, read_board);
    READ_LIST(r, node, "niveaugroep", Group, p->level_groups, p->level_group_count, read_level_group);
    READ_LIST(r, node, "niveau", Level, p->levels, p->level_count, read_level);
    READ_LIST(r, node, "instituut", Institute, p->institutes, p->institute_count, read_institute);
    READ_LIST(r, node, "schoolgroep", Group, p->school_groups, p->school_group_count, read_school_group);
    READ_LIST(r, node, "school", School, p->schools, p->school_count, read_school);
    READ_LIST(r, node, "locatie", Location, p->locations, p->location_count, read_location);
    p->lead = node_get(node, "penvoerder");
    read_reference(r, node, "penvoerder", KEY_BOARD);
}

static bool report_pupils_twice(Reader *r, const Node *row, const Location *location) {
    if (location->pupils.state == QUANTITY_ABSENT) return false;
    Place at = location->pupils.place;
    model_report(r, M_CELL_TWICE, row, NULL,
                 (Report){.arguments = {location->name, arena_printf(r->arena, "%s:%d", at.file ? at.file : "?", at.line)}});
    return true;
}

void read_pupils(Reader *r, const Node *node) {
    r->p->pupils_date = read_date(r, node, "peildatum");
    r->p->pupils_place = node->place;
    r->p->pupils_dated = node_attribute(node, "peildatum") != NULL;
    r->p->pupils_counted = node_child(node, "telling") != NULL;
    NODE_EACH(row, node, "telling") {
        const char *name = node_get(row, "locatie");
        if (!name || !node_get(row, "aantal")) {
            model_report(r, M_TALLY_INCOMPLETE, row, NULL, (Report){.arguments = {name ? BOTH("hoeveel (aantal)", "how many (aantal)") : BOTH("waar (locatie)", "where (locatie)")}});
            if (!name) continue;
        }
        int index = find_name(r, KEY_LOCATION, name);
        if (index == NO_INDEX) {
            report_unknown(r, row, "locatie", name, (KeyKind[]){KEY_LOCATION}, 1);
            continue;
        }
        Location *location = &r->p->locations[index];
        if (report_pupils_twice(r, row, location)) continue;
        location->pupils = read_quantity(r, row, "aantal", NUMBER_COUNT);
        location->target = read_quantity(r, row, "streefaantal", NUMBER_COUNT);
        for (const Attribute *a = row->attributes; a; a = a->next) {
            if (strcmp(a->name, "locatie") == 0 || strcmp(a->name, "aantal") == 0 || strcmp(a->name, "streefaantal") == 0 ||
                strchr(a->name, ':'))
                continue;
            model_report(r, M_BAD_COLUMN, row, a->name, (Report){.found = a->name, .expected = "locatie, aantal, streefaantal", .arguments = {a->name}});
        }
    }
}
