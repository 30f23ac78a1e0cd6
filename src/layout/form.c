/* Fields of forms: boxes in the line that can be filled in on screen or written on in print. */
#include <string.h>

#include "layout/engine.h"

static const FieldKind KINDS[] = {
    [FORM_TEXT] = FIELD_TEXT, [FORM_MULTILINE] = FIELD_MULTILINE, [FORM_CHECK] = FIELD_CHECK, [FORM_RADIO] = FIELD_RADIO,
    [FORM_CHOICE] = FIELD_CHOICE, [FORM_SIGNATURE] = FIELD_SIGNATURE, [FORM_COMMENT] = FIELD_COMMENT};

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
    const FieldBlock *block = field_block(node);
    Field *field = ARENA_NEW(engine->arena, Field);
    field->kind = KINDS[block->kind];
    field->name = block->name ? block->name : arena_printf(engine->arena, "veld-%d-%d", node->place.line, node->place.column);
    field->tooltip = block->tooltip ? block->tooltip : field->name;
    field->value = block->value ? block->value : field->kind == FIELD_CHECK || field->kind == FIELD_RADIO ? "ja" : "";
    field->options = options_of(engine, block->options);
    field->font_size = style->size;
    FormPayload *payload = ARENA_NEW(engine->arena, FormPayload);
    payload->field = field;
    payload->element = structure_element(flow, node, 0, ROLE_FORM, parent, true);
    payload->element->alt = field->tooltip;
    bool small = field->kind == FIELD_CHECK || field->kind == FIELD_RADIO;
    bool large = field->kind == FIELD_MULTILINE || field->kind == FIELD_SIGNATURE;
    Length size = style->size, room = flow->width > 30 * POINT ? flow->width : 30 * POINT;
    Length width = measure_length(block->width, small ? size : room, room);
    if (width > room) width = room;
    if (width < size) width = size;
    Length height = measure_length(block->height, small ? size * 7 / 8 : large ? 48 * POINT : size, 0);
    if (height < size / 2 || height > 400 * POINT) height = size;
    paragraph_box(paragraph, width, height, small ? size / 8 : size / 4, NULL, payload);
}
