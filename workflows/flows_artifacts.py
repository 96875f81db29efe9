"""Tables for Prefect's pages: bodies by id and never by name, since those pages are not the record."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from prefect.artifacts import create_markdown_artifact, create_table_artifact
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterKey
from prefect.client.schemas.sorting import ArtifactSort

from languages import say
from store import standing
from store.connection import Store
from store.progress import Progress, progress
from workflows.guards import launched_store
from workflows.timetable import slug
from workflows.warning_read import watch
from workflows.warning_words import Telling, instruments_of
from workflows.workspace import Workspace

Row = Mapping[str, object]


def leave_artifacts(workspace: Workspace, *, at: datetime) -> None:
    """Leave the progress, coverage, warnings and documents, each where it says something new."""
    language = workspace.consultation.language
    with launched_store(workspace) as store:
        counted = progress(store)
        worries = _worries(workspace, store, at)
    pages = _Pages(slug(workspace), language)
    pages.table(
        "progress", _progress(counted, ZoneInfo(workspace.consultation.zone)), _summary(counted, language)
    )
    pages.table("coverage", _coverage(counted, language), say(language, "engine", "coverage"))
    pages.table("warnings", worries, say(language, "engine", "warnings", count=len(worries)))
    pages.markdown("documents", _documents(workspace))


class _Pages:
    """The artifacts of a consultation; what has not changed since the last time is not left again."""

    def __init__(self, name: str, language: str) -> None:
        self.name, self.language = name, language

    def table(self, kind: str, rows: Sequence[Row], about: str) -> None:
        titled = [
            {say(self.language, "engine", f"column-{name}"): value for name, value in row.items()}
            for row in rows
        ]
        if not self._says(kind, json.dumps(titled), about):
            create_table_artifact(table=titled, key=f"{kind}-{self.name}", description=about)

    def markdown(self, kind: str, text: str) -> None:
        about = say(self.language, "engine", kind)
        if not self._says(kind, text, about):
            create_markdown_artifact(markdown=text, key=f"{kind}-{self.name}", description=about)

    def _says(self, kind: str, data: str, about: str | None) -> bool:
        """Say whether the latest artifact of a kind says just this."""
        wanted = ArtifactFilter(key=ArtifactFilterKey(any_=[f"{kind}-{self.name}"]))
        with get_client(sync_client=True) as client:
            found = client.read_artifacts(artifact_filter=wanted, sort=ArtifactSort.CREATED_DESC, limit=1)
        return bool(found) and (found[0].data, found[0].description) == (data, about)


def _summary(counted: Progress, language: str) -> str:
    return say(
        language,
        "engine",
        "progress",
        returned=counted.returned,
        asked=sum(each.asked > 0 for each in counted.stakeholders),
        given=counted.given,
        owed=counted.owed,
        contradictory=counted.contradictory,
        waiting=counted.waiting,
    )


def _progress(counted: Progress, zone: ZoneInfo) -> list[Row]:
    return [
        {
            "body": each.id,
            "asked": each.asked,
            "answered": each.answered,
            "version": each.version or "",
            "last": each.last_return.astimezone(zone).strftime("%Y-%m-%d %H:%M") if each.last_return else "",
        }
        for each in counted.stakeholders
    ]


def _coverage(counted: Progress, language: str) -> list[Row]:
    return [
        {
            "article": each.key,
            "asked": each.asked,
            "answered": each.answered,
            "voice": say(language, "engine", "yes") if each.answered == 1 else "",
            "contradictions": each.contradictory or "",
        }
        for each in counted.articles
        if each.asked
    ]


def _worries(workspace: Workspace, store: Store, at: datetime) -> list[Row]:
    """Say what may go wrong in the rounds that are open, about whom by id."""
    language, zone = workspace.consultation.language, ZoneInfo(workspace.consultation.zone)
    rows: list[Row] = []
    for name in standing.rounds(store):
        watched = watch(store, name, at=at, soft=None)
        articles = [each.subject for each in watched.concerns if each.about_article]
        ids = {body.id: body.id for body in watched.progress.stakeholders}
        telling = Telling(language, zone, ids, instruments_of(articles))
        rows += [{"what": telling.concern(each), "do": telling.remedy(each)} for each in watched.concerns]
    return rows


def _documents(workspace: Workspace) -> str:
    """List what lies in exports/, as paths: the page of a server cannot open the files of a machine."""
    language, root = workspace.consultation.language, workspace.folder.exports
    found = sorted(path for path in root.rglob("*") if path.is_file() and not path.name.startswith("."))
    head = f"## {say(language, 'engine', 'documents')}\n\n"
    if not found:
        return head + say(language, "engine", "documents-none")
    lines = [f"- `{path.relative_to(root)}`" for path in found]
    return head + "\n".join([say(language, "engine", "documents-about", folder=f"`{root}`"), "", *lines])
