"""What can be wrong with the law's files beyond their shape."""

import re
from collections.abc import Iterable, Iterator, Mapping

from clusters.model import Instrument, above
from clusters.written import WrittenCells, WrittenClusters, WrittenInstrument
from problems import Problem, nearest
from problems.definitions import (
    ArticleOutOfOrder,
    BadLabel,
    ClusterOutOfOrder,
    DuplicateArticle,
    DuplicateCell,
    DuplicateLabel,
    FixedValue,
    MissingCell,
    OrphanLabel,
    UnknownArticle,
)
from sources.yaml import Document, Step

LABEL = re.compile(r"(?=.)(\d+)?(\([a-z]\))?(\([ivx]+\))?(#[a-z])?")
CLUSTERS = (1, 2, 3, 4)


def check_instrument(document: Document, written: WrittenInstrument, name: str) -> Iterator[Problem]:
    """Check the file of the instrument `name`: its key, the order of its articles, its labels."""
    if written.instrument != name:
        place = document.place(("instrument",))
        yield FixedValue(place=place, key="instrument", value=written.instrument, expected=name)
    for index, article in enumerate(written.articles):
        if article.number != index + 1:
            place = document.place(("articles", index, "number"))
            yield ArticleOutOfOrder(place=place, article=article.number, expected=index + 1)
            break  # whatever follows is only shifted
    for index, raw in enumerate(document.data["articles"]):
        yield from _check_labels(document, ("articles", index, "provisions"), raw.get("provisions") or ())


def _check_labels(document: Document, steps: tuple[Step, ...], labels: Iterable[Step]) -> Iterator[Problem]:
    """Check labels as they were written, where `1` and `"1"` are still two keys."""
    seen: set[str] = set()
    for raw in labels:
        label, place = str(raw), (*steps, raw)
        if label in seen:
            yield DuplicateLabel(place=document.place(place), label=label)
        elif not LABEL.fullmatch(label):
            yield BadLabel(place=document.place(place), label=label)
        elif above(label) and above(label) not in seen:
            yield OrphanLabel(place=document.place(place), label=label, above=above(label))
        seen.add(label)


def check_clusters(document: Document, written: WrittenClusters) -> Iterator[Problem]:
    if tuple(cluster.number for cluster in written.clusters) != CLUSTERS:
        yield ClusterOutOfOrder(place=document.place(("clusters",)))


def check_cells(
    document: Document, written: WrittenCells, instruments: Mapping[str, Instrument]
) -> Iterator[Problem]:
    """Check that there are sixteen cells, each once, and that their articles exist."""
    seen: set[str] = set()
    for index, cell in enumerate(written.cells):
        key = f"{cell.instrument}.{cell.cluster}"
        if key in seen:
            yield DuplicateCell(place=document.place(("cells", index)), cell=key)
        seen.add(key)
        for position, article in enumerate(cell.articles):
            place = ("cells", index, "articles", position)
            if article in cell.articles[:position]:
                yield DuplicateArticle(place=document.place(place), article=article)
            if cell.instrument in instruments:
                yield from check_article(
                    document, place, instruments[cell.instrument], article, cell.articles
                )
    missing = [
        key for name in instruments for cluster in CLUSTERS if (key := f"{name}.{cluster}") not in seen
    ]
    if missing:
        yield MissingCell(place=document.place(("cells",)), cells=tuple(missing))


def check_article(
    document: Document, steps: tuple[Step, ...], instrument: Instrument, number: int, taken: Iterable[int]
) -> Iterator[Problem]:
    """Report an article that `instrument` does not have, with the nearest that is not `taken`."""
    numbers = [article.number for article in instrument.articles]
    if number not in numbers:
        near = nearest(str(number), [str(free) for free in numbers if free not in set(taken)])
        yield UnknownArticle(
            place=document.place(steps),
            instrument=instrument.id,
            article=number,
            last=max(numbers),
            near=near,
        )
