"""Points between headline and report."""

import pytest

from feeds.normalize.pasted.paste import PastedReport, read_paste

HEADLINE = "Lighthouse at Corran lit again after ten years"
TOLD = "The lighthouse at Corran was lit on Thursday, the harbour office said in the evening."
LAST = "About 300 people watched from the pier, most of them from the village below it."
POINTS = ("Lamp lit on Thursday evening", "Boats may leave by night", "Minister rejects criticism")


def paste_points(*above: str) -> PastedReport:
    """Return the report in pasted text with lines between headline and paragraphs."""
    return read_paste("\n\n".join((HEADLINE, *above, TOLD, LAST)))


@pytest.mark.parametrize("mark", ["- ", "– ", "* ", "• ", "· ", "▪ ", "■ "])
@pytest.mark.parametrize("below", [(), ("By Mara Lind",), ("7 May 2026", "By Mara Lind")])
def test_points_with_marks_are_kept_above_the_report(mark: str, below: tuple[str, ...]) -> None:
    """Whole, and none of them is the standfirst; who and when may stand below."""
    points = tuple(mark + it for it in POINTS)
    report = paste_points("\n".join(points), *below)

    assert report.paragraphs == (*points, TOLD, LAST)
    assert (report.headline, report.standfirst) == (HEADLINE, "")


@pytest.mark.parametrize(
    "title",
    [
        "In short",
        "Key points",
        "AT A GLANCE:",
        "Das Wichtigste in Kürze",
        "L’essentiel",
        "Lo esencial",
    ],
)
@pytest.mark.parametrize("mark", ["• ", ""])
def test_a_usual_title_of_points_is_kept_with_them(title: str, mark: str) -> None:
    """With marks or without, for copying drops them; none of them is in doubt."""
    points = tuple(mark + it for it in POINTS)
    report = paste_points(f"{title}\n" + "\n".join(points))

    assert report.paragraphs == (title, *points, TOLD, LAST)
    assert not {*points} & {*report.doubtful}


def test_points_that_are_sentences_are_paragraphs() -> None:
    """As any others: nothing of them is lost, and none is the standfirst."""
    points = ("- The lamp was lit on Thursday evening by the mayor.", "- Boats may leave by night.")
    report = paste_points("Key points", *points)

    assert report.paragraphs == (*points, TOLD, LAST)
    assert not report.standfirst


def test_a_standfirst_above_points_stays_one() -> None:
    """It has no mark."""
    points = tuple(f"- {it}" for it in POINTS)
    report = paste_points("A storm had broken its lamp in spring", "\n".join(points))

    assert report.standfirst == "A storm had broken its lamp in spring"
    assert report.paragraphs == (*points, TOLD, LAST)


def test_points_are_found_where_words_are_not_parted() -> None:
    """There no space stands behind the mark."""
    told = "白浜村の山の上に立つ古い灯台に14日夜、灯がともり、村人およそ三百人が集まって見守った。"
    points = ("・古い灯台に十年ぶりの灯", "・夜の出漁も再び可能に")
    report = read_paste(
        "\n\n".join(("山の灯台、十年ぶりに光戻る 白浜村", *points, told, told[::-1]))
    )

    assert report.paragraphs[:3] == (*points, told)


def test_points_most_of_which_use_no_word_of_the_report_are_in_doubt() -> None:
    """They may be headlines of other reports."""
    points = tuple(f"- {it}" for it in POINTS)

    assert paste_points(*points).doubtful == points


@pytest.mark.parametrize(
    "lines",
    [
        ("• Home", "• World", "• Sport", "• Weather"),
        ("- Home and family", "- Sport", "- Subscribe"),
        ("• Corran", "• Lighthouse", "• Harbour office"),
        ("• Mill of Lorne burns down", "• Two dead in a crash on the A7", "• Greens win in Hask"),
        ("Related stories", "• Corran votes on a new lighthouse", "• Harbour office moves to Hask"),
        ("Lesen Sie auch", "- Corran votes on a new lighthouse", "- Harbour office moves to Hask"),
        ("- 7 May 2026", "- 8 May 2026, lighthouse"),
    ],
)
def test_lists_of_the_site_above_a_report_are_none_of_its_points(lines: tuple[str, ...]) -> None:
    """Menus, tags, links to other reports, days."""
    assert paste_points("\n".join(lines)).paragraphs == (TOLD, LAST)


def test_a_title_of_points_without_any_is_no_paragraph() -> None:
    """Such as a part of the publication, with who and when below."""
    assert paste_points("In brief", "By Mara Lind").paragraphs == (TOLD, LAST)
