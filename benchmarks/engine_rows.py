"""What the engine costs: nothing due, against size; a State of many; two workers against one."""

import re
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks import scenes

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
CONSULT = str(Path(sys.executable).with_name("consult"))
ROUNDS = 9


def seconds(*command: str, cwd: Path) -> float:
    """Run a whole process; return the processor's seconds, which others on the machine disturb least."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True, cwd=cwd)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def least(*jobs: Callable[[], float]) -> list[float]:
    """Time several things in turn; the least of each, since whatever else runs only ever adds."""
    for job in jobs:
        job()
    return [min(times) for times in zip(*[[job() for job in jobs] for _ in range(ROUNDS)], strict=True)]


def rows(folder: Path):
    yield from nothing_due(folder)
    yield from per_state(folder)


def nothing_due(folder: Path):
    small = scenes.consultation(folder / "advance10", bodies=10, items=120).root
    large = scenes.consultation(folder / "advance1000", bodies=1000, items=120).root
    of_ten, of_thousand, plain = least(
        lambda: seconds(CONSULT, "advance", cwd=small),
        lambda: seconds(CONSULT, "advance", cwd=large),
        lambda: seconds(PYTHON, "-c", "import sqlmodel", cwd=folder),
    )
    yield (
        "consult advance, nothing due, against import sqlmodel (CPU)",
        f"{of_ten:.3f} s",
        f"{plain:.3f} s",
        f"{of_ten / plain:.2f} ×",
        "≤ 1.5 ×",
    )
    yield (
        "  with 1,000 stakeholders against 10",
        f"{of_thousand:.3f} s",
        f"{of_ten:.3f} s",
        f"{of_thousand / of_ten:.2f} ×",
        "≤ 1.5 ×",
    )


def per_state(folder: Path):
    """Write the last reminder of 20 stakeholders in each of 10 and of 190 States."""
    model = folder / "state"
    scenes.consultation(model, bodies=20, items=40)
    deadline = scenes.DEADLINE.strftime("%Y-%m-%d")
    shipped = (ROOT / "workflows/definitions/consultation/process.yaml").read_text()
    any_time = re.sub(r"(?m)^quiet: .*$", "", shipped).replace("shift: previous", "shift: none")
    (model / "process.yaml").write_text(any_time)
    french = ROOT / "workflows/definitions/consultation/process.fr.yaml"
    shutil.copy(french, model)
    at = f"{deadline}T12:00"
    yield flat(folder, model, at)
    yield workers(folder, model, at)


def flat(folder: Path, model: Path, at: str):
    cost = {}
    for count in (10, 190):
        folders = copies(model, folder / f"{count}", count + 1)
        (cpu, _), *_ = states(at, folders)
        cost[count] = cpu / count
    return (
        "a reminder to 20 stakeholders, per State of 190 against of 10 (CPU)",
        f"{cost[190]:.2f} s",
        f"{cost[10]:.2f} s",
        f"{cost[190] / cost[10]:.2f} ×",
        "≤ 1.1: flat",
    )


def workers(folder: Path, model: Path, at: str):
    """Advance 24 States by one process, and by two side by side with 12 each: what a second worker adds."""
    ((_, one),) = states(at, copies(model, folder / "one", 25))
    two = max(
        wall for _, wall in states(at, copies(model, folder / "a", 13), copies(model, folder / "b", 13))
    )
    return (
        "24 States by one process against two side by side",
        f"{two:.2f} s",
        f"{one:.2f} s",
        f"{one / two:.2f} ×",
        "≥ 1.7 ×",
    )


def copies(model: Path, folder: Path, count: int) -> list[Path]:
    folders = [folder / f"s{number}" for number in range(count)]
    for each in folders:
        shutil.copytree(model, each)
    return folders


def states(at: str, *shares: list[Path]) -> list[tuple[float, float]]:
    """Advance each share by a process of its own, all at once; return CPU and wall seconds of each."""
    running = [
        subprocess.Popen(
            [PYTHON, "-m", "benchmarks.engine_states", at, *map(str, share)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        for share in shares
    ]
    told = [each.communicate()[0].split() for each in running]
    return [(float(cpu), float(wall)) for cpu, wall in told]
