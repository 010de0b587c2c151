"""Opinions are told by how outlets label them, and where they stand."""

import pytest

from feeds.normalize.genres.opinions import is_opinion, names_opinions

OPINIONS = (
    "Opinion: The trams of Aubeval must run",
    "The trams of Aubeval must run (Opinion)",
    "Tramwaje muszą jeździć [KOMENTARZ]",
    "Commentary: The trams of Aubeval must run",
    "Guest essay | The trams of Aubeval must run",
    "OPINION | The trams of Aubeval must run",
    "The trams must run | Editorial",
    "Gozo needs a bridge, not ferries – opinion",
    "Editorial: a budget without a plan",
    "Die Bahn steht still: Ein Kommentar",
    "Die Bahn steht still – ein Kommentar von Jana Weiss",
    "The trams must run: a commentary by Ada Moreau",
    "The Tribune's trams must run - The Editorial",
    "Letters: what we make of the strike",
    "Cartas dos leitores: o preço da gasolina e os gestores",
    "Courrier des lecteurs : le tram et nous",
    "Kommentar zur Wahl: Ein Sieg ohne Glanz",
    "Kommentar: Ein Sieg ohne Glanz",
    "Streik in Aubeval – ein Irrweg | Leitartikel",
    "Tribune : « Il faut sauver le port »",
    "Édito. Le port, sauver ce qui reste",
    "Opinión: el puerto que queremos",
    "Opinião | O porto que queremos",
    "L'editoriale | Il porto che vogliamo",
    "Krönika: Hamnen vi vill ha",
    "Felieton: Port, jakiego chcemy",
    "Мнение: порт должен работать",
    "رأي: الميناء الذي نريده",
    "社説：港の再建を急げ",
    "【社説】港の再建を急げ",
    "[사설] 항구를 살려야 한다",
)
REPORTS = (
    "Opinion polls open in Aubeval",
    "Public opinion turns against the strike",
    "Editorial staff of Valley Post walk out",
    "Minister declines to comment: what is known",
    "No comment",
    "Found in the wall of Aubeval's mill: a letter",
    "Court finds the tram ban broke the law – an opinion by the ICJ",
    "Decenas de muertos en Ostmark – una columna de blindados",
    "Unglück auf der Brücke – eine Kolumne von Lastwagen",
    "Derrumbe en el estadio: una tribuna de madera",
    "Comment le port a brûlé",
    "Letter bomb found in Aubeval: police seal off station",
    "Tribune collapses at Ostmark stadium",
    "Meinung der Mehrheit: Wahl war fair",
    "Column of tanks: army leaves Ostmark",
    "Court rules on opinion: writer may stay",
    "Leader of Ostmark party resigns",
    "Judge strikes down tram ban: opinion",
    "Letter on trams: 300 ask for a pause",
    "Leader on trial: Kalnin in court",
    "Tribune sur le tram : 300 artistes demandent sa fermeture",
    "Opinion on tram ban: court strikes it down",
    "Kommentare gesperrt: Zeitung zieht Konsequenzen",
    "社説新聞が廃刊",
)


@pytest.mark.parametrize("headline", OPINIONS)
def test_opinions_are_known_by_their_label(headline: str) -> None:
    """Before what the headline says, or behind it."""
    assert is_opinion(headline)


@pytest.mark.parametrize("headline", REPORTS)
def test_other_headlines_may_have_the_word(headline: str) -> None:
    """A report that were taken for an opinion would be folded with none of its event."""
    assert not is_opinion(headline)


@pytest.mark.parametrize(
    "part",
    [
        "Opinion",
        "Op-Ed",
        "News/Opinión",
        "News > Opinion",
        "オピニオン",
        "comment-is-free",
        "Opinion · Trams",
    ],
)
def test_opinions_are_known_by_the_part_they_stand_in(part: str) -> None:
    """Columns without a label are hidden behind no report."""
    assert names_opinions(part)


@pytest.mark.parametrize(
    "part",
    [
        *("Opinion polls", "Public opinion", "Debate", "Editorial", "Comment", "News"),
        *("Tribunes", "Columns", "Commentary", "Ledere", "Columnist", ""),
    ],
)
def test_parts_of_other_names_hold_reports(part: str) -> None:
    """Some words are the names of other things, too."""
    assert not names_opinions(part)
