#!/bin/sh
# What is typed is printed as it is meant, or told at its place: symbols of a word processor, characters without a font,
# flags, text from right to left, tables of a template, drawings outside a figure, links, small counts in a sentence.
cd "$(dirname "$0")/../.." || exit 1
J=$PWD/build/jaarverslag
T=$(mktemp -d) && trap 'rm -rf "$T"' EXIT
is() { [ "$2" = "$3" ] && echo "ok $1" || echo "not ok $1 ($2, not $3)"; }
has() { grep -q "$2" "$T/$3" && echo "ok $1" || echo "not ok $1: $(cat "$T/$3")"; }
SOME="<studenten peildatum='2022-10-01'><plaatsingen><telling locatie='a' instituut='ho' niveau='j1' aantal='3'/><telling locatie='b' instituut='ho' niveau='j1' aantal='9'/></plaatsingen></studenten>"
input() { # body: stands in line 3
    printf '%s\n%s\n%s\n%s\n' "<jaarverslag xmlns='urn:nl:jaarverslag:1' schooljaar='2022-2023' titel='T' datum='2023-09-01'>" \
        "<partnerschap sleutel='p' naam='P'><bestuur sleutel='x' naam='X'/><instituut sleutel='ho' naam='HO' partner='ja'/><niveau sleutel='j1' naam='jaar 1'/><locatie sleutel='a' naam='Aa' bestuur='x'/><locatie sleutel='b' naam='Bee' bestuur='x'/></partnerschap>$SOME<hoofdstuk sleutel='h' titel='H'>" \
        "$1" "</hoofdstuk></jaarverslag>" >"$T/jaarverslag.xml"
}
sheet() { # body of a part
    printf '%s\n' "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' xmlns='urn:nl:jaarverslag:document' xmlns:j='urn:nl:jaarverslag:1' exclude-result-prefixes='j'><xsl:template match='/j:jaarverslag'><document title='T' lang='nl' style='bos'><part master='body' title='T'><heading level='1' style='h1'>H</heading>$1</part></document></xsl:template></xsl:stylesheet>" >"$T/eigen.xsl"
}
cd "$T" || exit 1
render() { "$J" render "$@" -o out.pdf . >log 2>&1; }

input "<alinea>$(printf '\357\202\267') Rooster $(printf '\357\202\247') $(printf '\357\203\230') $(printf '\357\203\274')</alinea>"
render; is "symbols of a word processor" $? 0
is "are what they mean" "$(pdftotext out.pdf - | grep Rooster)" "• Rooster ▪ ➢ ✓"
input "<alinea>Akkoord $(printf '\356\204\243')</alinea>"
render; is "another private character" $? 1
has "is told at its line" '^\./*jaarverslag.xml:3:1: fout: .*U+E123.*D405\|^jaarverslag.xml:3:1: fout: .*U+E123.*D405' log
render --profile draft; is "a draft may have it" $? 0
input "<alinea>$(printf '\347\216\213')</alinea>"
render; is "a character without a font" $? 1
has "is told at its line" 'jaarverslag.xml:3:1: fout: .*U+738B.*D401' log
input "<alinea>Partners uit $(printf '\360\237\207\247\360\237\207\252') doen mee.</alinea>"
render; code=$?; [ $code -le 1 ] && echo "ok a flag ends nothing" || echo "not ok a flag ($code)"
input "<alinea>$(printf '\327\223\327\225\327\223 \327\221\327\237')</alinea>"
render; is "from right to left" $? 0
has "is told at its line" 'jaarverslag.xml:3:1: waarschuwing: .*D406' log
input "<alinea>Op Aa waren er <getal feit='school.a.studenten'/> dit jaar.</alinea>"
render -t publiek; is "a small count in a sentence" $? 0
is "is no bullet" "$(pdftotext out.pdf - | grep -c 'waren er \[niet getoond\] dit jaar')" 1

input "<alinea>Tekst.</alinea>"
sheet "<levels alt='Lagen'><unit label='EERSTE'><unit label='deel'/></unit></levels><pathway alt='Lijn'><unit label='BAAN'><unit label='stap'/></unit></pathway>"
"$J" render -t eigen.xsl --dump pages . >pages 2>log
has "levels outside a figure" EERSTE pages
has "a pathway too" BAAN pages
sheet "<table><head><row><cell>a</cell><cell>b</cell></row></head><body><row><cell>c</cell></row></body></table>"
render -t eigen.xsl; is "a row of a template that lacks a cell" $? 1
has "is told" 'D307' log
sheet "<table><head><row><cell>a</cell><cell>b</cell></row></head><body><row><cell rowspan='2'>c</cell><cell>d</cell></row></body></table>"
render -t eigen.xsl; is "a cell that reaches beyond the table" $? 1
sheet "<para><link href='javascript:alert(1)'>x</link></para>"
render -t eigen.xsl; is "a link of a template that is a script" $? 1
has "is told" 'D309' log
sheet "<figure><chart kind='bars'><series label='S'><point label='a' value='1' text='1'/></series></chart></figure>"
"$J" render -t eigen.xsl --dump structure . >structure 2>log
has "a chart that nobody described is described by its values" 'Figure alt="S: a 1"' structure

sed 's/family="Lato" weight="700" size="24pt"/family="Fantasia" weight="700" size="24pt"/' "$OLDPWD/templates/style/bos.xml" >stijl.xml
render --style stijl.xml; is "a font that there is not" $? 1
has "is told where the style names it" "stijl.xml:$(grep -n Fantasia stijl.xml | cut -d: -f1):[0-9]*: fout: .*Fantasia.*D402" log
