"""One page in many forms."""

import pytest

from feeds.text.variants import find_page

STORY = "https://post.example/a/story"


@pytest.mark.parametrize(
    "url",
    [
        STORY,
        f"{STORY}/",
        f"{STORY}/amp",
        f"{STORY}/amp/",
        f"{STORY}/amp/amp",
        "https://wap.m.post.example/a/story",
        f"{STORY}/print",
        f"{STORY}?amp=1",
        f"{STORY}?amp",
        f"{STORY}?outputType=amp",
        f"{STORY}?print=true",
        f"{STORY}.amp",
        "https://post.example/amp/a/story",
        "https://m.post.example/a/story",
        "https://amp.post.example/a/story",
        "https://www.post.example/a/story",
        "https://www.google.com/amp/s/post.example/a/story/amp",
        "https://post-example.cdn.ampproject.org/c/s/post.example/a/story",
    ],
)
def test_a_page_is_one_in_all_its_forms(url: str) -> None:
    """For phones, for printing, from a cache; looking twice changes nothing."""
    assert find_page(url) == STORY == find_page(find_page(url))


@pytest.mark.parametrize(
    "url",
    [
        "https://amp.dev/about",
        "https://m.example/x",
        "https://post.example/amp",
        "https://post.example/",
        "https://post.example/a?print=3",
        "https://post.example/amplifier",
        "https://post.example/footprint",
        "https://edition.post.example/a/story",
        "https://post.example/read.asp?name=%C7%E0",
        "https://post.example/read.asp?q=a+b%26c&id=",
        "https://[2001:db8::1]:8080/a",
        "https://a.cdn.ampproject.org/c/s/a:b",
    ],
)
def test_what_only_looks_like_a_form_is_a_page(url: str) -> None:
    """A host of two labels, a page about printing, an edition."""
    assert find_page(url) == url


def test_a_cache_in_a_cache_ends() -> None:
    """Whoever wraps an address many times is not followed for ever."""
    wrapped = "https://www.google.com/amp/s/" * 50 + "post.example/a"

    assert "google.com/amp" in find_page(wrapped)


@pytest.mark.parametrize(
    "inside",
    ["news:breaking", "a.com:abc/x", "[", "x]", "a.com:99999/x", "https://a.com/x", "%5B"],
)
def test_what_is_no_address_in_a_cache_stays_there(inside: str) -> None:
    """A publisher can write anything behind it."""
    assert f"https://google.com/s/{inside}" == find_page(f"https://www.google.com/amp/s/{inside}")
