"""Check a process as a whole: names that stand twice or that nothing bears, times that never come."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from pydantic import BaseModel

from problems import Problem, nearest
from problems.deciding import OutcomeTwice, OutcomeUnknown, SheetAboutNobody, SheetItemUnknown
from problems.processes import (
    ActionUnknown,
    FormMissing,
    GoesRound,
    MomentUnknown,
    NameTwice,
    PhaseUnknown,
    RoundUnknown,
)
from problems.templates import TemplateMissing
from sources.yaml import Document, Step
from workflows.due import schedule
from workflows.moments import GoesRoundError, Times
from workflows.process import Action, Chosen, Condition, Process, Select, Sheet, When
from workflows.record import Record
from workflows.working_time import Calendar

ROUND_MOMENTS = ("opens", "soft", "deadline", "shuts")
ACTION_MOMENTS = ("planned", "done", "decided")

Steps = tuple[Step, ...]


def check_process(process: Process, document: Document) -> Iterator[Problem]:
    """Yield what is wrong with the names in a process, and with its times."""
    names = _Names(process, document)
    for kind, each in (("rounds", names.rounds), ("phases", names.phases)):
        yield from names.twice([(kind, number, "id") for number in range(len(each))], each)
    yield from names.twice([(*steps, "id") for steps, _ in names.placed], names.actions)
    for steps, action in names.placed:
        yield from names.of_action(steps, action)
    for number, asking in enumerate(process.rounds):
        letter = f"letters/en/{asking.letter}.j2"
        if process.part(letter) is None:
            yield TemplateMissing(place=document.place(("rounds", number)), name=letter)
        for name in asking.asks if asking.asks != "questionnaires" else ():
            if process.part(f"forms/{name}.yaml") is None:
                yield FormMissing(place=document.place(("rounds", number, "asks")), name=f"forms/{name}.yaml")
    found = [
        problem for steps, value in _inside((), process.written) for problem in names.in_value(steps, value)
    ]
    yield from found
    if not found:
        yield from _round_and_round(process, document)


class _Names:
    """The names that a process gives, and what uses them."""

    def __init__(self, process: Process, document: Document) -> None:
        self.process, self.document = process, document
        self.rounds = [each.id for each in process.rounds]
        self.phases = [each.id for each in process.phases]
        self.actions = [each.id for each in process.written.actions]
        self.placed: list[tuple[Steps, Action]] = [
            (("phases", number, "actions", index), action)
            for number, phase in enumerate(process.phases)
            for index, action in enumerate(phase.actions)
        ]

    @property
    def moments(self) -> tuple[str, ...]:
        of_rounds = (f"{name}.{moment}" for name in self.rounds for moment in ROUND_MOMENTS)
        of_actions = (f"{name}.{moment}" for name in self.actions for moment in ACTION_MOMENTS)
        return ("launch", "cleared", *of_rounds, *of_actions)

    def twice(self, places: list[Steps], names: list[str]) -> Iterator[Problem]:
        for number, (steps, name) in enumerate(zip(places, names, strict=True)):
            if name in names[:number]:
                yield NameTwice(place=self.document.place(steps), name=name)

    def of_action(self, steps: Steps, action: Action) -> Iterator[Problem]:
        if action.round and action.round not in self.rounds:
            yield self.no_round((*steps, "round"), action.round)
        letter, product = f"letters/en/{action.letter}.j2", f"products/en/{action.product}.j2"
        for name, wanted, key in ((action.letter, letter, "letter"), (action.product, product, "product")):
            if name and self.process.part(wanted) is None:
                yield TemplateMissing(place=self.document.place((*steps, key)), name=wanted)
        if action.sheet:
            yield from self.of_sheet((*steps, "sheet"), action, action.sheet)

    def of_sheet(self, steps: Steps, action: Action, sheet: Sheet) -> Iterator[Problem]:
        """Yield outcomes that nobody could tell apart, reasons for none of them, an audience of nobody."""
        outcomes = tuple(each.id for each in sheet.outcomes)
        labels = Counter(
            (language, label.casefold())
            for name in dict.fromkeys(outcomes)
            for language, label in self.process.text("sheets", action.id, "outcomes", name).items()
        )
        twice = [name for name, many in Counter(outcomes).items() if many > 1]
        twice += [label for (_, label), many in labels.items() if many > 1]
        place = self.document.place((*steps, "outcomes"))
        yield from (OutcomeTwice(place=place, name=name) for name in dict.fromkeys(twice))
        for name in sheet.reasons:
            if name not in outcomes:
                place, near = self.document.place((*steps, "reasons")), nearest(name, outcomes)
                yield OutcomeUnknown(place=place, name=name, allowed=outcomes, near=near)
        forms = {name for each in self.process.rounds if each.asks != "questionnaires" for name in each.asks}
        for key, names in (("columns", sheet.columns), ("options", (sheet.options,))):
            for name in filter(None, names):
                if name.partition(".")[0] not in forms:
                    yield SheetItemUnknown(place=self.document.place((*steps, key)), name=name)
        if action.id in {each.id for each in self.process.rounds if each.open}:  # files would have one name
            yield NameTwice(place=self.document.place((*steps[:-1], "id")), name=action.id)
        if sheet.of == "mandates":
            yield SheetAboutNobody(place=self.document.place((*steps, "of")), name=str(sheet.of))

    def in_value(self, steps: Steps, value: object) -> Iterator[Problem]:
        """Yield what a time, a condition or an audience names that is not there."""
        match value:
            case When(of=of) if of and of not in self.moments:
                yield MomentUnknown(
                    place=self.document.place((*steps, "of")), name=of, near=nearest(of, self.moments)
                )
            case Condition(over=over) if over and over not in self.phases:
                yield PhaseUnknown(
                    place=self.document.place((*steps, "over")),
                    name=over,
                    allowed=tuple(self.phases),
                    near=nearest(over, self.phases),
                )
            case Condition(complete=name) if name and name not in self.rounds:
                yield self.no_round((*steps, "complete"), name)
            case Condition(done=done, decided=decided) if (done or decided) and (
                (done or decided) not in self.actions
            ):
                yield self.no_action((*steps, "done" if done else "decided"), done or decided)
            case Chosen(sheet=name) if name not in self.actions:
                yield self.no_action((*steps, "sheet"), name)
            case Chosen(sheet=name, outcomes=chosen):
                yield from self.no_outcomes(steps, name, chosen)
            case Select() as select:
                yield from self.in_select(steps, select)

    def in_select(self, steps: Steps, select: Select) -> Iterator[Problem]:
        if select.answered and select.answered not in self.rounds:
            yield self.no_round((*steps, "answered"), select.answered)
        if select.sheet and select.sheet not in self.actions:
            yield self.no_action((*steps, "sheet"), select.sheet)
        yield from self.no_outcomes(steps, select.sheet, select.outcomes)
        for number, name in enumerate(select.attended):
            if name not in self.actions:
                yield self.no_action((*steps, "attended", number), name)
        for number, name in enumerate(select.took_part):
            if name not in {*self.rounds, *self.actions}:
                yield self.no_action((*steps, "took-part", number), name, tuple(self.rounds))

    def no_outcomes(self, steps: Steps, sheet: str, chosen: tuple[str, ...]) -> Iterator[Problem]:
        """Yield what no line of that sheet can say: it would be nobody, and nobody would notice."""
        for _, action in self.placed:
            if action.id == sheet and action.sheet:
                outcomes = tuple(each.id for each in action.sheet.outcomes)
                for number, name in enumerate(chosen):
                    if name not in outcomes:
                        place = self.document.place((*steps, "outcomes", number))
                        near = nearest(name, outcomes)
                        yield OutcomeUnknown(place=place, name=name, allowed=outcomes, near=near)

    def no_round(self, steps: Steps, name: str) -> Problem:
        place, allowed = self.document.place(steps), tuple(self.rounds)
        return RoundUnknown(place=place, name=name, allowed=allowed, near=nearest(name, allowed))

    def no_action(self, steps: Steps, name: str, also: tuple[str, ...] = ()) -> Problem:
        place, allowed = self.document.place(steps), (*also, *self.actions)
        return ActionUnknown(place=place, name=name, allowed=allowed, near=nearest(name, allowed))


def _inside(steps: Steps, value: object) -> Iterator[tuple[Steps, object]]:
    """Yield every model inside, with the steps that lead to it."""
    yield steps, value
    if isinstance(value, BaseModel):
        for name, info in type(value).model_fields.items():
            yield from _inside((*steps, info.alias or name), getattr(value, name))
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from _inside((*steps, number), each)


def _round_and_round(process: Process, document: Document) -> Iterator[Problem]:
    """Tell the whole timeline once: a moment that waits for itself never comes."""
    start = datetime(2027, 1, 4, 9, tzinfo=UTC)
    record = Record(ZoneInfo("UTC"), Calendar(ZoneInfo("UTC")), deadline=start, launched_at=start)
    try:
        schedule(process, record)
        for asking in process.rounds:
            for which in ROUND_MOMENTS:
                Times(process, record).moment(f"{asking.id}.{which}")
    except GoesRoundError as error:
        yield GoesRound(place=document.place(("rounds",)), name=str(error))
