"""N answers become one: equal ones merge, complementary ones join, contradictions are kept for a person.

Everything here is a pure function of its arguments, whatever order they come in:

- scale, yes-no, choice, line, number and date have one right answer. Where all are equal (for a line: but for
  case, spaces and composed letters) they are SINGLE or UNANIMOUS; otherwise a decision settles them, else a
  lead whose word settles, else they are a Divergence, with those who gave no value as its last position.
- choices, rows, text and citations complement each other: JOINED, unless they are the same anyway. The value
  of a text or citation question is None: its texts are the statements, its laws the citations.
- An absence contradicts nothing. Where nobody gave a value, the agreed answer has the value None, no sources,
  and the absences and texts there are: SINGLE from one body, UNANIMOUS if it is one absence, else JOINED.
- What stands beside "cannot disclose" is not used: its value counts for nothing, its texts and laws are no
  statements and citations, and remain only with the answer among the absences. Beside another absence a value
  counts, and the absence is listed as well.
- Statements and citations keep one entry per answer; `responses.gather.merged` and `laws` say them once.
"""

import hashlib
import json
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from problems import Place
from problems.decisions import DecisionOutdated
from questionnaires.model import AnswerType, Item
from responses.gather import citations, law_key, plain, statements, texts_of
from responses.model import (
    Absence,
    AgreedAnswer,
    Answer,
    Decision,
    Divergence,
    Position,
    Row,
    Settlement,
    Value,
)

EXCLUSIVE = frozenset(
    {
        AnswerType.SCALE,
        AnswerType.YES_NO,
        AnswerType.CHOICE,
        AnswerType.LINE,
        AnswerType.NUMBER,
        AnswerType.DATE,
    }
)
"""Types of answer of which only one can be right."""


@dataclass(frozen=True, slots=True)
class Lead:
    """The body whose answer on an item goes first; where it `settles`, it prevails. `why` is printed."""

    stakeholder: str
    settles: bool = False
    why: str = ""


NOBODY = Lead("")


def reconcile(
    items: Iterable[Item],
    answers: Iterable[Answer],
    *,
    precedence: Mapping[str, Lead] | None = None,
    decisions: Iterable[Decision] = (),
) -> tuple[dict[str, AgreedAnswer], dict[str, Divergence]]:
    """Settle the answers to each of `items`, in their order; answers to other items are left alone.

    Each item with at least one answer stands in exactly one of the two results. `precedence` has the lead of
    an item, if any. A decision counts while its fingerprint is the divergence's (see `stale_decisions`).
    """
    leads = precedence or {}
    by_item = _by_item(answers)
    decided = _latest(decisions)
    agreed: dict[str, AgreedAnswer] = {}
    divergences: dict[str, Divergence] = {}
    for item in items:
        if item.id not in by_item:
            continue
        lead = leads.get(item.id, NOBODY)
        outcome = _settle(item, _ordered(by_item[item.id], lead), lead, decided)
        if isinstance(outcome, Divergence):
            divergences[item.id] = outcome
        else:
            agreed[item.id] = outcome
    return agreed, divergences


def stale_decisions(
    divergences: Mapping[str, Divergence], decisions: Iterable[Decision]
) -> tuple[Decision, ...]:
    """Return the last decision on each item that is open again because the answers have changed since."""
    last = {decision.item: decision for decision in sorted(_latest(decisions).values(), key=_decision_order)}
    return tuple(last[item] for item in divergences if item in last)


def outdated(decision: Decision, divergence: Divergence, place: Place | None = None) -> DecisionOutdated:
    """Say that a decision, in a workbook at `place` or in the store, was about other answers than today's."""
    was, now = short_code(decision.fingerprint), short_code(divergence.fingerprint)
    return DecisionOutdated(place=place or Place(), item=decision.item, was=was, now=now)


def short_code(fingerprint: str) -> str:
    """Return the visible part of a fingerprint, which people compare by eye."""
    return fingerprint[:6].upper()


def fingerprint(item: str, positions: Iterable[Position]) -> str:
    """Return 16 hexadecimal digits that name exactly who gave which value in which return."""
    said = sorted(
        [answer.provenance.stakeholder, answer.provenance.response, _canonical(usable(answer))]
        for position in positions
        if position.value is not None
        for answer in position.answers
    )
    return hashlib.sha256(json.dumps([item, *said]).encode()).hexdigest()[:16]


def same_value(item: Item, one: Value, other: Value) -> bool:
    """Say whether two values of an item mean the same."""
    return one == other or _normal(item, one) == _normal(item, other)


def usable(answer: Answer) -> Value:
    """Return the value that counts: none beside "cannot disclose"."""
    return None if answer.absent is Absence.CANNOT_DISCLOSE else answer.value


def _settle(
    item: Item, answers: Sequence[Answer], lead: Lead, decided: Mapping[tuple[str, str], Decision]
) -> AgreedAnswer | Divergence:
    if item.type not in EXCLUSIVE:
        return _joined(item, answers)
    positions = _positions(item, answers)
    valued = [position for position in positions if position.value is not None]
    if not valued:
        return _without_value(item, answers)
    if len(valued) == 1:
        settlement = Settlement.SINGLE if len(_bodies(valued[0].answers)) == 1 else Settlement.UNANIMOUS
        return _agreed(item, answers, valued[0].value, settlement, sources=valued[0].answers)
    divergence = Divergence(item.id, positions, fingerprint(item.id, valued))
    if decision := decided.get((item.id, divergence.fingerprint)):
        return _decided(item, answers, valued, decision)
    prevailing = [position for position in valued if lead.stakeholder in _bodies(position.answers)]
    if lead.settles and len(prevailing) == 1:
        return _agreed(
            item,
            answers,
            prevailing[0].value,
            Settlement.RULE,
            sources=prevailing[0].answers,
            dissent=tuple(position for position in valued if position is not prevailing[0]),
            reason=lead.why,
        )
    return divergence


def _joined(item: Item, answers: Sequence[Answer]) -> AgreedAnswer:
    """Join complementary answers: the value of choices and rows is the union, in a stable order."""
    content = {index: _content(item, answer) for index, answer in enumerate(answers)}
    telling = [index for index in content if content[index]]
    if not telling:
        return _without_value(item, answers)
    sources = tuple(answers[index] for index in telling)
    same = len({content[index] for index in telling}) == 1
    if len(_bodies(sources)) == 1:
        settlement = Settlement.SINGLE
    else:
        settlement = Settlement.UNANIMOUS if same else Settlement.JOINED
    return _agreed(item, answers, _union(item, sources), settlement, sources=sources)


def _without_value(item: Item, answers: Sequence[Answer]) -> AgreedAnswer:
    if len(_bodies(answers)) == 1:
        settlement = Settlement.SINGLE
    elif len({answer.absent for answer in answers}) == 1 and answers[0].absent:
        settlement = Settlement.UNANIMOUS
    else:
        settlement = Settlement.JOINED
    return _agreed(item, answers, None, settlement, sources=())


def _decided(
    item: Item, answers: Sequence[Answer], valued: Sequence[Position], decision: Decision
) -> AgreedAnswer:
    agreeing = [position for position in valued if same_value(item, position.value, decision.value)]
    return _agreed(
        item,
        answers,
        decision.value,
        Settlement.DECISION,
        sources=tuple(answer for position in agreeing for answer in position.answers),
        dissent=tuple(position for position in valued if position not in agreeing),
        decision=decision,
        reason=decision.reason,
    )


def _agreed(
    item: Item,
    answers: Sequence[Answer],
    value: Value,
    settlement: Settlement,
    *,
    sources: tuple[Answer, ...],
    dissent: tuple[Position, ...] = (),
    decision: Decision | None = None,
    reason: str = "",
) -> AgreedAnswer:
    open_ones = [answer for answer in answers if answer.absent is not Absence.CANNOT_DISCLOSE]
    return AgreedAnswer(
        item=item.id,
        value=value,
        settlement=settlement,
        statements=statements(item, open_ones),
        citations=citations(open_ones),
        sources=sources,
        dissent=dissent,
        absences=tuple(answer for answer in answers if answer.absent),
        decision=decision,
        reason=reason,
    )


def _positions(item: Item, answers: Iterable[Answer]) -> tuple[Position, ...]:
    """Return who stands where, in the order of the options or values; those without a value stand last."""
    groups: dict[Hashable, list[Answer]] = {}
    for answer in answers:
        groups.setdefault(_normal(item, usable(answer)), []).append(answer)
    positions = (Position(usable(group[0]), tuple(group)) for group in groups.values())
    return tuple(sorted(positions, key=lambda position: _rank(item, position.value)))


def _rank(item: Item, value: Value) -> tuple[int, Decimal, str]:
    zero = Decimal(0)
    match value:
        case None:
            return 3, zero, ""
        case str() if value in item.values:
            return 0, Decimal(item.values.index(value)), ""
        case Decimal() if value.is_finite():
            return 0, value, ""
    return 1, zero, _canonical(value)


def _normal(item: Item, value: Value) -> Hashable:
    return plain(value) if item.type is AnswerType.LINE and isinstance(value, str) else value


def _content(item: Item, answer: Answer) -> frozenset[Hashable]:
    """Return what an answer contributes to a question whose answers are joined; empty if nothing."""
    if answer.absent is Absence.CANNOT_DISCLOSE:
        return frozenset()
    match item.type, answer.value:
        case AnswerType.CITATION, _:
            return frozenset(map(law_key, answer.citations))
        case AnswerType.TEXT, _:
            return frozenset(map(plain, texts_of(item, answer)))
        case AnswerType.ROWS, tuple() as rows:
            return frozenset(_row_key(row) for row in rows if isinstance(row, tuple))
        case _, tuple() as chosen:
            return frozenset(chosen)
    return frozenset()


def _union(item: Item, sources: Iterable[Answer]) -> Value:
    values = [entry for source in sources if isinstance(source.value, tuple) for entry in source.value]
    match item.type:
        case AnswerType.ROWS:
            rows: dict[Hashable, Row] = {}
            for entry in values:
                if isinstance(entry, tuple):
                    rows.setdefault(_row_key(entry), entry)
            return tuple(rows.values())
        case AnswerType.CHOICES:
            chosen = {entry for entry in values if isinstance(entry, str)}
            return tuple(sorted(chosen, key=lambda entry: _rank(item, entry)))
    return None


def _row_key(row: Row) -> Hashable:
    return tuple((column, plain(text)) for column, text in row if text.strip())


def _canonical(value: Value) -> str:
    match value:
        case Decimal():
            return str(value)
        case date():
            return value.isoformat()
        case tuple():
            return json.dumps(value)
    return value or ""


def _bodies(answers: Iterable[Answer]) -> set[str]:
    return {answer.provenance.stakeholder for answer in answers}


def _by_item(answers: Iterable[Answer]) -> dict[str, list[Answer]]:
    groups: dict[str, list[Answer]] = {}
    for answer in answers:
        groups.setdefault(answer.item, []).append(answer)
    return groups


def _ordered(answers: list[Answer], lead: Lead) -> list[Answer]:
    """Put the lead's answers first, then by stakeholder, return and place, whatever order they came in."""
    if len({_place(answer) for answer in answers}) == len(answers):
        ordered = sorted(answers, key=_place)
    else:
        ordered = sorted(answers, key=repr)  # slower, but tells apart whatever is not the same
    return sorted(ordered, key=lambda answer: answer.provenance.stakeholder != lead.stakeholder)


def _place(answer: Answer) -> tuple[str, str, str, str]:
    source = answer.provenance
    return source.stakeholder, source.response, source.sheet, source.cell


def _latest(decisions: Iterable[Decision]) -> dict[tuple[str, str], Decision]:
    """Return the last decision on each set of answers: a decision may be taken again."""
    return {
        (decision.item, decision.fingerprint): decision for decision in sorted(decisions, key=_decision_order)
    }


def _decision_order(decision: Decision) -> tuple[float, str]:
    return decision.decided_at.timestamp(), repr(decision)
