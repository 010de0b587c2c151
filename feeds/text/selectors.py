"""Selectors: CSS, or XPath 1.0, which can look at nothing but the tree they are given."""

import re
from typing import Final, final

from cssselect import HTMLTranslator, SelectorError
from lxml import etree

MAX_SELECTOR: Final = 500
MAX_NESTING: Final = 5
"""Of conditions in conditions: each level multiplies the work by the size of the page."""

_LITERAL: Final = re.compile(r"\"[^\"]*\"|'[^']*'")
_CALL: Final = re.compile(r"([\w.-]+)\s*\(")
_PREFIX: Final = re.compile(r"(?<!:):(?!:)")
# The functions of XPath 1.0 (4), its node tests (3.7), and the words that may stand before "(".
_KNOWN: Final = frozenset(
    {
        *("last", "position", "count", "id", "local-name", "namespace-uri", "name", "string"),
        *("concat", "starts-with", "contains", "substring-before", "substring-after", "substring"),
        *("string-length", "normalize-space", "translate", "boolean", "not", "true", "false"),
        *("lang", "number", "sum", "floor", "ceiling", "round"),
        *("node", "text", "comment", "processing-instruction", "and", "or", "div", "mod"),
    }
)
_EMPTY_PAGE: Final = "<html><body><p>words</p></body></html>"


@final
class Selector:
    """A selector ready for use."""

    def __init__(self, path: "etree.XPath") -> None:
        """Take it compiled."""
        self._path = path

    def select(self, element: "etree._Element") -> "list[etree._Element | str]":
        """Return what it selects in an element, itself included: elements, or attributes' words."""
        found = self._path(element)
        listed = found if isinstance(found, list) else []
        return [one for one in listed if isinstance(one, str | etree._Element)]  # noqa: SLF001


def is_path(words: str) -> bool:
    """Tell whether a selector is XPath: it begins with ``/`` or ``./``."""
    return words.startswith(("/", "./"))


def compile_selector(words: str) -> Selector:
    """Return a selector for use.

    CSS (Selectors Level 3 and some of 4, as far as cssselect goes), or XPath 1.0 without
    variables, namespaces and functions of others: nothing in it can open anything.

    Args:
        words: As written; CSS unless :func:`is_path` says otherwise.

    Raises:
        ValueError: It cannot be used; the text says why.
    """
    if len(words) > MAX_SELECTOR:
        raise ValueError(f"a selector has at most {MAX_SELECTOR} characters")
    path = words if is_path(words) else _translate_css(words)
    if is_path(words):
        _check_path(words)
    _check_nesting(path)
    try:
        compiled = etree.XPath(path, regexp=False, smart_strings=False)
        selected = compiled(etree.fromstring(_EMPTY_PAGE))
    except etree.XPathError as error:
        raise ValueError(f"is no XPath 1.0: {error}") from None
    if not isinstance(selected, list):
        raise ValueError("selects no elements but gives a single value; end it with an element")  # noqa: TRY004 - what is wrong is the text
    return Selector(compiled)


def _translate_css(words: str) -> str:
    """Return CSS as XPath."""
    try:
        return HTMLTranslator().css_to_xpath(words)
    except SelectorError as error:
        raise ValueError(f"is no CSS selector that can be used: {error}") from None
    except RecursionError:
        raise ValueError("is nested too deep for a selector") from None


def _check_path(words: str) -> None:
    """Refuse XPath that asks for more than XPath 1.0 gives, wherever it stands in it."""
    plain = _LITERAL.sub("''", words)
    unknown = [name for name in _CALL.findall(plain) if name not in _KNOWN]
    if unknown:
        raise ValueError(f"{unknown[0]}() is no function of XPath 1.0")
    if "$" in plain:
        raise ValueError("an XPath here has no variables ($)")
    if _PREFIX.search(plain):
        raise ValueError("an XPath here has no namespaces and prefixes")


def _check_nesting(path: str) -> None:
    """Refuse conditions nested so deep that even a small page would take for ever."""
    depth = 0
    for char in _LITERAL.sub("", path):
        depth += (char == "[") - (char == "]")
        if depth > MAX_NESTING:
            raise ValueError(f"has conditions nested more than {MAX_NESTING} deep")
