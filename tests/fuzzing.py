"""Mutations of our own workbooks, in bytes, in the zip and in the XML; and what must hold of every one."""

import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from html import escape
from pathlib import Path
from xml.etree.ElementTree import ParseError

from problems import Problem
from tests.hostile import MAIN, STRINGS, edited, ods, ods_cell, ods_row
from tests.hostile_archives import Entry, archive, entries
from tests.hostile_sheets import OFFICE, RELATIONS
from tests.oracle import Sheets, UnsureError, sheets
from tests.sample_workbook import INVITATION, QUESTIONNAIRE, Filler
from workbooks import process
from workbooks.contents import Contents
from workbooks.findings import Findings
from workbooks.reader import reading
from workbooks.sandbox import Sandbox
from workbooks.wire import Task

FAMILIES = ("bytes", "zip", "xml")
START = process._START.replace("workbooks.child", "tests.fuzzing_child")
READING = reading([QUESTIONNAIRE], language="en", languages={INVITATION: "en"})


@dataclass(frozen=True)
class Outcome:
    """What a child made of a file: what it read, what it says, and any exception that no damage explains."""

    contents: Contents | None
    findings: object
    problems: tuple[Problem, ...]
    mistake: str


def _decode(reply: bytes, shown: str) -> tuple[Outcome, list[Problem]]:
    first, _, body = reply.partition(b"\n")
    seen = json.loads(first)
    text = seen.get("contents")
    contents = Contents.from_json(text.encode("utf-8", "surrogatepass")) if text else None
    try:
        findings, problems = READING.decode(body, shown)
        mistake = seen.get("exception", "")
    except Exception as error:  # noqa: BLE001  # our own parent would take it for a crash of the child
        findings, problems, mistake = None, [], f"the parent refuses the reply: {error!r}"
    return Outcome(contents, findings, tuple(problems), mistake), problems


def sandbox() -> Sandbox[Outcome]:
    """Return a pool whose children read as ever, and tell more."""
    process._START, before = START, process._START
    try:
        pool = Sandbox(task=Task(READING.lesson, _decode))
        pool.__enter__()
    finally:
        process._START = before
    return pool


@dataclass(frozen=True)
class Original:
    """A good file, and what it says."""

    name: str
    data: bytes
    contents: Contents = field(repr=False)
    findings: Findings = field(repr=False)


ANSWERS = (
    ("untoc.5.1.a.i", "Yes", "answer"),
    ("untoc.5.1.a.i", "Article 12 of the code; see « annex » <b>", "details"),
    ("untoc.5.1.a.i", "L1 art. 331", "law"),
    ("untoc.5.1.a.i.act", "No", "answer"),
    ("untoc.5.1.b", "Imprisonment", "answer"),
    ("untoc.5.2.name", "Entente — العربية", "answer"),
    ("untoc.5.assistance:training", "x", "answer"),
    ("untoc.5.difficulties", "Too few people,\nand no money", "details"),
    ("untoc.10.1.law", "L2 art. 4", "law"),
    ("untoc.10.2.authorities#1", "Ministry", "2"),
    ("untoc.10.2.authorities#1", "Requests", "3"),
    ("untoc.10.3.since", date(2019, 5, 17), "answer"),
    ("untoc.10.4.cases", 12.5, "answer"),
    ("L1", "Penal code", "law-title"),
    ("L2", "Code of procedure", "law-title"),
)


def filled(language: str = "en") -> bytes:
    """Return a workbook with an answer of every type, as openpyxl saves it."""
    filler = Filler.of(language)
    for code, value, column in ANSWERS:
        filler.put(code, value, column)
    return filler.bytes()


def shared(data: bytes) -> bytes:
    """Write the texts of a workbook's cells once for all, as Excel does."""
    texts: dict[bytes, int] = {}

    def cells(xml: bytes) -> bytes:
        return re.sub(
            rb't="inlineStr"([^<>]*)><is>(.*?)</is>',
            lambda hit: b't="s"%b><v>%d</v>' % (hit[1], texts.setdefault(hit[2], len(texts))),
            xml,
            flags=re.DOTALL,
        )

    for part in entries(data):
        if part.name.startswith(b"xl/worksheets/sheet"):
            data = edited(data, part.name.decode(), cells)
    link = b'<Relationship Id="rIdT" Type="%b/sharedStrings" Target="sharedStrings.xml"/>' % OFFICE
    data = edited(data, RELATIONS, lambda xml: xml.replace(b"</Relationships>", link + b"</Relationships>"))
    table = b"".join(b"<si>%b</si>" % text for text in texts)
    return edited(data, STRINGS, lambda _: b"<sst %b>%b</sst>" % (MAIN, table))


def as_ods(contents: Contents) -> bytes:
    """Write contents as an OpenDocument spreadsheet: texts and numbers."""
    tables = []
    for sheet in contents.sheets:
        rows = ods_row(b"<table:table-cell/>", repeated=sheet.first_row - 1) if sheet.first_row > 1 else b""
        before = b'<table:table-cell table:number-columns-repeated="%d"/>' % (sheet.first_column - 1)
        for values in sheet.rows:
            cells = b"".join(
                b"<table:table-cell/>" if value is None
                else b'<table:table-cell office:value-type="float" office:value="%f"/>' % value
                if isinstance(value, float)
                else ods_cell("</text:p><text:p>".join(escape(str(value)).split("\n")))
                for value in values
            )  # fmt: skip
            rows += ods_row((before if sheet.first_column > 1 else b"") + cells)
        tables.append(b'<table:table table:name="%b">%b</table:table>' % (escape(sheet.name).encode(), rows))
    return edited(
        ods(b""),
        "content.xml",
        lambda xml: re.sub(rb"<table:table .*?</table:table>", lambda _: b"".join(tables), xml),
    )


@cache
def originals() -> tuple[Original, ...]:
    """Return the good files that are mutated: shared and inline texts, two languages, OpenDocument."""
    english = filled()
    with sandbox() as pool:
        outcome, _ = pool.open(english, "english")
        assert outcome is not None
        files = {
            "inline.xlsx": english,
            "shared.xlsx": shared(english),
            "french.xlsx": shared(filled_in_french()),
            "english.ods": as_ods(outcome.contents),
        }
        made = []
        for name, data in files.items():
            outcome, problems = pool.open(data, name)
            assert outcome is not None, problems
            assert isinstance(outcome.findings, Findings), outcome.problems
            assert sum(each.entry is not None for each in outcome.findings.told) == 10, name
            made.append(Original(name, data, outcome.contents, outcome.findings))
    return tuple(made)


def filled_in_french() -> bytes:
    filler = Filler.of("fr")
    french = {"Yes": "Oui", "No": "Non", "Imprisonment": "Emprisonnement"}
    for code, value, column in ANSWERS:
        filler.put(code, french.get(value, value) if isinstance(value, str) else value, column)
    return filler.bytes()


@dataclass(frozen=True)
class Mutant:
    """A damaged copy: of which original, by what."""

    name: str
    family: str
    original: Original
    data: bytes


def mutants(numbers: Sequence[int], seed: int = 0) -> Iterator[Mutant]:
    """Make mutants, each from its number and the seed alone."""
    good = originals()
    for number in numbers:
        dice = random.Random(f"{seed}:{number}")
        original = good[number % len(good)]
        family = FAMILIES[number // len(good) % len(FAMILIES)]
        data = MUTATORS[family](original.data, dice, [each.data for each in good if each is not original])
        yield Mutant(f"{seed}-{number}-{family}-{original.name}", family, original, data)


def _bytes(data: bytes, dice: random.Random, others: Sequence[bytes]) -> bytes:
    for _ in range(dice.choice((1, 1, 1, 2, 5))):
        at, length = dice.randrange(len(data) + 1), dice.choice((1, 1, 4, 60, 1_000))
        match dice.randrange(7):
            case 0:
                data = (
                    data[:at]
                    + bytes([(data[at] if at < len(data) else 0) ^ 1 << dice.randrange(8)])
                    + data[at + 1 :]
                )
            case 1:
                data = data[:at] + dice.randbytes(length) + data[at + length :]
            case 2:
                data = data[:at] + data[at + length :]
            case 3:
                data = data[:at] + data[at : at + length] + data[at:]
            case 4:
                data = data[: max(at, 1)]
            case 5:
                other = dice.choice(others)
                data = data[:at] + other[dice.randrange(len(other)) :]
            case _:
                where = dice.randrange(max(len(data) - 3_000, 0), len(data) + 1)  # the directory: no checksum
                data = data[:where] + dice.randbytes(dice.choice((1, 2, 4))) + data[where + 1 :]
    return data


_CHANGES: tuple[Callable[[Entry, Entry, int, random.Random], Entry], ...] = (
    lambda part, other, _, __: part._replace(name=other.name),
    lambda part, _, __, dice: part._replace(name=dice.choice(_names(part.name))),
    lambda part, _, __, dice: part._replace(method=dice.choice((0, 1, 8, 9, 12, 14, 95, 99))),
    lambda part, _, __, dice: part._replace(flags=dice.choice((1, 2, 8, 0x40, 0x800, 0x2000, 0xFFFF))),
    lambda part, _, number, __: part._replace(size=number),
    lambda part, _, number, __: part._replace(packed_size=number),
    lambda part, _, number, __: part._replace(crc=number),
    lambda part, _, number, __: part._replace(offset=number),
    lambda part, other, number, _: part._replace(local_name=other.name, local_size=number),
)
"""What may be wrong about one entry of a zip file."""


def _names(name: bytes) -> tuple[bytes, ...]:
    return b"", name.upper(), b"/" + name, b"../x", b"x" * 60_000, name[1:]


def _zip(data: bytes, dice: random.Random, others: Sequence[bytes]) -> bytes:
    parts = entries(data)
    for _ in range(dice.choice((1, 1, 2, 3))):
        if not parts:
            break
        at, to = dice.randrange(len(parts)), dice.randrange(len(parts))
        part, other = parts[at], parts[to]
        number = dice.choice((0, 1, 2**16, 2**31 - 1, 2**31, 2**32 - 1, dice.getrandbits(32)))
        match dice.randrange(5 + len(_CHANGES)):
            case 0:
                dice.shuffle(parts)
            case 1:
                parts.append(part)
            case 2:
                del parts[at]
            case 3:
                parts[at] = part._replace(content=other.content)
                parts[to] = other._replace(content=part.content)
            case 4:
                strangers = {each.name: each for each in entries(dice.choice(others))}
                parts[at] = strangers.get(part.name, Entry(b"xl/stranger.bin", b"x"))
            case which:
                parts[at] = _CHANGES[which - 5](part, other, number, dice)
    return archive(parts)


_ELEMENT = re.compile(
    rb"<((?:[a-z]+:)?(?:c|row|v|f|is|t|si|sheet|sheetData|definedName|Relationship|xf|table-row|table-cell|p|table|named-range|mergeCell|dimension))"
    rb"(?=[\s/>])[^<>]*?(?:/>|>(?:(?!<\1[\s>]).)*?</\1>)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"<]*)"')
_VALUES = (
    b"",
    b"0",
    b"-1",
    b"1",
    b"2",
    b"7",
    b"99999",
    b"4294967295",
    b"4294967296",
    b"18446744073709551616",
    b"1e308",
    b"1e999",
    b"NaN",
    b"-0",
    b"0x10",
    b"A1",
    b"B2",
    b"C6",
    b"XFD1048576",
    b"AAAA1",
    b"A0",
    b"a1:b2",
    b"s",
    b"str",
    b"b",
    b"e",
    b"d",
    b"inlineStr",
    b"n",
    b"true",
    b"x",
    b"&#65;",
    b"&amp;",
    b"&lt;c&gt;",
    b"'",
    b"\xd8\xa7",
    b" ",
    b"x" * 5_000,
    b"9" * 400,
    b"rId1",
    b"worksheet",
    b"../x",
    b"string",
    b"float",
    b"date",
    b"2026-01-30",
)
_INSERTED = (
    b"<c r='XFD9'><v>1</v></c>",
    b"<",
    b"&",
    b"]]>",
    b"<!--",
    b"-->",
    b"<!-- x -->",
    b"<![CDATA[x]]>",
    b"<?x y?>",
    b"\0",
    b"&#65;",
    b"&#0;",
    b"&x;",
    b"<x/>",
    b"</c>",
    b"<c>",
    b"<row/>",
    b"<v>3</v>",
    b"<f>A1</f>",
    b"\xff",
    b"\xc3",
    b"<c r='C6' t='s'><v>3</v></c>",
    b"<!DOCTYPE x>",
    b"<t>x</t>",
    b"<table:table-cell/>",
    b"<text:p>x</text:p>",
    b"<text:s text:c='9'/>",
    b"<row r='3'><c r='C3' t='e'><v>#SPILL!</v></c></row>",
    b"_x0041_",
    b"\r\n",
    b"  ",
)


def _xml(data: bytes, dice: random.Random, _others: Sequence[bytes]) -> bytes:
    names = [each.name.decode() for each in entries(data)]
    weights = [8 if "sheet" in name or "content" in name else 4 if "haredS" in name else 1 for name in names]
    (name,) = dice.choices(names, weights)
    return edited(data, name, lambda part: _marked(part, dice))


def _marked(part: bytes, dice: random.Random) -> bytes:
    for _ in range(dice.choice((1, 1, 1, 2, 4))):
        found = list(_ELEMENT.finditer(part))
        if not found:
            return _bytes(part, dice, [part])
        one, two = dice.choice(found), dice.choice(found)
        match dice.randrange(6):
            case 0:
                part = part[: one.start()] + part[one.end() :]
            case 1:
                place = dice.choice((one, two)).end()
                part = part[:place] + one[0] + part[place:]
            case 2:
                part = part[: one.start()] + two[0] + part[one.end() :]
            case 3:
                part = part[: one.start()] + _described(one[0], dice) + part[one.end() :]
            case 4:
                at = one.start() + dice.randrange(len(one[0]) + 1)
                part = part[:at] + dice.choice(_INSERTED) + part[at:]
            case _:
                part = _bytes(part, dice, [part])
    return part


def _described(element: bytes, dice: random.Random) -> bytes:
    """Change an attribute or a text within an element, or take an attribute away."""
    held, texts = list(_ATTRIBUTE.finditer(element)), list(re.finditer(rb">([^<>]+)<", element))
    spans = [hit.span(2) for hit in held] + [hit.span(1) for hit in texts]
    if not spans:
        return element
    if held and dice.random() < 0.3:
        start, end = dice.choice(held).span()
        return element[:start] + element[end:]
    start, end = dice.choice(spans)
    return element[:start] + dice.choice((*_VALUES, *(hit[2] for hit in held))) + element[end:]


MUTATORS: dict[str, Callable[[bytes, random.Random, Sequence[bytes]], bytes]] = {
    "bytes": _bytes,
    "zip": _zip,
    "xml": _xml,
}


@dataclass
class Tally:
    """How the mutants fared, so that no law is kept by files that never came so far."""

    answered: int = 0
    read: Counter[str] = field(default_factory=Counter)  # by family
    refused: Counter[str] = field(default_factory=Counter)  # by code
    compared: int = 0
    """Files whose every cell was held against the oracle."""
    unsure: Counter[str] = field(default_factory=Counter)


def offences(
    mutant: Mutant, outcome: Outcome | None, problems: Sequence[Problem], tally: Tally
) -> Iterator[str]:
    """Yield what must not be of a mutant's outcome."""
    tally.answered += 1
    if outcome is None:
        tally.refused.update(each.code for each in problems)
        if [each.code for each in problems] != ["reading-too-big"]:
            yield f"no answer of the child: {problems}"
        return
    if outcome.mistake:
        yield outcome.mistake
    if not isinstance(outcome.findings, Findings):
        tally.refused.update(each.code for each in outcome.problems)
        if outcome.findings is None and len(outcome.problems) != 1:
            yield f"{len(outcome.problems)} reasons for a refusal"
        return
    tally.read[mutant.family] += 1
    yield from _silently_other(mutant, outcome.contents, outcome.findings)
    if mutant.family == "xml":
        yield from _misread(mutant, outcome, tally)


def _silently_other(mutant: Mutant, contents: Contents | None, findings: Findings) -> Iterator[str]:
    """Hold each answer against the original's: the same, or reported, or its cells are others."""
    good = mutant.original
    before = {_bare(each) for each in good.findings.problems}
    news = [each for each in findings.problems if _bare(each) not in before]
    if news or contents is None:
        return
    same = contents.sheets == good.contents.sheets
    now = {each.item: each for each in findings.told}
    for told in good.findings.told:
        there = now.get(told.item)
        if there == told or (there is not None and there.problems):
            continue
        if same or _rows(contents, told.item) == _rows(good.contents, told.item):
            yield f"{told.item} was {told.entry}, is {there and there.entry}, and nothing is said of it"


def _bare(problem: Problem) -> Problem:
    return replace(problem, place=replace(problem.place, path=""))


def _rows(contents: Contents, item: str) -> list[object]:
    """Return the rows of an item, of the header and of the laws, with what broken cells they have."""
    found: list[object] = []
    for sheet in contents.sheets:
        for row, values in enumerate(sheet.rows, sheet.first_row):
            first = str(values[0]) if values else ""
            if (
                first.partition("#")[0].partition(":")[0] == item
                or first in {"No.", "N°", "L1", "L2"}
                or first == "N° "
            ):
                broken = [
                    each
                    for each in (*contents.errors, *contents.uncached)
                    if each[0] == sheet.name and each[1].endswith(str(row))
                ]
                found.append((sheet.name, row, sheet.first_column, values, broken))
    return found


def _misread(mutant: Mutant, outcome: Outcome, tally: Tally) -> Iterator[str]:
    """Hold every cell against a slow reading by a whole XML parser."""
    contents = outcome.contents
    try:
        true = sheets(mutant.data)
    except UnsureError as why:
        tally.unsure[str(why)] += 1
        return
    except (ParseError, KeyError, ValueError, StopIteration) as error:
        yield f"read, although {error!r}"
        return
    if contents is None or any(each.code == "far-cells-left-out" for each in outcome.problems):
        return
    tally.compared += 1
    yield from _differences(true, contents)


def _differences(true: Sheets, contents: Contents) -> Iterator[str]:
    from workbooks.contents import cell_position

    values = {
        (sheet.name, row, column): value for sheet in contents.sheets for row, column, value in sheet.cells()
    }
    reported = {(name, *cell_position(cell)) for name, cell, *_ in (*contents.errors, *contents.uncached)}
    for at, said in true.cells.items():
        if at not in reported and not _same(said, values.pop(at, None)):
            yield f"{at} says {said!r}, not {contents and _at(contents, at)!r}"
    for at in true.broken:
        if at not in reported:
            yield f"{at} is an error or has no result, and is read as {_at(contents, at)!r}"
    for at, value in values.items():
        if at not in true.cells and not (isinstance(value, str) and not value.strip()):
            yield f"{at} is read as {value!r}, and says nothing"


def _at(contents: Contents, at: tuple[str, int, int]) -> object:
    return next((sheet.at(at[1], at[2]) for sheet in contents.sheets if sheet.name == at[0]), None)


def _same(said: str | float | bool, value: object) -> bool:
    if isinstance(said, str):
        if value is None:
            return not said.strip()
        return " ".join(said.split()) == " ".join(str(value).split()) or not isinstance(value, str)
    if isinstance(said, bool) or value is None or isinstance(value, str):
        return value == said
    return not isinstance(value, float) or value == said  # a date is a number with a format


def run(
    numbers: Sequence[int], seed: int = 0, shown: Callable[[int], None] = lambda _: None
) -> tuple[Tally, list[tuple[Mutant, str]]]:
    """Try mutants; return how they fared and the offenders with what is wrong."""
    tally, offenders = Tally(), []
    waiting: dict[str, Mutant] = {}

    def files() -> Iterator[tuple[str, bytes]]:
        for mutant in mutants(numbers, seed):
            waiting[mutant.name] = mutant
            yield mutant.name, mutant.data

    with sandbox() as pool:
        for name, outcome, problems in pool.open_all(files()):
            mutant = waiting.pop(name)
            offenders += [(mutant, wrong) for wrong in offences(mutant, outcome, problems, tally)]
            shown(tally.answered)
    assert not waiting
    return tally, offenders


def save(offenders: Sequence[tuple[Mutant, str]], folder: Path) -> None:
    """Keep offenders, each beside what is wrong with it."""
    for mutant, wrong in offenders:
        (folder / mutant.name).write_bytes(mutant.data)
        with (folder / f"{mutant.name}.txt").open("a", encoding="utf-8") as reasons:
            reasons.write(f"{wrong}\n")
