/* Hour specifications per role (Noord-Holland) and facilities per task (Boss po). */
#include <string.h>

#include "model/reader.h"

static void read_duration(Reader *r, const Node *node, Duration *out, int index) {
    (void)index;
    out->name = node_get(node, "naam");
    out->minutes = read_quantity(r, node, "minuten", NUMBER_MEASURE);
    out->hours = read_quantity(r, node, "uren", NUMBER_MEASURE);
    if ((out->minutes.state == QUANTITY_ABSENT) == (out->hours.state == QUANTITY_ABSENT))
        model_report(r, M_STEP_TIME, node, NULL, (Report){0});
    check_range(r, node, "minuten", read_quantity(r, node, "van", NUMBER_MEASURE), out->minutes);
    out->times = read_quantity(r, node, "maal", NUMBER_MEASURE);
}

static void read_item(Reader *r, const Node *node, HourItem *out, int index) {
    out->key = read_key(r, node, KEY_HOUR_ITEM, index);
    read_names(node, &out->name, NULL);
    out->purpose = node_get(node, "doel");
    out->duration = node_get(node, "duur");
    const char *basis = node_get_or(node, "per", "vast");
    out->basis = strcmp(basis, "student") == 0 ? HOURS_PER_STUDENT : strcmp(basis, "groep") == 0 ? HOURS_PER_GROUP : HOURS_FIXED;
    out->hours = read_quantity(r, node, "uren", NUMBER_MEASURE);
    READ_LIST(r, node, "stap", Duration, out->steps, out->step_count, read_duration);
    out->option = node_get(node, "optie");
    read_reference(r, node, "optie", KEY_HOUR_OPTION);
}

static void read_section(Reader *r, const Node *node, HourSection *out, int index) {
    out->key = read_key(r, node, KEY_HOUR_SECTION, index);
    read_names(node, &out->name, NULL);
    out->times = read_quantity(r, node, "maal", NUMBER_MEASURE);
    READ_LIST(r, node, "post", HourItem, out->items, out->item_count, read_item);
}

static void read_option(Reader *r, const Node *node, HourOption *out, int index) {
    out->key = read_key(r, node, KEY_HOUR_OPTION, index);
    read_names(node, &out->name, NULL);
    out->on = read_yes(node, "aan", true);
}

/* A count of the specification itself, or else the one that urenspecificaties gives for all. */
static Quantity read_default(Reader *r, const Node *node, const char *attribute) {
    bool own = node_attribute(node, attribute) || !node->parent;
    return read_quantity(r, own ? node : node->parent, attribute, NUMBER_COUNT);
}

static void read_specification(Reader *r, const Node *node, HourSpecification *out, int index) {
    out->key = read_key(r, node, KEY_HOURS, index);
    read_names(node, &out->name, NULL);
    out->unit = node_get(node, "eenheid");
    out->students = read_default(r, node, "studenten");
    out->group_size = read_default(r, node, "groepsgrootte");
    out->base = NO_INDEX;
    forget_keys(r, KEY_HOUR_OPTION); /* these need to be unique within their role only */
    forget_keys(r, KEY_HOUR_SECTION);
    forget_keys(r, KEY_HOUR_ITEM);
    READ_LIST(r, node, "optie", HourOption, out->options, out->option_count, read_option);
    READ_LIST(r, node, "onderdeel", HourSection, out->sections, out->section_count, read_section);
}

void read_hours(Reader *r, const Node *node) {
    READ_LIST(r, node, "urenspecificatie", HourSpecification, r->p->hour_specifications, r->p->hour_specification_count,
              read_specification);
    HourSpecification *all = r->p->hour_specifications;
    int i = 0;
    NODE_EACH(child, node, "urenspecificatie") {
        all[i].base = read_reference(r, child, "uitbreiding-van", KEY_HOURS);
        int steps = 0;
        for (int up = all[i].base; up != NO_INDEX && steps <= r->p->hour_specification_count; up = all[up].base, steps++)
            if (up == i) {
                model_report(r, M_CIRCLE, child, "uitbreiding-van", (Report){.arguments = {all[i].key}});
                all[i].base = NO_INDEX;
                break;
            }
        i++;
    }
}

static void read_facility(Reader *r, const Node *node, Facility *out, int index) {
    out->key = read_key(r, node, KEY_FACILITY, index);
    read_names(node, &out->name, NULL);
    out->hours = read_quantity(r, node, "uren", NUMBER_MEASURE);
    out->per = node_get(node, "per");
    out->number = read_quantity(r, node, "aantal", NUMBER_COUNT);
    out->students = read_quantity(r, node, "studenten", NUMBER_COUNT);
    out->times = read_quantity(r, node, "maal", NUMBER_MEASURE);
    out->text = node_get(node, "tekst");
    out->together = node_get(node, "samen");
}

void read_facilities(Reader *r, const Node *node) {
    READ_LIST(r, node, "faciliteit", Facility, r->p->facilities, r->p->facility_count, read_facility);
}
