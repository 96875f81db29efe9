"""Templates of letters and documents: where they are found, what they may do, how they are filled."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from babel.lists import format_list
from jinja2 import BaseLoader, FileSystemLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import TemplateError, TemplateRuntimeError
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment
from jinja2.utils import pass_context

from languages import day, day_and_time
from languages.times import LOCALES
from problems import Place, Problem
from problems.templates import TemplateFailed, TemplateMissing
from sources.template_marks import syntax_problem


class Sandbox(SandboxedEnvironment):
    """Fills templates with facts: every fact has to be there, and none can reach into the program."""

    def __init__(self, loader: BaseLoader | None = None, **options: Any) -> None:
        super().__init__(
            loader=loader,
            undefined=StrictUndefined,
            autoescape=False,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            **options,
        )
        self.filters |= {"day": _day, "moment": _moment, "list": _listed, "paragraphs": paragraphs}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Take what a mapping holds before what it can do: `round.items` is a fact, not a method."""
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


def loader(folders: Sequence[Path]) -> FileSystemLoader:
    """Look for templates in folders, in order: a consultation's own before the shipped ones."""
    return FileSystemLoader([str(folder) for folder in folders])


def fill(
    environment: SandboxedEnvironment, name: str, facts: Mapping[str, Any], shown: str
) -> tuple[str, list[Problem]]:
    """Fill a template; what it asks for and is not there becomes a problem at its line."""
    try:
        template = environment.get_template(name)
    except TemplateNotFound as error:
        return "", [TemplateMissing(place=Place(shown), name=str(error.name or error))]
    except TemplateSyntaxError as error:
        return "", [syntax_problem(environment, error.source or "", shown, error)]
    try:
        return template.render(facts), []
    except TemplateNotFound as error:
        return "", [
            TemplateMissing(place=_place(error, template.filename, shown), name=str(error.name or error))
        ]
    except TemplateSyntaxError as error:
        return "", [syntax_problem(environment, error.source or "", error.name or shown, error)]
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, RecursionError) as error:
        return "", [TemplateFailed(place=_place(error, template.filename, shown), why=str(error))]


def paragraphs(text: str) -> list[str]:
    """Split a text where blank lines stand; nothing for a blank text."""
    lines = "\n".join(text.splitlines()).strip("\n")
    return [part for part in re.split(r"\n(?:[ \t]*\n)+", lines) if part.strip()]


class Listed(list[Any]):
    """A list that reads as a sentence does: `a, b and c`; to a template it is a list all the same."""

    def __init__(self, values: Iterable[Any], language: str) -> None:
        super().__init__(values)
        self._language = language

    def __str__(self) -> str:
        return format_list(list(map(str, self)), locale=LOCALES.get(self._language, self._language))


@pass_context
def _listed(context: Context, values: Iterable[Any]) -> Listed:
    return Listed(values, _language(context))


@pass_context
def _day(context: Context, when: date | None) -> str:
    if when is None:
        return ""
    if not isinstance(when, date):
        raise TemplateRuntimeError(f"{str(when)!r} is not a day")
    return day(_language(context), when)


@pass_context
def _moment(context: Context, when: datetime | None) -> str:
    if when is None:
        return ""
    if not isinstance(when, datetime):
        raise TemplateRuntimeError(f"{str(when)!r} has no time of day")
    return day_and_time(_language(context), when)


def _language(context: Context) -> str:
    return str(context.get("language", "en"))


def _place(error: BaseException, filename: str | None, shown: str) -> Place:
    """Return the line of a template at which filling it failed."""
    places = [
        (code, step.tb_lineno)
        for step in _steps(error.__traceback__)
        if (code := step.tb_frame.f_code.co_filename).endswith((".j2", ".md")) or code == filename
    ]
    if not places:
        return Place(shown)
    path, line = places[-1]
    return Place(shown if path == filename else Path(path).name, line=line, column=1)


def _steps(traceback: TracebackType | None) -> Iterable[TracebackType]:
    while traceback:
        yield traceback
        traceback = traceback.tb_next
