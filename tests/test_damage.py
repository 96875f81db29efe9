"""Damaged workbooks: what is left of the answers is read, everything else is said, nothing is put elsewhere.

The benchmark's damages (`benchmarks/intake`), each on a real workbook; the figures are in docs/intake.md.
"""

import os
import random
import shutil
from pathlib import Path

import pytest

from benchmarks.intake.damages import Damage, damages
from benchmarks.intake.programs import programs
from benchmarks.intake.run import Case_, cases, measure, score, write
from benchmarks.intake.score import Score

EVERY = 7
"""The fast tests do every so many-th damage; the slow ones do them all."""

ALL = cases(tags=["en"])
SAMPLE = 8
SEED = 20261121


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
@pytest.mark.parametrize("program", ["LibreOffice xlsx", "LibreOffice ods", "Gnumeric xlsx", "Gnumeric ods"])
def test_a_damaged_workbook_is_read_whatever_program_saved_it(program: str, tmp_path: Path) -> None:
    needed = "soffice" if program.startswith("Libre") else "ssconvert"
    if shutil.which(needed) is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"{needed} is not installed")
    assert program in programs(None)
    sample = random.Random(SEED).sample(ALL, SAMPLE)
    found = measure(tmp_path, sample, [program], None, thorough=True)
    assert len(found) == SAMPLE
    assert [fault for each in found.values() for fault in faults(each)] == []
    present, rescued = (
        sum(getattr(each, name) for each in found.values()) for name in ("present", "rescued")
    )
    assert rescued >= 0.99 * present


def test_damages_are_many_and_each_says_what_it_is() -> None:
    known: tuple[Damage, ...] = damages()
    assert len(known) >= 60
    assert len({each.what for each in known}) == len(known)
