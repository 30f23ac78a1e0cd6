/* Professional development: the offer of activities, self-evaluations, and what the role cards refer to. */
#include "model/reader.h"

static void read_group(Reader *r, const Node *node, OfferGroup *out, int index) {
    out->key = read_key(r, node, KEY_OFFER_GROUP, index);
    read_names(node, &out->name, NULL);
}

static void read_activity(Reader *r, const Node *node, OfferActivity *out, int index) {
    out->key = read_key(r, node, KEY_OFFER_ACTIVITY, index);
    read_names(node, &out->name, NULL);
    out->all = !node_attribute(node, "voor");
    out->groups = read_references(r, node, "voor", KEY_OFFER_GROUP, &out->group_count);
}

static void read_phase(Reader *r, const Node *node, OfferPhase *out, int index) {
    out->key = read_key(r, node, KEY_OFFER_PHASE, index);
    read_names(node, &out->name, NULL);
    READ_LIST(r, node, "activiteit", OfferActivity, out->activities, out->activity_count, read_activity);
}

void read_offer(Reader *r, const Node *node) {
    Offer *offer = &r->p->offer;
    offer->place = node->place;
    offer->given = true;
    READ_LIST(r, node, "doelgroep", OfferGroup, offer->groups, offer->group_count, read_group);
    READ_LIST(r, node, "fase", OfferPhase, offer->phases, offer->phase_count, read_phase);
}

static void read_stage(Reader *r, const Node *node, ScanStage *out, int index) {
    out->key = read_key(r, node, KEY_SCAN_STAGE, index);
    read_names(node, &out->name, NULL);
    out->statement_count = count_children(node, "uitspraak");
}

static void read_scan(Reader *r, const Node *node, Scan *out, int index) {
    out->key = read_key(r, node, KEY_SCAN, index);
    read_names(node, &out->name, NULL);
    forget_keys(r, KEY_SCAN_STAGE); /* these need to be unique within their scan only */
    READ_LIST(r, node, "trede", ScanStage, out->stages, out->stage_count, read_stage);
}

void read_scans(Reader *r, const Node *node) {
    READ_LIST(r, node, "scan", Scan, r->p->scans, r->p->scan_count, read_scan);
}

/* The cards are text; only the hour specifications that a sheet of hours names must exist. */
void read_roles(Reader *r, const Node *node) {
    r->p->role_count = count_children(node, "rol");
    r->p->roles_place = node->place;
    NODE_EACH(sheet, node, "urenblad") {
        int count;
        read_references(r, sheet, "over", KEY_HOURS, &count);
    }
}
