"""Reading in the child: it learns the questions once, no key ever, and then tells what each file says."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from clusters.model import Model
from problems import Problem
from problems.identity import TwoInvitations
from problems.intake import FileTooLarge, NotASpreadsheet, OddPart
from questionnaires.model import Questionnaire
from workbooks import containers_wire, findings_wire
from workbooks.containers import Unpacked, unpack
from workbooks.contents import Contents
from workbooks.findings import Findings
from workbooks.identity import Carrier, carriers, named, well_formed
from workbooks.index import Index
from workbooks.read import look_through
from workbooks.shares import invitations, share_of
from workbooks.wire import Answer, Task

Found = Findings | Unpacked

SHARES: Final = 8
"""So many invitations in one file are told apart; of a file with more, nothing counts for anybody."""


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
) -> Task[Found]:
    """Return the task of reading workbooks that ask `questionnaires`, as `Lesson` says.

    What holds other files is taken apart instead.
    """
    lesson = Lesson(questionnaires=tuple(questionnaires), language=language, languages=dict(languages))
    items = {item.id: item for each in questionnaires for item in each.items}
    understood = findings_wire.decoder(items)

    def decode(reply: bytes, shown: str) -> Answer[Found]:
        if reply.startswith(containers_wire.MARK):
            return containers_wire.decode(reply, shown)
        return understood(reply, shown)

    return Task(lesson.model_dump_json(by_alias=True).encode(), decode)


class Reader:
    """Tells what files say; their path is the parent's to know."""

    def __init__(self, lesson: bytes) -> None:
        self._lesson = Lesson.model_validate_json(lesson)
        self._index = Index(self._lesson.questionnaires)

    def tell(self, contents: Contents | None, problems: Sequence[Problem], data: bytes) -> bytes:
        if contents is None:
            return self._unread(problems, data)
        tokens = carriers(contents)
        findings = self._findings(contents, tokens)
        names = invitations(tokens)
        if len(names) > SHARES:  # untold apart, everything would be anybody's
            findings = replace(findings, told=(), problems=(TwoInvitations(count=len(names)),))
        elif len(names) > 1:
            is_code = self._index.code
            shares = ((name, self._findings(*share_of(contents, tokens, name, is_code))) for name in names)
            findings = replace(findings, shares=tuple(shares))
        return findings_wire.encode(findings, problems)

    def _unread(self, problems: Sequence[Problem], data: bytes) -> bytes:
        """Take apart what is no workbook but may hold some; else say why it was not read."""
        if any(isinstance(each, NotASpreadsheet | FileTooLarge | OddPart) for each in problems):
            unpacked, more = unpack(data)
            if unpacked is not None:
                return containers_wire.encode(unpacked, more)
            problems = more or problems
        return findings_wire.encode(None, problems)

    def _findings(
        self, contents: Contents, tokens: tuple[Carrier, ...], foreign: Sequence[Problem] = ()
    ) -> Findings:
        found = look_through(contents, tokens, self._index, shown="", language=self._language(tokens))
        return replace(found, problems=(*found.problems, *foreign)) if foreign else found

    def _language(self, tokens: Sequence[Carrier]) -> str:
        """Return the language of the one known invitation that a file names, else the consultation's."""
        letters = {carrier.token for carrier in tokens}
        names = {named(each) for each in letters if well_formed(each)} & self._lesson.languages.keys()
        return self._lesson.languages[names.pop()] if len(names) == 1 else self._lesson.language
