"""Links to other reports between the paragraphs of a page, each a paragraph of its own."""

import pytest
from pages import PARAGRAPHS, read_around

_LINK = "<a href='/a'>Mill burns in Lorne for the second time</a>"


@pytest.mark.parametrize(
    "inside",
    [
        f"Lire aussi | {_LINK}",
        f"<b>LEGGI ANCHE &gt;&gt;&gt; {_LINK}</b>",
        f"<b>More:</b> {_LINK}",
        f"Mehr: {_LINK}",
        f"[{_LINK}]",
        "Zobacz też: <a href='/a'>Młyn w Lorne spłonął po raz drugi</a>",
        "Читайте также: <a href='/a'>Мельница в Лорне сгорела во второй раз</a>",
        "関連記事：<a href='/a'>ローンの古い工場でまた火事が起きた</a>",
    ],
)
def test_links_with_a_label_go(inside: str) -> None:
    """Or in square brackets."""
    assert list(PARAGRAPHS) == read_around(f"<p>{inside}</p>")


@pytest.mark.parametrize(
    "inside",
    [
        f"{_LINK}",
        f"({_LINK})",
        f"The list: {_LINK}",
        f"More than that: {_LINK}",
        "Plus <a href='/a'>de quatre mille personnes ont signé le texte de la mairie.</a>",
        "More: <a href='/a'>Harn</a>",
        "Source: <a href='/a'>AFP</a>",
        f"More: {_LINK} and {_LINK}",
        f"{_LINK}: more",
    ],
)
def test_other_lines_with_links_stay(inside: str) -> None:
    """Those without a label that is known, those with names, and what else a line says."""
    assert list(PARAGRAPHS) != read_around(f"<p>{inside}</p>")
