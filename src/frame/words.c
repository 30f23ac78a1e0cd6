/* Words that a line end divides: each becomes one Span with the whole word as ActualText, over all lines it is on.
 *
 * By ISO 32000-1 14.8.2.2.3 the hyphen of a line end is U+00AD, and so the writer maps it; yet most programs that
 * take text out of a file keep that character and the line end, and then the word is not found. */
#include <stdlib.h>
#include <string.h>

#include "frame/structure.h"

/* The part [from, to) of an item's text belongs to an element of its own. */
typedef struct Cut {
    int page, item;
    size_t from, to;
    Element *word;
} Cut;

typedef struct Cuts {
    Arena *arena;
    const Pages *pages;
    Cut *all;
    int count, capacity;
    size_t **taken; /* by page and item: how far the text is in a word already */
} Cuts;

/* Text that reads from left to right, of a known element. */
static bool readable(const Item *item) {
    if (item->kind != ITEM_GLYPHS || !item->element || item->angle || !item_paints(item) || !item->as.glyphs->text) return false;
    const GlyphRun *run = item->as.glyphs;
    for (int i = 1; i < run->count; i++)
        if (run->glyphs[i].cluster < run->glyphs[i - 1].cluster) return false;
    return true;
}

/* A line that ends in a hyphen of ours. */
static bool divided(const Item *item) {
    if (item->kind != ITEM_GLYPHS || !item->element || !item_paints(item)) return false;
    const GlyphRun *run = item->as.glyphs;
    return run->text && run->text_size >= 2 && memcmp(run->text + run->text_size - 2, "\xC2\xAD", 2) == 0 && readable(item);
}

static const Element *block_of(const Element *e) {
    while (e->inline_level && e->parent) e = e->parent;
    return e;
}

/* What a reader meets next in the block that this element is of, on this page or the next one; NULL at its end. What
 * stands in the margin may lie in between. */
static const Item *next_read(const Pages *pages, const Element *element, int *page, int *item) {
    const Element *block = block_of(element);
    for (int last = *page + 1; *page < pages->count && *page <= last; ++*page, *item = -1) {
        const Fragment *content = pages->pages[*page].content;
        while (content && ++*item < content->count) {
            const Item *next = &content->items[*item];
            if (next->element && (next->element == element || block_of(next->element) == block) && item_paints(next)) return next;
        }
    }
    return NULL;
}

static void add_cut(Cuts *cuts, Cut cut) {
    if (cuts->count == cuts->capacity) {
        int capacity = cuts->capacity ? cuts->capacity * 2 : 64;
        Cut *all = ARENA_ARRAY(cuts->arena, (size_t)capacity, Cut);
        if (cuts->count) memcpy(all, cuts->all, (size_t)cuts->count * sizeof *all);
        cuts->all = all;
        cuts->capacity = capacity;
    }
    cuts->all[cuts->count++] = cut;
}

/* Where the first word of a run ends; what has no glyph of its own (a space that the line dropped) stays with it. */
static size_t word_end(const GlyphRun *run) {
    const char *space = memchr(run->text, ' ', run->text_size);
    size_t end = space ? (size_t)(space - run->text) : run->text_size;
    return run->count && run->glyphs[run->count - 1].cluster < end ? run->text_size : end;
}

/* Follows the word that begins at that byte of an item, over as many lines as it takes. Nothing is cut when another
 * element goes on with it: then U+00AD is all that says so. */
static void cut_word(Cuts *cuts, int page, int item, size_t from) {
    const Item *part = &cuts->pages->pages[page].content->items[item];
    Element *word = element_new(cuts->arena, ROLE_SPAN, part->element, true);
    Buffer text = {0};
    int before = cuts->count;
    for (bool first = true;; first = false) {
        const GlyphRun *run = part->as.glyphs;
        size_t to = first ? run->text_size : word_end(run);
        bool more = to == run->text_size && divided(part);
        buffer_append(&text, run->text + from, to - from - (more ? 2 : 0));
        add_cut(cuts, (Cut){page, item, from, to, word});
        if (!more) break;
        int line = part->y, on = page;
        part = next_read(cuts->pages, word->parent, &page, &item);
        from = 0;
        if (part && part->element == word->parent && readable(part) && (page != on || part->y != line)) continue;
        cuts->count = before;
        break;
    }
    for (int i = before; i < cuts->count; i++) cuts->taken[cuts->all[i].page][cuts->all[i].item] = cuts->all[i].to;
    while (text.size && text.data[text.size - 1] == ' ') text.size--;
    word->place = word->parent->place;
    word->actual = arena_strndup(cuts->arena, text.data ? text.data : "", text.size);
    buffer_free(&text);
}

static void find_words(Cuts *cuts) {
    for (int page = 0; page < cuts->pages->count; page++) {
        const Fragment *content = cuts->pages->pages[page].content;
        for (int i = 0; content && i < content->count; i++) {
            if (!divided(&content->items[i])) continue;
            const GlyphRun *run = content->items[i].as.glyphs;
            size_t from = run->text_size, least = cuts->taken[page][i];
            while (from > least && run->text[from - 1] != ' ') from--;
            if (from < run->text_size) cut_word(cuts, page, i, from);
        }
    }
}

/* A column may go on with a word on the next page while the one beside it is still on this page. */
static int by_place(const void *a, const void *b) {
    const Cut *x = a, *y = b;
    if (x->page != y->page) return x->page - y->page;
    if (x->item != y->item) return x->item - y->item;
    return x->from < y->from ? -1 : x->from > y->from;
}

/* The part [from, to) of a run as a run of its own, at its place; nothing when it has no glyphs. */
static void add_part(Fragment *out, const Item *item, size_t from, size_t to, Element *element) {
    const GlyphRun *whole = item->as.glyphs;
    int first = 0, end;
    Length x = item->x;
    while (first < whole->count && whole->glyphs[first].cluster < from) x += whole->glyphs[first++].advance;
    for (end = first; end < whole->count && whole->glyphs[end].cluster < to;) end++;
    if (end == first) return;
    GlyphRun *run = ARENA_NEW(out->arena, GlyphRun);
    *run = *whole;
    run->count = end - first;
    run->glyphs = ARENA_ARRAY(out->arena, (size_t)run->count, Glyph);
    run->text = whole->text + from;
    run->text_size = to - from;
    run->width = 0;
    for (int i = 0; i < run->count; i++) {
        run->glyphs[i] = whole->glyphs[first + i];
        run->glyphs[i].cluster -= (uint32_t)from;
        run->width += run->glyphs[i].advance;
    }
    Item *part = fragment_add(out, *item);
    part->x = x;
    part->element = element;
    part->as.glyphs = run;
}

/* The page's items, those at the cuts in parts. */
static void apply(Page *page, const Cut *cut, const Cut *end) {
    const Fragment *content = page->content;
    Fragment *out = fragment_new(content->arena);
    out->width = content->width;
    out->height = content->height;
    for (int i = 0; i < content->count; i++) {
        const Item *item = &content->items[i];
        size_t done = 0;
        bool whole = cut == end || cut->item != i;
        for (; cut < end && cut->item == i; cut++) {
            add_part(out, item, done, cut->from, item->element);
            add_part(out, item, cut->from, cut->to, cut->word);
            done = cut->to;
        }
        if (whole) fragment_add(out, *item);
        else add_part(out, item, done, item->as.glyphs->text_size, item->element);
    }
    page->content = out;
}

void pages_unite_words(Pages *pages) {
    Cuts cuts = {.arena = pages->arena, .pages = pages};
    cuts.taken = ARENA_ARRAY(cuts.arena, (size_t)pages->count + 1, size_t *);
    for (int i = 0; i < pages->count; i++)
        cuts.taken[i] = ARENA_ARRAY(cuts.arena, (size_t)(pages->pages[i].content ? pages->pages[i].content->count : 0) + 1, size_t);
    find_words(&cuts);
    if (cuts.count) qsort(cuts.all, (size_t)cuts.count, sizeof *cuts.all, by_place);
    for (int i = 0, next; i < cuts.count; i = next) {
        for (next = i; next < cuts.count && cuts.all[next].page == cuts.all[i].page;) next++;
        apply(&pages->pages[cuts.all[i].page], cuts.all + i, cuts.all + next);
    }
}
