"""What must hold of every damaged file: one answer, and none that nobody gave."""

import base64
import re
import struct
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import ParseError

from problems import Problem
from tests import oracle_texts
from tests.fuzzing_originals import Original
from tests.fuzzing_pool import OTHER, Outcome
from tests.fuzzing_text import encoding_of
from tests.oracle import Sheets, UnsureError, sheets
from tests.sample_workbook import INVITATION, KEY
from workbooks.answers import Entry
from workbooks.containers import Unpacked
from workbooks.contents import Contents, Shown, cell_position
from workbooks.findings import Findings, Told
from workbooks.identity import read_token, token


@dataclass(frozen=True)
class Mutant:
    """A damaged copy: of which original, by what; `original` is none where nobody knows what a part was."""

    name: str
    family: str
    original: Original | None
    data: bytes


@dataclass
class Tally:
    """How the mutants fared, so that no law is kept by files that never came so far."""

    answered: int = 0
    read: Counter[str] = field(default_factory=Counter)  # by family
    refused: Counter[str] = field(default_factory=Counter)  # by code
    compared: Counter[str] = field(default_factory=Counter)  # by format
    """Files whose every cell or part was held against the oracle."""
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
    match outcome.findings:
        case Findings() as findings:
            tally.read[mutant.family] += 1
            yield from _of_answers(mutant, outcome, findings, tally)
        case Unpacked() as unpacked:
            tally.read[mutant.family] += 1
            yield from _of_parts(mutant, outcome, unpacked, tally)
        case _:
            tally.refused.update(each.code for each in outcome.problems)
            if len(outcome.problems) != 1:
                yield f"{len(outcome.problems)} reasons for a refusal"


def _of_answers(mutant: Mutant, outcome: Outcome, findings: Findings, tally: Tally) -> Iterator[str]:
    good, contents = mutant.original, outcome.contents
    assert contents is not None
    yield from _of_strangers(findings, contents)
    if good is not None and good.contents is not None and isinstance(good.said, Findings):
        for invitation in [name for name, _ in good.said.shares] or [""]:
            share, before = findings.share_of(invitation), good.said.share_of(invitation)
            yield from _silently_other(before, share, good.contents, contents, outcome.problems)
    yield from _misread(mutant, outcome, contents, tally)


_TOKENS = {name: token(KEY, name) for name in (INVITATION, OTHER)}


def _of_strangers(findings: Findings, contents: Contents) -> Iterator[str]:
    """Hold that no answer stands under another question or another body than its row says."""
    proven = {read_token(each.token, [KEY]) for each in findings.carriers} - {None}
    if not proven <= _TOKENS.keys():
        yield f"proven to be of {proven}, which nobody signed"
    for invitation, share in findings.shares:
        for told in share.told:
            row = _row(contents, told.sheet, cell_position(told.cell)[0]) if told.cell else ()
            owners = {name for name, letters in _TOKENS.items() if letters in row}
            if owners and invitation not in owners:
                yield f"{told.item} is told of {invitation}, in a row of {owners}"
    for share in (findings, *(each for _, each in findings.shares)):
        yield from (f"{told.item} is told at {told.sheet}!{told.cell}, where nothing says so"
                    for told in share.told if _elsewhere(told, share, contents))  # fmt: skip


def _elsewhere(told: Told, findings: Findings, contents: Contents) -> bool:
    """Tell whether an answer stands in a row that neither shows its code nor is reported."""
    if told.entry is None or not told.cell or told.problems or findings.problems:
        return False
    row = _row(contents, told.sheet, cell_position(told.cell)[0])
    return not any(isinstance(value, str) and _item_of(value) == told.item for value in row)


def _row(contents: Contents, name: str, row: int) -> Sequence[object]:
    sheet = next((each for each in contents.sheets if each.name == name), None)
    if sheet is None or not 0 <= row - sheet.first_row < len(sheet.rows):
        return ()
    return sheet.rows[row - sheet.first_row]


def _item_of(code: str) -> str:
    return code.strip().casefold().partition("#")[0].partition(":")[0]


def _silently_other(
    before: Findings, findings: Findings, good: Contents, contents: Contents, opening: Sequence[Problem]
) -> Iterator[str]:
    """Hold each answer against the original's: the same, or reported, or its cells are others."""
    known = {_bare(each) for each in before.problems}
    if opening or any(_bare(each) not in known for each in findings.problems):
        return
    same = contents.sheets == good.sheets
    now = {each.item: each for each in findings.told}
    for told in before.told:
        there = now.get(told.item)
        if there is not None and (_said(there) == _said(told) or there.problems):
            continue
        if same or _rows(contents, told.item) == _rows(good, told.item):
            yield f"{told.item} was {told.entry}, is {there and there.entry}, and nothing is said of it"


def _said(told: Told) -> tuple[Entry | None, object, object]:
    return told.entry, told.rest, [_bare(each) for each in told.problems]


def _bare(problem: Problem) -> Problem:
    return replace(problem, place=replace(problem.place, path=""))


def _rows(contents: Contents, item: str) -> list[object]:
    """Return the rows of an item, of the header and of the laws, with what broken cells they have."""
    found: list[object] = []
    for sheet in contents.sheets:
        for row, values in enumerate(sheet.rows, sheet.first_row):
            first = str(values[0]) if values else ""
            if _item_of(first) == item or first.strip() in {"No.", "N°", "L1", "L2"}:
                broken = [
                    each
                    for each in (*contents.errors, *contents.uncached)
                    if each[0] == sheet.name and each[1].endswith(str(row))
                ]
                found.append((sheet.name, row, sheet.first_column, values, broken))
    return found


def _misread(mutant: Mutant, outcome: Outcome, contents: Contents, tally: Tally) -> Iterator[str]:
    """Hold every cell against a slow reading by other means."""
    if any(each.code == "far-cells-left-out" for each in outcome.problems):
        return
    try:
        wrong: list[str] | None = None
        for true in _readings(mutant, contents):
            found = list(_differences(true, contents))
            wrong = found if wrong is None or len(found) < len(wrong) else wrong
            if not wrong:
                break
    except UnsureError as why:
        tally.unsure[str(why)] += 1
        return
    except (ParseError, KeyError, ValueError, StopIteration) as error:
        if mutant.family in {"xml", "table"}:
            yield f"read, although {error!r}"
        return
    except (zipfile.BadZipFile, struct.error, NotImplementedError, OSError, EOFError, RuntimeError):
        tally.unsure["a damaged zip file"] += 1  # Python's library is stricter about what nobody needs
        return
    tally.compared[contents.format] += 1
    yield from wrong or ()


def _readings(mutant: Mutant, contents: Contents) -> Iterator[Sheets]:
    """Return what a file says; of a table of text, whose encoding and delimiter are open, in each way."""
    match contents.format:
        case "docx":
            yield oracle_texts.word(mutant.data)
        case "odt":
            yield oracle_texts.open_text(mutant.data)
        case "csv":
            encoding = encoding_of(mutant.original.data) if mutant.original else "cp1252"
            yield from oracle_texts.separated(mutant.data, encoding)
        case _:
            yield sheets(mutant.data)


def _differences(true: Sheets, contents: Contents) -> Iterator[str]:
    values = {
        (sheet.name, row, column): value.value if isinstance(value, Shown) else value
        for sheet in contents.sheets
        for row, column, value in sheet.cells()
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
            if contents.format in {"docx", "odt"} and (at[0] == "Header and footer" or _numbered(at, value)):
                continue
            yield f"{at} is read as {value!r}, and says nothing"


def _numbered(at: tuple[str, int, int], value: object) -> bool:
    """Tell whether a row of a table got a number that Word does not give it."""
    return at[2] == 1 and isinstance(value, str) and value.partition("#")[2].isdigit()


def _at(contents: Contents, at: tuple[str, int, int]) -> object:
    return next((sheet.at(at[1], at[2]) for sheet in contents.sheets if sheet.name == at[0]), None)


def _same(said: str | float | bool, value: object) -> bool:
    if isinstance(said, str):
        if "\ufffd" in said:
            return True  # a byte that is no letter there
        if value is None:
            return not said.strip()
        return " ".join(said.split()) == " ".join(str(value).split()) or not isinstance(value, str)
    if isinstance(said, bool) or value is None or isinstance(value, str):
        return value == said
    return not isinstance(value, float) or value == said  # a date is a number with a format


def _of_parts(mutant: Mutant, outcome: Outcome, unpacked: Unpacked, tally: Tally) -> Iterator[str]:
    """Hold the files that lie in another against Python's library, and against those of the good file."""
    yield from _lost(mutant, outcome, unpacked)
    if any(each.code == "attachment-damaged" for each in outcome.problems) or _MAILBOX.match(mutant.data):
        return  # programs differ in what they take out; the messages of a mailbox are looked at one by one
    try:
        zipped = unpacked.kind == "zip"
        true = [*oracle_texts.archived(mutant.data).items()] if zipped else oracle_texts.attached(mutant.data)
    except Exception as error:  # noqa: BLE001  # the library raises anything over damaged mails
        tally.unsure[str(error) if isinstance(error, UnsureError) else type(error).__name__] += 1
        return
    tally.compared[unpacked.kind] += 1
    held, there = {data for _, data in true}, {part.data for part in unpacked.parts}
    for part in unpacked.parts:
        if part.data not in held and not part.name.lower().endswith(".eml"):
            yield f"{part.name!r} is {len(part.data)} bytes that the library does not see"
    for name, data in () if outcome.problems else true:
        if data and name and data not in there:
            yield f"{name!r} is left out, and nothing is said of it"


_MAILBOX = re.compile(rb"\s*From ")


def _lost(mutant: Mutant, outcome: Outcome, unpacked: Unpacked) -> Iterator[str]:
    """Hold that a file which lies whole in the damaged one is there, or is spoken of."""
    good = mutant.original
    if good is None or outcome.problems or not isinstance(good.said, Unpacked):
        return
    there = {part.data for part in unpacked.parts}
    before = {part.data for part in good.said.parts}
    said = (good.said.mail, unpacked.mail)
    if there - before or (said[0] and said[1] and said[0].words != said[1].words):
        return  # something else came out, and is looked at
    for part in good.said.parts:
        if part.data not in there and _lies_in(mutant.data, part.data):
            yield f"{part.name!r} lies there whole, is not taken out, and nothing is said of it"


def _lies_in(data: bytes, part: bytes) -> bool:
    """Tell whether a file lies whole in damaged data, as it is or in base64."""
    return part in data or base64.b64encode(part) in re.sub(rb"\s", b"", data)
