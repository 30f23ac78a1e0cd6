/* Opens a spreadsheet: tells its kind from its bytes, gives the readers its entries, and keeps the grid. */
#include "input/spreadsheet.h"

#include <errno.h>
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <zip.h>

#include "base/file.h"
#include "base/library.h"
#include "base/opened.h"
#include "base/text.h"
#include "input/messages.h"
#include "input/source.h"

#define LARGEST_FILE (64u << 20)
#define LARGEST_ENTRY (128u << 20)

/* What is used of libzip, which brings libcrypto along. */
#define FUNCTIONS(X) \
    X(zip_discard) \
    X(zip_error_fini) \
    X(zip_error_init) \
    X(zip_fclose) \
    X(zip_fopen) \
    X(zip_fread) \
    X(zip_name_locate) \
    X(zip_open_from_source) \
    X(zip_source_buffer_create) \
    X(zip_source_free) \
    X(zip_stat)

static struct { FUNCTIONS(LIBRARY_MEMBER) } library;
static const char *const NAMES[] = {FUNCTIONS(LIBRARY_NAME)};

struct Archive {
    Arena *arena;
    zip_t *zip;
    size_t total;         /* bytes unpacked so far */
    const char *declares; /* an entry with a DOCTYPE */
};

/* ---- the grid ---- */

struct SheetBuilder {
    Arena *arena;
    Sheet sheet;
    int capacity;
    struct Merge { int row, column, rows, columns; } *merges;
    int merge_count;
};

SheetBuilder *sheet_begin(Arena *arena, const char *name, const char *shown) {
    SheetBuilder *b = ARENA_NEW(arena, SheetBuilder);
    b->arena = arena;
    b->sheet = (Sheet){.name = name, .shown = shown};
    return b;
}

/* The row of that number: the last one, a new one behind it, or (rarely) one that came earlier. */
static SheetRow *row_of(SheetBuilder *b, int number) {
    Sheet *s = &b->sheet;
    for (int i = s->row_count - 1; i >= 0 && s->rows[i].number >= number; i--)
        if (s->rows[i].number == number) return &s->rows[i];
    if (s->row_count == b->capacity) {
        b->capacity = b->capacity ? b->capacity * 2 : 64;
        SheetRow *rows = ARENA_ARRAY(b->arena, (size_t)b->capacity, SheetRow);
        if (s->row_count) memcpy(rows, s->rows, (size_t)s->row_count * sizeof *rows);
        s->rows = rows;
    }
    int at = s->row_count++;
    for (; at > 0 && s->rows[at - 1].number > number; at--) s->rows[at] = s->rows[at - 1];
    s->rows[at] = (SheetRow){.number = number};
    return &s->rows[at];
}

static void put_at(SheetBuilder *b, SheetRow *r, SheetCell cell) {
    if (cell.column > r->count) {
        SheetCell *cells = ARENA_ARRAY(b->arena, (size_t)cell.column, SheetCell);
        for (int i = 0; i < cell.column; i++) cells[i] = i < r->count ? r->cells[i] : (SheetCell){.text = ""};
        r->cells = cells;
        r->count = cell.column;
    }
    r->cells[cell.column - 1] = cell;
}

bool sheet_put(SheetBuilder *b, int row, int column, const char *text, CellKind kind) {
    if (!*text) return true;
    if (row < 1 || column < 1 || row > SHEET_MAX_ROWS || column > SHEET_MAX_COLUMNS) return false;
    put_at(b, row_of(b, row), (SheetCell){.text = text, .kind = kind, .column = column});
    return true;
}

void sheet_merge(SheetBuilder *b, int row, int column, int rows, int columns) {
    if (row < 1 || column < 1 || rows < 1 || columns < 1 || rows * (long)columns == 1) return;
    if ((b->merge_count & (b->merge_count - 1)) == 0) { /* full at every power of two */
        struct Merge *merges = ARENA_ARRAY(b->arena, b->merge_count ? (size_t)b->merge_count * 2 : 1, struct Merge);
        if (b->merge_count) memcpy(merges, b->merges, (size_t)b->merge_count * sizeof *merges);
        b->merges = merges;
    }
    b->merges[b->merge_count++] = (struct Merge){row, column, rows, columns};
}

/* The first row of that number or a later one. */
static int row_index(const Sheet *s, int number) {
    int low = 0, high = s->row_count;
    while (low < high) {
        int middle = (low + high) / 2;
        if (s->rows[middle].number < number) low = middle + 1;
        else high = middle;
    }
    return low;
}

/* Only into rows that hold something else: a merged cell alone makes no row. left: how many cells may still be filled. */
static void spread(SheetBuilder *b, const struct Merge *m, long *left) {
    Sheet *s = &b->sheet;
    int at = row_index(s, m->row);
    if (at == s->row_count || s->rows[at].number != m->row || m->column > s->rows[at].count) return;
    SheetCell cell = s->rows[at].cells[m->column - 1];
    cell.covered = true;
    for (int i = at; *cell.text && i < s->row_count && s->rows[i].number - m->row < m->rows; i++)
        for (cell.column = m->column; cell.column - m->column < m->columns && cell.column <= SHEET_MAX_COLUMNS; cell.column++)
            if ((i > at || cell.column > m->column) && (*left)-- > 0) put_at(b, &s->rows[i], cell);
}

void sheet_end(SheetBuilder *b, Sheet *out) {
    long left = 4L * SHEET_MAX_ROWS * 10; /* merged cells do not overlap: more is not what a program writes */
    for (int i = 0; i < b->merge_count && left > 0; i++) spread(b, &b->merges[i], &left);
    *out = b->sheet;
}

/* What a code shows outside "words", \\escapes and [conditions]; [$€-413] is a currency, [h] a time. */
static CellKind code_kind(const char *code) {
    if (strncasecmp(code, "general", 7) == 0 || strncasecmp(code, "standaard", 9) == 0) return CELL_NUMBER;
    CellKind kind = CELL_NUMBER;
    for (const char *p = code; *p && *p != ';'; p++) {
        const char *end = NULL;
        if (strncmp(p, "€", 3) == 0 || *p == '$') return CELL_MONEY;
        if (*p == '%') return CELL_PERCENT;
        if (*p == '"') {
            end = strchr(p + 1, '"');
            if (end && memmem(p, (size_t)(end - p), "€", 3)) return CELL_MONEY;
        } else if (*p == '[') {
            end = strchr(p, ']');
            if (p[1] == '$' && p[2] != '-') return CELL_MONEY;
            if (end && strchr("hHmMsS", p[1])) kind = CELL_DATE;
            if (end && end - p > 3 && strchr("mM", p[1])) kind = CELL_NUMBER; /* [Magenta] */
        } else if (*p == '\\' || *p == '_' || *p == '*') {
            end = p[1] ? p + 1 : p;
        } else if (strchr("yYmMdDhHsS", *p)) kind = CELL_DATE;
        if (end) p = end;
    }
    return kind;
}

CellKind sheet_format(int number, const char *code) {
    if (code) return code_kind(code);
    if (number == 9 || number == 10) return CELL_PERCENT;
    if ((number >= 5 && number <= 8) || number == 42 || number == 44) return CELL_MONEY;
    bool date = (number >= 14 && number <= 22) || (number >= 27 && number <= 36) || (number >= 45 && number <= 47) || (number >= 50 && number <= 58);
    return date ? CELL_DATE : CELL_NUMBER;
}

const char *cell_name(Arena *arena, int row, int column) {
    char letters[8], *p = letters + sizeof letters - 1;
    *p = '\0';
    for (; column > 0 && p > letters; column = (column - 1) / 26) *--p = (char)('A' + (column - 1) % 26);
    return arena_printf(arena, "%s%d", p, row);
}

enum { FIGURES = 15 }; /* what spreadsheets keep */

char *sheet_number(Arena *arena, const char *text) {
    char digits[64];
    int count = 0, point = 0;
    bool negative = *text == '-', seen_point = false, any = false;
    for (text += *text == '-' || *text == '+'; (*text >= '0' && *text <= '9') || (*text == '.' && !seen_point); text++) {
        if (*text == '.') seen_point = true;
        else {
            any = true;
            if (!seen_point && (count || *text != '0')) point++;
            if (seen_point && !count && *text == '0') point--;
            if ((count || *text != '0') && count < 40) digits[count++] = *text;
        }
    }
    if (!any) return NULL;
    if (*text == 'e' || *text == 'E') {
        char *end;
        long exponent = strtol(text + 1, &end, 10);
        if (end == text + 1 || exponent < -30 || exponent > 30) return NULL;
        point += (int)exponent;
        text = end;
    }
    if (*text || point > 30 || point < -30) return NULL;
    if (count > FIGURES) {
        bool up = digits[FIGURES] >= '5';
        count = FIGURES;
        while (up && count > 0 && digits[count - 1] == '9') count--;
        if (up && count > 0) digits[count - 1]++;
        else if (up) digits[count++] = '1', point++;
    }
    while (count && digits[count - 1] == '0') count--;
    Buffer out = {0};
    if (negative && count) buffer_putc(&out, '-');
    if (point <= 0) buffer_putc(&out, '0');
    for (int i = 0; i < point; i++) buffer_putc(&out, i < count ? digits[i] : '0');
    if (count > point) buffer_putc(&out, '.');
    for (int i = point; i < 0; i++) buffer_putc(&out, '0');
    for (int i = point > 0 ? point : 0; i < count; i++) buffer_putc(&out, digits[i]);
    char *result = arena_strndup(arena, out.data, out.size);
    buffer_free(&out);
    return result;
}

/* ---- ZIP and XML ---- */

static char *read_entry(Archive *a, const char *name, size_t *size) {
    zip_stat_t info;
    if (library.zip_stat(a->zip, name, 0, &info) != 0 || !(info.valid & ZIP_STAT_SIZE) || info.size > LARGEST_ENTRY) return NULL;
    if (info.size + a->total > LARGEST_ENTRY) return NULL;
    zip_file_t *file = library.zip_fopen(a->zip, name, 0);
    if (!file) return NULL;
    char *bytes = arena_alloc(a->arena, (size_t)info.size + 1);
    zip_int64_t n = library.zip_fread(file, bytes, info.size);
    char beyond;
    bool whole = n == (zip_int64_t)info.size && library.zip_fread(file, &beyond, 1) == 0; /* as large as it says, and its checksum right */
    if (library.zip_fclose(file) != 0 || !whole) return NULL;
    a->total += (size_t)info.size;
    bytes[info.size] = '\0';
    *size = (size_t)info.size;
    return bytes;
}

/* Without recursion over rows and cells, which are wide; deep only as far as libxml2 allows (256). */
static void copy_node(Arena *arena, const xmlNode *from, Node *to) {
    for (const xmlAttr *a = from->properties; a; a = a->next) {
        xmlChar *value = xmlNodeListGetString(from->doc, a->children, 1);
        node_set(arena, to, (const char *)a->name, value ? (const char *)value : "", to->place);
        xmlFree(value);
    }
    for (const xmlNode *n = from->children; n; n = n->next) {
        if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE)
            node_append(to, node_text(arena, n->content ? (const char *)n->content : "", to->place));
        if (n->type != XML_ELEMENT_NODE) continue;
        Node *child = node_element(arena, (const char *)n->name, to->place);
        node_append(to, child);
        copy_node(arena, n, child);
    }
}

Node *archive_xml(Archive *a, const char *name) {
    size_t size;
    char *bytes = read_entry(a, name, &size);
    if (!bytes) return NULL;
    xmlDoc *doc = xmlReadMemory(bytes, (int)size, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    bool declares = doc && xmlGetIntSubset(doc); /* no office program writes one; what it hides is not read */
    xmlNode *root = doc && !declares ? xmlDocGetRootElement(doc) : NULL;
    if (declares) a->declares = name;
    Node *node = root ? node_element(a->arena, (const char *)root->name, (Place){0}) : NULL;
    if (node) copy_node(a->arena, root, node);
    if (doc) xmlFreeDoc(doc);
    return node;
}

static void not_a_spreadsheet(Diagnostics *diagnostics, const char *path, Why why) {
    diagnostics_report(diagnostics, &I220_SPREADSHEET, (Place){path, 0, 0}, (Report){.arguments = {why.dutch, why.english}});
}

static Spreadsheet *read_archive(Arena *arena, const char *path, const Buffer *bytes, Diagnostics *diagnostics) {
    if (!library_open(OPENED_ZIP, NAMES, sizeof NAMES / sizeof *NAMES, &library)) {
        not_a_spreadsheet(diagnostics, path, (Why){OPENED_ZIP " ontbreekt: installeer het pakket " OPENED_ZIP_PACKAGE,
                                               OPENED_ZIP " is missing: install the package " OPENED_ZIP_PACKAGE});
        return NULL;
    }
    zip_error_t error;
    library.zip_error_init(&error);
    zip_source_t *source = library.zip_source_buffer_create(bytes->data, bytes->size, 0, &error);
    zip_t *zip = source ? library.zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) : NULL;
    Spreadsheet *result = NULL;
    Why why = {"het ZIP-bestand is beschadigd", "the ZIP file is damaged"};
    if (zip) {
        Archive archive = {.arena = arena, .zip = zip};
        bool xlsx = library.zip_name_locate(zip, "xl/workbook.xml", 0) >= 0, ods = library.zip_name_locate(zip, "content.xml", 0) >= 0;
        why = (Why){"er zit geen werkblad in", "it holds no sheet"};
        if (xlsx) result = xlsx_read(arena, &archive, path, &why);
        else if (ods) result = ods_read(arena, &archive, path, &why);
        if (archive.declares) {
            result = NULL;
            why = (Why){arena_printf(arena, "%s heeft een DOCTYPE", archive.declares), arena_printf(arena, "%s has a DOCTYPE", archive.declares)};
        }
        library.zip_discard(zip);
    } else library.zip_source_free(source);
    library.zip_error_fini(&error);
    if (!result) not_a_spreadsheet(diagnostics, path, why);
    return result;
}

static Spreadsheet *read_csv(Arena *arena, const char *path, const Buffer *bytes, Diagnostics *diagnostics) {
    const char *encoding, *slash = strrchr(path, '/'), *base = slash ? slash + 1 : path, *dot = strrchr(base, '.');
    size_t size, bad;
    char *text = text_decode(arena, bytes->data, bytes->size, &size, &encoding, &bad);
    if (!text || !utf8_printable(text, size)) {
        not_a_spreadsheet(diagnostics, path, (Why){"het is geen tekst en geen .xlsx of .ods", "it is neither text nor .xlsx or .ods"});
        return NULL;
    }
    Source source = {.name = path};
    source_set_text(&source, arena, text, size);
    Loader loader = {.arena = arena, .diagnostics = diagnostics};
    SheetBuilder *builder = sheet_begin(arena, dot ? arena_strndup(arena, base, (size_t)(dot - base)) : base, path);
    size_t before = diagnostics_total(diagnostics);
    if (!csv_grid(&loader, &source, builder)) not_a_spreadsheet(diagnostics, path, (Why){"het is te groot", "it is too large"});
    if (diagnostics_total(diagnostics) > before) return NULL;
    Spreadsheet *result = ARENA_NEW(arena, Spreadsheet);
    result->sheets = ARENA_ARRAY(arena, 1, Sheet);
    result->count = 1;
    sheet_end(builder, result->sheets);
    return result;
}

Spreadsheet *spreadsheet_read(Arena *arena, const char *path, Diagnostics *diagnostics, int *error) {
    Buffer bytes = {0};
    Spreadsheet *result = NULL;
    *error = file_read(path, LARGEST_FILE, &bytes);
    if (*error == EFBIG) *error = 0, not_a_spreadsheet(diagnostics, path, (Why){"het is groter dan 64 MB", "it is larger than 64 MB"});
    else if (*error) diagnostics_report(diagnostics, &I101_UNREADABLE, (Place){path, 0, 0}, (Report){.arguments = {path, error_words(*error)}});
    else if (bytes.size >= 4 && memcmp(bytes.data, "PK\3\4", 4) == 0) result = read_archive(arena, path, &bytes, diagnostics);
    else if (bytes.size >= 4 && memcmp(bytes.data, "\xD0\xCF\x11\xE0", 4) == 0)
        not_a_spreadsheet(diagnostics, path, (Why){"het is een oud Excel-bestand (.xls), of met een wachtwoord beveiligd",
                                                   "it is an old Excel file (.xls), or protected by a password"});
    else if (!bytes.size) not_a_spreadsheet(diagnostics, path, (Why){"het is leeg", "it is empty"});
    else result = read_csv(arena, path, &bytes, diagnostics);
    buffer_free(&bytes);
    return result;
}
