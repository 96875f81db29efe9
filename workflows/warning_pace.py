"""At what pace answers come, and how many of those asked will have answered by their deadlines. Pure.

The whole method: count the first returns, and the days that bodies have had their workbook without returning
it. Their ratio is the chance of a return per body and day; it is taken to stay as it has been. The rush that
many know from the last days is not assumed, since nobody can promise it.
"""

from dataclasses import dataclass
from datetime import datetime
from math import exp
from typing import TYPE_CHECKING

from store.standing import Round

if TYPE_CHECKING:
    from store.progress import Progress

DAY = 86_400.0

EARLY_SHARE, HALF = 0.25, 0.5
FEW = 3
"""Before a quarter of the time has passed nothing is said; until half of it, only from three returns on."""


@dataclass(frozen=True)
class Pace:
    """What has been seen so far: `waited` are days, added up over all bodies, each until its first return."""

    asked: int
    returned: int
    waited: float
    share: float  # of the time until the deadline of all that has passed
    days: int  # since the round was opened

    @property
    def known(self) -> bool:
        """Say whether enough is known to say anything about the future."""
        return self.share >= HALF or (self.share >= EARLY_SHARE and self.returned >= FEW)

    def chance(self, days: float) -> float:
        """Return how likely a body that has returned nothing returns something within so many days."""
        if days <= 0 or not self.waited:
            return 0.0
        return 1 - exp(-self.returned / self.waited * days)


@dataclass(frozen=True)
class Forecast:
    """How many of those asked about an article have answered it, and are likely to by their deadlines."""

    asked: int
    answered: int
    expected: float
    over: bool  # every deadline has passed: nothing is guessed any more

    @property
    def likely(self) -> int:
        return int(self.expected + 0.5)


def pace_of(progress: "Progress", opened: Round, at: datetime) -> Pace:
    """Reckon the pace of a round at an instant."""
    asked = [body for body in progress.stakeholders if body.asked and body.invited and not body.withdrawn]
    waited = sum(
        max((min(body.first_return or at, at) - body.invited).total_seconds(), 0) / DAY
        for body in asked
        if body.invited
    )
    whole = (opened.deadline - opened.opened).total_seconds()
    passed = (at - opened.opened).total_seconds()
    return Pace(
        asked=len(asked),
        returned=sum(body.version > 0 for body in asked),
        waited=waited,
        share=passed / whole if whole > 0 else 1.0,
        days=max(int(passed / DAY), 0),
    )


def forecast(progress: "Progress", opened: Round, pace: Pace, at: datetime) -> dict[str, Forecast]:
    """Return the forecast of each article that somebody is asked about; empty while it is too early."""
    if not pace.known:
        return {}
    here = {body.id for body in progress.stakeholders if not body.withdrawn}
    asked: dict[str, int] = {}
    answered: dict[str, int] = {}
    more: dict[str, float] = {}
    still: set[str] = set()
    for voice in progress.voices:
        if not voice.asked or voice.stakeholder not in here:
            continue
        name = voice.article
        asked[name] = asked.get(name, 0) + 1
        if voice.answered:
            answered[name] = answered.get(name, 0) + 1
            continue
        left = (opened.deadline_of(voice.stakeholder) - at).total_seconds() / DAY
        if left > 0:
            still.add(name)
        more[name] = more.get(name, 0.0) + pace.chance(left)
    return {
        name: Forecast(
            asked=count,
            answered=answered.get(name, 0),
            expected=answered.get(name, 0) + more.get(name, 0.0),
            over=name not in still,
        )
        for name, count in asked.items()
    }
