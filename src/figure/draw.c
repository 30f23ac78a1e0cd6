/* Drawing helpers: text blocks that fit, shapes in frames, colours. */
#include <string.h>

#include "figure/draw.h"

static Length scaled_size(const Pen *pen, Length size) {
    return (Length)((int64_t)size * pen->scale / 1000);
}

Length text_leading(const Pen *pen, const char *style) {
    const TextStyle *text = style_text(pen->context->style, style);
    Length leading = text->paragraph.leading ? text->paragraph.leading : text->character.size * 5 / 4;
    return scaled_size(pen, leading);
}

static const Lines *break_block(Pen *pen, const char *text, const CharStyle *character, const TextStyle *style, Length width, bool hyphenate) {
    ParagraphStyle form = style->paragraph;
    form.align = ALIGN_LEFT;
    form.first_indent = 0;
    form.hyphenate = hyphenate;
    form.minimum_last = 0;
    Typesetter *typesetter = pen->context->typesetter;
    ArenaMark mark = typesetter_mark(typesetter);
    Paragraph *p = paragraph_new(pen->context->arena, typesetter, &form);
    paragraph_text(p, text, character, NULL, (Place){0});
    const Lines *lines = paragraph_break(p, width);
    typesetter_release(typesetter, mark);
    return lines;
}

static bool overfull(const Lines *lines) {
    for (int i = 0; i < lines->count; i++)
        if (lines->lines[i].overfull) return true;
    return false;
}

Block block_make(Pen *pen, const char *text, const char *style_name, Length width, const Color *color) {
    const TextStyle *style = style_text(pen->context->style, style_name);
    CharStyle character = style->character;
    if (width < 4000) width = 4000;
    character.size = scaled_size(pen, character.size);
    if (color) character.color = *color;
    const Lines *lines = break_block(pen, text ? text : "", &character, style, width, false);
    if (overfull(lines)) lines = break_block(pen, text ? text : "", &character, style, width, true);
    for (int i = 0; i < 6 && overfull(lines); i++) { /* a number too long for its place: smaller type */
        character.size = character.size * 85 / 100;
        lines = break_block(pen, text, &character, style, width, true);
    }
    Block block = {.lines = lines, .leading = text_leading(pen, style_name), .size = character.size, .tiny = character.size < LEAST_LETTER && character.size < scaled_size(pen, style->character.size)};
    for (int i = 0; i < lines->count; i++)
        if (lines->lines[i].width > block.width) block.width = lines->lines[i].width;
    block.height = block.leading * lines->count;
    return block;
}

void block_place(Pen *pen, const Block *block, Length x, Length y, Length width, Align align) {
    for (int i = 0; i < block->lines->count; i++) {
        const Line *line = &block->lines->lines[i];
        Length slack = width - line->width, shift = align == ALIGN_RIGHT ? slack : align == ALIGN_CENTER ? slack / 2 : 0;
        Length baseline = y + i * block->leading + (block->leading + block->size * 7 / 10) / 2;
        for (int k = 0; k < line->count; k++)
            if (line->pieces[k].run)
                fragment_glyphs(pen->f, x + shift + line->pieces[k].x, baseline, line->pieces[k].run, pen->element, ARTIFACT_NONE);
    }
}

void draw_rect(Pen *pen, Length x, Length y, Length w, Length h, Color fill) {
    if (w <= 0 || h <= 0) return;
    fragment_rect(pen->f, x, y, w, h, (Paint){.fill = true, .fill_color = fill}, pen->element, ARTIFACT_NONE);
}

void draw_frame(Pen *pen, Length x, Length y, Length w, Length h, Color fill, Color line, Length radius) {
    Item item = {.kind = ITEM_RECT, .x = x, .y = y, .width = w, .height = h, .element = pen->element};
    item.as.rect.paint = (Paint){.fill = true, .stroke = true, .fill_color = fill, .stroke_color = line, .line_width = HAIRLINE * 2};
    item.as.rect.radius = radius;
    fragment_add(pen->f, item);
}

void draw_path(Pen *pen, const PathVerb *verbs, int verb_count, const Point *points, int point_count, Paint paint) {
    Arena *arena = pen->context->arena;
    Path *path = ARENA_NEW(arena, Path);
    Length x0 = LENGTH_MAX, y0 = LENGTH_MAX, x1 = -LENGTH_MAX, y1 = -LENGTH_MAX;
    for (int i = 0; i < point_count; i++) {
        if (points[i].x < x0) x0 = points[i].x;
        if (points[i].x > x1) x1 = points[i].x;
        if (points[i].y < y0) y0 = points[i].y;
        if (points[i].y > y1) y1 = points[i].y;
    }
    path->verbs = ARENA_ARRAY(arena, (size_t)verb_count, PathVerb);
    path->points = ARENA_ARRAY(arena, (size_t)point_count, Point);
    memcpy(path->verbs, verbs, (size_t)verb_count * sizeof *verbs);
    for (int i = 0; i < point_count; i++) path->points[i] = (Point){points[i].x - x0, points[i].y - y0};
    path->verb_count = verb_count;
    path->point_count = point_count;
    Item item = {.kind = ITEM_PATH, .x = x0, .y = y0, .width = x1 - x0, .height = y1 - y0, .element = pen->element};
    item.as.path.paint = paint;
    item.as.path.path = path;
    fragment_add(pen->f, item);
}

void draw_polygon(Pen *pen, const Point *points, int count, bool closed, Color color, Length line_width) {
    PathVerb *verbs = ARENA_ARRAY(pen->context->arena, (size_t)count + 1, PathVerb);
    for (int i = 0; i < count; i++) verbs[i] = i ? PATH_LINE : PATH_MOVE;
    verbs[count] = PATH_CLOSE;
    Paint paint = {.fill = closed, .stroke = !closed, .fill_color = color, .stroke_color = color, .line_width = line_width, .round_joins = true};
    draw_path(pen, verbs, count + closed, points, count, paint);
}

void draw_line(Pen *pen, Length x0, Length y0, Length x1, Length y1, Color color, Length width) {
    draw_polygon(pen, (Point[]){{x0, y0}, {x1, y1}}, 2, false, color, width);
}

void draw_dot(Pen *pen, Length x, Length y, Length r, Color color) {
    Item item = {.kind = ITEM_RECT, .x = x - r, .y = y - r, .width = 2 * r, .height = 2 * r, .element = pen->element};
    item.as.rect.paint = (Paint){.fill = true, .fill_color = color};
    item.as.rect.radius = r;
    fragment_add(pen->f, item);
}

Color palette_color(const Style *style, int i) {
    return style->palette_count > 0 ? style->palette[i % style->palette_count] : style->accent;
}

Color mix(Color a, Color b, int p) {
    return (Color){(uint8_t)((a.r * (100 - p) + b.r * p) / 100), (uint8_t)((a.g * (100 - p) + b.g * p) / 100),
                   (uint8_t)((a.b * (100 - p) + b.b * p) / 100)};
}

static int light(Color c) { return (c.r * 299 + c.g * 587 + c.b * 114) / 1000; }

Color ink_on(Color c, const Style *style) {
    const Color white = {255, 255, 255};
    return color_contrast(white, c) >= 4.5 || color_contrast(white, c) > color_contrast(style->text, c) ? white : style->text;
}

Color readable_fill(Color c, const Style *style) {
    for (int i = 0; i < 20 && color_contrast(ink_on(c, style), c) < 4.5; i++) c = mix(c, (Color){0, 0, 0}, 5);
    return c;
}

Color ink_like(Color c, const Style *style) {
    for (int i = 0; i < 10 && light(c) > 108 && light(style->paper) > 140; i++) c = mix(c, style->text, 20); /* 4.5 : 1 */
    return c;
}

Length scaled(Value value, Value whole, Length length) {
    if (whole <= 0) return 0;
    return (Length)((__int128)value * length / whole);
}

Length draw_legend(Pen *pen, const Chart *chart, Length y, Length width) {
    Length x = 0, leading = text_leading(pen, "chart-label"), square = leading * 6 / 10, top = y;
    if (chart->count < 2) return 0;
    for (int i = 0; i < chart->count; i++) {
        Block name = block_make(pen, chart->series[i].label, "chart-label", width - square - GAP, NULL);
        if (x > 0 && x + square + GAP + name.width > width) {
            x = 0;
            y += leading;
        }
        draw_rect(pen, x, y + (leading - square) / 2, square, square, chart->series[i].color);
        block_place(pen, &name, x + square + GAP, y, name.width, ALIGN_LEFT);
        x += square + GAP + name.width + 3 * GAP;
        if (name.lines->count > 1) {
            y += name.height - leading;
            x = width;
        }
    }
    return y + leading - top + 2 * GAP;
}
