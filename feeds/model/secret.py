"""A value that must not be seen."""


class Secret:
    """Text that shows itself only when asked by name.

    Logs, tracebacks, status pages and ``repr`` see three asterisks.
    """

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        """Keep the text out of sight."""
        self._text = text

    def reveal(self) -> str:
        """Return the text itself, for the one call that needs it."""
        return self._text

    def __repr__(self) -> str:
        """Hide the text."""
        return "Secret(***)"

    def __str__(self) -> str:
        """Hide the text."""
        return "***"

    def __eq__(self, other: object) -> bool:
        """Two secrets are equal when their texts are."""
        return isinstance(other, Secret) and self._text == other._text

    def __hash__(self) -> int:
        """Hash by the text."""
        return hash(self._text)
