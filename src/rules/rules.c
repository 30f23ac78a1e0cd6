/* Runs the table of rules, applies the acknowledgements, and guards the status "definitief". */
#include "rules/rules.h"

#include <string.h>

#include "rules/rule.h"

static const Rule RULES[] = {
    rule_figures, rule_distributions, rule_surveys, rule_own_data, rule_money, rule_controls, rule_sentences,     rule_references,
    rule_wording, rule_typed, rule_units, rule_trainers, rule_counts, rule_events, rule_years, rule_dates, rule_proportion, rule_steering, rule_names, rule_abbreviations, rule_privacy,
    rule_open, rule_content,
};

void rule_report(Check *check, const Message *message, Place place, const char *found, const char *expected,
                 const char *one, const char *two, const char *three) {
    diagnostics_report(check->diagnostics, message, place,
                       (Report){.found = found, .expected = expected, .arguments = {one, two, three}});
}

const char *rule_number(Check *check, Decimal value) {
    return decimal_text(check->arena, decimal_trim(value));
}

void rule_each_passage(Check *check, int part, void (*look)(Check *check, const Passage *passage, void *data), void *data) {
    const Narrative *text = check->text;
    for (int i = 0; i < text->passage_count; i++) {
        const Passage *p = &text->passages[i];
        bool own = p->kind != PASSAGE_QUOTATION && p->kind != PASSAGE_VERBATIM && text->sections[p->section].part == part;
        if (own && strpbrk(p->text, "0123456789")) look(check, p, data);
    }
}

void rule_each_text(Check *check, void (*look)(Check *check, const TextPiece *text)) {
    for (int i = 0; i < check->text->piece_count; i++) look(check, &check->text->pieces[i]);
}

static bool names(const Diagnostic *d, const char *what) {
    if (!what) return true;
    for (size_t i = 0; i < 6; i++)
        if (d->arguments[i] && strcmp(d->arguments[i], what) == 0) return true;
    return false;
}

/* Marks what the input accepts with a reason; an acknowledgement that fits nothing is pointed out. */
static void acknowledge(Check *check) {
    for (int a = 0; a < check->p->acknowledgement_count; a++) {
        const Acknowledgement *accepted = &check->p->acknowledgements[a];
        size_t hits = 0, total = diagnostics_total(check->diagnostics);
        bool reasoned = accepted->reason && *accepted->reason;
        for (size_t i = 0; i < total && accepted->code && reasoned; i++) {
            Diagnostic *d = diagnostics_at(check->diagnostics, i);
            if (strcmp(d->message->code, accepted->code) != 0 || !names(d, accepted->fact)) continue;
            d->acknowledged = true;
            d->reason = accepted->reason;
            hits++;
        }
        if (!hits)
            rule_report(check, &R701_UNUSED, accepted->place, NULL, NULL, accepted->code ? accepted->code : "?", NULL, NULL);
    }
}

void rules_run(const Partnership *partnership, const Node *input, const Ledger *ledger, const FigureKinds *figures, Diagnostics *diagnostics) {
    Check check = {.arena = arena_new(), .p = partnership, .input = input, .text = partnership->text, .ledger = ledger, .figures = figures, .diagnostics = diagnostics};
    check.prose = prose_read(check.arena, partnership);
    check.matcher = matcher_new(check.arena, partnership, ledger, check.prose);
    check.taint = taint_find(check.arena, input, diagnostics);
    for (size_t i = 0; i < sizeof RULES / sizeof *RULES; i++) RULES[i](&check);
    acknowledge(&check);
    size_t errors = diagnostics_count(diagnostics, SEVERITY_ERROR);
    if (partnership->status && strcmp(partnership->status, "definitief") == 0 && errors) {
        rule_report(&check, &R702_FINAL, partnership->status_place, NULL, NULL, RULE_TEXT(&check, "%zu", errors), NULL, NULL);
    }
    arena_free(check.arena);
}
