"""What the launch asked of whom, as the reading of returns needs it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from consultation.model import Consultation
from questionnaires.model import Item, Questionnaire
from store import query, standing
from store.connection import Store
from workbooks.identity import Key
from workflows.application import OpenForm, open_forms
from workflows.post import DISTRUSTED
from workflows.reading import focal_point_since


@dataclass(frozen=True)
class Asked:
    """What the launch asked of whom."""

    keys: tuple[Key, ...]
    questionnaires: tuple[Questionnaire, ...]
    issued: Mapping[str, query.Issued]  # by invitation
    names: Mapping[str, str]  # by stakeholder
    open: Mapping[str, OpenForm] = field(default_factory=dict)  # by what stands where an invitation does
    addresses: Mapping[str, str] = field(default_factory=dict)  # of mail, by stakeholder
    ours: frozenset[str] = frozenset()  # addresses of those who run the consultation, in small letters
    distrusted: frozenset[str] = frozenset()  # ids of keys

    @classmethod
    def read(cls, store: Store, consultation: Consultation | None = None) -> "Asked":
        keys = query.keys(store)
        bodies = query.stakeholders(store)
        marks = (each for each in query.performed(store) if each.startswith(DISTRUSTED))
        return cls(
            keys=tuple(Key(name, secret) for name, secret in keys.items()),
            questionnaires=query.questionnaires(store),
            issued={each.invitation.id: each for each in query.issued(store)},
            names={body.id: body.name for body in bodies},
            open=open_forms(keys, standing.rounds(store)),
            addresses={body.id: body.email for body in bodies},
            ours=_ours(store, consultation) if consultation else frozenset(),
            distrusted=frozenset(each.removeprefix(DISTRUSTED) for each in marks),
        )

    @property
    def trusted(self) -> tuple[Key, ...]:
        return tuple(key for key in self.keys if key.id not in self.distrusted)

    @cached_property
    def items(self) -> dict[str, Item]:
        return {item.id: item for each in self.questionnaires for item in each.items}

    @cached_property
    def languages(self) -> dict[str, str]:
        """The language in which each invitation, or open form, asks."""
        open_to_all = {name: form.language for name, form in self.open.items()}
        return open_to_all | {name: each.invitation.language for name, each in self.issued.items()}

    @cached_property
    def digests(self) -> dict[tuple[str, str], str]:
        """The digest of each question in each language in which it was put."""
        return {
            (name, language): item.digest(language)
            for language in set(self.languages.values())
            for name, item in self.items.items()
        }


def _ours(store: Store, consultation: Consultation) -> frozenset[str]:
    """Return the addresses of the focal point, of who took over from them, and of everybody listed."""
    since = focal_point_since(store)
    people = [consultation.focal_point.email, *(each.email for each in consultation.people)]
    people += [since.email] if since else []
    mail = consultation.mail
    if mail and mail.sending:
        people += [mail.sending.reply_to, mail.sending.user]
    return frozenset(each.strip().casefold() for each in people if "@" in each)
