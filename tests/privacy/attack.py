#!/usr/bin/env python3
"""Attacks a public version with what a reader has: the printed document. Knows nothing of the program's own choice.

attack.py DOCUMENT FACTS [INPUT]: DOCUMENT is `render -t publiek --dump document`, FACTS is `facts` of the whole input (only
to judge: which of the withheld numbers are small), INPUT the folder whose figures of the text are parts of each other.
Each withheld cell is an unknown; sums of rows and columns, tables that count the same and parts of wholes are equations.
Exact linear algebra over fractions tells which unknowns follow; then bounds are narrowed over whole numbers until nothing
changes. Fails when a withheld number follows, or a small one is caught between fewer than four values."""
import csv, re, sys
import xml.etree.ElementTree as ET
from fractions import Fraction

MARK = "•"
document, facts_file = sys.argv[1], sys.argv[2]
truth = {r["id"]: r for r in csv.DictReader(open(facts_file, newline=""))}
root = ET.parse(document).getroot()
THRESHOLD = int(float(truth["parameter.kleine-groep"]["value"])) if "parameter.kleine-groep" in truth else 5

known, unknown = {}, set()          # what is printed, and where the mark stands
def see(fact, text):
    text = (text or "").strip()
    if text == MARK:
        unknown.add(fact)
    elif re.fullmatch(r"[0-9.]+", text):
        known[fact] = Fraction(text.replace(".", ""))
for n in root.iter("number"):
    see(n.get("fact"), "".join(n.itertext()))
for n in list(root.iter("point")) + list(root.iter("keyfigure")):
    if n.get("fact"):
        see(n.get("fact"), n.get("text"))
if "--naive" in sys.argv:           # as if only the small numbers had been left out: this must break
    sys.argv.remove("--naive")
    for f in list(unknown):
        r = truth.get(f)
        if r and r["value"] and not (0 < Fraction(r["value"]) < 5) and Fraction(r["value"]).denominator == 1:
            unknown.discard(f)
            known[f] = Fraction(r["value"])
assert not (unknown & set(known)), "shown in one place, withheld in another: %s" % sorted(unknown & set(known))

equations = []                      # (coefficients, right side): sum of coefficient * unknown = right
atmost = []                         # the same, <=
def relate(terms, keep=equations):
    """terms: (coefficient, fact or None for an empty cell); None when one of them is not known to anybody."""
    left, right = {}, Fraction(0)
    for factor, fact in terms:
        if fact is None:
            continue
        if fact in known:
            right -= factor * known[fact]
        elif fact in unknown:
            left[fact] = left.get(fact, Fraction(0)) + factor
        else:
            return
    if left:
        keep.append((left, right))

def cell_fact(cell):
    n = cell.find(".//number")
    text = "".join(cell.itertext()).strip()
    if n is not None:
        return n.get("fact")
    return None if text == "" else "?"

rows_of = {}                        # kind of table -> {row name: {column name: fact}}
for table in root.iter("table"):
    heads = ["".join(c.itertext()).strip() for c in table.findall("head/row")[-1].findall("cell")] if table.find("head/row") is not None else []
    body = [(("".join(r.find("cell").itertext())).strip(), r.findall("cell")) for b in table.findall("body") for r in b.findall("row") if r.find("cell") is not None]
    foot = [(("".join(r.find("cell").itertext())).strip(), r.findall("cell")) for f in table.findall("foot") for r in f.findall("row") if r.find("cell") is not None]
    if not body or any(len(c) != len(heads) for _, c in body):
        continue
    cells = [(name, [cell_fact(c) for c in row]) for name, row in body]
    ids = [f for _, row in cells for f in row if f and f != "?"]
    if not any(f.startswith(("school.", "eerstejaars.school.")) for f in ids):
        continue
    kind = "first" if any(f.startswith("eerstejaars.") for f in ids) else "level" if any(".niveau." in f for f in ids) else "institute" if any(".instituut." in f for f in ids) else "target"
    rows_of.setdefault(kind, {}).update({name: dict(zip(heads, row)) for name, row in cells})
    counts = [i for i, h in enumerate(heads) if i and not h.startswith(("Leerlingen", "Streefaantal", "Verschil"))]
    for i in counts:                # a column and its total
        if foot and len(foot[0][1]) == len(heads):
            total = cell_fact(foot[0][1][i])
            column = [row[i] for _, row in cells]
            if total and total != "?" and all(f is None or f in known or f in unknown for f in column): # what is not known to anybody adds to no total
                relate([(1, f) for f in column] + [(-1, total)])
    for name, row in cells:         # a row and its total
        if "Totaal" in heads:
            t = heads.index("Totaal")
            if all(row[i] != "?" and (row[i] is None or row[i] in known or row[i] in unknown) for i in counts) and row[t]:
                relate([(1, row[i]) for i in counts if i != t] + [(-1, row[t])])
        if kind == "target" and "Van partners" in heads:
            a, b, c = (row[heads.index(h)] for h in ("Daadwerkelijk aantal", "Van partners", "Overig"))
            if a and "?" not in (a, b, c):
                relate([(1, b), (1, c), (-1, a)])
    if len(foot) > 2:               # total less those who changed school is what is paid for
        for i in counts:
            a, b, c = (cell_fact(r[1][i]) for r in foot[:3])
            if a and c and heads[i] != "Totaal":
                relate([(1, a), (-1, b), (-1, c)])

def fact(*names):
    for n in names:
        if n in known or n in unknown:
            return n
    return None

# levels of a school are its students of partners; first-years are no more than students
for name, row in rows_of.get("level", {}).items():
    key = next((f.split(".")[1] for f in row.values() if f and f != "?"), None)
    if key and fact("school.%s.partners" % key):
        relate([(1, f) for h, f in row.items() if f and f != "?" and ".niveau." in f] + [(-1, "school.%s.partners" % key)])
for name, row in rows_of.get("first", {}).items():
    for f in row.values():
        m = re.match(r"eerstejaars\.school\.([^.]+)\.instituut\.(.+)", f or "")
        whole = m and fact("school.%s.instituut.%s" % m.groups())
        if whole:
            relate([(1, f), (-1, whole)], atmost)
if len(sys.argv) > 3:               # without a table of their own the first-years are those of the first-year levels
    import glob
    trees = [ET.parse(path).getroot() for path in (glob.glob(sys.argv[3] + "/*.xml") if not sys.argv[3].endswith(".xml") else [sys.argv[3]])]
    ns = "{urn:nl:jaarverslag:1}"
    if all(next(t.iter(ns + "eerstejaars"), None) is None for t in trees):
        first = [n.get("sleutel") for t in trees for n in t.iter(ns + "niveau") if n.get("eerstejaars") == "ja"]
        mixed = any(n.get("eerstejaars") == "deels" for t in trees for n in t.iter(ns + "niveau"))
        for l in (l.get("sleutel") for t in trees for l in t.iter(ns + "locatie") if not mixed):
            if fact("eerstejaars.school." + l):
                relate([(1, "school.%s.niveau.%s" % (l, n)) for n in first if fact("school.%s.niveau.%s" % (l, n))] + [(-1, "eerstejaars.school." + l)])
if all(map(fact, ("studenten.partners", "studenten.overig", "studenten.totaal"))):
    relate([(1, "studenten.partners"), (1, "studenten.overig"), (-1, "studenten.totaal")])
if len(sys.argv) > 3:               # parts of wholes that the text tells
    numbers = {}
    import glob
    for path in glob.glob(sys.argv[3] + "/*.xml"):
        for k in ET.parse(path).getroot().iter("{urn:nl:jaarverslag:1}kengetal"):
            numbers[k.get("sleutel")] = k.get("deel-van")
    for whole in set(filter(None, numbers.values())):
        parts = ["kengetal." + k for k, w in numbers.items() if w == whole]
        if all(fact(p) for p in parts) and fact("kengetal." + whole):
            relate([(1, p) for p in parts] + [(-1, "kengetal." + whole)])

# ---- exact elimination ----
def eliminate(system):
    solved, rows = {}, [(dict(l), r) for l, r in system]
    pivots = []
    while rows:
        left, right = rows.pop()
        for v, (pl, pr) in pivots:
            if v in left:
                f = left[v]
                for k, c in pl.items():
                    left[k] = left.get(k, Fraction(0)) - f * c
                    if not left[k]:
                        del left[k]
                right -= f * pr
        if not left:
            continue
        v = next(iter(left))
        f = left[v]
        row = ({k: c / f for k, c in left.items()}, right / f)
        new = []
        for u, (pl, pr) in pivots:
            if v in pl:
                g = pl[v]
                merged = dict(pl)
                for k, c in row[0].items():
                    merged[k] = merged.get(k, Fraction(0)) - g * c
                    if not merged[k]:
                        del merged[k]
                new.append((u, (merged, pr - g * row[1])))
            else:
                new.append((u, (pl, pr)))
        pivots = new + [(v, row)]
    for v, (left, right) in pivots:
        if len(left) == 1:
            solved[v] = right
    return solved, pivots

solved, pivots = eliminate(equations)
# ---- bounds over whole numbers: a number that is withheld is at least one ----
low = {u: 1 for u in unknown}
high = {u: None for u in unknown}
def tighten(left, right, equal):
    changed = False
    for v, c in left.items():
        for sign in ((1, -1) if equal else (1,)):
            # sign * sum <= sign * right  ->  bound on v
            rest, open_ = sign * right, False
            for u, d in left.items():
                if u == v:
                    continue
                d *= sign
                bound = low[u] if d > 0 else high[u]
                if bound is None:
                    open_ = True
                    break
                rest -= d * bound
            if open_:
                continue
            e = c * sign
            limit = rest / e
            if e > 0:
                limit = limit.numerator // limit.denominator
                if high[v] is None or limit < high[v]:
                    high[v], changed = limit, True
            else:
                limit = -((-limit.numerator) // limit.denominator)
                if limit > low[v]:
                    low[v], changed = limit, True
    return changed
system = [(l, r, True) for l, r in equations] + [(l, r, True) for _, (l, r) in pivots] + [(l, r, False) for l, r in atmost]
for _ in range(60):
    if not any([tighten(*s) for s in system]):
        break

def value(f):
    r = truth.get(f)
    return Fraction(r["value"]) if r and r["value"] else None
bad = ["%s follows: %s" % (f, v) for f, v in sorted(solved.items())]
small = [f for f in sorted(unknown) if value(f) is not None and 0 < value(f) < THRESHOLD and truth[f]["unit"] in ("studenten", "personen", "antwoorden")]
for f in small:
    if high[f] is not None and high[f] - low[f] < THRESHOLD - 2:
        bad.append("%s lies between %s and %s" % (f, low[f], high[f]))
for f, v in known.items():
    if 0 < v < THRESHOLD and truth.get(f, {}).get("unit") in ("studenten", "personen", "antwoorden") and f.startswith(("school.", "eerstejaars.", "studenten.", "kengetal.", "enquete.")) and "streefaantal" not in f and "verschil" not in f:
        bad.append("%s is printed: %s" % (f, v))
for line in bad:
    print(line)
print("%d withheld (%d small), %d printed, %d equations: %s" % (len(unknown), len(small), len(known), len(equations), "broken" if bad else "safe"))
sys.exit(1 if bad else 0)
