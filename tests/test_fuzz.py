"""Ten thousand damaged copies of our workbooks: one answer each, and none that nobody gave."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from tests import fuzzing
from tests.fuzzing import MUTATORS, Mutant, Original, originals, run
from tests.fuzzing_child import our_mistake
from tests.hostile import edited
from tests.oracle import sheets
from workbooks.contents import cell_position


def refuted(offenders: Iterable[tuple[Mutant, str]]) -> list[str]:
    return [f"{mutant.name}: {wrong}" for mutant, wrong in offenders]


def _hold(numbers: Sequence[int]) -> None:
    tally, offenders = run(numbers)
    assert refuted(offenders) == []
    assert tally.answered == len(numbers)
    assert tally.read["xml"] > len(numbers) // 10  # else the laws would be kept by refusing everything
    assert tally.compared > len(numbers) // 20
    assert tally.read["zip"] > len(numbers) // 50


def test_three_hundred_damaged_workbooks_are_answered_and_none_is_misread() -> None:
    _hold(range(300))


@pytest.mark.slow
def test_ten_thousand_damaged_workbooks_are_answered_and_none_is_misread() -> None:
    _hold(range(300, 10_300))


def test_a_mutant_is_made_from_its_number_alone() -> None:
    assert [each.data for each in fuzzing.mutants([5, 17, 40])] == [
        next(fuzzing.mutants([number])).data for number in (5, 17, 40)
    ]
    assert len({each.data for each in fuzzing.mutants(range(200))}) > 190


@pytest.mark.parametrize("name", ["inline.xlsx", "shared.xlsx", "french.xlsx", "english.ods"])
def test_the_slow_reading_agrees_with_the_fast_one_on_good_files(name: str) -> None:
    good = next(each for each in originals() if each.name == name)
    true = sheets(good.data)
    broken = {
        (sheet, *cell_position(cell)) for sheet, cell, *_ in (*good.contents.errors, *good.contents.uncached)
    }
    assert list(fuzzing._differences(true, good.contents)) == []
    assert true.broken == broken


def _offences_of(name: str, data: bytes, family: str = "xml", read_as: bytes | None = None) -> list[str]:
    """Let the laws judge `data` as if it had been read as `read_as`."""
    good = next(each for each in originals() if each.name == name)
    with fuzzing.sandbox() as pool:
        outcome, problems = pool.open(read_as or data, "x")
    mutant = Mutant("x", family, good, data)
    return list(fuzzing.offences(mutant, outcome, problems, fuzzing.Tally()))


def test_the_laws_see_a_value_that_is_misread() -> None:
    """A check that cannot fail checks nothing: here the reading is of another file than the mutant."""
    good: Original = originals()[0]
    other = edited(
        good.data, "xl/worksheets/sheet2.xml", lambda xml: xml.replace(b">Imprisonment<", b">Fine<")
    )
    assert _offences_of("inline.xlsx", good.data, read_as=other) == [
        "('Questions', 8, 3) says 'Imprisonment', not 'Fine'"
    ]
    assert _offences_of("inline.xlsx", other) == []


def test_the_laws_see_an_answer_that_went_missing_in_silence() -> None:
    good = originals()[0]
    with fuzzing.sandbox() as pool:
        outcome, _ = pool.open(good.data, "x")
    assert outcome is not None
    lost = fuzzing.replace(outcome.findings, told=outcome.findings.told[1:])
    mutant = Mutant("x", "bytes", good, good.data)
    (wrong,) = fuzzing.offences(mutant, fuzzing.replace(outcome, findings=lost), [], fuzzing.Tally())
    assert "untoc.5.1.a.i was Entry(" in wrong
    assert "is None" in wrong


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


def test_every_family_changes_the_file() -> None:
    good = originals()[0]
    others = [each.data for each in originals()[1:]]
    for family, mutate in MUTATORS.items():
        changed = sum(
            mutate(good.data, fuzzing.random.Random(seed), others) != good.data for seed in range(30)
        )
        assert changed >= 25, family


def test_offenders_are_kept_where_they_can_be_looked_at(tmp_path: Path) -> None:
    good = originals()[0]
    fuzzing.save([(Mutant("7-1-xml-inline.xlsx", "xml", good, b"PK"), "why")], tmp_path)
    assert (tmp_path / "7-1-xml-inline.xlsx").read_bytes() == b"PK"
    assert (tmp_path / "7-1-xml-inline.xlsx.txt").read_text() == "why\n"
