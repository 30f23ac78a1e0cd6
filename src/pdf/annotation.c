/* Links and fields as annotations: their numbers, what they share, and the links. */
#include <string.h>

#include "pdf/parts.h"

const Item *annotation_item(const Writer *w, const Annotation *a) {
    return &w->pages->pages[a->kid->page].content->items[a->kid->item];
}

/* Every object of the structure, page by page in the order of the items. */
void annotations_reserve(Writer *w) {
    const Structure *s = w->structure;
    for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < s->count; i++)
            for (const Kid *kid = s->all[i]->first; kid; kid = kid->next) {
                if (kid->kind != KID_OBJECT) continue;
                PageObjects *page = &w->page_objects[kid->page];
                if (pass) page->annotations[page->annotation_count] = (Annotation){object_reserve(w->objects), kid, s->all[i]};
                page->annotation_count++;
            }
        for (int i = 0; pass == 0 && i < w->pages->count; i++) {
            PageObjects *page = &w->page_objects[i];
            page->annotations = ARENA_ARRAY(w->arena, (size_t)page->annotation_count + 1, Annotation);
            w->annotation_count += page->annotation_count;
            page->annotation_count = 0;
        }
    }
}

void annotation_common(Writer *w, const Annotation *a, int index, Buffer *out) {
    const Item *item = annotation_item(w, a);
    const Page *page = &w->pages->pages[a->kid->page];
    const int64_t corners[4] = {item->x, page_up(page, (int64_t)item->y + item->height), (int64_t)item->x + item->width, page_up(page, item->y)};
    buffer_puts(out, "/Type/Annot/Rect[");
    for (int i = 0; i < 4; i++) {
        if (i) buffer_putc(out, ' ');
        put_length(out, corners[i]);
    }
    buffer_puts(out, "]/F 4/P ");
    put_ref(out, w->page_objects[a->kid->page].page);
    buffer_printf(out, "/StructParent %d", w->pages->count + index);
}

/* A link over more lines: where it can be clicked, line by line (top left, top right, bottom left, bottom right, as
 * readers take it; ISO 32000-1 12.5.6.5 says otherwise and is not followed by any). */
static void put_parts(const Page *page, const Item *item, Buffer *out) {
    if (item->as.link.part_count < 2) return;
    buffer_puts(out, "/QuadPoints[");
    for (int i = 0; i < item->as.link.part_count; i++) {
        const LinkPart *part = &item->as.link.parts[i];
        int64_t left = (int64_t)item->x + part->x, right = left + part->width;
        int64_t top = page_up(page, (int64_t)item->y + part->y), foot = page_up(page, (int64_t)item->y + part->y + part->height);
        const int64_t corners[8] = {left, top, right, top, left, foot, right, foot};
        for (int k = 0; k < 8; k++) {
            if (i || k) buffer_putc(out, ' ');
            put_length(out, corners[k]);
        }
    }
    buffer_putc(out, ']');
}

/* What a link says of itself: its own description, else its text, else where it goes. */
static void put_contents(Writer *w, const Annotation *a, const Item *item, Buffer *out) {
    Buffer text = {0};
    const char *contents = a->owner->element->alt;
    if (!contents) {
        structure_text(w->structure, a->owner, &text);
        if (text.size && a->owner->element->actual) contents = a->owner->element->actual;
        else if (text.size) contents = text.data;
        else contents = item->as.link.uri ? item->as.link.uri : item->as.link.destination;
    }
    buffer_puts(out, "/Contents");
    put_text_string(out, contents);
    buffer_free(&text);
}

/* A URI must be 7-bit ASCII (ISO 32000-1 12.6.4.7): the rest is percent-encoded. */
static void put_uri(Buffer *out, const char *uri) {
    Buffer ascii = {0};
    for (const char *p = uri; *p && ascii.size < 30000; p++) {
        unsigned char c = (unsigned char)*p;
        if (c > ' ' && c < 127) buffer_putc(&ascii, (char)c);
        else buffer_printf(&ascii, "%%%02X", c);
    }
    buffer_puts(out, "/A<</S/URI/URI");
    put_byte_string(out, ascii.data ? ascii.data : "", ascii.size);
    buffer_puts(out, ">>");
    buffer_free(&ascii);
}

void links_write(Writer *w) {
    Buffer out = {0};
    int index = 0;
    for (int i = 0; i < w->pages->count; i++) {
        const PageObjects *page = &w->page_objects[i];
        for (int k = 0; k < page->annotation_count; k++, index++) {
            const Annotation *a = &page->annotations[k];
            const Item *item = annotation_item(w, a);
            if (item->kind != ITEM_LINK) continue;
            out.size = 0;
            buffer_puts(&out, "/Subtype/Link/Border[0 0 0]");
            annotation_common(w, a, index, &out);
            put_parts(&w->pages->pages[i], item, &out);
            put_contents(w, a, item, &out);
            if (item->as.link.uri) {
                put_uri(&out, item->as.link.uri);
            } else {
                buffer_puts(&out, "/Dest");
                put_byte_string(&out, item->as.link.destination, strlen(item->as.link.destination));
            }
            object_set(w->objects, a->object, &out);
        }
    }
    buffer_free(&out);
}
