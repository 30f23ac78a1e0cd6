/* What stands together and what may part at the end of a page: lines, floats, tables, spans, columns. */
#include "unit/layout_case.h"

/* Lowest baseline of running text on a page. */
static Length foot_of(const Page *page) {
    Length low = 0;
    for (int i = 0; i < page->content->count; i++) {
        const Item *item = &page->content->items[i];
        if (item->kind == ITEM_GLYPHS && item->element && item->y > low) low = item->y;
    }
    return low;
}

/* A paragraph that goes on below a float: however much room the float leaves, not with one line of it. */
static void no_line_below_float(void **state) {
    (void)state;
    for (int n = 15; n < 45; n++) {
        Buffer b = {0}, audit = {0};
        buffer_puts(&b, "<part>");
        repeat_text(&b, "<para>Vooraf ", ".</para>", 29);
        buffer_puts(&b, "<figure label=\"Figuur\" placement=\"float\" keep=\"yes\"><table><column/><body>");
        repeat_text(&b, "<row><cell>Rij ", "</cell></row>", n);
        buffer_puts(&b, "</body></table><caption>Bijschrift</caption></figure><para>");
        repeat_text(&b, "De ", " studenten van onze partners liepen stage op een school in de buurt. ", 14);
        buffer_puts(&b, "</para></part>");
        Case c = case_of(b.data, "bos");
        if (layout_audit(c.pages, &audit)) fail_msg("%d: %s", n, audit.data);
        buffer_free(&audit);
        buffer_free(&b);
        close_case(&c);
    }
}

/* However many paragraphs: a part never ends in a page with one or two lines. */
static void no_lonely_lines(void **state) {
    (void)state;
    for (int n = 20; n < 60; n++) {
        Buffer b = {0};
        buffer_puts(&b, "<part>");
        repeat_text(&b, "<para>Alinea ", ".</para>", n);
        buffer_puts(&b, "</part>");
        Case c = case_of(b.data, "bos");
        if (c.pages->count > 1) assert_true(foot_of(&c.pages->pages[c.pages->count - 1]) > 85 * POINT + 2 * 21 * POINT);
        Buffer audit = {0};
        if (layout_audit(c.pages, &audit)) fail_msg("%d: %s", n, audit.data);
        buffer_free(&audit);
        buffer_free(&b);
        close_case(&c);
    }
}

/* A table that asks to stay whole breaks all the same when the style will not leave so much of a page empty. */
static void table_fills_gap(void **state) {
    (void)state;
    for (int lines = 5; lines < 30; lines += 6) {
        Buffer b = {0};
        buffer_puts(&b, "<part>");
        repeat_text(&b, "<para>Alinea ", ".</para>", lines);
        buffer_puts(&b, "<figure keep=\"yes\" label=\"Figuur 1\"><table><column/><head><row><cell>Kop</cell></row></head><body>");
        repeat_text(&b, "<row><cell>Rij ", "</cell></row>", 30);
        buffer_puts(&b, "</body></table><caption>Tabel</caption></figure></part>");
        Case c = case_of(b.data, "bos");
        bool begins = page_says(&c.pages->pages[0], "Kop");
        assert_int_equal(begins, lines < 29); /* else a gap of more than a quarter */
        if (begins && c.pages->count > 1) assert_true(page_says(&c.pages->pages[1], "(vervolg)"));
        buffer_free(&b);
        close_case(&c);
    }
}

/* Contents just too long for a page are set a little tighter. */
static void contents_on_one_page(void **state) {
    (void)state;
    Buffer b = {0};
    buffer_puts(&b, "<part master=\"contents\"><heading level=\"1\" toc=\"no\">Inhoud</heading><toc/></part><part>");
    repeat_text(&b, "<heading level=\"2\">Kop ", "</heading><para>Tekst.</para>", 48);
    buffer_puts(&b, "</part>");
    Case c = case_of(b.data, "bos");
    assert_true(page_says(&c.pages->pages[0], "Kop 47"));
    int links = 0;
    for (int i = 0; i < c.pages->pages[0].content->count; i++) links += c.pages->pages[0].content->items[i].kind == ITEM_LINK;
    assert_int_equal(links, 48); /* one an entry: number, title and page are one link */
    buffer_free(&b);
    close_case(&c);
}

/* The columns of a page master end alike, with their notes in their own width. */
static void balanced_master(void **state) {
    (void)state;
    Buffer b = {0};
    buffer_puts(&b, "<part master=\"columns\"><para>Begin<footnote>Een noot die niet breder is dan de kolom waarin zij onderaan staat, ook niet als zij langer is.</footnote>.</para>");
    repeat_text(&b, "<para>Alinea ", ".</para>", 23);
    buffer_puts(&b, "</part>");
    Case c = case_of(b.data, "bos");
    assert_int_equal(c.pages->count, 1);
    Length low[2] = {0, 0};
    for (int i = 0; i < c.pages->pages[0].content->count; i++) {
        const Item *item = &c.pages->pages[0].content->items[i];
        if (item->kind != ITEM_GLYPHS || !item->element || !strstr(item->as.glyphs->text, "Alinea")) continue;
        int column = item->x > 250 * POINT;
        if (item->y > low[column]) low[column] = item->y;
    }
    assert_true(low[0] > 0 && low[1] > 0 && abs(low[0] - low[1]) < 60 * POINT);
    Buffer audit = {0};
    if (layout_audit(c.pages, &audit)) fail_msg("%s", audit.data);
    buffer_free(&audit);
    buffer_free(&b);
    close_case(&c);
}

/* Sums so far close a page and open the next; they are exact, and an unknown number stays one. */
static void carried_sums(void **state) {
    (void)state;
    Buffer b = {0};
    buffer_puts(&b, "<part><table><column/><column align=\"decimal\" carry=\"yes\"/><head><row><cell>Post</cell><cell>Euro</cell></row></head><body>");
    repeat_text(&b, "<row><cell>Post ", "</cell><cell>€ 1.000,10</cell></row>", 30);
    buffer_puts(&b, "<row><cell>Onbekend</cell><cell>?</cell></row>");
    repeat_text(&b, "<row><cell>Nog ", "</cell><cell>0,90</cell></row>", 60);
    buffer_puts(&b, "</body></table></part>");
    Case c = case_of(b.data, "bos");
    assert_true(c.pages->count >= 2);
    assert_true(page_says(&c.pages->pages[0], "Transporteren") && page_says(&c.pages->pages[1], "Transport"));
    Buffer pages = {0};
    pages_dump(&pages, c.pages);
    const char *sum = strstr(pages.data, "30.0"); /* 30 × 1.000,10 = 30.003,00, and so many times 0,90 */
    assert_non_null(sum);
    assert_non_null(strstr(sum, "+ ?"));
    Buffer audit = {0};
    if (layout_audit(c.pages, &audit)) fail_msg("%s", audit.data);
    buffer_free(&audit);
    buffer_free(&pages);
    buffer_free(&b);
    close_case(&c);
}

/* A cell over many rows stands again on the page where its rows go on, as an artifact; its fill ends with the page. */
static void broken_span(void **state) {
    (void)state;
    Buffer b = {0};
    buffer_puts(&b, "<part><table><column/><column/><head><row><cell>Bestuur</cell><cell>School</cell></row></head><body><row><cell rowspan=\"60\" fill=\"#eeeeee\">Het bestuur</cell><cell>School</cell></row>");
    repeat_text(&b, "<row><cell>School ", "</cell></row>", 59);
    buffer_puts(&b, "</body></table></part>");
    Case c = case_of(b.data, "bos");
    assert_int_equal(c.pages->count, 2);
    assert_true(page_says(&c.pages->pages[0], "Het bestuur") && page_says(&c.pages->pages[1], "Het bestuur"));
    for (int p = 0; p < 2; p++)
        for (int i = 0; i < c.pages->pages[p].content->count; i++) {
            const Item *item = &c.pages->pages[p].content->items[i];
            if (item->kind == ITEM_RECT) assert_true(item->y + item->height < 780 * POINT);
            if (item->kind == ITEM_GLYPHS && p && strstr(item->as.glyphs->text, "Het bestuur")) assert_null(item->element);
        }
    buffer_free(&b);
    close_case(&c);
}

/* How often the pages tell this line: not as something repeated, and not as the head of a longer number. */
static int told(const Pages *pages, const char *text) {
    int n = 0;
    for (int p = 0; p < pages->count; p++)
        for (int i = 0; i < pages->pages[p].content->count; i++) {
            const Item *item = &pages->pages[p].content->items[i];
            if (item->kind != ITEM_GLYPHS || !item->element) continue;
            const char *at = strstr(item->as.glyphs->text, text);
            n += at && (at[strlen(text)] < '0' || at[strlen(text)] > '9');
        }
    return n;
}

/* Cells over rows that pages break in, beside a row that is higher than a page, with notes or without: every line is told
 * once, nothing lies over anything and nothing leaves its page. */
static void broken_spans(void **state) {
    (void)state;
    for (int n = 2; n < 130; n += 9) {
        Buffer b = {0};
        buffer_puts(&b, "<part><para>Vooraf.</para><table><column/><column/><column/><head><row><cell>Een</cell><cell>Twee</cell><cell>Drie</cell></row></head><body>"
                        "<row><cell>a</cell><cell rowspan=\"3\">");
        repeat_text(&b, n % 2 ? "<para>regel<footnote>Over de noot.</footnote> " : "<para>regel ", "</para>", n);
        buffer_puts(&b, "</cell><cell>b</cell></row><row><cell rowspan=\"2\">");
        repeat_text(&b, "<para>lijn ", "</para>", 130 - n);
        buffer_puts(&b, "</cell><cell>");
        repeat_text(&b, "<para>streep ", "</para>", 90);
        buffer_puts(&b, "</cell></row><row><cell>c</cell></row><row><cell>d</cell><cell>e</cell><cell>f</cell></row></body></table></part>");
        Case c = case_of(b.data, n % 3 ? "bos" : "marge");
        Buffer audit = {0};
        if (layout_audit(c.pages, &audit)) fail_msg("%d: %s", n, audit.data);
        for (int i = 0; i < 130; i++) {
            char text[40];
            snprintf(text, sizeof text, "regel %d", i);
            if (n % 2 == 0) assert_int_equal(told(c.pages, text), i < n); /* else a note stands within it */
            snprintf(text, sizeof text, "lijn %d", i);
            assert_int_equal(told(c.pages, text), i < 130 - n);
            snprintf(text, sizeof text, "streep %d", i);
            assert_int_equal(told(c.pages, text), i < 90);
        }
        assert_true(c.pages->count < 9);
        buffer_free(&audit);
        buffer_free(&b);
        close_case(&c);
    }
}

/* Columns side by side that go on on the next page: each word that a line end divides is one element, in both. */
static void words_in_columns(void **state) {
    (void)state;
    static const char TEXT[] = "verantwoordelijkheidsverdeling onderwijsontwikkeling werkplekbegeleider professionaliseringsactiviteiten ";
    Buffer b = {0};
    buffer_puts(&b, "<part><beside><side><para>");
    for (int i = 0; i < 60; i++) buffer_puts(&b, TEXT);
    buffer_puts(&b, "</para></side><side><para>");
    for (int i = 0; i < 60; i++) buffer_puts(&b, TEXT);
    buffer_puts(&b, "</para></side></beside></part>");
    Case c = case_of(b.data, "bos");
    int divided = 0;
    assert_true(c.pages->count > 1);
    for (int p = 0; p < c.pages->count; p++)
        for (int i = 0; i < c.pages->pages[p].content->count; i++) {
            const Item *item = &c.pages->pages[p].content->items[i];
            const GlyphRun *run = item->kind == ITEM_GLYPHS && item->element ? item->as.glyphs : NULL;
            if (!run || run->text_size < 2 || memcmp(run->text + run->text_size - 2, "\xC2\xAD", 2)) continue;
            assert_int_equal(item->element->role, ROLE_SPAN);
            assert_non_null(item->element->actual);
            divided++;
        }
    assert_true(divided > 40);
    buffer_free(&b);
    close_case(&c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_line_below_float), cmocka_unit_test(no_lonely_lines), cmocka_unit_test(table_fills_gap),
        cmocka_unit_test(contents_on_one_page), cmocka_unit_test(balanced_master), cmocka_unit_test(carried_sums),
        cmocka_unit_test(broken_span), cmocka_unit_test(broken_spans), cmocka_unit_test(words_in_columns),
    };
    return cmocka_run_group_tests_name("pages", tests, set_up, tear_down);
}
