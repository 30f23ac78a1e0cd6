/* Layout: golden page dumps of handmade documents, the audit over them, and documents made at random. */
#include "random_document.h"
#include "unit/layout_case.h"

/* Other builds of the fonts than those of the catalogue, for which the golden files hold, have advances of their own. */
static bool fonts_of_catalogue(const Pages *pages) {
    for (int i = 0; i < pages->count; i++)
        for (int k = 0; k < pages->pages[i].content->count; k++) {
            const Item *item = &pages->pages[i].content->items[k];
            if (item->kind == ITEM_GLYPHS && !face_known(item->as.glyphs->face)) return false;
        }
    return true;
}

/* Reads a position ("72.5") in tenths; false when there is none at *p. */
static bool position(const char **p, long *tenths) {
    const char *q = *p + (**p == '-');
    size_t whole = strspn(q, "0123456789");
    if (!whole || q[whole] != '.' || !q[whole + 1] || !strchr("0123456789", q[whole + 1])) return false;
    *tenths = (strtol(q, NULL, 10) * 10 + q[whole + 1] - '0') * (**p == '-' ? -1 : 1);
    *p = q + whole + 2;
    return true;
}

/* The same lines of the same words; positions may be half a point apart. */
static bool nearly(const char *a, const char *b) {
    bool words = false;
    while (*a && *b) {
        long here, there;
        const char *x = a, *y = b;
        if (!words && position(&x, &here) && position(&y, &there)) {
            if (labs(here - there) > 5) return false;
            a = x, b = y;
            continue;
        }
        if (*a != *b++) return false;
        if (*a == '"') words = !words;
        if (*a++ == '\n') words = false;
    }
    return !*a && !*b;
}

static void compare(const char *name, const char *ending, const Buffer *got, bool exact) {
    char path[600];
    snprintf(path, sizeof path, GOLDEN "%s.%s", name, ending);
    if (getenv("UPDATE") && exact) assert_int_equal(file_write(path, got->data, got->size), 0);
    Buffer expected = {0};
    if (file_read(path, 64 << 20, &expected)) fail_msg("%s is missing: UPDATE=1 makes it", path);
    bool same = expected.size == got->size && !memcmp(expected.data, got->data, got->size);
    if (!same && (exact || !nearly(expected.data, got->data))) {
        size_t i = 0, line = 1;
        while (i < expected.size && i < got->size && expected.data[i] == got->data[i]) line += got->data[i++] == '\n';
        fail_msg("%s differs in line %zu; UPDATE=1 makes it anew, with the fonts of the catalogue", path, line);
    }
    buffer_free(&expected);
}

static void golden(const char *name, int pages_at_least) {
    char path[600];
    snprintf(path, sizeof path, GOLDEN "%s.xml", name);
    Case c = open_case(path, NULL, (LayoutOptions){0});
    Buffer pages = {0}, structure = {0}, audit = {0};
    pages_dump(&pages, c.pages);
    structure_dump(&structure, c.pages);
    compare(name, "pages", &pages, fonts_of_catalogue(c.pages));
    compare(name, "structure", &structure, true);
    int objections = layout_audit(c.pages, &audit);
    if (objections) fail_msg("%s: %s", name, audit.data);
    assert_true(c.pages->count >= pages_at_least);
    assert_int_equal(diagnostics_count(c.diagnostics, SEVERITY_WARNING), 0);
    buffer_free(&pages);
    buffer_free(&structure);
    buffer_free(&audit);
    close_case(&c);
}

static void golden_text(void **state) { (void)state; golden("text", 3); }
static void golden_table(void **state) { (void)state; golden("table", 1); }
static void golden_break(void **state) { (void)state; golden("break", 5); }
static void golden_pages(void **state) { (void)state; golden("pages", 4); }

static void golden_cards(void **state) { (void)state; golden("cards", 3); }
static void golden_columns(void **state) { (void)state; golden("columns", 1); } /* a break within; the rest balanced */
static void golden_review(void **state) { (void)state; golden("review", 3); }

static void near_is_not_anything(void **state) {
    (void)state;
    assert_true(nearly("  glyphs 90.7,-12.0 P w 4.5 \"a 1.5\"\n", "  glyphs 90.9,-11.5 P w 4.0 \"a 1.5\"\n"));
    assert_false(nearly("  glyphs 90.7,12.0\n", "  glyphs 90.7,12.6\n"));
    assert_false(nearly("  rect 90.7 #0b5563\n", "  rect 90.7 #0b5564\n"));
    assert_false(nearly("  w 4.5 \"a 1.5\"\n", "  w 4.5 \"a 1.6\"\n"));
    assert_false(nearly("  w 4.5\n", "  w 4.5\n  w 4.5\n"));
}

static void repeats(void **state) {
    (void)state;
    Case c = open_case(GOLDEN "break.xml", NULL, (LayoutOptions){0});
    const Page *second = &c.pages->pages[1];
    assert_true(page_says(&c.pages->pages[0], "School") && page_says(second, "School"));
    assert_true(page_says(second, "(vervolg)"));
    for (int i = 0; i < second->content->count; i++) {
        const Item *item = &second->content->items[i];
        if (item->kind == ITEM_GLYPHS && strstr(item->as.glyphs->text, "(vervolg)")) assert_null(item->element);
    }
    close_case(&c);
}

/* Rectangles of a width on a page: bars beside changed passages are 1.5 pt wide. */
static int bars(const Page *page, Length width) {
    int n = 0;
    for (int i = 0; i < page->content->count; i++)
        n += page->content->items[i].kind == ITEM_RECT && page->content->items[i].width == width && page->content->items[i].height > width;
    return n;
}

static void review_marks(void **state) {
    (void)state;
    Case c = open_case(GOLDEN "review.xml", "bos", (LayoutOptions){0});
    assert_int_equal(bars(&c.pages->pages[0], 3 * POINT / 2), 6);
    assert_true(page_says(&c.pages->pages[0], "15"));
    assert_false(page_says(&c.pages->pages[1], "5"));   /* a part that asks for no numbers */
    assert_true(page_says(&c.pages->pages[2], "5"));    /* they begin anew on the page */
    close_case(&c);
}

static void landscape_between(void **state) {
    (void)state;
    Case c = open_case(GOLDEN "pages.xml", NULL, (LayoutOptions){0});
    assert_true(c.pages->pages[0].width < c.pages->pages[0].height);
    assert_true(c.pages->pages[1].width > c.pages->pages[1].height);
    assert_true(c.pages->pages[2].width < c.pages->pages[2].height);
    assert_string_equal(c.pages->pages[c.pages->count - 1].label, "B1-1");
    close_case(&c);
}

static void draft(void **state) {
    (void)state;
    Case c = open_case(GOLDEN "text.xml", NULL, (LayoutOptions){.draft = true, .line_numbers = true});
    assert_true(page_says(&c.pages->pages[0], "CONCEPT"));
    close_case(&c);
}

/* A word behind the pages of one part, however long, stays on the page. */
static void marked_part(void **state) {
    (void)state;
    static const char XML[] = "<document xmlns='urn:nl:jaarverslag:document' title='t' lang='nl' style='bos'><part mark='KLAD'><para>een</para></part>"
                              "<part><para>twee</para></part><part mark='ALLEEN VOOR DE LEDEN VAN DE STUURGROEP'><para>drie</para></part></document>";
    char path[] = "/tmp/mark-XXXXXX";
    int fd = mkstemp(path);
    assert_int_equal(write(fd, XML, sizeof XML - 1), sizeof XML - 1);
    close(fd);
    Case c = open_case(path, NULL, (LayoutOptions){0});
    assert_true(page_says(&c.pages->pages[0], "KLAD"));
    assert_int_equal(c.pages->count, 3);
    const Page *page = &c.pages->pages[2];
    int marks = 0;
    for (int p = 0; p < 3; p++)
        for (int i = 0; i < c.pages->pages[p].content->count; i++) {
            const Item *item = &c.pages->pages[p].content->items[i];
            if (item->kind != ITEM_GLYPHS || item->angle != 45) continue;
            assert_int_not_equal(p, 1);
            assert_true(item->x > 0 && item->x + item->width * 7 / 10 < page->width && item->y < page->height && item->y - item->width * 7 / 10 > 0);
            marks++;
        }
    assert_true(marks >= 2);
    close_case(&c);
    unlink(path);
}

static void same_again(void **state) {
    (void)state;
    Buffer first = {0}, second = {0};
    for (int i = 0; i < 2; i++) {
        Case c = open_case(GOLDEN "pages.xml", "bos", (LayoutOptions){0});
        pages_dump(i ? &second : &first, c.pages);
        close_case(&c);
    }
    assert_int_equal(first.size, second.size);
    assert_memory_equal(first.data, second.data, first.size);
    buffer_free(&first);
    buffer_free(&second);
}

/* ---- documents at random ---- */

/* Whatever the document: it ends, on pages that hold what is on them. */
static void at_random(void **state) {
    (void)state;
    char path[] = "/tmp/layout-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    for (uint32_t round = 1; round <= 60; round++) {
        Buffer b = {0};
        random_document(&b, round);
        assert_int_equal(file_write(path, b.data, b.size), 0);
        Case c = open_case(path, round % 2 ? "bos" : "marge", (LayoutOptions){.draft = round % 5 == 0});
        Buffer audit = {0};
        layout_audit(c.pages, &audit);
        assert_true(c.pages->count > 0 && c.pages->count < 500);
        buffer_free(&audit);
        buffer_free(&b);
        close_case(&c);
    }
    remove(path);
}

/* Rounds of the fuzzer that found tables broken within cells over rows, or notes under them, with text over text; and key figures of the
 * margin on a landscape page. */
static void found_at_random(void **state) {
    static const uint32_t ROUNDS[] = {214, 613, 1474, 1954, 2053, 2161, 2602, 2713, 2758, 20698, 21664, 23278, 53230};
    (void)state;
    char path[] = "/tmp/layout-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    random_tame = true;
    for (size_t i = 0; i < sizeof ROUNDS / sizeof *ROUNDS; i++) {
        Buffer b = {0}, audit = {0};
        random_document(&b, ROUNDS[i]);
        assert_int_equal(file_write(path, b.data, b.size), 0);
        Case c = open_case(path, ROUNDS[i] % 2 ? "bos" : "marge", (LayoutOptions){.draft = ROUNDS[i] % 5 == 0});
        if (layout_audit(c.pages, &audit)) fail_msg("%u: %s", (unsigned)ROUNDS[i], audit.data);
        buffer_free(&audit);
        buffer_free(&b);
        close_case(&c);
    }
    random_tame = false;
    remove(path);
}

/* A drawing becomes pixels (its library is opened for it); a tab moves to the right-hand margin. */
static void drawing_and_tab(void **state) {
    (void)state;
    char folder[] = "/tmp/layout-XXXXXX", svg[64], document[64];
    static const char SVG[] = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'><rect width='40' height='20' fill='#ff0000'/>"
                              "<path fill-rule='evenodd' d='M2 2h8v8h-8z M4 4h4v4h-4z'/><circle cx='30' cy='10' r='5' stroke='#00ff00'/></svg>";
    static const char SHADED[] = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'><rect width='40' height='20' fill='#ff0000'/><rect x='20' width='9' height='9' opacity='.5'/></svg>";
    char shaded[64];
    static const char XML[] = "<document xmlns='urn:nl:jaarverslag:document' title='t' lang='nl'><part><para>links<tab/>rechts</para>"
                              "<image src='rood.svg' alt='rood'/><image src='half.svg' alt='half'/></part></document>";
    assert_non_null(mkdtemp(folder));
    snprintf(svg, sizeof svg, "%s/rood.svg", folder);
    snprintf(document, sizeof document, "%s/d.xml", folder);
    snprintf(shaded, sizeof shaded, "%s/half.svg", folder);
    assert_int_equal(file_write(svg, SVG, sizeof SVG - 1), 0);
    assert_int_equal(file_write(shaded, SHADED, sizeof SHADED - 1), 0);
    assert_int_equal(file_write(document, XML, sizeof XML - 1), 0);
    pictures = folder;
    Case c = open_case(document, "bos", (LayoutOptions){0});
    pictures = GOLDEN;
    const Fragment *page = c.pages->pages[0].content;
    const Item *image = NULL, *right = NULL;
    int paths = 0, rings = 0;
    for (int i = 0; i < page->count; i++) {
        const Item *item = &page->items[i];
        if (item->kind == ITEM_IMAGE) image = item;
        if (item->kind == ITEM_PATH) paths++, rings += item->as.path.paint.even_odd;
        if (item->kind == ITEM_GLYPHS && item->as.glyphs->text_size == 6 && !memcmp(item->as.glyphs->text, "rechts", 6)) right = item;
    }
    assert_int_equal(paths, 4); /* a plane, a ring, a disc and its outline */
    assert_int_equal(rings, 1);
    assert_non_null(image);     /* what is transparent becomes pixels */
    assert_int_equal(image->as.image->width, 2000);
    assert_memory_equal(image->as.image->pixels, "\xff\0\0", 3);
    assert_non_null(right);
    assert_true(right->x + right->width > c.pages->pages[0].width / 2);
    close_case(&c);
    remove(svg);
    remove(shaded);
    remove(document);
    remove(folder);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(golden_text), cmocka_unit_test(golden_table), cmocka_unit_test(golden_break),
        cmocka_unit_test(golden_pages), cmocka_unit_test(golden_cards), cmocka_unit_test(golden_columns),
        cmocka_unit_test(golden_review), cmocka_unit_test(near_is_not_anything), cmocka_unit_test(repeats),
        cmocka_unit_test(review_marks), cmocka_unit_test(landscape_between), cmocka_unit_test(draft),
        cmocka_unit_test(marked_part), cmocka_unit_test(same_again), cmocka_unit_test(at_random),
        cmocka_unit_test(found_at_random), cmocka_unit_test(drawing_and_tab),
    };
    return cmocka_run_group_tests_name("layout", tests, set_up, tear_down);
}
