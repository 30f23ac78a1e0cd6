/* Drawing helpers of the figures: measured text blocks, shapes, colours, values. Internal to figure/. */
#ifndef FIGURE_DRAW_H
#define FIGURE_DRAW_H

#include "base/number.h"
#include "figure/figure.h"

typedef int64_t Value; /* thousandths; clamped to +-VALUE_MAX */
#define VALUE_MAX 4000000000000000LL
#define HAIRLINE 400
#define GAP 4000

typedef struct Pen { /* what every drawing function needs */
    FigureContext *context;
    Fragment *f;
    Element *element;
    int scale;       /* 1/1000 of the style's type sizes */
} Pen;

/* Text broken within a width, ready to be placed. */
typedef struct Block {
    const Lines *lines;
    Length width, height; /* widest line; lines * leading */
    Length leading, size;
    bool tiny;            /* it fits its width only in letters that are too small: another form is better */
} Block;

#define LEAST_LETTER (7 * POINT)

/* style: a text style's name. color: NULL for the style's own. Never wider than width where type can shrink to fit; tiny tells when that is below LEAST_LETTER. */
Block block_make(Pen *pen, const char *text, const char *style, Length width, const Color *color);
/* Places the block's top left at x, y; its lines aligned within width. */
void block_place(Pen *pen, const Block *block, Length x, Length y, Length width, Align align);
Length text_leading(const Pen *pen, const char *style);

void draw_rect(Pen *pen, Length x, Length y, Length w, Length h, Color fill);
void draw_frame(Pen *pen, Length x, Length y, Length w, Length h, Color fill, Color line, Length radius);
void draw_line(Pen *pen, Length x0, Length y0, Length x1, Length y1, Color color, Length width);
/* A path through count points (made relative to its bounding box). closed and filled, or an open line. */
void draw_polygon(Pen *pen, const Point *points, int count, bool closed, Color color, Length line_width);
/* Move, then cubic curves; verbs and points absolute. */
void draw_path(Pen *pen, const PathVerb *verbs, int verb_count, const Point *points, int point_count, Paint paint);
void draw_dot(Pen *pen, Length x, Length y, Length radius, Color color);

Color palette_color(const Style *style, int i);
Color mix(Color a, Color b, int percent_b);
Color ink_on(Color background, const Style *style); /* white or the text colour, whichever can be read on it */
Color readable_fill(Color c, const Style *style);    /* c, or a shade darker: so that ink_on has 4.5 : 1 on it */
Color ink_like(Color color, const Style *style);    /* the colour, dark enough for text on paper */

/* value * length / whole, safe for every value. */
Length scaled(Value value, Value whole, Length length);

/* ---- data ---- */

typedef struct Mark {
    const char *label, *text, *format;
    const char *tail;         /* the sign behind a value that is not complete */
    PointKind kind;
    Value value, target;
    bool known, has_target, has_color, own_text;
    const char *target_text;
    Color color;
} Mark;

typedef struct Series {
    const char *label;
    Color color;
    Mark *marks;
    int count;
} Series;

typedef struct Chart {
    ChartKind kind;
    Series *series;
    int count;
    int points;      /* of the longest series */
    Value low, high; /* of known values, with zero */
    bool negative, unknown;
    const char *unit;
} Chart;

Chart chart_read(Pen *pen, const Node *node);
/* Text of a value in the chart's own format. */
const char *value_text(Pen *pen, Value value, const char *format, const char *unit);
bool pen_english(const Pen *pen);
/* A round step so that high - low takes at most that many steps. */
Value round_step(Value range, int steps);

void draw_rows(Pen *pen, const Chart *chart, Length width, Length max_height);    /* bars, stacked, bullet, waterfall */
void draw_columns(Pen *pen, const Chart *chart, Length width, Length max_height); /* columns, stacked; falls back on rows */
void draw_lines(Pen *pen, const Chart *chart, Length width, Length max_height);
void draw_pie(Pen *pen, const Chart *chart, Length width, Length max_height);
void draw_multiples(Pen *pen, const Chart *chart, Length width, Length max_height);
void draw_orgchart(Pen *pen, const Node *node, Length width, Length max_height);
void draw_tree(Pen *pen, const Node *node, Length width, Length max_height);
void draw_levels(Pen *pen, const Node *node, Length width, Length max_height);
void draw_pathway(Pen *pen, const Node *node, Length width, Length max_height);
void draw_planner(Pen *pen, const Node *node, Length width, Length max_height);
/* Coloured squares with names, in lines from y; returns the height taken (0 for one series). */
Length draw_legend(Pen *pen, const Chart *chart, Length y, Length width);

#endif
