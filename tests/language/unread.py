#!/usr/bin/env python3
"""Who reads what the grammar offers? unread.py PROGRAM INPUT: takes the description of the language (input/jaarverslag.xsd)
and an input that holds every element once, changes each attribute to each other value that it may have, takes each
element away, and looks whether anything tells the difference: a fact, a message of check, or the document of a
template. What nobody notices is a promise that is not kept: "not ok" and its name."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from xml.etree import ElementTree as ET

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
sys.path.insert(0, os.path.join(TOP, 'src', 'language'))
import generate  # noqa: E402

NS = '{urn:nl:jaarverslag:1}'
OTHER = {'geld': ('4321', '1'), 'uren': ('17', '18'), 'aantal': ('4', '5'), 'personen': ('4', '5'), 'aandeel': ('0.25', '0.5'), 'waarde': ('17', '18'),
         'nummer': ('7', '8'), 'datum': ('2023-01-20', '2023-01-23'), 'tijd': ('10:30', '10:40'), 'schooljaar': ('2030-2031', '2031-2032'),
         'feit': ('leerlingen.totaal', 'studenten.totaal'), 'bestand': ('er-is-niets.csv', 'x.csv'), 'adres': ('https://ander.example', 'https://x.example'),
         'opmaak': ('31mm', '3*'), 'code': ('fr', 'de')}
WORDS = ('naam', 'tekst', 'persoonsnaam')
# Read, but not where this looks: by what.
ELSEWHERE = {
    '<jaarverslag/controles>': 'a control that holds says nothing', '<controles/controle>': 'the same',
    'jaarverslag/@taalversie=1': 'version 1 of what version 2 says alike: nothing differs',
    'instituut/@eerstejaars-niveaus': 'rule R103, of lists beside placements', 'studenten/@peildatum': 'rule R152, when it is not there',
    'archief/@archiefvormer': 'the package for the archive', 'archief/@kenmerk': 'the same', 'archief/@waardering=bewaren': 'the same', 'archief/@beperking': 'the same',
    'bevinding/@door': 'nobody but the keeper of the input',
    'controle/@soort=gepubliceerd': 'rule R131, of a control that fails', 'regels/@uitgang': 'the test of the manual',
    'paragraaf/@liggend=ja': 'the professionalisation plan',
    '<gegevens/totaal>': 'a total that holds says nothing',
    'reserve/@minimum': 'rule R124, of a reserve below it', 'enquete/@circa=ja': 'rule R114', 'vraag/@soort=meer': 'rules R112 and R115', 'vraag/@soort=deel': 'the same',
    'verdeling/@zoals': 'rule R108, of a repetition that differs', 'verdeeldeel/@niveaus': 'rule R107, of facts that are there',
}
# Not in one input with all the rest, or with another input beside it.
ABSENT = ('per-niveau', 'overgenomen', 'overgenomen-waarde', 'vorige-versie')


def views(program):
    render = [program, 'render', '--dump', 'document']
    yield [program, 'facts', '--format', 'csv', '.']
    yield render + ['.']
    yield [program, 'check', '.']
    for t in ('stuurgroep', 'rollen', 'overleg', 'professionalisering', 'publiek'):
        yield render + ['-t', t, '.']
    yield render + ['-t', 'school', '--for', 'es-a', '.']
    yield render + ['-t', 'bestuur', '--for', 'boom', '.']
    yield render + ['-t', 'bijlage', '--for', 'b-een', '.']


PLACE = re.compile(rb'( place="[^"]*"|(?<=jaarverslag\.xml):\d+(:\d+)?)')


class Look:
    """What a variant of the input looks like in one view after another, each only when asked for."""

    def __init__(self, program, folder):
        self.views, self.folder = list(views(program)), folder

    def see(self, text, i):
        with tempfile.TemporaryDirectory() as t:
            for name in os.listdir(self.folder):
                shutil.copy(os.path.join(self.folder, name), t) if name != "jaarverslag.xml" else None
            with open(os.path.join(t, 'jaarverslag.xml'), 'wb') as f:
                f.write(text)
            p = subprocess.run(self.views[i], cwd=t, capture_output=True, env=dict(os.environ, LC_ALL='C.UTF-8'))
        return PLACE.sub(b'', p.stdout + p.stderr) + b'%d' % p.returncode


class Experiment:
    def __init__(self, program, folder):
        self.look = Look(program, os.path.abspath(folder))
        self.description = generate.Description(generate.parse(os.path.join(TOP, 'input', 'jaarverslag.xsd')))
        ET.register_namespace('', NS[1:-1])
        self.root = ET.parse(os.path.join(folder, 'jaarverslag.xml')).getroot()
        self.keys = {}
        self.of = {}  # place (the element in its parent) -> instances
        self.types = {}  # type -> instances
        self.collect(self.root, None, 'jaarverslag')
        self.base = [self.look.see(self.text(), i) for i in range(len(self.look.views))]
        for view, seen in zip(self.look.views, self.base):
            if not seen.endswith(b'0') or b' fout: ' in seen:
                sys.exit('not ok %s of the input that holds everything:\n%s' % (' '.join(view[1:]), seen.decode()[:2000]))

    def text(self):
        return ET.tostring(self.root, encoding='utf-8', xml_declaration=True)

    def collect(self, element, parent, type_name):
        t = self.description.types[type_name]
        name = element.tag.replace(NS, '')
        place = name if t.taal['soort'] in ('blok', 'figuur', 'regeltekst') or parent is None else '%s/%s' % (parent.tag.replace(NS, ''), name)
        self.of.setdefault(place, []).append((element, parent, t))
        self.types.setdefault(type_name, []).append(element)
        for a in self.attributes(t):
            if a.taal.get('soort') == 'sleutel' and element.get(a.plain['name']):
                self.keys.setdefault(a.taal['ruimte'], []).append(element.get(a.plain['name']))
        children = {e.plain['name']: e.plain['type'].replace('j:', '') for e in generate.children_of(self.description, t)}
        for c in element:
            self.collect(c, element, children[c.tag.replace(NS, '')])

    @staticmethod
    def attributes(t):
        return [a for a in t.children if a.name == generate.XS + 'attribute']

    def others(self, a, value):
        """Other values that the attribute may have."""
        kind = a.taal['soort']
        choices = [c.plain["value"] for c in self.description.choices(a)]
        if choices:
            return [c for c in choices if c != value]
        if kind == 'verwijzing':
            keys = [k for space in a.taal['naar'].split() for k in self.keys.get(space, [])]
            return [k for k in keys if k != value][:2]
        if kind in OTHER:
            return [o for o in OTHER[kind] if o != value][:1]
        return [(value or 'x') + 'qz']

    def noticed(self, texts):
        """Does any of the texts look different?"""
        return any(self.look.see(text, i) != self.base[i] for i in range(len(self.base)) for text in texts)

    def without(self, element, parent):
        at = list(parent).index(element)
        lines = ET.tostring(element, encoding='unicode').count('\n') - (element.tail or '').count('\n')
        parent.remove(element)
        before = parent[at - 1] if at else None
        held = before.tail if before is not None else parent.text
        rest = (held or '') + '\n' * lines + (element.tail or '')
        if before is not None:
            before.tail = rest
        else:
            parent.text = rest
        text = self.text()
        if before is not None:
            before.tail = held
        else:
            parent.text = held
        parent.insert(at, element)
        return text

    def variants(self):
        """(what is tried, the texts of which one must be noticed, whether one choice may be what holds without it)"""
        for place, instances in self.of.items():
            t = instances[0][2]
            if instances[0][1] is not None and not self.takes_nothing_away(t):
                yield '<%s>' % place, [self.without(e, parent) for e, parent, _ in instances[:2]], None
        marked = self.marked()
        for name, t in self.description.types.items():
            if name not in self.types and name in ABSENT:
                continue
            if name not in self.types:
                yield 'the input that holds everything has no %s' % name, [], None
                continue
            for a in self.attributes(t):
                what = '%s/@%s' % (name, a.plain['name'])
                if what in marked or a.taal['soort'] == 'sleutel' or a.taal.get('rol') == 'bijhouder':
                    continue  # keys are there to be named, and what the keeper writes for herself says so
                yield from self.changes(name, a, self.types[name])

    def marked(self):
        """All words of the input get a mark of their own at once: those whose mark is seen are read."""
        marks, before = {}, []
        for name, instances in self.types.items():
            for a in self.attributes(self.description.types[name]):
                if a.taal['soort'] not in WORDS:
                    continue
                what = '%s/@%s' % (name, a.plain['name'])
                marks[what] = 'zq%dq' % len(marks)
                for e in instances:
                    if e.get(a.plain['name']):
                        before.append((e, a.plain['name'], e.get(a.plain['name'])))
                        e.set(a.plain['name'], e.get(a.plain['name']) + marks[what])
        text = self.text()
        for e, name, value in before:
            e.set(name, value)
        seen = b''.join(self.look.see(text, i) for i in range(len(self.base))).decode('utf-8', 'replace').lower()
        return {what for what, mark in marks.items() if mark in seen}

    @staticmethod
    def takes_nothing_away(t):
        return t.plain['name'] == 'leeg'

    def changes(self, place, a, instances):
        attribute = a.plain['name']
        having = [e for e in instances if e.get(attribute) is not None]
        tried = {}
        for e in (having or instances)[:2]:
            old = e.get(attribute)
            for value in self.others(a, old):
                e.set(attribute, value)
                tried.setdefault(value if self.description.choices(a) else '', []).append(self.text())
            if old is None:
                del e.attrib[attribute]
            else:
                e.set(attribute, old)
        silent = None if having or not self.description.choices(a) else '%s/@%s' % (place, attribute)
        for value, texts in tried.items():
            yield '%s/@%s%s' % (place, attribute, '=' + value if value else ''), texts, silent


def main():
    x = Experiment(os.path.abspath(sys.argv[1]), sys.argv[2])
    wanted = sys.argv[3] if len(sys.argv) > 3 else ''
    total, defaults, faults = 0, set(), 0
    with ThreadPoolExecutor(2) as pool:
        tasks = [(what, silent, pool.submit(x.noticed, texts)) for what, texts, silent in x.variants() if wanted in what]
        for what, silent, task in tasks:
            total += 1
            if task.result() or what in ELSEWHERE:
                continue
            if silent and silent not in defaults:  # the choice that holds when nothing is said
                defaults.add(silent)
                continue
            faults += 1
            print('not ok nobody notices %s' % what, flush=True)
    if not faults:
        print('ok all of %d changes to the input that holds everything are noticed' % total)
    sys.exit(faults > 0)


main()
