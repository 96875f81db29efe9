"""Who owes what: the page people look at every morning."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from babel.numbers import format_percent
from rich.text import Text

from languages import day, day_and_time
from terminal.console import Terminal
from terminal.tables import bar, quiet

if TYPE_CHECKING:
    from store.progress import ArticleProgress, StakeholderProgress
    from workflows.overview import Overview


SCREEN = 40
"""Bodies shown where more would fill more than a screen: those who owe most."""


def show_status(terminal: Terminal, overview: Overview, *, whole: bool = False) -> None:
    terminal.say("status-title", style="bold", state=overview.state, subject=_subject(terminal, overview))
    counted = overview.progress
    late = overview.at > overview.deadline
    terminal.say(
        "status-deadline-past" if late else "status-deadline",
        deadline=day_and_time(terminal.language, overview.deadline),
        days=abs((overview.deadline.date() - overview.at.astimezone(overview.deadline.tzinfo).date()).days),
        answered=counted.returned,
        asked=sum(each.asked > 0 for each in counted.stakeholders),
        share=format_percent(_share(counted.given, counted.owed), locale=terminal.language),
    )
    terminal.blank()
    columns = ("status-body", "status-items", "status-answered", "status-last")
    table = quiet(*map(terminal.word, columns), right=[1], whole=[2, 3])
    shown = counted.stakeholders
    if not whole and len(shown) > SCREEN:
        shown = tuple(sorted(shown, key=lambda each: _share(each.given, each.owed))[:SCREEN])
    for each in shown:
        table.add_row(*_row(terminal, each, overview.deadline))
    terminal.out.print(table)
    if len(shown) < len(counted.stakeholders):
        terminal.say("status-more", style="dim", count=len(counted.stakeholders) - len(shown))
    if overview.cleared:
        local = overview.cleared.astimezone(overview.deadline.tzinfo)
        terminal.blank()
        terminal.say("status-cleared", style="green", day=day(terminal.language, local.date()))
        return _finish(terminal, overview)
    notes = [note for article in counted.articles for note in _article(terminal, article)]
    if counted.waiting:
        notes.append(terminal.word("status-waiting", count=counted.waiting))
    if notes:
        terminal.blank()
    for note in notes:
        terminal.out.print(Text("  " + note, style="yellow"))
    return _finish(terminal, overview)


ROMAN = ("", "I", "II", "III", "IV")


def _subject(terminal: Terminal, overview: Overview) -> str:
    return " · ".join(
        terminal.word(
            "status-subject",
            instrument=each.instrument.upper(),
            cluster=ROMAN[each.cluster],
            title=each.title.get(terminal.language) or each.title["en"],
        )
        for each in overview.subjects
    )


def _finish(terminal: Terminal, overview: Overview) -> None:
    terminal.blank()
    terminal.say("next", style="bold", step=terminal.word(overview.next_step))


def as_json(overview: Overview) -> dict[str, Any]:
    counted = overview.progress
    return {
        "state": overview.state,
        "deadline": overview.deadline.isoformat(),
        "cleared": overview.cleared.isoformat() if overview.cleared else None,
        "asked": counted.asked,
        "answered": counted.answered,
        "owed": counted.owed,
        "given": counted.given,
        "files_needing_a_person": counted.waiting,
        "stakeholders": [_plain(each) for each in counted.stakeholders],
        "articles": [_plain(each) for each in counted.articles],
    }


def _plain(row: StakeholderProgress | ArticleProgress) -> dict[str, Any]:
    found = {name: getattr(row, name) for name in row.__slots__}
    return {name: each.isoformat() if isinstance(each, datetime) else each for name, each in found.items()}


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _row(terminal: Terminal, each: StakeholderProgress, deadline: datetime) -> tuple[Text, ...]:
    name = terminal.word("status-at-risk", name=each.name) if each.at_risk else each.name
    if not each.version:
        return (
            Text(name),
            Text(str(each.asked)),
            Text("—", style="dim"),
            Text(_letter(terminal, each, deadline)),
        )
    share = _share(each.given, each.owed)
    drawn = bar(share).append(f" {format_percent(share, locale=terminal.language):>5}", style="default")
    when = each.last_return.astimezone(deadline.tzinfo) if each.last_return else deadline
    said = terminal.word(
        "status-return", day=_short(terminal, when), version=each.version, questions=each.questions
    )
    return Text(name), Text(str(each.asked)), drawn, Text(said)


def _letter(terminal: Terminal, each: StakeholderProgress, deadline: datetime) -> str:
    if each.letter_at is None:
        return "—"
    message = "status-reminded" if each.letter == "reminder" else "status-invited"
    return terminal.word(message, day=_short(terminal, each.letter_at.astimezone(deadline.tzinfo)))


def _short(terminal: Terminal, at: datetime) -> str:
    from babel.dates import format_date  # noqa: PLC0415  # with the rest of babel's dates

    return format_date(at.date(), format="d MMM", locale=terminal.language)


def _article(terminal: Terminal, article: ArticleProgress) -> list[str]:
    title = article.title.get(terminal.language) or article.title["en"]
    label = terminal.word("status-article-label", number=article.key.split(".")[1], title=title)
    notes = []
    if not article.asked:
        notes.append(f"{label}: {terminal.word('status-article-nobody-asked')}")
    elif not article.answered:
        notes.append(terminal.word("status-article-nobody", label=label, asked=article.asked))
    if article.contradictory:
        count = article.contradictory
        notes.append(terminal.word("status-article-contradictions", label=label, count=count))
    return notes
