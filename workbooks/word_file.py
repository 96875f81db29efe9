"""Read a Word document: its tables become sheets; what is told of it besides."""

import posixpath
import re
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET

from problems import Problem
from problems.intake import EmbeddedObjects, LinksToOtherFiles, MacrosInside, NotASpreadsheet, NotesNotRead
from workbooks.codes import of_ours
from workbooks.contents import Contents
from workbooks.flow import contents_of, follow, not_too_many, texts_of, told_of
from workbooks.links import targets_of
from workbooks.lists import Lists
from workbooks.looks_word import word_looks
from workbooks.prescan import Package, RefusedError
from workbooks.scan import document_properties
from workbooks.wire import Answer
from workbooks.wordprocessing import NOWHERE, Document

_MARGIN: Final = re.compile(r"word/(?:header|footer)\d*\.xml")
_OUTSIDE: Final = re.compile(rb"/(?:oleObject|subDocument|frame|aFChunk)\"[^>]*TargetMode=\"External\"")
_CELL: Final = re.compile(rb"<(?:\w+:)?tc[\s/>]")


def read(package: Package) -> Answer[Contents]:
    """Read the document. Raises ExpatError or ValueError for a damaged one, RefusedError for no form."""
    main = _main(package)
    part = package.part(main)
    if part is None:
        raise ValueError("no document")
    not_too_many(part, _CELL)
    styles = package.part("word/styles.xml") or b""
    lists = Lists(package.part("word/numbering.xml"), styles)
    relations = _relations(package, main)
    targets = targets_of(relations) if b"/hyperlink" in relations else NOWHERE
    document = Document(lists, word_looks(styles), targets)
    follow(part, document)
    margins: list[str] = []
    for name in filter(_MARGIN.fullmatch, package.entries):
        margin = Document(lists)
        follow(package.part(name) or b"", margin)
        margins += texts_of(margin.flow)
        margins += [text for texts in margin.flow.boxes.values() for text in texts]
    properties = document_properties(package.part("docProps/core.xml"))
    contents = contents_of("docx", document.flow, margins, properties)
    if not of_ours(contents):
        raise RefusedError(NotASpreadsheet(kind="word"))
    return contents, list(_remarks(package, main, document))


def _main(package: Package) -> str:
    """Return the path of the main part, which some programs call document2.xml."""
    links = package.part("_rels/.rels")
    for link in ET.fromstring(links) if links else ():  # noqa: S314  # expat, and no document type
        if link.get("Type", "").endswith("/officeDocument"):
            return link.get("Target", "").lstrip("/")
    return "word/document.xml"


def _relations(package: Package, main: str) -> bytes:
    """Return the part that names what the main part refers to."""
    folder, name = posixpath.split(main)
    return package.part(f"{folder}/_rels/{name}.rels") or b""


def _remarks(package: Package, main: str, document: Document) -> Iterator[Problem]:
    if any(name.endswith("vbaproject.bin") for name in package.entries):
        yield MacrosInside()
    if _OUTSIDE.search(_relations(package, main)):
        yield LinksToOtherFiles()
    inside = any(name.startswith(("word/embeddings/", "word/activex/")) for name in package.entries)
    if inside or document.foreign:
        yield EmbeddedObjects()
    if document.notes:
        yield NotesNotRead(count=document.notes)
    yield from told_of(document.flow)
