"""Who a sender may be: an address proves nothing, but one from elsewhere is a reason to ask."""

from functools import cache
from pathlib import Path
from typing import Final

from ruamel.yaml import YAML

DEFINITIONS: Final = Path(__file__).parent / "definitions" / "shared_domains.yaml"


def speaks_for(sender: str, address: str) -> bool:
    """Tell whether a sender's address is that of a body with `address`, or one of the same house.

    Of the same house are addresses of the same domain and of those below it; at a provider where anybody may
    have an address, only the very same one is.
    """
    own, theirs = address.strip().casefold(), sender.strip().casefold()
    if not own or not theirs:
        return False
    if own == theirs:
        return True
    house, domain = domain_of(own), domain_of(theirs)
    return bool(house) and house not in _shared() and (domain == house or domain.endswith(f".{house}"))


def domain_of(address: str) -> str:
    """Return the domain of an address, in small letters; empty where there is none."""
    return address.rpartition("@")[2].strip().casefold() if "@" in address else ""


@cache
def _shared() -> frozenset[str]:
    return frozenset(YAML(typ="safe").load(DEFINITIONS.read_text(encoding="utf-8")))
