/* Words shaped in a thread of their own, beside the thread that sets the text: a time saver alone, for what is found is
 * what the typesetter would have made. What is not found yet it makes itself. */
#ifndef TYPESET_SCOUT_H
#define TYPESET_SCOUT_H

#include "typeset/paragraph.h"

typedef struct Scout Scout;

/* While nobody else uses the typesetter: a scout for it, which it frees. */
Scout *scout_new(Typesetter *typesetter);
/* From any one thread: shapes the words of a text. */
void scout_text(Scout *scout, const CharStyle *style, const char *text);
/* From another thread: asks it to do no more; scout_text returns at once from then on. */
void scout_stop(Scout *scout);
bool scout_stopped(const Scout *scout);

#endif
