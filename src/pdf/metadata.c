/* What the file says of itself: XMP, the Info dictionary that agrees with it, the output intent. */
#include <string.h>

#include "base/number.h"
#include "pdf/parts.h"

static const char program[] = "jaarverslag";

static void put_xml(Buffer *out, const char *text) {
    for (const char *p = text; *p; p++) {
        switch (*p) {
        case '&': buffer_puts(out, "&amp;"); break;
        case '<': buffer_puts(out, "&lt;"); break;
        case '>': buffer_puts(out, "&gt;"); break;
        default:
            if ((unsigned char)*p >= ' ' || *p == '\t' || *p == '\n') buffer_putc(out, *p);
        }
    }
}

static bool given(const char *text) { return text && *text; }

static void put_simple(Buffer *out, const char *tag, const char *text) {
    if (!given(text)) return;
    buffer_printf(out, "<%s>", tag);
    put_xml(out, text);
    buffer_printf(out, "</%s>\n", tag);
}

static void put_alternative(Buffer *out, const char *tag, const char *text) {
    if (!given(text)) return;
    buffer_printf(out, "<%s><rdf:Alt><rdf:li xml:lang=\"x-default\">", tag);
    put_xml(out, text);
    buffer_printf(out, "</rdf:li></rdf:Alt></%s>\n", tag);
}

static void put_list(Buffer *out, const char *tag, const char *kind, const char *text) {
    if (!given(text)) return;
    buffer_printf(out, "<%s><rdf:%s><rdf:li>", tag, kind);
    put_xml(out, text);
    buffer_printf(out, "</rdf:li></rdf:%s></%s>\n", kind, tag);
}

/* PDF/A knows dc, xmp, pdf and pdfaid; pdfuaid has to be described (ISO 19005-2 6.6.2.3). */
static const char pdfuaid_schema[] =
    "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n";

static void put_xmp(Buffer *out, const Writer *w) {
    const Pages *p = w->pages;
    buffer_puts(out, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                     "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                     "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                     " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
                     " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n<dc:format>application/pdf</dc:format>\n");
    put_alternative(out, "dc:title", p->title);
    put_list(out, "dc:creator", "Seq", p->author);
    put_alternative(out, "dc:description", p->subject);
    put_list(out, "dc:language", "Bag", p->language);
    put_simple(out, "pdf:Keywords", p->keywords);
    put_simple(out, "pdf:Producer", program);
    put_simple(out, "xmp:CreatorTool", program);
    if (given(p->date)) {
        const char *stamp = arena_printf(w->arena, "%sT00:00:00Z", p->date);
        put_simple(out, "xmp:CreateDate", stamp);
        put_simple(out, "xmp:ModifyDate", stamp);
        put_simple(out, "xmp:MetadataDate", stamp);
    }
    if (w->profile != PROFILE_DRAFT)
        buffer_printf(out, "<pdfaid:part>%d</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n<pdfuaid:part>1</pdfuaid:part>\n",
                      w->profile == PROFILE_ARCHIVE_3 ? 3 : 2);
    buffer_puts(out, "</rdf:Description>\n");
    if (w->profile != PROFILE_DRAFT) buffer_puts(out, pdfuaid_schema);
    buffer_puts(out, "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
}

static void put_entry(Buffer *out, const char *key, const char *text) {
    if (!given(text)) return;
    buffer_puts(out, key);
    put_text_string(out, text);
}

int metadata_write(Writer *w) {
    const Pages *p = w->pages;
    Buffer xmp = {0}, e = {0};
    put_xmp(&xmp, w);
    buffer_puts(&e, "/Type/Metadata/Subtype/XML");
    w->metadata = object_add_stream(w->objects, &e, xmp.data, xmp.size, false);
    e.size = 0;
    put_entry(&e, "/Title", p->title);
    put_entry(&e, "/Author", p->author);
    put_entry(&e, "/Subject", p->subject);
    put_entry(&e, "/Keywords", p->keywords);
    put_entry(&e, "/Creator", program);
    put_entry(&e, "/Producer", program);
    if (given(p->date)) {
        const char *d = p->date; /* checked: yyyy-mm-dd */
        const char *stamp = arena_printf(w->arena, "D:%.4s%.2s%.2s000000Z", d, d + 5, d + 8);
        put_entry(&e, "/CreationDate", stamp);
        put_entry(&e, "/ModDate", stamp);
    }
    int info = object_add(w->objects, &e);
    buffer_free(&xmp);
    buffer_free(&e);
    return info;
}

void intent_write(Writer *w) {
    Buffer profile = {0}, e = {0};
    icc_srgb(&profile);
    buffer_puts(&e, "/N 3");
    int stream = object_add_stream(w->objects, &e, profile.data, profile.size, true);
    e.size = 0;
    buffer_puts(&e, "/Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)/DestOutputProfile ");
    put_ref(&e, stream);
    w->intent = object_add(w->objects, &e);
    buffer_free(&profile);
    buffer_free(&e);
}
