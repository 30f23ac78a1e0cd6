/* Images: pixels or JPEG data as image objects, each once. */
#ifndef PDF_IMAGE_H
#define PDF_IMAGE_H

#include "pdf/writer.h"

/* Checks and writes every image of the pages; unusable ones are reported. */
ImageTable *images_write(Writer *w);
/* n of /In, -1 when the image was not written. */
int image_resource(const ImageTable *table, const Image *image);
/* "/I0 5 0 R" */
void images_resources(const ImageTable *table, Buffer *out);

#endif
