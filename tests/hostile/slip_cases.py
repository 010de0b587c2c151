"""Group xml, second part: slips and encodings, as they happen without any bad will."""

from functools import partial

from hostile.answers import reply
from hostile.cases import Seen, expect_error, expect_ok, expect_partial
from hostile.documents import FEED, GOOD, among, atom, entry, item, rss
from hostile.xml_cases import keeps_neighbours, reads

_error = partial(expect_error, "xml")
_good = partial(expect_ok, "xml")
_some = partial(expect_partial, "xml")

_WORDS = "Überschwemmung in Hollmühl"


def _spoken(codec: str, declared: str, mark: bytes = b"") -> bytes:
    """Return a document in one encoding that declares another."""
    text = rss((*GOOD, item("quay", description=_WORDS))).decode()
    return mark + text.replace('"utf-8"', f'"{declared}"').encode(codec)


def _no_surrogates(seen: Seen) -> bool:
    """Whatever was in the bytes, what is kept can be written anywhere."""
    told = "".join(s.headline + s.body_text + s.standfirst for s in seen.stories)
    return keeps_neighbours(seen) and not any("\ud800" <= char <= "\udfff" for char in told)


_is_right = reads(_WORDS)
_BROKEN = item("bridge").replace("</title>", "")
_PNG = b"\x89PNG\r\n\x1a\n" + bytes(500)

ENCODINGS = (
    _good("bom_utf8", reply(_spoken("utf-8", "utf-8", b"\xef\xbb\xbf")), _is_right),
    _good(
        "bom_against_declaration", reply(_spoken("utf-8", "iso-8859-1", b"\xef\xbb\xbf")), _is_right
    ),
    _good("utf16_le", reply(_spoken("utf-16-le", "utf-16", b"\xff\xfe")), _is_right),
    _good("utf16_be_no_mark", reply(_spoken("utf-16-be", "utf-16")), _is_right),
    _good("utf32", reply(_spoken("utf-32", "utf-32")), _is_right),
    _good("latin1_declared", reply(_spoken("latin-1", "iso-8859-1")), _is_right),
    _good("latin1_undeclared", reply(_spoken("latin-1", "utf-8")), _is_right),
    _good(
        "charset_against_declaration",
        reply(_spoken("utf-8", "utf-8"), kind="text/xml; charset=us-ascii"),
        _is_right,
    ),
    _good("encoding_unknown", reply(_spoken("utf-8", "x-klingon")), _is_right),
    _good("encoding_utf7", reply(_spoken("utf-8", "utf-7")), _is_right),
    _good("encoding_codec_bomb", reply(_spoken("utf-8", "zlib")), _is_right),
    _good("encoding_idna", reply(_spoken("utf-8", "idna")), _is_right),
    _good(
        "utf8_surrogates",
        reply(among(item("bridge", title="A \ud83d bridge"))),
        _no_surrogates,
        note="UnicodeEncodeError escapes from feedparser.parse",
    ),
    _good(
        "utf8_surrogate_reference",
        reply(among(item("bridge", title="A &#xD83D; bridge"))),
        _no_surrogates,
    ),
    _good("utf8_overlong", reply(FEED.replace(b"holds", b"\xc0\xbcholds", 1)), keeps_neighbours),
    _some(
        "utf8_cut",
        reply(FEED.replace(b"Engineers", b"\xe2\x82 \xc3\xa4\xc3\xa4\xc3\xa4Engineers", 1)),
        keeps_neighbours,
    ),
    _good(
        "control_chars",
        reply(among(item("bridge", title="A \x01\x08\x1b[31m\x7f bridge"))),
        keeps_neighbours,
        note="titles keep ESC",
    ),
    _good(
        "nul_bytes",
        reply(FEED.replace(b"holds", b"ho\x00lds")),
        keeps_neighbours,
        note="titles keep NUL",
    ),
    _good(
        "charref_illegal",
        reply(among(item("bridge", title="A &#0;&#x1F;&#xFFFF;&#99999999; bridge"))),
        keeps_neighbours,
    ),
    _good(
        "noncharacters",
        reply(among(item("bridge", title="A \ufffe\uffff\ufdd0 bridge"))),
        keeps_neighbours,
    ),
)

SLIPS = (
    _some(
        "truncated_feed",
        reply(FEED[:-180]),
        keeps_neighbours,
        stories=None,
        note="other parsers loop",
    ),
    _some("truncated_in_first", reply(FEED[:420]), stories=None),
    _some("mismatched_tags", reply(among(_BROKEN)), keeps_neighbours, stories=None),
    _some(
        "unclosed_item",
        reply(among(item("bridge").removesuffix("</item>"))),
        keeps_neighbours,
        stories=None,
    ),
    _some(
        "unescaped_ampersand",
        reply(among(item("bridge", title="Bell & Sons < Marren"))),
        keeps_neighbours,
        stories=None,
    ),
    _some("attribute_unquoted", reply(among(item("bridge", more="<x a=b/>"))), keeps_neighbours),
    _some(
        "duplicate_attribute",
        reply(among(item("bridge", more='<x a="1" a="2"/>'))),
        keeps_neighbours,
    ),
    _some(
        "namespace_undeclared",
        reply(among(item("bridge", more="<nowhere:x>y</nowhere:x>"))),
        keeps_neighbours,
    ),
    _some(
        "cdata_unclosed",
        reply(among(item("bridge", description="<![CDATA[open"))),
        keeps_neighbours,
        stories=None,
    ),
    _some(
        "comment_unclosed",
        reply(among(item("bridge", more="<!-- open"))),
        keeps_neighbours,
        stories=None,
    ),
    _some("comment_double_dash", reply(among("<!-- a -- b -->", item("bridge"))), keeps_neighbours),
    _some(
        "junk_before",
        reply(b"<b>Warning</b>: include() failed in /srv/feed.php\n" + FEED),
        keeps_neighbours,
    ),
    _some("junk_after", reply(FEED + b"<script>alert(1)</script> junk & more"), keeps_neighbours),
    _some("two_roots", reply(FEED + FEED), keeps_neighbours, stories=None),
    _some("blank_before_declaration", reply(b"\n\n  " + FEED), keeps_neighbours),
    _good("two_declarations", reply(b'<?xml version="1.0"?>\n' + FEED), keeps_neighbours),
    _good(
        "entity_named_undeclared",
        reply(among(item("bridge", title="Caf&eacute;&nbsp;Marren"))),
        reads("Café Marren"),
    ),
    _good(
        "entity_unknown", reply(among(item("bridge", title="A &nosuch; bridge"))), keeps_neighbours
    ),
    _good("xml_11", reply(FEED.replace(b'version="1.0"', b'version="1.1"', 1)), keeps_neighbours),
    _good(
        "prefixed_root",
        reply(FEED.replace(b"<rss", b"<x:rss xmlns:x='urn:x'").replace(b"</rss>", b"</x:rss>")),
        stories=None,
    ),
    _good(
        "atom_no_namespace",
        reply(
            atom([entry("dam"), entry("mill")]).replace(
                b' xmlns="http://www.w3.org/2005/Atom"', b""
            )
        ),
        stories=2,
    ),
    _error("empty_body", "not a feed", serve=reply(b""), note="looks like success"),
    _error("whitespace_body", "not a feed", serve=reply(b" \r\n\t" * 5000)),
    _error("only_declaration", "not a feed", "malformed", serve=reply(b'<?xml version="1.0"?>')),
    _error(
        "html_as_xml_type",
        "not a feed",
        serve=reply(b"<html><head><title>404</title></head><body>No.</body></html>"),
        note="looks like success",
    ),
    _error(
        "wrong_root", "not a feed", serve=reply(b'<?xml version="1.0"?><kml><Placemark/></kml>')
    ),
    _error("binary_body", "not a feed", serve=reply(_PNG)),
    _error(
        "random_body",
        "not a feed",
        "malformed",
        serve=reply(bytes((n * n * 31 + n) % 251 for n in range(9000))),
    ),
    _error("text_body", "not a feed", serve=reply(b"Service temporarily unavailable\n")),
)
