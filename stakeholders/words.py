"""Words as people type them in a registry: headings, kinds, yes and no, languages; slugs made of names."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

from languages import LANGUAGES, say
from languages.messages import spoken

LATIN = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ŋ": "ng"}
    | {"ɓ": "b", "ɗ": "d", "ɛ": "e", "ɔ": "o", "ɲ": "ny", "ƴ": "y", "ɣ": "g", "ə": "e"}
)
"""Letters of Latin alphabets that NFKD does not take apart, of West Africa's among them."""

LONGEST_ID = 48


def fold(text: str) -> str:
    """Reduce a word to what matters when comparing: lower case, no accents, single spaces for the rest."""
    plain = "".join(
        letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter)
    )
    return " ".join(re.findall(r"[^\W_]+", plain.casefold().translate(LATIN)))


def slug(name: str) -> str:
    """Return the id of a body called `name`: always the same, and usable in file names whatever the script.

    Where letters would be lost (Arabic, Cyrillic, Chinese) or it gets too long, the name's digest is added.
    """
    folded = fold(name)
    ascii_only = "-".join(re.findall(r"[a-z0-9]+", folded))
    if ascii_only and len(ascii_only) <= LONGEST_ID and folded.isascii():
        return ascii_only
    digest = hashlib.sha256(folded.encode()).hexdigest()[:8]
    return f"{ascii_only[: LONGEST_ID - 9].strip('-') or 'body'}-{digest}"


@cache
def meanings(subject: str, messages: tuple[str, ...], prefix: str = "") -> Mapping[str, str]:
    """Map each folded word that a person may type, in any language we speak, to the id it stands for.

    The message `prefix` + id lists the words, separated by `|`, the printed one first.
    """
    found = {fold(name): name for name in messages}
    for language in spoken():
        for name in messages:
            found |= {fold(word): name for word in say(language, subject, prefix + name).split("|")}
    return found


def printed(language: str, message: str) -> str:
    """Return the printed one of the words of a message of `registry`."""
    return say(language, "registry", message).split("|")[0].strip()


@cache
def language_names() -> Mapping[str, str]:
    """Map folded names and tags of languages, in the languages we speak and their own, to BCP 47 tags."""
    from babel import Locale  # noqa: PLC0415  # only when a registry is read

    names: dict[str, str] = {}
    for language in reversed(spoken()):  # English wins where two names collide
        for tag, name in Locale(language).languages.items():
            if re.fullmatch(r"[a-z]{2,3}", tag):
                names[fold(name)] = tag
                names.setdefault(tag, tag)
    return names | {fold(name): tag for tag, name in LANGUAGES.items()} | {tag: tag for tag in LANGUAGES}


def split_list(text: str) -> list[str]:
    """Split what a person listed in one cell: by semicolon, comma (of any script) or line break."""
    return [part.strip() for part in re.split(r"[;,\n؛،；，、]", text) if part.strip()]


def look_up(word: str, known: Mapping[str, str]) -> str | None:
    """Return what `word` stands for, forgiving case, accents and the dots of `O.N.G.`; None if unknown."""
    folded = fold(word)
    return known.get(folded) or known.get(folded.replace(" ", ""))


def unlike(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words that differ however they are written, each as it is written first."""
    found: dict[str, str] = {}
    for word in words:
        found.setdefault(fold(word) or word, word)
    return tuple(found.values())


def unique(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
