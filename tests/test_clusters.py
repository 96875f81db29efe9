"""The law that ships, and what is said when its files are wrong."""

import shutil
from pathlib import Path

import pytest

from clusters.load import DEFINITIONS, load_law, load_topics, read_law, read_topics
from clusters.model import Obligation, Status, above
from languages import say
from problems import Place
from problems.definitions import (
    FixedValue,
    TranslationFileMissing,
    TranslationMissing,
    TranslationSurplus,
    UnknownLanguage,
)

SHIPPED_QUESTIONS = DEFINITIONS.parent.parent / "questionnaires" / "definitions"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the law's files, to be spoilt."""
    return Path(shutil.copytree(DEFINITIONS, tmp_path / "definitions"))


def spot(path: Path, needle: str) -> Place:
    """Return where `needle` stands in a file; it must stand there once."""
    text = path.read_text(encoding="utf-8")
    before, *after = text.split(needle)
    assert len(after) == 1, (needle, len(after))
    line, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
    return Place(str(path), line=line, column=column)


def test_everything_that_ships_is_without_problems() -> None:
    law, problems = read_law()
    topics, more = read_topics()
    assert (law == load_law(), problems) == (True, [])
    assert (topics, more) == (load_topics(), [])


def test_every_article_of_the_four_instruments_is_there() -> None:
    counts = {i.id: (len(i.articles), i.short["en"], i.short["fr"]) for i in load_law().instruments}
    assert counts == {
        "untoc": (41, "Organized Crime Convention", "Convention contre la criminalité organisée"),
        "tip": (20, "Trafficking in Persons Protocol", "Protocole relatif à la traite des personnes"),
        "som": (25, "Smuggling of Migrants Protocol", "Protocole relatif au trafic illicite de migrants"),
        "fp": (21, "Firearms Protocol", "Protocole relatif aux armes à feu"),
    }


def test_every_title_and_topic_is_said_in_english_and_french() -> None:
    law = load_law()
    titles = [article.title for instrument in law.instruments for article in instrument.articles]
    titles += [cluster.title for cluster in law.clusters]
    titles += [title for i in law.instruments for title in (i.title, i.short)] + [*load_topics().values()]
    assert {tuple(title) for title in titles} == {("en", "fr")}
    assert load_topics()["witnesses"] == {"en": "Witnesses", "fr": "Témoins"}
    assert law.instrument("untoc").article(23).title == {
        "en": "Criminalization of obstruction of justice",
        "fr": "Incrimination de l’entrave au bon fonctionnement de la justice",
    }


def test_the_convention_is_shared_out_among_the_clusters_without_overlap() -> None:
    articles = [number for cluster in (1, 2, 3, 4) for number in load_law().cell("untoc", cluster).articles]
    assert sorted(articles) == [2, *range(5, 32)]


def test_a_cell_says_whether_its_allocation_was_verified() -> None:
    verified = {
        f"{cell.instrument}.{cell.cluster}" for cell in load_law().cells if cell.status is Status.VERIFIED
    }
    assert verified == {"untoc.1", "tip.1", "som.1"}
    assert len(load_law().cells) == 16
    assert all(cell.source for cell in load_law().cells)


@pytest.mark.parametrize(
    ("article", "levels"),
    [
        ("untoc.5", "1(a)(i) mandatory · 1(a)(ii)#b mandatory · 1(b) mandatory · 2 may · 3 mandatory"),
        (
            "untoc.6",
            "1(b)(ii) mandatory · 2(a) best-efforts · 2(c) mandatory · 2(d) mandatory · 2(e) may · 2(f) may",
        ),
        ("untoc.8", "1(a) mandatory · 1(b) mandatory · 2 optional-consider · 3 mandatory · 4 definition"),
        ("untoc.9", "1 mandatory · 2 mandatory"),
        ("untoc.10", "1 mandatory · 2 may · 3 mandatory · 4 mandatory"),
        ("untoc.15", "1(a) mandatory · 2(b) may · 2(c)(ii) may · 3 mandatory · 4 may · 5 mandatory · 6 may"),
        ("untoc.16", "4 may · 8 best-efforts · 12 optional-consider · 15 mandatory · 17 best-efforts"),
        ("untoc.23", "(a) mandatory · (b) mandatory"),
        ("tip.3", "(a) definition · (d) definition"),
        ("tip.5", "1 mandatory · 2(a) mandatory · 2(c) mandatory"),
        ("som.6", "1(b)(ii) mandatory · 2(b) mandatory · 3(a) mandatory · 4 may"),
        ("fp.8", "1(a) mandatory · 1(c) mandatory · 2 mandatory"),
        ("fp.15", "1 optional-consider · 1(b) may · 2 best-efforts"),
    ],
)
def test_a_paragraph_demands_what_its_verb_says_or_inherits(article: str, levels: str) -> None:
    instrument, number = article.split(".")
    law = load_law().instrument(instrument).article(int(number))
    pairs = [pair.split(" ") for pair in levels.split(" · ")]
    assert [(label, law.obligation_of(label).value) for label, _ in pairs] == [(a, b) for a, b in pairs]


def test_an_article_without_paragraphs_has_a_level_of_its_own() -> None:
    article = load_law().instrument("som").article(5)
    assert (article.provisions, article.obligation) == ((), Obligation.MANDATORY)


def test_a_paragraph_may_say_several_things() -> None:
    article = load_law().instrument("untoc").article(23)
    said = [level for level in Obligation if article.allows("(b)", level)]
    assert said == [Obligation.MANDATORY, Obligation.MAY]


def test_levels_are_marked_verified_exactly_where_cluster_one_asks() -> None:
    law = load_law()
    for instrument in law.instruments:
        verified = [a.number for a in instrument.articles if a.obligations is Status.VERIFIED]
        assert tuple(verified) == law.cell(instrument.id, 1).articles


def test_labels_nest() -> None:
    assert [above(label) for label in ("1(a)(ii)#b", "1(a)(ii)", "1(a)", "1", "(a)")] == [
        "1(a)(ii)",
        "1(a)",
        "1",
        "",
        "",
    ]
    assert load_law().instrument("untoc").article(5).leaves == (
        "1(a)(i)",
        "1(a)(ii)#a",
        "1(a)(ii)#b",
        "1(b)",
        "2",
        "3",
    )


def test_every_level_has_a_printed_word() -> None:
    words = {
        level.value: (say("en", "obligations", level.value), say("fr", "obligations", level.value))
        for level in Obligation
        if level
    }
    assert words == {
        "mandatory": ("mandatory", "obligatoire"),
        "optional-consider": ("to be considered", "à envisager"),
        "best-efforts": ("best efforts", "obligation de s’efforcer"),
        "may": ("optional", "facultatif"),
        "definition": ("definition", "définition"),
    }


WRONG = [
    # file, what is replaced, by what, and the problems: code, the text that stands at its place
    ("tip.yaml", "instrument: tip", "instrument: som", ["fixed-value", "instrument: som"]),
    ("tip.yaml", "number: 2\n", "number: 22\n", ["article-out-of-order", "number: 22"]),
    ("untoc.yaml", "      1(a)(ii)#a:\n", "      1(a)(ii)a:\n", ["bad-label", "1(a)(ii)a:"]),
    (
        "som.yaml",
        "      3(b):\n      4: may",
        '      3(b):\n      "1":\n      4: may',
        ["duplicate-label", '"1":'],
    ),
    ("som.yaml", "3(b):\n      4: may", "3(c)(i):\n      4: may", ["orphan-label", "3(c)(i):"]),
    ("som.yaml", "number: 7\n", "number: [7]\n", ["bad-value", "number: [7]"]),
    ("untoc.yaml", "2: [optional-consider, may]", "2: [thought, may]", ["not-allowed", "thought, may"]),
    ("cells.yaml", "[2, 5, 6, 8,", "[2, 55, 6, 8,", ["unknown-article", "55, 6"]),
    ("cells.yaml", "[2, 5, 6, 8,", "[2, 5, 5, 8,", ["duplicate-article", "5, 8,"]),
    (
        "cells.yaml",
        "instrument: tip\n    cluster: 2",
        "instrument: tip\n    cluster: 1\n    # twice",
        ["duplicate-cell", "instrument: tip\n    cluster: 1\n    # twice", "missing-cell", "cells:"],
    ),
    ("clusters.yaml", "number: 4", "number: 0", ["cluster-out-of-order", "clusters:"]),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), WRONG)
def test_what_is_wrong_is_said_at_its_place(
    folder: Path, file: str, old: str, new: str, expected: list[str]
) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    law, problems = read_law(folder)
    problems = [problem for problem in problems if problem.place.path == str(path)]
    assert law is None
    assert [(p.code, p.place) for p in problems] == [
        (code, spot(path, needle)) for code, needle in zip(expected[::2], expected[1::2], strict=True)
    ]
    assert all(problem.message(language) for problem in problems for language in ("en", "fr"))


def test_an_article_without_a_french_title_is_a_problem(folder: Path) -> None:
    path = folder / "tip.fr.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("  7: Statut", "  70: Statut"), encoding="utf-8")
    _, problems = read_law(folder)
    assert problems == [
        TranslationMissing(place=spot(path, "articles:"), key="articles › 7", tag="fr"),
        TranslationSurplus(place=spot(path, "70: Statut"), key="articles › 70", near="7"),
    ]
    assert problems[1].message("fr") == (
        "« articles › 70 » est traduit ici mais n’existe pas dans le fichier anglais. "
        "Corrigez la clé ou supprimez l’entrée. Vouliez-vous dire « 7 » ?"
    )


def test_a_translation_says_the_language_of_its_name(folder: Path) -> None:
    path = folder / "topics.fr.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("language: fr", "language: es"), encoding="utf-8"
    )
    assert read_topics(folder) == (
        None,
        [FixedValue(place=spot(path, "language: es"), key="language", value="es", expected="fr")],
    )


def test_a_translation_says_whether_it_was_verified(folder: Path) -> None:
    files = [*DEFINITIONS.glob("*.fr.yaml"), *SHIPPED_QUESTIONS.rglob("*.fr.yaml")]
    assert {path.name for path in files if "\nstatus: unverified\n" not in path.read_text()} == set()
    path = folder / "clusters.fr.yaml"
    path.write_text(path.read_text().replace("status: unverified", "status: verifed"))
    _, problems = read_law(folder)
    assert [(str(each.place), each.code) for each in problems] == [(f"{path}:2:1", "not-allowed")]


def test_without_french_there_is_a_warning_and_still_a_law(folder: Path) -> None:
    (folder / "som.fr.yaml").unlink()
    law, problems = read_law(folder)
    place = Place(str(folder / "som.yaml"))
    assert problems == [TranslationFileMissing(place=place, name="som.fr.yaml", tag="fr")]
    assert law is not None
    assert law.instrument("som").short == {"en": "Smuggling of Migrants Protocol"}


def test_a_further_language_is_a_further_file(folder: Path) -> None:
    french = (folder / "clusters.fr.yaml").read_text(encoding="utf-8")
    (folder / "clusters.es.yaml").write_text(
        french.replace("language: fr", "language: es").replace("Incrimination et compétence", "Penalización"),
        encoding="utf-8",
    )
    law, problems = read_law(folder)
    assert problems == []
    assert law is not None
    assert law.cluster(1).title["es"] == "Penalización"


def test_a_file_in_an_unknown_language_is_a_problem(folder: Path) -> None:
    shutil.copy(folder / "clusters.fr.yaml", folder / "clusters.francais.yaml")
    _, problems = read_law(folder)
    place = Place(str(folder / "clusters.francais.yaml"))
    known = ("ar", "zh", "en", "fr", "ru", "es")
    assert problems == [UnknownLanguage(place=place, tag="francais", allowed=known)]


def test_a_missing_file_is_a_problem_and_not_a_traceback(folder: Path) -> None:
    (folder / "cells.yaml").unlink()
    law, problems = read_law(folder)
    assert law is None
    assert [(problem.code, problem.place) for problem in problems] == [
        ("file-unreadable", Place(str(folder / "cells.yaml")))
    ]
