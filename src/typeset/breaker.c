/* Total-fit line breaking after Knuth and Plass (1981), in whole numbers so that every machine breaks alike.
 *
 * Justified text: glue stretches and shrinks. Ragged text: glue keeps its width and each line's end stretches.
 * Passes: without hyphenation, with it, with emergency stretch, and last with whatever fits least badly. */
#include <stdlib.h>
#include <string.h>

#include "typeset/items.h"

enum { FIT_TIGHT, FIT_NORMAL, FIT_LOOSE, FIT_VERY_LOOSE, FIT_COUNT };

#define BADNESS_MAX 100000
#define LINE_PENALTY 10
#define DEMERITS_FITNESS 10000
#define DEMERITS_HYPHENS 6000       /* two lines in a row that end in a hyphen */
#define DEMERITS_THIRD_HYPHEN 2000000
#define DEMERITS_LAST_HYPHEN 8000   /* the last line but one */
#define DEMERITS_SHORT_LAST 60000
#define DEMERITS_OVERFULL 1000000000000LL

typedef struct Trace {
    int item;            /* where the line before ended; first - 1: start */
    int start;           /* first item of the next line (glue dropped) */
    int64_t width, stretch, shrink; /* sums before start */
    int64_t demerits;
    int previous;        /* trace, -1: none */
    int fit, hyphens;
    Length lead;         /* how far the next line's first character may stand out */
} Trace;

typedef struct Breaking {
    const Paragraph *p;
    const BreakItem *items;
    int first, end;
    Length measure, first_measure;
    bool justify, hyphenate, last_pass;
    int64_t tolerance, extra, rag; /* extra: emergency stretch */
    Trace *traces;
    int count;
    int *active;
    int active_count;
} Breaking;

static int64_t badness(int64_t excess, int64_t room) {
    if (excess <= 0) return 0;
    if (room <= 0) return BADNESS_MAX;
    int64_t ratio = excess * 297 / room; /* 297^3 is about 100 * 2^18 */
    if (ratio > 2900) return BADNESS_MAX;
    int64_t bad = (ratio * ratio * ratio + (1 << 17)) >> 18;
    return bad < BADNESS_MAX ? bad : BADNESS_MAX;
}

typedef struct Fit {
    int64_t bad;
    int fit;
    bool overfull;
    int64_t over;
} Fit;

static Fit judge_ragged(const Breaking *b, int64_t slack, bool last) {
    if (slack < 0) return (Fit){BADNESS_MAX, FIT_NORMAL, true, -slack};
    return (Fit){last ? 0 : badness(slack, b->rag), FIT_NORMAL, false, 0};
}

static Fit judge_justified(const Breaking *b, int64_t slack, int64_t stretch, int64_t shrink, bool last) {
    if (slack < 0) {
        if (-slack > shrink) return (Fit){BADNESS_MAX, FIT_TIGHT, true, -slack - shrink};
        int64_t bad = badness(-slack, shrink);
        return (Fit){bad, bad > 12 ? FIT_TIGHT : FIT_NORMAL, false, 0};
    }
    if (last) return (Fit){0, FIT_NORMAL, false, 0};
    int64_t bad = badness(slack, stretch + b->extra);
    return (Fit){bad, bad > 100 ? FIT_VERY_LOOSE : bad > 12 ? FIT_LOOSE : FIT_NORMAL, false, 0};
}

static bool is_hyphen(const BreakItem *item) {
    return item->form == FORM_PENALTY && (item->kind == BREAK_HYPHEN || item->kind == BREAK_AFTER_HYPHEN || item->kind == BREAK_EMERGENCY);
}

static int64_t demerits(const Breaking *b, const Trace *from, const BreakItem *at, Fit fit, int64_t width, int *hyphens) {
    int penalty = at->form == FORM_PENALTY ? at->penalty : 0;
    bool last = at->form == FORM_END;
    int64_t total = (LINE_PENALTY + fit.bad) * (LINE_PENALTY + fit.bad) + (int64_t)penalty * penalty;
    *hyphens = is_hyphen(at) ? from->hyphens + 1 : 0;
    if (*hyphens == 2) total += DEMERITS_HYPHENS;
    if (*hyphens > 2) total += DEMERITS_THIRD_HYPHEN;
    if (last && from->hyphens) total += DEMERITS_LAST_HYPHEN;
    if (b->justify && !last && abs(fit.fit - from->fit) > 1) total += DEMERITS_FITNESS;
    Length wanted = b->p->style.minimum_last;
    if (last && from->item >= b->first && width < wanted) total += DEMERITS_SHORT_LAST * (wanted - width) / wanted;
    if (fit.overfull) total += DEMERITS_OVERFULL + fit.over * 1000;
    return total;
}

typedef struct Sums { int64_t width, stretch, shrink; } Sums;

static void drop(Breaking *b, int i) {
    b->active[i] = b->active[--b->active_count];
}

/* Where the line after a break at item begins: glue and unused break points there are dropped. */
static int line_start(const Breaking *b, int item) {
    int start = item + 1;
    while (start < b->end && (b->items[start].form == FORM_GLUE || b->items[start].form == FORM_PENALTY)) start++;
    return start;
}

static int add_trace(Breaking *b, Trace trace) {
    b->traces = typesetter_scratch(b->p->typesetter, SCRATCH_TRACES, ((size_t)b->count + 1) * sizeof *b->traces);
    b->traces[b->count] = trace;
    return b->count++;
}

/* Tries every active line start with a break at item; false when no line start is left. */
static bool try_break(Breaking *b, int item, Sums sums) {
    const BreakItem *at = &b->items[item];
    bool last = at->form == FORM_END;
    Trace best[FIT_COUNT];
    bool found[FIT_COUNT] = {false};
    Trace rescue = {0};
    bool has_rescue = false;
    for (int i = 0; i < b->active_count;) {
        const Trace *from = &b->traces[b->active[i]];
        int64_t width = sums.width - from->width + (at->form == FORM_PENALTY ? at->width : 0);
        int64_t room = (from->item < b->first ? b->first_measure : b->measure) + at->hang + from->lead;
        Fit fit = b->justify ? judge_justified(b, room - width, sums.stretch - from->stretch, sums.shrink - from->shrink, last)
                             : judge_ragged(b, room - width, last);
        bool gone = fit.overfull && (int64_t)at->width * (at->form == FORM_PENALTY) <= fit.over; /* later breaks are worse */
        if ((!fit.overfull && fit.bad <= b->tolerance) || (fit.overfull && b->last_pass)) {
            int hyphens;
            int64_t total = from->demerits + demerits(b, from, at, fit, width, &hyphens);
            Trace trace = {.item = item, .demerits = total, .previous = b->active[i], .fit = fit.fit, .hyphens = hyphens};
            if (fit.overfull) {
                if (!has_rescue || total < rescue.demerits) rescue = trace;
                has_rescue = true;
            } else if (!found[fit.fit] || total < best[fit.fit].demerits) {
                best[fit.fit] = trace;
                found[fit.fit] = true;
            }
        }
        if (gone || last) drop(b, i);
        else i++;
    }
    int start = line_start(b, item);
    for (int k = item; k < start && k < b->end; k++)
        if (b->items[k].form == FORM_GLUE) sums.width += b->items[k].width, sums.stretch += b->items[k].stretch, sums.shrink += b->items[k].shrink;
    bool any = found[0] || found[1] || found[2] || found[3];
    if (!any && has_rescue && !b->active_count) { /* nothing fits: the least overfull line */
        best[0] = rescue;
        found[0] = any = true;
    }
    int64_t least = INT64_MAX;
    for (int f = 0; f < FIT_COUNT; f++)
        if (found[f] && best[f].demerits < least) least = best[f].demerits;
    for (int f = 0; f < FIT_COUNT; f++) {
        if (!found[f] || best[f].demerits > least + DEMERITS_FITNESS) continue;
        best[f].start = start;
        best[f].width = sums.width;
        best[f].stretch = sums.stretch;
        best[f].shrink = sums.shrink;
        best[f].lead = start < b->end && b->items[start].form == FORM_TEXT ? b->items[start].hang : 0;
        b->active[b->active_count++] = add_trace(b, best[f]);
    }
    return b->active_count > 0;
}

static bool may_break(const Breaking *b, int i) {
    const BreakItem *item = &b->items[i];
    if (item->form == FORM_GLUE) return item->may_break && i > b->first && b->items[i - 1].form != FORM_GLUE;
    if (item->form == FORM_PENALTY) return b->hyphenate || (item->kind != BREAK_HYPHEN && item->kind != BREAK_EMERGENCY);
    return false;
}

/* One pass; true when it found a way to the end, which is then the last trace. */
static bool pass(Breaking *b) {
    Sums sums = {0, 0, 0};
    const BreakItem *first = &b->items[b->first];
    b->count = b->active_count = 0;
    Trace start = {.item = b->first - 1, .start = b->first, .previous = -1, .fit = FIT_NORMAL};
    start.lead = first->form == FORM_TEXT ? first->hang : 0;
    b->active[b->active_count++] = add_trace(b, start);
    for (int i = b->first; i < b->end; i++) {
        const BreakItem *item = &b->items[i];
        if (may_break(b, i) && !try_break(b, i, sums)) return false;
        if (item->form == FORM_PENALTY) continue;
        sums.width += item->width;
        sums.stretch += item->stretch;
        sums.shrink += item->shrink;
    }
    return try_break(b, b->end, sums);
}

static int best_end(const Breaking *b) {
    int best = -1;
    for (int i = 0; i < b->active_count; i++)
        if (best < 0 || b->traces[b->active[i]].demerits < b->traces[best].demerits) best = b->active[i];
    return best;
}

static bool run_passes(Breaking *b, Length size) {
    static const struct { int tolerance; bool hyphenate, extra, last; } justified[] = {
        {220, false, false, false}, {600, true, false, false}, {BADNESS_MAX, true, true, false}, {BADNESS_MAX, true, true, true}};
    static const struct { int tolerance; bool hyphenate, extra, last; } ragged[] = {
        {300, false, false, false}, {1500, true, false, false}, {BADNESS_MAX, true, false, false}, {BADNESS_MAX, true, false, true}};
    for (int i = 0; i < 4; i++) {
        b->tolerance = b->justify ? justified[i].tolerance : ragged[i].tolerance;
        b->hyphenate = b->justify ? justified[i].hyphenate : ragged[i].hyphenate;
        b->extra = b->justify && justified[i].extra ? (int64_t)size * 3 : 0;
        b->last_pass = i == 3;
        if (pass(b)) return true;
    }
    return false;
}

int break_lines(const Paragraph *p, int first, int end, Length measure, Length first_indent, int *ends) {
    Breaking b = {.p = p, .items = p->items, .first = first, .end = end, .measure = measure, .first_measure = measure - first_indent};
    Length size = p->span_count ? p->spans[0].style->size : 10 * POINT;
    if (first == end) { /* an empty line */
        ends[0] = end;
        return 1;
    }
    b.justify = p->style.align == ALIGN_JUSTIFY;
    b.rag = size * 3 < measure / 4 ? size * 3 : measure / 4 + 1;
    b.active = typesetter_scratch(p->typesetter, SCRATCH_ACTIVE, ((size_t)(end - first) * FIT_COUNT + 8) * sizeof *b.active);
    int n = 0;
    if (run_passes(&b, size)) {
        for (int t = best_end(&b); t >= 0 && b.traces[t].item >= first; t = b.traces[t].previous) ends[n++] = b.traces[t].item;
        for (int i = 0; i < n / 2; i++) {
            int swap = ends[i];
            ends[i] = ends[n - 1 - i];
            ends[n - 1 - i] = swap;
        }
    } else {
        ends[n++] = end;
    }
    return n;
}
