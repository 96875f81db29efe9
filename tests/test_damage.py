"""Damaged workbooks: what is left of the answers is read, everything else is said, nothing is put elsewhere.

The benchmark's damages (`benchmarks/intake`), each on a real workbook; the figures are in docs/intake.md.
"""

import os
import random
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from benchmarks.intake.damages import Damage, damages
from benchmarks.intake.programs import missing
from benchmarks.intake.run import Case_, cases, measure, score, sheetjs, write
from benchmarks.intake.score import Score

EVERY = 7
"""The fast tests do every so many-th damage; the slow ones do them all."""

ALL = cases(tags=["en"])
SAMPLE = 8
SEED = 20261121
FOR_ALL = [case for case in cases(tags=["en"], kind="workbook") if case[0].name != "formulas_without_results"]
"""What every program keeps: SheetJS writes no formula without its result."""

LEAST = {"workbook": 60, "form": 40}
"""So many damages there are at least, by what is damaged."""

RUN = Path(__file__).parents[1] / "benchmarks" / "intake" / "run.py"


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> Path | None:
    return sheetjs(tmp_path_factory.mktemp("npm"))


def named(case: Case_) -> str:
    return case[0].name


def faults(found: Score) -> list[str]:
    """List what must never be: wrong places, silent changes and losses, other bodies' answers, crashes."""
    lists = (found.misplaced, found.changed, found.wrong, found.silent, found.crashed, found.untrue)
    return [fault for faults in lists for fault in faults]


def assert_rescued(case: Case_, folder: Path) -> None:
    name, made = write(*case, folder)
    (file,) = folder.iterdir()
    found = score(made, file, name, case[2])
    assert faults(found) == []
    assert found.mentioned == found.unclear
    if case[0].name != "formulas_without_results":  # whose results nobody has calculated
        assert found.rescued >= 0.99 * found.present, found.unread


@pytest.mark.parametrize("case", ALL[::EVERY], ids=named)
def test_a_damaged_workbook_is_read(case: Case_, tmp_path: Path) -> None:
    assert_rescued(case, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("case", [case for case in cases() if case not in ALL[::EVERY]], ids=named)
def test_every_damaged_workbook_is_read(case: Case_, tmp_path: Path) -> None:
    assert_rescued(case, tmp_path)


@pytest.mark.slow
@pytest.mark.office
@pytest.mark.parametrize(
    "program",
    ["LibreOffice xlsx", "LibreOffice ods", "Gnumeric xlsx", "Gnumeric ods", "SheetJS xlsx", "SheetJS ods"],
)
def test_a_damaged_workbook_is_read_whatever_program_saved_it(
    program: str, modules: Path | None, tmp_path: Path
) -> None:
    if program.partition(" ")[0] in missing(modules, ()):
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"{program}: not installed")
    sample = random.Random(SEED).sample(FOR_ALL, SAMPLE)
    found = measure(tmp_path, sample, [program], modules, thorough=True)
    assert len(found) == SAMPLE
    assert [fault for each in found.values() for fault in faults(each)] == []
    present, rescued = (
        sum(getattr(each, name) for each in found.values()) for name in ("present", "rescued")
    )
    assert rescued >= 0.99 * present


@pytest.mark.office
@pytest.mark.parametrize("program", ["LibreOffice docx", "LibreOffice odt"])
def test_a_damaged_word_form_is_read_whatever_program_saved_it(program: str, tmp_path: Path) -> None:
    if missing(None, ("Gnumeric", "SheetJS")):
        (pytest.fail if os.environ.get("CI") else pytest.skip)("LibreOffice: not installed")
    sample = random.Random(SEED).sample(cases(tags=["fr"], kind="form"), SAMPLE)
    found = measure(tmp_path, sample, [program], None, thorough=True)
    assert {name for name, _ in found} == {case[0].name for case in sample}
    assert [fault for each in found.values() for fault in faults(each)] == []
    assert all(each.rescued == each.present and each.mentioned == each.unclear for each in found.values())


def test_an_error_value_that_a_program_saved_as_nothing_is_the_programs_doing(tmp_path: Path) -> None:
    """SheetJS saves an error as an empty cell; saved by ourselves, it would be a fault of the benchmark."""
    ((case),) = cases(["errors"], ["en"])
    name, made = write(*case, tmp_path)
    (file,) = tmp_path.iterdir()
    book = openpyxl.load_workbook(file)
    for sheet, cell in made.notes:
        book[sheet][cell].value = None
    book.save(file)
    ours, theirs = (score(made, file, name, "en", by=by) for by in (False, True))
    told = [f"errors.en: {sheet}!{cell} was saved empty" for sheet, cell in made.notes]
    assert len(told) == 4
    assert (ours.untrue, ours.altered, ours.silent) == (told, [], [])
    assert (theirs.untrue, theirs.altered, theirs.silent) == ([], told, [])


def test_a_program_that_is_not_there_ends_the_benchmark(tmp_path: Path) -> None:
    environment = {"PATH": str(tmp_path)}
    ended = subprocess.run(
        [sys.executable, RUN, "errors"], capture_output=True, text=True, env=environment, check=False
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (
        1,
        "",
        "not installed: LibreOffice, Gnumeric, SheetJS. Install it, or say --without LibreOffice\n",
    )


def test_damages_are_many_and_each_says_what_it_is() -> None:
    known: tuple[Damage, ...] = damages()
    assert [sum(each.kind == kind for each in known) >= least for kind, least in LEAST.items()] == [True] * 2
    assert len({each.what for each in known}) == len(known)
