"""Join two rows of the registry that are one body."""

from dataclasses import dataclass
from datetime import datetime

from problems import Problem
from problems.registry import BodyUnknown, BodyWasAsked, SameBody
from problems.stages import Refused
from problems.store import DatabaseMissing, StoreUnavailable
from stakeholders.entries import Entry
from stakeholders.merging import Merge, merge
from store import query
from store.open import open_store
from workflows.registry import Register, read_register
from workflows.registry_writing import copy_of, write_cells
from workflows.workspace import Workspace


@dataclass(frozen=True)
class Merged:
    keep: Entry
    other: Entry
    merge: Merge
    copy: str  # name of the file that keeps the registry as it was
    in_routing: bool  # whether routing.yaml names the one that is gone


def merge_bodies(workspace: Workspace, keep: str, other: str, *, at: datetime) -> Merged:
    """Join the body `other` into `keep`, each given by its id or as `row:7`.

    Refused where there is no such body, and where `other` has been asked: its id stands in the record.
    """
    register = read_register(workspace)
    ours, theirs = _entry(register, keep), _entry(register, other)
    if ours.row == theirs.row:
        raise Refused(SameBody(place=ours.place, value=ours.ref))
    asked = asked_bodies(workspace)
    if theirs.ref in asked:
        problem = BodyWasAsked(place=theirs.place, keep=ours.ref, other=theirs.ref, both=ours.ref in asked)
        raise Refused(problem)
    if register.sheet is None:
        raise TypeError("a registry with bodies has a table")
    disclosure = workspace.consultation.disclosure
    joined = merge(register.sheet, ours, theirs, known=register.known, disclosure=disclosure)
    path = workspace.folder.registry
    copy = copy_of(path, at, workspace.consultation.zone)
    write_cells(path, joined.cells, copy=copy)
    return Merged(ours, theirs, joined, copy.name, _in_routing(workspace, theirs.ref))


def asked_bodies(workspace: Workspace) -> frozenset[str]:
    """Return the ids of the bodies that the record holds; none before the launch."""
    try:
        with open_store(workspace.database, create=False) as store:
            return frozenset(body.id for body in query.stakeholders(store))
    except StoreUnavailable as error:
        if isinstance(error.problem, DatabaseMissing):
            return frozenset()
        raise


def _entry(register: Register, ref: str) -> Entry:
    found = register.sheet.find(ref) if register.sheet else None
    if found is None or isinstance(found, Problem):
        raise Refused(found or BodyUnknown(value=ref))
    return found


def _in_routing(workspace: Workspace, ref: str) -> bool:
    routing = workspace.folder.routing
    if not routing.is_file():
        return False
    lines = routing.read_text(encoding="utf-8", errors="replace").splitlines()
    words = [
        line.split("#")[0].replace(",", " ").replace("}", " ").replace("]", " ").split() for line in lines
    ]
    return any(ref in line or f"[{ref}" in line for line in words)
