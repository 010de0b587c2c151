"""Headlines that were broken into two or three lines."""

from textwrap import fill

import pytest

from feeds.normalize.pasted.broken_headlines import join_headlines
from feeds.normalize.pasted.paste import read_paste

HEADLINE = "Council of Hask votes on the pier"
REPORT = (
    (
        "The council of Hask met on Friday and agreed to spend twelve million crowns on the old "
        "pier, the mayor said. Ina Moll, who runs the ferry, had waited for this for years."
    ),
    (
        "The work begins in March and will last until the autumn of 2029, the town hall said in a"
        " statement. Nobody knows yet where the boats will land until then."
    ),
)


@pytest.mark.parametrize(
    "lines",
    [
        ("Council of Hask agrees to spend twelve million", "crowns on the old pier"),
        ("Council of Hask agrees to spend", "twelve million crowns on the old", "pier, mayor says"),
        ("Why Nobody in Hask Knows What to Do with", "Maud Ferrant's Boats"),
        ("COUNCIL OF HASK AGREES TO SPEND TWELVE MILLION ON THE", "OLD PIER"),
        ("Mayor calls the pier “the best", "thing in Hask” since the storm"),
        ("Ferry to Lorne stops again (the third", "Time since May)"),
        ("Who is going to pay for mending the", "old pier of Hask?"),
        ("Le conseil de Hask veut dépenser douze millions", "de couronnes pour la jetée"),
        ("Il consiglio di Hask spenderà dodici milioni", "per il vecchio molo"),
        ("O conselho de Hask vai gastar doze milhões", "na velha doca"),
        ("Raad van Hask wil twaalf miljoen uitgeven", "aan de oude pier"),
        ("Совет Хаска потратит двенадцать миллионов", "крон на старый пирс"),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("head", ["", "\nBy Jane Quill"])
def test_a_headline_of_several_lines_is_one(lines: tuple[str, ...], gap: str, head: str) -> None:
    """Where a line ends with a word that must go on, in a quotation, or above a small letter."""
    report = read_paste(gap.join(("\n".join(lines) + head, *REPORT)))

    assert (report.headline, report.standfirst) == (" ".join(lines), "")
    assert report.paragraphs == REPORT


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("en", ("Council of Hask spends twelve million on the", "Old Pier")),
        ("en-GB", ("WHY NOBODY IN HASK WANTS THE BOATS AND", "THE FERRY")),
        ("en", ("What Nobody in Hask Wants to Talk About with", "Maud Ferrant")),
        ("de", ("Rat von Hask will zwölf Millionen Kronen für die", "Mole ausgeben")),
        ("de", ("Hask gibt zwölf Millionen Kronen für die Mole der", "Fähre nach Lorne aus")),
        ("fr", ("Le conseil de Hask dépense douze millions pour le", "Vieux Quai")),
        ("es", ("El consejo de Hask gastará doce millones en el", "Muelle Viejo")),
        ("it", ("Il consiglio di Hask spende dodici milioni per il", "Molo Vecchio")),
        ("pt", ("O conselho de Hask gasta doze milhões com o", "Cais Velho")),
        ("pl", ("Rada gminy wyda dwanaście milionów koron na", "Molo w Hask")),
        ("ru", ("Совет Хаска потратит двенадцать миллионов на", "Старый пирс")),
    ],
)
def test_a_word_that_must_go_on_is_one_of_the_language(
    language: str, lines: tuple[str, str]
) -> None:
    """In another one a headline may end with it."""
    assert join_headlines([[*lines, *REPORT]], language) == [[" ".join(lines), *REPORT]]
    assert join_headlines([[*lines, *REPORT]], "fi") == [[*lines, *REPORT]]


@pytest.mark.parametrize(
    ("language", "headline"),
    [
        ("en", "What the people of Sorrel wait for"),
        ("en", "The wall that nobody looked at"),
        ("en", "Not when but if, says the mayor, and where from"),
        ("en", "What the Old Quay of Sorrel was made of"),
        ("en", "The sum that they have agreed on"),
        ("de", "Der neue Meister von Sorrel bist du"),
        ("it", "Il sindaco di Sorrel resta qui"),
        ("nl", "Waar de mensen van Sorrel op wachten en het van"),
        ("es", "La lluvia de Sorrel no para"),
        ("da", "Ingen ved hvem der bor der"),
    ],
)
def test_a_headline_may_end_with_a_small_word(language: str, headline: str) -> None:
    """English asks with prepositions behind, and in others these words mean something else."""
    block = [headline, "Fishermen and mayor talk about the quay", *REPORT]

    assert join_headlines([block], language) == [block]


WHO_OR_WHEN = (
    *("avec AFP", "with files from AP", "mit Material von dpa", "con información de EFE"),
    *("il y a 10 ans", "hace 25 años", "vor zwei Stunden", "two hours ago", "due ore fa"),
    *("publié hier à 10h", "last updated yesterday", "gestern, 10 Uhr", "heute um 10 Uhr"),
    *("two minutes ago", "twee dagen geleden", "вчера в 10:12", "lesezeit 2 min"),
    *("par notre correspondante à Sorrel", "from our own correspondent", "dal nostro inviato"),
    *("ein Kommentar von Anna Berg", "an opinion by Jane Quill", "una crónica de Ana Ruiz"),
    *("un reportage d'Anne Roche", "a cura di Anna Neri", "additional reporting by Jane Quill"),
    *("propos recueillis par Anne Roche", "das Interview führte Anna Berg"),
)


@pytest.mark.parametrize("below", WHO_OR_WHEN)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_who_or_when_in_small_letters_is_no_part_of_a_headline(below: str, gap: str) -> None:
    """Though no standfirst begins so."""
    assert read_paste(gap.join((f"{HEADLINE}\n{below}", *REPORT))).headline == HEADLINE


@pytest.mark.parametrize(
    "below",
    [
        *("two hours ago, says mayor", "by a vote of nine", "with the help of Jane Quill"),
        *("and the year of AFP", "published by no one", "of notre correspondant"),
    ],
)
def test_what_says_more_than_who_or_when_goes_on(below: str) -> None:
    """It is the rest of the headline."""
    assert join_headlines([[HEADLINE, below, *REPORT]]) == [[f"{HEADLINE} {below}", *REPORT]]


def test_a_word_that_would_just_have_fitted_was_not_broken_off() -> None:
    """The line would have been as long as the one below it."""
    below = "boats will land in Lorne until then, as"
    assert len(f"{HEADLINE} boats") == len(below)

    assert join_headlines([[HEADLINE, below, *REPORT]]) == [[HEADLINE, below, *REPORT]]
    assert join_headlines([[HEADLINE, below[:-3], *REPORT]])[0][0].endswith("then,")


def test_a_column_is_no_line_of_the_headline_below_it() -> None:
    """It was not broken: more words would have stood in its line."""
    column = ["News from the", "valley and its towns"]
    block = [*column, "Council of Hask closes the quay", *REPORT]

    assert join_headlines([block], "en") == [block]
    assert read_paste("\n".join(block)).headline == block[2]


@pytest.mark.parametrize(
    ("below", "credited"),
    [
        *(("avec AFP", "avec AFP"), ("mit Material von dpa", "mit Material von dpa")),
        *(("con información de la agencia EFE", "con información de la agencia EFE"), ("PA", None)),
    ],
)
def test_a_credit_below_the_headline_is_kept_as_one(below: str, credited: str | None) -> None:
    """It is no standfirst; a name that means other things is not taken for one."""
    report = read_paste("\n".join((HEADLINE, below, *REPORT)))

    assert (report.bylines, report.standfirst) == ((credited,) if credited else (), "")
    assert report.paragraphs == REPORT


@pytest.mark.parametrize(
    "below",
    [
        *("By Jane Quill", "by Jane Quill", "Von Anna Berg", "di Carla Neri", "21 November 2026"),
        *("Twelve million crowns for the work", "What will become of the boats?"),
        *("The pier has been closed for two years.", "Hask Gazette", "iPhone pictures win prize"),
        *("dpa", "www.hask.example", "updated 3 December 2026", "Photo: Jane Quill", "- the lamps"),
        "boats will not be allowed to land in the harbour until 2029",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_what_stands_below_a_headline_is_no_part_of_it(below: str, gap: str) -> None:
    """Who and when, a standfirst, a label, a picture, an item, or what is longer than a rest."""
    assert read_paste(gap.join((f"{HEADLINE}\n{below}", *REPORT))).headline == HEADLINE


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Sailors of Hask die", "Ferry sinks in storm off Lorne"),
        ("Robbers of Hask flee in van", "Police search the harbour"),
        ("Pegel der Orme steigt an", "Fähre nach Lorne fährt nicht"),
        ("Winter in Hask ist da", "Fähre nach Lorne fährt nicht"),
        ("FIRES BURN NEAR LA", "FERRY TO LORNE STOPS"),
        ("Transport of Hask", HEADLINE),
        ("The mayor said so.", "nobody believes it?"),
        ("Boats of the harbour of Hask:", "the council votes on the pier"),
        ("the old pier of hask is closed", "the council has voted"),
        ("News of", "the old pier"),
        ('Pipes of 6" for Hask', "Water runs again"),
        ("„Das Ende“ für Hask", "Fähre nach Lorne fährt nicht"),
    ],
)
def test_a_line_that_may_end_is_not_joined(first: str, second: str) -> None:
    """A whole headline may end with such a word in another language; or nothing says more."""
    assert join_headlines([[first, second, *REPORT]]) == [[first, second, *REPORT]]


@pytest.mark.parametrize(
    "lines",
    [
        (
            "The pier of Hask is made of",
            "stone and salt, and nobody",
            "walks there any more, or of",
        ),
        ("The water came by night and took the", "bridge away from us."),
        ("- The lamps of the", "old pier"),
        ("Hask mends its pier. Boats will land in the", "harbour of Lorne"),
        (
            "The council of Hask met on Friday and agreed to spend twelve million on",
            "the old pier which has been closed since the storm and on a new one",
        ),
    ],
)
def test_broken_text_is_no_headline(lines: tuple[str, ...]) -> None:
    """Of more lines or words, to the end of a sentence or with one inside; and an item."""
    block = [*lines, *(("boats of wood",) if len(lines) > 2 else ())]

    assert join_headlines([block, [*REPORT]]) == [block, [*REPORT]]


def test_only_lines_above_the_first_paragraph_are_of_a_headline() -> None:
    """A subheading below it is left as it is, and all where no paragraph is."""
    pair = ["What the mayor said of the", "old pier"]

    assert join_headlines([[HEADLINE], [*REPORT], pair]) == [[HEADLINE], [*REPORT], pair]
    assert join_headlines([[REPORT[0], *pair]]) == [[REPORT[0], *pair]]
    assert join_headlines([pair]) == [pair]
    assert join_headlines([[pair[0]], [pair[1]], [*REPORT]])[0] == [pair[0]]


@pytest.mark.parametrize(
    "below",
    ["By Jane Quill", "Ferry lands elsewhere", "21 November 2026", "The boats land elsewhere."],
)
def test_in_a_broken_text_a_long_headline_is_not_joined_to_what_stands_below(below: str) -> None:
    """It is as long as a line, but the next word would have fitted."""
    headline = f"{HEADLINE}, mayor tells newspaper in Lorne"
    broken = [fill(it, 76) for it in REPORT]
    report = read_paste("\n\n".join((f"{headline}\n{below}", *broken)))

    assert (report.headline, report.paragraphs) == (headline, REPORT)


def test_in_a_broken_text_a_headline_was_broken_to_the_same_width() -> None:
    """Its next word would not have fitted; a byline below a full line is none of it."""
    broken = [fill(it, 60) for it in REPORT]
    headline = "Council of Hask Votes on the Pier, Mayor Tells Newspaper Lorne Gazette"
    full = "Council of Hask Votes on the Pier, Mayor Tells Gazette, Sea"
    report = read_paste("\n\n".join((fill(headline, 60), *broken)))
    signed = read_paste("\n\n".join((f"{full}\nBy Jane Quill", *broken)))

    assert (report.headline, report.paragraphs) == (headline, REPORT)
    assert (signed.headline, signed.bylines) == (full, ("By Jane Quill",))
