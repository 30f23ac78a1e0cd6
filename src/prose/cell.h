/* Numbers in typed tables against the data that they repeat. Private to prose/. */
#ifndef PROSE_CELL_H
#define PROSE_CELL_H

#include "prose/reading.h"

/* A cell that holds a number and nothing else, by the head of its column and the name of its row. */
Match cell_judge(const Matcher *matcher, const ProseItem *item);

#endif
