/* What the vertical charts share: a plot with its base line, slots along it and labels below them. */
#ifndef FIGURE_UPRIGHT_H
#define FIGURE_UPRIGHT_H

#include "figure/draw.h"

typedef struct Upright {
    Length left, top, width, height, slot;
    Value low, range;
    const int *slots;  /* of a line chart: the slot of each point; years that nobody has leave theirs empty */
} Upright;

/* Where a value stands. */
Length height_of(const Upright *u, Value value);
/* What the first series that names it calls point i, or "". */
const char *point_label(const Chart *chart, int i);
/* Labels below the slots; false when they do not fit upright. */
bool make_labels(Pen *pen, const Chart *chart, Length slot, Block *labels, Length *height);
/* The same data lying down, for what does not fit upright. */
void as_rows(Pen *pen, const Chart *chart, Length width, Length max_height);

#endif
