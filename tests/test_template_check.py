"""Letters: each mistake is found at its place, and what they may say is exactly what they are given."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from delivery.letters import Ask, body_facts
from problems.stages import Refused
from sources.template_check import Known
from store.open import open_store
from tests.stage import AT, new_folder
from tests.test_answering import FIRST, UNREADABLE, Came, answered, launched, workspace
from workflows.letter_check import check_letter, check_letters, letters_of
from workflows.letter_facts import COMMON, INSIDE, OWN, facts_of, must_be_declared
from workflows.letter_files import check_files, copy_letter, list_letters
from workflows.post import Desk
from workflows.process import Process
from workflows.process_read import COMMON as SHIPPED
from workflows.process_read import process_of, read_process, shipped_processes
from workflows.workspace import Workspace

__all__ = ["launched", "workspace"]

ENDING = "\n\n{{ email }}\n"


def process(name: str = "consultation") -> Process:
    found, _ = read_process(name, Path("/nonexistent"))
    assert found is not None
    return found


@pytest.mark.parametrize("name", shipped_processes())
def test_every_letter_that_ships_is_right(name: str) -> None:
    assert list(check_letters(process(name), shipped=True)) == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_letter_that_all_processes_have_is_declared(language: str) -> None:
    there = {path.stem for path in (SHIPPED / "letters" / language).glob("*.j2")}
    assert there == {*OWN, *INSIDE}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("Subject: x\n\nHello" + ENDING, []),
        ("{% set a = 1 -%}\nSubject: x{{ a }}\n\nHello" + ENDING, []),
        ("Subject: x\n\n{{ recieved }}" + ENDING, [(3, 4, "template-fact-unknown")]),
        (
            "Subject: {{ state }}\n\n{% for each in answers %}{{ each.qestion }}{% endfor %}" + ENDING,
            [(3, 34, "template-fact-unknown")],
        ),
        ("Subject: x\n\n{% if late %}Hello" + ENDING, [(3, 1, "template-not-closed")]),
        ("Subject: x\n\n{{ late" + ENDING, [(3, 1, "template-not-closed")]),
        ("Subject: x\n\n{{ received | day }}" + ENDING, [(3, 15, "template-filter-unknown")]),
        ("Hello,\n\nwe have it." + ENDING, [(1, 1, "letter-without-subject")]),
        ("Subject:\n\nHello" + ENDING, [(1, 1, "letter-without-subject")]),
        ("Subject: x\nHello" + ENDING, [(2, 1, "letter-subject-runs-on")]),
        ("Subject: x\n\n", [(3, 1, "letter-empty"), (3, 1, "letter-without-contact")]),
        ("Subject: x\n\nHello\n", [(4, 1, "letter-without-contact")]),
        ("Subject: x\n\nHe<br/>llo 1 < 2" + ENDING, [(3, 3, "letter-with-html")]),
    ],
)
def test_each_mistake_is_found_at_its_place(
    tmp_path: Path, source: str, found: list[tuple[int, int, str]]
) -> None:
    path = tmp_path / "receipt.j2"
    path.write_text(source, encoding="utf-8")
    problems = list(check_letter(path, "letters/en/receipt.j2", process()))
    assert [(each.place.line, each.place.column, each.code) for each in problems] == found
    assert {each.place.path for each in problems} <= {"letters/en/receipt.j2"}


def test_a_letter_that_nothing_writes_is_told_with_the_nearest(tmp_path: Path) -> None:
    path = tmp_path / "remind.j2"
    path.write_text("Subject: x\n\nHello" + ENDING, encoding="utf-8")
    (problem,) = check_letter(path, "letters/en/remind.j2", process())
    assert problem.code == "letter-unused"
    assert problem.message("en").endswith('Did you mean "reminder"?')


def test_what_all_letters_may_say_is_what_they_are_given(workspace: Workspace) -> None:
    with open_store(workspace.database, create=False) as store:
        desk = Desk(workspace, process(), store, AT, "x")
        (body, *_) = desk.bodies.values()
        found = desk.facts("fr", "answers")
        given = body_facts(desk.consultation, desk.questionnaires["answers"], Ask(body), "fr")
    assert {*given, *found} == {*COMMON}
    assert set(found["dates"]) <= {*facts_of("receipt", process())["dates"]}


def test_other_facts_than_those_declared_are_refused() -> None:
    must_be_declared("reminder", [])
    must_be_declared("feedback", ["used"])
    must_be_declared("correction", ["corrections"])
    for letter, facts in (
        ("correction", []),
        ("correction", ["corrections", "more"]),
        ("reminder", ["more"]),
    ):
        with pytest.raises(ValueError, match=letter):
            must_be_declared(letter, facts)


def test_what_is_told_of_a_return_has_the_shape_that_is_declared(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: dict[str, Mapping[str, object]] = {}
    written = Desk.write

    def write(desk: Desk, template: str, *args: Any, facts: Mapping[str, object], **more: Any) -> bytes:
        seen[template] = facts
        return written(desk, template, *args, facts=facts, **more)

    monkeypatch.setattr(Desk, "write", write)
    answered(workspace, Came("fiu", {**FIRST, "untoc.10.3": {"answer": "Yes, in part"}}))
    answered(workspace, Came("uni", UNREADABLE))
    assert seen.keys() == {"receipt", "correct"}
    for letter, facts in seen.items():
        assert fits(facts, OWN[letter]), letter


def fits(value: object, shape: Known | None) -> bool:
    """Say whether facts have exactly the names that are declared, however deep."""
    if isinstance(shape, Mapping):
        return (
            isinstance(value, Mapping)
            and value.keys() == shape.keys()
            and all(fits(value[name], shape[name]) for name in shape)
        )
    if isinstance(shape, list):
        return isinstance(value, Sequence) and all(fits(each, shape[0]) for each in value)
    return True


def test_a_letter_is_copied_to_be_changed_and_never_over_one(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "c")
    found = process_of(workspace)
    path = copy_letter(workspace, found, "receipt", "fr")
    assert path == workspace.folder.root / "letters" / "fr" / "receipt.j2"
    assert path.read_bytes() == (SHIPPED / "letters" / "fr" / "receipt.j2").read_bytes()
    path.write_text("Subject: mine\n\nMine {{ email }}\n", encoding="utf-8")
    for name, language, code in (
        ("receipt", "fr", "letter-there"),
        ("receit", "fr", "letter-unknown"),
        ("receipt", "es", "letter-unknown"),
    ):
        with pytest.raises(Refused) as refusal:
            copy_letter(workspace, found, name, language)
        assert refusal.value.problem.code == code
    assert path.read_text(encoding="utf-8").startswith("Subject: mine")
    listed = {each.name: each for each in list_letters(workspace, found)}
    assert (listed["receipt"].languages, listed["receipt"].own) == (("en", "fr"), ("fr",))
    assert set(listed) == set(letters_of(found))
    assert check_files(workspace, found, []) == []
    path.write_text("Subject: mine\n\nMine {{ emial }}\n", encoding="utf-8")
    (problem,) = (
        each for each in check_files(workspace, found, [path]) if each.code != "letter-without-contact"
    )
    assert str(problem.place) == "letters/fr/receipt.j2:3:9"


def test_the_page_about_letters_names_exactly_the_facts_there_are() -> None:
    page = (Path(__file__).parents[1] / "docs" / "letters.md").read_text(encoding="utf-8")
    tables = [part for part in page.split("\n\n") if part.startswith("| ")]
    _, common, of_returns, own, inside = [
        [row.split(" | ", 1) for row in table.strip().split("\n")[2:]] for table in tables
    ]
    returned = {name for row in of_returns for name in named(row[0])}
    assert {name for row in common for name in named(row[0])} == {*COMMON}
    about_returns = {"receipt", "correct", "refused", "confirm"}
    for rows, known in ((own, OWN), (inside, INSIDE)):
        told = {named(row[0])[0]: {*named(row[1])} for row in rows}
        more = {name: returned if name in about_returns else set() for name in told}
        assert {name: facts | more[name] for name, facts in told.items()} == {
            name: {*flat(shape)} for name, shape in known.items()
        }


def named(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def flat(shape: Known) -> Iterator[str]:
    """Yield every name in a shape, however deep."""
    for name, inside in shape.items():
        yield name
        each = inside[0] if isinstance(inside, list) else inside
        if isinstance(each, Mapping):
            yield from flat(each)
