"""What is still true of a damaged file, whatever kind of file it is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields

from benchmarks.intake.bodies import Body, Statement, Truth
from questionnaires.model import AnswerType, Item

PARTS = ("answer", "details", "law", "comment")


@dataclass(kw_only=True)
class Stated:
    """A file that is being damaged.

    `truth`: what still stands in the file as its body's answer, for whoever reads it without guessing.
    `asked`: what stands in it, but only the sender can say what it belongs to: to be read rightly or to be
    mentioned, at the cells named, where such are named. Whatever is in neither must not be read at all.
    """

    body: Body
    truth: Truth
    asked: Truth = field(default_factory=dict)
    cells: dict[Statement, list[tuple[str, str]]] = field(default_factory=dict)
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Further (sheet, cell) with words of the sender that are no answer: each must be mentioned."""
    codes: list[str] = field(default_factory=list)
    """Codes of problems that must be told of the file as a whole."""
    after: list[Callable[[bytes], bytes]] = field(default_factory=list)
    suffix: str = ".xlsx"
    name: str = ""
    items: tuple[Item, ...] = ()
    not_by: str = ""
    """The program, by the beginning of its name, that keeps nothing of what was damaged."""
    fresh: bool = False
    """Whether the invitation is unknown: a file of another consultation."""

    def bare(self) -> "Stated":
        """Return what is true of the file, without the file, so that it goes from process to process."""
        names = (each.name for each in fields(Stated) if each.name != "after")
        return Stated(**{name: getattr(self, name) for name in names})

    def st(self, item: Item, part: str = "answer") -> Statement:
        return self.body.id, item.id, part

    def said(self, *kinds: AnswerType, part: str = "answer") -> list[Item]:
        """List the items of these types, or all, on which something is said in this part."""
        return [
            item
            for item in self.items
            if (not kinds or item.type in kinds) and self.st(item, part) in self.truth
        ]

    def blank(self, *kinds: AnswerType) -> list[Item]:
        """List the items of these types on which nothing is said."""
        return [item for item in self.items if item.type in kinds and not self.parts(item)]

    def parts(self, item: Item, *parts: str) -> list[Statement]:
        """List what is true on an item, in these parts or in all."""
        wanted = parts or PARTS
        return [self.st(item, part) for part in wanted if self.st(item, part) in self.truth]

    def lose(self, statements: Iterable[Statement]) -> None:
        """Statements that are no longer in the file."""
        for each in list(statements):
            self.truth.pop(each, None)

    def statements(self, part: str) -> list[Statement]:
        return [each for each in self.truth if each[2] == part]

    def of_tables(self) -> list[Statement]:
        """List what is said in tables: declined ones stand among the questions."""
        return [
            self.st(item)
            for item in self.said(AnswerType.ROWS)
            if isinstance(self.truth[self.st(item)], tuple)
        ]

    def filled_tables(self) -> list[Item]:
        return [item for item in self.items if self.st(item) in self.of_tables()]

    def ticked(self) -> list[Item]:
        return [
            item for item in self.said(AnswerType.CHOICES) if isinstance(self.truth[self.st(item)], tuple)
        ]
