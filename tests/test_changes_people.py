"""Who is asked: declined, passed on, added, withdrawn; how they appear; whose mail comes back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from problems.changes import (
    ArticleNotAsked,
    BodyAmbiguous,
    BodyGone,
    BodyMissing,
    BodyNotAsked,
    BodyNotRouted,
    BodyToItself,
    ConsentUnknown,
    ConsentWordsMissing,
    NoLetterYet,
    QuestionUnknown,
    WhyMissing,
)
from problems.stages import Refused
from stakeholders.model import Attribution, Kind, Stakeholder
from store import query, standing
from store.open import open_store
from tests.changing import (
    ABRI,
    FEBRUARY,
    FIU,
    JUSTICE,
    MARCH,
    PARQUET,
    UNI,
    again,
    answered,
    asked,
    attached,
    body_of,
    entries,
    launched,
    mail,
    paths,
    process,
    refused,
    row,
    rows,
    said,
)
from tests.stage import bytes_in_order
from workflows.advance import advance
from workflows.changes.consent import consent
from workflows.changes.decline import decline
from workflows.changes.join import add
from workflows.changes.naming import named
from workflows.changes.reassign import reassign
from workflows.changes.undelivered import undelivered
from workflows.changes.withdraw import withdraw
from workflows.submit import compile_submission
from workflows.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return launched(tmp_path / "c")


def reliefs(workspace: Workspace, who: str) -> dict[str, tuple[str, str]]:
    with open_store(workspace.database, create=False) as store:
        return {
            each.item: (each.kind, each.detail) for each in standing.reliefs(store) if each.stakeholder == who
        }


def test_declining_takes_away_what_is_open_and_keeps_what_was_answered(workspace: Workspace) -> None:
    answered(
        workspace,
        UNI,
        {"untoc.10.1": {"answer": "Yes", "details": "The Act"}, "untoc.10.3": {"answer": "Not our remit"}},
        language="en",
    )
    change = decline(
        workspace, process(), "University of the River", suggest="Parquet général", why="No jurists", at=MARCH
    )
    assert asked(workspace, UNI) == ["untoc.10.1"]
    assert set(reliefs(workspace, UNI).values()) == {("declined", f"→ {PARQUET}: No jurists")}
    assert (row(workspace, UNI).owed, row(workspace, UNI).given) == (1, 1)
    assert said(change) == [
        ("changes-declined", {"name": "University of the River", "what": "14 questions (article 10)"}),
        ("changes-covered", {}),
    ]
    path = f"outbox/declined-20270301-{UNI}.eml"
    assert paths(change) == [path]
    assert "Nothing else is open" in body_of(workspace, path)
    assert attached(workspace, path) is None
    before = entries(workspace)
    assert decline(workspace, process(), UNI, at=MARCH).again
    assert entries(workspace) == before


def test_what_nobody_covers_any_more_is_said_with_the_command_that_passes_it_on(workspace: Workspace) -> None:
    decline(workspace, process(), PARQUET, articles=["5"], at=FEBRUARY)
    change = decline(
        workspace, process(), JUSTICE, items=["untoc.5.1"], articles=["10"], suggest="Bar Council", at=MARCH
    )
    assert said(change)[1:] == [
        ("changes-suggested-stranger", {"name": "Bar Council"}),
        ("changes-uncovered", {"what": "one question (article 5)"}),
    ]
    assert dict(change.next.parameters) == {
        "command": f"{JUSTICE} OTHER --items untoc.5.1 --articles untoc.10"
    }
    left = body_of(workspace, change.letters[0].path)
    assert "D’autres questions restent les vôtres" in left
    assert "untoc.5.1" not in rows(attached(workspace, change.letters[0].path))


def test_passing_on_puts_the_answers_into_the_new_workbook_and_leaves_them_their_givers(
    workspace: Workspace,
) -> None:
    answered(
        workspace,
        FIU,
        {
            "untoc.10.1": {"answer": "Yes", "details": "The Act", "comment": "for you alone"},
            "untoc.10.3": {"answer": "Not our remit"},
        },
        language="en",
    )
    change = reassign(
        workspace, process(), FIU, PARQUET, why="they prosecute", at=MARCH, random=bytes_in_order()
    )
    taker, giver = f"outbox/reassigned-20270301-{PARQUET}.eml", f"outbox/passed-on-20270301-{FIU}.eml"
    assert paths(change) == [taker, giver]
    assert said(change)[1] == (
        "changes-answers-passed",
        {"name": "Financial Intelligence Unit", "count": 1},
    )
    assert (asked(workspace, FIU), len(asked(workspace, PARQUET))) == ([], 52)
    book = rows(attached(workspace, taker))
    assert book["untoc.10.1"][1:] == ("Oui", "The Act")
    assert book["untoc.10.3"][1:] == ("", "")
    text = body_of(workspace, taker)
    assert "à l’organisme suivant vous sont transmises : Financial Intelligence Unit." in text.replace(
        "\u00a0", " "
    )
    assert "for you alone" not in str(book)
    assert "Parquet général is asked instead." in body_of(workspace, giver)
    with open_store(workspace.database, create=False) as store:
        given = {(each.provenance.stakeholder, each.item) for each in query.latest_answers(store)}
    assert given == {(FIU, "untoc.10.1"), (FIU, "untoc.10.3")}
    before = entries(workspace)
    assert reassign(workspace, process(), FIU, PARQUET, at=MARCH).again
    assert entries(workspace) == before
    returned = attached(workspace, taker)
    answered(workspace, PARQUET, {"untoc.5.1": {"answer": "Oui"}}, at=MARCH, book=returned)
    assert (row(workspace, PARQUET).answered, row(workspace, FIU).owed) == (2, 0)
    assert FIU not in {each.stakeholder for each in advance(workspace, process(), at=MARCH).posted}


def test_answers_of_a_body_at_risk_are_passed_on_only_where_that_is_said(workspace: Workspace) -> None:
    answered(workspace, ABRI, {"untoc.23.a": {"answer": "Oui", "details": "Three cases"}})
    change = reassign(workspace, process(), ABRI, JUSTICE, at=MARCH, random=bytes_in_order())
    assert said(change)[1] == ("changes-answers-kept", {"name": "Réseau Abri", "count": 1})
    first = rows(attached(workspace, change.letters[0].path))
    assert first["untoc.23.a"][1:] == ("", "")
    assert "Abri" not in body_of(workspace, change.letters[0].path)
    random = bytes_in_order()
    for _ in range(20):
        random(5)
    change = reassign(workspace, process(), ABRI, JUSTICE, with_answers=True, at=MARCH, random=random)
    assert paths(change) == [f"outbox/reassigned-20270301-2-{JUSTICE}.eml"]
    assert rows(attached(workspace, change.letters[0].path))["untoc.23.a"][1:] == ("Oui", "Three cases")
    assert "Abri" not in body_of(workspace, change.letters[0].path)
    before = entries(workspace)
    assert reassign(workspace, process(), ABRI, JUSTICE, with_answers=True, at=MARCH, random=random).again
    assert entries(workspace) == before


def test_what_was_declined_can_be_passed_on_to_a_body_that_joined_the_registry_since(
    workspace: Workspace,
) -> None:
    decline(workspace, process(), JUSTICE, articles=["10"], at=FEBRUARY)
    with workspace.folder.registry.open("a", encoding="utf-8") as registry:
        registry.write("Barreau,ngo,law,,fr,,barreau@bar.example,\n")
    change = reassign(
        workspace, process(), JUSTICE, "Barreau", articles=["10"], at=MARCH, random=bytes_in_order()
    )
    assert paths(change) == [
        "outbox/reassigned-20270301-barreau.eml",
        f"outbox/passed-on-20270301-{JUSTICE}.eml",
    ]
    assert (len(asked(workspace, "barreau")), row(workspace, "barreau").owed) == (15, 5)
    assert "questions à Barreau" in mail(workspace, change.letters[0].path)["Subject"]
    assert entries(workspace)


def test_a_body_added_gets_an_invitation_and_further_mandates_a_workbook_with_its_answers(
    workspace: Workspace,
) -> None:
    registry = workspace.folder.registry
    text = registry.read_text(encoding="utf-8")
    registry.write_text(text + "Bar Association,ngo,law,untoc.23,en,,bar@bar.example,\n", encoding="utf-8")
    change = add(workspace, process(), ["Bar Association"], at=MARCH, random=bytes_in_order())
    assert paths(change) == ["outbox/invitation-bar-association.eml"]
    assert said(change) == [
        ("changes-added", {"name": "Bar Association", "what": "13 questions (article 23)"})
    ]
    answered(workspace, UNI, {"untoc.10.1": {"answer": "Yes"}}, language="en", at=MARCH)
    text = registry.read_text(encoding="utf-8")
    registry.write_text(text.replace("law,untoc.10,en", "law,untoc.10; untoc.23,en"), encoding="utf-8")
    random = bytes_in_order()
    for _ in range(20):
        random(5)
    change = add(again(workspace), process(), [UNI], at=MARCH, random=random)
    assert paths(change) == [f"outbox/added-20270301-{UNI}.eml"]
    book = rows(attached(workspace, change.letters[0].path))
    assert (len(book), book["untoc.10.1"][1]) == (len(asked(workspace, UNI)), "Yes")
    before = entries(workspace)
    assert add(workspace, process(), ["Bar Association", UNI], at=MARCH).again
    assert entries(workspace) == before


def test_what_was_declined_by_mistake_is_asked_again_only_where_that_is_said(workspace: Workspace) -> None:
    before = asked(workspace, UNI)
    decline(workspace, process(), UNI, at=FEBRUARY)
    random = bytes_in_order()
    for _ in range(20):
        random(5)
    assert add(workspace, process(), [UNI], at=MARCH, random=random).again
    change = add(workspace, process(), [UNI], declined=True, at=MARCH, random=random)
    assert paths(change) == [f"outbox/added-20270301-{UNI}.eml"]
    assert (asked(workspace, UNI), row(workspace, UNI).owed) == (before, 5)
    assert add(workspace, process(), [UNI], declined=True, at=MARCH, random=random).again
    assert entries(workspace)


def test_a_body_withdraws_and_is_left_in_peace(workspace: Workspace) -> None:
    answered(workspace, PARQUET, {"untoc.5.1": {"answer": "Oui"}})
    change = withdraw(workspace, process(), [PARQUET], why="merged", at=MARCH)
    assert said(change)[0] == ("changes-withdrawn", {"name": "Parquet général", "answers": 1})
    assert (asked(workspace, PARQUET), row(workspace, PARQUET).withdrawn) == ([], True)
    assert "Ce que vous avez répondu jusqu’ici reste chez nous" in body_of(workspace, change.letters[0].path)
    assert PARQUET not in {each.stakeholder for each in advance(workspace, process(), at=MARCH).posted}
    before = entries(workspace)
    assert withdraw(workspace, process(), [PARQUET], why="merged", at=MARCH).again
    assert entries(workspace) == before
    with pytest.raises(Refused) as refusal:
        decline(workspace, process(), PARQUET, at=MARCH)
    assert refused(refusal) == BodyGone(name="Parquet général")


def test_consent_is_followed_by_everything_that_is_compiled_after_it(workspace: Workspace) -> None:
    answered(workspace, JUSTICE, {"untoc.5.1": {"answer": "Oui", "details": "Le Code"}})
    before = compile_submission(workspace, at=MARCH, language="en", draft=True)
    assert [each.name for each in before.submission.bodies.named if each.name == "Ministère de la Justice"]
    change = consent(workspace, process(), JUSTICE, attribution="anonymous", at=MARCH)
    assert [message for message, _ in said(change)] == ["changes-consent", "changes-consent-compiled"]
    assert "n’y est nommé nulle part" in body_of(workspace, change.letters[0].path)
    after = compile_submission(workspace, at=MARCH, language="en", draft=True)
    assert "Ministère de la Justice" not in {each.name for each in after.submission.bodies.named}
    with pytest.raises(Refused) as refusal:
        consent(workspace, process(), JUSTICE, attribution="named", at=MARCH)
    assert refused(refusal) == ConsentWordsMissing(name="Ministère de la Justice")
    consent(workspace, process(), JUSTICE, attribution="named", words="Please name us.", at=MARCH)
    assert consent(workspace, process(), JUSTICE, attribution="named", words="Again.", at=MARCH).again
    consent(workspace, process(), JUSTICE, withdraw=True, at=MARCH)
    with open_store(workspace.database, create=False) as store:
        found = {body.id: body.attribution for body in query.stakeholders(store)}
    assert found[JUSTICE] is Attribution.ANONYMOUS
    assert entries(workspace)


def test_a_letter_that_came_back_is_noted_once(workspace: Workspace) -> None:
    change = undelivered(workspace, process(), [UNI], why="mailbox full", at=MARCH)
    assert said(change)[0][0] == "changes-bounced"
    assert row(workspace, UNI).mail == "bounced"
    before = entries(workspace)
    assert undelivered(workspace, process(), [UNI], at=MARCH).again
    assert entries(workspace) == before


REFUSALS: dict[str, tuple[Callable[[Workspace], object], type]] = {
    "nobody": (lambda w: add(w, process(), [], at=MARCH), BodyMissing),
    "no mandate": (lambda w: add(w, process(), ["Quiet Club"], at=MARCH), BodyNotRouted),
    "not asked": (lambda w: decline(w, process(), "Quiet Club", at=MARCH), BodyNotAsked),
    "nothing to pass": (lambda w: reassign(w, process(), "Quiet Club", FIU, at=MARCH), BodyNotAsked),
    "itself": (lambda w: reassign(w, process(), FIU, FIU, at=MARCH), BodyToItself),
    "question": (lambda w: decline(w, process(), FIU, items=["untoc.10.99"], at=MARCH), QuestionUnknown),
    "article": (lambda w: decline(w, process(), FIU, articles=["4"], at=MARCH), ArticleNotAsked),
    "no reason": (lambda w: withdraw(w, process(), [FIU], why="", at=MARCH), WhyMissing),
    "no such way": (lambda w: consent(w, process(), FIU, attribution="hidden", at=MARCH), ConsentUnknown),
    "no letter": (lambda w: undelivered(w, process(), ["Quiet Club"], at=MARCH), NoLetterYet),
}


@pytest.mark.parametrize("name", REFUSALS)
def test_what_cannot_be_changed_is_refused_and_nothing_is_recorded(workspace: Workspace, name: str) -> None:
    command, problem = REFUSALS[name]
    before = entries(workspace)
    with pytest.raises(Refused) as refusal:
        command(workspace)
    assert type(refused(refusal)) is problem
    assert all(refused(refusal).message(language) for language in ("en", "fr"))
    assert entries(workspace) == before


def test_a_name_of_two_bodies_names_neither() -> None:
    bodies = [Stakeholder(id=each, name="The Board", kind=Kind.OTHER) for each in ("board", "board-2")]
    assert named("board-2", bodies) is bodies[1]
    with pytest.raises(Refused) as refusal:
        named("the board", bodies)
    assert refused(refusal) == BodyAmbiguous(value="the board", ids=("board", "board-2"))
