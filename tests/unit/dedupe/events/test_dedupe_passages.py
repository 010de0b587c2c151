"""A passage that two reports share word for word is no evidence that they tell one event."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from stories import a_story

from feeds.dedupe import Deck, dedupe_stories, sketch_story
from feeds.dedupe.events.passages import find_echoes
from feeds.dedupe.sketches.sentences import number_sentences
from feeds.model import Level, Sketch

Report = tuple[str, str]

FIRM = {
    "en": (
        (
            "Velling Energy opens wind farm off Nordhaven",
            (
                "Velling Energy opened its newest wind farm off Nordhaven on Tuesday."
                " Forty turbines will"
                " supply 300,000 homes. Fishermen had fought the plan for six years."
            ),
        ),
        (
            "Velling Energy names Solberg finance chief",
            (
                "Velling Energy has named Ingrid Solberg as its finance chief. She"
                " joins from a shipping"
                " bank in Hamburg and replaces Olav Moen, who retires in spring."
            ),
        ),
        (
            "Velling Energy is one of the largest operators of turbines in Northern Europe."
            " Headquartered in Bergen, it employs 4,200 people in nine countries and"
            " is listed on the"
            " Oslo exchange."
        ),
    ),
    "de": (
        (
            "Brandner Werke rufen Heizlüfter zurück",
            (
                "Wegen Brandgefahr rufen die Brandner Werke zwölftausend Heizlüfter"
                " zurück. Käufer bekommen"
                " ihr Geld gegen Vorlage des Geräts erstattet, teilte der Hersteller mit."
            ),
        ),
        (
            "Brandner Werke streichen dreihundert Stellen",
            (
                "Die Brandner Werke bauen in Ostmark dreihundert Arbeitsplätze ab. Die"
                " Gewerkschaft sprach"
                " von einem Schlag für die Region und kündigte Widerstand an."
            ),
        ),
        (
            "Die Brandner Werke mit Sitz in Ostmark stellen seit 1921 Öfen, Herde und"
            " Lüfter her. Das"
            " Familienunternehmen beschäftigt rund 2.600 Menschen und erzielte zuletzt einen Umsatz"
            " von 410 Millionen Euro."
        ),
    ),
    "ar": (
        (
            "شركة نوران للطاقة تفتتح محطة شمسية في وادي سهيل",
            (
                "افتتحت شركة نوران للطاقة محطة شمسية جديدة في وادي سهيل تكفي لإنارة"
                " ثلاثين ألف منزل،"
                " وحضر الحفل أهالي القرى المجاورة."
            ),
        ),
        (
            "شركة نوران للطاقة تعين مديرا ماليا جديدا",
            (
                "أعلنت شركة نوران للطاقة تعيين سامي الحلبي مديرا ماليا خلفا لمنى قاسم"
                " التي تتقاعد في"
                " الربيع بعد خدمة طويلة."
            ),
        ),
        (
            "تأسست نوران في مرسى البحر وتعد من كبرى مشغلي التوربينات في المنطقة، ويعمل لديها أربعة"
            " آلاف موظف في تسع دول وأسهمها مدرجة في بورصة الساحل."
        ),
    ),
    "ja": (
        (
            "ヴェリング社が新しい風力発電所を開設",
            (
                "ヴェリング社は火曜日、北浜沖に新しい風力発電所を開いた。四"
                "十基の風車が三十万世帯に電力を供給する。"
                "漁業者は六年間反対していた。"
            ),
        ),
        (
            "ヴェリング社の財務責任者に森田氏",
            (
                "ヴェリング社は財務責任者に森田花子氏を起用すると発"
                "表した。森田氏は海運銀行の出身で、"
                "春に引退する小川氏の後任となる。"
            ),
        ),
        (
            "同社は本社を桜川市に置き、欧州北部で最大級の発電設備を運営する"
            "。従業員は四千二百人で九か国に拠点があり、"
            "証券取引所に上場している。"
        ),
    ),
}


def sketch_reports(language: str, *reports: Report) -> tuple[Sketch, ...]:
    """Return sketches of reports, each by a source of its own."""
    return tuple(
        sketch_story(
            a_story(
                f"r{n}", source_id=f"s{n}", headline=headline, body_text=text, language=language
            )
        )
        for n, (headline, text) in enumerate(reports)
    )


def list_folds(sketches: Sequence[Sketch]) -> list[str]:
    """Return the fold of each."""
    return [place.fold_id for place in dedupe_stories(sketches, ())]


@pytest.mark.parametrize("language", FIRM)
def test_the_description_of_a_firm_folds_no_two_of_its_events(language: str) -> None:
    """Below each, or above what one of them tells."""
    one, other, about = FIRM[language]
    below = [(headline, f"{text}\n\n{about}") for headline, text in (one, other)]
    above = (other[0], f"{about}\n\n{other[1]}")

    for reports in (below, (below[0], above)):
        assert len(set(list_folds(sketch_reports(language, *reports)))) == 2


@pytest.mark.parametrize("language", FIRM)
def test_two_reports_of_one_event_are_folded_whatever_stands_below(language: str) -> None:
    """They share their headline, too, and more than the passage."""
    (headline, text), _, about = FIRM[language]
    cut = text.replace("。", ". ").split(". ")
    reports = ((headline, f"{text}\n\n{about}"), (headline, f"{cut[0]}.\n\n{about}"))

    assert len(set(list_folds(sketch_reports(language, *reports)))) == 1


def test_a_teaser_of_the_same_text_is_folded_under_another_headline() -> None:
    """What is most of a report is no passage of it."""
    lede = (
        "A fire destroyed the old tram depot of Aubeval overnight and nobody was hurt, police said."
    )
    reports = (
        ("Aubeval depot burns down", lede),
        ("Night fire at tram depot", f"{lede} Forty historic trams were lost."),
    )

    assert len(set(list_folds(sketch_reports("en", *reports)))) == 1


def test_a_flash_that_is_most_of_a_passage_is_folded_with_the_report_that_quotes_it() -> None:
    """Also if it has some words of its own, and whichever came first: nobody reads it twice."""
    passage = "Firefighters fought flames for nine hours beside the canal and nobody was hurt."
    flash = ("Aubeval depot burns down", f"{passage} The cause is unknown.")
    report = (
        "Night of smoke beside Aubeval trams",
        (
            f"Neighbours woke to sirens. {passage} Forty historic trams were lost, and the museum"
            " will remain shut until spring while engineers look at its roof."
        ),
    )

    for reports in ((flash, report), (report, flash)):
        assert len(set(list_folds(sketch_reports("en", *reports)))) == 1


LIGHTHOUSES = "The Quenby harbour company runs eleven lighthouses and four tugs off Kestrel."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            (
                "Quenby pilot boat sinks",
                f"Nobody was hurt when it went down in calm weather, mates said. {LIGHTHOUSES}",
            ),
            (
                "Quenby keepers win wage quarrel",
                f"A court sided with them after two bitter winters, mates said. {LIGHTHOUSES}",
            ),
        ),
        (
            (
                "Pilot boat sinks off Meadowbrook",
                f"Nobody was hurt when it went down in calm weather, mates said. {LIGHTHOUSES}",
            ),
            (
                "Quenby lighthouse keepers strike",
                (
                    f"{LIGHTHOUSES} Angry men and women want to be paid for nights, storms and"
                    " Sundays by spring, or stay ashore."
                ),
            ),
        ),
    ],
)
def test_what_ends_a_report_folds_it_with_none_that_only_has_it_too(
    one: Report, other: Report
) -> None:
    """At its end, where both open with other words; or at its beginning."""
    for reports in ((one, other), (other, one)):
        assert len(set(list_folds(sketch_reports("en", *reports)))) == 2


LEDES = {
    "en": (
        "A ferry with 212 people aboard ran aground off Kestrel on Sunday, the coast guard said.",
        ("Kestrel ferry aground", "The ship hit rocks, and a gust tore off its ramp."),
        (
            "Night off Kestrel ends well",
            "Boats brought everybody to a school, where tea was served.",
        ),
    ),
    "de": (
        "Eine Fähre mit 212 Menschen ist am Sonntag vor Kestrel auf Grund gelaufen.",
        ("Fähre vor Kestrel gestrandet", "Das Schiff traf einen Felsen, die Rampe riss ab."),
        ("Nacht vor Kestrel endet gut", "Boote brachten alle in eine Schule, wo es Tee gab."),
    ),
    "zh": (
        "海岸警卫队表示，一艘载有二百一十二人的渡轮周日在凯斯特岛附近搁浅。",
        ("凯斯特岛渡轮搁浅", "船体撞上礁石，跳板被大风扯断。"),
        ("凯斯特岛乘客平安过夜", "小艇把所有人送到一所学校，那里备有热茶。"),
    ),
}


@pytest.mark.parametrize("language", LEDES)
def test_two_that_begin_with_one_sentence_of_an_agency_are_one_event(language: str) -> None:
    """It tells what both headlines name, so it is no notice; what follows are their own words."""
    lede, *reports = LEDES[language]
    told = [(headline, f"{lede} {text}") for headline, text in reports]
    sketches = sketch_reports(language, *told)

    assert find_echoes(*Deck().lay_out(sketches)) == frozenset()
    assert len(set(list_folds(sketches))) == 1


def test_the_terms_of_a_headline_are_no_echoes() -> None:
    """They are what a report is about, wherever else they stand; if the other says so, too."""
    (first, one), (second, other), about = FIRM["en"]
    deck = Deck().lay_out(
        sketch_reports("en", (first, f"{one} {about}"), (second, f"{other} {about}"))
    )
    echoes = find_echoes(*deck)

    assert {"bergen", "^bergen", "countr", "operat", "turbin"} <= echoes
    assert not {"vellin", "energy", "^vellin"} & echoes
    assert echoes == find_echoes(*reversed(deck))


def test_what_one_report_has_by_a_passage_only_is_an_echo() -> None:
    """Who writes of Hamburg meets no report that has it below; who does, too, meets it."""
    (first, one), (second, other), _ = FIRM["en"]
    passage = "The firm has yards in Hamburg, Lundia and Quenby and two more in the far north."
    reports = [(first, one), (second, other), ("Solberg leaves Hamburg bank", other)]
    one_card, *cards = Deck().lay_out(
        sketch_reports("en", *[(headline, f"{text} {passage}") for headline, text in reports])
    )

    assert {"hambur", "quenby"} <= find_echoes(one_card, cards[0])
    assert "hambur" not in find_echoes(*cards)


def test_stories_kept_before_sentences_were_numbered_are_compared_by_all_they_say() -> None:
    """Nothing is known of their passages, so nothing is left out."""
    one, other, about = FIRM["en"]
    reports = [(headline, f"{text}\n\n{about}") for headline, text in (one, other)]
    older = [replace(it, sentences=()) for it in sketch_reports("en", *reports)]

    assert find_echoes(*Deck().lay_out(older)) == frozenset()
    assert [Level.ALONE, Level.EVENT] == [it.level for it in dedupe_stories(older, ())]


@pytest.mark.parametrize(
    "quoted",
    [
        '"We will bring the ferry to Quenby by spring," the minister said',
        "„Wir bringen die Fähre bis zum Frühling nach Quenby“, sagte der Minister",
        "「春までにクエンビーへフェリーを戻すと約束します」と大臣は述べた",
    ],
)
def test_a_quotation_is_no_passage(quoted: str) -> None:
    """What somebody said is told by reports of that only."""
    assert number_sentences([(quoted, FERRY)], ())["ferry"] == 0


@pytest.mark.parametrize("told", ['The ferry "Spring" will go to Quenby again', "It will go again"])
def test_a_name_in_quotation_marks_is_no_quotation(told: str) -> None:
    """A sentence that has one, or none, can be a passage."""
    assert number_sentences([(told, FERRY)], ())["ferry"]


def test_the_reason_names_nothing_of_a_passage() -> None:
    """Who asks why two reports stand together is told what both tell."""
    (headline, text), _, about = FIRM["en"]
    own = "The wind farm off Nordhaven has forty turbines, and fishermen still hate it."
    reports = ((headline, f"{text}\n\n{about}"), (headline, f"{own}\n\n{about}"))
    reason = dedupe_stories(sketch_reports("en", *reports), ())[1].reason

    assert "Nordhaven" in reason
    assert "Bergen" not in reason


FERRY = [(word, (word,), False) for word in "we bring the ferry".split()]
WORDS = "the harbour of bergen lies below seven hills".split()


def read(*sentences: Sequence[str]) -> dict[str, int]:
    """Return the numbers of sentences, by their words, which are terms themselves."""
    return dict(
        number_sentences(
            [(" ".join(it), [(word, (word,), False) for word in it]) for it in sentences], ()
        )
    )


def test_a_term_of_several_sentences_has_no_number() -> None:
    """It is told besides a passage, too; the same sentence again is no other."""
    numbers = read(WORDS, ["rain", "on", "bergen", "again"], WORDS)

    assert numbers["bergen"] == 0 != numbers["rain"]
    assert numbers["seven"] == read(WORDS)["seven"] != numbers["rain"]


def test_a_term_of_the_headline_has_no_number() -> None:
    """Nor has a number of it: that is what the report is about."""
    story = a_story(
        language="en",
        headline="All 212 rescued off Kestrel",
        body_text="No word of it here. A ferry with 212 people aboard ran aground off Kestrel.",
    )
    sketch = sketch_story(story)
    numbers = dict(zip(sketch.terms, sketch.sentences, strict=True))

    assert 0 == numbers["*kestre"] == numbers["#212"]
    assert numbers["ferry"] == numbers["aboard"] > 0


def test_the_first_sentence_has_a_negative_number_if_it_tells_what_the_headline_names() -> None:
    """So two reports show that they begin alike."""
    sentence = (" ".join(WORDS), [(it, (it,), False) for it in WORDS])
    told = number_sentences([("", ()), sentence], {"hills"})

    assert -read(WORDS)["bergen"] == told["bergen"] < 0 == told["hills"]
    assert 0 < number_sentences([sentence], {"ferry"})["bergen"]


def test_the_number_of_a_sentence_never_changes() -> None:
    """Stored ones are compared with those of later versions; capitals do not matter."""
    assert read(WORDS)["bergen"] == read([it.upper() for it in WORDS])["BERGEN"] == 3617029763


def test_a_phrase_of_three_words_has_no_number() -> None:
    """Everybody says so; of a run of characters each two count as a word."""
    terms = ("同社", "社は", "は本", "本社", "社を", "を置", "置く", "く町")

    assert {0} == {*read(["police", "said", "so"]).values()}
    assert number_sentences([("", [("同社は本社を置く町", terms, False)])], ())["本社"]
    assert not number_sentences([("", [("同社", terms[:2], False)])], ())["同社"]
