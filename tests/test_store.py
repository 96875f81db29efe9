"""What is recorded is there: once, whole, and exactly as it was said."""

import contextlib
import multiprocessing
import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from questionnaires.model import AnswerType
from responses.model import Absence, Citation, Decision, Value
from responses.reconcile import reconcile, same_value
from store import query
from store.audit import head, trail, verify
from store.connection import Store
from store.open import open_store
from store.progress import ArticleProgress, Progress, StakeholderProgress, progress
from store.query import Clearance, FileVerdict, Issued, Launch, Letter, Return, StoredFile
from store.record import (
    record_actions,
    record_clearance,
    record_decisions,
    record_delivery,
    record_file,
    record_invitation,
    record_key,
    record_launch,
    record_letter,
    record_return,
)
from store.returns import compared
from store.values import citations_from_json, citations_to_json, value_from_json, value_to_json
from tests.recorded import (
    ASSIGNMENTS,
    AT,
    INVITATIONS,
    ITEMS,
    QUESTIONNAIRE,
    STAKEHOLDERS,
    WHO,
    digest,
    later,
    launched,
    response,
    take,
)

pytest_plugins = ["tests.postgres"]

FORK = multiprocessing.get_context("fork")


@pytest.fixture
def store(address: str | Path) -> Iterator[Store]:
    with open_store(address, create=True) as opened:
        yield launched(opened)


# --- what is asked


def test_a_launch_comes_back_as_it_was(store: Store) -> None:
    assert query.launch(store) == Launch(
        at=AT,
        actor="focal-point",
        deadline=datetime(2027, 3, 31, 17, tzinfo=UTC),
        settings="5e77",
        questionnaires={"untoc.1": QUESTIONNAIRE.digest},
    )
    assert query.questionnaires(store) == (QUESTIONNAIRE,)
    assert query.stakeholders(store) == STAKEHOLDERS
    assert query.assignments(store) == ASSIGNMENTS


def test_a_consultation_is_launched_once(store: Store) -> None:
    before = head(store)
    again = record_launch(
        store, questionnaires=(), stakeholders=(), assignments=(), deadline=AT, settings_digest="other", **WHO
    )
    assert (again, head(store)) == (False, before)


def test_before_the_launch_everything_is_empty(address: str | Path) -> None:
    with open_store(address, create=True) as empty:
        found = [
            read(empty)
            for read in (
                query.launch,
                query.clearance,
                query.questionnaires,
                query.stakeholders,
                query.assignments,
                query.issued,
                query.letters,
                query.files,
                query.decisions,
                query.latest_answers,
                query.keys,
                query.returns,
                query.performed,
            )
        ]
        assert found == [None, None, (), (), (), (), (), (), (), [], {}, {}, frozenset()]
        assert progress(empty) == Progress((), (), files=0, waiting=0)


def test_keys_are_kept_and_never_change(store: Store) -> None:
    assert record_key(store, "k2", b"other", **WHO) is True
    assert record_key(store, "k2", b"other", **WHO) is False
    with pytest.raises(ValueError, match="another secret"):
        record_key(store, "k2", b"different", **WHO)
    assert query.keys(store) == {"k1": b"\x00secret\xff", "k2": b"other"}


def test_an_invitation_is_issued_once(store: Store) -> None:
    first = INVITATIONS[0]
    assert record_invitation(store, first, workbook_sha256=digest("new"), items=[], **WHO) is False
    assert query.invitations(store) == INVITATIONS
    assert query.issued(store)[0] == Issued(first, digest(first.id), ("untoc.5.1",), AT)


def test_a_letter_is_recorded_once_and_says_what_became_of_it(store: Store) -> None:
    letter: dict[str, Any] = {"stakeholder": "justice", "kind": "invitation", "path": "outbox/1.eml"}
    assert record_letter(store, id="l1", **letter, **later(1)) is True
    assert record_letter(store, id="l1", **letter, **later(2)) is False
    assert query.letters(store) == (Letter("l1", "justice", "invitation", "outbox/1.eml", later(1)["at"]),)
    record_delivery(store, letter="l1", outcome="failed", detail="550 no such mailbox", **later(3))
    record_delivery(store, letter="l1", outcome="sent", **later(4))
    assert query.letters(store)[0].outcome == "sent"
    with pytest.raises(KeyError):
        record_delivery(store, letter="l2", outcome="sent", **WHO)


# --- what came back

SAID: dict[str, Value] = {
    "untoc.5.1": "in-part",
    "untoc.5.2": "=HYPERLINK(\"x\") 'quoted' \\ نعم\n是 \U0001f600",
    "untoc.5.3": ("criminal", "other"),
    "untoc.6.1": Decimal("12.50"),
    "untoc.6.2": ((("name", "Central authority"), ("post", "")), (("name", "Cour d’appel"), ("post", "1"))),
}


def test_a_response_comes_back_exactly_as_it_was_said(store: Store) -> None:
    said = response(
        "r1",
        "justice",
        SAID,
        details="Détails",
        citations=(
            Citation("Code pénal", "art. 12", "1998", "https://law.example"),
            Citation("Loi 3", language="fr"),
        ),
        comment="see ‘annex’",
    )
    silent = response("r2", "shelter", {"untoc.5.1": None}, absent=Absence.CANNOT_DISCLOSE)
    assert (take(store, said), take(store, silent)) == (1, 1)
    assert query.latest_answers(store) == [said.answers[0], silent.answers[0], *said.answers[1:]]


def test_citations_without_a_language_are_kept_as_older_records_have_them() -> None:
    older = '[["Code pénal","art. 12","1998",""]]'
    assert citations_from_json(older) == (Citation("Code pénal", "art. 12", "1998"),)
    assert citations_to_json(citations_from_json(older)) == older


def test_a_newer_version_replaces_what_it_says_something_on_and_keeps_the_rest(store: Store) -> None:
    one = response("r1", "justice", {"untoc.5.1": "yes", "untoc.5.2": "first"})
    two = response("r2", "justice", {"untoc.5.2": "second", "untoc.6.1": Decimal(3)})
    three = response("r3", "justice", {"untoc.5.2": "third"})
    assert [take(store, each) for each in (one, two, three)] == [1, 2, 3]
    assert query.latest_answers(store) == [one.answers[0], three.answers[0], two.answers[1]]

    def version(number: int, status: str, answers: int, replaced: int, kept: int) -> Return:
        key = f"r{number}"
        return Return(
            response=key,
            stakeholder="justice",
            invitation="0000000000",
            version=number,
            status=status,
            sha256=digest(key),
            language="fr",
            received_at=AT,
            answers=answers,
            replaced=replaced,
            kept=kept,
        )

    assert query.returns(store) == {
        "justice": (
            version(1, "completed", answers=2, replaced=0, kept=0),
            version(2, "amended", answers=2, replaced=1, kept=1),
            version(3, "amended", answers=1, replaced=1, kept=2),
        )
    }


def test_a_file_has_one_verdict_however_often_it_is_judged(store: Store) -> None:
    said = response("r1", "justice", {"untoc.5.1": "yes"})
    problem = {
        "code": "unknown-word",
        "severity": "error",
        "place": "a.xlsx:Questions!D8",
        "item": "untoc.5.2",
    }
    assert take(store, said, verdict="partly-accepted", problems=[problem], **later(1)) == 1
    before = head(store)
    other = response("r1", "justice", {"untoc.5.1": "no"})
    assert take(store, other, verdict="refused") == 1
    assert record_return(store, None, sha256=said.sha256, verdict="refused", problems=[], **WHO) == 1
    assert head(store) == before
    verdict = FileVerdict("partly-accepted", (problem,), later(1)["at"], "justice", "r1", 1)
    assert query.file_verdict(store, said.sha256) == verdict
    assert query.latest_answers(store) == list(said.answers)


def test_files_tell_their_names_and_verdicts_and_a_refused_one_makes_no_version(store: Store) -> None:
    def came(name: str, hours: int, text: str = "one") -> bool:
        return record_file(store, sha256=digest(text), name=name, size=7, **later(hours))

    names = ["a.xlsx", "a.xlsx", "copy of a.xlsx", "copy of a.xlsx", "a.xlsx"]
    assert [came(name, hours) for hours, name in enumerate(names)] == [True, False, False, False, False]
    assert came("b.html", 5, "two") is True
    assert query.file_verdict(store, digest("two")) is None
    assert record_return(store, None, sha256=digest("two"), verdict="refused", problems=[], **later(6)) == 0
    assert record_return(store, None, sha256=digest("two"), verdict="refused", problems=[], **later(7)) == 0
    refused = FileVerdict("refused", (), later(6)["at"])
    assert query.files(store) == (
        StoredFile(digest("one"), ("a.xlsx", "copy of a.xlsx"), 7, AT, None),
        StoredFile(digest("two"), ("b.html",), 7, later(5)["at"], refused),
    )
    assert query.file_verdict(store, digest("two")) == refused
    assert [entry.event for entry in trail(store)][5:] == ["file", "sighting", "file", "verdict"]


def test_what_was_refused_and_can_be_read_later_counts(store: Store) -> None:
    """The failure may have been ours: too little time, too little memory."""
    said = response("r1", "justice", {"untoc.5.1": "yes"})
    record_file(store, sha256=said.sha256, name="a.xlsx", size=7, **WHO)
    assert record_return(store, None, sha256=said.sha256, verdict="refused", problems=[], **later(1)) == 0
    assert record_return(store, said, sha256=said.sha256, verdict="accepted", problems=[], **later(2)) == 1
    before = head(store)
    assert record_return(store, said, sha256=said.sha256, verdict="accepted", problems=[], **later(3)) == 1
    assert record_return(store, None, sha256=said.sha256, verdict="refused", problems=[], **later(4)) == 1
    assert head(store) == before
    verdict = FileVerdict("accepted", (), later(2)["at"], "justice", "r1", 1)
    assert query.file_verdict(store, said.sha256) == verdict


def test_a_file_may_have_any_name_that_a_disk_allows(store: Store) -> None:
    name = os.fsdecode(b"r\xe9ponse \x01.xlsx")
    place = [{"severity": "error", "place": name}]
    assert [record_file(store, sha256=digest("one"), name=name, size=1, **WHO) for _ in "ab"] == [True, False]
    record_return(store, None, sha256=digest("one"), verdict="refused", problems=place, **WHO)
    (file,) = query.files(store)
    assert file.names == ("r\\udce9ponse \x01.xlsx",)
    assert file.verdict == FileVerdict("refused", tuple(place), AT)


def test_what_was_never_recorded_cannot_be_referred_to(store: Store) -> None:
    said = response("r1", "justice", {"untoc.5.1": "yes"})
    with pytest.raises(KeyError):
        record_return(store, said, sha256=said.sha256, verdict="accepted", problems=[], **WHO)
    with pytest.raises(KeyError):
        take(store, response("r1", "justice", {"untoc.99.1": "yes"}))
    with pytest.raises(KeyError):
        take(store, replace(said, stakeholder="nobody", answers=()))
    assert query.latest_answers(store) == []


def test_a_response_that_contradicts_itself_is_a_mistake_of_ours(store: Store) -> None:
    said = response("r1", "justice", {"untoc.5.1": "yes"})
    for wrong, why in (
        (replace(said, received_at=AT + timedelta(1)), "another provenance"),
        (replace(said, answers=said.answers * 2), "two answers"),
        (replace(said, sha256=digest("r2"), answers=()), "another file"),
    ):
        record_file(store, sha256=said.sha256, name="r1.xlsx", size=1, **WHO)
        with pytest.raises(ValueError, match=why):
            record_return(store, wrong, sha256=said.sha256, verdict="accepted", problems=[], **WHO)
    assert query.file_verdict(store, said.sha256) is None


@pytest.mark.parametrize("hostile", ["NUL \x00", "lone surrogate \ud800"])
def test_text_that_a_database_would_alter_is_refused_whole(store: Store, hostile: str) -> None:
    with pytest.raises(ValidationError):
        take(store, response("r1", "justice", {"untoc.5.1": "yes"}, comment=hostile))
    assert query.latest_answers(store) == []


def test_times_are_kept_as_instants_and_need_their_zone(store: Store) -> None:
    bamako_and_two = AT.astimezone(timezone(timedelta(hours=2)))
    record_actions(store, ["close"], at=bamako_and_two, actor="x")
    assert trail(store)[-1].at == AT
    with pytest.raises(ValueError, match="time zone"):
        record_actions(store, ["open"], at=datetime(2026, 1, 1), actor="x")  # noqa: DTZ001  # the mistake


# --- what is decided and done


def test_the_latest_decision_on_an_item_counts_and_the_same_one_is_not_written_twice(store: Store) -> None:
    first = Decision("untoc.5.1", "f1", "yes", "", "The Code says so.", "Mme A.", AT)
    number = Decision("untoc.6.1", "f2", Decimal("1.0"), "each", "Counted.", "Mme A.", AT)
    second = replace(first, value="no", reason="The Code was amended.", decided_at=later(5)["at"])
    again = replace(second, decided_by="Somebody else", decided_at=later(9)["at"])
    written = [
        record_decisions(store, given, **WHO) for given in ([first, number], [first], [second], [again])
    ]
    assert written == [2, 0, 1, 0]
    assert query.decisions(store) == (second, number)


def test_a_clearance_names_what_was_cleared_and_the_latest_counts(store: Store) -> None:
    cleared = [
        record_clearance(store, digest=name, paths=["exports/s.docx", "exports/s.xlsx"], **later(hours))
        for hours, name in enumerate(("one", "one", "two"))
    ]
    assert cleared == [True, False, True]
    paths = ("exports/s.docx", "exports/s.xlsx")
    assert query.clearance(store) == Clearance("two", paths, later(2)["at"], "focal-point")


def test_an_action_is_performed_once(store: Store) -> None:
    assert record_actions(store, ["open", "remind-1", "open"], **WHO) == ("open", "remind-1")
    assert record_actions(store, ["remind-1", "close"], **WHO) == ("close",)
    assert query.performed(store) == {"open", "remind-1", "close"}


# --- transactions


def test_an_action_and_its_effect_are_recorded_together_or_not_at_all(store: Store) -> None:
    def remind() -> None:
        with store.transaction():
            letter: dict[str, Any] = {"stakeholder": "justice", "kind": "reminder", "path": "outbox/1.eml"}
            record_letter(store, id="l1", **letter, **WHO)
            assert len(query.letters(store)) == 1  # seen inside
            record_actions(store, ["remind-1"], **WHO)
            raise InterruptedError

    before = head(store)
    with pytest.raises(InterruptedError):
        remind()
    assert (query.letters(store), query.performed(store), head(store)) == ((), frozenset(), before)


def test_a_failed_part_cannot_be_left_out_of_a_transaction(store: Store) -> None:
    def swallow() -> None:
        with store.transaction():
            record_actions(store, ["remind-1"], **WHO)
            with contextlib.suppress(KeyError):
                record_letter(store, id="l1", stakeholder="nobody", kind="reminder", path="", **WHO)

    with pytest.raises(RuntimeError, match="none of it is kept"):
        swallow()
    assert query.performed(store) == frozenset()
    assert record_actions(store, ["remind-1"], **WHO) == ("remind-1",)


def test_a_launch_that_was_rolled_back_is_forgotten(address: str | Path) -> None:
    def fail(store: Store) -> None:
        with store.transaction():
            launched(store)
            raise InterruptedError

    with open_store(address, create=True) as store:
        with pytest.raises(InterruptedError):
            fail(store)
        with pytest.raises(KeyError):
            record_letter(store, id="l1", stakeholder="justice", kind="reminder", path="", **WHO)


def test_a_reading_sees_one_instant_and_cannot_write(store: Store, address: str | Path) -> None:
    with open_store(address, create=False) as other, store.reading():
        assert query.performed(store) == frozenset()
        record_actions(other, ["close"], **WHO)
        assert query.performed(store) == frozenset()
        with pytest.raises(RuntimeError, match="cannot become"):
            record_actions(store, ["open"], **WHO)
    assert query.performed(store) == {"close"}


# --- values

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))
ANY = st.text(st.characters())
VALUES: st.SearchStrategy[Value] = st.one_of(
    st.none(),
    ANY,
    st.lists(ANY).map(tuple),
    st.decimals(allow_nan=False),
    st.dates(),
    st.lists(st.lists(st.tuples(ANY, ANY)).map(tuple), min_size=1).map(tuple),
)


@given(VALUES)
def test_a_value_survives_its_column(value: Value) -> None:
    back = value_from_json(value_to_json(value))
    assert (type(back), back, str(back)) == (type(value), value, str(value))


def test_a_value_of_no_known_type_is_refused() -> None:
    with pytest.raises(ValueError, match="no value"):
        value_from_json('{"colour":"red"}')
    with pytest.raises(ValueError, match="no time of day"):
        value_to_json(AT)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("kept") / "consult.db", create=True) as opened:
        yield launched(opened)


class _Undo(Exception):  # noqa: N818
    """Rolls back what one example recorded."""


@contextlib.contextmanager
def undone(store: Store) -> Iterator[None]:
    with contextlib.suppress(_Undo), store.transaction():
        yield
        raise _Undo


@settings(max_examples=100, deadline=None)
@given(value=VALUES, details=TEXTS, comment=TEXTS, law=TEXTS)
def test_any_text_survives_the_database(
    kept: Store, value: Value, details: str, comment: str, law: str
) -> None:
    with undone(kept):
        more: dict[str, Any] = {"details": details, "comment": comment, "citations": (Citation(law, law),)}
        said = response("r1", "justice", {"untoc.5.2": value}, **more)
        take(kept, said)
        assert query.latest_answers(kept) == list(said.answers)
        assert verify(kept) == []


LINE = ITEMS[1].model_copy(update={"type": AnswerType.LINE})
NEAR = st.sampled_from(
    [
        *(Decimal("1.5"), Decimal("1.50"), Decimal(0), Decimal("-0.0"), Decimal("1E+2"), Decimal(100)),
        *(Decimal("0." + "3" * 40), Decimal("0." + "3" * 39 + "4"), date(2026, 1, 1), date(2026, 1, 2)),
        *("Yes", "yes ", " YES", "é", "e\u0301", "long " * 30, "Long  " * 30, "long " * 30 + "."),
    ]
)


@given(NEAR, NEAR)
def test_values_are_compared_as_reconciling_compares_them(
    one: str | Decimal | date, other: str | Decimal | date
) -> None:
    if type(one) is type(other):
        assert (compared(LINE.type, one) == compared(LINE.type, other)) is same_value(LINE, one, other)


# --- progress


def test_progress_counts_everything_that_status_shows(store: Store) -> None:
    letter: dict[str, Any] = {"stakeholder": "justice", "path": "outbox/1.eml"}
    record_letter(store, id="l1", kind="invitation", **letter, **later(1))
    record_letter(store, id="l2", kind="reminder", **letter, **later(2))
    record_delivery(store, letter="l1", outcome="sent", **later(1))
    record_delivery(store, letter="l2", outcome="failed", **later(2))
    take(
        store, response("r1", "justice", {"untoc.5.1": "yes", "untoc.5.2": "first", "untoc.6.1": Decimal(1)})
    )
    errors = [{"severity": "error"}, {"severity": "warning"}, {"severity": "blocker"}]
    take(store, response("r2", "justice", {"untoc.5.1": "in-part"}), problems=errors)
    take(store, response("r3", "shelter", {"untoc.5.1": "no"}))
    for text, verdict in (("two", "needs-a-person"), ("three", "refused")):
        record_file(store, sha256=digest(text), name=text, size=1, **WHO)
        record_return(store, None, sha256=digest(text), verdict=verdict, problems=[], **WHO)
    record_file(store, sha256=digest("four"), name="four", size=1, **WHO)
    nothing: dict[str, Any] = {"questions": 0, "letter": "", "letter_at": None, "mail": ""}
    assert progress(store) == Progress(
        stakeholders=(
            StakeholderProgress(
                id="justice",
                name="Ministère de la Justice",
                kind="authority",
                at_risk=False,
                language="fr",
                asked=5,
                answered=3,
                owed=4,
                given=3,
                last_return=AT,
                version=2,
                questions=2,
                letter="reminder",
                letter_at=later(2)["at"],
                mail="failed",
                invited=AT,
                first_return=AT,
                reminders=1,
            ),
            StakeholderProgress(
                "shelter",
                "شبكة الملاجئ",
                "ngo",
                True,
                "en",
                3,
                1,
                3,
                1,
                AT,
                1,
                **nothing,
                invited=AT,
                first_return=AT,
            ),
            StakeholderProgress(
                "university",
                "University",
                "academia",
                False,
                "en",
                2,
                0,
                1,
                0,
                last_return=None,
                version=0,
                **nothing,
                invited=AT,
            ),
        ),
        articles=(
            ArticleProgress("untoc.5", {"en": "Article 5", "fr": "L’article 5"}, 3, 2, 2, contradictory=1),
            ArticleProgress("untoc.6", {"en": "Article 6", "fr": "L’article 6"}, 2, 2, 1, contradictory=0),
        ),
        files=6,
        waiting=2,
    )
    found = progress(store)
    assert (found.asked, found.answered, found.returned, found.contradictory) == (10, 4, 2, 1)
    assert (found.owed, found.given) == (8, 4)


ROUNDS = st.lists(
    st.tuples(
        st.sampled_from([body.id for body in STAKEHOLDERS]),
        st.dictionaries(st.sampled_from(["untoc.5.1", "untoc.5.3", "untoc.6.1"]), st.integers(0, 2)),
    ),
    max_size=8,
)
POSSIBLE: dict[str, tuple[Value, ...]] = {
    "untoc.5.1": ("yes", "in-part", "no"),
    "untoc.5.3": (("criminal",), (), ("other",)),
    "untoc.6.1": (Decimal(1), Decimal("1.0"), Decimal(2)),
}


@settings(max_examples=100, deadline=None)
@given(ROUNDS)
def test_contradictions_counted_in_sql_are_the_divergences_of_reconciling(
    kept: Store, rounds: list[tuple[str, dict[str, int]]]
) -> None:
    with undone(kept):
        for number, (body, chosen) in enumerate(rounds):
            take(kept, response(f"r{number}", body, {item: POSSIBLE[item][n] for item, n in chosen.items()}))
        answers = query.latest_answers(kept)
        _agreed, divergences = reconcile(ITEMS, answers)
        found = progress(kept)
        assert (found.contradictory, found.answered) == (len(divergences), len(answers))


# --- kills and crowds


def _record_all(where: str | Path, numbers: range, done: Callable[[int], object]) -> None:
    with open_store(where, create=False) as store:
        for number in numbers:
            said = response(f"r{number}", "justice", {"untoc.5.1": "yes", "untoc.6.1": Decimal(number)})
            with store.transaction():
                take(store, said)
                record_actions(store, [f"receipt-{number}"], **WHO)
            done(number)


def _work(where: str | Path, numbers: range, told: int) -> None:
    _record_all(where, numbers, lambda number: os.write(told, number.to_bytes(2, "big")))


def test_killed_at_any_point_nothing_is_lost_and_nothing_is_there_twice(
    store: Store, address: str | Path
) -> None:
    chance, acknowledged = random.Random(6), 0
    for _ in range(25):
        acknowledged = _killed(address, range(max(0, acknowledged - 5), 1000), chance)
        with store.reading():
            there = [each.response for each in query.returns(store)["justice"]]
            performed = query.performed(store)
        # what was in flight is there whole or not at all
        assert there in ([f"r{n}" for n in range(acknowledged + more)] for more in (0, 1))
        assert performed == {f"receipt-{name[1:]}" for name in there}
    _record_all(address, range(300), lambda _: None)
    versions = query.returns(store)["justice"]
    assert [(each.response, each.version, each.answers) for each in versions] == [
        (f"r{number}", number + 1, 2) for number in range(300)
    ]
    assert len(query.files(store)) == 300
    assert verify(store) == []


def _killed(where: str | Path, numbers: range, chance: random.Random) -> int:
    """Let a process record, kill it a moment after it committed some; return how many it said are there."""
    reader, writer = os.pipe()
    worker = FORK.Process(target=_work, args=(where, numbers, writer))
    worker.start()
    os.close(writer)
    with open(reader, "rb", buffering=0) as told:  # noqa: PTH123  # a descriptor
        said = b"".join(told.read(2) for _ in range(chance.randrange(6, 10)))
        time.sleep(chance.uniform(0, 0.01))
        os.kill(worker.pid or 0, signal.SIGKILL)
        worker.join()
        said += told.readall()
    return int.from_bytes(said[-2:], "big") + 1


def test_two_processes_recording_the_same_hundred_files_make_a_hundred_responses(
    store: Store, address: str | Path
) -> None:
    workers = [FORK.Process(target=_record_all, args=(address, range(100), id)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0, 0]
    versions = query.returns(store)["justice"]
    assert [each.version for each in versions] == list(range(1, 101))
    assert sorted(each.response for each in versions) == sorted(f"r{number}" for number in range(100))
    assert len(query.files(store)) == 100
    assert len(query.latest_answers(store)) == 2
    assert verify(store) == []
