from typing import Final, Literal

Language = Literal["ar", "zh", "en", "fr", "ru", "es"]
"""A BCP 47 tag of one of the six official languages of the United Nations."""

LANGUAGES: Final[dict[str, str]] = {
    "ar": "العربية",
    "zh": "中文",
    "en": "English",
    "fr": "Français",
    "ru": "Русский",
    "es": "Español",
}


def native_name(language: str) -> str:
    return LANGUAGES[language]


def direction(language: str) -> Literal["ltr", "rtl"]:
    return "rtl" if language == "ar" else "ltr"
