"""`make bench`: ours against the plain alternative, in one run, as ratios. Takes a few minutes.

Every figure is measured here and now; nothing is compared with numbers from elsewhere. Whole commands are
timed as whole processes, in turn with what they are compared with.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import engine_rows, memory_rows, scenes

PYTHON = sys.executable
CONSULT = str(Path(sys.executable).with_name("consult"))


def seconds(job: Callable[[], object]) -> float:
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def process_seconds(*command: str, cwd: Path | None = None) -> float:
    return seconds(lambda: subprocess.run(command, check=True, capture_output=True, cwd=cwd))


def in_turn(
    one: Callable[[], float], other: Callable[[], float], rounds: int = 7
) -> tuple[float, float, float]:
    """Time two things in turn; return the medians and the median of the ratios pair by pair."""
    one(), other()
    pairs = [(one(), other()) for _ in range(rounds)]
    ratio = statistics.median(first / second for first, second in pairs)
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs), ratio


def main() -> None:
    table = Table(title="consult against the plain alternative", box=None, padding=(0, 2))
    for name in ("what", "ours", "plain", "ratio", "goal"):
        table.add_column(name, justify="left" if name == "what" else "right")
    console = Console(width=120)
    with tempfile.TemporaryDirectory() as folder:
        for what, ours, plain, ratio, goal in rows(Path(folder)):
            console.print(f"  measured: {what}", style="dim")
            table.add_row(what, ours, plain, ratio, goal)
    console.print(table)


def rows(folder: Path):
    scene = scenes.consultation(folder / "main", bodies=300, items=120)
    yield from issuing(scene)
    yield from receiving(scene)
    yield from compiling(folder)
    yield from commands(scene)
    yield from engine_rows.rows(folder)
    yield from memory_rows.rows()


def issuing(scene: scenes.Scene):
    ours = seconds(scene.issue_all)
    plain = seconds(lambda: scene.write_plainly(60)) * len(scene.stakeholders) / 60
    yield (
        f"issue {len(scene.stakeholders)} workbooks, same items",
        f"{ours:.2f} s",
        f"{plain:.2f} s",
        f"{plain / ours:.1f} × faster",
        "≥ 3 ×",
    )
    apart = seconds(lambda: scene.issue_apart(60)) * len(scene.stakeholders) / 60
    yield (
        "  every one with items of its own",
        f"{apart:.2f} s",
        f"{plain:.2f} s",
        f"{plain / apart:.1f} × faster",
        "≥ 3 ×",
    )


def receiving(scene: scenes.Scene):
    """The whole way of a file in, then its parts: what is read in the sandbox, what the letters back cost."""
    paths = scene.returned()
    plain = seconds(lambda: scenes.read_plainly(paths[:60])) * len(paths) / 60
    scenes.read_barely(paths[:10])
    bare = seconds(lambda: scenes.read_barely(paths))
    opened, understood = scene.seconds_in_sandbox(paths)
    silent = seconds(lambda: scene.receive_all(letters=False))
    scene = scenes.consultation(scene.root.parent / "answered", bodies=len(paths), items=120)
    scene.returned()
    whole = seconds(scene.receive_all)
    yield (
        f"receive {len(paths)}: store, sandbox, read, judge, record",
        f"{silent:.2f} s",
        f"{plain:.2f} s",
        f"{plain / silent:.1f} × faster",
        "≥ 5 ×",
    )
    yield (
        "  the same with a letter back to each",
        f"{whole:.2f} s",
        f"{plain:.2f} s",
        f"{plain / whole:.1f} × faster",
        "",
    )
    yield (
        "hardened read of each (scan, child, calamine) / bare calamine",
        f"{opened:.2f} s",
        f"{bare:.2f} s",
        f"{opened / bare:.2f} × the time",
        "≤ 3 ×",
    )
    yield (
        "  with every answer understood",
        f"{understood:.2f} s",
        f"{bare:.2f} s",
        f"{understood / bare:.2f} × the time",
        "",
    )
    yield (
        "  with everything that receive does, letters too",
        f"{whole:.2f} s",
        f"{bare:.2f} s",
        f"{whole / bare:.1f} × the time",
        "",
    )


def compiling(folder: Path):
    measured = {}
    for bodies in (100, 300, 1000):
        scene = scenes.recorded(folder / f"compile{bodies}", bodies=bodies, items=120)
        result = subprocess.run(
            [PYTHON, "-m", "benchmarks.compile_once", str(scene.root)],
            check=True,
            capture_output=True,
            text=True,
            cwd=Path(__file__).resolve().parent.parent,
        )
        word, whole, peak = result.stdout.split()
        measured[bodies] = float(word), float(whole), float(peak)
    word, whole, peak = measured[300]
    plain = seconds(lambda: scenes.word_plainly(bodies=300, items=120))
    yield (
        "Word of 120 items × 300 answers (internal)",
        f"{word:.2f} s",
        f"{plain:.2f} s",
        f"{plain / word:.1f} × faster",
        "≥ 10 ×",
    )
    yield (
        "  read, reconcile, assemble and Word",
        f"{whole:.2f} s",
        f"{plain:.2f} s",
        f"{plain / whole:.1f} × faster",
        "",
    )
    slope = (measured[1000][1] / 1000) / (measured[100][1] / 100)
    yield (
        "  per body at 1,000 against at 100",
        f"{measured[1000][1]:.2f} s",
        f"{measured[100][1]:.2f} s",
        f"{slope:.2f} ×",
        "≤ 1: linear",
    )
    yield "  peak memory at 300", f"{peak:.0f} MB", "", "", "< 500 MB"


def commands(scene: scenes.Scene):
    empty = scene.root.parent / "empty.py"
    empty.write_text(
        "import typer\napp = typer.Typer()\n@app.command()\ndef main() -> None:\n    pass\napp()\n"
    )
    ours, plain, ratio = in_turn(
        lambda: process_seconds(CONSULT, "--help"), lambda: process_seconds(PYTHON, str(empty), "--help")
    )
    yield (
        "consult --help against an empty Typer app",
        f"{ours:.3f} s",
        f"{plain:.3f} s",
        f"{ratio:.2f} ×",
        "≤ 1.3 ×",
    )
    ours, plain, ratio = in_turn(
        lambda: process_seconds(CONSULT, "status", cwd=scene.root),
        lambda: process_seconds(PYTHON, "-c", "import sqlmodel"),
    )
    yield (
        "consult status (36,000 answers) against import sqlmodel",
        f"{ours:.3f} s",
        f"{plain:.3f} s",
        f"{ratio:.2f} ×",
        "≤ 1.5 ×",
    )


if __name__ == "__main__":
    main()
