/* Lengths on paper: whole thousandths of a point, so that layout is exact and the same everywhere. */
#ifndef BASE_LENGTH_H
#define BASE_LENGTH_H

#include <stdbool.h>
#include <stdint.h>

typedef int32_t Length; /* 1/1000 pt */

#define POINT 1000
#define LENGTH_MAX (INT32_MAX / 4)

/* "12pt", "25mm", "2.5cm", "0" -> Length. False when it is no length. */
bool length_parse(const char *text, Length *out);

typedef struct Color { /* sRGB, 0..255 */
    uint8_t r, g, b;
} Color;
/* "#1a2b3c". False when it is no colour. */
bool color_parse(const char *text, Color *out);
/* Contrast of two colours, 1..21 (WCAG 2.1, relative luminance). */
double color_contrast(Color a, Color b);

#endif
