"""Who could speak to an article: a ranking with its reasons, of what the registry and the record say."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from clusters.model import Text
from questionnaires.model import Item
from stakeholders.mandates import Known
from stakeholders.model import Attended, Kind, Stakeholder
from stakeholders.words import fold, unique, unlike

WEIGHTS = {
    "mandate-article": 8,
    "mandate-topic": 6,
    "expertise": 5,
    "mandate-instrument": 4,
    "answered": 3,
    "training-on-it": 3,
    "event-on-it": 2,
    "asked": 1,
    "training": 1,
    "declined": -8,
}
"""How much each reason counts, once however often it holds.

To be responsible comes before knowing, to know before having been told. A mandate on the article itself says
most; one on the whole instrument is wide, and says less than expertise in the very topic. To have answered
shows more than to have been asked. Any training shows some readiness, but makes nobody a speaker. Who said
that the article is not its remit stands last, unless everything else speaks for it.
"""

MAKES_NO_SPEAKER = frozenset({"training", "declined"})
VOICES = (Kind.AUTHORITY, Kind.NGO, Kind.ACADEMIA, Kind.PRIVATE_SECTOR)
"""The kinds of which one would like to hear somebody on every article."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is to be spoken to: an article (or a topic alone), with its topics and where they come from."""

    article: str  # such as `untoc.24`; empty where only a topic is meant
    topics: tuple[str, ...] = ()
    source: str = "none"  # of the topics: `items`, `title`, `given`, or `none`
    phrases: frozenset[str] = frozenset()  # folded: what a title says that is about it
    instrument: frozenset[str] = frozenset()  # folded names of its instrument
    questions: Mapping[str, int] = field(default_factory=dict)  # on each topic, where it is asked about


@dataclass(frozen=True, slots=True)
class History:
    """What the record says, by ids of bodies: asked about it, answered, said that it is not their remit."""

    asked: frozenset[str] = frozenset()
    answered: frozenset[str] = frozenset()
    declined: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reason:
    code: str  # of WEIGHTS
    weight: int
    details: tuple[str, ...] = ()  # topics by id, titles of events and trainings


@dataclass(frozen=True, slots=True)
class Speaker:
    stakeholder: Stakeholder
    score: int
    reasons: tuple[Reason, ...]
    questions: int = 0  # on the topics that it is responsible for or knows: tells equals apart


@dataclass(frozen=True)
class Speakers:
    """The ranking, the best first, and what it lacks."""

    subject: Subject
    ranked: tuple[Speaker, ...] = ()
    missing_kinds: tuple[Kind, ...] = ()
    missing_regions: tuple[str, ...] = ()  # regions of the registry from which nobody could speak
    nobody_trained: bool = False
    weights: Mapping[str, int] = field(default_factory=lambda: WEIGHTS)


def subject_of(mandate: str, known: Known, items: Iterable[Item]) -> Subject:
    """Return the subject that an article or a topic is.

    An article's topics are those of its questions; where no questionnaire asks about it, those whose names
    stand in its title; otherwise it has none.
    """
    if mandate in known.topics:
        return Subject("", (mandate,), "given", _labels([mandate], known))
    asked = Counter(topic for item in items if item.article_key == mandate for topic in item.topics)
    topics = tuple(topic for topic, _ in asked.most_common()) or _in_title(
        known.articles.get(mandate, {}), known
    )
    instrument, _, number = mandate.partition(".")
    own = {f"article {number}", f"art {number}", f"{instrument} {number}"}
    titles = [known.instruments.get(instrument, {}), known.long_titles.get(instrument, {})]
    return Subject(
        mandate,
        topics,
        "items" if asked else "title" if topics else "none",
        frozenset(own | _labels(topics, known)),
        frozenset(fold(name) for text in titles for name in text.values()) | {instrument},
        asked,
    )


def _labels(topics: Iterable[str], known: Known) -> frozenset[str]:
    return frozenset(fold(label) for topic in topics for label in (topic, *known.topics[topic].values()))


def _in_title(title: Text, known: Known) -> tuple[str, ...]:
    return tuple(
        topic
        for topic, text in known.topics.items()
        if any(_says(title.get(language, ""), {fold(label)}) for language, label in text.items())
    )


def _says(title: str, phrases: Iterable[str]) -> bool:
    """Return whether a title contains one of the phrases, as whole words."""
    folded = f" {fold(title)} "
    return any(phrase and f" {phrase} " in folded for phrase in phrases)


def speakers(subject: Subject, stakeholders: Sequence[Stakeholder], history: History) -> Speakers:
    """Rank who could speak to the subject; whoever has no reason but a training is left out."""
    found = []
    for body in stakeholders:
        reasons = tuple(_reasons(subject, body, history))
        if any(reason.code not in MAKES_NO_SPEAKER for reason in reasons):
            covered = {*body.topics, *body.mandates}
            questions = sum(count for topic, count in subject.questions.items() if topic in covered)
            found.append(Speaker(body, sum(reason.weight for reason in reasons), reasons, questions))
    # equals stand as in the registry
    ranked = tuple(sorted(found, key=lambda each: (-each.score, -each.questions)))
    willing = [each.stakeholder for each in ranked if each.score > 0]
    regions = unlike(region for body in stakeholders for region in body.regions)
    heard = {fold(region) for body in willing for region in body.regions}
    return Speakers(
        subject,
        ranked,
        tuple(kind for kind in VOICES if kind not in {body.kind for body in willing}),
        tuple(region for region in regions if fold(region) not in heard),
        bool(willing) and not any(body.trainings for body in willing),
    )


def _reasons(subject: Subject, body: Stakeholder, history: History) -> Iterable[Reason]:
    yield from _responsible(subject, body)
    if expertise := tuple(topic for topic in subject.topics if topic in body.topics):
        yield _reason("expertise", *expertise)
    if body.id in history.answered:
        yield _reason("answered")
    elif body.id in history.asked:
        yield _reason("asked")
    on_it = _titles(body.trainings, subject.phrases | subject.instrument)
    if on_it:
        yield _reason("training-on-it", *on_it)
    elif body.trainings:
        yield _reason("training", *unique(each.title for each in body.trainings))
    if events := _titles(body.events, subject.phrases):
        yield _reason("event-on-it", *events)
    if body.id in history.declined:
        yield _reason("declined")


def _responsible(subject: Subject, body: Stakeholder) -> Iterable[Reason]:
    instrument = subject.article.partition(".")[0]
    if subject.article and subject.article in body.mandates:
        yield _reason("mandate-article", subject.article)
    if topics := tuple(topic for topic in subject.topics if topic in body.mandates):
        yield _reason("mandate-topic", *topics)
    if instrument and instrument in body.mandates:
        yield _reason("mandate-instrument", instrument)


def _titles(attended: Iterable[Attended], phrases: Iterable[str]) -> tuple[str, ...]:
    return unique(each.title for each in attended if _says(each.title, phrases))


def _reason(code: str, *details: str) -> Reason:
    return Reason(code, WEIGHTS[code], details)
