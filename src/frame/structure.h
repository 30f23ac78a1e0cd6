/* The structure tree in reading order, with the content of the pages hung into it: what both the text dump and
 * the PDF writer walk. Elements themselves stay as layout made them. */
#ifndef FRAME_STRUCTURE_H
#define FRAME_STRUCTURE_H

#include "frame/frame.h"

typedef enum KidKind { KID_ELEMENT, KID_CONTENT, KID_OBJECT } KidKind;

struct Tagged;

typedef struct Kid {
    KidKind kind;
    struct Kid *next;
    struct Tagged *element; /* KID_ELEMENT */
    int page;               /* KID_CONTENT, KID_OBJECT */
    int mcid;               /* KID_CONTENT */
    int item;               /* KID_OBJECT: index of the link or field on its page */
    int ordinal;            /* place among the block-level children of its parent */
} Kid;

/* An element as it stands in the tree. Elements without any content are not in it, table cells excepted. */
typedef struct Tagged {
    const Element *element;
    struct Tagged *parent;
    Kid *first;
    Kid *cursor;            /* content that comes now goes behind this kid; NULL: to the front */
    Kid *self;              /* the kid of parent that stands for this element */
    Kid *last_block;        /* while building */
    bool begun, kept;
    int page;               /* first page with content, -1: none */
    int number;             /* index in Structure.all */
    int object_count;       /* links and fields */
    int space_page, space_item; /* while building: the last glyphs of this block */
} Tagged;

typedef struct Content {    /* one marked-content sequence */
    Tagged *owner;
    int first, last;        /* items; artifacts never lie between, anchors and links may */
} Content;

typedef struct PageTags {
    int *mcid;              /* per item: -1 for artifacts and things that paint nothing */
    bool *space_after;      /* per item: a word ends here though its text has no space (end of line, of cell text) */
    Content *contents;      /* per mcid */
    int count, capacity;
} PageTags;

typedef struct Structure {
    Arena *arena;
    const Pages *pages;
    Tagged *root;
    Tagged **all;           /* kept ones, in reading order; parents before children */
    int count;
    PageTags *tags;         /* per page */
    Tagged **made; int made_count, made_capacity;
} Structure;

/* Builds the tree; uses Element.data until structure_release. Result lies in the arena. */
Structure *structure_build(Arena *arena, const Pages *pages);
/* Gives Element.data back (NULL again). */
void structure_release(Structure *structure);
/* True when the item paints something. */
bool item_paints(const Item *item);
/* Appends the text of an item as a reader hears it: soft hyphens at its end dropped, space_after added. */
void structure_item_text(const Structure *structure, int page, int item, Buffer *out);
/* Text of an element and all below it. */
void structure_text(const Structure *structure, const Tagged *tagged, Buffer *out);

/* All content below an element, in reading order. */
typedef struct ContentWalk {
    const Tagged *top, *node;
    const Kid *next;
} ContentWalk;

ContentWalk content_walk(const Tagged *top);
/* The next KID_CONTENT; NULL after the last. */
const Kid *content_next(ContentWalk *walk);

#endif
