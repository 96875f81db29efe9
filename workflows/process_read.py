"""Read a process: the shipped ones, one's own, and what a consultation folder says in their place."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from problems import Problem, Severity, nearest
from problems.settings import ProcessUnknown
from problems.stages import Refused
from questionnaires.model import Questionnaire
from sources.translations import translate
from sources.yaml import load_model, read_yaml
from workflows.process import Process, Written
from workflows.process_check import check_process

if TYPE_CHECKING:
    from workflows.workspace import Workspace

DEFINITIONS = Path(__file__).parent / "definitions"
COMMON = DEFINITIONS / "common"
"""Letters that every process may need, such as that of an extension."""

FILE = "process.yaml"
LONGEST = 400
"""Characters that a title or a line about something may have."""


@cache
def shipped_processes() -> tuple[str, ...]:
    return tuple(sorted(path.parent.name for path in DEFINITIONS.glob(f"*/{FILE}")))


def read_process(name: str, folder: Path) -> tuple[Process | None, list[Problem]]:
    """Read the process `name`: what the consultation folder holds of it goes before what is shipped."""
    roots = tuple(root for root in (folder, DEFINITIONS / name, COMMON) if root.is_dir())
    path = next((root / FILE for root in roots if (root / FILE).is_file()), DEFINITIONS / name / FILE)
    shown = FILE if path.parent == folder else f"{name}/{FILE}"
    document, problems = read_yaml(path, shown=shown)
    if document is None:
        return None, problems
    written, problems = load_model(document, Written)
    if written is None:
        return None, problems
    texts, wrong = translate(path, shown, written.words, head={"process": written.process}, longest=LONGEST)
    process = Process(written, texts, roots)
    problems = [*check_process(process, document), *wrong]
    broken = any(problem.severity >= Severity.ERROR for problem in problems)
    return None if broken else process, problems


def process_of(workspace: "Workspace") -> Process:
    """Return the process of a consultation; raises Refused, with the first thing that is wrong with it."""
    process, problems = read_process(workspace.consultation.process, workspace.folder.root)
    if process is None:
        raise Refused(problems[0])
    return process


def read_forms(process: Process) -> tuple[dict[str, Questionnaire], list[Problem]]:
    """Read the forms that the rounds of a process ask, by their short ids."""
    from questionnaires.form import read_form

    found: dict[str, Questionnaire] = {}
    problems: list[Problem] = []
    for name in dict.fromkeys(
        name for each in process.rounds if each.asks != "questionnaires" for name in each.asks
    ):
        path = process.part(f"forms/{name}.yaml")
        if path is None:
            continue  # said by the check of the process
        form, wrong = read_form(path, process.id, f"forms/{path.name}")
        problems += wrong
        if form is not None:
            found[name] = form
    return found, problems


def choose_process(wished: str) -> tuple[str, dict[str, bytes], list[Problem]]:
    """Find a process by name, or one of one's own by its folder, whose files go into the consultation's."""
    if wished in shipped_processes():
        return wished, {}, []
    root = Path(wished)
    if not (root / FILE).is_file():
        allowed = shipped_processes()
        return "", {}, [ProcessUnknown(value=wished, allowed=allowed, near=nearest(wished, allowed))]
    process, problems = read_process(root.resolve().name, root)
    if process is None:
        return "", {}, problems
    _, wrong = read_forms(process)
    if any(problem.severity >= Severity.ERROR for problem in wrong):
        return "", {}, wrong
    patterns = ("process*.yaml", "forms/*.yaml", "letters/*/*.j2", "products/*/*.j2")
    found = sorted(path for pattern in patterns for path in root.glob(pattern))
    return process.id, {path.relative_to(root).as_posix(): path.read_bytes() for path in found}, []
