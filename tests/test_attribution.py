"""Who may be named in the external edition, and that nothing tells who may not be."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.attribution import CROWD, Guard, Label, credits_for
from exports.excel import render_excel
from exports.unnamed import crowds, tellable
from exports.word import render_word
from responses.model import Citation
from stakeholders.model import Attribution, Kind, Stakeholder
from tests.small import ACADEMY, IDS, JUSTICE, NGOS, POLICE, SHELTER, SMALL, body, said, submit

NAMED, TYPE, ANONYMOUS = Attribution.NAMED, Attribution.BY_TYPE, Attribution.ANONYMOUS


def _labels(*bodies: tuple[Kind, Attribution]) -> str:
    people = [(body(f"b{i}", kind, at), at) for i, (kind, at) in enumerate(bodies)]
    credited = credits_for(people)
    return " ".join(credited[person.id].label for person, _ in people)


@pytest.mark.parametrize(
    ("contributors", "labels"),
    [
        ([(Kind.AUTHORITY, NAMED)], "name"),
        ([(Kind.NGO, TYPE)] * 2, "withheld withheld"),
        ([(Kind.NGO, TYPE)] * 3, "type type type"),
        ([(Kind.AUTHORITY, TYPE)] * 3, "type type type"),
        ([(Kind.AUTHORITY, TYPE)] * 2 + [(Kind.NGO, TYPE)], "withheld withheld withheld"),
        ([(Kind.NGO, TYPE)] * 2 + [(Kind.ACADEMIA, TYPE)], "folded folded folded"),
        ([(Kind.NGO, TYPE)] * 2 + [(Kind.NGO, NAMED)], "withheld withheld name"),
        ([(Kind.NGO, TYPE)] * 3 + [(Kind.ACADEMIA, TYPE)], "folded folded folded folded"),
        ([(Kind.NGO, TYPE)] * 3 + [(Kind.ACADEMIA, TYPE)] * 3, "type type type type type type"),
        ([(Kind.NGO, TYPE)] * 3 + [(Kind.NGO, ANONYMOUS)], "folded folded folded folded"),
        ([(Kind.NGO, ANONYMOUS)] * 3, "folded folded folded"),
        ([(Kind.NGO, ANONYMOUS)], "withheld"),
        ([(Kind.AUTHORITY, ANONYMOUS)] * 4, "withheld withheld withheld withheld"),
    ],
)
def test_under_what_a_contribution_stands(contributors: list[tuple[Kind, Attribution]], labels: str) -> None:
    assert _labels(*contributors) == labels


@given(
    st.lists(st.tuples(st.sampled_from(Kind), st.sampled_from(Attribution)), max_size=12),
)
def test_no_label_stands_for_fewer_than_three(bodies: list[tuple[Kind, Attribution]]) -> None:
    people = [(body(f"b{i}", kind, at), at) for i, (kind, at) in enumerate(bodies)]
    credited = credits_for(people)
    assert set(credited) == {person.id for person, _ in people}
    for credit in set(credited.values()):
        stand = [person for person, _ in people if credited[person.id] == credit]
        if credit.label in (Label.TYPE, Label.FOLDED):
            assert len(stand) >= CROWD
        if credit.label is Label.NAME:
            assert [person.attribution for person in stand] == [NAMED]


@pytest.mark.parametrize(
    ("answering", "silent", "counted"),
    [
        ([Kind.NGO] * 3, [], ({Kind.NGO: 3}, 0)),
        ([Kind.NGO] * 3, [Kind.NGO], ({}, 4)),
        ([Kind.NGO] * 2, [Kind.NGO], ({}, 3)),
        ([Kind.NGO] * 3, [Kind.NGO] * 3, ({Kind.NGO: 3}, 3)),
        ([Kind.NGO] * 4 + [Kind.PRIVATE_SECTOR] * 3, [Kind.OTHER], ({Kind.NGO: 4}, 4)),
        ([Kind.NGO] * 2 + [Kind.ACADEMIA], [], ({None: 3}, 0)),
        ([Kind.NGO], [], ({}, 1)),
        ([], [Kind.PRIVATE_SECTOR] * 3, ({}, 3)),
    ],
)
def test_a_type_is_counted_where_three_of_it_answered(
    answering: list[Kind], silent: list[Kind], counted: tuple[dict[Kind | None, int], int]
) -> None:
    people = [body(f"b{i}", kind, TYPE) for i, kind in enumerate((*answering, *silent))]
    found = crowds(people, {person.id for person in people[: len(answering)]})
    assert (found.labelled, found.others) == counted


@given(
    st.lists(st.tuples(st.sampled_from(Kind), st.sampled_from((TYPE, ANONYMOUS)), st.booleans()), max_size=14)
)
def test_no_group_of_bodies_stands_for_one_or_two(hidden: list[tuple[Kind, Attribution, bool]]) -> None:
    people = [body(f"b{i}", kind, at) for i, (kind, at, _) in enumerate(hidden)]
    found = crowds(people, {p.id for p, (_, _, spoke) in zip(people, hidden, strict=True) if spoke})
    assert sum(found.labelled.values()) + found.others == len(people)
    assert all(count >= CROWD for count in found.labelled.values())
    assert tellable(found.others) or not found.labelled


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the RIVERSIDE  shelter-network told us", True),
        ("see shelter@mail.example", True),
        ("write to Shelter\nContact", True),
        ("Riverside Shel\u200bter Net\u00adwork", True),
        ("Ｒｉｖｅｒｓｉｄｅ Shelter Network", True),
        ("Riverside", False),
        ("河畔庇护所网络告诉我们", True),
        ("polar ice", True),
        ("the police", False),
    ],
)
def test_a_guard_finds_names_however_they_are_written(text: str, found: bool) -> None:
    hidden = (SHELTER, body("x1", name="河畔庇护所"), body("x2", name="ICE"))
    assert Guard(hidden).reveals(text) is found


def test_a_withheld_text_is_counted_outside_and_listed_inside() -> None:
    answers = [said(SHELTER, "untoc.5.example", "We hid eleven people.")]
    outside, inside = submit([SHELTER], answers), submit([SHELTER], answers, edition="internal")
    assert (outside.figures.withheld, outside.withheld) == (1, ())
    assert "We hid" not in repr(outside)
    assert [(w.number, w.why, w.text) for w in inside.withheld] == [
        ("3", "fewer than three contributors stand under a common label", "We hid eleven people.")
    ]
    assert "Anonymous contributor 1, " in inside.withheld[0].trace
    assert "Riverside" not in repr(inside)


def test_a_text_of_a_named_body_that_names_a_hidden_one_is_withheld() -> None:
    answers = [said(JUSTICE, "untoc.5.example", "As Riverside Shelter Network told us.")]
    submission = submit([JUSTICE, SHELTER], answers)
    example = next(entry for entry in submission.entries if entry.item == "untoc.5.example")
    assert (example.narratives, example.withheld, example.note) == (
        (),
        1,
        "An answer was given that is not printed here.",
    )


def test_who_asks_for_less_on_one_answer_is_not_named_there_only() -> None:
    answers = [said(JUSTICE, "untoc.5.example", "First."), said(JUSTICE, "untoc.5.difficulties", "Second.")]
    lowered = {("justice", "untoc.5.example"): ANONYMOUS}
    entries = {entry.item: entry for entry in submit([JUSTICE], answers, lowered=lowered).entries}
    assert entries["untoc.5.example"].narratives == ()
    assert [n.credit for n in entries["untoc.5.difficulties"].narratives] == ["The Justice Body"]


def test_one_at_risk_is_anonymous_whatever_the_registry_says() -> None:
    bold = body("bold", at_risk=True, at=NAMED)
    assert "Bold" not in repr(submit([bold, JUSTICE], [said(bold, "untoc.5.1.a.i", "yes", "We know.")]))


_WORDS = st.sampled_from(["law", "court", "=1+1", "{{x}}", "قانون", "\x00", "é", "see"])


@st.composite
def _consultations(draw: st.DrawFn) -> tuple[list[Stakeholder], list]:  # type: ignore[type-arg]
    levels = draw(
        st.lists(st.tuples(st.sampled_from(Kind), st.sampled_from(Attribution)), min_size=1, max_size=9)
    )
    people = [
        body(f"zq{i}-vexel", kind, at, name=f"Quorvex{i} Zandar", at_risk=draw(st.booleans()))
        for i, (kind, at) in enumerate(levels)
    ]
    hints = [hint for b in people for hint in (b.name, b.id, b.email, b.contact)]
    texts = st.lists(_WORDS | st.sampled_from(hints), max_size=4).map(" ".join)
    answers = []
    for item in SMALL.items:
        for person in people:
            if draw(st.booleans()):
                continue
            match item.type:
                case "scale" | "yes-no" | "choice":
                    value: object = draw(st.sampled_from(item.values))
                case "choices":
                    value = tuple(v for v in item.values if draw(st.booleans())) or None
                case "rows":
                    value = ((("name", draw(texts)), ("town", draw(texts))),)
                case "text" | "line":
                    value = draw(texts) or None
                case _:
                    value = None
            laws = (
                (Citation(draw(texts), draw(texts), draw(texts), draw(texts)),) if draw(st.booleans()) else ()
            )
            answers.append(said(person, item.id, value, draw(texts), *laws, comment=draw(texts)))  # type: ignore[arg-type]
    return people, answers


@settings(max_examples=60, deadline=None)
@given(_consultations())
def test_no_value_of_an_external_submission_tells_who_may_not_be_named(consultation) -> None:  # type: ignore[no-untyped-def]
    people, answers = consultation
    text = repr(submit(people, answers)).casefold()
    hidden = [b for b in people if b.attribution is not NAMED or b.at_risk]
    told = [hint for b in hidden for hint in (b.name, b.id, b.email, b.contact) if hint.casefold() in text]
    assert told == []


def test_no_byte_of_an_external_document_tells_who_may_not_be_named() -> None:
    people = (JUSTICE, POLICE, *NGOS, ACADEMY, SHELTER)
    hint = "Riverside Shelter Network, ngo-red, academy@mail.example"
    answers = [said(b, item, None, f"{b.name} says {hint}.") for b in people[1:] for item in IDS]
    answers.append(said(JUSTICE, "untoc.5.example", "The law says so."))
    submission = submit(people, answers)
    hidden = (*NGOS, ACADEMY, SHELTER)
    names = {text.encode() for b in hidden for text in (b.name, b.id, b.email, b.contact)}
    for package in (render_word(submission), render_excel(submission)):
        with zipfile.ZipFile(io.BytesIO(package)) as entries:
            found = {
                (e, n) for e in entries.namelist() for n in names if n in entries.read(e) or n in e.encode()
            }
            printed = b"".join(map(entries.read, entries.namelist()))
        assert found == set()
        assert b"The law says so." in printed
        assert b"The Justice Body" in printed
