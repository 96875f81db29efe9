"""Whose workbook it is: a token that we alone can make, and the many places that carry it.

Token: key id (15 bits) | invitation id (40 bits) | HMAC-SHA256 over both, cut to 80 bits; 27 letters of
Crockford's base32 and a check letter (Luhn modulo 32), in seven groups of four. It proves that we issued the
invitation, not who answered; it holds no name, State or address.
"""

import hashlib
import hmac
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from stakeholders.codes import ALPHABET, FORGIVEN, grouped, letters_of, number_of
from workbooks.contents import Contents, cell_name
from workbooks.layout import CODE_NAME

LETTERS: Final = 28
KEY_LETTERS, INVITATION_LETTERS, PROOF_LETTERS = 3, 8, 16
CELL_LENGTH: Final = 80
"""The longest text of a cell in which a token is looked for."""

PURPOSE: Final = b"consult invitation 1\0"

_ALPHABET: Final = frozenset(ALPHABET)
_ONCE: Final = bytes.maketrans(ALPHABET.encode(), bytes(range(32)))
_TWICE: Final = bytes.maketrans(
    ALPHABET.encode(), bytes(place * 2 // 32 + place * 2 % 32 for place in range(32))
)
"""What a letter is worth for the check letter, and what every second one is, as Luhn has it."""

_SIGNS: Final = "-‐‑‒–—―−_."
_UNPRINTED: Final = FORGIVEN | dict.fromkeys(map(ord, _SIGNS))
_SEPARATOR = rf"[\s{re.escape(_SIGNS)}]*"
_GROUP = "[0-9A-TV-Za-tv-z]{4}"
_TOKEN: Final = re.compile(
    rf"(?<![0-9A-Za-z])(?=((?>(?:{_GROUP}{_SEPARATOR}+){{6}}){_GROUP})(?![0-9A-Za-z]))"
)  # a look-ahead, so that `Code 74N0-…` is tried from its second word too
_END_OF_NAME: Final = re.compile(rf"_([0-9A-HJKMNP-TV-Z]{{{LETTERS}}})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Key:
    """A signing key. Every token shows its `id`, three letters; its `secret` never leaves the store."""

    id: str
    secret: bytes

    def __repr__(self) -> str:
        return f"Key(id={self.id!r}, secret=…)"


def new_key(random: bytes) -> Key:
    """Make a key from at least 32 random bytes."""
    if len(random) < hashlib.sha256().digest_size:
        raise ValueError("a key needs at least 32 random bytes")
    name = int.from_bytes(hashlib.sha256(b"consult key id 1\0" + random).digest()[:2], "big") >> 1
    return Key(letters_of(name, KEY_LETTERS), random)


def token(key: Key, invitation_id: str) -> str:
    """Return the token of an invitation (ten hex digits), in groups of four."""
    body = key.id + letters_of(int(invitation_id, 16), INVITATION_LETTERS)
    body += letters_of(int.from_bytes(_proof(key, body), "big"), PROOF_LETTERS)
    return grouped(body + _check(body))


def bare(text: str) -> str:
    """Return a token's letters as we print them: no spaces and dashes, O, I and L as the digits they mean."""
    return _bare(unicodedata.normalize("NFKC", text))


def _bare(normal: str) -> str:
    return "".join(normal.upper().translate(_UNPRINTED).split())


@lru_cache(maxsize=1024)
def well_formed(text: str) -> bool:
    """Tell whether a text is a token as far as its letters and its check letter say: a slip shows here."""
    return _holds(bare(text))


def _holds(letters: str) -> bool:
    return len(letters) == LETTERS and _ALPHABET.issuperset(letters) and _check(letters[:-1]) == letters[-1]


def read_token(text: str, keys: Iterable[Key]) -> str | None:
    """Return the invitation id of a token that one of `keys` signed; None for anything else."""
    letters = bare(text)
    if not well_formed(letters):
        return None
    signed = KEY_LETTERS + INVITATION_LETTERS
    body, proof = letters[:signed], letters[signed:-1]
    for key in keys:
        expected = letters_of(int.from_bytes(_proof(key, body), "big"), PROOF_LETTERS)
        if body[:KEY_LETTERS] == key.id and hmac.compare_digest(expected, proof):
            return named(letters)
    return None


class Carrier(NamedTuple):
    """A token found in a file (its letters, ungrouped) and where: `Start!B12`, `identifier`, a name."""

    token: str
    where: str


def carriers(contents: Contents) -> tuple[Carrier, ...]:
    """Find everything in a file that looks like one of our tokens: cells, properties, defined names."""
    found: list[Carrier] = []
    for name, words in contents.properties.items():
        found += [Carrier(letters, name) for letters in _tokens(words)]
    for name, reference in contents.names.items():
        if letters := _ending(name[-LETTERS - 1 :]):
            found.append(Carrier(letters, name))
        elif name.casefold() == CODE_NAME:
            found += [Carrier(letters, name) for letters in _tokens(reference)]
    for sheet in contents.sheets:
        for row, values in enumerate(sheet.rows, sheet.first_row):
            for column, value in enumerate(values, sheet.first_column):
                if type(value) is str and LETTERS <= len(value) <= CELL_LENGTH and (read := _tokens(value)):
                    where = f"{sheet.name}!{cell_name(row, column)}"
                    found += [Carrier(letters, where) for letters in read]
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=1024)
def _ending(end: str) -> str:
    """Return the token at the end of a name, empty where there is none; a file's names all end the same."""
    hit = _END_OF_NAME.fullmatch(end)
    return bare(hit[1]) if hit else ""


def named(letters: str) -> str:
    """Return the invitation id that a token names, proven or not."""
    return f"{number_of(letters[KEY_LETTERS : KEY_LETTERS + INVITATION_LETTERS]):010x}"


class Identity(StrEnum):
    """What the carriers of a file say together."""

    IDENTIFIED = "identified"
    NONE = "none"
    CONFLICT = "conflict"


def identify(found: Sequence[Carrier], keys: Iterable[Key]) -> tuple[Identity, tuple[str, ...]]:
    """Return what the carriers say, and the invitation ids they name.

    At least one valid token = identified; none = to be matched and asked; two invitations = set aside.
    Damaged carriers beside a valid one are damage, not a second identity: they cannot name an invitation.
    """
    known = tuple(keys)
    letters: Mapping[str, None] = dict.fromkeys(carrier.token for carrier in found)
    ids = tuple(dict.fromkeys(filter(None, (read_token(text, known) for text in letters))))
    if not ids:
        return Identity.NONE, ()
    return (Identity.IDENTIFIED if len(ids) == 1 else Identity.CONFLICT), ids


@lru_cache(maxsize=4096)
def _tokens(text: str) -> tuple[str, ...]:
    """Return the tokens in a text; the same one stands in every row of a file."""
    return tuple(filter(None, map(_token, _TOKEN.findall(unicodedata.normalize("NFKC", text)))))


@lru_cache(maxsize=4096)
def _token(hit: str) -> str:
    """Return the letters of what looks like a token; nothing for one with a slip."""
    letters = _bare(hit)
    return letters if _check(letters[:-1]) == letters[-1] else ""


def _proof(key: Key, body: str) -> bytes:
    return hmac.new(key.secret, PURPOSE + body.encode(), hashlib.sha256).digest()[:10]


def _check(body: str) -> str:
    """Return the check letter: it finds every single mistyped letter and nearly every swap of neighbours."""
    letters = body.encode()
    return ALPHABET[-sum(letters[::-2].translate(_TWICE) + letters[-2::-2].translate(_ONCE)) % 32]
