"""The registry: a table that a person fills in, read into stakeholders, with every problem at its cell."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from languages import LANGUAGES
from problems import Problem, nearest
from problems.files import FileMissing
from problems.place import Place
from problems.registry import (
    AtRiskDisclosed,
    EmailMalformed,
    EmailTwice,
    IdMalformed,
    IdTwice,
    LanguageNotAvailable,
    LanguageUnknown,
    MandateArticleUnknown,
    MandateNotAsked,
    MandateUnknown,
    NameTwice,
    RegistryEmpty,
    RegistryTwice,
    ValueMissing,
    ValueUnknown,
)
from sources.presence import missing
from sources.tables import Cell, Table, read_table
from stakeholders.columns import ATTRIBUTIONS, KINDS, REQUIRED, Headings, find_headings, where
from stakeholders.knowledge import attended, read_focal, read_topics
from stakeholders.mandates import Known, Unknown, read_mandates
from stakeholders.model import Attribution, Kind, Stakeholder
from stakeholders.words import fold, language_names, look_up, meanings, slug, split_list, unique, unlike

EMAIL = re.compile(r"[^@\s<>,;:\"]+@[^@\s<>,;:\"]+\.[^@\s<>,;:\"]+")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

Disclosure = Callable[[Kind, bool], Attribution]
Registry = tuple[tuple[Stakeholder, ...], list[Problem]]


def read_registry(
    path: Path, *, shown: str, disclosure: Disclosure, languages: Sequence[str], known: Known
) -> Registry:
    """Read the registry at `path`; `languages` are the consultation's, the working language first.

    A body whose name, kind or id cannot be read is left out; anything else that cannot be read is left empty,
    except that it is at risk, and anonymous, where that column cannot be read. `disclosure` says how a body
    appears whose own column is empty; what stands there is its recorded consent and counts as written, with a
    warning for a body at risk. Its languages are those of its own that the consultation has, else the working
    language.
    """
    if missing(path):
        return (), [FileMissing(place=Place(shown), name=path.name)]
    table, problems = read_table(path, shown)
    if table is None:
        return (), problems
    other = path.with_suffix(".csv")
    if path != other and other.exists():
        problems.append(RegistryTwice(place=Place(shown), read=path.name, unread=other.name))
    stakeholders, more = read_bodies(table, disclosure=disclosure, languages=languages, known=known)
    return stakeholders, sorted([*problems, *more], key=lambda problem: problem.place)


def read_bodies(table: Table, *, disclosure: Disclosure, languages: Sequence[str], known: Known) -> Registry:
    """Read the bodies of a table that has a row of headings: what `read_registry` does once it has one."""
    problems: list[Problem] = []
    if not any(cell.text for row in table.rows for cell in row):
        return (), [RegistryEmpty(place=table.place)]
    headings, more = find_headings(table)
    problems += more
    if headings is None:
        return (), problems
    reader = _Reader(headings, disclosure, languages, known, problems)
    stakeholders = tuple(filter(None, map(reader.stakeholder, body_rows(table, headings))))
    if not stakeholders and not any(True for _ in body_rows(table, headings)):
        problems.append(RegistryEmpty(place=table.place))
    return stakeholders, problems


def body_rows(table: Table, headings: Headings) -> Iterator[Sequence[Cell]]:
    """Yield the rows in which any of the known columns is filled."""
    for row in table.rows[headings.row + 1 :]:
        if any(row[column].text for column in headings.columns.values()):
            yield row


@dataclass
class _Reader:
    """Reads row after row, and remembers what has been seen."""

    headings: Headings
    disclosure: Disclosure
    languages: Sequence[str]
    known: Known
    problems: list[Problem]
    names: dict[str, str] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    emails: dict[str, str] = field(default_factory=dict)

    def stakeholder(self, row: Sequence[Cell]) -> Stakeholder | None:
        for column in REQUIRED:
            cell = self.headings.cell(row, column)
            if cell and not cell.text:
                self.problems.append(ValueMissing(place=cell.place, column=f"heading-{column}"))
        name, kind = self.name(row), self.kind(row)
        identity = self.identity(row, name)
        at_risk = self.at_risk(row)
        attribution = self.attribution(row, kind or Kind.OTHER, at_risk)
        mandates, languages, email = self.mandates(row), self.spoken(row), self.email(row)
        regions = self.listed(row, "regions")
        topics = read_topics(self.headings.cell(row, "expertise"), self.known, self.problems)
        focal_for = read_focal(self.headings.cell(row, "focal"), regions, self.problems)
        events, trainings = (
            attended(self.headings.cell(row, column), self.problems) for column in ("events", "trainings")
        )
        if not (name and identity and kind):
            return None
        return Stakeholder(
            id=identity,
            name=name,
            kind=kind,
            sector=self.text(row, "sector"),
            mandates=mandates,
            languages=languages,
            contact=self.text(row, "contact"),
            email=email,
            telephone=self.text(row, "telephone"),
            at_risk=at_risk,
            attribution=attribution,
            regions=regions,
            topics=topics,
            focal_for=focal_for,
            events=events,
            trainings=trainings,
            notes=self.text(row, "notes"),
        )

    def text(self, row: Sequence[Cell], column: str) -> str:
        cell = self.headings.cell(row, column)
        return " ".join(cell.text.split()) if cell else ""

    def listed(self, row: Sequence[Cell], column: str) -> tuple[str, ...]:
        """Return the free words that a cell lists, each once however it is written."""
        return unlike(split_list(self.text(row, column)))

    def name(self, row: Sequence[Cell]) -> str:
        name, cell = self.text(row, "name"), self.headings.cell(row, "name")
        if not name or not cell:
            return ""
        first = self.names.setdefault(fold(name) or name, where(cell))
        if first != where(cell):
            self.problems.append(NameTwice(place=cell.place, value=name, first=first))
            return ""
        return name

    def identity(self, row: Sequence[Cell], name: str) -> str:
        """Return the id given, or made from the name; nothing for a body without a name of its own."""
        given = self.headings.cell(row, "id")
        cell = given if given and given.text else self.headings.cell(row, "name")
        if not cell or not name:
            return ""
        identity = cell.text if cell is given else slug(name)
        if not ID.fullmatch(identity):
            self.problems.append(IdMalformed(place=cell.place, value=identity, proposal=slug(identity)))
            return ""
        first = self.ids.setdefault(identity, where(cell))
        if first != where(cell):
            self.problems.append(IdTwice(place=cell.place, value=identity, first=first))
            return ""
        return identity

    def kind(self, row: Sequence[Cell]) -> Kind | None:
        found = self.word(row, "kind", KINDS, "kind-")
        return Kind(found) if found else None

    def at_risk(self, row: Sequence[Cell]) -> bool:
        """Return whether the body is at risk: also where the cell cannot be read."""
        return self.word(row, "at-risk", ("yes", "no"), "") not in ("no", None)

    def attribution(self, row: Sequence[Cell], kind: Kind, at_risk: bool) -> Attribution:
        own = self.word(row, "attribution", ATTRIBUTIONS, "attribution-")
        if own is None:
            return self.disclosure(kind, at_risk)
        if own == "":
            return Attribution.ANONYMOUS
        cell = self.headings.cell(row, "attribution")
        if cell and at_risk and own != Attribution.ANONYMOUS:
            self.problems.append(AtRiskDisclosed(place=cell.place, attribution=f"attribution-{own}"))
        return Attribution(own)

    def word(self, row: Sequence[Cell], column: str, allowed: tuple[str, ...], prefix: str) -> str | None:
        """Return the id of what is written: None where nothing is, an empty one where it cannot be read."""
        cell = self.headings.cell(row, column)
        if not cell or not cell.text:
            return None
        words = meanings("registry", allowed, prefix)
        found = look_up(cell.text, words)
        if found is None:
            near = words.get(nearest(fold(cell.text), words), "")
            self.problems.append(
                ValueUnknown(
                    place=cell.place,
                    column=f"heading-{column}",
                    value=cell.text,
                    allowed=tuple(prefix + name for name in allowed),
                    near=near and prefix + near,
                )
            )
        return found or ""

    def mandates(self, row: Sequence[Cell]) -> tuple[str, ...]:
        cell = self.headings.cell(row, "mandates")
        if not cell:
            return ()
        mandates = []
        for mandate in read_mandates(cell.text, self.known):
            if isinstance(mandate, Unknown):
                self.problems.append(unknown_mandate(cell.place, mandate, self.known))
            else:
                mandates.append(mandate)
        idle = [mandate for mandate in mandates if not self.known.asks(mandate)]
        if idle:
            self.problems.append(MandateNotAsked(place=cell.place, mandates=unique(idle)))
        return unique(mandates)

    def spoken(self, row: Sequence[Cell]) -> tuple[str, ...]:
        cell = self.headings.cell(row, "languages")
        names, spoken = language_names(), []
        for word in split_list(cell.text) if cell else []:
            tag = look_up(word, names) or look_up(re.split(r"[-_]", word)[0], names)
            if cell and tag is None:
                near = nearest(fold(word), names)
                self.problems.append(LanguageUnknown(place=cell.place, value=word, near=near))
            elif tag:
                spoken.append(tag)
        available = tuple(tag for tag in unique(spoken) if tag in self.languages)
        if cell and spoken and spoken[0] not in self.languages:
            given = (available or tuple(self.languages))[0]
            self.problems.append(
                LanguageNotAvailable(place=cell.place, value=spoken[0], given=LANGUAGES[given])
            )
        return available or (self.languages[0],)

    def email(self, row: Sequence[Cell]) -> str:
        cell = self.headings.cell(row, "email")
        if not cell or not cell.text:
            return ""
        address = cell.text.removeprefix("mailto:")
        if not EMAIL.fullmatch(address):
            self.problems.append(EmailMalformed(place=cell.place, value=address))
            return ""
        first = self.emails.setdefault(address.casefold(), where(cell))
        if first != where(cell):
            self.problems.append(EmailTwice(place=cell.place, value=address, first=first))
        return address


def unknown_mandate(place: Place, mandate: Unknown, known: Known) -> Problem:
    """Return the problem of a mandate that nobody knows, with the one that was probably meant."""
    if mandate.article:
        near = nearest(mandate.article, known.articles)
        return MandateArticleUnknown(place=place, value=mandate.word, article=mandate.article, near=near)
    return MandateUnknown(place=place, value=mandate.word, near=nearest(mandate.word, known.words))
