#!/usr/bin/env python3
"""Evaluates every fact of `facts --format json` again, from its printed expression alone, by the rule at the head of
src/calc/expression.h: value and status. What it starts from are cells of the input with their place, or "?".

    herrekenen.py FACTS.json...       says what differs; exit 1 when anything does
    herrekenen.py --cells JARVERSLAG INPUT.xml FOLDER   makes every count in turn unknown and looks at what changes
"""
import json
import re
import subprocess
import sys
from fractions import Fraction as F

KNOWN, PARTIAL, UNKNOWN = "known", "partial", "unknown"
LOW, HIGH = F(-10**40), F(10**40)  # no end on that side


class V:
    def __init__(self, value, status=KNOWN, low=None, high=None):
        self.value, self.status = (F(0) if status == UNKNOWN else value), status
        self.low, self.high = (value, value) if status == KNOWN else (LOW if low is None else low, HIGH if high is None else high)


def clip(x):
    return max(LOW, min(HIGH, x))


def half_up(x, places):
    n = (abs(x) * 10**places * 2 + 1) // 2
    return F(-n if x < 0 else n, 10**places)


def needs(value, low, high, *parts):
    if any(p.status == UNKNOWN for p in parts):
        return V(0, UNKNOWN, low, high)
    return V(value(), PARTIAL if any(p.status == PARTIAL for p in parts) else KNOWN, low, high)


def settled(low, high):
    return V(low) if low == high else V(0, UNKNOWN, low, high)


def total(parts, one=False):
    known = [p for p in parts if p.status != UNKNOWN]
    status = KNOWN if all(p.status == KNOWN for p in parts) else PARTIAL if known and not one else UNKNOWN
    ends = [LOW if any(p.low == LOW for p in parts) else sum(p.low for p in parts), HIGH if any(p.high == HIGH for p in parts) else sum(p.high for p in parts)]
    return V(F(sum(p.value for p in known)), status, *ends)


def times(a, b):
    ends = [clip(x * y) for x in (a.low, a.high) for y in (b.low, b.high)]
    return needs(lambda: a.value * b.value, min(ends), max(ends), a, b)


def over(a, b):
    if b.status != UNKNOWN and b.value == 0:
        return V(0, UNKNOWN)
    low, high = LOW, HIGH
    if b.low * b.high > 0:
        def turned(y):
            return F(0) if y in (LOW, HIGH) else 1 / y
        ends = [clip(x * turned(y)) for x in (a.low, a.high) for y in (b.low, b.high)]
        low, high = min(ends), max(ends)
    return needs(lambda: a.value / b.value, low, high, a, b)


def minus(a, b):
    return needs(lambda: a.value - b.value, LOW if LOW == a.low or b.high == HIGH else a.low - b.high, HIGH if a.high == HIGH or b.low == LOW else a.high - b.low, a, b)


def ends(v, change):
    low, high = (x if x in (LOW, HIGH) else change(x) for x in (v.low, v.high))
    return V(change(v.value), v.status, low, high)



class Book:
    def __init__(self, facts):
        self.facts = {f["id"]: f for f in facts}
        self.done = {}

    def fact(self, name):
        if name not in self.done:
            self.done[name] = self.of(self.facts[name]["expression"])
        return self.done[name]

    def leaf(self, e):
        kind = e["kind"]
        if kind in ("cell", "missing", "count") and not e.get("place", {}).get("file"):
            raise ValueError("a leaf stands nowhere: " + json.dumps(e))
        return V(0, UNKNOWN, F(0)) if e["value"] == "?" else V(F(e["value"]))

    def cells(self, e):
        if e["kind"] != "fact" or self.fact(e["fact"]).status != UNKNOWN:
            return [self.of(e)]
        inner = self.facts[e["fact"]]["expression"]
        if inner["kind"] == "fact":
            return self.cells(inner)
        if inner["kind"] == "sum" and inner.get("of_one_location"):
            return [c for part in inner["parts"] for c in self.cells(part)]
        return [self.of(e)]

    def pair(self, e):
        rows = {}
        for side in ("left", "right"):
            for row, part in zip(e[side].get("rows", []), e[side]["parts"]):
                at = rows.setdefault(row, {"unknown": False, "sides": set()})
                at["sides"].add(side)
                at["unknown"] |= part["kind"] == "known" or self.of(part).status == UNKNOWN
        out = {r for r, at in rows.items() if at["unknown"] or (e["both"] and len(at["sides"]) < 2)}
        sides = {}
        for side in ("left", "right"):
            parts = [(r, self.of(p)) for r, p in zip(e[side].get("rows", []), e[side]["parts"])]
            v = total([p for _, p in parts])
            if out:
                stay = [p.value for r, p in parts if r not in out and p.status != UNKNOWN]
                some = any(r not in out for r, _ in parts)
                v = V(F(sum(stay)), PARTIAL if some else UNKNOWN, v.low, v.high)
            sides[side] = v
        return self.of(e["body"], sides)

    def step(self, e, sides):
        x, none = self.of(e["of"], sides), self.of(e["none"], sides) if "none" in e else V(0, UNKNOWN)
        rows = [({k: self.of(s[k], sides) for k in s}) for s in e["steps"]]
        may = [s for s in rows if ("from" not in s or x.high >= s["from"].low) and ("to" not in s or x.low <= s["to"].high)]
        must = [s for s in rows if ("from" not in s or x.low >= s["from"].high) and ("to" not in s or x.high <= s["to"].low)]

        def height(s):
            return s["from"].low if "from" in s else LOW
        least, found = None, none
        for s in must:
            if least is None or height(s) > height(least):
                least, found = s, s["result"]
        for s in may:
            if s is not least and (least is None or height(s) > height(least)):
                found = settled(min(found.low, s["result"].low), max(found.high, s["result"].high))
        return found

    def of(self, e, sides=None):
        kind = e["kind"]
        if kind in ("cell", "missing", "count", "empty", "constant"):
            return self.leaf(e)
        if kind == "fact":
            return self.fact(e["fact"])
        if kind in ("left", "right"):
            return sides[kind]
        if kind == "paired":
            return self.pair(e)
        if kind == "step":
            return self.step(e, sides)
        if kind == "known":
            return total(self.cells(e["parts"][0]))
        p = [self.of(x, sides) for x in e["parts"]]
        if kind == "sum":
            return total(p, e.get("of_one_location", False))
        if kind == "plus":
            v = total(p)
            return v if v.status == KNOWN else V(v.value, UNKNOWN if any(x.status == UNKNOWN for x in p) else PARTIAL, v.low, v.high)
        if kind in ("difference", "product", "quotient", "share"):
            v = p[0]
            for x in p[1:]:
                v = {"difference": minus, "product": times}.get(kind, over)(v, x)
            return times(V(F(100)), v) if kind == "share" else v
        if kind == "rate":
            return over(times(p[0], p[1]), p[2])
        if kind == "round":
            return ends(p[0], lambda x: half_up(x, e["places"])) if "places" in e else p[0]
        if kind in ("floor", "ceiling"):
            return ends(p[0], lambda x: F(x.__floor__() if kind == "floor" else x.__ceil__()))
        if kind == "absolute":
            return self.absolute(p[0])
        if kind in ("smallest", "largest"):
            pick = min if kind == "smallest" else max
            return settled(pick(x.low for x in p), pick(x.high for x in p))
        if kind == "compare":
            yes, no = {"<": (p[0].high < p[1].low, p[0].low >= p[1].high), ">=": (p[0].low >= p[1].high, p[0].high < p[1].low),
                       ">": (p[0].low > p[1].high, p[0].high <= p[1].low)}[e["is"]]
            return settled(F(yes), F(not no))
        if kind == "choice":
            if p[0].status == KNOWN:
                return p[1] if p[0].value else p[2]
            return settled(min(p[1].low, p[2].low), max(p[1].high, p[2].high))
        if kind in ("mean", "median"):
            values = sorted(x.value for x in p if x.status != UNKNOWN)
            if not values:
                return V(0, UNKNOWN)
            n = len(values)
            value = F(sum(values)) / n if kind == "mean" else (values[n // 2] + values[(n - 1) // 2]) / 2
            return V(value, KNOWN if all(x.status == KNOWN for x in p) else PARTIAL)
        if kind == "established":
            return V(p[0].value) if p[0].status == PARTIAL else p[0]
        if kind == "certain":
            return V(F(sum(x.status == KNOWN and ("value" not in e or x.value == F(e["value"])) for x in p)))
        raise ValueError(kind)

    def absolute(self, a):
        if a.low >= 0:
            return settled(a.low, a.high) if a.status == UNKNOWN else a
        if a.status == KNOWN:
            return V(-a.value)
        return V(abs(a.value), a.status, -a.high if a.high < 0 else F(0), max(-a.low, a.high))


def differences(facts):
    book = Book(facts)
    for f in facts:
        v = book.fact(f["id"])
        if v.status != f["status"]:
            yield f"{f['id']}: is {f['status']}, its expression says {v.status}"
        elif v.status != UNKNOWN and half_up(v.value, len(f["value"].partition(".")[2])) != F(f["value"]):
            yield f"{f['id']}: is {f['value']}, its expression says {float(v.value)}"
        elif v.status == UNKNOWN and f["value"] is not None:
            yield f"{f['id']}: is unknown and has a value"


def facts_of(program, path):
    out = subprocess.run([program, "facts", "--format", "json", path], capture_output=True, text=True).stdout
    return json.loads(out)["facts"] if out else None


def make_unknown(program, path, folder):
    """Every count of the input in turn: no fact becomes surer, none that does not rest on the cell changes."""
    text = open(path, encoding="utf-8").read()
    before = {f["id"]: f for f in facts_of(program, path)}
    order = [UNKNOWN, PARTIAL, KNOWN]
    bad = 0
    for at in [m for m in re.finditer(r'(<telling [^>]*?\b(?!locatie|instituut|niveau|school)[a-z0-9-]+=")(\d+)(")', text)]:
        changed = f"{folder}/cel.xml"
        with open(changed, "w", encoding="utf-8") as f:
            f.write(text[:at.start(2)] + "?" + text[at.end(2):])
        facts = facts_of(program, changed)
        if facts is None:
            continue
        for line in differences(facts):
            bad += 1
            print(f"{path}, {at.group(0)}: {line}")
        for f in facts:
            was = before.get(f["id"])
            if was and order.index(f["status"]) > order.index(was["status"]):
                bad += 1
                print(f"{path}, {at.group(0)}: {f['id']} was {was['status']} and is {f['status']}")
    return bad


if __name__ == "__main__":
    if sys.argv[1] == "--cells":
        sys.exit(1 if make_unknown(*sys.argv[2:5]) else 0)
    wrong = 0
    for name in sys.argv[1:]:
        for line in differences(json.load(open(name, encoding="utf-8"))["facts"]):
            wrong += 1
            print(f"{name}: {line}")
    sys.exit(1 if wrong else 0)
