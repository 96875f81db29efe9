"""What has happened so far, in words: who, when, what and why, from the record."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from babel.lists import format_list

from languages import day_and_time, say
from questionnaires.model import Item, Questionnaire
from store import query
from store.connection import Store
from store.history import Happening, happenings
from workflows.acting import ROLES
from workflows.changes.naming import named
from workflows.changes.words import about, read_detail
from workflows.guards import launched_store
from workflows.process import Process
from workflows.workspace import Workspace

WITH_DETAIL = frozenset({"declined", "reassigned"})


@dataclass(frozen=True)
class Told:
    """One thing that happened, said in a sentence."""

    at: datetime  # in the consultation's zone
    kind: str
    stakeholders: tuple[str, ...]
    items: tuple[str, ...]
    what: str
    by: str
    why: str

    def as_json(self) -> dict[str, Any]:
        return {
            "at": self.at.isoformat(),
            "kind": self.kind,
            "stakeholders": list(self.stakeholders),
            "items": list(self.items),
            "what": self.what,
            "by": self.by,
            "why": self.why,
        }


def history(workspace: Workspace, process: Process, name: str = "") -> tuple[Told, ...]:
    """Return what has happened, to one body if one is named. Raises Refused before the launch."""
    with launched_store(workspace) as store, store.reading():
        body = named(name, query.stakeholders(store)).id if name else ""
        settings = workspace.consultation
        return told(store, process, settings.language, ZoneInfo(settings.zone), body)


def told(store: Store, process: Process, language: str, zone: ZoneInfo, body: str = "") -> tuple[Told, ...]:
    """Return what has happened; what was passed on is not said a second time as asked of the other."""
    words = _Words(
        language,
        zone,
        process,
        {each.id: each.name for each in query.stakeholders(store)},
        query.questionnaires(store),
    )
    found = happenings(store)
    passed = {
        (read_detail(each.words)[0], each.at, each.items) for each in found if each.kind == "reassigned"
    }
    return tuple(
        words.told(each)
        for each in found
        if (each.kind != "assignment" or not _passed(each, passed))
        and (not body or body in words.concerned(each))
    )


def _passed(each: Happening, passed: set[tuple[str, datetime, tuple[str, ...]]]) -> bool:
    return any(
        each.stakeholders == (whom,) and each.at == at and set(each.items) <= set(items)
        for whom, at, items in passed
    )


@dataclass(frozen=True)
class _Words:
    language: str
    zone: ZoneInfo
    process: Process
    names: Mapping[str, str]
    questionnaires: tuple[Questionnaire, ...]

    def concerned(self, each: Happening) -> set[str]:
        """Return the bodies that something is about."""
        other = read_detail(each.words)[0] if each.kind in WITH_DETAIL else ""
        return {*each.stakeholders, other}

    def told(self, each: Happening) -> Told:
        to, why = read_detail(each.words) if each.kind in WITH_DETAIL else ("", each.words)
        said = {
            "who": each.about if each.kind == "focal-point" else self._listed(each.stakeholders),
            "what": self._what(each),
            "to": self.names.get(to, to) or 0,
            "deadline": self._moment(each.deadline),
            "how": say(self.language, "changes", f"appears-{each.about}") if each.kind == "consent" else "",
            "path": each.about,
            "round": self._title(each.about) if each.kind == "round" else "",
            "count": each.count,
        }
        what = say(self.language, "changes", f"told-{each.kind}", **said)
        at = each.at.astimezone(self.zone)
        return Told(
            at, each.kind, each.stakeholders, each.items, what, said_by(each.actor, self.language), why
        )

    def _what(self, each: Happening) -> str:
        if each.kind == "held":
            texts = self.process.texts.get(("actions", each.about))
            return self.process.say(self.language, "actions", each.about) if texts else each.about
        known: dict[str, Item] = {item.id: item for many in self.questionnaires for item in many.items}
        items = [known[item] for item in each.items if item in known]
        return about(items, self.questionnaires, self.language) if items else ""

    def _title(self, round: str) -> str:
        there = ("rounds", round) in self.process.texts
        return self.process.say(self.language, "rounds", round) if there else round

    def _listed(self, bodies: tuple[str, ...]) -> str:
        return format_list([self.names.get(each, each) for each in bodies], locale=self.language)

    def _moment(self, at: datetime | None) -> str:
        return day_and_time(self.language, at.astimezone(self.zone)) if at else ""


def said_by(actor: str, language: str) -> str:
    """Say who acted: `coordinator: Awa` is Awa, who is the coordinator."""
    role, _, name = actor.partition(": ")
    if role not in {*ROLES, "process"}:
        return actor
    called = say(language, "changes", f"actor-{role}")
    return f"{name} ({called})" if name else called
