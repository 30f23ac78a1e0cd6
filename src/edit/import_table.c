/* Reads a sheet as one of the lists of counts: rows, totals, and what each cell may hold. */
#include <stdlib.h>
#include <string.h>

#include "base/name.h"
#include "base/notation.h"
#include "edit/import.h"
#include "edit/messages.h"
#include "model/value.h"

enum { MARKS = 8 };

/* A sum from some row on: of the whole sheet, or from behind a total. */
typedef struct Running {
    long long sums[SHEET_MAX_COLUMNS];
} Running;

typedef struct Reading {
    Arena *arena;
    const ImportNames *names;
    const Sheet *sheet;
    Diagnostics *diagnostics;
    ImportTable *table;
    Running *running[MARKS]; /* the first from the top, the others from behind the latest totals */
    int mark_count;
    const SheetRow *numbered[SHEET_MAX_COLUMNS]; /* the first row with a number in a column that is not known */
    const SheetRow *filled[SHEET_MAX_COLUMNS];
    bool failed;
} Reading;

static const char *text_at(const SheetRow *row, int column) { return column < row->count ? row->cells[column].text : ""; }

static Place place_of(const Reading *r, const SheetRow *row, int column) { return (Place){r->sheet->shown, row->number, column + 1}; }

static void fault(Reading *r, const Message *message, const SheetRow *row, int column, const char *found, const char *expected, const char *one, const char *two) {
    const char *cell = cell_name(r->arena, row->number, column + 1);
    diagnostics_report(r->diagnostics, message, place_of(r, row, column), (Report){.found = found, .expected = expected, .arguments = {cell, one, two}});
    if (message->severity == SEVERITY_ERROR) r->failed = true;
}

bool import_is_count(ColumnKind kind) {
    return kind == COLUMN_COUNT || kind == COLUMN_TARGET || kind == COLUMN_INSTITUTE || kind == COLUMN_LEVEL || kind == COLUMN_BOTH;
}

bool import_is_value(const ImportTable *table, int column) { return import_is_count(table->columns[column].kind); }

const char *import_count(const ImportRow *row, int column) { return text_at(row->row, column); }

/* One column a thing. */
static void check_headings(Reading *r, const SheetRow *row) {
    const ImportTable *t = r->table;
    for (int c = 0; c < t->column_count; c++)
        for (int i = 0; i < c; i++)
            if (import_is_value(t, c) && t->columns[i].kind == t->columns[c].kind && t->columns[i].index == t->columns[c].index && t->columns[i].level == t->columns[c].level)
                fault(r, &I249_COLUMN_TWICE, row, c, NULL, NULL, text_at(row, c), cell_name(r->arena, row->number, i + 1));
}

/* ---- cells ---- */

static bool is_nothing(const char *text) {
    static const char *const WORDS[] = {"", "\u2013", "\u2014", "nvt"};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (strcmp(text, WORDS[i]) == 0) return true;
    return false;
}

/* The count that a cell holds, as CSV has it: digits, "?" or ""; NULL when it is none, with what it may have meant. */
static const char *read_count(Arena *arena, const SheetCell *cell, const char **meant) {
    const char *text = notation_blanks(arena, cell->text);
    Decimal value;
    *meant = NULL;
    if (strcmp(text, "?") == 0) return text;
    if (cell->kind == CELL_TEXT && (is_nothing(text) || is_nothing(name_fold(arena, text)))) return "";
    NotationFault fault = cell->kind == CELL_NUMBER ? decimal_parse(text, &value) ? NOTATION_GOOD : NOTATION_NO_NUMBER : notation_read(text, NOTATION_COUNT, &value);
    if (fault == NOTATION_THOUSANDS) *meant = decimal_text(arena, value);
    if (fault != NOTATION_GOOD) return NULL;
    value = decimal_trim(value);
    bool count = value.scale == 0 && value.units >= 0 && value.units < 1000000000;
    return count ? decimal_text(arena, value) : NULL;
}

/* Words for what a cell holds that is no plain number; NULL. */
static const char *other_kind(const SheetCell *cell) {
    switch (cell->kind) {
    case CELL_DATE: return BOTH("een datum of tijd", "a date or time");
    case CELL_PERCENT: return BOTH("een percentage", "a percentage");
    case CELL_MONEY: return BOTH("een bedrag", "an amount of money");
    case CELL_NO_RESULT: return BOTH("een formule waarvan de uitkomst niet is bewaard", "a formula whose result was not saved");
    default: return NULL;
    }
}

/* The cell holds its count from here on; false after reporting. */
static bool check_cell(Reading *r, const SheetRow *row, int c) {
    SheetCell *cell = &row->cells[c];
    const char *text = cell->text, *meant, *other = other_kind(cell);
    if (cell->kind == CELL_ERROR) return fault(r, &I246_CELL_ERROR, row, c, NULL, NULL, text, NULL), false;
    if (other) return fault(r, &I254_CELL_KIND, row, c, text, NULL, other, NULL), false;
    if (cell->covered) return fault(r, &I255_MERGED, row, c, text, NULL, text, NULL), false;
    const char *count = read_count(r->arena, cell, &meant);
    if (count) return cell->text = count, true;
    fault(r, &I242_NO_COUNT, row, c, text, meant ? meant : BOTH("een heel getal, ? of leeg", "a whole number, ? or empty"), text, NULL);
    return false;
}

static bool is_number(const SheetCell *cell) {
    Decimal value;
    return cell->kind != CELL_TEXT || notation_read(cell->text, NOTATION_MEASURE, &value) != NOTATION_NO_NUMBER;
}

static bool check_cells(Reading *r, const SheetRow *row) {
    bool filled = false;
    for (int c = 0; c < r->table->column_count; c++) {
        ColumnKind kind = r->table->columns[c].kind;
        if (!*text_at(row, c)) continue;
        if (kind == COLUMN_UNKNOWN || kind == COLUMN_NONE) {
            if (!r->filled[c]) r->filled[c] = row;
            if (!r->numbered[c] && is_number(&row->cells[c])) r->numbered[c] = row;
        }
        if (!import_is_count(kind)) continue;
        filled = true;
        check_cell(r, row, c);
    }
    return filled;
}

/* ---- totals ---- */

static void add_to_sums(Reading *r, const SheetRow *row) {
    for (int c = 0; c < r->table->column_count; c++)
        if (import_is_value(r->table, c))
            for (int m = 0; m < r->mark_count; m++) r->running[m]->sums[c] += atoll(text_at(row, c)); /* unknown is left out, as a spreadsheet does */
}

/* The next rows are summed from here too. */
static void mark(Reading *r) {
    if (r->mark_count < MARKS) {
        r->running[r->mark_count++] = ARENA_NEW(r->arena, Running);
        return;
    }
    Running *oldest = r->running[1];
    memmove(&r->running[1], &r->running[2], (MARKS - 2) * sizeof *r->running);
    *oldest = (Running){0};
    r->running[MARKS - 1] = oldest;
}

static bool agrees(const SheetCell *cell, long long sum) { return strcmp(cell->text, "?") == 0 || atoll(cell->text) == sum; }

/* How many cells of a total differ from a sum. */
static int differing(const Reading *r, const SheetRow *row, const Running *sum) {
    int n = 0;
    for (int c = 0; c < r->table->column_count; c++)
        if (*text_at(row, c) && import_is_value(r->table, c)) n += !agrees(&row->cells[c], sum->sums[c]);
    return n;
}

/* A total is of all rows, or of those behind an earlier total, whatever it is called. */
static void check_total(Reading *r, const SheetRow *row, bool part) {
    if (r->failed) return; /* it would repeat what is wrong with the cells */
    for (int c = 0; c < r->table->column_count; c++)
        if (*text_at(row, c) && import_is_value(r->table, c)) check_cell(r, row, c);
    if (r->failed) return;
    int best = part ? r->mark_count - 1 : 0;
    for (int m = r->mark_count - 1; m >= 0; m--)
        if (differing(r, row, r->running[m]) < differing(r, row, r->running[best])) best = m;
    for (int c = 0; c < r->table->column_count; c++)
        if (*text_at(row, c) && import_is_value(r->table, c) && !agrees(&row->cells[c], r->running[best]->sums[c]))
            fault(r, &I244_TOTAL, row, c, text_at(row, c), arena_printf(r->arena, "%lld", r->running[best]->sums[c]), NULL, NULL);
    mark(r);
}

/* Does a column of totals count this one? It may be of one institute or level. */
static bool is_in(const ImportColumn *total, const ImportColumn *column) {
    int institute = column->kind == COLUMN_INSTITUTE || column->kind == COLUMN_BOTH ? column->index : NO_INDEX;
    int level = column->kind == COLUMN_LEVEL ? column->index : column->kind == COLUMN_BOTH ? column->level : NO_INDEX;
    return import_is_count(column->kind) && column->kind != COLUMN_TARGET && (total->index == NO_INDEX || total->index == institute) &&
           (total->level == NO_INDEX || total->level == level);
}

static void check_row_total(Reading *r, const SheetRow *row) {
    const ImportColumn *columns = r->table->columns;
    if (r->failed) return;
    for (int c = 0; c < r->table->column_count; c++) {
        if (!*text_at(row, c) || columns[c].kind != COLUMN_TOTAL || !check_cell(r, row, c)) continue;
        ImportColumn whole = {COLUMN_TOTAL, NO_INDEX, NO_INDEX}; /* below blank repeats it may be either */
        long long sum = 0, all = 0;
        for (int i = 0; i < r->table->column_count; i++) {
            if (is_in(&columns[c], &columns[i])) sum += atoll(text_at(row, i));
            if (is_in(&whole, &columns[i])) all += atoll(text_at(row, i));
        }
        if (*text_at(row, c) && !agrees(&row->cells[c], sum) && !agrees(&row->cells[c], all))
            fault(r, &I244_TOTAL, row, c, text_at(row, c), arena_printf(r->arena, "%lld", sum), NULL, NULL);
    }
}

/* ---- rows ---- */

/* 1: found, 0: the cell names nothing, else NO_INDEX or IMPORT_TWICE of what is in *of. */
static int name_of_row(Reading *r, const SheetRow *row, int c, ImportRow *out, ImportKind *of) {
    const char *text = text_at(row, c);
    ColumnKind kind = r->table->columns[c].kind;
    int *where = kind == COLUMN_INSTITUTE_NAME ? &out->institute : kind == COLUMN_LEVEL_NAME ? &out->level : &out->location;
    if (!*text || kind < COLUMN_LOCATION || kind > COLUMN_LEVEL_NAME) return 0;
    *of = kind == COLUMN_INSTITUTE_NAME ? IMPORT_INSTITUTE : kind == COLUMN_LEVEL_NAME ? IMPORT_LEVEL : IMPORT_LOCATION;
    int found = import_find(r->names, *of, text);
    if (*of == IMPORT_LOCATION) {
        int school = import_find(r->names, IMPORT_SCHOOL, text);
        bool wanted = kind == COLUMN_SCHOOL && strcmp(r->table->list, "eerstejaars") == 0;
        if (school != NO_INDEX && (wanted || found == NO_INDEX)) found = school, where = &out->school, *of = IMPORT_SCHOOL;
    }
    if (found >= 0) *where = found;
    return found >= 0 ? 1 : found;
}

static void report_name(Reading *r, const SheetRow *row, int c, ImportKind of, int found) {
    const char *text = text_at(row, c);
    const char *kind = of == IMPORT_INSTITUTE ? BOTH("instituut", "institute") : of == IMPORT_LEVEL ? BOTH("niveau", "level") : BOTH("locatie of school", "location or school");
    if (row->cells[c].kind == CELL_ERROR) fault(r, &I246_CELL_ERROR, row, c, NULL, NULL, text, NULL);
    else if (row->cells[c].kind == CELL_NO_RESULT) fault(r, &I254_CELL_KIND, row, c, text, NULL, other_kind(&row->cells[c]), NULL);
    else if (found == IMPORT_TWICE) fault(r, &I251_NAME_TWICE, row, c, text, import_keys_of(r->names, of, text), text, kind);
    else fault(r, &I241_UNKNOWN_NAME, row, c, NULL, NULL, text, kind);
}

static void add_row(Reading *r, const SheetRow *row, Map *seen) {
    ImportTable *t = r->table;
    ImportRow fresh = {row, NO_INDEX, NO_INDEX, NO_INDEX, NO_INDEX};
    bool filled = check_cells(r, row), named = false;
    for (int c = 0; c < t->column_count; c++) {
        ImportKind of;
        int found = name_of_row(r, row, c, &fresh, &of);
        if (found > 0) named = true;
        if (found >= 0) continue;
        if (!filled && import_is_group(r->names, text_at(row, c))) return;
        report_name(r, row, c, of, found);
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
    add_to_sums(r, row);
}

/* A word for a total in a cell that is to name the row, or in the first that holds something. */
static bool is_total(const Reading *r, const SheetRow *row, bool *part) {
    bool first = true;
    for (int c = 0; c < row->count; c++) {
        bool name = c < r->table->column_count && r->table->columns[c].kind >= COLUMN_LOCATION && r->table->columns[c].kind <= COLUMN_LEVEL_NAME;
        if (!*row->cells[c].text) continue;
        if ((name || first) && import_is_total(r->names, row->cells[c].text, part)) return true;
        first = false;
    }
    return false;
}

static void read_rows(Reading *r, int heading) {
    Map *seen = map_new(r->arena);
    bool part;
    r->table->rows = ARENA_ARRAY(r->arena, (size_t)r->sheet->row_count + 1, ImportRow);
    mark(r);
    for (int i = heading + 1; i < r->sheet->row_count; i++) {
        const SheetRow *row = &r->sheet->rows[i];
        if (is_total(r, row, &part)) check_total(r, row, part);
        else add_row(r, row, seen);
    }
}

/* Columns that the list does not need: words are passed over and told, numbers may be counts of a thing whose name is
 * written otherwise, unless the heading says what they are. */
static void check_unknown(Reading *r, const SheetRow *heading) {
    static const char *const WORDS[] = {"bestuur", "brin", "brinnummer", "brincode", "vestigingsnummer", "locatienummer", "nr", "nummer", "plaats", "gemeente",
                                        "postcode", "telefoon", "opmerking", "opmerkingen", "toelichting", "code", "jaar", "schooljaar", "peildatum", "datum", "regio"};
    for (int c = 0; c < r->table->column_count; c++) {
        const char *text = text_at(heading, c), *fold = name_fold(r->arena, text);
        bool known = false;
        for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) known = known || strcmp(fold, WORDS[i]) == 0;
        if (r->numbered[c] && !known) fault(r, &I243_COLUMN, *text ? heading : r->numbered[c], c, *text ? text : text_at(r->numbered[c], c), NULL, text, NULL);
        else if (r->filled[c] && *text) fault(r, &I252_PASSED_OVER, heading, c, NULL, NULL, text, NULL);
    }
}

/* ---- columns that are an institute and a level ---- */

static int put_column(ImportTable *t, ImportColumn column) {
    for (int c = 0; c < t->column_count; c++)
        if (t->columns[c].kind == column.kind && t->columns[c].index == column.index) return c;
    t->columns[t->column_count] = column;
    return t->column_count++;
}

/* The row of one institute: its levels in the columns of the new table. */
static ImportRow part_of(Arena *arena, const ImportTable *from, const ImportRow *row, int institute, ImportTable *to) {
    ImportRow part = *row;
    SheetRow *cells = ARENA_NEW(arena, SheetRow);
    *cells = (SheetRow){row->row->number, to->column_count, ARENA_ARRAY(arena, (size_t)to->column_count, SheetCell)};
    for (int c = 0; c < to->column_count; c++) cells->cells[c] = (SheetCell){.text = ""};
    for (int c = 0; c < from->column_count; c++) {
        ImportColumn level = {COLUMN_LEVEL, from->columns[c].level, NO_INDEX};
        if (from->columns[c].kind == COLUMN_BOTH && from->columns[c].index == institute && c < row->row->count) cells->cells[put_column(to, level)] = row->row->cells[c];
    }
    part.row = cells;
    part.institute = institute;
    return part;
}

static bool is_filled(const ImportRow *row) {
    for (int c = 0; c < row->row->count; c++)
        if (*row->row->cells[c].text) return true;
    return false;
}

/* Each row becomes one for every institute that it counts; at least one, so that the location is in the list. */
static void spread_institutes(Arena *arena, ImportTable *t) {
    ImportTable from = *t;
    int institutes[SHEET_MAX_COLUMNS], count = 0;
    if (!import_has(t, COLUMN_BOTH)) return;
    t->column_count = 0;
    put_column(t, (ImportColumn){COLUMN_INSTITUTE_NAME, NO_INDEX, NO_INDEX});
    for (int c = 0; c < from.column_count; c++) {
        if (from.columns[c].kind != COLUMN_BOTH) continue;
        bool seen = false;
        for (int i = 0; i < count; i++) seen = seen || institutes[i] == from.columns[c].index;
        if (!seen) institutes[count++] = from.columns[c].index;
        put_column(t, (ImportColumn){COLUMN_LEVEL, from.columns[c].level, NO_INDEX});
    }
    t->rows = ARENA_ARRAY(arena, (size_t)from.row_count * (size_t)count + 1, ImportRow);
    t->row_count = 0;
    for (int i = 0; i < from.row_count; i++) {
        int before = t->row_count;
        for (int k = 0; k < count; k++) {
            ImportRow part = part_of(arena, &from, &from.rows[i], institutes[k], t);
            if (is_filled(&part)) t->rows[t->row_count++] = part;
        }
        if (t->row_count == before) t->rows[t->row_count++] = part_of(arena, &from, &from.rows[i], institutes[0], t);
    }
}

bool import_table(Arena *arena, const Partnership *p, const Sheet *sheet, const char *list, Diagnostics *diagnostics, ImportTable *table) {
    *table = (ImportTable){.sheet = sheet};
    Reading *r = ARENA_NEW(arena, Reading);
    *r = (Reading){.arena = arena, .names = import_names(arena, p), .sheet = sheet, .diagnostics = diagnostics, .table = table};
    int heading = import_heading(r->names, arena, sheet, table);
    if (heading < 0) return false;
    const char *named = list ? list : import_list_name(sheet->name);
    table->list = import_list_of(table, named);
    if (!table->list && !list) table->list = import_list_of(table, NULL);
    if (!table->list) return false;
    for (int c = 0; c < table->column_count; c++) /* beside institutes with their levels one without is not counted */
        if (import_has(table, COLUMN_BOTH) && (table->columns[c].kind == COLUMN_INSTITUTE || table->columns[c].kind == COLUMN_LEVEL || table->columns[c].kind == COLUMN_COUNT))
            table->columns[c].kind = COLUMN_UNKNOWN;
    check_headings(r, &sheet->rows[heading]);
    read_rows(r, heading);
    check_unknown(r, &sheet->rows[heading]);
    spread_institutes(arena, table);
    return !r->failed;
}
