"""Read everything that a person may have written, and report every problem in it at once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from clusters.load import load_law, load_topics
from consultation.check import check_against_record, check_consultation
from consultation.dates import check_dates
from consultation.folder import Folder
from consultation.load import read_settings
from consultation.model import Consultation
from languages import day as day_in_words
from languages import day_and_time
from languages.messages import spoken
from problems import Problem, Severity
from problems.settings import DeadlineDayOff, DeadlinePast, DeadlineSoon
from questionnaires.load import check_definitions, load_questionnaire, shipped
from questionnaires.model import Item, Questionnaire
from stakeholders.coverage import Coverage, coverage
from stakeholders.mandates import Known, what_is_known
from stakeholders.model import Assignment, Stakeholder
from stakeholders.registry import read_registry
from stakeholders.routing import Routing, read_routing, route
from store import standing
from store.open import open_store
from workflows.process import Process
from workflows.process_read import FILE, read_forms, read_process, shipped_processes
from workflows.reading import calendar_of_state, focal_point_since
from workflows.working_time import shifted, why_not
from workflows.workspace import Workspace


@dataclass(frozen=True)
class Checked:
    """What the folder says, as far as it could be read, and everything wrong with it."""

    problems: tuple[Problem, ...]
    consultation: Consultation | None = None
    questionnaires: tuple[Questionnaire, ...] = ()
    stakeholders: tuple[Stakeholder, ...] = ()
    routing: Routing = field(default_factory=Routing)
    process: Process | None = None
    known: Known | None = None

    @property
    def broken(self) -> bool:
        """Say whether anything must be mended before the consultation can go on."""
        return any(problem.severity >= Severity.ERROR for problem in self.problems)

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for questionnaire in self.questionnaires for item in questionnaire.items)


@dataclass(frozen=True)
class Routed:
    """Who is asked what, and what that leaves uncovered."""

    assignments: tuple[Assignment, ...]
    coverage: Coverage


def check(folder: Folder, *, at: datetime, definitions: bool = True) -> Checked:
    """Check a consultation folder; with `definitions`, the shipped law and questionnaires too."""
    found: list[Problem] = list(check_definitions()) if definitions else []
    consultation, problems = check_consultation(
        folder, at=at, shipped=shipped(), translated=spoken(), processes=_processes(folder)
    )
    if consultation is None:
        return Checked((*found, *problems))
    launched = Workspace(folder, consultation).launched
    found += [each for each in problems if not (launched and isinstance(each, (DeadlinePast, DeadlineSoon)))]
    questionnaires = questionnaires_of(consultation)
    known = what_is_known(load_law(), load_topics(), questionnaires)
    stakeholders, problems = read_registry(
        folder.registry,
        shown=folder.registry.name,
        disclosure=consultation.disclosure,
        languages=consultation.languages,
        known=known,
    )
    found += problems
    routing, problems = read_routing_of(folder, known, stakeholders, questionnaires)
    found += problems
    process, problems = read_process(consultation.process, folder.root)
    found += problems
    if process is not None:
        found += read_forms(process)[1]
        found += _templates(process)
        found += _dates(folder, process)
        workspace = Workspace(folder, consultation)
        found += _against_record(workspace, process) if launched else _day_off(workspace, process, at)
    return Checked(tuple(found), consultation, questionnaires, stakeholders, routing, process, known)


def _dates(folder: Folder, process: Process) -> tuple[Problem, ...]:
    document, consultation, _ = read_settings(folder)
    if document is None or consultation is None:
        return ()
    timed = tuple(action.id for action in process.written.actions if action.when is not None)
    return tuple(check_dates(consultation, document, timed))


def _day_off(workspace: Workspace, process: Process, at: datetime) -> Iterator[Problem]:
    """Yield that the deadline to come is on a day on which nobody works."""
    document, consultation, _ = read_settings(workspace.folder)
    if document is None or consultation is None or consultation.deadline_at <= at:
        return
    day, calendar = consultation.deadline_at.date(), calendar_of_state(consultation, process)
    off = why_not(day, calendar)
    if off is not None and any(each.deadline == "consultation" for each in process.rounds):
        language = consultation.language
        yield DeadlineDayOff(
            place=document.place(("deadline",)),
            deadline=day_and_time(language, consultation.deadline_at),
            why=off.name or off.kind,
            before=day_in_words(language, shifted(day, calendar, "previous")),
            after=day_in_words(language, shifted(day, calendar, "next")),
        )


def _against_record(workspace: Workspace, process: Process) -> tuple[Problem, ...]:
    """Return what the settings say otherwise than the record: after the launch, commands change both."""
    document, consultation, _ = read_settings(workspace.folder)
    if document is None or consultation is None:
        return ()
    with open_store(workspace.database, create=False) as store, store.reading():
        opened, person = standing.rounds(store), focal_point_since(store)
    asked = next((each for each in process.rounds if each.deadline == "consultation"), None)
    deadline = opened[asked.id].deadline if asked is not None and asked.id in opened else None
    return tuple(check_against_record(consultation, document, deadline=deadline, focal_point=person))


def _templates(process: Process) -> list[Problem]:
    """Check the letters of a process, and the templates of the documents that it makes, if it makes any."""
    from workflows.letter_check import check_letters  # slow to load

    found = list(check_letters(process))
    if any(each.product for each in process.written.actions):
        from workflows.product_check import check_products  # slower still, for some only

        found += check_products(process)
    return found


def _processes(folder: Folder) -> tuple[str, ...]:
    """Name the processes to choose from; none where the folder holds one itself, whatever its name."""
    return () if (folder.root / FILE).is_file() else shipped_processes()


def questionnaires_of(consultation: Consultation) -> tuple[Questionnaire, ...]:
    """Load the shipped questionnaires that the settings name; those that are not shipped yet are left out."""
    return tuple(load_questionnaire(name) for name in consultation.questionnaires if name in shipped())


def read_routing_of(
    folder: Folder,
    known: Known,
    stakeholders: Sequence[Stakeholder],
    questionnaires: Iterable[Questionnaire],
) -> tuple[Routing, list[Problem]]:
    items = [item for questionnaire in questionnaires for item in questionnaire.items]
    return read_routing(
        folder.routing, shown=folder.routing.name, known=known, stakeholders=stakeholders, items=items
    )


def everything_known() -> Known:
    """Return what a mandate may name at all: the whole law, and what the shipped questionnaires ask."""
    return what_is_known(load_law(), load_topics(), map(load_questionnaire, shipped()))


def route_all(checked: Checked) -> Routed:
    """Route the items of a checked folder."""
    assignments = route(checked.items, checked.stakeholders, checked.routing)
    limit = checked.routing.limit
    return Routed(assignments, coverage(checked.items, checked.stakeholders, assignments, limit=limit))
