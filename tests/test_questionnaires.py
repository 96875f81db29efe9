"""Questionnaires: what ships, what is read from a file, and what is said when the file is wrong."""

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pytest

import problems.definitions
from clusters.load import load_law
from clusters.model import Obligation
from problems import Place, Problem, Severity
from problems.definitions import (
    DuplicateItem,
    ItemIdElsewhere,
    TranslationFileMissing,
    UnknownConditionValue,
    UnknownProvision,
)
from questionnaires.load import (
    DEFINITIONS,
    check_definitions,
    load_questionnaire,
    read_closing,
    read_questionnaire,
    shipped,
)
from questionnaires.model import Condition, Purpose, Questionnaire

# The Trafficking in Persons Protocol's cluster I: articles 3(a)–(d) and 5(1), 5(2)(a)–(c).
ENGLISH = """\
questionnaire: tip.1
version: "1"
status: draft
source: A test.
sections:
  - article: 3
    about: Words and what they mean.
    items:
      - id: tip.3.a
        provision: (a)
        topics: [definitions]
        type: scale
        text: Is trafficking defined?
        guidance: Act, means and purpose.
      - id: tip.3.a.means
        provision: (a)
        type: choices
        under: tip.3.a
        enableWhen:
          - {question: tip.3.a, operator: in, answer: [yes, in-part]}
        text: Which means count?
        options: {force: Force, fraud: Fraud}
      - id: tip.3.b
        provision: (b)
        topics: [definitions, victims]
        type: yes-no
        text: Is consent without effect?
      - id: tip.3.c
        provision: (c)
        topics: [definitions]
        type: yes-no
        text: Is a child protected whatever the means?
      - id: tip.3.d
        provision: (d)
        topics: [definitions]
        type: number
        text: Until what age is a person a child?
  - article: 5
    about: What must be a crime.
    items:
      - id: tip.5.1
        provision: 1
        obligation: mandatory
        topics: [criminalization]
        type: scale
        text: Is trafficking a crime?
      - id: tip.5.1.authorities
        provision: 1
        type: rows
        under: tip.5.1
        enableWhen:
          - {question: tip.5.1, operator: answered}
        text: Who investigates?
        columns: {name: Name}
      - id: tip.5.2.a
        provision: 2(a)
        topics: [criminalization]
        type: scale
        text: Is the attempt a crime?
      - id: tip.5.2.b
        provision: 2(b)
        topics: [criminalization]
        type: scale
        text: Is the accomplice punished?
      - id: tip.5.2.c
        provision: 2(c)
        topics: [criminalization]
        type: choice
        text: How is the organizer punished?
        options: {same: Like the perpetrator, more: More severely}
"""

FRENCH = """\
language: fr
questionnaire: tip.1
sections:
  3: Les mots et leur sens.
  5: Ce qui doit être incriminé.
items:
  tip.3.a: {text: "La traite est-elle définie ?", guidance: "Acte, moyen et but."}
  tip.3.a.means: {text: "Quels moyens comptent ?", options: {force: Force, fraud: Fraude}}
  tip.3.b: {text: "Le consentement est-il sans effet ?"}
  tip.3.c: {text: "L’enfant est-il protégé quels que soient les moyens ?"}
  tip.3.d: {text: "Jusqu’à quel âge est-on un enfant ?"}
  tip.5.1: {text: "La traite est-elle une infraction ?"}
  tip.5.1.authorities: {text: "Qui enquête ?", columns: {name: Nom}}
  tip.5.2.a: {text: "La tentative est-elle une infraction ?"}
  tip.5.2.b: {text: "Le complice est-il puni ?"}
  tip.5.2.c: {text: "Comment punit-on l’organisateur ?", options: {same: Comme l’auteur, more: Plus}}
"""

Read = Callable[..., tuple[Questionnaire | None, list[Problem]]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cluster-1.yaml"


@pytest.fixture
def read(path: Path) -> Read:
    """Read the questionnaire above after replacing some of its text."""

    def _read(
        old: str = "", new: str = "", *, french: tuple[str, str] = ("", "")
    ) -> tuple[Questionnaire | None, list[Problem]]:
        for file, text, (before, after) in (
            (path, ENGLISH, (old, new)),
            (path.with_name("cluster-1.fr.yaml"), FRENCH, french),
        ):
            assert not before or text.count(before) == 1, (before, text.count(before))
            file.write_text(text.replace(before, after) if before else text, encoding="utf-8")
        return read_questionnaire(path, load_law())

    return _read


def spot(path: Path, needle: str) -> Place:
    """Return where `needle` stands in a file; it must stand there once."""
    before, *after = path.read_text(encoding="utf-8").split(needle)
    assert len(after) == 1, (needle, len(after))
    line, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
    return Place(str(path), line=line, column=column)


def test_everything_that_ships_loads_without_problems() -> None:
    assert check_definitions() == []
    assert shipped() == ("untoc.1",)


def test_the_convention_s_first_cluster_asks_about_every_paragraph() -> None:
    questionnaire = load_questionnaire("untoc.1")
    assert [section.article for section in questionnaire.sections] == [2, 5, 6, 8, 9, 10, 15, 23]
    assert (questionnaire.verified, questionnaire.cluster_title["fr"]) == (
        True,
        "Incrimination et compétence",
    )
    law = load_law().instrument("untoc")
    for section in questionnaire.sections:
        asked = {item.provision for item in section.items}
        assert set(law.article(section.article).leaves) - asked == set()


def test_every_text_that_ships_is_said_in_french_too() -> None:
    for item in load_questionnaire("untoc.1").items:
        texts = [item.text, *(o.label for o in item.options), *(c.label for c in item.columns)]
        texts += [item.guidance] if item.guidance else []
        assert {tuple(text) for text in texts} == {("en", "fr")}, item.id


def test_what_does_not_ship_is_a_key_error() -> None:
    with pytest.raises(KeyError, match=r"fp\.4"):
        load_questionnaire("fp.4")


def test_loading_takes_less_time_than_a_person_notices() -> None:
    law, file = load_law(), DEFINITIONS / "untoc" / "cluster-1.yaml"
    durations = []
    for _ in range(5):
        start = perf_counter()
        questionnaire, _ = read_questionnaire(file, law)
        durations.append(perf_counter() - start)
    assert questionnaire is not None
    assert len(questionnaire.items) > 150
    assert min(durations) < 0.5  # measured: 0.05 s


def test_a_questionnaire_is_read_with_its_translation(read: Read) -> None:
    questionnaire, found = read()
    assert found == []
    assert questionnaire is not None
    section = questionnaire.sections[0]
    assert section.title == {"en": "Use of terms", "fr": "Terminologie"}
    assert section.about == {"en": "Words and what they mean.", "fr": "Les mots et leur sens."}
    item = questionnaire.by_id["tip.3.a"]
    assert item.text == {"en": "Is trafficking defined?", "fr": "La traite est-elle définie ?"}
    assert item.guidance == {"en": "Act, means and purpose.", "fr": "Acte, moyen et but."}
    means = questionnaire.by_id["tip.3.a.means"]
    assert {option.value: option.label for option in means.options} == {
        "force": {"en": "Force", "fr": "Force"},
        "fraud": {"en": "Fraud", "fr": "Fraude"},
    }
    assert means.enable_when == (Condition(question="tip.3.a", operator="in", answer=("yes", "in-part")),)
    assert questionnaire.by_id["tip.5.1.authorities"].columns[0].label == {"en": "Name", "fr": "Nom"}


def test_a_follow_up_inherits_and_an_item_without_level_has_that_of_the_law(read: Read) -> None:
    questionnaire, _ = read()
    assert questionnaire is not None
    levels = {item.id: (item.obligation, item.topics) for item in questionnaire.items if "2" not in item.id}
    assert levels["tip.3.a"] == levels["tip.3.a.means"] == (Obligation.DEFINITION, ("definitions",))
    assert levels["tip.5.1"] == levels["tip.5.1.authorities"] == (Obligation.MANDATORY, ("criminalization",))
    assert questionnaire.by_id["tip.5.2.a"].obligation is Obligation.MANDATORY


def test_closing_questions_end_every_section_with_its_topics(read: Read) -> None:
    questionnaire, _ = read()
    assert questionnaire is not None
    closing, _ = read_closing()
    assert closing is not None
    suffixes = [entry.id for entry in closing[0].entries]
    for section in questionnaire.sections:
        ends = section.items[-len(suffixes) :]
        assert [item.id for item in ends] == [f"tip.{section.article}.{suffix}" for suffix in suffixes]
        assert {item.provision for item in ends} == {""}
    difficulties = questionnaire.by_id["tip.3.difficulties"]
    assert (difficulties.purpose, difficulties.topics) == (Purpose.DIFFICULTIES, ("definitions", "victims"))
    details = questionnaire.by_id["tip.5.assistance-details"]
    assert (details.under, details.enable_when[0].question) == ("tip.5.assistance", "tip.5.assistance")


WRONG = {
    "unknown-questionnaire": ("tip.1\n", "tip.7\n", "questionnaire: tip.7"),
    "unknown-article": ("article: 5\n", "article: 55\n", "article: 55"),
    "duplicate-article": ("article: 5\n", "article: 3\n", "article: 3\n    about: What"),
    "article-outside-cell": ("article: 5\n", "article: 6\n", "article: 6"),
    "section-missing": ("article: 5\n", "article: 6\n", "sections:"),
    "unknown-provision": ("provision: (b)", "provision: (e)", "provision: (e)"),
    "provision-not-asked": ("provision: (b)", "provision: (a)", "article: 3"),
    "obligation-differs": ("obligation: mandatory", "obligation: may", "obligation: may"),
    "bad-item-id": ("- id: tip.3.b", "- id: TIP.3.b", "id: TIP.3.b"),
    "item-id-elsewhere": ("- id: tip.3.b", "- id: tip.5.b", "id: tip.5.b"),
    "duplicate-item": ("- id: tip.3.b", "- id: tip.3.c # twice\n       ", "id: tip.3.c\n"),
    "duplicate-text": (
        "Is consent without effect?",
        "Is trafficking defined? ",
        "text: Is trafficking defined? ",
    ),
    "text-too-long": ("Is consent without effect?", "Is it? " * 300, "text: Is it?"),
    "unknown-topic": ("[definitions, victims]", "[definitions, victim]", "victim]"),
    "options-missing": ("        options: {force: Force, fraud: Fraud}\n", "", "type: choices"),
    "options-surplus": ("text: Is consent", "options: {a: A}\n        text: Is consent", "options: {a: A}"),
    "columns-missing": ("        columns: {name: Name}\n", "", "type: rows"),
    "columns-surplus": ("text: Is consent", "columns: {a: A}\n        text: Is consent", "columns: {a: A}"),
    "bad-option": ("force: Force", "Some force: Force", "Some force:"),
    "unknown-reference": ("under: tip.3.a", "under: tip.3.aa", "under: tip.3.aa"),
    "later-reference": ("under: tip.3.a", "under: tip.3.b", "under: tip.3.b"),
    "circular-reference": (
        "topics: [definitions]\n        type: scale",
        "under: tip.3.a.means\n        type: scale",
        "under: tip.3.a.means",
    ),
    "reference-elsewhere": ("under: tip.5.1\n", "under: tip.3.a # far\n", "under: tip.3.a # far"),
    "unknown-condition-value": ("[yes, in-part]", "[yes, partly]", "answer: [yes, partly]"),
    "free-condition": (
        "text: Is trafficking a",
        "enableWhen: [{question: tip.3.d, answer: '18'}]\n        text: Is trafficking a",
        "answer: '18'",
    ),
    "condition-shape": (
        "operator: answered",
        "operator: answered, answer: yes",
        "{question: tip.5.1, operator",
    ),
}


@pytest.mark.parametrize("code", WRONG)
def test_what_is_wrong_is_said_at_its_place(code: str, path: Path, read: Read) -> None:
    old, new, needle = WRONG[code]
    questionnaire, found = read(old, new)
    hits = [problem for problem in found if problem.code == code and problem.place.path == str(path)]
    assert [problem.place for problem in hits] == [spot(path, needle)]
    assert all(problem.message(language) for problem in found for language in ("en", "fr"))
    broken = any(problem.severity >= Severity.ERROR for problem in found)
    assert (questionnaire is None) == broken


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("  tip.3.b: ", "  tip.3.bb: ", ["translation-missing items:", "translation-surplus tip.3.bb"]),
        (', guidance: "Acte, moyen et but."', "", ["translation-missing tip.3.a: {"]),
        (
            "fraud: Fraude",
            "fraude: Fraude",
            ["translation-missing options: {force", "translation-surplus fraude:"],
        ),
        ("{name: Nom}", "{name: 3}", ["bad-value name: 3"]),
        ("  5: Ce qui", "  6: Ce qui", ["translation-missing sections:", "translation-surplus 6: Ce qui"]),
        ("questionnaire: tip.1\n", "", ["missing-key language: fr"]),
        ("questionnaire: tip.1", "questionnaire: som.1", ["fixed-value questionnaire: som.1"]),
        ("Les mots et leur sens.", "Mot. " * 401, ["text-too-long 3: Mot."]),
    ],
)
def test_what_is_wrong_with_a_translation_is_said_at_its_place(
    path: Path, read: Read, old: str, new: str, expected: list[str]
) -> None:
    questionnaire, found = read(french=(old, new))
    file = path.with_name("cluster-1.fr.yaml")
    assert questionnaire is None
    assert [(p.code, p.place) for p in found] == [
        (code, spot(file, needle)) for code, needle in (line.split(" ", 1) for line in expected)
    ]
    assert all(problem.message(language) for problem in found for language in ("en", "fr"))


def test_a_state_may_leave_its_own_questionnaire_untranslated(path: Path) -> None:
    path.write_text(ENGLISH, encoding="utf-8")
    questionnaire, found = read_questionnaire(path, load_law())
    name = "cluster-1.fr.yaml"
    assert found == [TranslationFileMissing(place=Place(str(path)), name=name, tag="fr")]
    assert questionnaire is not None
    assert questionnaire.items[0].text == {"en": "Is trafficking defined?"}


def test_problems_name_the_value_what_is_allowed_and_what_is_near(path: Path, read: Read) -> None:
    _, found = read("provision: 2(b)", "provision: 2(d)")
    allowed = ("1", "2", "2(a)", "2(b)", "2(c)")
    assert (
        UnknownProvision(
            place=spot(path, "provision: 2(d)"),
            item="tip.5.2.b",
            article=5,
            provision="2(d)",
            allowed=allowed,
            near="2(a)",
        )
        in found
    )
    _, found = read("[yes, in-part]", "[yes, in-parts]")
    assert found == [
        UnknownConditionValue(
            place=spot(path, "answer: [yes, in-parts]"),
            item="tip.3.a.means",
            question="tip.3.a",
            value="in-parts",
            allowed=("yes", "in-part", "no"),
            near="in-part",
        )
    ]
    assert found[0].message("fr") == (
        "« tip.3.a » n’a pas de réponse « in-parts ». Ses réponses : yes · in-part · no. "
        "Corrigez la valeur. Vouliez-vous dire « in-part » ?"
    )


def test_an_id_names_the_longest_label_that_it_can(path: Path, read: Read) -> None:
    _, found = read(
        "- id: tip.5.1.authorities\n        provision: 1", "- id: tip.5.2.a.b\n        provision: 2"
    )
    assert (
        ItemIdElsewhere(place=spot(path, "id: tip.5.2.a.b"), item="tip.5.2.a.b", expected="tip.5.2") in found
    )


def test_ids_of_closing_questions_are_taken(path: Path, read: Read) -> None:
    closing = DEFINITIONS / "closing.yaml"
    line = spot(closing, "suffix: example").line
    _, found = read("- id: tip.3.b\n        provision: (b)", "- id: tip.3.example")
    assert found[1] == DuplicateItem(
        place=spot(path, "id: tip.3.example"),
        item="tip.3.example",
        first=f"questionnaires/definitions/closing.yaml:{line}:5",
    )


def test_every_mistake_is_reported_in_one_run(path: Path, read: Read) -> None:
    _, found = read(
        "topics: [definitions, victims]\n        type: yes-no", "topics: [victim]\n        type: choice"
    )
    assert [(problem.code, problem.place) for problem in found] == [
        ("unknown-topic", spot(path, "victim]")),
        ("options-missing", spot(path, "type: choice\n        text: Is consent")),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "1:1 bad-value"),
        ("questionnaire: [", "2:1 not-yaml"),
        (ENGLISH.replace("version:", "versions:"), "2:1 unknown-key"),
        (ENGLISH.replace("type: number", "type: numbers"), "36:9 not-allowed"),
        (ENGLISH.replace("answer: [yes, in-part]", "answer: {yes: no}"), "20:47 bad-value"),
        (ENGLISH.replace("answer: [yes, in-part]", "answer: [1]"), "20:47 unknown-condition-value"),
        (ENGLISH.replace("status: draft", "status: draft\nstatus: active"), "4:1 duplicate-key"),
    ],
)
def test_a_file_that_cannot_be_read_as_a_questionnaire_says_why(path: Path, text: str, expected: str) -> None:
    path.write_text(text, encoding="utf-8")
    questionnaire, found = read_questionnaire(path, load_law())
    assert questionnaire is None
    assert expected in [f"{p.place.line}:{p.place.column} {p.code}" for p in found]


def test_closing_questions_are_checked_like_items(tmp_path: Path) -> None:
    path = tmp_path / "closing.yaml"
    path.write_text(
        """\
items:
  - {suffix: difficulties, purpose: difficulties, type: text, text: "What is hard?"}
  - {suffix: difficulties, purpose: difficulties, type: choice, text: "What else?", under: hardship}
""",
        encoding="utf-8",
    )
    closing, found = read_closing(path)
    assert closing is None
    assert [(p.code, p.place) for p in found] == [
        ("duplicate-item", spot(path, "suffix: difficulties, purpose: difficulties, type: choice")),
        ("options-missing", spot(path, "type: choice")),
        ("unknown-reference", spot(path, "under: hardship")),
        ("translation-file-missing", Place(str(path))),
    ]


def test_every_problem_of_definitions_is_provoked() -> None:
    """Those of translations are provoked above, those of the law in test_clusters."""
    codes = {
        value.code
        for value in vars(problems.definitions).values()
        if isinstance(value, type) and issubclass(value, Problem) and value is not Problem
    }
    translations = {"translation-file-missing", "translation-missing", "translation-surplus", "fixed-value"}
    law = {"unknown-language", "article-out-of-order", "bad-label", "duplicate-label", "orphan-label"}
    law |= {"duplicate-cell", "missing-cell", "cluster-out-of-order"}
    assert codes == WRONG.keys() | translations | law
