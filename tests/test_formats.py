"""The forms in which a workbook comes back besides xlsx and ods: each is read like them, or said back."""

import csv
import io
import subprocess
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from problems import Place, Problem
from problems.intake import (
    ArchiveWithPassword,
    DamagedFile,
    DeclaresEntities,
    EncryptedOpenDocument,
    LettersUnclear,
    MacrosInside,
    NotASpreadsheet,
    OldFormat,
    PasswordProtected,
    QuotesUnclear,
    RightsManaged,
    TooManyCells,
)
from tests.hostile import compound_file, edited, good_workbook, ods, ods_cell, ods_row, zipped
from tests.sample_workbook import ACT, INVITATION, KEY, QUESTIONNAIRES, ROWS, Filler
from tests.test_office import converted, needed
from tests.test_read import FILLED, fill
from workbooks.answers import Entry
from workbooks.child import examine
from workbooks.contents import Contents
from workbooks.identity import Identity, identify
from workbooks.letters import decoded, plausible
from workbooks.read import read
from workbooks.separated import NAME

ON_ONE_SHEET = tuple(
    replace(entry, citations=()) if entry.item == ACT.id else entry
    for entry in FILLED
    if entry.item != ROWS.id
)
"""What a single sheet can say: no tables, no laws by number."""


def contents_of(data: bytes) -> Contents:
    contents, problems = examine(data)
    assert contents is not None, problems
    assert problems == []
    return contents


def said_by(data: bytes) -> tuple[tuple[Entry, ...], list[str]]:
    """Return the entries of a file, wherever they stand, and the codes of its problems."""
    reading, problems = read(contents_of(data), questionnaires=QUESTIONNAIRES, shown="a")
    assert identify(reading.carriers, [KEY]) == (Identity.IDENTIFIED, (INVITATION,))
    return anywhere(reading.entries), [problem.code for problem in problems]


def anywhere(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    return tuple(replace(entry, sheet="", cell="") for entry in entries)


def refused(data: bytes) -> list[Problem]:
    contents, problems = examine(data)
    assert contents is None
    return problems


def as_text(language: str = "en", entries: tuple[Entry, ...] = ON_ONE_SHEET, delimiter: str = ",") -> str:
    """Save the questions as text, as office programs do: one sheet, quoted where needed."""
    sheet = fill(Filler.of(language), entries, language).book["Questions"]
    out = io.StringIO()
    rows = csv.writer(out, delimiter=delimiter)
    for row in sheet.iter_rows(values_only=True):
        rows.writerow(["" if value is None else counted(value) for value in row])
    return out.getvalue()


def counted(value: object) -> object:
    """Return what a cell shows: our formulas, all of which count, show figures."""
    return "1" if isinstance(value, str) and value.startswith("=IF(") else value


# Excel's other packages


@pytest.mark.parametrize("kind", ["template.main", "sheet.macroEnabled.main", "template.macroEnabled.main"])
def test_templates_and_workbooks_with_macros_are_read_as_data(kind: str) -> None:
    data = edited(
        fill(Filler.of(), FILLED).bytes(),
        "[Content_Types].xml",
        lambda xml: xml.replace(b"sheet.main+xml", f"{kind}+xml".encode()),
    )
    assert said_by(data) == (anywhere(FILLED), [])


def test_macros_are_said() -> None:
    data = edited(fill(Filler.of(), FILLED).bytes(), "xl/vbaProject.bin", lambda _: b"\xd0\xcf\x11\xe0")
    contents, problems = examine(data)
    assert contents == examine(fill(Filler.of(), FILLED).bytes())[0]
    assert problems == [MacrosInside()]


# OpenDocument


@pytest.mark.office
@pytest.mark.parametrize("suffix", [".ots", ".fods"])
def test_a_template_and_one_xml_file_by_libreoffice_say_the_same(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / "filled.xlsx"
    path.write_bytes(fill(Filler.of(), FILLED).bytes())
    data = converted(path, suffix).read_bytes()
    contents = contents_of(data)
    assert contents.format == "ods"
    assert contents.properties["keywords"]
    assert contents.names
    assert said_by(data) == (anywhere(FILLED), [])


def flat(rows: bytes, *, before: bytes = b"", more: bytes = b"") -> bytes:
    """Make a spreadsheet in one XML file from the rows of its table."""
    with zipfile.ZipFile(io.BytesIO(ods(rows))) as packed:
        content = packed.read("content.xml")
    head, _, rest = content.partition(b"?>")
    rest = rest.replace(b"office:document-content", b"office:document")
    meta = (
        b'<office:meta xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Answers</dc:title></office:meta>'
    )
    return head + b"?>" + before + rest.replace(b"<office:body>", meta + more + b"<office:body>")


def test_one_xml_file_is_read_with_its_properties() -> None:
    contents = contents_of(flat(ods_row(ods_cell("A") + ods_cell("B"))))
    assert [sheet.rows for sheet in contents.sheets] == [(("A", "B"),)]
    assert contents.properties == {"title": "Answers"}


def test_one_xml_file_meets_the_same_limits() -> None:
    laughs = b'<!DOCTYPE x [<!ENTITY a "b">]>'
    assert refused(flat(ods_row(ods_cell()), before=laughs)) == [DeclaresEntities(name="office:document")]
    (problem,) = refused(flat(ods_row(ods_cell(repeated=20), repeated=1_000_000)))
    assert isinstance(problem, TooManyCells)


def test_macros_in_one_xml_file_are_said() -> None:
    macros = b'<office:scripts><ooo:library-embedded xmlns:ooo="http://x"/></office:scripts>'
    assert examine(flat(ods_row(ods_cell()), more=macros))[1] == [MacrosInside()]


# Text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_sheet_as_text_says_what_it_said(encoding: str, delimiter: str) -> None:
    data = as_text(delimiter=delimiter).encode(encoding)
    contents = contents_of(data)
    assert (contents.format, [sheet.name for sheet in contents.sheets]) == ("csv", [NAME])
    assert said_by(data) == (anywhere(ON_ONE_SHEET), [])


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_a_line_that_names_the_separator_is_none_of_the_sheet(end: str) -> None:
    lines = as_text(delimiter=";").replace("\r\n", end)
    assert said_by(f"sep=;{end}{lines}".encode()) == (anywhere(ON_ONE_SHEET), [])


def test_cells_are_texts_exactly_as_they_stand() -> None:
    text = 'untoc.5.1.b,"Which?\r\n""Q""", 007 ,1e5,2026-01-02,\nuntoc.5.2.name,"a,b;c\td|e",,TRUE,,=1+1\n'
    assert contents_of(text.encode()).sheets[0].rows == (
        ("untoc.5.1.b", 'Which?\r\n"Q"', " 007 ", "1e5", "2026-01-02", None),
        ("untoc.5.2.name", "a,b;c\td|e", None, "TRUE", None, "=1+1"),
    )


@given(
    st.lists(
        st.lists(
            st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])),
            min_size=3,
            max_size=6,
        ),
        max_size=6,
    ),
    st.sampled_from(",;\t|"),
)
def test_what_is_written_as_text_is_read(rows: list[list[str]], delimiter: str) -> None:
    rows = [["untoc.5.1.b", "", "Yes"], *rows, ["untoc.5.2.name", "x", ""]]
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    contents, problems = examine(out.getvalue().encode())
    assert contents is not None, problems
    assert [[cell or "" for cell in row] for row in contents.sheets[0].rows] == rows


def test_text_without_our_codes_and_letters_that_name_a_code_stay_what_they_are() -> None:
    assert refused(b"a,b,c\n1,2,3\n") == [NotASpreadsheet(kind="csv")]
    laws = "".join(f"L{number};Act {number};2004\r\n" for number in range(1, 6))
    assert refused(laws.encode()) == [NotASpreadsheet(kind="csv-laws")]
    assert refused(b"www.example.org,b,c\n1,2,3\n") == [NotASpreadsheet(kind="csv")]
    assert refused(b"Dear colleague, about\nuntoc.5.1.b\nwe say: yes.\n") == [NotASpreadsheet(kind="csv")]


def test_quotation_marks_that_do_not_match_are_said_back() -> None:
    data = b'untoc.5.1.b,Q,Fine\nuntoc.5.2.name,Q,"never closed\nuntoc.5.1.a,Q,No\n'
    assert refused(data) == [QuotesUnclear(place=Place(sheet=NAME), row=2)]


def test_too_many_cells_of_text_are_counted_while_they_are_read() -> None:
    (problem,) = refused(
        b"untoc.5.1.b,Q,Fine\n" + b",".join([b"1"] * 1000) * 1 + b"\n" + b"1,2,3\n" * 340_000
    )
    assert isinstance(problem, TooManyCells)


# Encodings

WESTERN = "L’entité « Société générale » a été créée à l’été 2004, n° 5."
CYRILLIC = "Закон принят в 2004 году: статья 5, пункт второй."
ARABIC = "صدر القانون في سنة 2004، المادة الخامسة."
CHINESE = "根据刑法第二百九十四条,有组织犯罪集团。"


def table(words: str, *, french: bool = False) -> str:
    head = "N°;Question;Votre réponse;Précisions et explications;Loi et disposition;Observations"
    plain = "No.;Question;Your answer;Details and explanation;Law and provision;Comment"
    return f"{head if french else plain}\r\nuntoc.5.1.a.i;Q;;{words};;\r\n"


@pytest.mark.parametrize("french", [False, True])
def test_western_letters_are_read(french: bool) -> None:
    text = table(WESTERN, french=french)
    assert decoded(text.encode("cp1252")) == text


@pytest.mark.parametrize(
    ("words", "encoding"),
    [(CYRILLIC, "cp1251"), (ARABIC, "cp1256"), (CHINESE, "gb18030"), (CHINESE, "gb2312")],
)
def test_cyrillic_arabic_and_chinese_letters_are_told_apart(words: str, encoding: str) -> None:
    text = table(words)
    assert decoded(text.encode(encoding)) == text


def test_a_short_word_with_two_readings_is_asked_back_with_both() -> None:
    (problem,) = refused(table("Да").encode("cp1251"))
    assert isinstance(problem, LettersUnclear)
    assert {"Äà", "Да"} <= {*problem.readings}


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        ("Société générale", "mac-roman"),
        ("ustawa z dnia żółć", "cp1250"),
        ("Türkiye'nin yasası, ışık", "cp1254"),
    ],
)
def test_encodings_that_are_not_told_apart_are_asked_back(words: str, encoding: str) -> None:
    (problem,) = refused(table(words).encode(encoding))
    assert isinstance(problem, LettersUnclear)


@pytest.mark.parametrize("byte", [b"\x81", b"\x8d", b"\x90"])
def test_one_byte_that_is_no_western_letter_makes_no_arabic_of_a_french_text(byte: bytes) -> None:
    (problem,) = refused(table("Société, École").encode("cp1252") + b"x;y" + byte + b";z\n")
    assert isinstance(problem, LettersUnclear)


def test_one_wrong_byte_makes_no_western_text_of_utf_8() -> None:
    (problem,) = refused(table("Société, « annexe », Été").encode() + b"x;y\xe9;z\n")
    assert isinstance(problem, DamagedFile)


def test_a_word_without_end_costs_an_old_encoding_no_time() -> None:
    text = table("Société " + "x" * 2_000_000)
    before = time.process_time()
    assert decoded(text.encode("cp1252")) == text
    assert time.process_time() - before < 5  # it took minutes


FRENCH = [
    "à",
    "é",
    "où",
    "été",
    "créé",
    "l’État",
    "âgé",
    "çà",
    "déjà",
    "Noël",
    "«",
    "»",
    "n°",
    "5",
    "%",
    "10",
    "€",
    "œuvre",
    "ça",
    "Île",
    "ÉTAT",
    "dû",
    "août",
    "la",
    "loi",
    "punit",
]


@given(st.lists(st.sampled_from(FRENCH), max_size=12).map(" ".join))
def test_no_western_text_is_read_as_another(words: str) -> None:
    """It is read as it was, or asked back: never with other letters."""
    text = table(words)
    contents, problems = examine(text.encode("cp1252"))
    if contents is None:
        assert [type(problem) for problem in problems] == [LettersUnclear]
    else:
        assert (contents.sheets[0].at(2, 4) or "") == words


@given(
    st.lists(st.text(st.sampled_from("абвгдежзийклмнопрстуфхцчшщъыьэюя"), min_size=1, max_size=9), max_size=9)
)
def test_no_cyrillic_text_is_read_as_another(words: list[str]) -> None:
    said = " ".join(words)
    contents, problems = examine(table(said).encode("cp1251"))
    if contents is None:
        assert [type(problem) for problem in problems] == [LettersUnclear]
    else:
        assert (contents.sheets[0].at(2, 4) or "") == said


def test_words_of_one_language_are_plausible_and_what_a_wrong_encoding_makes_is_not() -> None:
    for text, encoding in (
        (WESTERN, "cp1252"),
        (CYRILLIC, "cp1251"),
        (ARABIC, "cp1256"),
        (CHINESE, "gb18030"),
    ):
        assert plausible(text)
        for other in {"cp1252", "cp1251", "cp1256", "gb18030"} - {encoding}:
            try:
                wrong = text.encode(encoding).decode(other)
            except UnicodeDecodeError:
                continue
            assert wrong == text or not plausible(wrong)


@pytest.mark.office
@pytest.mark.parametrize("charset", ["76", "65535", "1"])
def test_a_sheet_that_libreoffice_saved_as_text_is_read(tmp_path: Path, charset: str) -> None:
    """The charsets are UTF-8, UTF-16 and windows-1252, by LibreOffice's numbers; the second sheet of all."""
    path = tmp_path / "filled.xlsx"
    entries = tuple(replace(e, value="+1") if e.value == "+1 على نحو" else e for e in ON_ONE_SHEET)
    path.write_bytes(fill(Filler.of("fr"), without_ticks(entries), "fr").bytes())
    options = f"csv:Text - txt - csv (StarCalc):59,34,{charset},1,,0,false,true,false,false,false,2"
    command = [needed("soffice"), f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    command += ["--convert-to", options, "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    (made,) = tmp_path.glob("*.csv")
    assert said_by(made.read_bytes()) == (anywhere(without_ticks(entries)), [])


def without_ticks(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Leave out what windows-1252 has no letter for."""
    return tuple(entry for entry in entries if not isinstance(entry.value, tuple))


@pytest.mark.office
def test_a_sheet_that_gnumeric_saved_as_text_is_read(tmp_path: Path) -> None:
    path = tmp_path / "filled.xlsx"
    path.write_bytes(fill(Filler.of(), ON_ONE_SHEET).bytes())
    command = [
        needed("ssconvert"),
        "-S",
        "--export-type=Gnumeric_stf:stf_csv",
        str(path),
        f"{tmp_path}/%s.csv",
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    assert said_by((tmp_path / "Questions.csv").read_bytes()) == (anywhere(ON_ONE_SHEET), [])


# Protection, and what is asked back


def protected(*streams: str) -> bytes:
    return compound_file(*streams)


ASKED_BACK: dict[str, tuple[Problem, Callable[[], bytes]]] = {
    "xlsx with a password": (PasswordProtected(), lambda: protected("EncryptionInfo", "EncryptedPackage")),
    "rights management": (
        RightsManaged(),
        lambda: protected("EncryptedPackage", "DataSpaceMap", "DRMEncryptedDataSpace"),
    ),
    "rights management, old": (RightsManaged(), lambda: protected("Workbook", "\tDRMContent")),
    "LibreOffice with a password": (
        EncryptedOpenDocument(),
        lambda: zipped(
            {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "encrypted-package": b"x"}
        ),
    ),
    "odt with a password": (
        EncryptedOpenDocument(),
        lambda: zipped(
            {
                "mimetype": b"application/vnd.oasis.opendocument.text",
                "META-INF/manifest.xml": b"<m:encryption-data/>",
            }
        ),
    ),
    "an archive with a password": (ArchiveWithPassword(), lambda: encrypted_zip("answers.xlsx")),
    "an office file encrypted as an archive": (PasswordProtected(), lambda: encrypted_zip("xl/workbook.xml")),
    "xls": (OldFormat(kind="xls"), lambda: protected("Workbook")),
    "doc": (OldFormat(kind="doc"), lambda: protected("WordDocument", "1Table")),
    "xlsb": (
        OldFormat(kind="xlsb"),
        lambda: zipped({"[Content_Types].xml": b"<T/>", "xl/workbook.bin": b"x"}),
    ),
    "numbers": (
        NotASpreadsheet(kind="numbers"),
        lambda: zipped({"Index/Document.iwa": b"x", "Index/CalculationEngine.iwa": b"x"}),
    ),
    "pages": (NotASpreadsheet(kind="pages"), lambda: zipped({"Index/Document.iwa": b"x"})),
    "a link to Google Sheets": (
        NotASpreadsheet(kind="link"),
        lambda: b'{"url": "https://docs.google.com/open?id=1", "doc_id": "1", "email": "a@b.example"}',
    ),
    "a shortcut": (NotASpreadsheet(kind="link"), lambda: b"[InternetShortcut]\r\nURL=https://x.example/\r\n"),
    "html saved as xls": (
        NotASpreadsheet(kind="html"),
        lambda: (
            b'<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>untoc.5.1.b</td></table>'
        ),
    ),
    "Excel's XML of 2003": (
        NotASpreadsheet(kind="xml"),
        lambda: b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
    ),
    "Gnumeric": (
        NotASpreadsheet(kind="gnumeric"),
        lambda: b'<?xml version="1.0"?><gnm:Workbook xmlns:gnm="http://www.gnumeric.org/v10.dtd"/>',
    ),
    "text in one XML file": (
        NotASpreadsheet(kind="xml"),
        lambda: b'<?xml version="1.0"?><office:document><office:text/></office:document>',
    ),
    "a message whose first field is a mail server's own": (
        NotASpreadsheet(kind="mail"),
        lambda: b"X-Filter: passed\r\nFrom: a@b.example\r\n\r\nuntoc.5.1.b,Q,Yes\r\n",
    ),
    "rtf": (NotASpreadsheet(kind="rtf"), lambda: b"{\\rtf1 untoc.5.1.b}"),
    "heic": (NotASpreadsheet(kind="picture"), lambda: b"\0\0\0\x18ftypheic" + bytes(40)),
    "pdf": (NotASpreadsheet(kind="pdf"), lambda: b"%PDF-1.7"),
}


def encrypted_zip(name: str) -> bytes:
    """Make a zip file that says its one part is encrypted, in both directories."""
    data = bytearray(zipped({name: good_workbook(sheets=1, rows=1)}))
    for mark, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.index(mark) + offset] |= 1
    return bytes(data)


@pytest.mark.parametrize("name", ASKED_BACK)
def test_what_is_not_read_is_asked_back_by_what_it_is(name: str) -> None:
    problem, make = ASKED_BACK[name]
    assert refused(make()) == [problem]
    assert problem.message("en") != problem.message("fr")


def test_every_sentence_on_protection_says_how_to_take_it_off_and_none_asks_for_the_password() -> None:
    kinds = (PasswordProtected(), EncryptedOpenDocument(), ArchiveWithPassword(), RightsManaged())
    sentences = {problem.message("en") for problem in kinds}
    assert len(sentences) == len(kinds)
    assert all("do not send us the password" in each or "Unrestricted" in each for each in sentences)


def test_a_formula_typed_as_text_stays_text() -> None:
    assert any(str(entry.value).startswith("=HYPERLINK(") for entry in said_by(as_text().encode())[0])
