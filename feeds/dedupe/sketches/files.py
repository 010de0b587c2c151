"""The tables that the package ships: word frequencies and letters, one file a language each."""

from importlib.resources import files


def read_table(language: str) -> str | None:
    """Return the text of a language's word frequencies, or None if there are none.

    Args:
        language: As tags name it without script and region: ``en``.
    """
    return _read("tables", language)


def read_letters(language: str) -> str | None:
    """Return the text that says what stands for letters of a language's other script, or None.

    Args:
        language: As tags name it without script and region: ``zh``.
    """
    return _read("letters", language)


def _read(folder: str, language: str) -> str | None:
    table = files("feeds") / "dedupe" / "sketches" / folder / f"{language}.txt"
    return table.read_text("utf-8") if table.is_file() else None
