/* What must be right before a file may call itself archival and accessible; every fault is reported. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "pdf/parts.h"

/* BCP 47 as far as its shape goes: letters of 2..8, then parts of 1..8 letters or digits. */
static bool language_valid(const char *text) {
    if (!text) return false;
    for (int part = 0;; part++) {
        size_t n = 0;
        while (isalnum((unsigned char)text[n]) && (part || isalpha((unsigned char)text[n]))) n++;
        if (n < (part ? 1 : 2) || n > 8) return false;
        if (!text[n]) return true;
        if (text[n] != '-') return false;
        text += n + 1;
    }
}

static void check_document(Writer *w) {
    const Pages *p = w->pages;
    if (p->count <= 0) writer_report(w, &P118_NO_PAGES, (Place){0}, NULL, NULL);
    if (!p->title || !p->title[0]) writer_report(w, &P103_NO_TITLE, (Place){0}, NULL, NULL);
    if (!language_valid(p->language)) writer_report(w, &P104_NO_LANGUAGE, (Place){0}, p->language ? p->language : "", NULL);
    if (p->date && p->date[0] && !date_valid(p->date)) writer_report(w, &P116_DATE, (Place){0}, p->date, NULL);
    for (int i = 0; i < p->count; i++) {
        const Page *page = &p->pages[i];
        const Length least = 3 * POINT, most = 14400 * POINT;
        if (page->width >= least && page->width <= most && page->height >= least && page->height <= most) continue;
        writer_report(w, &P117_PAGE_SIZE, (Place){0}, arena_printf(w->arena, "%d", i + 1),
                      arena_printf(w->arena, "%d x %d pt", page->width / POINT, page->height / POINT));
    }
}

#define BIT(role) (UINT64_C(1) << (role))
static const uint64_t groups = BIT(ROLE_DOCUMENT) | BIT(ROLE_PART) | BIT(ROLE_SECT) | BIT(ROLE_DIV);

/* May this role stand in that one? Only the containers with rules of their own are bound (PDF/UA-1 7.2, 7.5). */
static bool nests(Role role, Role parent) {
    static const struct { Role role; uint64_t parents; } inner[] = {
        {ROLE_LI, BIT(ROLE_L)}, {ROLE_LBODY, BIT(ROLE_LI)}, {ROLE_TR, BIT(ROLE_TABLE) | BIT(ROLE_THEAD) | BIT(ROLE_TBODY) | BIT(ROLE_TFOOT)},
        {ROLE_TH, BIT(ROLE_TR)}, {ROLE_TD, BIT(ROLE_TR)}, {ROLE_THEAD, BIT(ROLE_TABLE)}, {ROLE_TBODY, BIT(ROLE_TABLE)},
        {ROLE_TFOOT, BIT(ROLE_TABLE)}, {ROLE_TOCI, BIT(ROLE_TOC)}, {ROLE_DOCUMENT, 0}};
    static const struct { Role parent; uint64_t roles; } outer[] = {
        {ROLE_L, BIT(ROLE_L) | BIT(ROLE_LI) | BIT(ROLE_CAPTION)}, {ROLE_LI, BIT(ROLE_LBL) | BIT(ROLE_LBODY)},
        {ROLE_TABLE, BIT(ROLE_TR) | BIT(ROLE_THEAD) | BIT(ROLE_TBODY) | BIT(ROLE_TFOOT) | BIT(ROLE_CAPTION)},
        {ROLE_THEAD, BIT(ROLE_TR)}, {ROLE_TBODY, BIT(ROLE_TR)}, {ROLE_TFOOT, BIT(ROLE_TR)}, {ROLE_TR, BIT(ROLE_TH) | BIT(ROLE_TD)},
        {ROLE_TOC, BIT(ROLE_TOC) | BIT(ROLE_TOCI) | BIT(ROLE_CAPTION)}};
    for (size_t i = 0; i < sizeof inner / sizeof *inner; i++)
        if (inner[i].role == role && !(inner[i].parents & BIT(parent))) return false;
    for (size_t i = 0; i < sizeof outer / sizeof *outer; i++)
        if (outer[i].parent == parent && !(outer[i].roles & BIT(role))) return false;
    return !((groups & BIT(role)) && parent >= ROLE_H1 && parent <= ROLE_P);
}

static void check_element(Writer *w, const Tagged *t, Map *ids) {
    const Element *e = t->element;
    if ((e->role == ROLE_FIGURE) && !(e->alt && e->alt[0]) && !(e->actual && e->actual[0]))
        writer_report(w, &P101_NO_ALT, e->place, "figuur", NULL);
    if (e->lang && !language_valid(e->lang)) writer_report(w, &P104_NO_LANGUAGE, e->place, e->lang, NULL);
    if (e->id && map_put(ids, e->id, (void *)t)) writer_report(w, &P105_DOUBLE_ID, e->place, e->id, NULL);
    if (t->parent && !nests(e->role, t->parent->element->role))
        writer_report(w, &P111_NESTING, e->place, role_name(e->role), role_name(t->parent->element->role));
    for (const Kid *kid = t->first; kid; kid = kid->next)
        if (kid->kind == KID_CONTENT && (e->role == ROLE_L || e->role == ROLE_TABLE || e->role == ROLE_TR || e->role == ROLE_TOC)) {
            writer_report(w, &P111_NESTING, e->place, "tekst", role_name(e->role));
            break;
        }
}

static void check_structure(Writer *w) {
    Map *ids = map_new(w->arena);
    int level = 0;
    for (int i = 0; i < w->structure->count; i++) {
        const Tagged *t = w->structure->all[i];
        check_element(w, t, ids);
        if (t->element->role < ROLE_H1 || t->element->role > ROLE_H6) continue;
        int now = (int)t->element->role - ROLE_H1 + 1;
        if (now > level + 1)
            writer_report(w, &P107_HEADING_LEVEL, t->element->place, arena_printf(w->arena, "%d", level), arena_printf(w->arena, "%d", now));
        level = now;
    }
    for (int i = 0; i < w->structure->count; i++) {
        const Element *e = w->structure->all[i]->element;
        for (const char **h = e->headers; h && *h; h++)
            if (!map_get(ids, *h)) writer_report(w, &P106_HEADER_ID, e->place, *h, NULL);
    }
}

static void check_destinations(Writer *w) {
    for (int i = 0; i < w->pages->count; i++) {
        const Fragment *content = w->pages->pages[i].content;
        for (int k = 0; content && k < content->count; k++) {
            const Item *item = &content->items[k];
            if (item->kind != ITEM_LINK || item->as.link.uri || !item->as.link.destination) continue;
            if (!map_get(w->destinations, item->as.link.destination))
                writer_report(w, &P108_NO_DESTINATION, item->element ? item->element->place : (Place){0}, item->as.link.destination, NULL);
        }
    }
    for (int i = 0; i < w->pages->bookmark_count; i++) {
        const char *name = w->pages->bookmarks[i].destination;
        if (!name || !map_get(w->destinations, name)) writer_report(w, &P108_NO_DESTINATION, (Place){0}, name ? name : "", NULL);
    }
}

void check_pages(Writer *w) {
    check_document(w);
    check_structure(w);
    check_destinations(w);
}
