/* Evaluates expressions: the rule of status at the head of expression.h, and nothing else. */
#include "calc/evaluate.h"

#include <stdlib.h>
#include <string.h>

#include "calc/bounds.h"

typedef struct Sides { /* what the placeholders in the body of a pair stand for */
    Evaluation left, right;
} Sides;

static Evaluation outcome_of(const Expression *e, const Sides *sides);

static Fraction number(int64_t value) {
    return fraction_of(decimal_int(value));
}

static Evaluation exactly(Fraction value) {
    return (Evaluation){FACT_KNOWN, value, bound_at(value), bound_at(value)};
}

static Evaluation unknown_between(Bound low, Bound high) {
    return (Evaluation){FACT_UNKNOWN, number(0), low, high};
}

static Evaluation unknown_count(void) {
    return unknown_between(bound_at(number(0)), bound_open(1));
}

/* A threshold decides: known when nothing else is possible. */
static Evaluation settled(Bound low, Bound high) {
    return bound_same(low, high) ? exactly(low.at) : unknown_between(low, high);
}

/* The status of what needs all its parts. */
static FactStatus needs_both(FactStatus a, FactStatus b) {
    if (a == FACT_UNKNOWN || b == FACT_UNKNOWN) return FACT_UNKNOWN;
    return a == FACT_PARTIAL || b == FACT_PARTIAL ? FACT_PARTIAL : FACT_KNOWN;
}

static Evaluation finish(FactStatus status, Fraction value, Bound low, Bound high) {
    if (status == FACT_KNOWN) return exactly(value);
    return (Evaluation){status, status == FACT_UNKNOWN ? number(0) : value, low, high};
}

/* ---- sums ---- */

typedef struct Total {
    Evaluation outcome;
    int known, open; /* parts with a value, and parts that are not wholly known */
} Total;

static void total_add(Total *t, Evaluation part) {
    t->open += part.status != FACT_KNOWN;
    t->known += part.status != FACT_UNKNOWN;
    if (part.status != FACT_UNKNOWN) t->outcome.value = fraction_add(t->outcome.value, part.value);
    t->outcome.low = bound_add(t->outcome.low, part.low);
    t->outcome.high = bound_add(t->outcome.high, part.high);
}

static Total total_none(void) {
    return (Total){exactly(number(0)), 0, 0};
}

static Evaluation total_end(const Total *t, bool of_one) {
    FactStatus status = !t->open ? FACT_KNOWN : of_one || !t->known ? FACT_UNKNOWN : FACT_PARTIAL;
    return finish(status, t->outcome.value, t->outcome.low, t->outcome.high);
}

static Evaluation sum_of(const Expression *e, const Sides *sides) {
    Total t = total_none();
    for (int i = 0; i < e->count; i++) total_add(&t, outcome_of(e->parts[i], sides));
    return total_end(&t, e->of_one);
}

/* All cells of a total of one location, and of the totals that it adds up. */
static void add_cells(Total *t, const Expression *e) {
    while (e->kind == EXPRESSION_FACT && e->fact->status == FACT_UNKNOWN && e->fact->expression->kind == EXPRESSION_FACT) e = e->fact->expression;
    const Expression *of = e->kind == EXPRESSION_FACT && e->fact->status == FACT_UNKNOWN ? e->fact->expression : NULL;
    if (!of || of->kind != EXPRESSION_SUM || !of->of_one) total_add(t, outcome_of(e, NULL));
    else for (int i = 0; i < of->count; i++) add_cells(t, of->parts[i]);
}

static Evaluation known_of(const Expression *e) {
    Total t = total_none();
    add_cells(&t, e->parts[0]);
    return total_end(&t, false);
}

static Evaluation certain_of(const Expression *e, const Sides *sides) {
    int64_t certain = 0;
    for (int i = 0; i < e->count; i++) {
        Evaluation part = outcome_of(e->parts[i], sides);
        certain += part.status == FACT_KNOWN && (!e->known || fraction_compare(part.value, fraction_of(e->number)) == 0);
    }
    return exactly(number(certain));
}

static Evaluation established_of(Evaluation a) {
    return a.status == FACT_PARTIAL ? exactly(a.value) : a;
}

static int compare_fractions(const void *a, const void *b) {
    return fraction_compare(*(const Fraction *)a, *(const Fraction *)b);
}

/* Many quotients may have no common denominator that fits: then each counts to 18 decimals and the mean to 12, so that
 * three thirds are still a whole. */
static Fraction mean_of(const Fraction *values, int count) {
    Fraction sum = number(0);
    Decimal near = DECIMAL_ZERO;
    for (int i = 0; i < count; i++) {
        sum = fraction_add(sum, values[i]);
        near = decimal_add(near, fraction_round(values[i], 18));
    }
    Fraction mean = fraction_div(sum, number(count));
    return fraction_valid(mean) ? mean : fraction_of(decimal_div(near, decimal_int(count), 12));
}

static Evaluation middle_of(const Expression *e, const Sides *sides) {
    Fraction *values = calloc((size_t)e->count + 1, sizeof *values);
    int known = 0, open = 0;
    if (!values) abort();
    for (int i = 0; i < e->count; i++) {
        Evaluation part = outcome_of(e->parts[i], sides);
        open += part.status != FACT_KNOWN;
        if (part.status != FACT_UNKNOWN) values[known++] = part.value;
    }
    qsort(values, (size_t)known, sizeof *values, compare_fractions);
    Fraction value = !known                           ? number(0)
                     : e->kind == EXPRESSION_MEAN     ? mean_of(values, known)
                     : known % 2                      ? values[known / 2]
                                                      : mean_of(&values[known / 2 - 1], 2);
    free(values);
    return finish(!known ? FACT_UNKNOWN : open ? FACT_PARTIAL : FACT_KNOWN, value, bound_open(-1), bound_open(1));
}

/* ---- arithmetic ---- */

static Evaluation difference_of(Evaluation a, Evaluation b) {
    return finish(needs_both(a.status, b.status), fraction_sub(a.value, b.value), bound_add(a.low, bound_neg(b.high)), bound_add(a.high, bound_neg(b.low)));
}

static Evaluation plus_of(Evaluation a, Evaluation b) {
    return finish(needs_both(a.status, b.status), fraction_add(a.value, b.value), bound_add(a.low, b.low), bound_add(a.high, b.high));
}

static Evaluation product_of(Evaluation a, Evaluation b) {
    Bound low, high;
    bounds_multiply(a.low, a.high, b.low, b.high, &low, &high);
    return finish(needs_both(a.status, b.status), fraction_mul(a.value, b.value), low, high);
}

static Evaluation quotient_of(Evaluation a, Evaluation b) {
    Bound low = bound_open(-1), high = bound_open(1);
    FactStatus status = needs_both(a.status, b.status);
    if (status != FACT_UNKNOWN && fraction_valid(b.value) && b.value.top == 0) status = FACT_UNKNOWN; /* nothing to divide by */
    bounds_divide(a.low, a.high, b.low, b.high, &low, &high);
    return finish(status, status == FACT_UNKNOWN ? number(0) : fraction_div(a.value, b.value), low, high);
}

static Evaluation fold(const Expression *e, const Sides *sides, Evaluation (*join)(Evaluation a, Evaluation b)) {
    Evaluation all = outcome_of(e->parts[0], sides);
    for (int i = 1; i < e->count; i++) all = join(all, outcome_of(e->parts[i], sides));
    return all;
}

static Fraction whole_part(Fraction a, bool up) {
    if (!fraction_valid(a)) return a;
    __int128 whole = a.top / a.bottom;
    if (a.top % a.bottom) whole += up ? a.top > 0 : -(a.top < 0);
    return (Fraction){whole, 1};
}

static Fraction rounded(const Expression *e, Fraction a) {
    if (e->kind == EXPRESSION_ROUND) return e->places < 0 ? a : fraction_of(fraction_round(a, e->places));
    return whole_part(a, e->kind == EXPRESSION_CEILING);
}

static Evaluation rounding_of(const Expression *e, const Sides *sides) {
    Evaluation a = outcome_of(e->parts[0], sides);
    a.value = rounded(e, a.value);
    if (!a.low.open) a.low = bound_at(rounded(e, a.low.at));
    if (!a.high.open) a.high = bound_at(rounded(e, a.high.at));
    return a;
}

/* ---- decisions ---- */

static Evaluation absolute_of(Evaluation a) {
    Bound zero = bound_at(number(0)), low = a.low, high = a.high;
    if (bound_compare(low, zero) >= 0) return a.status == FACT_UNKNOWN ? settled(low, high) : a;
    if (a.status == FACT_PARTIAL && a.value.top < 0) a.value.top = -a.value.top;
    if (a.status == FACT_KNOWN) return exactly((Fraction){-a.value.top, a.value.bottom});
    Bound size = bound_compare(bound_neg(low), high) > 0 ? bound_neg(low) : high;
    return (Evaluation){a.status, a.value, bound_compare(high, zero) < 0 ? bound_neg(high) : zero, size};
}

static Evaluation extreme_of(const Expression *e, const Sides *sides) {
    int wanted = e->kind == EXPRESSION_LARGEST ? 1 : -1;
    Evaluation best = outcome_of(e->parts[0], sides);
    for (int i = 1; i < e->count; i++) {
        Evaluation other = outcome_of(e->parts[i], sides);
        if (bound_compare(other.low, best.low) == wanted) best.low = other.low;
        if (bound_compare(other.high, best.high) == wanted) best.high = other.high;
    }
    return settled(best.low, best.high);
}

static Evaluation comparison_of(const Expression *e, const Sides *sides) {
    Evaluation a = outcome_of(e->parts[0], sides), b = outcome_of(e->parts[1], sides);
    int least = bound_compare(a.low, b.high), most = bound_compare(a.high, b.low);
    bool yes = false, no = false; /* in every case */
    switch (e->order) {
    case LESS: yes = most < 0, no = least >= 0; break;
    case AT_LEAST: yes = least >= 0, no = most < 0; break;
    case MORE: yes = least > 0, no = most <= 0; break;
    }
    return settled(bound_at(number(yes)), bound_at(number(!no)));
}

/* What either can be. */
static Evaluation either(Evaluation a, Evaluation b) {
    return settled(bound_compare(a.low, b.low) <= 0 ? a.low : b.low, bound_compare(a.high, b.high) >= 0 ? a.high : b.high);
}

static Evaluation choice_of(const Expression *e, const Sides *sides) {
    Evaluation condition = outcome_of(e->parts[0], sides), yes = outcome_of(e->parts[1], sides), no = outcome_of(e->parts[2], sides);
    if (condition.status == FACT_KNOWN) return condition.value.top ? yes : no;
    return either(yes, no);
}

/* Can a number between low and high stand on the row? certainly: must it? A higher row may take it away. */
static void reach(const StepRow *row, const Evaluation *x, const Sides *sides, bool *may, bool *must) {
    Evaluation from = row->from ? outcome_of(row->from, sides) : exactly(number(0)), to = row->to ? outcome_of(row->to, sides) : exactly(number(0));
    *may = (!row->from || bound_compare(x->high, from.low) >= 0) && (!row->to || bound_compare(x->low, to.high) <= 0);
    *must = (!row->from || bound_compare(x->low, from.high) >= 0) && (!row->to || bound_compare(x->high, to.low) <= 0);
}

static bool is_higher(const StepRow *row, const StepRow *than, const Sides *sides) {
    if (!than || !than->from || !row->from) return !than || (!than->from && row->from);
    return bound_compare(outcome_of(row->from, sides).low, outcome_of(than->from, sides).low) > 0;
}

/* The highest row that must be reached is the least that it is; every higher one that may be reached is possible too. */
static Evaluation step_of(const Expression *e, const Sides *sides) {
    Evaluation x = outcome_of(e->parts[0], sides), found = e->count > 1 ? outcome_of(e->parts[1], sides) : unknown_count();
    const StepRow *least = NULL;
    bool may, must;
    for (int i = 0; i < e->step_count; i++) {
        reach(&e->steps[i], &x, sides, &may, &must);
        if (must && is_higher(&e->steps[i], least, sides)) least = &e->steps[i];
    }
    if (least) found = outcome_of(least->result, sides);
    for (int i = 0; i < e->step_count; i++) {
        const StepRow *row = &e->steps[i];
        reach(row, &x, sides, &may, &must);
        if (may && row != least && is_higher(row, least, sides)) found = either(found, outcome_of(row->result, sides));
    }
    return found;
}

/* ---- pairs ---- */

/* The sum of the rows that stay; its bounds are those of all. */
static Evaluation side_of(const Expression *rows, Evaluation whole) {
    Total t = total_none();
    int stay = 0;
    for (int i = 0; i < rows->count; i++) {
        if (rows->left_out[i]) continue;
        total_add(&t, outcome_of(rows->parts[i], NULL));
        stay++;
    }
    return finish(stay ? FACT_PARTIAL : FACT_UNKNOWN, t.outcome.value, whole.low, whole.high);
}

static Evaluation pair_of(const Expression *e) {
    Sides sides = {outcome_of(e->parts[0], NULL), outcome_of(e->parts[1], NULL)};
    if (!e->known) sides = (Sides){side_of(e->parts[3], sides.left), side_of(e->parts[4], sides.right)};
    return outcome_of(e->parts[2], &sides);
}

static Evaluation outcome_of(const Expression *e, const Sides *sides) {
    Evaluation hundred = exactly(number(100));
    switch (e->kind) {
    case EXPRESSION_CELL: case EXPRESSION_MISSING: return e->known ? exactly(fraction_of(e->number)) : unknown_count();
    case EXPRESSION_EMPTY: case EXPRESSION_COUNT: case EXPRESSION_CONSTANT: return exactly(fraction_of(e->number));
    case EXPRESSION_FACT: return e->fact->outcome;
    case EXPRESSION_SUM: return sum_of(e, sides);
    case EXPRESSION_KNOWN: return known_of(e);
    case EXPRESSION_PLUS: return fold(e, sides, plus_of);
    case EXPRESSION_DIFFERENCE: return fold(e, sides, difference_of);
    case EXPRESSION_PRODUCT: return fold(e, sides, product_of);
    case EXPRESSION_QUOTIENT: return fold(e, sides, quotient_of);
    case EXPRESSION_SHARE: return product_of(hundred, fold(e, sides, quotient_of));
    case EXPRESSION_RATE: return quotient_of(product_of(outcome_of(e->parts[0], sides), outcome_of(e->parts[1], sides)), outcome_of(e->parts[2], sides));
    case EXPRESSION_ROUND: case EXPRESSION_FLOOR: case EXPRESSION_CEILING: return rounding_of(e, sides);
    case EXPRESSION_ABSOLUTE: return absolute_of(outcome_of(e->parts[0], sides));
    case EXPRESSION_SMALLEST: case EXPRESSION_LARGEST: return extreme_of(e, sides);
    case EXPRESSION_COMPARE: return comparison_of(e, sides);
    case EXPRESSION_CHOICE: return choice_of(e, sides);
    case EXPRESSION_STEP: return step_of(e, sides);
    case EXPRESSION_MEAN: case EXPRESSION_MEDIAN: return middle_of(e, sides);
    case EXPRESSION_ESTABLISHED: return established_of(outcome_of(e->parts[0], sides));
    case EXPRESSION_CERTAIN: return certain_of(e, sides);
    case EXPRESSION_PAIRED: return pair_of(e);
    case EXPRESSION_LEFT: return sides ? sides->left : outcome_of(e->parts[0], NULL);
    case EXPRESSION_RIGHT: return sides ? sides->right : outcome_of(e->parts[0], NULL);
    }
    return unknown_count();
}

Evaluation expression_outcome(const Expression *e) {
    return outcome_of(e, NULL);
}
