"""The words of a message where every sign may be a command: chats and push services."""

import re
from typing import Final

# Nothing is seen of it, and no service takes what it parts for a mention, a link or a command.
_PARTED: Final = "\u200b"
_CALLS: Final = re.compile(r"@(?=\S)|<(?=[!@#/A-Za-z])|!?\](?=\()|^[/!.](?=\w)", re.MULTILINE)


def quiet_words(text: str) -> str:
    """Return a text that calls nobody and hides no link, whichever chat shows it.

    ``@everyone``, ``<!channel>``, ``<@U123>``, ``[words](address)``, ``/command`` at the beginning
    of a line: each is parted behind its first sign. Addresses that stand open stay as they are.
    """
    return _CALLS.sub(lambda found: found[0] + _PARTED, text)
