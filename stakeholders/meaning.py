"""What the words of a cell mean, so that two cells can be compared and joined however they are written."""

from stakeholders.attended import read_attended
from stakeholders.columns import ATTRIBUTIONS, KINDS, LISTS
from stakeholders.mandates import Known, Unknown, read_mandates
from stakeholders.words import fold, language_names, look_up, meanings, split_list

YES_NO = ("yes", "no")
CHOICES = {"kind": (KINDS, "kind-"), "at-risk": (YES_NO, ""), "attribution": (ATTRIBUTIONS, "attribution-")}


def listed(column: str, text: str, known: Known) -> dict[str, str]:
    """Return what a cell of a list names: by what it means, how to write it so that it stands by itself."""
    match column:
        case "mandates":
            found = list(read_mandates(text, known))
            return {_word(each): _word(each) for each in found}
        case "expertise":
            topics = known.names_of_topics
            return {topics.get(fold(word), fold(word)): word for word in split_list(text)}
        case "languages":
            names = language_names()
            return {look_up(word, names) or fold(word): word for word in split_list(text)}
        case "events" | "trainings":
            return {f"{each.id} {each.on}": str(each) for each, _ in read_attended(text)}
    return {fold(word) or word: word for word in split_list(text)}


def meaning(column: str, text: str, known: Known) -> object:
    """Return something equal for cells of a column that say the same."""
    if column in LISTS:
        return frozenset(listed(column, text, known))
    if column in CHOICES:
        names, prefix = CHOICES[column]
        return look_up(text, meanings("registry", names, prefix)) or fold(text)
    if column == "telephone":
        return "".join(letter for letter in text if letter.isdigit())
    return " ".join(text.split()).casefold() if column in {"email", "id"} else fold(text) or text


def _word(mandate: str | Unknown) -> str:
    return mandate.word if isinstance(mandate, Unknown) else mandate
