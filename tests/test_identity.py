import hmac
import io
import itertools
import random
import string
from collections.abc import Iterator

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from problems.intake import ReadingTooBig
from problems.model import Place
from stakeholders.codes import ALPHABET, letters_of
from tests.sample_workbook import (
    INVITATION,
    ITEMS,
    KEY,
    QUESTIONNAIRE,
    QUESTIONNAIRES,
    TOKEN,
    Filler,
    issuer,
    stakeholder,
)
from workbooks.child import examine
from workbooks.find import INPUT
from workbooks.identity import (
    INVITATION_LETTERS,
    KEY_LETTERS,
    LETTERS,
    PROOF_LETTERS,
    Carrier,
    Identity,
    Key,
    _check,
    _tokens,
    bare,
    carriers,
    identify,
    new_key,
    read_token,
    token,
    well_formed,
)
from workbooks.read import read
from workbooks.reader import reading
from workbooks.sandbox import Sandbox

OTHER = new_key(bytes(range(1, 33)))
invitations = st.integers(0, 2**40 - 1).map(lambda number: f"{number:010x}")
secrets = st.binary(min_size=32, max_size=64)


@given(secrets, invitations)
def test_a_token_names_its_invitation(secret: bytes, invitation: str) -> None:
    key = new_key(secret)
    assert read_token(token(key, invitation), [OTHER, key]) == invitation


def test_a_token_is_seven_groups_of_four_letters() -> None:
    assert TOKEN == "74N0-3ZH5-AWWV-EMRQ-5MAF-Z125-48PK"


def test_a_short_secret_is_refused() -> None:
    with pytest.raises(ValueError, match="32 random bytes"):
        new_key(b"short")


def test_a_key_does_not_show_its_secret() -> None:
    assert repr(KEY) == "Key(id='74N', secret=…)"


@pytest.mark.parametrize(
    "typed",
    [
        "74n0-3zh5-awwv-emrq-5maf-z125-48pk",
        "74NO 3ZH5 AWWV EMRQ 5MAF ZI25 48PK",
        " 74N03ZH5AWWVEMRQ5MAFZl2548PK ",
        "74N0–3ZH5—AWWV‑EMRQ−5MAF_Z125.48PK",
        "７４Ｎ０-3ZH5-AWWV-EMRQ-5MAF-Z125-48PK",
        "74N0-3ZH5-AWWV-\u00a0EMRQ-5MAF-Z125-48PK",
    ],
)
def test_case_spaces_dashes_and_lookalikes_are_forgiven(typed: str) -> None:
    assert read_token(typed, [KEY]) == INVITATION


@given(st.integers(0, 27), st.sampled_from(ALPHABET))
def test_every_single_mistyped_letter_shows(place: int, letter: str) -> None:
    letters = bare(TOKEN)
    wrong = letters[:place] + letter + letters[place + 1 :]
    assert well_formed(wrong) == (wrong == letters)


@given(st.text())
def test_no_text_breaks_the_reading_or_passes_for_a_token(text: str) -> None:
    assert read_token(text, [KEY]) is None


def test_another_key_does_not_vouch() -> None:
    assert read_token(TOKEN, [OTHER]) is None
    assert read_token(TOKEN, []) is None


def test_an_issued_workbook_carries_its_token_everywhere() -> None:
    contents, _ = examine(issuer().workbook(stakeholder(), ITEMS, TOKEN))
    assert contents is not None
    where = {carrier.where for carrier in carriers(contents)}
    assert {
        "identifier", "keywords", "consult_code", "Start!C13", "Questions!F1", "Questions!H6", "Tables!E5",
        "Laws and links!E1", "Laws and links!F4", f"untoc_5_1_a_i_{bare(TOKEN)}",
        f"untoc_5_assistance___legal__drafting_{bare(TOKEN)}",
    } <= where  # fmt: skip
    assert {carrier.token for carrier in carriers(contents)} == {bare(TOKEN)}
    assert identify(carriers(contents), [KEY]) == (Identity.IDENTIFIED, (INVITATION,))


def test_damaged_carriers_beside_a_valid_one_are_no_conflict() -> None:
    found = [Carrier(bare(TOKEN), "identifier"), Carrier("0" * 28, "Start!C13")]
    assert identify(found, [KEY]) == (Identity.IDENTIFIED, (INVITATION,))


def test_two_invitations_in_one_file_are_a_conflict() -> None:
    other = token(KEY, "0000000001")
    found = [Carrier(bare(TOKEN), "identifier"), Carrier(bare(other), "Start!C13")]
    assert identify(found, [KEY]) == (Identity.CONFLICT, (INVITATION, "0000000001"))


def test_no_carrier_is_no_identity() -> None:
    assert identify([], [KEY]) == (Identity.NONE, ())


def test_a_reading_brings_the_carriers_along() -> None:
    contents, _ = examine(issuer().workbook(stakeholder(), ITEMS, TOKEN))
    assert contents is not None
    reading, _ = read(contents, questionnaires=QUESTIONNAIRES, shown="a.xlsx")
    assert reading.carriers == carriers(contents)


def _forged(count: int, dice: random.Random) -> Iterator[str]:
    """Make `count` tokens that we never made: of every kind in turn, each with a right check letter."""
    letters = bare(TOKEN)
    thief = new_key(dice.randbytes(32))
    pairs = itertools.cycle(itertools.combinations(range(LETTERS - 1), 2))
    for number, (one, two) in zip(range(count), pairs, strict=False):
        match number % 6:
            case 0:  # all by chance
                body = "".join(dice.choices(ALPHABET, k=LETTERS - 1))
            case 1:  # our key, any invitation, a guessed proof
                body = letters[:KEY_LETTERS] + "".join(dice.choices(ALPHABET, k=LETTERS - 1 - KEY_LETTERS))
            case 2:  # a real invitation, a guessed proof
                signed = KEY_LETTERS + INVITATION_LETTERS
                body = letters[:signed] + "".join(dice.choices(ALPHABET, k=PROOF_LETTERS))
            case 3:  # a real token, two of its letters changed: every pair of places in turn
                changed = list(letters[:-1])
                changed[one] = dice.choice(ALPHABET.replace(changed[one], ""))
                changed[two] = dice.choice(ALPHABET)
                body = "".join(changed)
            case 4:  # signed with another secret, under our key's id
                body = bare(token(Key(KEY.id, thief.secret), f"{dice.getrandbits(40):010x}"))[:-1]
            case _:  # signed by our key, for something else
                body = letters[: KEY_LETTERS + INVITATION_LETTERS]
                other = hmac.new(
                    KEY.secret, b"consult invitation 2\0%d" % number + body.encode(), "sha256"
                ).digest()
                body += letters_of(int.from_bytes(other[:10], "big"), PROOF_LETTERS)
        yield body + _check(body)


def _accepted(count: int, seed: int) -> list[str]:
    return [
        made for made in _forged(count, random.Random(seed)) if read_token(made, [KEY, OTHER]) is not None
    ]


def test_twelve_thousand_forged_tokens_are_refused() -> None:
    """The check letter is public; only the proof counts."""
    assert all(map(well_formed, _forged(600, random.Random(1))))
    assert _accepted(12_000, 1) == []


@pytest.mark.slow
def test_a_million_forged_tokens_are_refused() -> None:
    assert _accepted(1_000_000, 2) == []


def test_every_token_one_letter_away_from_a_real_one_is_refused() -> None:
    letters = bare(TOKEN)
    near = [
        body + _check(body)
        for place in range(LETTERS - 1)
        for letter in ALPHABET.replace(letters[place], "")
        for body in [letters[:place] + letter + letters[place + 1 : -1]]
    ]
    assert len(near) == 27 * 31
    assert all(map(well_formed, near))
    assert [each for each in near if read_token(each, [KEY, OTHER]) is not None] == []


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_token_among_other_words_is_found_and_brings_no_other(before: str, after: str) -> None:
    found = identify([Carrier(each, "A1") for each in _tokens(f"{before} {TOKEN} {after}")], [KEY])
    assert found in {(Identity.IDENTIFIED, (INVITATION,)), (Identity.NONE, ())}
    if not {*before, *after} & {*"0123456789", *string.ascii_letters} and (before + after).isascii():
        assert found == (Identity.IDENTIFIED, (INVITATION,))


LONG = 32_767
ADVERSARIAL = {
    "groups that never end": "AAAA-" * (LONG // 5),
    "one separator after another": "AAAA" + "-" * LONG,
    "nearly a token, again and again": (TOKEN[:-1] + " ") * (LONG // 35),
    "tokens one in the other": TOKEN.replace("-", "") * (LONG // 28),
    "spaces": " " * LONG,
    "one letter": "A" * LONG,
    "dots": "untoc." * (LONG // 6),
    "a code without end": "untoc.5." + "1." * (LONG // 2),
    "a code of a form": "a." + "a-" * (LONG // 2) + "!",
    "digits": "9" * LONG,
    "grouped digits": "1" + ",111" * (LONG // 4),
    "grouped digits with a flaw": "1" + ",111" * (LONG // 4) + ";",
    "a number by points": "1." * (LONG // 2),
    "references to laws": "L1 art. " * (LONG // 8),
    "laws without an end": "L1," * (LONG // 3),
    "laws and words": "of the L1 and " * (LONG // 14),
    "brackets": "[" * LONG,
    "quotes": "'" * LONG,
    "line ends": "\n" * (LONG - 1) + "x",
    "marks": "e" + "\u0301" * (LONG - 1),
    "a ligature that grows": "\ufdfa" * (LONG // 4),
    "dates": "1 of " * (LONG // 5) + "2026",
    "words like a date": "1 " + "a " * (LONG // 2) + "2026",
}


@pytest.mark.parametrize("name", ADVERSARIAL)
def test_no_text_makes_the_reading_slow(name: str) -> None:
    """In every column of every question; the judge is the child's processor time, which ends it."""
    filler = Filler.of().put("L1", "Penal code", "law-title")
    words = ADVERSARIAL[name][:LONG]
    for code in (*ITEMS, "untoc.5.assistance:training"):
        for column in INPUT:
            filler.put(code, words, column)
    with Sandbox(children=1, task=reading([QUESTIONNAIRE], language="en", languages={})) as pool:
        findings, problems = pool.open(filler.bytes(), name)
    assert findings is not None, problems
    assert problems == []


def test_a_law_of_many_letters_that_is_cited_without_end_is_too_big_and_not_the_end() -> None:
    """Each citation takes its law along: 32,767 letters ten thousand times in one cell."""
    filler = Filler.of().put("L1", "x" * LONG, "law-title").put("untoc.10.1.law", "L1," * (LONG // 3), "law")
    with Sandbox(children=1, task=reading([QUESTIONNAIRE], language="en", languages={})) as pool:
        assert pool.open(filler.bytes(), "a") == (None, [ReadingTooBig(place=Place("a"))])
        findings, _ = pool.open(Filler.of().bytes(), "b")
    assert findings is not None


@pytest.mark.slow
@pytest.mark.parametrize("alike", [TOKEN[:-1] + "A", "AAAA-" * 16, "-AAAA" * 8, "untoc.5." + "1." * 30])
def test_a_million_cells_that_look_like_a_token_are_read(alike: str) -> None:
    """Each another text, so that nothing is remembered; the judge is the child's processor time."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"constant_memory": True, "in_memory": True})
    sheet = book.add_worksheet("Questions")
    for row in range(100_000):
        for column in range(10):
            sheet.write_string(row, column, f"{row * 10 + column:06} {alike}")
    book.close()
    task = reading([QUESTIONNAIRE], language="en", languages={})
    with Sandbox(children=1, wall_seconds=120, task=task) as pool:
        findings, problems = pool.open(file.getvalue(), "alike")
    assert findings is not None, problems
    assert [each.code for each in findings.problems] == ["no-questions-found"]
