"""Group feed, second part: addresses inside a document, floods of small things, JSON Feed."""

import json
from functools import partial

from hostile.answers import filled, reply
from hostile.cases import Seen, expect_error, expect_ok, expect_partial
from hostile.documents import (
    among,
    item,
    json_item,
    jsonfeed,
)
from hostile.xml_cases import keeps_neighbours

_error = partial(expect_error, "feed")

_good = partial(expect_ok, "feed")

_some = partial(expect_partial, "feed")

_LETTERS = str.maketrans("0123456789", "bodafelimu")

_LINKS = (
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "vbscript:x",
    "JAVASCRIPT:alert(1)",
    "\x20javascript:alert(1)",
    "blob:x",
    "about:blank",
    "mailto:a@b",
)


def _links_nowhere(seen: Seen) -> bool:
    """Stories whose link is no address of the web have none, and are all there."""
    return all(s.url is None for s in seen.stories if s.guid.startswith("post-link"))


def _links_home(seen: Seen) -> bool:
    """A relative link is joined to the address of the feed or of its page, never to a script."""
    return all(s.url is None or s.url.startswith("http") for s in seen.stories)


def _asked_only_for_it(seen: Seen) -> bool:
    """No address inside the document was asked."""
    return len(seen.asked) == 1


def _media(count: int) -> bytes:
    """Return an item with so many pictures."""
    pictures = "".join(
        f'<enclosure url="https://post.example/{n}.jpg" type="image/jpeg"/>' for n in range(count)
    )
    return among(item("bridge", more=pictures))


def _labels(count: int) -> bytes:
    """Return an item with so many categories."""
    return among(item("bridge", more="".join(f"<category>c{n}</category>" for n in range(count))))


_ENCLOSURES = """<enclosure url="javascript:alert(1)" length="-1"/>
<enclosure url="https://post.example/a.mp3" length="1e999" type="audio/&#10;x"/>"""
_ATOM = ' xmlns:atom="http://www.w3.org/2005/Atom" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'

_INSIDE = (
    "<itunes:new-feed-url>http://127.0.0.1:1/canary</itunes:new-feed-url>",
    '<atom:link rel="hub" href="http://127.0.0.1:1/canary"/>',
    '<atom:link rel="self" href="http://127.0.0.1:1/canary"/>',
    '<cloud domain="127.0.0.1" port="1" path="/" registerProcedure="x" protocol="xml-rpc"/>',
    "<image><url>http://127.0.0.1:1/canary</url></image>",
)


def _many_json() -> bytes:
    """Return a JSON Feed of 100,000 short items, whose headlines are not alike.

    Headlines that are all alike cost the editor much more; ``entries_100k`` has them.
    """
    names = [f"{number:05}".translate(_LETTERS) for number in range(100_000)]
    return jsonfeed({"id": f"post-{n}", "title": f"{name} opens"} for n, name in enumerate(names))


def is_bounded(seen: Seen) -> bool:
    """The first entries are kept: as many as are enough for any feed."""
    return "post-0" in {story.guid for story in seen.stories}


ADDRESSES = (
    _good(
        "js_links",
        reply(among(*(item(f"link{n}", link=link) for n, link in enumerate(_LINKS)))),
        _links_nowhere,
        stories=2 + len(_LINKS),
        note="javascript: and file: stay in entry.link",
    ),
    _good(
        "base_javascript",
        reply(among(item("bridge", link="x"), attributes=' xml:base="javascript:alert(1)//"')),
        _links_home,
    ),
    _good("link_relative", reply(among(item("bridge", link="/2026/bridge"))), _links_home),
    _good(
        "link_huge",
        reply(among(item("link", link="https://post.example/" + "a" * 100_000))),
        _links_nowhere,
    ),
    _good(
        "link_credentials",
        reply(among(item("bridge", link="https://user:pass@post.example/bridge"))),
        lambda seen: "pass@" not in str(seen.story("post-bridge").url),
    ),
    _good("link_bad_v6", reply(among(item("link", link="http://[::1"))), _links_nowhere),
    _good(
        "link_controls",
        reply(among(item("link", link="https://post.example/&#13;&#10;Set-Cookie:x"))),
        keeps_neighbours,
    ),
    _good(
        "enclosure_bad",
        reply(
            among(
                item(
                    "bridge",
                    more=_ENCLOSURES,
                )
            )
        ),
        keeps_neighbours,
    ),
    *(
        _good(
            name,
            reply(among(item("bridge"), attributes=_ATOM, inside=inside)),
            _asked_only_for_it,
            note="Fedify CVE-2026-62857",
        )
        for name, inside in zip(
            ("new_feed_url", "hub_private", "self_mismatch", "cloud_private", "image_private"),
            _INSIDE,
            strict=True,
        )
    ),
    _some("media_flood", reply(lambda: _media(20_000)), keeps_neighbours),
    _some("category_flood", reply(lambda: _labels(50_000)), keeps_neighbours),
)

JSON = (
    _error(
        "json_deep",
        "malformed",
        "not a feed",
        serve=filled(b'{"version":"https://jsonfeed.org/version/1.1","items":', b"[", 10**6, b""),
    ),
    _error("json_not_a_feed", "not a feed", serve=reply(b'{"error": "no such feed"}')),
    _some(
        "json_truncated",
        reply(jsonfeed(map(json_item, ("dam", "mill", "bridge")))[:-40]),
        keeps_neighbours,
        stories=2,
    ),
    _some(
        "json_wrong_types",
        reply(
            jsonfeed(
                [
                    json_item("dam"),
                    json_item("mill"),
                    {
                        "id": [1],
                        "url": {},
                        "title": 7,
                        "tags": 3,
                        "authors": "x",
                        "attachments": [None, 4],
                    },
                    None,
                    7,
                ]
            )
        ),
    ),
    _good(
        "json_huge_number",
        reply(
            b'{"version":"https://jsonfeed.org/version/1.1","items":['
            + json.dumps(json_item("dam")).encode()
            + b',{"id":'
            + b"9" * 5000
            + b',"title":"x"}]}'
        ),
        lambda seen: "post-dam" in {s.guid for s in seen.stories},
        stories=2,
    ),
    _good(
        "json_surrogates",
        reply(
            jsonfeed(
                [json_item("dam"), json_item("mill"), json_item("bridge", title="A \ud83d bridge")]
            )
        ),
        keeps_neighbours,
    ),
    _some("json_entries_100k", reply(_many_json), is_bounded, stories=2000),
)
