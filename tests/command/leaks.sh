#!/bin/bash
# Nothing that the language can hold about persons is readable in what is made for the public or for another recipient;
# and of the numbers that are safe the public still gets the most.
cd "$(dirname "$0")/../.." || exit 1
program=$PWD/build/jaarverslag
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 tests/privacy/leaks.py "$program" "$work/leaks"

# What is not small, follows from nothing small and is of more than one person or board is safe; some of it must be left out
# so that what is small cannot be worked out.
numbers() { # input: "SHOWN SAFE" of its public version
    "$program" facts "$1" >"$work/facts.csv" 2>/dev/null
    "$program" render -t publiek --withheld "$work/withheld.csv" --dump document -o "$work/d.xml" "$1" 2>"$work/err" || return
    python3 - "$work/facts.csv" "$work/withheld.csv" <<'P'
import csv, sys
values = sum(r['value'] != '' for r in csv.DictReader(open(sys.argv[1], newline='')))
reasons = [r['reden'] for r in csv.DictReader(open(sys.argv[2], newline=''))]
guards = reasons.count('bescherming')
print(values - len(reasons), values - len(reasons) + guards)
P
}
shown=0 safe=0
keeps() { # label, input: most of a small input, and of all inputs together nine in ten
    read -r s n <<<"$(numbers "$2")"
    shown=$((shown + ${s:-0})) safe=$((safe + ${n:-1}))
    if [ "${s:-0}" -gt 0 ] && [ $((s * 10)) -ge $((n * 8)) ]; then echo "ok leaks-keeps-$1"; else echo "not ok leaks-keeps-$1: ${s:-none} of ${n:-all}"; fi
}
keeps bos input/bos-2020-2021
keeps voorbeeld input/voorbeeld
for seed in 1 2 3 4; do
    python3 tests/privacy/generate.py $seed "$work/p$seed"
    keeps "partnership-$seed" "$work/p$seed"
done
if [ $((shown * 10)) -ge $((safe * 9)) ]; then echo "ok leaks-keeps-nine-in-ten"; else echo "not ok leaks-keeps-nine-in-ten: $shown of $safe"; fi
