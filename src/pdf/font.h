/* Fonts of one file: which glyphs are used, for which text; compact subsets; the font objects. */
#ifndef PDF_FONT_H
#define PDF_FONT_H

#include "pdf/writer.h"

/* Walks all glyph runs, subsets every face that is used and reserves objects. Missing glyphs are reported. */
FontTable *fonts_collect(Writer *w);
/* Glyph id in the subset, its width in the file (1/10 of 1/1000 em), and whether the file's Unicode for it says
 * this text (white space and hyphens of any kind agree with each other). */
typedef struct FontGlyph {
    unsigned code;
    int width;
} FontGlyph;
typedef struct Font Font;
const Font *font_of(const FontTable *table, const Face *face);
int font_resource(const Font *font); /* n of /Fn */
FontGlyph font_glyph(const Font *font, uint32_t glyph);
bool font_says(const Font *font, uint32_t glyph, const char *text, size_t size);
/* The subset's code for a space; 0 when the face has none. */
FontGlyph font_space(const Font *font);
/* Writes the font objects. */
void fonts_write(Writer *w, FontTable *table);
/* "/F0 5 0 R /F1 9 0 R" */
void fonts_resources(const FontTable *table, Buffer *out);
void fonts_free(FontTable *table);
/* The face with the most glyphs in the document, or NULL: for what is typed into forms. */
const Face *fonts_main_face(const FontTable *table);

/* The cluster that glyph i of a run belongs to: glyphs i..*end-1 stand for text[*from..*to-1]. Runs that do not
 * go from left to right are one cluster. A space at the end of a line, dropped by layout, is not part of it. */
void run_cluster(const GlyphRun *run, int i, int *end, size_t *from, size_t *to);

#endif
