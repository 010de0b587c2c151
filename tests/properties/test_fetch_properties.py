"""What holds for any input of the quiet parts of the fetch room."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.fetch.addresses import is_public_address
from feeds.fetch.answers import read_media_type
from feeds.fetch.decode import choose_decoder
from feeds.fetch.failures import FetchError
from feeds.fetch.freshness import read_freshness, read_retry_after
from feeds.fetch.links import read_links
from feeds.fetch.redirects import Hop, first_hop, next_hop
from feeds.model import Failed

_MANY = settings(max_examples=5 * settings().max_examples)
_NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
_DAY = timedelta(hours=24)
_FIELD = st.text(st.characters(max_codepoint=255))
_DATES = st.sampled_from(["Mon, 23 Nov 2026 ", "1 Jan 9999 ", ", ", "-"])
_VALUES = _FIELD | st.builds("{}{}".format, _DATES, _FIELD)


@pytest.mark.case("T-12")
@_MANY
@given(_VALUES, _VALUES, _VALUES, _VALUES)
def test_any_header_gives_a_time_within_a_day_or_none(
    control: str, expires: str, age: str, date: str
) -> None:
    """No header raises, and no server can silence itself for longer than a day."""
    fields = {"cache-control": control, "expires": expires, "age": age, "date": date}
    fresh = read_freshness(fields, _NOW)
    assert fresh is None or _NOW < fresh <= _NOW + _DAY
    retry = read_retry_after({"retry-after": expires, "date": date}, _NOW)
    assert retry is None or _NOW < retry <= _NOW + _DAY
    media_type, _ = read_media_type(control)
    assert media_type == media_type.lower().strip()


@pytest.mark.case("CVE-2025-66418")
@_MANY
@given(st.sampled_from(["gzip", "deflate", "br"]), st.lists(st.binary(max_size=200), max_size=5))
def test_any_bytes_decode_or_fail_in_our_words(coding: str, parts: list[bytes]) -> None:
    """Garbage in a coding raises a FetchError, nothing else."""
    decoder = choose_decoder(coding)
    with suppress(FetchError):
        for part in parts:
            list(decoder.decode(part))
        decoder.finish()


# Spellings on which two readers of addresses have disagreed.
_ODD = st.lists(
    st.sampled_from([*"@:/\\#?%[]. \t", "127.0.0.1", "::1", "a.example", "%40", "。", "①", "user"]),
    max_size=8,
).map("".join)


@pytest.mark.case("GHSA-rph4-96w6-q594", "CVE-2021-41945")
@_MANY
@given(_FIELD | st.builds("http://{}/{}".format, _FIELD | _ODD, _FIELD))
def test_any_location_leads_to_a_clean_hop_or_a_failure(location: str) -> None:
    """A hop has scheme and host, no userinfo, and headers only at its origin.

    Whoever reads its address again, the client or the standard library, finds the same host.
    """
    start = first_hop("http://valley.example/a", ())
    assert isinstance(start, Hop)
    hop = next_hop(start, status=302, location=location)
    if isinstance(hop, Hop):
        assert hop.url.scheme in {"http", "https"}
        assert hop.host
        assert not hop.url.userinfo
        assert httpx.URL(str(hop.url)).raw_host == hop.url.raw_host
        asked = httpx.Request("GET", hop.url)
        assert asked.url.raw_host == hop.url.raw_host
        again = f"{hop.url.scheme}://{hop.url.netloc.decode()}{hop.url.raw_path.decode()}"
        assert (urlsplit(again).hostname or "").strip("[]") == hop.host.lower()
    else:
        assert hop.kind == "redirect"


_TARGETS = st.builds("{}{}/{}".format, st.sampled_from(["http://", "//", ""]), _ODD, _FIELD)


@_MANY
@given(
    _FIELD
    | st.builds("<{}>;rel={}".format, _TARGETS | _FIELD, st.sampled_from(["hub", "self"]))
    | st.binary(max_size=12).map(lambda name: f"<http://xn--{name.hex()}/>;rel=hub")
)
def test_any_link_field_names_addresses_that_can_be_asked_or_none(field: str) -> None:
    """Nothing in it raises, not even a name that only looks like one in Unicode."""
    hubs, own = read_links(field, "http://valley.example/a")
    for url in (*hubs, own):
        assert not url or isinstance(first_hop(url, ()), Hop | Failed)


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_is_judged_alike_in_every_ipv6_wrapping(address: object) -> None:
    """Mapped, NAT64 and 6to4 forms are as public as the address inside."""
    number = int(address)  # type: ignore[call-overload]
    public = is_public_address(str(address))
    high, low = number >> 16, number & 0xFFFF
    for wrapped in (f"::ffff:{address}", f"64:ff9b::{address}", f"2002:{high:x}:{low:x}::1"):
        assert is_public_address(wrapped) == public
