"""The files that wait for a person, and which of them is meant by a name."""

from problems import Place
from problems.stages import NotWaiting, Refused, SeveralWaiting
from store import query
from store.connection import Store
from store.progress import DISMISSED, NEEDS_A_PERSON
from workflows.arriving import WITHIN

DIGITS = 8
"""So many characters of a digest, or more, name a file."""


def waiting(store: Store, *, laid_aside: bool = False) -> list[query.StoredFile]:
    """Return the files that need a person, the oldest first; with `laid_aside`, those done with too."""
    done = query.performed(store)
    return [
        each
        for each in query.files(store)
        if each.verdict is not None
        and each.verdict.verdict == NEEDS_A_PERSON
        and (laid_aside or f"{DISMISSED}{each.sha256}" not in done)
    ]


def waiting_under(store: Store, name: str) -> query.StoredFile:
    """Return the file meant, wherever it lies now: by its name, or by how its digest begins.

    One that waits goes before one that a person is done with. Raises Refused where there is none, or several.
    """
    plain = _plain(name)
    for laid_aside in (False, True):
        found = [each for each in waiting(store, laid_aside=laid_aside) if _is(each, plain)]
        if len(found) > 1:
            digests = tuple(each.sha256[: DIGITS + 4] for each in found)
            raise Refused(SeveralWaiting(place=Place(name), name=plain, digests=digests))
        if found:
            return found[0]
    raise Refused(NotWaiting(place=Place(name), name=plain))


def _is(file: query.StoredFile, plain: str) -> bool:
    if len(plain) >= DIGITS and file.sha256.startswith(plain.casefold()):
        return True
    return any(plain in {_plain(name), _plain(name).rpartition(WITHIN)[2]} for name in file.names)


def _plain(name: str) -> str:
    return name.rpartition("/")[2]
