#!/bin/bash
# Nothing of one document is left for the next: a process of a batch makes many, and each of them, with its messages and its
# row in the manifest, is the same whatever it made before. The inputs leave what can be left: house styles and templates
# of their own under one name, other fonts, other languages, missing characters, faults, versions and earlier years.
cd "$(dirname "$0")/../.." || exit 1
J=${J:-$PWD/build/jaarverslag}
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
unset LC_ALL LC_MESSAGES LANG SOURCE_DATE_EPOCH
export LANG=C.UTF-8
status=0
RANDOM=20230929

. tests/command/common
input() { # input NAME SED...: the small example, edited
    local name=$1
    shift
    cp -r input/voorbeeld "$T/$name"
    sed -i "$@" "$T/$name/jaarverslag.xml"
    inputs+=("$T/$name")
}
sheet() { # sheet LANGUAGE TEXT: a stylesheet of one paragraph
    cat <<XSL
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:nl:jaarverslag:document" xmlns:j="urn:nl:jaarverslag:1">
  <xsl:template match="/j:jaarverslag">
    <document title="Eigen" lang="$1" date="{@datum}"><part master="body"><para>$2 <xsl:value-of select="@schooljaar"/></para></part></document>
  </xsl:template>
</xsl:stylesheet>
XSL
}
inputs=()
input gewoon 's/zzz/zzz/'
input stijl 's/huisstijl="bos"/huisstijl="eigen.xml"/'
sed 's/family="Lato"/family="Vollkorn"/; s/#0b5563/#550b63/' templates/style/bos.xml >"$T/stijl/eigen.xml"
input andere-stijl 's/huisstijl="bos"/huisstijl="eigen.xml"/'
sed 's/size="10pt"/size="11pt"/' templates/style/marge.xml >"$T/andere-stijl/eigen.xml"
input geen-letter 's/huisstijl="bos"/huisstijl="eigen.xml"/'
sed 's/family="Lato"/family="Bestaat Niet"/' templates/style/bos.xml >"$T/geen-letter/eigen.xml"
input sjabloon 's/sjabloon="[a-z]*"/sjabloon="eigen.xsl"/'
sheet en 'International organisations communicate extraordinarily &#x2192; &#x3b1;&#x3b2; &#x2708; &#x1F600; responsibilities and characteristics of organisations,' >"$T/sjabloon/eigen.xsl"
input ander-sjabloon 's/sjabloon="[a-z]*"/sjabloon="eigen.xsl"/'
sheet nl 'Verantwoordelijkheden en karakteristieken van opleidingsscholen,' >"$T/ander-sjabloon/eigen.xsl"
input geen-sjabloon 's/sjabloon="[a-z]*"/sjabloon="eigen.xsl"/'
input eigen-gebied 's/<alinea>Dit jaar/<alinea>\&#xE123; Dit jaar/'
input stuk 's/schooljaar="2022-2023"/schooljaar="2022"/; s/<voorwoord/<voorwood/'
input versie 's|</jaarverslag>|<vorige-versie bestand="../gewoon"/></jaarverslag>|; s/<alinea>Dit jaar/<alinea>Dit schooljaar/
s|<voorwoord|<vorige-jaren><vorig-jaar schooljaar="2021-2022" bestand="../toen"/></vorige-jaren>\n<voorwoord|'
cp -r input/voorbeeld "$T/toen"
sed -i 's/2022-2023/2021-2022/' "$T/toen/jaarverslag.xml"

rows() { grep '^{"job":' "$1/manifest.json" | sed 's/"job":[0-9]*,//' | sort; }
alone() { # alone NAME OPTION...: each input in a run of its own, together in $T/NAME
    local name=$1 one
    shift
    mkdir "$T/$name"
    for one in "${inputs[@]}"; do
        "$J" batch -j 1 -o "$T/los" "$@" "$one" 2>/dev/null || [ $? -eq 4 ] || return 1
        rows "$T/los" >>"$T/$name.rows"
        [ ! -e "$T/los/${one##*/}" ] || mv "$T/los/${one##*/}" "$T/$name"
        rm -r "$T/los"
    done
    sort -o "$T/$name.rows" "$T/$name.rows"
}
together() { # together NAME OPTION... -- INPUT...: the same documents and rows out of one process
    local name=$1
    "$J" batch -j 1 -o "$T/samen" "${@:2}" 2>/dev/null || [ $? -eq 4 ] || return 1
    rows "$T/samen" | diff - "$T/$name.rows" | cut -c1-400 || return 1
    rm "$T/samen/manifest.json" "$T/samen/index.html"
    diff -r "$T/samen" "$T/$name" && rm -r "$T/samen"
}
mixed() { # the inputs in a chance order
    local i k left=("${inputs[@]}")
    order=()
    for ((i = ${#left[@]}; i > 0; i--)); do
        k=$((RANDOM % i))
        order+=("${left[k]}")
        left=("${left[@]:0:k}" "${left[@]:k+1}")
    done
}

ok "each alone" alone apart
ok "some are made and some are not" test "$(grep -c '"status":"done"' "$T/apart.rows")" -eq 6 -a "$(grep -c '"status":"failed"' "$T/apart.rows")" -eq 4
cold() { # what render makes of those that can be made
    local pdf name
    for pdf in "$T"/apart/*/*.pdf; do
        name=${pdf#"$T/apart/"}
        "$J" render -o "$T/koud.pdf" "$T/${name%%/*}" 2>/dev/null && cmp "$T/koud.pdf" "$pdf" || return 1
    done
}
ok "as render makes them" cold
ok "in their order" together apart "${inputs[@]}"
for round in 1 2 3 4; do
    mixed
    ok "in chance order $round" together apart "${order[@]}"
done

# Several documents of each input: the version with what changed since, the public one, those of schools and boards.
inputs=("$T/gewoon" "$T/versie" "$T/stijl" "$T/stuk" "$T/eigen-gebied")
several=(-t jaarverslag -t stuurgroep -t publiek -t school -t bestuur)
ok "several documents of each alone" alone meer "${several[@]}"
ok "together" together meer "${several[@]}" "${inputs[@]}"
mixed
ok "in another order, of inputs and of documents" together meer -t bestuur -t publiek -t stuurgroep -t school -t jaarverslag "${order[@]}"
exit $status
