/* The count lists of students: rows with one count, or with one count per institute or level. */
#include <string.h>

#include "model/reader.h"

typedef struct Row { /* what a whole row counts, before its cells */
    int location, school, institute, level;
    bool bad;
} Row;

static int row_name(Reader *r, const Node *node, const char *attribute, KeyKind kind, Row *row) {
    const char *name = node_get(node, attribute);
    if (!name || !*name) return NO_INDEX;
    int index = find_name(r, kind, name);
    if (index == NO_INDEX) {
        report_unknown(r, node, attribute, name, &kind, 1);
        row->bad = true;
    }
    return index;
}

static Row read_row(Reader *r, const Node *node) {
    Row row = {0};
    row.location = row_name(r, node, "locatie", KEY_LOCATION, &row);
    row.school = row_name(r, node, "school", KEY_SCHOOL, &row);
    row.institute = row_name(r, node, "instituut", KEY_INSTITUTE, &row);
    row.level = row_name(r, node, "niveau", KEY_LEVEL, &row);
    return row;
}

static bool is_row_attribute(const char *name) {
    static const char *const names[] = {"locatie", "school", "instituut", "niveau", "aantal", "streefaantal"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0) return true;
    return strchr(name, ':') != NULL; /* xml:lang and the like */
}

/* Key of a cell in the map of cells seen. */
static const char *cell_key(Reader *r, const Tally *t) {
    return arena_printf(r->arena, "%d/%d/%d/%d", t->location, t->school, t->institute, t->level);
}

static const char *cell_name(Reader *r, const Tally *t) {
    const Partnership *p = r->p;
    const char *parts[4] = {0};
    int n = 0;
    if (t->location != NO_INDEX) parts[n++] = p->locations[t->location].name;
    if (t->school != NO_INDEX) parts[n++] = p->schools[t->school].name;
    if (t->institute != NO_INDEX) parts[n++] = p->institutes[t->institute].abbreviation;
    if (t->level != NO_INDEX) parts[n++] = p->levels[t->level].name;
    const char *text = n ? parts[0] : "dit";
    for (int i = 1; i < n; i++) text = arena_printf(r->arena, "%s, %s", text, parts[i]);
    return text;
}

static void add_cell(Reader *r, const Node *node, const char *attribute, Map *seen, TallyList *list, Tally cell) {
    if (cell.count.state == QUANTITY_ABSENT) return;
    Tally *out = &list->items[list->count];
    *out = cell;
    out->place = cell.count.place;
    const char *key = cell_key(r, out);
    Tally *earlier = map_get(seen, key);
    if (earlier) {
        Place at = earlier->place;
        model_report(r, M_CELL_TWICE, node, attribute,
                     (Report){.arguments = {cell_name(r, out), arena_printf(r->arena, "%s:%d", at.file ? at.file : "?", at.line)}});
        return;
    }
    map_put(seen, key, out);
    list->count++;
}

/* One row: its own count, and a cell for each column that is an institute or a level. */
static int read_cells(Reader *r, const Node *node, Row row, Map *seen, TallyList *list, bool institutes, bool levels) {
    Tally cell = {.location = row.location, .school = row.school, .institute = row.institute, .level = row.level};
    int columns = 0;
    if (node_get(node, "aantal")) {
        columns++;
        cell.count = read_quantity(r, node, "aantal", NUMBER_COUNT);
        if (!row.bad) add_cell(r, node, "aantal", seen, list, cell);
    }
    for (const Attribute *a = node->attributes; a; a = a->next) {
        if (is_row_attribute(a->name)) continue;
        columns++;
        Tally wide = cell;
        int institute = institutes ? find_name(r, KEY_INSTITUTE, a->name) : NO_INDEX;
        int level = levels ? find_name(r, KEY_LEVEL, a->name) : NO_INDEX;
        if (institute == NO_INDEX && level == NO_INDEX) {
            KeyKind kinds[2];
            int n = 0;
            if (institutes) kinds[n++] = KEY_INSTITUTE;
            if (levels) kinds[n++] = KEY_LEVEL;
            /* a column of a spreadsheet is one fault, however many rows it has */
            bool again = map_put(seen, arena_printf(r->arena, "?%s", a->name), seen) != NULL && a->place.file &&
                         strstr(a->place.file, ".csv");
            if (again) continue;
            if (n) report_unknown(r, node, a->name, a->name, kinds, n);
            else model_report(r, M_BAD_COLUMN, node, a->name, (Report){.found = a->name, .arguments = {a->name}});
            continue;
        }
        if (institute != NO_INDEX) wide.institute = institute;
        if (level != NO_INDEX) wide.level = level;
        wide.count = read_cell(r, node, a, NUMBER_COUNT);
        if (!row.bad) add_cell(r, node, a->name, seen, list, wide);
    }
    return columns;
}

void read_tallies(Reader *r, const Node *node, TallyList *list, bool needs_location, bool institutes, bool levels) {
    int capacity = 0;
    NODE_EACH(row, node, "telling") {
        for (const Attribute *a = row->attributes; a; a = a->next) capacity++;
    }
    list->place = node->place;
    list->given = true;
    list->items = ARENA_ARRAY(r->arena, (size_t)capacity + 1, Tally);
    list->mentioned = ARENA_ARRAY(r->arena, (size_t)r->p->location_count + 1, bool);
    Map *seen = map_new(r->arena);
    NODE_EACH(row_node, node, "telling") {
        Row row = read_row(r, row_node);
        if (needs_location && !row.bad && row.location == NO_INDEX && row.school == NO_INDEX)
            model_report(r, M_TALLY_INCOMPLETE, row_node, NULL, (Report){.arguments = {BOTH("waar (locatie)", "where (locatie)")}}), row.bad = true;
        if (row.location != NO_INDEX && !row.bad) list->mentioned[row.location] = true;
        read_cells(r, row_node, row, seen, list, institutes, levels);
    }
    for (int i = 0; i < list->count; i++) {
        Tally *t = &list->items[i];
        const char *lacks = institutes && t->institute == NO_INDEX ? BOTH("welk instituut", "which institute (instituut)") : levels && t->level == NO_INDEX ? BOTH("welk niveau", "which level (niveau)") : NULL;
        if (lacks)
            diagnostics_report(r->diagnostics, model_message("R010"), t->place,
                               (Report){.arguments = {lacks}});
    }
}

void read_students(Reader *r, const Node *node) {
    Students *s = &r->p->students;
    s->place = node->place;
    s->given = true;
    s->date = read_date(r, node, "peildatum");
    s->dated = node_attribute(node, "peildatum") != NULL;
    const Node *child;
    if ((child = node_child(node, "plaatsingen"))) read_tallies(r, child, &s->joint, true, true, true);
    if ((child = node_child(node, "per-instituut"))) read_tallies(r, child, &s->by_institute, true, true, false);
    if ((child = node_child(node, "per-niveau"))) {
        s->by_level_partners = read_yes(child, "alleen-partners", false);
        read_tallies(r, child, &s->by_level, true, false, true);
    }
    if ((child = node_child(node, "eerstejaars"))) read_tallies(r, child, &s->first_years, true, true, false);
    if ((child = node_child(node, "wisselaars"))) read_tallies(r, child, &s->switchers, false, true, false);
}
