"""Who acts, and what they may do.

A guard rail against slips, not a lock: whoever can write the folder can write what they like into it. What
matters is that the record says who did what.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from consultation.model import Consultation, FocalPoint
from problems import nearest
from problems.roles import NotForRole, PersonUnknown, WhoActs
from problems.stages import Refused
from problems.store import DatabaseMissing, StoreUnavailable
from store import standing
from store.open import open_store
from workflows.workspace import Workspace

Role = Literal["focal-point", "coordinator", "governmental-expert", "observer"]
Deed = Literal["read", "receive", "settle", "draft", "run", "handover", "clear"]

ROLES: tuple[Role, ...] = ("focal-point", "coordinator", "governmental-expert", "observer")

MAY: Mapping[Deed, tuple[Role, ...]] = {
    # look at anything: status, plan, lists, checks
    "read": ("focal-point", "coordinator", "governmental-expert", "observer"),
    # take in what came
    "receive": ("focal-point", "coordinator", "governmental-expert"),
    # reconcile, decide, fill in choice sheets
    "settle": ("focal-point", "coordinator", "governmental-expert"),
    # compile what says draft
    "draft": ("focal-point", "coordinator", "governmental-expert"),
    # launch, advance, serve, compile what is final, keep the registry, change who is asked what until when
    "run": ("focal-point", "coordinator"),
    # hand over to another focal point
    "handover": ("focal-point",),
    # clear the submission
    "clear": ("focal-point",),
}
"""Who may do what. What is not said of a command is `run`: not for experts and observers."""

UNNAMED = "coordinator"
"""How the record calls whoever works where nobody is listed."""


@dataclass(frozen=True)
class Actor:
    """Somebody at work; without a name where nobody is listed: then one person does everything."""

    name: str = ""
    role: Role | Literal[""] = ""

    def __str__(self) -> str:
        """Return what the record says: the role, and the name of who acted in it."""
        return f"{self.role or UNNAMED}: {self.name}" if self.name else self.role or UNNAMED


def may(role: Role | Literal[""], deed: Deed) -> bool:
    """Say whether a role may do a deed; where nobody is listed, whoever works may do everything."""
    return not role or role in MAY[deed]


def known_people(
    consultation: Consultation, focal_point: FocalPoint | None = None
) -> tuple[tuple[str, Role], ...]:
    """Return everybody who is listed, the focal point first: the one of the settings, or who took over."""
    first: tuple[str, Role] = ((focal_point or consultation.focal_point).name, "focal-point")
    return (first, *((person.name, person.role) for person in consultation.people))


def who(
    consultation: Consultation, acting: str, *, deed: Deed = "read", focal_point: FocalPoint | None = None
) -> Actor:
    """Return who acts and may do `deed`. Raises Refused: nobody of that name, or that role does not do this.

    Where people are listed and nobody is named, the only coordinator is meant; reading needs no name.
    """
    people = known_people(consultation, focal_point)
    if acting:
        found = [each for each in people if same_name(each[0], acting)]
        if not found:
            names = tuple(name for name, _ in people)
            raise Refused(PersonUnknown(value=acting, allowed=names, near=nearest(acting, names)))
        # Who is listed in two roles acts in the one that may do it, else in the first.
        name, role = next((each for each in found if may(each[1], deed)), found[0])
        return allowed(Actor(name, role), deed, people)
    if not consultation.people:
        return Actor()
    coordinators = [name for name, role in people if role == "coordinator"]
    if len(coordinators) == 1:
        return allowed(Actor(coordinators[0], "coordinator"), deed, people)
    if deed == "read":
        return Actor("", "observer")
    raise Refused(WhoActs(names=tuple(name for name, role in people if may(role, deed))))


def allowed(actor: Actor, deed: Deed, people: tuple[tuple[str, Role], ...]) -> Actor:
    """Return the actor, or refuse what is not for its role, saying who may do it."""
    if may(actor.role, deed):
        return actor
    names = tuple(name for name, role in people if may(role, deed))
    raise Refused(NotForRole(name=actor.name, role=actor.role, deed=deed, names=names))


def same_name(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def taken_over(workspace: Workspace) -> FocalPoint | None:
    """Return who has taken over as focal point since the launch; None where nobody has."""
    try:
        with open_store(workspace.database, create=False) as store:
            found = standing.focal_point(store)
    except StoreUnavailable as error:
        if isinstance(error.problem, DatabaseMissing):
            return None
        raise
    if found is None:
        return None
    return FocalPoint(name=found.name, office=found.office, email=found.email, telephone=found.telephone)
