/* From a paragraph's text to boxes, glue and penalties. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "typeset/items.h"

typedef struct Walk {
    Paragraph *p;
    int span, object;    /* the ones at hand */
    Length piece;        /* width of the unbreakable piece so far */
    int leftward;        /* chunks from right to left so far */
} Walk;

static BreakItem *add(Walk *w, BreakItem item) {
    Paragraph *p = w->p;
    if (p->item_count == p->item_capacity) {
        p->item_capacity = p->item_capacity ? p->item_capacity * 2 : (int)(p->size / 4) + 8;
        BreakItem *fresh = ARENA_ARRAY(p->work, (size_t)p->item_capacity, BreakItem);
        if (p->item_count) memcpy(fresh, p->items, (size_t)p->item_count * sizeof *fresh);
        p->items = fresh;
    }
    bool ends = item.form == FORM_END || (item.form == FORM_GLUE && item.may_break) || item.form == FORM_PENALTY;
    if (ends && item.form == FORM_PENALTY) w->piece += item.width;
    if (!ends && w->piece < LENGTH_MAX) w->piece += item.width;
    if (w->piece > p->widest) p->widest = w->piece;
    if (ends) w->piece = 0;
    p->items[p->item_count] = item;
    return &p->items[p->item_count++];
}

static const TextSpan *span_at(Walk *w, uint32_t offset) {
    Paragraph *p = w->p;
    while (w->span + 1 < p->span_count && p->spans[w->span].end <= offset) w->span++;
    return p->span_count ? &p->spans[w->span] : NULL;
}

/* How far the character at a line's end or start may stand out, in 1/1000 of the size. */
static int hanging(uint32_t c, bool left) {
    switch (c) {
    case '-': case 0xAD: case 0x2010: return left ? 0 : 160;
    case '.': case ',': return left ? 0 : 120;
    case 0x2018: case 0x201C: case 0x201E: case 0x201A: return left ? 150 : 0;
    case 0x2019: case 0x201D: return left ? 0 : 130;
    case ':': case ';': return left ? 0 : 70;
    case 0x2013: return left ? 0 : 120;
    default: return 0;
    }
}

static uint32_t first_character(const char *text, size_t size) {
    return utf8_next(&text, text + size);
}
static uint32_t last_character(const char *text, size_t size) {
    size_t i = size ? size - 1 : 0;
    while (i && ((unsigned char)text[i] & 0xC0) == 0x80) i--;
    const char *p = text + i;
    return utf8_next(&p, text + size);
}

static Length hang_of(const Paragraph *p, const CharStyle *style, uint32_t c, bool left) {
    return p->style.align == ALIGN_JUSTIFY ? (Length)((int64_t)style->size * hanging(c, left) / 1000) : 0;
}

static void add_glue(Walk *w, uint32_t offset, bool may_break, uint32_t bytes, uint32_t before) {
    const TextSpan *span = span_at(w, offset);
    Length width = span->key->face ? units_length(span->key->space, span->style->size, 1000, span->key->face) : span->style->size / 4;
    width += span->style->tracking;
    Length stretch = width / 2 > span->style->size / 7 ? width / 2 : span->style->size / 7; /* narrow spaces need more */
    add(w, (BreakItem){.form = FORM_GLUE, .may_break = may_break && !span->style->no_break, .width = width, .stretch = stretch,
                       .shrink = width / 3, .hang = hang_of(w->p, span->style, before, false), .span = w->span, .to = bytes});
}

static void add_penalty(Walk *w, BreakPoint b, const CharStyle *style, const FontKey *key, uint32_t before) {
    Length width = 0;
    if (b.kind == BREAK_HYPHEN || b.kind == BREAK_EMERGENCY)
        width = word_width(typesetter_word(w->p->typesetter, key, "-", 1), style, 0, 1);
    if (width) before = '-';
    add(w, (BreakItem){.form = FORM_PENALTY, .kind = b.kind, .penalty = b.penalty, .width = width,
                       .hang = hang_of(w->p, style, before, false), .span = w->span});
}

/* Marks at or before that place become boxes without width; soft hyphens there have had their say. */
static void add_marks(Walk *w, uint32_t offset) {
    Paragraph *p = w->p;
    for (; w->object < p->object_count && p->objects[w->object].offset <= offset; w->object++) {
        ObjectKind kind = p->objects[w->object].kind;
        if (kind == OBJECT_MARK) add(w, (BreakItem){.form = FORM_OBJECT, .span = w->object});
        else if (kind != OBJECT_SOFT) break;
    }
}

/* How much wider the part before a break is when what follows is no longer kerned with it. */
static Length unkerned(const Paragraph *p, const TextSpan *span, const Word *word, uint32_t from, uint32_t stop) {
    const Word *part = typesetter_word(p->typesetter, span->key, p->text + from, stop - from);
    Length alone = word_width(part, span->style, 0, stop - from), planned = word_width(word, span->style, 0, stop - from);
    return alone > planned ? alone - planned : 0;
}

/* A stretch of a chunk in one style: its text between the break points. */
static void add_stretch(Walk *w, uint32_t from, uint32_t to, const Word *word, const BreakPoint *breaks, int count, uint32_t base) {
    Paragraph *p = w->p;
    const TextSpan *span = span_at(w, from);
    uint32_t at = from;
    if (word->missing) typesetter_missing(p->typesetter, word->missing, false, span->place);
    for (int i = 0; i <= count; i++) {
        uint32_t stop = i < count ? base + breaks[i].offset : to;
        if (i < count && (stop < from || stop > to || stop == base)) continue;
        if (i < count && stop == to && breaks[i].kind == BREAK_EMERGENCY) continue;
        if (i < count && stop == from) { /* between two styles: belongs to the one before, made there */
            continue;
        }
        if (stop > at)
            add(w, (BreakItem){.form = FORM_TEXT, .width = word_width(word, span->style, at - from, stop - from), .span = w->span,
                               .hang = hang_of(p, span->style, first_character(p->text + at, to - at), true), .word = word,
                               .from = at - from, .to = stop - from});
        at = stop;
        if (i < count && !span->style->no_break) {
            add_penalty(w, breaks[i], span->style, span->key, last_character(p->text + base, stop - base));
            if (breaks[i].kind == BREAK_URL) p->items[p->item_count - 1].width = unkerned(p, span, word, from, stop);
        }
        if (i < count && stop == to) break;
    }
}

/* Soft hyphens and zero-width spaces of the chunk replace the program's own hyphenation. */
static int soft_breaks(Walk *w, uint32_t from, uint32_t to, BreakPoint *out) {
    const Paragraph *p = w->p;
    int n = 0;
    for (int i = w->object; i < p->object_count && p->objects[i].offset < to; i++)
        if (p->objects[i].kind == OBJECT_SOFT && p->objects[i].offset > from)
            out[n++] = (BreakPoint){p->objects[i].offset - from, p->objects[i].soft, p->objects[i].soft == BREAK_HYPHEN ? 30 : 0};
    return n;
}

static int by_offset(const void *a, const void *b) {
    const BreakPoint *x = a, *y = b;
    return x->offset < y->offset ? -1 : x->offset > y->offset;
}

/* The run of letters at p is an abbreviation (FLOT, HvA): a name of few letters with more than one capital. *end: behind it. */
static bool is_acronym(const char *p, const char *stop, const char **end) {
    enum { LONGEST = 8 };
    int letters = 0, capitals = 0;
    for (*end = p; p < stop; *end = p) {
        uint32_t c = utf8_next(&p, stop);
        if (!is_letter(c)) break;
        letters++;
        capitals += is_upper(c);
    }
    return capitals > 1 && letters <= LONGEST;
}

/* A piece between two breaks of a word that is wider than the measure: also between any two letters (never inside a
 * number or an abbreviation). count: breaks the word has. */
static int emergency_breaks(const Walk *w, const TextSpan *span, const Word *whole, uint32_t from, uint32_t size, BreakPoint *out, int count) {
    const Paragraph *p = w->p;
    Length hyphen = word_width(typesetter_word(p->typesetter, span->key, "-", 1), span->style, 0, 1);
    uint32_t before = 0, start = 0;
    int n = count;
    for (int i = 0; i <= count; i++) {
        uint32_t stop = i < count ? out[i].offset : size;
        Length width = word_width(whole, span->style, start, stop) + (i < count && out[i].kind == BREAK_HYPHEN ? hyphen : 0);
        for (const char *c = p->text + from + start, *end = p->text + from + stop; width > p->emergency && c < end;) {
            const char *behind = c;
            if (!is_letter(before) && is_acronym(c, p->text + from + size, &behind)) {
                c = behind < end ? behind : end;
                before = 0;
                continue;
            }
            uint32_t offset = (uint32_t)(c - p->text - from), letter = utf8_next(&c, end);
            if (offset > start && is_letter(before) && is_letter(letter) && !(letter >= 0x300 && letter < 0x370))
                out[n++] = (BreakPoint){offset, BREAK_EMERGENCY, 3000};
            before = letter;
        }
        start = stop;
    }
    qsort(out, (size_t)n, sizeof *out, by_offset);
    return n;
}

/* all: where a word is wider than the measure, its syllables come before its letters, also where the style has no hyphens. */
static int keep_wanted(const Paragraph *p, const TextSpan *span, const Chunk *chunk, bool all, BreakPoint *out) {
    int n = 0;
    for (int i = 0; i < chunk->count; i++) {
        bool hyphen = chunk->breaks[i].kind == BREAK_HYPHEN;
        if (hyphen && !all && (!p->style.hyphenate || span->style->no_hyphens)) continue;
        out[n++] = chunk->breaks[i];
    }
    return n;
}

/* One word from right to left is set as it should; of more the order is that of left to right, and so is the order within
 * a word that has both directions. */
static void note_leftward(Walk *w, const TextSpan *span, uint32_t from, uint32_t to) {
    Paragraph *p = w->p;
    uint32_t found = 0;
    bool both = false;
    for (const char *c = p->text + from, *end = p->text + to; c < end;) {
        uint32_t one = utf8_next(&c, end);
        if (is_leftward(one) && !found) found = one;
        both |= is_letter(one) || is_digit(one);
    }
    if (found && (both || w->leftward)) typesetter_missing(p->typesetter, found, true, span->place);
    if (found) w->leftward++;
}

static void add_chunk(Walk *w, uint32_t from, uint32_t to) {
    Paragraph *p = w->p;
    const TextSpan *span = span_at(w, from);
    note_leftward(w, span, from, to);
    BreakPoint *breaks = typesetter_scratch(p->typesetter, SCRATCH_BREAKS, ((to - from + 2) * 2 + (size_t)p->object_count) * sizeof *breaks);
    const Word *one = span->end >= to ? typesetter_word(p->typesetter, span->key, p->text + from, to - from) : NULL; /* all in one style */
    const Word *whole = p->emergency ? typesetter_word(p->typesetter, span->key, p->text + from, to - from) : NULL;
    bool wide = whole && word_width(whole, span->style, 0, to - from) > p->emergency;
    int n = soft_breaks(w, from, to, breaks);
    if (!n) n = keep_wanted(p, span, one ? typesetter_word_chunk(p->typesetter, one)
                                         : typesetter_chunk(p->typesetter, span->key->speech, p->text + from, to - from), wide, breaks);
    if (wide) n = emergency_breaks(w, span, whole, from, to - from, breaks, n);
    for (uint32_t at = from; at < to;) {
        const TextSpan *here = span_at(w, at);
        uint32_t stop = here->end < to ? here->end : to;
        if (stop <= at) stop = to;
        add_marks(w, at);
        add_stretch(w, at, stop, one ? one : typesetter_word(p->typesetter, here->key, p->text + at, stop - at), breaks, n, from);
        at = stop;
    }
}

static bool is_nbsp(const char *text, uint32_t left) {
    return left >= 2 && text[0] == '\xC2' && text[1] == '\xA0';
}

static bool ends_chunk(const Paragraph *p, uint32_t i) {
    char c = p->text[i];
    return c == ' ' || c == BYTE_OBJECT || c == BYTE_TAB || c == BYTE_LINE || is_nbsp(p->text + i, p->size - i);
}

static uint32_t chunk_end(const Paragraph *p, uint32_t i) {
    while (i < p->size && !ends_chunk(p, i)) i++;
    return i;
}
static uint32_t chunk_start(const Paragraph *p, uint32_t i) {
    while (i > 0 && p->text[i - 1] != ' ' && (unsigned char)p->text[i - 1] > BYTE_LINE && !(i >= 2 && is_nbsp(p->text + i - 2, 2))) i--;
    return i;
}

static void add_space(Walk *w, uint32_t at) {
    Paragraph *p = w->p;
    uint32_t after = at + 1, end = chunk_end(p, after), from = chunk_start(p, at);
    if (after >= p->size || p->text[after] == BYTE_LINE) return; /* nothing follows */
    const TextSpan *span = span_at(w, at);
    bool keep = speech_keeps(span->key->speech, p->text + from, at - from, p->text + after, end - after);
    add_glue(w, at, !keep, 1, last_character(p->text + from, at - from));
}

static void add_object(Walk *w, char byte) {
    Paragraph *p = w->p;
    if (w->object >= p->object_count) return;
    const Object *object = &p->objects[w->object];
    if (byte == BYTE_TAB) add(w, (BreakItem){.form = FORM_TAB, .width = object->style->size / 2, .span = w->object, .to = 1});
    else add(w, (BreakItem){.form = FORM_OBJECT, .width = object->width, .span = w->object, .to = 1});
    w->object++;
}

/* A tab to a left stop is as wide as what is left to the stop, when all before it stands on the same line. */
static void measure_tabs(Paragraph *p) {
    Length x = p->style.first_indent;
    for (int i = 0; i < p->item_count; i++) {
        BreakItem *item = &p->items[i];
        if (item->form == FORM_END) x = 0;
        else if (item->form == FORM_TAB && p->objects[item->span].align == ALIGN_LEFT && p->objects[item->span].stop > x)
            x += item->width = p->objects[item->span].stop - x;
        else if (item->form != FORM_PENALTY && x < LENGTH_MAX) x += item->width;
    }
}

void paragraph_prepare(Paragraph *p, Length emergency) {
    if (!p->prepared) typesetter_trim(p->typesetter);
    if (p->prepared && p->generation == typesetter_generation(p->typesetter) && p->emergency == emergency) return;
    Walk w = {.p = p};
    p->item_count = 0;
    p->widest = 0;
    p->emergency = emergency;
    p->generation = typesetter_generation(p->typesetter);
    p->prepared = true;
    for (int i = 0; i < p->span_count; i++) p->spans[i].key = typesetter_key(p->typesetter, p->spans[i].style);
    for (uint32_t i = 0; i < p->size;) {
        char c = p->text[i];
        add_marks(&w, i);
        if (c == ' ') add_space(&w, i++);
        else if (c == BYTE_LINE) add(&w, (BreakItem){.form = FORM_END}), i++;
        else if (c == BYTE_OBJECT || c == BYTE_TAB) add_object(&w, c), i++;
        else if (is_nbsp(p->text + i, p->size - i)) add_glue(&w, i, false, 2, 0), i += 2;
        else {
            uint32_t end = chunk_end(p, i);
            add_chunk(&w, i, end);
            i = end;
        }
    }
    add_marks(&w, p->size);
    if (p->item_count) add(&w, (BreakItem){.form = FORM_END});
    measure_tabs(p);
}
