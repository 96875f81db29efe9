"""No text is altered on its way: ten thousand, in every script, through real workbooks and the child."""

import random
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Final

import openpyxl
import pytest
import xlsxwriter

from questionnaires.model import AnswerType, Questionnaire, Section
from tests.sample_workbook import CONSULTATION, TOKEN, both, item, stakeholder
from tests.test_office import converted
from workbooks.answers import Entry
from workbooks.child import examine
from workbooks.escapes import unescaped
from workbooks.findings import Findings
from workbooks.issue import Issuer
from workbooks.layout import QUESTION_COLUMNS, TEXT_LIMIT
from workbooks.reader import reading
from workbooks.remarks import remark
from workbooks.sandbox import Sandbox
from workbooks.values import is_blank

MANY: Final = 10_200
ROWS: Final = 240
FREE: Final = ("answer", "details", "comment")
ITEMS: Final = tuple(
    item(f"{n}.name", AnswerType.LINE, both(f"Name {n}?", f"Nom {n} ?")) for n in range(1, ROWS + 1)
)
LONG = Questionnaire(
    id="untoc.1",
    instrument="untoc",
    cluster=1,
    version="1",
    status="draft",
    source="a test",
    verified=False,
    title=both("Convention", "Convention"),
    cluster_title=both("Names", "Noms"),
    sections=(
        Section(
            instrument="untoc",
            article=5,
            title=both("Names", "Noms"),
            about=both("Names.", "Noms."),
            items=ITEMS,
        ),
    ),
)
TASK = reading([LONG], language="en", languages={})

TRAPS: Final = (
    *("=1+1", '=HYPERLINK("http://x","y")', "+41 22", "-1", "@SUM(A1)", "'quoted", "'=1", "''", '"', '"a,b"'),
    *(
        "_x0041_",
        "_x000D_",
        "_x005F_",
        "_x005F_x0041_",
        "__x0041__",
        "_x0041",
        "_X0041_",
        "_xD83D__xDE00_",
        "_x4E00_",
    ),
    *(
        "a\rb",
        "a\r\nb",
        "a\nb",
        "\r\n\r\na",
        "a\n",
        "\na",
        "\n\n a",
        "a\x0bb",
        "a\x0cb",
        "a\u2028b\u2029c",
        "a\x85b",
    ),
    *(
        " a",
        "a ",
        "  a  b  ",
        "\ta\t",
        "\u00a0a\u00a0",
        "\u3000a",
        "a\u200b",
        "\ufeffa",
        "a\u00adb",
        "\u200fa\u200e",
    ),
    *(
        "\x01a",
        "a\x00b",
        "\x1f\x7f\x80\x9fa",
        "a\x08",
        "\ufdd0a",
        "\U0001ffffa",
        "\U0010ffffa",
        "\ue000a",
        "\uf0b7\ta",
    ),
    *(
        "e\u0301",
        "\u00e9",
        "\u1ea5",
        "a\u0302\u0301",
        "\uac00",
        "\u1100\u1161",
        "\u212b",
        "\u00c5",
        "A\u030a",
        "\ufb01",
    ),
    *("👩‍👩‍👧‍👦", "🏳️‍🌈", "🇲🇱", "👍🏽", "1️⃣", "\U000e0041a", "𝒳𐍈", "Z̴̧̨a̵l̶g̷o"),
    *("\u202eabc\u202c", "\u2067שלום\u2069 abc", "لا إله", "नमस्ते", "ကြောင်", "ཀྵ", "ᜀ", "한국어", "ｱｲｳ", "ไทย"),
    *(
        "<b>&amp;</b>",
        "]]>",
        "<![CDATA[x]]>",
        "&#10;",
        "&#x41;",
        "&nope;",
        "<?xml?>",
        "<!-- x -->",
        "<t>",
        "{{ x }}",
        "{% x %}",
    ),
    *(
        "#N/A",
        "#REF!",
        "TRUE",
        "FALSE",
        "1e5",
        "00123",
        "1.0",
        "2026-01-01",
        "1/2",
        "NULL",
        "None",
        "nan",
        "L1 art. 3",
    ),
    *(
        "• Word\n• bullet",
        "“smart” ‘quotes’ – — …",
        "a\tb\tc",
        "\uf0fc ok",
        "1)\ta",
        "a\\n",
        "C:\\temp",
        "../../etc",
        "a;b,c|d",
    ),
    *(
        "x" * TEXT_LIMIT,
        "é" * TEXT_LIMIT,
        "😀" * (TEXT_LIMIT // 2),
        "a\n" * (TEXT_LIMIT // 2),
        "<" * TEXT_LIMIT,
        "e\u0301" * 16_000,
    ),
)


@cache
def texts() -> tuple[str, ...]:
    """Return the traps and random texts, always the same: of one script, of all, of pieces of traps."""
    chance = random.Random(20_260_304)
    blocks = [[c for c in range(start, start + 128) if possible(c)] for start in range(0, 0x2_FA80, 128)]
    blocks = [block for block in blocks if block]
    everything = [c for block in blocks for c in block]
    short = [trap for trap in TRAPS if len(trap) < 50]
    made = list(TRAPS)
    while len(made) < MANY:
        kind, size = chance.random(), chance.choice((1, 2, 3, 8, 20, 60))
        if kind < 0.5:
            made.append("".join(map(chr, chance.choices(blocks[len(made) % len(blocks)], k=size))))
        elif kind < 0.7:
            made.append("".join(map(chr, chance.choices(everything, k=size))))
        elif kind < 0.9:
            made.append("".join(chance.choices(short, k=chance.choice((2, 3, 4)))))
        else:
            form = chance.choice(("NFC", "NFD", "NFKD"))
            words = "".join(map(chr, chance.choices(range(0xC0, 0x250), k=size)))
            made.append(unicodedata.normalize(form, words))
    return tuple(words for words in made if not remark(words))  # two quotation marks: as above


def possible(code: int) -> bool:
    """Tell whether a code is a character of ours: no half of one, and none that is assigned to nothing."""
    return unicodedata.category(chr(code)) not in ("Cs", "Cn")


def kept(words: str) -> str:
    """Return what must be read of a text: all of it, its line ends as LF."""
    return words.replace("\r\n", "\n").replace("\r", "\n")


def batches(words: Iterable[str]) -> Iterator[dict[tuple[str, str], str]]:
    """Lay texts into the free cells of one workbook after another."""
    rest = list(words)
    cells = [(each.id, column) for each in ITEMS for column in FREE]
    while rest:
        yield dict(zip(cells, rest, strict=False))
        del rest[: len(cells)]


@cache
def issued() -> bytes:
    return Issuer(CONSULTATION, [LONG]).workbook(stakeholder(), [each.id for each in ITEMS], TOKEN)


def stored(words: str) -> str:
    """Write a text as Excel stores it: `_xHHHH_` for what XML cannot hold, and for what looks like that."""
    words = re.sub(r"_(?=x[0-9A-Fa-f]{4}[_\x00-\x08\x0b-\x1f\ufffe\uffff])", "_x005F_", words)
    return re.sub(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]", lambda hit: f"_x{ord(hit[0]):04X}_", words)


def by_openpyxl(cells: Mapping[tuple[str, str], str]) -> bytes:
    """Fill the issued workbook, as a program that keeps all of it."""
    book = openpyxl.load_workbook(BytesIO(issued()))
    sheet = book["Questions"]
    for row in range(1, sheet.max_row + 1):
        for place, column in enumerate(QUESTION_COLUMNS, 1):
            if (words := cells.get((sheet.cell(row, 1).value, column))) is not None:
                cell = sheet.cell(row, place)
                cell.value, cell._value, cell.data_type = "x", stored(words), "s"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


@cache
def skeleton() -> tuple[tuple[object, ...], ...]:
    return tuple(openpyxl.load_workbook(BytesIO(issued()))["Questions"].iter_rows(values_only=True))


def by_xlsxwriter(cells: Mapping[tuple[str, str], str]) -> bytes:
    """Write a new workbook with the sheet of questions, as a person who copied it there."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("Questions")
    for row, values in enumerate(skeleton()):
        for place, value in enumerate(values):
            column = QUESTION_COLUMNS[place] if place < len(QUESTION_COLUMNS) else ""
            words = cells.get((str(values[0]), column), value)
            if isinstance(words, str):
                assert sheet.write_string(row, place, words) == 0
    book.close()
    return out.getvalue()


def said(entries: Iterable[Entry]) -> dict[tuple[str, str], str]:
    return {
        (entry.item, column): words
        for entry in entries
        for column, words in zip(FREE, (entry.value, entry.details, entry.comment), strict=True)
        if isinstance(words, str) and words
    }


def altered(cells: Mapping[tuple[str, str], str], findings: Findings | None) -> list[tuple[str, str]]:
    """Return the texts that were not read as they were written, beside what was read."""
    assert findings is not None
    found = said(findings.answers_to(None, "a.xlsx")[0])
    wanted = {place: kept(words) for place, words in cells.items() if not is_blank(words)}
    places = (place for place in {**wanted, **found} if wanted.get(place) != found.get(place))
    return [(wanted.get(place, ""), found.get(place, "")) for place in places]


def read_back(files: Iterable[bytes]) -> Iterator[Findings | None]:
    with Sandbox(children=1, task=TASK) as sandbox:
        for _, findings, _ in sandbox.open_all(("a.xlsx", data) for data in files):
            yield findings


def test_ten_thousand_texts_are_read_as_openpyxl_wrote_them() -> None:
    filled = list(batches(texts()))
    read = read_back(map(by_openpyxl, filled))
    assert [altered(cells, findings) for cells, findings in zip(filled, read, strict=True)] == [[]] * len(
        filled
    )
    assert sum(map(len, filled)) >= 10_000


OVERLAPPING: Final = re.compile(r"_x[0-9A-Fa-f]{4}(?:_x[0-9A-Fa-f]{4}_|[\x00-\x08\x0b-\x1f])")
"""Of two escapes that overlap, XlsxWriter escapes the first alone, so that Excel too shows another text."""


def test_ten_thousand_texts_are_read_as_xlsxwriter_wrote_them() -> None:
    filled = list(batches(words for words in texts() if not OVERLAPPING.search(words)))
    read = read_back(map(by_xlsxwriter, filled))
    assert [altered(cells, findings) for cells, findings in zip(filled, read, strict=True)] == [[]] * len(
        filled
    )
    assert sum(map(len, filled)) >= 10_000


@pytest.mark.parametrize("code", [0x00, 0x1F, 0x41, 0xE9, 0x100, 0x4E00, 0xE000, 0xFFFD])
def test_escaped_characters_of_every_range_are_read(code: int) -> None:
    assert raw(f"a_x{code:04X}_b_x{code:04x}_c") == f"a{chr(code)}b{chr(code)}c"


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("_xD83D__xDE00_", "😀"),
        ("a_xd83d__xde00__x4E00_", "a😀一"),
        ("_x005F_x4E00_", "_x4E00_"),
        ("_x005F_xD83D__xDE00_", "_xD83D__xDE00_"),  # an escaped underscore, and half a character
        ("_xD83D_ alone", "_xD83D_ alone"),
        ("_xDE00__xD83D_", "_xDE00__xD83D_"),
        ("_xFFFE_ and _xFFFF_", "_xFFFE_ and _xFFFF_"),
        ("_x4E0_", "_x4E0_"),
    ],
)
def test_two_halves_are_one_character_and_what_cannot_be_is_left_to_be_seen(written: str, words: str) -> None:
    assert raw(written) == words


def raw(written: str) -> object:
    """Read a cell of which the file holds just these letters."""
    book = openpyxl.Workbook()
    book.active["A1"] = written
    out = BytesIO()
    book.save(out)
    contents, _ = examine(out.getvalue())
    return contents and contents.sheets[0].at(1, 1)


def test_nothing_else_is_unescaped() -> None:
    content = "<t>x_y _x _x12 é_x0041_</t>".encode()
    assert unescaped(content) == content


CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def as_libreoffice_keeps(words: str, suffix: str) -> str:
    """Return what LibreOffice 7.4 keeps of a text: no control character, and not every tab.

    In an ods it leaves out the tabs of texts of several lines, and from an ods it reads none.
    """
    words = CONTROLS.sub("", words)
    return words.replace("\t", "") if suffix == ".xlsx" or "\n" in kept(words) else words


@pytest.mark.office
@pytest.mark.slow
def test_texts_survive_libreoffice_but_for_what_it_loses_itself(tmp_path: Path) -> None:
    traps = (words for words in TRAPS if not remark(words))
    chosen = [words for words in (*traps, *texts()[1000:1550]) if not OVERLAPPING.search(words)]
    (cells,) = batches(chosen)
    issued = tmp_path / "returned.xlsx"
    issued.write_bytes(by_openpyxl(cells))
    as_ods = converted(issued, ".ods")
    for path in (as_ods, converted(as_ods, ".xlsx")):
        expected = {place: as_libreoffice_keeps(words, path.suffix) for place, words in cells.items()}
        assert [altered(expected, findings) for findings in read_back([path.read_bytes()])] == [[]]
