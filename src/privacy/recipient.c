/* Builds the input and the facts for one recipient. Everything is put in by name; what is not named here stays out. */
#include "privacy/recipient.h"

#include <stdlib.h>
#include <string.h>

typedef struct Builder {
    Arena *arena;
    const Node *root;
    const Partnership *p;
    const Ledger *ledger;
    Recipient to;
    Node *out;
    bool *persons; /* who is in it */
} Builder;

bool recipient_find(const Partnership *p, const char *key, RecipientKind wanted, Recipient *out) {
    int location = model_location(p, key), board = model_board(p, key);
    if (location != NO_INDEX && (wanted != RECIPIENT_BOARD || board == NO_INDEX)) {
        *out = (Recipient){RECIPIENT_SCHOOL, p->locations[location].key, p->locations[location].name, location};
        return true;
    }
    if (board == NO_INDEX) return false;
    *out = (Recipient){RECIPIENT_BOARD, p->boards[board].key, p->boards[board].name, board};
    return true;
}

/* ---- what belongs to the recipient ---- */

static bool own_location(const Builder *b, int index) {
    if (index == NO_INDEX) return false;
    return b->to.kind == RECIPIENT_SCHOOL ? index == b->to.index : b->p->locations[index].board == b->to.index;
}

/* A parent school belongs to the recipient when all its locations do. */
static bool own_school(const Builder *b, int index) {
    bool any = false;
    for (int i = 0; index != NO_INDEX && i < b->p->location_count; i++) {
        if (b->p->locations[i].school != index) continue;
        if (!own_location(b, i)) return false;
        any = true;
    }
    return any;
}

/* Does a location of the recipient lie under this school? */
static bool school_of_own(const Builder *b, int index) {
    for (int i = 0; i < b->p->location_count; i++)
        if (b->p->locations[i].school == index && own_location(b, i)) return true;
    return false;
}

static bool board_of_own(const Builder *b, int index) {
    if (b->to.kind == RECIPIENT_BOARD) return index == b->to.index;
    return b->p->locations[b->to.index].board == index;
}

static bool trains_here(const Builder *b, int person) {
    const Facilitation *f = &b->p->facilitation;
    for (int i = 0; i < f->trainer_count; i++)
        for (int k = 0; k < f->trainers[i].post_count; k++)
            if (f->trainers[i].person == person && own_location(b, f->trainers[i].posts[k].location)) return true;
    return false;
}

static void choose_persons(Builder *b) {
    b->persons = ARENA_ARRAY(b->arena, (size_t)b->p->person_count + 1, bool);
    for (int i = 0; i < b->p->person_count; i++) {
        const Person *person = &b->p->persons[i];
        bool employed = b->to.kind == RECIPIENT_BOARD && person->board == b->to.index;
        b->persons[i] = employed || own_location(b, person->location) || trains_here(b, i);
    }
}

/* ---- building ---- */

static Node *add(Builder *b, Node *parent, const char *name, Place place) {
    Node *node = node_element(b->arena, name, place);
    node_append(parent, node);
    return node;
}

/* Adds an attribute when there is a value. */
static void put(Builder *b, Node *node, const char *name, const char *value) {
    if (value) node_set(b->arena, node, name, value, node->place);
}

static void take(Builder *b, Node *to, const Node *from, const char *const *names) {
    for (; *names; names++) {
        const Attribute *a = node_attribute(from, *names);
        if (a) node_set(b->arena, to, a->name, a->value, a->place);
    }
}

static Node *copy(Builder *b, Node *parent, const Node *from) {
    Node *node = from->kind == NODE_TEXT ? node_text(b->arena, from->text, from->place) : node_element(b->arena, from->name, from->place);
    node->tag = from->tag;
    node_append(parent, node);
    if (from->kind == NODE_TEXT) return node;
    for (const Attribute *a = from->attributes; a; a = a->next)
        if (!strchr(a->name, ':')) node_set(b->arena, node, a->name, a->value, a->place);
    for (const Node *child = from->first; child; child = child->next) copy(b, node, child);
    return node;
}

static void copy_part(Builder *b, const char *name) {
    const Node *from = node_child(b->root, name);
    if (from) copy(b, b->out, from);
}

static const char *quantity_text(Builder *b, Quantity q) {
    return q.state == QUANTITY_ABSENT ? NULL : q.state == QUANTITY_UNKNOWN ? "?" : decimal_text(b->arena, decimal_trim(q.value));
}

static void add_partnership(Builder *b) {
    static const char *const kept[] = {"sleutel", "naam", "kort", "plaats", NULL};
    static const char *const named[] = {"sleutel", "naam", "kort", "bestuur", NULL};
    static const char *const location[] = {"sleutel", "naam", "kort", "bestuur", "school", "groep", NULL};
    const Node *from = node_child(b->root, "partnerschap");
    if (!from) return;
    Node *node = add(b, b->out, "partnerschap", from->place);
    take(b, node, from, kept);
    if (b->p->lead && board_of_own(b, model_board(b->p, b->p->lead))) put(b, node, "penvoerder", b->p->lead);
    NODE_EACH(child, from, NULL) {
        const char *key = node_get(child, "sleutel");
        if (node_is(child, "instituut") || node_is(child, "niveaugroep") || node_is(child, "niveau") || node_is(child, "schoolgroep")) copy(b, node, child);
        if (node_is(child, "bestuur") && board_of_own(b, model_board(b->p, key))) take(b, add(b, node, "bestuur", child->place), child, named);
        if (node_is(child, "school") && school_of_own(b, model_school(b->p, key))) {
            Node *school = add(b, node, "school", child->place);
            take(b, school, child, named);
        }
        if (node_is(child, "locatie") && own_location(b, model_location(b->p, key))) take(b, add(b, node, "locatie", child->place), child, location);
    }
}

static void add_pupils(Builder *b) {
    const Node *from = node_child(b->root, "leerlingen");
    if (!from) return;
    Node *node = add(b, b->out, "leerlingen", from->place);
    put(b, node, "peildatum", b->p->pupils_date);
    for (int i = 0; i < b->p->location_count; i++) {
        const Location *at = &b->p->locations[i];
        if (!own_location(b, i) || (at->pupils.state == QUANTITY_ABSENT && at->target.state == QUANTITY_ABSENT)) continue;
        Node *row = add(b, node, "telling", at->pupils.place.file ? at->pupils.place : at->place);
        put(b, row, "locatie", at->key);
        put(b, row, "aantal", quantity_text(b, at->pupils));
        put(b, row, "streefaantal", quantity_text(b, at->target));
    }
}

/* The cells of the recipient, one a row, by key. */
static Node *add_tallies(Builder *b, Node *parent, const char *name, const TallyList *list) {
    const Partnership *p = b->p;
    if (!list->given) return NULL;
    Node *node = add(b, parent, name, list->place);
    for (int i = 0; i < list->count; i++) {
        const Tally *cell = &list->items[i];
        if (cell->location == NO_INDEX ? !own_school(b, cell->school) : !own_location(b, cell->location)) continue;
        Node *row = add(b, node, "telling", cell->place);
        put(b, row, "locatie", cell->location == NO_INDEX ? NULL : p->locations[cell->location].key);
        put(b, row, "school", cell->location != NO_INDEX || cell->school == NO_INDEX ? NULL : p->schools[cell->school].key);
        put(b, row, "instituut", cell->institute == NO_INDEX ? NULL : p->institutes[cell->institute].key);
        put(b, row, "niveau", cell->level == NO_INDEX ? NULL : p->levels[cell->level].key);
        put(b, row, "aantal", quantity_text(b, cell->count));
    }
    return node;
}

static void add_students(Builder *b) {
    const Students *s = &b->p->students;
    if (!s->given) return;
    Node *node = add(b, b->out, "studenten", s->place), *levels;
    put(b, node, "peildatum", s->date);
    add_tallies(b, node, "plaatsingen", &s->joint);
    add_tallies(b, node, "per-instituut", &s->by_institute);
    levels = add_tallies(b, node, "per-niveau", &s->by_level);
    if (levels && s->by_level_partners) put(b, levels, "alleen-partners", "ja");
    add_tallies(b, node, "eerstejaars", &s->first_years);
}

/* A trainer who also works elsewhere: that is told, where and for how many students is not. */
static void add_trainer(Builder *b, Node *parent, const Node *from, const Trainer *t) {
    static const char *const kept[] = {"sleutel", "naam", "volgens-richtlijn", NULL};
    static const char *const post[] = {"locatie", "studenten", NULL};
    int own = 0, i = 0;
    for (int k = 0; k < t->post_count; k++) own += own_location(b, t->posts[k].location);
    if (!own) return;
    Node *node = add(b, parent, "schoolopleider", from->place);
    take(b, node, from, kept);
    if (t->person != NO_INDEX) put(b, node, "persoon", b->p->persons[t->person].key);
    int64_t elsewhere = 0;
    if (t->elsewhere.state == QUANTITY_KNOWN) decimal_floor(t->elsewhere.value, &elsewhere);
    elsewhere += t->post_count - own;
    if (elsewhere) put(b, node, "elders", arena_printf(b->arena, "%lld", (long long)elsewhere));
    NODE_EACH(child, from, "werkplek") {
        if (own_location(b, t->posts[i++].location)) take(b, add(b, node, "werkplek", child->place), child, post);
    }
}

static void add_facilitation(Builder *b) {
    const Node *from = node_child(b->root, "facilitering");
    if (!from) return;
    Node *node = add(b, b->out, "facilitering", from->place);
    put(b, node, "schooljaar", node_get(from, "schooljaar"));
    int trainer = 0;
    bool any = false; /* a location without a trainer is not one of a partnership that names none */
    NODE_EACH(child, from, NULL) {
        if (node_is(child, "schoolopleider")) add_trainer(b, node, child, &b->p->facilitation.trainers[trainer++]);
        else if (!node_is(child, "voorbeeld")) copy(b, node, child);
    }
    NODE_EACH(child, node, "schoolopleider") any = true;
    if (any || !trainer) return;
    Node *others = add(b, node, "schoolopleider", from->place);
    put(b, others, "sleutel", "elders");
    put(b, others, "naam", "elders");
    put(b, others, "elders", "1");
}

static void add_intervision(Builder *b) {
    const Node *from = node_child(b->root, "intervisie");
    if (!from) return;
    Node *node = add(b, b->out, "intervisie", from->place);
    for (const Attribute *a = from->attributes; a; a = a->next)
        if (strcmp(a->name, "bron") && !strchr(a->name, ':')) put(b, node, a->name, a->value);
    NODE_EACH(row, from, "telling") {
        int at = model_location(b->p, node_get(row, "locatie"));
        if (own_location(b, at)) copy(b, node, row);
    }
}

static void add_persons(Builder *b) {
    static const char *const kept[] = {"sleutel", "naam", "rollen", NULL};
    const Node *from = node_child(b->root, "personen");
    int i = 0;
    if (!from) return;
    Node *node = add(b, b->out, "personen", from->place);
    NODE_EACH(child, from, "persoon") {
        const Person *person = &b->p->persons[i];
        if (!b->persons[i++]) continue;
        Node *one = add(b, node, "persoon", child->place);
        take(b, one, child, kept);
        if (person->institute != NO_INDEX || board_of_own(b, person->board)) put(b, one, "werkgever", node_get(child, "werkgever"));
        if (own_location(b, person->location)) put(b, one, "locatie", b->p->locations[person->location].key);
    }
}

/* Teams or bodies with those members alone who are in it; a body without them is not there. */
static void add_bodies(Builder *b, const char *part, const char *name) {
    static const char *const head[] = {"sleutel", "naam", "soort", NULL};
    static const char *const kept[] = {"persoon", "waar", "functie", "gefaciliteerd", "uren", NULL};
    const Node *from = node_child(b->root, part);
    if (!from) return;
    Node *node = add(b, b->out, part, from->place);
    NODE_EACH(body, from, name) {
        Node *one = NULL;
        NODE_EACH(member, body, "lid") {
            int person = model_person(b->p, node_get(member, "persoon")), at = model_location(b->p, node_get(member, "locatie"));
            int school = model_school(b->p, node_get(member, "school"));
            if (person == NO_INDEX || !b->persons[person]) continue;
            if (!one) take(b, one = add(b, node, name, body->place), body, head);
            Node *copied = add(b, one, "lid", member->place);
            take(b, copied, member, kept);
            if (own_location(b, at)) put(b, copied, "locatie", b->p->locations[at].key);
            if (school != NO_INDEX && school_of_own(b, school)) put(b, copied, "school", b->p->schools[school].key);
        }
    }
}

/* The budget lines of which the board bears a part; what is calculated from others stays out. */
static void add_budget(Builder *b) {
    static const char *const head[] = {"sleutel", "naam", NULL};
    static const char *const kept[] = {"sleutel", "naam", "werkgever", NULL};
    const Node *from = node_child(b->root, "begroting");
    if (!from || b->to.kind != RECIPIENT_BOARD) return;
    Node *node = NULL;
    NODE_EACH(category, from, "rubriek") {
        Node *one = NULL;
        NODE_EACH(line, category, "regel") {
            const char *employer = node_get(line, "werkgever");
            bool calculated = node_get(node_child(line, "begroot"), "feit") || node_get(node_child(line, "gerealiseerd"), "feit");
            if (!employer || strcmp(employer, b->to.key) || calculated) continue;
            if (!node) node = add(b, b->out, "begroting", from->place);
            if (!one) take(b, one = add(b, node, "rubriek", category->place), category, head);
            Node *copied = add(b, one, "regel", line->place);
            take(b, copied, line, kept);
            NODE_EACH(child, line, NULL) copy(b, copied, child);
        }
    }
}

static void add_texts(Builder *b) {
    const Node *from = node_child(b->root, "ontvangers");
    Node *node = NULL;
    for (const Node *one = from ? node_child(from, "ontvanger") : NULL; one; one = node_sibling(one, "ontvanger")) {
        if (strcmp(node_get_or(one, "voor", ""), b->to.key)) continue;
        if (!node) node = add(b, b->out, "ontvangers", from->place);
        copy(b, node, one);
    }
}

/* ---- facts ---- */

static bool starts(const char *text, const char *prefix, const char *key) {
    size_t n = strlen(prefix), m = strlen(key);
    return !strncmp(text, prefix, n) && !strncmp(text + n, key, m) && (text[n + m] == '.' || text[n + m] == '@' || !text[n + m]);
}

/* Of a trainer who also works for others only those parts are told that do not rest on the others' students. */
static bool about_trainer(const Builder *b, const Trainer *t, const char *id) {
    bool here = false, shared = t->elsewhere.state != QUANTITY_ABSENT;
    if (!starts(id, "so.", t->key)) return false;
    for (int k = 0; k < t->post_count; k++) {
        bool own = own_location(b, t->posts[k].location);
        here |= own;
        shared |= !own;
    }
    if (!here || !shared) return here;
    const char *part = id + strlen("so.") + strlen(t->key) + 1;
    if (!strcmp(part, "locaties") || !strcmp(part, "uren.vast") || !strcmp(part, "uren.meer-locaties")) return true;
    for (int k = 0; k < t->post_count; k++)
        if (own_location(b, t->posts[k].location) && starts(part, "locatie.", b->p->locations[t->posts[k].location].key)) return true;
    return false;
}

/* Is the fact of that id about the recipient, or a norm that is the same for everybody? */
static bool about(const Builder *b, const char *id) {
    const Partnership *p = b->p;
    static const char *const common[] = {"parameter.", "facilitering.", "intervisie.minimum", "intervisie.maximum", "archief."};
    for (size_t i = 0; i < sizeof common / sizeof *common; i++)
        if (!strncmp(id, common[i], strlen(common[i]))) return true;
    for (int i = 0; i < p->location_count; i++) {
        if (!own_location(b, i)) continue;
        if (starts(id, "school.", p->locations[i].key) || starts(id, "eerstejaars.school.", p->locations[i].key) ||
            starts(id, "intervisie.", p->locations[i].key))
            return true;
        if (!p->facilitation.trainer_count && starts(id, "so.", p->locations[i].key)) return true;
    }
    for (int i = 0; i < p->school_count; i++)
        if (own_school(b, i) && starts(id, "eerstejaars.school.", p->schools[i].key)) return true;
    for (int i = 0; i < p->facilitation.trainer_count; i++)
        if (about_trainer(b, &p->facilitation.trainers[i], id)) return true;
    if (b->to.kind != RECIPIENT_BOARD) return false;
    if (starts(id, "bestuur.", b->to.key)) return true;
    static const char *const lines[] = {"begroting.regel.", "realisatie.regel.", "werkgever.regel.", "afwijking.regel."};
    for (int c = 0; c < p->budget.category_count; c++)
        for (int k = 0; k < p->budget.categories[c].line_count; k++)
            for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
                if (p->budget.categories[c].lines[k].employer_board == b->to.index && starts(id, lines[i], p->budget.categories[c].lines[k].key)) return true;
    return false;
}

/* Values of earlier years that the whole knows about the recipient. */
static void add_years(Builder *b) {
    Node *node = NULL, *one = NULL;
    const char *last = "";
    /* by year, then by id: the ledger is sorted by id */
    for (int y = 0; y < b->p->earlier_year_count; y++) {
        const char *year = b->p->earlier_years[y].year.text;
        for (size_t i = 0; year && i < ledger_count(b->ledger); i++) {
            const Fact *fact = ledger_at(b->ledger, i);
            const char *at = strchr(fact->id, '@');
            if (!at || strcmp(at + 1, year) || fact->status == FACT_UNKNOWN || !about(b, fact->id)) continue;
            if (starts(fact->id, "parameter", "") || starts(fact->id, "facilitering", "")) continue;
            if (!node) node = add(b, b->out, "vorige-jaren", b->p->earlier_years[y].place);
            if (strcmp(last, year)) put(b, one = add(b, node, "vorig-jaar", b->p->earlier_years[y].place), "schooljaar", last = year);
            Node *value = add(b, one, "waarde", one->place);
            put(b, value, "feit", arena_strndup(b->arena, fact->id, (size_t)(at - fact->id)));
            put(b, value, "waarde", decimal_text(b->arena, fact->value));
        }
    }
}

/* How many locations other than the recipient's a middle must rest on. */
static int64_t others_needed(const Partnership *p) {
    const Quantity *least = &p->parameters[PARAMETER_SMALL_GROUP];
    int64_t n = 5;
    if (least->state == QUANTITY_KNOWN) decimal_floor(least->value, &n);
    return n > 2 ? n - 1 : 2;
}

/* Is so much of the middle of others that no other location can be recomputed from it? */
static bool middle_allowed(const Builder *b, const char *measure) {
    const Fact *count = ledger_get(b->ledger, arena_printf(b->arena, "partnerschap.middel.%s.aantal", measure));
    int64_t all = 0, own = 0;
    if (!count || !decimal_floor(count->value, &all)) return false;
    for (int i = 0; i < b->p->taken_count; i++) /* it was allowed when this input was made */
        if (!strcmp(b->p->taken[i].fact, count->id)) return true;
    for (int i = 0; i < b->p->location_count; i++) {
        const Fact *value = ledger_get(b->ledger, arena_printf(b->arena, "school.%s.%s", b->p->locations[i].key, measure));
        own += own_location(b, i) && value && value->status != FACT_UNKNOWN;
    }
    return all - own >= others_needed(b->p);
}

static void add_middle(Builder *b) {
    static const char prefix[] = "partnerschap.middel.";
    Node *node = NULL;
    for (size_t i = 0; i < ledger_count(b->ledger); i++) {
        const Fact *fact = ledger_at(b->ledger, i);
        if (strncmp(fact->id, prefix, sizeof prefix - 1) || strchr(fact->id, '@') || fact->status == FACT_UNKNOWN) continue;
        const char *measure = fact->id + sizeof prefix - 1, *end = strrchr(measure, '.');
        if (!end || !middle_allowed(b, arena_strndup(b->arena, measure, (size_t)(end - measure)))) continue;
        if (!node) node = add(b, b->out, "overgenomen", b->root->place);
        Node *value = add(b, node, "waarde", node->place);
        put(b, value, "feit", fact->id);
        put(b, value, "waarde", decimal_text(b->arena, fact->value));
        put(b, value, "eenheid", fact->unit);
        put(b, value, "naam", fact->label);
    }
}

Node *recipient_tree(Arena *arena, const Node *root, const Partnership *partnership, const Ledger *ledger, Recipient to) {
    static const char *const head[] = {"schooljaar", "huisstijl", "datum", "status", "taal", NULL};
    Builder b = {.arena = arena, .root = root, .p = partnership, .ledger = ledger, .to = to};
    b.out = node_element(arena, root->name, root->place);
    take(&b, b.out, root, head);
    choose_persons(&b);
    add_partnership(&b);
    copy_part(&b, "parameters");
    add_pupils(&b);
    add_students(&b);
    add_persons(&b);
    add_bodies(&b, "ontwikkelteams", "team");
    add_bodies(&b, "personele-inzet", "orgaan");
    add_budget(&b);
    add_facilitation(&b);
    add_intervision(&b);
    add_years(&b);
    add_middle(&b);
    add_texts(&b);
    return b.out;
}

typedef struct Selection {
    Builder b;
    const Partnership *own;
    const Ledger *whole;
} Selection;

static const Fact *select_fact(void *data, const Fact *fact) {
    const Selection *s = data;
    const Fact *same = ledger_get(s->whole, fact->id);
    for (int i = 0; i < s->own->taken_count; i++)
        if (!strcmp(s->own->taken[i].fact, fact->id)) return fact;
    if (!about(&s->b, fact->id) || !same || same->status != fact->status) return NULL;
    return fact->status == FACT_UNKNOWN || decimal_compare(same->value, fact->value) == 0 ? fact : NULL;
}

Ledger *recipient_ledger(Arena *arena, const Ledger *own, const Partnership *own_partnership, const Ledger *whole,
                         const Partnership *partnership, Recipient to) {
    Selection s = {{.arena = arena, .p = partnership, .to = to}, own_partnership, whole};
    return ledger_filter(arena, own, select_fact, &s);
}
