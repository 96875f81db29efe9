"""What a person says about a foreign table on the command line, read."""

from collections.abc import Sequence

from problems import Place, nearest
from problems.registry import ImportColumnUnknown, OptionMalformed
from problems.stages import Refused
from stakeholders.columns import COLUMNS
from stakeholders.foreign import IGNORED, Wishes
from stakeholders.words import fold, look_up, meanings


def read_wishes(columns: Sequence[str], values: Sequence[str], constants: Sequence[str]) -> Wishes:
    """Read `--map "Theirs=ours"`, `--value "kind:Theirs=ours"` and `--set "kind=ngo"`, or refuse."""
    said: dict[str, str] = {}
    for text in columns:
        theirs, ours = _halves("--map", text, "Organisation=name")
        said[theirs] = IGNORED if ours == "-" else _column("--map", ours)
    words: dict[str, dict[str, str]] = {}
    for text in values:
        where, ours = _halves("--value", text, "kind:Parastatal=authority")
        column, _, theirs = where.partition(":")
        if not theirs.strip():
            raise Refused(OptionMalformed(option="--value", value=text, example="kind:Parastatal=authority"))
        words.setdefault(_column("--value", column), {})[theirs.strip()] = ours
    every = dict(_halves("--set", text, "kind=ngo") for text in constants)
    return Wishes(said, words, {_column("--set", column): value for column, value in every.items()})


def _halves(option: str, text: str, example: str) -> tuple[str, str]:
    """Cut at the last equals sign: headings may have one, our words have none."""
    first, sign, second = text.rpartition("=")
    if not (sign and first.strip() and second.strip()):
        raise Refused(OptionMalformed(option=option, value=text, example=example))
    return first.strip(), second.strip()


def _column(option: str, word: str) -> str:
    known = meanings("registry", COLUMNS, "heading-")
    column = look_up(word, known)
    if column is None:
        near = known.get(nearest(fold(word), known), "")
        raise Refused(ImportColumnUnknown(place=Place(option), value=word, allowed=COLUMNS, near=near))
    return column
