/* Attached files (PDF/A-3): embedded with type, date, relation and a sorted name tree. */
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "pdf/parts.h"

static int by_name(const void *a, const void *b) {
    return strcmp((*(const Attachment *const *)a)->name, (*(const Attachment *const *)b)->name);
}

static bool usable(Writer *w, const Attachment *a, const Attachment *before) {
    static const char *const relations[] = {"Source", "Data", "Alternative", "Supplement", "Unspecified"};
    const char *wrong = NULL;
    if (!a->name[0] || strchr(a->name, '\\')) wrong = "naam";
    else if (before && strcmp(before->name, a->name) == 0) wrong = "dubbele naam";
    else if (!a->mime || !strchr(a->mime, '/')) wrong = "soort";
    else if (a->size && !a->data) wrong = "leeg";
    else {
        bool known = false;
        for (size_t i = 0; i < sizeof relations / sizeof *relations; i++) known = known || (a->relationship && strcmp(relations[i], a->relationship) == 0);
        if (!known) wrong = "relatie";
    }
    if (wrong) writer_report(w, &P114_ATTACHMENT, (Place){0}, a->name, wrong);
    return !wrong;
}

static int write_file(Writer *w, const Attachment *a) {
    const char *date = a->date && date_valid(a->date) ? a->date : w->pages->date;
    Buffer e = {0};
    buffer_puts(&e, "/Type/EmbeddedFile/Subtype");
    put_name(&e, a->mime);
    buffer_printf(&e, "/Params<</Size %zu", a->size);
    if (date && *date) buffer_printf(&e, "/ModDate(D:%.4s%.2s%.2s000000Z)", date, date + 5, date + 8);
    buffer_puts(&e, ">>");
    int stream = object_add_stream(w->objects, &e, a->data, a->size, true);
    e.size = 0;
    buffer_puts(&e, "/Type/Filespec/F");
    put_text_string(&e, a->name);
    buffer_puts(&e, "/UF");
    put_text_string(&e, a->name);
    buffer_printf(&e, "/EF<</F %d 0 R/UF %d 0 R>>/AFRelationship", stream, stream);
    put_name(&e, a->relationship);
    buffer_puts(&e, "/Desc");
    put_text_string(&e, a->description ? a->description : a->name);
    int spec = object_add(w->objects, &e);
    buffer_free(&e);
    return spec;
}

void attachments_write(Writer *w, const Attachment *attachments, int count, Buffer *names, Buffer *catalog) {
    if (count <= 0) return;
    if (w->profile == PROFILE_ARCHIVE) {
        writer_report(w, &P114_ATTACHMENT, (Place){0}, attachments[0].name ? attachments[0].name : "", "PDF/A-2");
        return;
    }
    const Attachment **sorted = ARENA_ARRAY(w->arena, (size_t)count, const Attachment *);
    int usable_count = 0;
    for (int i = 0; i < count; i++)
        if (attachments[i].name) sorted[usable_count++] = &attachments[i];
    qsort(sorted, (size_t)usable_count, sizeof *sorted, by_name);
    buffer_puts(names, "/EmbeddedFiles<</Names[");
    buffer_puts(catalog, "/AF[");
    for (int i = 0; i < usable_count; i++) {
        if (!usable(w, sorted[i], i ? sorted[i - 1] : NULL)) continue;
        int spec = write_file(w, sorted[i]);
        put_byte_string(names, sorted[i]->name, strlen(sorted[i]->name)); /* the order is that of the bytes */
        put_ref(names, spec);
        put_ref(catalog, spec);
        buffer_putc(catalog, ' ');
    }
    buffer_puts(names, "]>>");
    buffer_puts(catalog, "]");
}
