/* Reads and calculates the inputs of earlier school years. */
#include "job/earlier.h"

#include <errno.h>

#include "calc/calc.h"
#include "job/beside.h"

static void report(Diagnostics *diagnostics, const char *code, const EarlierYear *earlier, const char *found, const char *expected) {
    diagnostics_report(diagnostics, model_message(code), earlier->file_place,
                       (Report){.found = found, .expected = expected, .arguments = {earlier->file, earlier->year.text}});
}

static void read_one(Resources *resources, Year *year, const EarlierYear *earlier, Diagnostics *diagnostics) {
    Arena *arena = year->arena;
    int error = 0;
    const char *path = beside_find(arena, year->input, earlier->file, &error);
    if (!path) {
        report(diagnostics, error == EACCES ? "R017" : "R021", earlier, NULL, NULL);
        return;
    }
    Diagnostics *own = diagnostics_new();
    Input *input = input_read(arena, path, resources_schema(resources, own), own, &error);
    Partnership *partnership = input ? model_read(arena, input->root, own) : NULL;
    if (!partnership || diagnostics_count(own, SEVERITY_ERROR) > 0) {
        report(diagnostics, error ? "R021" : "R022", earlier, NULL, NULL);
    } else if (partnership->year.first != earlier->year.first) {
        report(diagnostics, "R023", earlier, partnership->year.text, earlier->year.text);
    } else {
        const Ledger *ledger = calc_run(arena, partnership, own);
        calc_add_year(year->ledger, ledger, earlier->year.text);
        if (!year->last.root || partnership->year.first > year->last_year)
            year->last = (Version){input->root, ledger}, year->last_year = partnership->year.first;
        year->earlier[year->earlier_count++] = input;
    }
    diagnostics_free(own);
}

void earlier_years_read(Resources *resources, Year *year, Diagnostics *diagnostics) {
    const Partnership *p = year->partnership;
    year->earlier = ARENA_ARRAY(year->arena, (size_t)p->earlier_year_count + 1, const Input *);
    for (int i = 0; i < p->earlier_year_count; i++)
        if (p->earlier_years[i].file && p->earlier_years[i].year.first) read_one(resources, year, &p->earlier_years[i], diagnostics);
}
