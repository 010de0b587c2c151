"""Groups control and html: what is good must stay good, and a page is no feed."""

from functools import partial

from hostile.answers import filled, reply
from hostile.cases import Case, Seen, expect_error, expect_ok
from hostile.documents import FEED, PLACES, atom, entry, json_item, jsonfeed

_RDF = (
    '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    'xmlns="http://purl.org/rss/1.0/"><channel><title>Post</title></channel>'
    + "".join(
        f"<item><title>News of {place}</title><link>https://post.example/{number}</link></item>"
        for number, place in enumerate(PLACES[:3])
    )
    + "</rdf:RDF>"
).encode()

_error = partial(expect_error, "html")
_NAMES = ("dam", "mill", "bridge")

_LOGIN = b"""<!DOCTYPE html><html><head><title>Sign in \xc2\xb7 The Valley Post</title>
<meta http-equiv="refresh" content="0;url=javascript:alert(1)"></head>
<body><form action="/login"><input name="password"></form></body></html>"""

_NAMING = b"""<!DOCTYPE html><html><head><title>The Valley Post</title>
<link rel="alternate" type="application/rss+xml" href="http://127.0.0.1:1/feed.xml"></head>
<body><p>News.</p></body></html>"""


def _is_named(seen: Seen) -> bool:
    """The reason shows the title and the feed that the page names; nobody asked there."""
    return "The Valley Post" in seen.report.reason and len(seen.asked) == 1


def _control(name: str, body: bytes, kind: str) -> Case:
    """Return a good feed."""
    return expect_ok(
        "control", name, reply(body, kind=kind, etag='"v1"', cache_control="max-age=60")
    )


CONTROL = (
    _control("control_rss", FEED, "application/rss+xml"),
    _control("control_atom", atom(map(entry, _NAMES)), "application/atom+xml"),
    _control("control_rdf", _RDF, "application/rdf+xml"),
    _control("control_json", jsonfeed(map(json_item, _NAMES)), "application/feed+json"),
)

HTML = (
    _error("html_login_page", "not a feed", serve=reply(_LOGIN, kind="text/html")),
    _error(
        "html_names_private_feed",
        "not a feed",
        serve=reply(_NAMING, kind="text/html"),
        check=_is_named,
        note="an address inside a document is fetched unchecked (Fedify CVE-2026-62857)",
    ),
    _error(
        "html_page_15mb",
        "not a feed",
        serve=filled(b"<html><body>", b"<p>News of the valley.</p>\n", 580_000, b"</body></html>"),
    ),
    _error(
        "html_page_deep",
        *("not a feed", "malformed"),
        serve=filled(b"<html>", b"<div>", 400_000, b""),
        note="nh3 is quadratic in depth: 32,000 div take 9.4 s",
    ),
)
