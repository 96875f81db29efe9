"""Everything an entry is made from, in one frozen value, and how contributors are called in each edition."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from clusters.model import Text
from exports.attribution import Credit, Guard, Label, credits_for, level, levels_of
from exports.submission import Edition
from exports.texts import label, phrase, printable
from questionnaires.model import Item
from responses.gather import texts_of
from responses.model import AgreedAnswer, Answer, Citation, Divergence
from stakeholders.model import Attribution, Stakeholder


@dataclass(frozen=True)
class Ground:
    """The settled answers and everybody's part in them.

    `asked`: the stakeholders asked, by item · `lowered`: who asked for less disclosure on one item, by item
    and stakeholder · `files`: names of returned files by sha256 · `remarks`: answers with a remark to the
    focal point, by item (both for the internal edition).
    """

    language: str
    edition: Edition
    items: Mapping[str, Item]
    agreed: Mapping[str, AgreedAnswer]
    divergences: Mapping[str, Divergence]
    stakeholders: Mapping[str, Stakeholder]
    asked: Mapping[str, Sequence[str]]
    lowered: Mapping[tuple[str, str], Attribution] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    remarks: Mapping[str, Sequence[Answer]] = field(default_factory=dict)

    @property
    def external(self) -> bool:
        return self.edition == "external"

    @cached_property
    def guard(self) -> Guard:
        return Guard(body for body in self.stakeholders.values() if level(body) is not Attribution.NAMED)

    @cached_property
    def _lowered_by_item(self) -> dict[str, dict[str, Attribution]]:
        lowered: dict[str, dict[str, Attribution]] = {}
        for (item, stakeholder), at in self.lowered.items():
            lowered.setdefault(item, {})[stakeholder] = at
        return lowered

    def lowered_on(self, item: str) -> Mapping[str, Attribution]:
        return self._lowered_by_item.get(item, {})

    @cached_property
    def aliases(self) -> dict[str, str]:
        """What the anonymous are called in the internal edition: it may pass through other hands, too."""
        hidden = sorted(b.id for b in self.stakeholders.values() if level(b) is Attribution.ANONYMOUS)
        said = phrase(self.language, "anonymous", "number")
        return {body: said(number=str(number)) for number, body in enumerate(hidden, 1)}

    @cached_property
    def _inside_names(self) -> dict[str, str]:
        return {body.id: printable(body.name) for body in self.stakeholders.values()} | self.aliases

    def inside_name(self, stakeholder: str) -> str:
        """Return how the internal edition calls a contributor."""
        return self._inside_names.get(stakeholder) or label(self.language, "unregistered")

    @cached_property
    def file_names(self) -> dict[str, str]:
        """What returned files are called, by sha256: their names, with the digest where two have the same."""
        said = phrase(self.language, "file-digest", "name", "digest")
        names = {sha256: printable(name) for sha256, name in self.files.items()}
        times = Counter(names.values())
        return {
            sha256: name if times[name] == 1 else said(name=name, digest=digest_of(sha256))
            for sha256, name in names.items()
        }

    def voices(self, item: str) -> "Voices":
        """Return who answered an item; made once, since it is asked for more than once."""
        if item not in self._voices:
            self._voices[item] = self._heard(item)
        return self._voices[item]

    @cached_property
    def _voices(self) -> dict[str, "Voices"]:
        return {}

    @property
    def citations(self) -> Iterable[Citation]:
        """Every citation of every answer, printed or not."""
        answers = (answer for item in self.items for answer in self.voices(item).answers)
        return (citation for answer in answers for citation in answer.citations)

    @cached_property
    def tongues(self) -> frozenset[str]:
        """The languages of the texts that are printed."""
        return frozenset(
            answer.provenance.language
            for item in self.items.values()
            for voices in (self.voices(item.id),)
            for answer in voices.answers
            if (not self.external or voices.outside_name(answer.provenance.stakeholder))
            and texts_of(item, answer)
        )

    def _heard(self, item: str) -> "Voices":
        answers = tuple(answers_of(self.agreed.get(item), self.divergences.get(item)))
        contributors = dict.fromkeys(a.provenance.stakeholder for a in answers if contributes(a))
        lowered = self.lowered_on(item)
        restricted = [self.stakeholders[body] for body in lowered if body in self.stakeholders]
        return Voices(
            self,
            answers,
            credits_for(levels_of(self.stakeholders, contributors, lowered)),
            Guard(body for body in restricted if lowered[body.id] is not Attribution.NAMED),
        )


@dataclass(frozen=True)
class Voices:
    """Those who answered one item, with what each may be called in the external edition."""

    ground: Ground
    answers: tuple[Answer, ...]
    credits: Mapping[str, Credit]
    guard: Guard

    @cached_property
    def outside_names(self) -> dict[str, str]:
        """Under what each contribution is printed in the external edition; empty: not at all."""
        return {name: credit_text(self.ground, credit) for name, credit in self.credits.items()}

    def outside_name(self, stakeholder: str) -> str:
        return self.outside_names.get(stakeholder, "")

    @cached_property
    def named(self) -> frozenset[str]:
        """The names under which contributions to this item are printed, without the labels of crowds."""
        return frozenset(
            self.outside_names[credit.stakeholder]
            for credit in self.credits.values()
            if credit.label is Label.NAME
        )

    def reveals(self, text: str) -> bool:
        return self.ground.guard.reveals(text) or self.guard.reveals(text)


def digest_of(sha256: str) -> str:
    """Return as much of a digest as tells files apart by eye."""
    return sha256[:10]


def credit_text(ground: Ground, credit: Credit | None) -> str:
    match credit:
        case Credit(label=Label.NAME, stakeholder=id):
            return printable(ground.stakeholders[id].name)
        case Credit(label=Label.TYPE, kind=kind) if kind:
            return label(ground.language, f"type-{kind.value}")
        case Credit(label=Label.FOLDED):
            return label(ground.language, "type-non-governmental")
    return ""


def contributes(answer: Answer) -> bool:
    """Say whether an answer says anything but that there is none."""
    return bool(answer.value is not None or answer.details.strip() or answer.citations)


def answers_of(agreed: AgreedAnswer | None, divergence: Divergence | None) -> Iterable[Answer]:
    """Return every answer that an agreed answer or a divergence rests on, once, in a stable order."""
    found: dict[int, Answer] = {}
    if agreed:
        for answer in (
            *agreed.sources,
            *(a for position in agreed.dissent for a in position.answers),
            *(statement.answer for statement in agreed.statements),
            *(a for _, a in agreed.citations),
            *agreed.absences,
        ):
            found.setdefault(id(answer), answer)
    if divergence:
        for position in divergence.positions:
            for answer in position.answers:
                found.setdefault(id(answer), answer)
    return found.values()


def words(text: Text, language: str) -> str:
    return text.get(language) or text["en"]
