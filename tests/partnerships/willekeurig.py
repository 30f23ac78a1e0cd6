#!/usr/bin/env python3
"""Partnerships at random, and what their facts are, worked out apart from the program: exact fractions, the rules of the
reference (A1-A16, B1-B9, D, F, G) and one rule for the unknown (head of src/calc/expression.h).

    willekeurig.py FOLDER FIRST LAST    writes FOLDER/SEED.xml and FOLDER/SEED.csv: id,value,status; id,- may not exist
"""
import random
import sys
from fractions import Fraction as F

UNKNOWN, PARTIAL, KNOWN = "unknown", "partial", "known"


INFINITE = F(10**30)


class V:
    """A value and how sure it is; the least and the most that it can be; the cells of the total of one location."""

    def __init__(self, value, status=KNOWN, low=None, high=None, cells=None):
        self.value, self.status, self.cells = (F(0) if status == UNKNOWN else F(value)), status, cells
        self.low = self.value if status == KNOWN else F(0) if low is None else low
        self.high = self.value if status == KNOWN else INFINITE if high is None else high


def given(cell):
    return V(0, UNKNOWN) if cell == "?" else V(F(cell))


def total(parts, one=False):
    """one: of one location, unknown as soon as one of its cells is."""
    known = [p for p in parts if p.status != UNKNOWN]
    status = KNOWN if all(p.status == KNOWN for p in parts) else PARTIAL if known and not one else UNKNOWN
    return V(sum(p.value for p in known), status, sum(p.low for p in parts), min(INFINITE, sum(p.high for p in parts)), parts if one else None)


def cells(v):
    """What is known of the unknown total of one location."""
    if v.status != UNKNOWN or v.cells is None:
        return [v]
    return [c for part in v.cells for c in cells(part)]


def known_part(v):
    return total(cells(v))


def needs(function, *parts):
    status = min((p.status for p in parts), key=[UNKNOWN, PARTIAL, KNOWN].index)
    ends = [function(*(p.low for p in parts)), function(*(p.high for p in parts))] if len(parts) == 1 else [-INFINITE, INFINITE]
    return V(0 if status == UNKNOWN else function(*(p.value for p in parts)), status, min(ends), max(ends))


def less(a, b):
    v = needs(lambda x, y: x - y, a, b)
    return V(v.value, v.status, a.low - b.high, a.high - b.low)


def decided(function, v):
    """A threshold: known when both ends give the same answer (function rises or falls all the way)."""
    low, high = function(v.low), function(v.high)
    return V(low) if low == high else V(0, UNKNOWN, min(low, high), max(low, high))


def divides(v):
    return v.status != KNOWN or v.value != 0


def quotient(factor, top, bottom):
    if bottom.status != UNKNOWN and bottom.value == 0:
        return V(0, UNKNOWN)
    return needs(lambda a, b: factor * a / b, top, bottom)


def pair(left, right, both=True):
    """Two sums over rows, over the rows that both know. Rows by name."""
    out = {r for side in (left, right) for r, v in side.items() if v.status == UNKNOWN}
    if both:
        out |= set(left) ^ set(right)

    def of(side):
        stay = [v for r, v in side.items() if r not in out]
        if not out:
            return total(list(side.values()))
        return V(sum(v.value for v in stay), PARTIAL if stay else UNKNOWN)
    return of(left), of(right)


def half_up(x, places=0):
    n = (abs(x) * 10**places * 2 + 1) // 2
    return F(-n if x < 0 else n, 10**places)


def cents(v):
    return V(half_up(v.value, 2), v.status)


def text(x, places):
    if places is None:  # as many as it has; a quotient that does not end: two
        rest = x.denominator
        for p in (2, 5):
            while rest % p == 0:
                rest //= p
        places = 2 if rest > 1 else next(n for n in range(20) if (x * 10**n).denominator == 1)
    x = half_up(x, places)
    digits = str(abs(x.numerator * 10**places // x.denominator)).rjust(places + 1, "0")
    return ("-" if x < 0 else "") + (digits if not places else digits[:-places] + "." + digits[-places:])


class Case:
    def __init__(self, seed):
        self.r = random.Random(seed)
        self.facts, self.xml = {}, []

    def fact(self, name, v, places=0):
        self.facts[name] = "-" if v is None else ("" if v.status == UNKNOWN else text(v.value, places)) + "," + v.status

    def chance(self, percent):
        return self.r.randrange(100) < percent

    def put(self, line):
        self.xml.append(line)

    # ---- who ----

    def partnership(self):
        r = self.r
        self.boards = [f"b{i}" for i in range(1 + r.randrange(3))]
        self.partner = {f"i{i}": i == 0 or self.chance(60) for i in range(1 + r.randrange(5))}
        self.levels = {f"n{i}": r.choice(["ja", "nee", "nee", "deels"]) for i in range(2 + r.randrange(4))}
        self.locations = {f"l{i}": r.choice(self.boards) for i in range(1 + r.randrange(r.choice([3, 12, 60])))}
        self.norm, self.rate, self.year, self.admin = (r.choice(x) for x in ([50, 45, 60], ["70", "71.15"], [1659, 1600], ["36", "35", "36.85"]))
        self.put('<partnerschap sleutel="p" naam="P">')
        for b in self.boards:
            self.put(f'<bestuur sleutel="{b}" naam="Bestuur {b}"/>')
        for i, partner in self.partner.items():
            self.put(f'<instituut sleutel="{i}" naam="Instituut {i}" partner="{"ja" if partner else "nee"}"/>')
        for n, first in self.levels.items():
            self.put(f'<niveau sleutel="{n}" naam="Niveau {n}" eerstejaars="{first}"/>')
        for l, b in self.locations.items():
            self.put(f'<locatie sleutel="{l}" naam="Locatie {l}" bestuur="{b}"/>')
        self.put(f'</partnerschap><parameters><normjaartaak waarde="{self.year}"/><uurtarief waarde="{self.rate}"/>'
                 f'<administratief-tarief waarde="{self.admin}"/><leerlingen-per-student waarde="{self.norm}"/></parameters>')

    # ---- students ----

    def counts(self):
        r = self.r
        self.pupils, self.cells = {}, {}
        self.put("<leerlingen>")
        for l in self.locations:
            if self.chance(95) or not self.pupils:
                n = r.choice(["?", "0", "25", "75", str(r.randrange(3000)), str(r.randrange(3000)), str(r.randrange(3000))])
                self.pupils[l] = given(n)
                self.put(f'<telling locatie="{l}" aantal="{n}"/>')
            else:
                self.pupils[l] = V(0, UNKNOWN)
        self.put("</leerlingen><studenten><plaatsingen>")
        for l in self.locations:
            if self.chance(8):
                continue
            self.cells[l] = {}
            for _ in range(1 + r.randrange(6)):
                at = (r.choice(list(self.partner)), r.choice(list(self.levels)))
                if at in self.cells[l]:
                    continue
                n = r.choice(["?"] + [str(r.randrange(12)) for _ in range(9)] + ["0", "30"])
                self.cells[l][at] = given(n)
                self.put(f'<telling locatie="{l}" instituut="{at[0]}" niveau="{at[1]}" aantal="{n}"/>')
        if not self.cells:
            l = list(self.locations)[0]
            self.cells[l] = {("i0", "n0"): V(3)}
            self.put(f'<telling locatie="{l}" instituut="i0" niveau="n0" aantal="3"/>')
        self.put("</plaatsingen>")
        self.switched = {i: r.randrange(2) for i in self.partner if self.chance(40) and any(k == i and v.value for c in self.cells.values() for (k, _), v in c.items())}
        if self.switched:
            self.put("<wisselaars>" + "".join(f'<telling instituut="{i}" aantal="{n}"/>' for i, n in self.switched.items()) + "</wisselaars>")
        self.put("</studenten>")

    def students(self):
        cells, absent = self.cells, V(0, UNKNOWN)
        used = {i for c in cells.values() for i, _ in c}
        self.by = {}
        for l in self.locations:
            mine = cells.get(l)
            by = {i: (absent if i in used else None) if mine is None else (total([v for (k, _), v in mine.items() if k == i], one=True) if any(k == i for k, _ in mine) else None)
                  for i in self.partner}
            for i, v in by.items():
                self.fact(f"school.{l}.instituut.{i}", v)
            kinds = {}
            for kind, partner in (("partners", True), ("overig", False)):
                if any(p == partner for p in self.partner.values()):
                    kinds[kind] = absent if mine is None else total([v for i, v in by.items() if v and self.partner[i] == partner], one=True)
                    self.fact(f"school.{l}.{kind}", kinds[kind])
            kinds["studenten"] = absent if mine is None else total(list(kinds.values()), one=True)
            self.fact(f"school.{l}.studenten", kinds["studenten"])
            if divides(kinds["studenten"]):
                kinds["aandeel"] = quotient(100, kinds["partners"], kinds["studenten"])
            self.fact(f"school.{l}.partneraandeel", kinds.get("aandeel"))
            for n in self.levels:
                at = [v for (i, k), v in (mine or {}).items() if k == n and self.partner[i]]
                kinds[n] = absent if mine is None else total(at, one=True) if at else None
                self.fact(f"school.{l}.niveau.{n}", kinds[n])
            self.by[l] = {**by, **kinds}
        sums = {k: total([known_part(b[k]) for b in self.by.values() if k in b]) for k in ("partners", "overig") if any(k in b for b in self.by.values())}
        for k, v in sums.items():
            self.fact(f"studenten.{k}", v)
        all_ = total(list(sums.values()))
        self.fact("studenten.totaal", all_)
        if divides(all_):
            self.fact("studenten.partneraandeel", quotient(100, *self.paired("partners", "studenten")))
        moved = V(sum(self.switched.values()))
        unique = less(all_, moved) if self.switched else all_
        self.fact("studenten.uniek", unique)
        single = {}
        for i in self.partner:
            parts = [b[i] for b in self.by.values() if b[i]]
            empty = [V(0) for l in self.cells if not self.by[l][i]]
            if not parts:
                self.fact(f"studenten.instituut.{i}.totaal", None)
                continue
            self.fact(f"studenten.instituut.{i}.totaal", total([known_part(v) for v in parts] + empty))
            single[i] = needs(lambda a: a - self.switched.get(i, 0), total([known_part(v) for v in parts] + empty))
            self.fact(f"studenten.instituut.{i}.uniek", single[i])
            if divides(unique):
                self.fact(f"studenten.instituut.{i}.aandeel", quotient(100, single[i], unique))
        self.dusi = total([v for i, v in single.items() if self.partner[i]]) if any(self.partner[i] for i in single) else None
        self.fact("studenten.dusi", self.dusi)
        rows = {n: {l: b[n] for l, b in self.by.items() if b[n]} for n in self.levels}
        levels = {n: total([known_part(v) for v in rows[n].values()] + [V(0) for l in self.cells if l not in rows[n]]) for n in self.levels}
        every = total(list(levels.values()))
        unknown = {l for row in rows.values() for l, v in row.items() if v.status == UNKNOWN}
        for n, v in levels.items():
            self.fact(f"studenten.niveau.{n}.totaal", v)
            if divides(every):
                stay = [(k, v) for k, row in rows.items() for l, v in row.items() if l not in unknown]
                top, bottom = (total([v for k, v in stay if k == n or whole]) for whole in (False, True))
                if unknown:
                    some = {k for k, _ in stay}
                    top = V(top.value, PARTIAL if n in some else UNKNOWN)
                    bottom = V(bottom.value, PARTIAL if some else UNKNOWN)
                self.fact(f"studenten.niveau.{n}.aandeel", quotient(100, top, bottom), 1)
        self.first_years(used)

    def first_years(self, used):
        if "ja" not in self.levels.values():
            self.fact("eerstejaars.totaal", None)
            return

        def follow(sure, mixed):
            if any(v.status != KNOWN or v.value for v in mixed):
                sure = sure + [V(0, UNKNOWN)]
            return total(sure, one=True)
        at = {}
        for l, b in self.by.items():
            at[l] = follow([b[n] for n, f in self.levels.items() if f == "ja" and b[n]], [b[n] for n, f in self.levels.items() if f == "deels" and b[n]])
            self.fact(f"eerstejaars.school.{l}", at[l])
        self.fact("eerstejaars.totaal", total([known_part(v) for v in at.values()]))
        for i in self.partner:
            if not self.partner[i]:
                self.fact(f"eerstejaars.instituut.{i}", None)
                continue
            anywhere = any(k == i and self.levels[n] == "ja" for c in self.cells.values() for k, n in c)
            parts = []
            for l in self.locations:
                mine = {n: v for (k, n), v in self.cells.get(l, {}).items() if k == i}
                if l not in self.cells:
                    v = V(0, UNKNOWN) if anywhere else None
                else:
                    sure, mixed = ([v for n, v in mine.items() if self.levels[n] == f] for f in ("ja", "deels"))
                    some = any(v.status != KNOWN or v.value for v in mixed)
                    v = follow(sure, mixed) if sure or some else None
                self.fact(f"eerstejaars.school.{l}.instituut.{i}", v)
                parts += [v] if v else []
            self.fact(f"eerstejaars.instituut.{i}", total([known_part(v) for v in parts]) if parts else None)

    # ---- targets, trainers, reimbursement ----

    def targets(self):
        measures = {"dichtheid": [], "partneraandeel": [], "streefrealisatie": []}
        for l, b in self.by.items():
            pupils = self.pupils[l]
            b["streef"] = needs(lambda x: half_up(x / self.norm), pupils)
            b["verschil"] = less(b["studenten"], b["streef"])
            dense = quotient(self.norm, b["studenten"], pupils) if divides(pupils) else None
            real = quotient(100, b["studenten"], b["streef"]) if divides(b["streef"]) else None
            self.fact(f"school.{l}.streefaantal", b["streef"])
            self.fact(f"school.{l}.verschil", b["verschil"])
            self.fact(f"school.{l}.dichtheid", dense, 2)
            self.fact(f"school.{l}.streefrealisatie", real, 1)
            for name, v in (("dichtheid", dense), ("partneraandeel", b.get("aandeel")), ("streefrealisatie", real)):
                measures[name] += [v] if v else []
        for (name, values), places in zip(measures.items(), (2, 0, 1)):
            sure = sorted(v.value for v in values if v.status != UNKNOWN)
            n, status = len(sure), KNOWN if all(v.status == KNOWN for v in values) else PARTIAL
            self.fact(f"partnerschap.middel.{name}.gemiddelde", V(sum(sure) / n, status) if n else None, places)
            self.fact(f"partnerschap.middel.{name}.mediaan", V((sure[n // 2] + sure[(n - 1) // 2]) / 2, status) if n else None, places)
        met = [decided(lambda x: int(x >= 0), b["verschil"]) for b in self.by.values()]
        self.fact("streefaantal.gehaald", V(sum(v.value for v in met if v.status == KNOWN)))
        self.fact("streefaantal.bekend", V(sum(v.status == KNOWN for v in met)))
        pupils = total(list(self.pupils.values()))
        goal = needs(lambda x: half_up(x / self.norm), pupils)
        self.fact("streefaantal.totaal", goal)
        self.fact("streefaantal.som", total([b["streef"] for b in self.by.values()]))
        here, there = pair({l: b["studenten"] for l, b in self.by.items()}, self.pupils)
        wanted = needs(lambda x: half_up(x / self.norm), there)
        self.fact("streefaantal.verschil", less(here, wanted))
        self.fact("streefaantal.realisatie", quotient(100, here, wanted) if divides(goal) else None, 1)
        self.fact("studenten.dichtheid", quotient(self.norm, here, there) if divides(pupils) else None, 2)
        for board in self.boards:
            mine = [l for l, b in self.locations.items() if b == board]
            if not mine:
                continue
            s, p, t = (total([x(l) for l in mine]) for x in (lambda l: known_part(self.by[l]["studenten"]), lambda l: self.pupils[l], lambda l: self.by[l]["streef"]))
            rows = {k: {l: self.by[l][k] for l in mine} for k in ("studenten", "partners", "streef")}
            self.fact(f"bestuur.{board}.studenten", s)
            self.fact(f"bestuur.{board}.partneraandeel", quotient(100, *pair(rows["partners"], rows["studenten"])) if divides(s) else None)
            self.fact(f"bestuur.{board}.dichtheid", quotient(self.norm, *pair(rows["studenten"], {l: self.pupils[l] for l in mine})) if divides(p) else None, 2)
            self.fact(f"bestuur.{board}.streefrealisatie", quotient(100, *pair(rows["studenten"], rows["streef"])) if divides(t) else None, 1)

    def paired(self, left, right):
        return pair(*({l: b[k] for l, b in self.by.items()} for k in (left, right)))

    def trainers(self):
        r = self.r
        fixed, per, more, off_hours, small, second, hours, bonus = (F(r.choice(x)) for x in
            (["100", "82.5"], ["8", "6.5"], ["40", "35"], ["25", "20"], ["10", "8"], ["30", "28"], ["50", "12.5"], ["8", "7.5"]))
        self.put(f'<facilitering><vaste-uren sleutel="v" naam="V" uren="{float(fixed):g}"/><per-student uren="{float(per):g}"/><meer-locaties uren="{more}"/>'
                 f'<kleine-locatie aftrek="{off_hours}" minder-dan="{small}"/><tweede-schoolopleider meer-dan="{second}"/><vergoeding uren="{float(hours):g}" bonusuren="{float(bonus):g}"/>')
        free, named = list(self.locations), []
        while self.chance(95) and free and not (len(free) < 3 and self.chance(30)):
            posts = [(free.pop(), None)] + [(free.pop(), None) for _ in range(r.randrange(3)) if free]
            named.append([posts, self.chance(90)])
            if self.chance(15):  # a second one, who says how many students are his
                named.append([[(posts[0][0], r.randrange(15))], self.chance(90)])
        at = {l: [(t, n) for t, (posts, _) in enumerate(named) for k, n in posts if k == l] for l in self.locations}
        for t, (posts, rich) in enumerate(named):
            self.put(f'<schoolopleider sleutel="t{t}" naam="T{t}"{"" if rich else " volgens-richtlijn=" + chr(34) + "nee" + chr(34)}>' +
                     "".join(f'<werkplek locatie="{l}"{"" if n is None else f" studenten={chr(34)}{n}{chr(34)}"}/>' for l, n in posts) + "</schoolopleider>")
        self.put("</facilitering>")
        for t, (posts, _) in enumerate(named or [[[(l, None)], True] for l in self.locations]):
            key = f"t{t}" if named else posts[0][0]
            parts = []
            for l, n in posts:
                others = sum(m for u, m in at[l] if m is not None)
                v = V(n) if n is not None else less(self.by[l]["studenten"], V(others)) if len(at[l]) > 1 else self.by[l]["studenten"]
                parts.append(v)
                self.fact(f"so.{key}.locatie.{l}.studenten", v)
            n = total([known_part(v) for v in parts] if len(posts) > 1 else parts)
            here = self.by[posts[0][0]]["studenten"] if len(at[posts[0][0]]) > 1 else n
            off = decided(lambda x: off_hours * (x < small), here) if len(posts) == 1 else V(0)
            self.fact(f"so.{key}.studenten", n)
            self.fact(f"so.{key}.uren", needs(lambda x, y: fixed + per * x + (more if len(posts) > 1 else 0) - y, n, off), None)
        advice, extras, bonuses, paid = [], [], [], []
        for l, b in self.by.items():
            advice.append(decided(lambda x: int(x > second and len(at[l]) < 2), b["studenten"]))
            self.fact(f"school.{l}.tweede-so", advice[-1])
            extras.append(decided(lambda x: max(x, F(0)), b["verschil"]))
            bonuses.append(cents(needs(lambda x: x * bonus * F(self.rate), extras[-1])))
            self.fact(f"school.{l}.bonus", bonuses[-1], 2)
            if not named or (at[l] and all(named[t][1] for t, _ in at[l])):
                paid.append(total([cents(V(hours * F(self.rate))), bonuses[-1]]))
                self.fact(f"school.{l}.vergoeding", paid[-1], 2)
            else:
                self.fact(f"school.{l}.vergoeding", None)
        self.fact("so.advies.totaal", total(advice))
        self.fact("bonus.studenten", total(extras))
        self.fact("bonus.bedrag", total(bonuses), 2)
        self.fact("vergoeding.totaal", total(paid) if paid else None, 2)

    # ---- money ----

    def side(self, name):
        r = self.r
        if self.chance(15):
            return None, None, None, ""
        n, part = r.choice([(1, 1)] * 4 + [(3, 1), (1, F(1, 2))])
        factors = (f' aantal="{n}"' if n > 1 else "") + (' aandeel="0.5"' if part != 1 else "")
        kind, x = r.choice(["fte", "uren", "uren", "admin", "bedrag", "bedrag", "kosten"]), None
        if self.chance(8):
            return V(0, UNKNOWN), None, None, f'<{name} bedrag="?"/>'
        x = {"fte": r.choice(["0.2", "0.6", "0.1"]), "uren": r.choice(["64", "0.5", "70.25", "12.5"]), "admin": r.choice(["10", "0.5"])}.get(kind, r.choice(["5000", "12.34", "-99.99", "1610", "0"]))
        if kind == "fte":
            hours, attribute = F(x) * self.year * n * part, f'fte="{x}"'
        else:
            hours, attribute = F(x) * n * part, f'{"uren" if kind in ("uren", "admin") else "bedrag"}="{x}"'
        rate = F(self.admin if kind == "admin" else self.rate)
        amount = hours if kind in ("bedrag", "kosten") else hours * rate
        if kind == "kosten":
            hours = hours / F(self.admin)
        tariff = ' tarief="administratief"' if kind in ("admin", "kosten") else ""
        return V(half_up(amount, 2)), None if kind == "bedrag" else V(hours), kind, f"<{name} {attribute}{factors}{tariff}/>"

    def money(self):
        sums, any_side, lines = {"begroting": [], "realisatie": []}, {"begroting": False, "realisatie": False}, []
        rows = {"begroting": {}, "realisatie": {}}
        self.put("<begroting>")
        for c in range(1 + self.r.randrange(4)):
            self.put(f'<rubriek sleutel="r{c}" naam="R{c}">')
            column = {"begroting": [], "realisatie": []}
            for k in range(self.r.randrange(5)):
                key, body = f"g{c}-{k}", ""
                for side, name in (("begroting", "begroot"), ("realisatie", "gerealiseerd")):
                    v, hours, kind, xml = self.side(name)
                    body += xml
                    if v:
                        any_side[side] = True
                        column[side].append(v)
                        rows[side][key] = v
                    lines.append((f"{side}.regel.{key}", v, hours, kind))
                self.put(f'<regel sleutel="{key}" naam="{key}" werkgever="b0">{body}</regel>')
            for side in sums:
                sums[side].append((f"{side}.rubriek.r{c}", total(column[side])))
            self.put("</rubriek>")
        self.put("</begroting>")
        for name, v, hours, kind in lines:
            self.fact(name, v, 2)
            if hours:
                self.fact(name + ".uren", hours, 0 if kind == "fte" else None)
        whole = {}
        for side in sums:
            if any_side[side]:
                for name, v in sums[side]:
                    self.fact(name, v, 2)
                whole[side] = total([v for _, v in sums[side]])
                self.fact(f"{side}.totaal", whole[side], 2)
                hours = [(h, k) for name, _, h, k in lines if h and name.startswith(side)]
                rounded = any(k == "fte" and h.value.denominator > 1 for h, k in hours)
                if hours:
                    self.fact(f"{side}.uren", total([h for h, _ in hours]), 0 if rounded else None)
        if len(whole) < 2:
            self.fact("onderuitputting.bedrag", None)
            return
        pairs = [("onderuitputting.bedrag", "onderuitputting.aandeel", whole["begroting"], "g")]
        pairs += [(f"afwijking.rubriek.r{c}", f"afwijking.rubriek.r{c}.aandeel", v, f"g{c}-") for c, (_, v) in enumerate(sums["begroting"])]
        for amount, share, budget, start in pairs:
            b, g = pair(*({k: v for k, v in rows[side].items() if k.startswith(start)} for side in sums), both=False)
            self.fact(amount, less(b, g), 2)
            self.fact(share, quotient(100, less(b, g), b) if divides(budget) else None, 1)
        self.put('<bekostiging eerste-schooljaar="2019-2020"><periode van="2021-2022" vast="100000" per-student="955"/></bekostiging>')
        if self.dusi:
            self.fact("bekostiging.volgend", needs(lambda n: 100000 + 955 * n, self.dusi), 2)

    # ---- hours and answers ----

    def hours(self):
        r, full, off = self.r, F(0), F(0)
        n, size = r.randrange(1, 40), r.choice([5, 25])
        self.put(f'<urenspecificaties><urenspecificatie sleutel="so" naam="SO" studenten="{n}" groepsgrootte="{size}"><optie sleutel="o" naam="O" aan="nee"/>')
        for d in range(1 + r.randrange(3)):
            times, section, gone = r.choice([1, 1, 2, 3]), F(0), F(0)
            self.put(f'<onderdeel sleutel="d{d}" naam="D{d}"' + (f' maal="{times}">' if times > 1 else ">"))
            for p in range(1 + r.randrange(4)):
                steps = [(r.choice([20, 10, 50, 45, 7]), r.choice([1, 1, 3])) for _ in range(1 + r.randrange(3))]
                per, option = r.choice(["", "", "student", "groep"]), self.chance(25)
                one = F(sum(m * k for m, k in steps), 60)
                all_ = one * (n if per == "student" else -(-n // size) if per == "groep" else 1)
                self.put(f'<post sleutel="p{d}-{p}" naam="P{p}"' + (f' per="{per}"' if per else "") + (' optie="o"' if option else "") + ">" +
                         "".join(f'<stap naam="s" minuten="{m}"' + (f' maal="{k}"' if k > 1 else "") + "/>" for m, k in steps) + "</post>")
                self.fact(f"uren.so.d{d}.p{d}-{p}", V(all_), None)
                if per:
                    self.fact(f"uren.so.d{d}.p{d}-{p}.per-{per}", V(one), None)
                section, gone = section + all_, gone + (all_ if option else 0)
            self.fact(f"uren.so.d{d}", V(section), None)
            full, off = full + times * section, off + times * gone
            self.put("</onderdeel>")
        self.put("</urenspecificatie></urenspecificaties>")
        self.fact("uren.so.volledig", V(full), None)
        self.fact("uren.so.totaal", V(full - off), None)

    def survey(self):
        r = self.r
        sent = r.randrange(1, 200)
        back = r.randrange(0, sent + 1)
        self.put(f'<enquetes><enquete sleutel="e" naam="E" uitgezet="{sent}" ingevuld="{back}">')
        self.fact("enquete.e.respons", V(F(100 * back, sent)), 1)
        for q in range(r.randrange(4)):
            kind = r.choice(["open", "meer", "deel"])
            count = r.choice(["?", str(r.randrange(back + 1))])
            self.put(f'<vraag sleutel="v{q}" soort="{kind}" tekst="V{q}"><antwoord tekst="a" aantal="{count}"/></vraag>')
            share = None if kind == "open" or not back else needs(lambda x: 100 * x / back, given(count))
            self.fact(f"enquete.e.v{q}.1.aandeel", share, 1)
        self.put("</enquete></enquetes>")

    def make(self, path):
        self.partnership()
        self.counts()
        self.students()
        self.targets()
        self.trainers()
        self.money()
        self.survey()
        self.hours()
        with open(f"{path}.xml", "w", encoding="utf-8") as f:
            f.write('<?xml version="1.0" encoding="UTF-8"?>\n<jaarverslag xmlns="urn:nl:jaarverslag:1" schooljaar="2020-2021">\n' + "\n".join(self.xml) + "\n</jaarverslag>\n")
        with open(f"{path}.csv", "w", encoding="utf-8") as f:
            f.writelines(f"{k},{v}\n" for k, v in sorted(self.facts.items()))


if __name__ == "__main__":
    for seed in range(int(sys.argv[2]), int(sys.argv[3]) + 1):
        Case(seed).make(f"{sys.argv[1]}/{seed}")
