/* The heading of a sheet: what each column holds, also when it takes two rows, and which list that makes. */
#include <string.h>
#include <strings.h>

#include "base/name.h"
#include "base/notation.h"
#include "edit/import.h"
#include "model/value.h"

static const ImportColumn NONE = {COLUMN_NONE, NO_INDEX, NO_INDEX};

static ImportColumn column(ColumnKind kind) { return (ImportColumn){kind, NO_INDEX, NO_INDEX}; }

/* What a heading says as it stands; COLUMN_UNKNOWN: nothing that is known. */
static ImportColumn exact_column(const ImportNames *names, Arena *arena, const char *text) {
    static const struct { const char *word; ColumnKind kind; } WORDS[] = {
        {"locatie", COLUMN_LOCATION}, {"vestiging", COLUMN_LOCATION}, {"schoollocatie", COLUMN_LOCATION}, {"school", COLUMN_SCHOOL},
        {"instituut", COLUMN_INSTITUTE_NAME}, {"opleiding", COLUMN_INSTITUTE_NAME}, {"lerarenopleiding", COLUMN_INSTITUTE_NAME},
        {"niveau", COLUMN_LEVEL_NAME}, {"aantal", COLUMN_COUNT}, {"leerlingen", COLUMN_COUNT}, {"aantalleerlingen", COLUMN_COUNT},
        {"leerlingaantal", COLUMN_COUNT}, {"studenten", COLUMN_COUNT}, {"aantalstudenten", COLUMN_COUNT}, {"streefaantal", COLUMN_TARGET}};
    const char *fold = name_fold(arena, text);
    bool part;
    if (!*fold) return NONE;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (strcmp(fold, WORDS[i].word) == 0) return column(WORDS[i].kind);
    int institute = import_find(names, IMPORT_INSTITUTE, text), level = import_find(names, IMPORT_LEVEL, text);
    if (institute >= 0) return (ImportColumn){COLUMN_INSTITUTE, institute, NO_INDEX};
    if (level >= 0) return (ImportColumn){COLUMN_LEVEL, level, NO_INDEX};
    return import_is_total(names, text, &part) && !part ? column(COLUMN_TOTAL) : column(COLUMN_UNKNOWN);
}

static bool is_month(const char *word) {
    static const char *const MONTHS[] = {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
                                         "jan", "feb", "mrt", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dec"};
    for (size_t i = 0; i < sizeof MONTHS / sizeof *MONTHS; i++)
        if (strcmp(word, MONTHS[i]) == 0) return true;
    return false;
}

/* A word that says when: a year, a date, a month, "op", "per", "peildatum". A bare day only before a month. */
static bool is_when(Arena *arena, const char *word, bool *month) {
    static const char *const WORDS[] = {"op", "per", "peildatum", "teldatum", "schooljaar", "d.d.", "dd", "van"};
    size_t size = strlen(word), digits = strspn(word, "0123456789");
    bool after = *month;
    *month = is_month(name_fold(arena, word));
    if (*month) return true;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (strcasecmp(word, WORDS[i]) == 0) return true;
    if (digits == size) return digits == 4 || (after && digits <= 2);
    return digits && strspn(word, "0123456789-/.'") == size && strpbrk(word, "-/");
}

ImportColumn import_column(const ImportNames *names, Arena *arena, const char *text) {
    char *rest = notation_blanks(arena, text);
    ImportColumn found = exact_column(names, arena, rest);
    bool month = false;
    while (found.kind == COLUMN_UNKNOWN) {
        char *space = strrchr(rest, ' '), *word = space ? space + 1 : rest, *open = strrchr(rest, '(');
        size_t size = strlen(rest);
        if (open && open > rest && rest[size - 1] == ')') *open = '\0';
        else if (space && is_when(arena, word, &month)) *space = '\0';
        else break;
        rest = notation_blanks(arena, rest);
        found = exact_column(names, arena, rest);
    }
    return found;
}

bool import_has(const ImportTable *t, ColumnKind kind) {
    for (int i = 0; i < t->column_count; i++)
        if (t->columns[i].kind == kind) return true;
    return false;
}

static bool is_name(ColumnKind kind) { return kind >= COLUMN_LOCATION && kind <= COLUMN_LEVEL_NAME; }
static bool is_part(ColumnKind kind) { return kind == COLUMN_INSTITUTE || kind == COLUMN_LEVEL; }

static const SheetCell *cell_at(const SheetRow *row, int c) {
    static const SheetCell empty = {.text = ""};
    return c < row->count ? &row->cells[c] : &empty;
}

static ImportColumn at(const ImportNames *names, Arena *arena, const SheetRow *row, int c) { return import_column(names, arena, cell_at(row, c)->text); }

/* A column under two headings: an institute above a level is the count of both. */
static ImportColumn join(ImportColumn top, ImportColumn below) {
    if (top.kind == COLUMN_NONE) return below;
    if (below.kind == COLUMN_NONE || (is_part(top.kind) && below.kind == COLUMN_COUNT)) return top;
    if (top.kind == COLUMN_INSTITUTE && below.kind == COLUMN_LEVEL) return (ImportColumn){COLUMN_BOTH, top.index, below.index};
    if (top.kind == COLUMN_LEVEL && below.kind == COLUMN_INSTITUTE) return (ImportColumn){COLUMN_BOTH, below.index, top.index};
    ImportColumn part = is_part(top.kind) ? top : below, other = is_part(top.kind) ? below : top;
    if (other.kind != COLUMN_TOTAL) return top.kind == COLUMN_COUNT ? below : column(COLUMN_UNKNOWN);
    return (ImportColumn){COLUMN_TOTAL, part.kind == COLUMN_INSTITUTE ? part.index : NO_INDEX, part.kind == COLUMN_LEVEL ? part.index : NO_INDEX};
}

/* Is below a second row of the heading? It says parts, gives no name of a row, and no count. */
static bool is_second(const ImportNames *names, Arena *arena, const SheetRow *top, const SheetRow *below) {
    bool parts = false;
    for (int c = 0; c < below->count; c++) {
        const SheetCell *cell = &below->cells[c];
        if (!*cell->text || cell->covered) continue;
        if (cell->kind != CELL_TEXT && cell->kind != CELL_NUMBER) return false;
        ImportColumn own = import_column(names, arena, cell->text);
        if (is_name(at(names, arena, top, c).kind) || (own.kind == COLUMN_UNKNOWN && cell->text[strspn(cell->text, "0123456789.,? ")] == '\0')) return false;
        parts = parts || is_part(own.kind);
    }
    return parts;
}

static void read_columns(const ImportNames *names, Arena *arena, const SheetRow *top, const SheetRow *below, ImportTable *t) {
    ImportColumn carried = NONE;
    t->column_count = below && below->count > top->count ? below->count : top->count;
    for (int c = 0; c < t->column_count; c++) {
        ImportColumn above = at(names, arena, top, c);
        if (!below) {
            t->columns[c] = above;
            continue;
        }
        const SheetCell *under = cell_at(below, c);
        bool own = *under->text && !(under->covered && strcmp(under->text, cell_at(top, c)->text) == 0);
        if (*cell_at(top, c)->text) carried = is_part(above.kind) ? above : NONE;
        else if (own) above = carried; /* blank repeats: it belongs to what stands left of it */
        t->columns[c] = join(above, own ? import_column(names, arena, under->text) : NONE);
    }
}

static bool is_heading(const ImportTable *t) {
    bool named = import_has(t, COLUMN_LOCATION) || import_has(t, COLUMN_SCHOOL) || import_has(t, COLUMN_INSTITUTE_NAME);
    return named && (import_has(t, COLUMN_COUNT) || import_has(t, COLUMN_INSTITUTE) || import_has(t, COLUMN_LEVEL) || import_has(t, COLUMN_BOTH));
}

static int find_heading(const ImportNames *names, Arena *arena, const Sheet *sheet, ImportTable *t) {
    for (int i = 0; i < sheet->row_count && i < 30; i++) {
        const SheetRow *row = &sheet->rows[i], *next = i + 1 < sheet->row_count ? row + 1 : NULL, *before = i ? row - 1 : NULL;
        read_columns(names, arena, row, NULL, t);
        if (!is_heading(t)) continue;
        bool above = false;
        for (int c = 0; before && c < before->count; c++)
            above = above || (is_part(at(names, arena, before, c).kind) && !is_name(at(names, arena, row, c).kind));
        if (above) read_columns(names, arena, before, row, t);
        else if (next && is_second(names, arena, row, next)) {
            read_columns(names, arena, row, next, t);
            return i + 1;
        }
        return i;
    }
    t->column_count = 0;
    return -1;
}

int import_heading(const ImportNames *names, Arena *arena, const Sheet *sheet, ImportTable *t) {
    int heading = find_heading(names, arena, sheet, t);
    for (int i = heading + 1; heading >= 0 && i < sheet->row_count; i++) /* what stands under no heading at all */
        while (t->column_count < sheet->rows[i].count) t->columns[t->column_count++] = NONE;
    return heading;
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

const char *import_list_of(const ImportTable *t, const char *wanted) {
    bool both = import_has(t, COLUMN_BOTH), institutes = both || import_has(t, COLUMN_INSTITUTE) || import_has(t, COLUMN_INSTITUTE_NAME),
         levels = both || import_has(t, COLUMN_LEVEL) || import_has(t, COLUMN_LEVEL_NAME);
    bool places = import_has(t, COLUMN_LOCATION) || import_has(t, COLUMN_SCHOOL);
    const char *fits[3] = {NULL, NULL, NULL};
    if (!places) fits[0] = institutes && !levels ? "wisselaars" : NULL;
    else if (institutes && levels) fits[0] = "plaatsingen";
    else if (institutes) fits[0] = "per-instituut", fits[1] = "eerstejaars", fits[2] = "wisselaars";
    else fits[0] = levels ? "per-niveau" : "leerlingen";
    for (int i = 0; wanted && i < 3; i++)
        if (fits[i] && strcmp(fits[i], wanted) == 0) return fits[i];
    return wanted ? NULL : fits[0];
}
