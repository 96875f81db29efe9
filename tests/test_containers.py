"""What people send is taken apart: the files in it, what it says of itself, and what could not be had."""

import base64
import io
import random
import zipfile
from email.message import EmailMessage
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import SMTP

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from problems.containers import (
    AttachmentDamaged,
    FileBehindLink,
    MailCutOff,
    MemberUnreadable,
    NestedTooDeep,
    NothingInside,
    OutlookMessage,
    PartsLeftOut,
    ProtectedMail,
    TnefAttached,
)
from problems.intake import ArchiveWithPassword, DamagedFile, EmptyFile, NotASpreadsheet, UnpacksTooLarge
from tests.hostile import good_workbook, ods, ods_cell, ods_row
from workbooks.containers import PARTS_LIMIT, SIZE_LIMIT, Bounce, Mail, Part, Unpacked, unpack
from workbooks.mailparts import take_apart
from workbooks.mailwords import LIMIT
from workbooks.mime import from_base64

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 50
BOOK = b"PK\x03\x04 not looked at here"
XLSX = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")


def mail(text: str = "Voici.\n", **headers: str) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    for name, value in {"From": "awa@justice.example", "Subject": "Réponse", **headers}.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    return message


def with_book(message: EmailMessage, data: bytes = BOOK, name: str = "return.xlsx") -> EmailMessage:
    message.add_attachment(data, maintype=XLSX[0], subtype=XLSX[1], filename=name)
    return message


def apart(data: bytes | EmailMessage) -> tuple[tuple[Part, ...], list[str], Mail]:
    """Return the files of a mail, the codes of its problems, and what it says."""
    unpacked, problems = unpack(data if isinstance(data, bytes) else data.as_bytes())
    assert unpacked is not None
    assert unpacked.kind == "mail"
    assert unpacked.mail is not None
    for problem in problems:
        assert problem.message("en")
        assert problem.message("fr")
    return unpacked.parts, [problem.code for problem in problems], unpacked.mail


def raw(headers: str, body: str | bytes = "") -> bytes:
    """Return a mail as it stands, its lines ended as servers do."""
    head = f"From: awa@justice.example\nMIME-Version: 1.0\n{headers.strip()}\n\n".replace(
        "\n", "\r\n"
    ).encode()
    return head + (body.replace("\n", "\r\n").encode() if isinstance(body, str) else body)


def test_a_mail_says_who_wrote_it_about_what_and_in_answer_to_what() -> None:
    message = mail(
        "Bonjour,\n\nvoici notre réponse.\n",
        From='"Focal point <real@state.example>" <Awa.T@Justice.EXAMPLE>',
        Subject="Réponse 📎 du ministère",
        To="Returns <untoc+7K3M@state.example>, other@x.example",
        Cc="third@x.example",
        X_Original_To="untoc@state.example",
        In_Reply_To="<i.k3.xa@consult.invalid>",
        References="<old@x> <i.k3.xa@consult.invalid>",
    )
    parts, codes, said = apart(with_book(message))
    assert parts == (Part("return.xlsx", BOOK),)
    assert codes == []
    assert said == Mail(
        sender="awa.t@justice.example",
        subject="Réponse 📎 du ministère",
        addressed=(
            "untoc+7k3m@state.example", "other@x.example", "third@x.example", "untoc@state.example",
        ),
        references=("<i.k3.xa@consult.invalid>", "<old@x>"),
        words="Bonjour,\n\nvoici notre réponse.",
        automatic=False,
    )  # fmt: skip


def test_a_mail_without_a_file_has_its_words() -> None:
    assert apart(mail("Ce n’est pas notre mandat.\n")) == (
        (),
        [],
        Mail("awa@justice.example", "Réponse", (), (), "Ce n’est pas notre mandat.", automatic=False),
    )


@pytest.mark.parametrize(
    ("written", "sender"),
    [
        ("a@b.example", "a@b.example"),
        ("A B <a@b.example>", "a@b.example"),
        ('"x@y.example" <a@b.example>', "a@b.example"),
        ("x@y.example <a@b.example>", "a@b.example"),
        ("=?utf-8?q?=3Cx=40y=2Eexample=3E?= <a@b.example>", "a@b.example"),
        ("(comment) a@b.example", "a@b.example"),
        ("nobody", ""),
        ("", ""),
        ("<>", ""),
    ],
)
def test_the_sender_is_the_address_not_what_its_name_pretends(written: str, sender: str) -> None:
    data = f"From: {written}\r\nMIME-Version: 1.0\r\nSubject: x\r\n\r\nx\r\n".encode()
    assert apart(data)[2].sender == sender


@pytest.mark.parametrize(
    ("plain", "words"),
    [
        ("Yes.\n\n-- \nAwa\n+223", "Yes."),
        ("Yes.\n\nOn Mon, 4 Jan 2027 at 10:00, X <x@y.example> wrote:\n> old\n> older\n", "Yes."),
        ("Yes.\n\nOn Mon, 4 Jan 2027 at 10:00, A very long name\n<x@y.example> wrote:\n> old\n", "Yes."),
        ("Oui.\n\nLe lun. 4 janv. 2027 à 10:00, X <x@y.example> a écrit\u00a0:\n> vieux\n", "Oui."),
        ("Да.\n\n4 января 2027 г., 10:00 пользователь X <x@y.example> написал:\n> old\n", "Да."),
        ("Sí.\n\nEl lun, 4 ene 2027 a las 10:00, X (<x@y.example>) escribió:\n> viejo\n", "Sí."),
        ("是。\n\n在 2027年1月4日，X <x@y.example> 写道：\n> old\n", "是。"),
        ("Yes.\n\n-----Original Message-----\nFrom: X\nSent: today\n\nold", "Yes."),
        ("Yes.\n\n________________________________\nFrom: X\nSent: today\n\nold", "Yes."),
        ("Oui.\n\nDe : X <x@y.example>\nEnvoyé : lundi\nÀ : Z\nObjet : R\n\nvieux", "Oui."),
        ("On 4 Jan, X wrote:\n> Question?\nBelow it.\n> Another?\nAgain.\n", "Below it.\nAgain."),
        ("> quoted\nmine\n", "mine"),
        ("a\u0000b\u0007c", "a\ufffdb\ufffdc"),
    ],
)  # fmt: skip
def test_words_are_the_sender_s_own(plain: str, words: str) -> None:
    body = plain.replace("\n", "\r\n").encode()
    assert apart(raw("Content-Type: text/plain; charset=utf-8", body))[2].words == words


def test_words_are_cut_at_two_thousand_letters() -> None:
    assert apart(mail("é" * 5_000))[2].words == "é" * LIMIT


def test_words_come_from_html_where_there_is_nothing_else() -> None:
    page = (
        "<html><head><style>p{}</style><title>t</title></head><body><!-- no --><p>Bonjour &amp; merci,</p>"
        "<script>x</script><div>voici<br>la suite.</div><blockquote>cité</blockquote>"
        '<div class="gmail_quote">Le lundi</div></body></html>'
    )
    message = EmailMessage(policy=SMTP)
    message["From"], message["Subject"] = "a@b.example", "x"
    message.set_content(page, subtype="html")
    assert apart(message)[2].words == "Bonjour & merci,\n\nvoici\nla suite."


@pytest.mark.parametrize(
    ("charset", "body", "words"),
    [
        ("iso-8859-1", b"r\xe9ponse \x80", "réponse €"),
        ("windows-1251", "Ответ".encode("cp1251"), "Ответ"),
        ("gb2312", "回答".encode("gb18030"), "回答"),
        ("windows-1256", "رد".encode("cp1256"), "رد"),
        ("utf-7", b"r+AOk-ponse", "réponse"),
        ("no-such", "réponse".encode(), "réponse"),
        ("unicode-escape", rb"\u0041", r"\u0041"),
        ("idna", b"x", "x"),
        ("utf-8", b"r\xe9ponse", "réponse"),
    ],
)
def test_words_are_read_in_the_letters_they_were_written_in(charset: str, body: bytes, words: str) -> None:
    assert apart(raw(f"Content-Type: text/plain; charset={charset}", body))[2].words == words


@pytest.mark.parametrize(
    ("header", "automatic"),
    [
        ("Auto-Submitted: auto-replied", True),
        ("Auto-Submitted: auto-generated; owner-email=x", True),
        ("Auto-Submitted: no", False),
        ("X-Autoreply: yes", True),
        ("Precedence: bulk", True),
        ("Return-Path: <>", True),
        ("Return-Path: <a@b.example>", False),
    ],
)
def test_what_a_program_wrote_is_known(header: str, automatic: bool) -> None:
    assert apart(raw(header, "I am away.\n"))[2].automatic is automatic


def test_pictures_in_the_words_and_what_programs_add_are_no_returns_but_a_photograph_is() -> None:
    message = mail()
    message.add_alternative("<p>Voici <img src='cid:logo'></p>", subtype="html")
    message.get_payload()[1].add_related(PNG, "image", "png", cid="<logo>", filename="image001.png")
    with_book(message)
    message.add_attachment(PNG, maintype="image", subtype="png", filename="small.png", disposition="inline")
    message.add_attachment(b"BEGIN:VCARD", maintype="text", subtype="vcard", filename="awa.vcf")
    message.add_attachment(b"BEGIN:VCALENDAR", maintype="text", subtype="calendar", filename="a.ics")
    message.add_attachment(b"sig", maintype="application", subtype="pkcs7-signature", filename="smime.p7s")
    message.add_attachment(b"sig", maintype="application", subtype="pgp-signature", filename="signature.asc")
    message.add_attachment(PNG, maintype="image", subtype="png", filename="photo of the form.png")
    message.add_attachment(
        PNG + b"\0" * 70_000, maintype="image", subtype="png", filename="IMG_1.png", disposition="inline"
    )
    message.add_attachment(
        b"no picture", maintype="image", subtype="png", filename="x.png", disposition="inline"
    )
    parts, codes, _ = apart(message)
    assert codes == []
    assert [part.name for part in parts] == ["return.xlsx", "photo of the form.png", "IMG_1.png", "x.png"]


def test_an_empty_attachment_is_a_file_too() -> None:
    assert apart(with_book(mail(), b""))[0] == (Part("return.xlsx", b""),)


def test_a_text_with_a_name_is_a_file() -> None:
    message = mail()
    message.add_attachment("a;b\n", subtype="csv", filename="return.csv")
    assert [part.name for part in apart(message)[0]] == ["return.csv"]


def test_a_forwarded_message_is_a_container_of_its_own() -> None:
    inner = with_book(mail("Ours.\n", From="fiu@finance.example", Subject="Inner"))
    outer = mail("See below.\n")
    outer.add_attachment(inner)
    (part,), codes, said = apart(outer)
    assert (part.name, codes, said.sender) == ("message.eml", [], "awa@justice.example")
    parts, _, inside = apart(part.data)
    assert parts == (Part("return.xlsx", BOOK),)
    assert (inside.sender, inside.subject) == ("fiu@finance.example", "Inner")


def test_a_file_in_nested_multiparts_is_found_and_a_bottomless_one_is_told() -> None:
    nested = MIMEMultipart()
    nested.attach(MIMEText("text"))
    nested.attach(MIMEApplication(BOOK, Name="deep.xlsx"))
    for _ in range(6):
        outer = MIMEMultipart()
        outer.attach(nested)
        nested = outer
    nested["From"], nested["Subject"] = "a@b.example", "x"
    assert [part.name for part in apart(nested.as_bytes())[0]] == ["deep.xlsx"]
    bottomless = "".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n" for n in range(5_000)
    )
    data = b"From: a@b.example\r\nSubject: x\r\n" + bottomless.encode()
    assert apart(data)[1] == [NestedTooDeep.code, MailCutOff.code]


def test_damaged_base64_gives_what_can_be_decoded_and_says_so() -> None:
    data = random.Random(1).randbytes(500)
    encoded = base64.encodebytes(data).decode()
    damaged = encoded[:300] + "!?" + encoded[300:]
    headers = "Content-Type: application/x; name=return.xlsx\nContent-Transfer-Encoding: base64"
    parts, codes, _ = apart(raw(headers, damaged))
    assert parts == (Part("return.xlsx", data),)
    assert codes == [AttachmentDamaged.code]
    assert apart(raw(headers, encoded))[1] == []
    cut, codes, _ = apart(raw(headers, encoded[:-7]))
    assert data.startswith(cut[0].data)
    assert codes == [AttachmentDamaged.code]


@given(st.binary(max_size=400), st.integers(1, 90))
def test_base64_comes_back_whatever_its_lines(data: bytes, width: int) -> None:
    encoded = base64.b64encode(data)
    lines = b"\r\n".join(encoded[at : at + width] for at in range(0, len(encoded), width))
    assert from_base64(lines) == (data, False)


def test_other_transfer_encodings_are_undone() -> None:
    uu = "begin 644 x\n$4$L#!```\n`\nend\n"
    cases = {"quoted-printable": ("PK=03=04=\n!", b"PK\x03\x04!"), "x-uuencode": (uu, b"PK\x03\x04")}
    for encoding, (body, data) in cases.items():
        headers = f"Content-Type: application/x; name=r.xlsx\nContent-Transfer-Encoding: {encoding}"
        assert apart(raw(headers, body))[:2] == ((Part("r.xlsx", data),), []), encoding


def test_uuencoded_text_in_the_words_is_left_alone() -> None:
    parts, codes, said = apart(mail("begin 644 x\n$4$L#!```\n`\nend\n"))
    assert (parts, codes) == ((), [])
    assert said.words.startswith("begin 644 x")


def test_a_message_that_ends_too_early_gives_what_is_there_and_says_so() -> None:
    data = with_book(mail()).as_bytes()
    end = data.rindex(b"--==")
    parts, codes, _ = apart(data[:end])
    assert [part.name for part in parts] == ["return.xlsx"]
    assert codes == [MailCutOff.code]


_FILE = "Content-Type: application/x; name=r.xlsx\n\nPK\n"


@pytest.mark.parametrize(
    "body",
    [
        f"--b\n\nVoici.\n--b--\n\n{_FILE}",
        f"--b\n\nVoici.\n--b--\n\n--c\n{_FILE}",
        f"--b\n\nVoici.\n--b--\n--b\n{_FILE}--b--\n",
        f"{_FILE}--b\n\nVoici.\n--b--\n",
    ],
    ids=["behind the last", "behind another boundary", "behind a premature end", "before the first"],
)
def test_a_file_that_lost_its_boundary_is_taken_out(body: str) -> None:
    parts, _, said = apart(raw("Content-Type: multipart/mixed; boundary=b", body))
    assert [(part.name, part.data.strip()) for part in parts] == [("r.xlsx", b"PK")]
    assert said.words == "Voici."


def test_what_mail_servers_write_around_the_parts_is_none() -> None:
    body = "This is a message in MIME format.\n--b\n\nVoici.\n--b--\nThis list is moderated.\n"
    parts, codes, said = apart(raw("Content-Type: multipart/mixed; boundary=b", body))
    assert (parts, codes, said.words) == ((), [], "Voici.")


def test_a_broken_line_among_headers_takes_none_of_the_others_away() -> None:
    broken = "Content-Type* message/rfc822\n x\nContent-Disposition: attachment\n\n"
    body = f"--b\n\nVoici.\n--b\n{broken}{_FILE}--b--\n"
    parts, codes, said = apart(raw("Sub ject\nContent-Type: multipart/mixed; boundary=b", body))
    assert (parts, codes, said.words) == (
        (Part("", _FILE.strip().replace("\n", "\r\n").encode()),),
        [],
        "Voici.",
    )


def test_a_part_that_begins_without_headers_is_all_text() -> None:
    body = "--b\nDear colleagues,\n\nYes.\n--b--\n"
    assert (
        apart(raw("Content-Type: multipart/mixed; boundary=b", body))[2].words == "Dear colleagues,\n\nYes."
    )


def test_lines_ended_twice_over_are_lines() -> None:
    data = with_book(mail()).as_bytes().replace(b"\r\n", b"\r\r\n")
    parts, codes, said = apart(data)
    assert (parts, codes, said.sender) == ((Part("return.xlsx", BOOK),), [], "awa@justice.example")


def test_a_multipart_that_does_not_name_its_boundary_is_taken_apart_all_the_same() -> None:
    body = "--=_boundary\nContent-Type: application/x; name=r.xlsx\n\nPK\n--=_boundary--\n"
    assert apart(raw("Content-Type: multipart/mixed", body))[0] == (Part("r.xlsx", b"PK"),)


LINKS = [
    ("https://1drv.ms/x/s!Abc", "OneDrive"),
    ("https://justice-my.sharepoint.com/:x:/g/personal/abc", "SharePoint"),
    ("https://drive.google.com/file/d/1/view", "Google Drive"),
    ("https://we.tl/t-abc", "WeTransfer"),
    ("https://www.dropbox.com/s/abc/return.xlsx?dl=0", "Dropbox"),
    ("https://user:x@disk.yandex.ru:443/i/abc", "Yandex Disk"),
]


@pytest.mark.parametrize(("link", "service"), LINKS)
def test_a_link_in_place_of_a_file_is_answered_and_never_opened(link: str, service: str) -> None:
    _, problems = unpack(mail(f"Here it is: {link}\n").as_bytes())
    assert problems == [FileBehindLink(service=service)]
    page = EmailMessage(policy=SMTP)
    page["From"], page["Subject"] = "a@b.example", "x"
    page.set_content(f'<p>The <a href="{link}">return</a></p>', subtype="html")
    assert unpack(page.as_bytes())[1] == [FileBehindLink(service=service)]
    assert unpack(with_book(mail(f"Here it is: {link}\n")).as_bytes())[1] == []


@pytest.mark.parametrize(
    "text",
    [
        "https://notdropbox.com/x",
        "https://state.example/?x=dropbox.com",
        "https://",
        "https://dropbox.com.evil.example/",
        "On 4 Jan 2027, X wrote:\n> https://we.tl/t-abc\n",
    ],
)
def test_other_links_and_quoted_ones_are_none(text: str) -> None:
    assert unpack(mail(f"{text}\n").as_bytes())[1] == []


def test_protected_messages_are_named() -> None:
    cases: dict[str, tuple[str, str]] = {
        "smime": ("Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", "x"),
        "pgp": (
            'Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b',
            (
                "--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b\n"
                "Content-Type: application/octet-stream; name=encrypted.asc\n\nx\n--b--\n"
            ),
        ),
        "rights": (
            "Content-Type: multipart/mixed; boundary=b",
            (
                "--b\n\nProtected.\n--b\nContent-Type: application/x-microsoft-rpmsg-message; "
                "name=message.rpmsg\n\nx\n--b--\n"
            ),
        ),
    }
    for kind, (headers, body) in cases.items():
        unpacked, problems = unpack(raw(headers, body))
        assert unpacked is not None
        assert (unpacked.parts, problems) == ((), [ProtectedMail(kind=kind)]), kind  # type: ignore[arg-type]
    inline = mail("-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----\n")
    assert unpack(inline.as_bytes())[1] == [ProtectedMail(kind="pgp")]


def test_a_signed_message_is_read_as_any_other() -> None:
    signed = (
        "--b\nContent-Type: application/x; name=r.xlsx\n\nPK\n--b\n"
        "Content-Type: application/pkcs7-signature; name=smime.p7s\n\nx\n--b--\n"
    )
    parts, codes, _ = apart(raw("Content-Type: multipart/signed; boundary=b", signed))
    assert (parts, codes) == ((Part("r.xlsx", b"PK"),), [])


def test_winmail_dat_and_outlook_s_own_messages_are_named() -> None:
    message = mail()
    message.add_attachment(b"x", maintype="application", subtype="ms-tnef", filename="winmail.dat")
    unpacked, problems = unpack(message.as_bytes())
    assert unpacked is not None
    assert (unpacked.parts, problems) == ((), [TnefAttached()])
    stream = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "__properties_version1.0".encode("utf-16-le")
    assert unpack(stream) == (None, [OutlookMessage()])
    assert unpack(stream + "WordDocument".encode("utf-16-le")) == (None, [OutlookMessage()])


def test_no_more_files_are_taken_than_the_limit_and_that_is_said() -> None:
    part = "--b\nContent-Type: application/x; name=r.xlsx\n\nPK\n"
    data = raw("Content-Type: multipart/mixed; boundary=b", part * 250 + "--b--\n")
    unpacked, problems = unpack(data)
    assert unpacked is not None
    assert len(unpacked.parts) == PARTS_LIMIT
    assert problems == [PartsLeftOut(taken=200, files=200, megabytes=60)]
    empty = raw("Content-Type: multipart/mixed; boundary=b", "--b\n" * 5_000 + "--b--\n")
    assert unpack(empty)[1] == [PartsLeftOut(taken=0, files=200, megabytes=60)]


# Bounces

REPORT = """Content-Type: multipart/report; report-type=delivery-status; boundary=b
Subject: Undelivered"""


def report(fields: str, original: str = "") -> bytes:
    back = original or "Content-Type: text/rfc822-headers\n\nMessage-ID: <i.k3.xa@consult.invalid>\n"
    status = f"Content-Type: message/delivery-status\n\n{fields}"
    return raw(REPORT, f"--b\n\nIt did not arrive.\n--b\n{status}\n--b\n{back}\n--b--\n")


POSTFIX = """Reporting-MTA: dns; mx.justice.example
X-Postfix-Queue-ID: 4Xy
Arrival-Date: Mon, 4 Jan 2027 10:00:00 +0000

Final-Recipient: rfc822; Parquet@justice.example
Original-Recipient: rfc822;parquet@justice.example
Action: failed
Status: 5.1.1
Remote-MTA: dns; mail.justice.example
Diagnostic-Code: smtp; 550 5.1.1 <parquet@justice.example>: Recipient address rejected:
    User unknown
"""
EXCHANGE = """Reporting-MTA: dns;AM0PR01.prod.outlook.com
Received-From-MTA: dns;AM0PR01

Original-Recipient: rfc822;parquet@justice.example
Final-Recipient: rfc822;parquet@justice.example
Action: failed
Status: 5.2.2
Diagnostic-Code: smtp;554 5.2.2 mailbox full
X-Display-Name: Parquet
"""
GMAIL = """Reporting-MTA: dns; googlemail.com
Arrival-Date: Mon, 4 Jan 2027 02:00:00 -0800 (PST)
X-Original-Message-ID: <i.k3.xa@consult.invalid>

Final-Recipient: rfc822; parquet@justice.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist.
"""
WHOLE = """Content-Type: message/rfc822

From: focal@state.example
Message-Id: <i.k3.xa@consult.invalid>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=c

--c
Content-Type: application/x; name=workbook.xlsx

PK
--c--
"""


@pytest.mark.parametrize(
    ("fields", "original", "status", "reason"),
    [
        (
            POSTFIX,
            "",
            "5.1.1",
            "550 5.1.1 <parquet@justice.example>: Recipient address rejected: User unknown",
        ),
        (EXCHANGE, WHOLE, "5.2.2", "554 5.2.2 mailbox full"),
        (
            GMAIL,
            "Content-Type: text/plain\n\nnothing\n",
            "5.1.1",
            "550-5.1.1 The email account that you tried to reach does not exist.",
        ),
    ],
)
def test_a_letter_that_came_back_is_told_and_the_workbook_in_it_is_no_return(
    fields: str, original: str, status: str, reason: str
) -> None:
    parts, codes, said = apart(report(fields, original))
    assert (parts, codes, said.automatic) == ((), [], True)
    assert said.words.startswith("It did not arrive.")
    assert said.bounces == (
        Bounce("<i.k3.xa@consult.invalid>", "parquet@justice.example", status, final=True, reason=reason),
    )


def test_a_letter_that_is_late_is_no_letter_that_came_back() -> None:
    late = POSTFIX.replace("failed", "delayed").replace("Status: 5.1.1", "Status: 4.4.1")
    (bounce,) = apart(report(late))[2].bounces
    assert (bounce.status, bounce.final) == ("4.4.1", False)
    for action in ("delivered", "relayed", "expanded"):
        assert apart(report(POSTFIX.replace("failed", action)))[2].bounces == ()


def test_a_report_may_name_several_recipients() -> None:
    two = f"{POSTFIX}\nFinal-Recipient: rfc822;fiu@finance.example\nAction: failed\nStatus: 5.7.1\n"
    said = [(each.recipient, each.status) for each in apart(report(two))[2].bounces]
    assert said == [("parquet@justice.example", "5.1.1"), ("fiu@finance.example", "5.7.1")]


def test_reports_without_an_action_go_by_their_status() -> None:
    for status, final in (("5.0.0", True), ("4.0.0", False)):
        fields = f"X: y\n\nFinal-Recipient: rfc822;a@b.example\nStatus: {status}\n"
        assert [each.final for each in apart(report(fields))[2].bounces] == [final]


EXIM = """X-Failed-Recipients: parquet@justice.example
Auto-Submitted: auto-replied
Return-Path: <>
Subject: Mail delivery failed: returning message to sender"""
EXIM_BODY = """This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  parquet@justice.example
    host mail.justice.example [192.0.2.1]
    SMTP error from remote mail server after RCPT TO: 550 5.1.1 User unknown

------ This is a copy of the message, including all the headers. ------

Return-path: <focal@state.example>
Message-Id: <i.k3.xa@consult.invalid>
Subject: Invitation
"""
QMAIL_BODY = """Hi. This is the qmail-send program at mail.justice.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<parquet@justice.example>:
Sorry, no mailbox here by that name. (#5.1.1)

--- Below this line is a copy of the message.

Return-Path: <focal@state.example>
Message-ID: <i.k3.xa@consult.invalid>
"""


@pytest.mark.parametrize(
    ("headers", "body", "reason"),
    [
        (
            EXIM,
            EXIM_BODY,
            (
                "host mail.justice.example [192.0.2.1] SMTP error from remote mail server after RCPT TO: "
                "550 5.1.1 User unknown"
            ),
        ),
        ("Return-Path: <>\nSubject: failed", QMAIL_BODY, "Sorry, no mailbox here by that name. (#5.1.1)"),
    ],
)  # fmt: skip
def test_exim_and_qmail_say_it_in_words(headers: str, body: str, reason: str) -> None:
    (bounce,) = apart(raw(headers, body))[2].bounces
    assert bounce == Bounce(
        "<i.k3.xa@consult.invalid>", "parquet@justice.example", "5.1.1", final=True, reason=reason
    )


def test_what_a_person_writes_about_a_letter_is_no_report() -> None:
    assert apart(mail(QMAIL_BODY))[2].bounces == ()


# Mailbox files, zip files, and what is neither


def test_a_mailbox_file_of_one_message_is_that_message_and_of_several_holds_them() -> None:
    one = b"From awa@justice.example Mon Jan  4 10:00:00 2027\n" + with_book(mail()).as_bytes().replace(
        b"\r\n", b"\n"
    )
    assert apart(one)[0] == (Part("return.xlsx", BOOK),)
    two = one + b"\n\n" + b"From x Mon Jan  4 10:00:00 2027\nFrom: b@c.example\nSubject: 2\n\n>From here\n"
    unpacked, problems = unpack(two)
    assert problems == []
    assert unpacked is not None
    assert (unpacked.kind, unpacked.mail) == ("mail", None)
    assert [part.name for part in unpacked.parts] == ["message-1.eml", "message-2.eml"]
    assert apart(unpacked.parts[0].data)[0] == (Part("return.xlsx", BOOK),)
    assert apart(unpacked.parts[1].data)[2].words == "From here"


def zipped(members: dict[str, bytes], **more: int) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(zipfile.ZipInfo(name), data, **{"compress_type": zipfile.ZIP_DEFLATED, **more})
    return file.getvalue()


def test_a_zip_file_gives_its_files_and_leaves_aside_what_systems_put_there() -> None:
    inner = zipped({"c.xlsx": b"3"})
    data = zipped(
        {
            "folder/": b"",
            "folder/a.xlsx": b"1",
            "../../b.xlsx": b"2",
            "é.zip": inner,
            "__MACOSX/folder/._a.xlsx": b"x",
            "folder/.DS_Store": b"x",
            "Thumbs.db": b"x",
            "folder/~$a.xlsx": b"x",
        }
    )
    parts = (Part("folder/a.xlsx", b"1"), Part("../../b.xlsx", b"2"), Part("é.zip", inner))
    assert unpack(data) == (Unpacked("zip", parts), [])


def test_a_file_that_is_called_as_a_folder_is_taken_all_the_same() -> None:
    data = zipped({"/": b"1", "answers/": b"2", "folder/": b""})
    assert unpack(data) == (Unpacked("zip", (Part("/", b"1"), Part("answers/", b"2"))), [])


def test_files_of_the_same_name_are_all_taken() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("a.xlsx", b"1")
        with pytest.warns(UserWarning, match="Duplicate"):
            made.writestr("a.xlsx", b"2")
    assert unpack(file.getvalue())[0] == Unpacked("zip", (Part("a.xlsx", b"1"), Part("a.xlsx", b"2")))


def test_names_of_macos_are_read_as_utf_8() -> None:
    data = zipped({"é.xlsx": b"1"})
    flagged = data.replace(b"\x14\0\0\x08\0\0", b"\x14\0\0\0\0\0")  # the flag of UTF-8 in both headers
    assert unpack(flagged)[0] == Unpacked("zip", (Part("é.xlsx", b"1"),))


def test_a_damaged_file_in_a_zip_file_is_named_and_the_others_are_taken() -> None:
    data = bytearray(zipped({"a.xlsx": b"1" * 100, "b.xlsx": b"2" * 100}))
    data[data.index(b"a.xlsx") + 8] ^= 0xFF
    unpacked, problems = unpack(bytes(data))
    assert unpacked == Unpacked("zip", (Part("b.xlsx", b"2" * 100),))
    assert problems == [MemberUnreadable(name="a.xlsx")]


def test_zip_files_within_limits_only() -> None:
    bomb = zipped({f"{n}.xlsx": b"\0" * 12 * 2**20 for n in range(2)})
    assert unpack(bomb) == (None, [UnpacksTooLarge(megabytes=24, limit=200)])
    many = zipped({f"{n}.xlsx": b"1" for n in range(250)})
    unpacked, problems = unpack(many)
    assert unpacked is not None
    assert (len(unpacked.parts), problems) == (200, [PartsLeftOut(taken=200, files=200, megabytes=60)])
    noise = random.Random(2).randbytes(16 * 2**20)
    large = zipped({f"{n}.xlsx": noise for n in range(5)}, compress_type=zipfile.ZIP_STORED)
    unpacked, problems = unpack(large)
    assert unpacked is not None
    assert sum(len(part.data) for part in unpacked.parts) <= SIZE_LIMIT
    assert problems == [PartsLeftOut(taken=3, files=200, megabytes=60)]


def test_an_encrypted_zip_file_and_an_empty_one_are_told() -> None:
    data = zipped({"a.xlsx": b"1"})
    locked = bytearray(data)
    locked[data.index(b"PK\x01\x02") + 8] |= 1
    assert unpack(bytes(locked)) == (None, [ArchiveWithPassword()])
    assert unpack(zipped({})) == (Unpacked("zip", ()), [NothingInside()])


def test_workbooks_and_documents_are_no_containers() -> None:
    assert unpack(good_workbook()) == (None, [])
    assert unpack(ods(ods_row(ods_cell("x")))) == (None, [])
    assert unpack(zipped({"[Content_Types].xml": b"", "word/document.xml": b""})) == (None, [])


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", EmptyFile()),
        (b"%PDF-1.7", NotASpreadsheet(kind="pdf")),
        (b"a;b\nc;d\n", NotASpreadsheet(kind="csv")),
        (b"Dear all:\nhere it is\n", NotASpreadsheet(kind="text")),
        (b"Subject: a list of subjects\nNote: x\n\nx", NotASpreadsheet(kind="text")),
        (b"PK\x03\x04 broken", DamagedFile()),
    ],
)
def test_what_is_neither_is_said_to_be_what_it_is(data: bytes, problem: object) -> None:
    assert unpack(data) == (None, [problem])


@pytest.mark.parametrize(
    "start",
    [
        "X-Mozilla-Status: 0001\n",
        "ARC-Seal: i=1\n",
        "\ufeff",
        "\n\n",
        "X-Unsent: 1\n",
        "Authentication-Results: x\n",
    ],
)
def test_mails_are_known_however_they_begin(start: str) -> None:
    data = f"{start}From: a@b.example\nSubject: x\nDate: y\n\nwords\n".encode()
    assert apart(data)[2].words == "words"


# Nothing escapes

HEADERS = st.sampled_from(
    [
        "Content-Type", "Content-Disposition", "Content-Transfer-Encoding", "From", "To", "Subject",
        "References", "Content-ID", "Auto-Submitted", "X-Failed-Recipients", "Return-Path", "MIME-Version",
    ]
)  # fmt: skip
FRAGMENTS = st.sampled_from(
    [
        "multipart/mixed",
        ";boundary=b",
        ';boundary="',
        "multipart/report",
        "message/rfc822",
        "text/html",
        "message/delivery-status",
        ";filename*=utf-8''%",
        ";filename*0*=x",
        ";filename*1=",
        ";name=",
        "base64",
        "quoted-printable",
        "x-uuencode",
        "=?utf-8?b?",
        "=?x?q?=FF?=",
        "?=",
        "<a@b.c>",
        '"',
        "\\",
        "(",
        ";",
        "é",
        "attachment",
        ";charset=idna",
        ";charset*=x''y",
        "<>",
        "mailer-daemon@x",
        "inline",
        ";name*0=%",
        "\x00",
        "\r\n ",
        "ä" * 30,
        "begin 644 x",
    ]
)
LINES = st.one_of(
    st.builds(lambda name, parts: f"{name}: {''.join(parts)}\r\n", HEADERS, st.lists(FRAGMENTS, max_size=5)),
    st.sampled_from(
        [
            "\r\n",
            "--b\r\n",
            "--b--\r\n",
            "\n\n",
            "Final-Recipient: rfc822; a@b.c\r\n",
            "Action: failed\r\n",
            "From x 10:00\r\n",
            "> quoted\r\n",
            "<blockquote>",
            "<!--",
            "<a href=https://we.tl/x>",
            "UEsDBA==\r\n",
        ]
    ),
    st.text(max_size=20),
)


@settings(max_examples=400, deadline=None)
@given(st.lists(LINES, max_size=30), st.binary(max_size=40))
def test_nothing_escapes_whatever_a_mail_is_made_of(lines: list[str], end: bytes) -> None:
    data = "".join(lines).encode("utf-8", "replace") + end
    unpacked, problems = take_apart(data)
    assert len(unpacked.parts) <= PARTS_LIMIT
    for text in [part.name for part in unpacked.parts] + [problem.message("en") for problem in problems]:
        text.encode()
    if unpacked.mail:
        said = unpacked.mail
        for text in (said.sender, said.subject, said.words, *said.addressed, *said.references):
            text.encode()
        bounced = [part for each in said.bounces for part in (each.message_id, each.recipient, each.reason)]
        shown = (said.subject, said.sender, *said.addressed, *said.references, *bounced)
        assert all(each.isprintable() for each in shown)
    unpack(data)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 2**32))
def test_nothing_escapes_from_damaged_containers(seed: int) -> None:
    chance = random.Random(seed)
    book = good_workbook(1, 1)
    whole = [
        bytearray(with_book(mail(), book).as_bytes()), bytearray(zipped({"a.xlsx": book})),
        bytearray(report(POSTFIX, WHOLE)),
    ][seed % 3]  # fmt: skip
    for _ in range(chance.randint(1, 20)):
        at = chance.randrange(len(whole))
        if chance.random() < 0.5:
            whole[at] = chance.randrange(256)
        else:
            del whole[at : at + chance.randint(1, 50)]
    unpack(bytes(whole))
