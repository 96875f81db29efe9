"""Ten thousand damaged copies of what people send us: one answer each, and none that nobody gave."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests import fuzzing
from tests.fuzzing import FAMILIES, MUTATORS
from tests.fuzzing_child import our_mistake
from tests.fuzzing_laws import Mutant, Tally, offences
from tests.fuzzing_originals import Original, originals
from tests.fuzzing_pool import sandbox
from tests.hostile import edited
from workbooks.containers import Unpacked
from workbooks.findings import Findings

PLAIN = [each.name for each in originals() if each.contents is not None]
HOLDING = [each.name for each in originals() if each.parts]


def refuted(offenders: Iterable[tuple[Mutant, str]]) -> list[str]:
    return [f"{mutant.name}: {wrong}" for mutant, wrong in offenders]


def _hold(numbers: Sequence[int]) -> None:
    tally, offenders = fuzzing.run(numbers)
    assert refuted(offenders) == []
    assert tally.answered >= len(numbers)
    read, compared = tally.read, tally.compared  # else the laws would be kept by refusing everything
    assert read["xml"] > len(numbers) // 12
    assert read["zip"] > len(numbers) // 30
    assert read["table"] > len(numbers) // 40
    assert read["mime"] > len(numbers) // 20
    assert sum(compared.values()) > len(numbers) // 5
    assert set(compared) == {"xlsx", "ods", "csv", "docx", "odt", "mail", "zip"}


def test_four_hundred_damaged_files_are_answered_and_none_is_misread() -> None:
    _hold(range(400))


@pytest.mark.slow
def test_ten_thousand_damaged_files_are_answered_and_none_is_misread() -> None:
    _hold(range(400, 10_400))


def test_a_mutant_is_made_from_its_number_alone() -> None:
    assert [each.data for each in fuzzing.mutants([5, 17, 40])] == [
        next(fuzzing.mutants([number])).data for number in (5, 17, 40)
    ]
    assert len({each.data for each in fuzzing.mutants(range(200))}) > 190


def _original(name: str) -> Original:
    return next(each for each in originals() if each.name == name)


@pytest.mark.parametrize("name", [*PLAIN, *HOLDING])
def test_the_slow_reading_agrees_with_the_fast_one_on_good_files(name: str) -> None:
    tally = Tally()
    good = _original(name)
    with sandbox() as pool:
        outcome, problems = pool.open(good.data, name)
    assert list(offences(Mutant(name, "xml", good, good.data), outcome, problems, tally)) == []
    assert sum(tally.compared.values()) == (name != "box.mbox"), tally.unsure


def _offences_of(name: str, data: bytes, family: str = "xml", read_as: bytes | None = None) -> list[str]:
    """Let the laws judge `data` as if it had been read as `read_as`."""
    with sandbox() as pool:
        outcome, problems = pool.open(read_as or data, "x")
    return list(offences(Mutant("x", family, _original(name), data), outcome, problems, Tally()))


@pytest.mark.parametrize(
    ("name", "part", "place"),
    [
        ("inline.xlsx", "xl/worksheets/sheet2.xml", "('Questions', 8, 3)"),
        ("english.ods", "content.xml", "('Questions', 8, 3)"),
        ("flat.fods", "", "('Questions', 8, 3)"),
        ("comma.csv", "", "('CSV', 8, 3)"),
        ("word.docx", "word/document.xml", "('Table 2', 5, 3)"),
        ("text.odt", "content.xml", "('Table 2', 5, 3)"),
    ],
)
def test_the_laws_see_a_value_that_is_misread(name: str, part: str, place: str) -> None:
    """A check that cannot fail checks nothing: here the reading is of another file than the mutant."""

    def change(text: bytes) -> bytes:
        return text.replace(b">Imprisonment<", b">Fine<").replace(b",Imprisonment,", b",Fine,")

    good = _original(name).data
    other = edited(good, part, change) if part else change(good)
    wrong = _offences_of(name, good, read_as=other)
    assert f"{place} says 'Imprisonment', not 'Fine'" in wrong
    assert _offences_of(name, other) == []


def test_the_laws_see_a_file_that_was_not_taken_out_or_that_nobody_sent() -> None:
    good = _original("sent.eml")
    with sandbox() as pool:
        outcome, _ = pool.open(good.data, "x")
    assert outcome is not None
    assert isinstance(outcome.findings, Unpacked)
    first, second = outcome.findings.parts
    mutant = Mutant("x", "bytes", good, good.data)
    lost = replace(outcome, findings=replace(outcome.findings, parts=(first,)))
    assert list(offences(mutant, lost, [], Tally())) == ["'liste.csv' is left out, and nothing is said of it"]
    other = replace(
        outcome, findings=replace(outcome.findings, parts=(first, second, replace(first, data=b"x")))
    )
    assert list(offences(mutant, other, [], Tally())) == [
        "'return.xlsx' is 1 bytes that the library does not see"
    ]


def test_the_laws_see_an_answer_that_went_missing_in_silence() -> None:
    good = _original("inline.xlsx")
    with sandbox() as pool:
        outcome, _ = pool.open(good.data, "x")
    assert outcome is not None
    assert isinstance(outcome.findings, Findings)
    lost = replace(outcome.findings, told=outcome.findings.told[1:])
    mutant = Mutant("x", "bytes", good, good.data)
    (wrong,) = offences(mutant, replace(outcome, findings=lost), [], Tally())
    assert "untoc.5.1.a.i was Entry(" in wrong
    assert "is None" in wrong


def test_the_laws_see_an_answer_under_another_question_or_another_body() -> None:
    good = _original("two.csv")
    with sandbox() as pool:
        outcome, _ = pool.open(good.data, "x")
    assert outcome is not None
    assert isinstance(outcome.findings, Findings)
    mutant = Mutant("x", "bytes", None, good.data)
    (one, share), (other, _) = outcome.findings.shares
    swapped = replace(outcome.findings, shares=((other, share),))
    wrong = list(offences(mutant, replace(outcome, findings=swapped), [], Tally()))
    assert wrong[0] == f"untoc.5.1.a.i is told of {other}, in a row of {{'{one}'}}"
    told = replace(share.told[2], item="untoc.5.2.name")
    moved = replace(outcome.findings, told=(told,), problems=(), shares=())
    wrong = list(offences(mutant, replace(outcome, findings=moved), [], Tally()))
    assert wrong == ["untoc.5.2.name is told at CSV!C8, where nothing says so"]


def test_the_laws_see_an_exception_of_our_own() -> None:
    def mistaken() -> None:
        try:
            int("x")
        except ValueError as error:
            raised.append(error)

    def meant() -> None:
        try:
            raise ValueError("no worksheet")  # noqa: TRY301
        except ValueError as error:
            raised.append(error)

    raised: list[BaseException] = []
    mistaken()
    meant()
    first, second = map(our_mistake, raised)
    assert "invalid literal" in first
    assert second == ""


@pytest.mark.parametrize("name", [*PLAIN, *HOLDING])
def test_every_family_changes_the_file(name: str) -> None:
    good = _original(name)
    others = [each.data for each in originals() if each is not good]
    for family in FAMILIES[good.kind]:
        mutate = MUTATORS[family]
        changed = sum(mutate(good.data, random.Random(seed), others) != good.data for seed in range(30))
        assert changed >= 25, family


def test_offenders_are_kept_where_they_can_be_looked_at(tmp_path: Path) -> None:
    good = _original("inline.xlsx")
    fuzzing.save([(Mutant("7-1-xml-inline.xlsx", "xml", good, b"PK"), "why")], tmp_path)
    assert (tmp_path / "7-1-xml-inline.xlsx").read_bytes() == b"PK"
    assert (tmp_path / "7-1-xml-inline.xlsx.txt").read_text() == "why\n"
