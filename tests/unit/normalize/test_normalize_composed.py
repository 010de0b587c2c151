"""Letters with accents are one, whether they came in one piece or in two (Unicode NFC, NFD)."""

import unicodedata
from collections.abc import Callable

import pytest
from pastes import SEEN, normalize_paste
from stories import a_source

from feeds.model import Body, Document, Entry, RawPerson, Stamp, Story, Text
from feeds.normalize import normalize_document
from feeds.parse import parse_document

HEAD = "La présidente Élise Dùbois démissionne à Évry"
REPORT = (
    "ÉVRY, 3 mars (AFP) - La présidente a annoncé lundi qu'elle démissionnait de ses fonctions.",
    "Les élus de l'opposition ont demandé que des élections aient lieu avant l'été prochain.",
    "Deux cents familles qui vivent près de la rivière ont été prévenues par la préfecture.",
)
BY = "Par Élodie Hérault, publié le 3 février 2026 à 10:00"


def _mark(*texts: str) -> str:
    """Return texts as paragraphs of HTML below a headline."""
    return f"<h1>{texts[0]}</h1>" + "".join(f"<p>{text}</p>" for text in texts[1:])


def _tell_entry(spell: Callable[[str], str]) -> Story:
    """Return a story out of a feed."""
    entry = Entry(
        guid=spell("évry-1"),
        title=Text(value=spell(HEAD), role="title", type="text"),
        texts=(Text(value=spell(_mark(*REPORT)), role="body", type="html"),),
        categories=(spell("Économie"),),
        authors=(RawPerson(name=spell("Élodie Hérault")),),
        published=Stamp(raw=spell("3 février 2026 à 10:00")),
    )
    document = Document(form="rss", title=spell("L'Écho"), entries=(entry,), language="fr")
    (story,), _ = normalize_document(document, a_source("echo"), SEEN)
    return story


def _tell_page(spell: Callable[[str], str]) -> Story:
    """Return a story out of a saved page, its letters written as references."""
    title = f"<title>{HEAD} | L'Écho</title>"
    article = f"<article>{_mark(HEAD, BY, *REPORT)}</article>"
    html = spell(f"<html lang=fr><head>{title}</head><body>{article}</body></html>")
    page = html.encode("ascii", "xmlcharrefreplace")
    document = parse_document(Body(content=page, media_type="text/html", name="page.html"))
    assert isinstance(document, Document)
    (story,), _ = normalize_document(document, a_source("inbox"), SEEN)
    return story


def _tell_paste(spell: Callable[[str], str]) -> Story:
    """Return a story out of pasted text."""
    return normalize_paste(spell("\n\n".join((HEAD, BY, *REPORT))))


@pytest.mark.parametrize("tell", [_tell_entry, _tell_page, _tell_paste])
def test_a_report_is_the_same_in_either_spelling(
    tell: Callable[[Callable[[str], str]], Story],
) -> None:
    """Its id, its keys and its hash, too: a feed that changes its spelling edits nothing."""
    composed = tell(lambda text: unicodedata.normalize("NFC", text))
    parted = tell(lambda text: unicodedata.normalize("NFD", text))

    assert composed.headline == HEAD
    assert parted == composed
