/* Figures: reads which kind a node is, draws it, and sees to its size. */
#include <string.h>

#include "figure/draw.h"

typedef void (*DrawChart)(Pen *, const Chart *, Length, Length);

static const struct { const char *kind; DrawChart draw; } charts[] = {
    {"pie", draw_pie},     {"ring", draw_pie},   {"bars", draw_rows},   {"columns", draw_columns},    {"stacked", draw_rows},
    {"bullet", draw_rows}, {"waterfall", draw_rows}, {"line", draw_lines}, {"multiples", draw_multiples},
};

bool figure_knows(const Node *node) {
    return node->kind == NODE_ELEMENT && (node->tag == TAG_CHART || node->tag == TAG_ORGCHART || node->tag == TAG_PLANNER || node->tag == TAG_TREE ||
                                          node->tag == TAG_LEVELS || node->tag == TAG_PATHWAY);
}

static void draw_chart(Pen *pen, const Node *node, Length width, Length max_height) {
    Chart chart = chart_read(pen, node);
    const char *orientation = node_get(node, "orientation");
    bool upright = orientation && !strcmp(orientation, "vertical"), bars = !strcmp(chart.kind, "bars") || !strcmp(chart.kind, "stacked");
    if (upright && bars) {
        draw_columns(pen, &chart, width, max_height);
        return;
    }
    if (orientation && !upright && !strcmp(chart.kind, "columns")) chart.kind = "bars";
    for (size_t i = 0; i < sizeof charts / sizeof *charts; i++)
        if (!strcmp(charts[i].kind, chart.kind)) {
            charts[i].draw(pen, &chart, width, max_height);
            return;
        }
    draw_rows(pen, &chart, width, max_height);
}

static Fragment *draw_at(FigureContext *context, const Node *node, Length width, Length max_height, Element *element, int scale) {
    Pen pen = {context, fragment_new(context->arena), element, scale};
    if (node->tag == TAG_CHART) draw_chart(&pen, node, width, max_height);
    else if (node->tag == TAG_ORGCHART) draw_orgchart(&pen, node, width, max_height);
    else if (node->tag == TAG_TREE) draw_tree(&pen, node, width, max_height);
    else if (node->tag == TAG_LEVELS) draw_levels(&pen, node, width, max_height);
    else if (node->tag == TAG_PATHWAY) draw_pathway(&pen, node, width, max_height);
    else if (node->tag == TAG_PLANNER) draw_planner(&pen, node, width, max_height);
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
