"""The tables of word frequencies that the package ships, one file a language."""

from importlib.resources import files


def read_table(language: str) -> str | None:
    """Return the text of a language's table, or None if there is none.

    Args:
        language: As tags name it without script and region: ``en``.
    """
    table = files("feeds") / "dedupe" / "tables" / f"{language}.txt"
    return table.read_text("utf-8") if table.is_file() else None
