/* Figures: whatever the data, text neither overlaps nor leaves the figure. Set FIGURE_SVG=folder to see them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "document/grammar.h"
#include "figure/figure.h"

static Fonts *fonts;
static Typesetter *typesetter;
static Style style;
static TextStyle texts[4];

static int set_up(void **state) {
    static const char *const names[] = {"chart-label", "chart-value", "chart-axis", "chart-title"};
    static const Color palette[] = {{0x1f, 0x5a, 0x7a}, {0xc8, 0x6b, 0x1f}, {0x5a, 0x8f, 0x3c}, {0x8a, 0x3f, 0x6b}, {0xb8, 0xa0, 0x30}, {0x60, 0x60, 0x60}};
    const char *error;
    (void)state;
    fonts = fonts_open(JAARVERSLAG_DATA "/fonts/catalogue.tsv", &error);
    assert_non_null(fonts);
    typesetter = typesetter_new(fonts, "/usr/share/hyphen");
    for (int i = 0; i < 4; i++) {
        texts[i].name = names[i];
        texts[i].character = (CharStyle){.family = "Lato", .weight = i & 1 ? 700 : 400, .size = i == 2 ? 7500 : 8500, .language = "nl"};
        texts[i].paragraph = (ParagraphStyle){.leading = i == 2 ? 9500 : 10500};
    }
    style = (Style){.accent = palette[0], .text = {30, 30, 30}, .muted = {110, 110, 110}, .paper = {255, 255, 255}, .palette_count = 6, .texts = texts, .text_count = 4};
    memcpy(style.palette, palette, sizeof palette);
    return 0;
}
static int tear_down(void **state) {
    (void)state;
    typesetter_free(typesetter);
    fonts_close(fonts);
    return 0;
}

static Node *element(Arena *arena, Node *parent, const char *name, Tag tag) {
    Node *node = block_new(arena, tag, (Place){0});
    assert_string_equal(node->name, name);
    if (parent) node_append(parent, node);
    return node;
}
/* What an attribute cannot say never comes out of a document. */
static void set(Arena *arena, Node *node, const char *name, const char *value) {
    const GrammarAttribute *attribute = grammar_attribute((Tag)node->tag, name);
    assert_non_null(attribute);
    if (grammar_value(attribute, value, arena_array(arena, 1, GRAMMAR[node->tag].size))) block_set(arena, node, name, value);
}

static void dump_svg(const Fragment *f, const char *name) {
    const char *folder = getenv("FIGURE_SVG");
    char path[512];
    if (!folder) return;
    snprintf(path, sizeof path, "%s/%s.svg", folder, name);
    FILE *out = fopen(path, "w");
    if (!out) return;
    fprintf(out, "<svg xmlns='http://www.w3.org/2000/svg' width='%g' height='%g'><rect width='100%%' height='100%%' fill='white'/>\n", f->width / 1e3, f->height / 1e3);
    for (int i = 0; i < f->count; i++) {
        const Item *it = &f->items[i];
        if (it->kind == ITEM_RECT) {
            Paint p = it->as.rect.paint;
            fprintf(out, "<rect x='%g' y='%g' width='%g' height='%g' rx='%g' fill='#%02x%02x%02x' stroke='#%02x%02x%02x' stroke-width='%g'/>\n", it->x / 1e3, it->y / 1e3,
                    it->width / 1e3, it->height / 1e3, it->as.rect.radius / 1e3, p.fill_color.r, p.fill_color.g, p.fill_color.b, p.stroke_color.r,
                    p.stroke_color.g, p.stroke_color.b, p.stroke ? p.line_width / 1e3 : 0);
        } else if (it->kind == ITEM_PATH) {
            Paint p = it->as.path.paint;
            const Path *path_ = it->as.path.path;
            int n = 0;
            char fill[16] = "none";
            if (p.fill) snprintf(fill, sizeof fill, "#%02x%02x%02x", p.fill_color.r, p.fill_color.g, p.fill_color.b);
            fprintf(out, "<path d='");
            for (int v = 0; v < path_->verb_count; v++) {
                static const char letters[] = "MLCZ";
                static const int counts[] = {1, 1, 3, 0};
                fputc(letters[path_->verbs[v]], out);
                for (int k = 0; k < counts[path_->verbs[v]]; k++, n++) fprintf(out, "%g %g ", (it->x + path_->points[n].x) / 1e3, (it->y + path_->points[n].y) / 1e3);
            }
            fprintf(out, "' style='fill:%s' fill-opacity='1' data-c='#%02x%02x%02x' stroke='#%02x%02x%02x' stroke-width='%g'/>\n", fill, p.fill_color.r,
                    p.fill_color.g, p.fill_color.b, p.stroke_color.r, p.stroke_color.g, p.stroke_color.b, p.stroke ? p.line_width / 1e3 : 0);
        } else if (it->kind == ITEM_GLYPHS) {
            const GlyphRun *r = it->as.glyphs;
            fprintf(out, "<text x='%g' y='%g' font-family='Lato' font-weight='%d' font-size='%g' fill='#%02x%02x%02x'>", it->x / 1e3, it->y / 1e3, face_metrics(r->face)->weight, r->size / 1e3,
                    r->color.r, r->color.g, r->color.b);
            for (size_t k = 0; k < r->text_size; k++) {
                if (r->text[k] == '&') fputs("&amp;", out);
                else if (r->text[k] == '<') fputs("&lt;", out);
                else fputc(r->text[k], out);
            }
            fprintf(out, "</text>\n");
        }
    }
    fprintf(out, "</svg>\n");
    fclose(out);
}

typedef struct Inked { Length x0, y0, x1, y1; const GlyphRun *run; } Inked;

static bool overlap(const Inked *a, const Inked *b) {
    return a->x0 + 300 < b->x1 && b->x0 + 300 < a->x1 && a->y0 + 300 < b->y1 && b->y0 + 300 < a->y1;
}

/* Text against text, and text against the figure's edge. */
static void check(const Fragment *f, const char *name) {
    Inked *inked = calloc((size_t)f->count + 1, sizeof *inked);
    int n = 0;
    dump_svg(f, name);
    for (int i = 0; i < f->count; i++) {
        const Item *it = &f->items[i];
        if (it->kind != ITEM_GLYPHS) {
            if (it->x < -1500 || it->y < -1500 || it->x + it->width > f->width + 1500 || it->y + it->height > f->height + 1500)
                fail_msg("%s: shape at %d,%d %dx%d outside %dx%d", name, it->x, it->y, it->width, it->height, f->width, f->height);
            continue;
        }
        const GlyphRun *run = it->as.glyphs;
        inked[n++] = (Inked){it->x, it->y - run->size * 7 / 10, it->x + run->width, it->y + run->size * 15 / 100, run};
        const Inked *last = &inked[n - 1];
        if (last->x0 < -300 || last->x1 > f->width + 300 || last->y0 < -300 || last->y1 > f->height + 300)
            fail_msg("%s: '%.*s' outside the figure: %d..%d of %d, %d..%d of %d", name, (int)run->text_size, run->text, last->x0, last->x1, f->width, last->y0, last->y1, f->height);
        for (int k = 0; k < n - 1; k++)
            if (overlap(&inked[k], last))
                fail_msg("%s: '%.*s' over '%.*s'", name, (int)run->text_size, run->text, (int)inked[k].run->text_size, inked[k].run->text);
    }
    free(inked);
}

static Fragment *draw(Arena *arena, const Node *node, Length width, Length height) {
    FigureContext context = {arena, typesetter, &style, NULL, NULL};
    return figure_draw(&context, node, width, height, NULL);
}

static const char *const labels[] = {"FLOT", "Newmancollege", "Mencia de Mendoza & Mencia Sandrode", "Koning Willem II College", "De Nassau",
                                     "Eindhoven School of Education", "verantwoordelijkhedenoverzichtscommissie", "", "jaar 1", "HR",
                                     "Projectleiding, overhead en administratieve ondersteuning van de opleidingsschool", "2019-2020"};
static const char *const values[] = {"0", "1", "67", "3", "-12", "1234567.89", "0.4", "x", "98765432109876", "22", "30.7", "5"};
static const char *const kinds[] = {"pie", "ring", "bars", "columns", "stacked", "bullet", "waterfall", "line", "multiples"};

static Node *chart(Arena *arena, const char *kind, const char *unit) {
    Node *node = element(arena, NULL, "chart", TAG_CHART);
    set(arena, node, "kind", kind);
    if (unit) set(arena, node, "unit", unit);
    return node;
}
static void point(Arena *arena, Node *series, const char *label, const char *value, const char *target) {
    Node *p = element(arena, series, "point", TAG_POINT);
    set(arena, p, "label", label);
    set(arena, p, "value", value);
    if (target) set(arena, p, "target", target);
}

static void one_of_each(void **state) {
    static const char *const numbers[] = {"67", "22", "9", "2"};
    (void)state;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        Arena *arena = arena_new();
        Node *node = chart(arena, kinds[k], k < 2 ? "%" : NULL);
        int count = k == 3 || k == 4 || k == 7 || k == 8 ? 3 : 1;
        for (int s = 0; s < count; s++) {
            Node *series = element(arena, node, "series", TAG_SERIES);
            set(arena, series, "label", labels[s * 4]);
            for (int i = 0; i < 4; i++) {
                point(arena, series, k == 7 ? arena_printf(arena, "%d", 2018 + i) : labels[(i + (k == 3 ? 8 : 0)) % 12], numbers[(i + s) % 4], k == 5 ? numbers[(i + 1) % 4] : NULL);
                if (k == 6) set(arena, series->last, "kind", i == 0 || i == 3 ? "total" : i == 1 ? "minus" : "plus");
            }
        }
        Fragment *f = draw(arena, node, 420000, 500000);
        assert_true(f->count > 4);
        check(f, kinds[k]);
        arena_free(arena);
    }
}

/* Middle of the text in a figure. */
static Length middle_of(const Fragment *f, const char *text) {
    for (int i = 0; i < f->count; i++)
        if (f->items[i].kind == ITEM_GLYPHS && !strcmp(f->items[i].as.glyphs->text, text)) return f->items[i].x + f->items[i].as.glyphs->width / 2;
    fail_msg("no \"%s\"", text);
    return 0;
}

static int open_paths(const Fragment *f) {
    int n = 0;
    for (int i = 0; i < f->count; i++) n += f->items[i].kind == ITEM_PATH && f->items[i].as.path.paint.stroke;
    return n;
}

/* A year that is left out keeps its place and breaks the line; years by twos and names of other things follow each other. */
static void years_apart(void **state) {
    static const struct { const char *labels[4]; int first, second, lines; } CASES[] = {
        {{"2018", "2020", "2021", "2022"}, 2, 1, 1}, {{"2018–2019", "2019–2020", "2022–2023", "2023–2024"}, 1, 3, 2},
        {{"2016", "2018", "2020", "2022"}, 1, 1, 1}, {{"mei", "juni", "juli", "augustus"}, 1, 1, 1}, {{"2020", "2018", "2021", "2022"}, 1, 1, 1}};
    (void)state;
    for (size_t c = 0; c < sizeof CASES / sizeof *CASES; c++) {
        Arena *arena = arena_new();
        Node *node = chart(arena, "line", NULL), *series = element(arena, node, "series", TAG_SERIES);
        set(arena, series, "label", "Studenten");
        for (int i = 0; i < 4; i++) point(arena, series, CASES[c].labels[i], values[2 + i % 2], NULL);
        Fragment *f = draw(arena, node, 420000, 500000);
        check(f, "years");
        Length first = middle_of(f, CASES[c].labels[1]) - middle_of(f, CASES[c].labels[0]), second = middle_of(f, CASES[c].labels[2]) - middle_of(f, CASES[c].labels[1]);
        assert_true(abs(first * CASES[c].second - second * CASES[c].first) < 4000);
        assert_int_equal(open_paths(f), CASES[c].lines);
        arena_free(arena);
    }
}

static void organisation(void **state) {
    static const struct { const char *id, *parent, *label; } units[] = {
        {"s", NULL, "Stuurgroep"}, {"p", "s", "Penvoerder"}, {"l", "s", "Projectleider"}, {"k", "l", "Kernteam"}, {"o", "l", "Opleidingsteams op de scholen"},
        {"so", "o", "Schoolopleider"}, {"io", "o", "Instituutsopleider"}, {"wpb", "so", "Werkplekbegeleiders"}, {"st", "wpb", "Studenten"}, {"b", "k", "Bestuurscoördinator"},
        {"i", "k", "Instituutscoördinator"}, {"ot", "k", "Ontwikkelteams"}, {"lc", "o", "Lerarencoach"}};
    (void)state;
    Arena *arena = arena_new();
    Node *node = element(arena, NULL, "orgchart", TAG_ORGCHART);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        Node *u = element(arena, node, "unit", TAG_UNIT);
        set(arena, u, "id", units[i].id);
        set(arena, u, "label", units[i].label);
        if (units[i].parent) set(arena, u, "parent", units[i].parent);
    }
    check(draw(arena, node, 420000, 600000), "orgchart");
    arena_free(arena);
}

static void themes(void **state) {
    (void)state;
    Arena *arena = arena_new();
    Node *node = element(arena, NULL, "tree", TAG_TREE), *root = element(arena, node, "unit", TAG_UNIT);
    set(arena, root, "label", "Thema’s");
    for (int i = 0; i < 3; i++) {
        Node *group = element(arena, root, "unit", TAG_UNIT);
        set(arena, group, "label", labels[i + 1]);
        for (int k = 0; k < 3; k++) set(arena, element(arena, group, "unit", TAG_UNIT), "label", labels[(i * 3 + k) % 12]);
    }
    check(draw(arena, node, 420000, 600000), "tree");
    arena_free(arena);
}

static void planner(void **state) {
    (void)state;
    Arena *arena = arena_new();
    Node *node = element(arena, NULL, "planner", TAG_PLANNER);
    set(arena, node, "start", "2021-08");
    set(arena, node, "months", "12");
    srand(3);
    for (int i = 0; i < 9; i++) {
        Node *a = element(arena, node, "activity", TAG_ACTIVITY);
        set(arena, a, "label", labels[i]);
        set(arena, a, "group", i < 4 ? "Verdiepingsmiddagen" : "Overleg");
        for (int k = 0; k < 4; k++) {
            Node *e = element(arena, a, "event", TAG_EVENT);
            int month = rand() % 12, day = 1 + rand() % 28;
            set(arena, e, "from", arena_printf(arena, "%d-%02d-%02d", month > 6 ? 2021 : 2022, month + 1, day));
            if (k % 2) set(arena, e, "to", arena_printf(arena, "%d-%02d-28", month > 6 ? 2021 : 2022, month + 1));
            set(arena, e, "label", labels[(i + k) % 12]);
        }
    }
    check(draw(arena, node, 730000, 480000), "planner");
    arena_free(arena);
}

static void random_charts(void **state) {
    (void)state;
    srand(11);
    for (int round = 0; round < 1500; round++) {
        Arena *arena = arena_new();
        Node *node = chart(arena, kinds[rand() % 9], rand() % 3 ? NULL : rand() % 2 ? "%" : "EUR");
        if (rand() % 3 == 0) set(arena, node, "orientation", rand() % 2 ? "vertical" : "horizontal");
        for (int s = rand() % 4; s >= 0; s--) {
            Node *series = element(arena, node, "series", TAG_SERIES);
            set(arena, series, "label", labels[rand() % 12]);
            for (int i = rand() % 13; i > 0; i--) {
                point(arena, series, labels[rand() % 12], values[rand() % 12], rand() % 4 ? NULL : values[rand() % 12]);
                if (rand() % 3 == 0) set(arena, series->last, "kind", rand() % 2 ? "total" : "minus");
            }
        }
        char name[40];
        snprintf(name, sizeof name, "random-%d-%s", round, node_get(node, "kind"));
        check(draw(arena, node, 180000 + rand() % 300000, 100000 + rand() % 600000), name);
        arena_free(arena);
    }
}

static void random_organisations(void **state) {
    (void)state;
    srand(5);
    for (int round = 0; round < 600; round++) {
        Arena *arena = arena_new();
        bool tree = rand() % 2;
        Node *node = tree ? element(arena, NULL, "tree", TAG_TREE) : element(arena, NULL, "orgchart", TAG_ORGCHART);
        int n = rand() % 25;
        for (int i = 0; i < n; i++) { /* rings and unknown parents among them */
            Node *u = element(arena, node, "unit", TAG_UNIT);
            set(arena, u, "id", arena_printf(arena, "u%d", i));
            set(arena, u, "label", labels[rand() % 12]);
            if (rand() % 8) set(arena, u, "parent", arena_printf(arena, "u%d", rand() % (n + 1)));
        }
        char name[40];
        snprintf(name, sizeof name, "units-%d", round);
        check(draw(arena, node, 200000 + rand() % 300000, 500000), name);
        arena_free(arena);
    }
}

static Node *unit(Arena *arena, Node *parent, const char *label, const char *text) {
    Node *u = element(arena, parent, "unit", TAG_UNIT);
    set(arena, u, "label", label);
    if (text) set(arena, u, "text", text);
    return u;
}

/* Layers and pathways of any size: empty ones, ten steps, twenty choices. */
static void random_schemes(void **state) {
    (void)state;
    srand(21);
    for (int round = 0; round < 500; round++) {
        Arena *arena = arena_new();
        bool path = rand() % 2;
        Node *node = path ? element(arena, NULL, "pathway", TAG_PATHWAY) : element(arena, NULL, "levels", TAG_LEVELS);
        if (path && rand() % 2) {
            Node *stages = element(arena, node, "unit", TAG_UNIT);
            set(arena, stages, "kind", "stages");
            for (int i = rand() % 6; i > 0; i--) unit(arena, stages, labels[rand() % 12], NULL);
        }
        for (int lane = rand() % 4; lane > 0; lane--) {
            Node *u = unit(arena, node, labels[rand() % 12], rand() % 2 ? labels[rand() % 12] : NULL);
            for (int i = rand() % 10; i > 0; i--) {
                Node *step = unit(arena, u, labels[rand() % 12], rand() % 3 ? NULL : labels[rand() % 12]);
                for (int k = path && rand() % 3 == 0 ? rand() % 20 : 0; k > 0; k--) unit(arena, step, labels[rand() % 12], NULL);
            }
        }
        char name[40];
        snprintf(name, sizeof name, "schemes-%d", round);
        check(draw(arena, node, 400000 + rand() % 300000, 500000), name);
        arena_free(arena);
    }
}

/* Deep and broad at once: still quick, still within its width. */
static void large_organisation(void **state) {
    (void)state;
    Arena *arena = arena_new();
    Node *node = element(arena, NULL, "orgchart", TAG_ORGCHART), *at = node;
    for (int i = 0; i < 60; i++) set(arena, at = element(arena, at, "unit", TAG_UNIT), "label", "Diep");
    for (int i = 0; i < 300; i++) set(arena, element(arena, node->first, "unit", TAG_UNIT), "label", "Breed");
    Fragment *f = draw(arena, node, 450000, 600000);
    for (int i = 0; i < f->count; i++) assert_true(f->items[i].x >= -1500);
    arena_free(arena);
}

static void random_planners(void **state) {
    static const char *const dates[] = {"2021-08", "2021-09-01", "2022-02-30", "2022-07-31", "1999-01-01", "2040-12-31", "x", "", "2022-01-15", "2021-11"};
    (void)state;
    srand(9);
    for (int round = 0; round < 400; round++) {
        Arena *arena = arena_new();
        Node *node = element(arena, NULL, "planner", TAG_PLANNER);
        set(arena, node, "start", dates[rand() % 10]);
        set(arena, node, "months", values[rand() % 12]);
        for (int i = rand() % 10; i > 0; i--) {
            Node *a = element(arena, node, "activity", TAG_ACTIVITY);
            set(arena, a, "label", labels[rand() % 12]);
            if (rand() % 2) set(arena, a, "group", labels[rand() % 3]);
            for (int k = rand() % 7; k > 0; k--) {
                Node *e = element(arena, a, "event", TAG_EVENT);
                set(arena, e, "from", dates[rand() % 10]);
                if (rand() % 2) set(arena, e, "to", dates[rand() % 10]);
                set(arena, e, "label", labels[rand() % 12]);
            }
        }
        char name[40];
        snprintf(name, sizeof name, "planner-%d", round);
        check(draw(arena, node, 400000 + rand() % 400000, 500000), name);
        arena_free(arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_of_each), cmocka_unit_test(years_apart), cmocka_unit_test(organisation), cmocka_unit_test(themes),
        cmocka_unit_test(planner), cmocka_unit_test(random_charts), cmocka_unit_test(random_organisations), cmocka_unit_test(large_organisation), cmocka_unit_test(random_planners), cmocka_unit_test(random_schemes),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
