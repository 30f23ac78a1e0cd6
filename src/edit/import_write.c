/* What the input counts now, in the terms of a sheet, and a sheet as CSV. */
#include <string.h>

#include "edit/import.h"
#include "language/language.h"
#include "model/value.h"

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

/* A name of more than one thing counts for none; check tells it. */
static int one(const ImportNames *names, ImportKind kind, const char *text) {
    int found = import_find(names, kind, text);
    return found >= 0 ? found : NO_INDEX;
}

/* What a row names of that kind of thing, "" when nothing. */
static const char *named(const Node *row, KeyKind kind) {
    for (const Attribute *a = row->attributes; a; a = a->next) {
        const LanguageAttribute *what = language_attribute_of(row, a);
        if (what && what->kind == VALUE_REFERENCE && what->refers[0] == kind) return a->value;
    }
    return "";
}

int import_present_cells(Arena *arena, const Partnership *p, const Node *list, PresentCell **cells) {
    const ImportNames *names = import_names(arena, p);
    int n = 0, room = 0;
    if (!list) return 0;
    NODE_EACH(node, list, NULL)
        for (const Attribute *a = node->attributes; a; a = a->next) room++;
    *cells = ARENA_ARRAY(arena, (size_t)room + 1, PresentCell);
    NODE_EACH(node, list, NULL) {
        ImportRow row = {NULL, one(names, IMPORT_LOCATION, named(node, KEY_LOCATION)), one(names, IMPORT_SCHOOL, named(node, KEY_SCHOOL)),
                         one(names, IMPORT_INSTITUTE, named(node, KEY_INSTITUTE)), one(names, IMPORT_LEVEL, named(node, KEY_LEVEL))};
        for (const Attribute *a = node->attributes; a; a = a->next) {
            ImportColumn column = import_column(names, arena, a->name);
            if (import_is_count(column.kind)) (*cells)[n++] = (PresentCell){row, column, a->value};
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
    bool institutes = import_has(t, COLUMN_INSTITUTE_NAME), levels = import_has(t, COLUMN_LEVEL_NAME);
    if (schools) buffer_printf(out, "school%c", separator);
    if (locations) buffer_printf(out, "locatie%c", separator);
    if (institutes) buffer_printf(out, "instituut%c", separator);
    if (levels) buffer_printf(out, "niveau%c", separator);
    for (int c = 0; c < t->column_count; c++) {
        const ImportColumn *column = &t->columns[c];
        if (!import_is_count(column->kind)) continue;
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
        if (import_has(t, COLUMN_INSTITUTE_NAME)) buffer_printf(&out, "%s%c", row->institute != NO_INDEX ? p->institutes[row->institute].key : "", separator);
        if (import_has(t, COLUMN_LEVEL_NAME)) buffer_printf(&out, "%s%c", row->level != NO_INDEX ? p->levels[row->level].key : "", separator);
        for (int c = 0; c < t->column_count; c++)
            if (import_is_value(t, c)) buffer_printf(&out, "%s%c", import_count(row, c), separator);
        out.data[out.size - 1] = '\n';
    }
    *size = out.size;
    char *result = arena_strndup(arena, out.data, out.size);
    buffer_free(&out);
    return result;
}
