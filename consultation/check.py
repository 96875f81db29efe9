"""consultation.yaml, checked for what its keys alone do not show."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime, time

from consultation.folder import Folder
from consultation.load import read_settings
from consultation.mail_check import check_mail
from consultation.model import Consultation, FocalPoint
from languages import day_and_time
from problems import Problem, nearest
from problems.settings import (
    DeadlineDiffers,
    DeadlineMidnight,
    DeadlinePast,
    DeadlineSoon,
    DeadlineZoned,
    FocalPointDiffers,
    FocalPointMissing,
    LanguageNotTranslated,
    NameMissing,
    NothingToAsk,
    ProcessUnknown,
    QuestionnaireNotShipped,
    SettingTwice,
)
from sources.yaml import Document

SOON = 14
"""Days before the deadline within which bodies hardly manage to answer."""

PLACEHOLDER_EMAIL = "focal.point@to-be-filled-in.example"


def check_consultation(
    folder: Folder,
    *,
    at: datetime,
    shipped: Collection[str],
    translated: Collection[str],
    processes: Sequence[str] = (),
) -> tuple[Consultation | None, list[Problem]]:
    """Read the settings and check them as `check_settings` does."""
    document, consultation, problems = read_settings(folder)
    if document is None or consultation is None:
        return consultation, problems
    more = check_settings(
        consultation, document, at=at, shipped=shipped, translated=translated, processes=processes
    )
    return consultation, [*problems, *more, *check_mail(consultation, document, folder.root)]


def check_settings(
    consultation: Consultation,
    document: Document,
    *,
    at: datetime,
    shipped: Collection[str],
    translated: Collection[str],
    processes: Sequence[str] = (),
) -> list[Problem]:
    """Check the settings at the instant `at` (with a zone).

    `shipped` are the ids of the questionnaires there are, `translated` the languages that they are there in,
    `processes` the ids of the processes (none: not checked).
    """
    problems = [
        *_twice(consultation, document),
        *_deadline(consultation, document, at),
        *_questionnaires(consultation, document, shipped),
        *_languages(consultation, document, translated),
    ]
    if processes and consultation.process not in processes:
        near = nearest(consultation.process, processes)
        place = document.place(("process",))
        allowed = tuple(processes)
        problems.append(ProcessUnknown(place=place, value=consultation.process, allowed=allowed, near=near))
    if consultation.focal_point.email == PLACEHOLDER_EMAIL:
        problems.append(FocalPointMissing(place=document.place(("focal_point",))))
    return sorted(problems, key=lambda problem: problem.place)


def check_against_record(
    consultation: Consultation,
    document: Document,
    *,
    deadline: datetime | None,
    focal_point: FocalPoint | None,
) -> Iterator[Problem]:
    """Yield what the settings say otherwise than the record of a running consultation, which counts.

    `deadline` of everybody, `focal_point` who took over; None where the record does not say.
    """
    if deadline is not None and deadline != consultation.deadline_at:
        recorded = deadline.astimezone(consultation.deadline_at.tzinfo)
        said = (day_and_time(consultation.language, each) for each in (consultation.deadline_at, recorded))
        yield DeadlineDiffers(
            place=document.place(("deadline",)),
            deadline=next(said),
            recorded=next(said),
            command=f"{consultation.deadline:%Y-%m-%d %H:%M}",
        )
    if focal_point is None:
        return
    for key, recorded_as in focal_point.model_dump().items():
        value = getattr(consultation.focal_point, key)
        if value != recorded_as:
            place = document.place(("focal_point", key))
            yield FocalPointDiffers(place=place, key=key, value=value, recorded=recorded_as)


def _twice(consultation: Consultation, document: Document) -> Iterator[Problem]:
    for key in ("instruments", "clusters", "languages"):
        values = getattr(consultation, key)
        for number, value in enumerate(values):
            if value in values[:number]:
                yield SettingTwice(place=document.place((key, number)), key=key, value=str(value))


def _deadline(consultation: Consultation, document: Document, at: datetime) -> Iterator[Problem]:
    place = document.place(("deadline",))
    deadline = consultation.deadline_at
    said = day_and_time(consultation.language, deadline)
    if consultation.deadline.tzinfo is not None:
        yield DeadlineZoned(place=place, deadline=str(consultation.deadline), zone=consultation.zone)
        return
    if deadline <= at:
        now = day_and_time(consultation.language, at.astimezone(deadline.tzinfo))
        yield DeadlinePast(place=place, deadline=said, now=now)
    elif (left := (deadline - at).days) < SOON:
        yield DeadlineSoon(place=place, deadline=said, days=left)
    if consultation.deadline.time() == time():
        yield DeadlineMidnight(place=place, deadline=said)


def _questionnaires(
    consultation: Consultation, document: Document, shipped: Collection[str]
) -> Iterator[Problem]:
    known = tuple(shipped)
    if not set(consultation.questionnaires) & set(known):
        yield NothingToAsk(place=document.place(("instruments",)), shipped=known)
        return
    for number, instrument in enumerate(consultation.instruments):
        for cluster in consultation.clusters:
            name = f"{instrument}.{cluster}"
            if name not in known:
                place = document.place(("instruments", number))
                yield QuestionnaireNotShipped(place=place, questionnaire=name, shipped=known)


def _languages(
    consultation: Consultation, document: Document, translated: Collection[str]
) -> Iterator[Problem]:
    for number, language in enumerate(consultation.languages):
        if language not in translated:
            place = document.place(("languages", number))
            yield LanguageNotTranslated(place=place, value=language, translated=tuple(translated))
        if language not in consultation.name:
            used = consultation.state_name(language)
            yield NameMissing(place=document.place(("name",)), value=language, used=used)
