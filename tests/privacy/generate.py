#!/usr/bin/env python3
"""Writes a made-up partnership of some size to a folder: generate.py SEED FOLDER [SCHOOLS]. Always the same for the same seed."""
import os, random, sys

seed, folder = int(sys.argv[1]), sys.argv[2]
r = random.Random(seed)
os.makedirs(folder, exist_ok=True)
boards, schools = r.randint(1, 3), r.randint(4, 14)
institutes, levels = r.randint(2, 4), r.randint(2, 5)
many = len(sys.argv) > 3            # of everything, first-years too
if many:
    schools, institutes, levels = int(sys.argv[3]), 9, 6
joint = seed % 2 == 0
out = ['<jaarverslag xmlns="urn:nl:jaarverslag:1" schooljaar="2022-2023" datum="2023-10-01" titel="Verslag %d">' % seed,
       '<partnerschap sleutel="p" naam="Partnerschap" kort="P">']
out += ['<bestuur sleutel="b%d" naam="Bestuur %d"/>' % (b, b) for b in range(boards)]
out += ['<instituut sleutel="i%d" naam="Instituut %d" partner="ja"%s/>' % (i, i, ' eerstejaars-niveaus="n0"' if many else "") for i in range(institutes)]
out += ['<instituut sleutel="overig" naam="Overige" kort="overig" partner="nee"/>']
out += ['<niveau sleutel="n%d" naam="niveau %d"%s/>' % (n, n, ' eerstejaars="ja"' if n == 0 and joint else "") for n in range(levels)]
out += ['<locatie sleutel="l%d" naam="Locatie %d" bestuur="b%d"/>' % (s, s, r.randrange(boards)) for s in range(schools)]
out += ['</partnerschap><parameters><uurtarief waarde="70"/><leerlingen-per-student waarde="50"/></parameters><leerlingen>']
out += ['<telling locatie="l%d" aantal="%d"/>' % (s, r.randint(150, 1500)) for s in range(schools)]
out += ['</leerlingen><studenten>']
cells = {}
for s in range(schools):
    for i in range(institutes + 1):
        for n in range(levels):
            if r.random() < 0.55:
                cells[s, i, n] = r.choice([0, 1, 1, 2, 2, 3, 4, 5, 6, 8, 11, 15])
name = lambda i: "i%d" % i if i < institutes else "overig"
if joint:
    out += ['<plaatsingen>'] + ['<telling locatie="l%d" instituut="%s" niveau="n%d" aantal="%d"/>' % (s, name(i), n, c) for (s, i, n), c in cells.items()] + ['</plaatsingen>']
else:
    def table(pick):
        sums = {}
        for (s, i, n), c in cells.items():
            if pick(i, n) is not None:
                sums[s, pick(i, n)] = sums.get((s, pick(i, n)), 0) + c
        return sums
    out += ['<per-instituut>'] + ['<telling locatie="l%d" instituut="%s" aantal="%d"/>' % (s, k, c) for (s, k), c in table(lambda i, n: name(i)).items()] + ['</per-instituut>']
    out += ['<per-niveau alleen-partners="ja">'] + ['<telling locatie="l%d" niveau="%s" aantal="%d"/>' % (s, k, c) for (s, k), c in table(lambda i, n: "n%d" % n if i < institutes else None).items()] + ['</per-niveau>']
    out += ['<wisselaars><telling instituut="i0" aantal="%d"/></wisselaars>' % r.randint(1, 6)]
if many:
    out += ['<eerstejaars>'] + ['<telling locatie="l%d" instituut="%s" aantal="%d"/>' % (s, name(i), c) for (s, i, n), c in cells.items() if n == 0 and i < institutes] + ['</eerstejaars>']
out += ['</studenten>']
if seed % 3:
    out += ['<facilitering schooljaar="2022-2023"><vaste-uren sleutel="v" naam="Overleg" uren="50"/><per-student uren="8"/><vergoeding uren="50" bonusuren="8"/></facilitering>',
            '<begroting><rubriek sleutel="r" naam="Rubriek"><regel sleutel="bonus" naam="Bonus"><begroot bedrag="100"/><gerealiseerd feit="bonus.bedrag"/><toelichting>Naar rato.</toelichting></regel></rubriek></begroting>']
out += ['<hoofdstuk sleutel="h" titel="Aantallen"><alinea>Er waren <getal feit="studenten.totaal"/> studenten, van wie <getal feit="studenten.partners"/> van partners.</alinea>']
for k, kind in enumerate(["studenten-per-partner", "studenten-per-niveau", "streefaantallen", "aandeel-per-partner", "aandeel-per-niveau", "streef-werkelijk"] + (["begroting-realisatie"] if seed % 3 else []) + (["eerstejaars-per-school"] if joint else [])):
    out += ['<figuur sleutel="f%d" soort="%s"><bijschrift>Figuur</bijschrift></figuur>' % (k, kind)]
out += ['</hoofdstuk></jaarverslag>']
open(os.path.join(folder, "jaarverslag.xml"), "w").write("\n".join(out))
