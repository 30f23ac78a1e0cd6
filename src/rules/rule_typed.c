/* Numbers typed in sentences: they do not follow the facts, may contradict one, and amounts say over what. */
#include <string.h>

#include "base/number.h"
#include "prose/typed.h"
#include "rules/rule.h"

/* ---- R222: a number that no fact of what it counts bears out ---- */

static void check_claims(Check *check) {
    for (int i = 0; i < check->prose->count; i++) {
        const ProseItem *item = &check->prose->items[i];
        const Match match = matcher_judge(check->matcher, i);
        if (match.verdict != VERDICT_CONTRADICTS || taint_fact(check->taint, match.fact)) continue;
        const char *written = item->kind == PROSE_COUNT && *item->noun ? RULE_TEXT(check, "%s %s", item->written, item->noun) : item->written;
        rule_report(check, &R222_TYPED_FACT, item->place, written, number_text(check->arena, match.fact->value, NUMBER_PLAIN, "nl"), match.fact->id, written, NULL);
    }
}

/* ---- R153: an amount says over what ---- */

static bool says_over_what(const char *text) {
    static const char *const words[] = {"per ", "elk", "jaar", "maand", "week", "dag", "keer", "eenmalig", "totaal", "samen", "uurtarief", "20", "19"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcasestr(text, words[i])) return true;
    return false;
}

/* ---- R221: the typed numbers of a chapter or annex ---- */

typedef struct Found {
    Buffer list, head; /* all of them, and the first few */
    Place first;
    int count;
} Found;

static void look_at(Check *check, const Passage *passage, void *data) {
    Found *found = data;
    Typed typed;
    for (size_t from = 0; passage_next_number(check->arena, passage, &from, &typed);) {
        if (found->count < 8) buffer_printf(&found->head, "%s%s", found->count ? "; " : "", typed.written);
        if (found->count == 8) buffer_puts(&found->head, "; …");
        if (!found->count++) found->first = passage_place(passage, typed.at);
        buffer_printf(&found->list, "%s%s", found->list.size ? "; " : "", typed.written);
        if (typed.euro && !says_over_what(passage->text))
            rule_report(check, &R153_PERIOD, passage_place(passage, typed.at), typed.written, NULL, typed.written, NULL, NULL);
    }
}

void rule_typed(Check *check) {
    check_claims(check);
    for (int i = 0; i < check->text->section_count; i++) {
        const Section *part = &check->text->sections[i];
        if (part->parent != NO_INDEX) continue;
        Found found = {0};
        rule_each_passage(check, i, look_at, &found);
        if (found.count)
            rule_report(check, &R221_TYPED, found.first, found.head.data, NULL, part->title.text ? part->title.text : part->name, found.list.data,
                        part->key ? part->key : part->name);
        buffer_free(&found.list);
        buffer_free(&found.head);
    }
}

/* ---- R151, R152: what counts says of what, and of when ---- */

void rule_units(Check *check) {
    const Partnership *p = check->p;
    for (int i = 0; i < p->key_number_count; i++)
        if (!p->key_numbers[i].unit)
            rule_report(check, &R151_UNIT, p->key_numbers[i].place, NULL, NULL, p->key_numbers[i].name ? p->key_numbers[i].name : p->key_numbers[i].key,
                        p->key_numbers[i].key, NULL);
    if (p->pupils_counted && !p->pupils_dated) rule_report(check, &R152_DATE, p->pupils_place, NULL, NULL, "leerlingen", NULL, NULL);
    if (p->students.given && !p->students.dated && (p->students.joint.given || p->students.by_institute.given || p->students.by_level.given))
        rule_report(check, &R152_DATE, p->students.place, NULL, NULL, "studenten", NULL, NULL);
}
