/* Figures: reads which kind a node is, draws it, and sees to its size. */
#include <string.h>

#include "figure/draw.h"

typedef void (*DrawChart)(Pen *, const Chart *, Length, Length);

static const DrawChart CHARTS[] = {
    [CHART_BARS] = draw_rows, [CHART_COLUMNS] = draw_columns, [CHART_STACKED] = draw_rows, [CHART_PIE] = draw_pie, [CHART_RING] = draw_pie,
    [CHART_BULLET] = draw_rows, [CHART_WATERFALL] = draw_rows, [CHART_LINE] = draw_lines, [CHART_MULTIPLES] = draw_multiples};

static void draw_chart(Pen *pen, const Node *node, Length width, Length max_height) {
    Chart chart = chart_read(pen, node);
    Orientation orientation = chart_block(node)->orientation;
    DrawChart draw = CHARTS[chart.kind];
    if (orientation == VERTICAL && (chart.kind == CHART_BARS || chart.kind == CHART_STACKED)) draw = draw_columns;
    if (orientation == HORIZONTAL && chart.kind == CHART_COLUMNS) {
        chart.kind = CHART_BARS;
        draw = draw_rows;
    }
    draw(pen, &chart, width, max_height);
}

typedef void (*DrawBlock)(Pen *, const Node *, Length, Length);

/* The one list of what is drawn. */
static const DrawBlock DRAWINGS[TAG_COUNT] = {
    [TAG_CHART] = draw_chart, [TAG_ORGCHART] = draw_orgchart, [TAG_TREE] = draw_tree, [TAG_LEVELS] = draw_levels, [TAG_PATHWAY] = draw_pathway,
    [TAG_PLANNER] = draw_planner};

bool figure_knows(const Node *node) {
    return node->kind == NODE_ELEMENT && DRAWINGS[node->tag];
}

static Fragment *draw_at(FigureContext *context, const Node *node, Length width, Length max_height, Element *element, int scale) {
    Pen pen = {context, fragment_new(context->arena), element, scale};
    DRAWINGS[node->tag](&pen, node, width, max_height);
    pen.f->width = width;
    return pen.f;
}

Fragment *figure_draw(FigureContext *context, const Node *node, Length width, Length max_height, Element *element) {
    static const int scales[] = {1000, 900, 800, 700, 600}; /* smaller type before it leaves its room */
    Fragment *f = NULL;
    if (width < 40000) width = 40000;
    for (int i = 0; i < 5; i++) {
        f = draw_at(context, node, width, max_height, element, scales[i]);
        if (f->height <= max_height) break;
    }
    return f;
}
