"""Letters of the process: written from its templates into the outbox, each one recorded with its action."""

import hashlib
import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property, partial
from typing import Any

from consultation.folder import write_whole
from consultation.model import Consultation
from delivery.large import FOLDER, saying_where, set_aside, too_large
from delivery.letters import Ask, Templates, addressed, write_letter
from delivery.outbox import Attachment, address_of, eml, workbook_name
from languages import day_and_time
from questionnaires.model import Item, Questionnaire
from responses.model import Answer
from stakeholders.model import Invitation, Stakeholder
from store import query, standing
from store.connection import Store
from store.progress import progress
from store.record import record_actions, record_letter
from workbooks.identity import Key, token
from workbooks.issue import Issuer
from workflows.letter_facts import must_be_declared
from workflows.moments import Times
from workflows.process import Process
from workflows.reading import consultation_now, read_record
from workflows.workspace import Workspace

ACTOR = "process"

DISTRUSTED = "distrusted:"
"""How the action is called that ends the trust in a key, before its id."""


@dataclass(frozen=True)
class Posted:
    """A letter that now lies in the outbox."""

    stakeholder: str
    name: str
    action: str
    path: str


def templates_of(process: Process) -> Templates:
    return Templates(tuple(root / "letters" for root in process.roots))


def secret_of(desk: "Desk", words: str) -> str:
    """Return ten digits that always stand for these words here, and from which nobody can tell them."""
    return _secret(desk, words)[:10]


def _secret(desk: "Desk", words: str) -> str:
    secret = next(iter(desk.keys.values()))
    return hmac.new(secret, words.encode(), hashlib.sha256).hexdigest()


def letter_key(action: str, invitation: str) -> str:
    """Return a letter's id: it becomes its Message-ID, so it names nobody."""
    return f"{action}-{invitation}"


@dataclass
class Desk:
    """Writes letters from one reading of the record."""

    workspace: Workspace
    process: Process
    store: Store
    at: datetime
    actor: str = ACTOR
    _issuers: dict[str, Issuer] = field(default_factory=dict)
    _facts: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)

    @cached_property
    def consultation(self) -> Consultation:
        return consultation_now(self.workspace, self.store)

    @cached_property
    def bodies(self) -> dict[str, Stakeholder]:
        return {body.id: body for body in query.stakeholders(self.store)}

    @cached_property
    def rounds(self) -> dict[str, standing.Round]:
        return standing.rounds(self.store)

    @cached_property
    def questionnaires(self) -> dict[str, tuple[Questionnaire, ...]]:
        return {name: query.questionnaires(self.store, name) for name in self.rounds}

    @cached_property
    def items(self) -> dict[str, Item]:
        return {
            item.id: item for many in self.questionnaires.values() for each in many for item in each.items
        }

    @cached_property
    def invitations(self) -> dict[str, query.Issued]:
        """Every invitation, in the order of issue."""
        return {each.invitation.id: each for each in query.issued(self.store)}

    @cached_property
    def issued(self) -> dict[tuple[str, str], query.Issued]:
        """The latest invitation of each stakeholder in each round."""
        return {(each.round, each.invitation.stakeholder): each for each in self.invitations.values()}

    @cached_property
    def asked(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """What is asked of each stakeholder in each round as things stand now."""
        found: dict[tuple[str, str], list[str]] = {}
        for name in self.rounds:
            for each in query.assignments(self.store, name):
                found.setdefault((name, each.stakeholder), []).append(each.item)
        return {key: tuple(items) for key, items in found.items()}

    @cached_property
    def given(self) -> dict[tuple[str, str], int]:
        return {
            (name, row.id): row.given
            for name in self.rounds
            for row in progress(self.store, name).stakeholders
        }

    @cached_property
    def keys(self) -> dict[str, bytes]:
        return query.keys(self.store)

    @property
    def signing_key(self) -> Key:
        """The key that signs what is issued from now on: the newest."""
        return Key(*list(self.keys.items())[-1])

    @cached_property
    def distrusted(self) -> frozenset[str]:
        """Keys that got out."""
        marks = (each for each in query.performed(self.store) if each.startswith(DISTRUSTED))
        return frozenset(each.removeprefix(DISTRUSTED) for each in marks)

    def token_of(self, invitation: Invitation) -> str:
        """Return an invitation's token: signed with its own key, or with the newest if that one got out."""
        own = Key(invitation.key, self.keys[invitation.key])
        return token(self.signing_key if own.id in self.distrusted else own, invitation.id)

    @cached_property
    def times(self) -> Times:
        return Times(self.process, read_record(self.workspace, self.process, self.store))

    def language(self, body: Stakeholder, round: str = "") -> str:
        """Return the language in which a stakeholder is written to: that of its invitation, if it has one."""
        issue = self.issued.get((round, body.id))
        return issue.invitation.language if issue else self.issuer(round).language(body)

    def issuer(self, round: str) -> Issuer:
        if round not in self._issuers:
            self._issuers[round] = Issuer(self.consultation, self.questionnaires.get(round, ()))
        return self._issuers[round]

    def workbook(
        self,
        body: Stakeholder,
        round: str,
        answers: Sequence[Answer] = (),
        remarks: Mapping[str, str] | None = None,
    ) -> bytes:
        """Issue a stakeholder's workbook once more, with what is asked now and its own deadline."""
        issue = self.issued[round, body.id]
        invitation = issue.invitation
        return self.issuer(round).workbook(
            addressed(body, invitation.language),
            self.asked.get((round, body.id)) or issue.items,
            self.token_of(invitation),
            answers=answers,
            remarks=remarks or {},
            deadline=self.deadline(body, round),
        )

    def deadline(self, body: Stakeholder, round: str) -> datetime:
        """Return a stakeholder's deadline, in the consultation's zone."""
        found = self.rounds[round].deadline_of(body.id)
        return found.astimezone(self.consultation.deadline_at.tzinfo)

    def message(
        self,
        template: str,
        body: Stakeholder,
        *,
        key: str,
        round: str = "",
        workbook: bytes | None = None,
        attachments: Sequence[Attachment] = (),
        facts: Mapping[str, object] | None = None,
        at: datetime | None = None,
    ) -> bytes:
        """Write a letter to a stakeholder, as an `.eml`; attachments too large for it go into a file each."""
        items = tuple(self.items[name] for name in self.asked.get((round, body.id), ()))
        return self.write(
            template,
            Ask(body, items, self.given.get((round, body.id), 0)),
            key=key,
            language=self.language(body, round),
            round=round,
            deadline=self.deadline(body, round) if round else None,
            workbook=workbook,
            attachments=attachments,
            facts=facts,
            at=at,
        )

    def write(
        self,
        template: str,
        ask: Ask,
        *,
        key: str,
        language: str,
        round: str = "",
        deadline: datetime | None = None,
        workbook: bytes | None = None,
        attachments: Sequence[Attachment] = (),
        facts: Mapping[str, object] | None = None,
        at: datetime | None = None,
    ) -> bytes:
        """Write a letter about what is asked of a stakeholder, as an `.eml`; reads nothing of it itself."""
        must_be_declared(template, facts or ())
        body, consultation = ask.stakeholder, self.consultation
        if deadline is not None:
            consultation = consultation.model_copy(update={"deadline": deadline.replace(tzinfo=None)})
        letter = write_letter(
            templates_of(self.process).find(template, language),
            consultation,
            self.questionnaires.get(round, ()),
            ask,
            language=language,
            more={**self.facts(language, round), **(facts or {})},
        )
        sheets = [Attachment(workbook_name(body, language), workbook)] if workbook else []
        sending = consultation.sending
        build = partial(
            eml,
            key=key,
            state=consultation.state,
            sender=consultation.focal_point,
            to=address_of(body),
            language=language,
            at=at or self.at,
            sending=sending,
        )
        message = build(letter, attachments=[*sheets, *attachments])
        if sending is None or not too_large(message, sending):
            return message
        asides = set_aside([*sheets, *attachments], lambda name: _secret(self, f"large {key} {name}")[:32])
        for each in asides:
            write_whole(self.workspace.folder.root / FOLDER / each.name, each.attachment.data)
        return build(saying_where(letter, asides, sending, consultation.focal_point, language))

    def facts(self, language: str, round: str = "") -> dict[str, Any]:
        """Return what letters may say of the process: its words, its dates, what the settings say besides."""
        if (language, round) in self._facts:
            return self._facts[language, round]
        zone = self.times.record.zone
        dates = {
            action.id.replace("-", "_"): day_and_time(language, at.astimezone(zone))
            for action in self.process.written.actions
            if (at := self.times.planned(action.id))
        }
        found = {
            "process": self.process.say(language, "title"),
            "round": self.process.say(language, "rounds", round) if round else "",
            "details": self.consultation.details,
            "dates": dates,
        }
        self._facts[language, round] = found
        return found

    def post(
        self, message: bytes, body: Stakeholder, kind: str, name: str, *, key: str, action: str
    ) -> Posted | None:
        """Put a letter into the outbox, in one transaction with its action; None where that was done before.

        `name` is that of the file, `key` the letter's, `action` what must not be done twice.
        """
        path = f"outbox/{name}.eml"
        with self.store.transaction():
            if not record_actions(self.store, [action], at=self.at, actor=self.actor):
                return None
            write_whole(self.workspace.folder.root / path, message)
            record_letter(
                self.store, id=key, stakeholder=body.id, kind=kind, path=path, at=self.at, actor=self.actor
            )
        return Posted(body.id, body.name, action.partition("@")[0].partition(":")[0], path)
