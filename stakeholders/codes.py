"""Numbers as people copy them by hand: Crockford's base32 in groups of four, which forgives O, I and L."""

from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
FORGIVEN: Final = str.maketrans({"O": "0", "I": "1", "L": "1"})


def letters_of(number: int, length: int) -> str:
    """Return a number's last `length` letters, five bits each."""
    return "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(length)))


def number_of(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number << 5 | ALPHABET.index(letter)
    return number


def grouped(letters: str) -> str:
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))
