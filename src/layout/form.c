/* Fields of forms: boxes in the line that can be filled in on screen or written on in print. */
#include <string.h>

#include "layout/engine.h"

static FieldKind kind_of(const char *kind) {
    static const struct { const char *name; FieldKind kind; } KINDS[] = {
        {"text", FIELD_TEXT}, {"multiline", FIELD_MULTILINE}, {"check", FIELD_CHECK}, {"radio", FIELD_RADIO},
        {"choice", FIELD_CHOICE}, {"signature", FIELD_SIGNATURE}, {"comment", FIELD_COMMENT}};
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++) if (!strcmp(kind, KINDS[i].name)) return KINDS[i].kind;
    return FIELD_TEXT;
}

/* "a|b|c" as a list. */
static const char **options_of(Engine *engine, const char *text) {
    if (!text) return NULL;
    int count = 1, n = 0;
    for (const char *p = text; *p; p++) count += *p == '|';
    const char **options = ARENA_ARRAY(engine->arena, (size_t)count + 1, const char *);
    for (const char *p = text;; p++) {
        size_t size = strcspn(p, "|");
        options[n++] = arena_strndup(engine->arena, p, size);
        p += size;
        if (!*p) return options;
    }
}

void form_box(Flow *flow, Paragraph *paragraph, const Node *node, const CharStyle *style, Element *parent) {
    Engine *engine = flow->engine;
    Field *field = ARENA_NEW(engine->arena, Field);
    field->kind = kind_of(node_get_or(node, "kind", "text"));
    field->name = node_get_or(node, "name", arena_printf(engine->arena, "veld-%d-%d", node->place.line, node->place.column));
    field->tooltip = node_get_or(node, "tooltip", field->name);
    field->value = node_get_or(node, "value", field->kind == FIELD_CHECK || field->kind == FIELD_RADIO ? "ja" : "");
    field->options = options_of(engine, node_get(node, "options"));
    field->font_size = style->size;
    FormPayload *payload = ARENA_NEW(engine->arena, FormPayload);
    payload->field = field;
    payload->element = structure_element(flow, node, 0, ROLE_FORM, parent, true);
    payload->element->alt = field->tooltip;
    bool small = field->kind == FIELD_CHECK || field->kind == FIELD_RADIO;
    bool large = field->kind == FIELD_MULTILINE || field->kind == FIELD_SIGNATURE;
    Length size = style->size, room = flow->width > 30 * POINT ? flow->width : 30 * POINT;
    Length width = attribute_length(node, "width", small ? size : room, room);
    if (width > room) width = room;
    if (width < size) width = size;
    Length height = attribute_length(node, "height", small ? size * 7 / 8 : large ? 48 * POINT : size, 0);
    if (height < size / 2 || height > 400 * POINT) height = size;
    paragraph_box(paragraph, width, height, small ? size / 8 : size / 4, NULL, payload);
}
