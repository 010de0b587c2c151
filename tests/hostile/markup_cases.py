"""Group feed, first part: markup inside the stories of a well-formed feed."""

from functools import partial

from hostile.answers import filled, reply
from hostile.cases import Seen, expect_error, expect_ok, expect_partial
from hostile.documents import (
    CONTENT,
    MIB,
    among,
    atom,
    body_item,
    entry,
    item,
    json_item,
    jsonfeed,
    text_item,
)
from hostile.xml_cases import AFTER, BEFORE, keeps_neighbours, reads

_error = partial(expect_error, "feed")

_good = partial(expect_ok, "feed")

_some = partial(expect_partial, "feed")

_XSS = """<p>Before</p><script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)>
<math><mi xlink:href="javascript:alert(1)">x</mi></math><iframe srcdoc="<script>alert(1)">
</iframe><form action="javascript:alert(1)"><button formaction="javascript:alert(1)">x</button>
</form><a href="java&#10;script:alert(1)">a</a><a href="JaVaScRiPt&colon;alert(1)">b</a>
<base href="//evil"><a href="//evil.example/x" onclick="alert(1)">f</a>
<a href=" javascript:alert(1)">c</a><a href="data:text/html,<script>alert(1)</script>">d</a>
<meta http-equiv=refresh content="0;url=javascript:alert(1)"><link rel=stylesheet href=//evil>
<p style="background:url(javascript:alert(1))">e</p><object data="javascript:alert(1)"></object>
<embed src="javascript:alert(1)"><video><source onerror="alert(1)"></video><noscript><p title="
</noscript><img src=x onerror=alert(1)>"></noscript><math><mtext><table><mglyph><style><!--</style>
<img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;"><!--><img src=x onerror=alert(1)>-->
<details open ontoggle=alert(1)><template><script>alert(1)</script></template><p>After</p>"""

_XHTML = """<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)
</script><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/><p onclick="x">After</p></div>
</content>"""
_NESTED = "<![CDATA[<![CDATA[<script>alert(1)</script>]]]]><![CDATA[>]]>"


def _reads_no_script(seen: Seen) -> bool:
    """The words before the attack are there; the attack is not."""
    body = seen.story("post-bridge").body_text
    return "Before" in body and "alert" not in body and keeps_neighbours(seen)


def _is_one_line(seen: Seen) -> bool:
    """A headline is one line, and cannot begin a header of its own."""
    return "\n" not in seen.story("post-bridge").headline


def _cut_title(seen: Seen) -> bool:
    """The headline is bounded and the neighbours are there."""
    return keeps_neighbours(seen) and max(len(s.headline) for s in seen.stories) <= 1000


def _deep() -> bytes:
    """Return a body with 30,000 elements in one another."""
    return among(body_item("bridge", "<div>" * 30_000 + "deep"), attributes=CONTENT)


def _attribute_flood() -> bytes:
    """Return a body with an element of 100,000 attributes."""
    attributes = "".join(f" a{number}=1" for number in range(100_000))
    return among(body_item("bridge", f"<p{attributes}>news</p>"), attributes=CONTENT)


def _tag_flood() -> bytes:
    """Return a body of a million opened elements that close themselves."""
    return among(body_item("bridge", "<p><b>" * 500_000), attributes=CONTENT)


def _title(words: str) -> bytes:
    """Return a document with this title (XML) in the middle."""
    return among(item("bridge", title=words))


MARKUP = (
    _good(
        "xss_body",
        reply(among(body_item("bridge", _XSS), attributes=CONTENT)),
        _reads_no_script,
        note="feedparser passes javascript: in MathML, and <form>",
    ),
    _good("xss_description", reply(among(text_item("bridge", _XSS))), keeps_neighbours),
    _good(
        "xss_atom_xhtml",
        reply(
            atom(
                [
                    entry("dam"),
                    entry("mill"),
                    entry(
                        "bridge",
                        _XHTML,
                    ),
                ]
            )
        ),
    ),
    _good(
        "xss_json",
        reply(
            jsonfeed([json_item("dam"), json_item("mill"), json_item("bridge", content_html=_XSS)]),
            kind="application/feed+json",
        ),
    ),
    _good(
        "xss_cdata_escape",
        reply(among(item("bridge", description=_NESTED))),
        keeps_neighbours,
        note="feedparser CVE-2009-5065",
    ),
    _good(
        "xss_double_escaped",
        reply(
            among(
                item("bridge", description="&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;")
            )
        ),
        keeps_neighbours,
    ),
    _good(
        "xss_normalised_late",
        reply(
            among(
                body_item("bridge", "＜script＞alert(1)＜/script＞ ﹤img onerror=x﹥"),
                attributes=CONTENT,
            )
        ),
        keeps_neighbours,
        note="html-sanitizer CVE-2024-34078",
    ),
    _good(
        "title_markup",
        reply(_title("&lt;script&gt;alert(1)&lt;/script&gt;A &lt;b onclick=x&gt;bridge&lt;/b&gt;")),
        keeps_neighbours,
        note="titles keep onerror",
    ),
    _good(
        "title_crlf",
        reply(_title("A bridge&#13;&#10;Bcc: all@post.example&#13;&#10;&#13;&#10;x")),
        _is_one_line,
        note="titles keep CR LF",
    ),
    _good(
        "title_template",
        reply(_title("{{7*7}} ${{7*7}} %(x)s {0.__class__} #{7*7}")),
        reads("{{7*7}} ${{7*7}} %(x)s {0.__class__}"),
    ),
    _good(
        "title_mentions",
        reply(_title("@everyone &lt;!channel&gt; [x](javascript:alert(1))")),
        keeps_neighbours,
    ),
    _good(
        "title_direction",
        reply(_title("A \u202egdirb\u202c \u2066x\u2069 bridge\u200b")),
        keeps_neighbours,
    ),
    _good("title_emoji", reply(_title("👩‍👩‍👧 at the Vellbrück ford 🌊")), reads("👩‍👩‍👧 at")),
    _good("title_empty", reply(_title(" "))),
    _good("title_zalgo", reply(_title("b" + "\u0301\u0489" * 5000)), _cut_title),
    _some(
        "title_10mb",
        filled(
            BEFORE + b"<item><title>",
            b"word " * (MIB // 5),
            10,
            b"</title><guid>post-bridge</guid></item>" + AFTER,
        ),
        _cut_title,
    ),
    _some(
        "html_10mb_body",
        reply(
            lambda: among(
                body_item("bridge", "<p>All <b>the</b> <a href='/x'>news</a></p>" * 230_000),
                attributes=CONTENT,
            )
        ),
        keeps_neighbours,
        note="12.9 s of CPU",
    ),
    _some("html_deep_body", reply(_deep), keeps_neighbours, note="nh3 is quadratic in depth"),
    _some("html_attr_flood", reply(_attribute_flood), keeps_neighbours, note="2.9 s of CPU"),
    _some("html_tag_flood", reply(_tag_flood), keeps_neighbours),
    _some(
        "html_entity_flood",
        reply(lambda: among(body_item("bridge", "&amp;amp;&lt;" * 200_000), attributes=CONTENT)),
        keeps_neighbours,
    ),
    _some(
        "html_comment_flood",
        reply(lambda: among(body_item("bridge", "<!--" * 300_000), attributes=CONTENT)),
        keeps_neighbours,
    ),
    _some(
        "agency_flood",
        reply(lambda: among(text_item("bridge", "AP " * 80_000))),
        keeps_neighbours,
        stories=2,
        note="within all bounds, and too much for them: the entry is left out",
    ),
    _good(
        "heavy_entries",
        reply(lambda: among(*(text_item(f"b{number}", "AP " * 1_500) for number in range(30)))),
        keeps_neighbours,
        stories=32,
        note="each is read, but not all at once",
    ),
)
