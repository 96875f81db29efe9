"""Early warning: what worries, what does not, and what is too early to say."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from consultation.model import Person
from store import query
from store.changes import record_extension, record_relief, record_reopening
from store.open import open_store
from store.progress import Progress, StakeholderProgress, Voice
from store.record import record_delivery
from store.standing import Round
from tests.stage import AT, NAMES, bytes_in_order, fill, issued, new_folder
from workflows.advance import advance
from workflows.due import Slot
from workflows.launch import launch
from workflows.post import Desk
from workflows.process import Process
from workflows.process_read import read_process
from workflows.receive import receive
from workflows.warn import Warned, recipients, warn
from workflows.warning import Concern, Kind, warnings
from workflows.warning_pace import Forecast, Pace, forecast, pace_of
from workflows.warning_read import watch
from workflows.warning_words import Telling
from workflows.workspace import Workspace

OPENED = datetime(2027, 1, 1, tzinfo=UTC)
DAY = timedelta(days=1)
ROUND = Round("answers", OPENED, OPENED + 100 * DAY)
SOFT = OPENED + 90 * DAY


def body(
    name: str, *, first: int | None = None, kind: str = "authority", **said: object
) -> StakeholderProgress:
    """Return a body asked ten items on the first day; `first` is the day of its first return."""
    plain = StakeholderProgress(
        id=name,
        name=name.title(),
        kind=kind,
        at_risk=False,
        language="en",
        asked=10,
        answered=0 if first is None else 10,
        owed=10,
        given=0 if first is None else 10,
        last_return=None if first is None else OPENED + first * DAY,
        version=int(first is not None),
        questions=0,
        letter="invitation",
        letter_at=OPENED,
        mail="sent",
        invited=OPENED,
        first_return=None if first is None else OPENED + first * DAY,
    )
    return replace(plain, **said)  # type: ignore[arg-type]


def progress(*bodies: StakeholderProgress, voices: str = "") -> Progress:
    """Return the progress of some bodies; `voices`: `untoc.5 police 10 0` a line, asked and answered."""
    lines = (line.split() for line in voices.splitlines() if line.strip())
    said = tuple(Voice(name, article, int(asked), int(answered)) for article, name, asked, answered in lines)
    return Progress(bodies, (), files=0, waiting=0, voices=said)


def worries(
    seen: Progress, day: float, *, opened: Round = ROUND, requested: dict[str, datetime] | None = None
) -> list[Concern]:
    at = OPENED + day * DAY
    pace = pace_of(seen, opened, at)
    return list(warnings(seen, opened, soft=SOFT, requested=requested or {}, pace=pace, at=at))


# --- the pace


def test_the_pace_is_returns_over_the_days_that_bodies_have_waited() -> None:
    seen = progress(body("a", first=10), body("b", first=30), body("c"), body("d", withdrawn=True))
    pace = pace_of(seen, ROUND, OPENED + 40 * DAY)
    assert pace == Pace(asked=3, returned=2, waited=10 + 30 + 40, share=0.4, days=40)
    assert pace.chance(0) == 0
    assert round(pace.chance(40), 4) == round(1 - 2.718281828 ** (-2 / 80 * 40), 4)


@pytest.mark.parametrize(
    ("returned", "share", "known"),
    [(9, 0.2, False), (2, 0.3, False), (3, 0.25, True), (0, 0.49, False), (0, 0.5, True), (1, 1.2, True)],
)
def test_nothing_is_foretold_from_too_little(returned: int, share: float, known: bool) -> None:
    assert Pace(10, returned, 100, share, 30).known is known


def test_each_body_is_expected_by_its_own_deadline() -> None:
    """Of two that are silent, the one with an extension has the better chance; rush is not assumed."""
    seen = progress(
        body("a", first=10),
        body("b"),
        body("c"),
        voices="untoc.5 a 10 10\nuntoc.5 b 10 0\nuntoc.6 c 10 0",
    )
    opened = replace(ROUND, deadlines={"c": OPENED + 300 * DAY})
    at = OPENED + 95 * DAY
    found = forecast(seen, opened, pace_of(seen, opened, at), at)
    assert {
        name: (each.asked, each.answered, round(each.expected, 3), each.over) for name, each in found.items()
    } == {
        "untoc.5": (2, 1, 1.025, False),
        "untoc.6": (1, 0, 0.641, False),
    }
    assert [each.likely for each in found.values()] == [1, 1]
    assert forecast(seen, opened, Pace(3, 1, 10, 0.1, 10), at) == {}, "too early"


def test_after_the_deadline_nothing_is_guessed() -> None:
    seen = progress(body("a", first=10), body("b"), voices="untoc.5 a 10 10\nuntoc.5 b 10 0")
    at = OPENED + 101 * DAY
    assert forecast(seen, ROUND, pace_of(seen, ROUND, at), at) == {"untoc.5": Forecast(2, 1, 1.0, over=True)}


# --- bodies


def test_who_answers_in_time_worries_nobody() -> None:
    everybody = progress(body("a", first=10), body("b", first=80), voices="untoc.5 a 10 10\nuntoc.5 b 10 10")
    assert [worries(everybody, day) for day in (10, 95, 120)] == [[], [], []]


def test_silence_is_a_worry_from_the_soft_deadline_or_after_two_reminders() -> None:
    assert worries(progress(body("a")), 89.9) == []
    silent = Concern(Kind.SILENT, "a", "silent", {"days": 90, "reminders": 0})
    assert worries(progress(body("a")), 90) == [silent]
    assert worries(progress(body("a", reminders=1)), 60) == []
    reminded = Concern(Kind.SILENT, "a", "silent", {"days": 60, "reminders": 2})
    assert worries(progress(body("a", reminders=2)), 60) == [reminded]


def test_who_is_at_risk_is_not_to_be_pressed() -> None:
    (concern,) = worries(progress(body("shelter", at_risk=True)), 92)
    assert concern == Concern(Kind.SILENT, "shelter", "silent-at-risk", {"days": 92, "reminders": 0})
    english = Telling("en", ZoneInfo("UTC"), {"shelter": "Shelter"})
    assert english.concern(concern) == (
        "Shelter (at risk): nothing for 92 days – telephone or use another safe way, do not press"
    )


def test_who_has_withdrawn_or_is_asked_nothing_is_not_silent() -> None:
    gone = progress(body("a", withdrawn=True), body("b", asked=0, owed=0))
    assert worries(gone, 95) == []


def test_more_time_means_silence_is_no_worry_yet_and_its_end_is() -> None:
    opened = replace(ROUND, deadlines={"a": OPENED + 120 * DAY})
    seen = progress(body("a"))
    assert worries(seen, 105, opened=opened) == []
    ending = Concern(Kind.EXTENSION, "a", "extension-ending", {"open": 10}, OPENED + 120 * DAY)
    silent = Concern(Kind.SILENT, "a", "silent", {"days": 113, "reminders": 0})
    assert worries(seen, 113, opened=opened) == [silent, ending]
    over = Concern(Kind.EXTENSION, "a", "extension-over", {"open": 10}, OPENED + 120 * DAY)
    assert worries(seen, 121, opened=opened)[-1] == over


@pytest.mark.parametrize("outcome", ["bounced", "failed"])
def test_a_letter_that_came_back_is_told_first_and_explains_the_silence(outcome: str) -> None:
    seen = progress(body("quiet"), body("lost", mail=outcome))
    assert [(each.kind, each.subject) for each in worries(seen, 95)] == [
        (Kind.BOUNCED, "lost"),
        (Kind.SILENT, "quiet"),
    ]


def test_a_correction_is_overdue_after_two_weeks_or_at_the_deadline() -> None:
    seen = progress(body("a", first=10, reopened=2))
    requested = {"a": OPENED + 20 * DAY}
    assert worries(seen, 33, requested=requested) == []
    overdue = Concern(Kind.CORRECTIONS, "a", "corrections", {"count": 2, "days": 14})
    assert worries(seen, 34, requested=requested) == [overdue]
    late = Concern(Kind.CORRECTIONS, "a", "corrections", {"count": 2, "days": 2})
    assert worries(seen, 100, requested={"a": OPENED + 98 * DAY}) == [late]


# --- articles


def test_articles_that_will_not_be_complete_at_this_pace() -> None:
    many = [body(f"b{n}", first=n + 1 if n < 3 else None) for n in range(6)]
    voices = "\n".join(
        f"{article} b{n} 10 {10 if n < 3 else 0}"
        for article, bodies in (("untoc.5", range(6)), ("untoc.6", (4, 5)))
        for n in bodies
    )
    seen = progress(*many, voices=voices)
    assert worries(seen, 20) == [], "before a quarter of the time nothing is foretold"
    assert worries(seen, 88) == [
        Concern(Kind.NOBODY_LIKELY, "untoc.6", "late-nobody", {"asked": 2, "answered": 0, "likely": 0}),
        Concern(Kind.LATE, "untoc.5", "late", {"asked": 6, "answered": 3, "likely": 3}),
    ]
    assert [each.message for each in worries(seen, 101) if each.about_article] == ["late-over", "late-over"]


def test_an_article_is_left_with_a_single_voice_or_none() -> None:
    seen = progress(
        body("a", first=1),
        body("b", first=2),
        body("c", first=3),
        voices="untoc.5 a 9 9\nuntoc.5 b 0 0\nuntoc.6 b 0 0\nuntoc.6 c 0 0\nuntoc.8 a 9 9",
    )
    assert worries(seen, 30) == [
        Concern(Kind.NOBODY_LEFT, "untoc.6", "nobody-left", {"gone": 2}),
        Concern(Kind.SINGLE_VOICE, "untoc.5", "single-asked", {"gone": 1}),
    ], "one who was asked alone from the beginning is said when routing"


def test_past_the_soft_deadline_one_answer_of_several_is_a_single_voice() -> None:
    seen = progress(
        *(body(name, first=1) for name in "abcd"),
        voices="untoc.5 a 9 9\nuntoc.5 b 9 0",
    )
    assert [each.message for each in worries(seen, 91)] == ["single-answered"]
    assert [each.message for each in worries(seen, 89) if each.kind is Kind.SINGLE_VOICE] == []


def test_civil_society_that_was_asked_and_is_gone_is_missed() -> None:
    voices = "untoc.5 a 9 9\nuntoc.5 b 9 9\nuntoc.5 ngo 0 0"
    seen = progress(body("a", first=1), body("b", first=1), body("ngo", first=1, kind="ngo"), voices=voices)
    assert worries(seen, 30) == [Concern(Kind.NO_CIVIL_VOICE, "untoc.5", "no-civil-voice", {"asked": 2})]
    other = progress(
        *seen.stakeholders, body("u", first=1, kind="academia"), voices=f"{voices}\nuntoc.5 u 9 9"
    )
    assert worries(other, 30) == []


def test_parts_of_forms_have_no_voices_to_miss() -> None:
    seen = progress(body("a"), body("b"), voices="dialogue.application.1 a 9 0\ndialogue.application.1 b 0 0")
    assert [each.kind for each in worries(seen, 91)] == [Kind.SILENT, Kind.SILENT]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_warning_is_said_and_says_what_to_do(language: str) -> None:
    """Whatever figures there are: none, one, several."""
    telling = Telling(language, ZoneInfo("Africa/Bamako"), {"a": "A"}, 2)
    messages = {
        "bounced": Kind.BOUNCED,
        "silent": Kind.SILENT,
        "silent-at-risk": Kind.SILENT,
        "extension-ending": Kind.EXTENSION,
        "extension-over": Kind.EXTENSION,
        "corrections": Kind.CORRECTIONS,
        "nobody-left": Kind.NOBODY_LEFT,
        "late-nobody": Kind.NOBODY_LIKELY,
        "late": Kind.LATE,
        "late-over": Kind.LATE,
        "single-asked": Kind.SINGLE_VOICE,
        "single-answered": Kind.SINGLE_VOICE,
        "no-civil-voice": Kind.NO_CIVIL_VOICE,
    }
    names = ("days", "reminders", "open", "count", "gone", "asked", "answered", "likely")
    for message, kind in messages.items():
        for number in (0, 1, 2):
            figures = dict.fromkeys(names, number)
            concern = Concern(kind, "untoc.5" if kind not in {1, 4, 5, 6} else "a", message, figures, OPENED)
            assert telling.concern(concern)
            assert telling.remedy(concern)
            assert telling.group(concern)
    assert set(messages.values()) == set(Kind)


# --- from the record


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = new_folder(tmp_path / "c", language="en", routing="")
    launch(workspace, at=AT, random=bytes_in_order())
    return workspace


def process(workspace: Workspace) -> Process:
    found, problems = read_process("consultation", workspace.folder.root)
    assert (found is not None, problems) == (True, [])
    return found  # type: ignore[return-value]


def test_the_record_is_read_as_it_stands(workspace: Workspace) -> None:
    """Declined, extended, bounced, reopened: each is there, in the round, with its figures."""
    later = datetime(2027, 2, 1, 9, tzinfo=UTC)
    returned = fill(issued(workspace.folder.root, NAMES["parquet"]), {"untoc.5.1": {"answer": "Oui"}}, "fr")
    (workspace.folder.inbox / "retour.xlsx").write_bytes(returned)
    receive(workspace, at=later)
    who = {"at": later, "actor": "coordinator"}
    with open_store(workspace.database, create=False) as store:
        items = [each.item for each in query.assignments(store) if each.stakeholder == NAMES["uni"]]
        record_relief(store, NAMES["uni"], items, "declined", "", **who)
        record_reopening(store, NAMES["parquet"], [("untoc.5.1", "Which law?")], **who)
        until = datetime(2027, 4, 15, 17, tzinfo=UTC)
        record_extension(store, "answers", NAMES["justice"], until, "asked", **who)
        first = next(each for each in query.letters(store) if each.stakeholder == NAMES["fiu"])
        record_delivery(store, letter=first.id, outcome="bounced", **who)
        soft = datetime(2027, 3, 19, 9, tzinfo=UTC)
        seen = watch(store, "answers", at=datetime(2027, 4, 10, tzinfo=UTC), soft=soft)
    assert [(each.message, each.subject, dict(each.figures)) for each in seen.concerns] == [
        ("bounced", NAMES["fiu"], {}),
        ("late-nobody", "untoc.5", {"asked": 2, "answered": 0, "likely": 0}),
        ("late-nobody", "untoc.10", {"asked": 2, "answered": 0, "likely": 0}),
        ("late-over", "untoc.23", {"asked": 2, "answered": 0, "likely": 0}),
        ("silent", NAMES["justice"], {"days": 95, "reminders": 0}),
        ("silent-at-risk", NAMES["abri"], {"days": 95, "reminders": 0}),
        ("extension-ending", NAMES["justice"], {"open": 13}),
        ("corrections", NAMES["parquet"], {"count": 1, "days": 67}),
        ("no-civil-voice", "untoc.10", {"asked": 2}),
    ]


def letters(workspace: Workspace) -> list[tuple[str, str, str]]:
    found = []
    for path in sorted(workspace.folder.outbox.glob("warning-*.eml")):
        message = message_from_bytes(path.read_bytes(), policy=default)
        part = message.get_body(("plain",))
        assert part is not None
        found.append((str(message["To"]), str(message["Subject"]), part.get_content()))
    return found


def test_the_coordinator_gets_one_letter_that_names_nobody_at_risk(workspace: Workspace) -> None:
    soft = datetime(2027, 3, 19, 9, tzinfo=UTC)
    for _ in range(2):
        advance(workspace, process(workspace), at=soft, random=bytes_in_order())
    ((to, subject, text),) = letters(workspace)
    assert to == "Awa Traoré <awa@justice.example>"
    assert subject == "Example State: what needs you before Wednesday, 31 March 2027"
    assert "0 of 5 bodies have sent something." in text
    assert "- Ministère de la Justice: nothing for 73 days" in text
    assert "- A body not named here (at risk): nothing for 73 days" in text
    assert "Abri" not in text
    assert "no rush at the end is assumed" in text


@pytest.mark.parametrize(
    ("language", "subject", "said"),
    [
        ("en", "Example State: nothing worries us today", "nobody has been silent for long"),
        ("fr", "État d’exemple : rien d’inquiétant aujourd’hui", "aucun organisme ne se tait depuis"),
    ],
)
def test_where_nothing_worries_that_is_said_too(
    tmp_path: Path, language: str, subject: str, said: str
) -> None:
    """Here before the soft deadline, when little is known: the letter does not alarm."""
    workspace = new_folder(tmp_path / "calm", language=language)
    launch(workspace, at=AT, random=bytes_in_order())
    early = datetime(2027, 1, 20, 9, tzinfo=UTC)
    action = process(workspace).action("warning")
    with open_store(workspace.database, create=False) as store:
        desk = Desk(workspace, process(workspace), store, early)
        warned = warn(desk, Slot(action, process(workspace).phases[0], early, "warning"))
    assert warned == Warned("outbox/warning-20270120.eml")
    ((_, written, text),) = letters(workspace)
    assert written == subject
    assert said in text


def test_the_letter_goes_to_those_who_coordinate(workspace: Workspace) -> None:
    people = (
        Person(name="Mariam", role="coordinator", email="m@x.example"),
        Person(name="Sira", role="coordinator", email="s@x.example"),
        Person(name="Ali", role="observer", email="a@x.example"),
        Person(name="Oumar", role="coordinator"),
    )
    settings = workspace.consultation.model_copy(update={"people": people})
    assert list(map(str, recipients(settings))) == ["Mariam <m@x.example>", "Sira <s@x.example>"]
    nobody = settings.model_copy(update={"people": people[2:]})
    assert list(map(str, recipients(nobody))) == ["Awa Traoré <awa@justice.example>"]
