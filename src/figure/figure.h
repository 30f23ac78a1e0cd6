/* Charts and diagrams: data (a node of the document) in, frames out. All vector, all with text that never
 * collides or clips. One grammar: series of points with a mark, an axis and labels. */
#ifndef FIGURE_FIGURE_H
#define FIGURE_FIGURE_H

#include "frame/frame.h"
#include "document/document.h"
#include "document/style.h"

typedef struct FigureContext {
    Arena *arena;
    Typesetter *typesetter;
    const Style *style;
    const Ledger *ledger;
    Diagnostics *diagnostics;
} FigureContext;

/* Draws what figure_knows within width and max_height; the fragment's height is
 * what it took. Everything belongs to element (a Figure): one element, alt text given by layout. */
Fragment *figure_draw(FigureContext *context, const Node *node, Length width, Length max_height, Element *element);
/* Does figure_draw know this node? */
bool figure_knows(const Node *node);

#endif
