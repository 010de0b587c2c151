"""Where a story belongs, and why."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from itertools import islice, permutations
from typing import Any

import pytest
from counting import count_calls
from stories import NOON, a_place, a_story

from feeds.dedupe import (
    Deck,
    choose_signs,
    count_enough,
    count_heard,
    dedupe_stories,
    find_events,
    sketch_story,
    span_events,
)
from feeds.dedupe.sketches.shingles import compare_shingles
from feeds.dedupe.sketches.vectors import Heard
from feeds.model import Candidate, Genre, Level, Membership, Ruling, Sketch

HOUR = timedelta(hours=1)
TAGGED = {"guid": "tag:a.example,2026:7", "keys": ("guid:tag:a.example,2026:7",)}
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def tell(first: int, last: int) -> str:
    """A text of invented words, the same for the same numbers."""
    return " ".join(
        f"{LETTERS[n // 26 % 26]}{LETTERS[n % 26]}um{LETTERS[n * 7 % 26]}"
        for n in range(first, last)
    )


def sketch(name: str, source: str, **fields: Any) -> Sketch:
    """The sketch of a story that shares no key with another."""
    plain = {"keys": (), "source_id": source, "headline": name}
    return sketch_story(a_story(name, **plain | fields))


def report(number: int, hours: int) -> Sketch:
    """A report of one strike, so many hours after noon, by a source of its own."""
    headline = "Meadowbrook boiler strike in Aubeval continues"
    told = {"headline": headline, "body_text": "", "first_seen": NOON + hours * HOUR}
    return sketch(f"r{number}", f"s{number}", **told)


def place(*sketches: Sketch) -> tuple[Membership, ...]:
    """Place sketches with nothing remembered."""
    return dedupe_stories(sketches, [])


def place_briefs(briefs: Mapping[str, str], language: str = "en") -> tuple[Membership, ...]:
    """Place texts by their headlines, each told by a source of its own."""
    return place(
        *(
            sketch(headline, headline, body_text=text, language=language)
            for headline, text in briefs.items()
        )
    )


def remember(one: Sketch, **fields: Any) -> Candidate:
    """A story remembered, alone unless said otherwise."""
    (membership,) = place(one)
    own = one.story_id
    values = {"copies_id": own, "fold_id": own, "event_id": own} | fields
    story = a_story(one.story_id.removeprefix("id-"))
    return Candidate(sketch=one, membership=a_place(story, **values) if fields else membership)


def test_a_story_of_its_own_stands_alone() -> None:
    """It founds its copies and its event, without a twin."""
    (alone,) = place(sketch("Dam", "post"))

    assert alone == a_place(a_story("Dam"))
    assert alone.level is Level.ALONE


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        (TAGGED, "same guid"),
        ({"keys": ("url:https://a.example/dam",)}, "same address"),
        ({"headline": "Dam", "body_text": tell(0, 9)}, "same text"),
    ],
)
def test_a_shared_key_makes_the_same(fields: dict[str, Any], reason: str) -> None:
    """Guid, address or words: the second joins the first."""
    _, second = place(sketch("one", "post", **fields), sketch("two", "times", **fields))

    assert (second.copies_id, second.event_id) == ("id-one", "id-one")
    assert (second.level, second.twin_id, second.reason) == (Level.SAME, "id-one", reason)


@pytest.mark.parametrize(
    ("address", "variant"),
    [
        ("https://post.example/a/dam", "https://m.post.example/a/dam/"),
        ("https://www.post.example/dam.html", "https://post.example/dam.amp.html"),
        ("https://post.example/dam?id=3", "https://post.example/dam?id=3&outputType=amp"),
    ],
)
def test_a_page_is_the_same_in_another_form(address: str, variant: str) -> None:
    """For phones or from AMP: two feeds seldom name the same one."""
    one, two = sketch_at(address, "post", tell(0, 40)), sketch_at(variant, "times", tell(0, 3))

    assert "same address" == place(one, two)[1].reason


def sketch_at(address: str, source: str, words: str) -> Sketch:
    """A story known by its address only."""
    return sketch(source, source, body_text=words, keys=(f"url:{address}",))


def test_an_address_proves_nothing_where_no_word_is_shared() -> None:
    """Under it one report after the other can be told, as in a live blog."""
    live = "https://daily.example/live"
    storm, budget = sketch_at(live, "post", tell(0, 9)), sketch_at(live, "times", tell(20, 29))

    assert [Level.ALONE] * 2 == [it.level for it in place(storm, budget)]


@pytest.mark.parametrize("fields", [TAGGED, {"keys": ("url:https://a.example/live",)}])
def test_one_source_telling_two_stories_under_one_key_tells_two(fields: dict[str, Any]) -> None:
    """They were told apart when they came in; at another source the key still proves the same."""
    one = sketch("one", "post", body_text=tell(0, 200), **fields)
    two = sketch("two", "post", body_text=tell(300, 500), **fields)
    other = sketch("zero", "times", body_text=tell(0, 30), **fields)

    levels = [membership.level for membership in place(one, two, other)]

    assert levels == [Level.ALONE, Level.ALONE, Level.SAME]


def test_most_of_a_text_makes_a_copy() -> None:
    """Another headline, some paragraphs cut: still the agency's copy, with its share."""
    _, second = place(
        sketch("one", "post", body_text=tell(0, 200)),
        sketch("two", "times", body_text=tell(20, 200) + " " + tell(400, 430)),
    )

    assert (second.copies_id, second.level) == ("id-one", Level.COPY)
    assert second.reason.endswith(" % of its text")
    assert 0.7 < second.score < 0.95


def test_a_text_cut_short_is_a_copy_of_the_whole() -> None:
    """The first eighth of a text is a copy of it under headlines that agree."""
    whole = tell(0, 400)
    _, second = place(
        sketch("Aubeval dam holds", "post", body_text=whole),
        sketch("Dam in Aubeval", "times", body_text=tell(0, 50)),
    )

    assert (second.copies_id, second.level) == ("id-Aubeval dam holds", Level.COPY)


@pytest.mark.parametrize(
    "fields",
    [
        {"body_text": tell(150, 350)},
        {"body_text": tell(0, 200), "language": "fr"},
        {"body_text": tell(150, 164)},
    ],
)
def test_too_little_in_common_proves_no_copy(fields: dict[str, str]) -> None:
    """A quarter of the text, another language, or a few words."""
    first = sketch("one", "post", body_text=tell(0, 200), language="de")

    assert place(first, sketch("two", "times", **fields))[1].level is Level.ALONE


def test_a_notice_under_different_headlines_proves_no_copy() -> None:
    """What stands under every story of a group of papers must not hide them."""
    notice = tell(0, 55)
    headlines = (
        "Bridge at Ostmark closed for repairs until spring",
        "Orchestra tours the Ostmark coast with a new conductor",
    )

    one, two = place(
        *(sketch(text, text[:6], standfirst=notice, body_text="") for text in headlines)
    )

    assert one.copies_id != two.copies_id


def test_a_short_text_under_headlines_that_agree_is_a_copy() -> None:
    """A summary of an agency's, printed by two papers."""
    _, second = place(
        sketch("Ostmark bridge closed until spring", "post", body_text=tell(0, 30)),
        sketch("Bridge at Ostmark", "times", body_text=tell(0, 30), first_seen=NOON + HOUR),
    )

    assert second.level is Level.COPY


def test_a_passage_from_the_middle_is_a_copy_of_the_whole() -> None:
    """Long enough, it needs no headline: another paper began with the third paragraph."""
    _, second = place(
        sketch("one", "post", body_text=tell(0, 600)),
        sketch("two", "times", body_text=tell(300, 460), first_seen=NOON + HOUR),
    )

    assert (second.copies_id, second.score) == ("id-one", pytest.approx(1.0, abs=0.02))


def test_of_copies_that_are_as_near_the_one_told_first_is_named() -> None:
    """Whoever asks why is led to where the text stood first."""
    text = tell(0, 300)
    wire, post, mail = (
        sketch(name, name, body_text=text, first_seen=NOON + hours * HOUR)
        for hours, name in enumerate(("wire", "post", "mail"))
    )

    assert [None, wire.story_id, wire.story_id] == [it.twin_id for it in place(wire, post, mail)]


def test_a_text_that_comes_late_does_not_rename_the_copies_that_are_not_here() -> None:
    """Of a large set of copies only some are looked at; who joins it goes by its id."""
    flash = remember(sketch("Dam holds", "b", body_text="More soon."))
    wire = remember(
        sketch("Dam stands", "a", body_text=tell(0, 90)), copies_id="founder", fold_id="founder"
    )
    whole = sketch("Dam holds", "b", body_text=tell(0, 90))
    (late,) = dedupe_stories([whole], [flash, wire], anew=[whole.story_id], sizes={"founder": 2})

    assert ("founder", "founder", Level.COPY) == (late.copies_id, late.fold_id, late.level)


def test_two_texts_that_one_long_text_holds_are_no_copies() -> None:
    """A page with all of the day holds both, which share but a fifth: the second stays alone."""
    page, first, second = (
        sketch(name, name, body_text=tell(start, end), first_seen=NOON + n * HOUR)
        for n, (name, start, end) in enumerate((("a", 0, 640), ("b", 0, 300), ("c", 240, 620)))
    )

    assert ["id-a", "id-a", "id-c"] == [one.copies_id for one in place(page, first, second)]


def test_a_teaser_that_came_first_keeps_no_copy_of_the_whole_text_out() -> None:
    """It shares nothing with the later paragraphs, and is no second text of a page."""
    teaser = sketch("Barge rams bridge in Dorne", "cut", body_text=tell(0, 40))
    wire = sketch("Barge rams bridge in Dorne", "wire", body_text=tell(0, 200))
    later = sketch("No train to Lindow", "paper", body_text=tell(60, 200))
    *_, last = place(teaser, wire, later)

    assert ("id-Barge rams bridge in Dorne", Level.COPY) == (last.copies_id, last.level)


def test_a_copy_of_many_is_a_copy_however_many_stand_with_them() -> None:
    """Of hundreds of copies only some are compared: five that share the text are enough."""
    alike = [sketch(f"a{n}", f"p{n}", body_text=tell(0, 300)) for n in range(5)]
    others = [sketch(f"b{n}", f"q{n}", body_text=tell(320, 620)) for n in range(7)]
    known = [remember(one, copies_id="id-a0", event_id="id-a0") for one in (*alike, *others)]
    new = sketch("new", "post", body_text=tell(0, 190), first_seen=NOON + HOUR)

    assert ["id-a0", "id-new"] == [
        dedupe_stories([new], some)[0].copies_id for some in (known, known[1:])
    ]


def test_of_a_short_text_more_must_be_shared_than_of_a_long_one() -> None:
    """Two thirds of 270 words are a copy; of 90 words a description of a firm can be so much."""
    for length, level in ((270, Level.COPY), (90, Level.ALONE)):
        _, second = place(
            sketch("one", "post", body_text=tell(0, length)),
            sketch("two", "times", body_text=tell(length // 3, 4 * length // 3)),
        )

        assert second.level is level


def test_a_short_text_under_another_headline_is_a_copy_if_each_names_the_other() -> None:
    """Retitled: the words of both headlines stand in the one summary."""
    summary = f"Saltmarsh ferries stop in Orrel after the Tidewater strike {tell(0, 30)}"
    first, second = (
        sketch(headline, headline[:4], standfirst=summary, body_text="")
        for headline in ("Orrel without ferries", "Tidewater strike hits Saltmarsh")
    )

    assert place(first, second)[1].level is Level.COPY


def tell_clips(source: str, *headlines: str) -> list[Sketch]:
    """Clips of one source: one sentence each, and the same long description under it."""
    return [
        sketch(
            headline,
            source,
            body_text=f"{tell(20 * n + 300, 20 * n + 315)} {tell(0, 200)}",
            first_seen=NOON + n * HOUR,
        )
        for n, headline in enumerate(headlines)
    ]


def test_what_a_source_prints_under_every_story_is_no_evidence() -> None:
    """Nine tenths of each clip is a description of the channel, which a sister channel has, too."""
    own = tell_clips("channel", "Ferry strike", "Storm at sea", "Harbour fire", "Tax debate")
    late = tell_clips("sister", "Orchestra tour", "School opens", "Bridge closed", "Cattle fair")

    places = place(*own, *late)
    (later,) = dedupe_stories(late[3:], [*map(remember, own), *map(remember, late[:3])])

    assert [8, later.story_id] == [len({one.copies_id for one in places}), later.copies_id]


def test_what_a_source_prints_under_every_story_makes_no_event() -> None:
    """Clips whose description has other words each time, but about the same programme."""
    headlines = ("Ferry strike", "Storm at sea", "Harbour fire", "Tax debate")
    notes = [" ".join(tell(0, 60).split()[n:] + tell(0, 60).split()[:n]) for n in range(0, 60, 15)]
    clips = [
        sketch(headline, "channel", body_text=f"{tell(40 * n + 300, 40 * n + 306)} {note}")
        for n, (headline, note) in enumerate(zip(headlines, notes, strict=True))
    ]

    assert [Level.ALONE] * 4 == [one.level for one in place(*clips)]


def test_a_report_that_one_source_prints_again_stays_evidence() -> None:
    """Three versions under headlines that agree are no notice: another paper's copy is found."""
    versions = [
        sketch(
            f"v{n}",
            "post",
            headline=f"Orrel ferry strike {word}",
            body_text=f"{tell(0, 200)} {tell(40 * n + 300, 40 * n + 330)}",
            first_seen=NOON + n * HOUR,
        )
        for n, word in enumerate(("begins", "spreads", "hardens"))
    ]
    other = sketch("Sailors", "times", body_text=tell(0, 200), first_seen=NOON + 5 * HOUR)

    assert place(*versions, other)[3].level is Level.COPY


def test_one_source_printing_a_text_under_another_headline_tells_another_story() -> None:
    """What two videos of a channel have in common is what stands under all of them."""
    first, second = place(
        *(
            sketch(headline, "channel", body_text=tell(0, 200))
            for headline in ("Ferry strike in Orrel", "Aubeval orchestra on tour")
        )
    )

    assert first.copies_id != second.copies_id


def test_one_source_printing_a_text_half_a_day_later_tells_the_next_of_a_series() -> None:
    """The weather under one headline, nearly in the same words: another day's."""
    first, soon, late = (
        sketch(
            f"day{hours}",
            "post",
            headline="Weather for the Ostmark coast",
            body_text=f"{tell(0, 200)} {hours}",
            first_seen=NOON + hours * HOUR,
        )
        for hours in (0, 11, 13)
    )

    assert place(first, soon)[1].copies_id == first.story_id
    assert place(first, late)[1].copies_id == late.story_id


def test_a_template_filled_in_twice_makes_no_copy() -> None:
    """Nine words of ten are those of the agency's robot: the figures are what it tells."""
    robot = (
        "A magnitude {} earthquake was reported Friday at {} p.m. Pacific time {} miles from {}, "
        f"according to the survey. {tell(0, 130)} The temblor was {{}} miles deep."
    )
    ridge = robot.format("3.4", "5.12", 14, "Ridgecrest", 7.5)
    coast = robot.format("4.1", "8.47", 31, "Petrolia", 2.5)
    cut = ridge.removesuffix(" The temblor was 7.5 miles deep.").replace("14 miles", "15 miles")
    headline = {"headline": "Quake shakes California, survey says"}
    _, other, same = place(
        sketch("one", "post", body_text=ridge, **headline),
        sketch("two", "times", body_text=coast, **headline, first_seen=NOON + HOUR),
        sketch("three", "mail", body_text=cut, **headline, first_seen=NOON + 2 * HOUR),
    )

    assert ("id-two", "id-one") == (other.copies_id, same.copies_id)


@pytest.mark.parametrize("publications", [("", "", ""), ("", "the post", "the post")])
def test_a_notice_that_two_sources_print_every_week_is_one_entry_a_week(
    publications: tuple[str, str, str],
) -> None:
    """The words of the other source do not chain one week to the next.

    Nor where a source did not say at first which publication its stories are from.
    """
    text = "Nobody guessed the six numbers of the draw on Saturday, so the prize grows again."
    weeks = [
        sketch(f"{source}{week}", source, headline="No winner on Saturday", body_text=text)
        for week in range(3)
        for source in ("post", "times")
    ]
    told = [
        replace(
            one,
            told=one.told + timedelta(days=7 * (number // 2), hours=number % 2),
            publication=publications[number // 2],
        )
        for number, one in enumerate(weeks)
    ]
    copies = [one.copies_id for one in place(*told)]

    assert copies[0::2] == copies[1::2]
    assert 3 == len(set(copies))


def test_a_column_that_returns_every_day_is_not_folded() -> None:
    """One source, one headline, one lead-in: a new column each time."""
    lead_in = "Everything the valley talks about this morning, read in less than five minutes"
    days = [
        sketch_story(
            a_story(
                f"day{n}",
                headline="Morning briefing",
                standfirst=lead_in,
                body_text="",
                first_seen=NOON + n * 24 * HOUR,
            )
        )
        for n in range(3)
    ]

    assert {m.level for m in place(*days)} == {Level.ALONE}


def test_one_source_printing_a_text_twice_is_folded_when_it_is_nearly_the_same() -> None:
    """Nine tenths at like length; half of it is an article of its own."""
    first, nearly, half = (
        sketch(name, "post", headline="Aubeval", body_text=tell(start, end))
        for name, start, end in (("a", 0, 200), ("b", 0, 196), ("c", 100, 200))
    )

    copies = [one.copies_id for one in place(first, nearly, half)]

    assert copies == ["id-a", "id-a", "id-c"]


def test_reports_sharing_telling_words_are_one_event() -> None:
    """The reason names the words as they were written; each keeps its own copies."""
    first = sketch("Meadowbrook boiler explodes in Aubeval", "post", body_text="")
    later = {"body_text": "", "first_seen": NOON + HOUR}
    _, second = place(first, sketch("Aubeval: boiler at Meadowbrook explodes", "times", **later))

    assert second.fold_id == second.event_id == "id-Meadowbrook boiler explodes in Aubeval"
    assert second.copies_id == second.story_id
    assert second.level is Level.EVENT
    assert set(second.reason.removeprefix("shares ").split(", ")) == {
        *("Aubeval", "Meadowbrook", "boiler", "explodes"),
    }


@pytest.mark.parametrize(
    ("headline", "fields"),
    [
        ("Aubeval: boiler at Meadowbrook explodes", {"first_seen": NOON + 73 * HOUR}),
        ("Aubeval: boiler at Meadowbrook explodes", {"language": "fr"}),
        ("Orchestra of Ostmark tours the coast", {}),
    ],
)
def test_too_few_words_or_too_late_make_no_event(headline: str, fields: dict[str, Any]) -> None:
    """Beyond three days, in another language, or nothing in common."""
    first = sketch("Meadowbrook boiler explodes in Aubeval", "post", body_text="", language="en")
    second = sketch(headline, "times", body_text="", **fields)

    assert place(first, second)[1].level is Level.ALONE


@pytest.mark.parametrize("headline", ["Election in Aubeval", "Orchestra visits Aubeval again"])
def test_a_place_in_common_is_not_enough_to_fold(headline: str) -> None:
    """It may be the same, and is said to be no more than that."""
    first = sketch("Meadowbrook boiler explodes in Aubeval", "post", body_text="", language="en")
    second = sketch(headline, "times", body_text="", language="en")

    one, two = place(first, second)

    assert one.fold_id != two.fold_id
    assert two.level in {Level.MAYBE, Level.ALONE}


@pytest.mark.parametrize(
    "headline",
    [
        "Wildfire forces evacuation near Athens",
        "Bank of England holds interest rates",
        "Harbour strike ends in Aubeval",
        "Pope Leo visits Lebanon",
    ],
)
def test_a_headline_that_several_print_is_one_event(headline: str) -> None:
    """Word for word, without a text below it: nothing can be nearer."""
    prints = [
        sketch(headline, f"s{number}", body_text="", first_seen=NOON + number * HOUR / 6)
        for number in range(3)
    ]
    told = [replace(one, story_id=f"{one.story_id}-{one.source_id}") for one in prints]

    assert 1 == len({one.fold_id for one in place(*told)})


@pytest.mark.parametrize(
    ("language", "briefs"),
    [
        (
            "ja",
            {
                "神奈川県横浜市で倉庫火災": "消防車二十台が出動し、火は二時間後に消し止められた。",
                "神奈川県横浜市で音楽祭開幕": "国内外から百組の演奏家が参加し、日曜まで続く。",
            },
        ),
        ("zh", {"呼和浩特市发生火灾": "", "呼和浩特市举行选举": ""}),
    ],
)
def test_a_word_without_spaces_is_not_enough_to_fold(
    language: str, briefs: Mapping[str, str]
) -> None:
    """It is compared by its parts, but the name of a place is one word."""
    assert 2 == len({one.fold_id for one in place_briefs(briefs, language)})


def test_the_same_headline_about_another_place_is_not_folded() -> None:
    """All is shared but what it is about: an agency tells two strikes by one template."""
    one, two = place(
        sketch("Strike closes schools and shops in Aubeval", "post", body_text="", language="en"),
        sketch(
            "Strike closes schools and shops in Meadowbrook", "times", body_text="", language="en"
        ),
    )

    assert one.fold_id != two.fold_id


@pytest.mark.parametrize("genre", Genre)
def test_what_reports_no_event_is_part_of_none(genre: Genre) -> None:
    """A report would be hidden behind it, or it behind one; its copies are found as ever."""
    later = {"body_text": "", "first_seen": NOON + HOUR}
    first = sketch("Meadowbrook boiler explodes in Aubeval", "post", body_text="")
    report = sketch("Aubeval: boiler at Meadowbrook explodes", "times", **later)
    second = sketch("Aubeval: boiler at Meadowbrook explodes", "times", genre=genre, **later)

    assert place(first, report)[1].level is Level.EVENT
    assert place(first, second)[1].level is Level.ALONE
    assert second.terms == ()
    assert second.shingles


def test_generic_words_alone_fold_nothing() -> None:
    """The trade's small change is on every page."""
    one, two = place(
        sketch("Police report: man killed in attack, minister says", "post", body_text=""),
        sketch("Minister says man killed in attack, police report", "times", body_text=""),
    )

    assert one.fold_id != two.fold_id
    assert {one.level, two.level} == {Level.ALONE, Level.MAYBE}


def test_a_town_and_a_day_in_common_fold_nothing() -> None:
    """Briefs of one town are many events; what all say says nothing, and no day does."""
    briefs = {
        "Larnich council approves new tram line": "The council of Larnich approved a tram line "
        "to the hospital on Thursday by 21 votes to 14, Edda Stolz said.",
        "Man arrested after burglaries in Larnich": "Police in Larnich arrested a man of 34 on "
        "Thursday on suspicion of nine burglaries, Uwe Tann said.",
        "Fire in Larnich school kitchen": "A fire broke out in the kitchen of a school in Larnich "
        "on Thursday. Nobody was hurt, the fire brigade said.",
    }
    assert len({one.fold_id for one in place_briefs(briefs)}) == 3


def test_two_things_in_one_town_are_two_events() -> None:
    """However rare its name is, and however often it stands there."""
    briefs = {
        "Trains stop at Larnich again": "For the first time in forty years a train has called at "
        "Larnich. Pupils waved flags when the driver sounded his horn at the old platform. Buses "
        "will meet each arrival, the railway promised, and tickets are cheaper until Easter.",
        "Larnich station reopens": "Larnich has its trains back: hundreds stood on the platform "
        "and waved when the driver brought in the first one, forty years after the last. For the "
        "railway it is a trial; whether it goes on depends on how many tickets are sold.",
        "Larnich bakers win bread prize": "A sourdough loaf from Larnich is the best of the "
        "country, a jury in the capital found. The sisters want to frame the certificate and hang "
        "it above their oven, beside a photograph of the grandmother who began the leaven.",
        "Prize for the sourdough of Larnich": "Two sisters of Larnich bake the best bread of the "
        "country. The jury praised the crust of their loaf, and a leaven that their grandmother "
        "began: it has been fed every evening since, even when the oven was broken.",
    }
    events = [one.event_id for one in place_briefs(briefs)]

    assert events[0] == events[1] != events[2] == events[3]


def test_reports_in_thai_that_share_letters_are_no_event() -> None:
    """Any two texts share pairs of its letters; reports of one flood share longer runs."""
    briefs = {
        "นายกรัฐมนตรีสั่งเร่งแก้ปัญหาน้ำท่วม": "นายกรัฐมนตรีกล่าววันนี้ว่าได้สั่งการให้หน่วยงานท"
        "ี่เกี่ยวข้องเร่งแก้ปัญหาน้ำท่วมในภาคใต้",
        "น้ำท่วมภาคใต้ นายกรัฐมนตรีลงพื้นที่": "นายกรัฐมนตรีลงพื้นที่ภาคใต้ติดตามสถานการณ์น้ำท่ว"
        "ม พร้อมสั่งหน่วยงานเร่งช่วยเหลือประชาชน",
        "ตำรวจจับผู้ต้องหาคดีฉ้อโกง": "ตำรวจกล่าววันนี้ว่าได้จับกุมผู้ต้องหาคดีฉ้อโกงป"
        "ระชาชน มูลค่าความเสียหายกว่าสิบล้านบาท",
        "ธนาคารแห่งประเทศไทยคงอัตราดอกเบี้ย": "ธนาคารแห่งประเทศไทยประกาศวันนี้ว่าคณะกรรมการมีมติ"
        "ให้คงอัตราดอกเบี้ยนโยบายไว้ที่ระดับเดิม",
    }
    events = [one.event_id for one in place_briefs(briefs, "th")]

    assert events[0] == events[1]
    assert len(set(events)) == 3


def verdict(number: int, who: str, town: str) -> Sketch:
    """One of several reports of a verdict, in words of its own besides the names."""
    words = tell(40 * number, 40 * number + 12)
    text = (
        f"A court in {town} has found the banker {who} guilty of fraud. The jury in {town} took "
        f"two days. Friends of {who} left the court in silence. {words}."
    )
    headline = f"Jury finds banker {who} guilty of fraud"
    return sketch(f"{who}{number}", f"s{number}", headline=headline, body_text=text, language="en")


def test_two_events_of_one_kind_are_parted_by_their_names() -> None:
    """The same words, but each group has names that the other lacks."""
    harlan = [verdict(n, "Harlan", "Aubeval") for n in range(3)]
    ostby = [verdict(n, "Ostby", "Meadowbrook") for n in range(10, 13)]

    for batch in ([*harlan, *ostby], [*ostby, *harlan], [ostby[0], *harlan, *ostby[1:]]):
        placed = {one.story_id: one.event_id for one in place(*batch)}
        assert len({placed[one.story_id] for one in harlan}) == 1
        assert len({placed[one.story_id] for one in ostby}) == 1
        assert len(set(placed.values())) == 2


def test_the_earliest_told_founds_whatever_the_order_in_a_batch() -> None:
    """Then the lowest id; memberships come back in the order of the sketches."""
    reports = [report(3, 2), report(1, 1), report(0, 5), report(2, 1)]

    for batch in permutations(reports):
        placed = place(*batch)
        assert [one.story_id for one in batch] == [one.story_id for one in placed]
        assert {one.event_id for one in placed} == {"id-r1"}
        assert {one.fold_id for one in placed} == {"id-r1"}


def test_a_follow_up_of_the_next_days_finds_its_event() -> None:
    """It counts for little less than at once: two fifths at the edge of the three days."""
    hours = (0, 24, 72)
    near, next_day, far = (max(r.score for r in place(report(0, 0), report(1, h))) for h in hours)

    assert 0.95 * near < next_day < near
    assert 0.55 * near < far < 0.65 * near


def test_evidence_is_told_anew_when_the_twin_is_revised() -> None:
    """Of words that it does not have any more none are told."""
    whole = "Meadowbrook boiler strike in Aubeval continues for dockers"
    one, other = (sketch(it, it, headline=whole, body_text="") for it in ("post", "times"))
    held = [
        Candidate(sketch=it, membership=at)
        for it, at in zip((one, other), place(one, other), strict=True)
    ]
    revised = sketch("post", "post", headline=whole.removesuffix(" for dockers"), body_text="")

    told = {it.story_id: it for it in dedupe_stories([revised], [], held)}

    assert "dockers" in held[1].membership.reason
    assert "dockers" not in told[other.story_id].reason


def test_reports_that_come_one_by_one_end_as_those_that_come_together() -> None:
    """In any order: what was decided on little is decided again on more."""
    reports = [verdict(n, "Harlan", "Aubeval") for n in range(3)]
    reports += [verdict(n, "Ostby", "Meadowbrook") for n in range(10, 13)]
    together = {one.story_id: one for one in place(*reports)}

    for order in islice(permutations(reports), 0, 720, 97):
        held: dict[str, Candidate] = {}
        for new in order:
            places = dedupe_stories([new], [], tuple(held.values()))
            held[new.story_id] = Candidate(sketch=new, membership=places[0])
            for place_ in places[1:]:
                held[place_.story_id] = replace(held[place_.story_id], membership=place_)
        assert _list_groups([one.membership for one in held.values()]) == _list_groups(
            together.values()
        )


def _list_groups(places: Iterable[Membership]) -> set[frozenset[str]]:
    """The stories of each event."""
    groups: dict[str, set[str]] = {}
    for one in places:
        groups.setdefault(one.event_id, set()).add(one.story_id)
    return {frozenset(group) for group in groups.values()}


def test_a_report_can_bring_two_events_together() -> None:
    """The one with more reports keeps its id; those that moved are told behind the new ones."""
    sketches = [report(2, 2), report(3, 3)]
    places = dedupe_stories(sketches, [])
    held = [
        remember(report(1, 1), fold_id="id-r1", event_id="id-r1"),
        *(Candidate(sketch=it, membership=at) for it, at in zip(sketches, places, strict=True)),
    ]

    placed = dedupe_stories([report(4, 4)], [], held)

    new, moved, *_ = [(it.story_id, it.event_id, it.fold_id) for it in placed]
    assert new == ("id-r4", "id-r2", "id-r2")
    assert moved == ("id-r1", "id-r2", "id-r2")


def test_what_is_parted_goes_by_two_ids() -> None:
    """The larger part keeps the id, even if the story that founded it is in the other."""
    harlan = [verdict(n, "Harlan", "Aubeval") for n in range(2)]
    ostby = [verdict(n, "Ostby", "Meadowbrook") for n in range(10, 13)]
    founder = harlan[0].story_id
    held = [remember(one, fold_id=founder, event_id=founder) for one in (*harlan, *ostby)]
    new = verdict(13, "Ostby", "Meadowbrook")

    placed = {one.story_id: one.event_id for one in dedupe_stories([new], [], held)}

    assert placed[new.story_id] == founder
    (parted,) = {placed[one.story_id] for one in harlan}
    assert parted != founder


def test_an_editor_overrules_the_evidence() -> None:
    """Put together and parted, whatever the words say, and whatever comes later."""
    reports = [report(n, n) for n in range(3)]
    other = sketch("Orchestra of Ostmark tours the coast", "times", body_text="")
    rulings = [
        Ruling(story_id="id-r1", other_id="id-r2", together=False, ruled=NOON),
        Ruling(story_id=other.story_id, other_id="id-r0", together=True, ruled=NOON),
    ]

    placed = dedupe_stories([*reports, other], [], rulings=rulings)

    by_id = {one.story_id: one for one in placed}
    assert by_id["id-r1"].event_id != by_id["id-r2"].event_id
    assert by_id[other.story_id].fold_id == by_id["id-r0"].fold_id


def test_a_later_word_of_an_editor_overrules_an_earlier_one() -> None:
    """What was parted can be put together again."""
    reports = [report(n, n) for n in range(2)]
    apart = Ruling(story_id="id-r0", other_id="id-r1", together=False, ruled=NOON)
    again = replace(apart, together=True, ruled=NOON + HOUR)

    one, other = dedupe_stories(reports, [], rulings=[apart, again])

    assert one.fold_id == other.fold_id


def test_events_of_which_not_all_is_known_stay_as_they_are() -> None:
    """A copy of an old story goes where that one stands, and nothing of it moves."""
    twin = remember(
        sketch("two", "post", body_text=tell(0, 200)), fold_id="id-one", event_id="id-zero"
    )

    (joined,) = dedupe_stories([sketch("three", "times", body_text=tell(0, 200))], [twin])

    assert (joined.copies_id, joined.fold_id, joined.event_id) == ("id-two", "id-one", "id-zero")


def test_events_that_a_story_may_tell_are_those_of_reports_near_it() -> None:
    """Not its own earlier revision's alone, and none that shares nothing."""
    far = sketch("Orchestra tours the coast", "times", body_text="")
    signed = [remember(report(2, 2)), remember(report(3, 3), event_id="id-r9"), remember(far)]

    new, revised = report(4, 4), report(2, 4)

    assert find_events([new], signed, Deck()) == {"id-r2": [new], "id-r9": [new]}
    assert find_events([revised], signed, Deck()) == {"id-r9": [revised]}


_EIGHT = "Aubeval boiler strike halts ferries, harbour, trams, schools"


@pytest.mark.parametrize(
    ("headline", "text", "enough"),
    [
        ("Boiler strike halts ferries", "", 1),
        (_EIGHT, "", 2),
        (f"{_EIGHT}, mills, cinemas, bakeries, foundries, libraries, markets", "", 2),
        ("アウベヴァルのボイラー爆発で工場従業員三人負傷", "", 2),
        (_EIGHT, "Dockers refused to unload.", 1),
    ],
)
def test_of_a_bare_headline_one_sign_in_common_is_chance(
    headline: str, text: str, enough: int
) -> None:
    """Of few words it may be all there is; of a text the signs are what tells most."""
    one = sketch(headline, "post", body_text=text)

    assert enough == count_enough(one, one.signs)


def test_signs_that_many_events_have_are_not_looked_up() -> None:
    """They would find too many; where all are such, the rarest are taken."""
    one = sketch("Ostmark boiler explodes", "post", body_text="")
    heard = Heard(reports=500, counts={"ostmar": 400})

    assert set(choose_signs(one, heard)) == set(one.signs) - {"ostmar"}
    everywhere = Heard(reports=500, counts=dict.fromkeys(one.signs, 400))
    assert set(choose_signs(one, everywhere)) <= set(one.signs)
    assert len(choose_signs(one, everywhere)) == 3


def test_what_many_events_have_in_common_folds_none() -> None:
    """A name that is in all the news these days says less than one that is not."""
    name = "Ostmark"
    events = [sketch(f"{name} {tell(n, n + 4)}", f"s{n}", body_text="") for n in range(0, 800, 4)]
    heard = count_heard(tuple(events))
    one = sketch(f"{name} elects a mayor", "post", body_text="")
    other = sketch(f"{name} opens a bridge", "times", body_text="")

    before = dedupe_stories([one, other], [])[1].score
    after = dedupe_stories([one, other], [], deck=Deck(heard))[1].score

    assert after < before


@pytest.mark.parametrize(
    ("days", "since", "until"),
    [([0], 0, 0), ([-20_000], -20_000, -20_000), ([-20_000, -7, -3, 0], -7, 0), ([0, -8], 0, 0)],
)
def test_the_span_of_events_is_bounded_whatever_dates_are_stated(
    days: list[int], since: int, until: int
) -> None:
    """Three days around what was told within a week of the newest."""
    told = [sketch("one", "post", first_seen=NOON + day * 24 * HOUR) for day in days]

    assert span_events(told) == (
        NOON + (since - 3) * 24 * HOUR,
        NOON + (until + 3) * 24 * HOUR,
    )


def test_joining_a_twin_takes_over_its_place() -> None:
    """Copies and event are those the twin belongs to, not the twin itself."""
    twin = remember(
        sketch("two", "post", body_text=tell(0, 200)), copies_id="id-one", event_id="id-zero"
    )
    (joined,) = dedupe_stories([sketch("three", "times", body_text=tell(0, 200))], [twin])

    assert (joined.copies_id, joined.event_id, joined.twin_id) == ("id-one", "id-zero", "id-two")


def test_a_revision_keeps_its_place_whatever_it_says_now() -> None:
    """It stays where it was, and those that follow meet its new words."""
    known = remember(
        sketch("one", "post", body_text=tell(0, 200)), copies_id="id-zero", event_id="id-zero"
    )
    other = remember(sketch("two", "times", body_text=tell(300, 500)))
    revised = sketch("one", "post", body_text=tell(300, 500))
    follower = sketch("three", "herald", body_text=tell(600, 800))
    again = sketch("one", "post", body_text=tell(600, 800))

    kept, _, joined = dedupe_stories([revised, again, follower], [known, other])

    assert kept == known.membership
    assert (joined.twin_id, joined.copies_id) == ("id-one", "id-zero")


def test_the_strongest_proof_wins() -> None:
    """The same before a copy, a copy before an event, the earlier of equals."""
    text = tell(0, 200)
    copy = remember(sketch("copy", "a", body_text=text))
    page = ("url:https://x.example/1",)
    words = tell(0, 3)
    late = remember(sketch("late", "b", keys=page, body_text=words))
    early = remember(sketch("early", "c", keys=page, body_text=words, first_seen=NOON - HOUR))
    new = sketch("new", "d", body_text=text, keys=page)

    (joined,) = dedupe_stories([new], [copy, late, early])

    assert (joined.level, joined.twin_id) == (Level.SAME, "id-early")


def test_a_feed_full_of_shared_passages_costs_no_more_for_each_entry() -> None:
    """Each is compared with the few that share most, however many share something."""
    passages = [tell(n, n + 60) for n in range(0, 1_200, 60)]

    def count(many: int) -> int:
        entries = [
            sketch(
                f"e{n}", f"s{n}", body_text=" ".join(passages[n % 7 : n % 7 + 9]) + tell(n, n + 9)
            )
            for n in range(many)
        ]

        with count_calls() as calls:
            place(*entries)
        return calls[compare_shingles.__name__]

    few, many = count(40), count(160)
    assert 0 < many < 6 * few
