"""What a body said before, beside a new return: what it chose stands where the return chooses nothing."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from problems import Place, Problem
from problems.answers import (
    EarlierAnswerStands,
    FollowUpNotApplicable,
    FollowUpWithoutQuestion,
    LinkNotWeb,
    NothingChosenBeside,
    YesWithoutLaw,
)
from problems.returns import UnknownOption
from questionnaires.model import Condition, Item, Option
from responses.earlier import with_earlier
from responses.model import Absence, Answer, Citation, Value
from responses.validate import CHOSEN, settles, validate
from store import query
from store.mail import Claim
from store.open import open_store
from store.progress import progress
from store.standing import complete, owing
from tests.recorded import AT, INVITATIONS, ITEMS, QUESTIONNAIRE, launched, response, take
from tests.test_validate import LAW, Q, answer, item
from workbooks.answers import Entry
from workbooks.findings import Findings, Told
from workbooks.layout import SheetId, sheet_name
from workflows.asked import Asked
from workflows.judging import judged
from workflows.whose import Circumstances

OPTIONS = (Option(value="a", label={"en": "A", "fr": "L’a"}), Option(value="b", label={"en": "B"}))


def of(kind: str) -> Item:
    return item(kind=kind, options=OPTIONS if kind.startswith("choice") else ())


def kept(asked: Item, now: Answer, *before: Answer) -> tuple[tuple[Answer, ...], tuple[Problem, ...]]:
    return with_earlier([now], {each.item: each for each in before}, {asked.id: asked}, "b.xlsx")


@pytest.mark.parametrize(
    ("kind", "value", "label"),
    [
        ("scale", "in-part", "Yes, in part"),
        ("yes-no", "no", "No"),
        ("choice", "a", "A"),
        ("choices", ("a", "b"), "A; B"),
    ],
)
@pytest.mark.parametrize("more", [{"details": "New."}, {"citations": LAW}, {"comment": "New."}])
def test_what_was_chosen_stands_where_nothing_is_chosen_now(
    kind: str, value: Value, label: str, more: dict[str, Any]
) -> None:
    before = answer(value=value, details="Old.", citations=(Citation("Act 5"),), comment="Old.")
    now = answer(cell="D8", **more)
    assert kept(of(kind), now, before) == (
        (replace(before, provenance=now.provenance, **more),),
        (EarlierAnswerStands(place=Place("b.xlsx", sheet="Questions", cell="D8"), item=Q, answer=label),),
    )


def test_an_absence_stands_too_and_is_named_in_the_language_of_the_workbook() -> None:
    now = answer(details="Nous verrons.")
    now = replace(now, provenance=replace(now.provenance, language="fr"))
    assert kept(of("yes-no"), now, answer(absent=Absence.NOT_KNOWN)) == (
        (replace(now, absent=Absence.NOT_KNOWN),),
        (
            EarlierAnswerStands(
                place=Place("b.xlsx", sheet="Questions", cell="D7"), item=Q, answer="Nous ne savons pas"
            ),
        ),
    )


@pytest.mark.parametrize(
    ("asked", "now", "before"),
    [
        (of("scale"), answer(value="no", details="Repealed."), [answer(value="yes")]),
        (of("scale"), answer(absent=Absence.NOT_KNOWN), [answer(value="yes")]),
        (of("scale"), answer(details="New."), []),
        (of("scale"), answer(details="New."), [answer(details="Old.")]),
        (of("scale"), answer(details="New."), [answer("untoc.5.2", "yes")]),
        (item(kind="text"), answer(value="New."), [answer(value="Old.")]),
        (item(kind="number"), answer(details="for life"), [answer(value=Decimal(4))]),
        (item(kind="citation"), answer(citations=LAW), [answer(citations=(Citation("Act 5"),))]),
    ],
)
def test_everything_else_is_as_the_new_return_says(asked: Item, now: Answer, before: list[Answer]) -> None:
    assert kept(asked, now, *before) == ((now,), ())


# What does not fit together, with what was said before


ACT = item(f"{Q}.act", "yes-no", [Condition(question=Q, answer="yes")], under=Q)


def doubts(
    now: Iterable[Answer], before: Iterable[Answer] = (), unclear: Iterable[str] = ()
) -> list[Problem]:
    items = {Q: item(), ACT.id: ACT}
    standing = {each.item: each for each in before}
    return list(validate(items, tuple(now), items, standing=standing, unclear=set(unclear)))


def test_a_follow_up_is_held_against_what_stands_of_its_question() -> None:
    follow = answer(ACT.id, "yes")
    place = Place(sheet="Questions", cell="D7")
    assert doubts([follow]) == [FollowUpWithoutQuestion(place=place, item=ACT.id, question=Q)]
    assert doubts([follow], [answer(value="yes")]) == []
    assert doubts([follow], [answer(value="no")]) == [
        FollowUpNotApplicable(place=place, item=ACT.id, question=Q)
    ]
    assert doubts([answer(value="yes", citations=LAW), follow], [answer(value="no")]) == []


@pytest.mark.parametrize("before", [[], [answer(value="no")]])
def test_a_follow_up_is_not_held_against_a_question_that_is_asked_back(before: list[Answer]) -> None:
    assert doubts([answer(ACT.id, "yes")], before, [Q]) == []


def test_a_law_named_in_a_follow_up_of_before_is_enough() -> None:
    now, place = answer(value="yes"), Place(sheet="Questions", cell="D7")
    assert doubts([now]) == [YesWithoutLaw(place=place, item=Q)]
    assert doubts([now], [answer(ACT.id, "yes")]) == []


# What is answered


@pytest.mark.parametrize("kind", ["scale", "yes-no", "choice", "choices", "text", "number", "citation"])
def test_words_alone_answer_no_question_of_a_list(kind: str) -> None:
    asked = of(kind)
    chosen = asked.type in CHOSEN
    assert settles(asked, answer(details="Somewhere.")) is not chosen
    assert settles(asked, answer(citations=LAW)) is not chosen
    assert settles(asked, answer(absent=Absence.NOT_KNOWN))
    assert settles(asked, answer(value="a"))
    assert not settles(asked, answer(comment="Later."))


def test_words_alone_leave_what_is_owed_open(tmp_path: Path) -> None:
    with open_store(tmp_path / "consult.db", create=True) as store:
        launched(store)
        take(store, response("r1", "justice", {"untoc.5.1": None, "untoc.5.3": None}, details="Somewhere."))
        given = {each.id: (each.answered, each.owed, each.given) for each in progress(store).stakeholders}
        assert given["justice"] == (1, 4, 1)  # the words beside ticks count, those beside the scale do not
        assert [(each.stakeholder, each.article, each.answered) for each in progress(store).voices][:1] == [
            ("justice", "untoc.5", 1)
        ]
        assert {each.item: each.details for each in query.latest_answers(store)} == {
            "untoc.5.1": "Somewhere.",
            "untoc.5.3": "Somewhere.",
        }


ANSWERS = st.fixed_dictionaries(
    {
        "value": st.sampled_from([None, "yes"]),
        "absent": st.sampled_from([None, Absence.NOT_KNOWN]),
        "details": st.sampled_from(["", "Somewhere."]),
        "citations": st.sampled_from([(), LAW]),
        "comment": st.sampled_from(["", "Later."]),
    }
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.dictionaries(st.sampled_from([each.id for each in ITEMS]), ANSWERS), max_size=3))
def test_who_is_reminded_is_who_is_shown_to_owe(returns: list[dict[str, dict[str, Any]]]) -> None:
    with TemporaryDirectory() as folder, open_store(Path(folder) / "consult.db", create=True) as store:
        launched(store)
        said: dict[str, Answer] = {}
        for number, answers in enumerate(returns):
            whole = response(f"r{number}", "justice", dict.fromkeys(answers))
            answered = tuple(replace(each, **answers[each.item]) for each in whole.answers)
            take(store, replace(whole, answers=answered))
            said |= {each.item: each for each in answered}
        settled = {each.id for each in ITEMS if each.id in said and settles(each, said[each.id])}
        counted = progress(store)
        (justice, *_) = counted.stakeholders
        main = {each.id for each in ITEMS if each.main}
        assert (justice.owed, justice.given) == (len(main), len(main & settled))
        owed = tuple(each.id for each in counted.stakeholders if each.given < each.owed)
        assert owing(store, "answers") == owed
        assert complete(store, "answers") is counted.complete is (owed == ())


# A whole file


def told(name: str, cell: str, *problems: Problem, said: bool = True, **more: object) -> Told:
    entry = Entry(name, "Questions", cell, **more) if said else None  # type: ignore[arg-type]
    return Told(name, "Questions", cell, entry, problems)


def test_a_file_is_judged_beside_what_stands() -> None:
    law, invitation = item("untoc.5.2", "citation"), INVITATIONS[0]
    items = (item(), ACT, law)
    section = QUESTIONNAIRE.sections[0].model_copy(update={"items": items})
    asked = Asked(
        keys=(),
        questionnaires=(QUESTIONNAIRE.model_copy(update={"sections": (section,)}),),
        issued={invitation.id: query.Issued(invitation, "w", tuple(each.id for each in items), AT)},
        names={"justice": "Justice"},
    )
    laws = sheet_name(invitation.language, SheetId.LAWS)
    link = Citation("Act 5", link="law")
    found = Findings(
        (),
        invitation.language,
        ("Questions", laws),
        (
            told(Q, "C7", details="New."),
            told(ACT.id, "C8", value="yes"),
            told(law.id, "E9", citations=(link,)),
        ),
    )
    came = Circumstances(claims=(Claim(invitation.id, (), "by hand"),))
    said = {"justice": {Q: answer(value="yes", citations=LAW)}}
    (one,) = judged(found, (), asked, came, shown="a.xlsx", sha256="0" * 64, at=AT, standing=said.__getitem__)
    assert set(one.outcome.problems) == {
        EarlierAnswerStands(place=Place("a.xlsx", sheet="Questions", cell="C7"), item=Q, answer="Oui"),
        LinkNotWeb(place=Place("a.xlsx", sheet=laws), item=law.id, link="law", law="Act 5"),
    }
    assert one.response is not None
    assert [(each.item, each.value, each.details, each.citations) for each in one.response.answers] == [
        (Q, "yes", "New.", LAW),
        (ACT.id, "yes", "", ()),
        (law.id, None, "", (link,)),
    ]
    (one,) = judged(found, (), asked, came, shown="a.xlsx", sha256="0" * 64, at=AT)
    assert set(one.outcome.problems) == {
        NothingChosenBeside(place=Place("a.xlsx", sheet="Questions", cell="C7"), item=Q),
        LinkNotWeb(place=Place("a.xlsx", sheet=laws), item=law.id, link="law", law="Act 5"),
    }
    back = replace(
        found,
        told=(told(Q, "C7", UnknownOption(item=Q, value="x", allowed=()), said=False), *found.told[1:]),
    )
    (one,) = judged(back, (), asked, came, shown="a.xlsx", sha256="0" * 64, at=AT)
    assert {each.code for each in one.outcome.problems} == {"unknown-option", "link-not-web"}
