"""The answer back: each return is answered once, with its verdict, and hidden bodies stay hidden."""

import hashlib
import re
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from functools import partial
from html import unescape
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from languages import say
from problems import Place, Problem
from problems.answers import InPartWithoutDetails, YesWithoutLaw
from problems.identity import CopyWithoutToken, FromElsewhere, MailSays, OldKey
from problems.intake import PasswordProtected
from problems.letters import LetterFailed
from problems.returns import ExtraSheet, TextBeyondTable
from problems.stages import NothingFilledIn, Refused
from responses.model import Answer, Citation, Response
from responses.validate import validate
from store import query
from store.audit import verify
from store.connection import Store
from store.open import open_store
from store.record import record_file, record_return
from tests.stage import AT, NAMES, bytes_in_order, fill, issued, new_folder
from workbooks.child import examine
from workbooks.identity import Identity, identify
from workbooks.layout import REMARK_END
from workbooks.read import read
from workbooks.verdict import Verdict, judge
from workflows.answer_words import places_told
from workflows.answering import Judgement, answer_back
from workflows.asked import Asked
from workflows.judging import FileOutcome, response_of
from workflows.launch import launch
from workflows.post import Desk, Posted
from workflows.process_read import read_process
from workflows.workspace import Workspace, open_workspace

FEBRUARY = datetime(2027, 2, 1, 9, tzinfo=UTC)
APRIL = datetime(2027, 4, 2, 9, tzinfo=UTC)
Cells = Mapping[str, Mapping[str, object]]
FIRST: Cells = {"untoc.10.1": {"answer": "Yes", "law": "Act 7"}, "untoc.10.4": {"answer": "No"}}
UNREADABLE: Cells = {"untoc.10.1": {"answer": "Yes", "law": "Act 7"}, "untoc.10.4": {"answer": "perhaps"}}


@pytest.fixture(scope="module")
def launched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("launched") / "consultation"
    assert launch(new_folder(folder), at=AT, random=bytes_in_order()).at
    return folder


@pytest.fixture
def workspace(launched: Path, tmp_path: Path) -> Workspace:
    """A launched consultation of one's own."""
    shutil.copytree(launched, tmp_path / "consultation")
    workspace, _ = open_workspace(tmp_path / "consultation")
    assert workspace is not None
    return workspace


@dataclass(frozen=True)
class Came:
    """A file that came from a body, as it is judged here without the mail and the sandbox around it."""

    who: str
    cells: Cells = None  # type: ignore[assignment]  # None: it could not be opened
    name: str = "inbox/réponses finales (2).xlsx"
    more: Sequence[Problem] = ()
    known: bool = False
    alter: Callable[[Response], Response] = lambda response: response

    def judgement(self, workspace: Workspace, asked: Asked, at: datetime) -> tuple[Judgement, list[Problem]]:
        (invitation,) = (
            each for each in asked.issued.values() if each.invitation.stakeholder == NAMES[self.who]
        )
        if self.cells is None:
            sha256 = hashlib.sha256(self.name.encode()).hexdigest()
            verdict = judge(identified=False, read=0, problems=self.more)
            return Judgement(
                sha256, FileOutcome(self.name, verdict, tuple(self.more), answer_to=invitation)
            ), []
        language = invitation.invitation.language
        data = fill(issued(workspace.folder.root, NAMES[self.who]), self.cells, language)
        sha256 = hashlib.sha256(data).hexdigest()
        contents, problems = examine(data)
        assert contents is not None, problems
        reading, found = read(
            contents,
            questionnaires={each.id: each for each in asked.questionnaires},
            shown=self.name,
            asked=invitation.items,
            language=language,
        )
        response = self.alter(response_of(invitation.invitation, reading.entries, asked, sha256, at))
        found = [*found, *validate(asked.items, response.answers, invitation.items, self.name), *self.more]
        verdict = judge(identified=True, read=len(reading.entries), problems=found)
        counts = verdict not in {Verdict.NEEDS_A_PERSON, Verdict.REFUSED}
        outcome = FileOutcome(
            name=self.name,
            verdict=verdict,
            problems=tuple(found),
            known=self.known,
            stakeholder=NAMES[self.who],
            answers=len(reading.entries),
            answer_to=invitation,
        )
        return Judgement(sha256, outcome, response if counts else None), found


def answered(workspace: Workspace, *came: Came, at: datetime = FEBRUARY) -> tuple[Posted, ...]:
    """Record some returns and answer them, as one transaction."""
    with open_store(workspace.database, create=False) as store:
        asked = Asked.read(store)
        with store.transaction():
            judged = []
            for each in came:
                judgement, problems = each.judgement(workspace, asked, at)
                stood = frozenset(recorded(store, NAMES[each.who]))
                record_file(
                    store, sha256=judgement.sha256, name=each.name, size=1, at=at, actor="coordinator"
                )
                version = record_return(
                    store,
                    judgement.response,
                    sha256=judgement.sha256,
                    verdict=judgement.outcome.verdict.value,
                    problems=[problem.as_json("en") for problem in problems],
                    at=at,
                    actor="coordinator",
                )
                outcome = replace(judgement.outcome, version=version, stood=stood)
                judged.append(replace(judgement, outcome=outcome))
            process, _ = read_process("consultation", workspace.folder.root)
            assert process is not None
            desk = Desk(workspace, process, store, at, "coordinator")
            posted = answer_back(desk, judged, partial(recorded, store))
            assert answer_back(desk, judged, partial(recorded, store)) == ()
        assert verify(store) == []
    return posted


def recorded(store: Store, body: str) -> dict[str, Answer]:
    return {each.item: each for each in query.latest_answers(store, [body])}


def mail(workspace: Workspace, posted: Posted) -> EmailMessage:
    message = message_from_bytes((workspace.folder.root / posted.path).read_bytes(), policy=default)
    assert isinstance(message, EmailMessage)
    return message


def text_of(workspace: Workspace, posted: Posted, kind: str = "plain") -> str:
    part = mail(workspace, posted).get_body((kind,))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def workbook_of(workspace: Workspace, posted: Posted) -> bytes:
    (attached,) = mail(workspace, posted).iter_attachments()
    data = attached.get_content()
    assert isinstance(data, bytes)
    return data


def invitation_of(workspace: Workspace, who: str) -> str:
    with open_store(workspace.database, create=False) as store:
        return next(
            each.invitation.id for each in query.issued(store) if each.invitation.stakeholder == NAMES[who]
        )


def test_what_was_read_is_said_item_by_item(workspace: Workspace) -> None:
    cells = {**FIRST, "untoc.10.3": {"answer": "Yes, in part", "details": "x" * 400}}
    (posted,) = answered(workspace, Came("fiu", cells))
    assert (posted.action, posted.path) == ("receipt", f"outbox/receipt-{NAMES['fiu']}-1.eml")
    text = text_of(workspace, posted)
    assert "Your file “réponses finales (2).xlsx” arrived on Monday, 1 February 2027" in text
    assert "3 answers in it could be read. It counts as version 1 of your answers." in text
    assert "Of your 5 main questions, 2 are still open." in text
    still = text.partition("Still open:\n\n")[2].partition("\n\n")[0]
    named = (each.partition(" · ") for each in still.split("\n"))
    assert [(name, question) for name, _, question in named] == [
        (
            "– untoc.10.legislation",
            "Which laws make legal persons liable for offences linked to organized crime?",
        ),
        (
            "– untoc.10.2.kinds",
            "Which kinds of liability of legal persons does your country’s law provide for?",
        ),
    ]
    told = [part for part in text.split("\n\n") if part.startswith("untoc.")]
    assert told[0].split("\n")[1:] == ["  Your answer: Yes", "  Law and provision: Act 7"]
    assert "  Your answer: Yes, in part" in told[1]
    assert "(400 characters in all, every one of them kept)" in told[1]
    assert "  → Thank you. Which law provides for this" in told[1]
    assert [part.split(" · ")[0] for part in told] == ["untoc.10.1", "untoc.10.3", "untoc.10.4"]
    message = mail(workspace, posted)
    assert str(message["Message-ID"]).partition(".")[0].endswith(f"-{invitation_of(workspace, 'fiu')}")
    assert "Yes" not in str(message["Subject"])
    assert list(message.iter_attachments()) == []


def test_text_and_html_say_the_same(workspace: Workspace) -> None:
    cells = {"untoc.10.1": {"answer": "Oui", "comment": "<b>R&D</b>\n– a\n  → b"}}
    (posted,) = answered(workspace, Came("justice", cells))
    html = text_of(workspace, posted, "html")
    inner = html.split("<body", 1)[1].split(">", 1)[1].split("</body>")[0]
    words = unescape(re.sub(r"<[^>]+>", " ", inner)).split()
    assert words == text_of(workspace, posted).replace(" · ", " ", 1).split()
    assert "&lt;b&gt;R&amp;D&lt;/b&gt; – a → b" in html


def test_a_return_is_answered_once_and_only_with_its_verdict(workspace: Workspace) -> None:
    (first,) = answered(workspace, Came("fiu", FIRST))
    before = (workspace.folder.root / first.path).read_bytes()
    assert answered(workspace, Came("fiu", {**FIRST, "untoc.10.3": {"answer": "No"}}, known=True)) == ()
    (second,) = answered(workspace, Came("fiu", {"untoc.10.4": {"answer": "Yes", "law": "Act 8"}}))
    assert second.path.endswith("-3.eml")
    assert (workspace.folder.root / first.path).read_bytes() == before
    assert "2 earlier answers stand beside it" in text_of(workspace, second)


def test_what_is_rolled_back_was_never_answered(workspace: Workspace) -> None:
    with open_store(workspace.database, create=False) as store:
        judgement, _ = Came("fiu", FIRST).judgement(workspace, Asked.read(store), FEBRUARY)
        process, _ = read_process("consultation", workspace.folder.root)
        assert process is not None
        before = query.letters(store)
        with pytest.raises(KeyboardInterrupt):
            _interrupted(Desk(workspace, process, store, FEBRUARY, "x"), judgement)
        assert query.letters(store) == before
    (posted,) = answered(workspace, Came("fiu", FIRST))
    assert posted.action == "receipt"


def _interrupted(desk: Desk, judgement: Judgement) -> None:
    with desk.store.transaction():
        assert answer_back(desk, [judgement], partial(recorded, desk.store))
        raise KeyboardInterrupt


def test_a_correction_asks_at_the_cell_and_keeps_the_rest(workspace: Workspace) -> None:
    (posted,) = answered(workspace, Came("fiu", {**UNREADABLE, "untoc.10.3": {"answer": "No"}}))
    assert (posted.action, posted.path) == ("correct", f"outbox/correct-{NAMES['fiu']}-1.eml")
    text = text_of(workspace, posted)
    assert "Questions!C20 · untoc.10.4: Does your country" in text
    assert "  → “perhaps” (question untoc.10.4) is not one of: Yes · Yes, in part · No" in text
    assert "2 answers could be read and kept (version 1 of your answers); one place could not." in text
    book = load_workbook(BytesIO(workbook_of(workspace, posted)))
    sheet = book["Questions"]
    found = {str(row[0].value): row for row in sheet.iter_rows() if row[0].value}
    said = {code: found[code][2].value for code in ("untoc.10.1", "untoc.10.3", "untoc.10.4")}
    assert said == {"untoc.10.1": "Yes", "untoc.10.3": "No", "untoc.10.4": None}
    assert "→ In your file, cell C20: “perhaps” (question untoc.10.4)" in str(found["untoc.10.4"][1].value)
    framed = [code for code, row in found.items() if row[2].border.left.style == "thick"]
    assert framed == ["untoc.10.4"]
    assert str(sheet["A2"].value).startswith("One question needs another look: a thick frame")
    assert "Example State" in str(book.worksheets[0]["B2"].value)


def test_the_annotated_workbook_answers_the_correction(workspace: Workspace) -> None:
    (posted,) = answered(workspace, Came("fiu", UNREADABLE))
    data = fill(workbook_of(workspace, posted), {"untoc.10.4": {"answer": "No"}}, "en")
    with open_store(workspace.database, create=False) as store:
        asked = Asked.read(store)
    contents, _ = examine(data)
    assert contents is not None
    reading, problems = read(
        contents, questionnaires={each.id: each for each in asked.questionnaires}, shown=""
    )
    assert {each.item: each.value for each in reading.entries} == {"untoc.10.1": "yes", "untoc.10.4": "no"}
    assert problems == []
    issued_again = identify(reading.carriers, asked.keys)
    assert issued_again == (Identity.IDENTIFIED, (invitation_of(workspace, "fiu"),))


def test_the_very_cell_is_marked(workspace: Workspace) -> None:
    cells = {
        "untoc.5.1.b": {"answer": "Oui", "law": "Code pénal"},
        "untoc.5.1.b.roles:directing": {"answer": "surtout au nord"},
    }
    (posted,) = answered(workspace, Came("justice", cells))
    sheet = load_workbook(BytesIO(workbook_of(workspace, posted)))["Questions"]
    framed = [str(row[0].value) for row in sheet.iter_rows() if row[2].border.left.style == "thick"]
    assert framed == ["untoc.5.1.b.roles:directing"]


def test_whoever_must_not_be_named_is_not_and_nothing_is_repeated(workspace: Workspace) -> None:
    secret = {
        "untoc.23.a": {"answer": "peut-être bien", "details": "à Sévaré"},
        "untoc.23.b": {"answer": "Oui"},
    }
    (posted,) = answered(workspace, Came("abri", secret, name="Réseau Abri.xlsx"))
    raw = (workspace.folder.root / posted.path).read_bytes()
    book = workbook_of(workspace, posted)
    whole = text_of(workspace, posted) + text_of(workspace, posted, "html") + posted.path + text_in(book)
    for word in ("peut-être bien", "Sévaré", "Réseau", "reseau-abri"):
        assert word not in whole
    head = raw.partition(b"\r\n\r\n")[0]
    assert b"To: abri@abri.example" in head
    sheet = load_workbook(BytesIO(book))["Questions"]
    found = {str(row[0].value): row for row in sheet.iter_rows() if row[0].value}
    assert found["untoc.23.a"][2].border.left.style == "thick"
    kind = (
        "→ Ce que vous avez écrit ici n’est aucune des réponses de la liste. Veuillez choisir l’une d’elles."
    )
    assert str(found["untoc.23.a"][1].value).endswith(f"\n{kind}{REMARK_END}")
    assert found["untoc.23.b"][2].value is None
    assert "Nous conservons une réponse de votre part. Pour vous protéger, elle n’est pas reprise" in whole
    (receipt,) = answered(workspace, Came("abri", {"untoc.23.b": {"answer": "Oui"}}, name="Réseau Abri.xlsx"))
    assert receipt.path == f"outbox/receipt-{invitation_of(workspace, 'abri')}-2.eml"
    told = text_of(workspace, receipt)
    assert "untoc." not in told
    assert "Oui" not in told
    assert "une réponse a pu y être lue" in told


def text_in(workbook: bytes) -> str:
    book = load_workbook(BytesIO(workbook))
    return "\n".join(str(cell) for sheet in book for row in sheet.values for cell in row if cell)


def test_what_could_not_be_opened_is_asked_for_again(workspace: Workspace) -> None:
    answered(workspace, Came("fiu", FIRST))
    password = (PasswordProtected(place=Place("x.xlsx")),)
    (posted,) = answered(workspace, Came("fiu", name="x.xlsx", more=password))
    assert posted.action == "refused"
    text = text_of(workspace, posted)
    assert f"\n– {password[0].message('en')}\n" in text
    assert "with everything that you have answered before in its place" in text
    sheet = load_workbook(BytesIO(workbook_of(workspace, posted)))["Questions"]
    assert {str(row[0].value): row[2].value for row in sheet.iter_rows()}["untoc.10.1"] == "Yes"


def test_an_empty_workbook_is_no_silence(workspace: Workspace) -> None:
    nothing = NothingFilledIn(place=Place("x.xlsx"))
    (posted,) = answered(workspace, Came("fiu", {}, more=(nothing,)))
    assert posted.action == "refused"
    text = text_of(workspace, posted)
    assert "\n– Nothing is filled in in this workbook." in text
    assert nothing.message("en") not in text


@pytest.mark.parametrize(
    ("doubt", "said"),
    [
        (
            FromElsewhere(place=Place("x"), domain="other.example"),
            "an address at other.example, which is not",
        ),
        (OldKey(place=Place("x")), "one that we have replaced since"),
    ],
)
def test_what_came_from_elsewhere_is_confirmed_with_the_invitee(
    workspace: Workspace, doubt: Problem, said: str
) -> None:
    (posted,) = answered(workspace, Came("fiu", FIRST, more=(doubt,)))
    assert posted.action == "confirm"
    message, text = mail(workspace, posted), text_of(workspace, posted)
    assert [each.addr_spec for each in message["To"].addresses] == ["fiu@finance.example"]
    assert said in text
    assert "It holds 2 answers." in text
    assert "untoc." not in text
    assert "Act 7" not in text
    assert list(message.iter_attachments()) == []


def test_a_person_answers_what_a_mail_says(workspace: Workspace) -> None:
    says = MailSays(place=Place("x"), words="please call me")
    (posted,) = answered(workspace, Came("fiu", FIRST, more=(says,)))
    assert posted.action == "receipt"
    assert "please call me" not in text_of(workspace, posted)
    assert answered(workspace, Came("uni", name="words only.eml", more=(says,))) == ()


def test_after_the_deadline_nobody_is_told_to_come_by_it(workspace: Workspace) -> None:
    (posted,) = answered(workspace, Came("fiu", UNREADABLE), at=APRIL)
    assert (
        "as soon as you can; the deadline (Wednesday, 31 March 2027, 17:00 (Africa/Bamako)) has passed"
        in (text_of(workspace, posted))
    )


def test_a_file_in_a_mail_is_called_as_its_sender_does(workspace: Workspace) -> None:
    (posted,) = answered(workspace, Came("fiu", FIRST, name="inbox/17.eml ▸ answers.xlsx"))
    assert "Your file “answers.xlsx” arrived" in text_of(workspace, posted)


def test_a_file_may_be_called_anything(workspace: Workspace) -> None:
    name = "inbox/a\u202eb\r\nBcc: x@evil.example\n\n{{ state }}" + "y" * 300 + ".xlsx"
    (posted,) = answered(workspace, Came("fiu", FIRST, name=name))
    message = mail(workspace, posted)
    assert message["Bcc"] is None
    first = text_of(workspace, posted).split("\n\n")[1]
    assert "“a\ufffdb Bcc: x@evil.example {{ state }}yyy" in first
    assert len(first) < 500


def test_a_letter_of_ones_own_that_is_wrong_stops_before_anything_is_recorded(workspace: Workspace) -> None:
    own = workspace.folder.root / "letters" / "en" / "receipt.j2"
    own.parent.mkdir(parents=True)
    own.write_text("Subject: x\n\n{{ recieved }}\n", encoding="utf-8")
    with pytest.raises(Refused) as refusal:
        answered(workspace, Came("fiu", FIRST))
    assert isinstance(refusal.value.problem, LetterFailed)
    assert refusal.value.problem.place.path == "letters/en/receipt.j2"
    with open_store(workspace.database, create=False) as store:
        assert query.returns(store) == {}


def test_several_at_once_are_as_many_letters(workspace: Workspace) -> None:
    posted = answered(
        workspace,
        Came("fiu", FIRST),
        Came("uni", FIRST, name="inbox/u.xlsx"),
        Came("justice", {"untoc.10.1": {"answer": "Non"}}),
    )
    assert [each.stakeholder for each in posted] == [NAMES["fiu"], NAMES["uni"], NAMES["justice"]]
    assert {each.path for each in posted} <= {
        path.relative_to(workspace.folder.root).as_posix() for path in workspace.folder.outbox.iterdir()
    }


def test_what_is_doubtful_is_marked_beside_what_is_wrong(workspace: Workspace) -> None:
    """Whoever opens the workbook that comes back finds everything there that the letter asks for."""
    (posted,) = answered(workspace, Came("fiu", {**UNREADABLE, "untoc.10.3": {"answer": "Yes, in part"}}))
    book = load_workbook(BytesIO(workbook_of(workspace, posted)))
    found = {str(row[0].value): row for row in book["Questions"].iter_rows() if row[0].value}
    framed = [code for code, row in found.items() if row[2].border.left.style == "thick"]
    assert framed == ["untoc.10.3", "untoc.10.4"]
    doubt = InPartWithoutDetails(item="untoc.10.3").message("en")
    assert doubt in str(found["untoc.10.3"][1].value)
    assert found["untoc.10.3"][2].value == "Yes, in part"
    assert "2 questions need another look: untoc.10.4 · untoc.10.3." in text_in(
        workbook_of(workspace, posted)
    )


def test_what_no_cell_can_hold_stands_all_the_same(workspace: Workspace) -> None:
    laws = tuple(Citation(f"Act {number}", "L1", "x" * 1000) for number in range(40))

    def cited(response: Response) -> Response:
        return replace(response, answers=tuple(replace(each, citations=laws) for each in response.answers))

    (posted,) = answered(workspace, Came("fiu", UNREADABLE, alter=cited))
    sheet = load_workbook(BytesIO(workbook_of(workspace, posted)))["Questions"]
    found = {str(row[0].value): row for row in sheet.iter_rows() if row[0].value}
    assert (found["untoc.10.1"][2].value, found["untoc.10.1"][4].value) == (None, None)
    assert "kept whole, but too long" in str(found["untoc.10.1"][1].value)
    assert "perhaps" in str(found["untoc.10.4"][1].value)


def test_a_remark_on_several_questions_is_said_once_and_what_needs_doing_first(workspace: Workspace) -> None:
    cells: Cells = {
        "untoc.10.1": {"answer": "Yes"},
        "untoc.10.3": {"answer": "Yes, in part"},
        "untoc.10.4": {"answer": "Yes"},
    }
    (posted,) = answered(workspace, Came("fiu", cells))
    in_part = InPartWithoutDetails(item="untoc.10.3").message("en")
    law = YesWithoutLaw(item="untoc.10.1").message("en")
    for kind in ("plain", "html"):
        text = unescape(text_of(workspace, posted, kind))
        assert (text.count(law), text.count(in_part)) == (1, 1)
        told = re.findall(r"– (.*?)(?:</p>)?$", text.partition("Please look at this")[2], re.MULTILINE)
        assert [each.partition(": ")[2] for each in told] == [in_part, law]
        assert text.index(in_part) < text.index("This is what we read") < text.index(law)
        assert told[1].startswith("untoc.10.1, ")


def test_a_comment_is_no_answer(workspace: Workspace) -> None:
    cells: Cells = {**UNREADABLE, "untoc.10.3": {"comment": "Later."}}
    (posted,) = answered(workspace, Came("fiu", cells))
    text = text_of(workspace, posted)
    assert "From it, one answer could be read and kept" in text
    assert "On one more question you wrote something but gave no answer; it was kept" in text
    start = text_in(workbook_of(workspace, posted))
    assert "One answer is in place already." in start


def test_a_hidden_body_is_told_how_much_was_not_read_and_the_kind_of_each_mistake(
    workspace: Workspace,
) -> None:
    outside = (
        ExtraSheet(place=Place("x"), name="Témoins"),
        TextBeyondTable(place=Place("x"), value="à Sévaré"),
        TextBeyondTable(place=Place("x"), value="à Mopti"),
    )
    cells = {"untoc.23.a": {"answer": "peut-être bien"}, "untoc.23.b": {"answer": "Oui"}}
    (posted,) = answered(workspace, Came("abri", cells, more=outside))
    text = text_of(workspace, posted)
    assert "2 textes se trouvaient hors des cellules colorées et n’ont pas été lus." in text
    assert "Une feuille n’est pas des nôtres ou a perdu sa ligne d’en-tête\u00a0; rien n’y a été lu." in text
    whole = text + text_in(workbook_of(workspace, posted))
    for word in ("Témoins", "Sévaré", "Mopti", "peut-être bien"):
        assert word not in whole


def test_every_kind_of_mistake_has_words_of_its_own_that_repeat_nothing() -> None:
    kinds = [each for each in Problem.__subclasses__() if each.__module__ == "problems.returns"]
    said = {each.code: say("en", "answering", "look-again-hidden", kind=each.code) for each in kinds}
    plain = say("en", "answering", "look-again-hidden", kind="")
    assert [code for code, words in said.items() if words != plain] == [
        "unknown-option",
        "unknown-tick",
        "ambiguous-value",
        "not-a-number",
        "not-a-date",
        "other-calendar",
        "error-cell",
        "uncached-formula",
        "answer-and-absence",
        "two-answers",
        "conflicting-copies",
    ]


def test_a_block_that_came_from_elsewhere_is_one_place_of_a_letter() -> None:
    problems = [
        CopyWithoutToken(place=Place("f.xlsx", sheet=sheet, cell=cell), item=item, own="Questions")
        for sheet, cell, item in (("2024", "C6", "a.1"), ("2024", "C9", "a.2"), ("2023", "D6", "a.1"))
    ]
    assert [(each["where"], each["id"]) for each in places_told(problems, {}, "en")] == [
        ("2024!C6, 2024!C9", "a.1, a.2"),
        ("2023!D6", "a.1"),
    ]
