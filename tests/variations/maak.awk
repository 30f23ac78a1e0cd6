# A partnership and its report, different for every seed: schools, institutes, levels, absent parts, long texts, notes,
# nested lists, tables with spans, pictures, forms, other languages, odd characters. The same seed, the same bytes.
# A linear congruence instead of rand(): the same everywhere.
#   awk -v seed=7 -f maak.awk >jaarverslag.xml
function below(n) { state = (state * 16807) % 2147483647; return int(state / 7) % n }
function chance(percent) { return below(100) < percent }
function pick(list, count) { return list[1 + below(count)] }
function words(n,   s, i) { for (i = 0; i < n; i++) s = s (i ? " " : "") pick(word, word_count); return toupper(substr(s, 1, 1)) substr(s, 2) }
function sentence() { return words(4 + below(long ? 34 : 14)) "." }
function inline(   k) {
    k = below(16)
    if (k == 0) return "<nadruk>" words(2) "</nadruk>"
    if (k == 1) return "<sterk>" words(3) "</sterk>"
    if (k == 2) return "<taal code=\"en\">the workplace " words(1) "</taal>"
    if (k == 3) return "<taal code=\"fr\">l’école</taal>"
    if (k == 4) return "<link adres=\"https://voorbeeld.nl/een/heel/lang/pad/" below(1000) "?x=1&amp;y=2\">www.voorbeeld.nl/een/heel/lang/pad</link>"
    if (k == 5 && notes) return "woord<noot>" sentence() " <nadruk>" words(1) "</nadruk></noot>"
    if (k == 6) return "CO<onder>2</onder> en m<boven>2</boven>"
    if (k == 7) return "<aanhaling>" words(3) "</aanhaling>"
    if (k == 8) return "<klein-kapitaal>" words(1) "</klein-kapitaal>"
    if (k == 9) return "<verwijzing naar=\"h-" (1 + below(chapters)) "\" toon=\"" pick(show, 4) "\"/>"
    if (k == 10 && counted) return "<getal feit=\"studenten.totaal\"/>"
    if (k == 11) return pick(odd, odd_count)
    return words(2)
}
function text(n,   s, i) { for (i = 0; i < n; i++) s = s (i ? " " : "") sentence() " " inline(); return s "." }
function paragraph() { return "<alinea" (chance(6) ? " taal=\"en\"" : chance(8) ? " soort=\"klein\"" : "") ">" text(1 + below(long ? 6 : 3)) "</alinea>\n" }
function list(depth,   s, i, n) {
    n = 1 + below(5)
    s = "<lijst soort=\"" pick(kind, 8) "\"" (chance(20) ? " begin=\"" (2 + below(9)) "\"" : "") ">"
    for (i = 0; i < n; i++) s = s "<punt>" (chance(30) ? "<alinea>" text(1) "</alinea>" : text(1)) (depth < 3 && chance(30) ? list(depth + 1) : "") "</punt>"
    return s "</lijst>\n"
}
function table(   s, i, j, c, n, span) {
    c = 2 + below(5); n = 1 + below(long ? 40 : 9)
    s = "<tabel sleutel=\"t-" (++tables) "\">"
    for (j = 0; j < c; j++) s = s "<kolom" (j ? " uitlijning=\"" pick(align, 4) "\"" : "") "/>"
    if (c > 3 && chance(50)) s = s "<kop><cel rijen=\"2\">School</cel><cel kolommen=\"2\">Samen</cel><cel kolommen=\"" (c - 3) "\">" words(1) "</cel></kop>"
    else if (c > 3) s = s "<kop><cel kolommen=\"2\">" words(1) "</cel><cel kolommen=\"" (c - 2) "\">" words(1) "</cel></kop>"
    s = s "<kop>"
    for (j = (s ~ /rijen/ ? 1 : 0); j < c; j++) s = s "<cel" (chance(10) ? " draaien=\"ja\"" : "") ">" words(1) "</cel>"
    s = s "</kop>"
    for (i = 0; i < n; i++) {
        if (chance(12)) s = s "<groep titel=\"" words(2) "\">"; else s = s "<groep titel=\"\">"
        sub(/<groep titel="">$/, "", s)
        span = chance(8)
        s = s "<rij" (i == n - 1 ? " soort=\"totaal\"" : "") ">"
        if (span) s = s "<cel kolommen=\"" c "\">" words(3) "</cel>"
        else for (j = 0; j < c; j++) s = s "<cel" (j == 0 && chance(50) ? " kop=\"ja\"" : "") ">" (j ? (chance(10) ? "?" : chance(10) ? "" : below(99999) / 10) : words(1 + below(long ? 9 : 2))) "</cel>"
        s = s "</rij>"
        if (s ~ /<groep titel="[^"]+"><rij[^>]*>(<cel[^>]*>[^<]*<\/cel>|<cel[^>]*\/>)*<\/rij>$/) s = s "</groep>"
    }
    return s "<bijschrift>" words(3) " " pick(odd, odd_count) "</bijschrift>" (chance(30) ? "<noot>" sentence() "</noot>" : "") "</tabel>\n"
}
function form(   s, i) {
    s = "<formulier sleutel=\"f-" (++forms) "\" titel=\"" words(2) "\">"
    for (i = 0; i < 1 + below(6); i++) {
        fields++
        if (chance(20)) s = s "<vak titel=\"" words(1) "\"/>"
        if (chance(30)) s = s "<keuze sleutel=\"v-" fields "\" label=\"" words(2) "\"" (chance(50) ? " meer=\"ja\"" : "") " opties=\"een|twee|" words(3) "\"/>"
        else s = s "<invulveld sleutel=\"v-" fields "\" label=\"" words(2) " (" pick(odd, odd_count) ")\"" (chance(30) ? " regels=\"" (2 + below(5)) "\"" : "") "/>"
    }
    return s (chance(50) ? "<handtekening namen=\"Student|Schoolopleider\"/>" : "") "</formulier>\n"
}
function block(   k) {
    k = below(14)
    if (k < 5) return paragraph()
    if (k == 5) return list(0)
    if (k == 6) return table()
    if (k == 7) return "<citaat bron=\"" words(2) "\"" (chance(30) ? " taal=\"en\"" : "") "><alinea>" text(1) "</alinea></citaat>\n"
    if (k == 8) return "<kader soort=\"" pick(box, 4) "\" titel=\"" words(2) "\">" paragraph() (chance(40) ? list(1) : "") "</kader>\n"
    if (k == 9) return "<definities soort=\"" (chance(50) ? "kolommen" : "doorlopend") "\"><definitie term=\"" words(1) "\">" text(1) "</definitie><definitie term=\"" words(1) "\">" text(1) "</definitie></definities>\n"
    if (k == 10 && counted) return "<naast><kolom>" paragraph() "</kolom><kolom>" paragraph() (chance(50) ? list(1) : "") "</kolom></naast>\n"
    if (k == 11 && picture != "") return "<afbeelding sleutel=\"p-" (++pictures) "\" bestand=\"" picture "\" alt=\"" words(3) " „" pick(odd, odd_count) "”\"><bijschrift>" words(4) "</bijschrift></afbeelding>\n"
    if (k == 12) return form()
    return "<tussenkop>" words(3) "</tussenkop>\n" paragraph()
}
function blocks(n,   s, i) { for (i = 0; i < n; i++) s = s block(); return s }
function section(name, depth,   s, i) { # paragraaf, subparagraaf
    s = "<" name " sleutel=\"s-" (++sections) "\" titel=\"" words(2 + below(4)) (chance(10) ? " &amp; " pick(odd, odd_count) : "") "\">" blocks(1 + below(3))
    if (depth < 1) for (i = below(3); i > 0; i--) s = s section("subparagraaf", depth + 1)
    return s "</" name ">\n"
}
BEGIN {
    state = seed * 7919 + 17
    for (i = 0; i < 5; i++) below(2)
    word_count = split("officieel,afstuderen,schoolopleider,werkplekbegeleider,onderwijsontwikkeling,de,het,een,van,met,samen,opleidingsschool,verantwoordelijkheidsverdeling,efficiënt,reflectie,coöperatief,’s ochtends,fjord,leraren,professionaliseringsactiviteiten,in,op,student,studenten,begeleiding,kwaliteitszorg,vlinder,fluctuatie", word, ",")
    odd_count = split("€ 1.234,50|½ en ¾|≥ 80 %|Łódź|Ĳsselstein|naïef|„aanhaling”|‘enkel’|— streep –|100 km|été|Đặng|Çınar|×|→|…|±|²³|§ 4|•|Ångström|fﬁ|1 + 1 = 2|Kőrösi|smalle spatie|afbreek­streepje", odd, "|")
    split("nummer label titel pagina", show, " ")
    split("opsomming nummers letters romeins streepjes vinkjes vakjes pijlen", kind, " ")
    split("links rechts midden decimaal", align, " ")
    split("voorbeeld nota let-op kern", box, " ")
    counted = chance(85); long = chance(25); notes = chance(70)
    chapters = 1 + below(4); schools = 1 + below(14); institutes = 1 + below(5); levels = 1 + below(5); owners = 1 + below(3)
    year = 2018 + below(8)
    style = chance(50) ? "bos" : "marge"
    printf "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<jaarverslag xmlns=\"urn:nl:jaarverslag:1\" schooljaar=\"%d-%d\" huisstijl=\"%s\"%s taal=\"%s\"\n  titel=\"%s\" auteur=\"%s\"%s%s>\n", year, year + 1, style, chance(90) ? sprintf(" datum=\"%d-%02d-%02d\"", year + 1, 9 + below(3), 1 + below(28)) : "", chance(85) ? "nl" : "en", "Variatie " seed " &lt;" pick(odd, odd_count) "&gt; &amp; meer", "Opleidingsschool „" words(1) "”", chance(50) ? " onderwerp=\"" words(5) "\"" : "", chance(50) ? " trefwoorden=\"een, twee, " pick(odd, odd_count) "\"" : ""
    if (chance(50)) printf "<archief%s%s%s%s/>\n", chance(50) ? " archiefvormer=\"Stichting A &amp; B\"" : "", chance(50) ? " kenmerk=\"" year "/" seed "\"" : "", chance(50) ? " bewaartermijn=\"" (1 + below(30)) "\"" : "", chance(50) ? " beperking=\"Persoonsgegevens\"" : ""
    print "<partnerschap sleutel=\"p\" naam=\"Opleidingsschool " words(1) "\" kort=\"OS\" penvoerder=\"b-1\">"
    for (i = 1; i <= owners; i++) printf "<bestuur sleutel=\"b-%d\" naam=\"Stichting %d\"/>\n", i, i
    for (i = 1; i <= institutes; i++) printf "<instituut sleutel=\"i-%d\" naam=\"Instituut %s %d\" kort=\"I%d\" partner=\"%s\" eerstejaars-niveaus=\"n-1\"/>\n", i, words(1), i, i, i == 1 || chance(60) ? "ja" : "nee"
    for (i = 1; i <= levels; i++) printf "<niveau sleutel=\"n-%d\" naam=\"jaar %d\"%s/>\n", i, i, i == 1 ? " eerstejaars=\"ja\"" : ""
    for (i = 1; i <= schools; i++) printf "<locatie sleutel=\"l-%d\" naam=\"%s %d\" bestuur=\"b-%d\"/>\n", i, words(1 + below(long ? 6 : 2)), i, 1 + below(owners)
    print "</partnerschap>"
    if (chance(80)) print "<parameters><normjaartaak waarde=\"1659\"/><uurtarief waarde=\"72.50\"/><leerlingen-per-student waarde=\"60\"/><partneraandeel waarde=\"75\"/></parameters>"
    if (counted) {
        print "<leerlingen peildatum=\"" year "-10-01\">"
        for (i = 1; i <= schools; i++) printf "<telling locatie=\"l-%d\" aantal=\"%s\"/>\n", i, chance(8) ? "?" : below(2500)
        print "</leerlingen>\n<studenten peildatum=\"" year "-10-01\"><plaatsingen>"
        for (i = 1; i <= schools; i++) for (j = 1; j <= institutes; j++) {
            k = 1 + below(levels)
            printf "<telling locatie=\"l-%d\" instituut=\"i-%d\" niveau=\"n-%d\" aantal=\"%s\"/>\n", i, j, k, chance(5) ? "?" : below(12)
        }
        print "</plaatsingen></studenten>"
    }
    if (chance(60)) print "<begroting><rubriek sleutel=\"r\" naam=\"Scholing\"><regel sleutel=\"g\" naam=\"Training\"><begroot bedrag=\"" below(9000) "\"/><gerealiseerd bedrag=\"" below(9000) ".25\"/></regel></rubriek></begroting>"
    if (chance(50)) print "<afkortingen><afkorting kort=\"OS\" voluit=\"Opleidingsschool\"/></afkortingen>"
    if (chance(60)) print "<voorwoord sleutel=\"voorwoord\" titel=\"Voorwoord\">" paragraph() "</voorwoord>"
    if (chance(40)) print "<samenvatting sleutel=\"samenvatting\" titel=\"Samenvatting\">" paragraph() paragraph() "</samenvatting>"
    for (i = 1; i <= chapters; i++) {
        printf "<hoofdstuk sleutel=\"h-%d\" titel=\"%s\"%s>\n%s", i, words(1 + below(5)), chance(50) ? " vraag=\"" words(5) "?\"" : "", blocks(1 + below(5))
        if (counted && i == 1) {
            if (chance(70)) print "<figuur sleutel=\"fig-streef\" soort=\"streefaantallen\"><bijschrift>Streefaantal</bijschrift></figuur>"
            if (chance(70)) print "<figuur sleutel=\"fig-inst\" soort=\"studenten-per-partner\"><bijschrift>Per instituut</bijschrift></figuur>"
            if (chance(40)) print "<figuur sleutel=\"fig-taart\" soort=\"aandeel-per-partner\"><bijschrift>Aandeel</bijschrift></figuur>"
        }
        for (j = below(4); j > 0; j--) printf "%s", section("paragraaf", 0)
        print "</hoofdstuk>"
    }
    for (i = below(3); i > 0; i--) printf "<bijlage sleutel=\"a-%d\" titel=\"%s\"%s%s>%s%s</bijlage>\n", i, words(3), chance(50) ? " omslag=\"ja\"" : "", chance(50) ? " inhoudsopgave=\"ja\"" : "", blocks(1 + below(4)), chance(50) ? section("paragraaf", 0) : ""
    print "</jaarverslag>"
}
