"""Whom and what somebody means: bodies by id or name, questions by code or article, deadlines as written."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from languages import day_and_time
from problems import nearest
from problems.changes import (
    ArticleNotAsked,
    BodyAmbiguous,
    BodyUnknown,
    DeadlineGone,
    DeadlineUnreadable,
    QuestionUnknown,
)
from problems.stages import Refused
from questionnaires.model import Item
from stakeholders.model import Stakeholder
from stakeholders.words import fold


def named(words: str, bodies: Iterable[Stakeholder]) -> Stakeholder:
    """Return the body with this id or name. Raises Refused, with the nearest, where there is none or two."""
    known = tuple(bodies)
    for body in known:
        if body.id == words.strip():
            return body
    found = [body for body in known if fold(body.name) == fold(words)]
    if len(found) == 1:
        return found[0]
    if found:
        raise Refused(BodyAmbiguous(value=words, ids=tuple(body.id for body in found)))
    near = nearest(words, [body.name for body in known]) or nearest(words, [body.id for body in known])
    raise Refused(BodyUnknown(value=words, near=near))


def chosen(
    items: Sequence[Item], codes: Sequence[str], articles: Sequence[str], *, followed: bool = True
) -> tuple[str, ...]:
    """Return the questions meant, in order, and unless told otherwise what follows them up."""
    known = {item.id: item for item in items}
    wanted: set[str] = set()
    for code in codes:
        if code not in known:
            raise Refused(QuestionUnknown(value=code, near=nearest(code, known)))
        wanted.add(code)
    for article in articles:
        wanted |= _of_article(items, article)
    while followed and (more := {item.id for item in items if item.under in wanted} - wanted):
        wanted |= more
    return tuple(item.id for item in items if item.id in wanted)


def _of_article(items: Sequence[Item], wished: str) -> set[str]:
    keys = list(dict.fromkeys(item.article_key for item in items))
    meant = [key for key in keys if wished in {key, key.rpartition(".")[2]}]
    if len(meant) != 1:
        whole = {key.rpartition(".")[0] for key in keys}
        allowed = keys if len(whole) > 1 else [key.rpartition(".")[2] for key in keys]
        raise Refused(ArticleNotAsked(value=wished, allowed=tuple(allowed)))
    return {item.id for item in items if item.article_key == meant[0]}


def deadline_meant(
    until: str, days: int, *, present: datetime, zone: ZoneInfo, at: datetime, language: str
) -> datetime:
    """Return the new deadline: a day and a time, a day alone (the time stays), or days after the present one.

    Days count from the deadline of all, so that the same command twice means the same deadline.
    """
    local = present.astimezone(zone)
    if until:
        wished = _written(until, local, zone)
    else:
        wished = (local.replace(tzinfo=None) + timedelta(days=days)).replace(tzinfo=zone)
    if wished <= at:
        now = day_and_time(language, at.astimezone(zone))
        raise Refused(DeadlineGone(deadline=day_and_time(language, wished), now=now))
    return wished


def _written(text: str, present: datetime, zone: ZoneInfo) -> datetime:
    for pattern in ("%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M", "%Y-%m-%d"):
        try:
            found = datetime.strptime(text.strip(), pattern)  # noqa: DTZ007  # wall-clock time of `zone`
        except ValueError:
            continue
        if "%H" not in pattern:
            found = found.replace(hour=present.hour, minute=present.minute)
        return found.replace(tzinfo=zone)
    raise Refused(DeadlineUnreadable(value=text))
