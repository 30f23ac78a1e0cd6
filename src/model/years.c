/* Earlier years, controls, acknowledged findings, and the goals of the narrative. */
#include <string.h>

#include "model/reader.h"

static void read_stated(Reader *r, const Node *node, StatedFact *out, int index) {
    (void)index;
    out->fact = node_get_or(node, "feit", "");
    out->value = read_quantity(r, node, "waarde", NUMBER_ANY);
    out->source = node_get(node, "herkomst");
    out->kind = NULL;
}

static void read_control(Reader *r, const Node *node, StatedFact *out, int index) {
    read_stated(r, node, out, index);
    out->kind = node_get_or(node, "soort", "gepubliceerd");
}

/* A relative path, no scheme, that stays in the input's folder or names a folder beside it: "../name/...". The place
 * itself is checked again, after links, by whoever opens it. */
static bool path_allowed(const char *path) {
    if (!*path || *path == '/' || strstr(path, "//") || strchr(path, '\\') || strchr(path, ':')) return false;
    if (strncmp(path, "../", 3) == 0) path += 3;
    int depth = 0;
    while (*path) {
        size_t n = strcspn(path, "/");
        if (n == 2 && strncmp(path, "..", 2) == 0) return false;
        if (n == 1 && *path == '.') {
            if (depth == 0 && path[1] != '/') return false; /* "." or "../." is the folder itself */
        } else if (n > 0) depth++;
        path += n;
        while (*path == '/') path++;
    }
    return depth > 0;
}

const char *read_path_beside(Reader *r, const Node *node, const char *attribute, Place *place) {
    const Attribute *file = node_attribute(node, attribute);
    if (!file) return NULL;
    *place = file->place.file ? file->place : node->place;
    if (path_allowed(file->value)) return file->value;
    model_report(r, M_OUTSIDE, node, attribute, (Report){.found = file->value, .arguments = {file->value}});
    return NULL;
}

static void read_earlier(Reader *r, const Node *node, EarlierYear *out, int index) {
    out->year = read_year(r, node, "schooljaar");
    bool again = false;
    for (int i = 0; i < index; i++) again = again || out[i - index].year.first == out->year.first;
    if (out->year.first && (again || (r->p->year.first && out->year.first >= r->p->year.first)))
        model_report(r, M_NOT_EARLIER, node, "schooljaar",
                     (Report){.found = out->year.text, .expected = again ? BOTH("elk jaar één keer", "each year once") : NULL, .arguments = {out->year.text}});
    out->file = read_path_beside(r, node, "bestand", &out->file_place);
    READ_LIST(r, node, "waarde", StatedFact, out->facts, out->fact_count, read_stated);
}

/* Nothing that this input could calculate itself may be taken over. */
static void read_taken_one(Reader *r, const Node *node, TakenFact *out, int index) {
    (void)index;
    out->fact = node_get_or(node, "feit", "");
    out->name = node_get_or(node, "naam", out->fact);
    out->unit = node_get_or(node, "eenheid", "");
    out->value = read_quantity(r, node, "waarde", NUMBER_FINE); /* as the program wrote it */
    if (strncmp(out->fact, "partnerschap.middel.", 20) == 0) return;
    model_report(r, M_NOT_TAKEN, node, "feit", (Report){.found = out->fact, .arguments = {out->fact}});
    out->value.state = QUANTITY_ABSENT;
}

void read_taken(Reader *r, const Node *node) {
    READ_LIST(r, node, "waarde", TakenFact, r->p->taken, r->p->taken_count, read_taken_one);
}

/* Texts for one recipient name a location or a board. */
void read_recipients(Reader *r, const Node *node) {
    NODE_EACH(one, node, "ontvanger") {
        const char *key = node_get(one, "voor");
        if (key && find_key(r, KEY_LOCATION, key) == NO_INDEX && find_key(r, KEY_BOARD, key) == NO_INDEX)
            report_unknown(r, one, "voor", key, (KeyKind[]){KEY_LOCATION, KEY_BOARD}, 2);
    }
}

void read_earlier_years(Reader *r, const Node *node) {
    READ_LIST(r, node, "vorig-jaar", EarlierYear, r->p->earlier_years, r->p->earlier_year_count, read_earlier);
}

void read_controls(Reader *r, const Node *node) {
    READ_LIST(r, node, "controle", StatedFact, r->p->controls, r->p->control_count, read_control);
}

static void read_acknowledgement(Reader *r, const Node *node, Acknowledgement *out, int index) {
    (void)index;
    out->code = node_get_or(node, "code", "");
    out->reason = node_get_or(node, "reden", "");
    out->fact = node_get(node, "over");
    out->by = node_get(node, "door");
    out->date = read_date(r, node, "datum");
}

void read_acknowledgements(Reader *r, const Node *node) {
    READ_LIST(r, node, "bevinding", Acknowledgement, r->p->acknowledgements, r->p->acknowledgement_count, read_acknowledgement);
}

void read_archive(Reader *r, const Node *node) {
    r->p->retention = read_quantity(r, node, "bewaartermijn", NUMBER_COUNT);
}

static const char *section_of(const Node *node) {
    for (node = node->parent; node; node = node->parent)
        if (node_is(node, "paragraaf") || node_is(node, "hoofdstuk") || node_is(node, "bijlage")) return node_get(node, "sleutel");
    return NULL;
}

void read_goals(Reader *r, const Node *root) {
    Partnership *p = r->p;
    int capacity = 0;
    for (const Node *n = node_walk(root, root, "doel"); n; n = node_walk(root, n, "doel")) capacity++;
    p->goals = ARENA_ARRAY(r->arena, (size_t)capacity, Goal);
    for (const Node *n = node_walk(root, root, "doel"); n; n = node_walk(root, n, "doel"))
        p->goals[p->goal_count++] = (Goal){.place = n->place, .key = node_get(n, "sleutel"), .text = node_string(r->arena, n),
                                           .status = node_get(n, "status"), .section = section_of(n), .node = n};
}
