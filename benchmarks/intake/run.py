"""`make bench-intake`: what is rescued of damaged workbooks, by kind of damage and office program.

Every workbook is issued, filled, damaged, saved by a program, and read as `consult receive` reads it. The
figures go to the terminal and into the table of docs/intake.md; the same files give the same figures.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.intake import report
from benchmarks.intake.bodies import BODIES, Body, languages
from benchmarks.intake.book import Case
from benchmarks.intake.damages import Damage, damages
from benchmarks.intake.programs import programs
from benchmarks.intake.score import Score, scored

SHEETJS = "xlsx@0.18.5"


def bodies(language: str) -> dict[str, Body]:
    """The bodies asked in a language, by invitation."""
    return {body.invitation: body for body in (Body(number, language) for number in range(BODIES))}


def made(done: Damage, number: int, language: str) -> Case:
    """Damage the workbook of one of the bodies; each damage meets another of them in each language."""
    case = Case.of(Body((number + languages().index(language)) % BODIES, language))
    done.do(case)
    return case


def cases(chosen: Iterable[str] = (), tags: Iterable[str] = ()) -> list[tuple[Damage, int, str]]:
    """List the damages wanted, or all, each with its number, in the languages wanted, or in all."""
    wanted, spoken = set(chosen), set(tags)
    return [
        (each, number, language)
        for number, each in enumerate(damages())
        if not wanted or each.name in wanted
        for language in languages()
        if not spoken or language in spoken
    ]


def write(done: Damage, number: int, language: str, folder: Path) -> tuple[str, Case]:
    case = made(done, number, language)
    name = f"{done.name}.{language}"
    case.whole()
    (folder / f"{name}{case.suffix}").write_bytes(case.bytes())
    case.book, case.after = None, []
    return name, case


def score(case: Case, file: Path, name: str, language: str) -> Score:
    return scored(case, file.read_bytes(), name, bodies(language))


def sheetjs(folder: Path) -> Path | None:
    """Install SheetJS beside the files, and return where; None where there is no npm, or no way out."""
    if not shutil.which("npm"):
        return None
    command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), SHEETJS]
    done = subprocess.run(command, capture_output=True, check=False)
    return folder / "node_modules" if done.returncode == 0 else None


def measure(
    folder: Path, todo: list[tuple[Damage, int, str]], only: Iterable[str], modules: Path | None
) -> dict[tuple[str, str], Score]:
    """Return the score of every damage (by name) with every program; a program that fails has none."""
    wanted = set(only)
    damaged = folder / "damaged"
    damaged.mkdir()
    tools = {name: do for name, do in programs(modules).items() if not wanted or name in wanted}
    found: dict[tuple[str, str], Score] = {}
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        each, number, language = zip(*todo, strict=True)
        written = list(pool.map(write, each, number, language, repeat(damaged)))
        files = sorted(damaged.iterdir())
        for program, save in tools.items():
            into = folder / program
            into.mkdir()
            start = time.monotonic()
            save(files, into)
            saved = {file.stem: file for file in into.iterdir()}
            kept = [(done, name, case, tag) for (done, _, tag), (name, case) in zip(todo, written, strict=True)]
            there = [one for one in kept if one[1] in saved]
            scores = pool.map(
                score,
                [case for _, _, case, _ in there],
                [saved[name] for _, name, _, _ in there],
                [f"{program}: {name}" for _, name, _, _ in there],
                [tag for *_, tag in there],
                chunksize=8,
            )
            for (done, *_), one in zip(there, scores, strict=True):
                found.setdefault((done.name, program), Score()).add(one)
            missing = len(kept) - len(there)
            print(f"  {program}: {len(there)} files, {missing} not opened by it, {time.monotonic() - start:.0f} s")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("damages", nargs="*", help="names of damages; else all")
    parser.add_argument("--language", action="append", default=[], help="only this one; may be repeated")
    parser.add_argument("--program", action="append", default=[], help="only this one; may be repeated")
    parser.add_argument("--modules", type=Path, help="a folder in which npm has installed xlsx")
    parser.add_argument("--verbose", action="store_true", help="name every statement that was not read rightly")
    parser.add_argument("--write", action="store_true", help="write the tables into docs/intake.md")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        modules = chosen.modules or sheetjs(folder / "npm")
        found = measure(folder, cases(chosen.damages, chosen.language), chosen.program, modules)
    report.show(found, verbose=chosen.verbose)
    if chosen.write:
        report.write(found)
    return report.failed(found)


if __name__ == "__main__":
    sys.exit(main())
