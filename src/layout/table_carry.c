/* Sums carried over a page break: what the columns that ask for it come to above the break, at the foot of the one
 * page and the head of the next. Exact decimals of the numbers as they are printed; what is no number is a question. */
#include <string.h>

#include "base/decimal.h"
#include "base/number.h"
#include "layout/table.h"

typedef struct Sum {
    Decimal total;
    int places;    /* most decimals seen */
    bool open;     /* something was unknown */
    bool euro;
} Sum;

static bool skip(const char **p, const char *what) {
    size_t n = strlen(what);
    if (strncmp(*p, what, n)) return false;
    *p += n;
    return true;
}

/* "€ 1.250,50" (or "€ 1,250.50" in English) as a decimal; false: no number. */
static bool read_number(const char *text, bool dutch, Decimal *out, bool *euro) {
    char plain[48];
    size_t n = 0;
    for (const char *p = text; *p;) {
        if (n + 2 > sizeof plain) return false;
        if (skip(&p, "€")) *euro = true;
        else if (skip(&p, " ") || skip(&p, "\u00a0") || skip(&p, "\u202f") || skip(&p, "+") || skip(&p, "†") || skip(&p, dutch ? "." : ",")) continue;
        else if (skip(&p, "−") || skip(&p, "–") || skip(&p, "-")) plain[n++] = '-';
        else if (skip(&p, dutch ? "," : ".")) plain[n++] = '.';
        else if (*p >= '0' && *p <= '9') plain[n++] = *p++;
        else return false;
    }
    plain[n] = '\0';
    return n && decimal_parse(plain, out);
}

static void add_cell(const Table *t, int r, int c, Sum *sum) {
    int i = t->grid[r * t->column_count + c];
    if (!i || t->cells[i - 1].row != r || !t->cells[i - 1].node) return;
    const char *text = structure_title(t->engine, t->cells[i - 1].node);
    Decimal value;
    if (!*text || t->cells[i - 1].column_span > 1) return;
    if (!read_number(text, t->engine->dutch, &value, &sum->euro)) { sum->open = true; return; }
    sum->total = decimal_add(sum->total, value);
    if (value.scale > sum->places) sum->places = value.scale;
}

static const char *sum_text(const Table *t, const Sum *sum) {
    Arena *arena = t->engine->arena;
    if (!decimal_valid(sum->total)) return "?";
    const char *text = number_text(arena, decimal_round(sum->total, sum->places), sum->euro ? NUMBER_EURO : NUMBER_PLAIN, t->engine->dutch ? "nl" : "en");
    return sum->open ? arena_printf(arena, "%s + ?", text) : text;
}

bool table_carries(const Table *t) {
    for (int c = 0; c < t->column_count; c++) if (t->columns[c].carry) return true;
    return false;
}

static void put_text(Table *t, Track *track, int from, int to, const char *text, Align align) {
    Flow flow = *t->flow;
    Length width = 0;
    for (int c = from; c < to; c++) width += t->columns[c].width;
    track->cell_x = t->x + t->columns[from].x;
    track->cell_width = width;
    flow.out = &track->list;
    flow.x = track->cell_x + t->pad_x;
    flow.width = width - 2 * t->pad_x;
    flow.in_cell = true;
    flow.shell = NULL;
    flow.has_align = true;
    flow.align = align;
    flow.parent = t->element;
    inline_simple(&flow, text, style_text(t->engine->style, "cell-subtotal"), NULL);
}

/* A row with those sums, under the label that fits its place. */
static Slab *carry_row(Table *t, const Sum *sums, const char *label, Length above, Length below) {
    Engine *engine = t->engine;
    Slab *slab = ARENA_NEW(engine->arena, Slab);
    Rules *rules = ARENA_NEW(engine->arena, Rules);
    int first = 0;
    while (first < t->column_count && !t->columns[first].carry) first++;
    *rules = (Rules){.padding_y = t->pad_y, .top = above, .bottom = below, .column = t->style->rule_column, .x = t->x, .width = t->width, .color = t->style->rule_color};
    rules->under = arena_array(engine->arena, 1, sizeof *rules->under);
    rules->under[0].x = t->x;
    rules->under[0].width = t->width;
    rules->under_count = below > 0;
    *slab = (Slab){.kind = SLAB_TRACKS, .x = t->x, .width = t->width, .whole = true, .rules = rules, .landscape = t->flow->landscape};
    slab->tracks = ARENA_ARRAY(engine->arena, (size_t)t->column_count + 1, Track);
    if (first) put_text(t, &slab->tracks[slab->track_count++], 0, first, label, ALIGN_LEFT);
    for (int c = first; c < t->column_count; c++)
        if (t->columns[c].carry) put_text(t, &slab->tracks[slab->track_count++], c, c + 1, sum_text(t, &sums[c]), ALIGN_RIGHT);
    for (int i = 0; i < slab->track_count; i++) {
        Length height = list_height(&slab->tracks[i].list, 0) + 2 * t->pad_y;
        if (height > slab->height) slab->height = height;
    }
    return slab;
}

/* Gives every row the line that closes a page after it, and the one that opens a page before it. Page labels above and
 * group labels stay as they are: the sum comes last of what is repeated. */
void table_carry(Table *t, Slab *const *rows) {
    Engine *engine = t->engine;
    Sum *sums = ARENA_ARRAY(engine->arena, (size_t)t->column_count, Sum);
    const TableStyle *s = t->style;
    Length rule = s->rule_total ? s->rule_total : s->rule_row;
    for (int c = 0; c < t->column_count; c++) sums[c].total = DECIMAL_ZERO;
    for (int r = t->head_count; r < t->row_count; r++) {
        if (r > t->head_count && rows[r]->repeat) {
            Repeat *again = repeat_new(engine);
            list_append(engine, &again->list, &rows[r]->repeat->list);
            list_push(engine, &again->list, carry_row(t, sums, engine->dutch ? "Transport" : "Brought forward", 0, s->rule_row));
            again->height = list_height(&again->list, 0);
            rows[r]->repeat = again;
            const Slab *caption = rows[r - 1]->closing;
            Slab *sum = carry_row(t, sums, engine->dutch ? "Transporteren" : "Carried forward", rule, s->rule_bottom);
            sum->closing = caption;
            rows[r - 1]->closing = sum;
        }
        for (int c = 0; c < t->column_count && t->rows[r].role == ROW_NORMAL; c++)
            if (t->columns[c].carry) add_cell(t, r, c, &sums[c]);
    }
}
