"""Settle: merge what agrees, lay what does not before a person, take the decisions back."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from clusters.load import load_law
from consultation.folder import write_whole
from problems import Place, Problem
from problems.stages import NoSuchFile, NothingReturned, Refused
from responses.reconcile import stale_decisions
from store.connection import Store
from store.record import record_decisions
from workbooks.decisions import decision_workbook, read_decisions
from workbooks.sandbox import Sandbox
from workflows.guards import launched_store, must_not_be_cleared
from workflows.situation import Situation, read_situation
from workflows.workspace import Workspace


@dataclass(frozen=True)
class Settled:
    """What is agreed and what is not; `workbook` is where the contradictions lie to be decided."""

    situation: Situation
    problems: tuple[Problem, ...] = ()
    recorded: int = 0
    workbook: str = ""


def settle(
    workspace: Workspace, *, at: datetime, decisions: Path | None = None, workshop: bool = False
) -> Settled:
    """Reconcile the answers; with `decisions`, take a filled decision workbook back first.

    Where contradictions remain, they lie in exports/decisions-<digest of the contradictions>.xlsx: as long as
    they are the same, the file a person may be filling in is left as it is. The `workshop` edition names
    only those who agreed to it.
    """
    with launched_store(workspace) as store:
        must_not_be_cleared(workspace, store)
        situation = read_situation(workspace, store)
        if not situation.answers:
            raise Refused(NothingReturned())
        recorded, problems = 0, list(situation.problems)
        if decisions and not decisions.is_file():
            raise Refused(NoSuchFile(place=Place(str(decisions)), name=decisions.name))
        if decisions:
            recorded, found = _take(workspace, store, situation, decisions, at)
            problems += found
        if recorded:
            situation = read_situation(workspace, store)
        workbook = _write(workspace, situation, at, workshop=workshop)
    return Settled(situation, tuple(problems), recorded, workbook)


def _take(
    workspace: Workspace, store: Store, situation: Situation, path: Path, at: datetime
) -> tuple[int, list[Problem]]:
    """Read a filled decision workbook in the sandbox and record what it decides."""
    shown = workspace.shown(path)
    with Sandbox(children=1) as sandbox:
        contents, problems = sandbox.open(path.read_bytes(), shown=shown)
    if contents is None:
        return 0, problems
    decided, found = read_decisions(
        contents,
        items=situation.items,
        divergences=situation.contradictions,  # so that the same file may be read twice
        language=workspace.consultation.language,
        decided_at=at,
        shown=shown,
    )
    return record_decisions(store, decided, at=at, actor=workspace.actor), [*problems, *found]


def _write(workspace: Workspace, situation: Situation, at: datetime, *, workshop: bool) -> str:
    if not situation.divergences:
        return ""
    fingerprints = sorted(divergence.fingerprint for divergence in situation.divergences.values())
    digest = hashlib.sha256("".join(fingerprints).encode()).hexdigest()[:8]
    path = workspace.folder.exports / f"decisions-{digest}{'-workshop' if workshop else ''}.xlsx"
    if path.exists():
        return workspace.shown(path)
    workbook = decision_workbook(
        workspace.consultation,
        situation.divergences,
        situation.items,
        situation.stakeholders,
        language=workspace.consultation.language,
        at=at.astimezone(workspace.consultation.deadline_at.tzinfo),
        law=load_law(),
        names=not workshop,
        earlier=stale_decisions(situation.divergences, situation.decisions),
    )
    write_whole(path, workbook)
    return workspace.shown(path)
