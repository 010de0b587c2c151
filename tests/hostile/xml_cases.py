"""Group xml: expansion, depth, floods, slips, and encodings that lie."""

from functools import partial

from hostile.answers import filled, reply
from hostile.cases import Check, Seen, expect_error, expect_ok, expect_partial
from hostile.documents import FEED, GOOD, MIB, among, item, rss
from hostile.server import Play

_error = partial(expect_error, "xml")
_good = partial(expect_ok, "xml")
_some = partial(expect_partial, "xml", stories=None)

_LAUGHS = "".join(f'<!ENTITY lol{n} "{f"&lol{n - 1};" * 10 if n else "lol"}">' for n in range(10))
BEFORE, AFTER = among("|").split(b"|")
"""The document around a hostile item."""


def keeps_neighbours(seen: Seen) -> bool:
    """The good stories before and after the hostile one are there."""
    return {"post-dam", "post-mill"} <= {story.guid for story in seen.stories}


def keeps_first(seen: Seen) -> bool:
    """At least the story before the hostile one is there."""
    return "post-dam" in {story.guid for story in seen.stories}


def is_small(seen: Seen) -> bool:
    """Nothing was unfolded and no file was read: all words together are few."""
    words = "".join(f"{s.headline}{s.standfirst}{s.body_text}" for s in seen.stories)
    return keeps_neighbours(seen) and len(words) < 20_000 and "root:" not in words


def reads(*words: str) -> Check:
    """Return a check that these words came through."""

    def check(seen: Seen) -> bool:
        found = "\n".join(f"{s.headline}\n{s.standfirst}\n{s.body_text}" for s in seen.stories)
        return all(word in found for word in words)

    return check


def _declared(doctype: str, use: str) -> bytes:
    """Return a document with a DOCTYPE, and an item that uses what it declares."""
    used = item("bridge", description=use)
    return rss((GOOD[0], used, GOOD[1]), before=f"<!DOCTYPE rss {doctype}>")


_XINCLUDE = """<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"
parse="text"/>"""
_XXE = '[<!ENTITY x SYSTEM "{}">]'
_QUADRATIC = f'[<!ENTITY x "{"lol" * 10_000}">]'
_MODEL = f"[<!ELEMENT rss {'(' * 60_000}a{')' * 60_000}>]"

EXPANSION = (
    _good("billion_laughs", reply(_declared(f"[{_LAUGHS}]", "&lol9;")), is_small),
    _good(
        "billion_laughs_utf16",
        reply(_declared(f"[{_LAUGHS}]", "&lol9; Hollmühl").decode().encode("utf-16")),
        is_small,
        note="feedparser CVE-2012-2921",
    ),
    _good("quadratic_blowup", reply(_declared(_QUADRATIC, "&x;" * 3_000)), is_small),
    _good("entity_parameter", reply(_declared('[<!ENTITY % a "x"> %a; %a;]', "&a;")), is_small),
    _good(
        "xxe_file",
        reply(_declared(_XXE.format("file:///etc/passwd"), "&x;")),
        is_small,
        note="SimplePie read /etc/passwd through a feed",
    ),
    _good("xxe_http", reply(_declared(_XXE.format("http://127.0.0.1/canary"), "&x;")), is_small),
    _good(
        "xxe_parameter",
        reply(_declared('[<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]', "a")),
        is_small,
    ),
    _good(
        "external_dtd",
        reply(_declared('SYSTEM "file:///etc/passwd"', "&nbsp;")),
        is_small,
        note="feedparser issue 107",
    ),
    _good("external_dtd_http", reply(_declared('SYSTEM "http://127.0.0.1/x.dtd"', "a")), is_small),
    _good(
        "xinclude",
        reply(
            among(
                item(
                    "bridge",
                    more=_XINCLUDE,
                )
            )
        ),
        is_small,
    ),
    _good(
        "doctype_unclosed",
        reply(FEED.replace(b"<rss", b'<!DOCTYPE rss [<!ENTITY a "b"\n<rss', 1)),
        stories=None,
        note="feedparser CVE-2011-1156",
    ),
    _error(
        "doctype_flood",
        "not a feed",
        serve=reply(_declared(_MODEL, "a")),
        note="CPython CVE-2026-4224: the process dies",
    ),
    _good(
        "xslt_stylesheet",
        reply(FEED.replace(b"<rss", b'<?xml-stylesheet href="javascript:alert(1)"?><rss', 1)),
    ),
)


def _flooded(before: str, piece: str, count: int, after: str = "") -> Play:
    """Answer with a flood in an item of its own, between two good ones."""
    opening, closing = before.encode(), after.encode()
    return filled(BEFORE + opening, piece.encode(), count, closing + AFTER)


def _cut_off(before: str, piece: str, count: int) -> Play:
    """Answer with a good item and a flood that never ends well."""
    return filled(BEFORE + before.encode(), piece.encode(), count, b"")


def _attributes(count: int) -> str:
    """Return so many attributes."""
    return "".join(f' a{number}="{number}"' for number in range(count))


def _many_attributes() -> bytes:
    """Return a megabyte of attributes on one element of an item."""
    return among(item("bridge", more=f"<x{_attributes(70_000)}/>"))


def _many_attributes_root() -> bytes:
    """Return a megabyte of attributes on the root."""
    return rss(GOOD, attributes=_attributes(70_000))


def _namespaces() -> bytes:
    """Return 20,000 namespaces, each used once."""
    used = (f'<n{number}:x xmlns:n{number}="urn:{number}"/>' for number in range(20_000))
    return among(item("bridge", more="".join(used)))


_WORDS = "news " * 200_000
_BRIDGE = "<item><title>The bridge</title><guid>post-bridge</guid>"

DEPTH = (
    _some("many_attributes", reply(_many_attributes), keeps_neighbours, note="40 s of CPU"),
    _some("many_attributes_root", reply(_many_attributes_root), keeps_neighbours),
    _some("namespace_flood", reply(_namespaces), keeps_neighbours),
    _some(
        "deep_nesting",
        _cut_off(f"{_BRIDGE}<description>", "<a>", 10**6),
        keeps_first,
        note="feedparser: 11.5 s of CPU",
    ),
    _some(
        "deep_nesting_closed",
        reply(
            lambda: (
                BEFORE
                + b"<item><description>"
                + b"<a>" * 10**6
                + b"</a>" * 10**6
                + b"</description></item>"
                + AFTER
            )
        ),
        keeps_neighbours,
        note="feedparser: 345 MiB",
    ),
    _some("deep_items", _cut_off("", "<item>", 100_000), keeps_first),
    _error(
        "huge_attribute",
        "too large",
        serve=_flooded('<item a="', "x" * MIB, 64, '"/>'),
        note="20.6 s of CPU (expat CVE-2023-52425)",
    ),
    _error(
        "huge_token",
        "too large",
        serve=_flooded("<item><", "x" * MIB, 32, "/></item>"),
        note="5.7 s of CPU",
    ),
    _some(
        "huge_attribute_15mb",
        _flooded(f'{_BRIDGE}<a b="', "x" * MIB, 15, '"/></item>'),
        keeps_neighbours,
    ),
    _some("huge_token_15mb", _flooded(f"{_BRIDGE}<", "x" * MIB, 15, "/></item>"), keeps_neighbours),
    _some(
        "huge_text_15mb",
        _flooded(f"{_BRIDGE}<description>", _WORDS, 15, "</description></item>"),
        keeps_neighbours,
    ),
)

_AUTHOR = f"{_BRIDGE}<author>"
_TEXT = f"{_BRIDGE}<description>"

FLOODS = (
    _good(
        "author_redos",
        _flooded(_AUTHOR, "a@", 150_000, "</author></item>"),
        keeps_neighbours,
        note="6.6 s of CPU, and re keeps the GIL",
    ),
    _good(
        "atsign_redos",
        _flooded(_AUTHOR, "@", 300_000, "</author></item>"),
        keeps_neighbours,
        note="more than 40 s of CPU",
    ),
    _some(
        "lt_flood",
        _cut_off("", "<", 4_000_000),
        keeps_first,
        note="other parsers loop or run out of memory",
    ),
    _some("amp_flood", _flooded(_TEXT, "&", 2_000_000, "</description></item>"), keeps_neighbours),
    _some(
        "charref_flood", _flooded(_TEXT, "&#38;", 10**6, "</description></item>"), keeps_neighbours
    ),
    _some(
        "cdata_flood",
        _flooded(_TEXT, "<![CDATA[a]]>", 200_000, "</description></item>"),
        keeps_neighbours,
    ),
    _some("comment_flood", _flooded("", "<!-- a -->", 500_000), keeps_neighbours),
    _some("pi_flood", _flooded("", "<?a b?>", 300_000), keeps_neighbours),
    _some("empty_element_flood", _flooded(_BRIDGE, "<x/>", 300_000, "</item>"), keeps_neighbours),
    _some("open_comment_flood", _cut_off("", "<!--", 10**6), keeps_first),
    _some("open_cdata_flood", _cut_off("<item><title>", "<![CDATA[", 400_000), keeps_first),
)
