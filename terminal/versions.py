"""What came from one body, version by version, and what changed between two of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Any

from rich.text import Text

from languages import day_and_time, say
from problems.model import shortened
from problems.place import in_words
from responses.wording import separator
from terminal.console import Terminal
from terminal.differences import difference_as_json, show_comparison
from terminal.lines import cleaned, put
from terminal.outcomes import next_step
from workflows.changes.history import said_by
from workflows.versions import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from store.mail import Came
    from store.versions import FileOf
    from workflows.versions import BodyHistory, Version

SHOWN = 8
"""Letters shown, the latest, unless all are asked for."""
DIGITS = 12
"""Of a digest: enough to find a file by."""
SAID = "said"
"""What is recorded where a person answered whose a file is: no reason that tells anybody more."""


def show_body_history(terminal: Terminal, told: BodyHistory, *, whole: bool = False) -> None:
    _head(terminal, told)
    for version in told.versions:
        terminal.blank()
        _version(terminal, told, version, whole=whole)
    if not told.versions:
        terminal.blank()
        message = "history-none" if told.asked else "history-none-not-asked"
        terminal.say(message, name=cleaned(told.body.name))
    if told.others:
        terminal.blank()
        _others(terminal, told)
    terminal.blank()
    _letters(terminal, told, whole=whole)
    if told.compared:
        terminal.blank()
        show_comparison(terminal, told, told.compared, whole=whole)
    _next(terminal, told)


def show_copied(terminal: Terminal, file: FileOf, to: Path) -> None:
    name = shortened(cleaned(file.name))
    terminal.say("history-copied", to=cleaned(str(to)), name=name, digest=file.sha256)


def _head(terminal: Terminal, told: BodyHistory) -> None:
    message = "history-title-at-risk" if told.body.at_risk else "history-title"
    terminal.say(message, style="bold", name=cleaned(told.body.name), round=told.title)
    if told.asked:
        terminal.say("history-deadline", deadline=day_and_time(terminal.language, told.deadline))
    if told.joined:
        by = said_by(told.joined.actor, terminal.language)
        terminal.say("history-joined", at=_moment(told, told.joined.at), by=by)
    for round, count in told.elsewhere.items():
        terminal.say("history-elsewhere", style="dim", round=round, count=count, id=told.body.id)


def _version(terminal: Terminal, told: BodyHistory, version: Version, *, whole: bool) -> None:
    head = Text(
        terminal.word("history-version", version=version.number, at=_moment(told, version.received_at)),
        style="bold",
    )
    head.append(f" · {_verdict(terminal, version.file)}", style="not bold")
    terminal.out.print(head)
    if version.late:
        message = "history-late-grace" if version.late.grace else "history-late"
        late = terminal.word(message, days=version.late.days)
        if version.late.deadline != told.deadline:
            then = day_and_time(terminal.language, version.late.deadline)
            late = terminal.word("history-late-until", late=late, deadline=then)
        put(terminal, late, style="yellow")
    _file(terminal, version.file, version.mails)
    counts = {
        "history-new": version.new,
        "history-changed": version.changed,
        "history-same": version.same,
        "history-kept": version.kept,
        "history-questions": _questions(version.file),
    }
    said = [terminal.word(message, count=count) for message, count in counts.items() if count]
    put(terminal, separator(terminal.language).join(said))
    if whole:
        _problems(terminal, version.file)
    _marks(terminal, told, version.file)


def _verdict(terminal: Terminal, file: FileOf) -> str:
    if not file.verdict:
        return terminal.word("history-unjudged")
    return say(terminal.language, "verdicts", file.verdict)


def _questions(file: FileOf) -> int:
    return sum(problem.get("severity") in {"error", "blocker"} for problem in file.problems)


def _file(terminal: Terminal, file: FileOf, mails: Iterable[Came]) -> None:
    senders = [
        terminal.word("history-mail", sender=shortened(cleaned(each.sender)))
        if each.sender
        else terminal.word("history-mail-unknown")
        for each in mails
    ]
    put(terminal, " · ".join([cleaned(file.name), file.sha256[:DIGITS], *senders]))


def _problems(terminal: Terminal, file: FileOf) -> None:
    for problem in file.problems:
        where = in_words(problem["place"], terminal.language)
        said = sentence(problem, terminal.language)
        put(terminal, cleaned(f"{where}  {problem['code']}: {said}"), indent=4)


def _marks(terminal: Terminal, told: BodyHistory, file: FileOf) -> None:
    """Say what happened to a file since: it came again, or a person said whose it is."""
    for seen in file.again:
        name = shortened(cleaned(seen.name))
        put(terminal, terminal.word("history-again", at=_moment(told, seen.at), name=name), style="dim")
    for claim in file.claims:
        why = "" if claim.why == SAID else claim.why
        parts = "sheets" if claim.sheets else "", "why" if why else ""
        said = terminal.word(
            "-".join(("history-claim", *filter(None, parts))),
            at=_moment(told, claim.at),
            by=said_by(claim.actor, terminal.language),
            why=shortened(cleaned(why)),
            sheets=shortened(cleaned(", ".join(claim.sheets))),
        )
        put(terminal, said, style="dim")


def _others(terminal: Terminal, told: BodyHistory) -> None:
    terminal.say("history-others", style="bold")
    for other in told.others:
        verdict = _verdict(terminal, other.file)
        done = f" · {terminal.word('history-dismissed')}" if other.file.dismissed else ""
        put(terminal, f"{_moment(told, other.at)} · {verdict}{done}", style="yellow")
        _file(terminal, other.file, other.mails)
        _problems(terminal, other.file)
        _marks(terminal, told, other.file)


def _letters(terminal: Terminal, told: BodyHistory, *, whole: bool) -> None:
    if not told.letters:
        terminal.say("history-letters-none")
        return
    terminal.say("history-letters", style="bold")
    left = 0 if whole else max(0, len(told.letters) - SHOWN)
    if left:
        put(terminal, terminal.word("history-letters-more", count=left, id=told.body.id), style="dim")
    for letter in told.letters[left:]:
        kind = terminal.word("history-kind", kind=letter.kind)
        at = _moment(told, letter.last) if letter.last else ""
        state = terminal.word("history-mail-state", state=letter.standing, at=at)
        wrong = "" if letter.standing in {"waiting", "sent"} else "yellow"
        detail = f" ({cleaned(letter.detail)})" if letter.detail and wrong else ""
        put(terminal, f"{_moment(told, letter.at)} · {kind} · {state}{detail}", style=wrong)


def _next(terminal: Terminal, told: BodyHistory) -> None:
    newest = str(told.versions[-1].number) if told.versions else ""
    file = newest or next((each.file.sha256[:DIGITS] for each in told.others), "")
    if len(told.versions) > 2 and told.compared:  # noqa: PLR2004  # other pairs than the one shown
        first, *_, before, last = (each.number for each in told.versions)
        shown = (told.compared.before, told.compared.after)
        other = (before, last) if shown == (first, last) else (first, last)
        next_step(
            terminal,
            "history-next-between",
            id=told.body.id,
            before=other[0],
            after=other[1],
            file=file,
        )
    elif file:
        next_step(terminal, "history-next-original", id=told.body.id, file=file)
    else:
        next_step(terminal, "history-next-status")


def _moment(told: BodyHistory, at: datetime) -> str:
    return f"{at.astimezone(told.zone):%Y-%m-%d %H:%M}"


def body_history_as_json(told: BodyHistory, language: str) -> dict[str, Any]:
    compared = told.compared
    return {
        "stakeholder": told.body.id,
        "name": told.body.name,
        "at_risk": told.body.at_risk,
        "round": told.round,
        "round_title": told.title,
        "asked": told.asked,
        "deadline": told.deadline.isoformat(),
        "joined": _plain(told.joined) if told.joined else None,
        "versions": [_version_as_json(each, language) for each in told.versions],
        "others": [
            {**_file_as_json(each.file, each.mails, language), "dismissed": each.file.dismissed}
            for each in told.others
        ],
        "letters": [_plain(each) for each in told.letters],
        "other_rounds": dict(told.elsewhere),
        "between": [compared.before, compared.after] if compared else None,
        "differences": [difference_as_json(each, compared) for each in compared.differences]
        if compared
        else [],
    }


def _version_as_json(version: Version, language: str) -> dict[str, Any]:
    late = version.late
    return {
        "version": version.number,
        "received_at": version.received_at.isoformat(),
        "late": {**asdict(late), "deadline": late.deadline.isoformat()} if late else None,
        "response": version.returned.response,
        "invitation": version.returned.invitation,
        "language": version.returned.language,
        "status": version.returned.status,
        "answers": len(version.answers),
        "new": version.new,
        "changed": version.changed,
        "same": version.same,
        "kept": version.kept,
        **_file_as_json(version.file, version.mails, language),
    }


def _file_as_json(file: FileOf, mails: Iterable[Came], language: str) -> dict[str, Any]:
    return {
        "file": file.name,
        "sha256": file.sha256,
        "stored": f"received/{file.sha256}",
        "size": file.size,
        "recorded_at": file.at.isoformat(),
        "verdict": file.verdict,
        "problems": [{**each, "message": sentence(each, language)} for each in file.problems],
        "again": [_plain(each) for each in file.again],
        "claims": [_plain(each) for each in file.claims],
        "mails": [_plain(each) for each in mails],
    }


def _plain(row: Any) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in asdict(row).items()
    }
