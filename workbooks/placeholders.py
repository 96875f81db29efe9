"""What stands in a Word form where nothing is chosen yet: our words for it, and those of office programs."""

from functools import cache
from typing import Final

from languages import say
from languages.messages import spoken


@cache
def placeholders() -> frozenset[str]:
    """List what stands in our form where nothing is chosen yet, in all languages."""
    return frozenset(say(language, "printed", "choose") for language in spoken())


_OF_OFFICES: Final = frozenset(
    {
        "Choose an item", "Click or tap here to enter text", "Click here to enter text",
        "Click to enter text", "Choisissez un élément", "Cliquez ou appuyez ici pour entrer du texte",
        "Cliquez ici pour taper du texte", "Elija un elemento",
        "Haga clic o pulse aquí para escribir texto", "Haga clic aquí para escribir texto",
        "Wählen Sie ein Element aus", "Klicken oder tippen Sie hier, um Text einzugeben",
        "Klicken Sie hier, um Text einzugeben", "Scegliere un elemento",
        "Fare clic o toccare qui per immettere il testo", "Escolha um item", "Escolher um item",
        "Clique ou toque aqui para inserir o texto", "Выберите элемент", "Место для ввода текста",
        "选择一项", "单击或点击此处输入文字", "اختيار عنصر",
    }
)  # fmt: skip
"""What office programs put into a control that was emptied, without the full stop."""


def says_nothing(text: str) -> bool:
    """Tell whether a control marked as showing its placeholder does: other programs leave the mark."""
    plain = text.strip()
    return not plain or plain in placeholders() or plain.rstrip(".。") in _OF_OFFICES
