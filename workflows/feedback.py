"""What became of a body's answers: taken as given, settled otherwise, left open, or not used, and why."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from exports.ground import Ground, contributes
from exports.narratives import Printer
from languages import say
from questionnaires.model import Item
from responses.model import Absence, Answer
from responses.reconcile import EXCLUSIVE, same_value, usable
from responses.wording import absence_text, separator, words
from store.standing import Relief
from workflows.situation import Situation

WORDS = "delivery"
SHORT = 140
"""So much of a question, or of a reply, says which one it is."""


@dataclass(frozen=True)
class Used:
    """The items of one body's answers, by what became of them, each in the order of the questionnaires."""

    as_given: tuple[str, ...] = ()  # its value is the State's, or one of those joined; its text stands there
    otherwise: tuple[str, ...] = ()  # the State's reply is another
    open: tuple[str, ...] = ()  # the answers contradict each other still
    absent: tuple[tuple[str, Absence], ...] = ()  # it said why there is no answer, and nothing else of use
    relieved: tuple[tuple[str, str], ...] = ()  # no longer asked: the item and the kind of relief

    @property
    def given(self) -> int:
        """Count the answers that say something."""
        return len(self.as_given) + len(self.otherwise) + len(self.open)


def used(body: str, situation: Situation, reliefs: Iterable[Relief] = ()) -> Used:
    """Tell what became of a body's answers on the questionnaires; `reliefs` are those of everybody."""
    said = {each.item: each for each in situation.answers if each.provenance.stakeholder == body}
    left = {each.item: each.kind for each in reliefs if each.stakeholder == body}
    found: dict[str, list[str]] = {"as_given": [], "otherwise": [], "open": []}
    absent, relieved = [], []
    for item in situation.items:
        answer = said.get(item.id)
        if answer and answer.absent and (why := _unused(answer)):
            absent.append((item.id, why))
        elif answer and contributes(answer):
            found[_became(item, answer, situation)].append(item.id)
        elif item.id in left:
            relieved.append((item.id, left[item.id]))
    return Used(
        **{name: tuple(items) for name, items in found.items()},
        absent=tuple(absent),
        relieved=tuple(relieved),
    )


def used_words(found: Used, situation: Situation, language: str) -> str:
    """Say it as a letter does, in paragraphs. Why people decided so is theirs: only the reply is told."""
    return "\n\n".join(_paragraphs(found, situation, language)) or say(language, WORDS, "used-nothing")


def _unused(answer: Answer) -> Absence | None:
    """Return why an answer is not used; None where it says something of use besides."""
    if answer.absent is Absence.CANNOT_DISCLOSE or not contributes(answer):
        return answer.absent
    return None


def _became(item: Item, answer: Answer, situation: Situation) -> str:
    if item.id in situation.divergences:
        return "open"
    agreed, value = situation.agreed[item.id], usable(answer)
    if item.type in EXCLUSIVE and value is not None and not same_value(item, value, agreed.value):
        return "otherwise"
    return "as_given"


def _paragraphs(found: Used, situation: Situation, language: str) -> Iterator[str]:
    def told(message: str, **parameters: object) -> str:
        return say(language, WORDS, f"used-{message}", **parameters)

    count = len(found.as_given)
    if found.given:
        which = "all" if count == found.given else "some" if count else "none"
        yield told(f"as-given-{which}", count=count, given=found.given)
    if found.otherwise:
        items = {item.id: item for item in situation.items}
        ground = Ground(
            language=language,
            edition="external",  # the reply is told as others may read it
            items=items,
            agreed=situation.agreed,
            divergences=situation.divergences,
            stakeholders={body.id: body for body in situation.stakeholders},
            asked={},
        )
        lines = [_line(ground, items[name]) for name in found.otherwise]
        yield "\n".join([told("otherwise", count=len(lines)), *lines])
    if found.open:
        yield told("open", count=len(found.open), items=_short(separator(language).join(found.open)))
    if found.absent:
        reasons = Counter(why for _, why in found.absent)
        listed = [f"{absence_text(why, language)} ({reasons[why]})" for why in Absence if why in reasons]
        yield told("absent", count=len(found.absent), reasons=separator(language).join(listed))
    kinds = Counter(kind for _, kind in found.relieved)
    for kind in sorted(kinds):
        yield told(kind, count=kinds[kind])


def _line(ground: Ground, item: Item) -> str:
    """Return a question in short, with the State's reply."""
    agreed = ground.agreed[item.id]
    reply = Printer(ground.voices(item.id), item, "").value(agreed.value, agreed.sources)
    return say(
        ground.language,
        WORDS,
        "used-line",
        item=item.id,
        question=_short(words(item.text, ground.language)),
        reply=_short(reply),
    )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHORT else f"{line[: SHORT - 1].rstrip()}…"
