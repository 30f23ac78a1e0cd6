/* The house style as data: fonts, sizes, colours, spacing, page masters (templates/style/NAME.xml). */
#ifndef DOCUMENT_STYLE_H
#define DOCUMENT_STYLE_H

#include "base/diagnostic.h"
#include "document/block.h"
#include "typeset/paragraph.h"

/* A named paragraph style: "body", "h1".."h6", "caption", "note", "cell", "cell-head", "toc-1", "cover-title", ... */
typedef struct TextStyle {
    const char *name;
    CharStyle character;
    ParagraphStyle paragraph;
    Length space_before, space_after;
    Length indent_left, indent_right;
    bool keep_next, keep_together;
    bool new_page;           /* starts on a new page (chapter headings) */
    bool has_background;
    Color background;
    Length padding;
    Length rule_above, rule_below; /* thickness; 0: none */
    Color rule_color;
} TextStyle;

typedef struct BoxStyle {    /* "example", "note", "warning", "key" */
    const char *name;
    bool has_background, has_border;
    Color background, border;
    Length border_width, bar_width; /* bar: thick line at the left */
    Length padding, space_before, space_after, radius;
} BoxStyle;

typedef struct TableStyle {  /* "default", "plain", "form", "matrix", ... */
    const char *name;
    Length padding_x, padding_y;
    Length rule_top, rule_head, rule_row, rule_total, rule_bottom; /* thickness, 0: none */
    Length rule_column;      /* vertical rules; 0: none */
    Color rule_color;
    bool zebra;
    Color zebra_color, group_color, head_color, total_color;
    bool has_group_color, has_head_color, has_total_color;
    Length space_before, space_after;
} TableStyle;

typedef enum DecorationKind { DECORATION_RECT, DECORATION_LINE, DECORATION_IMAGE, DECORATION_TEXT } DecorationKind;

/* Something painted on every page of a master: shape, logo, header or footer text. Coordinates from the top
 * left of the page; negative x/y count from the right/bottom edge. Text may hold {page} {pages} {label} {title}
 * {chapter} {section} {part} {date} and {inner}/{outer} placements on recto and verso. */
typedef struct Decoration {
    DecorationKind kind;
    Length x, y, width, height;
    Color color;
    Length radius;
    const char *text, *text_style;
    Align align;
    const char *image;
    enum { SIDE_BOTH, SIDE_RECTO, SIDE_VERSO } side;
    bool on_first;           /* also on the first page of a part */
    enum { AS_LAYOUT, AS_HEADER, AS_FOOTER } artifact;
} Decoration;

typedef struct PageMaster {  /* "cover", "contents", "body", "divider", "landscape", "annex-cover", "cards" */
    const char *name;
    Length width, height;
    Length top, bottom, inner, outer; /* margins to the text area */
    int columns;
    Length gutter;
    Length margin_column;    /* width of an outer margin column for notes and captions; 0: none */
    Length margin_gap;
    bool has_background;
    Color background;
    bool vertical_center;    /* cover, divider */
    Decoration *decorations;
    int decoration_count;
} PageMaster;

typedef struct Style {
    const char *name;
    const char *folder;      /* of the style file: its logo lies there */
    Length grid;             /* baseline grid; 0: none */
    Color accent, text, muted, paper;
    Color palette[12];       /* for charts, told apart in grey and by the colour-blind */
    int palette_count;
    TextStyle *texts; int text_count;
    BoxStyle *boxes; int box_count;
    TableStyle *tables; int table_count;
    PageMaster *masters; int master_count;
    const char *bullets[4];  /* per level */
    Length list_indent[4];
    const char *caption_position; /* "below", "above", "margin" */
    const char *keyfigure_position; /* "margin": those of a chapter stand beside its text; NULL: in it */
    int orphans, widows;     /* lines */
    int largest_gap;         /* so much of a page (per cent) may stay empty to keep a table whole; 100: all of it */
    int least_white;         /* to so much (per cent) the white between blocks may shrink to take in the last lines of a part */
} Style;

/* Reads a style file; faults become diagnostics (D1xx, with contrast < 4.5:1 among them). NULL when unusable. */
Style *style_read(Arena *arena, const char *path, Diagnostics *diagnostics);
typedef enum StylePart { STYLE_TEXTS, STYLE_BOXES, STYLE_TABLES, STYLE_MASTERS } StylePart;
/* Does the style have one of that name? */
bool style_has(const Style *style, StylePart part, const char *name);
/* The name that was probably meant, else all that the style has. */
const char *style_names(Arena *arena, const Style *style, StylePart part, const char *name);
/* Lookups never return NULL: an unknown name gives "body" / the first (document_dress reports those that a document names). */
const TextStyle *style_text(const Style *style, const char *name);
const BoxStyle *style_box(const Style *style, const char *name);
const TableStyle *style_table(const Style *style, const char *name);
/* The colour of a tint, group for that of a group row; false when there is none. */
bool style_tint(const Style *style, Tint tint, Color group, Color *color);
const PageMaster *style_master(const Style *style, const char *name);

#endif
