"""`make bench-intake`: what is rescued of damaged workbooks and Word forms, by damage and office program.

Every one is issued, filled, damaged, saved by a program, and read as `consult receive` reads it. The
figures go to the terminal and into the table of docs/intake.md; the same files give the same figures.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from itertools import repeat
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.intake import report
from benchmarks.intake.bodies import BODIES, Body, languages
from benchmarks.intake.book import Case
from benchmarks.intake.damages import KINDS, Damage, damages
from benchmarks.intake.paper import Paper
from benchmarks.intake.programs import AS_IT_IS, FAMILIES, missing, programs, saves
from benchmarks.intake.score import Score, scored
from benchmarks.intake.statements import Stated

SHEETJS = "xlsx@0.18.5"


Case_ = tuple[Damage, int, str]
"""A damage, its number, and the language of the workbook."""

Kept = tuple[Case_, str, Stated]
"""A damaged file: what was done, the name of its file, what is true of it."""


def bodies(language: str) -> dict[str, Body]:
    """The bodies asked in a language, by invitation."""
    return {body.invitation: body for body in (Body(number, language) for number in range(BODIES))}


def made(done: Damage, number: int, language: str) -> Stated:
    """Damage the workbook or the form of a body; each damage meets another body in each language."""
    of = Paper.of if done.kind == "form" else Case.of
    case: Stated = of(Body((number + languages().index(language)) % BODIES, language))
    done.do(case)
    return case


def cases(chosen: Iterable[str] = (), tags: Iterable[str] = (), kind: str = "") -> list[Case_]:
    """List the damages wanted, or all, each with its number, in the languages wanted, or in all.

    `kind`: only those of workbooks, or of Word forms.
    """
    wanted, spoken = set(chosen), set(tags)
    return [
        (each, number, language)
        for number, each in enumerate(damages())
        if (not wanted or each.name in wanted) and kind in {"", each.kind}
        for language in languages()
        if not spoken or language in spoken
    ]


def write(done: Damage, number: int, language: str, folder: Path) -> tuple[str, Stated]:
    case = made(done, number, language)
    name = f"{done.name}.{language}"
    case.whole()
    (folder / f"{name}{case.suffix}").write_bytes(case.bytes())
    return name, case.bare()


def score(case: Stated, file: Path, name: str, language: str, *, by: bool = False) -> Score:
    """Score a damaged file; `by`: whether another program than ours saved it."""
    return scored(case, file.read_bytes(), name, bodies(language), by=by)


def sheetjs(folder: Path) -> Path | None:
    """Install SheetJS beside the files, and return where; None where that cannot be done."""
    if not shutil.which("npm"):
        return None
    command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), SHEETJS]
    done = subprocess.run(command, capture_output=True, check=False)
    return folder / "node_modules" if done.returncode == 0 else None


def measure(
    folder: Path, todo: list[Case_], only: Iterable[str], modules: Path | None, *, thorough: bool
) -> dict[tuple[str, str], Score]:
    """Return the score of every damage (by name) with every program; a program that fails has none.

    Unless `thorough`, each damage meets each program once, in one language after the other.
    """
    wanted = set(only)
    damaged = folder / "damaged"
    damaged.mkdir()
    tools = {name: do for name, do in programs(modules).items() if not wanted or name in wanted}
    found: dict[tuple[str, str], Score] = {}
    with ProcessPoolExecutor(os.cpu_count()) as pool, ThreadPoolExecutor(len(tools)) as offices:
        each, number, language = zip(*todo, strict=True)
        written = list(pool.map(write, each, number, language, repeat(damaged)))
        kept = [(one, name, case) for one, (name, case) in zip(todo, written, strict=True)]
        saving = {
            program: offices.submit(
                _saved, save, damaged, folder / program, _of(kept, program, place, thorough=thorough)
            )
            for place, (program, save) in enumerate(tools.items())
        }
        for place, (program, saved) in enumerate(saving.items()):
            there = [one for one in _of(kept, program, place, thorough=thorough) if one[1] in saved.result()]
            scores = pool.map(
                partial(score, by=program != AS_IT_IS),
                [case for *_, case in there],
                [saved.result()[name] for _, name, _ in there],
                [f"{program}: {name}" for _, name, _ in there],
                [one[2] for one, *_ in there],
                chunksize=8,
            )
            for ((done, *_), *_), one in zip(there, scores, strict=True):
                found.setdefault((done.name, program), Score()).add(one)
            report.faults(program, found)
    return found


def _of(kept: list[Kept], program: str, place: int, *, thorough: bool) -> list[Kept]:
    """Choose the files that a program gets; `place` is its place among the programs."""
    tags = list(dict.fromkeys(tag for (_, _, tag), *_ in kept))
    fitting = (
        one
        for one in kept
        if saves(program, one[0][0].kind) and not (one[2].not_by and program.startswith(one[2].not_by))
    )
    return [one for one in fitting if thorough or tags[(one[0][1] + place) % len(tags)] == one[0][2]]


def _saved(
    save: Callable[[Sequence[Path], Path], None], damaged: Path, into: Path, kept: list[Kept]
) -> dict[str, Path]:
    """Let a program save files; return what it saved, by the name of what it opened."""
    into.mkdir()
    if not kept:
        return {}
    save([damaged / f"{name}{case.suffix}" for _, name, case in kept], into)
    return {file.stem: file for file in into.iterdir()}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("damages", nargs="*", help="names of damages; else all")
    parser.add_argument("--language", action="append", default=[], help="only this one; may be repeated")
    parser.add_argument("--program", action="append", default=[], help="only this one; may be repeated")
    parser.add_argument("--modules", type=Path, help="a folder in which npm has installed xlsx")
    parser.add_argument(
        "--verbose", action="store_true", help="name every statement that was not read rightly"
    )
    parser.add_argument("--thorough", action="store_true", help="every language with every program")
    parser.add_argument("--write", action="store_true", help="write the tables into docs/intake.md")
    parser.add_argument(
        "--without",
        action="append",
        default=[],
        choices=FAMILIES,
        help="do without these programs; may be repeated",
    )
    parser.add_argument("--kind", choices=[*KINDS], default="", help="only workbooks, or only Word forms")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        without = set(chosen.without)
        modules = None if "SheetJS" in without else chosen.modules or sheetjs(folder / "npm")
        if not chosen.program and (gone := missing(modules, without)):
            print(
                f"not installed: {', '.join(gone)}. Install it, or say --without {gone[0]}", file=sys.stderr
            )
            return 1
        todo = cases(chosen.damages, chosen.language, chosen.kind)
        only = chosen.program or [name for name in programs(modules) if not name.startswith(tuple(without))]
        found = measure(folder, todo, only, modules, thorough=chosen.thorough)
    report.show(found, verbose=chosen.verbose)
    if chosen.write:
        report.write(found, sorted(without))
    return report.failed(found)


if __name__ == "__main__":
    sys.exit(main())
