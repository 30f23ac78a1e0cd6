#!/bin/bash
# Hours of an option that is off are not in the chart of hours per role, nor in what the sheet of hours comes to.
cd "$(dirname "$0")/../.." || exit 1
J=${J:-$PWD/build/jaarverslag}
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
export LC_ALL=C.UTF-8
status=0
check() { # NAME PATTERN FILE: the pattern is in the file
    if grep -Eq "$2" "$3"; then echo "ok $1"; else echo "not ok $1"; status=1; fi
}
cp -r input/noord-holland "$T/in"
chmod -R u+w "$T/in"
"$J" render -t rollen -o "$T/on.pdf" "$T/in" 2>/dev/null
sed -i 's/<optie sleutel="traject"/& aan="nee"/' "$T/in/uren.xml"
"$J" render -t rollen -o "$T/off.pdf" "$T/in" 2>/dev/null
for f in on off; do pdftotext -layout "$T/$f.pdf" "$T/$f.txt"; done
check "the chart shows all hours" ' Schoolopleider +262$' "$T/on.txt"
check "the chart shows the hours that are made" ' Schoolopleider +244$' "$T/off.txt"
check "the sheet begins with all hours" '^ +262 +266$' "$T/on.txt"
check "the sheet begins with the hours that are made" '^ +244 +248$' "$T/off.txt"
check "all tasks are said to be in the chart" 'Uren per schooljaar, alle taken inbegrepen' "$T/on.txt"
if grep -q 'Uren per schooljaar, alle taken inbegrepen' "$T/off.txt"; then echo "not ok not all tasks are in the chart"; status=1; else echo "ok not all tasks are in the chart"; fi
exit $status
