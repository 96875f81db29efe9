"""Who is asked what and why, and what that leaves uncovered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from terminal.console import Terminal
from terminal.outcomes import kind_word, next_step
from terminal.tables import quiet

if TYPE_CHECKING:
    from stakeholders.coverage import Coverage
    from stakeholders.model import Assignment
    from workflows.check import Checked, Routed


def show_routing(terminal: Terminal, checked: Checked, routed: Routed) -> None:
    terminal.problems(checked.problems)
    if checked.process and all(each.of != "mandates" for each in checked.process.rounds):
        terminal.say("route-none", process=checked.process.say(terminal.language, "title"))
        next_step(terminal, "check-next-plan")
        return
    names = {body.id: body.name for body in checked.stakeholders}
    table = quiet(*map(terminal.word, ("route-body", "route-items", "route-why")), right=[1])
    table.columns[0].min_width = max(
        (len(body.id) for body in checked.stakeholders), default=None
    )  # unbroken
    loads = {load.stakeholder: load for load in routed.coverage.loads}
    for body in checked.stakeholders:
        theirs = [each for each in routed.assignments if each.stakeholder == body.id]
        why = Text(_why(terminal, checked, theirs) or "—")
        kind = kind_word(terminal.language, body.kind)
        table.add_row(
            Text(body.name).append(f"\n{body.id} · {kind}", style="dim"), str(loads[body.id].items), why
        )
    terminal.out.print(table)
    terminal.blank()
    terminal.out.print(_articles(terminal, checked, routed.coverage))
    terminal.blank()
    for line in _notes(terminal, checked, routed.coverage, names):
        terminal.out.print(Text("• " + line))
    if checked.broken:
        next_step(terminal, "check-next-mend")
    elif not checked.stakeholders:
        next_step(terminal, "check-next-fill")
    else:
        next_step(terminal, "route-next")


def _why(terminal: Terminal, checked: Checked, theirs: Sequence[Assignment]) -> str:
    """Group a body's articles by the reason that brought them."""
    if checked.known is None:
        return ""
    items = {item.id: item for item in checked.items}
    by_reason: dict[str, list[str]] = {}
    for each in theirs:
        if each.reason in {"because-closing", "because-follow-up"}:
            continue
        article = _label(items[each.item].article_key, checked)
        by_reason.setdefault(_reason(terminal, checked, each), []).append(article)
    return "\n".join(
        terminal.word("route-why-line", articles=", ".join(dict.fromkeys(articles)), reason=reason)
        for reason, articles in by_reason.items()
    )


def _reason(terminal: Terminal, checked: Checked, each: Assignment) -> str:
    """Say in a few words why an item is asked; the words of a rule are told once, below the table."""
    if checked.known and each.reason == "because-topic":
        text = checked.known.topics.get(each.detail, {})
        topic = text.get(terminal.language) or text.get("en") or each.detail
        return terminal.word("route-why-topic", topic=topic)
    return terminal.word(f"route-why-{each.reason.removeprefix('because-').removesuffix('-unexplained')}")


def _label(key: str, checked: Checked) -> str:
    """Return an article as people say it: its number, with the instrument where there are several."""
    instrument, number = key.split(".")
    several = len({questionnaire.instrument for questionnaire in checked.questionnaires}) > 1
    return f"{instrument.upper()} {number}" if several else number


def _articles(terminal: Terminal, checked: Checked, coverage: Coverage) -> Table:
    titles = {
        f"{section.instrument}.{section.article}": section.title
        for questionnaire in checked.questionnaires
        for section in questionnaire.sections
    }
    columns = ("route-article", "route-items", "route-asked", "route-non-governmental")
    table = quiet(*map(terminal.word, columns), right=[1, 2, 3])
    for row in coverage.articles:
        title = titles[row.article].get(terminal.language) or titles[row.article]["en"]
        label = terminal.word("route-article-label", number=row.article.split(".")[1], title=title)
        style = "" if len(row.stakeholders) > 1 and row.non_governmental else "yellow"
        table.add_row(
            Text(label, style=style),
            f"{row.answered_by_somebody}/{row.items}",
            str(len(row.stakeholders)),
            str(len(row.non_governmental)),
        )
    return table


def _notes(terminal: Terminal, checked: Checked, coverage: Coverage, names: dict[str, str]) -> Iterable[str]:
    notes = {
        "route-note-nobody": {"articles": _listed(coverage.articles_nobody_answers, checked)},
        "route-note-single": {"articles": _listed(coverage.single_voice, checked)},
        "route-note-official": {"articles": _listed(coverage.no_non_governmental_voice, checked)},
        "route-note-idle": {"names": ", ".join(names[body] for body in coverage.idle)},
        "route-note-heavy": {"names": ", ".join(names[body] for body in coverage.overloaded)},
    }
    quiet_items = [
        item
        for item in coverage.items_nobody_answers
        if ".".join(item.split(".")[:2]) not in coverage.articles_nobody_answers
    ]
    found = [
        terminal.word(message, limit=coverage.limit, **parameters)
        for message, parameters in notes.items()
        if any(parameters.values())
    ]
    if quiet_items:
        count = len(quiet_items)
        found.append(terminal.word("route-note-items", count=count, items=", ".join(quiet_items)))
    if checked.stakeholders and not found:
        found = [terminal.word("route-note-fine")]
    routing = checked.routing
    reasons = [rule.why for rule in routing.rules]
    reasons += [entry.why for entry in (*routing.add, *routing.remove)]
    return found + [terminal.word("route-note-rule", why=why) for why in reasons if why]


def _listed(keys: Iterable[str], checked: Checked) -> str:
    return ", ".join(_label(key, checked) for key in keys)
