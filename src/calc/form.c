/* The form of an expression: how its value follows from its facts, for whoever reasons backwards. */
#include "calc/describe.h"

typedef struct Linear { /* factor x fact, in the order of the facts; what rests on no fact is left out */
    int facts, added, subtracted;
    bool first_added;
    Fraction factor; /* of the last */
} Linear;

static bool rests_on_facts(const Expression *e) {
    if (e->kind == EXPRESSION_FACT) return true;
    for (int i = 0; i < e->count; i++)
        if (rests_on_facts(e->parts[i])) return true;
    return false;
}

static bool is_one(Fraction f, int sign) {
    return fraction_valid(f) && fraction_compare(f, fraction_of(decimal_int(sign))) == 0;
}

static bool add_linear(Linear *l, const Expression *e, Fraction factor);

/* At most one part of a product may rest on a fact, and all others must be known. */
static bool add_product(Linear *l, const Expression *e, Fraction factor) {
    const Expression *inner = NULL;
    for (int i = 0; i < e->count; i++) {
        if (rests_on_facts(e->parts[i])) {
            if (inner || (e->kind == EXPRESSION_QUOTIENT && i)) return false;
            inner = e->parts[i];
            continue;
        }
        Evaluation part = expression_outcome(e->parts[i]);
        if (part.status != FACT_KNOWN) return false;
        factor = e->kind == EXPRESSION_QUOTIENT && i ? fraction_div(factor, part.value) : fraction_mul(factor, part.value);
    }
    return !inner || add_linear(l, inner, factor);
}

static bool add_fact(Linear *l, Fraction factor) {
    if (!l->facts++) l->first_added = is_one(factor, 1);
    l->added += is_one(factor, 1);
    l->subtracted += is_one(factor, -1);
    l->factor = factor;
    return true;
}

static bool add_linear(Linear *l, const Expression *e, Fraction factor) {
    switch (e->kind) {
    case EXPRESSION_FACT: return add_fact(l, factor);
    case EXPRESSION_KNOWN: return true; /* its cells are terms on their own */
    case EXPRESSION_ROUND: /* cents, and a fact as it is shown */
        return (e->places == 2 || e->parts[0]->kind == EXPRESSION_FACT || !rests_on_facts(e)) && add_linear(l, e->parts[0], factor);
    case EXPRESSION_LEFT: case EXPRESSION_RIGHT: case EXPRESSION_ESTABLISHED: return add_linear(l, e->parts[0], factor);
    case EXPRESSION_SUM: case EXPRESSION_PLUS: case EXPRESSION_DIFFERENCE:
        for (int i = 0; i < e->count; i++) {
            bool minus = e->kind == EXPRESSION_DIFFERENCE && i > 0;
            if (!add_linear(l, e->parts[i], minus ? fraction_sub(fraction_of(DECIMAL_ZERO), factor) : factor)) return false;
        }
        return true;
    case EXPRESSION_PRODUCT: case EXPRESSION_QUOTIENT: return add_product(l, e, factor);
    default: return !rests_on_facts(e);
    }
}

static bool is_zero(const Expression *e) {
    return e->kind == EXPRESSION_CONSTANT && decimal_is_zero(e->number);
}

/* Does it tell on which side of zero a fact is? */
static bool is_sign(const Expression *e) {
    if (e->kind == EXPRESSION_FACT) return e->fact->form == FORM_SIGNS;
    return e->kind == EXPRESSION_COMPARE && is_zero(e->parts[1]) && e->parts[0]->kind == EXPRESSION_FACT;
}

static bool all_signs(const Expression *e) {
    for (int i = 0; i < e->count; i++)
        if (!is_sign(e->parts[i])) return false;
    return e->count > 0;
}

static FactForm linear_form(const Expression *e, Decimal *factor) {
    Linear l = {0};
    if (!add_linear(&l, e, fraction_of(decimal_int(1)))) return FORM_OTHER;
    if (l.facts == l.added) return FORM_SUM;
    if (l.facts > 1 && l.first_added && l.subtracted == l.facts - 1) return FORM_DIFFERENCE;
    return l.facts == 1 && fraction_decimal(l.factor, factor) ? FORM_SCALED : FORM_OTHER;
}

/* Of one location a share goes where its terms go. */
static FactForm share_form(const Expression *e) {
    const Expression *a = e->parts[0], *b = e->parts[1];
    while (a->kind == EXPRESSION_LEFT || a->kind == EXPRESSION_RIGHT) a = a->parts[0];
    while (b->kind == EXPRESSION_LEFT || b->kind == EXPRESSION_RIGHT) b = b->parts[0];
    if (a->kind != EXPRESSION_FACT || b->kind != EXPRESSION_FACT) return FORM_OTHER;
    const Expression *of = a->fact->expression;
    return of && of->of_one ? FORM_OTHER : FORM_SHARE;
}

FactForm expression_form(const Expression *e, Decimal *factor) {
    *factor = DECIMAL_ZERO;
    switch (e->kind) {
    case EXPRESSION_SHARE: return share_form(e);
    case EXPRESSION_PAIRED: return e->known ? expression_form(e->parts[2], factor) : FORM_OTHER;
    case EXPRESSION_LARGEST: return e->count == 2 && is_zero(e->parts[1]) && e->parts[0]->kind == EXPRESSION_FACT ? FORM_EXCESS : FORM_OTHER;
    case EXPRESSION_COMPARE: return is_sign(e) ? FORM_SIGNS : FORM_OTHER;
    case EXPRESSION_CERTAIN: return all_signs(e) ? FORM_SIGNS : FORM_OTHER;
    case EXPRESSION_SUM: return all_signs(e) ? FORM_SIGNS : linear_form(e, factor);
    case EXPRESSION_PLUS: case EXPRESSION_DIFFERENCE: case EXPRESSION_PRODUCT: case EXPRESSION_QUOTIENT: case EXPRESSION_ROUND: return linear_form(e, factor);
    case EXPRESSION_FACT: return FORM_SUM;
    default: return FORM_OTHER;
    }
}
