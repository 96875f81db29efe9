"""What consultation.yaml says of dates and people, checked against the process that it chooses."""

from collections.abc import Collection, Iterator

from consultation.model import Consultation
from problems import Problem, nearest
from problems.dates import DateOfNothing, PersonTwice
from problems.settings import DeadlineZoned
from sources.yaml import Document


def check_dates(
    consultation: Consultation, document: Document, actions: Collection[str]
) -> Iterator[Problem]:
    """Yield what is wrong with dates and people; `actions` are the ids of those with a time."""
    for name, when in consultation.dates.items():
        place = document.place(("dates", name))
        if name not in actions:
            near = nearest(name, actions)
            yield DateOfNothing(place=place, value=name, allowed=tuple(actions), near=near)
        if when.tzinfo is not None:
            yield DeadlineZoned(place=place, deadline=str(when), zone=consultation.zone)
    seen: set[tuple[str, str]] = set()
    for number, person in enumerate(consultation.people):
        name = " ".join(person.name.split())
        known = (name.casefold(), person.role)
        if known in seen:
            yield PersonTwice(place=document.place(("people", number)), name=name)
        seen.add(known)
