/* What a JPEG file holds beside its picture: what a camera or a program wrote about who, where and when. */
#ifndef LAYOUT_PHOTO_H
#define LAYOUT_PHOTO_H

#include <stdbool.h>

#include "base/buffer.h"

/* How the stored picture must be turned to stand upright, as EXIF numbers it: 1 (as it is) to 8; 1 when nothing says so. */
int photo_orientation(const unsigned char *file, size_t size);
/* The file with nothing but what decoding needs: no EXIF, XMP, IPTC, profiles, thumbnails, comments, nor anything behind its
 * end. False: its segments do not fit together, and out holds no picture. */
bool photo_bare(const unsigned char *file, size_t size, Buffer *out);
/* The pixels as they are seen at that orientation; width and height: of what is stored. */
void photo_turn(const unsigned char *from, int width, int height, int components, int orientation, unsigned char *to);

#endif
