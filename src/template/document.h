/* The document: the tree of blocks that a template makes, with numbers, labels and facts filled in.
 *
 * The grammar is templates/document.rng; it is explained there. Reading it here resolves what needs no pages:
 * <number fact> becomes text, headings, figures and notes get their numbers, <ref> gets its text except for
 * page numbers (layout fills those in). */
#ifndef TEMPLATE_DOCUMENT_H
#define TEMPLATE_DOCUMENT_H

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

/* What a stylesheet may ask for beside its input; either may be NULL. What they give must live as long as the document. */
typedef struct Extras {
    void *data;
    const Node *(*tree)(void *data, const char *name);   /* f:lijst(name): a tree, NULL when there is none of that name */
    bool (*changed)(void *data, const char *place);      /* f:gewijzigd(place): does the previous version say this otherwise? */
} Extras;

/* A new element of the block tree, in no tree yet. */
Node *document_element(Arena *arena, Tag tag, Place place);
/* Runs the stylesheet over the input (its tree), the ledger and the extras (NULL: none); NULL when it failed (D2xx reported). The
 * stylesheet can neither read nor write files outside templates/, nor reach the network. */
typedef struct Template Template;
Template *template_load(const char *stylesheet, Diagnostics *diagnostics); /* heap; template_free */
void template_free(Template *t);
/* For whom it is made: "school", "bestuur", "publiek", or NULL (the partnership itself). A stylesheet says so at its top level
 * with <f:voor wie="school"/>; one that imports it need not repeat it. */
const char *template_audience(const Template *t);
Document *template_run(Arena *arena, Template *t, const Node *input, const Ledger *ledger, const Extras *extras,
                       const char *const *parameters, Diagnostics *diagnostics);
/* Reads a block tree from a file: for tests of layout. */
Document *document_read(Arena *arena, const char *path, const Ledger *ledger, Diagnostics *diagnostics);

#endif
