"""The open form of a round, with which anybody applies: its token is that of nobody's invitation.

What stands there in place of an invitation is made of the signing key, the round and the language. So nothing
of it needs to be recorded, and nobody appears anywhere before a person admits them.
"""

import hashlib
import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from consultation.folder import write_whole
from languages import LANGUAGES, say
from problems import Place, Problem
from problems.deciding import ApplicationWaiting
from problems.identity import AutomaticReply, MailSays, MailWithoutFile
from questionnaires.model import Item
from stakeholders.model import Kind, Stakeholder
from workbooks.findings import Findings
from workbooks.identity import Key, token
from workflows.post import Desk
from workflows.process import Round

SHORT = 80
"""So much of what a stranger calls itself is repeated."""


@dataclass(frozen=True, slots=True)
class OpenForm:
    round: str
    language: str


def open_id(secret: bytes, form: OpenForm) -> str:
    """Return the ten digits that stand in an open form where others have their invitation's."""
    words = f"open form {form.round} {form.language}"
    return hmac.new(secret, words.encode(), hashlib.sha256).hexdigest()[:10]


def open_forms(keys: Mapping[str, bytes], rounds: Iterable[str]) -> dict[str, OpenForm]:
    """Return the open forms that there may be, by their ids."""
    forms = [OpenForm(name, language) for name in rounds for language in LANGUAGES]
    return {open_id(secret, form): form for secret in keys.values() for form in forms}


def open_form(desk: Desk, asking: Round) -> tuple[str, ...]:
    """Write the open form of a round that has been opened, in each language; none where it is not open."""
    if not asking.open:
        return ()
    key = Key(*next(iter(desk.keys.items())))
    items = [item.id for each in desk.questionnaires[asking.id] for item in each.items]
    written = []
    for language in desk.consultation.languages:
        form = OpenForm(asking.id, language)
        anybody = Stakeholder(
            id="anybody",
            name=say(language, "delivery", "your-organization"),
            kind=Kind.OTHER,
            languages=(language,),
        )
        workbook = desk.issuer(asking.id).workbook(
            anybody,
            items,
            token(key, open_id(key.secret, form)),
            deadline=desk.deadline(anybody, asking.id),
        )
        path = desk.workspace.folder.exports / f"{asking.id}-{language}.xlsx"
        write_whole(path, workbook)
        written.append(desk.workspace.shown(path))
    return tuple(written)


def application(findings: Findings, items: Mapping[str, Item], shown: str) -> Problem:
    """Say that an open form came back, and what its sender calls itself there."""
    said = {items[each.item].fills: each.entry.value for each in findings.told if each.entry}
    names = (said.get(field) for field in ("name", "contact", "email"))
    name = next((" ".join(each.split()) for each in names if isinstance(each, str) and each.strip()), "?")
    return ApplicationWaiting(place=Place(shown), name=name[:SHORT], file=shown)


def unnamed(problem: Problem) -> Problem:
    """Return a problem as it is recorded: without names, which have their own table, and words of mails."""
    if isinstance(problem, ApplicationWaiting):
        return replace(problem, name="…")
    if isinstance(problem, MailSays | MailWithoutFile | AutomaticReply):
        return replace(problem, words="…")
    return problem
