"""Laws that several bodies cite: one where it is plainly the same, two where anything speaks against it."""

import pytest

from exports.laws import Laws, in_order
from exports.same_law import form_of, same_laws, tag_of
from exports.submission import Cited, Law, Title
from responses.model import Citation

LINK = "https://laws.example/2004-017"
CODE = Citation("Code pénal", "art. 312", "2004-017, 12.03.2004", LINK, "fr")
IN_ENGLISH = Citation("Penal Code", "s. 9", "2004-017, 12.03.2004", LINK, "English")


def test_a_law_cited_in_two_languages_stands_once_under_the_readers_title() -> None:
    cited = [IN_ENGLISH, CODE, Citation("code  pénal", "art. 19, al. 3"), Citation("Code pénal", "art. 19")]
    laws = Laws("fr", cited)
    assert laws.cite("1", cited[:2]) == (Cited(1, ("art. 312", "s. 9")),)
    assert laws.cite("2", cited[2:]) == (Cited(1, ("art. 19", "art. 19, al. 3")),)
    assert laws.all() == (
        Law(
            1,
            (Title("Code pénal"), Title("Penal Code", "anglais")),
            "2004-017, 12.03.2004",
            (LINK,),
            (("2", "art. 19"), ("2", "art. 19, al. 3"), ("1", "art. 312"), ("1", "s. 9")),
        ),
    )


def test_nothing_of_a_citation_that_is_not_printed_comes_in() -> None:
    laws = Laws("en", [CODE, IN_ENGLISH])
    laws.cite("1", [CODE])
    assert laws.all() == (
        Law(1, (Title("Code pénal", "French"),), "2004-017, 12.03.2004", (LINK,), (("1", "art. 312"),)),
    )


def test_a_law_as_a_whole_is_not_named_beside_its_parts() -> None:
    laws = Laws("en", [Citation("Act 5"), Citation("Act 5", "s. 2")])
    assert laws.cite("1", [Citation("Act 5")]) == (Cited(1, ()),)
    assert laws.cite("2", [Citation("Act 5"), Citation("Act 5", "s. 2")]) == (Cited(1, ("s. 2",)),)


PORTAL = "https://laws.example/all"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        # by title
        (("Act 5", "", "", ""), ("ACT  5", "2004", "", ""), True),
        (("Act 5", "2003", "", ""), ("Act 5", "2004", "", ""), False),
        # by link
        (("Code pénal", "No. 17, 2004", LINK, "fr"), ("Penal Code", "17 of 2004", f"{LINK}/", "en"), True),
        (("Code pénal", "", LINK, "fr"), ("Penal Code", "2004", LINK, "en"), True),
        (("Code pénal", "", LINK, ""), ("Penal Code", "2004", LINK, "en"), False),
        (("Penal Code", "1990", PORTAL, "en"), ("Extradition Act", "2003", PORTAL, "en"), False),
        (("Penal Code", "2003", PORTAL, "en"), ("Extradition Act", "2003", PORTAL, "en"), False),
        (("Penal Code", "", PORTAL, "en"), ("Extradition Act", "", PORTAL, "en"), False),
        (("Code pénal", "", "https://laws.example/", "fr"), ("Act 5", "", "laws.example", "en"), False),
        (("Code pénal", "", "https://[broken", "fr"), ("Act 5", "", "https://[broken", "en"), False),
        # by number
        (("Code pénal", "2004-017", "", "fr"), ("Penal Code", "2004-017", LINK, "en"), True),
        (("Code pénal", "2004-017", "", "fr"), ("Code douanier", "2004-017", "", "français"), False),
        (("Code pénal", "2004-017", LINK, "fr"), ("Customs Code", "2004-017", f"{LINK}a", "en"), False),
        (("Code pénal", "12.03.2004", "", "fr"), ("Procedure Act", "12.03.2004", "", "en"), False),
        (("Code pénal", "1er mars 2004", "", "fr"), ("Procedure Act", "1er mars 2004", "", "en"), False),
        (("Code pénal", "March 1, 2004", "", "fr"), ("Procedure Act", "March 1, 2004", "", "en"), False),
        (("Code pénal", "2004", "", "fr"), ("Procedure Act", "2004", "", "en"), False),
    ],
)
def test_two_citations_mean_one_law_only_where_nothing_speaks_against_it(
    one: tuple[str, ...], other: tuple[str, ...], same: bool
) -> None:
    forms = [form_of(Citation(title, "", date, link, tag)) for title, date, link, tag in (one, other)]
    assert (len(set(same_laws(forms).values())) == 1) is same


def test_an_undated_namesake_of_two_laws_is_neither() -> None:
    forms = [form_of(Citation("Finance Act", "", date)) for date in ("", "2020", "2021")]
    assert list(same_laws(forms).values()) == [0, 1, 2]


def test_provisions_stand_in_the_order_of_a_law() -> None:
    said = ["s. 9", "art. 88 à 90", "ss. 4 to 11", "art. 5, par. 1", "art. 10", "art. 5", "arts. 6 and 7", ""]
    assert in_order(said) == (
        "art. 5",
        "art. 5, par. 1",
        "arts. 6 and 7",
        "art. 10",
        "art. 88 à 90",
        "ss. 4 to 11",
        "s. 9",
    )


@pytest.mark.parametrize(
    ("written", "tag"),
    [("fr", "fr"), ("Français", "fr"), ("FRENCH", "fr"), ("anglais", "en"), ("Bamanankan", "bamanankan")],
)
def test_a_language_is_known_by_its_tag_or_name(written: str, tag: str) -> None:
    assert tag_of(written) == tag
