"""Forms: what is read from their files, what is said when these are wrong, and their workbooks."""

from pathlib import Path

import pytest

import problems.forms
from problems import Place, Problem
from problems.definitions import TranslationMissing, TranslationSurplus
from problems.forms import AnswerNotFixed, UnknownAnswer
from questionnaires.form import read_form
from questionnaires.model import AnswerType, Condition, Item, Option, Questionnaire
from tests.sample_form import ENGLISH, FRENCH, form, written

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
