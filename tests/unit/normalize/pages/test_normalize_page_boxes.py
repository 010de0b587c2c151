"""Boxes of a page that programs give names: which are none of the report."""

import pytest
from pages import PARAGRAPHS, read_around

from feeds.normalize.pages.report import part_page
from feeds.text.markup import html_to_text

_FIRST, *_REST = (f"<p>{text}</p>" for text in PARAGRAPHS)
_SITE = "Ada Moreau has written about the valley for twenty years, and lives in Lorne."


@pytest.mark.parametrize(
    "stated",
    [
        "class='NewsletterModule'",
        "class='inlineNewsletter'",
        "class='ArticlePage_relatedLinks__x9'",
        "class='PromoLink-content'",
        "class='jp-relatedposts'",
        "id='relatedArticles'",
        "class='wp-block-latest-posts__list wp-block-latest-posts'",
        "class='author-info'",
        "class='elementor-author-box__bio'",
        "class='ContributorBioWrapper'",
        "id='about-the-author'",
        "class='crawler-post' itemprop='comment'",
        "itemscope itemtype='https://schema.org/Comment'",
        "itemtype='http://schema.org/UserComments'",
    ],
)
def test_boxes_that_their_names_tell_go(stated: str) -> None:
    """Also where words stand together in a name, and where microdata say what it is."""
    assert list(PARAGRAPHS) == read_around(f"<div {stated}><p>{_SITE}</p></div>")


@pytest.mark.parametrize(
    "stated",
    [
        "class='kqAdXf'",
        "class='Shareholders'",
        "class='noSidebar'",
        "class='hasNewsletter'",
        "class='Promotion-text'",
        "class='unrelatedposts'",
        "class='news latest'",
        "class='authored-content'",
        "class='author-text'",
        "class='latest_text news'",
        "itemprop='commentCount'",
        "itemtype='https://schema.org/CommentAction'",
        "itemtype='https://schema.org/Question'",
    ],
)
def test_boxes_with_names_that_resemble_those_stay(stated: str) -> None:
    """Names that programs make up, longer words, the same words apart."""
    assert _SITE in read_around(f"<div {stated}><p>{_SITE}</p></div>")


def test_a_box_of_the_author_with_most_of_the_words_is_the_report() -> None:
    """Whatever it is called."""
    told = "".join((_FIRST, *_REST))
    page = f"<html><body><article><div class='AuthorInfo'>{told}</div></article></body></html>"

    assert list(PARAGRAPHS) == html_to_text(part_page(page).html).split("\n\n")


def test_who_wrote_it_is_read_from_a_box_of_the_author_that_says_no_sentence() -> None:
    """Above the report."""
    above = "<div class='author-info'><p>By Ada Moreau</p></div>"
    told = "".join((above, _FIRST, *_REST))
    page = part_page(f"<html><body><article>{told}</article></body></html>")

    assert page.margins.bylines == ("By Ada Moreau",)


@pytest.mark.parametrize(
    ("inside", "goes"),
    [
        (f"{_SITE} <a href='/ada'>All posts by Ada Moreau</a>", True),
        ("By Ada Moreau of the Hask Post, Nov. 17, 2026 at 9 a.m. GMT", False),
    ],
)
def test_a_sentence_tells_a_note_on_the_author(inside: str, goes: bool) -> None:  # noqa: FBT001
    """With a link behind it, too; short forms end none."""
    found = read_around(f"<div class='author-info'><div>{inside}</div></div>")

    assert goes is (found == list(PARAGRAPHS))
