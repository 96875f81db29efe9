"""Who could speak to an article: the ranking, its reasons, and who is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text

from stakeholders.words import printed
from terminal.console import Terminal
from terminal.outcomes import next_step
from terminal.registry import SCREEN, name_of
from terminal.tables import quiet

if TYPE_CHECKING:
    from stakeholders.speakers import Reason, Speakers
    from workflows.registry import Register

TOPICS = frozenset({"mandate-topic", "expertise"})


def show_speakers(terminal: Terminal, register: Register, found: Speakers, *, whole: bool) -> None:
    _subject(terminal, register, found)
    terminal.blank()
    if found.ranked:
        table = quiet(*map(terminal.word, ("registry-score", "registry-body", "registry-why")), right=[0])
        shown = found.ranked if whole else found.ranked[:SCREEN]
        for each in shown:
            body = each.stakeholder
            name = name_of(terminal, body.name, at_risk=body.at_risk)
            name.append(f"\n{printed(terminal.language, f'kind-{body.kind}')}", style="dim")
            why = [_reason(terminal, register, reason) for reason in each.reasons]
            table.add_row(str(each.score), name, Text(" · ".join(why)))
        terminal.out.print(table)
        if len(found.ranked) > len(shown):
            terminal.say("registry-more", style="dim", count=len(found.ranked) - len(shown))
        terminal.blank()
    else:
        terminal.say("registry-who-nobody", style="yellow")
    for line in _missing(terminal, found):
        terminal.out.print(Text("• " + line, style="yellow"))
    next_step(terminal, "registry-next-who" if found.ranked else "registry-next-nobody")


def _subject(terminal: Terminal, register: Register, found: Speakers) -> None:
    subject, known = found.subject, register.known
    topics = ", ".join(_topic(terminal, register, topic) for topic in subject.topics)
    if not subject.article:
        terminal.say("registry-who-topic", style="bold", topic=topics)
        return
    instrument, _, number = subject.article.partition(".")
    text = known.articles[subject.article]
    title = text.get(terminal.language) or text["en"]
    terminal.say(
        "registry-who-title", style="bold", instrument=instrument.upper(), number=number, title=title
    )
    terminal.say(f"registry-topics-{subject.source}", style="dim", topics=topics)


def _topic(terminal: Terminal, register: Register, topic: str) -> str:
    text = register.known.topics.get(topic, {})
    return text.get(terminal.language) or text.get("en") or topic


def _reason(terminal: Terminal, register: Register, reason: Reason) -> str:
    details = [
        _topic(terminal, register, detail) if reason.code in TOPICS else detail for detail in reason.details
    ]
    return terminal.word(f"registry-reason-{reason.code}", details=", ".join(details))


def _missing(terminal: Terminal, found: Speakers) -> list[str]:
    lines = (
        [terminal.word(f"registry-missing-{kind}") for kind in found.missing_kinds] if found.ranked else []
    )
    if found.ranked and found.missing_regions:
        lines.append(terminal.word("registry-missing-regions", regions=", ".join(found.missing_regions)))
    if found.nobody_trained:
        lines.append(terminal.word("registry-missing-trained"))
    return lines


def speakers_as_json(found: Speakers) -> dict[str, Any]:
    subject = found.subject
    return {
        "article": subject.article,
        "topics": list(subject.topics),
        "topics_from": subject.source,
        "weights": dict(found.weights),
        "speakers": [
            {
                "id": each.stakeholder.id,
                "name": each.stakeholder.name,
                "kind": each.stakeholder.kind,
                "at_risk": each.stakeholder.at_risk,
                "score": each.score,
                "reasons": [
                    {"code": reason.code, "weight": reason.weight, "details": list(reason.details)}
                    for reason in each.reasons
                ],
            }
            for each in found.ranked
        ],
        "missing": {
            "kinds": list(found.missing_kinds),
            "regions": list(found.missing_regions),
            "trained": found.nobody_trained,
        },
    }
