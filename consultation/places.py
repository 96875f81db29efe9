"""What a State's code says: its names, and the time zone of its capital."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from consultation.model import USER_ASSIGNED
from languages import LANGUAGES, say
from languages.messages import spoken

CAPITALS = {
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
    "CA": "America/Toronto",
    "FM": "Pacific/Pohnpei",
    "RU": "Europe/Moscow",
    "UA": "Europe/Kyiv",
    "UZ": "Asia/Tashkent",
}
"""Where zone.tab does not begin with the capital's zone: it begins with the easternmost or the smallest."""


def zone_of(state: str) -> str:
    """Return the IANA time zone of a State's capital; UTC for a code that no State has."""
    return CAPITALS.get(state) or _first_zones().get(state, "UTC")


def names_of(state: str, languages: Iterable[str]) -> dict[str, str]:
    """Return the names that CLDR knows for a State; for the codes of exercises, a name of ours."""
    from babel import Locale  # noqa: PLC0415  # only for a new consultation

    if USER_ASSIGNED.match(state):
        return {tag: say(tag, "settings", "example-state") for tag in languages if tag in spoken()}
    found = {tag: Locale(tag).territories.get(state) for tag in languages if tag in LANGUAGES}
    return {tag: name for tag, name in found.items() if name}


@cache
def _first_zones() -> dict[str, str]:
    """Read tzdata's zone.tab (State, coordinates, zone), which names each State's own zones."""
    zones: dict[str, str] = {}
    for line in (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            state, _, zone, *_ = line.split("\t")
            zones.setdefault(state, zone)
    return zones
