#!/usr/bin/env bash
# Names of people, sites, PCNs, tasks, events, rules, scenarios, levers and of the service with all
# that a name may have: any script of Unicode, quotes, markup, commas, the beginnings of formulas and
# marks that turn the text around them. They come out right and do no harm in whatever rota writes;
# the table below says which name must be in which output. A name of several lines, or with characters
# that steer a terminal or that are none, is a mistake. $1 is the program.
set -euo pipefail
rota=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r examples/small "$work/service"
cp -r examples/backlog "$work/backlog"
service=$work/service backlog=$work/backlog
# each lever is a build, and a name of one is enough
sed -i '/^levers:/,$d' "$backlog/recovery.yaml"
printf 'levers:\n  - {name: Reminders, changes: [{dna: {new: 0.06}}], price: 250}\n' >>"$backlog/recovery.yaml"

# put WHERE NAME: the name, as YAML says it in double quotes
put() {
  NAME=$2 perl -0pi -e "$1" "$service"/{clinicians,service,2027-01/month}.yaml \
    "$backlog"/{clinicians,service,recovery}.yaml
}
for bad in 'two\nlines' 'a bell\x07' 'red\x1b[31m' 'csi\u009b31m' 'one\u2028two' 'one\u2029two' \
  'none\uFFFF' 'none\uFDD0'; do
  cp -r "$service" "$work/kept"
  put 's/name: Helen Boateng/name: "$ENV{NAME}"/' "$bad"
  if "$rota" check "$service" >/dev/null 2>"$work/err"; then echo "taken: $bad"; exit 1; fi
  grep -q "clinicians.yaml:4:9: expected one line" "$work/err" || { cat "$work/err"; exit 1; }
  if LC_ALL=C grep -q $'[\x07\x1b]' "$work/err"; then echo "a mistake steers the terminal"; exit 1; fi
  rm -rf "$service"
  mv "$work/kept" "$service"
  cp examples/backlog/clinicians.yaml "$backlog"
done
for bad in 'helen@example.org\r\nBcc: x@example.org' 'helen\x1b@example.org' 'h\u00e9@example.org'; do
  put 's/name: Helen Boateng/email: "$ENV{NAME}"\n  $&/' "$bad"
  if "$rota" check "$service" >/dev/null 2>"$work/err"; then echo "taken: $bad"; exit 1; fi
  grep -q "is not an email address" "$work/err" || { cat "$work/err"; exit 1; }
  cp examples/small/clinicians.yaml "$service"
  cp examples/backlog/clinicians.yaml "$backlog"
done

put 's/name: Helen Boateng/email: helen\@example.org\n  name: "$ENV{NAME}"/' \
  '=1+1, \"Zoë\" <script>alert(1)</script>\u202E'
put 's/name: Maya Desai/name: "$ENV{NAME}"/' '+44 日本 \U0001F600 عربي'
put 's/name: Owen Griffiths/name: "$ENV{NAME}"/' "-O'Neill & <s>Sons</s>\\u2066"
put 's/name: Hove hub/name: "$ENV{NAME}"/' '@Hove </td></script><img src=x onerror=alert(2)>'
put 's/name: Hangleton community centre/name: "$ENV{NAME}"/' '+Hangleton; <u>centre</u> \\n\u202A'
put 's/name: Goldstone PCN/name: "$ENV{NAME}"/' '-Gold, \"stone\" </style><s>PCN</s>\u2067'
put 's/name: MSK clinic/name: "$ENV{NAME}"/' "=MSK '\\\"clinic\\\"'\\u200F"
put 's/name: Drop-in at Hangleton/name: "$ENV{NAME}"/' '=Drop-in, <u>here</u>\u202D'
put 's/lone_working: \{/$&name: "$ENV{NAME}", /' '=alone, <s>never</s>\u202B'
put 's/reason: protected learning time/reason: "$ENV{NAME}"/' '=learning, <s>time</s>\u202E'
put 's/name: Reminders/name: "$ENV{NAME}"/' '=Remind, <s>all</s>\u202E'
put 's/^service: .*/service: "$ENV{NAME}"/m' '=Hove, <q>MSK</q>\u202E'
cat >"$work/scenario.yaml" <<'YAML'
scenario: "@More, \"of\" <script>alert(3)</script>\u202E"
changes:
  - add: {like: helen, base: hove}
  - set: {tasks.spine.name: "=Spine, <s>renamed</s>\u202E"}
  - event: {kind: drop-in, name: "=Another, <u>day</u>\u202E", at: hangleton, on: 2027-01-13, attendees: 18}
YAML

out=$work/out
mkdir -p "$out/terminal"
say() { "$rota" "$@" >>"$out/terminal/$1.txt" 2>>"$out/terminal/$1.txt"; }
say check "$service"
say build "$service" --month 2027-01 --deterministic --time 1
made=$service/2027-01/rota.json
cp "$made" "$out/rota.json"
"$rota" export "$service" "$made" --csv "$out/names.csv" \
  --columns "date,clinician_name,task_name,site_name" 2>/dev/null
say report "$service" --month 2027-01 --show missed
"$rota" report "$service" --month 2027-01 --all --out "$out/set" >/dev/null 2>&1
"$rota" form "$service" --month 2027-02 --out "$out/forms" >/dev/null 2>&1
say preferences "$service" --month 2027-01
say preferences "$service" --month 2027-01 --remind
say leave "$service" --clinician helen --from 2027-01-12 --today 2026-12-14 || true
grep -v ',helen,' "$service/2027-01/rota.csv" >"$work/without.csv"
say diff "$service/2027-01/rota.csv" "$work/without.csv" --month 2027-01 --service "$service" || true
"$rota" diff "$service/2027-01/rota.csv" "$work/without.csv" --month 2027-01 --service "$service" \
  --messages "$out/letters" >/dev/null 2>&1
say whatif "$service" --month 2027-01 "$work/scenario.yaml" --deterministic --time 1 \
  --html "$out/what-if.html" --csv "$out/what-if.csv"
say advise "$service" --month 2027-01 --deterministic --time 1 --candidates 1 \
  --html "$out/advice.html" --csv "$out/advice.csv"
say recover "$backlog" --month 2027-01 --deterministic --time 1 --no-build --report "$out/recovery.html" || [ $? = 1 ] # no plan is one too
say waiting "$backlog" --html "$out/waiting.html" --situation "$out/waiting.csv"
say fcp "$backlog" --scenario "$out/by-use.yaml"

# $1: a name of what is said for programs, which is said to people too
both() {
  say "${@:2}" || true
  "$rota" "${@:2}" --json >"$out/$1.json" 2>/dev/null || true
}
seventh=$(awk -F, '$5 == "helen" && $7 == "hove" {if (n++ == 1) {print; exit}}' "$service/2027-01/rota.csv")
where() { cut -d, -f"$1" --output-delimiter=' ' <<<"$seventh"; }
both wishes explain "$service" "$made" --clinician maya --time 1
both here explain "$service" "$made" --assignment "$(where 1,2,5)" --time 1
both gap explain "$service" "$made" --gap "$(where 1,2,6,7)" --time 1
both cost explain "$service" "$made" --cost
both swap suggest "$service" "$made" --swap helen sofia --today 2027-01-01
both fill suggest "$service" "$made" --gap "$(where 1,2,6,7)" --today 2027-01-01
both sent preferences "$service" --month 2027-01
both changed diff "$service/2027-01/rota.csv" "$work/without.csv" --month 2027-01 --service "$service"
both listed waiting "$backlog"
say history "$service"
say publish "$service" "$made"
both mended repair "$service" --month 2027-01 --absent helen --from 2027-01-12 --today 2027-01-04 --dry-run --time 2
both lost leave "$service" --clinician helen --from 2027-01-12 --today 2027-01-04 --time 2
say versions "$service" --month 2027-01

python3 - "$out" <<'PYTHON'
import csv, email, email.policy, glob, html.parser, json, os, re, sys, zipfile

folder = sys.argv[1]
names = {
    "service": "=Hove, <q>MSK</q>",
    "helen": '=1+1, "Zoë" <script>alert(1)</script>',
    "maya": "+44 日本 \U0001F600 عربي",
    "owen": "-O'Neill & <s>Sons</s>",
    "site": "@Hove </td></script><img src=x onerror=alert(2)>",
    "venue": "+Hangleton; <u>centre</u> \\n",
    "pcn": '-Gold, "stone" </style><s>PCN</s>',
    "task": "=MSK '\"clinic\"'\u200F",
    "event": "=Drop-in, <u>here</u>",
    "other": "=Another, <u>day</u>",
    "renamed": "=Spine, <s>renamed</s>",
    "rule": "=alone, <s>never</s>",
    "lever": "=Remind, <s>all</s>",
    "scenario": '@More, "of" <script>alert(3)</script>',
}
# What must be in which output, letter by letter; what is not named here has ids for names, and no more
# than does no harm.
table = {
    "set/month.html": "service helen maya owen site venue pcn task",
    "set/index.html": "service helen maya owen site pcn",
    "set/trend.html": "service helen maya owen",
    "set/people/helen.html": "service helen site task",
    "set/pcns/goldstone.html": "service maya owen pcn",
    "set/rota.xlsx": "service helen maya owen site pcn task",
    "set/calendars/person-helen.ics": "helen site task",
    "set/calendars/site-goldstone.ics": "maya pcn",
    "forms/maya.html": "service helen maya owen site pcn task",
    "names.csv": "helen maya owen site pcn task",
    "letters/helen.txt": "helen site",
    "letters/helen.eml": "helen site",
    "what-if.html": "service helen scenario other renamed venue site",
    "what-if.csv": "scenario",
    "advice.html": "service helen site",
    "advice.csv": "site",
    "recovery.html": "service lever",
    "waiting.html": "service pcn",
    "waiting.csv": "service pcn",
    "gap.json": "site",
    "swap.json": "helen",
    "sent.json": "site",
    "changed.json": "helen",
    "listed.json": "service pcn",
    "terminal/explain.txt": "helen maya site",
    "terminal/suggest.txt": "helen site",
    "terminal/repair.txt": "helen",
    "terminal/fcp.txt": "service",
    "rota.json": "service helen maya owen",
    "terminal/report.txt": "service",
    "terminal/preferences.txt": "service helen site",
    "terminal/leave.txt": "helen",
    "terminal/diff.txt": "helen site",
    "terminal/recover.txt": "lever",
    "terminal/waiting.txt": "service",
}
turning = re.compile("[\u202a-\u202e\u2066-\u2069]")
steering = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
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


def of_page(path, text):
    page = Page()
    page.feed(text)
    if {"img", "u", "s", "q"} & set(page.tags) or page.handlers or \
            page.tags.count("script") > 2 or page.tags.count("style") != 1:
        faults.append(f"{path}: a name is markup")
    given = re.search('<script type="application/json"[^>]*>(.*?)</script>', text, re.S)
    return page.text + (of_document(path, given[1]) if given else "")


def of_csv(path, text):
    rows = list(csv.reader(text.lstrip("\ufeff").splitlines(keepends=True)))
    cells = [cell for row in rows for cell in row]
    if any(cell[:1] in "=+@\t\r" and cell for cell in cells) or any(
            cell[:1] == "-" and not re.fullmatch(r"-[0-9.]*", cell) for cell in cells):
        faults.append(f"{path}: a cell begins as a formula does")
    if len({len(row) for row in rows}) != 1:
        faults.append(f"{path}: a name is a cell or a row of its own")
    return "\n".join(cells)


def of_calendar(path, text):
    unfolded = text.replace("\r\n ", "")
    if any(len(line.encode()) > 75 for line in text.split("\r\n")):
        faults.append(f"{path}: a line is too long")
    if any(not re.match("[A-Z-]+[;:]", line) for line in unfolded.strip().split("\r\n")):
        faults.append(f"{path}: a name is a line of its own")
    return re.sub(r"\\([\\;,])", r"\1", unfolded)


def of_letter(path, text):
    letter = email.message_from_string(text, policy=email.policy.default)
    if [to.addr_spec for to in letter["To"].addresses] != ["helen@example.org"] or letter["Bcc"]:
        faults.append(f"{path}: it goes to {letter['To']}")
    return letter.get_payload()


def of_document(path, text):
    return "\n".join(all_texts(json.loads(text)))


def all_texts(value):
    if isinstance(value, dict):
        return [text for each in value.values() for text in all_texts(each)]
    if isinstance(value, list):
        return [text for each in value for text in all_texts(each)]
    return [value] if isinstance(value, str) else []


# Lines are broken where they are long.
def of_terminal(path, text):
    return text


def of_book(path):
    book = zipfile.ZipFile(path)
    if any(b"<f>" in book.read(each) for each in book.namelist()):
        faults.append(f"{path}: the workbook has a formula")
    for each in book.namelist():
        for formula in re.findall("<formula>(.*?)</formula>", book.read(each).decode()):
            if not re.fullmatch(r'LEFT\(B3,LEN\(("([^"]|"")*")\)\)=\1', html.unescape(formula)):
                faults.append(f"{path}: a condition that is no formula: {formula}")
    strings = book.read("xl/sharedStrings.xml").decode()
    header = "".join(book.read(each).decode() for each in book.namelist() if "worksheets/sheet" in each)
    return html.unescape(re.sub("<[^>]*>", "\n", strings + header))


readers = {".html": of_page, ".csv": of_csv, ".ics": of_calendar, ".eml": of_letter,
           ".json": of_document, ".txt": of_terminal, ".yaml": of_terminal}


def words_of(path):
    if path.endswith(".xlsx"):
        return of_book(path)
    raw = open(path, encoding="utf-8", newline="").read()
    text = readers[os.path.splitext(path)[1]](path, raw)
    if turning.search(raw) or steering.search(raw.replace("\n", "").replace("\r\n", "")
                                              .replace("\r", "" if path.endswith((".ics", ".eml")) else "\r")):
        faults.append(f"{path}: a mark turns or steers the text")
    return text


squeezed = lambda text: re.sub(r"\s+", "", text)
paths = [path for path in glob.glob(folder + "/**/*.*", recursive=True) if os.path.isfile(path)]
texts = {os.path.relpath(path, folder): words_of(path) for path in paths}
for path, kinds in table.items():
    for kind in kinds.split():
        if squeezed(names[kind]) not in squeezed(texts.get(path, "")):
            faults.append(f"{path} has not {names[kind]!r}")
if len(paths) < 60:
    faults.append(f"only {len(paths)} files")
for fault in faults:
    print(fault)
sys.exit(1 if faults else 0)
PYTHON
