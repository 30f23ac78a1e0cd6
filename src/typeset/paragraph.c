/* Building paragraphs: text with its styles, folded white space, boxes, marks, tabs; and asking for their lines. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "typeset/items.h"

Paragraph *paragraph_new(Arena *arena, Typesetter *typesetter, const ParagraphStyle *style) {
    Paragraph *p = ARENA_NEW(typesetter->work, Paragraph);
    p->arena = arena;
    p->work = typesetter->work;
    p->typesetter = typesetter;
    p->style = *style;
    p->space = true;
    return p;
}

/* Room for n more of size bytes; the old array stays in the arena. */
static void *reserve(Arena *arena, void *old, int used, int *capacity, int first, size_t size) {
    if (used < *capacity) return old;
    *capacity = *capacity ? *capacity * 2 : first;
    void *fresh = arena_array(arena, (size_t)*capacity, size);
    if (used) memcpy(fresh, old, (size_t)used * size);
    return fresh;
}

static void add_bytes(Paragraph *p, const char *bytes, size_t n) {
    if (n > UINT32_MAX / 4 - p->size) return;
    if (p->size + n > p->capacity) {
        uint32_t capacity = (p->size + (uint32_t)n) * 2 + 64;
        char *fresh = arena_alloc(p->work, capacity);
        if (p->size) memcpy(fresh, p->text, p->size);
        p->text = fresh;
        p->capacity = capacity;
    }
    memcpy(p->text + p->size, bytes, n);
    p->size += (uint32_t)n;
}

static Object *add_object(Paragraph *p, ObjectKind kind) {
    p->objects = reserve(p->work, p->objects, p->object_count, &p->object_capacity, 8, sizeof *p->objects);
    Object *object = &p->objects[p->object_count++];
    *object = (Object){.kind = kind, .offset = p->size};
    p->prepared = false;
    return object;
}

static bool same_style(const CharStyle *a, const CharStyle *b) {
    return a->family == b->family && a->weight == b->weight && a->italic == b->italic && a->size == b->size &&
           a->color.r == b->color.r && a->color.g == b->color.g && a->color.b == b->color.b && a->rise == b->rise &&
           a->tracking == b->tracking && a->features == b->features && a->language == b->language &&
           a->no_break == b->no_break && a->no_hyphens == b->no_hyphens && a->underline == b->underline && a->strike == b->strike;
}

static const CharStyle *keep_style(Paragraph *p, const CharStyle *style) {
    const CharStyle *last = p->span_count ? p->spans[p->span_count - 1].style : NULL;
    if (last && same_style(last, style)) return last;
    CharStyle *copy = ARENA_NEW(p->arena, CharStyle);
    memcpy(copy, style, sizeof *copy);
    return copy;
}

/* Characters that say something about breaking and have no shape. True when c was one. */
static bool add_soft(Paragraph *p, uint32_t c) {
    if (c == 0xAD || c == 0x200B) {
        add_object(p, OBJECT_SOFT)->soft = c == 0xAD ? BREAK_HYPHEN : BREAK_PLAIN;
        return true;
    }
    return c == 0x2060 || c == 0xFEFF || c < 0x20 || c == 0x7F;
}

void paragraph_text(Paragraph *p, const char *text, const CharStyle *style, void *owner, Place place) {
    const char *end = text + strlen(text);
    uint32_t start = p->size;
    while (text < end) {
        const char *from = text;
        while (text < end && (unsigned char)*text > ' ' && (unsigned char)*text < 0x7F) text++;
        if (text > from) {
            add_bytes(p, from, (size_t)(text - from));
            p->space = false;
            continue;
        }
        uint32_t c = utf8_next(&text, end);
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == 0x2028 || c == 0x2029) {
            if (!p->space) add_bytes(p, " ", 1);
            p->space = true;
        } else if (!add_soft(p, c)) {
            char bytes[4];
            add_bytes(p, bytes, (size_t)utf8_put(c, bytes));
            p->space = false;
        }
    }
    if (p->size == start) return;
    p->spans = reserve(p->work, p->spans, p->span_count, &p->span_capacity, 4, sizeof *p->spans);
    const CharStyle *kept = keep_style(p, style);
    p->spans[p->span_count++] = (TextSpan){start, p->size, kept, NULL, owner, place};
    p->prepared = false;
}

static Object *add_placed(Paragraph *p, ObjectKind kind, char byte) {
    Object *object = add_object(p, kind);
    add_bytes(p, &byte, 1);
    return object;
}

void paragraph_box(Paragraph *p, Length width, Length height, Length depth, void *owner, void *payload) {
    Object *object = add_placed(p, OBJECT_BOX, BYTE_OBJECT);
    object->width = width;
    object->height = height;
    object->depth = depth;
    object->owner = owner;
    object->payload = payload;
    p->space = false;
}

void paragraph_mark(Paragraph *p, void *payload) {
    add_object(p, OBJECT_MARK)->payload = payload;
}

void paragraph_newline(Paragraph *p) {
    char byte = BYTE_LINE;
    add_bytes(p, &byte, 1);
    p->space = true;
    p->prepared = false;
}

void paragraph_tab(Paragraph *p, Length stop, Align align, const char *leader, const CharStyle *style) {
    Object *object = add_placed(p, OBJECT_TAB, BYTE_TAB);
    object->stop = stop;
    object->align = align;
    object->leader = leader && *leader ? arena_strdup(p->work, leader) : NULL;
    object->style = keep_style(p, style);
    p->space = true;
}

bool paragraph_empty(const Paragraph *p) {
    for (uint32_t i = 0; i < p->size; i++)
        if (p->text[i] != ' ') return false;
    return true;
}

const Lines *paragraph_break(Paragraph *p, Length measure) {
    Lines *lines = ARENA_NEW(p->arena, Lines);
    int capacity = 0, first = 0;
    if (measure < 1) measure = 1;
    paragraph_prepare(p, 0);
    if (p->widest > measure) paragraph_prepare(p, measure);
    lines->measure = measure;
    int *ends = typesetter_scratch(p->typesetter, SCRATCH_ENDS, ((size_t)p->item_count + 2) * sizeof *ends);
    for (int end = 0; end < p->item_count; end++) {
        if (p->items[end].form != FORM_END) continue;
        Length indent = first == 0 ? p->style.first_indent : 0;
        int n = break_lines(p, first, end, measure, indent, ends), from = first;
        for (int i = 0; i < n; i++) {
            lines->lines = reserve(p->arena, lines->lines, lines->count, &capacity, n, sizeof(Line));
            set_line(p, from, ends[i], measure, i == 0 ? indent : 0, i == n - 1, &lines->lines[lines->count++]);
            from = ends[i] + 1;
        }
        first = end + 1;
    }
    return lines;
}

void paragraph_widths(Paragraph *p, Length *minimum, Length *maximum) {
    Length line = p->style.first_indent, longest = 0;
    paragraph_prepare(p, 0);
    for (int i = 0; i < p->item_count; i++) {
        const BreakItem *item = &p->items[i];
        if (item->form == FORM_END) {
            if (line > longest) longest = line;
            line = 0;
        } else if (item->form != FORM_PENALTY) {
            line += item->width;
            if (line > LENGTH_MAX) line = LENGTH_MAX;
        }
    }
    if (minimum) *minimum = p->widest;
    if (maximum) *maximum = longest > p->widest ? longest : p->widest;
}

/* The byte after the whole part of the first number in the first line, or size. */
static uint32_t decimal_byte(const Paragraph *p) {
    uint32_t i = 0, end = 0;
    char point = p->span_count && p->spans[0].key && p->spans[0].key->speech == SPEECH_ENGLISH ? '.' : ',';
    while (end < p->size && p->text[end] != BYTE_LINE) end++;
    while (i < end && !is_digit((unsigned char)p->text[i])) i++;
    if (i == end) return end;
    while (i < end && (is_digit((unsigned char)p->text[i]) ||
                       (i + 1 < end && p->text[i] != point && strchr(".,", p->text[i]) && is_digit((unsigned char)p->text[i + 1])))) i++;
    return i;
}

Length paragraph_decimal(Paragraph *p) {
    Length width = p->style.first_indent;
    paragraph_prepare(p, 0);
    uint32_t stop = decimal_byte(p), at = 0;
    for (int i = 0; i < p->item_count && p->items[i].form != FORM_END && at < stop; i++) {
        const BreakItem *item = &p->items[i];
        if (item->form == FORM_PENALTY) continue;
        if (item->form == FORM_OBJECT && !item->width) continue;
        uint32_t bytes = item->to - item->from;
        if (item->form == FORM_TEXT && at + bytes > stop)
            width += word_width(item->word, p->spans[item->span].style, item->from, item->from + stop - at);
        else width += item->width;
        at += bytes;
    }
    return width;
}
