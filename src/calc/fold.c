/* A sum of many rows that are each the same calculation, folded: 27 x 8 x 70,00 = 15.120,00. */
#include "calc/fold.h"

#include <string.h>

/* The product that a part stands for; NULL when it is none. */
static const Expression *product_of(const Expression *part) {
    const Expression *e = part->kind == EXPRESSION_FACT ? part->fact->expression : part;
    while (e && e->kind == EXPRESSION_ROUND) e = e->parts[0];
    return e && e->kind == EXPRESSION_PRODUCT ? e : NULL;
}

static bool same_cell(const Expression *a, const Expression *b) {
    return a->kind == EXPRESSION_CELL && b->kind == EXPRESSION_CELL && a->known && b->known && decimal_compare(a->number, b->number) == 0 && !strcmp(a->name, b->name);
}

static bool is_alike(const Expression *a, const Expression *b) {
    if (!a || !b || a->count != b->count) return false;
    for (int i = 1; i < a->count; i++)
        if (!same_cell(a->parts[i], b->parts[i])) return false;
    return true;
}

bool fold_sum(const Fact *fact, Fold *fold) {
    const Expression *sum = fact->expression, *first = NULL;
    Fraction count = fraction_of(DECIMAL_ZERO), whole = count;
    if (!sum || sum->kind != EXPRESSION_SUM || sum->count < 2 || !fact_has_value(fact)) return false;
    for (int i = 0; i < sum->count; i++) {
        const Expression *product = product_of(sum->parts[i]);
        if (!first) first = product;
        if (!is_alike(first, product)) return false;
        Evaluation part = expression_outcome(product->parts[0]);
        if (part.status != FACT_UNKNOWN) count = fraction_add(count, part.value);
    }
    *fold = (Fold){.count = count};
    whole = count;
    for (int i = 1; i < first->count && fold->factor_count < FOLD_FACTORS; i++) {
        fold->factors[fold->factor_count++] = first->parts[i];
        whole = fraction_mul(whole, fraction_of(first->parts[i]->number));
    }
    return first->count - 1 == fold->factor_count && fraction_valid(whole) && fraction_compare(whole, fact_exactly(fact)) == 0;
}
