"""What makes a table of texts one of ours before any question is known: row codes, or a token."""

import re
from collections import Counter
from typing import Final

from workbooks.contents import Contents
from workbooks.identity import carriers

_TREATY: Final = re.compile(r"\s*(?:untoc|tip|som|fp)\.\d+\.[a-z0-9.-]+(?:[:#][a-z0-9-]*)?\s*", re.IGNORECASE)
_FORM: Final = re.compile(r"\s*[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+(?:[:#][a-z0-9-]*)?\s*")
_LONGEST: Final = 120


def like_a_code(text: str) -> bool:
    """Tell whether a whole cell looks like the code of a row: of a treaty's question, or of a form's."""
    return len(text) <= _LONGEST and bool(_TREATY.fullmatch(text) or _FORM.fullmatch(text))


def of_ours(contents: Contents) -> bool:
    """Tell whether something in a file is ours: a question's code, several of a form's, or a token.

    One cell alone like a form's code may be the name of a web page.
    """
    of_forms: Counter[tuple[str, int]] = Counter()
    for sheet in contents.sheets:
        for _, column, value in sheet.cells():
            if not isinstance(value, str) or len(value) > _LONGEST:
                continue
            if _TREATY.fullmatch(value):
                return True
            if _FORM.fullmatch(value):
                of_forms[sheet.name, column] += 1
    return any(count > 1 for count in of_forms.values()) or bool(carriers(contents))
