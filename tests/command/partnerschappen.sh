#!/bin/bash
# Partnerships nobody has seen: tests/partnerships/NAME.xml, and in NAME.csv what their facts are ("id,value,status", or
# "id,-" for a fact that may not exist), worked out by other means than this program: by rules A1-A16, B1-B9, C and D of
# the reference in exact fractions. Ties, zeros, unknown counts, schools without a row, two trainers at a location.
# And others made at random with their facts (tests/partnerships/willekeurig.py): 12, or PARTNERSHIPS=500 from SEED=1.
cd "$(dirname "$0")/../.." || exit 1
J=${J:-$PWD/build/jaarverslag}
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
export LC_ALL=C.UTF-8
status=0
differs() { # INPUT FACTS: what is not as it should be, in $T/wrong
    "$J" facts "$1" 2>/dev/null | cut -d, -f1,2,4 | sort >"$T/got"
    cut -d, -f1 "$T/got" >"$T/ids"
    grep -v ',-$' "$2" | sort | comm -23 - "$T/got" >"$T/wrong"
    grep ',-$' "$2" | cut -d, -f1 | sort | comm -12 - "$T/ids" >>"$T/wrong"
    [ ! -s "$T/got" ] || [ -s "$T/wrong" ]
}
for input in tests/partnerships/*.xml; do
    name=$(basename "$input" .xml)
    if differs "$input" "${input%.xml}.csv"; then
        echo "not ok facts of $name"
        head -5 "$T/wrong"
        status=1
    else
        echo "ok facts of $name"
    fi
done
first=${SEED:-1} last=$((${SEED:-1} + ${PARTNERSHIPS:-12} - 1)) wrong=0
python3 tests/partnerships/willekeurig.py "$T" "$first" "$last" || wrong=1
for seed in $(seq "$first" "$last"); do
    if differs "$T/$seed.xml" "$T/$seed.csv"; then
        wrong=1
        echo "# seed $seed"
        head -5 "$T/wrong"
    fi
done
if [ $wrong -eq 0 ]; then echo "ok facts of partnerships at random"; else echo "not ok facts of partnerships at random"; status=1; fi
exit $status
