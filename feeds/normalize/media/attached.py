"""Pictures, sound and film of a story."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice
from typing import Final

from lxml import etree

from feeds.model import Media, RawMedia
from feeds.normalize.media.renditions import choose_renditions
from feeds.normalize.media.sizes import read_size
from feeds.text.characters import cut_text, join_line
from feeds.text.endings import Medium, find_medium
from feeds.text.markup import element_to_text, parse_html, plain_line
from feeds.text.urls import clean_url

_MAX_MEDIA: Final = 50
# Each may be stated in some sizes.
_MOST_STATED: Final = 10 * _MAX_MEDIA
_MAX_TITLE: Final = 1000
_MEDIUMS: Final[dict[str, Medium]] = {
    "image": "image",
    "audio": "audio",
    "video": "video",
    "document": "document",
}

ADDRESSES: Final = ("data-src", "data-original", "src")
"""Where a picture may state its address; first where it is loaded when it comes into view."""


def read_media(
    raw: Iterable[RawMedia], base: str, shown: Iterable[RawMedia] = ()
) -> tuple[Media, ...]:
    """Return the media with a usable address, in order, each address once, each thing in one form.

    What is stated of one address again gives it a title, if it had none.

    Args:
        raw: As stated.
        base: What relative addresses are relative to.
        shown: Pictures in the text, which only give titles to media that are stated.
    """
    cleaned = ((one, clean_url(one.url, base)) for one in islice(raw, _MOST_STATED))
    usable = [replace(one, url=url) for one, url in cleaned if url]
    found: dict[str, Media] = {}
    for item in islice(choose_renditions(usable), _MAX_MEDIA):
        read = _read_item(item, item.url)
        known = found.setdefault(item.url, read)
        if read.title and not known.title:
            found[item.url] = replace(known, title=read.title)
    for item in islice(shown, _MAX_MEDIA):
        url = clean_url(item.url, base)
        if url in found and not found[url].title:
            found[url] = replace(found[url], title=_read_item(item, url).title)
    return tuple(found.values())


def list_pictures(html: str) -> tuple[RawMedia, ...]:
    """Return the pictures in sanitized HTML, as if they were stated apart."""
    root = parse_html(html) if "<img" in html else None
    if root is None:
        return ()
    captions = _read_captions(root)
    return tuple(
        RawMedia(
            url=image.get("src", ""),
            medium="image",
            width=image.get("width", ""),
            height=image.get("height", ""),
            title=captions.get(image, image.get("alt", "")),
        )
        for image in root.iter("img")
    )


def list_captioned(body: "etree._Element") -> tuple[RawMedia, ...]:
    """Return the pictures of a page's article that have a caption, with the caption as title."""
    captions = _read_captions(body)
    pictures = (
        RawMedia(url=read_address(image), medium="image", title=caption)
        for image, caption in islice(captions.items(), _MAX_MEDIA)
    )
    return tuple(picture for picture in pictures if picture.url and picture.title)


def list_captions(body: "etree._Element") -> tuple[str, ...]:
    """Return the captions of all figures of a page's article, each once."""
    return tuple(dict.fromkeys(filter(None, map(_read_caption, body.iter("figure")))))


def read_address(image: "etree._Element") -> str:
    """Return a picture's address, also where it is loaded only when it comes into view."""
    stated = (image.get(name, "") for name in ADDRESSES)
    return next(filter(None, stated), "")


def _read_captions(root: "etree._Element") -> "dict[etree._Element, str]":
    """Return the captions of the pictures that have one: those of the figure around them."""
    captions: dict[etree._Element, str] = {}
    for figure in root.iter("figure"):
        words = _read_caption(figure)
        captions.update(dict.fromkeys(figure.iter("img"), words) if words else {})
    return captions


def _read_caption(figure: "etree._Element") -> str:
    """Return the caption of a figure, on one line; empty if it has none."""
    caption = figure.find("figcaption")
    caption = figure.find(".//figcaption") if caption is None else caption
    return "" if caption is None else join_line(element_to_text(caption))


def _read_item(item: RawMedia, url: str) -> Media:
    """Return one medium in the common schema."""
    media_type = item.type.strip().lower()
    return Media(
        url=url,
        type=media_type if "/" in media_type and media_type.isascii() else "",
        medium=_guess_medium(item.medium, media_type, url),
        width=read_size(item.width),
        height=read_size(item.height),
        bytes=read_size(item.length),
        title=cut_text(plain_line(item.title, markup=False), _MAX_TITLE),
        credit=cut_text(plain_line(item.credit, markup=False), _MAX_TITLE),
    )


def _guess_medium(stated: str, media_type: str, url: str) -> Medium:
    """Return the medium stated, else that of the type, else that of the address's ending."""
    for word in (stated.strip().lower(), media_type.partition("/")[0]):
        if word in _MEDIUMS:
            return _MEDIUMS[word]
    return find_medium(url)
