"""The dropdowns of a sheet: one per list and hint, over all of its cells; a warning at most, never a wall."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from xml.sax.saxutils import quoteattr

from workbooks.layout import said

Offers = Mapping[tuple[str, str], Sequence[int]]
"""The rows, from 0 and upwards, that offer a range with a hint: (range, message) → rows."""


def dropdowns(offers: Offers, column: str, language: str) -> str:
    """Return the element that holds the dropdowns of a sheet, all in one column."""
    rules = "".join(_rule(area, hint, rows, column, language) for (area, hint), rows in offers.items())
    return f'<dataValidations count="{len(offers)}">{rules}</dataValidations>'


def _rule(area: str, hint: str, rows: Sequence[int], column: str, language: str) -> str:
    refused = ' showErrorMessage="1"' if hint in {"choose", "choose-tick"} else ""
    words = {
        "errorTitle": said(language, "refused-title"),
        "error": said(language, "refused"),
        "promptTitle": said(language, "choose-title"),
        "prompt": said(language, hint),
        "sqref": " ".join(_ranges(rows, column)),
    }
    told = " ".join(f"{name}={quoteattr(text)}" for name, text in words.items())
    head = f'<dataValidation type="list" errorStyle="warning" allowBlank="1" showInputMessage="1"{refused}'
    return f"{head} {told}><formula1>{area}</formula1></dataValidation>"


def _ranges(rows: Iterable[int], column: str) -> Iterator[str]:
    """Yield the fewest ranges that cover exactly these rows."""
    first = last = -2
    for row in (*rows, -2):
        if row == last + 1:
            last = row
            continue
        if first >= 0:
            yield f"{column}{first + 1}" + (f":{column}{last + 1}" if last > first else "")
        first = last = row
