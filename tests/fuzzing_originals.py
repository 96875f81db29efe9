"""The good files that are mutated: one of every format that we read, and what each of them says."""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from email.message import EmailMessage
from email.policy import SMTP
from functools import cache
from html import escape
from pathlib import PurePath

import openpyxl

from tests.fuzzing_pool import OTHER, Outcome, sandbox
from tests.hostile import MAIN, STRINGS, edited, ods, ods_cell, ods_row, zipped
from tests.hostile_archives import archive, entries
from tests.hostile_formats import _SPACES, odt
from tests.hostile_sheets import OFFICE, RELATIONS
from tests.paper import Paper
from tests.sample_workbook import ITEMS, KEY, Filler, issuer, stakeholder
from workbooks.containers import Unpacked
from workbooks.contents import Contents, Sheet, Value
from workbooks.findings import Findings
from workbooks.identity import token
from workbooks.sandbox import Sandbox


@dataclass(frozen=True)
class Original:
    """A good file, and what it says: answers, or the files that lie in it."""

    name: str
    data: bytes
    contents: Contents | None = field(repr=False)
    said: Findings | Unpacked = field(repr=False)
    parts: Mapping[str, "Original"] = field(default_factory=dict, repr=False)

    @property
    def kind(self) -> str:
        return PurePath(self.name).suffix.removeprefix(".")


ANSWERS = (
    ("untoc.5.1.a.i", "Yes", "answer"),
    ("untoc.5.1.a.i", "Article 12 of the code; see « annex » <b>", "details"),
    ("untoc.5.1.a.i", "L1 art. 331", "law"),
    ("untoc.5.1.a.i.act", "No", "answer"),
    ("untoc.5.1.b", "Imprisonment", "answer"),
    ("untoc.5.2.name", "Entente — العربية", "answer"),
    ("untoc.5.assistance:training", "x", "answer"),
    ("untoc.5.difficulties", "Too few people,\nand no money", "details"),
    ("untoc.10.1.law", "L2 art. 4", "law"),
    ("untoc.10.2.authorities#1", "Ministry", "2"),
    ("untoc.10.2.authorities#1", "Requests", "3"),
    ("untoc.10.3.since", date(2019, 5, 17), "answer"),
    ("untoc.10.4.cases", 12.5, "answer"),
    ("L1", "Penal code", "law-title"),
    ("L2", "Code of procedure", "law-title"),
)
_FRENCH = {
    "Yes": "Oui",
    "No": "Oui",
    "Imprisonment": "Emprisonnement",
    "Entente — العربية": "Été, « complot »",
    "Too few people,\nand no money": "Peu de gens,\net pas d’argent",
    "Ministry": "Parquet général",
}
"""What the other body says; the rest is the same."""


def filled(language: str = "en") -> bytes:
    """Return a workbook with an answer of every type, as openpyxl saves it."""
    filler = Filler.of(language)
    for code, value, column in ANSWERS:
        filler.put(code, value, column)
    return filler.bytes()


def filled_in_french() -> bytes:
    """Return the workbook of the other body."""
    data = issuer().workbook(stakeholder("fr"), ITEMS, token(KEY, OTHER))
    filler = Filler(openpyxl.load_workbook(io.BytesIO(data)))
    for code, value, column in ANSWERS:
        filler.put(code, _in_french(value), column)
    return filler.bytes()


def lasting(package: bytes) -> bytes:
    """Take the time out of a package, so that every run damages the same bytes."""
    day = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
    return archive(
        part._replace(content=day.sub(b"2027-01-01T00:00:00Z", part.content))
        if part.name == b"docProps/core.xml"
        else part
        for part in entries(package)
    )


def _in_french(value: Value) -> Value:
    return _FRENCH.get(value, value) if isinstance(value, str) else value


def shared(data: bytes) -> bytes:
    """Write the texts of a workbook's cells once for all, as Excel does."""
    texts: dict[bytes, int] = {}

    def cells(xml: bytes) -> bytes:
        return re.sub(
            rb't="inlineStr"([^<>]*)><is>(.*?)</is>',
            lambda hit: b't="s"%b><v>%d</v>' % (hit[1], texts.setdefault(hit[2], len(texts))),
            xml,
            flags=re.DOTALL,
        )

    for part in entries(data):
        if part.name.startswith(b"xl/worksheets/sheet"):
            data = edited(data, part.name.decode(), cells)
    link = b'<Relationship Id="rIdT" Type="%b/sharedStrings" Target="sharedStrings.xml"/>' % OFFICE
    data = edited(data, RELATIONS, lambda xml: xml.replace(b"</Relationships>", link + b"</Relationships>"))
    table = b"".join(b"<si>%b</si>" % text for text in texts)
    return edited(data, STRINGS, lambda _: b"<sst %b>%b</sst>" % (MAIN, table))


def tables(contents: Contents) -> bytes:
    """Write contents as the tables of an OpenDocument spreadsheet: texts and numbers."""
    made = []
    for sheet in contents.sheets:
        rows = ods_row(b"<table:table-cell/>", repeated=sheet.first_row - 1) if sheet.first_row > 1 else b""
        before = b'<table:table-cell table:number-columns-repeated="%d"/>' % (sheet.first_column - 1)
        for values in sheet.rows:
            cells = b"".join(
                b"<table:table-cell/>" if value is None
                else b'<table:table-cell office:value-type="float" office:value="%f"/>' % value
                if isinstance(value, float)
                else ods_cell("</text:p><text:p>".join(escape(str(value)).split("\n")))
                for value in values
            )  # fmt: skip
            rows += ods_row((before if sheet.first_column > 1 else b"") + cells)
        made.append(b'<table:table table:name="%b">%b</table:table>' % (escape(sheet.name).encode(), rows))
    return b"".join(made)


def as_ods(contents: Contents) -> bytes:
    return edited(
        ods(b""),
        "content.xml",
        lambda xml: re.sub(rb"<table:table .*?</table:table>", lambda _: tables(contents), xml),
    )


def as_fods(contents: Contents) -> bytes:
    """Write contents as an OpenDocument spreadsheet in one file, indented as LibreOffice does."""
    return re.sub(
        rb">(?=<(?:/?table:|/?office:))",
        b">\n ",
        b'<?xml version="1.0" encoding="UTF-8"?><office:document %b office:mimetype="application/vnd.oasis.'
        b'opendocument.spreadsheet"><office:meta></office:meta><office:body><office:spreadsheet>%b'
        b"</office:spreadsheet></office:body></office:document>" % (_SPACES.encode(), tables(contents)),
    )


def form(language: str = "en") -> bytes:
    """Return a Word form with answers; without the styles of its template, which are ten times its size."""
    paper = Paper.of(language)
    for code, value, column in ANSWERS:
        if (code, column) not in {("untoc.10.1.law", "law"), ("untoc.5.1.a.i", "law")}:
            said = _in_french(value) if language == "fr" else value
            paper.put(code, str(said), column)
    out = io.BytesIO()
    paper.document.save(out)
    kept = {part.name.decode(): part.content for part in entries(out.getvalue())}
    bare = b'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
    return zipped({name: bare if "styles" in name.lower() else content for name, content in kept.items()})


def as_odt(contents: Contents) -> bytes:
    """Write contents of a form as an OpenDocument text: its tables, then what stands around them."""
    body = ""
    for sheet in contents.sheets:
        cells = [[_paragraphs(value) for value in values] for values in sheet.rows]
        if not sheet.name.startswith("Table"):
            body += "".join(map("".join, cells))
            continue
        rows = "".join(f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in cells)
        body += f'<table:table table:name="{sheet.name}"><table:table-column/>{rows}</table:table>'
    return odt(body)


def _cell(paragraphs: str) -> str:
    return f"<table:table-cell>{paragraphs}</table:table-cell>"


def _paragraphs(value: Value) -> str:
    """Write a text as LibreOffice does: blanks in a row as elements, pieces of it in spans."""
    lines = escape(str(value or "")).split("\n")
    spaced = (line.replace("  ", ' <text:s text:c="1"/>') for line in lines)
    return "".join(f"<text:p>{_span(line)}</text:p>" for line in spaced)


def _span(line: str) -> str:
    first, blank, rest = line.partition(" ")
    return f"{first}{blank}<text:span>{rest}</text:span>" if rest and "<" not in rest else line


def separated(sheets: Sequence[Sheet], delimiter: str, ends: str = "\r\n") -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=ends)
    for sheet in sheets:
        writer.writerows(["" if value is None else value for value in values] for values in sheet.rows)
    return out.getvalue()


def mail(words: str, files: Mapping[str, bytes], **headers: str) -> EmailMessage:
    """Write a mail with files, each encoded in another way."""
    message = EmailMessage(policy=SMTP)
    known = {
        "From": "Awa Traoré <awa@justice.example>",
        "To": "focal.point@justice.example",
        "Subject": "Réponse au questionnaire du ministère",
        "Date": "Mon, 04 Jan 2027 10:00:00 +0000",
        "Message-ID": "<1@justice.example>",
        "In-Reply-To": f"<i.{OTHER}.xa@consult.invalid>",
    }
    for name, value in (known | headers).items():
        message[name] = value
    message.set_content(words)
    message.add_alternative(f"<p>{words}</p>", subtype="html")
    for name, data in files.items():
        if name.endswith(".csv"):
            message.add_attachment(data, "text", "csv", filename=name, cte="quoted-printable")
        else:
            message.add_attachment(data, "application", "octet-stream", filename=name)
    message.set_boundary(f"=_outer_{len(files)}")
    for number, part in enumerate(part for part in message.walk() if part.is_multipart()):
        part.set_boundary(f"=_part_{number}_{len(words)}")
    return message


def forwarded(words: str, inner: EmailMessage) -> EmailMessage:
    outer = EmailMessage(policy=SMTP)
    outer["From"], outer["Subject"], outer["Date"] = (
        "boss@justice.example",
        "Fwd",
        "Tue, 05 Jan 2027 10:00:00 +0000",
    )
    outer["Message-ID"] = "<2@justice.example>"
    outer.set_content(words)
    outer.add_attachment(inner)
    outer.set_boundary("=_forwarded")
    return outer


def mailbox(*messages: EmailMessage) -> bytes:
    return b"".join(
        b"From awa@justice.example Mon Jan  4 10:00:00 2027\r\n" + each.as_bytes() + b"\r\n"
        for each in messages
    )


@cache
def originals() -> tuple[Original, ...]:
    """Return the good files that are mutated."""
    english, french, word = (lasting(each) for each in (filled(), filled_in_french(), form()))
    with sandbox() as pool:
        book, other, paper = (_contents(pool, each) for each in (english, french, word))
        calc = lasting(as_ods(book))
        asked, retour = book.sheets[1:2], other.sheets[1:2]
        comma = b"\xef\xbb\xbf" + separated(asked, ",").encode()
        western = separated(retour, ";").encode("cp1252", "replace")  # as Excel does
        sent = mail("Voici notre réponse.\n", {"return.xlsx": english, "liste.csv": comma})
        files = {
            "inline.xlsx": english,
            "shared.xlsx": lasting(shared(english)),
            "french.xlsx": lasting(shared(french)),
            "english.ods": calc,
            "flat.fods": as_fods(book),
            "comma.csv": comma,
            "western.csv": western,
            "unicode.tsv": b"\xff\xfe" + separated(asked, "\t").encode("utf-16-le"),
            "two.csv": separated([*asked, *retour], ",", "\n").encode(),
            "word.docx": word,
            "french.docx": lasting(form("fr")),
            "text.odt": lasting(as_odt(paper)),
            "sent.eml": sent.as_bytes(),
            "forwarded.eml": forwarded("See below.\n", mail("Voici.\n", {"form.docx": word})).as_bytes(),
            "box.mbox": mailbox(mail("Un.\n", {"one.ods": calc}), mail("Deux.\n", {"two.xlsx": french})),
            "many.zip": lasting(zipped({"a/b.xlsx": english, "retour.xlsx": french, "a/liste.csv": western})),
        }
        return tuple(_original(pool, name, data) for name, data in files.items())


def _contents(pool: Sandbox[Outcome], data: bytes) -> Contents:
    outcome, problems = pool.open(data, "good")
    assert outcome is not None, problems
    assert outcome.contents is not None, outcome.problems
    return outcome.contents


def _original(pool: Sandbox[Outcome], name: str, data: bytes) -> Original:
    outcome, problems = pool.open(data, name)
    assert outcome is not None, problems
    assert outcome.problems == (), name
    said = outcome.findings
    if isinstance(said, Unpacked):
        parts = {part.name: _original(pool, part.name, part.data) for part in said.parts}
        return Original(name, data, None, said, parts)
    assert isinstance(said, Findings), outcome.problems
    shares = [findings for _, findings in said.shares] or [said]
    assert min(sum(each.entry is not None for each in share.told) for share in shares) >= 8, name
    return Original(name, data, outcome.contents, said)
