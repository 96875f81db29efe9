"""Counts and cross-tables of a submission: figures, chart, bodies, matrix, coverage, needs."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from exports.attribution import CROWD, level
from exports.counted import (
    Bar,
    Bodies,
    Body,
    Coverage,
    Figures,
    Mark,
    Matrix,
    MatrixRow,
    Need,
    Telling,
)
from exports.ground import Ground, contributes
from exports.numbering import article_label
from exports.submission import ArticleReplies, Entry, Outcome
from exports.texts import folded, label, printable
from exports.unnamed import crowds, tellable
from languages import say
from questionnaires.model import AnswerType, Item, Purpose
from responses.model import Answer
from stakeholders.model import NON_GOVERNMENTAL, Attribution, Kind, Stakeholder

ANSWERED = (Outcome.SETTLED, Outcome.OPEN)


class Tally:
    """What each body said on each item, counted once for all the tables that need it."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.answers: dict[str, dict[str, Answer]] = {}
        for item in ground.items:
            said: dict[str, Answer] = {}
            for answer in ground.voices(item).answers:
                said.setdefault(answer.provenance.stakeholder, answer)
            self.answers[item] = said
        asked = {body for bodies in ground.asked.values() for body in bodies}
        spoke = {body for said in self.answers.values() for body in said}
        self.consulted = [body for body in ground.stakeholders.values() if body.id in asked | spoke]
        self.spoke = spoke
        self.items_asked = Counter(body for bodies in ground.asked.values() for body in dict.fromkeys(bodies))
        self.items_answered = Counter(
            body for said in self.answers.values() for body, answer in said.items() if contributes(answer)
        )

    def named(self, body: Stakeholder) -> bool:
        """Say whether a body may be named in this edition: the internal one names all but the anonymous."""
        at = level(body)
        return at is Attribution.NAMED or (not self.ground.external and at is Attribution.BY_TYPE)

    def figures(self, entries: Sequence[Entry], laws: int, withheld: int) -> Figures:
        outcomes = Counter(entry.outcome for entry in entries)
        consulted = {body.id for body in self.consulted} | self.spoke
        named = {body.id for body in self.consulted if self.named(body)}
        return Figures(
            items=len(entries),
            asked=sum(1 for entry in entries if self.ground.asked.get(entry.item)),
            answered=sum(outcomes[outcome] for outcome in ANSWERED),
            settled=outcomes[Outcome.SETTLED],
            open=outcomes[Outcome.OPEN],
            absent=outcomes[Outcome.ABSENT],
            silent=outcomes[Outcome.SILENT],
            moot=outcomes[Outcome.MOOT],
            unasked=outcomes[Outcome.UNASKED],
            bodies=self._telling(consulted, named),
            bodies_answered=self._telling(self.spoke, named),
            laws=laws,
            withheld=withheld,
        )

    def bar(self, article: ArticleReplies) -> Bar:
        """Count the scaled questions: of them alone, "yes" always says that the article is implemented."""
        counts: Counter[str] = Counter()
        for entry in article.entries:
            item = self.ground.items[entry.item]
            if not _about_implementation(item) or entry.outcome is Outcome.MOOT:
                continue
            agreed = self.ground.agreed.get(item.id)
            value = agreed.value if agreed and isinstance(agreed.value, str) else ""
            counts[
                "open" if entry.outcome is Outcome.OPEN else value if value in item.values else "silent"
            ] += 1
        return Bar(
            article.label,
            article.title,
            counts["yes"],
            counts["in-part"],
            counts["no"],
            counts["open"],
            counts["silent"],
        )

    def bodies(self) -> Bodies:
        """List who was consulted: the named by kind and name; others who answered by kind, if enough."""
        language = self.ground.language
        order = list(Kind)
        named = sorted(
            (body for body in self.consulted if self.named(body)),
            key=lambda body: (order.index(body.kind), folded(body.name), body.id),
        )
        others = crowds((body for body in self.consulted if not self.named(body)), self.spoke)
        labels: dict[Kind | None, str] = {kind: label(language, f"type-{kind.value}") for kind in order}
        labels[None] = label(language, "type-non-governmental")
        return Bodies(
            named=tuple(
                Body(
                    printable(body.name),
                    say(language, "stakeholders", body.kind.value),
                    self.items_asked[body.id],
                    self.items_answered[body.id],
                )
                for body in named
            ),
            counted=tuple(
                (name, others.labelled[kind]) for kind, name in labels.items() if kind in others.labelled
            ),
            unnamed=others.others,
        )

    def matrix(self, entries: Iterable[Entry]) -> Matrix:
        """Cross items with bodies; those who may not be named stand together, where enough answered."""
        columns = [b for b in self.consulted if self.named(b) or not self.ground.external]
        hidden = {b.id for b in self.consulted} - {b.id for b in columns}
        name = self.ground.inside_name if not self.ground.external else _outside_names(columns).__getitem__
        rows = tuple(self._row(entry, columns, hidden) for entry in entries)
        unshown = self.ground.external and bool(
            self.spoke - {body.id for body in columns} or self.ground.lowered
        )
        names = tuple(name(body.id) for body in columns)
        return Matrix(names, any(row.others for row in rows), unshown, rows)

    def _row(self, entry: Entry, columns: Sequence[Stakeholder], hidden: set[str]) -> MatrixRow:
        said, asked = self.answers[entry.item], set(self.ground.asked.get(entry.item, ()))
        lowered = self.ground.lowered_on(entry.item) if self.ground.external else {}
        apart = {body for body, at in lowered.items() if at is not Attribution.NAMED}
        marks = tuple(
            Mark.UNASKED if body.id in apart else _mark(said.get(body.id), body.id in asked)
            for body in columns
        )
        crowd = [answer for body, answer in said.items() if body in hidden | apart and contributes(answer)]
        others = Counter(_mark(answer, asked=True) for answer in crowd) if len(crowd) >= CROWD else Counter()
        return MatrixRow(
            entry.number,
            entry.reference,
            entry.question,
            agreed_text(entry, self.ground.language),
            marks,
            tuple((mark, others[mark]) for mark in Mark if others[mark]),
        )

    def coverage(self, article: ArticleReplies) -> Coverage:
        items = [entry.item for entry in article.all_entries]
        bodies = self.ground.stakeholders
        asked = {body for item in items for body in self.ground.asked.get(item, ())}
        spoke = {b for item in items for b, answer in self.answers[item].items() if contributes(answer)}
        open_there = {b for item in items for b in spoke & self.answers[item].keys() if self._open(b, item)}
        named = {body for body in asked if body in bodies and self.named(bodies[body])}
        civil = {body for body in spoke if body in bodies and bodies[body].kind in NON_GOVERNMENTAL}
        counts = self._telling(civil, open_there), self._telling(spoke - civil, open_there)
        return Coverage(
            article.label,
            article.title,
            len(items),
            sum(1 for entry in article.all_entries if entry.outcome in ANSWERED),
            sum(1 for entry in article.all_entries if entry.outcome is Outcome.OPEN),
            self._telling(asked, named),
            self._telling(spoke, open_there),
            None if None in counts else counts[0],  # the others follow by subtraction
        )

    def _open(self, body: str, item: str) -> bool:
        """Say whether a body may be named with its answer to an item, and gave one."""
        registered = self.ground.stakeholders.get(body)
        lowered = self.ground.lowered_on(item).get(body, Attribution.NAMED)
        there = contributes(self.answers[item][body])
        return there and registered is not None and self.named(registered) and lowered is Attribution.NAMED

    def _telling(self, counted: set[str], named: set[str]) -> Telling:
        """Return how many there are, unless one or two who are not named would be told by subtraction."""
        return len(counted) if not self.ground.external or tellable(len(counted - named)) else None

    def needs(self, items: Iterable[Item]) -> tuple[Need, ...]:
        """Arrange the assistance asked for by kind, with the articles that ask for it."""
        articles: dict[str, list[str]] = {}
        for item in items:
            agreed = self.ground.agreed.get(item.id)
            if item.purpose is not Purpose.ASSISTANCE or item.type is not AnswerType.CHOICES or not agreed:
                continue
            chosen = agreed.value if isinstance(agreed.value, tuple) else ()
            for option in item.options:
                if option.value in chosen:
                    kind = option.label.get(self.ground.language) or option.label["en"]
                    articles.setdefault(kind, []).append(article_label(self.ground.language, item.article))
        return tuple(Need(kind, tuple(dict.fromkeys(found))) for kind, found in articles.items())


def agreed_text(entry: Entry, language: str) -> str:
    """Return an entry's answer in a word or a line: the value, or what became of it."""
    if entry.outcome is Outcome.SETTLED:
        return entry.answer or label(language, "outcome-text")
    return label(language, f"outcome-{entry.outcome.value}")


def _about_implementation(item: Item) -> bool:
    return item.purpose is Purpose.QUESTION and item.type is AnswerType.SCALE


def _outside_names(columns: Iterable[Stakeholder]) -> Mapping[str, str]:
    return {body.id: printable(body.name) for body in columns}


def _mark(answer: Answer | None, asked: bool) -> Mark:
    if answer is None:
        return Mark.SILENT if asked else Mark.UNASKED
    if isinstance(answer.value, str) and answer.value in (Mark.YES, Mark.IN_PART, Mark.NO):
        return Mark(answer.value)
    if contributes(answer) or answer.absent is None:
        return Mark.OTHER
    return Mark(answer.absent.value)
