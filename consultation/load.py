"""consultation.yaml: read and validated."""

from consultation.folder import Folder
from consultation.model import Consultation
from problems import Place, Problem
from problems.files import FileMissing
from sources.presence import missing
from sources.yaml import Document, load_model, read_yaml


def load_consultation(folder: Folder) -> tuple[Consultation | None, list[Problem]]:
    """Read the settings of the consultation in `folder`."""
    _, consultation, problems = read_settings(folder)
    return consultation, problems


def read_settings(folder: Folder) -> tuple[Document | None, Consultation | None, list[Problem]]:
    """Read the settings, with the document that knows where each of them stands."""
    name = folder.settings.name
    if missing(folder.settings):
        return None, None, [FileMissing(place=Place(name), name=name)]
    document, problems = read_yaml(folder.settings, name)
    if document is None:
        return None, None, problems
    if document.data is None:
        from problems.settings import SettingsEmpty  # noqa: PLC0415  # with many more, for one that is rare

        return document, None, [SettingsEmpty(place=Place(name))]
    consultation, problems = load_model(document, Consultation)
    return document, consultation, problems
