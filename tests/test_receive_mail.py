"""What comes by mail or packed: taken apart, each file judged by itself; from elsewhere after a question."""

import io
import zipfile
from collections.abc import Sequence
from datetime import timedelta
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from typer.testing import CliRunner

from cli import app
from store import mail, query
from store.audit import verify
from store.open import open_store
from tests.stage import AT, NAMES, saved
from tests.test_receive import (
    FIRST,
    codes,
    inbox,
    launched,
    lay,
    of_another_consultation,
    returned,
    two_in_one,
    without_tokens,
    workspace,
)
from workbooks.identity import new_key, token
from workbooks.verdict import Verdict
from workflows.receive import receive
from workflows.undecided import decide, lay_aside, said_of, undecided
from workflows.workspace import Workspace

__all__ = ["launched", "workspace"]

XLSX = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")
FIU, UNI = NAMES["fiu"], NAMES["uni"]


def address(workspace: Workspace, who: str) -> str:
    with open_store(workspace.database, create=False) as store:
        return next(body.email for body in query.stakeholders(store) if body.id == NAMES[who])


def message(
    sender: str, files: Sequence[tuple[str, bytes]], words: str = "Here it is.", **headers: str
) -> EmailMessage:
    made = EmailMessage(policy=SMTP)
    made["From"] = sender
    made["To"] = "awa@justice.example"
    made["Subject"] = headers.pop("Subject", "Re: questions")
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    made.set_content(words)
    for name, data in files:
        made.add_attachment(data, maintype=XLSX[0], subtype=XLSX[1], filename=name)
    return made


def zipped(files: Sequence[tuple[str, bytes]]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in files:
            out.writestr(name, data)
    return made.getvalue()


def told(workspace: Workspace) -> list[tuple[str, str, bool, int]]:
    return [
        (each.name.removeprefix("inbox/"), each.verdict.value, each.known, each.version)
        for each in receive(workspace, at=AT).files
    ]


def counted(workspace: Workspace) -> dict[str, int]:
    with open_store(workspace.database, create=False) as store:
        assert verify(store) == []
        return {body: len(returns) for body, returns in query.returns(store).items()}


def test_a_mail_is_taken_apart_and_each_workbook_counts(workspace: Workspace) -> None:
    data = returned(workspace)
    sent = message(address(workspace, "fiu"), [("réponses.xlsx", data), ("note.xlsx", b"?")])
    lay(workspace, "mail.eml", sent.as_bytes())
    assert told(workspace) == [
        ("mail.eml", "unpacked", False, 0),
        ("mail.eml ▸ réponses.xlsx", "accepted", False, 1),
        ("mail.eml ▸ note.xlsx", "refused", False, 0),
    ]
    assert inbox(workspace) == {"done/mail.eml"}
    assert counted(workspace) == {FIU: 1}
    with open_store(workspace.database, create=False) as store:
        (book,) = [each for each in query.files(store) if each.names == ("réponses.xlsx",)]
        ((came,),) = mail.arrivals(store, book.sha256)
    assert came.sender == address(workspace, "fiu")
    assert (workspace.folder.received / book.sha256).read_bytes() == data
    lay(workspace, "again.eml", sent.as_bytes())
    assert [(verdict, known) for _, verdict, known, _ in told(workspace)] == [
        ("unpacked", True),
        ("accepted", True),
        ("refused", True),
    ]
    assert counted(workspace) == {FIU: 1}


def test_zip_in_a_forwarded_mail_in_a_mail(workspace: Workspace) -> None:
    inner = message(address(workspace, "fiu"), [])
    packed = zipped([("a/1.xlsx", returned(workspace)), ("b/1.xlsx", returned(workspace, who="uni"))])
    inner.add_attachment(packed, maintype="application", subtype="zip", filename="all.zip")
    outer = message("awa@justice.example", [], "Please see below.")
    outer.add_attachment(inner)
    lay(workspace, "forwarded.eml", outer.as_bytes())
    verdicts = [(name.count("▸"), verdict) for name, verdict, _, _ in told(workspace)]
    # the second workbook comes from the house of the first: the university is asked whether it is theirs
    assert verdicts == [
        (0, "unpacked"),
        (1, "unpacked"),
        (2, "unpacked"),
        (3, "accepted"),
        (3, "needs-a-person"),
    ]
    assert counted(workspace) == {FIU: 1}
    assert inbox(workspace) == {"forwarded.eml"}


def test_a_workbook_from_elsewhere_waits_until_the_invitee_has_confirmed_it(workspace: Workspace) -> None:
    lay(
        workspace, "x.eml", message("someone@elsewhere.example", [("1.xlsx", returned(workspace))]).as_bytes()
    )
    for again in (False, True):
        received = receive(workspace, at=AT)
        assert [each.verdict for each in received.files] == [Verdict.UNPACKED, Verdict.NEEDS_A_PERSON]
        assert codes(received.files[1]) == ["from-elsewhere"]
        assert received.files[1].problems[0].domain == "elsewhere.example"
        assert [each.action for each in received.letters] == ([] if again else ["confirm"])
        assert inbox(workspace) == {"x.eml"}
    assert counted(workspace) == {}
    (waiting,) = undecided(workspace)
    assert (waiting.question, waiting.senders) == ("confirm", ("someone@elsewhere.example",))
    assert [(each.stakeholder, each.answered) for each in waiting.candidates] == [(FIU, 2)]
    outcome = decide(workspace, waiting, [waiting.candidates[0].invitation], why="by telephone", at=AT)
    assert [(each.verdict, each.version) for each in outcome.files] == [(Verdict.ACCEPTED, 1)]
    assert [each.action for each in outcome.letters] == ["receipt"]
    assert undecided(workspace) == ()
    assert [verdict for _, verdict, _, _ in told(workspace)] == ["unpacked", "accepted"]
    assert inbox(workspace) == {"done/x.eml"}
    assert counted(workspace) == {FIU: 1}


@pytest.mark.parametrize("sender", ["AWA@justice.example", "same", "below"])
def test_a_workbook_from_the_invitee_s_house_or_from_us_counts(workspace: Workspace, sender: str) -> None:
    own = address(workspace, "fiu")
    local, _, domain = own.partition("@")
    who = {"same": f"other.{own}", "below": f"{local}@post.{domain}"}.get(sender, sender)
    lay(workspace, "x.eml", message(who, [("1.xlsx", returned(workspace))]).as_bytes())
    assert [verdict for _, verdict, _, _ in told(workspace)] == ["unpacked", "accepted"]


def test_two_bodies_in_one_book_wait_and_then_count_each_for_itself(workspace: Workspace) -> None:
    lay(workspace, "both.xlsx", two_in_one(workspace))
    (outcome,) = receive(workspace, at=AT).files
    assert codes(outcome) == ["two-invitations"]
    (waiting,) = undecided(workspace)
    assert waiting.question == "parts"
    assert {each.stakeholder: each.answered for each in waiting.candidates} == {FIU: 2, UNI: 2}
    received = decide(workspace, waiting, [each.invitation for each in waiting.candidates], why="said", at=AT)
    assert {each.stakeholder: (each.version, each.answers) for each in received.files} == {
        FIU: (1, 2),
        UNI: (1, 2),
    }
    assert counted(workspace) == {FIU: 1, UNI: 1}
    assert [verdict for _, verdict, known, _ in told(workspace) if known]
    assert counted(workspace) == {FIU: 1, UNI: 1}
    assert inbox(workspace) == {"done/both.xlsx"}


def test_one_of_two_bodies_in_a_book_may_count_alone_and_the_other_later(workspace: Workspace) -> None:
    lay(workspace, "both.xlsx", two_in_one(workspace))
    receive(workspace, at=AT)
    (waiting,) = undecided(workspace)
    by_body = {each.stakeholder: each.invitation for each in waiting.candidates}
    decide(workspace, waiting, [by_body[UNI]], why="said", at=AT)
    assert counted(workspace) == {UNI: 1}
    decide(workspace, waiting, [by_body[FIU]], why="said", at=AT)
    assert counted(workspace) == {FIU: 1, UNI: 1}


def test_who_replied_and_who_was_asked_is_proposed_first(workspace: Workspace) -> None:
    with open_store(workspace.database, create=False) as store:
        letter = next(each for each in query.letters(store) if each.stakeholder == UNI)
    reply = message(
        "prof@gmail.com",
        [("1.xlsx", without_tokens(returned(workspace, who="uni")))],
        In_Reply_To=f"<{letter.id}.xa@consult.invalid>",
    )
    lay(workspace, "x.eml", reply.as_bytes())
    receive(workspace, at=AT)
    (waiting,) = undecided(workspace)
    assert waiting.question == "whose"
    first = waiting.candidates[0]
    assert (first.stakeholder, first.marked, first.sender, first.asked) == (UNI, True, False, 2)
    received = said_of(workspace, "1.xlsx", UNI, at=AT)
    assert [(each.stakeholder, each.version) for each in received.files] == [(UNI, 1)]


def test_a_mail_without_a_file_is_to_be_read_and_an_automatic_one_is_not(workspace: Workspace) -> None:
    lay(workspace, "a.eml", message("x@y.example", [], "Could you call me?").as_bytes())
    away = message("x@y.example", [], "I am away until Monday.", Auto_Submitted="auto-replied")
    lay(workspace, "b.eml", away.as_bytes())
    received = {Path(each.name).name: each for each in receive(workspace, at=AT).files}
    assert {name: (each.verdict.value, codes(each)) for name, each in received.items()} == {
        "a.eml": ("needs-a-person", ["mail-without-file"]),
        "b.eml": ("unpacked", ["automatic-reply"]),
    }
    assert inbox(workspace) == {"a.eml", "done/b.eml"}
    (waiting,) = undecided(workspace)
    assert waiting.question == "mail"


def test_ask_walks_a_person_through_what_waits(workspace: Workspace, tmp_path: Path) -> None:
    typed = CliRunner(env={"CONSULT_NOW": AT.isoformat(), "COLUMNS": "100"})
    lay(workspace, "1 strange.xlsx", without_tokens(returned(workspace)))
    lay(workspace, "2 both.xlsx", two_in_one(workspace))
    lay(workspace, "3 other.xlsx", of_another_consultation(tmp_path))
    elsewhere = message("someone@elsewhere.example", [("4.xlsx", returned(workspace, {**FIRST}, "uni"))])
    lay(workspace, "4 elsewhere.eml", elsewhere.as_bytes())
    answers = ["9", "1", "n", "1", "o", "t", "c", "o"]
    result = typed.invoke(
        app, ["--folder", str(workspace.folder.root), "receive", "--ask"], input="\n".join(answers) + "\n"
    )
    assert result.exit_code == 0, result.output
    assert "«\u00a09\u00a0» n’est rien de cela" in result.output
    assert "Plus rien ne vous attend." in result.output
    assert counted(workspace) == {FIU: 2, UNI: 2}
    assert {name.partition("/")[0] for name in inbox(workspace)} == {"done"}


def test_who_stops_typing_is_told_that_nothing_is_lost(workspace: Workspace) -> None:
    """The end of what is typed, as Ctrl-C, is no mistake of ours."""
    lay(workspace, "strange.xlsx", without_tokens(returned(workspace)))
    typed = CliRunner(env={"CONSULT_NOW": AT.isoformat(), "COLUMNS": "200"})
    result = typed.invoke(app, ["--folder", str(workspace.folder.root), "receive", "--ask"], input="")
    assert result.exit_code == 1
    assert "Arrêté." in result.output
    assert "(Abort)" not in result.output


def test_no_answers_only_what_can_be_answered_with_no(workspace: Workspace) -> None:
    """`n` for a number mistyped must not be done with a file: that cannot be taken back."""
    lay(workspace, "both.xlsx", two_in_one(workspace))
    typed = CliRunner(env={"CONSULT_NOW": AT.isoformat(), "COLUMNS": "200"})
    result = typed.invoke(app, ["--folder", str(workspace.folder.root), "receive", "--ask"], input="n\n\n")
    assert "n’est rien de cela" in result.output
    assert len(undecided(workspace)) == 1


def test_a_body_mistyped_is_asked_for_again(workspace: Workspace) -> None:
    lay(workspace, "strange.xlsx", without_tokens(returned(workspace)))
    typed = CliRunner(env={"CONSULT_NOW": AT.isoformat(), "COLUMNS": "200"})
    words = ["a", "nobody at all", ""]
    result = typed.invoke(
        app, ["--folder", str(workspace.folder.root), "receive", "--ask"], input="\n".join(words) + "\n"
    )
    assert "«\u00a0nobody at all\u00a0»" in result.output
    assert "n’est rien de cela" not in result.output
    assert len(undecided(workspace)) == 1


def test_nobody_is_invited_by_a_letter_that_asks_about_a_file(workspace: Workspace) -> None:
    elsewhere = message("someone@elsewhere.example", [("1.xlsx", returned(workspace, {**FIRST}, "uni"))])
    lay(workspace, "x.eml", elsewhere.as_bytes())
    receive(workspace, at=AT + timedelta(days=20))
    words = CliRunner(env={"CONSULT_NOW": (AT + timedelta(days=21)).isoformat(), "COLUMNS": "160"})
    result = words.invoke(app, ["--folder", str(workspace.folder.root), "status", "--all"])
    (row,) = [line for line in result.output.splitlines() if "niversit" in line]
    assert "invité" not in row
    assert "courrier du" in row


def test_nothing_answers_an_automatic_reply(workspace: Workspace) -> None:
    away = message(
        address(workspace, "fiu"),
        [("1.xlsx", returned(workspace))],
        "I am away.",
        Auto_Submitted="auto-replied",
    )
    lay(workspace, "away.eml", away.as_bytes())
    received = receive(workspace, at=AT)
    assert [each.verdict.value for each in received.files] == ["unpacked", "accepted"]
    assert received.letters == ()


def test_rows_of_a_colleague_are_left_out_and_named(workspace: Workspace, tmp_path: Path) -> None:
    """A sheet of another consultation stands beside one's own: one code is proven, the other is not."""
    book = load_workbook(io.BytesIO(returned(workspace)))
    other = load_workbook(io.BytesIO(of_another_consultation(tmp_path)))
    copy_into(book, other["Questions"], "Colleague")
    own = book["Questions"]
    source = other["Questions"]
    bottom = own.max_row + 3
    rows = [row for row in range(1, source.max_row + 1) if str(source.cell(row, 1).value).startswith("untoc")]
    for down, row in enumerate(rows[:4]):
        for column in range(1, source.max_column + 1):
            own.cell(bottom + down, column).value = source.cell(row, column).value
    own.cell(bottom + 3, 8).value = None
    lay(workspace, "mixed.xlsx", saved(book))
    (outcome,) = receive(workspace, at=AT).files
    assert (outcome.verdict, outcome.version, outcome.answers) == (Verdict.ACCEPTED_WITH_WARNINGS, 1, 2)
    found = {(each.code, getattr(each, "count", 0)) for each in outcome.problems}
    assert ("rows-of-nobody", 1) in found
    assert ("rows-of-another", 3) in found


def copy_into(book: Workbook, sheet: Worksheet, title: str) -> None:
    copy = book.create_sheet(title)
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None:
                copy.cell(cell.row, cell.column).value = cell.value


def test_what_lies_deeper_than_anybody_packs_is_not_opened(workspace: Workspace) -> None:
    data = returned(workspace)
    for depth in range(6):
        data = zipped([(f"{depth}.zip" if depth else "1.xlsx", data)])
    lay(workspace, "deep.zip", data)
    files = receive(workspace, at=AT).files
    assert [each.verdict.value for each in files] == ["unpacked"] * 5
    assert codes(files[-1]) == ["too-deep"]
    assert receive(workspace, at=AT).files == ()


def test_a_letter_that_came_back_is_noted(workspace: Workspace) -> None:
    with open_store(workspace.database, create=False) as store:
        letter = next(each for each in query.letters(store) if each.stakeholder == UNI)
    report = (
        "From: MAILER-DAEMON@mx.example\r\nTo: awa@justice.example\r\nSubject: Undelivered\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n'
        "MIME-Version: 1.0\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n"
        "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n"
        "Final-Recipient: rfc822; nobody@uni.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n"
        f"--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <{letter.id}.xa@consult.invalid>\r\n"
        "\r\n--b--\r\n"
    )
    lay(workspace, "bounce.eml", report.encode())
    (outcome,) = receive(workspace, at=AT).files
    assert (outcome.verdict.value, codes(outcome)) == ("unpacked", ["letter-came-back"])
    with open_store(workspace.database, create=False) as store:
        assert {each.stakeholder: each.outcome for each in query.letters(store) if each.outcome} == {
            UNI: "bounced"
        }


def test_what_counts_only_now_is_dated_by_when_it_came_and_stays_behind_what_came_since(
    workspace: Workspace,
) -> None:
    older = {"untoc.10.1": {"answer": "No"}, "untoc.10.4": {"answer": "No"}}
    elsewhere = message("someone@elsewhere.example", [("1.xlsx", returned(workspace, older))])
    lay(workspace, "x.eml", elsewhere.as_bytes())
    receive(workspace, at=AT)
    lay(workspace, "own.xlsx", returned(workspace, {"untoc.10.1": {"answer": "Yes", "law": "Act 7"}}))
    receive(workspace, at=AT + timedelta(days=2))
    (waiting,) = undecided(workspace)
    long_after = AT + timedelta(days=365)
    received = decide(workspace, waiting, [waiting.candidates[0].invitation], why="said", at=long_after)
    (outcome,) = received.files
    assert (outcome.version, outcome.answers, outcome.late) == (2, 1, False)
    assert "older-than-standing" in codes(outcome)
    with open_store(workspace.database, create=False) as store:
        stands = {
            each.item: (each.value, each.provenance.received_at) for each in query.latest_answers(store)
        }
    assert stands == {"untoc.10.1": ("yes", AT + timedelta(days=2)), "untoc.10.4": ("no", AT)}


def test_what_somebody_was_done_with_may_be_said_to_be_somebody_s_all_the_same(workspace: Workspace) -> None:
    lay(workspace, "strange.xlsx", without_tokens(returned(workspace)))
    receive(workspace, at=AT)
    (waiting,) = undecided(workspace)
    lay_aside(workspace, waiting, at=AT)
    assert undecided(workspace) == ()
    assert [(each.done, each.known) for each in receive(workspace, at=AT).files] == [(True, True)]
    received = said_of(workspace, "strange.xlsx", FIU, at=AT)
    assert [(each.stakeholder, each.version) for each in received.files] == [(FIU, 1)]


def test_no_letter_says_that_nothing_counts_where_a_person_erred(workspace: Workspace) -> None:
    """Nothing in the file was asked of the body that it was said to be of."""
    victims = returned(workspace, {"untoc.23.a": {"answer": "Oui"}}, "parquet")
    lay(workspace, "strange.xlsx", without_tokens(victims))
    receive(workspace, at=AT)
    received = said_of(workspace, "strange.xlsx", UNI, at=AT)
    assert [each.verdict for each in received.files] == [Verdict.NEEDS_A_PERSON]
    assert received.letters == ()
    assert [each.question for each in undecided(workspace)] == ["whose"]
    received = said_of(workspace, "strange.xlsx", NAMES["parquet"], at=AT)
    assert [(each.stakeholder, each.version) for each in received.files] == [(NAMES["parquet"], 1)]
    assert counted(workspace) == {NAMES["parquet"]: 1}


def test_a_picture_beside_a_workbook_is_no_refused_return(workspace: Workspace) -> None:
    sent = message(address(workspace, "fiu"), [("1.xlsx", returned(workspace))])
    logo = b"\x89PNG\r\n\x1a\n" + b"0" * 300
    sent.add_attachment(logo, maintype="application", subtype="octet-stream", filename="logo.png")
    lay(workspace, "x.eml", sent.as_bytes())
    received = receive(workspace, at=AT)
    assert [each.action for each in received.letters] == ["receipt"]


def test_nothing_counts_of_a_book_with_more_codes_than_anybody_has_by_accident(workspace: Workspace) -> None:
    """One code is proven; left together with the rows of all the others, they would count for it."""
    book = load_workbook(io.BytesIO(returned(workspace)))
    sheet = book.create_sheet("Codes", 0)
    for number in range(9):
        sheet.cell(number + 1, 1).value = token(new_key(bytes([number]) * 32), f"{number:010x}")
    lay(workspace, "many.xlsx", saved(book))
    (outcome,) = receive(workspace, at=AT).files
    assert (outcome.verdict, outcome.version, codes(outcome)) == (
        Verdict.NEEDS_A_PERSON,
        0,
        ["two-invitations"],
    )
    assert counted(workspace) == {}
