#!/bin/sh
# The text that comes out of a file is the text that went in: ligatures, accents of two characters, small capitals,
# fallback fonts, and words that a line end divides, in both house styles.
cd "$(dirname "$0")/../.." || exit 1
J=build/jaarverslag
T=$(mktemp -d) && trap 'rm -rf "$T"' EXIT
cp -r input/voorbeeld "$T/in"
words='officiële affiche afflossen fijnzinnig Offerte flexibel stafjurist raffinaderij effect fluïde cafe\xCC\x81tje re\xCC\x81e\xCC\x88le Σίσυφος Жуковский ≥12 ½ №7 ✓klaar →verder Łódź Český ijsvrij aftrekbaarheidsregelingen arbeidsongeschiktheidsverzekering verantwoordelijkheidsverdeling onderwijsontwikkelingsprogramma kwaliteitszorgmedewerkersoverleg'
words=$(printf "$words")
text=$(for i in 1 2 3 4 5 6 7 8 9 10 11 12; do echo "$words" | tr ' ' '\n' | sed "s/\$/ n$i/"; done | tr '\n' ' ')
for mark in '' nadruk sterk klein-kapitaal; do
    printf '<alinea>%s%s%s</alinea>\n' "${mark:+<$mark>}" "$text" "${mark:+</$mark>}"
done >"$T/more"
sed -i "/Vul hier uw eigen tekst in/r $T/more" "$T/in/jaarverslag.xml"
echo "$words" | tr ' ' '\n' | python3 -c 'import sys, unicodedata; print(unicodedata.normalize("NFC", sys.stdin.read()), end="")' >"$T/words"
is() { [ "$2" = "$3" ] && echo "ok $1" || echo "not ok $1 ($2, not $3)"; }
for style in bos marge; do
    $J render --style $style -o "$T/$style.pdf" "$T/in" 2>"$T/log" || { echo "not ok $style renders"; head -3 "$T/log"; continue; }
    for how in '' -raw; do
        pdftotext $how "$T/$style.pdf" - | python3 -c 'import sys, unicodedata; print(unicodedata.normalize("NFC", sys.stdin.read()), end="")' >"$T/text"
        is "$style: no soft hyphen is left in the text $how" "$(grep -c "$(printf '\xC2\xAD')" "$T/text")" 0
        tr -s ' \n\f' '\n\n\n' <"$T/text" >"$T/each"
        lost=$(while read -r word; do [ "$(grep -cxF -- "$word" "$T/each")" -ge 48 ] || echo "$word"; done <"$T/words")
        is "$style: every word comes out whole, every time $how" "$lost" ""
    done
    qpdf --qdf --object-streams=disable "$T/$style.pdf" "$T/$style.qdf"
    is "$style: dozens of words were divided" "$([ "$(grep -ac '/Span<</MCID [0-9]*/ActualText()>>BDC' "$T/$style.qdf")" -gt 40 ] && echo yes)" yes
    pdfinfo -struct-text "$T/$style.pdf" 2>/dev/null | sed -n 's/^ *"\(.*\)"$/\1/p' | tr -d '\n' | python3 -c 'import sys, unicodedata; print(unicodedata.normalize("NFC", sys.stdin.buffer.read().decode("utf-8", "replace")))' | tr ' ' '\n' >"$T/each"
    # (the first and last word of a paragraph touch the next one here)
    lost=$(while read -r word; do [ "$(grep -cxF -- "$word" "$T/each")" -ge 44 ] || echo "$word $(grep -cxF -- "$word" "$T/each")"; done <"$T/words")
    is "$style: the structure reads the same words" "$lost" ""
done
