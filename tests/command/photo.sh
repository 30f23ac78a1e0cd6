#!/bin/bash
# Photos: they stand as their camera meant, and nothing that it wrote beside the picture reaches a document.
cd "$(dirname "$0")/../.."
program=$PWD/build/jaarverslag
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 - "$program" "$work" <<'P'
import base64, os, struct, subprocess, sys
INK = base64.b64decode("/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAUDg8SDw0UEhASFxUUGB4yIR4cHB49LC4kMklATEtHQEZFUFpzYlBVbVZFRmSIZW13e4GCgU5gjZeMfZZzfoF8/8AAFAgACAAIBEMRAE0RAFkRAEsRAP/EABQAAQAAAAAAAAAAAAAAAAAAAAb/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/9oADgRDAE0AWQBLAAA/AGYYGBj/2Q==") # CMYK
# 32 by 16 pixels: red and green above, blue and white below.
PICTURE = base64.b64decode("/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAQACADAREAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAAAAUGB//EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAYAQEAAwEAAAAAAAAAAAAAAAAABQYHBP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AJSPXABeR7JgGOagsIDranugB//Z")
program, work = sys.argv[1:]
failed = False

def ok(label, good, more=''):
    global failed
    failed |= not good
    print(('ok ' if good else 'not ok ') + label, '' if good else more)

def segment(marker, body): return b'\xff' + bytes([marker]) + struct.pack('>H', len(body) + 2) + body
def exif(turn, order='<'):
    entry = struct.pack(order + 'HHIHH', 0x0112, 3, 1, turn, 0)
    return segment(0xE1, b'Exif\0\0' + (b'II*\0' if order == '<' else b'MM\0*') + struct.pack(order + 'IH', 8, 1) + entry + bytes(4) + b'Owner Anneke')

TOLD = (segment(0xE1, b'http://ns.adobe.com/xap/1.0/\0<x>Anneke</x>') + segment(0xED, b'Photoshop 3.0\0 8BIM Anneke') + segment(0xE2, b'ICC_PROFILE\0\1\1 Anneke') +
        segment(0xE5, b'GPS Anneke') + segment(0xFE, b'by Anneke'))
def photo(turn, order='<'): return PICTURE[:2] + exif(turn, order) + TOLD + PICTURE[2:] + b'Anneke behind its end'

def render(name, bytes, *options):
    with open(work + '/foto.jpg', 'wb') as f: f.write(bytes)
    with open(work + '/jaarverslag.xml', 'w') as f:
        f.write('''<jaarverslag xmlns="urn:nl:jaarverslag:1" schooljaar="2022-2023" datum="2023-09-01" titel="T">
<partnerschap sleutel="p" naam="P"><bestuur sleutel="b" naam="B"/><instituut sleutel="i" naam="I" partner="ja"/><locatie sleutel="l" naam="L" bestuur="b"/></partnerschap>
<hoofdstuk sleutel="h" titel="H"><afbeelding bestand="foto.jpg" breedte="40mm" alt="Vier vlakken"/></hoofdstuk></jaarverslag>''')
    pdf = work + '/' + name + '.pdf'
    if os.path.exists(pdf): os.remove(pdf)
    p = subprocess.run([program, 'render', '-o', pdf, *options, work + '/jaarverslag.xml'], capture_output=True, text=True)
    return p.returncode, p.stdout + p.stderr, pdf

def corners(pdf):
    """The colours of the picture's corners on the page that has it, from the top left, by row."""
    pages = subprocess.run(['pdfimages', '-list', pdf], capture_output=True, text=True).stdout.splitlines()[2:]
    page = pages[-1].split()[0]
    raw = subprocess.run(['pdftoppm', '-r', '72', '-f', page, '-l', page, pdf], capture_output=True).stdout
    head = raw.split(b'\n', 3)
    width, height = map(int, head[1].split())
    data = head[3]
    names = {'r': (1, 0, 0), 'g': (0, 1, 0), 'b': (0, 0, 1)}
    at = {}
    for y in range(height):
        for x in range(width):
            c = data[3 * (y * width + x):3 * (y * width + x) + 3]
            bright = tuple(int(v > 150) for v in c)
            for n, want in names.items():
                if bright == want and max(c) - min(c) > 130: at.setdefault(n, []).append((x, y))
    middle = {n: (sum(p[0] for p in v) / len(v), sum(p[1] for p in v) / len(v)) for n, v in at.items() if len(v) > 100}
    if len(middle) != 3: return str(middle)
    left, right = min(p[0] for p in middle.values()), max(p[0] for p in middle.values())
    top, bottom = min(p[1] for p in middle.values()), max(p[1] for p in middle.values())
    place = lambda x, y: next((n for n, p in middle.items() if abs(p[0] - x) < 5 and abs(p[1] - y) < 5), 'w')
    return place(left, top) + place(right, top) + place(left, bottom) + place(right, bottom), right - left > bottom - top

SEEN = {1: 'rgbw', 2: 'grwb', 3: 'wbgr', 4: 'bwrg', 5: 'rbgw', 6: 'brwg', 7: 'wgbr', 8: 'gwrb'}
for turn, seen in SEEN.items():
    code, said, pdf = render('turned', photo(turn, '<' if turn % 2 else '>'))
    got = corners(pdf) if code == 0 else said
    ok('orientation %d' % turn, got == (seen, turn < 5), str(got))
for template in 'jaarverslag', 'publiek':
    code, said, pdf = render('told', photo(6), '-t', template)
    raw = open(pdf, 'rb').read() + subprocess.run(['qpdf', '--qdf', '--object-streams=disable', pdf, '-'], capture_output=True).stdout if code == 0 else b'Anneke'
    ok('nothing told, ' + template, b'Anneke' not in raw and b'Exif' not in raw and b'8BIM' not in raw, said)
plain = render('plain', PICTURE)[2], render('bare', photo(1))[2]
streams = [subprocess.run(['pdfimages', '-all', p, p], capture_output=True) and open(p + '-000.jpg', 'rb').read() for p in plain]
ok('the picture itself is the same', streams[0] == streams[1] == PICTURE)
bad = [photo(6)[:n] for n in range(4, len(photo(6)), 101)]
for at in range(2, len(exif(6)) + 60, 17):
    for byte in 0, 255: bad.append(photo(6)[:at] + bytes([byte]) + photo(6)[at + 1:])
codes = {render('bad', b)[0] for b in bad}
ok('damaged files are refused or drawn', codes <= {0, 1}, str(codes))
code, said, _ = render('ink', INK)
ok('colours of ink are refused with the reason', code == 1 and 'CMYK' in said, said)
code, said, _ = render('none', PICTURE[:2] + PICTURE[-2:])
ok('what is no picture is refused', code == 1 and '[D301]' in said, said)
sys.exit(failed)
P
