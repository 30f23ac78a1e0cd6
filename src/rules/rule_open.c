/* Passages that a new year's input asks for: pointed out as long as they are open, and no part of a final report. */
#include <string.h>

#include "rules/rule.h"

void rule_open(Check *check) {
    bool final = strcmp(node_get_or(check->input, "status", ""), "definitief") == 0;
    for (const Node *n = node_walk(check->input, check->input, "alinea"); n; n = node_walk(check->input, n, "alinea"))
        if (strcmp(node_get_or(n, "soort", ""), "invullen") == 0)
            rule_report(check, final ? &R704_OPEN_FINAL : &R703_OPEN, n->place, NULL, NULL, node_string(check->arena, n), NULL, NULL);
}
