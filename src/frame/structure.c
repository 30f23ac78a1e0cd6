/* Builds the structure tree in reading order: block-level elements as layout chained them, inline ones and
 * content where they first appear.
 *
 * A kid list mixes the two: each element has a cursor, the kid behind which new content goes. Content in a
 * block-level child moves the parent's cursor to that child, never back. All of it is linear and iterative, so
 * that neither depth nor number of elements matters. */
#include <string.h>

#include "base/text.h"
#include "frame/structure.h"

bool item_paints(const Item *item) {
    switch (item->kind) {
    case ITEM_GLYPHS: return item->as.glyphs && item->as.glyphs->count > 0;
    case ITEM_RECT: return item->as.rect.paint.fill || item->as.rect.paint.stroke;
    case ITEM_PATH: return item->as.path.path && (item->as.path.paint.fill || item->as.path.paint.stroke);
    case ITEM_IMAGE: return item->as.image != NULL;
    default: return false;
    }
}

static Tagged *tagged_new(Structure *s, const Element *element, Tagged *parent) {
    Tagged *tagged = ARENA_NEW(s->arena, Tagged);
    tagged->element = element;
    tagged->parent = parent;
    tagged->page = tagged->space_page = -1;
    ((Element *)element)->data = tagged; /* the one field that is the writer's */
    if (s->made_count == s->made_capacity) {
        int capacity = s->made_capacity ? s->made_capacity * 2 : 256;
        Tagged **made = ARENA_ARRAY(s->arena, (size_t)capacity, Tagged *);
        if (s->made_count) memcpy(made, s->made, (size_t)s->made_count * sizeof *made);
        s->made = made;
        s->made_capacity = capacity;
    }
    s->made[s->made_count++] = tagged;
    return tagged;
}

/* Appends a block-level child to its parent's kids. */
static void attach_block(Structure *s, Tagged *tagged) {
    Tagged *parent = tagged->parent;
    Kid *kid = ARENA_NEW(s->arena, Kid);
    kid->kind = KID_ELEMENT;
    kid->element = tagged;
    kid->ordinal = parent->last_block ? parent->last_block->ordinal + 1 : 1;
    if (parent->last_block) parent->last_block->next = kid;
    else parent->first = kid;
    parent->last_block = kid;
    tagged->self = kid;
}

static Kid *insert_kid(Structure *s, Tagged *parent, KidKind kind) {
    Kid *kid = ARENA_NEW(s->arena, Kid);
    kid->kind = kind;
    kid->ordinal = parent->cursor ? parent->cursor->ordinal : 0;
    Kid **link = parent->cursor ? &parent->cursor->next : &parent->first;
    kid->next = *link;
    *link = kid;
    parent->cursor = kid;
    return kid;
}

/* Content appears in it: it gets its place in its parent, and that in its own. */
static void begin(Structure *s, Tagged *tagged) {
    for (Tagged *t = tagged; t && !t->begun; t = t->parent) {
        t->begun = true;
        if (!t->parent) break;
        if (!t->self) {
            t->self = insert_kid(s, t->parent, KID_ELEMENT);
            t->self->element = t;
        } else if (!t->parent->cursor || t->self->ordinal > t->parent->cursor->ordinal) {
            t->parent->cursor = t->self;
        }
    }
}

/* The node of an element, made with its ancestors when layout attached it to no block. */
static Tagged *tagged_of(Structure *s, Element *element) {
    if (element->data) return element->data;
    Tagged *result = tagged_new(s, element, NULL);
    Tagged *child = result;
    for (Element *e = element->parent; e; e = e->parent) {
        bool known = e->data != NULL;
        child->parent = known ? (Tagged *)e->data : tagged_new(s, e, NULL);
        child = child->parent;
        if (known) return result;
    }
    if (child != s->root) child->parent = s->root;
    return result;
}

/* All block-level elements, in the order of the document. */
static void walk_blocks(Structure *s) {
    Element *root = s->pages->root;
    s->root = tagged_new(s, root, NULL);
    s->root->begun = true;
    for (Element *e = root; e;) {
        if (e->first) e = e->first;
        else {
            while (e != root && !e->next) e = e->parent;
            if (e == root) return;
            e = e->next;
        }
        if (e->data) return; /* chained twice: not a tree */
        attach_block(s, tagged_new(s, e, e->parent->data));
    }
}

/* An element that layout did not give: the Link around a link in running text, the Form around a field. */
static Tagged *tagged_extra(Structure *s, Tagged *parent, Role role, const Item *item) {
    Element *element = ARENA_NEW(s->arena, Element);
    element->role = role;
    element->inline_level = true;
    element->parent = (Element *)parent->element;
    if (item->element) element->place = item->element->place;
    return tagged_new(s, element, parent);
}

static void add_object(Structure *s, int page, int index, const Item *item) {
    Role role = item->kind == ITEM_LINK ? ROLE_LINK : ROLE_FORM;
    Tagged *tagged = item->element ? tagged_of(s, item->element) : s->root;
    if (tagged->element->role != role) tagged = tagged_extra(s, tagged, role, item);
    else if (role == ROLE_FORM && tagged->object_count) /* one Form, one widget */
        tagged = tagged_extra(s, tagged->parent ? tagged->parent : s->root, role, item);
    begin(s, tagged);
    Kid *kid = insert_kid(s, tagged, KID_OBJECT);
    kid->page = page;
    kid->item = index;
    tagged->object_count++;
    if (tagged->page < 0) tagged->page = page;
}

static int new_content(Structure *s, PageTags *tags, Tagged *owner, int page, int index) {
    if (tags->count == tags->capacity) {
        int capacity = tags->capacity ? tags->capacity * 2 : 32;
        Content *contents = ARENA_ARRAY(s->arena, (size_t)capacity, Content);
        if (tags->count) memcpy(contents, tags->contents, (size_t)tags->count * sizeof *contents);
        tags->contents = contents;
        tags->capacity = capacity;
    }
    begin(s, owner);
    Kid *kid = insert_kid(s, owner, KID_CONTENT);
    kid->page = page;
    kid->mcid = tags->count;
    if (owner->page < 0) owner->page = page;
    tags->contents[tags->count] = (Content){owner, index, index};
    return tags->count++;
}

static bool is_space(uint32_t c) {
    return c == ' ' || c == 0xA0 || c == '\t' || c == '\n' || c == 0x200B || c == 0x3000 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F;
}

static uint32_t last_character(const GlyphRun *run) {
    const char *end = run->text + run->text_size, *p = end;
    while (p > run->text && ((unsigned char)*--p & 0xC0) == 0x80) {}
    return p < end ? utf8_next(&p, end) : 0;
}

/* "in- en uitstroom": after such a hyphen a space was at the end of the line, after that of "Noord-Holland" not. */
static bool starts_with_conjunction(const GlyphRun *run) {
    static const char *const words[] = {"en", "of", "tot", "noch", "maar", "als", "dan", "and", "or", "to"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t n = strlen(words[i]);
        if (run->text_size >= n && memcmp(run->text, words[i], n) == 0 && (run->text_size == n || run->text[n] == ' ')) return true;
    }
    return false;
}

/* Does a word end between these two runs of one block, although neither text has a space there? */
static bool space_between(const Item *before, const Item *after, bool same_page) {
    const GlyphRun *a = before->as.glyphs, *b = after->as.glyphs;
    if (!a->text || !a->text_size || !b->text || !b->text_size) return false;
    const char *start = b->text;
    uint32_t last = last_character(a), first = utf8_next(&start, b->text + b->text_size);
    if (is_space(last) || is_space(first) || last == 0xAD) return false;
    if (same_page && before->y == after->y) {
        int64_t gap = (int64_t)after->x - before->x - a->width;
        return gap > a->size / 6 || gap < -(int64_t)a->size;
    }
    return (last != '-' && last != 0x2010 && last != '/') || (last != '/' && starts_with_conjunction(b));
}

static void note_word_end(Structure *s, int page, int index, const Item *item, Tagged *owner) {
    while (owner->element->inline_level && owner->parent) owner = owner->parent;
    if (owner->space_page >= 0) {
        const Item *before = &s->pages->pages[owner->space_page].content->items[owner->space_item];
        if (space_between(before, item, owner->space_page == page))
            s->tags[owner->space_page].space_after[owner->space_item] = true;
    }
    owner->space_page = page;
    owner->space_item = index;
}

static void tag_page(Structure *s, int page) {
    const Fragment *content = s->pages->pages[page].content;
    PageTags *tags = &s->tags[page];
    int count = content ? content->count : 0;
    tags->mcid = ARENA_ARRAY(s->arena, (size_t)count + 1, int);
    tags->space_after = ARENA_ARRAY(s->arena, (size_t)count + 1, bool);
    const Element *open = NULL;
    int mcid = -1;
    for (int i = 0; i < count; i++) {
        const Item *item = &content->items[i];
        tags->mcid[i] = -1;
        if ((item->kind == ITEM_LINK && (item->as.link.uri || item->as.link.destination)) ||
            (item->kind == ITEM_FIELD && item->as.field))
            add_object(s, page, i, item);
        if (!item_paints(item)) continue;
        if (!item->element) {
            open = NULL;
            continue;
        }
        Tagged *owner = tagged_of(s, item->element);
        bool word = item->element->role == ROLE_SPAN && item->element->actual; /* each part has its line */
        if (item->element != open || word) mcid = new_content(s, tags, owner, page, i);
        open = item->element;
        tags->mcid[i] = mcid;
        tags->contents[mcid].last = i;
        if (item->kind == ITEM_GLYPHS) note_word_end(s, page, i, item, owner);
    }
}

/* Parents before children, then from the back: what has nothing in it goes, table cells stay. */
static void order_and_prune(Structure *s) {
    s->all = ARENA_ARRAY(s->arena, (size_t)s->made_count + 1, Tagged *);
    Kid **stack = ARENA_ARRAY(s->arena, (size_t)s->made_count + 1, Kid *);
    int depth = 0, count = 0;
    s->all[count++] = s->root;
    stack[0] = s->root->first;
    while (depth >= 0) {
        Kid *kid = stack[depth];
        if (!kid) {
            depth--;
            continue;
        }
        stack[depth] = kid->next;
        if (kid->kind != KID_ELEMENT) continue;
        s->all[count++] = kid->element;
        stack[++depth] = kid->element->first;
    }
    for (int i = count - 1; i >= 0; i--) {
        Tagged *t = s->all[i];
        Kid **link = &t->first;
        while (*link) {
            if ((*link)->kind == KID_ELEMENT && !(*link)->element->kept) *link = (*link)->next;
            else link = &(*link)->next;
        }
        t->kept = t->first || t == s->root || t->element->role == ROLE_TD || t->element->role == ROLE_TH;
    }
    for (int i = 0; i < count; i++) {
        if (!s->all[i]->kept) continue;
        s->all[i]->number = s->count;
        s->all[s->count++] = s->all[i];
    }
}

Structure *structure_build(Arena *arena, const Pages *pages) {
    Structure *s = ARENA_NEW(arena, Structure);
    s->arena = arena;
    s->pages = pages;
    s->tags = ARENA_ARRAY(arena, (size_t)pages->count + 1, PageTags);
    if (!pages->root) {
        Pages *copy = ARENA_NEW(arena, Pages);
        *copy = *pages;
        copy->root = element_new(arena, ROLE_DOCUMENT, NULL, false);
        s->pages = copy;
    }
    walk_blocks(s);
    for (int i = 0; i < pages->count; i++) tag_page(s, i);
    order_and_prune(s);
    return s;
}

void structure_release(Structure *s) {
    for (int i = 0; i < s->made_count; i++) ((Element *)s->made[i]->element)->data = NULL;
}

void structure_item_text(const Structure *s, int page, int item, Buffer *out) {
    const GlyphRun *run = s->pages->pages[page].content->items[item].as.glyphs;
    size_t size = run->text ? run->text_size : 0;
    if (size >= 2 && memcmp(run->text + size - 2, "\xC2\xAD", 2) == 0) size -= 2;
    buffer_append(out, run->text, size);
    if (s->tags[page].space_after[item]) buffer_putc(out, ' ');
}

static void content_text(const Structure *s, int page, const Content *content, Buffer *out) {
    for (int i = content->first; i <= content->last; i++)
        if (s->tags[page].mcid[i] >= 0 && s->pages->pages[page].content->items[i].kind == ITEM_GLYPHS)
            structure_item_text(s, page, i, out);
}

ContentWalk content_walk(const Tagged *top) {
    return (ContentWalk){top, top, top->first};
}

const Kid *content_next(ContentWalk *walk) {
    /* A node is done when its kids are: its successor is its own next kid in its parent. */
    for (;;) {
        const Kid *kid = walk->next;
        if (!kid) {
            if (walk->node == walk->top) return NULL;
            walk->next = walk->node->self->next;
            walk->node = walk->node->parent;
        } else if (kid->kind == KID_ELEMENT) {
            walk->node = kid->element;
            walk->next = walk->node->first;
        } else {
            walk->next = kid->next;
            if (kid->kind == KID_CONTENT) return kid;
        }
    }
}

void structure_text(const Structure *s, const Tagged *tagged, Buffer *out) {
    ContentWalk walk = content_walk(tagged);
    for (const Kid *kid; (kid = content_next(&walk));)
        content_text(s, kid->page, &s->tags[kid->page].contents[kid->mcid], out);
}
