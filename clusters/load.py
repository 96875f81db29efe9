"""Load the law: instruments, clusters, cells and topics, with their titles in every language there is."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import get_args

from clusters.check import check_cells, check_clusters, check_instrument
from clusters.model import Article, Cell, Cluster, Instrument, InstrumentId, Law, Provision, Text
from clusters.written import WrittenCells, WrittenClusters, WrittenInstrument, WrittenTopics
from problems import Problem, Severity
from problems.model import worst
from sources.translations import Key, translate
from sources.yaml import load_model, read_yaml

DEFINITIONS = Path(__file__).parent / "definitions"
HOUSE = Path(__file__).parents[1]


@cache
def load_law() -> Law:
    """Return the law that ships; ValueError where its files are broken, which a test makes sure of."""
    law, problems = read_law()
    if law is None:
        raise ValueError("\n".join(f"{problem.place} {problem.message()}" for problem in problems))
    return law


@cache
def load_topics() -> dict[str, Text]:
    """Return the topics that ship, by id; ValueError as for the law."""
    topics, problems = read_topics()
    if topics is None:
        raise ValueError("\n".join(f"{problem.place} {problem.message()}" for problem in problems))
    return topics


def read_law(folder: Path = DEFINITIONS) -> tuple[Law | None, list[Problem]]:
    """Read the law in `folder`; no law where anything in it is wrong, warnings apart."""
    instruments, problems = {}, []
    for name in get_args(InstrumentId):
        instrument, wrong = _read_instrument(folder / f"{name}.yaml", name)
        problems += wrong
        if instrument is not None:
            instruments[name] = instrument
    clusters, wrong = _read_clusters(folder / "clusters.yaml")
    problems += wrong
    cells, wrong = _read_cells(folder / "cells.yaml", instruments)
    problems += wrong
    if broken(problems):
        return None, problems
    return Law(instruments=tuple(instruments.values()), clusters=clusters, cells=cells), problems


def read_topics(folder: Path = DEFINITIONS) -> tuple[dict[str, Text] | None, list[Problem]]:
    path = folder / "topics.yaml"
    document, problems = read_yaml(path, name_of(path))
    if document is None:
        return None, problems
    written, problems = load_model(document, WrittenTopics)
    if written is None:
        return None, problems
    words: dict[Key, str] = {("topics", topic): label for topic, label in written.topics.items()}
    texts, problems = translate(path, document.path, words)
    if broken(problems):
        return None, problems
    return {topic: texts["topics", topic] for topic in written.topics}, problems


def name_of(path: Path) -> str:
    """Return the path that problems show: from the house's root for what ships, else as it was given."""
    return path.relative_to(HOUSE).as_posix() if path.is_relative_to(HOUSE) else str(path)


def broken(problems: list[Problem]) -> bool:
    return (worst(problems) or Severity.INFO) >= Severity.ERROR


def _read_instrument(path: Path, name: InstrumentId) -> tuple[Instrument | None, list[Problem]]:
    document, problems = read_yaml(path, name_of(path))
    if document is None:
        return None, problems
    written, problems = load_model(document, WrittenInstrument)
    if written is None:
        return None, problems
    words: dict[Key, str] = {("title",): written.title, ("short",): written.short}
    words |= {("articles", str(article.number)): article.title for article in written.articles}
    texts, problems = translate(path, document.path, words)
    problems = [*check_instrument(document, written, name), *problems]
    articles = tuple(
        Article(
            number=article.number,
            title=texts["articles", str(article.number)],
            obligation=article.obligation,
            obligations=article.obligations,
            provisions=tuple(
                Provision(label=label, obligation=levels[0], also=levels[1:])
                for label, levels in article.provisions.items()
            ),
        )
        for article in written.articles
    )
    title, short = texts["title",], texts["short",]
    return Instrument(id=name, title=title, short=short, source=written.source, articles=articles), problems


def _read_clusters(path: Path) -> tuple[tuple[Cluster, ...], list[Problem]]:
    document, problems = read_yaml(path, name_of(path))
    if document is None:
        return (), problems
    written, problems = load_model(document, WrittenClusters)
    if written is None:
        return (), problems
    words: dict[Key, str] = {("clusters", str(cluster.number)): cluster.title for cluster in written.clusters}
    texts, problems = translate(path, document.path, words)
    problems = [*check_clusters(document, written), *problems]
    if broken(problems):
        return (), problems
    return tuple(
        Cluster(number=c.number, title=texts["clusters", str(c.number)], status=c.status, source=c.source)
        for c in written.clusters
    ), problems


def _read_cells(path: Path, instruments: Mapping[str, Instrument]) -> tuple[tuple[Cell, ...], list[Problem]]:
    document, problems = read_yaml(path, name_of(path))
    if document is None:
        return (), problems
    written, problems = load_model(document, WrittenCells)
    if written is None:
        return (), problems
    problems = list(check_cells(document, written, instruments))
    return tuple(Cell(**dict(cell)) for cell in written.cells), problems
