/* The parts of a PDF file beside its page contents; each writes its objects and leaves their numbers in Writer. */
#ifndef PDF_PARTS_H
#define PDF_PARTS_H

#include "pdf/writer.h"

/* check.c: everything that would make the file not conformant is reported before anything is written. */
void check_pages(Writer *w);

/* structure.c: StructTreeRoot, elements, ParentTree, IDTree. Annotations must have their numbers. */
void structure_write(Writer *w);

/* annotation.c: numbers for links and fields, in page order; then the link annotations themselves. */
void annotations_reserve(Writer *w);
void links_write(Writer *w);
/* "/Rect[...]/P 5 0 R/F 4/StructParent n": what all annotations share. */
void annotation_common(Writer *w, const Annotation *annotation, int page, Buffer *out);
const Item *annotation_item(const Writer *w, const Annotation *annotation);

/* form.c: fields with appearances, AcroForm in w->form. */
void form_write(Writer *w);

/* outline.c: bookmarks in w->outlines; page labels and destinations as entries of the catalogue. */
void destinations_collect(Writer *w);
void outline_write(Writer *w);
void put_page_labels(Writer *w, Buffer *catalog);
void put_destination_names(Writer *w, Buffer *names);

/* metadata.c: XMP in w->metadata, output intent in w->intent; returns the Info dictionary's number. */
int metadata_write(Writer *w);
void intent_write(Writer *w);
/* icc.c: the sRGB profile, ICC v2.1. */
void icc_srgb(Buffer *out);

/* attach.c: embedded files; "/EmbeddedFiles ..." into names and "/AF[...]" into catalog. */
void attachments_write(Writer *w, const Attachment *attachments, int count, Buffer *names, Buffer *catalog);

#endif
