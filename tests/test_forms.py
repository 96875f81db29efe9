"""Forms: what is read from their files, what is said when these are wrong, and their workbooks."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import problems.forms
from problems import Place, Problem
from problems.definitions import TranslationMissing, TranslationSurplus
from problems.forms import AnswerNotFixed, UnknownAnswer
from questionnaires.form import read_form
from questionnaires.model import AnswerType, Condition, Item, Option, Questionnaire
from responses.model import Absence
from tests.sample_form import ENGLISH, FRENCH, form, written
from tests.sample_workbook import CONSULTATION, TOKEN, Filler, stakeholder
from tests.test_office import converted
from tests.test_read import fill, hostile, numbers
from workbooks.answers import Entry
from workbooks.child import examine
from workbooks.issue import Issuer
from workbooks.read import Reading, read
from workbooks.values import folded, printed_absences

SHOWN = "forms/application.yaml"


def test_a_form_is_a_questionnaire_whose_sections_are_its_parts(tmp_path: Path) -> None:
    found = form(tmp_path)
    assert (found.id, found.instrument, found.is_form) == ("dialogue.application",) * 2 + (True,)
    assert (found.cluster, found.verified, found.status, found.version) == (0, True, "draft", "1")
    assert found.title["fr"] == "Demande de participation au dialogue constructif"
    assert found.cluster_title["en"] == "One application for each organization; it takes about ten minutes."
    assert found.purpose["fr"].endswith("On y entre par ici.")
    assert [(part.article, part.title["fr"], part.is_form) for part in found.sections] == [
        (1, "Qui vous êtes", True),
        (2, "Vos domaines", True),
    ]
    assert found.by_id["dialogue.application.kind"] == Item(
        id="dialogue.application.kind",
        instrument="dialogue.application",
        article=1,
        type=AnswerType.CHOICE,
        text={"en": "What kind of organization is it?", "fr": "De quel type d’organisation s’agit-il ?"},
        options=(
            Option(
                value="ngo",
                label={
                    "en": "A non-governmental organization",
                    "fr": "Une organisation non gouvernementale",
                },
            ),
            Option(
                value="academia",
                label={"en": "A university or institute", "fr": "Une université ou un institut"},
            ),
        ),
        fills="kind",
        points={"ngo": 2, "academia": 1},
    )
    cases, expertise = "dialogue.application.cases", "dialogue.application.expertise"
    assert found.by_id[cases].under == expertise
    assert found.by_id[cases].enable_when == (
        Condition(question=expertise, operator="in", answer=("yes", "in-part")),
    )
    assert found.by_id["dialogue.application.quiz"].right == ("no",)


def test_what_is_neither_optional_nor_conditional_is_owed(tmp_path: Path) -> None:
    names = [item.id.removeprefix("dialogue.application.") for item in form(tmp_path).items if item.main]
    assert names == ["name", "kind", "founded", "members", "expertise", "subjects", "quiz", "delegates"]


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("untoc.5.1.b", True), ("dialogue.application.name", True), ("pilot-2.in-put.a.b", True),
        ("untoc.application.name", False), ("dialogue.application", False), ("Big.application.name", False),
        ("dialogue.5.name", False), ("untoc.5", False),
    ],
)  # fmt: skip
def test_an_item_has_the_id_of_a_treaty_or_of_a_form(name: str, fits: bool) -> None:
    values = {
        "id": name,
        "instrument": name.rpartition(".")[0],
        "article": 1,
        "type": "line",
        "text": {"en": "?"},
    }
    if fits:
        assert Item.model_validate(values).id == name
    else:
        with pytest.raises(ValueError, match="neither of a treaty nor of a form"):
            Item.model_validate(values)


def test_points_and_right_answers_are_no_part_of_the_question(tmp_path: Path) -> None:
    kind = form(tmp_path).by_id["dialogue.application.kind"]
    bare = kind.model_copy(update={"points": {}, "right": (), "fills": "", "required": False})
    assert kind.digest("fr") == bare.digest("fr")


WRONG: dict[str, tuple[str, str, str]] = {
    "bad-form-name": ("- id: name", "- id: Your Name", "id: Your Name"),
    "duplicate-part": ("- id: work", "- id: you\n    # again", "id: you\n    # again"),
    "field-filled-twice": ("fills: kind", "fills: name  # again", "fills: name  # again"),
    "unknown-answer": ("{ngo: 2,", "{ngoo: 2,", "ngoo: 2"),
    "answer-not-fixed": ("fills: name", "fills: name\n        points: {a: 1}", "points: {a: 1}"),
    "required-conditional": (
        "under: expertise",
        "under: expertise\n        required: true",
        "required: true",
    ),
    "unknown-concern": ("fills: name", "fills: name\n        concerns: [untoc.99]", "untoc.99"),
    "fixed-value": ("form: application", "form: applications", "form: applications"),
    "duplicate-item": ("- id: kind", "- id: name  # again", "id: name  # again"),
    "options-missing": ("type: yes-no", "type: choice", "type: choice\n        text: Is the"),
    "columns-missing": ("        columns: {name: Name, role: Role}\n", "", "type: rows"),
    "unknown-reference": ("under: expertise", "under: expertize", "under: expertize"),
    "unknown-condition-value": ("[yes, in-part]}", "[yes, in-parts]}", "answer: [yes, in-parts]"),
    "later-reference": ("- id: name", "- id: name\n        under: kind", "under: kind"),
    "not-allowed": ("type: number", "type: citation", "type: citation"),
    "unknown-key": ("about: One", "abuot: One", "abuot"),
    "missing-key": ("    title: Who you are\n", "", "- id: you"),
}
"""Code → what is replaced in the English file, by what, and where that is reported."""


def test_every_problem_of_forms_is_provoked() -> None:
    kinds = [kind for kind in vars(problems.forms).values() if isinstance(kind, type) and kind is not Problem]
    assert {kind.code for kind in kinds if issubclass(kind, Problem)} <= WRONG.keys()


@pytest.mark.parametrize("code", WRONG)
def test_what_is_wrong_is_said_at_its_place(tmp_path: Path, code: str) -> None:
    old, new, where = WRONG[code]
    text = ENGLISH.replace(old, new, 1)
    found, wrong = read_form(written(tmp_path, text), "dialogue", SHOWN)
    assert found is None
    assert (code, spot(text, where)) in [(each.code, each.place) for each in wrong]
    for language in ("en", "fr"):
        assert all(each.message(language) for each in wrong)


def spot(text: str, words: str) -> Place:
    """Return the place of `words`; of a list's entry, that of its first key."""
    line = text[: text.index(words)].count("\n") + 1
    column = text.index(words) - (text.rfind("\n", 0, text.index(words)) + 1) + 1
    return Place(SHOWN, line=line, column=column + (2 if words.startswith("- ") else 0))


def test_every_mistake_is_reported_in_one_run(tmp_path: Path) -> None:
    text = ENGLISH.replace("right: no", "right: [never, no]").replace(
        "members\n", "members\n        right: a\n"
    )
    french = FRENCH.replace("  quiz:", "  quizz:").replace(", about: Pour que nous sachions qui inviter.", "")
    _, wrong = read_form(written(tmp_path, text, french), "dialogue", SHOWN)
    beside = "forms/application.fr.yaml"
    assert wrong == [
        AnswerNotFixed(place=spot(text, "right: a"), item="members", key="right", type="number"),
        UnknownAnswer(
            place=spot(text, "never"), item="quiz", key="right", value="never", allowed=("yes", "no")
        ),
        TranslationMissing(place=Place(beside, line=7, column=3), key="parts › you › about", tag="fr"),
        TranslationMissing(place=Place(beside, line=9, column=1), key="items › quiz", tag="fr"),
        TranslationSurplus(place=Place(beside, line=22, column=3), key="items › quizz", near="quiz"),
    ]  # fmt: skip


def test_a_form_without_a_translation_is_read_with_a_warning(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.with_name("application.fr.yaml").unlink()
    found, wrong = read_form(path, "dialogue", SHOWN)
    assert isinstance(found, Questionnaire)
    assert [each.code for each in wrong] == ["translation-file-missing"]


# Workbooks of forms


def issued(questionnaire: Questionnaire, language: str = "en") -> bytes:
    issuer = Issuer(CONSULTATION, [questionnaire])
    return issuer.workbook(stakeholder(language), tuple(questionnaire.by_id), TOKEN)


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(data))


def read_back(data: bytes, questionnaire: Questionnaire) -> tuple[Reading, list[Problem]]:
    contents, wrong = examine(data)
    assert contents is not None, wrong
    return read(contents, questionnaires={questionnaire.id: questionnaire}, shown="a.xlsx")


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        ("en", ("Part 1 · Who you are", "So that we know whom to invite.", "Part 2 · What you work on")),
        (
            "fr",
            ("Partie 1 · Qui vous êtes", "Pour que nous sachions qui inviter.", "Partie 2 · Vos domaines"),
        ),
    ],
)
def test_a_form_has_parts_and_asks_for_no_law(
    tmp_path: Path, language: str, headings: tuple[str, ...]
) -> None:
    book = opened(issued(form(tmp_path), language))
    start, questions, _, laws, _ = book.worksheets
    assert tuple(questions[cell].value for cell in ("A4", "A5", "A11")) == headings
    assert questions["A6"].value == "dialogue.application.name"
    assert [letter for letter, each in questions.column_dimensions.items() if each.hidden] == ["E", "G"]
    assert questions.column_dimensions["G"].max == 8
    assert (laws.sheet_state, questions.sheet_state) == ("hidden", "visible")
    texts = " ".join(str(cell.value) for row in start.iter_rows() for cell in row if cell.value)
    assert laws.title not in texts
    assert "L1" not in texts
    assert "[" not in str(questions["B6"].value)


def test_the_first_sheet_is_worded_by_the_form(tmp_path: Path) -> None:
    start = opened(issued(form(tmp_path))).worksheets[0]
    purpose = form(tmp_path).purpose["en"]
    assert [start[cell].value for cell in ("B2", "B3", "C5")] == [
        "Application to take part in the constructive dialogue",
        "One application for each organization; it takes about ten minutes.",
        purpose,
    ]
    assert start["B4"].value == (
        "Ministry of Justice (Example State) asks Financial intelligence unit "
        "for its answers to 10 questions."
    )
    assert "Where they are passed on, your organization may be named beside them." in start["C6"].value
    notes = [start[f"C{row}"].value for row in range(13, start.max_row + 1)]
    assert notes[-1] == "The wording of this form is a working draft."


def test_a_form_without_words_of_its_own_gets_ours(tmp_path: Path) -> None:
    plain = form(tmp_path).model_copy(update={"purpose": {}, "seen": {"en": "Only we."}, "status": "active"})
    start = opened(issued(plain)).worksheets[0]
    assert start["C5"].value == "Ministry of Justice needs your answers for what the title says."
    assert start["C6"].value == "Only we."
    assert "draft" not in str(start[f"C{start.max_row}"].value)


def test_what_is_optional_says_so(tmp_path: Path) -> None:
    questions = opened(issued(form(tmp_path))).worksheets[1]
    texts = {row[0].value: str(row[1].value) for row in questions.iter_rows(min_row=4)}
    optional = [code for code, text in texts.items() if text.endswith("You may leave this empty.")]
    assert optional == ["dialogue.application.telephone"]


def test_no_workbook_tells_the_right_answers_or_the_points(tmp_path: Path) -> None:
    secret = form(tmp_path)
    bare = [
        part.model_copy(
            update={
                "items": tuple(each.model_copy(update={"right": (), "points": {}}) for each in part.items)
            }
        )
        for part in secret.sections
    ]
    marked = [
        part.model_copy(
            update={
                "items": tuple(
                    each.model_copy(update={"right": ("zz9right",), "points": {"zz9points": 98765}})
                    for each in part.items
                )
            }
        )
        for part in secret.sections
    ]
    told = [issued(secret.model_copy(update={"sections": tuple(parts)})) for parts in (bare, marked)]
    assert issued(secret) == told[0] == told[1]
    with ZipFile(BytesIO(told[1])) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist())
    assert not [word for word in (b"zz9right", b"zz9points", b"98765") if word in whole]


NAMES = {
    kind: f"dialogue.application.{name}"
    for kind, name in (
        ("line", "name"), ("choice", "kind"), ("date", "founded"), ("number", "members"),
        ("scale", "expertise"), ("text", "cases"), ("choices", "subjects"), ("yes-no", "quiz"),
        ("rows", "delegates"),
    )
}  # fmt: skip
TABLES = st.lists(st.tuples(hostile, st.one_of(st.just(""), hostile)), min_size=1, max_size=12)
FORM_VALUES: dict[str, st.SearchStrategy[object]] = {
    "line": hostile.filter(lambda text: folded(text) not in printed_absences()),
    "choice": st.sampled_from(["ngo", "academia"]),
    "date": st.dates(date(1900, 3, 1), date(2199, 12, 31)),
    "number": numbers,
    "scale": st.sampled_from(["yes", "in-part", "no"]),
    "text": hostile,
    "choices": st.sampled_from([("law",), ("law", "money"), ("victims",)]),
    "yes-no": st.sampled_from(["yes", "no"]),
    "rows": TABLES.map(lambda rows: tuple((("name", name), ("role", role)) for name, role in rows)),
}


@st.composite
def filled(draw: st.DrawFn) -> tuple[Entry, ...]:
    kinds = draw(st.lists(st.sampled_from(sorted(NAMES)), unique=True, min_size=1))
    return tuple(Entry(NAMES[kind], "", "", value=draw(FORM_VALUES[kind])) for kind in kinds)


@pytest.fixture(scope="module")
def application(tmp_path_factory: pytest.TempPathFactory) -> Questionnaire:
    return form(tmp_path_factory.mktemp("form"))


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
@given(drawn=filled(), language=st.sampled_from(["en", "fr"]))
def test_whatever_is_filled_into_a_form_is_read_unaltered(
    application: Questionnaire, drawn: tuple[Entry, ...], language: str
) -> None:
    filler = fill(Filler(opened(issued(application, language))), drawn, language, application)
    reading, wrong = read_back(filler.bytes(), application)
    assert {replace(entry, sheet="", cell="") for entry in reading.entries} == set(drawn)
    assert (wrong, reading.language) == ([], language)


def test_a_row_of_no_question_of_the_form_is_mentioned(application: Questionnaire) -> None:
    filler = Filler(opened(issued(application)))
    sheet = filler.book["Questions"]
    sheet["A40"], sheet["D40"] = "dialogue.application.more", "And more."
    _, wrong = read_back(filler.bytes(), application)
    assert [(str(each.place), each.code) for each in wrong] == [("a.xlsx:Questions!A40", "unknown-row-code")]


FILLED: tuple[Entry, ...] = (
    Entry(NAMES["line"], "", "", value="=Women’s Network"),
    Entry(NAMES["choice"], "", "", value="ngo"),
    Entry(NAMES["date"], "", "", value=date(1998, 4, 1)),
    Entry(NAMES["number"], "", "", value=Decimal(42)),
    Entry(NAMES["scale"], "", "", value="in-part", details="Since 2004."),
    Entry(NAMES["choices"], "", "", value=("law", "money")),
    Entry(NAMES["yes-no"], "", "", absent=Absence.NOT_KNOWN, comment="Ask us again."),
    Entry(NAMES["rows"], "", "", value=((("name", "Awa"), ("role", "Director")),)),
)


@pytest.mark.office
def test_a_form_survives_the_office_suite(application: Questionnaire, tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(fill(Filler(opened(issued(application, "fr"))), FILLED, "fr", application).bytes())
    reading, wrong = read_back(converted(path, ".ods").read_bytes(), application)
    assert {replace(entry, sheet="", cell="") for entry in reading.entries} == set(FILLED)
    assert wrong == []
