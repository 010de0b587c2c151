"""The article a page describes in JSON-LD (https://schema.org/NewsArticle)."""

import json
from collections.abc import Iterable, Iterator

from feeds.model import Problem, RawMedia, RawPerson
from feeds.parse.values import as_list, as_object, as_text, is_web_address, join_url, only_once

_ARTICLES = frozenset({"BlogPosting", "LiveBlogPosting", "Report", "SocialMediaPosting"})
# Marks that once hid scripts from old browsers, in the order they are met from outside.
_OPENING = ("//", "/*", "<!--", "<![CDATA[", "*/")
_CLOSING = (";", "*/", "-->", "]]>", "//", "/*", ";")
_DEEPEST = 10


def find_article(
    scripts: list[str],
) -> tuple[dict[str, object], dict[str, dict[str, object]], tuple[Problem, ...]]:
    """Return the article among all JSON-LD blocks of a page.

    Args:
        scripts: The blocks as they stand in the page.

    Returns:
        The article (empty if none is described), all things by their ``@id``, and problems.
    """
    things: list[dict[str, object]] = []
    problems: tuple[Problem, ...] = ()
    for script in scripts:
        try:
            loaded = json.loads(_unwrap(script), strict=False)
        except (ValueError, RecursionError):
            problems += (Problem(what="a block of metadata (JSON-LD) could not be read"),)
            continue
        things.extend(_walk(loaded, _DEEPEST))
    named = {as_text(thing["@id"]): thing for thing in things if len(thing) > 1 and "@id" in thing}
    articles = [thing for thing in things if is_article(thing)]
    with_headline = (thing for thing in articles if thing.get("headline") or thing.get("name"))
    return next(with_headline, articles[0] if articles else {}), named, problems


def read_genres(article: dict[str, object], named: dict[str, dict[str, object]]) -> tuple[str, ...]:
    """Return what an article says that it is: the names of its types, then its genres."""
    return only_once((*_name_types(article), *read_names(article.get("genre"), named)))


def is_article(thing: dict[str, object]) -> bool:
    """Tell whether a thing is an article of any kind (NewsArticle, ReportageNewsArticle, …)."""
    return any(name.endswith("Article") or name in _ARTICLES for name in _name_types(thing))


def _name_types(thing: dict[str, object]) -> Iterable[str]:
    """Return the names of a thing's types, without the address of their vocabulary."""
    return (as_text(kind).rpartition("/")[2] for kind in as_list(thing.get("@type")))


def read_people(value: object, named: dict[str, dict[str, object]]) -> tuple[RawPerson, ...]:
    """Return authors, stated as objects, as names, or by reference to another thing."""
    people: list[RawPerson] = []
    for one in as_list(value):
        stated = _follow(one, named)
        if is_web_address(as_text(one)):
            people.append(RawPerson(url=as_text(one)))
            continue
        names = [as_text(name) for name in as_list(stated.get("name"))] or [as_text(one)]
        url, email = as_text(stated.get("url")), as_text(stated.get("email"))
        people.extend(RawPerson(name=name, email=email, url=url) for name in names if name)
    return only_once(people)


def read_images(
    value: object, named: dict[str, dict[str, object]], base: str
) -> tuple[RawMedia, ...]:
    """Return images, stated as objects, as addresses, or by reference to another thing."""
    images: list[RawMedia] = []
    for one in as_list(value):
        stated = _follow(one, named)
        addresses = [as_text(url) for url in as_list(stated.get("url"))] or [as_text(one)]
        images.extend(
            RawMedia(
                url=join_url(base, address or as_text(stated.get("contentUrl"))),
                medium="image",
                width=_read_size(stated.get("width")),
                height=_read_size(stated.get("height")),
                title=as_text(stated.get("caption")),
                credit=as_text(stated.get("creditText")),
            )
            for address in addresses
        )
    return only_once(image for image in images if image.url)


def read_names(value: object, named: dict[str, dict[str, object]]) -> tuple[str, ...]:
    """Return the names of organisations or sections."""
    names = (as_text(_follow(one, named).get("name")) or as_text(one) for one in as_list(value))
    return only_once(name for name in names if name)


def split_keywords(value: object) -> tuple[str, ...]:
    """Return keywords, stated as a list or as one line with commas."""
    words = (
        part.strip()
        for one in as_list(value)
        for part in (as_text(one) or as_text(as_object(one).get("name"))).split(",")
    )
    return only_once(word for word in words if word)


def _unwrap(script: str) -> str:
    """Return a block without the marks around it."""
    script = script.strip()
    for mark in _OPENING:
        script = script.removeprefix(mark).lstrip()
    for mark in _CLOSING:
        script = script.removesuffix(mark).rstrip()
    return script


def _walk(value: object, depth: int) -> Iterator[dict[str, object]]:
    """Yield every object of a block, outer ones first."""
    if depth < 0:
        return
    if isinstance(value, list):
        for one in value:
            yield from _walk(one, depth - 1)
    elif isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _walk(inner, depth - 1)


def _follow(value: object, named: dict[str, dict[str, object]]) -> dict[str, object]:
    """Return an object, or the one it refers to by ``@id``."""
    stated = as_object(value)
    return named.get(as_text(stated.get("@id")), stated)


def _read_size(value: object) -> str:
    """Return a number of pixels, stated plainly or as a QuantitativeValue."""
    return as_text(value) or as_text(as_object(value).get("value"))
