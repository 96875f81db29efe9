"""More time: who has it, what they are told, and that reminders go by it."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from consultation.rewrite import rewritten
from problems.changes import (
    BodyMissing,
    BodyNotAsked,
    BodyUnknown,
    DeadlineGone,
    DeadlineUnreadable,
    ExtensionShorter,
    RoundNotOpen,
    WhyMissing,
)
from problems.settings import DeadlineDiffers
from problems.stages import AlreadyCleared, NotLaunched, Refused
from store import query
from store.open import open_store
from store.record import record_clearance
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
    attached,
    body_of,
    deadlines,
    entries,
    first_sheet,
    launched,
    mail,
    paths,
    process,
    refused,
    said,
)
from tests.stage import new_folder
from workflows.advance import advance
from workflows.changes.extend import extend, move_deadline
from workflows.check import check
from workflows.workspace import Workspace

BAMAKO = ZoneInfo("Africa/Bamako")
LATER = datetime(2027, 4, 15, 17, tzinfo=BAMAKO)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return launched(tmp_path / "c")


def test_one_body_gets_more_time_and_a_letter_that_says_so(workspace: Workspace) -> None:
    change = extend(
        workspace, process(), ["Parquet général"], until="2027-04-15 17:00", why="the minister", at=FEBRUARY
    )
    path = f"outbox/extension-20270201-{PARQUET}.eml"
    assert said(change) == [("changes-extended", {"name": "Parquet général", "deadline": LATER})]
    assert (paths(change), change.again, change.next.message) == ([path], False, "changes-next-send")
    assert deadlines(workspace).deadlines == {PARQUET: LATER.astimezone(UTC)}
    text = body_of(workspace, path)
    assert "fixée au jeudi 15 avril 2027, 17:00 (Africa/Bamako)" in text
    assert "the minister" not in text  # the reason is for the record
    assert "jeudi 15 avril 2027, 17:00 (Africa/Bamako)" in first_sheet(attached(workspace, path))
    before = entries(workspace)
    twice = extend(workspace, process(), [PARQUET], until="2027-04-15", at=MARCH)
    assert said(twice) == [("changes-extended-again", {"name": "Parquet général", "deadline": LATER})]
    assert (twice.again, twice.letters, entries(workspace)) == (True, (), before)


def test_all_who_owe_get_more_time_in_their_languages(workspace: Workspace) -> None:
    change = extend(workspace, process(), days=14, every=True, at=FEBRUARY)
    wished = datetime(2027, 4, 14, 17, tzinfo=BAMAKO)
    assert {each.stakeholder for each in change.letters} == {JUSTICE, PARQUET, FIU, ABRI, UNI}
    assert set(deadlines(workspace).deadlines.values()) == {wished.astimezone(UTC)}
    english = mail(workspace, f"outbox/extension-20270201-{FIU}.eml")
    assert english["Subject"].strip() == ("Example State: you have more time, until Wednesday, 14 April 2027")
    assert said(extend(workspace, process(), days=14, every=True, at=FEBRUARY))[0][0] == (
        "changes-extended-again"
    )


def test_reminders_go_by_the_extension_and_not_right_after_it(workspace: Workspace) -> None:
    """Granted on 20 March until 15 April: the reminder 28 days before, on 18 March, is not sent."""
    granted = datetime(2027, 3, 20, 10, tzinfo=UTC)
    advance(workspace, process(), at=datetime(2027, 3, 19, 10, tzinfo=UTC))
    extend(workspace, process(), [PARQUET], until="2027-04-15", at=granted)
    sent = advance(workspace, process(), at=datetime(2027, 3, 22, 10, tzinfo=UTC)).posted
    assert sent == ()
    sent = advance(workspace, process(), at=datetime(2027, 4, 1, 10, tzinfo=UTC)).posted
    mine = [each.path for each in sent if each.stakeholder == PARQUET]
    assert mine == [f"outbox/reminder-middle-20270415-{PARQUET}.eml"]
    assert "15 avril 2027" in body_of(workspace, mine[0])


@pytest.mark.parametrize(
    ("wishes", "problem"),
    [
        ({"until": "2027-03-01"}, ExtensionShorter),
        ({"until": "2026-12-31 17:00"}, DeadlineGone),
        ({"until": "mid April"}, DeadlineUnreadable),
        ({"names": [], "until": "2027-04-15"}, BodyMissing),
        ({"names": ["Parket"], "until": "2027-04-15"}, BodyUnknown),
        ({"names": ["Quiet Club"], "until": "2027-04-15"}, BodyNotAsked),
        ({"until": "2027-04-15", "round": "answer"}, RoundNotOpen),
    ],
)
def test_what_cannot_be_granted_changes_nothing(
    workspace: Workspace, wishes: dict[str, object], problem: type
) -> None:
    before = entries(workspace)
    names = wishes.pop("names", [PARQUET])
    with pytest.raises(Refused) as refusal:
        extend(workspace, process(), names, **wishes, at=FEBRUARY)  # type: ignore[arg-type]
    assert type(refused(refusal)) is problem
    assert all(refused(refusal).message(language) for language in ("en", "fr"))
    assert entries(workspace) == before


def test_moving_the_deadline_tells_those_who_owe_and_keeps_comments(workspace: Workspace) -> None:
    extend(workspace, process(), [PARQUET], until="2027-04-15", at=FEBRUARY)
    before = workspace.folder.settings.read_text(encoding="utf-8")
    change = move_deadline(workspace, process(), "2027-04-07 17:00", why="Elections", at=MARCH)
    wished = datetime(2027, 4, 7, 17, tzinfo=BAMAKO)
    assert said(change) == [
        ("changes-deadline", {"deadline": wished}),
        ("changes-deadline-own", {"name": "Parquet général", "deadline": LATER}),
        ("changes-settings-written", {}),
    ]
    assert paths(change) == [f"outbox/deadline-20270301-{each}.eml" for each in (JUSTICE, FIU, ABRI, UNI)]
    text = body_of(workspace, f"outbox/deadline-20270301-{UNI}.eml")
    assert "It is now Wednesday, 7 April 2027, 17:00 (Africa/Bamako).\n\nThe reason: Elections" in text
    after = workspace.folder.settings.read_text(encoding="utf-8")
    assert after == before.replace('deadline: "2027-03-31 17:00"', 'deadline: "2027-04-07 17:00"')
    once = entries(workspace)
    twice = move_deadline(again(workspace), process(), "2027-04-07 17:00", why="Elections", at=MARCH)
    assert (said(twice)[0][0], twice.again, entries(workspace)) == ("changes-deadline-again", True, once)


def test_an_earlier_deadline_is_called_earlier(workspace: Workspace) -> None:
    change = move_deadline(workspace, process(), "2027-03-24", why="The session is earlier", at=FEBRUARY)
    assert said(change)[0][0] == "changes-deadline-earlier"
    assert "soit plus tôt que nous ne vous l’avions écrit" in body_of(workspace, change.letters[0].path)


def test_a_deadline_moves_only_with_a_reason(workspace: Workspace) -> None:
    with pytest.raises(Refused) as refusal:
        move_deadline(workspace, process(), "2027-04-07", why=" ", at=MARCH)
    assert refused(refusal) == WhyMissing()


def test_settings_that_say_something_else_are_named_by_check(workspace: Workspace) -> None:
    settings = workspace.folder.settings
    settings.write_text(settings.read_text(encoding="utf-8").replace("2027-03-31", "2027-05-31"))
    (found,) = (
        each for each in check(workspace.folder, at=MARCH).problems if isinstance(each, DeadlineDiffers)
    )
    assert (found.command, found.place.line > 0) == ("2027-05-31 17:00", True)
    assert 'consult deadline "2027-05-31 17:00" --why' in found.message("en")
    move_deadline(again(workspace), process(), "2027-05-31 17:00", why="Elections", at=MARCH)
    assert not [
        each for each in check(workspace.folder, at=MARCH).problems if isinstance(each, DeadlineDiffers)
    ]


def test_interrupted_halfway_nothing_is_recorded_and_the_same_command_does_it_all(
    workspace: Workspace,
) -> None:
    before = entries(workspace)
    in_the_way = workspace.folder.outbox / f"deadline-20270301-{ABRI}.eml"
    in_the_way.mkdir()
    with pytest.raises(OSError, match=r"directory|exist"):
        move_deadline(workspace, process(), "2027-04-07", why="Elections", at=MARCH)
    assert entries(workspace) == before
    assert '"2027-03-31 17:00"' in workspace.folder.settings.read_text(encoding="utf-8")
    in_the_way.rmdir()
    change = move_deadline(workspace, process(), "2027-04-07", why="Elections", at=MARCH)
    assert len(change.letters) == 5
    with open_store(workspace.database, create=False) as store:
        assert len([each for each in query.letters(store) if each.kind == "deadline"]) == 5


def test_nothing_changes_before_the_launch_or_after_the_clearance(
    workspace: Workspace, tmp_path: Path
) -> None:
    answered(workspace, JUSTICE, {"untoc.5.1": {"answer": "Oui"}})
    with open_store(workspace.database, create=False) as store:
        record_clearance(store, digest="0" * 64, paths=(), at=MARCH, actor="focal-point")
    before: Callable[[], Workspace] = lambda: new_folder(tmp_path / "new")  # noqa: E731
    for where, problem in ((workspace, AlreadyCleared), (before(), NotLaunched)):
        with pytest.raises(Refused) as refusal:
            extend(where, process(), [PARQUET], until="2027-04-15", at=MARCH)
        assert type(refused(refusal)) is problem


def test_a_setting_is_rewritten_in_place() -> None:
    text = (
        "# mine\ninstruments:\n    - untoc  # all\n    - tip\n"
        "deadline: 2027-03-31 17:00 # noon?\nfocal_point: {name: 'A B', email: a@b.example}\n"
    )
    assert rewritten(text, {("deadline",): "2027-04-07 17:00", ("focal_point", "name"): 'C "D": #'}) == (
        "# mine\ninstruments:\n    - untoc  # all\n    - tip\n"
        'deadline: "2027-04-07 17:00" # noon?\nfocal_point: {name: "C \\"D\\": #", email: a@b.example}\n'
    )
    assert rewritten('deadline: "x"\r\n', {("deadline",): "x"}) is None
    assert rewritten('deadline: "x"\r\n', {("deadline",): "y"}) == 'deadline: "y"\r\n'
