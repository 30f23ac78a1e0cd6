/* What the files of layout/ share: slabs (pieces of the vertical list), lists of them, and the engine's state.
 *
 * The corridor: a block node is built, at a width, into slabs (a line, a table row, a picture: each knows its
 * height, the space it wants around it and what a break before it costs). That needs no pages. The page builder
 * then takes slabs while they fit, breaks where it costs least, splits what may be split and goes on with the
 * rest on the next page. Slabs that do not depend on page numbers are kept for the next pass. */
#ifndef LAYOUT_ENGINE_H
#define LAYOUT_ENGINE_H

#include "base/map.h"
#include "layout/layout.h"

/* Cost of a break before a slab; above BREAK_NEVER only when nothing else is left. */
enum { FIT_LEAST_WHITE = 100 }; /* thousandths of the white between blocks that a part keeps which must fit its pages */
enum { BREAK_FREE = 0, BREAK_BOX = 28, BREAK_TABLE = 30, BREAK_KEEP = 60, BREAK_WIDOW = 400, BREAK_NEVER = 900 };

typedef enum SlabKind { SLAB_SPACE, SLAB_LINE, SLAB_FRAGMENT, SLAB_TRACKS, SLAB_COLUMNS } SlabKind;
typedef enum Forced { FORCE_NONE, FORCE_PAGE, FORCE_RECTO } Forced;

typedef struct Slab Slab;

typedef struct SlabList {
    Slab **items;
    int count, capacity;
} SlabList;

/* Who a piece of text belongs to, and what happens when it is clicked. */
typedef struct Owner {
    Element *element;
    const char *uri, *destination;
} Owner;

/* The body of a footnote, set at the width of the text. */
typedef struct Footnote {
    SlabList list;
    const char *number;
} Footnote;

/* A background and border around consecutive slabs; may be broken by pages. */
typedef struct Shell {
    const struct Shell *outer;
    Length x, width, padding;
    bool has_background, has_border;
    Color background, border;
    Length border_width, bar_width, radius;
    Length rule_above, rule_below;
    Color rule_color;
} Shell;

/* Printed again at the head of a page when a break falls before a slab of a table. */
typedef struct Repeat {
    SlabList list;
    Length height;
} Repeat;

/* A cell over rows, known by its address to its track and to those that resume it: all that it holds. */
typedef struct Spanned { SlabList whole; } Spanned;

/* One of the side by side parts of a slab: a cell, a side. */
typedef struct Track {
    SlabList list;
    Length x, width;          /* of the content */
    Length cell_x, cell_width;/* of the cell with its padding */
    Length span_height;       /* of the cell over its rows; 0: the slab's own height */
    const Spanned *spanned;   /* with span_height */
    bool fill, bottom, rotated;
    bool again;               /* stood on a page before: an artifact, painted where it has room */
    Color color;
} Track;

typedef struct Rules {        /* of a row */
    Length padding_y, top, bottom, column;
    Length x, width;
    Color color, fill;
    bool has_fill;
    struct { Length x, width; } *under; /* where the bottom rule goes (row spans interrupt it) */
    int under_count;
} Rules;

typedef struct HeadingInfo {
    const Node *node;
    int level;                /* as written; for running titles and contents */
    int depth;                /* without gaps; for structure and bookmarks */
    const char *id, *number, *title, *prefix;
} HeadingInfo;

struct Slab {
    SlabKind kind;
    Length x, width, height;
    Length before, after;
    bool changed, numbered;   /* has a bar in the margin; its lines have numbers */
    int penalty;              /* cost of a break before it */
    Forced forced;
    bool landscape;
    bool keep_after;          /* no break between this and the next slab */
    bool whole;               /* never split */
    Length snap;              /* > 0: its bottom after this many units comes on the grid; < 0: its top does */
    /* SLAB_LINE */
    const Line *line;
    Length baseline;
    const Element *text_element;
    /* SLAB_FRAGMENT */
    const Fragment *fragment;
    /* SLAB_TRACKS */
    Track *tracks;
    int track_count;
    Rules *rules;
    Track *resumed;           /* cells that began in a row above: when it opens a page they come first of its tracks */
    int resumed_count, opened;/* opened: so many of its tracks are such cells */
    const struct Slab *closing; /* what a table ends a page with when it breaks after this row: a line, and by its own closing the next */
    Length divider;           /* thickness of the lines between tracks that stand side by side; 0: none */
    /* SLAB_COLUMNS */
    SlabList columns;
    int column_count;
    Length column_width, column_gap;
    /* all */
    const Shell *shell;
    const Repeat *repeat;
    const char **anchors;
    int anchor_count;
    Footnote **notes;
    int note_count;
    const HeadingInfo *heading;
    SlabList *margin;         /* set in the margin column beside it */
    bool figure;              /* a figure that does not float begins, or is in it */
    int float_count;          /* > 0: this and so many following slabs may go to the next page's head */
};

typedef struct AnchorPlace { int page; } AnchorPlace;

typedef struct Memo Memo;

typedef struct Engine {
    Arena *arena;
    const Document *document;
    const Style *style;
    Typesetter *typesetter;
    const Ledger *ledger;
    const char *folder;
    LayoutOptions options;
    Diagnostics *diagnostics;
    bool dutch;
    Memo *memo;               /* node -> element, heading, slabs kept between passes */
    Map *images;
    int last_id;              /* for ids that must be unique and the same on every machine */
    HeadingInfo **headings;
    int heading_count;
    Map *heading_ids;
    /* one pass */
    Pages *pages;
    Map *anchors, *before;    /* id -> AnchorPlace of this pass and of the one before */
    const char **labels_before; /* page labels of the pass before */
    int pages_before;
    bool volatile_block;      /* what is being built depends on page numbers */
    bool needs_pages;
    const char **pending;     /* anchors for the next slab */
    int pending_count;
    const PageMaster *master; /* of the part being built */
    Length page_height;       /* of the text area */
    const Node *long_part;      /* the first that takes more pages than it is meant to, and how many */
    int long_pages;
    struct PageRecord *records; /* one a page, for its decorations */
    int record_capacity;
    const HeadingInfo *chapter, *section; /* the last ones placed */
    int next_number;          /* of page labels that have no start of their own */
    const char *label_series; /* "decimal|" */
    int line_number;          /* the last one given */
    int white;                /* between blocks of the part, thousandths of what the style says */
    bool planning;            /* pages are only tried out */
    Length key_size;          /* of the key figures of the whole document; 0: not measured yet */
} Engine;

typedef struct PageRecord {
    const PageMaster *master;
    bool first, landscape;
    const char *part_title, *mark; /* mark: the word behind the text, or NULL */
    const HeadingInfo *chapter, *section; /* that the page shows in its head */
} PageRecord;

/* Where blocks are built: the width they get, the structure they belong to, the list they go to. */
typedef struct Flow {
    Engine *engine;
    SlabList *out;
    Length x, width;
    Element *parent;
    const char *text_style;   /* for para without style and for loose text */
    const char *language;
    int list_level;
    bool keep;                /* slabs can be kept between passes (top level of a part) */
    bool in_cell, has_align, inline_in_parent;
    Align align;
    Length scale;             /* 1000: sizes as in the style; less in shrunk tables */
    bool has_ink;             /* text on a dark fill: ink instead of the style's colour */
    Color ink;
    bool landscape;
    const Shell *shell;
} Flow;

/* slab.c: lists of slabs */
void list_push(Engine *engine, SlabList *list, Slab *slab);
void list_append(Engine *engine, SlabList *list, const SlabList *more);
/* New slab of a flow at its end, with its x, width, shell and the anchors that were waiting. */
Slab *slab_new(Flow *flow, SlabKind kind, Length height);
Length list_gap(const SlabList *list, int i, bool first, Length y, Length grid, int white);
Length list_height(const SlabList *list, Length grid);
void slab_collect_notes(Engine *engine, Slab *slab);
Length notes_height(const Slab *slab);
Length closing_height(const Slab *closing);
void anchor_pending(Engine *engine, const char *id);
Repeat *repeat_new(Engine *engine);

/* structure.c */
Element *structure_element(Flow *flow, const void *key, int ordinal, Role role, Element *parent, bool inline_level);
void *memo_get(const Memo *memo, const void *key, int ordinal);
void memo_put(Engine *engine, const void *key, int ordinal, void *value);
Memo *memo_new(Arena *arena);
void structure_headings(Engine *engine);
const HeadingInfo *structure_heading(const Engine *engine, const Node *node);
void structure_bookmarks(Engine *engine);
/* Text of a node as titles show it: without footnotes. */
const char *structure_title(Engine *engine, const Node *node);

/* inline.c */
typedef struct TextOptions {
    const TextStyle *style;
    const Node *node;         /* whose inline content it is */
    const Node *first, *end;  /* or a stretch of siblings */
    const char *prefix, *prefix_style; /* text before it */
    Element *element;
} TextOptions;
Paragraph *inline_paragraph(Flow *flow, const TextOptions *options, ParagraphStyle *style_out, CharStyle *base_out);
/* Breaks and appends as line slabs; returns the number of lines. */
int inline_lines(Flow *flow, Paragraph *paragraph, const TextStyle *style, const ParagraphStyle *ps, const CharStyle *base, const Element *element);
int inline_block(Flow *flow, const TextOptions *options);
void inline_simple(Flow *flow, const char *text, const TextStyle *style, Element *element);
Length inline_baseline(Engine *engine, const CharStyle *base, Length leading);
bool inline_is(const Node *node);
CharStyle scaled_char(const Flow *flow, const TextStyle *style);

/* block.c, boxes.c, lists.c, table.c, figure.c, toc.c, notes.c, form.c */
void block_children(Flow *flow, const Node *parent);
void block_build(Flow *flow, const Node *node);
void build_box(Flow *flow, const Node *node);
void build_columns(Flow *flow, const Node *node);
void build_beside(Flow *flow, const Node *node);
void build_keyfigures(Flow *flow, const Node *node);
void build_list(Flow *flow, const Node *node);
void build_definitions(Flow *flow, const Node *node);
/* Puts the lines of a label beside the first slab of what was built since start. */
void hang_label(Flow *flow, int start, const SlabList *label);
void build_table(Flow *flow, const Node *node, Element *figure_parent, const Node *caption);
void build_figure(Flow *flow, const Node *node);
void build_drawing(Flow *flow, const Node *node, Element *parent, const Node *figure, Length reserve);
void build_toc(Flow *flow, const Node *node);
Footnote *note_build(Flow *flow, const Node *node, Element *parent);
void form_box(Flow *flow, Paragraph *paragraph, const Node *node, const CharStyle *style, Element *parent);
typedef struct FormPayload { const Field *field; Element *element; } FormPayload;

/* margin.c: what stands beside the text. Painting tells where passages with a bar or with line numbers came. */
typedef enum MarginMark { MARGIN_BAR, MARGIN_NUMBERS } MarginMark;
typedef struct Margin Margin;
Margin *margin_new(Engine *engine);
void margin_mark(Margin *margin, MarginMark kind, Length top, Length bottom);
/* Paints bars right and line numbers left of a column of text whose items are [from, end) of out. */
void margin_paint(Margin *margin, Fragment *out, int from, Length x, Length width);
/* Is what is built here beside the margin column of its page? */
bool beside_margin(const Flow *flow);
/* Marks the slabs made since start as the attributes of their node ask: changed, line-numbers. */
void margin_flags(Flow *flow, int start, const Node *node);
void margin_number(SlabList *list);
bool lines_numbered(const Node *node);

/* image.c: decoded pictures; NULL when reported as unusable */
/* Puts a picture, or the paths of a drawing, there. element NULL: an artifact. */
void image_place(Fragment *out, const Image *image, Length x, Length y, Length width, Length height, Element *element, Artifact artifact);
/* The width of an image element before it is fitted; 0: it cannot be used. */
Length image_natural_width(const Flow *flow, const Node *node);
const Image *image_load(Engine *engine, const char *folder, const char *source, Place place);
/* Splits RGBA of the image's width and height into its colour and alpha. */
void image_set_rgba(Arena *arena, Image *image, const unsigned char *rgba);

/* place.c: slabs into fragments */
typedef struct Painter {
    Engine *engine;
    Fragment *out;
    int page;
    bool artifact;            /* repeated: paint without structure */
    Margin *margin;           /* NULL: nothing stands beside it */
} Painter;
/* Paints slabs [from, to) below each other from x, y; returns the height. head: suppress the first space. */
Length paint_list(Painter *painter, const SlabList *list, int from, int to, Length x, Length y, bool head);
void paint_at(Painter *painter, Slab *const *slabs, const Length *ys, int count, Length x);
/* Cuts a slab that may be split into what fits and the rest; false when nothing sensible fits. */
bool slab_split(Engine *engine, const Slab *slab, Length available, Slab **first, Slab **rest);
bool slab_splittable(const Slab *slab);

/* flow.c: how much fits */
typedef struct Fit {
    int end;                  /* index of the first slab that goes to the next page */
    Length height;            /* used */
    bool broke_note;
} Fit;
/* The list is changed when a slab is split. first_page: nothing forced has happened yet. */
Fit flow_fit(Engine *engine, SlabList *list, int from, Length available, Length *ys, bool with_notes);
/* Takes from a list what fits into a height, the first slab in any case; the rest stays. */
SlabList list_take(Engine *engine, SlabList *list, Length height);
/* The same, but nothing rather than a slab that is higher. */
SlabList list_fitting(Engine *engine, SlabList *list, Length height);
SlabList list_copy(Engine *engine, const SlabList *list);

/* spans.c: cells over rows, where a page ends within them */
/* Once it is sure that slabs [from, end), which stand at ys and end at bottom, come on one page and the next one opens
 * the next. Slabs that change are replaced by copies. */
void spans_break(Engine *engine, SlabList *list, int from, int end, const Length *ys, Length bottom);
/* Does the cell come down into this row from one above? */
bool spans_reach(const Slab *slab, const Spanned *spanned);
/* The rest of a row that is cut resumes what its head resumes and begins. False: nothing. */
bool spans_resume(Engine *engine, const Slab *slab, Slab *rest);

/* page.c: one page: its size, regions and decorations */
Page *page_new(Engine *engine, const PageMaster *master, bool first, const Node *part);
/* Left edge of the text area: outer and inner change sides on versos of masters that tell them apart. */
Length page_text_x(const PageMaster *master, int index);
bool page_mirrored(const PageMaster *master, int index);
void page_region(Engine *engine, Page *page, const char *name, Length x, Length y, Length w, Length h);
void page_decorate(Engine *engine, int index);

/* pages.c: a part's slabs onto pages */
void pages_build(Engine *engine, SlabList *list, const Node *part, const PageMaster *master);

extern const Message D301_IMAGE, D302_OVERFULL, D303_TOO_TALL, D304_TABLE_WIDE, D305_CONTRAST, D306_TOO_LONG, D307_TABLE_SHAPE, D308_NO_DESCRIPTION,
    D309_ADDRESS;
/* Reports text that cannot be read on what lies beneath it. */
void layout_contrast(Engine *engine);

#endif
