"""Two returns of one body, item by item; two texts, word by word."""

import unicodedata
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from responses.differences import (
    Change,
    Difference,
    Edit,
    Run,
    differences,
    laws_apart,
    same_text,
    word_edits,
)
from responses.model import Absence, Answer, Citation, Provenance, Value


def answer(item: str, response: str = "one", value: Value = None, **said: object) -> Answer:
    at = datetime(2027, 2, 1, 9, tzinfo=UTC)
    source = Provenance("justice", response, "5e77" * 16, "Questions", "D7", at, "fr", "0123456789abcdef")
    return replace(Answer(item, source, value), **said)  # type: ignore[arg-type]


ROWS = ((("name", "Awa"), ("office", "Justice")),)
PENAL, PROCEDURE = Citation("Code pénal", "art. 5", "2001-79"), Citation("Code de procédure", "art. 12")


def test_each_item_of_either_return_is_told_once() -> None:
    before = [answer("a", value="yes"), answer("b", value="no"), answer("c", details="as before")]
    after = [
        answer("c", "two", details="as before"),
        answer("d", "two", value="no"),
        answer("a", "two", value="in-part"),
    ]
    assert differences(before, after) == (
        Difference("c", Change.SAME, before[2], after[0]),
        Difference("d", Change.ADDED, None, after[1]),
        Difference("a", Change.CHANGED, before[0], after[2], ("value",)),
        Difference("b", Change.SILENT, before[1], None),
    )


@pytest.mark.parametrize(
    ("before", "after", "parts"),
    [
        (answer("a", value="yes"), answer("a", value="no"), ("value",)),
        (answer("a", value="yes"), answer("a", absent=Absence.NOT_KNOWN), ("value", "absent")),
        (answer("a", details="one law"), answer("a", details="two laws"), ("details",)),
        (answer("a", details="one  law"), answer("a", details="one law"), ("details",)),
        (answer("a", comment=""), answer("a", comment="see annex"), ("comment",)),
        (answer("a", citations=(PENAL,)), answer("a", citations=(PENAL, PROCEDURE)), ("citations",)),
        (answer("a", citations=(PENAL,)), answer("a", citations=(replace(PENAL, date=""),)), ("citations",)),
        (answer("a", value=("one", "two")), answer("a", value=("one",)), ("value",)),
        (answer("a", value=ROWS), answer("a", value=((("name", "Aw"), ("office", "Justice")),)), ("value",)),
        (answer("a", value=Decimal("1.5")), answer("a", value=Decimal("1.4")), ("value",)),
        (answer("a", value=date(2020, 1, 2)), answer("a", value=date(2020, 2, 1)), ("value",)),
        (answer("a", value=Decimal(1)), answer("a", value="1"), ("value",)),
    ],
)
def test_two_answers_differ_in_parts(before: Answer, after: Answer, parts: tuple[str, ...]) -> None:
    assert differences([before], [after]) == (Difference("a", Change.CHANGED, before, after, parts),)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (answer("a", value="pénal"), answer("a", value=unicodedata.normalize("NFD", "pénal"))),
        (answer("a", details="one\r\ntwo\rthree"), answer("a", details="one\ntwo\nthree")),
        (answer("a", citations=(PENAL, PROCEDURE)), answer("a", citations=(PROCEDURE, PENAL, PENAL))),
        (answer("a", value=("one", "two")), answer("a", value=("two", "one"))),
        (answer("a", value=Decimal("1.50")), answer("a", value=Decimal("1.5"))),
        (answer("a", value=ROWS), answer("a", value=ROWS)),
        (answer("a", value=()), answer("a", value=())),
    ],
)
def test_what_means_the_same_is_no_difference(before: Answer, after: Answer) -> None:
    assert differences([before], [after]) == (Difference("a", Change.SAME, before, after),)


TEXTS = st.text(alphabet=st.sampled_from("ab é\n\r.,。刑法\u0301"), max_size=12)
ANSWERS = st.lists(
    st.builds(
        answer,
        st.sampled_from("abcde"),
        value=st.one_of(st.none(), TEXTS, st.decimals(allow_nan=False, places=1, min_value=0, max_value=3)),
        absent=st.sampled_from([None, *Absence]),
        details=TEXTS,
        citations=st.lists(st.builds(Citation, TEXTS, TEXTS), max_size=2).map(tuple),
        comment=TEXTS,
    ),
    unique_by=lambda each: each.item,
    max_size=5,
)


@settings(deadline=None)
@given(ANSWERS, ANSWERS)
def test_read_backwards_the_differences_are_the_same(before: list[Answer], after: list[Answer]) -> None:
    turned = {Change.ADDED: Change.SILENT, Change.SILENT: Change.ADDED}
    there, back = differences(before, after), differences(after, before)
    assert {each.item for each in there} == {each.item for each in (*before, *after)}
    assert len(there) == len({each.item for each in there})
    assert {
        (each.item, turned.get(each.change, each.change), each.parts, each.before, each.after)
        for each in back
    } == {(each.item, each.change, each.parts, each.after, each.before) for each in there}


@settings(deadline=None)
@given(ANSWERS)
def test_a_return_does_not_differ_from_itself(answers: list[Answer]) -> None:
    assert {each.change for each in differences(answers, answers)} <= {Change.SAME}


def test_words_are_marked_where_a_text_changed() -> None:
    before = "Article 5 of the Penal Code, as amended in 2019."
    after = "Article 5 of the Criminal Code, as amended in 2021."
    assert word_edits(before, after) == (
        Run(Edit.KEPT, "Article 5 of the "),
        Run(Edit.REMOVED, "Penal "),
        Run(Edit.ADDED, "Criminal "),
        Run(Edit.KEPT, "Code, as amended in "),
        Run(Edit.REMOVED, "2019"),
        Run(Edit.ADDED, "2021"),
        Run(Edit.KEPT, "."),
    )


def test_texts_without_spaces_are_compared_sign_by_sign() -> None:
    assert word_edits("参加有组织犯罪集团", "参与有组织犯罪集团") == (
        Run(Edit.KEPT, "参"),
        Run(Edit.REMOVED, "加"),
        Run(Edit.ADDED, "与"),
        Run(Edit.KEPT, "有组织犯罪集团"),
    )


@settings(deadline=None)
@given(
    st.one_of(TEXTS, st.text(max_size=40)),
    st.one_of(TEXTS, st.text(max_size=40)),
    st.sampled_from([1, 1, 400]),
)
def test_the_words_kept_removed_and_added_are_the_two_texts(before: str, after: str, times: int) -> None:
    old, new = before * times, after * times
    runs = word_edits(old, new)
    assert "".join(run.text for run in runs if run.edit is not Edit.ADDED) == same_text(old)
    assert "".join(run.text for run in runs if run.edit is not Edit.REMOVED) == same_text(new)
    assert all(run.text for run in runs)


def test_the_laws_of_only_one_answer_are_told_apart() -> None:
    other = replace(PENAL, provision="art. 6")
    assert laws_apart([PENAL, PROCEDURE], [PROCEDURE, other]) == ((PENAL,), (other,))
    composed = replace(PENAL, title=unicodedata.normalize("NFD", PENAL.title))
    assert laws_apart([PENAL], [composed]) == ((), ())
