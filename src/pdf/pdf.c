/* Pages to PDF: the order in which the parts of the file are made.
 *
 * Profiles: archive is PDF/A-2a and PDF/UA-1 in one file, archive-3 is PDF/A-3a and PDF/UA-1 with attachments;
 * draft is made the same way but claims neither. What cannot conform is reported before a byte is written. */
#include <stdatomic.h>
#include <string.h>

#include "base/task.h"
#include "pdf/content.h"
#include "pdf/font.h"
#include "pdf/image.h"
#include "pdf/parts.h"

void writer_report(Writer *w, const Message *message, Place place, const char *a, const char *b) {
    Report report = {.arguments = {a, b}};
    diagnostics_report(w->diagnostics, message, place, report);
    if (message->severity == SEVERITY_ERROR) w->failed = true;
}

static void write_resources(Writer *w) {
    Buffer e = {0};
    buffer_puts(&e, "/Font<<");
    fonts_resources(w->fonts, &e);
    buffer_puts(&e, ">>/XObject<<");
    images_resources(w->images, &e);
    buffer_puts(&e, ">>");
    w->resources = object_add(w->objects, &e);
    buffer_free(&e);
}

/* ---- page contents: made and deflated beside the main thread, which helps when its own work is done ---- */

enum { HANDS = 2 };

typedef struct Contents {
    Writer *w;
    Arena *arena[HANDS];
    struct Packed { const void *bytes; size_t size; } *pages; /* NULL: deflate failed */
    atomic_int next;                                         /* page that nobody has taken yet */
    Task *task;
} Contents;

static void make_contents(Contents *c, Arena *arena) {
    Buffer content = {0};
    Deflater *deflater = deflater_new();
    for (int i; deflater && (i = atomic_fetch_add(&c->next, 1)) < c->w->pages->count;) {
        content.size = 0;
        content_page(c->w, i, &content);
        c->pages[i].bytes = deflate_bytes(deflater, arena, content.data, content.size, &c->pages[i].size);
    }
    deflater_free(deflater);
    buffer_free(&content);
}

static void make_beside(void *data) {
    Contents *c = data;
    make_contents(c, c->arena[1]);
}

static Contents *contents_start(Writer *w) {
    Contents *c = ARENA_NEW(w->arena, Contents);
    Buffer none = {0};
    for (int i = 0; i < w->pages->count; i++) w->page_objects[i].content = object_reserve_stream(w->objects, &none);
    c->w = w;
    for (int i = 0; i < HANDS; i++) c->arena[i] = arena_new();
    c->pages = ARENA_ARRAY(w->arena, (size_t)w->pages->count, struct Packed);
    c->task = task_start();
    task_add(c->task, make_beside, c);
    return c;
}

static void contents_finish(Contents *c) {
    make_contents(c, c->arena[0]);
    task_join(c->task);
    for (int i = 0; i < c->w->pages->count; i++)
        object_set_deflated(c->w->objects, c->w->page_objects[i].content, c->pages[i].bytes, c->pages[i].size);
}

static void contents_free(Contents *c) {
    for (int i = 0; i < HANDS; i++) arena_free(c->arena[i]);
}

static void write_page(Writer *w, int index, int parent, Buffer *e) {
    const Page *page = &w->pages->pages[index];
    const PageObjects *objects = &w->page_objects[index];
    e->size = 0;
    buffer_puts(e, "/Type/Page/Parent ");
    put_ref(e, parent);
    buffer_puts(e, "/MediaBox[0 0 ");
    put_length(e, page->width);
    buffer_putc(e, ' ');
    put_length(e, page->height);
    buffer_puts(e, "]/Resources ");
    put_ref(e, w->resources);
    buffer_puts(e, "/Contents ");
    put_ref(e, objects->content);
    buffer_printf(e, "/StructParents %d/Tabs/S", index);
    if (objects->annotation_count) {
        buffer_puts(e, "/Annots[");
        for (int i = 0; i < objects->annotation_count; i++) {
            if (i) buffer_putc(e, ' ');
            put_ref(e, objects->annotations[i].object);
        }
        buffer_putc(e, ']');
    }
    object_set(w->objects, objects->page, e);
}

/* A tree of two levels, 40 pages to a leaf; returns its root. */
static int write_page_tree(Writer *w) {
    enum { LEAF = 40 };
    Buffer e = {0}, kids = {0}, page = {0};
    int root = object_reserve(w->objects), count = w->pages->count;
    for (int from = 0; from < count; from += LEAF) {
        int to = from + LEAF < count ? from + LEAF : count, node = object_reserve(w->objects);
        e.size = 0;
        buffer_puts(&e, "/Type/Pages/Parent ");
        put_ref(&e, root);
        buffer_printf(&e, "/Count %d/Kids[", to - from);
        for (int i = from; i < to; i++) {
            write_page(w, i, node, &page);
            if (i > from) buffer_putc(&e, ' ');
            put_ref(&e, w->page_objects[i].page);
        }
        buffer_putc(&e, ']');
        object_set(w->objects, node, &e);
        if (from) buffer_putc(&kids, ' ');
        put_ref(&kids, node);
    }
    e.size = 0;
    buffer_printf(&e, "/Type/Pages/Count %d/Kids[%s]", count, kids.data ? kids.data : "");
    object_set(w->objects, root, &e);
    buffer_free(&e);
    buffer_free(&kids);
    buffer_free(&page);
    return root;
}

static int write_catalog(Writer *w, int pages, const Attachment *attachments, int attachment_count) {
    Buffer e = {0}, names = {0};
    buffer_puts(&e, "/Type/Catalog/Pages ");
    put_ref(&e, pages);
    buffer_puts(&e, "/Metadata ");
    put_ref(&e, w->metadata);
    buffer_puts(&e, "/OutputIntents[");
    put_ref(&e, w->intent);
    buffer_puts(&e, "]/StructTreeRoot ");
    put_ref(&e, w->struct_tree);
    buffer_puts(&e, "/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/Lang");
    put_text_string(&e, w->pages->language);
    if (w->outlines) {
        buffer_puts(&e, "/PageMode/UseOutlines/Outlines ");
        put_ref(&e, w->outlines);
    }
    if (w->form) {
        buffer_puts(&e, "/AcroForm ");
        put_ref(&e, w->form);
    }
    put_page_labels(w, &e);
    put_destination_names(w, &names);
    attachments_write(w, attachments, attachment_count, &names, &e);
    if (names.size) {
        buffer_puts(&e, "/Names<<");
        buffer_append(&e, names.data, names.size);
        buffer_puts(&e, ">>");
    }
    int catalog = object_add(w->objects, &e);
    buffer_free(&e);
    buffer_free(&names);
    return catalog;
}

static void write_all(Writer *w, const Attachment *attachments, int attachment_count, Buffer *out) {
    w->page_objects = ARENA_ARRAY(w->arena, (size_t)w->pages->count, PageObjects);
    for (int i = 0; i < w->pages->count; i++) w->page_objects[i].page = object_reserve(w->objects);
    w->element_objects = ARENA_ARRAY(w->arena, (size_t)w->structure->count, int);
    w->struct_tree = object_reserve(w->objects);
    w->fonts = fonts_collect(w);
    w->images = images_write(w);
    if (w->failed) return;
    annotations_reserve(w);
    write_resources(w);
    Contents *contents = contents_start(w);
    int pages = write_page_tree(w);
    structure_write(w);
    links_write(w);
    form_write(w);
    outline_write(w);
    fonts_write(w, w->fonts);
    int info = metadata_write(w);
    intent_write(w);
    int catalog = write_catalog(w, pages, attachments, attachment_count);
    objects_pack(w->objects);
    contents_finish(contents);
    if (!w->failed) objects_save(w->objects, catalog, info, out);
    contents_free(contents);
}

bool pdf_write(const Pages *pages, Profile profile, const Attachment *attachments, int attachment_count, Buffer *out,
               Diagnostics *diagnostics) {
    Arena *arena = arena_new();
    Writer w = {.arena = arena, .profile = profile, .diagnostics = diagnostics};
    w.structure = structure_build(arena, pages);
    w.pages = w.structure->pages;
    destinations_collect(&w);
    check_pages(&w);
    w.objects = objects_new(arena);
    if (!w.objects) writer_report(&w, &P115_LIBRARY, (Place){0}, "libharu", NULL);
    size_t before = out->size;
    if (w.objects && pages->count > 0) write_all(&w, attachments, attachment_count, out);
    if (w.objects && objects_error(w.objects)) writer_report(&w, &P115_LIBRARY, (Place){0}, objects_error(w.objects), NULL);
    if (w.failed && out->data) out->size = before, out->data[before] = 0;
    fonts_free(w.fonts);
    objects_free(w.objects);
    structure_release(w.structure);
    arena_free(arena);
    return !w.failed;
}
