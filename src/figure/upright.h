/* What the vertical charts share: a plot with its base line, slots along it and labels below them. */
#ifndef FIGURE_UPRIGHT_H
#define FIGURE_UPRIGHT_H

#include "figure/draw.h"

typedef struct Upright {
    Length left, top, width, height, slot;
    Value low, range;
} Upright;

/* Where a value stands. */
Length height_of(const Upright *u, Value value);
/* Labels below the slots; false when they do not fit upright. */
bool make_labels(Pen *pen, const Chart *chart, Length slot, Block *labels, Length *height);
/* The same data lying down, for what does not fit upright. */
void as_rows(Pen *pen, const Chart *chart, Length width, Length max_height);

#endif
