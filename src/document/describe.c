/* Charts and diagrams in words. */
#include "document/block.h"

/* "Voltijd 69%", "Projectleiding 12 uur (doel 15)". */
static void put_point(Buffer *out, const PointBlock *point, const char *unit) {
    const char *value = point->text && *point->text ? point->text : point->value && *point->value ? point->value : "?";
    bool bare = point->text && *point->text; /* what stands at the mark has its unit */
    buffer_printf(out, "%s%s%s", point->label ? point->label : "", point->label ? " " : "", value);
    if (!bare && unit && *unit) buffer_printf(out, "%s%s", *unit == '%' ? "" : " ", unit);
    if (point->target && *point->target) buffer_printf(out, " (%s)", point->target);
}

static const char *label_of(const Node *node) {
    switch (node->tag) {
    case TAG_SERIES: return series_block(node)->label;
    case TAG_UNIT: return unit_block(node)->label;
    case TAG_ACTIVITY: return activity_block(node)->label;
    case TAG_EVENT: return event_block(node)->label ? event_block(node)->label : event_block(node)->from;
    default: return NULL;
    }
}

const char *block_words(Arena *arena, const Node *drawing) {
    Buffer out = {0};
    const char *unit = drawing->tag == TAG_CHART ? chart_block(drawing)->unit : NULL;
    for (const Node *n = node_walk(drawing, drawing, NULL); n; n = node_walk(drawing, n, NULL)) {
        const char *label = label_of(n);
        bool point = n->tag == TAG_POINT;
        if (!point && (!label || !*label)) continue;
        if (out.size) buffer_puts(&out, n->previous && n->previous->tag == n->tag ? "; " : ": ");
        if (point) put_point(&out, point_block(n), unit);
        else buffer_puts(&out, label);
    }
    const char *words = arena_strndup(arena, out.data ? out.data : "", out.size);
    buffer_free(&out);
    return words;
}
