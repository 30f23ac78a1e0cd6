/* Office Open XML: sheets, shared strings and the values of cells (ECMA-376 part 1, 18.3 and 18.4). */
#include <stdlib.h>
#include <string.h>

#include "input/spreadsheet.h"

typedef struct Strings {
    const char **texts;
    int count;
} Strings;

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

static const char *cell_value(Arena *arena, const Node *c, const Strings *strings, bool *error) {
    const char *type = node_get_or(c, "t", "n");
    const Node *v = node_child(c, "v"), *is = node_child(c, "is");
    if (strcmp(type, "inlineStr") == 0) return is ? rich_text(arena, is) : "";
    const char *text = v ? node_string(arena, v) : "";
    if (strcmp(type, "s") == 0) {
        char *end;
        long i = strtol(text, &end, 10);
        return end != text && i >= 0 && i < strings->count ? strings->texts[i] : "";
    }
    *error = strcmp(type, "e") == 0;
    if (strcmp(type, "b") == 0) return strcmp(text, "1") == 0 ? "WAAR" : "ONWAAR";
    const char *number = strcmp(type, "n") == 0 && *text ? sheet_number(arena, text) : NULL;
    return number ? number : text;
}

static bool read_cells(Arena *arena, const Node *root, const Strings *strings, SheetBuilder *builder) {
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
            bool error = false;
            const char *text = cell_value(arena, c, strings, &error);
            if (!sheet_put(builder, row, column, text, error)) return false;
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
    Strings strings = read_strings(arena, archive);
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
        if (!read_cells(arena, root, &strings, builder)) return NULL;
        Sheet *sheet = &result->sheets[result->count++];
        sheet_end(builder, sheet);
        sheet->hidden = strcmp(node_get_or(entry, "state", "visible"), "visible") != 0;
    }
    return result;
}
