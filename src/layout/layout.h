/* Layout: the document's blocks onto pages. Placing is resumable: a block is asked for what fits into a given
 * height and gives the rest later. Cross-references to pages settle in at most three passes after the first.
 *
 * The margins of a page master change sides on left-hand pages when the master has decorations for one side. */
#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H

#include "figure/figure.h"
#include "frame/frame.h"

typedef struct LayoutOptions {
    bool draft;         /* CONCEPT mark */
    bool line_numbers;
} LayoutOptions;

/* folder: where the document's images lie (confined). NULL never; faults are in diagnostics. */
Pages *layout_document(Arena *arena, const Document *document, const Style *style, Typesetter *typesetter,
                       const Ledger *ledger, const char *folder, LayoutOptions options, Diagnostics *diagnostics);

/* What a careful reader would object to: overfull lines, items outside their region, headings that end a page,
 * widows and orphans, overlaps. Each is one line in the report; the number of them is returned. */
int layout_audit(const Pages *pages, Buffer *report);

/* All messages of this folder, NULL at the end: for check --list. */
extern const Message *const LAYOUT_MESSAGES[];

#endif
