"""Addresses: only safe ones, one spelling for each page, and no page lost."""

import pytest

from feeds.text.urls import canonicalize_url, clean_url, is_public, key_url, names_page


@pytest.mark.case("GHSA-44pq-9929-f8mq")
@pytest.mark.parametrize(
    "address",
    [
        *(
            "javascript:alert(1)",
            " JaVa\tscript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
        ),
        *("mailto:a@b.example", "", "   ", "https://", "http://[::1", "https://h.example:port/"),
        *(
            "http:\\\\evil.example\\x",
            "https://h.example\\@evil.example/",
            "https://h.example/\x00",
        ),
        *("https://h.example/\u202egpj.exe", "https://ex%41mple.org/", "https://h.example:99999/"),
        f"https://h.example/{'a' * 2000}",
    ],
)
def test_an_unsafe_address_is_none(address: str) -> None:
    """It never gets into a story."""
    assert clean_url(address) is None


@pytest.mark.parametrize(
    ("address", "cleaned"),
    [
        ("/b?id=1", "https://post.example/b?id=1"),
        ("//cdn.example/x", "https://cdn.example/x"),
        (" https://h.example/a b ", "https://h.example/a%20b"),
        ("https://user:word@h.example/x", "https://h.example/x"),
        ("https://münchen.example/ü", "https://xn--mnchen-3ya.example/%C3%BC"),
        ("HTTPS://H.example/x", "https://H.example/x"),
    ],
)
def test_an_address_is_made_absolute_and_plain(address: str, cleaned: str) -> None:
    """With its base, without user name, quoted."""
    found = clean_url(address, "https://post.example/a/")

    assert found is not None
    assert cleaned.lower() == found.lower()


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        ("HTTPS://H.Example:443/a/../b?b=2&a=1#part", "https://h.example/b?a=1&b=2"),
        ("http://h.example:80", "http://h.example/"),
        ("https://h.example:8443/", "https://h.example:8443/"),
        ("https://h.example/?utm_source=rss&fbclid=x&id=5", "https://h.example/?id=5"),
        ("https://h.example/a?ref=rss", "https://h.example/a"),
        ("https://h.example/a?ref=chapter2", "https://h.example/a?ref=chapter2"),
        ("https://h.example/%7Eme", "https://h.example/~me"),
        ("https://h.example/#!/story/5", "https://h.example/#!/story/5"),
        ("http://[::1]:80/x", "http://[::1]/x"),
        (
            "https://www.bbc.co.uk/news/1?at_medium=RSS&at_campaign=K",
            "https://www.bbc.co.uk/news/1",
        ),
        ("https://www.dailymail.co.uk/a.html?ito=1490", "https://www.dailymail.co.uk/a.html"),
        ("https://h.example/a.html?ito=1490", "https://h.example/a.html?ito=1490"),
        ("https://h.example/a?PHPSESSID=8f3e&id=5", "https://h.example/a?id=5"),
        ("https://h.example/a.do;jsessionid=0A1B2C.node1?id=5", "https://h.example/a.do?id=5"),
        ("https://h.example/a?id=5&sid=0123456789abcdef01", "https://h.example/a?id=5"),
        ("https://h.example/a?sid=4711", "https://h.example/a?sid=4711"),
        (
            "https://h.example/a?sid=507f1f77bcf86cd799439011",
            "https://h.example/a?sid=507f1f77bcf86cd799439011",
        ),
    ],
)
def test_an_address_has_one_spelling(address: str, canonical: str) -> None:
    """Tracking off, the rest in order."""
    assert canonical == canonicalize_url(address)


@pytest.mark.parametrize(
    "name", ["id", "p", "v", "objectid", "article", "story", "page", "q", "c_id"]
)
def test_a_parameter_that_may_name_the_page_stays(name: str) -> None:
    """Two reports never become one address."""
    assert f"{name}=7" in canonicalize_url(f"https://h.example/a?{name}=7&utm_campaign=x")


def test_both_schemes_are_one_page_for_comparing() -> None:
    """A site that moved to https told no new story."""
    assert key_url("http://h.example/a") == key_url("https://h.example/a")


def test_a_host_alone_names_no_page() -> None:
    """Every story of a careless feed could link to it."""
    assert [False, False, True, True] == [
        names_page(f"https://h.example{rest}") for rest in ("", "/", "/a", "/?p=1")
    ]


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("https://post.example/a", True),
        ("https://8.8.8.8/", True),
        ("https://localhost.example/", True),
        ("http://localhost:3000/", False),
        ("http://a.localhost./", False),
        ("http://127.0.0.1/", False),
        ("http://[fe80::1]/", False),
        ("http://[::/", False),
        ("http://newsroom/", False),
    ],
)
def test_private_addresses_are_told_from_public_ones(address: str, *, public: bool) -> None:
    """By name or number."""
    assert is_public(address) is public


@pytest.mark.parametrize(
    "url",
    [
        "https://lindenfurt.example/2026/11/23/trams.html",
        "http://www.lindenfurt.example/a//b/~c/_d-e",
        "https://lindenfurt.example/a/../b/./c",
        "https://lindenfurt.example/.well-known/x",
        f"https://{'a' * 64}.example/trams",
        "https://a..example/trams",
        "https://192.0.2.1/trams",
        "https://lindenfurt.example/?id=1",
        "https://lindenfurt.example?id=1",
        "https://lindenfurt.example/trams?utm_source=x&id=1",
    ],
)
def test_a_plain_address_is_read_as_one_with_more_to_do(url: str) -> None:
    """What goes the short way comes out as it would with an empty fragment, which goes the long."""
    clean = clean_url(url)

    assert clean == clean_url(f"{url}#")
    if clean:
        assert canonicalize_url(clean) == canonicalize_url(f"{clean}#")
