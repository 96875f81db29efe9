"""Submit: compile the Word and Excel submission, and record that the focal point clears it."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from consultation.folder import write_whole
from exports.assemble import assemble
from exports.check import check
from exports.excel import render_excel
from exports.submission import Edition, Submission
from exports.word import render_word
from problems import Place, Problem
from problems.stages import (
    AnswersMissing,
    NothingCompiled,
    NothingDrafted,
    NothingReturned,
    NotTheFocalPoint,
    Refused,
    StillDiverging,
    SubmissionOutdated,
)
from store import query
from store.connection import Store
from store.progress import progress
from store.record import record_clearance
from workflows.guards import launched_store, must_not_be_cleared
from workflows.process_read import read_process
from workflows.produce import drafted
from workflows.reading import workspace_now
from workflows.situation import Situation, read_situation
from workflows.workspace import Workspace

MANIFEST = "submission-{language}.json"
"""What was compiled in a language, with the digest of every file: all of them are cleared together."""


@dataclass(frozen=True)
class Compiled:
    """What was compiled: the files' paths, and the submission they show."""

    paths: tuple[str, ...]
    submission: Submission
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Cleared:
    at: datetime
    by: str
    digest: str
    paths: tuple[str, ...]
    again: bool = False


def compile_submission(
    workspace: Workspace,
    *,
    at: datetime,
    language: str,
    draft: bool,
    editions: Sequence[Edition] = ("external",),
) -> Compiled:
    """Compile the submission as it follows from the record now.

    A final one is refused while contradictions are undecided; it leaves a manifest with the digest of each
    file, by which `clear` knows that it still is what the record yields.
    """
    with launched_store(workspace) as store:
        must_not_be_cleared(workspace, store)
        workspace = workspace_now(workspace, store)
        situation, names = read_situation(workspace, store), _names(store)
        names_of_owing = [row.name for row in progress(store).stakeholders if row.given < row.owed]
    if not situation.answers:
        raise Refused(NothingReturned())
    if situation.divergences and not draft:
        open_items = tuple(situation.divergences)
        raise Refused(StillDiverging(count=len(open_items), items=open_items))
    digests: dict[str, str] = {}
    doubts: list[Problem] = []
    if names_of_owing and not draft:
        doubts.append(AnswersMissing(count=len(names_of_owing), names=tuple(names_of_owing)))
    submission = None
    for edition in editions:
        submission = _assembled(workspace, situation, names, at, language, draft=draft, edition=edition)
        doubts += check(submission) if edition == "external" else ()
        for path, data in _rendered(workspace, submission):
            write_whole(workspace.folder.exports / path, data)
            digests[path] = hashlib.sha256(data).hexdigest()
    if submission is None:
        raise ValueError("no edition")
    if not draft:
        manifest = {
            "compiled": at.isoformat(),
            "language": language,
            "editions": list(editions),
            "sha256": digests,
        }
        text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
        write_whole(workspace.folder.exports / MANIFEST.format(language=language), text.encode())
    paths = tuple(workspace.shown(workspace.folder.exports / name) for name in digests)
    return Compiled(paths, submission, (*situation.problems, *doubts))


EDITIONS: dict[str, tuple[Edition, ...]] = {
    "external": ("external",),
    "internal": ("internal",),
    "both": ("external", "internal"),
}


def clear(workspace: Workspace, *, by: str, at: datetime) -> Cleared:
    """Record the focal point's clearance of the final submission, or of drafts, and freeze the record.

    The submission is compiled once more in each language, as of the time in its manifest: unless every byte
    is the same, it is no longer what the record yields, and nothing is cleared.
    """
    with launched_store(workspace) as store, store.transaction():
        workspace = workspace_now(workspace, store)
        focal_point = workspace.consultation.focal_point.name
        if " ".join(by.split()).casefold() != " ".join(focal_point.split()).casefold():
            raise Refused(NotTheFocalPoint(by=by, focal_point=focal_point))
        earlier = query.clearance(store)
        if earlier is not None:
            return Cleared(earlier.at, focal_point, earlier.digest, earlier.paths, again=True)
        digests = _submitted(workspace, store)
        digest = hashlib.sha256(json.dumps(digests, sort_keys=True).encode()).hexdigest()
        paths = tuple(workspace.shown(workspace.folder.exports / name) for name in digests)
        record_clearance(store, digest=digest, paths=paths, at=at, actor="focal-point")
    return Cleared(at, focal_point, digest, paths)


def _submitted(workspace: Workspace, store: Store) -> dict[str, str]:
    """Return what is cleared, with its digests: the submission, or the drafts of a process without one."""
    process, _ = read_process(workspace.consultation.process, workspace.folder.root)
    if process is not None and all(each.asks != "questionnaires" for each in process.rounds):
        drafts = drafted(workspace, process, store)
        if not drafts:
            raise Refused(NothingDrafted())
        return drafts
    manifests = _manifests(workspace)
    situation, names = read_situation(workspace, store), _names(store)
    digests: dict[str, str] = {}
    for manifest in manifests:
        _must_be_current(workspace, situation, names, manifest)
        digests |= manifest["sha256"]
    return digests


def _manifests(workspace: Workspace) -> list[dict[str, Any]]:
    """Read the manifests of all languages; refuse where there is none, or one that is not ours."""
    paths = sorted(workspace.folder.exports.glob(MANIFEST.format(language="*")))
    if not paths:
        raise Refused(NothingCompiled())
    return [_manifest(workspace, path) for path in paths]


def _manifest(workspace: Workspace, path: Path) -> dict[str, Any]:
    damaged = Refused(
        SubmissionOutdated(
            place=Place(workspace.shown(path)), name=path.name, language=path.stem.rpartition("-")[2]
        )
    )
    try:
        manifest = dict(json.loads(path.read_text(encoding="utf-8")))
        datetime.fromisoformat(manifest["compiled"])
    except (ValueError, KeyError, TypeError) as error:
        raise damaged from error
    if not (manifest.get("language") and manifest.get("editions") and manifest.get("sha256")):
        raise damaged
    return manifest


def _must_be_current(
    workspace: Workspace, situation: Situation, names: dict[str, str], manifest: dict[str, Any]
) -> None:
    if situation.divergences:
        open_items = tuple(situation.divergences)
        raise Refused(StillDiverging(count=len(open_items), items=open_items))
    at = datetime.fromisoformat(manifest["compiled"])
    yielded: dict[str, str] = {}
    for edition in manifest["editions"]:
        submission = _assembled(
            workspace, situation, names, at, manifest["language"], draft=False, edition=edition
        )
        yielded |= {path: hashlib.sha256(data).hexdigest() for path, data in _rendered(workspace, submission)}
    for name, digest in manifest["sha256"].items():
        path = workspace.folder.exports / name
        on_disk = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        if not on_disk == digest == yielded.get(name):
            shown = workspace.shown(path)
            language = str(manifest["language"])
            raise Refused(SubmissionOutdated(place=Place(shown), name=name, language=language))


def _assembled(
    workspace: Workspace,
    situation: Situation,
    names: dict[str, str],
    at: datetime,
    language: str,
    *,
    draft: bool,
    edition: Edition,
) -> Submission:
    return assemble(
        workspace.consultation,
        situation.questionnaires,
        situation.agreed,
        situation.divergences,
        situation.stakeholders,
        situation.assignments,
        language=language,
        edition=edition,
        draft=draft,
        at=at.astimezone(workspace.consultation.deadline_at.tzinfo),
        launched=situation.launched_at,
        files=names,
        answers=situation.answers,
    )


def _names(store: Store) -> dict[str, str]:
    return {file.sha256: file.names[0] for file in query.files(store)}


def _rendered(workspace: Workspace, submission: Submission) -> list[tuple[str, bytes]]:
    """Render both files of an edition: `xa-untoc-1-external-fr.docx`, or with `-draft`."""
    parts = [workspace.consultation.state.lower(), *workspace.consultation.questionnaires]
    parts += [submission.edition, submission.language, *(["draft"] if submission.draft else [])]
    stem = "-".join(part.replace(".", "-") for part in parts)
    return [(f"{stem}.docx", render_word(submission)), (f"{stem}.xlsx", render_excel(submission))]
