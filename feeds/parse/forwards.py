"""What an e-mail that was sent on says of the one that came first."""

import re
from typing import Final

# Of mail programs in several languages: "Fwd: Re: Port strike ends".
_PREFIX: Final = re.compile(
    r"\s*(?:(?P<sent_on>fwd?|wg|tr|rv|enc|vb|doorst|转发|轉寄)|re|aw|antw|sv|odp|回复|回覆)\s*[:：]",
    re.IGNORECASE,
)
_DATE: Final = re.compile(
    r"^[>\s*]*(?:date|sent|datum|gesendet|envoyé|fecha|enviado|data|inviato|verzonden|dato|skickat)"
    r"\s?\*?:\*?\s?(?P<date>[^\n]{6,80})$",
    re.IGNORECASE | re.MULTILINE,
)
# The header of the first message stands on top.
_TOP: Final = 2_000


def cut_prefixes(subject: str) -> tuple[str, bool]:
    """Return a subject without what mail programs put before it, and whether it was sent on.

    Args:
        subject: On one line; of nothing but prefixes it stays as it is.
    """
    rest, sent_on = subject, False
    while found := _PREFIX.match(rest):
        sent_on = sent_on or found["sent_on"] is not None
        rest = rest[found.end() :]
    return rest.strip() or subject, sent_on


def find_first_date(text: str) -> str:
    """Return when the first message was sent, as its header says on top of a text; empty if not."""
    found = _DATE.search(text[:_TOP])
    return found["date"].strip(" *\r") if found else ""
