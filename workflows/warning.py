"""Early warning: who is silent, what will be late, whose mail came back, which article has a single voice.

Pure: from the figures of one round to what a person should know, the most urgent first. How the pace is
reckoned, and what it cannot know, says docs/decisions/0012-early-warning.md.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from typing import TYPE_CHECKING

from store.standing import Round
from workflows.warning_pace import Forecast, Pace, forecast

if TYPE_CHECKING:
    from store.progress import Progress, StakeholderProgress, Voice

REMINDED = 2
"""Reminders after which silence is a worry, whatever the date."""

CORRECTION = timedelta(days=14)
"""How long a correction may take."""

ENDING = timedelta(days=7)
"""How long before its end an extension that is not used is told of."""

CIVIL = frozenset({"ngo", "academia"})
BACK = frozenset({"bounced", "failed"})


class Kind(IntEnum):
    """What is worrying, the most urgent first."""

    BOUNCED = 1
    NOBODY_LEFT = 2  # an article that nobody is asked about any more
    NOBODY_LIKELY = 3  # … that nobody will have answered at this pace
    SILENT = 4
    EXTENSION = 5
    CORRECTIONS = 6
    SINGLE_VOICE = 7
    NO_CIVIL_VOICE = 8
    LATE = 9


@dataclass(frozen=True)
class Concern:
    """One thing to worry about: a message of `warning`, about a body (its id) or an article (its key)."""

    kind: Kind
    subject: str
    message: str
    figures: Mapping[str, int] = field(default_factory=dict)
    until: datetime | None = None  # a date that the message names

    @property
    def about_article(self) -> bool:
        return self.kind in {
            Kind.NOBODY_LEFT,
            Kind.NOBODY_LIKELY,
            Kind.SINGLE_VOICE,
            Kind.NO_CIVIL_VOICE,
            Kind.LATE,
        }

    def as_json(self) -> dict[str, object]:
        return {
            "kind": self.kind.name.lower().replace("_", "-"),
            "subject": self.subject,
            "message": self.message,
            "figures": dict(self.figures),
            "until": self.until.isoformat() if self.until else None,
        }


def warnings(
    progress: "Progress",
    opened: Round,
    *,
    soft: datetime | None,
    requested: Mapping[str, datetime],
    pace: Pace,
    at: datetime,
) -> tuple[Concern, ...]:
    """Return what is worrying in a round at an instant, the most urgent first.

    `soft` is the round's soft deadline, `requested` since when a body has been asked for a correction that
    has not come. Of an article that is late, or that has a single voice, only the graver is said.
    """
    found: list[Concern] = []
    for body in progress.stakeholders:
        if not body.withdrawn and body.asked:
            found += _of_body(body, opened, soft, requested.get(body.id), at)
    civil = {body.id for body in progress.stakeholders if body.kind in CIVIL}
    by_article: dict[str, list[Voice]] = {}
    for voice in progress.voices:
        by_article.setdefault(voice.article, []).append(voice)
    expected = forecast(progress, opened, pace, at)
    soft_passed = soft is not None and _passed(soft, at)
    for article, voices in by_article.items():
        if not is_part(article):
            found += _of_article(article, voices, expected.get(article), civil, soft_passed=soft_passed)
    return tuple(sorted(found, key=lambda each: (each.kind, -each.figures.get("days", 0))))


def is_part(article: str) -> bool:
    """Say whether this is part of a form, which everybody answers for themselves, and no article."""
    return article.count(".") > 1


def _passed(when: datetime, at: datetime) -> bool:
    return when.astimezone(UTC) <= at.astimezone(UTC)


def _of_body(
    body: "StakeholderProgress",
    opened: Round,
    soft: datetime | None,
    requested: datetime | None,
    at: datetime,
) -> Iterator[Concern]:
    deadline = opened.deadline_of(body.id)
    extended = deadline > opened.deadline
    if body.mail in BACK:
        yield Concern(Kind.BOUNCED, body.id, "bounced")
    elif not body.version and body.invited is not None:
        worried = soft + (deadline - opened.deadline) if soft else None
        if body.reminders >= REMINDED or (worried is not None and _passed(worried, at)):
            message = "silent-at-risk" if body.at_risk else "silent"
            figures = {"days": _days(body.invited, at), "reminders": body.reminders}
            yield Concern(Kind.SILENT, body.id, message, figures)
    if requested is not None and (_passed(deadline, at) or _passed(requested + CORRECTION, at)):
        figures = {"count": body.reopened, "days": _days(requested, at)}
        yield Concern(Kind.CORRECTIONS, body.id, "corrections", figures)
    if extended and body.given < body.owed and _passed(deadline - ENDING, at):
        message = "extension-over" if _passed(deadline, at) else "extension-ending"
        yield Concern(Kind.EXTENSION, body.id, message, {"open": body.owed - body.given}, deadline)


def _of_article(
    article: str,
    voices: "list[Voice]",
    expected: Forecast | None,
    civil: set[str],
    *,
    soft_passed: bool,
) -> Iterator[Concern]:
    asked = [voice for voice in voices if voice.asked]
    gone = [voice for voice in voices if not voice.asked]
    answered = sum(voice.answered > 0 for voice in asked)
    if not asked:
        yield Concern(Kind.NOBODY_LEFT, article, "nobody-left", {"gone": len(gone)})
        return
    late = _late(article, expected) if expected is not None else None
    if late is not None and late.kind is Kind.NOBODY_LIKELY:
        yield late
    elif gone and len(asked) == 1:
        yield Concern(Kind.SINGLE_VOICE, article, "single-asked", {"gone": len(gone)})
    elif soft_passed and answered == 1 and len(asked) > 1:
        yield Concern(Kind.SINGLE_VOICE, article, "single-answered", {"asked": len(asked)})
    elif late is not None:
        yield late
    if {voice.stakeholder for voice in gone} & civil and not {voice.stakeholder for voice in asked} & civil:
        yield Concern(Kind.NO_CIVIL_VOICE, article, "no-civil-voice", {"asked": len(asked)})


def _late(article: str, expected: Forecast) -> Concern | None:
    figures = {"asked": expected.asked, "answered": expected.answered, "likely": expected.likely}
    if expected.likely >= expected.asked:
        return None
    kind = Kind.LATE if expected.likely else Kind.NOBODY_LIKELY
    if expected.over:
        return Concern(kind, article, "late-over", figures)
    return Concern(kind, article, "late" if expected.likely else "late-nobody", figures)


def _days(since: datetime, at: datetime) -> int:
    return max((at - since).days, 0)
