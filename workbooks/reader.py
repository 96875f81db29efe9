"""Reading in the child: it learns the questions once, no key ever, and then tells what each file says."""

from collections.abc import Mapping, Sequence

from clusters.model import Model
from problems import Problem
from questionnaires.model import Questionnaire
from workbooks import findings_wire
from workbooks.contents import Contents
from workbooks.findings import Findings
from workbooks.identity import Carrier, carriers, named, well_formed
from workbooks.index import Index
from workbooks.read import look_through
from workbooks.wire import Task


class Lesson(Model):
    """What a child must know to read: the questions, and the languages they were asked in.

    `language` is that of a file whose headers do not show it and that carries no invitation in `languages`.
    An invitation's id proves nothing: whether we issued it, the parent asks the token.
    """

    questionnaires: tuple[Questionnaire, ...]
    language: str
    languages: dict[str, str]


def reading(
    questionnaires: Sequence[Questionnaire], *, language: str, languages: Mapping[str, str]
) -> Task[Findings]:
    """Return the task of reading workbooks that ask `questionnaires`, as `Lesson` says."""
    lesson = Lesson(questionnaires=tuple(questionnaires), language=language, languages=dict(languages))
    items = {item.id: item for each in questionnaires for item in each.items}
    return Task(lesson.model_dump_json(by_alias=True).encode(), findings_wire.decoder(items))


class Reader:
    """Tells what files say; their path is the parent's to know."""

    def __init__(self, lesson: bytes) -> None:
        self._lesson = Lesson.model_validate_json(lesson)
        self._index = Index(self._lesson.questionnaires)

    def tell(self, contents: Contents | None, problems: Sequence[Problem]) -> bytes:
        if contents is None:
            return findings_wire.encode(None, problems)
        tokens = carriers(contents)
        language = self._language(tokens)
        findings = look_through(contents, tokens, self._index, shown="", language=language)
        return findings_wire.encode(findings, problems)

    def _language(self, tokens: Sequence[Carrier]) -> str:
        """Return the language of the one known invitation that a file names, else the consultation's."""
        letters = {carrier.token for carrier in tokens}
        names = {named(each) for each in letters if well_formed(each)} & self._lesson.languages.keys()
        return self._lesson.languages[names.pop()] if len(names) == 1 else self._lesson.language
