/* Drawings: SVG as paths where they can say it, else as pixels. Private to image.c and svg*.c. */
#ifndef LAYOUT_SVG_H
#define LAYOUT_SVG_H

#include "base/buffer.h"
#include "frame/frame.h"

/* The drawing as image->drawing or as pixels; *missing names the library when that is not installed. */
bool svg_read(Arena *arena, const Buffer *file, Image *image, const char **missing);
/* What cairo's script surface of that size wrote, as paths in 1/1000 of its units; NULL when it holds more than plain paths. */
Fragment *svg_paths(Arena *arena, const char *script, size_t size, int width, int height);
/* What outside the drawing it wants to draw in, NULL: nothing. */
const char *svg_reference(Arena *arena, const Buffer *file);

#endif
