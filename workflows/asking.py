"""What goes back to a sender: in its language, what was read and what needs another look."""

from collections.abc import Iterable

from problems import Problem, Severity
from workflows.judging import FileOutcome
from workflows.workspace import Workspace


def write_questions(
    workspace: Workspace, outcomes: Iterable[FileOutcome], languages: dict[str, str]
) -> tuple[str, ...]:
    """Write outbox/questions-<stakeholder>.txt for each new return with something to ask back.

    `languages`: in which each stakeholder is asked. A body's newer return replaces the text about its older
    one, or takes it away where nothing is left to ask. Returns the paths written.
    """
    written = []
    for outcome in outcomes:
        if outcome.known or not outcome.stakeholder:
            continue
        path = workspace.folder.outbox / f"questions-{outcome.stakeholder}.txt"
        text = _text(workspace, outcome, languages[outcome.stakeholder])
        if not text:
            path.unlink(missing_ok=True)
            continue
        path.write_text(text, encoding="utf-8")  # no fsync: it can be told again from the record
        written.append(workspace.shown(path))
    return tuple(written)


def _text(workspace: Workspace, outcome: FileOutcome, language: str) -> str:
    """Say what became of the return, then each doubt at its cell; nothing where all could be read."""
    if all(each.severity < Severity.ERROR for each in outcome.problems):
        return ""
    doubts = [each for each in outcome.problems if each.severity >= Severity.WARNING]
    lines = ["\n".join(filter(None, (_where(each), each.message(language)))) for each in doubts]
    point = workspace.consultation.focal_point
    contact = "\n".join(filter(None, (point.name, point.office, point.email, point.telephone)))
    return "\n\n".join([outcome.verdict.for_sender(language), *lines, contact]) + "\n"


def _where(problem: Problem) -> str:
    """Name the cell and the question, as the sender sees them; nothing for what concerns the whole file."""
    place = problem.place
    if not place.cell:
        return ""
    return f"{place.sheet}!{place.cell}" + (f" ({problem.item})" if problem.item else "")
