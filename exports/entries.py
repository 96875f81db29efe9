"""One item → one entry: number, reference, outcome, and everything said about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from exports.conditions import arises
from exports.ground import Ground, words
from exports.laws import Laws
from exports.narratives import CLOSING, Printer
from exports.numbering import Numbers, reference
from exports.submission import Box, Entry, Grid, Narrative, Outcome, Withheld
from exports.texts import folded, label, obligation, phrase, printable
from languages import say
from questionnaires.model import AnswerType, Item
from responses.gather import citations
from responses.model import AgreedAnswer, Divergence, Settlement
from responses.wording import absence_text, answer_label, date_text, separator

NOBODY: Mapping[str, tuple[str, ...]] = MappingProxyType({})
CHOSEN = frozenset({AnswerType.SCALE, AnswerType.YES_NO, AnswerType.CHOICE, AnswerType.CHOICES})


@dataclass
class Entries:
    """Makes the entries of one chapter, in order; collects laws, what is withheld and what was replaced."""

    ground: Ground
    laws: Laws
    numbers: Numbers = field(default_factory=Numbers)
    withheld: list[Withheld] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    _first: dict[tuple[str, str], str] = field(default_factory=dict)

    def entry(self, item: Item) -> Entry:
        level, number = self._number(item)
        printer = Printer(self.ground.voices(item.id), item, number, self._first)
        agreed, divergence = self.ground.agreed.get(item.id), self.ground.divergences.get(item.id)
        said: dict[str, object] = {}
        if divergence:
            said = self._open(divergence, printer)
        elif agreed:
            said = self._settled(item, agreed, printer)
        outcome = self._outcome(item, agreed, divergence)
        said["comments"] = self._comments(printer)
        if outcome is not Outcome.SETTLED:
            said.pop("settlement", None)  # nothing was
        self.withheld += printer.withheld
        self.replaced += printer.replaced
        boxes = _boxes(item, None, self.ground.language)
        return Entry(
            item=item.id,
            number=number,
            level=level,
            purpose=item.purpose,
            reference=reference(self.ground.language, item.article, item.provision),
            obligation=obligation(self.ground.language, item.obligation.value),
            question=words(item.text, self.ground.language),
            outcome=outcome,
            note=self._note(outcome, agreed) or self._nothing_left(said, outcome),
            withheld=len(printer.withheld) if self.ground.external else 0,
            **{"boxes": boxes, **said},  # type: ignore[arg-type]
        )

    def _number(self, item: Item) -> tuple[int, str]:
        if item.purpose in CLOSING:
            purpose = label(self.ground.language, f"purpose-{item.purpose.value}")
            return 0, phrase(self.ground.language, "closing-number", "article", "purpose")(
                article=str(item.article), purpose=purpose
            )
        return self.numbers.next(item.id, item.under)

    def _outcome(self, item: Item, agreed: AgreedAnswer | None, divergence: Divergence | None) -> Outcome:
        if divergence:
            return Outcome.OPEN
        if agreed and (agreed.value is not None or agreed.statements or agreed.citations):
            return Outcome.SETTLED
        if agreed and agreed.absences:
            return Outcome.ABSENT
        if arises(item, self.ground.items, self.ground.agreed) is False:
            return Outcome.MOOT
        return Outcome.SILENT if self.ground.asked.get(item.id) else Outcome.UNASKED

    def _open(self, divergence: Divergence, printer: Printer) -> dict[str, object]:
        answers = printer.voices.answers
        return {
            "stances": printer.stances(divergence.positions),
            "citations": printer.citations(citations(answers), self.laws),
        }

    def _settled(self, item: Item, agreed: AgreedAnswer, printer: Printer) -> dict[str, object]:
        differing = {id(answer) for position in agreed.dissent for answer in position.answers}
        own = [s for s in agreed.statements if id(s.answer) not in differing]
        said: dict[str, object] = {
            "boxes": _boxes(item, agreed.value, self.ground.language, self._ticked_by(item, agreed)),
            "narratives": (*self._decided_words(agreed, printer), *printer.narratives(own)),
            "citations": printer.citations(
                ((c, answer) for c, answer in agreed.citations if id(answer) not in differing), self.laws
            ),
        }
        if item.type is AnswerType.ROWS:
            said["grid"] = self._grid(item, agreed, printer)
        elif agreed.value is not None:
            said["answer"] = printer.value(agreed.value, () if agreed.decision else agreed.sources)
            said["day"] = agreed.value if isinstance(agreed.value, date) else None
        if not self.ground.external:
            said["dissent"] = printer.stances(agreed.dissent)
            said["settlement"] = self._settlement(agreed)
            traced = {id(statement.answer) for statement in own}
            said["sources"] = tuple(printer.inside_short(a) for a in agreed.sources if id(a) not in traced)
        return said

    def _ticked_by(self, item: Item, agreed: AgreedAnswer) -> dict[str, tuple[str, ...]]:
        """Return who ticked which option, where bodies did not tick the same: the union hides it."""
        ticking = [answer for answer in agreed.sources if isinstance(answer.value, tuple)]
        same = len({answer.value for answer in ticking}) <= 1
        if self.ground.external or item.type is not AnswerType.CHOICES or same:
            return {}
        by: dict[str, dict[str, None]] = {}
        for answer in ticking:
            for option in answer.value if isinstance(answer.value, tuple) else ():
                by.setdefault(str(option), {})[self.ground.inside_name(answer.provenance.stakeholder)] = None
        return {option: tuple(names) for option, names in by.items()}

    def _decided_words(self, agreed: AgreedAnswer, printer: Printer) -> tuple[Narrative, ...]:
        if not agreed.decision or not agreed.decision.details.strip():
            return ()
        text = printer.clean(agreed.decision.details)
        return (Narrative(text, ""),) if printer.may_print(text, ()) else ()

    def _grid(self, item: Item, agreed: AgreedAnswer, printer: Printer) -> Grid | None:
        columns = tuple(words(column.label, self.ground.language) for column in item.columns)
        rows: dict[tuple[str, ...], None] = {}
        for row in agreed.value if isinstance(agreed.value, tuple) else ():
            if not isinstance(row, tuple):
                continue
            cells = dict(row)
            who = [
                a for a in agreed.sources if isinstance(a.value, tuple) and row in a.value
            ] or agreed.sources
            if printer.may_print(" ".join(cells.values()), who):
                rows[tuple(printer.clean(cells.get(column.id, "")) for column in item.columns)] = None
        return Grid(columns, tuple(rows)) if rows else None

    def _settlement(self, agreed: AgreedAnswer) -> str:
        language = self.ground.language
        if agreed.decision:
            return say(
                language,
                "submission",
                "settled-decision",
                who=printable(agreed.decision.decided_by),
                day=date_text(agreed.decision.decided_at.date(), language),
                reason=printable(agreed.decision.reason),
            )
        how = label(language, f"settled-{agreed.settlement.value}")
        if agreed.settlement is Settlement.RULE and agreed.reason:
            return f"{how} {printable(agreed.reason)}"
        return how

    def _comments(self, printer: Printer) -> tuple[Narrative, ...]:
        """Return the remarks to the focal point, also of answers that say nothing else; never outside."""
        if self.ground.external:
            return ()
        answers = (*printer.voices.answers, *self.ground.remarks.get(printer.item.id, ()))
        found = (
            Narrative(
                printer.clean(answer.comment),
                self.ground.inside_name(answer.provenance.stakeholder),
                printer.place(answer),
            )
            for answer in dict.fromkeys(answers)
            if answer.comment.strip()
        )
        return tuple(sorted(found, key=lambda remark: (folded(remark.credit), remark.trace)))

    def _nothing_left(self, said: dict[str, object], outcome: Outcome) -> str:
        """Say so where an answer was given but nothing of it may be printed."""
        printed = any(said.get(part) for part in ("answer", "narratives", "citations", "grid", "stances"))
        return "" if printed or outcome is Outcome.OPEN else label(self.ground.language, "note-withheld")

    def _note(self, outcome: Outcome, agreed: AgreedAnswer | None) -> str:
        """Return why there is no answer, and who said so as far as they may be named."""
        if outcome in (Outcome.SETTLED, Outcome.OPEN):
            return ""
        if outcome is not Outcome.ABSENT or agreed is None:
            return label(self.ground.language, f"note-{outcome.value}")
        reasons = dict.fromkeys(a.absent for a in agreed.absences if a.absent)
        said = separator(self.ground.language).join(
            absence_text(reason, self.ground.language) for reason in reasons
        )
        return phrase(self.ground.language, "note-absent", "reasons")(reasons=said)


def _boxes(
    item: Item, value: object, language: str, by: Mapping[str, tuple[str, ...]] = NOBODY
) -> tuple[Box, ...]:
    if item.type not in CHOSEN:
        return ()
    chosen = set(value) if isinstance(value, tuple) else {value}
    if item.options:
        return tuple(
            Box(words(option.label, language), option.value in chosen, by.get(option.value, ()))
            for option in item.options
        )
    return tuple(Box(answer_label(name, language), name in chosen) for name in item.values)
