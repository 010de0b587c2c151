"""What the ending of an address tells."""

import pytest

from feeds.text.endings import Medium, find_medium, find_type


@pytest.mark.parametrize(
    ("url", "medium", "told"),
    [
        ("https://post.example/ferry.jpg", "image", "image/jpeg"),
        ("https://post.example/FERRY.PNG?w=800#top", "image", "image/png"),
        ("https://post.example/horn.m4a", "audio", "audio/mp4"),
        ("https://post.example/live.m3u8", "video", "application/vnd.apple.mpegurl"),
        ("https://post.example/plan.pdf", "document", "application/pdf"),
    ],
)
def test_a_known_ending_tells_medium_and_type(url: str, medium: Medium, told: str) -> None:
    """Whatever stands behind the path, in capitals too."""
    assert medium == find_medium(url)
    assert told == find_type(url, medium)


@pytest.mark.parametrize(
    "url",
    [
        "https://post.example/",
        "https://post.example/page.php?file=ferry.jpg",
        "https://post.example/jpg",
        "https://post.jpg",
        "https://post.example/ferry.jpg/",
    ],
)
def test_any_other_ending_tells_nothing(url: str) -> None:
    """It leads to a document of any type."""
    assert "document" == find_medium(url)
    assert "" == find_type(url, "document") == find_type(url, "image")


def test_an_ending_that_contradicts_what_is_known_tells_nothing() -> None:
    """A film whose address ends like a picture's has a type, but nobody knows which.

    A document can be anything.
    """
    assert "" == find_type("https://post.example/still.jpg", "video")
    assert "image/jpeg" == find_type("https://post.example/still.jpg", "document")


@pytest.mark.parametrize(
    "url",
    [
        *(
            "http://[::1",
            "http://[",
            "http://a\u2100b.example/a.bin",
            "",
            ".",
            "//",
            "https://x y/",
        ),
        *(
            "https://post.example/" + "a." * 50_000,
            "https://post.example/\u732b.\u5199\u771f",
            "\ud800",
        ),
    ],
)
def test_what_is_no_address_or_a_strange_one_tells_nothing(url: str) -> None:
    """Publishers write anything where an address should stand."""
    assert ("document", "") == (find_medium(url), find_type(url, "image"))


def test_spaces_and_letters_of_any_script_hide_no_ending() -> None:
    """They stand in addresses as people write them."""
    assert "image/jpeg" == find_type("https://post.example/\u732b on a roof.jpg ", "image")
