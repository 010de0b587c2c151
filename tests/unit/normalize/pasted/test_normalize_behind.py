"""Short lines right behind a paragraph of pasted text, whatever stands below them."""

import pytest

from feeds.normalize.furniture.lines import judge_lines
from feeds.normalize.pasted.behind import find_behind
from feeds.normalize.pasted.paste import read_paste

HEADLINE = "Council of Hask votes on the pier"
TOLD = "The council of Hask met on Friday and agreed to mend the old pier, the mayor said."
LAST = "The work begins in March and will last until the autumn of 2029, the town hall said."
SITE = ("Share", "Print")


def _join(*blocks: tuple[str, ...]) -> str:
    """Return blocks of lines as somebody pastes them."""
    return "\n\n".join("\n".join(block) for block in blocks)


@pytest.mark.parametrize(
    "below",
    [(), (SITE,), (("Nobody spoke against it.",), SITE), (("Related",), ("A swan", "A mill"))],
)
@pytest.mark.parametrize(
    "items",
    [
        ("Hask pier", "Lorne lido", "Boathouse of the rowers"),
        ("Aldo Penn", "Ina Moll", "Ola Bern"),
        ("Yes: 51", "No: 49"),
        ("Hask 2, Vell 1", "Bern 0, Moll 0", "Penn 3, Oster 2"),
        ("Zwei Zwiebeln", "Eine Prise Salz", "Butter", "Etwas Mehl zum Bestäuben"),
        ("Un nouveau toit", "Deux grues", "Des lampes sur la jetée", "Plus de bancs"),
        ("The water came by night", "and took the old stone bridge away", "O river, stay"),
        ("El muelle es de piedra", "Los barcos de madera", "El mar no está", "La luna espera"),
        ("Новая крыша", "Два крана", "Фонари на пирсе"),
        ("新しい屋根", "クレーン二台", "桟橋の明かり"),
        ("سقف جديد", "رافعتان", "أضواء على الرصيف"),
    ],
)
def test_a_block_behind_the_last_paragraph_stays_and_is_marked(
    items: tuple[str, ...], below: tuple[tuple[str, ...], ...]
) -> None:
    """Names, votes, recipes, verses, in any script; below one paragraph as below several."""
    said = tuple(line for block in below for line in block if line.startswith("Nobody"))
    for told in ((TOLD,), (TOLD, LAST)):
        report = read_paste(_join((HEADLINE,), *((it,) for it in told), items, *below))

        assert report.paragraphs == (*told, *items, *said)
        assert set(items) <= set(report.doubtful)


TIGHT_ITEMS = [
    ("- The lamps", "- The boats", "- The mill"),
    ("1. Two onions", "2. A pinch of salt"),
    ("Aldo Penn", "Ina Moll", "Ola Bern"),
    ("Yes: 51", "No: 49"),
    ("Party\tVotes\tSeats", "Greens\t12 400\t11", "Liberals\t9 100\t8"),
    ("Zwei Zwiebeln", "Eine Prise Salz", "Butter", "Etwas Mehl zum Bestäuben"),
    ("Новая крыша", "Два крана", "Фонари на пирсе"),
    ("新しい屋根", "クレーン二台", "桟橋の明かり"),
]


@pytest.mark.parametrize("site", [SITE, ("12 comments", "Leave a comment"), ("Advertisement",)])
@pytest.mark.parametrize("head", ["\n", "\n\n"])
@pytest.mark.parametrize("items", TIGHT_ITEMS)
def test_where_no_line_is_empty_a_list_ends_above_the_first_line_of_the_site(
    items: tuple[str, ...], head: str, site: tuple[str, ...]
) -> None:
    """Also where the headline alone stands apart; a sentence behind the list stays, too."""
    kept = tuple(" ".join(it.split("\t")) for it in items)
    for said in ((), ("Nobody spoke against it.",)):
        report = read_paste(HEADLINE + head + "\n".join((TOLD, LAST, *items, *said, *site)))

        lines = tuple(" ".join(it.split()) for it in report.paragraphs)
        assert lines == (TOLD, LAST, *kept, *said)


@pytest.mark.parametrize(
    "lines",
    [
        ("Related", "Swan seen", "Mill sold", "Tram halted"),
        ("Ina Moll", "Reporter"),
        ("Share", "Swan seen", "Mill sold", "Tram halted"),
        ("3 min read", "1 of 12", "Swan seen", "Mill sold"),
        ("Swan steals the show at Hask", "Mill is sold to a baker", "Tram halted"),
    ],
)
def test_where_no_line_is_empty_what_is_rather_the_sites_goes(lines: tuple[str, ...]) -> None:
    """Nothing is taken from below a line of the site."""
    assert read_paste("\n".join((HEADLINE, TOLD, LAST, *lines, *SITE))).paragraphs == (TOLD, LAST)


@pytest.mark.parametrize("between", ["Who has won", "Nobody spoke against it.", "Was jetzt kommt"])
@pytest.mark.parametrize(
    "items", [("Hask pier", "Lorne lido", "Boathouse of the rowers"), ("Yes: 51", "No: 49")]
)
def test_a_title_or_a_sentence_may_stand_above_the_list(
    between: str, items: tuple[str, ...]
) -> None:
    """In a block of its own, or as the first line of the list."""
    for blocks in (((between,), items), ((between, *items),)):
        report = read_paste(_join((HEADLINE,), (TOLD,), (LAST,), *blocks, SITE))

        assert report.paragraphs == (TOLD, LAST, between, *items)


@pytest.mark.parametrize(
    "items",
    [
        ("Hask pier", "Lorne lido", "Boathouse of the rowers"),
        ("The water came by night", "and took the old bridge away", "O river, stay"),
        ("Новая крыша", "Два крана", "Фонари на пирсе"),
    ],
)
def test_the_lines_of_a_list_may_stand_apart(items: tuple[str, ...]) -> None:
    """They end where a sentence or a line of the site stands."""
    for below in ((("Nobody spoke against it.",), SITE), (("Share",), ("Print",))):
        said = tuple(below[0]) if below[0][0].endswith(".") else ()
        report = read_paste(_join((HEADLINE,), (TOLD,), (LAST,), *((it,) for it in items), *below))

        assert report.paragraphs == (TOLD, LAST, *items, *said)


@pytest.mark.parametrize("item", ["- The lamps at last", "• Две луковицы", "* Hask 2, Vell 1"])
def test_a_single_item_with_a_mark_stays_and_is_marked(item: str) -> None:
    """Right behind a paragraph; nothing else has marks."""
    report = read_paste(_join((HEADLINE,), (TOLD,), (LAST,), (item,), SITE))

    assert (report.paragraphs, report.doubtful) == ((TOLD, LAST, item), (item,))
    assert read_paste(_join((HEADLINE,), (TOLD,), (LAST,), ("- Share",))).paragraphs[-1] == LAST


def test_a_title_that_was_selected_last_stays_and_is_marked() -> None:
    """What stood below it was not selected; above lines of the site it goes, and so do names."""
    blocks = ((HEADLINE,), (TOLD,), (LAST,))

    for title in ("What comes next", "これからどうなる"):
        report = read_paste(_join(*blocks, (title,)))
        assert (report.paragraphs, report.doubtful) == ((TOLD, LAST, title), (title,))
    related = ("Related",)
    for other in (
        (("What comes next",), SITE),
        (("What comes next",), related),
        (("Aldo Ruiz",),),
        (("Archive",),),
    ):
        assert read_paste(_join(*blocks, *other)).paragraphs == (TOLD, LAST)


@pytest.mark.parametrize("among", ["By Ola Bern", "21 November 2026", "Von Ola Bern"])
def test_a_name_or_a_day_among_the_items_does_not_cost_the_list(among: str) -> None:
    """Of a programme, say; it may below a first paragraph, unless who or when stands above that."""
    items = ("Songs of the ferry", among, "Dance of the swans", "Fireworks")
    report = read_paste(_join((HEADLINE,), (TOLD,), (LAST,), items, SITE))

    assert report.paragraphs == (TOLD, LAST, *items)
    assert (report.bylines, report.dates) == ((), ())
    lines = judge_lines((HEADLINE, TOLD, *items, LAST))
    assert not list(find_behind(lines, [0, 1, 5, 6]))


@pytest.mark.parametrize("title", [("On our radar",), ()])
def test_lines_apart_or_below_a_label_are_none_if_one_may_be_a_headline(
    title: tuple[str, ...],
) -> None:
    """Of five words; so links to other reports stand."""
    links = ("Swan tells all of Hask", "Mill is sold", "Ferry shock", "Tram halted")
    blocks = ((HEADLINE,), (TOLD,), (LAST,), *((it,) for it in title))

    assert read_paste(_join(*blocks, *((it,) for it in links), SITE)).paragraphs == (TOLD, LAST)
    if title:
        assert read_paste(_join(*blocks, links, SITE)).paragraphs == (TOLD, LAST)


def test_a_report_of_one_signed_paragraph_outweighs_others_that_are_announced() -> None:
    """They have a title and a sentence each, and stand closer to each other."""
    headline = "Ruiz gives up"
    blocks = ((headline,), ("By Aldo Ruiz",), (TOLD,), ("Most read",), ("The mill is sold again",))
    others = (
        ("Vell wins the cup", "After a long night the team beat the old champions at home."),
        ("Why bread is dear", "Bakers say that they pay twice as much as they did for flour."),
    )
    report = read_paste(_join(*blocks, *others))

    assert report.headline == headline
    assert report.paragraphs[0] == TOLD


def test_a_headline_above_the_only_paragraph_need_not_share_its_words() -> None:
    """Nothing below it is another headline."""
    items = ("Hask pier", "Lorne lido", "Boathouse of the rowers")
    report = read_paste(_join(("Nothing is as it was",), (TOLD,), items, SITE))

    assert report.paragraphs == (TOLD, *items)


def test_a_label_of_an_advertisement_below_costs_neither_the_block_nor_the_paragraph() -> None:
    """Two stanzas stand above the label, and nothing below it is taken for one."""
    stanza = ("The pier is made of stone", "The boats are made of wood", "We are alone", "We stay")
    other = ("The sea is made of blue", "The sand is made of gold", "I am like you", "And as old")
    blocks = ((HEADLINE,), (TOLD,), stanza, other, ("Advertisement",), (LAST,))

    assert read_paste(_join(*blocks)).paragraphs == (TOLD, *stanza, *other, LAST)


@pytest.mark.parametrize(
    "lines",
    [
        ("Facebook", "Twitter", "Hask pier"),
        ("Ina Moll", "Reporter", "21 November 2026"),
        ("Aldo Ruiz", "Town hall", "Hask"),
        ("Swan steals the show at Hask", "Mill is sold to a baker", "Tram halted"),
        ("Swan steals show", "Mill is sold", "Tram halted for a week after the storm"),
        ("Council", "Hask", "Pier"),
        ("Related", "The mill", "A swan"),
        ("A label", "Another label"),
        ("3 min read", "1 of 12", "https://post.example/x"),
    ],
)
def test_what_is_rather_the_sites_goes(lines: tuple[str, ...]) -> None:
    """Buttons, who wrote it, other reports, tags, two lines of which nothing is known."""
    blocks = ((HEADLINE,), ("By Aldo Ruiz",), (TOLD,), (LAST,))

    assert read_paste(_join(*blocks, lines, SITE)).paragraphs == (TOLD, LAST)
    apart = _join(*blocks, *((it,) for it in lines), SITE)
    assert read_paste(apart).paragraphs == (TOLD, LAST)


def test_below_the_name_of_the_author_stands_no_list() -> None:
    """But where to write to."""
    box = (("Aldo Ruiz",), ("Town hall", "Hask pier", "Lorne lido"))
    blocks = ((HEADLINE,), ("By Aldo Ruiz",), (TOLD,), (LAST,), *box)

    assert read_paste(_join(*blocks)).paragraphs == (TOLD, LAST)


def test_below_a_title_and_its_sentence_stands_no_list() -> None:
    """So boxes of the site are built."""
    box = (("The week in short",), ("Every Friday in your post.",), ("Lamps", "Boats", "Mills"))

    assert read_paste(_join((HEADLINE,), (TOLD,), (LAST,), *box)).paragraphs == (TOLD, LAST)


def test_a_block_in_which_a_label_stands_is_none() -> None:
    """All of it is the site's, or none."""
    block = ("Lorne lido", "Hask pier", "Boathouse", "Related", "A swan")

    assert read_paste(_join((HEADLINE,), (TOLD,), (LAST,), block)).paragraphs == (TOLD, LAST)


def test_a_menu_below_a_notice_of_the_site_is_no_list() -> None:
    """The headline stands below it."""
    notice = "This page works best with a window that is at least as wide as your hand is long."
    menu = ("The valley", "Letters to us", "Puzzles")
    report = read_paste(_join((notice,), menu, (HEADLINE,), (TOLD,), (LAST,)))

    assert (report.headline, report.paragraphs) == (HEADLINE, (TOLD, LAST))
    assert not list(find_behind(judge_lines((notice, *menu, TOLD, LAST)), [0, 3, 4, 5]))


def test_what_speaks_of_other_reports_has_no_list() -> None:
    """A title, a sentence, a paragraph; nor has any where the ends of blocks are not known."""
    for pointing in ("All our articles on the pier", "Read more of it in the Hask Post."):
        blocks = ((HEADLINE,), (TOLD,), (LAST,), (pointing,), ("Hask pier", "Lorne lido", "A mill"))
        assert "A mill" not in read_paste(_join(*blocks, SITE)).paragraphs
    others = "Lesen Sie mehr über Talbrück und Lorne jeden Morgen in unserer Zeitung."
    lines = judge_lines((HEADLINE, TOLD, others, "Hask pier", "Lorne lido", "Boathouse"))

    assert not list(find_behind(lines, [0, 1, 2, 5]))
    assert not list(find_behind(lines[:2] + lines[3:], []))
    assert [range(2, 5)] == list(find_behind(lines[:2] + lines[3:], [0, 1, 4]))


@pytest.mark.parametrize(
    ("title", "values"),
    [
        ("Opening hours", ("Monday to Friday: 9 to 19", "Saturday: 10 to 16", "Sunday: closed")),
        (
            "Öffnungszeiten",
            ("Montag bis Freitag: 9 bis 19 Uhr", "Samstag: 10 bis 16 Uhr", "Sonntag zu"),
        ),
        ("The pier", ("Boats lost: 120", "Age of the pier: 140 years", "Last storm: 2019")),
        ("開館時間", ("月曜から金曜：9時から19時", "土曜：10時から16時", "日曜：休館")),
    ],
)
@pytest.mark.parametrize("said", [(), ("Nobody spoke against it.",)])
def test_values_below_a_title_are_kept_with_the_sentence_behind_them(
    title: str, values: tuple[str, ...], said: tuple[str, ...]
) -> None:
    """Of three things or more; one of them may look like a day, and one like a headline."""
    for told in ((TOLD,), (TOLD, LAST)):
        report = read_paste(_join((HEADLINE,), *((it,) for it in told), (title,), values, said))

        assert report.paragraphs == (*told, title, *values, *said)
        assert {title, *values} <= set(report.doubtful)


@pytest.mark.parametrize(
    "values",
    [
        ("Views: 12,300", "Comments: 3", "Shares: 12"),
        ("Published: 21 November 2026, 10:00", "Updated: 22 November 2026", "Edition: 12"),
        ("Follow us: 2 networks", "Pages: 3", "Prints: 12"),
        ("Hask: 3 dead after the storm over the pier", "Lorne: 2 dead", "Orme: 12 dead"),
    ],
)
def test_counts_and_days_of_the_site_are_no_values(values: tuple[str, ...]) -> None:
    """Of comments, of when it was published; nor are long headlines."""
    report = read_paste(_join((HEADLINE,), (TOLD,), (LAST,), ("The pier",), values))

    assert report.paragraphs == (TOLD, LAST)
