# The tables of the large partnership; kind chooses which. A linear congruence instead of rand(): the same everywhere.
function next_number(below) { seed = (seed * 1103 + 12345) % 65536; return int(seed / 7) % below }
function location(i) { return sprintf("loc-%02d", i) }
BEGIN {
    seed = 20 + (kind == "plaatsingen") * 7
    split("Ĳsselcollege,Łódź-lyceum,Đặng Academie,Kőrösi Mavo,Çınar College,Société Mixte,Ångström Lyceum,Ševčenko vmbo,Café-school d’Été,School met een buitengewoon lange naam die nergens in een smalle kolom past", odd, ",")
    split("hr han flot fsh fhk esoe rda ult tud", inst, " ")
    split("Hogeschool Rotterdam,Hogeschool Arnhem Nijmegen,Fontys Lerarenopleiding Tilburg,Fontys Sporthogeschool,Fontys Hogeschool voor de Kunsten,Eindhoven School of Education,Radboud Docenten Academie,Universitaire Lerarenopleiding Tilburg,TU Delft", full, ",")
    split("jaar-1 jaar-2 jaar-3 jaar-4 minor dt master kop zij", level, " ")
    if (kind == "partnerschap") {
        print "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
        print "<!-- Gemaakt door maak; niet met de hand wijzigen. -->"
        print "<partnerschap xmlns=\"urn:nl:jaarverslag:1\" sleutel=\"groot\" naam=\"Opleidingsschool Groot Zuid\" kort=\"OGZ\" penvoerder=\"bestuur-1\">"
        for (i = 1; i <= 7; i++) printf "  <bestuur sleutel=\"bestuur-%d\" naam=\"Stichting Bestuur %d\" kort=\"B%d\"/>\n", i, i, i
        print "  <niveaugroep sleutel=\"bachelor\" naam=\"Bachelor\"/>"
        for (i = 1; i <= 9; i++) printf "  <niveau sleutel=\"%s\" naam=\"%s\"%s%s/>\n", level[i], level[i], i <= 4 ? " groep=\"bachelor\"" : "", i == 1 ? " eerstejaars=\"ja\"" : ""
        for (i = 1; i <= 9; i++) printf "  <instituut sleutel=\"%s\" naam=\"%s\" kort=\"%s\" partner=\"%s\" eerstejaars-niveaus=\"jaar-1\"/>\n", inst[i], full[i], toupper(inst[i]), i <= 7 ? "ja" : "nee"
        for (i = 1; i <= 4; i++) printf "  <school sleutel=\"groep-%d\" naam=\"Scholengroep %d\" bestuur=\"bestuur-%d\"/>\n", i, i, i
        for (i = 1; i <= 60; i++) {
            name = i <= 10 ? odd[i] : "Locatie " i
            if (i % 5 == 0) owner = "school=\"groep-" (1 + i % 4) "\""; else owner = "bestuur=\"bestuur-" (1 + i % 7) "\""
            printf "  <locatie sleutel=\"%s\" naam=\"%s\" %s/>\n", location(i), name, owner
        }
        print "</partnerschap>"
    } else if (kind == "leerlingen") {
        print "locatie;aantal"
        for (i = 1; i <= 60; i++) print location(i) ";" (i <= 5 ? 25 * (2 * i - 1) : i == 60 ? 0 : 150 + next_number(1900)) # ties first
    } else {
        line = "locatie;instituut"
        for (j = 1; j <= 9; j++) line = line ";" level[j]
        print line
        for (i = 1; i <= 60; i++) for (k = 1; k <= 9; k++) {
            line = location(i) ";" inst[k]; some = 0
            for (j = 1; j <= 9; j++) {
                n = next_number(12)
                cell = n < 4 ? n : ""
                if (i == 17 && k == 3 && j == 2) cell = "?"
                if (cell != "") some = 1
                line = line ";" cell
            }
            if (some && i != 33) print line # location 33 is not counted at all
        }
    }
}
