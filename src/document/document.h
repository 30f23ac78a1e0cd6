/* The document: the tree of blocks that a template makes, with numbers, labels and facts filled in.
 *
 * The grammar is templates/document.rng; it is explained there. Reading it here resolves what needs no pages:
 * <number fact> becomes text, headings, figures and notes get their numbers, <ref> gets its text except for
 * page numbers (layout fills those in). */
#ifndef DOCUMENT_DOCUMENT_H
#define DOCUMENT_DOCUMENT_H

#include "base/diagnostic.h"
#include "base/map.h"
#include "calc/ledger.h"

/* Tags of Node.tag for every element of the document. */
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

typedef struct Target {      /* anything with an id that can be referred to */
    const char *id;
    Node *node;
    const char *number;      /* "1.2", "7", "B1" or "" */
    const char *label;       /* "Figuur 7", "bijlage 1", "paragraaf 1.2", "hoofdstuk 4" */
    const char *title;
} Target;

typedef struct Document {
    Arena *arena;
    Node *root;              /* TAG_DOCUMENT */
    Map *targets;            /* id -> Target */
    const char *title, *language, *date, *author, *subject, *keywords, *style;
} Document;

/* A new element of the block tree, in no tree yet. */
Node *document_element(Arena *arena, Tag tag, Place place);
/* Tags, checks and resolves a tree; NULL when it holds what a document cannot have (D2xx reported). */
Document *document_of_tree(Arena *arena, Node *root, const Ledger *ledger, Diagnostics *diagnostics);
/* Reads a block tree from a file: for tests of layout. */
Document *document_read(Arena *arena, const char *path, const Ledger *ledger, Diagnostics *diagnostics);

#endif
