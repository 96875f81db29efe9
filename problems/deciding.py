"""What is wrong where people decide: choice sheets, meetings held, applications from whom nobody invited."""

from dataclasses import dataclass
from typing import ClassVar

from problems.model import Problem, Severity


@dataclass(frozen=True, kw_only=True)
class NotOurSheet(Problem):
    """A choice sheet that belongs to no action of this process."""

    code: ClassVar[str] = "not-our-sheet"
    severity: ClassVar[Severity] = Severity.BLOCKER
    sheets: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SheetItemUnknown(Problem):
    """A sheet shows or counts an item that no form asks."""

    code: ClassVar[str] = "sheet-item-unknown"
    severity: ClassVar[Severity] = Severity.BLOCKER
    name: str
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class OutcomeUnknown(Problem):
    code: ClassVar[str] = "outcome-unknown"
    name: str
    allowed: tuple[str, ...]
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class OutcomeTwice(Problem):
    """Two outcomes of a sheet with one id, or one label: nobody could tell them apart."""

    code: ClassVar[str] = "outcome-twice"
    name: str


@dataclass(frozen=True, kw_only=True)
class SheetAboutNobody(Problem):
    """A sheet about an audience that is no stakeholders."""

    code: ClassVar[str] = "sheet-about-nobody"
    name: str


@dataclass(frozen=True, kw_only=True)
class NotForPeople(Problem):
    """An action that the process performs by itself, or that is decided on a sheet."""

    code: ClassVar[str] = "not-for-people"
    severity: ClassVar[Severity] = Severity.BLOCKER
    name: str
    allowed: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class DoneBefore(Problem):
    code: ClassVar[str] = "done-before"
    severity: ClassVar[Severity] = Severity.BLOCKER
    name: str
    day: str


@dataclass(frozen=True, kw_only=True)
class DayAhead(Problem):
    code: ClassVar[str] = "day-ahead"
    severity: ClassVar[Severity] = Severity.BLOCKER
    day: str


@dataclass(frozen=True, kw_only=True)
class DayUnreadable(Problem):
    code: ClassVar[str] = "day-unreadable"
    severity: ClassVar[Severity] = Severity.BLOCKER
    value: str


@dataclass(frozen=True, kw_only=True)
class AttendeeUnknown(Problem):
    """Somebody on a list of who was there whose name is like one of the registry, but is none."""

    code: ClassVar[str] = "attendee-unknown"
    name: str
    near: str


@dataclass(frozen=True, kw_only=True)
class AttendeeElsewhere(Problem):
    """Somebody who was there and is not in the registry."""

    code: ClassVar[str] = "attendee-not-in-registry"
    name: str


@dataclass(frozen=True, kw_only=True)
class EventNotWritten(Problem):
    """The registry could not be written; what was done is recorded nevertheless."""

    code: ClassVar[str] = "event-not-written"
    severity: ClassVar[Severity] = Severity.WARNING
    why: str
    action: str


@dataclass(frozen=True, kw_only=True)
class ApplicationWaiting(Problem):
    """An open form that came back filled in: from whom, only a person can say."""

    code: ClassVar[str] = "application-waiting"
    name: str
    file: str


@dataclass(frozen=True, kw_only=True)
class NotApplication(Problem):
    code: ClassVar[str] = "not-an-application"
    severity: ClassVar[Severity] = Severity.BLOCKER
    name: str


@dataclass(frozen=True, kw_only=True)
class ApplicantKnown(Problem):
    """An applicant who is likely a body of the registry."""

    code: ClassVar[str] = "applicant-known"
    severity: ClassVar[Severity] = Severity.BLOCKER
    name: str
    body: str
    known_as: str
    file: str


@dataclass(frozen=True, kw_only=True)
class NothingToAdmit(Problem):
    """An application in which no answer could be read."""

    code: ClassVar[str] = "nothing-to-admit"
    severity: ClassVar[Severity] = Severity.BLOCKER
