"""A consultation's settings: what `consultation.yaml` says."""

import re
from datetime import date, datetime
from typing import Annotated, Literal, TypeVar
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from clusters.model import InstrumentId, Model, Text
from consultation.mail import MailSettings, Sending
from languages import Language
from stakeholders.model import Attribution, Kind

D = TypeVar("D", bound=date)

USER_ASSIGNED = re.compile(r"^(AA|Q[M-Z]|X[A-Z]|ZZ)$")
"""ISO 3166-1 alpha-2 codes that no State has: for exercises and examples."""


def _email(text: str) -> str:
    if not re.fullmatch(r"[^@\s<>,;:\"]+@[^@\s<>,;:\"]+\.[^@\s<>,;:\"]+", text):
        raise PydanticCustomError("own-email", "an e-mail address is needed")
    return text


def _zone(text: str) -> str:
    try:
        ZoneInfo(text)
    except (KeyError, ValueError, OSError) as error:
        raise PydanticCustomError("own-zone", "an IANA time zone is needed") from error
    return text


def _state(text: str) -> str:
    from babel import Locale  # noqa: PLC0415  # names of States are read for this check alone

    if not re.fullmatch(r"[A-Z]{2}", text) or not (
        USER_ASSIGNED.match(text) or text in Locale("en").territories
    ):
        raise PydanticCustomError("own-state", "an ISO 3166-1 code is needed")
    return text


Email = Annotated[str, AfterValidator(_email)]
Zone = Annotated[str, AfterValidator(_zone)]
State = Annotated[str, AfterValidator(_state)]


class FocalPoint(Model):
    """Who the State appointed, and whom a stakeholder may ask."""

    name: str
    office: str
    email: Email
    telephone: str = ""


Role = Literal["coordinator", "governmental-expert", "observer"]


class Person(Model):
    """Somebody who takes part in the work on it, besides the focal point."""

    name: str
    role: Role
    email: Email | Literal[""] = ""


def _wall_clock(value: object) -> object:
    if isinstance(value, str):
        try:
            return datetime.strptime(value.strip(), "%Y-%m-%d %H:%M")  # noqa: DTZ007  # local to `zone`
        except ValueError as error:
            raise PydanticCustomError("own-deadline", "a day and a time are needed") from error
    return value


FIRST, LAST = 2000, 2100
"""Years that can be meant: others are slips of the pen, and some are more than a calendar can count."""


def _year(when: D) -> D:
    if not FIRST <= when.year <= LAST:
        raise PydanticCustomError("own-year", "a year that can be meant is needed")
    return when


Day = Annotated[date, AfterValidator(_year)]
WallClock = Annotated[
    datetime,
    BeforeValidator(_wall_clock),
    AfterValidator(_year),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$"}),
]
"""A day and a time as people write them, such as `2027-03-31 17:00`: of the consultation's zone."""


class Consultation(Model):
    """The settings of one consultation. Times are wall-clock times of `zone`."""

    state: State
    name: Text
    instruments: tuple[InstrumentId, ...] = Field(min_length=1)
    clusters: tuple[Annotated[int, Field(ge=1, le=4)], ...] = Field(min_length=1)
    languages: tuple[Language, ...] = Field(min_length=1)  # the first is the working language
    deadline: WallClock
    zone: Zone
    focal_point: FocalPoint
    process: str = "consultation"
    attribution: dict[Kind, Attribution] = Field(default_factory=dict)
    database: str = ""  # empty: consult.db in the folder
    dates: dict[str, WallClock] = Field(default_factory=dict)  # of actions of the process, such as a workshop
    details: dict[str, str] = Field(default_factory=dict)  # what letters may say besides, such as a venue
    days_off: dict[Day, str] = Field(default_factory=dict, alias="days-off")  # besides public holidays
    people: tuple[Person, ...] = ()
    mail: MailSettings | None = None
    linked: str = ""  # the folder of another consultation, on whose replies this process rests

    @property
    def language(self) -> str:
        """The working language: of the terminal, the decision workbook and, by default, the submission."""
        return self.languages[0]

    @property
    def sending(self) -> Sending | None:
        """The mail server that letters leave by; None where they are sent by hand."""
        return self.mail.sending if self.mail else None

    @property
    def deadline_at(self) -> datetime:
        """The deadline as an instant in the consultation's zone."""
        return self.deadline.replace(tzinfo=ZoneInfo(self.zone))

    @property
    def questionnaires(self) -> tuple[str, ...]:
        """Ids of the questionnaires: one per instrument and cluster, such as `untoc.1`."""
        pairs = ((instrument, cluster) for instrument in self.instruments for cluster in self.clusters)
        return tuple(f"{instrument}.{cluster}" for instrument, cluster in pairs)

    def state_name(self, language: str) -> str:
        return self.name.get(language) or self.name.get("en") or next(iter(self.name.values()), self.state)

    def disclosure(self, kind: Kind, at_risk: bool) -> Attribution:
        """Return how a body of this kind may appear where it has not said itself; an error means less."""
        if at_risk:
            return Attribution.ANONYMOUS
        default = Attribution.NAMED if kind is Kind.AUTHORITY else Attribution.BY_TYPE
        return self.attribution.get(kind, default)
