/* Office Open XML: sheets, shared strings and the values of cells (ECMA-376 part 1, 18.3 and 18.4). */
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "input/spreadsheet.h"

typedef struct Strings {
    const char **texts;
    int count;
} Strings;

/* What the cells of a workbook refer to. */
typedef struct Book {
    Arena *arena;
    Strings strings;
    CellKind *formats; /* of the styles that cells name */
    int format_count;
    const char *lost;  /* a cell whose text is not there */
} Book;

/* Text of si or is: t, or r/t; not the reading aids in rPh. */
static const char *rich_text(Arena *arena, const Node *node) {
    Buffer out = {0};
    buffer_append(&out, "", 0);
    NODE_EACH(part, node, NULL) {
        const Node *t = node_is(part, "t") ? part : node_is(part, "r") ? node_child(part, "t") : NULL;
        for (const Node *n = t ? t->first : NULL; n; n = n->next)
            if (n->kind == NODE_TEXT) buffer_puts(&out, n->text);
    }
    const char *text = arena_strndup(arena, out.data, out.size);
    buffer_free(&out);
    return text;
}

static Strings read_strings(Arena *arena, Archive *archive) {
    Strings s = {0};
    const Node *root = archive_xml(archive, "xl/sharedStrings.xml");
    if (!root) return s;
    int count = 0;
    NODE_EACH(si, root, "si") count++;
    s.texts = ARENA_ARRAY(arena, (size_t)count + 1, const char *);
    NODE_EACH(si, root, "si") s.texts[s.count++] = rich_text(arena, si);
    return s;
}

/* "BC12" to column 55 and row 12. */
static bool read_reference(const char *text, int *row, int *column) {
    int c = 0;
    for (; *text >= 'A' && *text <= 'Z' && c < 20000; text++) c = c * 26 + *text - 'A' + 1;
    char *end;
    long r = strtol(text, &end, 10);
    if (!c || end == text || *end || r < 1 || r > 2000000) return false;
    *row = (int)r;
    *column = c;
    return true;
}

/* How the styles of cells show a number, in the order in which cells name them. */
static void read_formats(Book *book, Archive *archive) {
    const Node *root = archive_xml(archive, "xl/styles.xml"), *own = root ? node_child(root, "numFmts") : NULL,
               *styles = root ? node_child(root, "cellXfs") : NULL;
    int count = 0;
    if (!styles) return;
    NODE_EACH(xf, styles, "xf") count++;
    book->formats = ARENA_ARRAY(book->arena, (size_t)count + 1, CellKind);
    Map *codes = map_new(book->arena);
    for (const Node *f = own ? node_child(own, "numFmt") : NULL; f; f = node_sibling(f, "numFmt"))
        map_put(codes, node_get_or(f, "numFmtId", ""), (void *)node_get_or(f, "formatCode", ""));
    NODE_EACH(xf, styles, "xf") {
        const char *id = node_get_or(xf, "numFmtId", "0");
        book->formats[book->format_count++] = sheet_format(atoi(id), map_get(codes, id));
    }
}

static CellKind number_kind(const Book *book, const Node *c) {
    const char *style = node_get(c, "s");
    long i = style ? strtol(style, NULL, 10) : 0;
    return i >= 0 && i < book->format_count ? book->formats[i] : CELL_NUMBER;
}

static const char *shared_text(Book *book, const char *text) {
    char *end;
    long i = strtol(text, &end, 10);
    return end != text && !*end && i >= 0 && i < book->strings.count ? book->strings.texts[i] : NULL;
}

static const char *cell_value(Book *book, const Node *c, CellKind *kind) {
    const char *type = node_get_or(c, "t", "n");
    const Node *v = node_child(c, "v"), *is = node_child(c, "is"), *f = node_child(c, "f");
    *kind = CELL_TEXT;
    if (strcmp(type, "inlineStr") == 0) return is ? rich_text(book->arena, is) : "";
    const char *text = v ? node_string(book->arena, v) : "";
    if (f && !*text && strcmp(type, "str") != 0) { /* text may well be empty */
        *kind = CELL_NO_RESULT;
        return arena_printf(book->arena, "=%s", node_string(book->arena, f));
    }
    if (strcmp(type, "s") == 0) return *text ? shared_text(book, text) : "";
    if (strcmp(type, "e") == 0) *kind = CELL_ERROR;
    if (strcmp(type, "d") == 0) *kind = CELL_DATE;
    if (strcmp(type, "b") == 0) return strcmp(text, "1") == 0 ? "WAAR" : "ONWAAR";
    const char *number = strcmp(type, "n") == 0 && *text ? sheet_number(book->arena, text) : NULL;
    if (number) *kind = number_kind(book, c);
    return number ? number : text;
}

static void read_merges(const Node *root, SheetBuilder *builder) {
    const Node *list = node_child(root, "mergeCells");
    for (const Node *m = list ? node_child(list, "mergeCell") : NULL; m; m = node_sibling(m, "mergeCell")) {
        const char *range = node_get_or(m, "ref", ""), *colon = strchr(range, ':');
        char first[24] = "";
        int row, column, last_row, last_column;
        if (!colon || colon - range >= (long)sizeof first) continue;
        memcpy(first, range, (size_t)(colon - range));
        if (!read_reference(first, &row, &column) || !read_reference(colon + 1, &last_row, &last_column)) continue;
        sheet_merge(builder, row, column, last_row - row + 1, last_column - column + 1);
    }
}

static bool read_cells(Book *book, const Node *root, SheetBuilder *builder) {
    const Node *data = node_child(root, "sheetData");
    int row = 0;
    if (!data) return true;
    NODE_EACH(r, data, "row") {
        int column = 0;
        const char *number = node_get(r, "r");
        row = number ? atoi(number) : row + 1;
        NODE_EACH(c, r, "c") {
            column++;
            const char *reference = node_get(c, "r");
            if (reference && !read_reference(reference, &row, &column)) return false;
            CellKind kind;
            const char *text = cell_value(book, c, &kind);
            if (!text) book->lost = cell_name(book->arena, row, column);
            if (!text || !sheet_put(builder, row, column, text, kind)) return false;
        }
    }
    return true;
}

/* The entry that a relation of the workbook names: below xl/, or from the top with a slash. */
static const char *target_of(Arena *arena, const Node *relations, const char *id) {
    if (!relations || !id) return NULL;
    NODE_EACH(r, relations, "Relationship")
        if (strcmp(node_get_or(r, "Id", ""), id) == 0) {
            const char *target = node_get_or(r, "Target", "");
            return *target == '/' ? target + 1 : arena_printf(arena, "xl/%s", target);
        }
    return NULL;
}

Spreadsheet *xlsx_read(Arena *arena, Archive *archive, const char *path, Why *why) {
    const Node *workbook = archive_xml(archive, "xl/workbook.xml"), *list = workbook ? node_child(workbook, "sheets") : NULL;
    const Node *relations = archive_xml(archive, "xl/_rels/workbook.xml.rels");
    Book book = {.arena = arena, .strings = read_strings(arena, archive)};
    read_formats(&book, archive);
    Spreadsheet *result = ARENA_NEW(arena, Spreadsheet);
    result->sheets = ARENA_ARRAY(arena, SHEET_MAX_SHEETS, Sheet);
    *why = (Why){"de lijst van werkbladen is onleesbaar", "the list of sheets cannot be read"};
    if (!list) return NULL;
    NODE_EACH(entry, list, "sheet") {
        const char *name = node_get_or(entry, "name", "?"), *target = target_of(arena, relations, node_get(entry, "id"));
        const Node *root = target ? archive_xml(archive, target) : NULL;
        if (result->count == SHEET_MAX_SHEETS) break;
        *why = (Why){arena_printf(arena, "blad „%s” is onleesbaar of te groot", name), arena_printf(arena, "sheet \"%s\" cannot be read or is too large", name)};
        if (!root) return NULL;
        if (!node_is(root, "worksheet")) continue; /* a chart */
        SheetBuilder *builder = sheet_begin(arena, name, arena_printf(arena, "%s: %s", path, name));
        if (!read_cells(&book, root, builder)) {
            if (book.lost)
                *why = (Why){arena_printf(arena, "de tekst van cel %s op blad „%s” ontbreekt in het bestand", book.lost, name),
                             arena_printf(arena, "the text of cell %s on sheet \"%s\" is not in the file", book.lost, name)};
            return NULL;
        }
        read_merges(root, builder);
        Sheet *sheet = &result->sheets[result->count++];
        sheet_end(builder, sheet);
        sheet->hidden = strcmp(node_get_or(entry, "state", "visible"), "visible") != 0;
    }
    return result;
}
