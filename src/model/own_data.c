/* The partnership's own data: columns by their kind, rows by what they are about. */
#include <stdlib.h>
#include <string.h>

#include "model/reader.h"

typedef struct OwnTable { /* that is being read */
    OwnData *data;
    const char *per; /* the attribute by which a row says what it is about */
} OwnTable;

static int word_index(const Node *node, const char *attribute, const char *const *words) {
    const char *value = node_get(node, attribute);
    for (int i = 0; value && words[i]; i++)
        if (strcmp(words[i], value) == 0) return i;
    return NO_INDEX;
}

/* ---- columns ---- */

typedef struct ColumnRule { /* of a column that follows from others: from two; a share; all of one sort */
    bool two, share, alike;
} ColumnRule;

static bool is_number(OwnKind kind) { return kind != OWN_TEXT && kind != OWN_DATE; }

static const char *unit_of(const Node *node, OwnKind kind) {
    static const char *const units[] = {[OWN_PERSONS] = "personen", [OWN_MONEY] = "EUR", [OWN_HOURS] = "uur", [OWN_SHARE] = "%"};
    if (kind == OWN_COUNT || kind == OWN_SCORE) return node_get_or(node, "eenheid", "");
    return is_number(kind) ? units[kind] : "";
}

static OwnTotal total_of(const Node *node, const OwnData *data, const OwnColumn *column) {
    static const char *const words[] = {"geen", "som", "gemiddelde", NULL};
    static const OwnTotal totals[] = {OWN_TOTAL_NONE, OWN_TOTAL_SUM, OWN_TOTAL_MEAN};
    int said = word_index(node, "totaal", words);
    if (!is_number(column->kind)) return OWN_TOTAL_NONE;
    if (said != NO_INDEX) return totals[said];
    if (data->years) return OWN_TOTAL_NONE;
    if (column->origin == ORIGIN_SHARE || column->origin == ORIGIN_QUOTIENT || column->origin == ORIGIN_MEAN) return OWN_TOTAL_LIKEWISE;
    return column->kind == OWN_SHARE || column->kind == OWN_SCORE ? OWN_TOTAL_NONE : OWN_TOTAL_SUM;
}

/* Facts of rows are called by these, and rows have attributes of these names. */
static bool is_reserved(const char *key) {
    static const char *const words[] = {"sleutel", "naam", "locatie", "bestuur", "instituut", "niveau", "groep", "schooljaar", "aandeel", NULL};
    for (int i = 0; words[i]; i++)
        if (strcmp(words[i], key) == 0) return true;
    return false;
}

/* What is added, subtracted or averaged is of one sort and unit, and so is what comes of it. */
static bool is_alike(const OwnData *data, const OwnColumn *column) {
    for (int i = 0; i < column->from_count; i++) {
        const OwnColumn *from = &data->columns[column->from[i]];
        if (from->kind != column->kind || strcmp(from->unit, column->unit) != 0) return false;
    }
    return true;
}

/* The columns that it follows from stand before it, so that there is no circle, and each once. */
static bool can_follow(const OwnData *data, const OwnColumn *column, int index, ColumnRule rule) {
    if (rule.two ? column->from_count != 2 : column->from_count < 2) return false;
    for (int i = 0; i < column->from_count; i++) {
        if (column->from[i] >= index || !is_number(data->columns[column->from[i]].kind)) return false;
        for (int k = 0; k < i; k++)
            if (column->from[k] == column->from[i]) return false;
    }
    return is_number(column->kind) && (!rule.share || column->kind == OWN_SHARE) && (!rule.alike || is_alike(data, column));
}

static void read_origin(Reader *r, const Node *node, OwnData *data, OwnColumn *out, int index) {
    static const char *const words[] = {"aandeel", "verschil", "som", "gemiddelde", "per", NULL};
    static const ColumnRule rules[] = {{.two = true, .share = true}, {.two = true, .alike = true}, {.alike = true}, {.alike = true}, {.two = true}};
    int word = word_index(node, "berekend", words);
    out->from = read_references(r, node, "uit", KEY_COLUMN, &out->from_count);
    if (word == NO_INDEX && !node_get(node, "uit")) return;
    if (word != NO_INDEX && can_follow(data, out, index, rules[word])) {
        out->origin = (OwnOrigin)(ORIGIN_SHARE + word);
        return;
    }
    out->from_count = 0;
    model_report(r, M_OWN_FROM, node, node_get(node, "uit") ? "uit" : "berekend", (Report){.found = node_get(node, "uit"), .arguments = {out->name}});
}

static void read_column(Reader *r, const Node *node, OwnData *data, int index) {
    static const char *const kinds[] = {"personen", "aantal", "euro", "uren", "procent", "score", "tekst", "datum", NULL};
    OwnColumn *out = &data->columns[index];
    int kind = word_index(node, "soort", kinds);
    *out = (OwnColumn){.place = node->place, .kind = kind == NO_INDEX ? OWN_TEXT : (OwnKind)kind};
    out->key = read_key(r, node, KEY_COLUMN, index);
    out->name = node_get_or(node, "naam", "");
    out->unit = unit_of(node, out->kind);
    if (out->key && is_reserved(out->key)) model_report(r, M_OWN_KEY, node, "sleutel", (Report){.found = out->key, .arguments = {out->key}});
    read_origin(r, node, data, out, index);
    out->total = total_of(node, data, out);
    Quantity decimals = read_quantity(r, node, "decimalen", NUMBER_COUNT);
    int64_t places = -1;
    if (decimals.state == QUANTITY_KNOWN) decimal_floor(decimals.value, &places);
    out->decimals = places > 4 ? 4 : (int)places;
}

static void read_columns(Reader *r, const Node *node, OwnData *data) {
    int index = 0;
    data->columns = ARENA_ARRAY(r->arena, (size_t)count_children(node, "kolom") + 1, OwnColumn);
    NODE_EACH(child, node, "kolom") {
        data->column_count = index + 1;
        read_column(r, child, data, index++);
    }
}

/* ---- cells ---- */

static NumberKind number_of(OwnKind kind) {
    switch (kind) {
    case OWN_MONEY: return NUMBER_MONEY;
    case OWN_HOURS: return NUMBER_MEASURE;
    case OWN_SHARE:
    case OWN_SCORE: return NUMBER_RATIO;
    default: return NUMBER_COUNT;
    }
}

/* Does the attribute say what the row is, and hold no cell? */
static bool names_row(const OwnTable *t, const char *name) {
    return strcmp(name, t->per) == 0 || strcmp(name, "groep") == 0 || strchr(name, ':') ||
           (t->data->per == KEY_OWN_ROW && !t->data->years && strcmp(name, "naam") == 0);
}

static Quantity *read_values(Reader *r, const Node *node, const OwnTable *t, Map *unknown) {
    OwnData *data = t->data;
    Quantity *cells = ARENA_ARRAY(r->arena, (size_t)data->column_count + 1, Quantity);
    for (int i = 0; i < data->column_count; i++) cells[i] = (Quantity){.state = QUANTITY_ABSENT, .place = node->place};
    for (const Attribute *a = node->attributes; a; a = a->next) {
        if (names_row(t, a->name)) continue;
        int column = find_key(r, KEY_COLUMN, a->name);
        if (column == NO_INDEX) { /* a column of a spreadsheet is one fault, however many rows it has */
            bool sheet = a->place.file && strstr(a->place.file, ".csv"), again = map_put(unknown, a->name, unknown) != NULL;
            if (!sheet || !again) model_report(r, M_OWN_COLUMN, node, a->name, (Report){.found = a->name, .arguments = {a->name, data->name}});
        } else if (is_number(data->columns[column].kind)) {
            cells[column] = read_cell(r, node, a, number_of(data->columns[column].kind));
        } else if (data->columns[column].kind == OWN_DATE) {
            read_date(r, node, a->name);
        }
    }
    return cells;
}

/* ---- rows ---- */

static int thing_count(const Partnership *p, KeyKind kind) {
    return kind == KEY_LOCATION ? p->location_count : kind == KEY_BOARD ? p->board_count : kind == KEY_INSTITUTE ? p->institute_count : kind == KEY_LEVEL ? p->level_count : 0;
}

static void name_thing(const Partnership *p, KeyKind kind, OwnRow *row) {
    int i = row->thing;
    if (kind == KEY_LOCATION) row->key = p->locations[i].key, row->name = p->locations[i].name;
    if (kind == KEY_BOARD) row->key = p->boards[i].key, row->name = p->boards[i].name;
    if (kind == KEY_INSTITUTE) row->key = p->institutes[i].key, row->name = p->institutes[i].name;
    if (kind == KEY_LEVEL) row->key = p->levels[i].key, row->name = p->levels[i].name;
}

static bool lacks(Reader *r, const Node *node, const char *attribute) {
    if (node_get(node, attribute)) return false;
    model_report(r, M_OWN_ROW, node, NULL, (Report){.arguments = {attribute}});
    return true;
}

static bool is_twice(Reader *r, const Node *node, const OwnTable *t, const char *key) {
    for (int i = 0; i < t->data->row_count; i++) {
        if (strcmp(t->data->rows[i].key, key) != 0) continue;
        Place at = t->data->rows[i].place;
        model_report(r, M_OWN_TWICE, node, t->per, (Report){.arguments = {key, arena_printf(r->arena, "%s:%d", at.file ? at.file : "?", at.line)}});
        return true;
    }
    return false;
}

/* What the row is about. False when it does not say so, which has been reported. */
static bool read_subject(Reader *r, const Node *node, const OwnTable *t, OwnRow *row) {
    if (lacks(r, node, t->per)) return false;
    row->key = row->name = node_get(node, t->per);
    if (t->data->years) return read_year(r, node, t->per).first != 0;
    if (t->data->per == KEY_OWN_ROW) {
        if (lacks(r, node, "naam")) return false;
        row->name = node_get(node, "naam");
    } else {
        row->thing = find_name(r, t->data->per, row->key);
        if (row->thing == NO_INDEX) return report_unknown(r, node, t->per, row->key, &t->data->per, 1), false;
        name_thing(r->p, t->data->per, row);
    }
    bool reserved = strcmp(row->key, "totaal") == 0 || strcmp(row->key, "groep") == 0;
    if (reserved) model_report(r, M_OWN_KEY, node, t->per, (Report){.found = row->key, .arguments = {row->key}});
    return !reserved;
}

static void read_row(Reader *r, const Node *node, OwnTable *t, Map *unknown) {
    OwnRow row = {.place = node->place, .given = true, .thing = NO_INDEX};
    bool good = read_subject(r, node, t, &row) && !is_twice(r, node, t, row.key);
    row.group = read_reference(r, node, "groep", KEY_ROW_GROUP);
    row.cells = read_values(r, node, t, unknown);
    if (good) t->data->rows[t->data->row_count++] = row;
    t->data->lost |= !good;
}

static OwnRow missing_row(Reader *r, const OwnTable *t, int thing) {
    OwnRow row = {.place = t->data->place, .thing = thing, .group = NO_INDEX};
    name_thing(r->p, t->data->per, &row);
    row.cells = ARENA_ARRAY(r->arena, (size_t)t->data->column_count + 1, Quantity);
    for (int i = 0; i < t->data->column_count; i++) row.cells[i] = (Quantity){.state = QUANTITY_UNKNOWN, .place = row.place};
    return row;
}

/* The things in the order of the partnership, each with a row. */
static void complete(Reader *r, OwnTable *t) {
    OwnData *data = t->data;
    int things = thing_count(r->p, data->per);
    OwnRow *rows = ARENA_ARRAY(r->arena, (size_t)things + 1, OwnRow);
    for (int i = 0; i < things; i++) {
        rows[i] = missing_row(r, t, i);
        for (int k = 0; k < data->row_count; k++)
            if (data->rows[k].thing == i) rows[i] = data->rows[k];
    }
    data->rows = rows;
    data->row_count = things;
}

static int compare_years(const void *a, const void *b) {
    return strcmp(((const OwnRow *)a)->key, ((const OwnRow *)b)->key);
}

static void read_rows(Reader *r, const Node *node, OwnTable *t) {
    OwnData *data = t->data;
    const char *name = data->years ? "jaar" : "rij";
    Map *unknown = map_new(r->arena);
    data->rows = ARENA_ARRAY(r->arena, (size_t)count_children(node, name) + 1, OwnRow);
    NODE_EACH(child, node, name) read_row(r, child, t, unknown);
    if (data->years) qsort(data->rows, (size_t)data->row_count, sizeof *data->rows, compare_years);
    else if (data->per != KEY_OWN_ROW) complete(r, t);
}

/* ---- the whole ---- */

static void read_group(Reader *r, const Node *node, RowGroup *out, int index) {
    out->key = read_key(r, node, KEY_ROW_GROUP, index);
    out->name = node_get_or(node, "naam", "");
}

/* rijen or jaren: the one there is; others are reported. */
static const Node *rows_of(Reader *r, const Node *node, const OwnData *data) {
    const Node *found = NULL;
    NODE_EACH(child, node, NULL) {
        if (!node_is(child, "rijen") && !node_is(child, "jaren")) continue;
        if (found) model_report(r, M_OWN_SHAPE, child, NULL, (Report){.arguments = {data->name, BOTH("meer dan één keer rijen of jaren", "rijen or jaren more than once")}});
        else found = child;
    }
    if (!found) model_report(r, M_OWN_SHAPE, node, NULL, (Report){.arguments = {data->name, BOTH("geen rijen of jaren", "no rijen or jaren")}});
    return found;
}

static void read_one(Reader *r, const Node *node, OwnData *out, int index) {
    static const char *const words[] = {"locatie", "bestuur", "instituut", "niveau", NULL};
    static const KeyKind kinds[] = {KEY_LOCATION, KEY_BOARD, KEY_INSTITUTE, KEY_LEVEL};
    out->key = read_key(r, node, KEY_OWN_DATA, index);
    out->name = node_get_or(node, "naam", "");
    const Node *rows = rows_of(r, node, out), *total = node_child(node, "totaal");
    int per = rows ? word_index(rows, "per", words) : NO_INDEX;
    out->years = rows && node_is(rows, "jaren");
    out->per = per == NO_INDEX ? KEY_OWN_ROW : kinds[per];
    forget_keys(r, KEY_COLUMN);
    forget_keys(r, KEY_ROW_GROUP);
    read_columns(r, node, out);
    if (!out->column_count) model_report(r, M_OWN_SHAPE, node, NULL, (Report){.arguments = {out->name, BOTH("geen kolommen", "no columns")}});
    READ_LIST(r, node, "groep", RowGroup, out->groups, out->group_count, read_group);
    OwnTable t = {.data = out, .per = out->years ? "schooljaar" : per == NO_INDEX ? "sleutel" : words[per]};
    if (rows) read_rows(r, rows, &t);
    t.per = "";
    if (total) out->totals = read_values(r, total, &t, map_new(r->arena));
    forget_keys(r, KEY_COLUMN);
    forget_keys(r, KEY_ROW_GROUP);
}

void read_own_data(Reader *r, const Node *node) {
    READ_LIST(r, node, "gegevens", OwnData, r->p->own_data, r->p->own_data_count, read_one);
}
