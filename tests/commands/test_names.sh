#!/usr/bin/env bash
# Names of people, sites, tasks and of the service with all that a name may have: any script of
# Unicode, quotes, markup, commas, the beginnings of formulas and marks that turn the text around
# them. They come out right and do no harm on pages, in CSV, the workbook, calendars and on the
# terminal. A name of several lines, or with characters that steer a terminal, is a mistake.
# $1 is the program.
set -euo pipefail
rota=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r examples/small "$work/service"
service=$work/service

# put WHERE NAME: the name, as YAML says it in double quotes
put() { NAME=$2 perl -0pi -e "$1" "$service/clinicians.yaml" "$service/service.yaml"; }
for bad in 'two\nlines' 'a bell\x07' 'red\x1b[31m' 'csi\u009b31m'; do
  cp -r "$service" "$work/kept"
  put 's/name: Helen Boateng/name: "$ENV{NAME}"/' "$bad"
  if "$rota" check "$service" >/dev/null 2>"$work/err"; then echo "taken: $bad"; exit 1; fi
  grep -q "clinicians.yaml:4:9: expected one line" "$work/err" || { cat "$work/err"; exit 1; }
  if LC_ALL=C grep -q $'[\x07\x1b]' "$work/err"; then echo "a mistake steers the terminal"; exit 1; fi
  rm -rf "$service"
  mv "$work/kept" "$service"
done
put 's/name: Helen Boateng/name: "$ENV{NAME}"/' '=1+1, \"Zoë\" <script>alert(1)</script>\u202E'
put 's/name: Maya Desai/name: "$ENV{NAME}"/' '+44 日本 \U0001F600 عربي'
put 's/name: Owen Griffiths/name: "$ENV{NAME}"/' "-O'Neill & <b>Sons</b>\\u2066"
put 's/name: Hove hub/name: "$ENV{NAME}"/' '@Hove </td></script><img src=x onerror=alert(2)>'
put 's/name: MSK clinic/name: "$ENV{NAME}"/' "=MSK '\\\"clinic\\\"'\\u200F"
put 's/^service: .*/service: "$ENV{NAME}"/m' '=Hove, <i>MSK</i>\u202E'
"$rota" check "$service" >/dev/null 2>&1
"$rota" build "$service" --month 2027-01 --deterministic --time 1 >"$work/terminal.txt" 2>/dev/null
"$rota" report "$service" --month 2027-01 --all --out "$work/set" >/dev/null 2>&1
"$rota" form "$service" --month 2027-02 --out "$work/set/forms" >/dev/null 2>&1
"$rota" report "$service" --month 2027-01 --show missed >>"$work/terminal.txt" 2>/dev/null

python3 - "$work/set" "$work/terminal.txt" <<'PYTHON'
import csv, glob, html.parser, re, sys, zipfile

folder, terminal = sys.argv[1:]
names = ['=1+1, "Zoë" <script>alert(1)</script>', '+44 日本 \U0001F600 عربي', "-O'Neill & <b>Sons</b>"]
turning = re.compile('[\u202a-\u202e\u2066-\u2069]')
steering = re.compile('[\x00-\x08\x0b-\x1f\x7f-\x9f]')
faults = []


class Page(html.parser.HTMLParser):
    """The text of a page; what markup it has."""

    def __init__(self):
        super().__init__()
        self.tags, self.text, self.handlers = [], "", []

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.handlers += [name for name, _ in attributes if name.startswith("on") or name == "src"]

    def handle_data(self, data):
        self.text += data


pages = glob.glob(folder + "/**/*.html", recursive=True)
seen = ""
for path in pages:
    text = open(path, encoding="utf-8").read()
    page = Page()
    page.feed(text)
    seen += page.text
    if "img" in page.tags or page.handlers or page.tags.count("script") > 2:
        faults.append(f"{path}: a name is markup")
    if turning.search(text) or steering.search(text.replace("\n", "")):
        faults.append(f"{path}: a mark turns or steers the text")
for name in names:
    if name not in seen:
        faults.append(f"no page has {name!r}")
if len(pages) < 20:
    faults.append(f"only {len(pages)} pages")

cells = []
for path in glob.glob(folder + "/**/*.csv", recursive=True):
    for row in csv.reader(open(path, encoding="utf-8-sig", newline="")):
        cells += row
if any(cell[:1] in "=+@\t\r" and cell for cell in cells) or any(
        cell[:1] == "-" and not re.fullmatch(r"-[0-9.]*", cell) for cell in cells):
    faults.append("a cell of a CSV begins as a formula does")

book = zipfile.ZipFile(folder + "/rota.xlsx")
if any(b"<f>" in book.read(each) for each in book.namelist()):
    faults.append("the workbook has a formula")
strings = book.read("xl/sharedStrings.xml").decode()
if "=1+1, " not in strings or turning.search(strings):
    faults.append("the workbook has not the name, or it turns the text")

for path in glob.glob(folder + "/calendars/*.ics"):
    raw = open(path, "rb").read()
    text = raw.decode().replace("\r\n ", "")
    if turning.search(text) or any(len(line) > 75 for line in raw.split(b"\r\n")):
        faults.append(f"{path}: a mark turns the text, or a line is too long")
    if any(not re.match("[A-Z-]+[;:]", line) for line in text.strip().split("\r\n")):
        faults.append(f"{path}: a name is a line of its own")
if 'X-WR-CALNAME:=1+1\\, "Zoë" <script>' not in open(
        folder + "/calendars/person-helen.ics", newline="").read().replace("\r\n ", ""):
    faults.append("the calendar has not the name")

text = open(terminal, encoding="utf-8").read()
if turning.search(text) or steering.search(text.replace("\n", "")):
    faults.append("the report turns or steers the terminal")
for fault in faults:
    print(fault)
sys.exit(1 if faults else 0)
PYTHON
