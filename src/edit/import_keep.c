/* What the input counts and a sheet says nothing of: it stays as it is, and is named. Nothing is lost by importing a
 * sheet that has three schools; a sheet that is the whole truth is imported with --replace. */
#include <stdlib.h>
#include <string.h>

#include "edit/import.h"
#include "edit/messages.h"

typedef struct Keeping {
    Arena *arena;
    const Partnership *p;
    ImportTable *table;
    ColumnKind across; /* what the value columns tell apart: COLUMN_INSTITUTE, COLUMN_LEVEL, or COLUMN_COUNT: nothing */
    Map *rows;         /* name of a row -> int *, its index in the table */
    Map *order;        /* names of the rows that the list has, in its order */
    Map *kept;         /* name of a row -> text of what it keeps */
} Keeping;

/* One cell of a list, in whatever shape the list has. */
typedef struct Cell {
    ImportRow row; /* location, school, institute, level; also those that a column names */
    bool target;
} Cell;

static Cell cell_of(const ImportRow *row, ImportColumn column) {
    Cell cell = {*row, column.kind == COLUMN_TARGET};
    if (column.kind == COLUMN_INSTITUTE) cell.row.institute = column.index;
    if (column.kind == COLUMN_LEVEL) cell.row.level = column.index;
    if (cell.row.location != NO_INDEX) cell.row.school = NO_INDEX; /* the location says it all */
    return cell;
}

static const char *name_of(Arena *arena, const ImportRow *row) {
    return arena_printf(arena, "%d/%d/%d/%d", row->location, row->location == NO_INDEX ? row->school : NO_INDEX, row->institute, row->level);
}

static const char *cell_key(Arena *arena, const Cell *cell) {
    return arena_printf(arena, "%s/%d", name_of(arena, &cell->row), cell->target);
}

/* The column of the table that a cell stands in. */
static ImportColumn column_for(const Keeping *k, const Cell *cell) {
    if (cell->target) return (ImportColumn){COLUMN_TARGET, NO_INDEX, NO_INDEX};
    if (k->across == COLUMN_INSTITUTE && cell->row.institute != NO_INDEX) return (ImportColumn){COLUMN_INSTITUTE, cell->row.institute, NO_INDEX};
    if (k->across == COLUMN_LEVEL && cell->row.level != NO_INDEX) return (ImportColumn){COLUMN_LEVEL, cell->row.level, NO_INDEX};
    return (ImportColumn){COLUMN_COUNT, NO_INDEX, NO_INDEX};
}

/* The row of the table that a cell stands in. */
static ImportRow row_for(const Cell *cell, ImportColumn column) {
    ImportRow row = cell->row;
    row.row = NULL;
    if (column.kind == COLUMN_INSTITUTE) row.institute = NO_INDEX;
    if (column.kind == COLUMN_LEVEL) row.level = NO_INDEX;
    return row;
}

/* Its index; -1 when the sheet is full. */
static int find_column(ImportTable *t, ImportColumn column) {
    for (int c = 0; c < t->column_count; c++)
        if (t->columns[c].kind == column.kind && t->columns[c].index == column.index) return c;
    if (t->column_count == SHEET_MAX_COLUMNS) return -1;
    t->columns[t->column_count] = column;
    return t->column_count++;
}

static int find_row(Keeping *k, const ImportRow *row) {
    const char *name = name_of(k->arena, row);
    int *known = map_get(k->rows, name);
    if (known) return *known;
    known = ARENA_NEW(k->arena, int);
    *known = k->table->row_count;
    map_put(k->rows, name, known);
    k->table->rows[k->table->row_count] = *row;
    return k->table->row_count++;
}

static void put_cell(const Keeping *k, ImportRow *row, int column, const char *text) {
    SheetRow *copy = ARENA_NEW(k->arena, SheetRow);
    copy->number = row->row ? row->row->number : 0;
    copy->count = column + 1;
    if (row->row && row->row->count > copy->count) copy->count = row->row->count;
    copy->cells = ARENA_ARRAY(k->arena, (size_t)copy->count, SheetCell);
    for (int c = 0; c < copy->count; c++) copy->cells[c] = row->row && c < row->row->count ? row->row->cells[c] : (SheetCell){.text = ""};
    copy->cells[column].text = text;
    row->row = copy;
}

static void keep(Keeping *k, const Cell *cell, const char *text) {
    ImportColumn column = column_for(k, cell);
    ImportRow row = row_for(cell, column);
    int at = find_column(k->table, column);
    if (at < 0) return;
    const char *name = name_of(k->arena, &row);
    put_cell(k, &k->table->rows[find_row(k, &row)], at, text);
    const char *before = map_get(k->kept, name), *what = column.kind == COLUMN_COUNT ? text : NULL;
    if (!what) {
        ImportRow none = {NULL, NO_INDEX, NO_INDEX, NO_INDEX, NO_INDEX};
        what = arena_printf(k->arena, "%s: %s", import_cell_name(k->arena, k->p, &none, column), text);
    }
    map_put(k->kept, name, before ? arena_printf(k->arena, "%s, %s", before, what) : (void *)what);
}

/* Rows in the order they had; new ones behind them, in the order of the sheet. */
static void sort_rows(Keeping *k) {
    ImportTable *t = k->table;
    ImportRow *sorted = ARENA_ARRAY(k->arena, (size_t)t->row_count + 1, ImportRow);
    int n = 0;
    for (size_t i = 0; i < map_count(k->order); i++) {
        const int *at = map_get(k->rows, map_key(k->order, i));
        if (at) sorted[n++] = t->rows[*at];
    }
    for (int i = 0; i < t->row_count; i++)
        if (!map_get(k->order, name_of(k->arena, &t->rows[i]))) sorted[n++] = t->rows[i];
    memcpy(t->rows, sorted, (size_t)n * sizeof *sorted);
}

static bool has_location(const ImportTable *t, const Partnership *p, int location, int rows) {
    for (int i = 0; i < rows; i++)
        if (t->rows[i].location == location || (t->rows[i].school != NO_INDEX && t->rows[i].school == p->locations[location].school)) return true;
    return false;
}

/* Locations that the sheet does not name. */
static void tell_missing(const Keeping *k, const bool *missing, bool replace, Diagnostics *diagnostics) {
    const ImportTable *t = k->table;
    for (int l = 0; l < k->p->location_count; l++) {
        if (!missing[l]) continue;
        const char *then = replace ? BOTH("en telt dus niet mee", "and so is not counted")
                           : has_location(t, k->p, l, t->row_count) ? BOTH("en blijft zoals zij was", "and stays as it was")
                                                                    : BOTH("en heeft ook in de invoer geen aantallen", "and has no counts in the input either");
        diagnostics_report(diagnostics, &I248_MISSING, (Place){t->sheet->shown, 0, 0}, (Report){.arguments = {k->p->locations[l].name, then}});
    }
}

/* Rows and columns that it does not name, of locations that it does. */
static void tell_kept(const Keeping *k, const bool *missing, Diagnostics *diagnostics) {
    for (size_t i = 0; i < map_count(k->kept); i++) {
        const ImportRow *row = &k->table->rows[*(const int *)map_get(k->rows, map_key(k->kept, i))];
        if (row->location != NO_INDEX && missing[row->location]) continue;
        diagnostics_report(diagnostics, &I250_KEPT, (Place){k->table->sheet->shown, 0, 0},
                           (Report){.found = map_value(k->kept, i), .arguments = {import_cell_name(k->arena, k->p, row, (ImportColumn){COLUMN_COUNT, NO_INDEX, NO_INDEX})}});
    }
}

static Keeping begin(Arena *arena, const Partnership *p, ImportTable *t, int more) {
    Keeping k = {.arena = arena, .p = p, .table = t, .across = COLUMN_COUNT, .rows = map_new(arena), .order = map_new(arena), .kept = map_new(arena)};
    ImportRow *rows = ARENA_ARRAY(arena, (size_t)(t->row_count + more) + 1, ImportRow);
    memcpy(rows, t->rows, (size_t)t->row_count * sizeof *rows);
    t->rows = rows;
    for (int c = 0; c < t->column_count; c++)
        if (t->columns[c].kind == COLUMN_INSTITUTE || t->columns[c].kind == COLUMN_LEVEL) k.across = t->columns[c].kind;
    for (int i = 0; i < t->row_count; i++) {
        int *at = ARENA_NEW(arena, int);
        *at = i;
        map_put(k.rows, name_of(arena, &t->rows[i]), at);
    }
    return k;
}

int import_keep(Arena *arena, const Partnership *p, const Node *list, bool replace, Diagnostics *diagnostics, ImportTable *t) {
    PresentCell *present;
    int count = import_present_cells(arena, p, list, &present), sheet_rows = t->row_count, kept = 0;
    Keeping k = begin(arena, p, t, count);
    Map *covered = map_new(arena);
    for (int i = 0; i < t->row_count; i++)
        for (int c = 0; c < t->column_count; c++)
            if (import_is_value(t, c)) {
                Cell cell = cell_of(&t->rows[i], t->columns[c]);
                map_put(covered, cell_key(arena, &cell), t);
            }
    for (int i = 0; i < count; i++) {
        Cell cell = cell_of(&present[i].row, present[i].column);
        ImportRow row = row_for(&cell, column_for(&k, &cell));
        map_put(k.order, name_of(arena, &row), t);
        if (replace || !*present[i].text || map_get(covered, cell_key(arena, &cell))) continue;
        keep(&k, &cell, present[i].text);
        kept++;
    }
    bool *missing = ARENA_ARRAY(arena, (size_t)p->location_count + 1, bool);
    bool each = strcmp(t->list, "wisselaars") && strcmp(t->list, "eerstejaars"); /* of these a location may well have none */
    for (int l = 0; l < p->location_count; l++) missing[l] = each && !has_location(t, p, l, sheet_rows);
    tell_missing(&k, missing, replace, diagnostics);
    tell_kept(&k, missing, diagnostics);
    sort_rows(&k);
    return kept;
}
