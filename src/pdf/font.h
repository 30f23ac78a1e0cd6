/* Fonts of one file: which glyphs are used, for which text; compact subsets; the font objects. */
#ifndef PDF_FONT_H
#define PDF_FONT_H

#include "pdf/writer.h"

/* Walks all glyph runs, subsets every face that is used and reserves objects. Missing glyphs are reported. */
FontTable *fonts_collect(Writer *w);
/* A code in the file's font, and its width there (1/10 of 1/1000 em). */
typedef struct FontGlyph {
    unsigned code;
    int width;
} FontGlyph;
typedef struct Font Font;
const Font *font_of(const FontTable *table, const Face *face);
int font_resource(const Font *font); /* n of /Fn */
/* The code that shows a glyph and says this text (white space and hyphens of any kind agree with each other; size 0:
 * any text will do). False when no code says so: then out is the glyph's own code and ActualText is needed. */
bool font_encode(const Font *font, uint32_t glyph, const char *text, size_t size, FontGlyph *out);
/* The subset's code for a space; 0 when the face has none. */
FontGlyph font_space(const Font *font);
/* Writes the font objects. */
void fonts_write(Writer *w, FontTable *table);
/* "/F0 5 0 R /F1 9 0 R" */
void fonts_resources(const FontTable *table, Buffer *out);
void fonts_free(FontTable *table);
/* The face with the most glyphs in the document, or NULL: for what is typed into forms. */
const Face *fonts_main_face(const FontTable *table);

/* What glyphs of a cluster after its first say: nothing (a zero-width space). */
#define FONT_SILENT "\xE2\x80\x8B"

/* The cluster that glyph i of a run belongs to: glyphs i..*end-1 stand for text[*from..*to-1]. A space at the end
 * of a line, dropped by layout, is not part of it. */
void run_any_cluster(const GlyphRun *run, int i, int *end, size_t *from, size_t *to);
static inline void run_cluster(const GlyphRun *run, int i, int *end, size_t *from, size_t *to) {
    const Glyph *g = run->glyphs;
    int last = run->count - 1;
    if (i < last && g[i].cluster < g[i + 1].cluster && g[0].cluster <= g[last].cluster && run->text && g[i + 1].cluster <= run->text_size) {
        *end = i + 1; /* nearly always: one glyph, from left to right */
        *from = g[i].cluster;
        *to = g[i + 1].cluster;
    } else run_any_cluster(run, i, end, from, to);
}

#endif
