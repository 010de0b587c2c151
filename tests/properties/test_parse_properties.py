"""Whatever the bytes, parsing answers with a value that can be stored and shown."""

from dataclasses import asdict
from datetime import timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.model import Body, Document, Unreadable
from feeds.parse import parse_document
from feeds.parse.dates import read_stamp

_MANY = settings(max_examples=5 * settings().max_examples)
_CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "parse"
_FILES = sorted(path for path in _CORPUS.rglob("*.*") if not path.name.endswith(".expected.json"))
_PIECES = st.sampled_from(
    [
        *(b"<", b">", b"&", b"]]>", b"<![CDATA[", b"<!--", b"<!DOCTYPE x [", b"</item>", b"<item>"),
        *(b"&#xD800;", b"&#99999999999;", b'"', b"\xff", b"\0", b"{", b"\\ud800", b"\xef\xbb\xbf"),
        *(b"=?utf-8?b?", b"&nbsp;", b"<title>", b"\r\n\r\n", b"<entry xml:base='http://[::1'>"),
        *(
            b"\n---\n",
            b"\n- ",
            b"\n> ",
            b"![",
            b"](",
            b": [&a ",
            b"cid:",
            b"\nContent-ID: <",
            b"=3D",
        ),
    ]
)
_NAMES = st.sampled_from([None, "a.txt", "a.eml", "a.html", "a.md", "a.mht"])
_CHARSETS = st.sampled_from([None, "utf-8", "utf-16", "idna", "iso-2022-jp", "\ud800"])


@st.composite
def mutate_corpus(draw: st.DrawFn) -> bytes:
    """Return a corpus file with a few pieces cut out, doubled or put in."""
    content = draw(st.sampled_from(_FILES)).read_bytes()
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 60)))
        middle = draw(st.one_of(st.just(b""), _PIECES, st.binary(max_size=8)))
        content = content[:start] + middle * draw(st.integers(1, 3)) + content[end:]
    return content


def check(content: bytes, name: str | None, charset: str | None) -> None:
    """Parse and hold every promise of the room."""
    body = Body(
        content=content, media_type="", charset=charset, url="https://n.example/", name=name
    )
    outcome = parse_document(body)
    assert outcome == parse_document(body)
    assert isinstance(outcome, Document | Unreadable)
    repr(asdict(outcome)).encode()
    if isinstance(outcome, Unreadable):
        assert 0 < len(outcome.reason) <= 300
        assert "\n" not in outcome.reason
        return
    check_asking(outcome)
    for entry in outcome.entries:
        assert entry.guid or entry.links or entry.title or entry.texts
        for stamp in (entry.published, entry.updated):
            assert stamp is None or stamp.parsed is None or stamp.parsed.utcoffset() is not None


def check_asking(document: Document) -> None:
    """What a document says about asking is within bounds, whatever it says."""
    pace = document.pace
    assert pace.every is None or timedelta(minutes=1) <= pace.every <= timedelta(days=366)
    assert pace.skip_hours == tuple(sorted(set(pace.skip_hours) & set(range(24))))
    assert pace.skip_days == tuple(sorted(set(pace.skip_days) & set(range(7))))
    assert len(pace.skip_hours) < 24
    assert len(pace.skip_days) < 7
    assert len(document.hubs) == len(set(document.hubs)) <= 10
    for address in (*document.hubs, *([document.self_url] if document.self_url else ())):
        assert address.startswith(("http://", "https://"))
        assert len(address) <= 2000


_WORDS = st.one_of(
    st.integers(-(10**12), 10**12).map(str),
    st.sampled_from(
        [
            *("hourly", "Daily", "yearly", "monday", "SUNDAY", "24", "0", "1e3", "٣", "-0", " 5 "),
            *("https://h.example/", "//h.example", "javascript:x", "http://[::1", "h" * 3000),
        ]
    ),
    st.text("0123456789 .-", max_size=8),
)
_NAMES_ABOUT_ASKING = st.sampled_from(
    [
        *("ttl", "skipHours", "hour", "skipDays", "day", "sy:updatePeriod", "sy:updateFrequency"),
        *("x:ttl", "channel", "item", "entry"),
    ]
)
_RELS = st.sampled_from(["hub", "self", "hub self", "HUB", "alternate"])


@st.composite
def write_channel(draw: st.DrawFn) -> str:
    """Return elements about asking, in one another, closed or not."""
    written = []
    for _ in range(draw(st.integers(0, 40))):
        if draw(st.booleans()):
            written.append(f'<atom:link rel="{draw(_RELS)}" href="{draw(_WORDS)}"/>')
            continue
        name = draw(_NAMES_ABOUT_ASKING)
        inside = draw(st.lists(_WORDS.map(lambda words: f"<hour>{words}</hour>"), max_size=30))
        end = draw(st.sampled_from([f"</{name}>", f"</{name}>", ""]))
        written.append(f"<{name}>{draw(_WORDS)}{''.join(inside)}{end}")
    return "".join(written)


@given(write_channel(), st.sampled_from(["rss", "feed", "rdf:RDF"]))
def test_whatever_is_said_about_asking_is_in_range(inside: str, root: str) -> None:
    """Elements about asking with any values, in any order."""
    check(f"<{root}>{inside}<item><title>a</title></item></{root}>".encode(), None, None)


@_MANY
@given(st.binary(max_size=400), _NAMES, _CHARSETS)
def test_any_bytes_are_answered(content: bytes, name: str | None, charset: str | None) -> None:
    """Arbitrary bytes never raise."""
    check(content, name, charset)


@given(mutate_corpus(), _NAMES, _CHARSETS)
def test_broken_documents_are_answered(
    content: bytes, name: str | None, charset: str | None
) -> None:
    """Documents with pieces cut out, doubled or put in never raise."""
    check(content, name, charset)


_DATES = st.lists(
    st.sampled_from(
        [
            *"Mon,|23|Nov|2026|10:00:00|23:59:60|GMT|+0200|-99:99|CEST|T|Z|pm|9999|0|/|年|-".split(
                "|"
            )
        ]
    ),
    max_size=9,
).map(" ".join)


@_MANY
@given(st.text(max_size=60) | _DATES)
def test_any_date_is_a_moment_with_a_zone_or_none(raw: str) -> None:
    """What stands there stays, and what is read is the same each time."""
    stamp = read_stamp(raw)
    assert stamp == read_stamp(raw)
    assert (stamp is None) == (not raw.strip())
    if stamp and stamp.parsed:
        assert stamp.raw == raw.strip()
        assert stamp.parsed.utcoffset() is not None
