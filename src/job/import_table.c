/* Reads a sheet as one of the lists of counts: heading, rows, totals. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "job/import.h"
#include "job/messages.h"
#include "model/value.h"

typedef struct Reading {
    Arena *arena;
    const Partnership *p;
    const Sheet *sheet;
    Diagnostics *diagnostics;
    ImportTable *table;
    bool failed;
} Reading;

/* Same name: capitals, spaces and hyphens aside. */
static bool same_name(const char *a, const char *b) {
    if (!a || !b) return false;
    for (;;) {
        while (*a && strchr(" -_\t\n.", *a)) a++;
        while (*b && strchr(" -_\t\n.", *b)) b++;
        if (!*a || !*b) return *a == *b;
        if (tolower((unsigned char)*a++) != tolower((unsigned char)*b++)) return false;
    }
}

static bool is_named(const char *text, const char *key, const char *name, const char *abbreviation) {
    return *text && (same_name(text, key) || same_name(text, name) || same_name(text, abbreviation));
}

#define FIND(items, count, text)                                                                                  \
    for (int i = 0; i < (count); i++)                                                                             \
        if (is_named((text), (items)[i].key, (items)[i].name, (items)[i].abbreviation)) return i;                 \
    return NO_INDEX
static int find_location(const Partnership *p, const char *text) { FIND(p->locations, p->location_count, text); }
static int find_school(const Partnership *p, const char *text) { FIND(p->schools, p->school_count, text); }
static int find_institute(const Partnership *p, const char *text) { FIND(p->institutes, p->institute_count, text); }
static int find_level(const Partnership *p, const char *text) { FIND(p->levels, p->level_count, text); }

/* A board or a group of schools heads rows of a table; it has no counts of its own. */
static bool is_group(const Partnership *p, const char *text) {
    for (int i = 0; i < p->board_count; i++)
        if (is_named(text, p->boards[i].key, p->boards[i].name, p->boards[i].abbreviation)) return true;
    for (int i = 0; i < p->school_group_count; i++)
        if (is_named(text, p->school_groups[i].key, p->school_groups[i].name, NULL)) return true;
    return false;
}

static bool is_total(const char *text) {
    static const char *const WORDS[] = {"totaal", "eindtotaal", "total", "som", "totalen"};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (same_name(text, WORDS[i])) return true;
    return false;
}
static bool is_subtotal(const char *text) { return strncasecmp(text, "subtotaal", 9) == 0 || strncasecmp(text, "totaal ", 7) == 0; }

static const char *text_at(const SheetRow *row, int column) { return column < row->count ? row->cells[column].text : ""; }

static Place place_of(const Reading *r, const SheetRow *row, int column) { return (Place){r->sheet->shown, row->number, column + 1}; }

static void fault(Reading *r, const Message *message, const SheetRow *row, int column, const char *found, const char *expected, const char *one, const char *two) {
    const char *cell = cell_name(r->arena, row->number, column + 1);
    diagnostics_report(r->diagnostics, message, place_of(r, row, column), (Report){.found = found, .expected = expected, .arguments = {cell, one, two}});
    if (message->severity == SEVERITY_ERROR) r->failed = true;
}

/* ---- the heading ---- */

static ImportColumn column_of(const Partnership *p, const char *text) {
    static const struct { const char *word; ColumnKind kind; } WORDS[] = {
        {"locatie", COLUMN_LOCATION}, {"vestiging", COLUMN_LOCATION}, {"schoollocatie", COLUMN_LOCATION}, {"school", COLUMN_SCHOOL},
        {"instituut", COLUMN_INSTITUTE_NAME}, {"opleiding", COLUMN_INSTITUTE_NAME}, {"lerarenopleiding", COLUMN_INSTITUTE_NAME},
        {"niveau", COLUMN_LEVEL_NAME}, {"aantal", COLUMN_COUNT}, {"leerlingen", COLUMN_COUNT}, {"aantal leerlingen", COLUMN_COUNT},
        {"studenten", COLUMN_COUNT}, {"aantal studenten", COLUMN_COUNT}, {"streefaantal", COLUMN_TARGET}};
    if (!*text) return (ImportColumn){COLUMN_NONE, NO_INDEX};
    if (is_total(text)) return (ImportColumn){COLUMN_TOTAL, NO_INDEX};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (same_name(text, WORDS[i].word)) return (ImportColumn){WORDS[i].kind, NO_INDEX};
    int institute = find_institute(p, text), level = find_level(p, text);
    if (institute != NO_INDEX) return (ImportColumn){COLUMN_INSTITUTE, institute};
    if (level != NO_INDEX) return (ImportColumn){COLUMN_LEVEL, level};
    return (ImportColumn){COLUMN_UNKNOWN, NO_INDEX};
}

static bool has(const ImportTable *t, ColumnKind kind) {
    for (int i = 0; i < t->column_count; i++)
        if (t->columns[i].kind == kind) return true;
    return false;
}

static bool is_value(ColumnKind kind) { return kind == COLUMN_COUNT || kind == COLUMN_TARGET || kind == COLUMN_INSTITUTE || kind == COLUMN_LEVEL; }

/* Titles may stand above the heading; its index among the rows, or -1. */
static int find_heading(const Partnership *p, const Sheet *sheet, ImportTable *t) {
    for (int i = 0; i < sheet->row_count && i < 30; i++) {
        const SheetRow *row = &sheet->rows[i];
        t->column_count = row->count;
        for (int c = 0; c < row->count; c++) t->columns[c] = column_of(p, row->cells[c].text);
        bool named = has(t, COLUMN_LOCATION) || has(t, COLUMN_SCHOOL) || has(t, COLUMN_INSTITUTE_NAME);
        if (named && (has(t, COLUMN_COUNT) || has(t, COLUMN_INSTITUTE) || has(t, COLUMN_LEVEL))) return i;
    }
    t->column_count = 0;
    return -1;
}

/* One column a thing. */
static void check_headings(Reading *r, const SheetRow *row) {
    const ImportTable *t = r->table;
    for (int c = 0; c < t->column_count; c++)
        for (int i = 0; i < c; i++)
            if (is_value(t->columns[c].kind) && t->columns[i].kind == t->columns[c].kind && t->columns[i].index == t->columns[c].index)
                fault(r, &I249_COLUMN_TWICE, row, c, NULL, NULL, text_at(row, c), cell_name(r->arena, row->number, i + 1));
}

const char *import_list_name(const char *text) {
    static const struct { const char *list, *words[3]; } NAMES[] = {
        {"plaatsingen", {"plaatsing", NULL, NULL}}, {"eerstejaars", {"eerstejaars", "eerstejaar", NULL}},
        {"wisselaars", {"wisselaar", "gewisseld", NULL}}, {"per-instituut", {"instituut", "partner", "opleiding"}},
        {"per-niveau", {"niveau", NULL, NULL}}, {"leerlingen", {"leerling", NULL, NULL}}};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        for (int w = 0; w < 3 && NAMES[i].words[w]; w++)
            if (strcasestr(text, NAMES[i].words[w])) return NAMES[i].list;
    return NULL;
}

/* Which lists the columns can be: the one by name when it fits, else the first that does. */
static const char *list_of(const ImportTable *t, const char *wanted) {
    bool institutes = has(t, COLUMN_INSTITUTE) || has(t, COLUMN_INSTITUTE_NAME), levels = has(t, COLUMN_LEVEL) || has(t, COLUMN_LEVEL_NAME);
    bool places = has(t, COLUMN_LOCATION) || has(t, COLUMN_SCHOOL);
    const char *fits[3] = {NULL, NULL, NULL};
    if (!places) fits[0] = institutes && !levels ? "wisselaars" : NULL;
    else if (institutes && levels) fits[0] = "plaatsingen";
    else if (institutes) fits[0] = "per-instituut", fits[1] = "eerstejaars", fits[2] = "wisselaars";
    else fits[0] = levels ? "per-niveau" : "leerlingen";
    for (int i = 0; wanted && i < 3; i++)
        if (fits[i] && strcmp(fits[i], wanted) == 0) return fits[i];
    return wanted ? NULL : fits[0];
}

/* ---- rows ---- */

bool import_is_value(const ImportTable *table, int column) { return is_value(table->columns[column].kind); }

const char *import_count(const ImportRow *row, int column) { return text_at(row->row, column); }

static bool is_count(const char *text) {
    if (!*text || strcmp(text, "?") == 0) return true;
    return strspn(text, "0123456789") == strlen(text) && strlen(text) < 10;
}

static bool check_cells(Reading *r, const SheetRow *row) {
    bool filled = false;
    for (int c = 0; c < r->table->column_count; c++) {
        const char *text = text_at(row, c);
        if (!*text) continue;
        if (r->table->columns[c].kind == COLUMN_UNKNOWN) fault(r, &I243_COLUMN, row, c, NULL, NULL, text, NULL);
        if (!is_value(r->table->columns[c].kind)) continue;
        filled = true;
        if (row->cells[c].error) fault(r, &I246_CELL_ERROR, row, c, NULL, NULL, text, NULL);
        else if (!is_count(text)) fault(r, &I242_NO_COUNT, row, c, text, "een heel getal zonder punt of komma, ? of leeg", text, NULL);
    }
    return filled;
}

/* Sum of a column over rows [from, to); unknown counts are left out, as a spreadsheet does. */
static long long column_sum(const ImportTable *t, int from, int to, int column) {
    long long sum = 0;
    for (int i = from; i < to; i++) sum += atoll(import_count(&t->rows[i], column));
    return sum;
}

static void check_total(Reading *r, const SheetRow *row, int from) {
    if (r->failed) return; /* it would repeat what is wrong with the cells */
    for (int c = 0; c < r->table->column_count; c++) {
        const char *text = text_at(row, c);
        if (!*text || !is_value(r->table->columns[c].kind)) continue;
        long long sum = column_sum(r->table, from, r->table->row_count, c);
        if (!is_count(text) || row->cells[c].error || atoll(text) != sum)
            fault(r, &I244_TOTAL, row, c, text, arena_printf(r->arena, "%lld", sum), NULL, NULL);
    }
}

static void check_row_total(Reading *r, const SheetRow *row) {
    for (int c = 0; c < r->table->column_count; c++) {
        const char *text = text_at(row, c);
        if (!*text || r->table->columns[c].kind != COLUMN_TOTAL) continue;
        long long sum = 0;
        for (int i = 0; i < r->table->column_count; i++)
            if (is_value(r->table->columns[i].kind) && r->table->columns[i].kind != COLUMN_TARGET) sum += atoll(text_at(row, i));
        if (!is_count(text) || row->cells[c].error || (strcmp(text, "?") && atoll(text) != sum))
            fault(r, &I244_TOTAL, row, c, text, arena_printf(r->arena, "%lld", sum), NULL, NULL);
    }
}

static int name_of_row(Reading *r, const SheetRow *row, int c, ImportRow *out) {
    const char *text = text_at(row, c);
    ColumnKind kind = r->table->columns[c].kind;
    if (!*text) return 0;
    if (kind == COLUMN_INSTITUTE_NAME) return (out->institute = find_institute(r->p, text)) == NO_INDEX ? -1 : 1;
    if (kind == COLUMN_LEVEL_NAME) return (out->level = find_level(r->p, text)) == NO_INDEX ? -1 : 1;
    if (kind != COLUMN_LOCATION && kind != COLUMN_SCHOOL) return 0;
    int location = find_location(r->p, text), school = find_school(r->p, text);
    bool as_school = school != NO_INDEX && (kind == COLUMN_SCHOOL ? strcmp(r->table->list, "eerstejaars") == 0 || location == NO_INDEX : location == NO_INDEX);
    if (as_school) out->school = school;
    else if (location != NO_INDEX) out->location = location;
    else return -1;
    return 1;
}

static const char *kind_word(ColumnKind kind, bool english) {
    if (kind == COLUMN_INSTITUTE_NAME) return english ? "institute" : "instituut";
    if (kind == COLUMN_LEVEL_NAME) return english ? "level" : "niveau";
    return english ? "location or school" : "locatie of school";
}

static void add_row(Reading *r, const SheetRow *row, Map *seen) {
    ImportTable *t = r->table;
    ImportRow fresh = {row, NO_INDEX, NO_INDEX, NO_INDEX, NO_INDEX};
    bool filled = check_cells(r, row), named = false;
    for (int c = 0; c < t->column_count; c++) {
        int found = name_of_row(r, row, c, &fresh);
        if (found > 0) named = true;
        if (found >= 0) continue;
        const char *text = text_at(row, c);
        if (!filled && is_group(r->p, text)) return;
        diagnostics_report(r->diagnostics, &I241_UNKNOWN_NAME, place_of(r, row, c),
                           (Report){.arguments = {cell_name(r->arena, row->number, c + 1), text, kind_word(t->columns[c].kind, false), kind_word(t->columns[c].kind, true)}});
        r->failed = true;
        return;
    }
    if (!named) {
        if (filled) fault(r, &I247_NO_NAME, row, 0, NULL, NULL, NULL, NULL);
        return;
    }
    check_row_total(r, row);
    const char *key = arena_printf(r->arena, "%d/%d/%d/%d", fresh.location, fresh.school, fresh.institute, fresh.level);
    const SheetRow *earlier = map_put(seen, key, (void *)row);
    if (earlier) fault(r, &I245_TWICE, row, 0, NULL, NULL, arena_printf(r->arena, "%d", earlier->number), NULL);
    t->rows[t->row_count++] = fresh;
}

static void read_rows(Reading *r, int heading) {
    ImportTable *t = r->table;
    Map *seen = map_new(r->arena);
    int group = 0;
    t->rows = ARENA_ARRAY(r->arena, (size_t)r->sheet->row_count + 1, ImportRow);
    for (int i = heading + 1; i < r->sheet->row_count; i++) {
        const SheetRow *row = &r->sheet->rows[i];
        const char *first = "";
        for (int c = 0; c < row->count && !*first; c++) first = row->cells[c].text;
        if (is_total(first)) check_total(r, row, 0);
        else if (is_subtotal(first)) check_total(r, row, group), group = t->row_count;
        else add_row(r, row, seen);
    }
}

bool import_table(Arena *arena, const Partnership *p, const Sheet *sheet, const char *list, Diagnostics *diagnostics, ImportTable *table) {
    *table = (ImportTable){.sheet = sheet};
    Reading r = {.arena = arena, .p = p, .sheet = sheet, .diagnostics = diagnostics, .table = table};
    int heading = find_heading(p, sheet, table);
    if (heading < 0) return false;
    const char *named = list ? list : import_list_name(sheet->name);
    table->list = list_of(table, named);
    if (!table->list && !list) table->list = list_of(table, NULL);
    if (!table->list) return false;
    check_headings(&r, &sheet->rows[heading]);
    read_rows(&r, heading);
    return !r.failed;
}

const char *import_cell_name(Arena *arena, const Partnership *p, const ImportRow *row, ImportColumn column) {
    int institute = column.kind == COLUMN_INSTITUTE ? column.index : row->institute, level = column.kind == COLUMN_LEVEL ? column.index : row->level;
    const char *parts[5];
    int n = 0;
    if (row->location != NO_INDEX) parts[n++] = p->locations[row->location].name;
    if (row->school != NO_INDEX) parts[n++] = p->schools[row->school].name;
    if (institute != NO_INDEX) parts[n++] = p->institutes[institute].abbreviation;
    if (level != NO_INDEX) parts[n++] = p->levels[level].name;
    if (column.kind == COLUMN_TARGET) parts[n++] = "streefaantal";
    const char *text = n ? parts[0] : "";
    for (int i = 1; i < n; i++) text = arena_printf(arena, "%s, %s", text, parts[i]);
    return text;
}

int import_present_cells(Arena *arena, const Partnership *p, const Node *list, PresentCell **cells) {
    int n = 0, room = 0;
    if (!list) return 0;
    NODE_EACH(node, list, "telling")
        for (const Attribute *a = node->attributes; a; a = a->next) room++;
    *cells = ARENA_ARRAY(arena, (size_t)room + 1, PresentCell);
    NODE_EACH(node, list, "telling") {
        const char *school = node_get_or(node, "school", ""), *location = node_get_or(node, "locatie", ""),
                   *institute = node_get_or(node, "instituut", ""), *level = node_get_or(node, "niveau", "");
        ImportRow row = {NULL, find_location(p, location), find_school(p, school), find_institute(p, institute), find_level(p, level)};
        for (const Attribute *a = node->attributes; a; a = a->next) {
            ImportColumn column = column_of(p, a->name);
            if (is_value(column.kind)) (*cells)[n++] = (PresentCell){row, column, a->value};
        }
    }
    return n;
}

void import_present(Arena *arena, const Partnership *p, const Node *list, Map *cells) {
    PresentCell *present;
    int count = import_present_cells(arena, p, list, &present);
    for (int i = 0; i < count; i++) map_put(cells, import_cell_name(arena, p, &present[i].row, present[i].column), (void *)present[i].text);
}

/* ---- out again ---- */

static void put_headings(Buffer *out, const Partnership *p, const ImportTable *t, bool schools, bool locations, char separator) {
    bool institutes = has(t, COLUMN_INSTITUTE_NAME), levels = has(t, COLUMN_LEVEL_NAME);
    if (schools) buffer_printf(out, "school%c", separator);
    if (locations) buffer_printf(out, "locatie%c", separator);
    if (institutes) buffer_printf(out, "instituut%c", separator);
    if (levels) buffer_printf(out, "niveau%c", separator);
    for (int c = 0; c < t->column_count; c++) {
        const ImportColumn *column = &t->columns[c];
        if (!is_value(column->kind)) continue;
        buffer_puts(out, column->kind == COLUMN_INSTITUTE ? p->institutes[column->index].key
                         : column->kind == COLUMN_LEVEL   ? p->levels[column->index].key
                         : column->kind == COLUMN_TARGET  ? "streefaantal"
                                                          : "aantal");
        buffer_putc(out, separator);
    }
    out->data[out->size - 1] = '\n';
}

char *import_csv(Arena *arena, const Partnership *p, const ImportTable *t, char separator, bool mark, size_t *size) {
    Buffer out = {0};
    bool schools = false, locations = false;
    for (int i = 0; i < t->row_count; i++) {
        schools |= t->rows[i].school != NO_INDEX;
        locations |= t->rows[i].location != NO_INDEX;
    }
    if (mark) buffer_puts(&out, "\xEF\xBB\xBF");
    put_headings(&out, p, t, schools, locations, separator);
    for (int i = 0; i < t->row_count; i++) {
        const ImportRow *row = &t->rows[i];
        if (schools) buffer_printf(&out, "%s%c", row->school != NO_INDEX ? p->schools[row->school].key : "", separator);
        if (locations) buffer_printf(&out, "%s%c", row->location != NO_INDEX ? p->locations[row->location].key : "", separator);
        if (has(t, COLUMN_INSTITUTE_NAME)) buffer_printf(&out, "%s%c", row->institute != NO_INDEX ? p->institutes[row->institute].key : "", separator);
        if (has(t, COLUMN_LEVEL_NAME)) buffer_printf(&out, "%s%c", row->level != NO_INDEX ? p->levels[row->level].key : "", separator);
        for (int c = 0; c < t->column_count; c++)
            if (is_value(t->columns[c].kind)) buffer_printf(&out, "%s%c", import_count(row, c), separator);
        out.data[out.size - 1] = '\n';
    }
    *size = out.size;
    char *result = arena_strndup(arena, out.data, out.size);
    buffer_free(&out);
    return result;
}
