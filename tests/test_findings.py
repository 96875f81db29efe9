"""What children tell of the workbooks they read: all that is there, and nothing that cannot be."""

import json
import os
import signal
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from problems.intake import ReadingCrashed, ReadingTooBig
from problems.model import Place
from responses.model import Absence, Citation
from tests.hostile import REFUSED, large_in_memory, slow_to_read
from tests.sample_workbook import (
    CHOICES,
    DATE,
    INVITATION,
    KEY,
    NUMBER,
    QUESTIONNAIRE,
    QUESTIONNAIRES,
    ROWS,
    SCALE,
    TEXT,
    TOKEN,
    Filler,
    read_bytes,
)
from tests.test_read import FILLED, PROBLEMS, fill
from workbooks.answers import Entry
from workbooks.contents import Contents
from workbooks.findings import Findings, Told
from workbooks.findings_wire import decode, encode
from workbooks.identity import Carrier, bare
from workbooks.reader import Reader, reading
from workbooks.sandbox import Sandbox
from workbooks.wire import Answer, Task
from workbooks.wire import decode as decode_contents

TASK = reading([QUESTIONNAIRE], language="en", languages={INVITATION: "en"})
ITEMS = QUESTIONNAIRE.by_id
GOOD = fill(Filler.of(), FILLED).bytes()


def in_child(data: bytes) -> Answer[Findings]:
    with Sandbox(children=1, task=TASK) as sandbox:
        return sandbox.open(data, "a.xlsx")


@pytest.mark.parametrize("asked", [None, frozenset({SCALE.id, ROWS.id})])
def test_a_child_tells_what_reading_here_would_tell(asked: frozenset[str] | None) -> None:
    filler = fill(Filler.of(), FILLED[:-2])
    wrong: list[Any] = [cells for _, cells, _, _ in PROBLEMS[2:12:3]]
    for cells in ({("L9", "law-title"): "Unused"}, *wrong):
        for (row, column), value in cells.items():
            filler.put(row, value, column)
    data = filler.bytes()
    here, problems = read_bytes(data, asked=asked)
    findings, opening = in_child(data)
    assert findings is not None
    assert (findings.answers_to(asked, "a.xlsx"), opening) == ((here.entries, problems), [])
    assert len(problems) > 3
    assert (findings.language, {each.token for each in findings.carriers}) == ("en", {bare(TOKEN)})


def test_what_cannot_be_opened_is_refused_as_ever() -> None:
    assert in_child(b"%PDF")[0] is None
    assert [(each.code, each.place.path) for each in in_child(b"%PDF")[1]] == [
        ("not-a-spreadsheet", "a.xlsx")
    ]


def test_a_child_learns_the_questions_and_no_secret() -> None:
    assert KEY.secret not in TASK.lesson
    assert KEY.secret.hex().encode() not in TASK.lesson
    assert set(json.loads(TASK.lesson)) == {"questionnaires", "language", "languages"}


@pytest.mark.parametrize(("tokens", "language"), [(TOKEN, "fr"), ("", "ar"), ("0000-" * 6 + "0000", "ar")])
def test_a_file_without_headers_has_the_language_of_its_invitation(tokens: str, language: str) -> None:
    task = reading([QUESTIONNAIRE], language="ar", languages={INVITATION: "fr"})
    found = [Carrier(bare(tokens), "identifier")] if tokens else []
    assert Reader(task.lesson)._language(found) == language


def findings(told: Told) -> Findings:
    return Findings((Carrier("x", "B2"),), "en", ("Questions",), (told,), ())


def told(item: str, **parts: Any) -> Told:
    return Told(item, "Questions", "C6", Entry(item, "Questions", "C6", **parts), ())


@pytest.mark.parametrize("entry", FILLED)
def test_every_kind_of_answer_survives_the_pipe_unchanged(entry: Entry) -> None:
    sent = findings(Told(entry.item, "Questions", "C6", entry, ()))
    assert decode(encode(sent, []), "a.xlsx", items=ITEMS) == (sent, [])


def test_a_law_keeps_all_its_parts_and_an_absence_its_kind() -> None:
    sent = findings(told(SCALE.id, absent=Absence.NOT_KNOWN, citations=(Citation("a", "b", "c", "d"),)))
    assert decode(encode(sent, []), "a.xlsx", items=ITEMS) == (sent, [])


def edited(change: Callable[[Any], None]) -> bytes:
    plain = json.loads(encode(findings(told(SCALE.id, value="yes")), []))
    change(plain)
    return json.dumps(plain).encode()


def of_item(item: str, value: object) -> Callable[[Any], None]:
    def change(plain: Any) -> None:
        plain[1][3][0][0], plain[1][3][0][3][2] = item, value

    return change


def at(*path: int, value: object) -> Callable[[Any], None]:
    def change(plain: Any) -> None:
        for step in path[:-1]:
            plain = plain[step]
        plain[path[-1]] = value

    return change


FORGED: dict[str, Callable[[], bytes]] = {
    "no JSON": lambda: b"\x80\x04.",
    "nothing": lambda: b"",
    "another shape": lambda: b"[[], []]",
    "an unknown question": lambda: edited(of_item("untoc.99.1", "yes")),
    "an answer that is not offered": lambda: edited(of_item(SCALE.id, "certainly")),
    "a list for one answer": lambda: edited(of_item(SCALE.id, ["yes"])),
    "a number for a text": lambda: edited(of_item(TEXT.id, 7)),
    "a list for a text": lambda: edited(of_item(TEXT.id, ["a"])),
    "no number": lambda: edited(of_item(NUMBER.id, "a dozen")),
    "an endless number": lambda: edited(of_item(NUMBER.id, "Infinity")),
    "no date": lambda: edited(of_item(DATE.id, "2026-02-30")),
    "an option ticked twice": lambda: edited(of_item(CHOICES.id, ["training", "training"])),
    "a table with other columns": lambda: edited(of_item(ROWS.id, [[["name", "Police"]]])),
    "a text for a table": lambda: edited(of_item(ROWS.id, "ab")),
    "a value where only laws answer": lambda: edited(of_item("untoc.10.1.law", "x")),
    "a place that is none": lambda: edited(at(1, 3, 0, 2, value="C6 or so")),
    "an absence that is none": lambda: edited(at(1, 3, 0, 3, 3, value="asleep")),
    "a law of numbers": lambda: edited(at(1, 3, 0, 3, 5, value=[[1, 2, 3, 4]])),
    "a law of too many parts": lambda: edited(at(1, 3, 0, 3, 5, value=[["a"] * 9])),
    "a class that is no problem": lambda: edited(at(0, value=[["Path", "", "", "", {}]])),
    "a problem without its values": lambda: edited(at(1, 4, value=[["unknown-option", "", "", "", {}]])),
    "a problem with other values": lambda: edited(
        at(1, 4, value=[["unknown-option", "", "", "", {"value": 7, "allowed": ["a"]}]])
    ),
    "two answers to one question": lambda: edited(lambda plain: plain[1][3].append(plain[1][3][0])),
}  # fmt: skip


@pytest.mark.parametrize("what", FORGED)
def test_what_no_workbook_can_say_is_refused_as_a_whole(what: str) -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        decode(FORGED[what](), "a.xlsx", items=ITEMS)


@pytest.mark.parametrize(
    "change",
    [
        {"format": "exe"},
        {"sheets": [["a", [[{"x": 1, "y": 2}]], 1, 1, False]]},
        {"sheets": [[7, [], 1, 1, False]]},
        {"sheets": [["a", [], "1", 1, False]]},
        {"names": [["a", 7]]},
        {"uncached": [["a"]]},
        {"errors": [["a", "B2", None]]},
    ],
)
def test_contents_that_no_file_can_have_are_refused(change: dict[str, object]) -> None:
    plain = json.loads(Contents("xlsx", ()).as_json()) | change
    with pytest.raises((ValueError, TypeError)):
        decode_contents(b"[]\n" + json.dumps(plain).encode(), "a.xlsx")


def test_a_child_that_answers_nonsense_is_replaced_and_its_file_refused() -> None:
    seen = []

    def nonsense(reply: bytes, shown: str) -> Answer[Findings]:
        seen.append(shown)
        return TASK.decode(b"[[], 7]" if shown == "b" else reply, shown)

    with Sandbox(children=1, task=Task(TASK.lesson, nonsense)) as sandbox:
        answers = list(sandbox.open_all([("a", GOOD), ("b", GOOD), ("c", GOOD)]))
    assert [(shown, found is not None) for shown, found, _ in answers] == [
        ("a", True),
        ("b", False),
        ("c", True),
    ]
    assert answers[1][2] == [ReadingCrashed(place=Place("b"))]
    assert seen == ["a", "b", "c"]


def test_files_that_wait_behind_one_that_kills_its_child_are_read_by_another() -> None:
    files = [(str(number), large_in_memory() if number == 2 else GOOD) for number in range(7)]
    with Sandbox(children=1, task=TASK) as sandbox:
        answers = list(sandbox.open_all(files))
    assert [shown for shown, _, _ in answers] == [str(number) for number in range(7)]
    assert [found is not None for _, found, _ in answers] == [number != 2 for number in range(7)]
    assert answers[2][2] == [ReadingTooBig(place=Place("2"))]


def test_files_that_wait_behind_one_whose_child_is_killed_are_read_by_another() -> None:
    with Sandbox(children=1, task=TASK) as sandbox:
        assert sandbox.open(GOOD, "first")[0] is not None
        (child,) = sandbox._idle
        threading.Timer(0.3, os.kill, (child.process.pid, signal.SIGSEGV)).start()
        answers = list(sandbox.open_all([("slow", slow_to_read()), ("a", GOOD), ("b", GOOD)]))
    assert answers[0] == ("slow", None, [ReadingCrashed(place=Place("slow"))])
    assert [found is not None for _, found, _ in answers[1:]] == [True, True]


def test_what_is_told_does_not_depend_on_the_file_before(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(GOOD)
    other = Filler.of("fr").put(SCALE.id, "Non").bytes()
    with Sandbox(children=1, task=TASK) as sandbox:
        found = [each for _, each, _ in sandbox.open_all([("a", path), ("b", other), ("c", path)])]
    assert found[0] == found[2]
    assert found[0] is not None
    assert found[1] is not None
    assert [each.item for each in found[1].told] == [SCALE.id]
    assert found[0].answers_to(QUESTIONNAIRES["untoc.1"].by_id, "a")[0] == FILLED
    assert replace(found[0], told=()).answers_to(None, "a") == ((), [])


def test_a_refusal_names_no_cell_that_there_is_not() -> None:
    """The parent takes a reply that does for a crash."""
    code, make = REFUSED["ods, a cell off the grid"]
    with Sandbox(children=1, task=reading([QUESTIONNAIRE], language="en", languages={})) as pool:
        found, problems = pool.open(make(), "a.ods")
    assert found is None
    assert [(each.code, each.place.cell) for each in problems] == [(code, "XFD1")]
