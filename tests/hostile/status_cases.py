"""Group status: what status lines and headers can say."""

from functools import partial

from hostile.answers import head, raw, reply
from hostile.cases import Check, Seen, expect_again, expect_error, expect_ok
from hostile.documents import FEED
from hostile.server import Line

from feeds.model import Fetched, NotModified, Throttled

_error = partial(expect_error, "status")
_good = partial(expect_ok, "status")
_again = partial(expect_again, "status")
_SIZE = f"Content-Length: {len(FEED)}\r\n\r\n".encode()
_DAY = 24 * 3600

# Statuses that end a poll, and the kind of failure each is.
_CODES = {
    "204": ("204 No Content", "status"),
    "205": ("205 Reset Content", "status"),
    "206": ("206 Partial Content", "status"),
    "300": ("300 Multiple Choices", "status"),
    "400": ("400 Bad Request", "status"),
    "401": ("401 Unauthorized", "status"),
    "402": ("402 Payment Required", "status"),
    "403": ("403 Forbidden", "status"),
    "404": ("404 Not Found", "status"),
    "406": ("406 Not Acceptable", "status"),
    "410": ("410 Gone", "gone"),
    "418": ("418 I'm a Teapot", "status"),
    "429": ("429 Too Many Requests", "throttled"),
    "451": ("451 Unavailable For Legal Reasons", "status"),
    "500": ("500 Internal Server Error", "status"),
    "502": ("502 Bad Gateway", "status"),
    "503": ("503 Service Unavailable", "throttled"),
    "504": ("504 Gateway Timeout", "status"),
    "520": ("520 Web Server Is Returning an Unknown Error", "status"),
    "599": ("599 Odd", "status"),
    "999": ("999 Request denied", "status"),
}

# Status lines that are none.
_LINES = {
    "000": b"HTTP/1.1 000 Nothing\r\n",
    "negative": b"HTTP/1.1 -20 OK\r\n",
    "word": b"HTTP/1.1 OK\r\n",
    "four_digits": b"HTTP/1.1 2000 OK\r\n",
    "icy": b"ICY 200 OK\r\n",
    "http2_preface": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "http09": b"",
}

# Lines among the headers that no program may write.
_HEADERS = {
    "nul": b"X-A: a\x00b\r\n",
    "no_colon": b"this is no header\r\n",
    "space_before_colon": b"X-A : b\r\n",
    "no_name": b": b\r\n",
    "bare_cr": b"X-A: a\rX-B: b\r\n",
    "chunked_and_length": b"Transfer-Encoding: chunked\r\n",
    "chunked_twice": b"Transfer-Encoding: chunked, chunked\r\n",
    "transfer_unknown": b"Transfer-Encoding: gzip\r\n",
}

_RETRIES = {
    "zero": ("0", 60, 60),
    "hour": ("3600", 3600, 3600),
    "ten_years": ("315360000", _DAY, _DAY),
    "huge": ("9" * 400, _DAY, _DAY),
    "date": ("Mon, 23 Nov 2026 13:00:00 GMT", 3600, 3600),
    "date_past": ("Mon, 23 Nov 2015 13:00:00 GMT", 60, 60),
    "date_year_9999": ("Fri, 31 Dec 9999 23:59:59 GMT", _DAY, _DAY),
    "garbage": ("soon, i hope", None, None),
    "negative": ("-5", None, None),
    "unicode_digits": ("\u00b2\u00b3", None, None),
}


# Times count from the answer, which comes a while after the question; seconds.
_ANSWERED = 30


def _waits(least: int | None, most: int | None) -> Check:
    """Return a check of how long the desk must wait."""

    def check(seen: Seen) -> bool:
        outcome = seen.outcome
        if not isinstance(outcome, Throttled):
            return False
        if outcome.retry_after is None or least is None or most is None:
            return outcome.retry_after is None and least is None
        seconds = (outcome.retry_after - seen.polls[-1].now).total_seconds()
        return least <= seconds <= most + _ANSWERED

    return check


def _is_unchanged(seen: Seen) -> bool:
    """The second poll told that nothing changed."""
    return isinstance(seen.outcome, NotModified)


def _sent_no_condition(seen: Seen) -> bool:
    """What cannot be sent back was not kept, and no condition was made up."""
    return "If-None-Match" not in seen.asked[-1].head


def _fresh_within_a_day(seen: Seen) -> bool:
    """However long an answer says it is fresh, the desk comes back within a day."""
    outcome, now = seen.outcome, seen.polls[-1].now
    if not isinstance(outcome, Fetched):
        return False
    return (
        outcome.fresh_until is None
        or (outcome.fresh_until - now).total_seconds() <= _DAY + _ANSWERED
    )


def _sends_no_cookie(seen: Seen) -> bool:
    """Neither cookie nor referrer, on any poll."""
    return not any(
        "cookie:" in it.head.lower() or "referer" in it.head.lower() for it in seen.asked
    )


def _sends_back_verbatim(seen: Seen) -> bool:
    """The validators come back byte for byte."""
    request = seen.asked[-1].head
    return (
        'If-None-Match: W/"a b\u00e9,c"\r\n' in request and "If-Modified-Since: yes\r\n" in request
    )


async def _echo(line: Line) -> None:
    """Answer with the request's own headers in the reason, in a header and in the body."""
    words = " ".join(line.asked.head.split())
    body = line.asked.head.encode("latin-1")
    fields = {"x_echo": words, "location": f"/{words}", "content_length": str(len(body))}
    await line.send(head(f"418 {words}", **fields) + body)


async def _echo_badly(line: Line) -> None:
    """Answer with the request's own headers as a broken status line."""
    await line.send(line.asked.head.encode("latin-1"))


async def _answer_304(line: Line) -> None:
    """Say that nothing changed, whatever was asked, once a feed was given."""
    if line.turn:
        await line.send(head("304 Not Modified", etag='"stuck"'))
    else:
        await reply(FEED, etag='"stuck"')(line)


_BROKEN = "an exception escapes from feedparser.parse"

_ENDS = (
    *(
        _error(f"status_{code}", kind, serve=reply(FEED, status=line))
        for code, (line, kind) in _CODES.items()
    ),
    _error("status_101", "protocol", "status", serve=raw(head("101 Switching Protocols"), FEED)),
    _error("status_304_unasked", "status", serve=raw(head("304 Not Modified"))),
    *(
        _error(f"status_{name}", "protocol", serve=raw(line, _SIZE, FEED), note=_BROKEN)
        for name, line in _LINES.items()
    ),
    *(
        _error(
            f"header_{name}",
            *("protocol", "encoding"),
            serve=raw(b"HTTP/1.1 200 OK\r\n", line, _SIZE, FEED),
            note=_BROKEN,
        )
        for name, line in _HEADERS.items()
    ),
    *(
        _error(
            f"retry_after_{name}",
            "throttled",
            serve=reply(status="429 Too Many Requests", retry_after=value),
            check=_waits(least, most),
        )
        for name, (value, least, most) in _RETRIES.items()
    ),
    _error("status_echoes_secrets", "status", "protocol", serve=_echo),
    _error("status_line_echoes_secrets", "protocol", serve=_echo_badly),
    _error("status_reason_markup", "status", serve=reply(status="404 <script>alert(1)</script>")),
)

_GOES_ON = (
    _good("status_203", reply(FEED, status="203 Non-Authoritative Information")),
    _good("status_no_reason", raw(b"HTTP/1.1 200\r\n", _SIZE, FEED)),
    _good("status_http9", raw(b"HTTP/9.9 200 OK\r\n", _SIZE, FEED)),
    _good("header_http10", raw(b"HTTP/1.0 200 OK\r\n", _SIZE, FEED)),
    _good("header_latin1", raw(b"HTTP/1.1 200 OK\r\nX-Name: caf\xe9 \xff\r\n", _SIZE, FEED)),
    _good("header_bare_lf", raw(b"HTTP/1.1 200 OK\nX-A: b\n", _SIZE.replace(b"\r", b""), FEED)),
    _good("header_folded", raw(b"HTTP/1.1 200 OK\r\nX-A: a\r\n b\r\n", _SIZE, FEED)),
    _good("header_type_missing", raw(b"HTTP/1.1 200 OK\r\n", _SIZE, FEED)),
    _good("header_type_lies", reply(FEED, kind="image/png; charset=x-klingon")),
    _again("header_cookies", reply(FEED, set_cookie="a=b; Path=/"), _sends_no_cookie),
    _again("etag_stuck_304", _answer_304, _is_unchanged),
    _again(
        "etag_odd", reply(FEED, etag='W/"a b\u00e9,c"', last_modified="yes"), _sends_back_verbatim
    ),
    _again("etag_huge", reply(FEED, etag=f'"{"e" * 9000}"'), _sent_no_condition),
    _again("etag_200_same_body", reply(FEED, etag='"x"'), _is_unchanged),
    _good(
        "max_age_100_years", reply(FEED, cache_control="max-age=3153600000"), _fresh_within_a_day
    ),
    _good("max_age_huge", reply(FEED, cache_control=f"max-age={'9' * 300}"), _fresh_within_a_day),
    _good(
        "max_age_garbage",
        reply(FEED, cache_control='max-age=,=,"max-age=x', age="-1", expires="0"),
        _fresh_within_a_day,
    ),
    _good(
        "expires_year_9999",
        reply(FEED, expires="Fri, 31 Dec 9999 23:59:59 GMT", date="x"),
        _fresh_within_a_day,
    ),
    _good(
        "expires_overflow",
        reply(FEED, expires="Fri, 31 Dec 99999 23:59:59 +9999"),
        _fresh_within_a_day,
    ),
)

STATUS = (*_ENDS, *_GOES_ON)
