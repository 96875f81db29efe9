"""Texts, citations and positions of one item, each under what it may stand in the edition that is made."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from exports.ground import Voices, digest_of
from exports.laws import Laws
from exports.submission import Cited, Narrative, Stance, Withheld
from exports.texts import has_illegal, label, phrase, printable
from problems import Place
from questionnaires.model import Item, Purpose
from responses.gather import texts_of
from responses.model import Answer, Citation, Position, Statement
from responses.wording import citation_text, separator, value_text

CLOSING = frozenset({Purpose.DIFFICULTIES, Purpose.ASSISTANCE, Purpose.GOOD_PRACTICES, Purpose.SUGGESTIONS})
"""Items of the table at the end of an article."""

SAID_AGAIN = 120
"""From this length on, a text that its contributor repeats is referred to, not printed again."""


@dataclass
class Printer:
    """Turns what was said on one item into what is printed, and notes what is not.

    `first` remembers where a text first stood (one for a whole chapter); `withheld` and `replaced` collect.
    """

    voices: Voices
    item: Item
    number: str
    first: dict[tuple[str, str], str] = field(default_factory=dict)
    withheld: list[Withheld] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)

    def narratives(self, statements: Iterable[Statement]) -> tuple[Narrative, ...]:
        """Return the texts: each once, under all who wrote it and may be credited with it."""
        groups: dict[str, list[Answer]] = {}
        for statement in statements:
            groups.setdefault(self.clean(statement.text), []).append(statement.answer)
        found = [
            narrative for text, answers in groups.items() if (narrative := self._narrative(text, answers))
        ]
        if self._external:
            found.sort(key=self._order)
        return tuple(map(self._once, found))

    def clean(self, text: str) -> str:
        clean = printable(text)
        if clean is not text and has_illegal(text):
            self.replaced.append(self.item.id)
        return clean

    def citations(self, cited: Iterable[tuple[Citation, Answer]], laws: Laws) -> tuple[Cited, ...]:
        """Return the laws that may be printed, each once with its provisions."""
        printed = []
        for citation, answer in cited:
            said = citation_text(citation)
            if self.may_print(said, [answer]):
                printed.append(citation)
                self.clean(said)  # notes what is replaced
        return laws.cite(self.number, printed)

    def stances(self, positions: Iterable[Position]) -> tuple[Stance, ...]:
        return tuple(
            Stance(
                self.value(position.value, position.answers)
                if position.value is not None
                else self._say("no-choice"),
                self._credits(position.answers),
                self.narratives(
                    Statement(text, answer)
                    for answer in position.answers
                    for text in texts_of(self.item, answer)
                ),
            )
            for position in positions
        )

    def value(self, value: object, sources: Iterable[Answer]) -> str:
        """Return a value in words; one that was typed freely is a text like any other and may be withheld."""
        text = self.clean(value_text(self.item, value, self._language))  # type: ignore[arg-type]
        if self.item.values or not isinstance(value, (str, tuple)) or self.may_print(text, sources):
            return text
        return self._say("value-withheld")

    def may_print(self, text: str, answers: Iterable[Answer]) -> bool:
        """Say whether a text may stand in this edition, and note what the external one leaves out.

        `answers` are those who said it; none at all are the focal point's own words.
        """
        answers = tuple(answers)
        if not text.strip():
            return True
        names = [self.voices.outside_name(answer.provenance.stakeholder) for answer in answers]
        if answers and not any(names):
            self._withhold("withheld-few", text, answers)
            return not self._external
        if self.voices.reveals(text):
            self._withhold("withheld-name", text, answers)
            return not self._external
        return True

    def trace(self, answer: Answer) -> str:
        """Return where an answer stands: file, sheet, cell, time; and how the external edition credits it."""
        source, ground = answer.provenance, self.voices.ground
        place = self.place(answer)
        outside, inside = self.voices.outside_name(source.stakeholder), ground.inside_name(source.stakeholder)
        if outside == inside:
            return place
        shown = outside or self._say("credit-withheld")
        return phrase(self._language, "trace-credit", "place", "credit")(place=place, credit=shown)

    def place(self, answer: Answer) -> str:
        """Return file, sheet, cell, time."""
        source = answer.provenance
        return phrase(self._language, "trace", "file", "place", "day")(
            file=self._file(answer),
            place=self._within(answer),
            day=source.received_at.isoformat(" ", "minutes")[:16],
        )

    def _within(self, answer: Answer) -> str:
        """Return where in its file an answer stands: sheet and cell, or table, row and column."""
        source = answer.provenance
        place = Place(self._file(answer), sheet=source.sheet, cell=source.cell)
        return place.in_document(self._language) or f"{printable(source.sheet)}!{source.cell}"

    def _file(self, answer: Answer) -> str:
        """Return a file's name; an anonymous one's file only by its digest, since a name may tell."""
        source, ground = answer.provenance, self.voices.ground
        name = "" if source.stakeholder in ground.aliases else ground.file_names.get(source.sha256, "")
        return name or digest_of(source.sha256)

    def inside(self, answer: Answer) -> str:
        """Return who said something and where, for the internal edition."""
        return phrase(self._language, "source", "name", "trace")(
            name=self.voices.ground.inside_name(answer.provenance.stakeholder), trace=self.trace(answer)
        )

    def inside_short(self, answer: Answer) -> str:
        """Return who gave a value and in which cell: what the line under a text says at length."""
        return phrase(self._language, "source-short", "name", "file", "place")(
            name=self.voices.ground.inside_name(answer.provenance.stakeholder),
            file=self._file(answer),
            place=self._within(answer),
        )

    def _narrative(self, text: str, answers: list[Answer]) -> Narrative | None:
        if not text.strip() or not self.may_print(text, answers):
            return None
        if self._external:
            return Narrative(text, self._joined(self._credits(answers, withheld=False)))
        return Narrative(text, self._joined(self._credits(answers)), " · ".join(map(self.trace, answers)))

    def _credits(self, answers: Iterable[Answer], *, withheld: bool = True) -> tuple[str, ...]:
        """Return the contributors' names or labels, each once; those withheld as one nameless remark."""
        ids = dict.fromkeys(answer.provenance.stakeholder for answer in answers)
        if not self._external:
            return tuple(dict.fromkeys(map(self.voices.ground.inside_name, ids)))
        names = dict.fromkeys(map(self.voices.outside_name, ids))
        nameless = names.pop("", self) is None
        return (*names, self._say("others-unnamed")) if nameless and withheld else tuple(names)

    def _joined(self, names: tuple[str, ...]) -> str:
        return separator(self._language).join(names)

    def _order(self, narrative: Narrative) -> tuple[bool, str, str]:
        """Put the named first, in their order; the others by label and text, so that order tells nothing."""
        named = narrative.credit in self.voices.named
        return (False, "", "") if named else (True, narrative.credit, narrative.text)

    def _once(self, narrative: Narrative) -> Narrative:
        if len(narrative.text) < SAID_AGAIN:
            return narrative
        if self.item.purpose in CLOSING:  # has no number to refer to
            number = self.first.get((narrative.credit, narrative.text), self.number)
        else:
            number = self.first.setdefault((narrative.credit, narrative.text), self.number)
        if number == self.number:
            return narrative
        return Narrative(narrative.text, narrative.credit, narrative.trace, see=number)

    def _withhold(self, why: str, text: str, answers: tuple[Answer, ...]) -> None:
        trace = separator(self._language).join(map(self.inside, answers)) if not self._external else ""
        kept = "" if self._external else printable(text)
        self.withheld.append(Withheld(self.number, self._say(why), kept, trace))

    @property
    def _external(self) -> bool:
        return self.voices.ground.external

    @property
    def _language(self) -> str:
        return self.voices.ground.language

    def _say(self, message: str) -> str:
        return label(self._language, message)
