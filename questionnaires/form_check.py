"""What can be wrong with a form beyond its shape; what it shares with any questionnaire is checked there."""

import re
from collections.abc import Iterator
from typing import Final

from clusters.load import load_law
from problems import Problem, nearest
from problems.definitions import FixedValue, ReferenceElsewhere
from problems.files import NotAllowed
from problems.forms import (
    AnswerNotFixed,
    BadFormName,
    DuplicatePart,
    FieldFilledTwice,
    RequiredConditional,
    UnknownAnswer,
    UnknownConcern,
)
from questionnaires.check import check_entries, check_repeats
from questionnaires.check_references import check_references
from questionnaires.form_written import FormDraft, WrittenFormItem
from questionnaires.model import AnswerType
from questionnaires.written import Entry

NAME: Final = r"[a-z](-?[a-z0-9])*"
TYPES: Final = tuple(str(kind) for kind in AnswerType if kind is not AnswerType.CITATION)
CONSENT: Final = {
    "attribution": (AnswerType.CHOICE, ("named", "by-type", "anonymous")),
    "at-risk": (AnswerType.YES_NO, ()),
}
"""Of which type a question must be that says how somebody may appear, and with which options."""


def check_form(draft: FormDraft, expected: str) -> list[Problem]:
    """Return everything wrong with a form, by place; its file is called `expected`."""
    problems = [
        *_check_names(draft, expected),
        *check_repeats(draft.entries),
        *check_entries(draft.entries),
        # Whoever gets a form gets the whole of it: a question may rest on one of another part.
        *(each for each in check_references(draft.entries) if not isinstance(each, ReferenceElsewhere)),
        *_check_fields(draft),
        *(problem for entry in draft.entries for problem in _check_entry(entry)),
    ]
    return sorted(problems, key=lambda problem: (problem.place, problem.code))


def _check_names(draft: FormDraft, expected: str) -> Iterator[Problem]:
    place, form = draft.document.place, draft.written
    if not re.fullmatch(NAME, form.form):
        yield BadFormName(place=place(("form",)), name=form.form)
    elif form.form != expected:
        yield FixedValue(place=place(("form",)), key="form", value=form.form, expected=expected)
    first: dict[str, int] = {}
    for number, part in enumerate(form.parts):
        here = place(("parts", number, "id"))
        if not re.fullmatch(NAME, part.id):
            yield BadFormName(place=here, name=part.id)
        if first.setdefault(part.id, number) != number:
            yield DuplicatePart(place=here, name=part.id, first=str(place(("parts", first[part.id], "id"))))
    for entry in draft.entries:
        if not all(re.fullmatch(NAME, name) for name in entry.id.split(".")):
            yield BadFormName(place=entry.place("id"), item=entry.id, name=entry.id)


def _check_fields(draft: FormDraft) -> Iterator[Problem]:
    filled: dict[str, str] = {}
    for entry in draft.entries:
        field = entry.item.fills
        if field and filled.setdefault(field, entry.id) != entry.id:
            yield FieldFilledTwice(
                place=entry.place("fills"), item=entry.id, fills=field, other=filled[field]
            )


def _check_entry(entry: Entry[WrittenFormItem]) -> Iterator[Problem]:
    item = entry.item
    if item.type is AnswerType.CITATION:
        yield NotAllowed(place=entry.place("type"), item=entry.id, key="type", value=item.type, allowed=TYPES)
    if item.required and item.enable_when:
        yield RequiredConditional(place=entry.place("required"), item=entry.id)
    yield from _check_consent(entry)
    yield from _check_concerns(entry)
    for key, named in (("points", item.points), ("right", item.right)):
        if named and not item.values and not item.options:
            if item.type not in {AnswerType.CHOICE, AnswerType.CHOICES}:  # else its options are missing
                yield AnswerNotFixed(place=entry.place(key), item=entry.id, key=key, type=item.type)
            continue
        for index, value in enumerate(named):
            if value not in item.values:
                yield UnknownAnswer(
                    place=entry.place(key, value if key == "points" else index),
                    item=entry.id,
                    key=key,
                    value=value,
                    allowed=item.values,
                    near=nearest(value, item.values),
                )


def _check_consent(entry: Entry[WrittenFormItem]) -> Iterator[Problem]:
    """Yield what could not be understood where a form asks how somebody may appear."""
    item = entry.item
    if item.fills not in CONSENT:
        return
    kind, allowed = CONSENT[item.fills]
    if item.type != kind:
        yield NotAllowed(
            place=entry.place("type"), item=entry.id, key="type", value=item.type, allowed=(kind,)
        )
    for value in item.options:
        if value not in allowed:
            yield NotAllowed(
                place=entry.place("options", value),
                item=entry.id,
                key="options",
                value=value,
                allowed=allowed,
                near=nearest(value, allowed),
            )


def _check_concerns(entry: Entry[WrittenFormItem]) -> Iterator[Problem]:
    """Yield answers that the question does not have, and provisions that no instrument has."""
    item, key = entry.item, "concerns"
    for value, named in item.concerns.items():
        if value and value not in item.values:
            yield UnknownAnswer(
                place=entry.place(key, value),
                item=entry.id,
                key=key,
                value=value,
                allowed=item.values,
                near=nearest(value, item.values),
            )
        for number, name in enumerate(named):
            if not _is_provision(name):
                steps = (key, value, number) if value else (key, number)
                yield UnknownConcern(place=entry.place(*steps), item=entry.id, name=name)


def _is_provision(name: str) -> bool:
    """Say whether `untoc.24` or `untoc.24.2(b)` stands in the law."""
    instrument, _, rest = name.partition(".")
    number, _, label = rest.partition(".")
    try:
        article = load_law().instrument(instrument).article(int(number))
    except (KeyError, ValueError):
        return False
    return not label or label in article.labels
