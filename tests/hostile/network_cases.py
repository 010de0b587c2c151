"""Group network: slowness, floods, bombs, and answers that break the rules of HTTP."""

import gzip
import zlib
from functools import partial

from hostile.answers import chunked, drip, endless, head, raw, reply, stream
from hostile.bombs import nest_gzip, pack_brotli, pack_members, unfold_deflate, unfold_gzip
from hostile.cases import Case, expect_error, expect_ok
from hostile.documents import FEED
from hostile.server import Line, Play

_error = partial(expect_error, "network")
_good = partial(expect_ok, "network")
_OPEN = head(content_type="application/rss+xml")
_CHUNKED = head(content_type="application/rss+xml", transfer_encoding="chunked")
_SIZED = head(content_type="application/rss+xml", content_length=str(len(FEED)))


def _coded(coding: str, body: bytes, **fields: str) -> Play:
    """Answer with a coded body of known length."""
    return reply(body, content_encoding=coding, **fields)


async def _wait(line: Line) -> None:
    """Say nothing at all."""
    await line.hang()


def _flood(name: str, *kinds: str, serve: Play, note: str = "") -> Case:
    """Return a case stopped by the bytes it sends or, on a busy machine, by the clock."""
    return _error(name, *kinds, "timeout", serve=serve, note=note)


_HANG = "feedparser sets no time-out and hangs for ever"
_TRICKLE = "feedparser and httpx hang: their time-outs are per read"
_ESCAPES = "an exception escapes from feedparser.parse"

SLOW = (
    _error("slow_body", "timeout", serve=drip(_SIZED, FEED), note=_TRICKLE),
    _error("slow_chunks", "timeout", serve=drip(_CHUNKED, chunked(*[b" "] * 99)), note=_TRICKLE),
    _error(
        "slow_head", "timeout", serve=drip(b"HTTP/1.1 ", b"200 OK\r\nX: y\r\n" * 9), note=_TRICKLE
    ),
    _error("silent_accept", "timeout", serve=_wait, note=_HANG),
    _error("stall_mid_body", "timeout", serve=raw(_SIZED, FEED[:200], hang=True), note=_HANG),
    _error(
        "stall_mid_head", "timeout", serve=raw(b"HTTP/1.1 200 OK\r\nX-A: ", hang=True), note=_HANG
    ),
    _error("no_end_signal", "timeout", serve=raw(_OPEN, FEED, hang=True), note=_HANG),
    _error("chunk_no_end", "timeout", serve=raw(_CHUNKED, chunked(FEED, end=b""), hang=True)),
)

FLOODS = (
    _flood(
        "flood_1xx",
        "too large",
        serve=endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 99),
        note="httpx hangs at 100 % CPU (CVE-2021-3737)",
    ),
    _flood(
        "flood_1xx_headers",
        "too large",
        "protocol",
        serve=endless(b"", b"HTTP/1.1 103 Early Hints\r\n" + b"Link: </a>\r\n" * 90 + b"\r\n"),
    ),
    _flood(
        "flood_headers",
        "too large",
        "protocol",
        serve=endless(b"HTTP/1.1 200 OK\r\n", b"X-Flood: yes\r\n" * 99),
    ),
    _flood(
        "flood_one_header",
        "too large",
        "protocol",
        serve=endless(b"HTTP/1.1 200 OK\r\nX: ", b"y" * 8192),
    ),
    _flood(
        "flood_status_line", "too large", "protocol", serve=endless(b"HTTP/1.1 200 ", b"O" * 8192)
    ),
    _flood(
        "flood_trailers",
        "too large",
        "protocol",
        serve=endless(_CHUNKED + chunked(FEED, end=b"0\r\n"), b"X-Trailer: yes\r\n" * 99),
    ),
    _flood(
        "endless_body",
        "too large",
        serve=endless(_OPEN + FEED, b" " * 65536),
        note="feedparser takes 540-800 MiB; httpx takes 970 MiB as success",
    ),
    _flood(
        "endless_chunked",
        "too large",
        serve=endless(_CHUNKED, chunked(b" " * 65536, end=b"")),
        note="feedparser takes 540-800 MiB; httpx takes 970 MiB as success",
    ),
    _flood(
        "endless_tiny_chunks", "too large", "timeout", serve=endless(_CHUNKED, b"1\r\n \r\n" * 1000)
    ),
    _flood(
        "chunk_ext_flood",
        "too large",
        "protocol",
        serve=endless(_CHUNKED, b"1;" + b"x" * 8000 + b"\r\n \r\n"),
        note="Go CVE-2023-39326",
    ),
    _flood(
        "body_10g",
        "too large",
        serve=raw(
            head(content_type="application/rss+xml", content_length="10000000000"), FEED, hang=True
        ),
        note="feedparser: MemoryError from the header alone (CVE-2025-13836)",
    ),
)

BOMBS = (
    _error(
        "gzip_bomb",
        "too large",
        serve=stream(
            head(content_type="application/rss+xml", content_encoding="gzip"), unfold_gzip
        ),
        note="feedparser and httpx: MemoryError at 1 GiB",
    ),
    _error(
        "deflate_bomb",
        "too large",
        serve=stream(
            head(content_type="application/rss+xml", content_encoding="deflate"), unfold_deflate
        ),
        note="feedparser and httpx: MemoryError at 1 GiB",
    ),
    _error(
        "gzip_nested",
        "encoding",
        serve=reply(nest_gzip, content_encoding="gzip, gzip"),
        note="httpx: 850 MiB, MemoryError (CVE-2025-66471)",
    ),
    _error(
        "gzip_nested_hidden",
        "not a feed",
        "too large",
        serve=reply(nest_gzip, content_encoding="gzip"),
    ),
    _error(
        "brotli_bomb",
        "too large",
        serve=reply(pack_brotli, content_encoding="br"),
        note="httpx: 560 MiB, MemoryError (CVE-2025-6176)",
    ),
    _error(
        "zstd_bomb",
        "encoding",
        serve=_coded("zstd", b"\x28\xb5\x2f\xfd" + bytes(999)),
        note="httpx: 1017 MiB, MemoryError",
    ),
    _error(
        "many_codings",
        "encoding",
        serve=_coded(", ".join(["gzip"] * 99), gzip.compress(FEED)),
        note="urllib3 CVE-2025-66418",
    ),
    _error("gzippack_members", "encoding", serve=reply(pack_members, content_encoding="gzip")),
)

CODINGS = (
    _error("ce_unknown", "encoding", serve=_coded("rot13", FEED), note="looks like success"),
    _error(
        "gzip_truncated",
        "encoding",
        serve=_coded("gzip", gzip.compress(FEED)[:-20]),
        note="httpx takes the cut body as whole",
    ),
    _error("gzip_bad_crc", "encoding", serve=_coded("gzip", gzip.compress(FEED)[:-8] + bytes(8))),
    _error("gzip_lie", "encoding", serve=_coded("gzip", FEED)),
    _good("gzip_trailing_junk", _coded("gzip", gzip.compress(FEED) + b"junk behind the end")),
    _good("deflate_bare", _coded("deflate", zlib.compress(FEED)[2:-4])),
    _good("ce_identity", _coded("identity", FEED)),
)

FRAMES = (
    _error("rst_mid_body", "protocol", serve=raw(_SIZED, FEED[:300], reset=True), note=_ESCAPES),
    _error("rst_at_once", "protocol", serve=raw(reset=True)),
    _error("close_at_once", "protocol", serve=raw()),
    _error("connection_refused", "refused", serve=raw(), url="http://127.0.0.2:{closed}/"),
    _error(
        "cl_too_long",
        "protocol",
        serve=reply(FEED, content_length=str(len(FEED) + 999)),
        note="feedparser: IncompleteRead escapes",
    ),
    _error("cl_too_short", "malformed", "not a feed", serve=reply(FEED, content_length="120")),
    _error(
        "cl_garbage",
        "protocol",
        serve=reply(FEED, content_length="many"),
        note="looks like success",
    ),
    _error(
        "cl_negative", "protocol", serve=reply(FEED, content_length="-1"), note="looks like success"
    ),
    _error(
        "cl_twice",
        "protocol",
        serve=reply(FEED, content_length=f"{len(FEED)}\r\nContent-Length: 7"),
    ),
    _error("cl_many_digits", "protocol", "too large", serve=reply(FEED, content_length="9" * 6000)),
    _error(
        "chunk_bad_size",
        "protocol",
        serve=raw(_CHUNKED, b"zz\r\n" + FEED),
        note="h11 CVE-2025-43859",
    ),
    _error(
        "chunk_bad_end", "protocol", serve=raw(_CHUNKED, b"5\r\n<rss>XY0\r\n\r\n"), note=_ESCAPES
    ),
    _error(
        "chunk_huge_size",
        "protocol",
        "too large",
        "timeout",
        serve=raw(_CHUNKED, b"f" * 15 + b"\r\n", FEED),
    ),
    _error(
        "chunk_truncated", "protocol", serve=raw(_CHUNKED, chunked(FEED, end=b"")), note=_ESCAPES
    ),
    _good(
        "chunk_extensions", raw(_CHUNKED, b"%x;a=b\r\n%s\r\n0\r\nX: y\r\n\r\n" % (len(FEED), FEED))
    ),
    _good("body_until_close", raw(_OPEN, FEED)),
)

_NAMES = (
    _good(
        "dns_rebind",
        reply(FEED),
        url="http://rebind.test:{http}/dns_rebind",
        note="Miniflux fe2bfb27: the window between check and connect",
    ),
    _error(
        "dns_mixed", "private address", serve=reply(FEED), url="http://mixed.test:{http}/dns_mixed"
    ),
    _error("dns_silent", "timeout", serve=reply(FEED), url="http://slow.test:{http}/dns_silent"),
    _error(
        "dns_no_address", "dns", serve=reply(FEED), url="http://empty.test:{http}/dns_no_address"
    ),
    _error("dns_bad_name", "dns", serve=reply(FEED), url="http://" + "a" * 70 + ".test:{http}/"),
    _error("private_source", "private address", serve=reply(FEED), url="http://127.0.0.1:{http}/"),
    _error("tls_expired", "tls", serve=reply(FEED), url="https://127.0.0.2:{expired}/tls_expired"),
    _error("tls_wrong_host", "tls", serve=reply(FEED), url="https://127.0.0.2:{stranger}/"),
    _error("tls_plain_http", "tls", serve=reply(FEED), url="https://127.0.0.2:{http}/"),
    _good("tls_good", reply(FEED), url="https://127.0.0.2:{tls}/tls_good"),
)

NETWORK = (*SLOW, *FLOODS, *BOMBS, *CODINGS, *FRAMES, *_NAMES)
