"""Problems of routing.yaml: names in it that nobody else knows, and rules that say nothing."""

from dataclasses import dataclass
from typing import ClassVar

from problems.model import Problem, Severity


@dataclass(frozen=True, kw_only=True)
class RoutingStakeholderUnknown(Problem):
    code: ClassVar[str] = "routing-stakeholder-unknown"
    value: str
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class RoutingTargetUnknown(Problem):
    """Something that is to be asked, or led on, and is no instrument, article, topic or item."""

    code: ClassVar[str] = "routing-target-unknown"
    value: str
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class RoutingTargetNotAsked(Problem):
    code: ClassVar[str] = "routing-target-not-asked"
    severity: ClassVar[Severity] = Severity.INFO
    value: str


@dataclass(frozen=True, kw_only=True)
class RoutingTrainingUnknown(Problem):
    """A training that nobody has completed: mistyped, or still to come."""

    code: ClassVar[str] = "routing-training-unknown"
    severity: ClassVar[Severity] = Severity.WARNING
    value: str
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class RoutingSaysNothing(Problem):
    """An entry that names nobody, or nothing to ask."""

    code: ClassVar[str] = "routing-says-nothing"
    key: str


@dataclass(frozen=True, kw_only=True)
class RuleFitsNobody(Problem):
    code: ClassVar[str] = "routing-rule-fits-nobody"
    severity: ClassVar[Severity] = Severity.WARNING
