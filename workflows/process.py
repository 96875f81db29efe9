"""A process: how a consultation, a dialogue, a pilot or a training runs, as data.

Everything that people read of it stands in English in `process.yaml`, and in further languages beside it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from clusters.model import Model
from sources.translations import Key, Texts
from stakeholders.model import Kind

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
Shift = Literal["next", "previous", "none"]
Perform = Literal[
    "ask", "receive", "remind", "warn", "reconcile", "compile", "sheet", "mark", "write", "produce", "hold"
]
MAILS: frozenset[Perform] = frozenset({"ask", "remind", "warn", "write"})
"""What sends letters: never in quiet hours."""


def _clock(value: object) -> object:
    if isinstance(value, str):
        try:
            return time.fromisoformat(value)
        except ValueError as error:
            raise PydanticCustomError("own-clock", "a time of day is needed") from error
    return value


Clock = Annotated[
    time, BeforeValidator(_clock), WithJsonSchema({"type": "string", "pattern": r"^\d{2}:\d{2}(:\d{2})?$"})
]
Words = Annotated[
    str, BeforeValidator(lambda value: " ".join(value.split()) if isinstance(value, str) else value)
]
"""English words; their translations stand beside the file."""


class When(Model):
    """A wall-clock time so many days after (or, negative, before) a moment, or on a date.

    Moments: `launch`, `cleared`, of a round `answers.opens`, `.soft`, `.deadline`, `.shuts`, of an action
    `workshop.planned` and `.done`, and `screening.decided` of one whose choice sheet has been read back.
    """

    of: str = ""
    on: date | None = None
    days: int = Field(0, ge=-3660, le=3660)
    working_days: int = Field(0, ge=-2600, le=2600, alias="working-days")
    months: int = Field(0, ge=-120, le=120)
    at: Clock | None = None  # without it, the moment's own time of day
    shift: Shift = "next"  # where the day is none on which people work

    @model_validator(mode="after")
    def _one_anchor(self) -> "When":
        if bool(self.of) == (self.on is not None):
            raise PydanticCustomError("own-anchor", "either `of` or `on`")
        if self.on is not None and self.at is None:
            raise PydanticCustomError("own-date-clock", "`on` needs `at`")
        return self


class Condition(Model):
    """One thing that holds or not; exactly one of these."""

    launched: Literal[True] | None = None
    cleared: Literal[True] | None = None
    after: When | None = None
    over: Id = ""  # a phase
    complete: Id = ""  # a round in which nobody owes anything any more
    done: Id = ""  # an action
    decided: Id = ""  # an action that writes a choice sheet

    @model_validator(mode="after")
    def _exactly_one(self) -> "Condition":
        if len([each for each in self.model_dump().values() if each]) != 1:
            raise PydanticCustomError("own-one-condition", "exactly one condition")
        return self


class Conditions(Model):
    """Several conditions, of which all or any must hold."""

    all: tuple[Condition, ...] = ()
    any: tuple[Condition, ...] = ()

    @model_validator(mode="after")
    def _all_or_any(self) -> "Conditions":
        if bool(self.all) == bool(self.any):
            raise PydanticCustomError("own-all-or-any", "either `all` or `any`")
        return self


class Select(Model):
    """Which stakeholders: all that is given must hold."""

    kinds: tuple[Kind, ...] = ()
    topics: tuple[str, ...] = ()
    trained: tuple[str, ...] = ()
    answered: Id = ""  # a round
    attended: tuple[Id, ...] = ()  # actions that were held: all of them
    took_part: tuple[Id, ...] = Field((), alias="took-part")  # rounds answered, actions attended: any of them
    sheet: Id = ""  # an action with a choice sheet, or a mark …
    outcomes: tuple[Id, ...] = ()  # … and what was chosen there


def _form(value: object) -> str:
    """Tell a word from what is spelled out, so that what is wrong is said of the one that was meant."""
    return "(word)" if isinstance(value, str) else "(spelled-out)"


AudienceWord = Literal["mandates", "everybody", "asked", "owing"]
Audience = Annotated[
    Annotated[AudienceWord, Tag("(word)")] | Annotated[Select, Tag("(spelled-out)")], Discriminator(_form)
]
Asks = Annotated[
    Annotated[Literal["questionnaires"], Tag("(word)")] | Annotated[tuple[Id, ...], Tag("(spelled-out)")],
    Discriminator(_form),
]
Until = Annotated[
    Annotated[Literal["consultation"], Tag("(word)")] | Annotated[When, Tag("(spelled-out)")],
    Discriminator(_form),
]


class Round(Model):
    """One asking: questionnaires or forms, put to an audience until a deadline.

    `soft`: from here on who has sent nothing is a worry. `deadline`: what letters say. `grace`: days after it
    in which late answers still come in by themselves.
    """

    id: Id
    title: Words
    asks: Asks  # those of consultation.yaml, or forms of the process
    of: Audience
    opens: When | None = None  # without it, at the launch
    deadline: Until = "consultation"
    soft: When | None = None
    grace: int = Field(0, ge=0, le=365)
    letter: Id = "invitation"
    open: bool = False  # also to whom nobody has invited: they apply with the open form


class Outcome(Model):
    id: Id
    label: Words


class Chosen(Model):
    """What certain outcomes were given to, on an earlier choice sheet."""

    sheet: Id
    outcomes: tuple[Id, ...] = Field(min_length=1)


class Sheet(Model):
    """A choice sheet: a person gives each subject one outcome.

    Subjects: the stakeholders of an audience, each with the points of its answers, or the options of an item,
    each with the number of those who chose it.
    """

    title: Words
    about: Words
    of: Audience | None = None
    options: str = ""  # an item of a form, such as `survey.topics`
    among: Chosen | None = None  # of these options, only what was chosen before
    columns: tuple[str, ...] = ()  # items of forms, such as `application.expertise`
    outcomes: tuple[Outcome, ...] = Field(min_length=1)
    places: int | None = Field(None, ge=1)
    reasons: tuple[Id, ...] = ()  # outcomes that need one

    @model_validator(mode="after")
    def _one_kind(self) -> "Sheet":
        if bool(self.options) == (self.of is not None):
            raise PydanticCustomError("own-subjects", "either `of` or `options`")
        return self


class Action(Model):
    """Something done: once at an instant, or, `standing`, whenever it is asked what is due.

    `hold` is done by people, who say so with `consult done`.
    """

    id: Id
    title: Words
    perform: Perform
    round: Id | Literal[""] = ""
    to: Audience | None = None
    letter: Id | Literal[""] = ""
    attach: tuple[Id, ...] = ()  # products made before; `workbook`: that of the round, as it was answered
    sheet: Sheet | None = None
    product: Id | Literal[""] = ""  # the name of a template
    draft: bool = False  # the product says that it is one; the focal point clears it
    training: str = ""  # what those it is about have completed, as the registry is to say it
    needs: int = Field(0, ge=0, le=100, alias="pass")  # percent of right answers that pass
    workshop: bool = False  # the decision workbook for a workshop
    when: When | None = None
    standing: bool = False
    by: Id = "coordinator"

    @model_validator(mode="after")
    def _complete(self) -> "Action":
        if self.standing == (self.when is not None):
            raise PydanticCustomError("own-timed", "either `when` or `standing`")
        for name in NEEDED.get(self.perform, ()):
            if not getattr(self, name):
                raise PydanticCustomError("own-needed", f"`{self.perform}` needs `{name}`")
        return self


NEEDED: Mapping[str, tuple[str, ...]] = {
    "ask": ("round",),
    "remind": ("round", "letter"),
    "sheet": ("sheet",),
    "mark": ("round", "needs"),
    "write": ("to", "letter"),
    "produce": ("product",),
}
"""What an action cannot do without."""


class Phase(Model):
    """A stretch of the process; without `enter` it begins when the one before is over."""

    id: Id
    title: Words
    enter: Conditions | None = None
    exit: Conditions | None = None
    actions: tuple[Action, ...] = ()


class Quiet(Model):
    start: Clock = Field(alias="from")
    end: Clock = Field(alias="until")


class Written(Model):
    """What `process.yaml` says."""

    process: Id
    version: str
    title: Words
    about: Words
    roles: Mapping[Id, Words] = Field(default_factory=dict)
    rounds: tuple[Round, ...] = Field(min_length=1)
    phases: tuple[Phase, ...] = Field(min_length=1)
    clears: Literal["focal-point"]
    holidays: bool = True  # the State's public holidays are no working days
    quiet: Quiet | None = None

    @property
    def actions(self) -> Iterator[Action]:
        return (action for phase in self.phases for action in phase.actions)

    @property
    def words(self) -> dict[Key, str]:
        """Everything that is translated."""
        found: dict[Key, str] = {("title",): self.title, ("about",): self.about}
        found |= {("roles", name): title for name, title in self.roles.items()}
        found |= {("rounds", each.id): each.title for each in self.rounds}
        found |= {("phases", each.id): each.title for each in self.phases}
        for action in self.actions:
            found["actions", action.id] = action.title
            if sheet := action.sheet:
                found["sheets", action.id, "title"] = sheet.title
                found["sheets", action.id, "about"] = sheet.about
                found |= {("sheets", action.id, "outcomes", o.id): o.label for o in sheet.outcomes}
        return found


@dataclass(frozen=True)
class Process:
    """A process as written, with its words in all languages and where its parts are found."""

    written: Written
    texts: Texts
    roots: tuple[Path, ...] = ()  # folders that hold forms, letters, products: the first goes first

    @property
    def id(self) -> str:
        return self.written.process

    @property
    def rounds(self) -> tuple[Round, ...]:
        return self.written.rounds

    @property
    def phases(self) -> tuple[Phase, ...]:
        return self.written.phases

    def round(self, name: str) -> Round:
        return next(each for each in self.rounds if each.id == name)

    def action(self, name: str) -> Action:
        """Return an action by id; KeyError for one that the process does not have."""
        for action in self.written.actions:
            if action.id == name:
                return action
        raise KeyError(name)

    @property
    def main(self) -> Round:
        """The round that the consultation is about: the one with the questionnaires, else the first."""
        return next((each for each in self.rounds if each.asks == "questionnaires"), self.rounds[0])

    def part(self, name: str) -> Path | None:
        """Find a file of the process, such as `letters/fr/call.j2`: the folder's own goes first."""
        return next((root / name for root in self.roots if (root / name).is_file()), None)

    def say(self, language: str, *key: str) -> str:
        """Return words of the process, such as `("actions", "reminder-early")`, else in English."""
        texts = self.texts[key]
        return texts.get(language) or texts["en"]

    def text(self, *key: str) -> dict[str, str]:
        return self.texts[key]
