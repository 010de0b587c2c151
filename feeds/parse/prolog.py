"""What stands before the first element: declarations, comments and the document type."""

import re
from dataclasses import dataclass
from html import unescape

_NAME = re.compile(r"<([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)")
_DOCTYPE_MARK = re.compile(r"<!--|[\"'\[\]>]")
# Nobody writes a longer prolog; whoever repeats an unclosed comment ends here.
_LONGEST = 50_000
# Only short values: a long one used often is a bomb too.
_ENTITY = re.compile(
    r"<!ENTITY\s{1,20}(\w{1,64})\s{1,20}"
    r"(?:\"((?:[^\"&%<]|&#\w{1,8};){0,100})\"|'((?:[^'&%<]|&#\w{1,8};){0,100})')\s{0,20}>"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """Where the first element starts.

    Attributes:
        at: Position of its ``<``; the text's length if there is no element.
        name: Its name as written, with prefix; empty if there is no element.
        doctype: The document type declaration before it, whole; empty if there is none.
    """

    at: int
    name: str = ""
    doctype: str = ""

    @property
    def local(self) -> str:
        """The name without prefix, lower case."""
        return self.name.rpartition(":")[2].lower()


def find_root(text: str, start: int = 0) -> Root:
    """Return the first element at or after a position, and the DOCTYPE passed on the way."""
    doctype = ""
    limit = start + _LONGEST
    at = text.find("<", start, limit)
    while at >= 0:
        name = _NAME.match(text, at)
        if name:
            return Root(at=at, name=name[1], doctype=doctype)
        end = _skip_markup(text, at, limit)
        if not doctype and _is_doctype(text, at):
            end = _skip_doctype(text, at + len("<!DOCTYPE"), limit)
            doctype = text[at:end]
        at = text.find("<", end, limit)
    return Root(at=len(text), doctype=doctype)


def read_entities(doctype: str) -> dict[str, str]:
    """Return the internal entities that are plain text.

    What refers to other entities or to files is left out: it can only do harm (expansion bombs,
    reading of local files).
    """
    found = _ENTITY.findall(doctype)
    return {name: unescape(double or single) for name, double, single in found}


def _is_doctype(text: str, at: int) -> bool:
    """Tell whether a document type declaration starts at a position."""
    return text[at : at + len("<!DOCTYPE")].upper() == "<!DOCTYPE"


def _skip_markup(text: str, at: int, limit: int) -> int:
    """Return the position after a comment or instruction, or after the ``<`` of something else."""
    if text.startswith("<!--", at):
        return _find_after(text, "-->", at + 4, limit)
    if text.startswith("<?", at):
        return _find_after(text, "?>", at + 2, limit)
    return at + 1


def _skip_doctype(text: str, at: int, limit: int) -> int:
    """Return the position after the DOCTYPE, past its internal subset and quoted words."""
    position, inside = at, False
    while mark := _DOCTYPE_MARK.search(text, position, limit):
        position = mark.end()
        match mark[0]:
            case "<!--":
                position = _find_after(text, "-->", position, limit)
            case "[" | "]":
                inside = mark[0] == "["
            case ">":
                if not inside:
                    return position
            case quote:
                position = _find_after(text, quote, position, limit)
    return _find_after(text, ">", at, limit)


def _find_after(text: str, end: str, start: int, limit: int) -> int:
    """Return the position after the next ``end``; where it is missing, ``start``."""
    found = text.find(end, start, limit)
    return start if found < 0 else found + len(end)
