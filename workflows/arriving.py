"""What has come and waits to be read: files that lie in the inbox, and files that lay in those."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from problems import Place, Problem
from problems.identity import AutomaticReply, LetterCameBack, MailSays, MailWithoutFile
from problems.intake import Refusal
from responses.quoting import quoted
from workbooks.containers import Mail, Unpacked
from workbooks.verdict import Verdict
from workflows.keeping import Kept

WITHIN: Final = " ▸ "
"""Between the name of a file and that of what lay in it, as people are shown it."""

DEEPEST: Final = 4
"""So many files may lie one within the other; more is nobody's mistake."""

SHORT: Final = 160
NAME: Final = 80


@dataclass(frozen=True, slots=True)
class Arriving:
    """A file on its way; `place` says where it stands in the report, below what it lay in."""

    place: tuple[int, ...]
    shown: str
    copy: Path
    sha256: str
    unanswered: bool = False  # it lay in an automatic reply: two machines would write to each other
    siblings: int = 0  # so many files lay beside it in the same mail or zip file
    came: datetime | None = None  # when, if not now
    known: bool = False  # the same bytes had come before


def laid(kept: Kept, number: int, shown: Callable[[Path], str]) -> Arriving:
    """Return a file that lay there."""
    return Arriving((number,), shown(kept.path), kept.copy, kept.sha256)


def lay_within(
    around: Arriving, parts: Iterable[tuple[str, Path, str]], *, automatic: bool = False
) -> Iterator[Arriving]:
    """Yield what lay in a file, as (name, copy, sha256); `automatic`: in a reply that no person wrote."""
    unanswered, inside = around.unanswered or automatic, tuple(parts)
    for number, (name, copy, sha256) in enumerate(inside, start=1):
        shown = f"{around.shown}{WITHIN}{quoted(name, NAME)}"
        yield Arriving(
            (*around.place, number),
            shown,
            copy,
            sha256,
            unanswered=unanswered,
            siblings=len(inside) - 1,
        )


def about_container(
    unpacked: Unpacked, problems: Sequence[Problem], shown: str
) -> tuple[Verdict, tuple[Problem, ...]]:
    """Return the verdict on a container, and what is to be said of it."""
    said = [*problems, *_about_mail(unpacked.mail, shown, bare=not unpacked.parts)]
    if unpacked.parts:
        return Verdict.UNPACKED, tuple(said)
    if any(isinstance(problem, Refusal) for problem in said):
        return Verdict.REFUSED, tuple(said)
    answered = unpacked.mail is not None and (unpacked.mail.automatic or unpacked.mail.bounces)
    return (Verdict.UNPACKED if answered else Verdict.NEEDS_A_PERSON), tuple(said)


def _about_mail(mail: Mail | None, shown: str, *, bare: bool) -> Iterator[Problem]:
    if mail is None:
        return
    place, words = Place(shown), quoted(mail.words, SHORT) or "…"
    if mail.bounces:
        yield LetterCameBack(place=place, count=len(mail.bounces))
    elif mail.automatic and bare:
        yield AutomaticReply(place=place, words=words)
    elif bare:
        yield MailWithoutFile(place=place, words=words)
    elif mail.words.strip():
        yield MailSays(place=place, words=words)
