"""What stands on a choice sheet of the process: its subjects, what they said, and why they have points."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from languages import say
from problems.deciding import SheetItemUnknown
from problems.model import nearest
from problems.stages import Refused
from questionnaires.model import Item
from responses.model import Absence, Answer
from responses.wording import absence_text, citation_text, option_text, value_text, words
from stakeholders.model import Attribution, Stakeholder
from store import query, standing
from workbooks.choice_layout import ChoiceSheet, Outcome, Subject
from workflows.audience import audience
from workflows.named import Named
from workflows.post import Desk, secret_of
from workflows.process import Action, Chosen, Select, Sheet

SUBJECT = "deciding"
"""The file of our words."""

TELLING = frozenset({"name", "contact", "email", "telephone"})
"""What an item fills that says who somebody is."""

SHORT = 60
"""So much of a question says which one it is."""


@dataclass(frozen=True)
class Subjects:
    """The rows of a sheet; `bodies`: whom each row may stand for, also where it must not be named."""

    rows: tuple[Subject, ...]
    bodies: Mapping[str, str] = field(default_factory=dict)

    def meant(self, row: str) -> str:
        return self.bodies.get(row, row)


def subjects_of(desk: Desk, action: Action) -> Subjects:
    """Return whom or what the choice is about, with what the record says of them now."""
    sheet = _sheet(action)
    return _options(desk, sheet) if sheet.options else _bodies(desk, action, sheet)


def layout_of(desk: Desk, action: Action) -> ChoiceSheet:
    """Return the sheet as workbooks know it: its words, columns and outcomes."""
    sheet, process = _sheet(action), desk.process
    headers = ("header-option", "header-kinds") if sheet.options else ("header-body", "header-kind")
    own = [
        {str(language): say(language, SUBJECT, header) for language in desk.consultation.languages}
        for header in headers
    ]
    asked = [item_of(desk, name).text for name in sheet.columns] if not sheet.options else []
    return ChoiceSheet(
        id=action.id,
        title=process.text("sheets", action.id, "title"),
        about=process.text("sheets", action.id, "about"),
        columns=(*own, *asked),
        outcomes=tuple(
            Outcome(each.id, process.text("sheets", action.id, "outcomes", each.id))
            for each in sheet.outcomes
        ),
        places=sheet.places,
        reason_for=sheet.reasons,
    )


def item_of(desk: Desk, name: str) -> Item:
    """Return the item that a sheet calls `application.expertise`; Refused where nobody was asked it."""
    found = desk.items.get(f"{desk.process.id}.{name}")
    if found is None:
        start = f"{desk.process.id}."
        known = [each.removeprefix(start) for each in desk.items if each.startswith(start)]
        raise Refused(SheetItemUnknown(name=name, near=nearest(name, known)))
    return found


def _sheet(action: Action) -> Sheet:
    if action.sheet is None:
        raise ValueError(f"{action.id} has no sheet")
    return action.sheet


def _options(desk: Desk, sheet: Sheet) -> Subjects:
    """Return the options of an item, each with the number of bodies that chose it."""
    item, language = item_of(desk, sheet.options), desk.consultation.language
    gone = standing.withdrawn(desk.store)
    by: dict[str, set[str]] = defaultdict(set)
    for answer in query.latest_answers(desk.store):
        if answer.item == item.id and answer.provenance.stakeholder not in gone:
            for value in _chosen(answer):
                by[value].add(answer.provenance.stakeholder)
    return Subjects(
        tuple(
            Subject(
                value,
                (option_text(item, value, language), _kinds(desk, by[value])),
                points=len(by[value]),
            )
            for value in item.values
            if sheet.among is None or value in _chosen_before(desk, sheet.among)
        )
    )


def _chosen_before(desk: Desk, among: Chosen) -> set[str]:
    before = standing.outcomes(desk.store, among.sheet)
    return {each.subject for each in before if each.outcome in among.outcomes}


def _kinds(desk: Desk, bodies: Iterable[str]) -> str:
    """Say how many of which kinds, as a document may: such a sheet is filled in at a meeting."""
    told = Named(desk.consultation.language, desk.bodies).kinds(bodies)
    return "\n".join(f"{count} × {kind}" for kind, count in told.items())


def _bodies(desk: Desk, action: Action, sheet: Sheet) -> Subjects:
    """Return the stakeholders of an audience; who must not be named stands there by a code alone."""
    if sheet.of is None:
        raise ValueError(f"the sheet of {action.id} is about nobody")
    columns = [item_of(desk, name) for name in sheet.columns]
    scored = [item for item in _in_question(desk, sheet) if item.points]
    said: dict[tuple[str, str], Answer] = {
        (answer.provenance.stakeholder, answer.item): answer for answer in query.latest_answers(desk.store)
    }
    rows, codes = [], {code_of_row(desk, name): name for name in desk.bodies}
    for body in audience(sheet.of, desk.store, desk.bodies.values(), action.round):
        code = row_of(desk, body)
        answers = {item.id: said.get((body.id, item.id)) for item in (*columns, *scored)}
        rows.append(_subject(desk, body, code, columns, scored, answers))
    return Subjects(tuple(rows), codes)


def row_of(desk: Desk, body: Stakeholder) -> str:
    """Return what a body is called in its row: its id, which tells its name, or a code that does not."""
    hidden = body.at_risk or body.attribution is Attribution.ANONYMOUS
    return code_of_row(desk, body.id) if hidden else body.id


def code_of_row(desk: Desk, body: str) -> str:
    return f"x-{secret_of(desk, f'row of {body}')}"


def _in_question(desk: Desk, sheet: Sheet) -> Sequence[Item]:
    """Return the items of the forms that a sheet is about: those of its columns, and of who answered what."""
    forms = {f"{desk.process.id}.{name.partition('.')[0]}" for name in sheet.columns}
    if isinstance(sheet.of, Select) and sheet.of.answered:
        forms |= {form.id for form in desk.questionnaires.get(sheet.of.answered, ())}
    return [item for item in desk.items.values() if item.instrument in forms]


def _subject(  # noqa: PLR0917  # one row
    desk: Desk,
    body: Stakeholder,
    code: str,
    columns: Sequence[Item],
    scored: Sequence[Item],
    answers: Mapping[str, Answer | None],
) -> Subject:
    language = desk.consultation.language
    hidden = code != body.id
    name = say(language, SUBJECT, "not-named") if hidden else body.name
    cells = [
        "" if hidden and item.fills in TELLING else _told(item, answers[item.id], language)
        for item in columns
    ]
    reasons = [_points(item, answer, language) for item in scored if (answer := answers[item.id])]
    return Subject(
        code,
        (name, say(language, "stakeholders", body.kind), *cells),
        points=sum(points for points, _ in reasons) if scored else None,
        note="\n".join(why for _, why in reasons if why),
    )


def _told(item: Item, answer: Answer | None, language: str) -> str:
    """Return an answer as people read it."""
    if answer is None:
        return ""
    parts = [
        absence_text(answer.absent, language) if isinstance(answer.absent, Absence) else "",
        value_text(item, answer.value, language),
        answer.details,
        *map(citation_text, answer.citations),
    ]
    return "\n".join(dict.fromkeys(filter(None, parts)))


def _points(item: Item, answer: Answer, language: str) -> tuple[int, str]:
    """Return the points of an answer, and what they are for."""
    counted = [(value, item.points[value]) for value in _chosen(answer) if item.points.get(value)]
    if not counted:
        return 0, ""
    question = words(item.text, language)
    short = question if len(question) <= SHORT else f"{question[: SHORT - 1].rstrip()}…"
    sum_, chosen = sum(n for _, n in counted), ", ".join(option_text(item, v, language) for v, _ in counted)
    return sum_, f"{sum_:+d} · {short} {chosen}"


def _chosen(answer: Answer) -> tuple[str, ...]:
    """Return the options that an answer chose, each once."""
    match answer.value:
        case str() as value:
            return (value,)
        case tuple() as values:
            return tuple(dict.fromkeys(value for value in values if isinstance(value, str)))
    return ()
