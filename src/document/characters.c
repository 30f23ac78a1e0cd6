/* Symbols that word processors keep at U+F020 to U+F0FF: the fonts Symbol and Wingdings, by what they show. */
#include "document/characters.h"

#include <stdint.h>
#include <string.h>

#include "base/text.h"

/* Where the two fonts differ, the reading is the one that lists and forms are made with. */
static const struct { uint16_t from, to; } SYMBOLS[] = {
    {0xF020, ' '},    {0xF028, 0x260E}, {0xF02A, 0x2709}, {0xF02B, '+'},    {0xF02D, 0x2013}, {0xF03C, '<'},    {0xF03D, '='},
    {0xF03E, '>'},    {0xF04A, 0x263A}, {0xF04C, 0x2639}, {0xF06C, 0x25CF}, {0xF06E, 0x25A0}, {0xF06F, 0x25A1}, {0xF071, 0x2751},
    {0xF072, 0x2752}, {0xF075, 0x25C6}, {0xF076, 0x2756}, {0xF09F, 0x2022}, {0xF0A3, 0x2610}, {0xF0A7, 0x25AA}, {0xF0A8, 0x25FB},
    {0xF0AB, 0x2605}, {0xF0AE, 0x2192}, {0xF0B1, 0x00B1}, {0xF0B4, 0x00D7}, {0xF0B7, 0x2022}, {0xF0B8, 0x00F7}, {0xF0B9, 0x2260},
    {0xF0BB, 0x2248}, {0xF0D8, 0x27A2}, {0xF0DF, 0x2190}, {0xF0E0, 0x2192}, {0xF0E1, 0x2191}, {0xF0E2, 0x2193}, {0xF0E8, 0x2794},
    {0xF0F0, 0x21E8}, {0xF0FB, 0x2717}, {0xF0FC, 0x2713}, {0xF0FD, 0x2612}, {0xF0FE, 0x2611}};

static uint32_t meant(uint32_t c) {
    for (size_t i = 0; i < sizeof SYMBOLS / sizeof *SYMBOLS; i++)
        if (SYMBOLS[i].from == c) return SYMBOLS[i].to;
    return c;
}

/* The same text when there is nothing to replace. A replacement takes at most the three bytes of what it replaces. */
static const char *readable(Arena *arena, const char *text) {
    size_t size = strlen(text), n = 0;
    if (!memchr(text, 0xEF, size)) return text;
    char *out = arena_array(arena, size + 4, 1);
    for (const char *p = text, *end = text + size; p < end;) {
        const char *from = p;
        uint32_t c = utf8_next(&p, end), to = meant(c);
        if (to != c) n += (size_t)utf8_put(to, out + n);
        else {
            memcpy(out + n, from, (size_t)(p - from));
            n += (size_t)(p - from);
        }
    }
    out[n] = '\0';
    return out;
}

static bool is_read(const char *name) {
    static const char *const NAMES[] = {"src", "href", "id", "to", "place", "fact"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (!strcmp(name, NAMES[i])) return false;
    return true;
}

void document_characters(Arena *arena, Node *root) {
    for (Node *n = root; n; n = node_walk(root, n, NULL)) {
        for (Attribute *a = n->attributes; a; a = a->next)
            if (is_read(a->name)) a->value = readable(arena, a->value);
        for (Node *text = n->first; text; text = text->next)
            if (text->kind == NODE_TEXT) text->text = readable(arena, text->text);
    }
}
