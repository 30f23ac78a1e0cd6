#!/usr/bin/env python3
"""An attack made from the description of the input language: leaks.py BINARY FOLDER

Writes an input with every element that the language has, in which every attribute that can hold a person, a way to reach
one, a count of persons or words for a reader says something that can be recognised; then looks for that in all that is made
for the public and for a recipient who owns nothing of it. Prints a line for each kind of output, and what it found."""
import os
import re
import subprocess
import sys
import xml.sax.saxutils as xml

sys.path.insert(0, os.path.join(os.path.dirname(sys.argv[0]), '../../src/language'))
program, folder = os.path.abspath(sys.argv[1]), sys.argv[2]
schema_path = os.path.join(os.path.dirname(sys.argv[0]), '../../input/jaarverslag.xsd')
sys.argv = [sys.argv[0], schema_path]
import generate as language  # noqa: E402

language.sys.argv = sys.argv
schema = language.parse(schema_path)
d = language.Description(schema)
DATA = language.DATA
SYLLABLES = ('ba', 'ke', 'lo', 'mi', 'nu', 'ra', 'se', 'ti', 'vo', 'zu')


class Fill:
    """What is typed where. Names and counts that nobody would think of, each with the place that it stands in."""

    def __init__(self, words, variant):
        self.words, self.variant, self.n, self.tokens, self.keys, self.filled, self.typed, self.counted = words, variant, 0, {}, {}, set(), [], 0

    def next(self):
        self.n += 1
        return self.n

    def surname(self, where):
        n = self.next()
        name = 'Qu' + ''.join(SYLLABLES[int(c)] for c in '%03d' % n) + 'xo'
        self.tokens[name] = where
        return name

    def mention(self, where):
        """A person who is listed, in words."""
        name = self.surname(where)
        self.typed.append(name)
        return 'Woorden van Wytze %s.' % name

    def name(self, where):
        return 'Wytze ' + self.surname(where)

    def count(self, where):
        n = str(1990 - 2 * self.counted)  # what is asked of fewer comes later; years and hours are no such number
        self.counted += 1
        self.tokens[n] = where
        return n


def kind_of(a):
    return a.taal.get('soort')


# What makes a row that holds together: of what excludes or repeats something else one stands in each of two inputs.
OMIT = {('bedrag', 'feit'), ('bedrag', 'uren'), ('bedrag', 'fte'), ('telling', 'school'), ('telling', None), ('afspraak', 'feit'), ('verdeling', 'zoals'), ('kengetal', 'deel-van'),
        ('urenspecificatie', 'uitbreiding-van'), ('eenheid', 'onder'), ('post', 'optie'), ('faciliteit', 'samen'), ('lid', 'vervangt'), ('lid', 'school'), ('lid', 'locatie'),
        ('lid', 'werkgever'), ('schoolopleider', 'elders'), ('jaarverslag', 'sjabloon'), ('jaarverslag', 'huisstijl'), ('agendapunt', 'besluiten'), ('locatie', 'school'),
        ('faciliteit', 'aantal-tekst'), ('faciliteit', 'tekst'), ('regel', 'team'), ('bijeenkomst', 'opkomst')}
ONE = ({('bijeenkomst', 'aanwezig'), ('vraag', 'n'), ('schoolopleider', 'naam'), ('kengetal', 'van'), ('studenten', 'per-niveau'), ('studenten', 'plaatsingen')},
       {('studenten', 'per-instituut'), ('studenten', 'per-niveau'), ('bijeenkomst', 'aanwezigen'), ('schoolopleider', 'persoon')})
FIXED = {('jaarverslag', 'schooljaar'): '2022-2023', ('jaarverslag', 'datum'): '2023-10-01', ('taal', 'code'): 'nl', ('vorig-jaar', 'schooljaar'): '2021-2022', ('verdeeldeel', 'procent'): '100', ('jaarplanning', 'schooljaar'): '2022-2023',
         ('enquete', 'sleutel'): 'enq', ('regel', 'sleutel'): 'lijn', ('getal', 'feit'): 'begroting.totaal', ('kerncijfer', 'feit'): 'begroting.totaal', ('bedrag', 'bedrag'): '1000',
         ('waarde', 'feit'): 'studenten.totaal', ('persoon', 'werkgever'): 'bes', ('bestuur', 'sleutel'): 'bes', ('instituut', 'sleutel'): 'ins', ('instituut', 'partner'): 'ja',
         ('locatie', 'sleutel'): 'loc', ('locatie', 'bestuur'): 'bes', ('school', 'sleutel'): 'scho', ('vergoeding', 'vanaf'): '2022-2023', ('vraag', 'soort'): 'meer', ('stap', 'minuten'): '10',
         ('kengetal', 'eenheid'): 'studenten', ('persoon', 'rollen'): 'schoolopleider', ('hoofdstuk', 'sleutel'): 'hoofdstuk-een'}
UNFILLED = {('bijeenkomst', 'opkomst')}  # a percentage: no number that can be told from another
SKIP = {'vorige-versie', 'controles', 'overgenomen', 'afbeelding', 'naast', 'eigen-gegevens'}
PLAIN = {'aantal': '2', 'geld': '1000', 'uren': '10', 'aandeel': '50', 'nummer': '1', 'datum': '2022-10-01', 'tijd': '10:00', 'schooljaar': '2022-2023', 'code': 'x', 'adres': 'https://example.org/'}


def choice(a):
    words = [c.plain['value'] for c in d.choices(a)]
    return words[0] if words else 'x'


def value(fill, t, a, where, hidden):
    """The value of an attribute; None: it is left out."""
    name, kind = a.plain.get('name'), kind_of(a)
    if (t, name) in OMIT | ONE[fill.variant] or (t == 'telling' and kind == 'verwijzing' and name not in fill.rows.get(where.split('/')[-3], ())):
        return None
    if (t, name) in FIXED:
        return FIXED[t, name]
    fill.filled.add((t, name))
    if kind == 'persoonsnaam':
        return fill.name(where)
    if kind == 'contact':
        return '%s@gmail.com' % fill.surname(where).lower()
    if (t, name) == ('kengetal', 'van'):  # not less than its part
        fill.tokens['1997'] = where
        return '1997'
    if kind == 'personen':
        return fill.count(where)
    if kind == 'waarde':
        return {'kleine-groep': '2000', 'leerlingen-per-student': '50'}[where.split('/')[-2]] if t == 'parameter' else fill.count(where)
    if kind == 'sleutel':
        key = 'k%d' % fill.next()
        fill.keys.setdefault(a.taal['ruimte'], key)
        return key
    if kind == 'verwijzing':
        return ('ref', a.taal['naar'].split())
    if a.taal.get('rol') == 'ondertekenaar':
        return fill.name(where)
    if kind == 'tekst' and a.plain.get('type') in ('j:tekst-waarde', 'xs:string'):
        return fill.words(fill, where)
    if kind == 'naam':
        return 'Ding %s' % ''.join(SYLLABLES[int(c)] for c in str(fill.next()))
    if a.plain.get('use') != 'required' and kind not in ('datum',):
        return None
    if kind == 'keuze':
        return choice(a)
    if kind in PLAIN and not (kind == 'datum' and name in ('tot', 'ingang')):
        return PLAIN[kind] if kind != 'datum' or a.plain.get('use') == 'required' else None
    return None


def build(fill, name, t, depth, where, out, inside):
    node = d.types[t]
    here = where + '/' + name
    attributes = [(a, value(fill, t, a, here + '/@' + a.plain.get('name', '*'), False)) for a in node.children if a.name == language.XS + 'attribute']
    out.append(('open', name, [(a.plain['name'], v) for a, v in attributes if v is not None]))
    if node.plain.get('mixed') == 'true' and t != 'getal':  # its words must agree with its fact
        out.append(('text', fill.words(fill, here)))
    kids = list(language.children_of(d, node))
    if t == 'parameters':
        kids = [k for k in kids if k.plain['name'] in ('kleine-groep', 'leerlingen-per-student')]
    for k in kids:
        kt = k.plain['type'][2:]
        if k.plain['name'] in SKIP or (t, k.plain['name']) in ONE[fill.variant] or kt in inside or kt == 'figuur':
            continue
        flowing = d.types[kt].taal['soort'] in ('blok', 'regeltekst', 'figuur')
        # every block and every kind of words stands once, in a chapter; elsewhere a paragraph is enough
        if flowing and k.plain['name'] in fill.common and kt != 'alinea' and here not in ('/jaarverslag/hoofdstuk', '/jaarverslag/hoofdstuk/alinea'):
            continue
        if kt == 'alinea' and here.count('/alinea'):
            continue
        build(fill, k.plain['name'], kt, depth + 1, here, out, inside | ({kt} if flowing else set()))
    out.append(('close', name))


def written(fill, out):
    text = []
    for step in out:
        if step[0] == 'open':
            attributes = []
            for name, v in step[2]:
                if isinstance(v, tuple):
                    v = next((key for key in (FIXED.get((k if k != 'tekst' else 'hoofdstuk', 'sleutel')) or fill.keys.get(k) for k in v[1]) if key), None)
                if v is not None:
                    attributes.append(' %s=%s' % (name, xml.quoteattr(v)))
            text.append('\n<%s%s%s>' % (step[1], ' xmlns="urn:nl:jaarverslag:1"' if len(text) == 0 else '', ''.join(attributes)))
        elif step[0] == 'close':
            text.append('</%s>' % step[1])
        else:
            text.append(xml.escape(step[1]))
    return ''.join(text)


def own_data(fill):
    """Own data says in its columns what its cells are: persons, and words that name one, by location and over years."""
    where = '/jaarverslag/eigen-gegevens/gegevens/rijen/rij/@'
    return ('<eigen-gegevens><gegevens sleutel="eigen" naam="Eigen"><kolom sleutel="begonnen" naam="Begonnen" soort="personen"/>'
            '<kolom sleutel="gebleven" naam="Gebleven" soort="personen"/><kolom sleutel="reden" naam="Reden" soort="tekst"/>'
            '<rijen per="locatie"><rij locatie="loc" begonnen="%s" gebleven="%s" reden="%s"/><rij locatie="ander" begonnen="3000" gebleven="2900"/></rijen></gegevens>'
            '<gegevens sleutel="jaren" naam="Jaren"><kolom sleutel="starters" naam="Starters" soort="personen"/>'
            '<jaren><jaar schooljaar="2021-2022" starters="%s"/></jaren></gegevens></eigen-gegevens>'
            % (fill.count(where + 'begonnen'), fill.count(where + 'gebleven'), fill.words(fill, where + 'reden'), fill.count('/jaarverslag/eigen-gegevens/gegevens/jaren/jaar/@starters')))


OWN_FIGURES = ''.join('<figuur sleutel="fig-%s" soort="gegevens" over="%s"><bijschrift>Eigen</bijschrift></figuur>' % (k, k) for k in ('eigen', 'jaren'))


def make(name, variant, words):
    fill = Fill(words, variant)
    fill.rows = {'leerlingen': ('locatie',), 'intervisie': ('locatie',), 'per-instituut': ('locatie', 'instituut'), 'plaatsingen': ('locatie', 'instituut', 'niveau'), 'per-niveau': ('locatie', 'niveau'),
                 'eerstejaars': ('locatie', 'instituut'), 'wisselaars': ('instituut',)}
    fill.common = {e.plain['name'] for g in ('j:blok', 'j:inline') for e in language.children_of(d, d.groups[g])}
    out = []
    build(fill, 'jaarverslag', 'jaarverslag', 0, '', out, set())
    own = own_data(fill) # before the persons whom its words name are listed
    text = written(fill, out).replace('</hoofdstuk>', OWN_FIGURES + '</hoofdstuk>', 1)
    text = text[:text.rindex('</jaarverslag>')] + own + '</jaarverslag>'
    if '</personen>' in text:  # who is named in words is known to the input
        text = text.replace('</personen>', ''.join('<persoon sleutel="t%d" naam="Wytze %s" werkgever="bes"/>' % (i, t) for i, t in enumerate(fill.typed)) + '</personen>', 1)
    text = text.replace('</partnerschap>', '<bestuur sleutel="ander-b" naam="Ander Bestuur"/><locatie sleutel="ander" naam="De Andere" bestuur="ander-b"/></partnerschap>', 1)
    text = text.replace('</leerlingen>', '<telling locatie="ander" aantal="400"/></leerlingen>', 1)
    path = os.path.join(folder, name)
    os.makedirs(path, exist_ok=True)
    with open(os.path.join(path, 'jaarverslag.xml'), 'w', encoding='utf-8') as f:
        f.write(text)
    return path, fill


def run(*args):
    p = subprocess.run([program] + list(args), capture_output=True, stdin=subprocess.DEVNULL, env=dict(os.environ, SOURCE_DATE_EPOCH='1700000000', LC_ALL='C.UTF-8'))
    return p.returncode, p.stdout, p.stderr.decode('utf-8', 'replace')


def output(*command):
    return subprocess.run(command, capture_output=True).stdout


def readable(data):
    """All that bytes can say: in UTF-8, in the strings of a PDF, in either order of UTF-16."""
    text = data.decode('utf-8', 'replace') + '\n' + data.replace(b'\0', b'').decode('latin-1')
    for digits in re.findall(rb'<([0-9A-Fa-f\s]{8,})>', data):
        whole = re.sub(rb'\s', b'', digits)
        text += '\n' + bytes.fromhex(whole[:len(whole) // 2 * 2].decode()).replace(b'\0', b'').decode('latin-1')
    return re.sub(r'(?<=\d)[.\u00a0\u202f](?=\d{3}(?!\d))', '', text)


def all_of(pdf):
    """What a reader can see or take out of it."""
    parts = [output('pdftotext', '-layout', pdf, '-'), output('pdfinfo', '-meta', pdf), output('pdfinfo', pdf)]
    for line in output('qpdf', '--list-attachments', pdf).decode().splitlines():
        parts.append(output('qpdf', '--show-attachment=' + line.split(' -> ')[0], pdf))
    return b'\n'.join(parts)


failed = 0


def verdict(label, found):
    global failed
    failed += bool(found)
    print('not ok leaks-%s: %s' % (label, '; '.join(found[:4])) if found else 'ok leaks-' + label)


def search(label, data, tokens):
    text = readable(data).lower()
    verdict(label, ['%s of %s' % (t, tokens[t]) for t in tokens if (re.search(r'(?<![\d,.])%s(?![\d])' % t, text) if t.isdigit() else t.lower() in text)])


def made(label, expected, *args):
    """The output of a run that must come to an end like that."""
    code, out, err = run(*args)
    verdict(label + '-is-made', [] if code == expected else ['exit %d: %s' % (code, ' | '.join(l for l in err.splitlines() if 'fout' in l)[:600])])
    return out


def attack(name, path, tokens, options):
    for what in ('document', 'pages', 'structure'):
        search('%s-%s' % (name, what), made('%s-%s' % (name, what), 0, 'render', '--dump', what, '-o', '-', *options, path), tokens)
    for profile in ('archive',) if 'publiek' in options else ('archive', 'archive-3'):  # the public never gets the source
        pdf = os.path.join(folder, '%s-%s.pdf' % (name, profile))
        made('%s-%s' % (name, profile), 0, 'render', '--profile', profile, '-o', pdf, *options, path)
        search('%s-%s' % (name, profile), all_of(pdf), tokens)
        words = {t: where for t, where in tokens.items() if not t.isdigit()}  # every object of it: alternatives, bookmarks, fields
        search('%s-%s-objects' % (name, profile), output('qpdf', '--qdf', '--object-streams=disable', pdf, '-'), words)


def is_everybodys(where):
    """Norms, and the words about them; where the partnership is."""
    return where == '/jaarverslag/partnerschap/@plaats' or '/parameters/' in where or ('/facilitering/' in where and '/schoolopleider' not in where)


def known_persons(variant):
    """Persons and counts in every place; each person is one whom the input lists, or whose name the language says to be one."""
    path, fill = make('invoer-%d' % variant, variant, Fill.mention)
    attack('publiek-%d' % variant, path, fill.tokens, ('-t', 'publiek'))
    others = {t: where for t, where in fill.tokens.items() if not is_everybodys(where)}
    attack('school-%d' % variant, path, others, ('-t', 'school', '--for', 'ander'))
    attack('bestuur-%d' % variant, path, others, ('-t', 'bestuur', '--for', 'ander-b'))
    out = os.path.join(folder, 'reeks-%d' % variant)
    made('reeks-%d' % variant, 0, 'batch', '-j', '1', '-o', out, '-t', 'publiek', path)
    for name in ('manifest.json', 'index.html'):
        with open(os.path.join(out, name), 'rb') as f:
            search('reeks-%d-%s' % (variant, name), f.read(), fill.tokens)
    return fill


def typed_counts():
    """A small count in words, everywhere: refused with its place, or not shown."""
    dropped = set()
    for _ in range(6):
        path, fill = make('getypt', 0, lambda f, where: 'Er stopten %s studenten.' % f.count(where) if where not in dropped else 'Woorden.')
        code, out, err = run('render', '-t', 'publiek', '--dump', 'document', '-o', '-', path)
        told = {where for t, where in fill.tokens.items() if any(re.search(r'\b%s\b' % t, l) for l in err.splitlines() if re.search(r'\[R61[0-9]\]', l))}
        if code == 0 or not told - dropped:
            break
        dropped |= told
    verdict('typed-is-made', [] if code == 0 else [err[-600:]])
    verdict('typed-is-told', [] if len(dropped) > 40 else ['only %d places' % len(dropped)])
    search('typed', out, fill.tokens)


def main():
    fills = [known_persons(variant) for variant in (0, 1)]
    typed_counts()
    filled = set().union(*(f.filled for f in fills))
    missed = [(t, a.plain.get('name')) for t, node in d.types.items() for a in node.all(language.XS + 'attribute', False)
              if kind_of(a) in ('persoonsnaam', 'contact', 'personen') and (t, a.plain.get('name')) not in filled | UNFILLED]
    verdict('everything-is-filled', ['%s/@%s' % m for m in missed])
    sys.exit(failed > 0)


if __name__ == '__main__':
    main()
