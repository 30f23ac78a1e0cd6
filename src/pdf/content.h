/* Content streams: the items of a page as marked content. */
#ifndef PDF_CONTENT_H
#define PDF_CONTENT_H

#include "pdf/writer.h"

/* The operators of one page, appended to out. */
void content_page(Writer *w, int page, Buffer *out);

#endif
