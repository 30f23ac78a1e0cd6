#!/bin/sh
# figuur tabel="ja": the points of a chart stand as a table in the same figure, and only where asked.
cd "$(dirname "$0")/../.." || exit 1
J=build/jaarverslag
T=$(mktemp -d) && trap 'rm -rf "$T"' EXIT
cp -r input/bos-2020-2021 "$T/bos"
sed -i 's/soort="aandeel-per-partner"/& tabel="ja"/' "$T"/bos/hoofdstuk-4.xml
$J render --dump document -o "$T/met" "$T/bos" 2>/dev/null
$J render --dump document -o "$T/zonder" input/bos-2020-2021 2>/dev/null
same() { [ "$2" = "$3" ] && echo "ok $1" || echo "not ok $1 ($2, not $3)"; }
same "one table under the chart that asks for it" "$(grep -c 'summary="Gegevens: ' "$T/met")" 1
same "none where nobody asks" "$(grep -c 'summary="Gegevens: ' "$T/zonder")" 0
same "the unit in its header" "$(grep -c 'Aandeel (%)' "$T/met")" 1

# the numbers are exact, of every kind of chart, and as the ledger has them: see also tests/golden/gegevenstabel
sed -i 's/soort="begroting-realisatie"/soort="waterval" tabel="ja"/' "$T"/bos/hoofdstuk-3.xml
$J render --dump document -o "$T/geld" "$T/bos" 2>/dev/null
same "euros with their cents" "$(sed -n '/summary="Gegevens: Begroting/,/<\/table>/p' "$T/geld" | grep -c '201.892,05')" 1
