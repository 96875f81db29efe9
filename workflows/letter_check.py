"""Check letters against the facts they will get, and for what every letter needs, before anybody waits."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from delivery.letters import ENVIRONMENT, fill
from problems import Place, Problem, Severity, nearest
from problems.letters import (
    HtmlInLetter,
    LetterEmpty,
    LetterFailed,
    LetterUnused,
    LetterWithoutContact,
    LetterWithoutSubject,
    LetterWouldFail,
    SubjectRunsOn,
)
from problems.stages import Refused
from sources.template_check import check_template
from workflows.letter_examples import Facts, examples
from workflows.letter_facts import INSIDE, OWN, facts_of, kind_of, names_known
from workflows.process import Process
from workflows.process_read import COMMON, DEFINITIONS

SUBJECT: Final = "Subject:"
_HTML: Final = re.compile(
    r"</?(?:p|br|b|i|u|em|strong|a|div|span|font|img|ul|ol|li|h[1-6]|table|tr|td|th|hr|center)\b[^>\n]*>",
    re.IGNORECASE,
)
_HEAD: Final = re.compile(r"(?:\{%.*?(?:-%\}\s*|%\})|\{#.*?(?:-#\}\s*|#\}))*", re.DOTALL)
"""What may stand before the subject: tags that print nothing."""

_ADDRESS: Final = re.compile(r"\{\{[^}]*\b(?:email|telephone)\b")
_TAGS: Final = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)


def letters_of(process: Process) -> tuple[str, ...]:
    """Name every letter that a process may write: its own in their order, then those that all have."""
    written = process.written.actions
    own = [each.letter for each in process.rounds] + [each.letter for each in written if each.letter]
    return tuple(dict.fromkeys([*own, *sorted({*OWN, *INSIDE})]))


def check_letters(process: Process, *, shipped: bool = False) -> Iterator[Problem]:
    """Yield what is wrong with the letters of a process, in every language; of `shipped` ones if wished.

    The folder's own and the process's are always checked: the ones that every process has are ours. With
    examples, which takes a while, ours are written only if wished.
    """
    known = letters_of(process)
    for root in process.roots:
        if root == COMMON and not shipped:
            continue
        for path in sorted(root.glob("letters/*/*.j2")):
            own = DEFINITIONS not in path.parents
            if path.stem in known or own:
                yield from check_letter(
                    path, path.relative_to(root).as_posix(), process, write=own or shipped
                )


def check_letter(path: Path, shown: str, process: Process, *, write: bool = True) -> Iterator[Problem]:
    """Yield what is wrong with one letter; its file's name tells which. `write` it with examples, too."""
    name, known = path.stem, letters_of(process)
    if name not in known:
        yield LetterUnused(place=Place(shown), name=name, allowed=known, near=nearest(name, known))
    problems = check_template(path, shown, names_known(name, process), ENVIRONMENT)
    yield from problems
    try:
        source = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return  # said above
    yield from _form(source, shown)
    readable = all(each.severity < Severity.BLOCKER for each in problems)
    if readable and kind_of(name, process) not in INSIDE:
        yield from _contact(source, shown)
    if write and not problems:
        yield from _written(path, shown, facts_of(name, process))


def _written(path: Path, shown: str, facts: Facts) -> Iterator[Problem]:
    """Write a letter with examples of its facts in every shape, and yield once each line that it fails at."""
    told = set()
    for shape, fact, given in examples(facts):
        try:
            fill(path, given, path.parent.name)
        except Refused as error:
            wrong = error.problem
            if isinstance(wrong, LetterFailed) and wrong.place.line not in told:
                told.add(wrong.place.line)
                place = replace(wrong.place, path=shown)
                yield LetterWouldFail(place=place, why=wrong.why, what=wrong.what, shape=shape, fact=fact)


def _form(source: str, shown: str) -> Iterator[Problem]:
    """Yield what a letter lacks or has too much of: its subject, its body, plain words."""
    head = _HEAD.match(source)
    start = head.end() if head else 0
    line = source.count("\n", 0, start) + 1
    first, *rest = source[start:].split("\n")
    if not first.startswith(SUBJECT) or not first.removeprefix(SUBJECT).strip():
        yield LetterWithoutSubject(place=Place(shown, line=line, column=1), start=first.strip()[:60])
    elif rest and rest[0].strip():
        yield SubjectRunsOn(place=Place(shown, line=line + 1, column=1), start=rest[0].strip()[:60])
    if not _TAGS.sub("", "\n".join(rest)).strip():
        yield LetterEmpty(place=Place(shown, line=line + len(rest), column=1))
    for number, text in enumerate(source.split("\n"), 1):
        for tag in _HTML.finditer(text):
            yield HtmlInLetter(place=Place(shown, line=number, column=tag.start() + 1), tag=tag[0])


def _contact(source: str, shown: str) -> Iterator[Problem]:
    if not _ADDRESS.search(source):
        yield LetterWithoutContact(place=Place(shown, line=source.count("\n") + 1, column=1))
