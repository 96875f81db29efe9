"""The registry: what a person may write in it, and how each mistake is named at its cell."""

import os
import zipfile
from pathlib import Path

import openpyxl
import pytest

from languages import say
from languages.messages import spoken
from problems import Place, Problem, Severity
from problems.registry import IdTwice, MandateUnknown
from sources.tables import BYTES, ROWS, Table, read_table
from stakeholders.columns import ATTRIBUTIONS, COLUMNS, KINDS
from stakeholders.mandates import Known, Unknown, read_mandates
from stakeholders.model import Attribution, Kind, Stakeholder
from stakeholders.registry import read_registry
from stakeholders.words import fold, slug

KNOWN = Known(
    instruments={"untoc": {"en": "Convention", "fr": "Convention"}, "tip": {"en": "Trafficking Protocol"}},
    long_titles={"untoc": {"en": "UN Convention against Transnational Organized Crime"}},
    articles={
        **{f"untoc.{n}": {"en": f"Article {n}"} for n in range(1, 42)},
        **{f"tip.{n}": {"en": f"Article {n}"} for n in range(1, 21)},
    },
    topics={
        "money-laundering": {"en": "Money-laundering", "fr": "Blanchiment d’argent"},
        "integrity": {"en": "Integrity and corruption", "fr": "Intégrité et corruption"},
        "firearms": {"en": "Firearms", "fr": "Armes à feu"},
    },
    asked=frozenset({"untoc.5", "untoc.6", "untoc.10", "money-laundering", "integrity"}),
)


def disclosure(kind: Kind, at_risk: bool) -> Attribution:
    if at_risk:
        return Attribution.ANONYMOUS
    return Attribution.NAMED if kind is Kind.AUTHORITY else Attribution.BY_TYPE


def read(path: Path) -> tuple[tuple[Stakeholder, ...], list[Problem]]:
    return read_registry(path, shown=path.name, disclosure=disclosure, languages=("fr", "en"), known=KNOWN)


def registry(tmp_path: Path, text: str) -> tuple[tuple[Stakeholder, ...], list[Problem]]:
    """Read a registry written as a CSV between bars, the way the tests below show it."""
    lines = [
        "\t".join(cell.strip() for cell in line.strip().strip("|").split("|")) for line in text.split("\n")
    ]
    path = tmp_path / "stakeholders.csv"
    path.write_text("\n".join(filter(None, lines)), encoding="utf-8")
    return read(path)


def found(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(str(problem.place).partition(":")[2], problem.code) for problem in problems]


def test_a_registry_in_french_becomes_stakeholders(tmp_path: Path) -> None:
    stakeholders, problems = registry(
        tmp_path,
        """
        | Nom                    | TYPE       | Secteur  | Mandats           | Langues        | contact  | Courriel      | Tel.   | À risque | Attribution | Identifiant |
        | Ministère de la Justice | Autorité   | Justice  | untoc.5, 6        | français       | Mme Keïta | mj@gov.example | +223 20 |          |             |             |
        | Réseau de refuges       | O.N.G.     | Victimes | art. 10           | arabe, anglais | M. Ba    | r@ong.example |        | oui      |             | refuges     |
        | Association des banques | privé      | Finance  | Blanchiment d'argent | en          |          | b@fin.example |        | Non      | nommé       |             |
        """,  # noqa: E501  # a table is read as one
    )
    assert stakeholders == (
        Stakeholder(
            id="ministere-de-la-justice",
            name="Ministère de la Justice",
            kind=Kind.AUTHORITY,
            sector="Justice",
            mandates=("untoc.5", "untoc.6"),
            languages=("fr",),
            contact="Mme Keïta",
            email="mj@gov.example",
            telephone="+223 20",
            attribution=Attribution.NAMED,
        ),
        Stakeholder(
            id="refuges",
            name="Réseau de refuges",
            kind=Kind.NGO,
            sector="Victimes",
            mandates=("untoc.10",),
            languages=("en",),
            contact="M. Ba",
            email="r@ong.example",
            at_risk=True,
            attribution=Attribution.ANONYMOUS,
        ),
        Stakeholder(
            id="association-des-banques",
            name="Association des banques",
            kind=Kind.PRIVATE_SECTOR,
            sector="Finance",
            mandates=("money-laundering",),
            languages=("en",),
            email="b@fin.example",
            attribution=Attribution.NAMED,
        ),
    )
    assert found(problems) == [("3:5", "registry-language-not-available")]


def test_every_mistake_is_named_at_its_cell_in_one_run(tmp_path: Path) -> None:
    stakeholders, problems = registry(
        tmp_path,
        """
        | Name        | Kind      | Mandates              | Languages | E-mail         | At risk | Attribution | Id     | Telefone | Mail |
        | Police      | authority | untoc.5               | fr        | p@gov.example  |         |             |        |          |      |
        | police      | authority | untoc.5               | fr        | q@gov.example  |         |             |        |          |      |
        | Customs     | autority  | untoc.99; moneylaundry | klingonn | customs        | perhaps | nameed      | Cus Tom |         |      |
        |             | ngo       | untoc.7               | fr        | P@gov.example  |         |             |        |          |      |
        | Bar         | other     | firearms              | fr        |                | yes     | named       |        |          |      |
        | Inspectorate | other    |                       | es        | i@gov.example  |         |             | police |          |      |
        """,  # noqa: E501  # a table is read as one
    )
    assert [(stakeholder.id, stakeholder.attribution) for stakeholder in stakeholders] == [
        ("police", Attribution.NAMED),
        ("bar", Attribution.NAMED),
    ]
    assert found(problems) == [
        ("1:9", "registry-column-unknown"),
        ("1:10", "registry-column-twice"),
        ("3:1", "registry-name-twice"),
        ("4:2", "registry-value-unknown"),
        ("4:3", "mandate-article-unknown"),
        ("4:3", "mandate-unknown"),
        ("4:4", "registry-language-unknown"),
        ("4:5", "registry-email-malformed"),
        ("4:6", "registry-value-unknown"),
        ("4:7", "registry-value-unknown"),
        ("4:8", "registry-id-malformed"),
        ("5:1", "registry-value-missing"),
        ("5:3", "mandate-not-asked"),
        ("5:5", "registry-email-twice"),
        ("6:3", "mandate-not-asked"),
        ("6:5", "registry-value-missing"),
        ("6:7", "registry-at-risk-disclosed"),
        ("7:4", "registry-language-not-available"),
        ("7:8", "registry-id-twice"),
    ]
    for problem in problems:
        assert problem.message("en") != problem.message("fr")
    said = {(str(problem.place), problem.code): problem.message("fr") for problem in problems}
    assert said["stakeholders.csv:4:2", "registry-value-unknown"] == (
        "« autority » ne convient pas à « Type ». Valeurs admises : Autorité · ONG · Milieu universitaire · "
        "Secteur privé · Autre. Vouliez-vous dire « Autorité » ?"
    )
    assert said["stakeholders.csv:1:9", "registry-column-unknown"].endswith(
        "Vouliez-vous dire « Téléphone » ?"
    )
    assert said["stakeholders.csv:4:4", "registry-language-unknown"].endswith(
        "Vouliez-vous dire « klingon » ?"
    )


@pytest.mark.parametrize(
    ("kind", "at_risk", "own", "attribution", "codes"),
    [
        ("authority", "", "", Attribution.NAMED, []),
        ("ngo", "no", "", Attribution.BY_TYPE, []),
        ("ngo", "", "named", Attribution.NAMED, []),
        ("authority", "", "anonymous", Attribution.ANONYMOUS, []),
        ("authority", "yes", "", Attribution.ANONYMOUS, []),
        ("ngo", "yes", "by type", Attribution.BY_TYPE, ["registry-at-risk-disclosed"]),
        ("authority", "perhaps", "", Attribution.ANONYMOUS, ["registry-value-unknown"]),
        ("authority", "", "publicly", Attribution.ANONYMOUS, ["registry-value-unknown"]),
    ],
)
def test_an_error_means_less_disclosure_and_a_word_of_theirs_counts(  # noqa: PLR0917  # a table of cases
    tmp_path: Path, kind: str, at_risk: str, own: str, attribution: Attribution, codes: list[str]
) -> None:
    stakeholders, problems = registry(
        tmp_path, f"|Name|Kind|E-mail|At risk|Attribution|\n|Body|{kind}|b@x.example|{at_risk}|{own}|"
    )
    assert [body.attribution for body in stakeholders] == [attribution]
    assert [problem.code for problem in problems] == codes


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("untoc.5; UNTOC 6", ["untoc.5", "untoc.6"]),
        ("art. 5, 6 and 10", ["untoc.5", "untoc.6", "untoc.10"]),
        ("articles 5 et 6", ["untoc.5", "untoc.6"]),
        ("untoc.5-7", ["untoc.5", "untoc.6", "untoc.7"]),
        ("untoc.5 – untoc.7", ["untoc.5", "untoc.6", "untoc.7"]),
        ("5 à 7", ["untoc.5", "untoc.6", "untoc.7"]),
        ("tip 3, 4; untoc.6", ["tip.3", "tip.4", "untoc.6"]),
        ("Article 5 of the Trafficking Protocol", ["tip.5"]),
        ("Trafficking Protocol", ["tip"]),
        ("untoc\nmoney laundering", ["untoc", "money-laundering"]),
        ("BLANCHIMENT D'ARGENT", ["money-laundering"]),
        ("Intégrité et corruption", ["integrity"]),
        ("tout", ["untoc"]),
        ("untoc.5.1.b", [Unknown("untoc.5.1.b")]),  # an item, not an article; and no range from 5 to 1
        ("untoc.18.20", [Unknown("untoc.18.20")]),  # a paragraph, not a range
        ("untoc.10-5", [Unknown("untoc.10-5")]),
        ("untoc.5-99", [Unknown("untoc.5-99", article="untoc.99")]),
        ("", []),
    ],
)
def test_mandates_are_read_as_people_write_them(written: str, read: list[str | Unknown]) -> None:
    assert list(read_mandates(written, KNOWN)) == read


def test_a_bare_number_needs_an_instrument_where_there_are_several() -> None:
    both = Known(KNOWN.instruments, KNOWN.articles, asked=frozenset({"untoc.5", "tip.5"}))
    assert list(read_mandates("art. 5; tip.5; 6", both)) == [Unknown("art. 5"), "tip.5", "tip.6"]


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("Ministère de la Justice", "ministere-de-la-justice"),
        ("Œuvre sociale", "oeuvre-sociale"),
        ("Ɓamana kɛnɛya", "bamana-keneya"),
        ("وزارة العدل", "body-9d453522"),
        ("وزارة العدل (MJ)", "mj-a656258b"),
        ("Министерство юстиции", "body-07bddbb2"),
        ("司法部", "body-cf9f94ca"),
        ("A" * 70, "a" * 39 + "-6bd5e503"),
    ],
)
def test_a_name_in_any_script_gives_a_lasting_id(name: str, identity: str) -> None:
    assert slug(name) == identity


def test_names_that_give_the_same_id_are_told_apart_by_a_person(tmp_path: Path) -> None:
    stakeholders, problems = registry(
        tmp_path,
        """
        | Name  | Kind      | E-mail        | Id  |
        | Court | authority | a@x.example   | bar |
        | Bar   | other     | b@x.example   |     |
        """,
    )
    assert [body.id for body in stakeholders] == ["bar"]
    place = Place("stakeholders.csv", line=3, column=1)
    assert problems == [IdTwice(place=place, value="bar", first="2:4")]


@pytest.mark.parametrize("text", ["", "\n\n", "Name;Kind;E-mail\n", "Nom;Type;Courriel\n;;\n"])
def test_an_empty_registry_is_a_warning(tmp_path: Path, text: str) -> None:
    path = tmp_path / "stakeholders.csv"
    path.write_text(text)
    stakeholders, problems = read(path)
    assert stakeholders == ()
    assert [(problem.code, problem.severity) for problem in problems] == [
        ("registry-empty", Severity.WARNING)
    ]


def test_a_registry_without_headings_or_without_needed_columns_says_which(tmp_path: Path) -> None:
    _, problems = registry(tmp_path, "| Police | p@gov.example |")
    assert found(problems) == [("", "registry-column-missing")]
    _, problems = registry(tmp_path, "| Name | Sector |\n| Police | Security |")
    assert [problem.message("fr").split(". ")[0] for problem in problems] == [
        "Il n’y a pas de colonne « Type »",
        "Il n’y a pas de colonne « Courriel »",
    ]


def test_a_missing_registry_is_said(tmp_path: Path) -> None:
    assert [problem.code for problem in read(tmp_path / "stakeholders.xlsx")[1]] == ["file-missing"]


def test_a_spreadsheet_names_sheet_and_cell(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Organismes"
    sheet["B2"] = "Registre de l’État"
    for column, words in enumerate(("Nom", "Type", "E-mail", "Téléphone", "Mandats"), start=2):
        sheet.cell(4, column, words)
    for column, value in enumerate(("Police", "Autorité", "p@x.example", 22320201010.0, "untok.5"), start=2):
        sheet.cell(6, column, value)
    sheet["C7"] = "#REF!"
    book.save(tmp_path / "stakeholders.xlsx")
    stakeholders, problems = read(tmp_path / "stakeholders.xlsx")
    assert [(body.id, body.telephone) for body in stakeholders] == [("police", "22320201010")]
    assert [(str(problem.place), problem.code) for problem in problems] == [
        ("stakeholders.xlsx:Organismes!F6", "mandate-unknown"),
        ("stakeholders.xlsx:Organismes!C7", "table-cell-error"),
    ]
    assert isinstance(problems[0], MandateUnknown)
    assert problems[0].near == "untoc.5"


def texts(table: Table | None) -> list[tuple[str, ...]]:
    assert table is not None
    return [tuple(cell.text for cell in row) for row in table.rows]


@pytest.mark.parametrize(
    ("data", "rows", "codes"),
    [
        (b"\xef\xbb\xbfNom;Type\nCour;Autre", [("Nom", "Type"), ("Cour", "Autre")], []),
        (b"Name\tKind\r\nCourt\tOther\r\n", [("Name", "Kind"), ("Court", "Other")], []),
        (b'Name,Kind\n"a, b\nc",Other', [("Name", "Kind"), ("a, b\nc", "Other")], []),
        (b"sep=;\nName;a,b,c", [("", ""), ("Name", "a,b,c")], []),
        ("Nom;Été".encode("utf-16"), [("Nom", "Été")], []),
        ("Nom;Été".encode("cp1252"), [("Nom", "Été")], ["table-encoding-guessed"]),
    ],
)
def test_text_tables_are_read_as_programs_save_them(
    tmp_path: Path, data: bytes, rows: list[tuple[str, ...]], codes: list[str]
) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(data)
    table, problems = read_table(path)
    assert texts(table) == rows
    assert [problem.code for problem in problems] == codes


def test_a_place_after_a_cell_of_several_lines_counts_the_lines_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text('a;b\n"1\n2\n3";c\nd;e')
    table, _ = read_table(path, "t.csv")
    assert table is not None
    assert [str(row[1].place) for row in table.rows] == ["t.csv:1:2", "t.csv:2:2", "t.csv:5:2"]


def zipped(path: Path, name: str, data: bytes) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)


def test_what_is_no_table_is_said_and_never_raises(tmp_path: Path) -> None:
    path = tmp_path / "stakeholders.xlsx"
    codes = []
    for data in (b"", b"<html></html>", b"PK\x03\x04 cut", b"\xd0\xcf\x11\xe0 old", b"x" * (BYTES + 1)):
        path.write_bytes(data)
        codes.append([problem.code for problem in read(path)[1]])
    zipped(path, "xl/workbook.xml", b"<!DOCTYPE x [<!ENTITY a 'a'>]><x>&a;</x>")
    codes.append([problem.code for problem in read(path)[1]])
    zipped(path, "xl/workbook.xml", b" " * (101 * 2**20))
    codes.append([problem.code for problem in read(path)[1]])
    text = tmp_path / "stakeholders.csv"
    text.write_bytes(b"a;b\n\0")
    codes.append([problem.code for problem in read(text)[1]])
    assert codes == [
        *[["table-not-spreadsheet"]] * 3,
        ["table-locked"],
        ["table-too-large"],
        ["table-not-spreadsheet"],
        ["table-too-large"],
        ["table-not-text"],
    ]


def test_a_sheet_with_a_cell_in_its_last_corner_is_read_at_once(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["XFD1048576"] = "Name", "x"
    book.save(tmp_path / "t.xlsx")
    table, problems = read_table(tmp_path / "t.xlsx")
    assert len(texts(table)) <= ROWS
    assert texts(table)[0][0] == "Name"
    assert problems == []


def test_rows_beyond_the_limit_are_said(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Name\n" * (ROWS + 1))
    table, problems = read_table(path)
    assert len(texts(table)) == ROWS
    assert [problem.code for problem in problems] == ["table-cut"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_registry_that_may_not_be_read_is_said(tmp_path: Path) -> None:
    path = tmp_path / "stakeholders.csv"
    path.write_text("Name")
    path.chmod(0)
    assert [problem.code for problem in read(path)[1]] == ["file-unreadable"]


def test_a_folder_in_place_of_the_registry_is_said(tmp_path: Path) -> None:
    (tmp_path / "stakeholders.csv").mkdir()
    assert [problem.code for problem in read(tmp_path / "stakeholders.csv")[1]] == ["file-unreadable"]


def test_a_second_registry_is_not_passed_over_in_silence(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "stakeholders.xlsx")
    (tmp_path / "stakeholders.csv").write_text("Name;Kind;E-mail\nPolice;authority;p@x.example")
    _, problems = read(tmp_path / "stakeholders.xlsx")
    assert [problem.code for problem in problems] == ["registry-two-files", "registry-empty"]
    assert problems[0].message("fr").startswith("Il y a deux registres : stakeholders.xlsx a été lu")


@pytest.mark.parametrize(
    ("names", "prefix"),
    [(COLUMNS, "heading-"), (KINDS, "kind-"), (ATTRIBUTIONS, "attribution-"), (("yes", "no"), "")],
)
def test_no_word_means_two_things_in_whatever_language(names: tuple[str, ...], prefix: str) -> None:
    meant: dict[str, set[str]] = {}
    for language in spoken():
        for name in names:
            for word in say(language, "registry", prefix + name).split("|"):
                meant.setdefault(fold(word), set()).add(name)
    assert {word: ids for word, ids in meant.items() if len(ids) > 1} == {}


def test_invisible_control_characters_do_not_reach_a_name(tmp_path: Path) -> None:
    path = tmp_path / "stakeholders.csv"
    path.write_text("Name;Kind;E-mail\nPo\x07lice\x9b;authority;p\x01@x.example", encoding="utf-8")
    (police,), problems = read(path)
    assert (police.name, police.email, problems) == ("Police", "p@x.example", [])
