"""Lines that say until when a report is held back, in many spellings, and above broken lines."""

from textwrap import fill

import pytest

from feeds.normalize.pasted.paste import read_paste
from feeds.text.notices import is_embargo
from feeds.text.words import fold_text

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
SHORT = "EMBARGOED UNTIL 6AM THURSDAY"
LONG = "EMBARGOED UNTIL 6AM THURSDAY 3 DECEMBER 2026 - NOT FOR PUBLICATION"


@pytest.mark.parametrize(
    "line",
    [
        *(SHORT, LONG, "HOLD FOR RELEASE UNTIL 6 A.M. THURSDAY", "Hold until Thursday, 6am"),
        *("EMBARGO 6AM", "Embargo Donnerstag, 3. Dezember 2026, 6 Uhr", "Embargo jueves 6.00 h"),
        *("EMBARGO THURSDAY 0600 GMT", "Embargo Thursday, Dec. 3, 6 a.m. ET"),
        *("NOT FOR PUBLICATION BEFORE 6AM", "Pressesperrfrist: Donnerstag, 6 Uhr"),
        *("Freigegeben ab Donnerstag, 6 Uhr", "Nicht zur Veröffentlichung vor Donnerstag"),
        *("Embargo levé jeudi à 6 h", "À ne pas publier avant jeudi 6 h"),
        *("Prohibida su difusión hasta el jueves", "Da non pubblicare prima di giovedì"),
        *("Embargo do czwartku, godz. 6:00", "Julkaisuvapaa torstaina klo 6"),
        "【報道解禁】12月3日 6時",
    ],
)
def test_an_embargo_is_no_headline_and_hides_none(line: str) -> None:
    """It is kept as the last paragraph, as what holds a report back."""
    report = read_paste("\n\n".join((line, HEADLINE, *REPORT)))

    assert (report.headline, report.standfirst) == (HEADLINE, "")
    assert report.paragraphs == (*REPORT, line)


@pytest.mark.parametrize("width", [36, 44, 60, 72])
@pytest.mark.parametrize("embargo", [SHORT, LONG])
@pytest.mark.parametrize("headline", [HEADLINE, "Pier of Hask", f"{HEADLINE} and the ferry, too"])
def test_an_embargo_is_not_joined_to_the_headline_below_it(
    width: int, embargo: str, headline: str
) -> None:
    """Though it is as long as the lines of a text that was broken to one width."""
    broken = [fill(it, width) for it in REPORT]
    report = read_paste("\n\n".join((f"{embargo}\n{headline}", *broken)))

    assert (report.headline, report.standfirst) == (headline, "")
    assert report.paragraphs == (*REPORT, embargo)


def test_an_embargo_may_go_on_in_the_next_line() -> None:
    """With a small letter, or to the end of its sentence."""
    broken = [fill(it, 60) for it in REPORT]
    for rest in ("on thursday, 3 December", "Publication before then ends it."):
        held = f"EMBARGOED UNTIL THURSDAY AT SIX IN THE MORNING, LOCAL TIME,\n{rest}"
        report = read_paste("\n\n".join((held, HEADLINE, *broken)))

        assert report.headline == HEADLINE
        assert report.paragraphs[-1] == held.replace("\n", " ")


@pytest.mark.parametrize(
    "line",
    [
        *(
            "Embargo on oil ends at 6pm",
            "Embargo of arms ends Monday 6pm",
            "Embargo talks end Monday 6pm",
            "Embargo von Waffen endet Montag 6 Uhr",
            "Embargo des armes fini lundi 6 h",
            "Embargo de armas acaba el lunes a las 6 h",
            "Embargo do petróleo até 2030",
            "Embargo talks enter day 3",
        ),
        *("Hold for release of hostages enters day 3", "Hold until 2030 on new licences"),
        *("Frei ab 12 Jahren", "Freigegeben ab März 2030", "Embargo sur le pétrole dès 6 h"),
        *("Embargo against Orme since 2019", "Hold until the storm passes, ferry told"),
        *("Embargo contra Orme desde las 6 h", "Embargo gegen Orme ab 6 Uhr"),
    ],
)
def test_what_tells_of_an_embargo_is_none(line: str) -> None:
    """It holds nothing back."""
    assert not is_embargo(fold_text(line))
