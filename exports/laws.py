"""The annex of legislation: each law once, numbered in the order in which the submission first cites it."""

from dataclasses import dataclass, field

from exports.submission import Cited, Law
from exports.texts import printable
from responses.model import Citation


@dataclass
class _Entry:
    title: str
    date: str
    links: list[str] = field(default_factory=list)
    cited_in: list[tuple[str, str]] = field(default_factory=list)


class Laws:
    """Collects citations. Title and date make a law; a citation without a date joins its dated namesake."""

    def __init__(self) -> None:
        self._entries: list[_Entry] = []
        self._by_title: dict[str, list[int]] = {}

    def cite(self, number: str, citation: Citation) -> Cited:
        """Note that the question `number` cites a law."""
        title = printable(citation.title).strip() or printable(citation.link).strip()
        index = self._find(title, printable(citation.date).strip())
        entry = self._entries[index]
        link, provision = printable(citation.link).strip(), printable(citation.provision).strip()
        if link and link not in entry.links:
            entry.links.append(link)
        if (number, provision) not in entry.cited_in:
            entry.cited_in.append((number, provision))
        return Cited(index + 1, entry.title, provision)

    def all(self) -> tuple[Law, ...]:
        return tuple(
            Law(number, entry.title, entry.date, tuple(entry.links), tuple(entry.cited_in))
            for number, entry in enumerate(self._entries, 1)
        )

    def _find(self, title: str, date: str) -> int:
        namesakes = self._by_title.setdefault(" ".join(title.casefold().split()), [])
        for index in namesakes:
            if self._entries[index].date == date:
                return index
        undated = [index for index in namesakes if not self._entries[index].date]
        if date and undated:
            self._entries[undated[0]].date = date
            return undated[0]
        if not date and len(namesakes) == 1:
            return namesakes[0]
        self._entries.append(_Entry(title, date))
        namesakes.append(len(self._entries) - 1)
        return namesakes[-1]
