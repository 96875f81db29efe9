"""Letters: each mistake is found at its place, and what they may say is exactly what they are given."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from delivery.letters import Ask, body_facts
from languages.messages import spoken
from problems import Place
from problems.letters import LetterWouldFail
from problems.stages import Refused
from sources.template_check import Known
from store.open import open_store
from tests.stage import AT, new_folder
from tests.test_answering import FIRST, UNREADABLE, Came, answered, launched, workspace
from workflows.letter_check import check_letter, check_letters, letters_of
from workflows.letter_examples import Anything, Facts, Nothing, OneOf, examples, names_of, perhaps
from workflows.letter_facts import COMMON, INSIDE, OWN, must_be_declared, names_known
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


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("{{ 1 / 0 }}", ("division", "", "full", "")),
        ("{{ deadline.foo.bar() }}", ("missing", "foo", "full", "")),
        ("{{ dates.warning }} {{ details.venue.floor }}", ("missing", "floor", "full", "")),
        ("{% for x in 5 %}{{ x }}{% endfor %}", ("not-many", "", "full", "")),
        ("{% for x in range(10 ** 9) %}{% endfor %}", ("too-much", "", "full", "")),
        ("{{ state.__class__ }}", ("forbidden", "", "full", "")),
        ("{{ state | dictsort }}", ("other", "'str' object has no attribute 'items'", "full", "")),
        ("{{ telephone[0] }}", ("missing", "0", "other", "telephone")),
        ("{{ 100 * answered // main }}", ("division", "", "other", "main")),
        ("{% if late %}{{ 1 / 0 }}{% endif %}", ("division", "", "other", "late")),
        (
            "{% for each in answers %}{{ each.lines[0] }}{% endfor %}",
            ("missing", "0", "other", "answers.lines"),
        ),
        ("{% if not (todo or remarks) %}{{ todo.x }}{% endif %}", ("missing", "x", "bare", "")),
        ("{% if not todo and file %}{{ 1 / 0 }}{% endif %}", ("division", "", "other", "todo")),
        (
            "{% if not dates.warning and not main and file %}{{ 1 / 0 }}{% endif %}",
            ("division", "", "bare", "file"),
        ),
        ("{% if details.venue is defined %}{{ details.venue }}{% endif %}{{ details.get('x') }}", None),
        (
            "{{ details.venue }}{{ dates['warning'] }}{% if dates.workshop %}{{ dates.workshop }}{% endif %}",
            None,
        ),
    ],
)
def test_what_shows_only_in_writing_is_found_before_anybody_waits(
    tmp_path: Path, line: str, found: tuple[str, str, str, str] | None
) -> None:
    path = tmp_path / "fr" / "receipt.j2"
    path.parent.mkdir()
    path.write_text(f"Subject: x\n\nHello\n{line}{ENDING}", encoding="utf-8")
    problems = list(check_letter(path, "letters/fr/receipt.j2", process()))
    if found is None:
        assert problems == []
        return
    why, what, shape, fact = found
    place = Place("letters/fr/receipt.j2", line=4, column=1)
    assert problems == [LetterWouldFail(place=place, why=why, what=what, shape=shape, fact=fact)]
    assert all(problems[0].message(language) for language in spoken())


def test_each_line_that_fails_is_named_once(tmp_path: Path) -> None:
    path = tmp_path / "receipt.j2"
    text = "Subject: x\n\n{% if late %}{{ 1 / 0 }}{% endif %}\n{{ telephone[0] }}\n{{ file[0] }}"
    path.write_text(text + ENDING, encoding="utf-8")
    found = [(each.place.line, each.code) for each in check_letter(path, "x.j2", process())]
    assert found == [(4, "letter-would-fail"), (5, "letter-would-fail"), (3, "letter-would-fail")]


@pytest.mark.parametrize("letter", ["invitation", "reminder"])
def test_what_only_letters_that_are_written_get_is_not_known_to_those_that_ask(
    tmp_path: Path, letter: str
) -> None:
    for name, wrong in ((letter, ["template-fact-unknown"]), ("feedback", [])):
        path = tmp_path / f"{name}.j2"
        path.write_text("Subject: x\n\n{{ used }}" + ENDING, encoding="utf-8")
        assert [each.code for each in check_letter(path, path.name, process())] == wrong


def test_examples_have_every_shape() -> None:
    facts = {"a": perhaps("x"), "b": perhaps([{"c": perhaps(1)}])}
    assert [(shape, fact, given) for shape, fact, given in examples(facts)] == [
        ("full", "", {"a": "x", "b": [{"c": 1}, {"c": 1}]}),
        ("other", "a", {"a": "", "b": [{"c": 1}, {"c": 1}]}),
        ("other", "b", {"a": "x", "b": []}),
        ("other", "b.c", {"a": "x", "b": [{"c": 0}, {"c": 0}]}),
        ("bare", "", {"a": "", "b": []}),
        ("bare", "a", {"a": "x", "b": []}),
        ("bare", "b", {"a": "", "b": [{"c": 0}, {"c": 0}]}),
        ("bare", "b.c", {"a": "", "b": []}),
    ]
    assert names_of(facts) == {"a": None, "b": [{"c": None}]}


def test_a_letter_that_nothing_writes_is_told_with_the_nearest(tmp_path: Path) -> None:
    path = tmp_path / "remind.j2"
    path.write_text("Subject: x\n\nHello" + ENDING, encoding="utf-8")
    (problem,) = check_letter(path, "letters/en/remind.j2", process())
    assert problem.code == "letter-unused"
    assert problem.message("en").endswith("Did you mean “reminder”?")


def test_what_all_letters_may_say_is_what_they_are_given(workspace: Workspace) -> None:
    with open_store(workspace.database, create=False) as store:
        desk = Desk(workspace, process(), store, AT, "x")
        (body, *_) = desk.bodies.values()
        found = desk.facts("fr", "answers")
        given = body_facts(desk.consultation, desk.questionnaires["answers"], Ask(body), "fr")
    assert fits({**given, **found}, {**COMMON, "dates": dict.fromkeys(found["dates"], "")})
    assert set(found["dates"]) <= {*names_known("receipt", process())["dates"]}


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


def fits(value: object, shape: Facts | None) -> bool:
    """Say whether facts have exactly the names that are declared, however deep, and their kinds."""
    if isinstance(shape, OneOf):
        return any(fits(value, each) for each in shape.values)
    if isinstance(shape, Anything | Nothing):
        return isinstance(value, Mapping)
    if isinstance(shape, Mapping):
        return (
            isinstance(value, Mapping)
            and value.keys() == shape.keys()
            and all(fits(value[name], shape[name]) for name in shape)
        )
    if isinstance(shape, list):
        return isinstance(value, list | tuple) and all(fits(each, shape[0]) for each in value)
    return type(value) is type(shape)


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
            name: {*flat(names_of(shape))} for name, shape in known.items()
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
