"""The tables of the benchmark: for the terminal, and for docs/intake.md."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.intake.damages import damages
from benchmarks.intake.score import Score, summed

PAGE = Path(__file__).resolve().parents[2] / "docs" / "intake.md"
BEGIN, END = "<!-- begin: make bench-intake -->", "<!-- end -->"

Found = Mapping[tuple[str, str], Score]
COLUMNS = (
    "files",
    "present",
    "rescued",
    "by program",
    "asked back",
    "unclear",
    "misplaced",
    "changed",
    "wrong",
    "lost",
)


def cells(score: Score) -> list[str]:
    """Return the figures of a row, as COLUMNS names them."""
    return [
        str(score.files),
        str(score.present),
        share(score.rescued, score.present),
        str(len(score.altered) or "–"),
        str(score.asked),
        f"{score.mentioned}/{score.unclear}" if score.unclear else "–",
        *(str(len(each)) for each in (score.misplaced, score.changed, score.wrong, score.silent)),
    ]


def share(part: int, whole: int) -> str:
    """Return a share in per cent, never rounded up to 100."""
    return "–" if not whole else f"{int(1000 * part / whole) / 10:.1f} %"


def by_damage(found: Found, kind: str) -> Iterable[tuple[str, Score]]:
    for each in damages():
        scores = [score for (name, _), score in found.items() if name == each.name and each.kind == kind]
        if scores:
            yield each.what, summed(scores)


def by_program(found: Found) -> Iterable[tuple[str, Score]]:
    for program in dict.fromkeys(program for _, program in found):
        yield program, summed(score for (_, other), score in found.items() if other == program)


def _tables(found: Found) -> Iterable[tuple[str, list[tuple[str, Score]]]]:
    titles = {"workbook": "What was done to the workbook", "form": "What was done to the Word form"}
    for kind, title in titles.items():
        if rows := list(by_damage(found, kind)):
            yield title, rows
    yield "Saved by", list(by_program(found))


def show(found: Found, *, verbose: bool) -> None:
    console = Console(width=150)
    for title, rows in _tables(found):
        table = Table(title=title, box=None, padding=(0, 1))
        table.add_column("what was done", overflow="fold")
        for name in COLUMNS:
            table.add_column(name, justify="right")
        for what, score in rows:
            bad = score.misplaced or score.changed or score.wrong or score.silent
            table.add_row(what, *cells(score), style="red" if bad else "")
        table.add_row("everything", *cells(summed(found.values())), style="bold")
        console.print(table)
    total = summed(found.values())
    if verbose:
        for line in total.unread:
            console.print(f"asked back: {line}", style="dim", markup=False, soft_wrap=True)


FAULTS = ("crashed", "untrue", "wrong", "misplaced", "changed", "silent")


def faults(program: str, found: Found) -> None:
    """Say how far the measuring is, and what is wrong so far."""
    total = summed(score for (_, other), score in found.items() if other == program)
    print(f"  {program}: {total.files} files, {share(total.rescued, total.present)} rescued", flush=True)
    for name in FAULTS:
        for line in getattr(total, name)[:25]:
            print(f"    {name}: {line}"[:220], flush=True)


def write(found: Found, without: Sequence[str]) -> None:
    """Write the tables between the marks of docs/intake.md; `without`: programs that were left out."""
    text = PAGE.read_text(encoding="utf-8")
    head, _, rest = text.partition(BEGIN)
    tail = rest.partition(END)[2]
    tables = "\n\n".join(_markdown(title, rows) for title, rows in _tables(found))
    total = _markdown("", [("everything", summed(found.values()))])
    if without:
        total = f"Left out, so not measured here: {', '.join(without)}.\n\n{total}"
    PAGE.write_text(f"{head}{BEGIN}\n\n{total}\n\n{tables}\n\n{END}{tail}", encoding="utf-8")


def _markdown(title: str, rows: Iterable[tuple[str, Score]]) -> str:
    lines = [f"| {title} | " + " | ".join(COLUMNS) + " |", "|---|" + "--:|" * len(COLUMNS)]
    lines += ["| " + " | ".join((what, *cells(score))) + " |" for what, score in rows]
    return "\n".join(lines)


GOAL = 0.99
"""So much of what is present must be read rightly."""


def failed(found: Found) -> int:
    """Return 1 where a goal is missed or the benchmark contradicts the files, else 0."""
    total = summed(found.values())
    never = total.misplaced or total.changed or total.wrong or total.silent or total.untrue or total.crashed
    return int(bool(never) or total.rescued < GOAL * total.present)
