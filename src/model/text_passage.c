/* The text of a passage as a reader sees it, and where each character of it was typed. */
#include "model/text_passage.h"

#include <string.h>

#include "language/language.h"

/* Words in the line; a footnote stands outside it. */
static bool is_inline(const Node *node) {
    const LanguageElement *element = language_of(node);
    return element && language_kind(element) == ELEMENT_INLINE && language_role(element) != LANGUAGE_ROLE_FOOTNOTE;
}

bool passage_is_block(const Node *node) {
    if (is_inline(node)) return false;
    for (const Node *n = node->first; n; n = n->next)
        if (n->kind == NODE_TEXT ? n->text[strspn(n->text, " \t\r\n")] != 0 : is_inline(n)) return true;
    return false;
}

/* Words of somebody else, or that lead elsewhere. */
static bool is_other(const Node *node) {
    return node_is(node, "aanhaling") || node_is(node, "code") || node_is(node, "link") || node_is(node, "verwijzing") || !is_inline(node);
}

static void gather(Buffer *out, Buffer *runs, const Node *node) {
    for (const Node *n = node->first; n; n = n->next) {
        if (n->kind == NODE_TEXT) {
            TextRun run = {out->size, n->text, n->place};
            buffer_append(runs, &run, sizeof run);
            buffer_puts(out, n->text);
        } else if (node_is(n, "getal")) buffer_putc(out, PASSAGE_FACT);
        else if (node_is(n, "regeleinde")) buffer_putc(out, ' ');
        else if (is_other(n)) buffer_putc(out, PASSAGE_OTHER);
        else gather(out, runs, n);
    }
}

/* White space of every kind, also that does not break, as blanks of the same length. */
static void blank(char *text) {
    static const char *const spaces[] = {"\n", "\t", "\r", "\u00A0", "\u202F", "\u2009"};
    for (char *c = text; *c; c++)
        for (size_t i = 0; strchr("\n\t\r\xC2\xE2", *c) && i < sizeof spaces / sizeof *spaces; i++)
            if (strncmp(c, spaces[i], strlen(spaces[i])) == 0) memset(c, ' ', strlen(spaces[i]));
}

Passage passage_gather(Arena *arena, const Node *block) {
    Buffer text = {0}, runs = {0};
    buffer_append(&text, "", 0);
    gather(&text, &runs, block);
    Passage p = {.place = block->place, .text = arena_strndup(arena, text.data ? text.data : "", text.size), .size = text.size};
    p.run_count = (int)(runs.size / sizeof(TextRun));
    p.runs = ARENA_ARRAY(arena, (size_t)p.run_count + 1, TextRun);
    if (p.run_count) memcpy(p.runs, runs.data, runs.size);
    blank(p.text);
    buffer_free(&text);
    buffer_free(&runs);
    return p;
}

Place place_advance(Place place, const char *text, size_t at) {
    for (const char *c = text; c < text + at && *c; c++) {
        if ((*c & 0xC0) != 0x80) place.column++; /* columns count characters */
        if (*c == '\n') place.line++, place.column = 1;
    }
    return place;
}

Place passage_place(const Passage *p, size_t at) {
    Place place = p->place;
    for (int i = 0; i < p->run_count && p->runs[i].at <= at; i++) place = place_advance(p->runs[i].place, p->runs[i].text, at - p->runs[i].at);
    return place;
}

Place piece_place(const TextPiece *piece, size_t at) {
    return place_advance(piece->place, piece->text, at);
}
