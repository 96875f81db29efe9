"""What the registry knows of a body beyond whom to ask: expertise, focal points, events, trainings."""

from problems import Problem, nearest
from problems.registry import DateImpossible, FocalWithoutRegion, TopicUnknown
from sources.tables import Cell
from stakeholders.attended import each_once, read_attended
from stakeholders.mandates import Known
from stakeholders.model import Attended
from stakeholders.words import fold, look_up, meanings, split_list, unique, unlike


def read_topics(cell: Cell | None, known: Known, problems: list[Problem]) -> tuple[str, ...]:
    """Return the ids of the topics that a body knows about; of what is no topic, add a problem."""
    topics = []
    for word in split_list(cell.text) if cell else []:
        topic = known.names_of_topics.get(fold(word))
        if topic:
            topics.append(topic)
        elif cell:
            labels = [label for text in known.topics.values() for label in text.values()]
            near = nearest(word, [*labels, *known.topics])
            allowed = tuple(known.topics)
            problems.append(TopicUnknown(place=cell.place, value=word, allowed=allowed, near=near))
    return unique(topics)


def read_focal(cell: Cell | None, regions: tuple[str, ...], problems: list[Problem]) -> tuple[str, ...]:
    """Return the regions whose focal point this is: those named, or for a mere `yes` its own."""
    if not cell or not cell.text:
        return ()
    answer = look_up(cell.text, meanings("registry", ("yes", "no")))
    if answer == "no":
        return ()
    if answer == "yes" and not regions:
        problems.append(FocalWithoutRegion(place=cell.place))
    return regions if answer == "yes" else unlike(split_list(cell.text))


def attended(cell: Cell | None, problems: list[Problem]) -> tuple[Attended, ...]:
    """Return the events or trainings that a cell lists; of a date that cannot be, add a problem."""
    found = []
    for each, wrong in read_attended(cell.text) if cell else ():
        found.append(each)
        if cell and wrong:
            problems.append(DateImpossible(place=cell.place, value=each.title, date=wrong))
    return each_once(found)
