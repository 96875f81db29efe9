"""The document's package: made by python-docx, with our body, and the same bytes for the same submission."""

import io
import zipfile
from collections.abc import Mapping

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of every entry, the earliest a zip can hold: bytes must not depend on when they were made."""


def repacked(package: bytes, replacing: Mapping[str, bytes]) -> bytes:
    """Return a zip with some entries' contents replaced, in a fixed order, without dates."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(made, "w") as target:
        names = source.namelist()
        first = ["[Content_Types].xml", "_rels/.rels"]
        for name in [*first, *sorted(name for name in names if name not in first)]:
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            content = replacing.get(name)
            target.writestr(entry, source.read(name) if content is None else content, compresslevel=6)
    return made.getvalue()
