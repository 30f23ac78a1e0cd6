/* Fields that can be filled in: text, check boxes, radio buttons, choices, signatures, comments.
 *
 * Each has an appearance of its own, so that nothing depends on the viewer (PDF/A-2 6.4.1), and a description for
 * those who do not see it (PDF/UA-1 7.18.4). What is typed is shown in a face of the document, embedded with all
 * of WinAnsi: a viewer cannot type in a subset. */
#include <hb-subset.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "pdf/font_file.h"
#include "pdf/parts.h"

enum { FLAG_MULTILINE = 1 << 12, FLAG_RADIO = 1 << 15, FLAG_NO_TOGGLE_OFF = 1 << 14, FLAG_COMBO = 1 << 17 };

typedef struct Group {   /* the radio buttons that share a name */
    const char *name;
    int object;
    Buffer kids;
    const Field *field;
} Group;

typedef struct Form {
    Writer *w;
    Map *names;          /* name -> Field or Group */
    Map *groups;
    Buffer fields;       /* references of the top fields */
    int font;
    const Face *face;
    int widths[256];     /* 1/1000 em */
} Form;

/* ---- the font for typing ---- */

/* WinAnsi to Unicode, 0 where nothing stands. */
static uint32_t winansi(int code) {
    static const uint16_t upper[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                       0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                       0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
    if (code < 32 || code == 127) return 0;
    if (code >= 128 && code < 160) return upper[code - 128];
    return (uint32_t)code;
}

static hb_blob_t *winansi_subset(const Face *face) {
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input) return NULL;
    for (int c = 32; c < 256; c++)
        if (winansi(c)) hb_set_add(hb_subset_input_unicode_set(input), winansi(c));
    hb_set_t *drop = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    static const char tags[][5] = {"GSUB", "GPOS", "GDEF", "kern", "name", "gasp", "DSIG"};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) hb_set_add(drop, HB_TAG(tags[i][0], tags[i][1], tags[i][2], tags[i][3]));
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
    hb_face_t *face_subset = hb_subset_or_fail(face_hb(face), input);
    hb_blob_t *blob = face_subset ? hb_face_reference_blob(face_subset) : NULL;
    hb_face_destroy(face_subset);
    hb_subset_input_destroy(input);
    return blob;
}

/* A simple TrueType font with WinAnsiEncoding, named without a subset tag: all that can be typed is in it. */
static void write_font(Form *form) {
    Writer *w = form->w;
    hb_blob_t *blob = form->face ? winansi_subset(form->face) : NULL;
    if (!blob) {
        writer_report(w, &P112_FONT, (Place){0}, form->face ? face_name(form->face) : "", NULL);
        return;
    }
    unsigned size;
    const char *data = hb_blob_get_data(blob, &size);
    const char *name = arena_printf(w->arena, "%s-Form", face_name(form->face));
    int em = face_metrics(form->face)->units_per_em;
    Buffer e = {0};
    buffer_printf(&e, "/Length1 %u", size);
    int file = object_add_stream(w->objects, &e, data, size, true);
    hb_blob_destroy(blob);
    e.size = 0;
    font_descriptor(&e, form->face, name, 32);
    buffer_printf(&e, "/FontFile2 %d 0 R", file);
    int descriptor = object_add(w->objects, &e);
    e.size = 0;
    buffer_puts(&e, "/Type/Font/Subtype/TrueType/BaseFont");
    put_name(&e, name);
    buffer_printf(&e, "/Encoding/WinAnsiEncoding/FontDescriptor %d 0 R/FirstChar 32/LastChar 255/Widths[", descriptor);
    hb_font_t *hb = hb_font_create(face_hb(form->face));
    for (int c = 32; c < 256; c++) {
        hb_codepoint_t glyph = 0;
        uint32_t u = winansi(c) ? winansi(c) : 0x2022; /* codes without a character show a bullet */
        if (hb_font_get_nominal_glyph(hb, u, &glyph)) form->widths[c] = (int)(((int64_t)face_advance(form->face, glyph) * 2000 + em) / (2 * (int64_t)(em > 0 ? em : 1000)));
        buffer_printf(&e, c > 32 ? " %d" : "%d", form->widths[c]);
    }
    hb_font_destroy(hb);
    buffer_puts(&e, "]");
    form->font = object_add(w->objects, &e);
    buffer_free(&e);
}

/* ---- appearances: what is filled in; the box around it is painted on the page, and prints ---- */

static int appearance(Form *form, const Item *item, const Buffer *operators) {
    Buffer e = {0};
    buffer_puts(&e, "/Type/XObject/Subtype/Form/BBox[0 0 ");
    put_length(&e, item->width);
    buffer_putc(&e, ' ');
    put_length(&e, item->height);
    buffer_printf(&e, "]/Resources<</Font<</F %d 0 R>>>>", form->font);
    int object = object_add_stream(form->w->objects, &e, operators->data, operators->size, true);
    buffer_free(&e);
    return object;
}

/* The mark of a box that is on: a tick, or the dot of a radio button (a fat round point). */
static void put_mark(Buffer *out, const Item *item, bool round) {
    int64_t w = item->width, h = item->height;
    buffer_puts(out, "q 0 G 1 J 1 j ");
    put_length(out, round ? (w < h ? w : h) / 2 : (w < h ? w : h) / 9);
    buffer_puts(out, " w\n");
    static const int tick[3][2] = {{24, 52}, {43, 30}, {78, 74}}, dot[2][2] = {{50, 50}, {50, 50}};
    for (int i = 0; i < (round ? 2 : 3); i++) {
        put_length(out, w * (round ? dot[i][0] : tick[i][0]) / 100);
        buffer_putc(out, ' ');
        put_length(out, h * (round ? dot[i][1] : tick[i][1]) / 100);
        buffer_puts(out, i ? " l\n" : " m\n");
    }
    buffer_puts(out, "S Q\n");
}

static int to_winansi(uint32_t c) {
    for (int code = 32; code < 256; code++)
        if (winansi(code) == c) return code;
    return '?';
}

static Length font_size(const Field *f) { return f->font_size > 0 ? f->font_size : 10 * POINT; }

/* A preset text as WinAnsi bytes; false when it has characters outside it. */
static void put_shown(Buffer *out, const char *text, size_t size) {
    Buffer bytes = {0};
    const char *p = text, *end = text + size;
    while (p < end) buffer_putc(&bytes, (char)to_winansi(utf8_next(&p, end)));
    put_byte_string(out, bytes.data ? bytes.data : "", bytes.size);
    buffer_free(&bytes);
}

/* The preset value within /Tx BMC: one line, or lines as they are given. */
static void put_value(Buffer *out, const Item *item, bool multiline) {
    const Field *f = item->as.field;
    Length size = font_size(f);
    if (!f->value || !f->value[0]) {
        buffer_puts(out, "/Tx BMC EMC\n");
        return;
    }
    buffer_puts(out, "/Tx BMC q BT 0 g /F ");
    put_length(out, size);
    buffer_puts(out, " Tf 2 ");
    put_length(out, multiline ? (int64_t)item->height - 2 * POINT - size : ((int64_t)item->height - (int64_t)size * 7 / 10) / 2);
    buffer_puts(out, " Td ");
    put_length(out, (int64_t)size * 12 / 10);
    buffer_puts(out, " TL\n");
    const char *line = f->value;
    while (line) {
        const char *end = multiline ? strchr(line, '\n') : NULL;
        put_shown(out, line, end ? (size_t)(end - line) : strlen(line));
        buffer_puts(out, end ? " Tj T*\n" : " Tj\n");
        line = end ? end + 1 : NULL;
    }
    buffer_puts(out, "ET Q EMC\n");
}

/* ---- fields ---- */

static void put_name_and_tip(Buffer *out, const Field *f) {
    buffer_puts(out, "/T");
    put_text_string(out, f->name);
    buffer_puts(out, "/TU");
    put_text_string(out, f->tooltip);
}

/* The question of a group: what comes before the colon in "question: this option". */
static void put_group_name_and_tip(Buffer *out, const Field *f) {
    const char *colon = f->tooltip ? strstr(f->tooltip, ": ") : NULL;
    buffer_puts(out, "/T");
    put_text_string(out, f->name);
    buffer_puts(out, "/TU");
    put_text_string_n(out, f->tooltip ? f->tooltip : "", colon ? (size_t)(colon - f->tooltip) : f->tooltip ? strlen(f->tooltip) : 0);
}

static void put_default_appearance(Buffer *out, const Field *f) {
    buffer_puts(out, "/DA(0 g /F ");
    put_length(out, font_size(f));
    buffer_puts(out, " Tf)");
}

static void put_text_field(Form *form, const Item *item, Buffer *out) {
    const Field *f = item->as.field;
    bool multiline = f->kind == FIELD_MULTILINE || f->kind == FIELD_COMMENT;
    Buffer look = {0};
    put_value(&look, item, multiline);
    buffer_puts(out, f->kind == FIELD_CHOICE ? "/FT/Ch" : "/FT/Tx");
    int flags = multiline ? FLAG_MULTILINE : f->kind == FIELD_CHOICE ? FLAG_COMBO : 0;
    if (flags) buffer_printf(out, "/Ff %d", flags);
    put_name_and_tip(out, f);
    put_default_appearance(out, f);
    if (f->kind == FIELD_CHOICE) {
        buffer_puts(out, "/Opt[");
        for (const char **o = f->options; o && *o; o++) put_text_string(out, *o);
        buffer_putc(out, ']');
    }
    if (f->value && f->value[0]) {
        buffer_puts(out, "/V");
        put_text_string(out, f->value);
    }
    buffer_printf(out, "/AP<</N %d 0 R>>", appearance(form, item, &look));
    buffer_free(&look);
}

/* The states of a box: its export value and Off, both drawn; it starts off. */
static void put_states(Form *form, const Item *item, Buffer *out) {
    const Field *f = item->as.field;
    bool round = f->kind == FIELD_RADIO;
    Buffer off = {0}, on = {0};
    put_mark(&on, item, round);
    buffer_puts(out, "/AS/Off/AP<</N<<");
    put_name(out, f->value && f->value[0] && strcmp(f->value, "Off") ? f->value : "Ja");
    buffer_printf(out, " %d 0 R/Off %d 0 R>>>>", appearance(form, item, &on), appearance(form, item, &off));
    buffer_free(&off);
    buffer_free(&on);
}

static void put_signature(Form *form, const Item *item, Buffer *out) {
    Buffer look = {0};
    buffer_puts(out, "/FT/Sig");
    put_name_and_tip(out, item->as.field);
    buffer_printf(out, "/AP<</N %d 0 R>>", appearance(form, item, &look));
    buffer_free(&look);
}

static Group *group_of(Form *form, const Field *f) {
    Group *group = map_get(form->groups, f->name);
    if (group) return group;
    group = ARENA_NEW(form->w->arena, Group);
    *group = (Group){.name = f->name, .object = object_reserve(form->w->objects), .field = f};
    map_put(form->groups, f->name, group);
    put_ref(&form->fields, group->object);
    buffer_putc(&form->fields, ' ');
    return group;
}

static bool field_valid(Form *form, const Item *item) {
    const Field *f = item->as.field;
    Place place = item->element ? item->element->place : (Place){0};
    const char *wrong = NULL;
    const Field *other = f->name ? map_get(form->names, f->name) : NULL;
    if (!f->name || !f->name[0]) wrong = "geen naam";
    else if (strchr(f->name, '.')) wrong = "punt in de naam";
    else if ((unsigned)f->kind > FIELD_COMMENT) wrong = "soort";
    else if (other && !(f->kind == FIELD_RADIO && other->kind == FIELD_RADIO)) wrong = "dubbele naam";
    else if (item->width < 2 * POINT || item->height < 2 * POINT) wrong = "te klein";
    if (wrong) writer_report(form->w, &P113_FIELD, place, f->name ? f->name : "", wrong);
    if (!f->tooltip || !f->tooltip[0]) writer_report(form->w, &P109_NO_TOOLTIP, place, f->name ? f->name : "", NULL);
    if (!wrong && !other) map_put(form->names, f->name, (void *)f);
    return !wrong;
}

static void write_field(Form *form, const Annotation *a, int index, Buffer *out) {
    const Item *item = annotation_item(form->w, a);
    const Field *f = item->as.field;
    bool valid = field_valid(form, item);
    out->size = 0;
    buffer_puts(out, "/Subtype/Widget");
    annotation_common(form->w, a, index, out);
    if (valid) {
        switch (f->kind) {
        case FIELD_CHECK:
            buffer_puts(out, "/FT/Btn/V/Off");
            put_name_and_tip(out, f);
            put_states(form, item, out);
            break;
        case FIELD_RADIO: {
            Group *group = group_of(form, f);
            buffer_printf(out, "/Parent %d 0 R/Contents", group->object);
            put_text_string(out, f->tooltip);
            put_ref(&group->kids, a->object);
            buffer_putc(&group->kids, ' ');
            put_states(form, item, out);
            break;
        }
        case FIELD_SIGNATURE: put_signature(form, item, out); break;
        default: put_text_field(form, item, out);
        }
        if (f->kind != FIELD_RADIO) {
            put_ref(&form->fields, a->object);
            buffer_putc(&form->fields, ' ');
        }
    }
    object_set(form->w->objects, a->object, out);
}

static void write_groups(Form *form, Buffer *out) {
    for (size_t i = 0; i < map_count(form->groups); i++) {
        Group *group = map_value(form->groups, i);
        out->size = 0;
        buffer_printf(out, "/FT/Btn/Ff %d/V/Off", FLAG_RADIO | FLAG_NO_TOGGLE_OFF);
        put_group_name_and_tip(out, group->field);
        buffer_printf(out, "/Kids[%s]", group->kids.data ? group->kids.data : "");
        object_set(form->w->objects, group->object, out);
        buffer_free(&group->kids);
    }
}

static bool has_fields(const Writer *w) {
    for (int i = 0; i < w->pages->count; i++)
        for (int k = 0; k < w->page_objects[i].annotation_count; k++)
            if (annotation_item(w, &w->page_objects[i].annotations[k])->kind == ITEM_FIELD) return true;
    return false;
}

void form_write(Writer *w) {
    if (!has_fields(w)) return;
    Form form = {.w = w, .names = map_new(w->arena), .groups = map_new(w->arena), .face = fonts_main_face(w->fonts)};
    Buffer out = {0};
    write_font(&form);
    int index = 0;
    for (int i = 0; i < w->pages->count; i++)
        for (int k = 0; k < w->page_objects[i].annotation_count; k++, index++) {
            const Annotation *a = &w->page_objects[i].annotations[k];
            if (annotation_item(w, a)->kind == ITEM_FIELD) write_field(&form, a, index, &out);
        }
    write_groups(&form, &out);
    out.size = 0;
    buffer_printf(&out, "/Fields[%s]/DA(0 g /F 10 Tf)/DR<</Font<</F %d 0 R>>>>", form.fields.data ? form.fields.data : "", form.font);
    w->form = object_add(w->objects, &out);
    buffer_free(&out);
    buffer_free(&form.fields);
}
