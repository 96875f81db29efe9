"""Write a setting into consultation.yaml in place: everything else, comments included, stays as it is."""

import io
import re
from collections.abc import Mapping

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from consultation.folder import Folder, write_whole


def rewrite_settings(folder: Folder, values: Mapping[tuple[str, ...], str]) -> bool:
    """Set values by their keys in the consultation's settings; False where they stood there already."""
    before = folder.settings.read_bytes()
    after = rewritten(before.decode("utf-8-sig"), values)
    if after is None:
        return False
    write_whole(folder.settings, after.encode())
    return True


def rewritten(text: str, values: Mapping[tuple[str, ...], str]) -> str | None:
    """Return the YAML with these values in it, quoted; None where all of them are there."""
    newline = "\r\n" if "\r\n" in text else "\n"
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = 1 << 16  # people's lines are not broken anew
    if indented := re.search(r"^( +)- ", text, re.MULTILINE):
        yaml.indent(mapping=2, sequence=len(indented[1]) + 2, offset=len(indented[1]))
    document = yaml.load(text)
    changed = False
    for keys, value in values.items():
        node = document
        for key in keys[:-1]:
            node = node.setdefault(key, {})
        if str(node.get(keys[-1], "")) != value:
            node[keys[-1]] = DoubleQuotedScalarString(value)
            changed = True
    if not changed:
        return None
    out = io.StringIO(newline="")
    yaml.dump(document, out)
    return out.getvalue().replace("\r\n", "\n").replace("\n", newline)
