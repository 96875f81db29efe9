"""The workbook survives the office suites: opened, filled, saved, converted there, it reads back equal."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.sample_workbook import INVITATION, ITEMS, KEY, QUESTIONNAIRES, TOKEN, Filler, issuer, stakeholder
from tests.test_read import FILLED, fill
from workbooks.child import examine
from workbooks.contents import Contents
from workbooks.identity import Identity, identify
from workbooks.read import Reading, read

pytestmark = pytest.mark.office

TYPED = [
    ("Questions", "C6", "Yes, in part"), ("Questions", "D6", "Since 2004.\nSee below."), ("Questions",
    "F6", "- draft"),
    ("Questions", "C7", "No"), ("Questions", "E7", "L1 art. 3"), ("Questions", "C8", "Fine"),
    ("Questions", "C9", '=HYPERLINK("http://x")'), ("Questions", "C12", "✓"), ("Questions", "C13", "✓"),
    ("Questions", "D14", "+1 على نحو"), ("Questions", "E17", "Act on companies; 2010\nDecree 7"),
    ("Questions", "C19", "2004-05-06"),
    ("Questions", "C20", "We do not know"), ("Tables", "B5", "Customs"), ("Tables", "C5", "Borders"),
    ("Laws and links", "B4", "Penal Code"), ("Laws and links", "C4", "Act 1 of 1990"), ("Laws and links",
    "E4", "https://law.example/1"),
]  # fmt: skip
"""What a person types to say what FILLED says."""

FILTERS = {".xlsx": "Calc MS Excel 2007 XML", ".ods": "calc8"}


def needed(program: str) -> str:
    """Return a program's path; skip where it is missing, fail where CI promised it."""
    path = shutil.which(program)
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"{program} is not installed")
    return str(path)


def with_uno() -> str:
    """Return a Python interpreter that can talk to LibreOffice."""
    for python in ("/usr/bin/python3", "python3"):
        if (
            shutil.which(python)
            and not subprocess.run([python, "-c", "import uno"], capture_output=True, check=False).returncode
        ):
            return python
    (pytest.fail if os.environ.get("CI") else pytest.skip)(
        "no Python here has the module uno (package python3-uno)"
    )
    raise AssertionError


@contextmanager
def office(folder: Path) -> Iterator[str]:
    """Run a LibreOffice of our own that listens on a pipe."""
    pipe = f"consult{os.getpid()}"
    command = [
        needed("soffice"), f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore",
        "--nologo",
        f"--accept=pipe,name={pipe};urp;",
    ]  # fmt: skip
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield pipe
    finally:
        try:
            running.wait(20)
        except subprocess.TimeoutExpired:
            running.terminate()


def converted(path: Path, suffix: str) -> Path:
    """Let LibreOffice convert a file, without a person."""
    folder = path.parent / f"as{suffix}"
    command = [
        needed("soffice"), f"-env:UserInstallation=file://{path.parent}/profile", "--headless",
        "--convert-to", suffix[1:],
        "--outdir", str(folder), str(path),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / f"{path.stem}{suffix}"


def opened(path: Path) -> Contents:
    contents, problems = examine(path.read_bytes())
    assert contents is not None, problems
    return contents


def read_from(path: Path) -> tuple[Reading, list[str]]:
    reading, problems = read(opened(path), questionnaires=QUESTIONNAIRES, shown=path.name)
    return reading, [f"{problem.place} {problem.code}" for problem in problems]


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """An issued workbook, filled at LibreOffice's keyboard and saved as xlsx and ods."""
    folder = tmp_path_factory.mktemp("office")
    python = with_uno()
    issued = folder / "issued.xlsx"
    issued.write_bytes(issuer().workbook(stakeholder(), ITEMS, TOKEN))
    saved = {suffix: folder / f"réponses{suffix}" for suffix in FILTERS}
    with office(folder) as pipe:
        task = {
            "pipe": pipe,
            "open": str(issued),
            "cells": TYPED,
            "save": {str(saved[s]): kind for s, kind in FILTERS.items()},
        }
        script = Path(__file__).parent / "office" / "fill.py"
        subprocess.run([python, str(script)], input=json.dumps(task), text=True, check=True, timeout=120)
    return saved


@pytest.mark.parametrize("suffix", FILTERS)
def test_what_is_typed_in_libreoffice_is_read(saved: dict[str, Path], suffix: str) -> None:
    reading, problems = read_from(saved[suffix])
    assert reading.entries == FILLED
    assert problems == []


@pytest.mark.parametrize("suffix", FILTERS)
def test_the_identity_survives_libreoffice(saved: dict[str, Path], suffix: str) -> None:
    reading, _ = read_from(saved[suffix])
    assert identify(reading.carriers, [KEY]) == (Identity.IDENTIFIED, (INVITATION,))
    where = {carrier.where for carrier in reading.carriers}
    kept = {"keywords", "Start!C13", "Questions!F1", "Questions!H6"} | (
        {"identifier"} if suffix == ".xlsx" else set()
    )
    assert kept <= where  # an ods has no place for dc:identifier
    assert len([name for name in where if name.startswith("untoc_5_")]) == 9


@pytest.mark.parametrize("suffix", FILTERS)
def test_the_progress_line_counts_by_itself(saved: dict[str, Path], suffix: str) -> None:
    start = opened(saved[suffix]).sheets[0]
    assert start.at(11, 3) == "10 of 10 answered"


def test_conversion_to_ods_and_back_changes_nothing(tmp_path: Path) -> None:
    first = tmp_path / "filled.xlsx"
    first.write_bytes(fill(Filler.of(), FILLED).bytes())
    ods = converted(first, ".ods")
    again = converted(ods, ".xlsx")
    for path in (ods, again):
        reading, problems = read_from(path)
        assert (reading.entries, problems) == (FILLED, [])
        assert identify(reading.carriers, [KEY]) == (Identity.IDENTIFIED, (INVITATION,))


def test_gnumeric_changes_nothing(tmp_path: Path) -> None:
    first, second = tmp_path / "filled.xlsx", tmp_path / "gnumeric.xlsx"
    first.write_bytes(fill(Filler.of(), FILLED).bytes())
    if shutil.which("ssconvert") is None:
        pytest.skip("ssconvert (Gnumeric) is not installed")
    subprocess.run(
        ["ssconvert", "--export-type=Gnumeric_Excel:xlsx2", str(first), str(second)],
        check=True,
        capture_output=True,
    )
    reading, problems = read_from(second)
    assert (reading.entries, problems) == (FILLED, [])
    assert identify(reading.carriers, [KEY]) == (Identity.IDENTIFIED, (INVITATION,))
