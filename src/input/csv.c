/* Lists from spreadsheets: bron="x.csv" on a list element; each row becomes a child, each cell an attribute. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/name.h"
#include "base/notation.h"
#include "base/text.h"
#include "input/messages.h"
#include "input/source.h"
#include "language/language.h"

/* Which elements are lists, and what a row of them is called (see the grammar). */
static const struct {
    const char *list, *row;
} lists[] = {
    {"leerlingen", "telling"}, {"plaatsingen", "telling"}, {"per-instituut", "telling"}, {"per-niveau", "telling"},
    {"eerstejaars", "telling"}, {"wisselaars", "telling"}, {"intervisie", "telling"}, {"personen", "persoon"},
    {"afkortingen", "afkorting"}, {"kengetallen", "kengetal"}, {"controles", "controle"},
    {"rijen", "rij"}, {"jaren", "jaar"},
};

enum { MAX_COLUMNS = 500 };

typedef struct Cell {
    const char *text;
    size_t offset; /* at which it begins in the file */
} Cell;

typedef struct Reader {
    Loader *loader;
    const Source *source;
    size_t at;
    char separator;
} Reader;

/* The separator is the one that the first lines have more of outside quotation marks. */
static char guess_separator(const Source *source, int lines) {
    int counts[3] = {0};
    bool quoted = false;
    for (size_t i = 0; i < source->size && lines > 0; i++) {
        if (source->text[i] == '"') quoted = !quoted;
        if (!quoted && (source->text[i] == '\n' || source->text[i] == '\r')) lines--;
        if (quoted) continue;
        counts[0] += source->text[i] == ';';
        counts[1] += source->text[i] == ',';
        counts[2] += source->text[i] == '\t';
    }
    if (counts[2] > counts[0] && counts[2] > counts[1]) return '\t';
    return counts[1] > counts[0] ? ',' : ';';
}

static bool at_end_of_line(const Reader *r) {
    return r->at >= r->source->size || r->source->text[r->at] == '\n' || r->source->text[r->at] == '\r';
}

static void skip_end_of_line(Reader *r) {
    if (r->at < r->source->size && r->source->text[r->at] == '\r') r->at++;
    if (r->at < r->source->size && r->source->text[r->at] == '\n') r->at++;
}

static const char *trimmed(Arena *arena, const char *text, size_t size) {
    while (size && (isspace((unsigned char)*text) && (unsigned char)*text < 0x80)) text++, size--;
    while (size && (isspace((unsigned char)text[size - 1]) && (unsigned char)text[size - 1] < 0x80)) size--;
    return arena_strndup(arena, text, size);
}

static void bad_quote(Reader *r, size_t offset) {
    diagnostics_report(r->loader->diagnostics, &I212_CSV_QUOTE, source_place(r->source, offset), (Report){0});
}

static Cell read_quoted(Reader *r) {
    const char *text = r->source->text;
    size_t start = r->at++;
    Buffer value = {0};
    buffer_append(&value, "", 0);
    bool closed = false;
    while (r->at < r->source->size && !closed) {
        if (text[r->at] != '"') buffer_putc(&value, text[r->at]);
        else if (r->at + 1 < r->source->size && text[r->at + 1] == '"') buffer_putc(&value, text[r->at++]);
        else closed = true;
        r->at++;
    }
    Cell cell = {trimmed(r->loader->arena, value.data, value.size), start};
    buffer_free(&value);
    while (!at_end_of_line(r) && text[r->at] == ' ') r->at++;
    if (!closed || (!at_end_of_line(r) && text[r->at] != r->separator)) {
        bad_quote(r, start);
        while (!at_end_of_line(r) && text[r->at] != r->separator) r->at++;
    }
    return cell;
}

static Cell read_cell(Reader *r) {
    const char *text = r->source->text;
    if (!at_end_of_line(r) && text[r->at] == '"') return read_quoted(r);
    size_t start = r->at;
    while (!at_end_of_line(r) && text[r->at] != r->separator) r->at++;
    return (Cell){trimmed(r->loader->arena, text + start, r->at - start), start};
}

/* One line into cells; the number of them (more than MAX_COLUMNS are counted, not kept). */
static int read_row(Reader *r, Cell cells[MAX_COLUMNS]) {
    int count = 0;
    for (;;) {
        Cell cell = read_cell(r);
        if (count < MAX_COLUMNS) cells[count] = cell;
        count++;
        if (at_end_of_line(r)) break;
        r->at++;
    }
    skip_end_of_line(r);
    return count;
}

static int read_header(Reader *r, const char *names[MAX_COLUMNS]) {
    Cell cells[MAX_COLUMNS];
    int count = read_row(r, cells);
    if (count > MAX_COLUMNS) count = MAX_COLUMNS;
    for (int i = 0; i < count; i++) {
        names[i] = name_of_column(r->loader->arena, cells[i].text);
        for (int j = 0; j < i && names[i]; j++)
            if (names[j] && strcmp(names[i], names[j]) == 0)
                diagnostics_report(r->loader->diagnostics, &I213_CSV_DOUBLE, source_place(r->source, cells[i].offset),
                                   (Report){.arguments = {cells[i].text}});
    }
    return count;
}

static void add_row(Reader *r, Node *list, const char *row_name, const char **names, int columns, const Cell *cells, int count) {
    Arena *arena = r->loader->arena;
    int kept = count < MAX_COLUMNS ? count : MAX_COLUMNS, filled = 0, last = 0;
    for (int i = 0; i < kept; i++)
        if (*cells[i].text) filled++, last = i + 1;
    if (!filled) return; /* spreadsheets write empty lines */
    if (last > columns || count > MAX_COLUMNS) {
        char *n = arena_printf(arena, "%d", count > MAX_COLUMNS ? count : last), *of = arena_printf(arena, "%d", columns);
        diagnostics_report(r->loader->diagnostics, &I211_CSV_CELLS, source_place(r->source, cells[0].offset),
                           (Report){.arguments = {n, of}});
    }
    Node *row = node_element(arena, row_name, source_place(r->source, cells[0].offset));
    row->data = r->loader; /* csv_numbers reads its cells */
    for (int i = 0; i < kept && i < columns; i++) {
        Place place = source_place(r->source, cells[i].offset);
        if (!*cells[i].text) continue;
        if (names[i]) node_set(arena, row, names[i], cells[i].text, place);
        else diagnostics_report(r->loader->diagnostics, &I214_CSV_NAME, place,
                                (Report){.arguments = {arena_printf(arena, "%d", i + 1)}});
    }
    node_append(list, row);
}

static void read_rows(Reader *r, Node *list, const char *row_name, const char *shown) {
    const char *names[MAX_COLUMNS];
    Cell cells[MAX_COLUMNS];
    while (r->at < r->source->size && at_end_of_line(r)) skip_end_of_line(r);
    if (r->at >= r->source->size) {
        diagnostics_report(r->loader->diagnostics, &I210_CSV_EMPTY, (Place){r->source->name, 1, 1}, (Report){0});
        return;
    }
    int columns = read_header(r, names);
    while (r->at < r->source->size) {
        int count = read_row(r, cells);
        add_row(r, list, row_name, names, columns, cells, count);
    }
    if (!node_child(list, row_name))
        diagnostics_report(r->loader->diagnostics, &I215_CSV_NO_ROWS, (Place){r->source->name, 1, 1},
                           (Report){.arguments = {shown}});
}

static Reader open_reader(Loader *loader, const Source *source, int lines) {
    Reader reader = {loader, source, 0, guess_separator(source, lines)};
    const char *text = source->text;
    if (strncasecmp(text, "sep=", 4) == 0 && text[4] && strchr("\r\n", text[5])) { /* spreadsheets may say so */
        reader.separator = text[4];
        reader.at = 5;
        skip_end_of_line(&reader);
    }
    return reader;
}

static void fill_from(Loader *loader, const Source *from, Node *list, const Attribute *bron, const char *row_name) {
    Source *source = ARENA_NEW(loader->arena, Source);
    const char *real = find_file(loader, from, bron->value, bron->place, source), *encoding;
    if (!real) return;
    const unsigned char *bytes;
    size_t size, out_size, bad;
    int error = source_bytes(loader, source, real, &bytes, &size);
    if (error) {
        diagnostics_report(loader->diagnostics, &I206_INCLUDE_READ, bron->place,
                           (Report){.arguments = {bron->value, error_words(error)}});
        return;
    }
    char *text = text_decode(loader->arena, (const char *)bytes, size, &out_size, &encoding, &bad);
    if (!text) {
        char *byte = arena_printf(loader->arena, "0x%02X", bytes[bad < size ? bad : size - 1]);
        diagnostics_report(loader->diagnostics, &I102_ENCODING, (Place){source->name, 1, 1}, (Report){.arguments = {encoding, byte}});
        return;
    }
    source_set_text(source, loader->arena, text, out_size);
    if (!utf8_printable(text, out_size)) {
        diagnostics_report(loader->diagnostics, &I117_CHARACTER, (Place){source->name, 1, 1}, (Report){.arguments = {"?"}});
        return;
    }
    Reader reader = open_reader(loader, source, 1);
    read_rows(&reader, list, row_name, bron->value);
}

bool csv_grid(Loader *loader, const Source *source, SheetBuilder *builder) {
    Reader reader = open_reader(loader, source, 30); /* titles may stand above the heading */
    Cell cells[MAX_COLUMNS];
    while (reader.at < source->size) {
        int line = source_place(source, reader.at).line, count = read_row(&reader, cells);
        if (count > MAX_COLUMNS) return false;
        for (int i = 0; i < count; i++)
            if (!sheet_put(builder, line, i + 1, cells[i].text, cells[i].text[0] == '#' ? CELL_ERROR : CELL_TEXT)) return false;
    }
    return true;
}

void csv_fill(Loader *loader, const Source *from, Node *node) {
    const Attribute *bron = node_attribute(node, "bron");
    if (!bron) return;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        if (!node_is(node, lists[i].list)) continue;
        if (node_child(node, NULL))
            diagnostics_report(loader->diagnostics, &I217_CSV_CONTENT, node->place, (Report){.arguments = {node->name}});
        else fill_from(loader, from, node, bron, lists[i].row);
    }
}

/* How numbers of that kind are written; false when it holds none. */
static bool number_kind(ValueKind kind, NotationKind *out) {
    switch (kind) {
    case VALUE_PERSONS:
    case VALUE_COUNT: return *out = NOTATION_COUNT, true;
    case VALUE_MONEY: return *out = NOTATION_AMOUNT, true;
    case VALUE_HOURS:
    case VALUE_VALUE:
    case VALUE_NUMBER: return *out = NOTATION_MEASURE, true;
    case VALUE_SHARE: return *out = NOTATION_SHARE, true;
    default: return false;
    }
}

void csv_numbers(Loader *loader, Node *root) {
    NotationKind kind;
    Decimal value;
    for (Node *row = root; row; row = node_walk(root, row, NULL)) {
        if (!row->data) continue;
        row->data = NULL;
        for (Attribute *a = row->attributes; a; a = a->next) {
            const LanguageAttribute *described = language_attribute_of(row, a);
            if (!described || !number_kind(described->kind, &kind)) continue;
            if (notation_read_plain(a->value, kind, &value) == NOTATION_GOOD) continue;
            if (notation_read(a->value, kind, &value) == NOTATION_GOOD) a->value = decimal_text(loader->arena, value);
        }
    }
}
