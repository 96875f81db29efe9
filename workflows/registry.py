"""The registry as a knowledge hub: who is in it, who fits some words, who could speak to an article."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from clusters.load import load_law, load_topics
from languages.messages import spoken
from problems import Place, Problem, nearest
from problems.registry import LanguageUnknown, TopicUnknown, ValueUnknown
from problems.stages import Refused
from problems.store import DatabaseMissing, StoreUnavailable
from questionnaires.load import load_questionnaire, shipped
from questionnaires.model import Item, Questionnaire
from responses.model import Absence
from stakeholders.columns import KINDS
from stakeholders.duplicates import Pair, duplicates
from stakeholders.entries import Entry, Sheet, read_sheet
from stakeholders.mandates import Known, Unknown, read_mandates, what_is_known
from stakeholders.meaning import listed
from stakeholders.model import Kind, Stakeholder
from stakeholders.registry import read_registry, unknown_mandate
from stakeholders.search import Hit, find
from stakeholders.speakers import History, Speakers, speakers, subject_of
from stakeholders.words import fold, language_names, look_up, meanings, printed
from store import query
from store.open import open_store
from workflows.workspace import Workspace


@dataclass(frozen=True)
class Register:
    """The registry, read twice: what it means, and how it is written."""

    workspace: Workspace
    known: Known
    stakeholders: tuple[Stakeholder, ...]
    problems: tuple[Problem, ...]
    sheet: Sheet | None

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self.sheet.entries if self.sheet else ()

    @cached_property
    def bodies(self) -> dict[str, Stakeholder]:
        return {body.id: body for body in self.stakeholders}

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Return the items of all questionnaires that ship, whatever this consultation asks."""
        return tuple(item for name in shipped() for item in load_questionnaire(name).items)

    @cached_property
    def by_ref(self) -> dict[str, Entry]:
        return {entry.ref: entry for entry in self.entries}


def read_register(workspace: Workspace) -> Register:
    """Read the registry of a consultation, with the problems that it has."""
    consultation, path = workspace.consultation, workspace.folder.registry
    known = known_to(workspace)
    stakeholders, problems = read_registry(
        path,
        shown=path.name,
        disclosure=consultation.disclosure,
        languages=consultation.languages,
        known=known,
    )
    sheet, _ = read_sheet(path, path.name)
    return Register(workspace, known, stakeholders, tuple(problems), sheet)


def known_to(workspace: Workspace) -> Known:
    """Return what a mandate may name in this consultation."""
    names = [name for name in workspace.consultation.questionnaires if name in shipped()]
    questionnaires: list[Questionnaire] = [load_questionnaire(name) for name in names]
    return what_is_known(load_law(), load_topics(), questionnaires)


@dataclass(frozen=True)
class Filter:
    """What bodies must have in common to be listed, in the words of whoever asks; empty: whatever it is."""

    kind: str = ""
    sector: str = ""
    topic: str = ""
    region: str = ""
    language: str = ""
    trained: str = ""
    event: str = ""


def list_bodies(register: Register, wanted: Filter) -> tuple[Stakeholder, ...]:
    """Return the bodies that fit all of `wanted`; Refused where a kind, topic or language does not exist."""
    kind, topic, language = _kind(wanted.kind), _topic(wanted.topic, register.known), _tag(wanted.language)
    return tuple(
        body
        for body in register.stakeholders
        if (not kind or body.kind == kind)
        and (not wanted.sector or _has(wanted.sector, [body.sector]))
        and (not topic or topic in body.topics or topic in body.mandates)
        and (not wanted.region or _has(wanted.region, [*body.regions, *body.focal_for]))
        and (not language or language in _languages(register, body))
        and (not wanted.trained or _has(wanted.trained, [each.title for each in body.trainings]))
        and (not wanted.event or _has(wanted.event, [f"{each.title} {each.on}" for each in body.events]))
    )


def _has(words: str, texts: Sequence[str]) -> bool:
    sought = fold(words)
    return any(sought in fold(text) for text in texts)


def _languages(register: Register, body: Stakeholder) -> Sequence[str]:
    """Return the languages that the registry gives, those that the consultation lacks as well."""
    entry = register.by_ref.get(body.id)
    text = entry.text("languages") if entry else ""
    return [*listed("languages", text, register.known)] or body.languages


def _kind(word: str) -> Kind | None:
    if not word:
        return None
    words = meanings("registry", KINDS, "kind-")
    found = look_up(word, words)
    if found is None:
        near = words.get(nearest(fold(word), words), "")
        raise Refused(
            ValueUnknown(
                place=Place("--kind"),
                column="heading-kind",
                value=word,
                allowed=tuple(f"kind-{name}" for name in KINDS),
                near=near and f"kind-{near}",
            )
        )
    return Kind(found)


def _topic(word: str, known: Known) -> str:
    found = known.names_of_topics.get(fold(word), "")
    if word and not found:
        near = nearest(word, known.names_of_topics)
        allowed = tuple(known.topics)
        raise Refused(
            TopicUnknown(
                place=Place("--topic"), value=word, allowed=allowed, near=known.names_of_topics.get(near, "")
            )
        )
    return found


def _tag(word: str) -> str:
    names = language_names()
    found = look_up(word, names) if word else ""
    if found is None:
        raise Refused(LanguageUnknown(place=Place("--language"), value=word, near=nearest(fold(word), names)))
    return found


def find_bodies(register: Register, words: Sequence[str]) -> tuple[Hit, ...]:
    """Search all columns, kinds and topics in whatever language they are looked for."""
    also = {}
    for body in register.stakeholders:
        kinds = [printed(language, f"kind-{body.kind}") for language in spoken()]
        labels = {
            column: " ".join(
                label
                for topic in topics
                if topic in register.known.topics
                for label in register.known.topics[topic].values()
            )
            for column, topics in (("mandates", body.mandates), ("expertise", body.topics))
        }
        also[body.id] = {"kind": " ".join(kinds), **labels}
    return find(words, register.entries, also)


def likely_duplicates(register: Register) -> tuple[Pair, ...]:
    return duplicates(register.entries)


def who_could_speak(register: Register, words: str) -> Speakers:
    """Rank who could speak to an article such as `24`, `untoc.24` or `TIP 5`, or to a topic.

    A bare number is of the only instrument that the consultation asks about, else of the Convention. Refused
    where there is no such article.
    """
    found = list(read_mandates(words, register.known))
    if found and isinstance(found[0], Unknown) and len(register.known.asked_instruments) != 1:
        found = list(read_mandates(f"untoc {words}", register.known))
    mandate = found[0] if found else Unknown(words)
    if isinstance(mandate, Unknown) or (mandate not in register.known.topics and "." not in mandate):
        unknown = mandate if isinstance(mandate, Unknown) else Unknown(words)
        raise Refused(unknown_mandate(Place(words), unknown, register.known))
    subject = subject_of(mandate, register.known, register.items)
    return speakers(subject, register.stakeholders, _history(register, mandate))


def _history(register: Register, mandate: str) -> History:
    """Return what the record says on an article or a topic; nothing before the launch."""
    try:
        store = open_store(register.workspace.database, create=False)
    except StoreUnavailable as error:
        if isinstance(error.problem, DatabaseMissing):
            return History()
        raise
    with store:
        if query.launch(store) is None:
            return History()
        items = {
            item.id
            for questionnaire in query.questionnaires(store)
            for item in questionnaire.items
            if item.article_key == mandate or mandate in item.topics
        }
        asked = frozenset(each.stakeholder for each in query.assignments(store) if each.item in items)
        answers = [each for each in query.latest_answers(store) if each.item in items]
    remit = Absence.NOT_OUR_REMIT
    answered = frozenset(each.provenance.stakeholder for each in answers if each.absent is None)
    declined = frozenset(each.provenance.stakeholder for each in answers if each.absent is remit)
    return History(asked, answered, declined - answered)
