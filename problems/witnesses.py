"""Problems of rows whose code, words and cells speak of different questions."""

from dataclasses import dataclass
from typing import Any, ClassVar

from problems.model import Problem, Severity
from problems.place import in_words


@dataclass(frozen=True, kw_only=True)
class _Block(Problem):
    """`part`: "one" by itself; of `count` rows from `first` to `last`, the "first" or one "more"."""

    part: str = "one"
    first: str = ""
    last: str = ""
    count: int = 1

    def told(self, language: str) -> dict[str, Any]:
        said = self.parameters()
        return {**said, "first": in_words(self.first, language), "last": in_words(self.last, language)}


@dataclass(frozen=True, kw_only=True)
class CodeAgainstWords(_Block):
    """A row has the code `stands` and the words of `worded`: nobody can say which one is answered there."""

    code: ClassVar[str] = "code-against-words"
    stands: str
    worded: str


@dataclass(frozen=True, kw_only=True)
class CellsMoved(_Block):
    """The answer cells of some rows stand beside other questions: cells were inserted or deleted."""

    code: ClassVar[str] = "cells-moved"


@dataclass(frozen=True, kw_only=True)
class CodesOfAnotherTable(Problem):
    """The rows of a table bear the codes of another one."""

    code: ClassVar[str] = "codes-of-another-table"


@dataclass(frozen=True, kw_only=True)
class WordsForNumbers(Problem):
    """Something stands where the rows of a table had their codes: its cells may all stand too far left."""

    code: ClassVar[str] = "words-for-numbers"
    value: str


@dataclass(frozen=True, kw_only=True)
class ReadByItsWords(Problem):
    """`what` bears the code of another one: "question", or "option" where its row is one of several."""

    code: ClassVar[str] = "read-by-its-words"
    severity: ClassVar[Severity] = Severity.WARNING
    what: str = "question"
