/* Documents made at random, always the same for the same seed: for the unit test and the fuzzer of layout. */
#ifndef TESTS_RANDOM_DOCUMENT_H
#define TESTS_RANDOM_DOCUMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"

static uint32_t random_seed;
static bool random_tame; /* what a report might hold: nothing in pages should be to object to; else anything in anything */

static unsigned dice(unsigned sides) {
    random_seed = random_seed * 1664525u + 1013904223u;
    return (random_seed >> 16) % sides;
}

#define PICK(list) ((list)[dice(sizeof(list) / sizeof *(list))])

static void random_words(Buffer *b, unsigned n) {
    static const char *const WORDS[] = {"de ", "opleidingsschool ", "begeleidt ", "studenten, ", "H<sub>2</sub>O ", "<em>vast</em> ", "€&#160;955 ",
                                        "Verantwoordelijkheidsgevoel ", "noot<footnote>Over de noot.</footnote> ", "https://example.org/een/lang/pad/zonder/eind ",
                                        "x<br/>y ", "<strong>ja</strong> ", "8 uur ", "<sc>bos</sc> ", "<span lang=\"en\">responsibility</span> ", "p. 3 ", "leer&#173;werk&#173;plek "};
    for (unsigned i = 0; i < n; i++) buffer_puts(b, PICK(WORDS));
}

static void random_blocks(Buffer *b, int depth, unsigned n);

static void random_table(Buffer *b, int depth) {
    unsigned columns = 1 + dice(random_tame ? 5 : 7), rows = dice(30), last = 0;
    buffer_puts(b, dice(4) ? "<table>" : "<table style=\"matrix\">");
    for (unsigned c = 0; c < columns; c++)
        buffer_printf(b, "<column align=\"%s\"%s/>", PICK(((const char *const[]){"left", "right", "decimal", "center"})), dice(8) ? "" : " carry=\"yes\"");
    buffer_puts(b, dice(4) ? "<head><row><cell>Kop</cell></row></head>" : "<head><row><cell>Kop</cell><cell rotate=\"90\">Gedraaid</cell></row></head>");
    buffer_puts(b, dice(2) ? "<body group=\"Groep\">" : "<body>");
    for (unsigned r = 0; r < rows; r++) {
        buffer_puts(b, dice(9) ? dice(12) ? "<row>" : "<row changed=\"yes\">" : "<row role=\"subtotal\">");
        for (unsigned c = 0; c < columns; c++) {
            buffer_printf(b, "<cell colspan=\"%u\" rowspan=\"%u\">", dice(12) ? 1 : 2, dice(12) ? 1 : dice(9) + 1);
            if (depth < 3 && !dice(12)) random_blocks(b, random_tame ? 9 : depth + 2, 2);
            else if (dice(3)) random_words(b, dice(4));
            else buffer_printf(b, "%u,%02u", dice(90000), dice(100));
            buffer_puts(b, "</cell>");
        }
        buffer_puts(b, "</row>");
        last = r;
    }
    buffer_puts(b, last ? "</body><foot><row><cell>Totaal</cell></row></foot></table>" : "</body></table>");
}

static void random_chart(Buffer *b) {
    static const char *const KINDS[] = {"pie", "ring", "bars", "columns", "stacked", "bullet", "waterfall", "line", "multiples"};
    static const char *const LABELS[] = {"FLOT", "Eindhoven School of Education", "verantwoordelijkhedenoverzicht", "", "2020-2021", "Een label van ruim veertig tekens, met spaties"};
    buffer_printf(b, "<chart kind=\"%s\" unit=\"%s\" orientation=\"%s\">", PICK(KINDS), dice(2) ? "%" : "EUR", dice(2) ? "vertical" : "horizontal");
    for (unsigned s = 1 + dice(3); s; s--) {
        buffer_printf(b, "<series label=\"%s\">", PICK(LABELS));
        for (unsigned i = dice(9); i; i--) {
            buffer_printf(b, "<point label=\"%s\" ", PICK(LABELS));
            if (dice(8)) buffer_printf(b, "value=\"%s%u\" ", dice(7) ? "" : "-", dice(6) ? dice(200) : dice(60000) * 900);
            buffer_puts(b, dice(5) ? "/>" : "target=\"40\"/>");
        }
        buffer_puts(b, "</series>");
    }
    buffer_puts(b, "</chart>");
}

static void random_diagram(Buffer *b) {
    const char *tag = dice(2) ? "orgchart" : "tree";
    if (!dice(3)) {
        buffer_puts(b, "<planner start=\"2021-08\" months=\"12\">");
        for (unsigned i = 1 + dice(6); i; i--)
            buffer_printf(b, "<activity label=\"Overleg\" group=\"Groep %u\"><event from=\"2021-%02u-10\" to=\"2022-%02u-20\" label=\"Bijeenkomst met een naam\"/></activity>", dice(2), 9 + dice(4), 1 + dice(7));
        buffer_puts(b, "</planner>");
        return;
    }
    buffer_printf(b, "<%s>", tag);
    for (unsigned i = 0, n = 1 + dice(9); i < n; i++) {
        buffer_printf(b, "<unit id=\"u%u\" label=\"Instituutsopleider\"", i);
        if (i) buffer_printf(b, " parent=\"u%u\"", dice(i));
        buffer_puts(b, "/>");
    }
    buffer_printf(b, "</%s>", tag);
}

static void random_figure(Buffer *b, int depth) {
    buffer_printf(b, "<figure label=\"Figuur\" placement=\"%s\" keep=\"%s\">", dice(2) ? "float" : "here", dice(2) ? "yes" : "no");
    switch (dice(3)) {
    case 0: random_chart(b); break;
    case 1: random_diagram(b); break;
    default: random_table(b, depth);
    }
    buffer_puts(b, "<caption>Bijschrift</caption>");
    buffer_puts(b, dice(2) ? "<note mark=\"*\">Noot</note></figure>" : "</figure>");
}

static void random_wrapped(Buffer *b, const char *open, const char *close, int depth, unsigned n) {
    buffer_puts(b, open);
    random_blocks(b, depth + 1, n);
    buffer_puts(b, close);
}

static void random_block(Buffer *b, int depth) {
    static const unsigned PLAIN[] = {0, 1, 2, 3, 4}, NARROW[] = {0, 1, 3}; /* blocks for within blocks, and for cells */
    unsigned kind = dice(depth > 3 ? 4 : 18);
    if (random_tame && depth > 0) kind = depth > 3 ? PICK(NARROW) : PICK(PLAIN);
    switch (kind) {
    case 0: case 1: buffer_puts(b, dice(8) ? "<para>" : "<para changed=\"yes\">"); random_words(b, dice(90)); buffer_puts(b, "</para>"); break;
    case 2: buffer_printf(b, "<heading level=\"%u\">Kop ", dice(6) + 1); random_words(b, dice(3)); buffer_puts(b, "</heading><para>Tekst.</para>"); break;
    case 3: buffer_puts(b, "<para style=\"lead\">"); random_words(b, dice(30)); buffer_puts(b, "</para>"); break;
    case 4: random_wrapped(b, dice(2) ? "<list><item>" : "<list kind=\"number\"><item>", "</item><item>tweede</item></list>", depth, 2); break;
    case 5: random_wrapped(b, "<box style=\"note\" title=\"Kader\">", "</box>", depth, 3); break;
    case 6: case 7: random_table(b, depth); break;
    case 8: random_wrapped(b, dice(2) ? "<columns count=\"3\">" : "<columns count=\"2\">", "</columns>", depth, 3); break;
    case 9: random_wrapped(b, dice(2) ? "<beside rule=\"yes\"><side>" : "<beside ratio=\"2:1:1\"><side>", "</side><side><para>midden</para></side><side><para>rechts</para></side></beside>", depth, 2); break;
    case 10: case 11: random_figure(b, depth); break;
    case 12: buffer_puts(b, dice(3) ? dice(4) || random_tame ? "<space size=\"90pt\"/>" : "<space size=\"900pt\"/>" : dice(3) ? "<pagebreak/>" : "<pagebreak to=\"recto\"/>"); break;
    case 13: random_wrapped(b, "<quote>", "</quote>", depth, 2); break;
    case 14: buffer_puts(b, "<keyfigures><keyfigure text=\"246\" label=\"studenten in het partnerschap\"/><keyfigure text=\"€ 208.862,40\" label=\"reserve\"/><keyfigure text=\"?\" label=\"onbekend\"/></keyfigures>"); break;
    case 15: buffer_puts(b, "<para><field kind=\"check\" name=\"a\" tooltip=\"t\"/> keuze <field kind=\"text\" name=\"b\" tooltip=\"t\" width=\"120pt\"/></para>"); break;
    case 16: buffer_puts(b, "<rule/>"); break;
    default: random_wrapped(b, dice(2) ? "<definitions style=\"columns\"><entry><term>Term</term><definition>" : "<definitions><entry><term>Term</term><definition>", "</definition></entry></definitions>", depth, 1); break;
    }
}

static void random_blocks(Buffer *b, int depth, unsigned n) { for (unsigned i = 0; i < n; i++) random_block(b, depth); }

/* A whole document with that seed; the caller frees. */
static void random_document(Buffer *b, uint32_t seed) {
    static const char *const MASTERS[] = {"body", "body", "body", "landscape", "cards", "columns"};
    random_seed = seed * 7919;
    buffer_printf(b, "<document xmlns=\"urn:nl:jaarverslag:document\" title=\"t\" lang=\"nl\"%s>", dice(4) ? "" : " line-numbers=\"page\"");
    if (!dice(3)) buffer_puts(b, "<part master=\"contents\"><heading level=\"1\" toc=\"no\">Inhoud</heading><toc depth=\"3\"/></part>");
    for (unsigned parts = 1 + dice(2); parts; parts--) {
        buffer_printf(b, "<part master=\"%s\">", MASTERS[dice(random_tame ? 5 : 6)]);
        random_blocks(b, 0, 12);
        buffer_puts(b, "</part>");
    }
    buffer_puts(b, "</document>");
}

#endif
