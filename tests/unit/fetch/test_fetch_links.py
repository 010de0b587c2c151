"""Hubs and own addresses in Link fields, however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.fetch.links import read_links

_BASE = "https://valley.example/news/feed.xml"


@pytest.mark.parametrize(
    ("field", "hubs", "own"),
    [
        ("<https://hub.example/>; rel=hub", ["https://hub.example/"], ""),
        (
            '<https://hub.example/>; rel="hub", <https://valley.example/feed>; rel="self"',
            ["https://hub.example/"],
            "https://valley.example/feed",
        ),
        ('</hub>;REL="next HUB" , <feed>;rel=Self', ["https://valley.example/hub"], "news/feed"),
        ("<https://a.example/>;rel=hub,<https://b.example/>;rel=hub", ["a", "b"], ""),
        ("<https://a.example/>;rel=hub, <https://a.example/>;rel=hub", ["a"], ""),
        ('<https://a.example/>; title="x; rel=self, <y>; rel=hub"; rel=hub', ["a"], ""),
        ("<https://a.example/>; rel=next; rel=hub", [], ""),
        ('<https://a.example/>; rel=hub; anchor="https://other.example/"', [], ""),
        ("<https://a.example/?b=1,2>; rel=hub; crossorigin", ["a"], ""),
        ("junk, <>;;; <https://a.example/>; rel=hub", ["a"], ""),
        ("<javascript:alert(1)>; rel=hub, <ftp://a.example/>; rel=self", [], ""),
        ("<https://user:word@a.example/>; rel=hub, <http://[::1>; rel=hub", [], ""),
        ("<https://a.example/" + "x" * 2000 + ">; rel=hub", [], ""),
        ('<https://a.example/>; rel="hub', [], ""),
        ("<http://xn--0/>; rel=hub, <http://xn--0/feed>; rel=self", ["xn--0"], "xn--0/feed"),
        ("", [], ""),
    ],
)
def test_links_are_read_as_the_standard_says(field: str, hubs: list[str], own: str) -> None:
    """RFC 8288: quoted or not, relative or not, first ``rel`` only; junk is passed over."""
    found, found_own = read_links(field, _BASE)

    assert len(found) == len(hubs)
    assert all(name in url for name, url in zip(hubs, found, strict=True))
    assert found_own.endswith(own)
    assert bool(found_own) is bool(own)


def test_no_more_than_five_hubs_are_named() -> None:
    """A field of thousands of links costs little and names few."""
    field = ", ".join(f"<https://hub{number}.example/>; rel=hub" for number in range(5000))
    hubs, _ = read_links(field, _BASE)

    assert [f"https://hub{number}.example/" for number in range(5)] == list(hubs)


@given(st.text(alphabet='<>;,="\\ relhubsf/:.a\xe9', max_size=300))
def test_any_field_gives_usable_addresses_or_none(field: str) -> None:
    """Whatever stands there, what comes out can be asked."""
    hubs, own = read_links(field, _BASE)

    assert all(url.startswith(("https://", "http://")) for url in (*hubs, *([own] if own else [])))
