"""Problems of consultation.yaml beyond its keys and values, and of the folder that a new one is made in."""

from dataclasses import dataclass
from typing import ClassVar

from problems.model import Problem, Severity


@dataclass(frozen=True, kw_only=True)
class SettingsEmpty(Problem):
    code: ClassVar[str] = "settings-empty"
    severity: ClassVar[Severity] = Severity.BLOCKER


@dataclass(frozen=True, kw_only=True)
class SettingTwice(Problem):
    code: ClassVar[str] = "setting-twice"
    key: str
    value: str


@dataclass(frozen=True, kw_only=True)
class DeadlinePast(Problem):
    code: ClassVar[str] = "deadline-past"
    deadline: str
    now: str


@dataclass(frozen=True, kw_only=True)
class DeadlineSoon(Problem):
    code: ClassVar[str] = "deadline-soon"
    severity: ClassVar[Severity] = Severity.WARNING
    deadline: str
    days: int


@dataclass(frozen=True, kw_only=True)
class DeadlineZoned(Problem):
    """A deadline with an offset of its own, where it is to be a wall-clock time of `zone`."""

    code: ClassVar[str] = "deadline-zoned"
    deadline: str
    zone: str


@dataclass(frozen=True, kw_only=True)
class DeadlineMidnight(Problem):
    code: ClassVar[str] = "deadline-midnight"
    severity: ClassVar[Severity] = Severity.WARNING
    deadline: str


@dataclass(frozen=True, kw_only=True)
class DeadlineDayOff(Problem):
    """A deadline on a day that is not worked; `why`: the name of that day, or `weekend`."""

    code: ClassVar[str] = "deadline-day-off"
    severity: ClassVar[Severity] = Severity.WARNING
    deadline: str
    why: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class QuestionnaireNotShipped(Problem):
    code: ClassVar[str] = "questionnaire-not-shipped"
    severity: ClassVar[Severity] = Severity.WARNING
    questionnaire: str
    shipped: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class NothingToAsk(Problem):
    """None of the questionnaires is there."""

    code: ClassVar[str] = "nothing-to-ask"
    shipped: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class LanguageNotTranslated(Problem):
    code: ClassVar[str] = "language-not-translated"
    severity: ClassVar[Severity] = Severity.WARNING
    value: str
    translated: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class NameMissing(Problem):
    """A language of the consultation in which the State has no name yet."""

    code: ClassVar[str] = "name-missing"
    severity: ClassVar[Severity] = Severity.WARNING
    value: str
    used: str


@dataclass(frozen=True, kw_only=True)
class ProcessUnknown(Problem):
    code: ClassVar[str] = "process-unknown"
    value: str
    allowed: tuple[str, ...]
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class LinkedUnreadable(Problem):
    """`why` is one of `no-consultation`, `settings`, `not-launched`, `record`."""

    code: ClassVar[str] = "linked-unreadable"
    severity: ClassVar[Severity] = Severity.WARNING
    folder: str
    why: str


@dataclass(frozen=True, kw_only=True)
class FocalPointMissing(Problem):
    """The address that `consult new` puts in where nobody gave one."""

    code: ClassVar[str] = "focal-point-missing"
    severity: ClassVar[Severity] = Severity.WARNING


@dataclass(frozen=True, kw_only=True)
class DeadlineDiffers(Problem):
    """After the launch the record counts: `recorded` is the deadline there."""

    code: ClassVar[str] = "deadline-differs"
    severity: ClassVar[Severity] = Severity.WARNING
    deadline: str
    recorded: str
    command: str


@dataclass(frozen=True, kw_only=True)
class FocalPointDiffers(Problem):
    """After a handover the record counts: `recorded` is the focal point there."""

    code: ClassVar[str] = "focal-point-differs"
    severity: ClassVar[Severity] = Severity.WARNING
    key: str
    value: str
    recorded: str


@dataclass(frozen=True, kw_only=True)
class FolderTaken(Problem):
    """A folder for a new consultation that has something in it already."""

    code: ClassVar[str] = "folder-taken"
    severity: ClassVar[Severity] = Severity.BLOCKER
    found: str


@dataclass(frozen=True, kw_only=True)
class ConsultationThere(Problem):
    code: ClassVar[str] = "consultation-there"
    severity: ClassVar[Severity] = Severity.BLOCKER


@dataclass(frozen=True, kw_only=True)
class FolderUnwritable(Problem):
    """`reason` is one of `permission`, `not-a-folder`, `full`, `other`; `detail` what the system said."""

    code: ClassVar[str] = "folder-unwritable"
    severity: ClassVar[Severity] = Severity.BLOCKER
    reason: str
    detail: str
