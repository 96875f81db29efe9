"""Put a submission together: what is printed, in which order, under whose name. No Word, no Excel."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from clusters.load import load_law
from clusters.model import Status
from consultation.model import Consultation
from exports.collector import still
from exports.counted import Figures
from exports.entries import Entries
from exports.ground import Ground, words
from exports.laws import Laws
from exports.narratives import CLOSING
from exports.numbering import article_label
from exports.submission import (
    ArticleReplies,
    Chapter,
    Clearer,
    Edition,
    Entry,
    Submission,
    Withheld,
)
from exports.tallies import Tally
from exports.texts import label, printable
from languages import day, day_and_time, say
from questionnaires.model import Item, Questionnaire, Section
from responses.model import AgreedAnswer, Answer, Divergence
from responses.wording import separator
from stakeholders.model import Assignment, Attribution, Stakeholder

NOTHING: Mapping[str, str] = MappingProxyType({})
NOBODY: Mapping[tuple[str, str], Attribution] = MappingProxyType({})
GUIDANCE = ("guidance-basis", "guidance-yes", "guidance-links", "guidance-annexes")


@still()
def assemble(  # noqa: PLR0917  # the parts of the record, in the order of the walk
    consultation: Consultation,
    questionnaires: Sequence[Questionnaire],
    agreed: Mapping[str, AgreedAnswer],
    divergences: Mapping[str, Divergence],
    stakeholders: Iterable[Stakeholder],
    assignments: Iterable[Assignment],
    *,
    language: str,
    edition: Edition,
    draft: bool,
    at: datetime,
    launched: datetime | None = None,
    files: Mapping[str, str] = NOTHING,
    answers: Iterable[Answer] = (),
    lowered: Mapping[tuple[str, str], Attribution] = NOBODY,
) -> Submission:
    """Assemble a submission of all items of `questionnaires`, each exactly once, in treaty order.

    `at` is when it is compiled, `launched` when the workbooks went out. `files` has the names of returned
    files by sha256, for the internal edition; `answers` are the latest ones, for their remarks, which it
    prints even where an answer says nothing else. `lowered` has, by (stakeholder, item), who asked for less
    disclosure of a single answer. Whether divergences stop a submission is for the caller.
    """
    ground = Ground(
        language=language,
        edition=edition,
        items={item.id: item for questionnaire in questionnaires for item in questionnaire.items},
        agreed=agreed,
        divergences=divergences,
        stakeholders={body.id: body for body in stakeholders},
        asked=_asked(assignments),
        lowered={(item, body): at_most for (body, item), at_most in lowered.items()},
        files=files,
        remarks=_remarks(answers) if edition == "internal" else {},
    )
    laws, withheld, replaced = Laws(language, ground.citations), [], []
    chapters = []
    for questionnaire in questionnaires:
        entries = Entries(ground, laws)
        chapters.append(_chapter(questionnaire, entries))
        withheld += entries.withheld
        replaced += entries.replaced
    return _submission(
        consultation, ground, chapters, laws, withheld, replaced, draft=draft, at=at, launched=launched
    )


def _submission(  # noqa: PLR0917  # the tree's parts
    consultation: Consultation,
    ground: Ground,
    chapters: Sequence[Chapter],
    laws: Laws,
    withheld: Sequence[Withheld],
    replaced: Sequence[str],
    *,
    draft: bool,
    at: datetime,
    launched: datetime | None,
) -> Submission:
    tally = Tally(ground)
    articles = [article for chapter in chapters for article in chapter.articles]
    entries = [entry for article in articles for entry in article.all_entries]
    cited = laws.all()
    figures = tally.figures(entries, len(cited), len(withheld))
    point = consultation.focal_point
    return Submission(
        language=ground.language,
        edition=ground.edition,
        draft=draft,
        at=at,
        state=printable(consultation.state_name(ground.language)),
        focal_point=Clearer(*map(printable, (point.name, point.office, point.email, point.telephone))),
        guidance=tuple(label(ground.language, name) for name in GUIDANCE),
        prepared=_prepared(consultation, ground, figures, launched),
        chapters=tuple(chapters),
        figures=figures,
        bars=tuple(bar for bar in map(tally.bar, articles) if any(bar.counts)),
        bodies=tally.bodies(),
        laws=cited,
        needs=tally.needs(ground.items.values()),
        matrix=tally.matrix(entries),
        coverage=tuple(map(tally.coverage, articles)),
        withheld=() if ground.external else tuple(withheld),
        replaced=tuple(dict.fromkeys(replaced)),
    )


def _chapter(questionnaire: Questionnaire, entries: Entries) -> Chapter:
    language = entries.ground.language
    short = words(load_law().instrument(questionnaire.instrument).short, language)
    return Chapter(
        key=questionnaire.id,
        short=short,
        instrument=words(questionnaire.title, language),
        cluster=say(
            language,
            "submission",
            "cluster",
            number=ROMAN[questionnaire.cluster],
            title=words(questionnaire.cluster_title, language),
        ),
        notes=tuple(_notes(questionnaire, language)),
        articles=tuple(_article(section, entries) for section in questionnaire.sections),
    )


def _notes(questionnaire: Questionnaire, language: str) -> Iterator[str]:
    """Yield what is verified, and what is not: of the cluster, the obligation levels, the questions."""
    yield label(language, f"note-cluster-{'verified' if questionnaire.verified else 'unverified'}")
    law = load_law().instrument(questionnaire.instrument)
    unread = [
        str(section.article)
        for section in questionnaire.sections
        if law.article(section.article).obligations is not Status.VERIFIED
    ]
    if unread:
        articles = separator(language).join(unread)
        yield say(language, "submission", "note-obligations-unverified", articles=articles)
    else:
        yield label(language, "note-obligations-verified")
    if questionnaire.status != "active":
        yield say(language, "submission", f"note-questionnaire-{questionnaire.status}")


ROMAN = ("", "I", "II", "III", "IV")


def _article(section: Section, entries: Entries) -> ArticleReplies:
    language = entries.ground.language
    asked = [item for item in section.items if item.purpose not in CLOSING]
    closing = [item for item in section.items if item.purpose in CLOSING]
    return ArticleReplies(
        key=f"{section.instrument}.{section.article}",
        label=article_label(language, section.article),
        title=words(section.title, language),
        about=words(section.about, language),
        entries=_entries(asked, entries),
        closing=_entries(closing, entries),
    )


def _entries(items: Iterable[Item], entries: Entries) -> tuple[Entry, ...]:
    return tuple(entries.entry(item) for item in items)


def _asked(assignments: Iterable[Assignment]) -> dict[str, tuple[str, ...]]:
    asked: dict[str, dict[str, None]] = {}
    for assignment in assignments:
        asked.setdefault(assignment.item, {})[assignment.stakeholder] = None
    return {item: tuple(bodies) for item, bodies in asked.items()}


def _remarks(answers: Iterable[Answer]) -> dict[str, list[Answer]]:
    """Return the answers with a remark to the focal point, by item."""
    remarks: dict[str, list[Answer]] = {}
    for answer in answers:
        if answer.comment.strip():
            remarks.setdefault(answer.item, []).append(answer)
    return remarks


def _consulted(language: str, figures: Figures) -> str:
    """Say how many were consulted and answered, as far as that singles out nobody who is not named."""
    asked, answered = figures.bodies, figures.bodies_answered
    if asked is None:
        return label(language, "prepared-bodies-untold")
    if answered is None:
        return say(language, "submission", "prepared-bodies-asked", asked=asked)
    return say(language, "submission", "prepared-bodies", asked=asked, answered=answered)


def _prepared(
    consultation: Consultation, ground: Ground, figures: Figures, launched: datetime | None
) -> tuple[str, ...]:
    """Return the sentences of "How this was prepared"."""
    language = ground.language
    deadline = day_and_time(language, consultation.deadline_at)
    sent = (
        say(
            language, "submission", "prepared-launched", day=day(language, launched.date()), deadline=deadline
        )
        if launched
        else say(language, "submission", "prepared-deadline", deadline=deadline)
    )
    return (
        _consulted(ground.language, figures),
        sent,
        say(
            language,
            "submission",
            "prepared-items",
            asked=figures.asked,
            answered=figures.answered,
            settled=figures.settled,
        ),
        say(language, "submission", "prepared-open", open=figures.open),
        *([label(language, "prepared-languages")] if len(ground.tongues) > 1 else []),
    )
