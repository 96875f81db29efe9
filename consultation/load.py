"""consultation.yaml: read and validated."""

from consultation.folder import Folder
from consultation.model import Consultation
from problems import Place, Problem
from problems.files import FileMissing, UnknownKey
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
    return document, consultation, [_plain_password(each) for each in problems]


def _plain_password(problem: Problem) -> Problem:
    """Say of a password that stands in the settings where it goes, rather than that its key is not known."""
    if isinstance(problem, UnknownKey) and problem.key == "password" and "password-file" in problem.allowed:
        from problems.mail import MailPasswordInSettings  # noqa: PLC0415  # as above

        return MailPasswordInSettings(place=problem.place)
    return problem
