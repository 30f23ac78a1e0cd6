#!/bin/sh
# A stylesheet of one's own: its slips are told at its own lines, and its kinds of figures are kinds like those of the program.
cd "$(dirname "$0")/../.." || exit 1
J=$PWD/build/jaarverslag
T=$(mktemp -d) && trap 'rm -rf "$T"' EXIT
is() { [ "$2" = "$3" ] && echo "ok $1" || echo "not ok $1 ($2, not $3)"; }
has() { grep -q "$2" "$T/log" && echo "ok $1" || echo "not ok $1: $(cat "$T/log")"; }
input() { # body: stands in line 3
    printf '%s\n%s\n%s\n%s\n' "<jaarverslag xmlns='urn:nl:jaarverslag:1' schooljaar='2022-2023' titel='T' datum='2023-09-01'>" \
        "<partnerschap sleutel='p' naam='P'><bestuur sleutel='x' naam='X'/><locatie sleutel='a' naam='Aa' bestuur='x'/></partnerschap><hoofdstuk sleutel='h' titel='H'>" \
        "$1" "</hoofdstuk></jaarverslag>" >"$T/jaarverslag.xml"
}
sheet() { # what stands at the top: line 2, and the body of a part: line 3
    printf '%s\n' "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' xmlns='urn:nl:jaarverslag:document' xmlns:j='urn:nl:jaarverslag:1' xmlns:f='urn:nl:jaarverslag:functies' exclude-result-prefixes='j f'>" \
        "$1<xsl:template match='/j:jaarverslag'><document title='T' lang='nl' style='bos'><part master='body' title='T'><heading level='1' style='h1'>H</heading>" \
        "$2" "</part></document></xsl:template></xsl:stylesheet>" >"$T/eigen.xsl"
}
cd "$T" || exit 1
render() { "$J" render -t eigen.xsl "$@" -o out.pdf . >log 2>&1; }

input "<alinea>Tekst.</alinea>"
sheet "" "<para>Goed.</para>"; render; is "a stylesheet without slips" $? 0
sheet "" "<para stile='small'>x</para>"; render; is "an unknown attribute" $? 1
has "is told at its line, with what was meant" 'eigen.xsl:3: fout: .*stile.*verwacht: style.*D210'
sheet "" "<xsl:for-each select='//j:alinea'><para keep-next='ja' place='{f:plaats(.)}'>x</para></xsl:for-each>"; render; is "a value that cannot be" $? 1
has "is told with the place of the input too" 'eigen.xsl:3: fout: .*keep-next.*jaarverslag.xml:3:1.*gevonden: ja.*D211'
sheet "" "<xsl:element name='para'><xsl:attribute name='style'>kleintje</xsl:attribute>x</xsl:element>"; render; is "a style that the house style lacks" $? 1
has "is told, also of what xsl:element makes" 'eigen.xsl:3: fout: .*gevonden: kleintje.*D216'
sheet "" "<row/>"; render; is "an element out of place" $? 1
has "is told" 'eigen.xsl:3: fout: .*row.*D213'
sheet "" "<xsl:for-each select='//j:alinea | //j:hoofdstuk'><para stile='a'/></xsl:for-each>"; render
is "one slip is told once" "$(grep -c D210 log)" 1

KIND="<xsl:template match=\"j:figuur[@soort = 'reistijd']\"><figure series='none'><para>TWAALF MINUTEN</para></figure></xsl:template>"
input "<figuur sleutel='r' soort='reistijd'/>"
sheet "$KIND" "<xsl:apply-templates select='//j:figuur'/>"; render; is "a kind of figure of its own" $? 0
is "is drawn" "$(pdftotext out.pdf - | grep -c 'TWAALF MINUTEN')" 1
"$J" check . >log 2>&1; is "other templates do not know it" $? 1
has "and say so" 'jaarverslag.xml:3:21: fout: .*reistijd.*R217'
sheet "<f:figuur soort='reistijd' onderdeel='organogram' ding='eenheid' vormen='tabel kaart'>Reistijd.</f:figuur>$KIND" "<xsl:apply-templates select='//j:figuur'/>"
render; is "a kind whose data the input lacks" $? 0
has "is told with what it needs" 'verwacht: <organogram><eenheid>.*R218'
input "<figuur sleutel='r' soort='reistijd' vorm='wolk'/>"; render; is "a form that the kind lacks" $? 1
has "is told with those it has" 'jaarverslag.xml:3:38: fout: .*verwacht: tabel kaart.*R223'
