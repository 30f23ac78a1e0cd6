#!/bin/sh
# The cover note of the review packet belongs on one page: a longer one is a warning with its place.
cd "$(dirname "$0")/../.." || exit 1
J=build/jaarverslag
T=$(mktemp -d) && trap 'rm -rf "$T"' EXIT
is() { [ "$2" = "$3" ] && echo "ok $1" || echo "not ok $1 ($2, not $3)"; }
cp -r input/bos-2020-2021 "$T/in"
$J render -t stuurgroep -o "$T/p.pdf" "$T/in" 2>"$T/log"
is "as it is: one page" "$(grep -c D306 "$T/log")" 0
file=$(grep -l '<aanleiding' "$T"/in/*.xml | head -1)
line=$(grep -n '<aanleiding' "$file" | head -1 | cut -d: -f1)
more=$(for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do printf '<alinea>De stuurgroep bespreekt ieder jaar het verslag, de begroting en de stand van de doelen, en neemt daarover besluiten die in het nieuwe schooljaar gelden voor alle scholen en instituten.</alinea>'; done)
sed -i "s|</aanleiding>|$more</aanleiding>|" "$file"
$J render -t stuurgroep -o "$T/p.pdf" "$T/in" 2>"$T/log"
is "the packet is made" "$?" 0
is "a longer one is said, with its place" "$(sed -n "s|^.*/\([^/:]*\):\([0-9]*\):.*D306.*|\1:\2|p" "$T/log")" "$(basename "$file"):$line"
LC_ALL=en_GB.UTF-8 $J render -t stuurgroep -o "$T/p.pdf" "$T/in" 2>"$T/log"
is "in English too" "$(grep -c 'takes more pages than it is meant to; found: 2; expected: 1' "$T/log")" 1
