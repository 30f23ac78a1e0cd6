#!/usr/bin/env python3
"""Turns the description of the input language (attributes t:… in input/jaarverslag.xsd) into C: generate.py XSD FOLDER
writes FOLDER/words.h (enumerators) and FOLDER/tables.c (what language/language.h hands out).

Nothing is guessed: an element or attribute without a description, a word that the legend does not have, a treatment that its
kind leaves open and a description that contradicts itself each stop the build, with file and line."""
import os
import sys
from xml.parsers import expat

XS, TAAL = 'http://www.w3.org/2001/XMLSchema ', 'urn:nl:jaarverslag:taal '
GROUPS = ('soort', 'element', 'over', 'volgend', 'openbaar', 'ontvanger', 'ruimte', 'rol')
PREFIX = {'soort': 'VALUE', 'element': 'ELEMENT', 'over': 'ABOUT', 'volgend': 'NEXT', 'openbaar': 'PUBLIC', 'ontvanger': 'RECIPIENT', 'ruimte': 'KEY',
          'rol': 'LANGUAGE_ROLE'}
TYPE_OF = {'soort': 'ValueKind', 'element': 'ElementKind', 'over': 'About', 'volgend': 'NextYearTreatment', 'openbaar': 'PublicTreatment',
           'ontvanger': 'RecipientTreatment', 'ruimte': 'KeyKind', 'rol': 'LanguageRole'}
DATA = ('geheel', 'deel', 'lijst', 'ding', 'rij', 'waarde')  # kinds of element whose attributes a sheet has columns for
# what each can say; a recipient's "eigen" and "zelf" ask an element who owns it
OPEN = {'attribute': ('blijft', 'vervangen', 'klein', 'weg'), 'element': ('blijft', 'weg', 'sluit-uit')}
RECIPIENT = {'attribute': ('blijft', 'eigen', 'sluit-uit', 'weg'), 'element': ('mee', 'deels', 'eigen', 'zelf', 'weg')}
faults = []


class Node:
    def __init__(self, name, attributes, line):
        self.name, self.line, self.children, self.text = name, line, [], ''
        self.plain = {k: v for k, v in attributes.items() if ' ' not in k}
        self.taal = {k[len(TAAL):]: v for k, v in attributes.items() if k.startswith(TAAL)}

    def all(self, name, below=True):
        for c in self.children:
            if c.name == name:
                yield c
            if below:
                yield from c.all(name)

    def help(self, language):
        for a in self.all(XS + 'annotation', False):
            for d in a.all(XS + 'documentation', False):
                if d.xml_lang == language:
                    return ' '.join(d.text.split())
        return ''


def parse(path):
    stack = [Node('', {}, 0)]
    p = expat.ParserCreate(namespace_separator=' ')

    def start(name, attributes):
        node = Node(name, attributes, p.CurrentLineNumber)
        node.xml_lang = attributes.get('http://www.w3.org/XML/1998/namespace lang', '')
        stack[-1].children.append(node)
        stack.append(node)
    p.StartElementHandler = start
    p.EndElementHandler = lambda name: stack.pop()

    def text(data):
        stack[-1].text += data
    p.CharacterDataHandler = text
    with open(path, 'rb') as f:
        p.ParseFile(f)
    return stack[0].children[0]


def fault(node, words):
    faults.append('%s:%d: %s' % (sys.argv[1], node.line, words))


def string(value):
    return 'NULL' if value is None else '"%s"' % value.replace('\\', '\\\\').replace('"', '\\"')


class Description:
    def __init__(self, schema):
        self.words = {g: {} for g in GROUPS}
        for info in schema.all(XS + 'appinfo'):
            for w in info.children:
                group = w.name[len(TAAL):]
                if group != 'verandering':
                    self.words[group][w.plain['naam']] = w
        self.types = {t.plain['name']: t for t in schema.all(XS + 'complexType', False)}
        self.groups = {'j:' + g.plain['name']: g for g in schema.all(XS + 'group', False)}
        self.simple = {'j:' + s.plain['name']: s for s in schema.all(XS + 'simpleType', False)}
        self.schema = schema
        self.type_index = {name: i for i, name in enumerate(self.types)}

    def word(self, node, group, name, where=None):
        if name not in self.words[group]:
            fault(where or node, 't:%s="%s" is no word of the legend' % (group, name))
            return '%s_%s' % (PREFIX[group], next(iter(self.words[group].values())).plain['en'])
        return '%s_%s' % (PREFIX[group], self.words[group][name].plain['en'])

    def choices(self, attribute):
        simple = next(attribute.all(XS + 'simpleType'), None) or self.simple.get(attribute.plain.get('type', ''))
        return list(simple.all(XS + 'enumeration')) if simple and not any(simple.all(XS + 'union')) else []  # a union completes, and takes other words too

    def role(self, node, taal):
        return self.word(node, 'rol', taal['rol']) if 'rol' in taal else 'LANGUAGE_ROLE_NONE'


def treatment(d, node, attribute, what):
    """The word for one of volgend, openbaar, ontvanger of an attribute, and what follows its colon."""
    value = attribute.taal.get(what)
    if value is None:
        kind = d.words['soort'].get(attribute.taal.get('soort'))
        value = kind.plain[what] if kind else 'blijft'
        if value == '-':
            fault(attribute, 'the kind "%s" leaves open what %s does: say t:%s' % (attribute.taal.get('soort'), what, what))
            value = 'weg' if what == 'openbaar' else 'blijft'
    word, _, rest = value.partition(':')
    return d.word(attribute, what, word), rest or None, word


def check_privacy(attribute, kind, refers, word):
    person = kind in ('persoonsnaam', 'contact') or 'persoon' in refers or attribute.taal.get('ruimte') == 'persoon'
    if person and word == 'blijft' and not attribute.hidden:
        fault(attribute, 'names a person, and the public version would show it')
    if kind in ('personen', 'waarde') and word in ('blijft', 'vervangen') and not attribute.told:
        fault(attribute, 'may count persons, and the public version would show it')


def check_words(node, what, public, recipient, has_owner):
    for group, words, word in (('openbaar', OPEN, public), ('ontvanger', RECIPIENT, recipient)):
        if word not in words[what]:
            fault(node, 'an %s cannot have t:%s="%s"' % (what, group, word))
    if recipient in ('eigen', 'zelf') and not has_owner:
        fault(node, 'whose is it? t:ontvanger="%s" asks for %s' % (recipient, 't:eigenaar' if what == 'element' else 'a reference'))


def write_attribute(d, type_node, attribute, out, number):
    kind = attribute.taal.get('soort')
    name = attribute.plain.get('name')
    if kind is None:
        fault(attribute, 'the attribute %s has no description: say t:soort' % (name or '*'))
        kind = 'tekst'
    refers = attribute.taal.get('naar', '').split()
    if (kind == 'verwijzing') != bool(refers):
        fault(attribute, 'a reference says t:naar, and nothing else does')
    if (kind == 'sleutel') != ('ruimte' in attribute.taal):
        fault(attribute, 'a key says t:ruimte, and nothing else does')
    about = attribute.taal.get('over', type_node.taal.get('over', 'niemand'))
    following, value, _ = treatment(d, type_node, attribute, 'volgend')
    public, _, word = treatment(d, type_node, attribute, 'openbaar')
    recipient, _, recipient_word = treatment(d, type_node, attribute, 'ontvanger')
    check_words(attribute, 'attribute', word, recipient_word, kind in ('sleutel', 'verwijzing'))
    attribute.hidden = type_node.taal.get('openbaar') == 'weg'
    attribute.told = attribute.hidden or type_node.taal.get('over') == 'niemand'
    check_privacy(attribute, kind, refers, word)
    if type_node.taal.get('soort') in DATA and name not in (None, 'bron') and not attribute.taal.get('kolom'):
        fault(attribute, 'the attribute %s has no heading for a sheet: say t:kolom' % name)
    choices = d.choices(attribute)
    cells = any('soort' in c.taal for c in choices)
    if cells:
        lines = []
        for i, c in enumerate(choices):
            if 'soort' not in c.taal:
                fault(c, 'some words of %s say what a cell is, and this one does not: say t:soort' % name)
            lines.append(write_attribute(d, type_node, c, out, '%s_%d' % (number, i)))
        out.append('static const LanguageAttribute cells_%s[] = {%s};' % (number, ',\n    '.join(lines)))
    if choices:
        out.append('static const char *const choices_%s[] = {%s, NULL};' % (number, ', '.join(string(c.plain['value']) for c in choices)))
    roles = [d.role(c, c.taal) for c in choices]
    has_roles = any(role != 'LANGUAGE_ROLE_NONE' for role in roles)
    if has_roles:
        out.append('static const LanguageRole choice_roles_%s[] = {%s};' % (number, ', '.join(roles)))
    keys = [d.word(attribute, 'ruimte', r) for r in refers]
    if keys:
        out.append('static const KeyKind refers_%s[] = {%s, KEY_KINDS};' % (number, ', '.join(keys)))
    return '{%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s}' % (
        string(name), d.word(attribute, 'soort', kind), d.word(attribute, 'ruimte', attribute.taal['ruimte']) if 'ruimte' in attribute.taal else 'KEY_KINDS',
        'refers_%s' % number if keys else 'NULL', d.word(attribute, 'over', about), following, string(value), public, recipient,
        'true' if attribute.taal.get('herkent') == 'ja' else 'false', 'true' if attribute.plain.get('use') == 'required' else 'false',
        'true' if attribute.plain.get('type') in ('j:sleutels-waarde', 'j:feiten-waarde') else 'false', string(attribute.taal.get('kolom')),
        attribute.taal.get('vanaf', type_node.taal.get('vanaf', '0')), 'choices_%s' % number if choices else 'NULL', 'choice_roles_%s' % number if has_roles else 'NULL',
        'cells_%s' % number if cells else 'NULL', d.role(attribute, attribute.taal), string(attribute.help('nl')))


def children_of(d, node):
    """The element declarations of a type in their order, those of groups included."""
    for c in node.children:
        if c.name == XS + 'element':
            yield c
        elif c.name == XS + 'group' and 'ref' in c.plain:
            yield from children_of(d, d.groups[c.plain['ref']])
        elif c.name in (XS + 'choice', XS + 'sequence', XS + 'complexContent', XS + 'extension'):
            yield from children_of(d, c)


def write_types(d, out):
    elements, numbers, rows, number = [], {}, [], 0
    globals_ = {e.plain['name']: e for e in d.schema.all(XS + 'element', False)}

    def element(e):
        t = d.types[e.plain['type'].replace('j:', '')]
        words = tuple(e.taal.get(w, t.taal.get(w, '?' if w != 'rol' else None)) for w in ('volgend', 'openbaar', 'ontvanger', 'soort', 'rol'))
        key = (e.plain['name'], t.plain['name']) + words
        check_words(e, 'element', words[1], words[2], 'eigenaar' in t.taal)
        if key not in numbers:
            numbers[key] = len(elements)
            elements.append('{%s, %d, %s, %s, %s, %s, %s, %s}' % (
                string(key[0]), d.type_index[key[1]], d.word(e, 'element', words[3]), d.word(e, 'volgend', words[0]), d.word(e, 'openbaar', words[1]),
                d.word(e, 'ontvanger', words[2]), d.role(e, {'rol': words[4]} if words[4] else {}), string(e.help('nl') or t.help('nl'))))
        return numbers[key]

    element(globals_['jaarverslag'])
    for name, t in d.types.items():
        if 'soort' not in t.taal or 'vanaf' not in t.taal:
            fault(t, 'the type %s has no description: say t:soort, t:over, t:volgend, t:openbaar, t:ontvanger and t:vanaf' % name)
            continue
        attributes = []
        for a in t.children:
            open_ended = a.name == XS + 'anyAttribute' and '##local' in a.plain.get('namespace', '')
            if a.name != XS + 'attribute' and not open_ended:
                continue
            attributes.append(write_attribute(d, t, a, out, number))
            number += 1
        names = [a.plain['name'] for a in t.children if a.name == XS + 'attribute']
        owners = t.taal.get('eigenaar', '').split()
        for owner in owners:
            if owner not in names:
                fault(t, 'the owner @%s is no attribute of %s' % (owner, name))
        called = t.taal.get('heet', '').split()
        for c in called:
            if c not in names:
                fault(t, 'the name @%s is no attribute of %s' % (c, name))
        if not called and t.taal['soort'] in ('ding', 'rij') and any(a.taal.get('herkent') == 'ja' or a.taal.get('soort') == 'naam' for a in t.children):
            fault(t, 'what does a reader call %s? say t:heet' % name)
        columns = [a.taal['kolom'] for a in t.children if a.name == XS + 'attribute' and 'kolom' in a.taal]
        for c in set(columns):
            if columns.count(c) > 1:
                fault(t, 'two attributes of %s have the heading "%s"' % (name, c))
        i = d.type_index[name]
        out.append('static const LanguageAttribute attributes_%d[] = {%s};' % (i, ',\n    '.join(attributes) or '{0}'))
        out.append('static const char *const owners_%d[] = {%s};' % (i, ', '.join([string(o) for o in owners] + ['NULL'])))
        out.append('static const char *const called_%d[] = {%s};' % (i, ', '.join([string(c) for c in called] + ['NULL'])))
        children = [element(e) for e in children_of(d, t)]
        out.append('static const short children_%d[] = {%s-1};' % (i, ''.join('%d, ' % c for c in children)))
        rows.append('{%s, %s, owners_%d, called_%d, attributes_%d, %d, children_%d, %s, %s, %s}' % (
            string(name), d.word(t, 'over', t.taal.get('over', '')), i, i, i, len(attributes), i, 'true' if t.plain.get('mixed') == 'true' else 'false',
            'false' if t.taal.get('herkent') == 'nee' else 'true', t.taal['vanaf']))
    return elements, rows


def write_changes(d, schema):
    """What attributes became in later versions: the old name must be gone, the new one be there."""
    rows, version = [], int(schema.taal.get('versie', '0'))
    for info in schema.all(XS + 'appinfo'):
        for c in info.all(TAAL + 'verandering', False):
            p = c.plain
            known = {a.plain['name'] for e in schema.all(XS + 'element') if e.plain.get('name') == p['element']
                     for a in d.types[e.plain['type'].replace('j:', '')].all(XS + 'attribute', False)}
            if p['attribuut'] in known or ('wordt' in p and p['wordt'] not in known):
                fault(c, '%s/@%s: the old name is still there, or the new one is not' % (p['element'], p['attribuut']))
            if not 1 < int(p['versie']) <= version:
                fault(c, 'a change is of a version up to that of the schema')
            rows.append('{%s, %s, %s, %s}' % (p['versie'], string(p['element']), string(p['attribuut']), string(p.get('wordt'))))
    return rows


def main():
    schema = parse(sys.argv[1])
    d = Description(schema)
    for info in schema.all(XS + 'appinfo'):
        for w in info.all(TAAL + 'soort', False):
            for what in ('volgend', 'openbaar', 'ontvanger'):
                if w.plain[what] != '-':
                    d.word(w, what, w.plain[what])
    keys = {a.taal['ruimte'] for a in schema.all(XS + 'attribute') if 'ruimte' in a.taal}
    for name, w in d.words['ruimte'].items():
        if name not in keys:
            fault(w, 'no key is of the kind "%s"' % name)
    out = []
    elements, rows = write_types(d, out)
    changes = write_changes(d, schema)
    if faults:
        sys.exit('\n'.join(faults))
    header = ['/* Made from input/jaarverslag.xsd. The words of its legend; what each means is said there. */', '#ifndef LANGUAGE_WORDS_H', '#define LANGUAGE_WORDS_H', '']
    for group in GROUPS:
        names = ['%s_%s' % (PREFIX[group], w.plain['en']) for w in d.words[group].values()]
        if group == 'rol':
            names.insert(0, 'LANGUAGE_ROLE_NONE')
        last = {'ruimte': 'KEY_KINDS', 'soort': 'VALUE_KINDS'}.get(group)
        header.append('typedef enum %s {\n    %s\n} %s;\n' % (TYPE_OF[group], ',\n    '.join(names + ([last] if last else [])), TYPE_OF[group]))
    version = int(schema.taal.get('versie', '0'))
    header.append('enum { LANGUAGE_VERSION = %d };' % version)
    header.append('#endif')
    text = ['/* Made from input/jaarverslag.xsd by src/language/generate.py. */', '#include "language/tables.h"', ''] + out
    text.append('const LanguageType language_types[] = {\n    %s};' % ',\n    '.join(rows))
    text.append('const int language_type_count = %d;' % len(rows))
    text.append('const LanguageElement language_elements[] = {\n    %s};' % ',\n    '.join(elements))
    text.append('const int language_element_count = %d;' % len(elements))
    text.append('const LanguageChange language_change_list[] = {\n    %s};' % ',\n    '.join(changes or ['{0}']))
    text.append('const int language_change_count = %d;' % len(changes))
    text.append('const char *const language_key_names[] = {%s};' % ', '.join(string(n) for n in d.words['ruimte']))
    text.append('const char *const language_value_names[] = {%s};' % ', '.join(string(n) for n in d.words['soort']))
    for name, lines in (('words.h', header), ('tables.c', text)):
        path = os.path.join(sys.argv[2], name)
        data = '\n'.join(lines) + '\n'
        if not os.path.exists(path) or open(path, encoding='utf-8').read() != data:
            with open(path, 'w', encoding='utf-8') as f:
                f.write(data)


if __name__ == '__main__':
    main()
