/* The blocks of a document as they are read: an enum of elements, and for each a struct of what its attributes say.
 *
 * A document is a tree of Nodes (base/tree.h) whose tag is one of these and whose data is the struct of that tag. Names,
 * kinds of values and what may stand where are in one table (grammar.c); what departs from it is reported when the
 * document is read, so that who asks here gets what was written, or the value that stands for "not said". */
#ifndef DOCUMENT_BLOCK_H
#define DOCUMENT_BLOCK_H

#include <assert.h>

#include "base/length.h"
#include "base/tree.h"
#include "typeset/paragraph.h"

typedef enum Tag {
    TAG_NONE, TAG_DOCUMENT, TAG_PART,
    /* blocks */
    TAG_HEADING, TAG_PARA, TAG_LIST, TAG_ITEM, TAG_DEFINITIONS, TAG_ENTRY, TAG_TERM, TAG_DEFINITION, TAG_QUOTE,
    TAG_BOX, TAG_TABLE, TAG_COLUMN, TAG_HEAD, TAG_BODY, TAG_FOOT, TAG_ROW, TAG_CELL, TAG_FIGURE, TAG_CAPTION, TAG_NOTE,
    TAG_CHART, TAG_SERIES, TAG_POINT, TAG_ORGCHART, TAG_UNIT, TAG_PLANNER, TAG_MONTH, TAG_ACTIVITY, TAG_EVENT,
    TAG_TREE, TAG_LEVELS, TAG_PATHWAY, TAG_IMAGE, TAG_COLUMNS, TAG_BESIDE, TAG_SIDE, TAG_KEYFIGURES, TAG_KEYFIGURE, TAG_TOC, TAG_RULE,
    TAG_SPACE, TAG_PAGEBREAK, TAG_FIELD, TAG_SECTION,
    /* inline */
    TAG_EM, TAG_STRONG, TAG_SC, TAG_SUB, TAG_SUP, TAG_SPAN, TAG_LINK, TAG_REF, TAG_NUMBER, TAG_BR, TAG_FOOTNOTE,
    TAG_ANCHOR, TAG_TAB, TAG_Q, TAG_COUNT
} Tag;

typedef enum Said { UNSAID, NO, YES } Said;
typedef enum LineNumbers { LINES_UNSAID, LINES_NO, LINES_YES, LINES_PAGE, LINES_DOCUMENT } LineNumbers;
typedef enum Labels { LABELS_DECIMAL, LABELS_ROMAN, LABELS_NONE } Labels;
typedef enum PartRole { PART_SECT, PART_PART } PartRole;
typedef enum Listed { LISTED, LISTED_NOT, LISTED_IN_ANNEX } Listed;
typedef enum ListKind { LIST_BULLET, LIST_NUMBER, LIST_ALPHA, LIST_ROMAN, LIST_DASH, LIST_CHECK, LIST_BOX, LIST_ARROW, LIST_NONE } ListKind;
typedef enum DefinitionsForm { DEFINITIONS_RUN_IN, DEFINITIONS_COLUMNS } DefinitionsForm;
typedef enum Placement { PLACED_HERE, PLACED_FLOAT } Placement;
typedef enum TableFit { FIT_UNSAID, FIT_SHRINK, FIT_LANDSCAPE } TableFit;
typedef enum RowKind { ROW_IS_NORMAL, ROW_IS_GROUP, ROW_IS_SUBTOTAL, ROW_IS_TOTAL } RowKind;
typedef enum ChartKind { CHART_BARS, CHART_COLUMNS, CHART_STACKED, CHART_PIE, CHART_RING, CHART_BULLET, CHART_WATERFALL, CHART_LINE, CHART_MULTIPLES } ChartKind;
typedef enum Orientation { ORIENTATION_UNSAID, HORIZONTAL, VERTICAL } Orientation;
typedef enum PointKind { POINT_PLAIN, POINT_TOTAL, POINT_PLUS, POINT_MINUS } PointKind;
typedef enum TocKind { TOC_SECTIONS, TOC_FIGURES } TocKind;
typedef enum RefShows { SHOW_LABEL, SHOW_NUMBER, SHOW_TITLE, SHOW_PAGE } RefShows;
typedef enum FieldForm { FORM_TEXT, FORM_MULTILINE, FORM_CHECK, FORM_RADIO, FORM_CHOICE, FORM_SIGNATURE, FORM_COMMENT } FieldForm;

/* A length, or a share of what there is. */
typedef struct Measure {
    enum { MEASURE_UNSAID, MEASURE_LENGTH, MEASURE_PERCENT } kind;
    Length length;
    int percent;
} Measure;
typedef struct TrackWidth { Length fixed; int share, percent; } TrackWidth; /* share: "2*" is 2000; percent: of the room; all 0: as its contents ask */
typedef struct Alignment { bool given; Align align; } Alignment;
typedef struct Tint { /* a colour of its own, or one that the house style gives */
    enum { TINT_UNSAID, TINT_COLOR, TINT_ACCENT, TINT_TEXT, TINT_MUTED, TINT_PAPER, TINT_GROUP } kind;
    Color color;
} Tint;
enum { SIDES_MAX = 4 };
typedef struct Ratio { int count, parts[SIDES_MAX]; } Ratio; /* thousandths; as many as are given */

/* Of every element: the struct of a tag begins with it. */
typedef struct Common {
    Place made;       /* where in a stylesheet it was made; no line: not by one */
    const char *id;   /* or NULL, as every text that is not given, unless it says otherwise */
    Said changed;
    LineNumbers lines;
} Common;

typedef struct DocumentBlock { Common common; const char *title, *author, *subject, *keywords, *language, *date, *style; } DocumentBlock;
typedef struct PartBlock {
    Common common;
    const char *master, *label_prefix, *series_prefix, *title, *mark, *label;
    Labels labels;
    int label_start, most_pages; /* 0: not said */
    PartRole role;
    Said restart_footnotes, restart_headings, fit;
} PartBlock;
typedef struct SectionBlock { Common common; const char *title; } SectionBlock;
typedef struct HeadingBlock {
    Common common;
    int level, toc_level; /* toc_level 0: as level */
    const char *number, *toc_prefix, *style, *brief, *label;
    Said automatic, outline;
    Listed listed;
} HeadingBlock;
typedef struct ParaBlock { Common common; const char *style, *language; Said keep_next, keep_previous; } ParaBlock;
typedef struct ListBlock { Common common; ListKind kind; int start; Said tight; } ListBlock;
typedef struct ItemBlock { Common common; const char *label; } ItemBlock;
typedef struct DefinitionsBlock { Common common; DefinitionsForm form; } DefinitionsBlock;
typedef struct BoxBlock { Common common; const char *style, *title; Said keep_next; Placement placement; } BoxBlock;
typedef struct TableBlock { Common common; const char *style, *summary; TableFit fit; } TableBlock;
typedef struct ColumnBlock { Common common; TrackWidth width; Align align; Said carry; } ColumnBlock;
typedef struct BodyBlock { Common common; const char *group; } BodyBlock;
typedef struct RowBlock { Common common; RowKind kind; } RowBlock;
typedef struct CellBlock { Common common; int across, down; Alignment align; Said header; bool rotated; Tint fill; } CellBlock;
typedef struct FigureBlock { Common common; const char *series, *alt, *number, *label; Placement placement; Said keep; Measure width, height; } FigureBlock;
typedef struct NoteBlock { Common common; const char *mark; } NoteBlock;
typedef struct ChartBlock { Common common; const char *alt, *unit, *most; ChartKind kind; Orientation orientation; Measure height; } ChartBlock;
typedef struct SeriesBlock { Common common; const char *label; Tint color; } SeriesBlock;
typedef struct PointBlock { Common common; const char *label, *fact, *format, *value, *text, *target; PointKind kind; Tint color; } PointBlock;
typedef struct DiagramBlock { Common common; const char *alt; } DiagramBlock; /* organisation chart, tree, levels, pathway */
typedef struct UnitBlock { Common common; const char *label, *parent, *kind, *text; } UnitBlock;
typedef struct PlannerBlock { Common common; const char *alt, *start; int months; } PlannerBlock;
typedef struct MonthBlock { Common common; const char *label; } MonthBlock;
typedef struct ActivityBlock { Common common; const char *label, *group; } ActivityBlock;
typedef struct EventBlock { Common common; const char *from, *to, *label, *mark; } EventBlock;
typedef struct ImageBlock { Common common; const char *source, *alt; Measure width, height; } ImageBlock;
typedef struct ColumnsBlock { Common common; const char *style; int count; Measure gap; } ColumnsBlock;
typedef struct BesideBlock { Common common; Ratio ratio; Measure gap; Said rule; } BesideBlock;
typedef struct KeyfigureBlock { Common common; const char *fact, *label, *format, *value, *text; } KeyfigureBlock;
typedef struct TocBlock { Common common; int depth; const char *scope; TocKind kind; } TocBlock;
typedef struct SpaceBlock { Common common; Measure size; } SpaceBlock;
typedef struct BreakBlock { Common common; bool recto; } BreakBlock;
typedef struct FieldBlock { Common common; FieldForm kind; const char *name, *tooltip, *value, *options; Measure width, height; } FieldBlock;
typedef struct SpanBlock { Common common; const char *alt, *language, *style; unsigned features; } SpanBlock;
typedef struct LinkBlock { Common common; const char *address; } LinkBlock;
typedef struct RefBlock { Common common; const char *to; RefShows show; Said capital; } RefBlock;
typedef struct NumberBlock { Common common; const char *fact, *to, *form; Said remark; } NumberBlock;
typedef struct FootnoteBlock { Common common; const char *number; } FootnoteBlock;

/* What a node of that tag says. */
#define BLOCK_OF(Struct, name, mine) \
    static inline const Struct *name##_block(const Node *node) { \
        assert(node->tag == (mine)); \
        return node->data; \
    }
BLOCK_OF(PartBlock, part, TAG_PART)
BLOCK_OF(SectionBlock, section, TAG_SECTION)
BLOCK_OF(HeadingBlock, heading, TAG_HEADING)
BLOCK_OF(ParaBlock, para, TAG_PARA)
BLOCK_OF(ListBlock, list, TAG_LIST)
BLOCK_OF(ItemBlock, item, TAG_ITEM)
BLOCK_OF(DefinitionsBlock, definitions, TAG_DEFINITIONS)
BLOCK_OF(BoxBlock, box, TAG_BOX)
BLOCK_OF(TableBlock, table, TAG_TABLE)
BLOCK_OF(ColumnBlock, column, TAG_COLUMN)
BLOCK_OF(BodyBlock, body, TAG_BODY)
BLOCK_OF(RowBlock, row, TAG_ROW)
BLOCK_OF(CellBlock, cell, TAG_CELL)
BLOCK_OF(FigureBlock, figure, TAG_FIGURE)
BLOCK_OF(NoteBlock, note, TAG_NOTE)
BLOCK_OF(ChartBlock, chart, TAG_CHART)
BLOCK_OF(SeriesBlock, series, TAG_SERIES)
BLOCK_OF(PointBlock, point, TAG_POINT)
BLOCK_OF(UnitBlock, unit, TAG_UNIT)
BLOCK_OF(PlannerBlock, planner, TAG_PLANNER)
BLOCK_OF(MonthBlock, month, TAG_MONTH)
BLOCK_OF(ActivityBlock, activity, TAG_ACTIVITY)
BLOCK_OF(EventBlock, event, TAG_EVENT)
BLOCK_OF(ImageBlock, image, TAG_IMAGE)
BLOCK_OF(ColumnsBlock, columns, TAG_COLUMNS)
BLOCK_OF(BesideBlock, beside, TAG_BESIDE)
BLOCK_OF(KeyfigureBlock, keyfigure, TAG_KEYFIGURE)
BLOCK_OF(TocBlock, toc, TAG_TOC)
BLOCK_OF(SpaceBlock, space, TAG_SPACE)
BLOCK_OF(BreakBlock, pagebreak, TAG_PAGEBREAK)
BLOCK_OF(FieldBlock, field, TAG_FIELD)
BLOCK_OF(SpanBlock, span, TAG_SPAN)
BLOCK_OF(LinkBlock, link, TAG_LINK)
BLOCK_OF(RefBlock, ref, TAG_REF)
BLOCK_OF(NumberBlock, number, TAG_NUMBER)
BLOCK_OF(FootnoteBlock, footnote, TAG_FOOTNOTE)
#undef BLOCK_OF

/* Of an element of whatever tag. */
static inline const Common *common_of(const Node *node) { return node->data; }
/* What is read aloud for a drawing or a picture, as its element says; NULL when it does not. */
const char *block_alt(const Node *node);
/* What a chart or diagram shows, in words: "Voltijd 69%; Deeltijd 31%"; "" when it is none. */
const char *block_words(Arena *arena, const Node *drawing);
/* The fact that a point, a key figure or a number names, or NULL. */
const char *block_fact(const Node *node);
/* First child of that tag, the next sibling of that tag, and depth first the next below root; NULL when there is none. */
Node *block_child(const Node *node, Tag tag);
Node *block_sibling(const Node *node, Tag tag);
Node *block_walk(const Node *root, const Node *node, Tag tag);
#define BLOCK_EACH(child, parent, tag) for (Node *child = block_child((parent), (tag)); child; child = block_sibling(child, (tag)))
/* A measure in points: the fallback when it is not said, a percentage of whole. */
Length measure_length(Measure measure, Length fallback, Length whole);

/* A new element of the tree, in no tree yet; what it says is changed by block_set. */
Node *block_new(Arena *arena, Tag tag, Place place);
/* Gives an element an attribute, as if it had been written: the value must be one that the attribute can have. */
void block_set(Arena *arena, Node *node, const char *name, const char *value);
/* Takes an attribute away, as if it had not been written. */
void block_unset(Arena *arena, Node *node, const char *name);

#endif
