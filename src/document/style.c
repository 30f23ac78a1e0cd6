/* Reads a house style: every attribute of every element is a row of a table here. */
#include "document/style.h"

#include <stdlib.h>
#include <string.h>

#include "base/likeness.h"
#include "document/messages.h"
#include "document/words.h"
#include "input/plain.h"

typedef enum Kind { IS_LENGTH, IS_COLOR, IS_BOOL, IS_INT, IS_PERCENT, IS_STRING, IS_ALIGN, IS_FEATURES, IS_DECORATION, IS_SIDE, IS_ARTIFACT } Kind;

typedef struct Field {
    const char *name;
    Kind kind;
    size_t offset;
    long flag; /* offset of a bool that says "given", or -1 */
} Field;

#define AT(type, member) offsetof(type, member), -1
#define AT_FLAG(type, member, flag) offsetof(type, member), (long)offsetof(type, flag)

static const Field TEXT_FIELDS[] = {
    {"name", IS_STRING, AT(TextStyle, name)},
    {"family", IS_STRING, AT(TextStyle, character.family)},
    {"weight", IS_INT, AT(TextStyle, character.weight)},
    {"italic", IS_BOOL, AT(TextStyle, character.italic)},
    {"size", IS_LENGTH, AT(TextStyle, character.size)},
    {"color", IS_COLOR, AT(TextStyle, character.color)},
    {"tracking", IS_LENGTH, AT(TextStyle, character.tracking)},
    {"rise", IS_LENGTH, AT(TextStyle, character.rise)},
    {"features", IS_FEATURES, AT(TextStyle, character.features)},
    {"underline", IS_BOOL, AT(TextStyle, character.underline)}, {"strike", IS_BOOL, AT(TextStyle, character.strike)},
    {"capitals", IS_BOOL, AT(TextStyle, character.capitals)},
    {"align", IS_ALIGN, AT(TextStyle, paragraph.align)},
    {"leading", IS_LENGTH, AT(TextStyle, paragraph.leading)},
    {"first", IS_LENGTH, AT(TextStyle, paragraph.first_indent)},
    {"hyphenate", IS_BOOL, AT(TextStyle, paragraph.hyphenate)},
    {"minimum-last", IS_LENGTH, AT(TextStyle, paragraph.minimum_last)},
    {"before", IS_LENGTH, AT(TextStyle, space_before)},
    {"after", IS_LENGTH, AT(TextStyle, space_after)},
    {"left", IS_LENGTH, AT(TextStyle, indent_left)},
    {"right", IS_LENGTH, AT(TextStyle, indent_right)},
    {"keep-next", IS_BOOL, AT(TextStyle, keep_next)},
    {"keep-together", IS_BOOL, AT(TextStyle, keep_together)},
    {"new-page", IS_BOOL, AT(TextStyle, new_page)},
    {"background", IS_COLOR, AT_FLAG(TextStyle, background, has_background)},
    {"padding", IS_LENGTH, AT(TextStyle, padding)},
    {"rule-above", IS_LENGTH, AT(TextStyle, rule_above)},
    {"rule-below", IS_LENGTH, AT(TextStyle, rule_below)},
    {"rule-color", IS_COLOR, AT(TextStyle, rule_color)},
    {NULL, IS_INT, 0, -1}};

static const Field BOX_FIELDS[] = {
    {"name", IS_STRING, AT(BoxStyle, name)},
    {"background", IS_COLOR, AT_FLAG(BoxStyle, background, has_background)},
    {"border", IS_COLOR, AT_FLAG(BoxStyle, border, has_border)},
    {"border-width", IS_LENGTH, AT(BoxStyle, border_width)},
    {"bar", IS_LENGTH, AT(BoxStyle, bar_width)},
    {"padding", IS_LENGTH, AT(BoxStyle, padding)},
    {"before", IS_LENGTH, AT(BoxStyle, space_before)},
    {"after", IS_LENGTH, AT(BoxStyle, space_after)},
    {"radius", IS_LENGTH, AT(BoxStyle, radius)},
    {NULL, IS_INT, 0, -1}};

static const Field TABLE_FIELDS[] = {
    {"name", IS_STRING, AT(TableStyle, name)},
    {"padding-x", IS_LENGTH, AT(TableStyle, padding_x)},
    {"padding-y", IS_LENGTH, AT(TableStyle, padding_y)},
    {"rule-top", IS_LENGTH, AT(TableStyle, rule_top)},
    {"rule-head", IS_LENGTH, AT(TableStyle, rule_head)},
    {"rule-row", IS_LENGTH, AT(TableStyle, rule_row)},
    {"rule-total", IS_LENGTH, AT(TableStyle, rule_total)},
    {"rule-bottom", IS_LENGTH, AT(TableStyle, rule_bottom)},
    {"rule-column", IS_LENGTH, AT(TableStyle, rule_column)},
    {"rule-color", IS_COLOR, AT(TableStyle, rule_color)},
    {"zebra", IS_COLOR, AT_FLAG(TableStyle, zebra_color, zebra)},
    {"group", IS_COLOR, AT_FLAG(TableStyle, group_color, has_group_color)},
    {"head", IS_COLOR, AT_FLAG(TableStyle, head_color, has_head_color)},
    {"total", IS_COLOR, AT_FLAG(TableStyle, total_color, has_total_color)},
    {"before", IS_LENGTH, AT(TableStyle, space_before)},
    {"after", IS_LENGTH, AT(TableStyle, space_after)},
    {NULL, IS_INT, 0, -1}};

static const Field MASTER_FIELDS[] = {
    {"name", IS_STRING, AT(PageMaster, name)},
    {"width", IS_LENGTH, AT(PageMaster, width)},
    {"height", IS_LENGTH, AT(PageMaster, height)},
    {"top", IS_LENGTH, AT(PageMaster, top)},
    {"bottom", IS_LENGTH, AT(PageMaster, bottom)},
    {"inner", IS_LENGTH, AT(PageMaster, inner)},
    {"outer", IS_LENGTH, AT(PageMaster, outer)},
    {"columns", IS_INT, AT(PageMaster, columns)},
    {"gutter", IS_LENGTH, AT(PageMaster, gutter)},
    {"margin-column", IS_LENGTH, AT(PageMaster, margin_column)},
    {"margin-gap", IS_LENGTH, AT(PageMaster, margin_gap)},
    {"background", IS_COLOR, AT_FLAG(PageMaster, background, has_background)},
    {"vertical-center", IS_BOOL, AT(PageMaster, vertical_center)},
    {NULL, IS_INT, 0, -1}};

static const Field DECORATION_FIELDS[] = {
    {"kind", IS_DECORATION, AT(Decoration, kind)},
    {"x", IS_LENGTH, AT(Decoration, x)},
    {"y", IS_LENGTH, AT(Decoration, y)},
    {"width", IS_LENGTH, AT(Decoration, width)},
    {"height", IS_LENGTH, AT(Decoration, height)},
    {"color", IS_COLOR, AT(Decoration, color)},
    {"radius", IS_LENGTH, AT(Decoration, radius)},
    {"text", IS_STRING, AT(Decoration, text)},
    {"style", IS_STRING, AT(Decoration, text_style)},
    {"align", IS_ALIGN, AT(Decoration, align)},
    {"image", IS_STRING, AT(Decoration, image)},
    {"side", IS_SIDE, AT(Decoration, side)},
    {"on-first", IS_BOOL, AT(Decoration, on_first)},
    {"artifact", IS_ARTIFACT, AT(Decoration, artifact)},
    {NULL, IS_INT, 0, -1}};

static const Field STYLE_FIELDS[] = {
    {"name", IS_STRING, AT(Style, name)},
    {"grid", IS_LENGTH, AT(Style, grid)},
    {"accent", IS_COLOR, AT(Style, accent)},
    {"text", IS_COLOR, AT(Style, text)},
    {"muted", IS_COLOR, AT(Style, muted)},
    {"paper", IS_COLOR, AT(Style, paper)},
    {"captions", IS_STRING, AT(Style, caption_position)},
    {"keyfigures", IS_STRING, AT(Style, keyfigure_position)},
    {"orphans", IS_INT, AT(Style, orphans)},
    {"widows", IS_INT, AT(Style, widows)},
    {"largest-gap", IS_PERCENT, AT(Style, largest_gap)},
    {"least-white", IS_PERCENT, AT(Style, least_white)},
    {NULL, IS_INT, 0, -1}};

typedef struct Reader {
    Arena *arena;
    Style *style;
    Diagnostics *diagnostics;
} Reader;

static const char FEATURES[] = "tabular oldstyle small-caps lining proportional";

/* A colour of its own, or the name of one of the style's four. */
static bool read_color(const Style *style, const char *value, Color *out) {
    static const struct { const char *name; size_t offset; } NAMED[] = {
        {"accent", offsetof(Style, accent)}, {"text", offsetof(Style, text)},
        {"muted", offsetof(Style, muted)}, {"paper", offsetof(Style, paper)}};
    for (size_t i = 0; i < sizeof NAMED / sizeof *NAMED; i++)
        if (!strcmp(value, NAMED[i].name)) {
            *out = *(const Color *)((const char *)style + NAMED[i].offset);
            return true;
        }
    return color_parse(value, out);
}

static bool read_value(const Reader *r, Kind kind, const char *value, void *out) {
    char *end = NULL;
    int word;
    switch (kind) {
    case IS_LENGTH: return length_parse(value, out);
    case IS_COLOR: return read_color(r->style, value, out);
    case IS_BOOL:
        if ((word = word_of("no yes", value)) < 0) return false;
        *(bool *)out = word == 1;
        return true;
    case IS_INT: case IS_PERCENT: {
        long n = strtol(value, &end, 10);
        if (end == value || *end || n < 0 || n > (kind == IS_INT ? 1000 : 100)) return false;
        *(int *)out = (int)n;
        return true;
    }
    case IS_STRING: *(const char **)out = value; return true;
    case IS_FEATURES: return word_bits(FEATURES, value, out);
    case IS_ALIGN: word = word_of("left right center justify decimal", value); break;
    case IS_DECORATION: word = word_of("rect line image text", value); break;
    case IS_SIDE: word = word_of("both recto verso", value); break;
    case IS_ARTIFACT: word = word_of("layout header footer", value); break;
    default: return false;
    }
    if (word < 0) return false;
    memcpy(out, &word, sizeof word); /* all enumerations are ints */
    return true;
}

static const char *kind_name(Kind kind) {
    switch (kind) {
    case IS_LENGTH: return BOTH("maat (12pt, 25mm)", "length (12pt, 25mm)");
    case IS_COLOR: return BOTH("kleur (#1a2b3c, accent, text, muted, paper)", "colour (#1a2b3c, accent, text, muted, paper)");
    case IS_BOOL: return BOTH("yes of no", "yes or no");
    case IS_INT: return BOTH("geheel getal", "whole number");
    case IS_PERCENT: return BOTH("percentage van 0 tot en met 100, zonder teken", "percentage from 0 to 100, without sign");
    case IS_FEATURES: return "tabular, oldstyle, small-caps, lining, proportional";
    case IS_ALIGN: return BOTH("left, right, center, justify of decimal", "left, right, center, justify or decimal");
    case IS_DECORATION: return BOTH("rect, line, image of text", "rect, line, image or text");
    case IS_SIDE: return BOTH("both, recto of verso", "both, recto or verso");
    case IS_ARTIFACT: return BOTH("layout, header of footer", "layout, header or footer");
    default: return BOTH("tekst", "text");
    }
}

static void read_fields(Reader *r, const Node *node, const Field *fields, void *record) {
    for (const Attribute *a = node->attributes; a; a = a->next) {
        if (!strcmp(a->name, "based-on")) continue;
        const Field *f = fields;
        while (f->name && strcmp(f->name, a->name)) f++;
        if (!f->name)
            diagnostics_report(r->diagnostics, &D102_STYLE_UNKNOWN, a->place, (Report){.arguments = {a->name}});
        else if (!read_value(r, f->kind, a->value, (char *)record + f->offset))
            diagnostics_report(r->diagnostics, &D103_STYLE_VALUE, a->place,
                               (Report){.found = a->value, .expected = kind_name(f->kind), .arguments = {a->name}});
        else if (fields == TEXT_FIELDS && !strcmp(a->name, "family")) ((TextStyle *)record)->character.named = a->place;
        else if (f->flag >= 0) *(bool *)((char *)record + f->flag) = true;
    }
}

static int count_children(const Node *node, const char *name) {
    int n = 0;
    NODE_EACH(child, node, name) n++;
    return n;
}

static void *find_named(void *array, int count, size_t size, const char *name) {
    for (int i = 0; i < count; i++) {
        void *record = (char *)array + (size_t)i * size;
        const char *own = *(const char **)record; /* name is the first member of every named record */
        if (own && name && !strcmp(own, name)) return record;
    }
    return NULL;
}

/* Records of one kind, in order; based-on copies an earlier one first. */
static void *read_named(Reader *r, const Node *root, const char *element, const Field *fields, size_t size,
                        const void *initial, int *count) {
    char *array = arena_array(r->arena, (size_t)count_children(root, element) + 1, size);
    int n = 0;
    NODE_EACH(child, root, element) {
        char *record = array + (size_t)n * size;
        if (initial) memcpy(record, initial, size);
        const char *base = node_get(child, "based-on");
        const void *from = base ? find_named(array, n, size, base) : NULL;
        if (from) memcpy(record, from, size);
        else if (base)
            diagnostics_report(r->diagnostics, &D105_STYLE_MISSING, child->place, (Report){.arguments = {base}});
        read_fields(r, child, fields, record);
        if (*(const char **)record == NULL) *(const char **)record = "";
        n++;
    }
    *count = n;
    return array;
}

static void read_decorations(Reader *r, const Node *root) {
    int i = 0;
    NODE_EACH(node, root, "master") {
        PageMaster *m = &r->style->masters[i++];
        int n = count_children(node, "decoration");
        if (n == 0) continue;
        m->decorations = ARENA_ARRAY(r->arena, (size_t)n, Decoration);
        m->decoration_count = 0;
        NODE_EACH(child, node, "decoration") {
            Decoration *d = &m->decorations[m->decoration_count++];
            d->on_first = true;
            read_fields(r, child, DECORATION_FIELDS, d);
        }
    }
}

static void read_lists(Reader *r, const Node *root) {
    Style *s = r->style;
    NODE_EACH(node, root, "level") {
        const char *depth = node_get_or(node, "depth", "1");
        int i = depth[0] - '1';
        if (i < 0 || i > 3 || depth[1]) {
            diagnostics_report(r->diagnostics, &D103_STYLE_VALUE, node->place,
                               (Report){.found = depth, .expected = BOTH("1, 2, 3 of 4", "1, 2, 3 or 4"), .arguments = {"depth"}});
            continue;
        }
        s->bullets[i] = node_get_or(node, "bullet", "•");
        if (!length_parse(node_get_or(node, "indent", "14pt"), &s->list_indent[i]))
            diagnostics_report(r->diagnostics, &D103_STYLE_VALUE, node->place, (Report){.found = node_get(node, "indent"), .arguments = {"indent"}});
    }
    NODE_EACH(node, root, "palette") {
        NODE_EACH(c, node, "color") {
            if (s->palette_count == 12) break;
            if (read_color(s, node_get_or(c, "value", ""), &s->palette[s->palette_count])) s->palette_count++;
            else diagnostics_report(r->diagnostics, &D103_STYLE_VALUE, c->place, (Report){.found = node_get(c, "value"), .expected = kind_name(IS_COLOR), .arguments = {"value"}});
        }
    }
}

static void need_contrast(Reader *r, const Node *root, const TextStyle *text, const char *where, Color behind) {
    double ratio = color_contrast(text->character.color, behind);
    if (ratio >= 4.5) return;
    const char *name = where ? arena_printf(r->arena, "%s (%s)", text->name, where) : text->name;
    diagnostics_report(r->diagnostics, &D104_STYLE_CONTRAST, root->place,
                       (Report){.found = arena_printf(r->arena, "%.1f : 1", ratio), .expected = "4,5 : 1", .arguments = {name}});
}

static void need_contrast_if(Reader *r, const Node *root, bool has, const char *text, const char *where, Color behind) {
    if (has) need_contrast(r, root, style_text(r->style, text), where, behind);
}

/* A dark fill of a table gets its text in the colour of the paper. */
static bool dark(const Style *s, Color c) { return color_contrast(s->paper, c) > color_contrast(s->text, c) && color_contrast(s->paper, c) >= 4.5; }

/* Text that stands on a fill of a table or a box; each fill only where it is used. */
static void check_fills(Reader *r, const Node *root) {
    Style *s = r->style;
    for (int i = 0; i < s->table_count; i++) {
        const TableStyle *t = &s->tables[i];
        const char *where = arena_printf(r->arena, "tabel %s", t->name);
        need_contrast_if(r, root, t->has_head_color && !dark(s, t->head_color), "cell-head", where, t->head_color);
        need_contrast_if(r, root, t->has_group_color && !dark(s, t->group_color), "cell-group", where, t->group_color);
        need_contrast_if(r, root, t->has_total_color && !dark(s, t->total_color), "cell-total", where, t->total_color);
        need_contrast_if(r, root, t->zebra && !dark(s, t->zebra_color), "cell", where, t->zebra_color);
    }
    for (int i = 0; i < s->box_count; i++) {
        const char *where = arena_printf(r->arena, "kader %s", s->boxes[i].name);
        need_contrast_if(r, root, s->boxes[i].has_background, "box", where, s->boxes[i].background);
        need_contrast_if(r, root, s->boxes[i].has_background, "box-title", where, s->boxes[i].background);
    }
}

/* Cover styles stand on the background of the cover master; all others on paper or their own background. */
static void check_contrast(Reader *r, const Node *root) {
    Style *s = r->style;
    for (int i = 0; i < s->text_count; i++) {
        const TextStyle *t = &s->texts[i];
        Color behind = t->has_background ? t->background : s->paper;
        const PageMaster *m = NULL;
        if (!strncmp(t->name, "cover-", 6)) m = style_master(s, "cover");
        if (!strncmp(t->name, "divider-", 8)) m = style_master(s, "divider");
        if (m && m->has_background && !t->has_background) behind = m->background;
        need_contrast(r, root, t, NULL, behind);
    }
    check_fills(r, root);
}

static const char *folder_of(Arena *arena, const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? arena_strndup(arena, path, (size_t)(slash - path)) : ".";
}

Style *style_read(Arena *arena, const char *path, Diagnostics *diagnostics) {
    int error;
    Node *root = plain_read(arena, path, diagnostics, &error);
    if (!root && !error) return NULL;
    if (!root || !node_is(root, "style")) {
        diagnostics_report(diagnostics, &D101_STYLE_UNREADABLE, root ? root->place : (Place){arena_strdup(arena, path), 0, 0},
                           (Report){.arguments = {root ? BOTH("het is geen huisstijl", "it is no house style") : error_words(error)}});
        return NULL;
    }
    Style *s = ARENA_NEW(arena, Style);
    Reader reader = {arena, s, diagnostics};
    s->folder = folder_of(arena, path);
    s->paper = (Color){255, 255, 255};
    s->caption_position = "below";
    s->orphans = s->widows = 2;
    s->largest_gap = s->least_white = 100;
    for (int i = 0; i < 4; i++) s->bullets[i] = "•", s->list_indent[i] = 14 * POINT;
    read_fields(&reader, root, STYLE_FIELDS, s);
    static const char *const KNOWN[] = {"text", "box", "table", "master", "palette", "level", NULL};
    NODE_EACH(child, root, NULL) {
        int i = 0;
        while (KNOWN[i] && !node_is(child, KNOWN[i])) i++;
        if (!KNOWN[i]) diagnostics_report(diagnostics, &D102_STYLE_UNKNOWN, child->place, (Report){.arguments = {child->name}});
    }
    TextStyle text = {.character = {.family = "Lato", .weight = 400, .size = 10 * POINT, .color = s->text, .language = "nl"},
                      .paragraph = {.leading = 14 * POINT}};
    PageMaster master = {.width = 595276, .height = 841890, .top = 72 * POINT, .bottom = 72 * POINT, .inner = 72 * POINT, .outer = 72 * POINT, .columns = 1};
    s->texts = read_named(&reader, root, "text", TEXT_FIELDS, sizeof(TextStyle), &text, &s->text_count);
    s->boxes = read_named(&reader, root, "box", BOX_FIELDS, sizeof(BoxStyle), NULL, &s->box_count);
    s->tables = read_named(&reader, root, "table", TABLE_FIELDS, sizeof(TableStyle), NULL, &s->table_count);
    s->masters = read_named(&reader, root, "master", MASTER_FIELDS, sizeof(PageMaster), &master, &s->master_count);
    read_decorations(&reader, root);
    read_lists(&reader, root);
    if (s->text_count == 0) s->texts[0] = text, s->texts[0].name = "body", s->text_count = 1;
    if (s->box_count == 0) s->boxes[0].name = "note", s->box_count = 1;
    if (s->table_count == 0) s->tables[0].name = "default", s->table_count = 1;
    if (s->master_count == 0) s->masters[0] = master, s->masters[0].name = "body", s->master_count = 1;
    if (!find_named(s->texts, s->text_count, sizeof(TextStyle), "body"))
        diagnostics_report(diagnostics, &D105_STYLE_MISSING, root->place, (Report){.arguments = {"text body"}});
    if (s->palette_count == 0) s->palette[s->palette_count++] = s->accent;
    check_contrast(&reader, root);
    return s;
}

const TextStyle *style_text(const Style *style, const char *name) {
    const TextStyle *t = find_named(style->texts, style->text_count, sizeof(TextStyle), name);
    if (!t) t = find_named(style->texts, style->text_count, sizeof(TextStyle), "body");
    return t ? t : &style->texts[0];
}

const BoxStyle *style_box(const Style *style, const char *name) {
    const BoxStyle *b = find_named(style->boxes, style->box_count, sizeof(BoxStyle), name);
    return b ? b : &style->boxes[0];
}

const TableStyle *style_table(const Style *style, const char *name) {
    const TableStyle *t = find_named(style->tables, style->table_count, sizeof(TableStyle), name);
    return t ? t : &style->tables[0];
}

const PageMaster *style_master(const Style *style, const char *name) {
    const PageMaster *m = find_named(style->masters, style->master_count, sizeof(PageMaster), name);
    return m ? m : &style->masters[0];
}

/* Names of a part, one after the other: NULL at the end. */
static const char *name_at(const Style *s, StylePart part, int i) {
    switch (part) {
    case STYLE_TEXTS: return i < s->text_count ? s->texts[i].name : NULL;
    case STYLE_BOXES: return i < s->box_count ? s->boxes[i].name : NULL;
    case STYLE_TABLES: return i < s->table_count ? s->tables[i].name : NULL;
    default: return i < s->master_count ? s->masters[i].name : NULL;
    }
}

bool style_has(const Style *style, StylePart part, const char *name) {
    const char *other;
    for (int i = 0; (other = name_at(style, part, i)); i++) if (!strcmp(other, name)) return true;
    return false;
}

const char *style_names(Arena *arena, const Style *style, StylePart part, const char *name) {
    Likeness likeness = likeness_to(name);
    const char *all = NULL, *other;
    for (int i = 0; (other = name_at(style, part, i)); i++) {
        likeness_try(&likeness, other);
        all = all ? arena_printf(arena, "%s, %s", all, other) : other;
    }
    return likeness.best ? likeness.best : all;
}

bool style_tint(const Style *style, Tint tint, Color group, Color *color) {
    switch (tint.kind) {
    case TINT_COLOR: *color = tint.color; return true;
    case TINT_ACCENT: *color = style->accent; return true;
    case TINT_TEXT: *color = style->text; return true;
    case TINT_MUTED: *color = style->muted; return true;
    case TINT_PAPER: *color = style->paper; return true;
    case TINT_GROUP: *color = group; return true;
    default: return false;
    }
}
