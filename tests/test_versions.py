"""Every return of a body: in order, late or not, what it changed; and the file as it came."""

import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from cli import app
from problems.changes import BodyUnknown, RoundNotOpen
from problems.stages import Refused
from problems.versions import (
    CopyExists,
    NothingToCompare,
    OriginalAltered,
    OriginalMissing,
    OriginalNone,
    OriginalUnknown,
    VersionUnknown,
)
from responses.differences import Change
from responses.model import Absence, Answer, Citation, Provenance, Response, Value
from stakeholders.model import Invitation, Kind, Stakeholder
from store import query
from store.changes import record_extension
from store.connection import Store
from store.mail import record_claim, record_unpacked
from store.open import open_store
from store.record import (
    record_delivery,
    record_file,
    record_invitation,
    record_letter,
    record_return,
    record_round,
    record_stakeholders,
)
from store.versions import Claimed, FileOf, Joined, Sighting, deadlines, files_of, joined
from tests import recorded
from tests.changing import FEBRUARY, JUSTICE, PARQUET, answered, launched, refused
from tests.stage import AT
from workflows.originals import copy_original
from workflows.versions import BodyHistory, Late, body_history, original
from workflows.workspace import Workspace

pytest_plugins = ["tests.postgres"]

DEADLINE = datetime(2027, 3, 31, 17, tzinfo=UTC)
DAY = timedelta(days=1)
BY: dict[str, Any] = {"actor": "coordinator: Awa"}


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


# --- what is recorded, in both databases


@pytest.fixture
def store(address: str | Path) -> Iterator[Store]:
    with open_store(address, create=True) as opened:
        yield recorded.launched(opened)


def moved(store: Store, who: str, until: datetime, at: datetime) -> None:
    record_extension(store, "answers", who, until, "asked", at=at, actor="coordinator")


def test_the_deadline_that_counts_is_the_one_that_held_then(store: Store) -> None:
    moved(store, "justice", DEADLINE + 10 * DAY, DEADLINE - 5 * DAY)
    moved(store, "", DEADLINE + 3 * DAY, DEADLINE - 2 * DAY)
    moved(store, "shelter", DEADLINE + 20 * DAY, DEADLINE + 9 * DAY)
    found = deadlines(store)
    assert found.of("answers", "justice", DEADLINE - 6 * DAY) == DEADLINE
    assert found.of("answers", "justice", DEADLINE) == DEADLINE + 10 * DAY
    assert found.of("answers", "university", DEADLINE) == DEADLINE + 3 * DAY
    assert not found.late("answers", "justice", DEADLINE + 10 * DAY)
    assert found.late("answers", "justice", DEADLINE + 10 * DAY + timedelta(seconds=1))
    assert found.late("answers", "shelter", DEADLINE + 5 * DAY), "more time came only later"
    assert not found.late("answers", "shelter", DEADLINE + 10 * DAY)


def test_a_deadline_brought_forward_makes_nobody_late_afterwards(store: Store) -> None:
    moved(store, "", DEADLINE - 20 * DAY, DEADLINE - 30 * DAY)
    assert not deadlines(store).late("answers", "justice", DEADLINE - 31 * DAY)
    assert deadlines(store).late("answers", "justice", DEADLINE - 19 * DAY)
    moved(store, "justice", DEADLINE - 25 * DAY, DEADLINE - 29 * DAY)
    assert deadlines(store).of("answers", "justice", DEADLINE) == DEADLINE - 20 * DAY


def test_the_files_of_a_body_are_its_returns_its_claims_and_its_mails(store: Store) -> None:
    whole = recorded.response("r1", "justice", {"untoc.5.1": "yes"})
    recorded.take(store, whole)
    came = {}
    for name in ("again.xlsx", "claimed.xlsx", "mail.eml", "scan.pdf", "marked.eml", "other.xlsx"):
        came[name] = whole.sha256 if name == "again.xlsx" else recorded.digest(name)
        record_file(store, sha256=came[name], name=name, size=7, **recorded.WHO)
    own = recorded.INVITATIONS[0].id
    record_claim(store, sha256=came["claimed.xlsx"], invitation=own, why="telephoned", **recorded.WHO)
    for name, sender, invitation in (
        ("mail.eml", "A@justice.example", ""),
        ("marked.eml", "x@y.example", own),
    ):
        record_unpacked(
            store,
            sha256=came[name],
            parts=[(came["scan.pdf"], "scan.pdf")] if name == "mail.eml" else [],
            mail=(sender, invitation),
            **recorded.WHO,
        )
        record_return(store, None, sha256=came[name], verdict="unpacked", problems=[], **recorded.WHO)
    problem = {"code": "damaged", "severity": "error"}
    record_return(store, None, sha256=came["scan.pdf"], verdict="refused", problems=[problem], **recorded.WHO)
    at = recorded.AT

    def file(
        sha256: str, name: str, size: int, verdict: str, *problems: dict[str, Any], **more: Any
    ) -> FileOf:
        return FileOf(
            sha256, name, size, at, verdict, problems, **{"counts": False, "dismissed": False, **more}
        )

    assert list(files_of(store, "justice").values()) == [
        file(whole.sha256, "r1.xlsx", 1, "accepted", counts=True, again=(Sighting("again.xlsx", at),)),
        file(
            came["claimed.xlsx"],
            "claimed.xlsx",
            7,
            "",
            claims=(Claimed(own, (), "telephoned", at, "focal-point"),),
        ),
        file(came["mail.eml"], "mail.eml", 7, "unpacked"),
        file(came["scan.pdf"], "scan.pdf", 7, "refused", problem),
        file(came["marked.eml"], "marked.eml", 7, "unpacked"),
    ]
    assert files_of(store, "university") == {}, "without an address, no mail is its own"
    assert joined(store, "justice") is None


def test_a_file_of_two_bodies_has_a_verdict_for_each(store: Store) -> None:
    both = [recorded.response(f"r-{who}", who, {"untoc.5.1": "yes"}) for who in ("justice", "shelter")]
    record_file(store, sha256=both[0].sha256, name="both.xlsx", size=7, **recorded.WHO)
    record_return(store, None, sha256=both[0].sha256, verdict="needs-a-person", problems=[], **recorded.WHO)
    for each, verdict in zip(both, ("accepted", "partly-accepted"), strict=True):
        source = replace(each.answers[0].provenance, sha256=both[0].sha256)
        whole = replace(each, sha256=both[0].sha256, answers=(replace(each.answers[0], provenance=source),))
        record_claim(
            store, sha256=whole.sha256, invitation=whole.invitation, why="", sheets=["A"], **recorded.WHO
        )
        record_return(store, whole, sha256=whole.sha256, verdict=verdict, problems=[], **recorded.WHO)
    found = {who: files_of(store, who)[both[0].sha256] for who in ("justice", "shelter")}
    assert {who: (each.verdict, len(each.claims)) for who, each in found.items()} == {
        "justice": ("accepted", 1),
        "shelter": ("partly-accepted", 1),
    }


def test_who_joined_after_the_launch_did_so_by_somebody_s_hand(store: Store) -> None:
    late_comer = Stakeholder(id="late", name="Latecomers", kind=Kind.NGO)
    record_stakeholders(store, [late_comer], at=FEBRUARY, actor="coordinator: Awa")
    assert joined(store, "late") == Joined(FEBRUARY, "coordinator: Awa")


# --- a consultation in a folder


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return launched(tmp_path / "c")


class Sender:
    """Records returns as `receive` does, without workbooks."""

    def __init__(self, workspace: Workspace, who: str = PARQUET) -> None:
        self.workspace, self.who = workspace, who
        with open_store(workspace.database, create=False) as store:
            issued = query.issued(store)
        self.invitation = next(each.invitation for each in issued if each.invitation.stakeholder == who)

    def file(self, name: str, data: bytes, at: datetime, verdict: str = "", problems: Any = ()) -> str:
        sha256 = digest(data)
        received = self.workspace.folder.received
        received.mkdir(exist_ok=True)
        (received / sha256).write_bytes(data)
        with open_store(self.workspace.database, create=False) as store:
            record_file(store, sha256=sha256, name=name, size=len(data), at=at, **BY)
            if verdict:
                record_return(store, None, sha256=sha256, verdict=verdict, problems=problems, at=at, **BY)
        return sha256

    def sends(self, name: str, said: Mapping[str, dict[str, Any] | Value], at: datetime) -> str:
        sha256 = self.file(name, name.encode(), at)
        body = Response(sha256[:20], self.invitation.id, self.who, sha256, self.invitation.language, at, ())
        answers = tuple(
            Answer(
                item,
                Provenance(
                    self.who, body.id, sha256, "Questions", f"D{row}", at, body.language, "0123456789abcdef"
                ),
                **(more if isinstance(more, dict) else {"value": more}),
            )
            for row, (item, more) in enumerate(said.items(), 7)
        )
        with open_store(self.workspace.database, create=False) as store:
            whole = replace(body, answers=answers)
            record_return(store, whole, sha256=sha256, verdict="accepted", problems=[], at=at, **BY)
        return sha256


LONG = (
    "L'article 5 du Code pénal punit la participation et l'entente depuis la réforme de 2019, et les "
    "tribunaux l'appliquent dans tout le pays sans exception."
)


@pytest.fixture
def three(workspace: Workspace) -> Workspace:
    """A body that has sent three versions, the last one late."""
    parquet = Sender(workspace)
    parquet.sends(
        "one.xlsx",
        {
            "untoc.5.1": {"value": "yes", "details": LONG, "citations": (Citation("Code pénal", "art. 5"),)},
            "untoc.5.2": "yes",
            "untoc.23.a": {"value": "no", "comment": "to be confirmed"},
        },
        FEBRUARY,
    )
    parquet.sends("two.xlsx", {"untoc.5.2": "in-part"}, FEBRUARY + DAY)
    parquet.sends(
        "trois.xlsx",
        {
            "untoc.5.1": {
                "value": "in-part",
                "details": LONG.replace("2019", "2021"),
                "citations": (Citation("Code pénal", "art. 6"),),
            },
            "untoc.23.b": {"absent": Absence.NOT_KNOWN},
            "untoc.23.a": {"value": "no", "comment": "to be confirmed"},
        },
        DEADLINE + 3 * DAY,
    )
    return workspace


def numbers(told: BodyHistory) -> list[tuple[int, int, int, int, int]]:
    return [(each.number, each.new, each.changed, each.same, each.kept) for each in told.versions]


def changes(told: BodyHistory) -> dict[str, tuple[Change, tuple[str, ...]]]:
    assert told.compared
    return {each.item: (each.change, each.parts) for each in told.compared.differences}


def test_each_version_says_what_it_changed(three: Workspace) -> None:
    told = body_history(three, "Parquet général")
    assert numbers(told) == [(1, 3, 0, 0, 0), (2, 0, 1, 0, 2), (3, 1, 1, 1, 1)]
    zone = told.zone
    assert [each.late for each in told.versions] == [
        None,
        None,
        Late(DEADLINE.astimezone(zone), 3, grace=True),
    ]
    assert [each.received_at for each in told.versions] == [FEBRUARY, FEBRUARY + DAY, DEADLINE + 3 * DAY]
    assert {str(each.received_at.tzinfo) for each in told.versions} == {"Africa/Bamako"}


def test_the_last_two_are_compared_unless_others_are_named(three: Workspace) -> None:
    told = body_history(three, PARQUET)
    assert told.compared
    assert (told.compared.before, told.compared.after) == (2, 3)
    assert changes(told) == {
        "untoc.5.1": (Change.ADDED, ()),
        "untoc.23.b": (Change.ADDED, ()),
        "untoc.23.a": (Change.ADDED, ()),
        "untoc.5.2": (Change.SILENT, ()),
    }
    told = body_history(three, PARQUET, between=(3, 1))
    assert told.compared
    assert (told.compared.before, told.compared.after) == (1, 3)
    assert changes(told) == {
        "untoc.5.1": (Change.CHANGED, ("value", "details", "citations")),
        "untoc.23.b": (Change.ADDED, ()),
        "untoc.23.a": (Change.SAME, ()),
        "untoc.5.2": (Change.SILENT, ()),
    }
    assert told.compared.stands["untoc.5.2"] == 2, "the second version's words stand, not the first's"


@pytest.mark.parametrize(
    ("at", "found"),
    [
        (timedelta(0), None),
        (timedelta(seconds=1), (0, True)),
        (5 * DAY, (5, True)),
        (5 * DAY + timedelta(seconds=1), (5, False)),
        (6 * DAY, (6, False)),
    ],
)
def test_late_is_told_to_the_second_with_the_grace_of_the_process(
    workspace: Workspace, at: timedelta, found: tuple[int, bool] | None
) -> None:
    Sender(workspace).sends("one.xlsx", {"untoc.5.1": "yes"}, DEADLINE + at)
    (version,) = body_history(workspace, PARQUET).versions
    assert (version.late and (version.late.days, version.late.grace)) == found
    assert version.new == 1, "late or not, it counts"


def test_an_extension_counts_from_when_it_was_given(workspace: Workspace) -> None:
    with open_store(workspace.database, create=False) as store:
        moved(store, PARQUET, DEADLINE + 10 * DAY, DEADLINE)
    parquet = Sender(workspace)
    parquet.sends("one.xlsx", {"untoc.5.1": "yes"}, DEADLINE + 9 * DAY)
    parquet.sends("two.xlsx", {"untoc.5.1": "no"}, DEADLINE + 12 * DAY)
    told = body_history(workspace, PARQUET)
    assert [each.late and each.late.days for each in told.versions] == [None, 2]
    assert told.deadline == DEADLINE + 10 * DAY


def test_what_does_not_count_stands_apart(workspace: Workspace) -> None:
    parquet = Sender(workspace)
    assert body_history(workspace, PARQUET).others == ()
    sha256 = parquet.file("scan.pdf", b"%PDF", FEBRUARY, "refused")
    assert body_history(workspace, PARQUET).others == (), "nobody said whose it is"
    with open_store(workspace.database, create=False) as store:
        record_claim(
            store, sha256=sha256, invitation=parquet.invitation.id, why="telephoned", at=FEBRUARY, **BY
        )
    (other,) = body_history(workspace, PARQUET).others
    assert (other.file.name, other.file.verdict, other.file.claims[0].why) == (
        "scan.pdf",
        "refused",
        "telephoned",
    )
    assert body_history(workspace, JUSTICE).others == ()


@pytest.mark.parametrize(
    ("why", "sheets", "line"),
    [
        ("said", (), "said to be its own by Awa (coordinator)"),
        ("said", ("Annex",), "said to be its own by Awa (coordinator), of the sheets Annex"),
        ("telephoned", (), "said to be its own by Awa (coordinator) (telephoned)"),
        (
            "telephoned",
            ("Annex",),
            "said to be its own by Awa (coordinator), of the sheets Annex (telephoned)",
        ),
    ],
)
def test_why_a_file_is_its_own_is_told_where_somebody_gave_a_reason(
    workspace: Workspace, why: str, sheets: tuple[str, ...], line: str
) -> None:
    parquet = Sender(workspace)
    sha256 = parquet.file("scan.pdf", b"%PDF", FEBRUARY, "refused")
    own = parquet.invitation.id
    with open_store(workspace.database, create=False) as store:
        record_claim(store, sha256=sha256, invitation=own, sheets=sheets, why=why, at=FEBRUARY, **BY)
    page = " ".join(consult(workspace, "history", PARQUET).split())
    (told,) = re.findall(r"said to be its own by .*?(?= Letters to it)", page)
    assert told == line


def test_strangers_rounds_and_versions_that_are_not_there_are_refused(three: Workspace) -> None:
    with pytest.raises(Refused) as refusal:
        body_history(three, "Parquet generale")
    assert refused(refusal) == BodyUnknown(value="Parquet generale", near="Parquet général")
    with pytest.raises(Refused) as refusal:
        body_history(three, PARQUET, round="anwers")
    assert refused(refusal) == RoundNotOpen(value="anwers", allowed=("answers",), near="answers")
    with pytest.raises(Refused) as refusal:
        body_history(three, PARQUET, between=(1, 4))
    assert refused(refusal) == VersionUnknown(value=4, name="Parquet général", allowed=(1, 2, 3))
    with pytest.raises(Refused) as refusal:
        body_history(three, JUSTICE, between=(1, 2))
    assert refused(refusal) == NothingToCompare(name="Ministère de la Justice", count=0)


def test_each_round_has_versions_of_its_own(workspace: Workspace) -> None:
    Sender(workspace).sends("one.xlsx", {"untoc.5.1": "yes"}, FEBRUARY)
    with open_store(workspace.database, create=False) as store:
        until = DEADLINE + 90 * DAY
        record_round(store, "more", questionnaires=(), assignments=(), deadline=until, at=FEBRUARY, **BY)
        again = replace_id(query.issued(store)[0].invitation, PARQUET)
        record_invitation(
            store, again, workbook_sha256=digest(b""), items=[], round="more", at=FEBRUARY, **BY
        )
    told = body_history(workspace, PARQUET)
    assert (told.round, told.title, told.versions, told.elsewhere) == ("more", "more", (), {"answers": 1})
    assert told.deadline == until
    told = body_history(workspace, PARQUET, round="answers")
    assert (told.round, numbers(told), told.elsewhere) == ("answers", [(1, 1, 0, 0, 0)], {})
    assert body_history(workspace, JUSTICE).round == "answers", "the last that asked it"
    page = consult(workspace, "history", PARQUET)
    assert f"In answers: one version, consult history {PARQUET} --round answers" in page


def replace_id(invitation: Invitation, who: str) -> Invitation:
    return invitation.model_copy(update={"id": "f" * 10, "stakeholder": who})


# --- the file as it came


def test_an_original_is_named_by_its_version_or_its_digest(three: Workspace) -> None:
    told = body_history(three, PARQUET)
    sha256 = digest(b"two.xlsx")
    assert original(told, "2").sha256 == original(told, f" {sha256[:8].upper()} ").sha256 == sha256
    for wished in ("4", sha256[:7], "", "no"):
        with pytest.raises(Refused) as refusal:
            original(told, wished)
        assert refused(refusal) == OriginalUnknown(
            value=wished, name="Parquet général", allowed=("1", "2", "3")
        )
    with pytest.raises(Refused) as refusal:
        original(body_history(three, JUSTICE), "1")
    assert refused(refusal) == OriginalNone(name="Ministère de la Justice")


def test_an_original_is_copied_whole_and_over_nothing(three: Workspace, tmp_path: Path) -> None:
    sha256, to = digest(b"one.xlsx"), tmp_path / "look.xlsx"
    copy_original(three, sha256, to)
    assert to.read_bytes() == b"one.xlsx"
    assert to.stat().st_mode & 0o077 == 0
    to.write_bytes(b"mine")
    (tmp_path / "dangling").symlink_to(tmp_path / "nothing")
    for name in ("look.xlsx", "dangling", "c"):
        with pytest.raises(Refused) as refusal:
            copy_original(three, sha256, tmp_path / name)
        assert isinstance(refused(refusal), CopyExists)
    assert to.read_bytes() == b"mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["c", "dangling", "look.xlsx"]


def test_bytes_that_are_gone_or_altered_are_not_handed_out(three: Workspace, tmp_path: Path) -> None:
    sha256, to = digest(b"one.xlsx"), tmp_path / "look.xlsx"
    kept = three.folder.received / sha256
    kept.write_bytes(b"One.xlsx")
    with pytest.raises(Refused) as refusal:
        copy_original(three, sha256, to)
    assert refused(refusal) == OriginalAltered(place=refused(refusal).place, digest=sha256)
    kept.unlink()
    with pytest.raises(Refused) as refusal:
        copy_original(three, sha256, to)
    assert isinstance(refused(refusal), OriginalMissing)
    assert str(refused(refusal).place) == f"received/{sha256}"
    assert not to.exists()
    assert [path.name for path in tmp_path.iterdir()] == ["c"]


def test_a_medium_without_links_gets_its_copy_too(
    three: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuses)
    copy_original(three, digest(b"one.xlsx"), tmp_path / "look.xlsx")
    assert (tmp_path / "look.xlsx").read_bytes() == b"one.xlsx"


# --- what people see


def consult(workspace: Workspace, *words: str, code: int = 0) -> str:
    result = CliRunner(env={"COLUMNS": "100"}).invoke(app, ["-C", str(workspace.folder.root), *words])
    assert result.exit_code == code, result.output
    return "\n".join(line.rstrip() for line in result.stdout.splitlines())


def test_the_page_tells_everything_in_order(three: Workspace) -> None:
    with open_store(three.database, create=False) as store:
        first, second = digest(b"one.xlsx"), Sender(three).invitation.id
        again = "copie\x1b[31m\u202e.xlsx"
        record_file(store, sha256=first, name=again, size=8, at=FEBRUARY + DAY, **BY)
        record_claim(store, sha256=first, invitation=second, why="", at=FEBRUARY + 2 * DAY, **BY)
        (invitation,) = (each.id for each in query.letters(store) if each.stakeholder == PARQUET)
        record_delivery(store, letter=invitation, outcome="sent", at=AT, **BY)
    parquet = Sender(three)
    problem = {
        "code": "not-a-spreadsheet",
        "severity": "error",
        "place": "inbox/scan.pdf",
        "item": "",
        "parameters": {"found": "?"},
        "message": "as it was said then",
    }
    sha256 = parquet.file("scan.pdf", b"%PDF", FEBRUARY, "refused", [problem])
    with open_store(three.database, create=False) as store:
        record_claim(
            store, sha256=sha256, invitation=second, sheets=["A", "B"], why="asked", at=FEBRUARY, **BY
        )
    one, two, three_ = (digest(name)[:12] for name in (b"one.xlsx", b"two.xlsx", b"trois.xlsx"))
    counts = (
        "one new answer",
        "one changed",
        "one repeated unchanged",
        "one earlier answer not repeated, which stands",
    )
    edited = "participation et l'entente depuis la réforme de [-2019-]{+2021+}, et les tribunaux"
    original_of = f"look at an original: consult history {PARQUET} --file 3 --to FILE"
    page = consult(three, "history", PARQUET, "--between", "1", "3").splitlines()
    said = next(line for line in page if "not-a-spreadsheet" in line)
    page.remove(said)
    assert said.startswith("    inbox/scan.pdf  not-a-spreadsheet: ")
    question = "Does your country’s law punish"
    assert page == [
        "Parquet général · Answers to the questionnaires",
        "Deadline Wednesday, 31 March 2027, 17:00 (Africa/Bamako)",
        "",
        "Version 1 · 2027-02-01 09:00 · accepted",
        f"  one.xlsx · {one}",
        "  3 new answers",
        "  2027-02-02 09:00: the same bytes again, as copie\ufffd[31m\ufffd.xlsx; nothing was counted twice",
        "  2027-02-03 09:00: said to be its own by Awa (coordinator)",
        "",
        "Version 2 · 2027-02-02 09:00 · accepted",
        f"  two.xlsx · {two}",
        "  one changed; 2 earlier answers not repeated, which stand",
        "",
        "Version 3 · 2027-04-03 17:00 · accepted",
        "  late: 3 days after the deadline, within the days of grace; it counts",
        f"  trois.xlsx · {three_}",
        f"  {'; '.join(counts)}",
        "",
        "Came as well, without counting",
        "  2027-02-01 09:00 · could not be read",
        f"  scan.pdf · {sha256[:12]}",
        "  2027-02-01 09:00: said to be its own by Awa (coordinator), of the sheets A, B (asked)",
        "",
        "Letters to it",
        "  2027-01-04 10:00 · invitation · sent 2027-01-04 10:00",
        "",
        "From version 1 to version 3: one answer added; one changed; one the same; one left blank",
        "  [-taken out-] {+put in+}",
        f"  untoc.5.1  {question} participation in an organized criminal group wherever the person act…",
        "    answer       Yes → Yes, in part",
        f"    details      … {edited} l'appliquent dans tout le …",
        "    laws         − Code pénal, art. 5",
        "                 + Code pénal, art. 6",
        f"  untoc.23.b  {question} those who use violence or threats to interfere with the duties of ju…",
        "    added        We do not know",
        "  Blank in version 3, so what version 2 said stands: untoc.5.2",
        "",
        f"Next: compare others: consult history {PARQUET} --between 2 3; {original_of}",
    ]


def test_a_body_that_has_sent_nothing_is_told_kindly(workspace: Workspace) -> None:
    page = consult(workspace, "history", "Réseau Abri")
    assert page.splitlines() == [
        "Réseau Abri (at risk) · Answers to the questionnaires",
        "Deadline Wednesday, 31 March 2027, 17:00 (Africa/Bamako)",
        "",
        "Nothing that counts has come from Réseau Abri yet.",
        "",
        "Letters to it",
        "  2027-01-04 10:00 · invitation · in outbox/",
        "",
        "Next: see who owes what: consult status",
    ]
    assert "nothing was asked of it in this round" in consult(workspace, "history", "Quiet Club")


def test_a_page_stays_short_unless_all_is_asked_for(workspace: Workspace) -> None:
    items = [f"untoc.5.{each}" for each in ("1", "1.a", "1.a.i", "1.b", "2", "3")]
    items += [f"untoc.23.{each}" for each in ("a", "a.means", "a.stage", "b")]
    parquet = Sender(workspace)
    parquet.sends("one.xlsx", {item: {"details": f"{item} as it was"} for item in items}, FEBRUARY)
    parquet.sends("two.xlsx", {item: {"details": f"{item} as it is"} for item in items}, FEBRUARY + DAY)
    with open_store(workspace.database, create=False) as store:
        for number in range(9):
            path = f"outbox/reminder-{number}.eml"
            record_letter(
                store, id=f"l{number}", stakeholder=PARQUET, kind="reminder", path=path, at=AT, **BY
            )
    command = f"consult history {PARQUET} --between 1 2 --all"
    short, whole = consult(workspace, "history", PARQUET), consult(workspace, "history", PARQUET, "--all")
    assert (short.count("[-was-]{+is+}"), whole.count("[-was-]{+is+}")) == (8, 10)
    assert f"… and 2 questions more: {command}" in short
    assert f"… and 2 before these: consult history {PARQUET} --all" in short
    assert (short.count(" · reminder · in outbox/"), whole.count(" · reminder · in outbox/")) == (8, 9)
    assert ("…" in short, "…" in whole) == (True, False)


def test_french_says_it_too(tmp_path: Path) -> None:
    workspace = launched(tmp_path / "c", language="fr")
    Sender(workspace).sends("un.xlsx", {"untoc.5.1": "yes"}, DEADLINE + timedelta(hours=1))
    page = consult(workspace, "history", PARQUET)
    assert "en retard\u00a0: le jour de la date limite, mais après l’heure, dans les jours de grâce" in page
    assert "une réponse nouvelle" in page
    assert "en retard" in consult(workspace, "status", "--at", "2027-04-02T10:00")


def test_json_holds_everything(three: Workspace) -> None:
    told = json.loads(consult(three, "history", PARQUET, "--between", "1", "3", "--json"))
    assert [each["version"] for each in told["versions"]] == [1, 2, 3]
    assert told["versions"][2]["late"] == {
        "deadline": "2027-03-31T17:00:00+00:00",
        "days": 3,
        "grace": True,
    }
    assert told["versions"][0]["stored"] == f"received/{digest(b'one.xlsx')}"
    assert told["between"] == [1, 3]
    by_item = {each["item"]: each for each in told["differences"]}
    assert by_item["untoc.5.1"]["parts"] == ["value", "details", "citations"]
    assert by_item["untoc.5.1"]["before"]["details"] == LONG
    assert by_item["untoc.5.1"]["after"]["value"] == {"text": "in-part"}
    assert by_item["untoc.5.2"] == {
        "item": "untoc.5.2",
        "change": "silent",
        "parts": [],
        "before": {
            "value": {"text": "yes"},
            "absent": None,
            "details": "",
            "citations": [],
            "comment": "",
            "sheet": "Questions",
            "cell": "D8",
        },
        "after": None,
        "stands": 2,
    }


def test_the_command_hands_the_original_out(three: Workspace, tmp_path: Path) -> None:
    to = tmp_path / "look.xlsx"
    page = consult(three, "history", PARQUET, "--file", "3", "--to", str(to))
    assert to.read_bytes() == b"trois.xlsx"
    assert digest(b"trois.xlsx") in page
    consult(three, "history", PARQUET, "--file", "3", "--to", str(to), code=3)
    consult(three, "history", PARQUET, "--file", "3", "--to", str(tmp_path / "no" / "look.xlsx"), code=1)
    consult(three, "history", PARQUET, "--file", "3", code=2)
    consult(three, "history", PARQUET, "--between", "2", "2", code=2)


def test_status_marks_who_was_late_and_counts_what_came(three: Workspace) -> None:
    Sender(three, JUSTICE).sends("un.xlsx", {"untoc.5.1": "yes"}, FEBRUARY)
    page = consult(three, "status", "--at", "2027-04-05T10:00")
    lines = {name: next(line for line in page.splitlines() if name in line) for name in ("Parquet", "Minist")}
    assert " ".join(lines["Parquet"].split()).endswith("3 Apr, version 3, late")
    assert " ".join(lines["Minist"].split()).endswith("1 Feb")
    seen = json.loads(consult(three, "status", "--at", "2027-04-05T10:00", "--json"))
    rows = {each["id"]: each for each in seen["stakeholders"]}
    assert (rows[PARQUET]["late"], rows[JUSTICE]["late"]) == (True, False)
    assert (rows[PARQUET]["answered"], rows[PARQUET]["version"]) == (4, 3)


def test_returned_workbooks_are_versions(workspace: Workspace) -> None:
    answered(workspace, PARQUET, {"untoc.5.1": {"answer": "Oui"}, "untoc.5.2": {"answer": "Oui"}})
    answered(workspace, PARQUET, {"untoc.5.1": {"answer": "Non"}}, at=DEADLINE + DAY)
    told = body_history(workspace, PARQUET)
    assert numbers(told) == [(1, 2, 0, 0, 0), (2, 0, 1, 0, 1)]
    assert [each.late and each.late.days for each in told.versions] == [None, 1]
    copy_original(workspace, original(told, "1").sha256, workspace.folder.root / "look.xlsx")
    assert digest((workspace.folder.root / "look.xlsx").read_bytes()) == told.versions[0].file.sha256
