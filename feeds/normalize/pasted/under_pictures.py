"""Lines under the pictures of a text in which nothing marks them as captions."""

from typing import Final

from lxml import etree

from feeds.normalize.furniture.captions import is_caption
from feeds.normalize.furniture.lines import count_line_words, ends_sentence, judge_lines
from feeds.normalize.pasted.notices import is_of_desk
from feeds.text.characters import join_line
from feeds.text.markup import element_to_text, remove_element
from feeds.text.words import fold_text

_LONGEST: Final = 40
_ITALICS: Final = frozenset({"em", "i"})


def take_captions(body: "etree._Element", language: str | None) -> tuple[str, ...]:
    """Take out of a text what stands under its pictures and is their caption, and return it.

    That is a short line which is set in italics, credits the picture, or repeats what is said in
    its place; on the line right below it, one that is no sentence as well. A picture of which
    nothing is said has it from then on. Who wrote the text, and a correction, stay.

    Args:
        body: The element.
        language: BCP 47 tag.
    """
    captions = [_take_caption(it, language) for it in list(body.iter("p"))]
    return tuple(dict.fromkeys(filter(None, captions)))


def _take_caption(paragraph: "etree._Element", language: str | None) -> str:
    """Take out of a text the caption in or below a paragraph that begins with pictures."""
    picture = _find_last(paragraph)
    if picture is None:
        return ""
    place = _climb(picture, paragraph)
    rest = _cut_behind(place)
    near = (rest.text or "").startswith("\n") or (len(rest) > 0 and rest[0].tag == "br")
    if _say(rest):
        if near and _is_caption(rest, picture, language, near=True):
            return _name_picture(picture, _say(rest))
        place.tail = rest.text
        paragraph.extend(list(rest))
        return ""
    below = _find_below(paragraph)
    if below is None or not _is_caption(below, picture, language, near=False):
        return ""
    remove_element(below)
    return _name_picture(picture, _say(below))


def _find_last(paragraph: "etree._Element") -> "etree._Element | None":
    """Return the last picture of a paragraph if no word stands above it; None otherwise."""
    pictures = list(paragraph.iter("img"))
    if not pictures:
        return None
    place = _climb(pictures[-1], paragraph)
    above = [paragraph.text, *(it.tail for it in place.itersiblings(preceding=True))]
    said = (*filter(None, above), *map(_say, (place, *place.itersiblings(preceding=True))))
    return None if any(map(str.strip, said)) else pictures[-1]


def _climb(picture: "etree._Element", paragraph: "etree._Element") -> "etree._Element":
    """Return the child of a paragraph that is a picture, or holds it as a link does."""
    around = (picture, *picture.iterancestors())
    return next(it for it in around if it.getparent() is paragraph)


def _cut_behind(place: "etree._Element") -> "etree._Element":
    """Return as a paragraph what stands behind a child of one, cut off there."""
    rest = place.makeelement("p")
    rest.text, place.tail = place.tail, None
    rest.extend(list(place.itersiblings()))
    return rest


def _find_below(paragraph: "etree._Element") -> "etree._Element | None":
    """Return the paragraph right below another one, unless it has a picture of its own."""
    below = paragraph.getnext()
    if below is None or below.tag != "p" or (paragraph.tail or "").strip():
        return None
    return below if below.find(".//img") is None else None


def _is_caption(
    line: "etree._Element", picture: "etree._Element", language: str | None, *, near: bool
) -> bool:
    """Tell whether a line is the caption of the picture above it."""
    text = _say(line)
    signed = judge_lines([text], language)[0].kind in {"byline", "stamp"}
    if not text or signed or count_line_words(text) > _LONGEST or is_of_desk(text, language):
        return False
    again = fold_text(text) == fold_text(join_line(picture.get("alt", "")))
    return _is_italic(line) or is_caption(text) or again or (near and not ends_sentence(text))


def _is_italic(line: "etree._Element") -> bool:
    """Tell whether all words of a line are set in italics."""
    slanted = "".join(_say(it) for it in line if it.tag in _ITALICS)
    return bool(slanted) and "".join(slanted.split()) == "".join(_say(line).split())


def _name_picture(picture: "etree._Element", caption: str) -> str:
    """Say of a picture what its caption says, where nothing is said of it; return the caption."""
    if not picture.get("alt", "").strip():
        picture.set("alt", caption)
    return caption


def _say(element: "etree._Element") -> str:
    """Return the words of an element on one line."""
    return join_line(element_to_text(element))
