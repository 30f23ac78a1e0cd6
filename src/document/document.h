/* The document: the tree of blocks that a template makes, with numbers, labels and facts filled in.
 *
 * Reading it here resolves what needs no pages: <number fact> becomes text, headings, figures and notes get their numbers,
 * <ref> gets its text except for page numbers (layout fills those in). */
#ifndef DOCUMENT_DOCUMENT_H
#define DOCUMENT_DOCUMENT_H

#include "base/diagnostic.h"
#include "base/map.h"
#include "calc/ledger.h"
#include "document/block.h"
#include "document/style.h"

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
    int faults;              /* departures from the grammar, all reported: with any it must not be laid out */
    Map *told;               /* which, so that one slip of a stylesheet is told once */
} Document;

/* Reads what a template made and fills it in; NULL when it is no document at all (D2xx reported). The places of the tree are
 * those of the stylesheet. */
Document *document_of_tree(Arena *arena, Node *root, const Ledger *ledger, Diagnostics *diagnostics);
/* Reads a tree of blocks from a file, for tests of layout; NULL when there is any fault. */
Document *document_read(Arena *arena, const char *path, const Ledger *ledger, Diagnostics *diagnostics);
/* Does the house style have the styles and page masters that the document names? What it lacks is reported (D2xx) and
 * counted; false when there is any fault, of the grammar too. */
bool document_dress(Document *document, const Style *style, Diagnostics *diagnostics);

#endif
