/* OpenDocument spreadsheets: tables, rows and cells with their repetitions (ODF 1.2 part 1, chapter 9). */
#include <stdlib.h>
#include <string.h>

#include "input/spreadsheet.h"

typedef struct Position {
    Arena *arena;
    SheetBuilder *builder;
    int row, column;
    bool failed;
} Position;

static int repeated(const Node *node, const char *attribute) {
    int n = atoi(node_get_or(node, attribute, "1"));
    return n < 1 ? 1 : n > 2000000 ? 2000000 : n;
}

/* Paragraphs of a cell, a space between them; notes of the cell are not its text. */
static const char *shown_text(Arena *arena, const Node *cell) {
    const char *text = "";
    NODE_EACH(p, cell, "p") {
        const char *part = node_string(arena, p);
        text = *text ? arena_printf(arena, "%s %s", text, part) : part;
    }
    return text;
}

static const char *cell_text(Arena *arena, const Node *cell, CellKind *kind) {
    static const struct { const char *type; CellKind kind; } TYPES[] = {
        {"float", CELL_NUMBER}, {"currency", CELL_MONEY}, {"percentage", CELL_PERCENT}, {"date", CELL_DATE}, {"time", CELL_DATE}};
    const char *type = node_get_or(cell, "value-type", ""), *value = node_get(cell, "value"), *text = shown_text(arena, cell);
    const char *formula = node_get(cell, "formula");
    *kind = text[0] == '#' || strncmp(text, "Err:", 4) == 0 ? CELL_ERROR : CELL_TEXT;
    if (*kind == CELL_ERROR) return text;
    for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES; i++)
        if (!strcmp(type, TYPES[i].type)) *kind = TYPES[i].kind;
    if (*kind == CELL_DATE) return node_get_or(cell, "date-value", text);
    const char *number = *kind != CELL_TEXT && value ? sheet_number(arena, value) : NULL;
    if (number) return number;
    if (*kind != CELL_TEXT && *text) *kind = CELL_TEXT;
    if (*text || !formula || !strcmp(type, "string")) return text;
    *kind = CELL_NO_RESULT;
    return formula;
}

static void read_span(Position *at, const Node *cell, int row, int column) {
    sheet_merge(at->builder, row, column, repeated(cell, "number-rows-spanned"), repeated(cell, "number-columns-spanned"));
}

static void read_cells(Position *at, const Node *row, int times) {
    for (int t = 0; t < times && !at->failed; t++) {
        at->column = 0;
        NODE_EACH(cell, row, NULL) {
            if (!node_is(cell, "table-cell") && !node_is(cell, "covered-table-cell")) continue;
            CellKind kind;
            const char *text = cell_text(at->arena, cell, &kind);
            read_span(at, cell, at->row + t + 1, at->column + 1);
            int n = repeated(cell, "number-columns-repeated");
            for (int i = 0; *text && i < n && !at->failed; i++)
                if (!sheet_put(at->builder, at->row + t + 1, at->column + i + 1, text, kind)) at->failed = true;
            at->column += n;
        }
    }
}

static bool has_text(Arena *arena, const Node *row) {
    CellKind kind;
    NODE_EACH(cell, row, NULL)
        if (*cell_text(arena, cell, &kind)) return true;
    return false;
}

/* Rows may lie in groups and header groups. */
static void read_rows(Position *at, const Node *parent) {
    NODE_EACH(child, parent, NULL) {
        if (at->failed) return;
        if (node_is(child, "table-row-group") || node_is(child, "table-header-rows") || node_is(child, "table-rows")) read_rows(at, child);
        if (!node_is(child, "table-row")) continue;
        int n = repeated(child, "number-rows-repeated");
        if (has_text(at->arena, child)) read_cells(at, child, n);
        at->row = at->row + n > 2000000 ? 2000000 : at->row + n;
    }
}

Spreadsheet *ods_read(Arena *arena, Archive *archive, const char *path, Why *why) {
    const Node *root = archive_xml(archive, "content.xml"), *body = root ? node_child(root, "body") : NULL;
    const Node *book = body ? node_child(body, "spreadsheet") : NULL;
    *why = (Why){"het is geen rekenblad, of met een wachtwoord beveiligd", "it is no spreadsheet, or protected by a password"};
    if (!book) return NULL;
    Spreadsheet *result = ARENA_NEW(arena, Spreadsheet);
    result->sheets = ARENA_ARRAY(arena, SHEET_MAX_SHEETS, Sheet);
    NODE_EACH(table, book, "table") {
        if (result->count == SHEET_MAX_SHEETS) break;
        const char *name = node_get_or(table, "name", "?");
        Position at = {.arena = arena, .builder = sheet_begin(arena, name, arena_printf(arena, "%s: %s", path, name))};
        read_rows(&at, table);
        *why = (Why){arena_printf(arena, "blad „%s” is te groot", name), arena_printf(arena, "sheet \"%s\" is too large", name)};
        if (at.failed) return NULL;
        sheet_end(at.builder, &result->sheets[result->count++]);
    }
    return result;
}
