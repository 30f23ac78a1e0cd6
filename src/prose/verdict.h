/* What the facts say of a text that was understood. Private to prose/. */
#ifndef PROSE_VERDICT_H
#define PROSE_VERDICT_H

#include "prose/reading.h"

/* The facts of that unit, those measures, entities and year against the item. context: the text around it names
 * entities that it may speak of. */
Match verdict_of(const Matcher *matcher, const ProseItem *item, const Reading *reading, bool context);
/* Any fact of that unit with that value, the plainest; unit NULL: none. */
Match verdict_like(const Matcher *matcher, const ProseItem *item, const char *unit);

#endif
