"""Pictures inside a page: their data goes, and nothing else."""

import pytest

from feeds.text.embedded import drop_embedded

_DATA = "iVBORw0KGgo/AAAA+NSUhEUgAA" * 40
_LINES = "\n".join([_DATA[:76]] * 9)
_PICTURE = f"data:image/png;base64,{_DATA}"
_DRAWN = (
    f"data:image/svg+xml;utf8,<svg xmlns='http://x.example/svg'><path d='{'M 1 2 ' * 99}'/></svg>"
)


@pytest.mark.parametrize(
    ("before", "data", "behind"),
    [
        ('<img src="data:image/png;base64,', _DATA, '" alt="A dam"><p>Words.</p>'),
        ("<img src='data:image/png;base64,", f"{_DATA}==", "' alt='A dam'><p>Words.</p>"),
        ("<img src=data:image/png;base64,", _DATA, " alt=dam><p>Words.</p>"),
        ('<img src="\n data:image/png;base64,', _LINES, '" alt="A dam"><p>Words.</p>'),
        ('<img src="data:image/png;base64,', _LINES, '\nAAA=" alt="A dam">'),
        ('<IMG SRC="DATA:image/png;charset=x;base64,', _DATA, '">'),
        ('<img srcset="data:image/webp;base64,', _DATA, ' 1x, https://x.example/a.png 2x">'),
        ('<img srcset="/a.png 1x,\n data:image/webp;base64,', _DATA, ' 2x">'),
        ('<p style="background:url(data:font/woff2;base64,', _DATA, ')">Words.</p>'),
        ('<p style="background:url(&quot;data:font/woff2,', _DATA, '&quot;)">Words.</p>'),
        ("<p style=\"background:url('data:font/woff2,", _DATA, "')\">Words.</p>"),
        ("&lt;img src=&quot;data:image/png;base64,", _DATA, "&quot;&gt;&lt;p&gt;Words."),
        ("&lt;img src=&#34;data:image/png;base64,", _DATA, "&#34;&gt;&lt;p&gt;Words."),
        ('<a href="data:image/svg+xml,', "%3Csvg%20" * 99, '">Words.</a>'),
        ('<video poster="data:image/svg+xml,', "%3Csvg xmlns='http://x'" * 99, '">'),
        ('<img src="data:image/svg+xml;utf8,', _DRAWN.partition(",")[2], '"><p>Words.</p>'),
    ],
)
def test_the_data_of_long_addresses_is_left_out(before: str, data: str, behind: str) -> None:
    """However the address is quoted, and in whatever attribute; what stands around it stays."""
    assert drop_embedded(f"{before}{data}{behind}") == f"{before}{behind}"


@pytest.mark.parametrize(
    "markup",
    [
        "<p>The data: three dams, two bridges.</p>",
        '<p>Write <code>src="data:image/gif;base64,R0lGODlhAQABAAAAACw="</code>.</p>',
        f"<pre>{_PICTURE}</pre>",
        '<p>An address begins with ="data:text/html,' + "and words follow, " * 99 + "</p>",
        '<p>A drawing is src="data:image/svg+xml,' + "and words follow, " * 99 + "</p>",
    ],
)
def test_words_about_such_addresses_stay(markup: str) -> None:
    """Short ones, such as a report shows, and all that stands in no address."""
    assert drop_embedded(markup) == markup


@pytest.mark.parametrize("part", ['"data:', '="data:image/svg+xml,', "=\"data:a/b;a=b,AAA'", "(' "])
def test_hostile_markup_costs_little(part: str) -> None:
    """Beginnings of addresses by the hundred thousand are read in one pass."""
    markup = part * 100_000

    assert len(drop_embedded(markup)) <= len(markup)
