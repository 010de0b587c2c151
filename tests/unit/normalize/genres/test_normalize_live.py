"""Live blogs are told by how outlets mark them."""

import pytest

from feeds.normalize.genres.live import is_live

LIVE = (
    "Live: Ferry halted, schools to close, minister resigns",
    "LIVE Aubeval: talks fail",
    "Ostmark virus live: Jab cleared for children",
    "Live virus updates for 20 September: level four for the north",
    "Strike in Aubeval – live",
    "Election night in Ostmark - as it happened",
    "Stock market live blog: shares retreat",
    "+++ Liveticker +++ Sturm über Aubeval",
    "Newsblog: Möbelhaus abgebrannt",
    "Streik in Aubeval im Liveblog: Züge stehen still",
    "En direct - Présidentielle : dernier jour de campagne",
    "DIRECT. Lendemain de premier tour",
    "Última hora, en directo: arde Arcediana",
    "Huracán, minuto a minuto: sube el río",
    "Guerra, la diretta del 9 giugno | Richiamati i riservisti",
    "Aubeval, le notizie di oggi in diretta: missili sul porto",
    "Ao minuto: ministra demite-se",
    "Caso Petrolar em direto: ministra ouvida no parlamento",
    "Strike in Aubeval, talks on pay – UK politics live",
    "EN DIRECT Guerre en Ostmark : le port bombardé",
    "En direct, guerre en Ostmark : le port bombardé",
    "Newsblog zur Wahl in Ostmark: Erste Zahlen um 18 Uhr",
    "Wahl in Ostmark im Liveblog",
    "Guerra in Ostmark, ultime notizie in diretta",
    "Aubeval v Ostmark: live updates as the cup final goes to penalties",
    "Ostmark war latest: port bombed, talks off",
    "Storm closes schools in Aubeval – latest updates",
)
NOT_LIVE = (
    "Live music returns to Aubeval",
    "Saturday Night Live: The best of last week",
    "Twins who live together: a study",
    "Direct flights to Ostmark resume",
    "Weather presenter pulled over by a dog on live TV",
    "Thousands live without power: storm hits Ostmark",
    "Il ministro in diretta dalla piazza",
    "Le train direct pour Valmorin supprimé",
    "The best places to live: Aubeval comes first",
    "How we live: a family of six in two rooms",
    "Periodista sufre un infarto en directo: su estado es grave",
    "Apresentadora passa mal ao vivo: colegas socorrem-na",
    "LIVE MUSIC RETURNS TO AUBEVAL",
    "Live music venue updates licence",
    "Börsen-Ticker abgeschafft",
    "Royal wedding to be broadcast live: how to watch",
    "Orchestra plays live: a review",
    "Aubeval shows its latest: a tram without rails",
    "Korvan's latest: a phone that folds",
    "Marwick’s latest: tariffs on film",
    "Her latest: a novel on grief",
    "Storm toll rises, says latest: report",
    "Government announces latest: a tax cut for all",
    "From oldest to latest: every tram of Aubeval ranked",
    "Opinion – latest",
    "Aubeval gets the latest tram - later than planned",
)


@pytest.mark.parametrize("headline", LIVE)
def test_live_blogs_are_known_by_their_mark(headline: str) -> None:
    """A label before what is told, or a mark behind it, in six languages."""
    assert is_live(headline)


@pytest.mark.parametrize("headline", NOT_LIVE)
def test_other_headlines_may_have_the_word(headline: str) -> None:
    """A report that were taken for a live blog would be folded with none of its event."""
    assert not is_live(headline)
