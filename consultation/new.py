"""A new consultation folder: settings with comments, an empty registry and routing, boxes for mail."""

import errno
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from json import dumps
from pathlib import Path
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from ruamel.yaml import YAML

from clusters.load import load_law
from consultation.check import PLACEHOLDER_EMAIL
from consultation.folder import Folder, write_whole
from consultation.model import Consultation
from consultation.places import names_of, zone_of
from languages import say
from languages.days import months_after
from languages.messages import spoken
from problems import Place, Problem
from problems.settings import ConsultationThere, FolderTaken, FolderUnwritable
from sources.yaml import Document, load_model
from stakeholders.blank import blank_registry
from stakeholders.mandates import Known

TEMPLATES = Path(__file__).parent / "templates"
FRIDAY = 4
MONTHS = 6
"""Months that a State has for its self-assessment, counted from the beginning (DOMAIN: process)."""


@dataclass(frozen=True)
class Wishes:
    """What a person said about a new consultation; what is left empty is filled in as well as can be."""

    state: str
    language: str
    languages: Sequence[str] = ()  # further ones
    names: Mapping[str, str] | None = None  # of the State, by language
    instruments: Sequence[str] = ("untoc",)
    clusters: Sequence[int] = (1,)
    deadline: str = ""  # 2027-03-31 17:00
    zone: str = ""
    focal_point: str = ""
    office: str = ""
    email: str = ""
    telephone: str = ""
    process: str = "consultation"
    parts: Mapping[str, bytes] = field(default_factory=dict)  # files of a process of one's own, by path


def new_consultation(
    folder: Path, wishes: Wishes, *, at: datetime, known: Known
) -> tuple[list[Path], list[Problem]]:
    """Make `folder` a consultation at the instant `at`; return what was written, or why nothing was."""
    settings = render_settings(wishes, at=at, known=known)
    problems = check_text(settings)
    if problems:
        return [], problems
    taken = _taken(folder)
    if taken:
        return [], [taken]
    routing = _render(wishes.language, "routing.yaml.j2", **_examples(known))
    where = Folder(folder)
    written = {
        where.registry: blank_registry(wishes.language, known),
        where.routing: routing.encode(),
        **{folder / path: data for path, data in wishes.parts.items()},
        where.settings: settings.encode(),  # last: what makes the folder a consultation
    }
    return _write(where, written)


def render_settings(wishes: Wishes, *, at: datetime, known: Known) -> str:
    """Return the text of consultation.yaml; the languages we speak follow the one wished for."""
    languages = list(dict.fromkeys([wishes.language, *(wishes.languages or spoken())]))
    zone = wishes.zone or zone_of(wishes.state)
    spoken_in = wishes.language if wishes.language in spoken() else "en"
    return _render(
        spoken_in,
        "consultation.yaml.j2",
        state=wishes.state,
        names=_names(wishes, languages),
        instruments_known={id_: _in(spoken_in, text) for id_, text in known.instruments.items()},
        clusters_known={cluster.number: _in(spoken_in, cluster.title) for cluster in load_law().clusters},
        instruments=wishes.instruments,
        clusters=wishes.clusters,
        languages=languages,
        process=wishes.process,
        deadline=wishes.deadline or _in_six_months(at, zone),
        zone=zone,
        focal_point={
            "name": wishes.focal_point or say(spoken_in, "settings", "focal-point-name"),
            "office": wishes.office or say(spoken_in, "settings", "focal-point-office"),
            "email": wishes.email or PLACEHOLDER_EMAIL,
            "telephone": wishes.telephone,
        },
    )


def check_text(settings: str) -> list[Problem]:
    """Return what `consult check` would say of the settings, without places: nobody has seen the file yet."""
    document = Document("consultation.yaml", settings, YAML(typ="safe").load(settings))
    _, problems = load_model(document, Consultation)
    return [replace(problem, place=Place()) for problem in problems]


def quoted(text: object) -> str:
    """Return a text as a YAML scalar in double quotes, whatever is in it."""
    plain = dumps(str(text).encode("utf-8", "replace").decode(), ensure_ascii=False)
    return re.sub(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", lambda c: f"\\u{ord(c[0]):04x}", plain)


def simple(word: object) -> str:
    """Return a short word as a YAML scalar, quoted only where it has to be."""
    return str(word) if re.fullmatch(r"[1-9]|(?!no$)[a-z]{2,5}", str(word)) else quoted(word)


def _names(wishes: Wishes, languages: Sequence[str]) -> Mapping[str, str]:
    return wishes.names or names_of(wishes.state, languages) or {"en": wishes.state}


def _in(language: str, text: Mapping[str, str]) -> str:
    return text.get(language) or text["en"]


def _in_six_months(at: datetime, zone: str) -> str:
    """Return the same day of the month, or its last one, six months on, at five in the afternoon.

    From Friday to Sunday offices are closed here or there: then it is the Monday after.
    """
    with suppress(KeyError, ValueError, OSError):  # a zone that is none is reported with the other settings
        at = at.astimezone(ZoneInfo(zone))
    day = months_after(at.date(), MONTHS)
    if day.weekday() >= FRIDAY:
        day += timedelta(days=7 - day.weekday())
    return f"{day} 17:00"


def _examples(known: Known) -> dict[str, str]:
    """Choose an article and a topic that this consultation asks about, for the examples in comments."""
    article = next((key for key in known.articles if key in known.asked), "untoc.6")
    topic = next((topic for topic in known.topics if topic in known.asked), "money-laundering")
    return {"example_article": article, "example_topic": topic}


def _render(language: str, template: str, **values: object) -> str:
    folder = TEMPLATES / (language if (TEMPLATES / language).is_dir() else "en")
    environment = Environment(  # noqa: S701  # YAML, not HTML; every value goes through `quoted`
        loader=FileSystemLoader(folder), undefined=StrictUndefined, keep_trailing_newline=True
    )
    environment.filters |= {"quoted": quoted, "simple": simple}
    return environment.get_template(template).render(**values)


def _taken(folder: Path) -> Problem | None:
    """Return why the folder cannot be a new consultation's; dot files do not count."""
    place = Place(str(folder))
    try:
        if (folder / "consultation.yaml").exists():
            return ConsultationThere(place=place)
        there = sorted(entry.name for entry in folder.iterdir() if not entry.name.startswith("."))
    except FileNotFoundError:
        return None
    except OSError as error:
        return _unwritable(place, error)
    return FolderTaken(place=place, found=there[0]) if there else None


def _write(where: Folder, written: Mapping[Path, bytes]) -> tuple[list[Path], list[Problem]]:
    """Write everything or nothing."""
    parts = [where.root, where.outbox, where.inbox, where.received, where.exports]
    made: list[Path] = [path for path in reversed(where.root.parents) if not path.exists()]
    made += [path for path in parts if not path.exists()]
    try:
        for path in parts:
            path.mkdir(parents=True, exist_ok=True)
        for path, data in written.items():
            write_whole(path, data)
    except OSError as error:
        for path in written:
            path.unlink(missing_ok=True)
        for path in reversed([*made, *{path.parent for path in written} - set(parts)]):
            if path.is_dir() and not any(path.iterdir()):
                path.rmdir()
        return [], [_unwritable(Place(str(where.root)), error)]
    others = [path for path in written if path not in {where.settings, where.registry, where.routing}]
    return [where.settings, where.registry, where.routing, *others, *parts[1:]], []


def _unwritable(place: Place, error: OSError) -> Problem:
    reasons = {
        errno.EACCES: "permission",
        errno.EPERM: "permission",
        errno.EROFS: "permission",
        errno.ENOTDIR: "not-a-folder",
        errno.EEXIST: "not-a-folder",
        errno.ENOSPC: "full",
    }
    reason = reasons.get(error.errno or 0, "other")
    return FolderUnwritable(place=place, reason=reason, detail=error.strerror or type(error).__name__)
