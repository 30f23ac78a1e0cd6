#!/bin/bash
# Partnerships nobody has seen: tests/partnerships/NAME.xml, and in NAME.csv what their facts are ("id,value,status", or
# "id,-" for a fact that may not exist), worked out by other means than this program: by rules A1-A16, B1-B9, C and D of
# the reference in exact fractions. Ties, zeros, unknown counts, schools without a row, two trainers at a location.
cd "$(dirname "$0")/../.." || exit 1
J=${J:-$PWD/build/jaarverslag}
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
export LC_ALL=C.UTF-8
status=0
for input in tests/partnerships/*.xml; do
    name=$(basename "$input" .xml)
    "$J" facts "$input" 2>/dev/null | cut -d, -f1,2,4 | sort >"$T/got"
    cut -d, -f1 "$T/got" >"$T/ids"
    grep -v ',-$' "${input%.xml}.csv" | sort | comm -23 - "$T/got" >"$T/wrong"
    grep ',-$' "${input%.xml}.csv" | cut -d, -f1 | sort | comm -12 - "$T/ids" >>"$T/wrong"
    if [ -s "$T/got" ] && [ ! -s "$T/wrong" ]; then
        echo "ok facts of $name"
    else
        echo "not ok facts of $name"
        head -5 "$T/wrong"
        status=1
    fi
done
exit $status
