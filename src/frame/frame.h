/* The finished page as data: positioned glyph runs, shapes, images and links, each with the structure
 * element it belongs to. Layout fills it, pdf/ reads it, frame_dump prints it.
 *
 * Origin: top left of the page, x to the right, y downwards, 1/1000 pt. A glyph run is placed by its
 * baseline. Items are painted in order; within one block that is also the reading order. */
#ifndef FRAME_FRAME_H
#define FRAME_FRAME_H

#include "base/buffer.h"
#include "base/length.h"
#include "base/tree.h"
#include "typeset/shape.h"

/* ---- structure: what a thing is, for assistive technology (ISO 32000-1 14.8, PDF/UA-1) ---- */

typedef enum Role {
    ROLE_DOCUMENT, ROLE_PART, ROLE_SECT, ROLE_DIV, ROLE_H1, ROLE_H2, ROLE_H3, ROLE_H4, ROLE_H5, ROLE_H6, ROLE_P,
    ROLE_L, ROLE_LI, ROLE_LBL, ROLE_LBODY, ROLE_TABLE, ROLE_THEAD, ROLE_TBODY, ROLE_TFOOT, ROLE_TR, ROLE_TH,
    ROLE_TD, ROLE_CAPTION, ROLE_FIGURE, ROLE_TOC, ROLE_TOCI, ROLE_REFERENCE, ROLE_NOTE, ROLE_LINK, ROLE_SPAN,
    ROLE_BLOCKQUOTE, ROLE_QUOTE, ROLE_FORM, ROLE_CODE, ROLE_COUNT
} Role;

typedef enum Scope { SCOPE_NONE, SCOPE_ROW, SCOPE_COLUMN, SCOPE_BOTH } Scope;

/* One structure element. Block-level elements are attached to their parent when they are made (logical
 * order); inline ones (inline_level) are attached by the writer where their content first appears, so that
 * P's children are in reading order. One element may have content on several pages. */
typedef struct Element {
    Role role;
    bool inline_level;
    struct Element *parent, *first, *last, *next;
    const char *lang;    /* BCP 47, NULL: inherited */
    const char *alt;     /* Figure, Link, Form */
    const char *actual;  /* ActualText */
    const char *title;
    const char *id;      /* Note, TH: unique in the document */
    const char **headers;/* TD/TH: ids of the header cells, NULL-terminated, or NULL */
    Scope scope;         /* TH */
    int row_span, column_span; /* 0 or 1: none */
    const char *list_numbering; /* L: "Disc", "Circle", "Square", "Decimal", "UpperAlpha", "LowerAlpha", "UpperRoman", "LowerRoman", "None" */
    const char *summary; /* Table */
    Place place;         /* input that it came from */
    void *data;          /* for the writer */
} Element;

Element *element_new(Arena *arena, Role role, Element *parent, bool inline_level);
const char *role_name(Role role); /* "H1" */

/* ---- items ---- */

typedef enum Artifact { ARTIFACT_NONE, ARTIFACT_PAGINATION_HEADER, ARTIFACT_PAGINATION_FOOTER, ARTIFACT_LAYOUT, ARTIFACT_BACKGROUND, ARTIFACT_PAGE } Artifact;

/* Where a link can be clicked, from the place of its item. */
typedef struct LinkPart { Length x, y, width, height; } LinkPart;

typedef enum ItemKind { ITEM_GLYPHS, ITEM_RECT, ITEM_PATH, ITEM_IMAGE, ITEM_LINK, ITEM_FIELD, ITEM_ANCHOR } ItemKind;

typedef enum PathVerb { PATH_MOVE, PATH_LINE, PATH_CURVE, PATH_CLOSE } PathVerb; /* 1, 1, 3, 0 points */

typedef struct Point { Length x, y; } Point;

typedef struct Path {
    PathVerb *verbs;
    int verb_count;
    Point *points; /* relative to the item's x, y */
    int point_count;
} Path;

typedef struct Paint {
    bool fill, stroke;
    Color fill_color, stroke_color;
    Length line_width;
    Length dash[2]; /* on, off; 0, 0: solid */
    bool round_joins;
    bool even_odd;       /* fill: what lies within an even number of outlines stays open */
} Paint;

typedef enum FieldKind { FIELD_TEXT, FIELD_MULTILINE, FIELD_CHECK, FIELD_RADIO, FIELD_CHOICE, FIELD_SIGNATURE, FIELD_COMMENT } FieldKind;

typedef struct Field {
    FieldKind kind;
    const char *name;    /* unique; radio buttons of one group share it */
    const char *tooltip; /* TU: required */
    const char *value;   /* export value of check/radio; preset text */
    const char **options;/* FIELD_CHOICE, NULL-terminated */
    Length font_size;
} Field;

typedef struct Image {
    const char *source;  /* name for messages */
    int width, height;   /* pixels */
    int components;      /* 1 grey, 3 RGB */
    const unsigned char *pixels; /* width*height*components, or NULL when jpeg is set */
    const unsigned char *alpha;  /* width*height or NULL */
    const unsigned char *jpeg;   /* whole JPEG file that may be embedded as it is, or NULL */
    size_t jpeg_size;
    int turn;            /* how that file must be turned to stand upright, as EXIF numbers it: 2 to 8; 0 and 1: not at all */
    const struct Fragment *drawing; /* paths in 1/1000 pixel instead of pixels, or NULL */
} Image;

typedef struct Item {
    ItemKind kind;
    Length x, y;          /* glyphs: start of the baseline; else top left corner */
    Length width, height; /* rect, image, link, field */
    Element *element;     /* NULL: artifact */
    Artifact artifact;    /* when element is NULL */
    int angle;            /* glyphs: 0, or degrees that the run is turned to the left about its start: 45, or 90 (reads upwards) */
    union {
        const GlyphRun *glyphs;
        struct { Paint paint; Length radius; } rect;
        struct { Paint paint; const Path *path; } path;
        const Image *image;
        struct { const char *uri, *destination; const LinkPart *parts; int part_count; } link; /* uri or destination, the name of an anchor; parts: of one over more lines */
        const Field *field;
        struct { const char *name; } anchor; /* a named destination at x, y */
    } as;
} Item;

/* Items with coordinates relative to the fragment's own top left; grows in its arena. */
typedef struct Fragment {
    Arena *arena;
    Length width, height;
    Item *items;
    int count, capacity;
} Fragment;

Fragment *fragment_new(Arena *arena);
Item *fragment_add(Fragment *fragment, Item item);
/* Copies all items of part into whole, moved by x, y. */
void fragment_place(Fragment *whole, const Fragment *part, Length x, Length y);
/* Short hands. */
void fragment_glyphs(Fragment *f, Length x, Length baseline, const GlyphRun *run, Element *element, Artifact artifact);
void fragment_rect(Fragment *f, Length x, Length y, Length w, Length h, Paint paint, Element *element, Artifact artifact);

/* ---- pages ---- */

typedef struct Page {
    Length width, height;
    Fragment *content;
    const char *label;   /* "iii", "12", "B1-4" */
    /* for the text dump and the layout checks: the rectangles that content must stay in */
    struct Region { const char *name; Length x, y, width, height; } *regions;
    int region_count;
} Page;

typedef struct Bookmark {
    const char *title;
    int level;           /* 1.. */
    const char *destination; /* anchor name */
    bool open;
} Bookmark;

typedef struct Pages {
    Arena *arena;
    Page *pages;
    int count, capacity;
    Element *root;       /* ROLE_DOCUMENT */
    Bookmark *bookmarks;
    int bookmark_count;
    const char *title, *author, *subject, *keywords, *language;
    const char *date;    /* ISO date of the document (input or SOURCE_DATE_EPOCH) */
} Pages;

/* Gives each word that a line end divides a Span of its own with the whole word as ActualText; new items and elements
 * lie in pages->arena. Runs themselves stay as they were. */
void pages_unite_words(Pages *pages);
/* The pages as text, for golden files: one line an item, positions in points with one decimal. */
void pages_dump(Buffer *out, const Pages *pages);
/* The structure tree with its text in reading order, as a screen reader meets it. */
void structure_dump(Buffer *out, const Pages *pages);

#endif
