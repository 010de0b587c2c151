"""What nobody here can read is told with what to do about it."""

import pytest

from feeds.fetch.files import MEDIA_TYPES
from feeds.fetch.unread import advise, is_bundle, is_companion, is_hidden, is_unfinished


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("a.pdf", "a PDF is not read: save it as text (.txt), HTML (.html) or e-mail (.eml)"),
        ("A.DOCX", "a document of an office program is not read: save it as text (.txt), HTML"),
        ("a.epub", "an e-book is not read: save it as"),
        ("a.msg", "mail in this form is not read: save it as .eml"),
        ("a.webarchive", "a page in this form is not read: save it as HTML"),
        ("a.webloc", "a link to a page is not read: save the page itself"),
        ("a.tar.gz", "an archive is not read: unpack it"),
        ("scan.jpeg", "a picture is not read: put its text into a file (.txt)"),
        ("a.xyz", "a file that ends in .xyz is not read: save it as"),
        ("README", "a file without an ending is not read: name it .txt"),
    ],
)
def test_advice_says_what_it_is_and_what_to_do(name: str, advice: str) -> None:
    """In words of people who put files into folders."""
    assert advise(name).startswith(advice)


@pytest.mark.parametrize(
    "name", ["a.txt", "a.html", "a.eml", "a.md", "Report.tmpl", "#1 report.txt"]
)
def test_articles_are_told_from_what_programs_keep(name: str) -> None:
    """However they begin."""
    tests = (is_hidden, is_unfinished, is_bundle, is_companion)

    assert not [test for test in tests if test(name)]


def test_no_article_belongs_to_a_page() -> None:
    """What is read stands for itself, wherever it lies."""
    assert not [ending for ending in MEDIA_TYPES if is_companion(f"a{ending}")]
