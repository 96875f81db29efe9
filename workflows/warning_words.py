"""Early warnings in words: one sentence each, what to do, and the pace with its method in one line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from languages import day, say
from workflows.warning import Concern
from workflows.warning_pace import Pace


@dataclass(frozen=True)
class Telling:
    """Says warnings in one language; `names` are those of bodies, by id: who lacks one is not named."""

    language: str
    zone: ZoneInfo
    names: Mapping[str, str]
    instruments: int = 1  # how many the articles are of: with several, each article names its own

    def concern(self, concern: Concern) -> str:
        return self._say(concern, concern.message)

    def remedy(self, concern: Concern) -> str:
        return self._say(concern, f"{concern.message}-do")

    def group(self, concern: Concern) -> str:
        """Return the title of all that worries in the same way."""
        return say(self.language, "warning", f"kind-{concern.kind.name.lower().replace('_', '-')}")

    def pace(self, pace: Pace) -> str:
        message = "pace" if pace.known else "pace-early"
        return say(
            self.language, "warning", message, returned=pace.returned, asked=pace.asked, days=pace.days
        )

    def article(self, key: str) -> str:
        """Name an article in short, such as `Article 23`."""
        instrument, _, number = key.rpartition(".")
        if self.instruments == 1:
            return say(self.language, "warning", "article", number=number)
        return say(self.language, "warning", "article-of", number=number, instrument=instrument.upper())

    def _say(self, concern: Concern, message: str) -> str:
        said: dict[str, object] = dict(concern.figures)
        if concern.about_article:
            said |= {"article": self.article(concern.subject), "number": concern.subject.partition(".")[2]}
            if self.instruments > 1:
                said["number"] = concern.subject
        else:
            said["name"] = self.names.get(concern.subject) or say(self.language, "warning", "hidden-body")
        if concern.until is not None:
            said["until"] = self._day(concern.until)
        return say(self.language, "warning", message, **said)

    def _day(self, at: datetime) -> str:
        local: date = at.astimezone(self.zone).date()
        return day(self.language, local)


def instruments_of(articles: Sequence[str]) -> int:
    """Count the instruments that some articles are of."""
    return len({key.rpartition(".")[0] for key in articles}) or 1
