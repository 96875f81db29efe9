"""What was read of a damaged file against what is true of it; and whether the truth itself holds water."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from benchmarks.intake.bodies import KEY, Body, Statement, questionnaires
from benchmarks.intake.documents import of_open_text, of_word
from benchmarks.intake.statements import Stated
from problems import Problem, Severity
from problems.returns import ColumnsNotFound, ExtraSheet, UnknownRowCode
from problems.structure import QuestionNotAskedNow
from workbooks.answers import Entry
from workbooks.child import examine
from workbooks.contents import cell_name, cell_position
from workbooks.identity import Identity, carriers, identify
from workbooks.index import Index
from workbooks.read import look_through
from workbooks.shares import invitations, share_of

MARK = re.compile(r"⟦(\d)-(\d{3})-(\w+)⟧")
LAW = "L"
_OPEN_TEXT = b"application/vnd.oasis.opendocument.text"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


@dataclass
class Score:
    """Statements counted over files."""

    files: int = 0
    present: int = 0
    rescued: int = 0
    asked: int = 0  # back, of what is present
    unclear: int = 0  # statements that only the sender can place
    mentioned: int = 0  # of the unclear ones: said at their cell, or read rightly
    misplaced: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)  # what of the present was asked back
    crashed: list[str] = field(default_factory=list)
    altered: list[str] = field(default_factory=list)  # as the program saved it, which is not as typed
    untrue: list[str] = field(default_factory=list)
    """Where the benchmark says that something is in the file, or is not, and the bytes say otherwise."""

    def add(self, other: "Score") -> None:
        for name in ("files", "present", "rescued", "asked", "unclear", "mentioned"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name in ("misplaced", "changed", "wrong", "silent", "untrue", "unread", "crashed", "altered"):
            getattr(self, name).extend(getattr(other, name))


@dataclass
class Heard:
    """What came of a file: per invitation, what counts as said under it, and every problem told."""

    said: dict[Statement, object]
    problems: list[Problem]


_INDEX: list[Index] = []


def hear(data: bytes, bodies: Mapping[str, Body]) -> Heard:
    """Read a file as `consult receive` does: who is proven to have been asked, and what stands under whom."""
    if not _INDEX:
        _INDEX.append(Index(questionnaires()))
    contents, problems = examine(data)
    if contents is None:
        return Heard({}, problems)
    tokens = carriers(contents)
    identity, ids = identify(tokens, [KEY])
    said: dict[Statement, object] = {}
    known = [each for each in ids if each in bodies]
    named = invitations(tokens)
    if identity is Identity.NONE or not known:
        findings = look_through(contents, tokens, _INDEX[0], shown="", language="en")
        return Heard({}, [*problems, *findings.problems, NOBODY])
    for name in known:
        body, share, own, left_out = bodies[name], contents, tokens, ()
        if len(named) > 1:
            share, own, left_out = share_of(contents, tokens, name, _INDEX[0].code)
        findings = look_through(share, own, _INDEX[0], shown="", language=body.language)
        asked = frozenset(item.id for item in body.items)
        entries, found = findings.answers_to(asked, "")
        problems += [*found, *left_out]
        said |= {(body.id, entry.item, part): value for entry in entries for part, value in parts(entry)}
    return Heard(said, problems)


def parts(entry: Entry) -> Iterable[tuple[str, object]]:
    if entry.absent or entry.value is not None:
        yield "answer", entry.absent or entry.value
    if entry.details:
        yield "details", entry.details
    if entry.citations:
        yield "law", entry.citations
    if entry.comment:
        yield "comment", entry.comment


class _Nobody(Problem):
    """Stands for the problem that a file is nobody's: everything in it waits for a person."""

    code = "nobody"
    severity = Severity.BLOCKER


NOBODY = _Nobody()


def scored(case: Stated, data: bytes, name: str, bodies: Mapping[str, Body], *, by: bool = False) -> Score:
    """Compare what is read of a file with what is true of it; `by`: whether another program saved it."""
    try:
        heard, crash = hear(data, bodies), []
    except Exception as error:  # noqa: BLE001  # the child would say that the file is damaged
        heard, crash = Heard({}, [NOBODY]), [f"{name}: {type(error).__name__} {error}"]
    seen, texts = marks_in(data)
    places = _places(case, seen)
    score = Score(files=1, present=len(case.truth), unclear=len(case.asked), crashed=crash)
    for each, value in case.truth.items():
        _present(score, name, each, value, heard, texts, told=_told(each, places, heard.problems))
    for each, value in case.asked.items():
        got = heard.said.get(each)
        if got == value or _told(each, places, heard.problems):
            score.mentioned += 1
        else:
            faults = score.silent if got is None else score.changed
            faults.append(f"{name}: {each} {value!r:.60} → {got!r:.60} (unclear)")
    for each, got in heard.said.items():
        if _marks(got) - {str(case_number(each[0], bodies))}:
            score.wrong.append(f"{name}: {each} {got!r:.80}")
        elif each not in case.truth and each not in case.asked:
            score.misplaced.append(f"{name}: {each} {got!r:.80}")
    _notes(score, name, case, data, heard, by=by)
    told = {problem.code for problem in heard.problems}
    score.silent += [f"{name}: {code} was not told" for code in case.codes if code not in told]
    score.untrue += _untrue(case, seen, name)
    score.silent += _unheard(case, seen, heard, name)
    return score


def _present(  # noqa: PLR0917
    score: Score,
    name: str,
    each: Statement,
    value: object,
    heard: Heard,
    texts: frozenset[str],
    *,
    told: bool,
) -> None:
    """Count a statement that is in the file; a text counts as the program saved it."""
    got = heard.said.get(each)
    line = f"{name}: {each} {value!r:.60} → {got!r:.60}"
    if got == value:
        score.rescued += 1
    elif isinstance(got, str) and got in texts and _own_marks(got) == _own_marks(value):
        score.rescued += 1
        score.altered.append(line)
    elif told:
        score.asked += 1
        score.unread.append(line)
    elif got is None:
        score.silent.append(line)
    else:
        score.changed.append(line)


def _notes(score: Score, name: str, case: Stated, data: bytes, heard: Heard, *, by: bool) -> None:
    """Look for the notes; one whose cell a program saved empty is not in the file, whoever reads it."""
    filled = {(sheet, cell_name(row, column)) for sheet, row, column, _ in _cells(data)}
    for sheet, cell in case.notes:
        if (sheet, cell) not in filled:
            (score.altered if by else score.untrue).append(f"{name}: {sheet}!{cell} was saved empty")
        elif not any(_at(problem, sheet, cell) for problem in heard.problems):
            score.silent.append(f"{name}: a note at {sheet}!{cell}")


def case_number(body: str, bodies: Mapping[str, Body]) -> int:
    return next(each.number for each in bodies.values() if each.id == body)


def _marks(value: object) -> set[str]:
    """Return the bodies whose marks are in a value."""
    return {hit[1] for hit in MARK.finditer(repr(value))}


def _own_marks(value: object) -> set[str]:
    return {hit[0] for hit in MARK.finditer(repr(value)) if hit[3] != LAW}


def _places(
    case: Stated, seen: Mapping[str, list[tuple[str, str]]]
) -> dict[Statement, list[tuple[str, str]]]:
    """Return the cells of statements, as far as they are known: those named, and those with their marks."""
    found = {each: list(cells) for each, cells in case.cells.items()}
    for each, value in (*case.truth.items(), *case.asked.items()):
        for mark in _own_marks(value):
            found.setdefault(each, []).extend(seen.get(mark, ()))
    return found


def _told(
    each: Statement,
    places: Mapping[Statement, list[tuple[str, str]]],
    problems: Iterable[Problem],
) -> bool:
    """Tell whether a statement that was not read is mentioned: at its cell, or with its whole question.

    A problem of an item speaks for its answer only, but for errors, which say that nothing was stored; what
    is said for information speaks for its own cell alone.
    """
    for problem in problems:
        if problem.severity is Severity.BLOCKER and not problem.place.cell:
            return True
        if any(_at(problem, *place) for place in places.get(each, ())):
            return True
        if problem.item and problem.item == each[1]:
            if problem.severity >= Severity.ERROR:
                return True
            if problem.severity >= Severity.WARNING and each[2] == "answer":
                return True
    return False


def _at(problem: Problem, sheet: str, cell: str) -> bool:
    """Tell whether a problem is told at a cell, of its row as a whole, or of its whole sheet."""
    place = problem.place
    if problem.severity is Severity.BLOCKER and not place.cell:
        return True
    if place.sheet != sheet:
        return False
    if isinstance(problem, ExtraSheet | ColumnsNotFound):
        return True
    if isinstance(problem, UnknownRowCode | QuestionNotAskedNow) or problem.code in {
        "rows-of-another",
        "rows-of-nobody",
    }:
        whole = problem.code in {"rows-of-another", "rows-of-nobody"}
        return whole or (bool(cell) and cell_position(place.cell)[0] == cell_position(cell)[0])
    return bool(cell) and place.cell == cell


def _untrue(case: Stated, seen: Mapping[str, object], name: str) -> Iterable[str]:
    """Yield where the truth is wrong: a text that should be in the file and is not, or the reverse."""
    expected = {mark for value in (*case.truth.values(), *case.asked.values()) for mark in _own_marks(value)}
    for mark in expected - seen.keys():
        yield f"{name}: {mark} is said to be in the file, and is not"
    strangers = {mark for mark in seen if MARK.match(mark)[3] != LAW} - expected
    if not case.fresh:
        yield from (f"{name}: {mark} is in the file, and nothing is said of it" for mark in strangers)


def _unheard(
    case: Stated, seen: Mapping[str, list[tuple[str, str]]], heard: Heard, name: str
) -> Iterable[str]:
    """Yield the texts of senders that stand in the file and were neither read nor mentioned anywhere.

    This asks the file alone, whatever the benchmark holds to be true.
    """
    read = set().union(*map(_own_marks, heard.said.values())) if heard.said else set()
    items = {
        mark: each[1]
        for each, value in (*case.truth.items(), *case.asked.items())
        for mark in _own_marks(value)
    }
    wholly = {p.item for p in heard.problems if p.item and p.severity >= Severity.ERROR}
    for mark, cells in seen.items():
        if MARK.match(mark)[3] == LAW or mark in read or items.get(mark) in wholly:
            continue
        if not any(_at(problem, *cell) for problem in heard.problems for cell in cells):
            yield f"{name}: {mark} at {cells[0][0]}!{cells[0][1]} was neither read nor mentioned"


def marks_in(data: bytes) -> tuple[dict[str, list[tuple[str, str]]], frozenset[str]]:
    """Find every mark in a file with its cells, and the texts with marks, by a parser of its own."""
    found: dict[str, list[tuple[str, str]]] = {}
    texts = set()
    for sheet, row, column, text in _cells(data):
        for hit in MARK.finditer(text):
            found.setdefault(hit[0], []).append((sheet, cell_name(row, column)))
            texts.add(text)
    return found, frozenset(texts)


def _cells(data: bytes) -> Iterable[tuple[str, int, int, str]]:
    """Yield the texts of a file with their places, by a plain XML parser."""
    with ZipFile(BytesIO(data)) as package:
        names = set(package.namelist())
        if "word/document.xml" in names:
            yield from of_word(data)
            return
        if "content.xml" in names and package.read("mimetype").startswith(_OPEN_TEXT):
            yield from of_open_text(data)
            return
        if "content.xml" in names:
            yield from _ods(ET.fromstring(package.read("content.xml")))
            return
        shared = "xl/sharedStrings.xml"
        texts = [_text(each) for each in ET.fromstring(package.read(shared))] if shared in names else []
        links = ET.fromstring(package.read("xl/_rels/workbook.xml.rels"))
        targets = {link.get("Id"): link.get("Target", "").removeprefix("/xl/") for link in links}
        for sheet in ET.fromstring(package.read("xl/workbook.xml")).iterfind("{*}sheets/{*}sheet"):
            reference = next(value for key, value in sheet.items() if key.endswith("}id"))
            part = ET.fromstring(package.read(f"xl/{targets[reference]}"))
            for cell in part.iterfind("{*}sheetData/{*}row/{*}c"):
                value = cell.findtext("{*}v") or ""
                text = texts[int(value)] if cell.get("t") == "s" and value else _text(cell) or value
                if text:
                    yield sheet.get("name", ""), *cell_position(cell.get("r", "A1")), text


def _text(element: ET.Element) -> str:
    """Return the text of a shared or inline string; blanks at its ends count where the file says so."""
    texts = (each for each in element.iter() if each.tag.endswith("}t"))
    kept = "{http://www.w3.org/XML/1998/namespace}space"
    return "".join((each.text or "") if each.get(kept) else (each.text or "").strip() for each in texts)


def _ods(root: ET.Element) -> Iterable[tuple[str, int, int, str]]:
    for table in root.iter(f"{_TABLE}table"):
        down = 0
        for row in table.iter(f"{_TABLE}table-row"):
            right = 0
            for cell in row:
                if cell.tag not in {f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"}:
                    continue
                text = "\n".join(_words(each) for each in cell.iterfind(f"{_TEXT}p"))
                if text:
                    yield table.get(f"{_TABLE}name", ""), down + 1, right + 1, text
                right += int(cell.get(f"{_TABLE}number-columns-repeated", 1))
            down += int(row.get(f"{_TABLE}number-rows-repeated", 1))


def _words(element: ET.Element) -> str:
    """Return the text of a paragraph of an OpenDocument file, with its tabs, blanks and line breaks."""
    sign = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}.get(element.tag, "")
    if element.tag == f"{_TEXT}s":
        sign = " " * int(element.get(f"{_TEXT}c", 1))
    inner = "".join(_words(each) + (each.tail or "") for each in element)
    return sign + (element.text or "") + inner


def summed(scores: Iterable[Score]) -> Score:
    total = Score()
    for each in scores:
        total.add(each)
    return total
