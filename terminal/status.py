"""Who owes what: the page people look at every morning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from babel.numbers import format_percent
from rich.padding import Padding
from rich.text import Text

from languages import brief, day
from terminal.console import Terminal
from terminal.tables import bar, quiet
from workflows.warning import is_part
from workflows.warning_words import Telling, instruments_of

if TYPE_CHECKING:
    from store.progress import ArticleProgress, StakeholderProgress
    from workflows.overview import Overview


SCREEN = 16
"""Bodies shown where more would fill more than a screen: those who owe most."""
COMING, WARNINGS = 3, 6
MAIL_SAID = frozenset({"failed", "bounced", "unknown", "later"})
"""What is said of a body's last letter: that it has surely or perhaps not arrived."""
NARROW = 80
ROMAN = ("", "I", "II", "III", "IV")


def show_status(terminal: Terminal, overview: Overview, *, whole: bool = False) -> None:
    _head(terminal, overview)
    terminal.blank()
    _table(terminal, overview, whole=whole)
    if overview.cleared:
        local = overview.cleared.astimezone(overview.zone)
        terminal.blank()
        terminal.say("status-cleared", style="green", day=day(terminal.language, local.date()))
    else:
        _lines(terminal, _notes(terminal, overview), style="yellow")
        _lines(terminal, _coming(terminal, overview, whole=whole))
        _lines(terminal, _warnings(terminal, overview, whole=whole))
    terminal.blank()
    terminal.say("next", style="bold", step=_next(terminal, overview))


def _lines(terminal: Terminal, lines: Iterable[str], *, style: str = "") -> None:
    """Print a block of lines, if there are any; what is indented stays so where a screen wraps it."""
    for number, line in enumerate(lines):
        if not number:
            terminal.blank()
        if line.startswith("  ") and terminal.out.is_terminal:
            terminal.out.print(Padding(Text(line[2:], style=style), (0, 0, 0, 2)))
        else:
            terminal.out.print(Text(line, style=style))


def _head(terminal: Terminal, overview: Overview) -> None:
    terminal.say("status-title", style="bold", state=overview.state, subject=_subject(terminal, overview))
    if overview.ahead:
        title, phases = overview.ahead.title, " · ".join(overview.ahead.phases)
        message = "status-process" if phases else "status-process-over"
        terminal.say(message, process=title, phases=phases)
    counted, zone = overview.progress, overview.zone
    asked = [each for each in counted.stakeholders if each.asked]
    today = overview.at.astimezone(zone).date()
    terminal.say(
        "status-deadline-past" if overview.at > overview.deadline else "status-deadline",
        deadline=_clock(terminal, overview.deadline),
        days=abs((overview.deadline.date() - today).days),
        extended=len(overview.deadlines),
        answered=sum(each.version > 0 for each in asked),
        asked=len(asked),
        share=format_percent(_share(counted.given, counted.owed), locale=terminal.language),
    )
    for other in overview.others:
        terminal.say(
            "status-other",
            style="dim",
            title=other.title,
            answered=other.returned,
            asked=other.asked,
            day=_short(terminal, other.deadline.astimezone(zone)),
            round=other.id,
        )


def _subject(terminal: Terminal, overview: Overview) -> str:
    """Name what is asked about: instruments and clusters, or the form of the round."""
    return " · ".join(
        terminal.word(
            "status-subject",
            instrument=each.instrument.upper(),
            cluster=ROMAN[each.cluster],
            title=each.title.get(terminal.language) or each.title["en"],
        )
        if each.cluster
        else each.title.get(terminal.language) or each.title["en"]
        for each in overview.subjects
    )


def _clock(terminal: Terminal, at: datetime) -> str:
    """Say day, time and zone so plainly that nobody in another zone is mistaken."""
    minutes = int((at.utcoffset() or at - at).total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    offset = f"UTC{'−' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")
    when = f"{day(terminal.language, at.date())}, {at:%H:%M}"
    zone = str(at.tzinfo)
    return (
        terminal.word("status-clock", when=when, zone=zone, offset=offset)
        if zone != "UTC"
        else f"{when} (UTC)"
    )


def _table(terminal: Terminal, overview: Overview, *, whole: bool) -> None:
    columns = ("status-body", "status-items", "status-answered", "status-last")
    table = quiet(*map(terminal.word, columns), right=[1], whole=[2])
    shown, left = [each for each in overview.progress.stakeholders if _takes_part(each)], []
    if not whole and len(shown) > SCREEN:
        shown.sort(key=_given)
        shown, left = shown[:SCREEN], shown[SCREEN:]
    for each in shown:
        table.add_row(*_row(terminal, overview, each))
    terminal.out.print(table)
    if left:
        ahead = _given(left[0]) > _given(shown[0])
        terminal.say("status-more-ahead" if ahead else "status-more", style="dim", count=len(left))


def _given(body: StakeholderProgress) -> float:
    return _share(body.given, body.owed)


def _takes_part(body: StakeholderProgress) -> bool:
    """Say whether a body has to do with this round: it is asked, or was."""
    return bool(body.asked or body.version or body.invited)


def _row(terminal: Terminal, overview: Overview, each: StakeholderProgress) -> tuple[Text, ...]:
    name = terminal.word("status-at-risk", name=each.name) if each.at_risk else each.name
    drawn = Text("—", style="dim")
    if each.version and each.owed:
        share = _given(each)
        narrow = terminal.out.width < NARROW
        drawn = bar(share, 6 if narrow else 16)
        drawn.append(f" {format_percent(share, locale=terminal.language):>5}", style="default")
    said = ", ".join(filter(None, _said(terminal, overview, each)))
    gone = "dim" if each.withdrawn or not each.asked else ""
    return Text(name, style=gone), Text(str(each.asked)), drawn, Text(said or "—")


def _said(terminal: Terminal, overview: Overview, each: StakeholderProgress) -> Iterator[str]:
    """Yield what there is to say of a body: what it sent or got last, and what has changed for it."""
    if each.withdrawn:
        yield terminal.word("status-withdrawn")
        return
    if each.version and each.last_return:
        when = _short(terminal, each.last_return.astimezone(overview.zone))
        yield terminal.word("status-return", day=when, version=each.version, questions=each.questions)
        if each.id in overview.late:
            yield terminal.word("status-late")
    elif each.letter_at is not None:
        messages = {"reminder": "status-reminded"} | dict.fromkeys(("refused", "confirm"), "status-written")
        asked_only = each.invited is not None and not each.reminders
        message = messages.get(each.letter, "status-invited" if asked_only else "status-written")
        yield terminal.word(message, day=_short(terminal, each.letter_at.astimezone(overview.zone)))
    if not each.asked:
        yield terminal.word("status-not-asked")
    if each.reopened:
        yield terminal.word("status-corrections", count=each.reopened)
    if each.id in overview.deadlines:
        yield terminal.word("status-until", day=_short(terminal, overview.deadlines[each.id]))
    if each.mail in MAIL_SAID:
        yield terminal.word(f"status-mail-{each.mail}")
    if each.id in overview.outcomes:
        yield overview.outcomes[each.id]


def _notes(terminal: Terminal, overview: Overview) -> Iterator[str]:
    """Yield what is open by article, and what waits for a person."""
    counted = overview.progress
    articles = [article for article in counted.articles if not is_part(article.key)]
    many = instruments_of([article.key for article in articles]) > 1
    silent = [_number(article, many=many) for article in articles if not article.asked]
    if silent:
        yield "  " + terminal.word("status-nobody-asked", count=len(silent), articles=", ".join(silent))
    unanswered = [
        terminal.word("status-nobody-one", article=_number(article, many=many), asked=article.asked)
        for article in articles
        if article.asked and not article.answered
    ]
    if unanswered:
        yield "  " + terminal.word("status-nobody", count=len(unanswered), articles=", ".join(unanswered))
    disputed = [
        terminal.word(
            "status-contradictions-one", article=_number(article, many=many), count=article.contradictory
        )
        for article in articles
        if article.contradictory
    ]
    if disputed:
        yield "  " + terminal.word("status-contradictions", count=len(disputed), articles=", ".join(disputed))
    for sheet in overview.sheets:
        counts = [f"{count} {label}" for label, count in sheet.counts if count]
        if sheet.open:
            counts.append(terminal.word("status-sheet-open", count=sheet.open))
        if counts:
            yield "  " + terminal.word("status-sheet", title=sheet.title, counts=" · ".join(counts))
    if counted.waiting:
        yield "  " + terminal.word("status-waiting", count=counted.waiting)
    mail = overview.mail
    if left := mail.get("waiting", 0) + mail.get("later", 0):
        yield "  " + terminal.word("status-to-send", count=left)
    if lost := sum(mail.get(each, 0) for each in ("failed", "bounced", "unknown")):
        yield "  " + terminal.word("status-lost", count=lost)


def _number(article: ArticleProgress, *, many: bool) -> str:
    instrument, _, number = article.key.rpartition(".")
    return f"{instrument.upper()} {number}" if many else number


def _coming(terminal: Terminal, overview: Overview, *, whole: bool) -> Iterator[str]:
    """Yield what is next, with its dates; a reminder that nobody would get is none."""
    coming = (
        []
        if overview.ahead is None
        else [
            each
            for each in overview.ahead.coming
            if not (each.perform == "remind" and overview.reminded.get(each.key) == 0)
        ]
    )
    if coming:
        yield terminal.word("status-coming")
    shown = coming if whole else coming[:COMING]
    days = [
        terminal.word("status-now")
        if each.due
        else _short(terminal, each.at.astimezone(overview.zone), weekday=True)
        for each in shown
    ]
    widest = max(map(len, days), default=0)
    for when, each in zip(days, shown, strict=True):
        count = overview.reminded.get(each.key, 0) if each.perform == "remind" else 0
        said = terminal.word("status-coming-one", day=when.ljust(widest), title=each.title, count=count)
        yield f"  {said}"


def _warnings(terminal: Terminal, overview: Overview, *, whole: bool) -> Iterator[str]:
    concerns = overview.concerns
    names = {body.id: body.name for body in overview.progress.stakeholders}
    articles = [article.key for article in overview.progress.articles if not is_part(article.key)]
    telling = Telling(terminal.language, overview.zone, names, instruments_of(articles))
    yield terminal.word("status-warnings") if concerns else terminal.word("status-no-warnings")
    for concern in concerns if whole else concerns[:WARNINGS]:
        yield "  " + telling.concern(concern)
    if not whole and len(concerns) > WARNINGS:
        yield "  " + terminal.word("status-warnings-more", count=len(concerns) - WARNINGS)
    if whole or not overview.pace.known or any("likely" in each.figures for each in concerns[:WARNINGS]):
        yield "  " + telling.pace(overview.pace)


def _next(terminal: Terminal, overview: Overview) -> str:
    step = overview.next
    said = {"path": step.path, "action": step.action, "title": step.title}
    return terminal.word(step.message, **{name: word for name, word in said.items() if word})


def as_json(overview: Overview) -> dict[str, Any]:
    counted, ahead = overview.progress, overview.ahead
    return {
        "state": overview.state,
        "process": ahead.title if ahead else "",
        "phases": list(ahead.phases) if ahead else [],
        "round": overview.round,
        "round_title": overview.title,
        "deadline": overview.deadline.isoformat(),
        "zone": str(overview.zone),
        "deadlines": {name: at.isoformat() for name, at in overview.deadlines.items()},
        "cleared": overview.cleared.isoformat() if overview.cleared else None,
        "asked": counted.asked,
        "answered": counted.answered,
        "owed": counted.owed,
        "given": counted.given,
        "files_needing_a_person": counted.waiting,
        "stakeholders": [
            {**_plain(each), "late": each.id in overview.late, "outcome": overview.outcomes.get(each.id, "")}
            for each in counted.stakeholders
        ],
        "articles": [_plain(each) for each in counted.articles],
        "other_rounds": [{**vars(each), "deadline": each.deadline.isoformat()} for each in overview.others],
        "sheets": [{**vars(each), "counts": dict(each.counts)} for each in overview.sheets],
        "coming": [
            {
                "action": each.id,
                "title": each.title,
                "at": each.at.astimezone(overview.zone).isoformat(),
                "due": each.due,
                "to": overview.reminded.get(each.key) if each.perform == "remind" else None,
            }
            for each in (ahead.coming if ahead else ())
        ],
        "mail": dict(overview.mail),
        "warnings": [each.as_json() for each in overview.concerns],
        "pace": {**vars(overview.pace), "known": overview.pace.known},
        "next": {name: word for name, word in vars(overview.next).items() if word},
    }


def _plain(row: StakeholderProgress | ArticleProgress) -> dict[str, Any]:
    found = {name: getattr(row, name) for name in row.__slots__}
    return {name: each.isoformat() if isinstance(each, datetime) else each for name, each in found.items()}


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _short(terminal: Terminal, at: datetime, *, weekday: bool = False) -> str:
    return brief(terminal.language, at.date(), weekday=weekday)
