"""The farewell that ends a mail is none of the report, but that of a letter is."""

import time

import pytest

from feeds.normalize.pasted.farewells import cut_farewell

_REPORT = (
    "The lock gates will be rebuilt by next autumn, the trust says.\n\n"
    "Boats must wait until the last of the four leaves hangs in its hinges again, and the upper "
    "reach of the river stays closed to all others until the end of the year.\n\n"
)
_CONTACT = "\nAnn Field\nPress Officer\n01632 960 555\n"


@pytest.mark.parametrize(
    "farewell",
    [
        *("Best regards", "Kind regards,", "Best,", "Thanks!", "Yours faithfully,"),
        *("Mit freundlichen Grüßen", "Viele Grüße,", "Cordialement,", "Un saludo,", "Atentamente,"),
        *("Cordiali saluti,", "Com os melhores cumprimentos,", "Met vriendelijke groet,"),
        *("Med vänliga hälsningar", "Med venlig hilsen,", "Z poważaniem", "S pozdravem,"),
        *("С уважением,", "Saygılarımla,", "مع خالص التحية،", "敬具", "此致"),
    ],
)
@pytest.mark.parametrize(
    "signed",
    [
        _CONTACT,
        "\nIm Auftrag\n\nAnn Field\n\nann@field.example | www.field.example\n",
        f"{_CONTACT}\nSent from my iPhone\n",
        _CONTACT.replace("\n", "\r\n"),
    ],
)
def test_the_farewell_of_a_mail_is_cut_with_names_and_numbers(farewell: str, signed: str) -> None:
    """In many languages, and with what programs write below it."""
    assert cut_farewell(f"{_REPORT}{farewell}{signed}") == _REPORT.removesuffix("\n")


@pytest.mark.parametrize(
    "text",
    [
        f"{_REPORT}Yours faithfully,\nEdith Marrow\nThe Lock House, Harlow Quay\n",
        f"{_REPORT}Kind regards,{_CONTACT}\nThe report goes on below, with what was left out.\n",
        f"Here it is.\n\nKind regards,{_CONTACT}",
        f"{_REPORT}Best\nHarlow 3, Orme 2 (2026, 2025)\n",
        f"{_REPORT}Kind regards to all who wait, said the keeper.{_CONTACT}",
        f"{_REPORT}The keeper's desk{_CONTACT}",
        f"{_REPORT}Kind regards",
        "",
    ],
)
def test_of_other_ends_nothing_is_cut(text: str) -> None:
    """Who signed a letter and where, what is told below, and all where little stands above."""
    assert cut_farewell(text) == text


def test_many_farewells_are_soon_read() -> None:
    """Only the last ones are looked at."""
    start = time.process_time()
    cut_farewell("Kind regards,\n" * 50_000)

    assert time.process_time() - start < 5
