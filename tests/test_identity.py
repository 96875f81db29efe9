import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sample_workbook import INVITATION, ITEMS, KEY, QUESTIONNAIRES, TOKEN, issuer, stakeholder
from workbooks.child import examine
from workbooks.identity import (
    ALPHABET,
    Carrier,
    Identity,
    bare,
    carriers,
    identify,
    new_key,
    read_token,
    token,
    well_formed,
)
from workbooks.read import read

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


def test_forged_tokens_with_a_right_check_letter_are_refused() -> None:
    """The check letter is public; only the proof counts."""
    dice, forged = random.Random(1), 0
    for _ in range(20_000):
        secret = dice.randbytes(32)
        made = token(type(KEY)(KEY.id, secret), f"{dice.getrandbits(40):010x}")
        assert well_formed(made)
        forged += read_token(made, [KEY]) is not None
    assert forged == 0


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
