/* Year planner: months across, activities down, bars and marks with their names beside them. */
#include <stdlib.h>
#include <string.h>

#include "figure/draw.h"

#define MONTHS_MAX 36

typedef struct Event {
    Length from, to;     /* bar */
    Length left, right;  /* with its name */
    Length text_x;
    Block text;
    bool mark, ahead;
    int lane;
} Event;

typedef struct Activity {
    Block label, group;
    bool starts_group;
    Color color;
    Event *events;
    int count, lanes;
    Length *lane_y;
    Length height;
} Activity;

typedef struct Plan {
    int first_year, first_month, months; /* month: 1..12 */
    Length left, month;
    Length width;
} Plan;

static int days_in(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && ((year % 4 == 0 && year % 100) || year % 400 == 0) ? 29 : days[month - 1];
}

/* "2021-08" or "2021-08-15"; day 0 when absent. */
static bool read_date(const char *text, int *year, int *month, int *day) {
    *day = 0;
    if (!text || strlen(text) > 10) return false;
    int n = sscanf(text, "%4d-%2d-%2d", year, month, day);
    return n >= 2 && *year > 0 && *month >= 1 && *month <= 12 && *day >= 0 && *day <= 31;
}

/* Where a date stands; end: the end of that day or month. */
static Length date_x(const Plan *p, const char *text, bool end, bool *known) {
    int year, month, day;
    *known = read_date(text, &year, &month, &day);
    if (!*known) return 0;
    int64_t index = (int64_t)(year - p->first_year) * 12 + month - p->first_month, days = days_in(year, month);
    int64_t part = day ? day - !end : (end ? days : 0);
    if (part > days) part = days;
    int64_t x = p->left + index * p->month + part * p->month / days;
    if (x < p->left) x = p->left;
    if (x > p->width) x = p->width;
    return (Length)x;
}

/* A name stands right of its bar, else left of it, else wherever it fits. */
static void place_name(Pen *pen, const Plan *p, Event *e, const char *label) {
    Length room = p->width - p->left;
    e->left = e->from;
    e->right = e->to;
    if (!label || !*label) return;
    e->text = block_make(pen, label, "chart-axis", room / 3, NULL);
    Length gap = 2000;
    if (e->to + gap + e->text.width <= p->width) {
        e->text_x = e->to + gap;
    } else {
        e->text_x = e->from - gap - e->text.width;
        if (e->text_x < p->left) e->text_x = e->from + 1500 + e->text.width <= p->width ? e->from + 1500 : p->width - e->text.width; /* above, clear of the grid */
    }
    if (e->text_x < e->left) e->left = e->text_x;
    if (e->text_x + e->text.width > e->right) e->right = e->text_x + e->text.width;
    if (e->text_x < e->to && e->text_x + e->text.width > e->from) e->ahead = true; /* above its bar */
}

static Length event_height(const Event *e, Length lane) {
    Length text = e->text.lines ? e->text.height : 0;
    if (e->ahead) return text + lane;
    return text > lane ? text : lane;
}

/* Each event in the first lane that is free where it stands. */
static void assign_lanes(Pen *pen, Activity *a, Length lane) {
    Length *heights = ARENA_ARRAY(pen->context->arena, (size_t)a->count + 1, Length);
    for (int i = 0; i < a->count; i++) {
        Event *e = &a->events[i];
        for (e->lane = 0; e->lane < a->lanes; e->lane++) {
            bool free_ = true;
            for (int k = 0; k < i && free_; k++)
                free_ = a->events[k].lane != e->lane || a->events[k].right + 3000 < e->left || e->right + 3000 < a->events[k].left;
            if (free_) break;
        }
        if (e->lane == a->lanes) a->lanes++;
        if (event_height(e, lane) > heights[e->lane]) heights[e->lane] = event_height(e, lane);
    }
    a->lane_y = ARENA_ARRAY(pen->context->arena, (size_t)a->lanes + 1, Length);
    for (int i = 0; i < a->lanes; i++) a->lane_y[i + 1] = a->lane_y[i] + heights[i];
    a->height = a->lane_y[a->lanes] > a->label.height ? a->lane_y[a->lanes] : a->label.height;
    if (a->height < lane) a->height = lane;
}

static void read_events(Pen *pen, const Plan *p, const Node *node, Activity *a, Length lane) {
    int count = 0;
    BLOCK_EACH(event, node, TAG_EVENT) count++;
    a->events = ARENA_ARRAY(pen->context->arena, (size_t)count, Event);
    BLOCK_EACH(event, node, TAG_EVENT) {
        const EventBlock *block = event_block(event);
        const char *from = block->from, *to = block->to ? block->to : from, *mark = block->mark;
        bool known, ends;
        Event *e = &a->events[a->count];
        e->from = date_x(p, from, false, &known);
        e->to = date_x(p, to, true, &ends);
        if (!known) continue;
        if (!ends || e->to < e->from) e->to = e->from;
        Length side = lane * 45 / 100;
        bool day = from && to && !strcmp(from, to) && strlen(from) > 7;
        e->mark = day || (mark && *mark) || e->to - e->from < side;
        if (e->mark && e->to - e->from < side * 2) {
            Length middle = (e->from + e->to) / 2;
            if (middle - side / 2 < p->left) middle = p->left + side / 2;
            if (middle + side / 2 > p->width) middle = p->width - side / 2;
            e->from = middle - side / 2;
            e->to = e->from + side;
        } else {
            e->mark = false;
        }
        place_name(pen, p, e, block->label);
        a->count++;
    }
    assign_lanes(pen, a, lane);
}

static Plan read_plan(const Node *node, Length width) {
    Plan p = {.width = width, .months = 12, .first_month = 8, .first_year = 2000};
    const char *start = planner_block(node)->start;
    int year, month, day;
    if (read_date(start, &year, &month, &day)) {
        p.first_year = year;
        p.first_month = month;
    }
    p.months = planner_block(node)->months;
    if (p.months > MONTHS_MAX) p.months = MONTHS_MAX;
    p.left = width * 20 / 100;
    p.month = (width - p.left) / p.months;
    p.width = p.left + p.month * p.months;
    return p;
}

static Length draw_months(Pen *pen, const Plan *p, const Node *node, Length y) {
    static const char *const dutch[] = {"jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"};
    static const char *const full[] = {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"};
    const Node *given = block_child(node, TAG_MONTH);
    const CharStyle *style = &style_text(pen->context->style, "chart-value")->character;
    Length leading = text_leading(pen, "chart-value"), height = leading;
    bool roomy = typeset_width(pen->context->typesetter, "september", style) + GAP < p->month;
    for (int i = 0; i < p->months; i++) {
        int month = (p->first_month - 1 + i) % 12;
        const char *name = given ? month_block(given)->label : roomy ? full[month] : dutch[month];
        Block text = block_make(pen, name, "chart-value", p->month - 1500, NULL);
        block_place(pen, &text, p->left + i * p->month, y, p->month, ALIGN_CENTER);
        if (text.height > height) height = text.height;
        if (given) given = block_sibling(given, TAG_MONTH);
    }
    return height + GAP;
}

static void draw_event(Pen *pen, const Event *e, const Activity *a, Length y, Length lane) {
    Length text = e->ahead && e->text.lines ? e->text.height : 0, bar = lane * 55 / 100, top = y + text + (lane - bar) / 2;
    if (!e->ahead && e->text.lines && e->text.height > lane) top = y + (e->text.height - bar) / 2;
    if (e->mark) draw_dot(pen, (e->from + e->to) / 2, top + bar / 2, (e->to - e->from) / 2, a->color);
    else draw_rect(pen, e->from, top, e->to - e->from, bar, a->color);
    if (!e->text.lines) return;
    Length text_y = e->ahead ? y : e->text.height > lane ? y : y + (lane - e->text.height) / 2;
    draw_rect(pen, e->text_x - 1200, text_y, e->text.width + 2400, e->text.height, pen->context->style->paper); /* over the grid */
    block_place(pen, &e->text, e->text_x, text_y, e->text.width, ALIGN_LEFT);
}

static int read_activities(Pen *pen, const Plan *p, const Node *node, Activity *list, Length lane) {
    const char *group = NULL;
    int n = 0, groups = 0;
    BLOCK_EACH(activity, node, TAG_ACTIVITY) {
        Activity *a = &list[n++];
        const char *own = activity_block(activity)->group;
        a->starts_group = own && *own && (!group || strcmp(group, own));
        if (a->starts_group) {
            a->group = block_make(pen, own, "chart-title", p->width - 2 * GAP, NULL);
            groups++;
        }
        group = own;
        a->color = palette_color(pen->context->style, groups ? groups - 1 : n - 1);
        a->label = block_make(pen, activity_block(activity)->label, "chart-label", p->left - 2 * GAP, NULL);
        read_events(pen, p, activity, a, lane);
    }
    return n;
}

void draw_planner(Pen *pen, const Node *node, Length width, Length max_height) {
    const Style *style = pen->context->style;
    Plan p = read_plan(node, width);
    int count = 0;
    BLOCK_EACH(activity, node, TAG_ACTIVITY) count++;
    Activity *list = ARENA_ARRAY(pen->context->arena, (size_t)count + 1, Activity);
    Length lane = text_leading(pen, "chart-axis") * 11 / 10, pad = GAP;
    count = read_activities(pen, &p, node, list, lane);
    Length top = pen->f->height, head = draw_months(pen, &p, node, top), total = top + head;
    int pads = 0;
    for (int i = 0; i < count; i++) {
        total += list[i].height + 2 * pad + (list[i].starts_group ? list[i].group.height + pad : 0);
        pads += list[i].starts_group ? 3 : 2;
    }
    if (count && total < max_height) { /* the page is there: give the rows air */
        Length spare = (max_height - total) / pads;
        pad += spare < 2 * GAP ? spare : 2 * GAP;
    }
    Length y = top + head;
    Color grid = mix(style->paper, style->muted, 35);
    for (int i = 0; i < count; i++) {
        const Activity *a = &list[i];
        if (a->starts_group) {
            draw_rect(pen, 0, y, p.width, a->group.height + pad, mix(style->paper, a->color, 15));
            block_place(pen, &a->group, GAP, y + pad / 2, p.width, ALIGN_LEFT);
            y += a->group.height + pad;
        }
        Length height = a->height + 2 * pad;
        for (int m = 0; m < p.months; m++) draw_rect(pen, p.left + m * p.month, y, HAIRLINE / 2, height, grid);
        block_place(pen, &a->label, 0, y + pad, p.left - 2 * GAP, ALIGN_LEFT);
        for (int k = 0; k < a->count; k++) draw_event(pen, &a->events[k], a, y + pad + a->lane_y[a->events[k].lane], lane);
        y += height;
        draw_rect(pen, 0, y - HAIRLINE / 2, p.width, HAIRLINE / 2, grid);
    }
    draw_rect(pen, 0, top + head - HAIRLINE, p.width, HAIRLINE * 2, style->muted);
    pen->f->height = y;
}
