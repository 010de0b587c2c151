"""Hops: what a redirect keeps and what it drops."""

import pytest

from feeds.fetch.redirects import Hop, first_hop, next_hop
from feeds.model import Failed, Secret

_KEY = (("X-Key", Secret("k")),)


def _start(address: str = "https://valley.example/a") -> Hop:
    """Return the first hop of an address with a configured header."""
    hop = first_hop(address, _KEY)
    assert isinstance(hop, Hop)
    return hop


@pytest.mark.parametrize(
    ("location", "kept"),
    [
        ("/b", True),
        ("https://valley.example:443/b", True),
        ("https://VALLEY.example/b", True),
        ("https://valley.example:8443/b", False),
        ("https://www.valley.example/b", False),
        ("//hill.example/b", False),
    ],
)
def test_headers_stay_at_scheme_host_and_port(location: str, kept: bool) -> None:  # noqa: FBT001
    """Only the very same origin sees configured headers again."""
    hop = next_hop(_start(), status=302, location=location)
    assert isinstance(hop, Hop)
    assert bool(hop.headers) is kept


def test_userinfo_and_fragment_of_a_location_are_dropped() -> None:
    """A redirect cannot make us log in, nor hide the host behind a name."""
    hop = next_hop(_start(), status=301, location="https://me:pw@hill.example/b#c")
    assert isinstance(hop, Hop)
    assert str(hop.url) == "https://hill.example/b"
    assert hop.headers == ()
    assert hop.moved


def test_a_location_in_utf8_is_understood() -> None:
    """Servers send raw UTF-8; as Latin-1 it would lead elsewhere."""
    hop = next_hop(_start(), status=302, location="/zürich".encode().decode("latin-1"))
    assert isinstance(hop, Hop)
    assert str(hop.url) == "https://valley.example/z%C3%BCrich"


def test_a_location_in_latin1_is_taken_as_it_is() -> None:
    """What is no UTF-8 is read as the standard says."""
    hop = next_hop(_start(), status=302, location="/z\xfcrich")
    assert isinstance(hop, Hop)
    assert str(hop.url) == "https://valley.example/z%C3%BCrich"


def test_a_configured_authorization_comes_before_userinfo() -> None:
    """The header that was written out wins over the address."""
    headers = (("authorization", Secret("Bearer t")),)
    hop = first_hop("https://anna:pw@valley.example/", headers)
    assert isinstance(hop, Hop)
    assert hop.headers == ((b"authorization", b"Bearer t"),)


@pytest.mark.case("A-18")
def test_an_unusable_address_does_not_show_its_password() -> None:
    """The reason for a bad address names no part of it."""
    failed = first_hop("ftp://anna:pw@valley.example/", ())
    assert isinstance(failed, Failed)
    assert "pw" not in failed.reason
