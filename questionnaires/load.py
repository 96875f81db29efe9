"""Load questionnaires: those that ship, and any that a State has written in the same form."""

from functools import cache
from pathlib import Path

from clusters.load import broken, load_law, name_of, read_law, read_topics
from clusters.model import Law
from problems import Problem, nearest
from problems.definitions import FixedValue, UnknownQuestionnaire
from questionnaires.build import build
from questionnaires.check import LONGEST, check, check_closing
from questionnaires.model import Questionnaire
from questionnaires.written import Closing, Draft, WrittenClosings, WrittenQuestionnaire
from sources.translations import Texts, translate
from sources.yaml import Document, load_model, read_yaml

DEFINITIONS = Path(__file__).parent / "definitions"
CLOSING = DEFINITIONS / "closing.yaml"


@cache
def load_questionnaire(name: str) -> Questionnaire:
    """Return a questionnaire that ships, such as `untoc.1`.

    Raises KeyError where none of that id ships, ValueError where its file is broken (a test sees to that).
    """
    if name not in shipped():
        raise KeyError(name)
    questionnaire, problems = read_questionnaire(_path(name), load_law())
    if questionnaire is None:
        raise ValueError("\n".join(f"{problem.place} {problem.message()}" for problem in problems))
    return questionnaire


@cache
def shipped() -> tuple[str, ...]:
    """Return the ids of the questionnaires that ship, cluster by cluster."""
    names = (f"{cell.instrument}.{cell.cluster}" for cell in load_law().cells)
    return tuple(name for name in names if _path(name).is_file())


def read_questionnaire(path: Path, law: Law) -> tuple[Questionnaire | None, list[Problem]]:
    """Read and check a questionnaire with its translations; none where anything is wrong, warnings apart."""
    document, problems = read_yaml(path, name_of(path))
    if document is None:
        return None, problems
    written, problems = load_model(document, WrittenQuestionnaire)
    if written is None:
        return None, problems
    cells = {f"{cell.instrument}.{cell.cluster}": cell for cell in law.cells}
    name = written.questionnaire
    if name not in cells:
        place, near = document.place(("questionnaire",)), nearest(name, cells)
        return None, [UnknownQuestionnaire(place=place, name=name, allowed=tuple(cells), near=near)]
    draft = Draft(document, written, law.instrument(cells[name].instrument), cells[name])
    closing, endings = _load_closing()
    head = {"questionnaire": name}
    texts, problems = translate(path, document.path, draft.words, head=head, longest=LONGEST)
    problems = [*check(draft, closing), *problems]
    if broken(problems):
        return None, problems
    return build(draft, law, texts, closing, endings), problems


def read_closing(path: Path = CLOSING) -> tuple[tuple[Closing, Texts] | None, list[Problem]]:
    """Read and check the closing questions, with their texts in all languages."""
    document, problems = read_yaml(path, name_of(path))
    if document is None:
        return None, problems
    written, problems = load_model(document, WrittenClosings)
    if written is None:
        return None, problems
    closing = Closing(document, written)
    texts, problems = translate(path, document.path, closing.words, longest=LONGEST)
    problems = [*check_closing(closing), *problems]
    return None if broken(problems) else (closing, texts), problems


def check_definitions() -> list[Problem]:
    """Check everything that ships: the law, the topics, the closing questions, every questionnaire."""
    law, problems = read_law()
    topics, wrong = read_topics()
    problems += wrong
    closing, wrong = read_closing()
    problems += wrong
    if law is None or topics is None or closing is None:
        return problems  # what rests on them would only repeat it
    for name in shipped():
        questionnaire, wrong = read_questionnaire(_path(name), law)
        problems += wrong
        if questionnaire is not None and questionnaire.id != name:
            problems.append(_misplaced(_path(name), questionnaire.id, name))
    return problems


def _path(name: str) -> Path:
    instrument, cluster = name.split(".")
    return DEFINITIONS / instrument / f"cluster-{cluster}.yaml"


def _misplaced(path: Path, value: str, expected: str) -> Problem:
    document = Document(name_of(path), path.read_text(encoding="utf-8"), None)
    place = document.place(("questionnaire",))
    return FixedValue(place=place, key="questionnaire", value=value, expected=expected)


@cache
def _load_closing() -> tuple[Closing, Texts]:
    closing, problems = read_closing()
    if closing is None:
        raise ValueError("\n".join(f"{problem.place} {problem.message()}" for problem in problems))
    return closing
