/* The paths of a drawing, out of what cairo's script surface writes of it: filled and stroked shapes in plain colours.
 * That covers logos and diagrams, lettering too (cairo writes it as paths). Of anything else (gradients, transparency,
 * clips, pictures) nothing is made here, and the drawing becomes pixels. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "layout/svg.h"

enum { STACK = 64, UNITS = 1000, PATH_POINTS_MAX = 400000 };

typedef struct Script {
    Arena *arena;
    Fragment *out;
    const char *at, *end;
    double stack[STACK];
    int depth, width, height;
    PathVerb *verbs;
    Point *points;
    int verb_count, verb_room, point_count, point_room;
    Color color;
    double matrix[4], line_width, dash[2];
    bool round, even_odd, dashed, bad;
} Script;

static bool next_token(Script *s, char *token, size_t size) {
    while (s->at < s->end && strchr(" \t\r\n", *s->at)) s->at++;
    size_t n = 0;
    if (s->at < s->end && strchr("[]", *s->at)) token[n++] = *s->at++;
    else while (s->at < s->end && !strchr(" \t\r\n[]", *s->at) && n + 1 < size) token[n++] = *s->at++;
    token[n] = '\0';
    return n > 0;
}

static double take(Script *s) {
    if (!s->depth) { s->bad = true; return 0; }
    return s->stack[--s->depth];
}

static void *grow(Script *s, void *items, int count, int *room, size_t size) {
    if (count < *room) return items;
    int wider = *room ? *room * 2 : 64;
    void *fresh = arena_array(s->arena, (size_t)wider, size);
    if (count) memcpy(fresh, items, (size_t)count * size);
    *room = wider;
    return fresh;
}

static void add_point(Script *s, double x, double y) {
    if (!(fabs(x) < 1e5 && fabs(y) < 1e5) || s->point_count > PATH_POINTS_MAX) { s->bad = true; return; }
    s->points = grow(s, s->points, s->point_count, &s->point_room, sizeof *s->points);
    s->points[s->point_count++] = (Point){(Length)lround(x * UNITS), (Length)lround(y * UNITS)};
}

static void add_verb(Script *s, PathVerb verb) {
    s->verbs = grow(s, s->verbs, s->verb_count, &s->verb_room, sizeof *s->verbs);
    s->verbs[s->verb_count++] = verb;
}

/* The last count pairs of numbers, in the order they were given. */
static void add_pairs(Script *s, PathVerb verb, int count) {
    if (s->depth < 2 * count) { s->bad = true; return; }
    add_verb(s, verb);
    const double *v = s->stack + s->depth - 2 * count;
    for (int i = 0; i < count; i++) add_point(s, v[2 * i], v[2 * i + 1]);
    s->depth -= 2 * count;
}

static void add_rectangle(Script *s, double x, double y, double w, double h) {
    add_verb(s, PATH_MOVE), add_point(s, x, y);
    add_verb(s, PATH_LINE), add_point(s, x + w, y);
    add_verb(s, PATH_LINE), add_point(s, x + w, y + h);
    add_verb(s, PATH_LINE), add_point(s, x, y + h);
    add_verb(s, PATH_CLOSE);
}

/* Lines are scaled by what the matrix does to areas. */
static double pen_scale(const Script *s) { return sqrt(fabs(s->matrix[0] * s->matrix[3] - s->matrix[1] * s->matrix[2])); }

static void paint(Script *s, bool fill) {
    int verbs = s->verb_count;
    if (verbs && s->verbs[verbs - 1] == PATH_MOVE) verbs--; /* cairo moves on after closing */
    if (!verbs || s->bad) return;
    Point low = {LENGTH_MAX, LENGTH_MAX}, high = {-LENGTH_MAX, -LENGTH_MAX};
    for (int i = 0; i < s->point_count; i++) {
        const Point *p = &s->points[i];
        if (p->x < low.x) low.x = p->x;
        if (p->y < low.y) low.y = p->y;
        if (p->x > high.x) high.x = p->x;
        if (p->y > high.y) high.y = p->y;
    }
    Path *path = ARENA_NEW(s->arena, Path);
    path->verb_count = verbs;
    path->point_count = s->point_count;
    path->verbs = ARENA_ARRAY(s->arena, (size_t)verbs, PathVerb);
    path->points = ARENA_ARRAY(s->arena, (size_t)s->point_count + 1, Point);
    memcpy(path->verbs, s->verbs, (size_t)verbs * sizeof *s->verbs);
    for (int i = 0; i < s->point_count; i++) path->points[i] = (Point){s->points[i].x - low.x, s->points[i].y - low.y};
    Item item = {.kind = ITEM_PATH, .x = low.x, .y = low.y, .width = high.x - low.x, .height = high.y - low.y};
    Paint *p = &item.as.path.paint;
    item.as.path.path = path;
    *p = (Paint){.fill = fill, .stroke = !fill, .fill_color = s->color, .stroke_color = s->color, .even_odd = fill && s->even_odd, .round_joins = s->round};
    double scale = pen_scale(s) * UNITS;
    p->line_width = (Length)lround(s->line_width * scale);
    if (s->dashed && !fill) p->dash[0] = (Length)lround(s->dash[0] * scale), p->dash[1] = (Length)lround(s->dash[1] * scale);
    fragment_add(s->out, item);
}

static void set_color(Script *s, int count) {
    double v[4] = {0, 0, 0, 1};
    for (int i = count - 1; i >= 0; i--) v[i] = take(s);
    if (count == 1) v[1] = v[2] = v[0];
    if (count == 4 && v[3] < 0.999) s->bad = true;
    s->color = (Color){(uint8_t)lround(v[0] * 255), (uint8_t)lround(v[1] * 255), (uint8_t)lround(v[2] * 255)};
}

/* After "[": numbers up to "]", left on the stack; returns how many. */
static int read_list(Script *s) {
    char token[64];
    int n = 0;
    while (next_token(s, token, sizeof token)) {
        if (!strcmp(token, "]")) return n;
        char *end;
        double v = strtod(token, &end);
        if (*end || s->depth == STACK) break;
        s->stack[s->depth++] = v;
        n++;
    }
    s->bad = true;
    return 0;
}

static void empty_path(Script *s) { s->verb_count = s->point_count = 0; }

static void set_matrix(Script *s, const double *m) { memcpy(s->matrix, m, sizeof s->matrix); }

static void list_operator(Script *s) {
    int n = read_list(s), start = s->depth - n;
    char token[64];
    if (s->bad || !next_token(s, token, sizeof token)) { s->bad = true; return; }
    if (n == 6 && !strcmp(token, "set-matrix")) set_matrix(s, s->stack + start);
    else if (n <= 2 && next_token(s, token, sizeof token) && !strcmp(token, "set-dash")) { /* the offset stood between */
        s->dashed = n > 0;
        if (n) s->dash[0] = s->stack[start], s->dash[1] = n > 1 ? s->stack[start + 1] : s->stack[start];
    } else s->bad = true;
    s->depth = start;
}

static void operate(Script *s, const char *t) {
    static const double IDENTITY[4] = {1, 0, 0, 1};
    if (!strcmp(t, "n")) empty_path(s);
    else if (!strcmp(t, "m")) add_pairs(s, PATH_MOVE, 1);
    else if (!strcmp(t, "l")) add_pairs(s, PATH_LINE, 1);
    else if (!strcmp(t, "c")) add_pairs(s, PATH_CURVE, 3);
    else if (!strcmp(t, "h")) add_verb(s, PATH_CLOSE);
    else if (!strcmp(t, "rectangle")) { double h = take(s), w = take(s), y = take(s), x = take(s); add_rectangle(s, x, y, w, h); }
    else if (!strcmp(t, "paint")) empty_path(s), add_rectangle(s, 0, 0, s->width, s->height), paint(s, true), empty_path(s);
    else if (!strcmp(t, "g")) set_color(s, 1);
    else if (!strcmp(t, "rgb")) set_color(s, 3);
    else if (!strcmp(t, "rgba")) set_color(s, 4);
    else if (!strcmp(t, "fill") || !strcmp(t, "fill+")) { paint(s, true); if (!t[4]) empty_path(s); }
    else if (!strcmp(t, "stroke") || !strcmp(t, "stroke+")) { paint(s, false); if (!t[6]) empty_path(s); }
    else if (!strcmp(t, "identity")) set_matrix(s, IDENTITY);
    else if (!strcmp(t, "scale")) { double y = take(s), x = take(s); for (int i = 0; i < 4; i++) s->matrix[i] *= i < 2 ? x : y; }
    else if (!strcmp(t, "translate")) take(s), take(s);
    else if (!strcmp(t, "set-line-width")) s->line_width = take(s);
    else if (!strcmp(t, "set-miter-limit") || !strcmp(t, "set-tolerance")) take(s);
    else if (!strncmp(t, "//LINE_CAP_", 11) || !strncmp(t, "//LINE_JOIN_", 12)) s->round = strstr(t, "ROUND") != NULL;
    else if (!strncmp(t, "//EVEN_ODD", 10)) s->even_odd = true;
    else if (!strncmp(t, "//WINDING", 9)) s->even_odd = false;
    else if (strcmp(t, "set-source") && strcmp(t, "set-matrix") && strcmp(t, "set-fill-rule") && strcmp(t, "set-line-cap") && strcmp(t, "set-line-join") && strcmp(t, "pop")) s->bad = true;
}

Fragment *svg_paths(Arena *arena, const char *script, size_t size, int width, int height) {
    Script s = {.arena = arena, .out = fragment_new(arena), .at = script, .end = script + size, .width = width, .height = height, .matrix = {1, 0, 0, 1}, .line_width = 2};
    static const char HEAD[] = "surface context";
    const char *body = memmem(script, size, HEAD, sizeof HEAD - 1);
    if (!body) return NULL;
    s.at = body + sizeof HEAD - 1;
    char token[64];
    while (!s.bad && next_token(&s, token, sizeof token)) {
        char *end;
        double v = strtod(token, &end);
        if (!*end && end != token) {
            if (s.depth == STACK) return NULL;
            s.stack[s.depth++] = v;
        } else if (!strcmp(token, "[")) list_operator(&s);
        else operate(&s, token);
    }
    return s.bad || !s.out->count ? NULL : s.out;
}
