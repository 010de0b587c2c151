"""Copies in scripts without spaces between words, and in two scripts of one language."""

import pytest
from stories import a_story

from feeds.dedupe import sketch_story
from feeds.dedupe.copies.evidence import judge_copy
from feeds.dedupe.sketches.pieces import split_pieces
from feeds.model import Level, Sketch

QUAKE = (
    "気象庁によりますと、二十七日午後三時ごろ、北海道東部の沖合を震源とする強い地震があり、釧路市などで"
    "震度五強の揺れを観測しました。消防によりますと、市内で住宅の塀が倒れ、七十代の女性が足にけがをしました。"
    "鉄道会社は線路の点検のため一部の区間で運転を見合わせています。"
)
OTHER_QUAKE = (
    "気象庁によりますと、三日午前九時ごろ、九州南部を震源とする地震があり、鹿児島県の一部で震度四を観測しました。"
    "県によりますと、これまでに被害の情報は入っていません。新幹線は一時運転を見合わせましたが、まもなく再開しました。"
    "専門家は今後も同じ程度の揺れに注意するよう呼びかけています。"
)
RAIN = (
    "中央气象台二十七日发布暴雨橙色预警，预计未来二十四小时内，长江中下游地区将出现大到暴雨。当地政府已启动防汛应急"
    "响应，转移低洼地带居民三千余人。铁路部门表示，受强降雨影响，部分列车停运或晚点。"
)
RAIN_TRADITIONAL = (
    "中央氣象臺二十七日發佈暴雨橙色預警，預計未來二十四小時內，長江中下游地區將出現大到暴雨。當地政府已啟動防汛應急"
    "響應，轉移低窪地帶居民三千餘人。鐵路部門表示，受強降雨影響，部分列車停運或晚點。"
)
FLOOD = (
    "กรมอุตุนิยมวิทยาประกาศเตือนว่าจะมีฝนตกหนักมากในภาคใต้ตั้งแต่วันศุกร์ถึงวันอาทิตย์ ประชาชนที่อาศัยอยู่ในพื้นที่"
    "เสี่ยงภัยขอให้ระวังน้ำท่วมฉับพลันและน้ำป่าไหลหลาก ชาวเรือควรงดออกจากฝั่งในระยะนี้ ทางหลวงหลายสายถูกปิด"
    "และเจ้าหน้าที่ได้อพยพผู้สูงอายุออกจากบ้านเรือนริมแม่น้ำแล้วกว่าสามร้อยคน โรงเรียนทุกแห่งในอำเภอหยุดเรียนสองวัน"
)
BRIDGE = (
    "Влада је у петак најавила да ће нови мост преко Саве бити отворен до краја године. "
    "Министар је рекао да су радови завршени пре рока и да је остало само осветљење. "
    "Становници два насеља траже да се пре тога среде прилазни путеви."
)
BRIDGE_LATIN = (
    "Vlada je u petak najavila da će novi most preko Save biti otvoren do kraja godine. "
    "Ministar je rekao da su radovi završeni pre roka i da je ostalo samo osvetljenje. "
    "Stanovnici dva naselja traže da se pre toga srede prilazni putevi."
)


def sketch(source: str, language: str, headline: str, text: str) -> Sketch:
    """A sketch of a text, told by a source of its own."""
    told = {"source_id": source, "headline": headline, "body_text": text, "language": language}
    return sketch_story(a_story(source, keys=(), **told))


@pytest.mark.parametrize(
    ("tags", "headlines", "texts"),
    [
        (("ja", "ja-JP"), ("釧路で震度5強", "女性けが"), (QUAKE, "【速報】" + QUAKE[10:])),
        (("zh", "zh-CN"), ("暴雨橙色预警", "列车停运"), (RAIN, RAIN[8:] + "（新华社）")),
        (("zh-Hans", "zh-TW"), ("暴雨橙色预警", "列車停運"), (RAIN, RAIN_TRADITIONAL)),
        (("th", "th"), ("ภาคใต้ฝนตกหนัก", "ระวังน้ำท่วม"), (FLOOD, FLOOD[43:])),
        (("sr-Cyrl", "sr-Latn"), ("Мост преко Саве", "Radovi završeni"), (BRIDGE, BRIDGE_LATIN)),
    ],
)
def test_a_copy_is_found_without_spaces_and_in_another_script(
    tags: tuple[str, str], headlines: tuple[str, str], texts: tuple[str, str]
) -> None:
    """Cut, with another headline, in the letters of another country."""
    one, other = map(sketch, ("one", "other"), tags, headlines, texts)
    verdict = judge_copy(one, other)

    assert verdict is not None
    assert verdict.level is Level.COPY
    assert set(one.bands) & set(other.bands)


def test_two_reports_in_the_words_of_one_office_are_no_copies() -> None:
    """They begin and go on as such reports do."""
    one, other = sketch("one", "ja", "地震", QUAKE), sketch("other", "ja", "地震", OTHER_QUAKE)

    assert set(one.shingles) & set(other.shingles)
    assert judge_copy(one, other) is None


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Don't stop", ("don't", "stop")),
        ("東京都庁 NATO加盟", ("東京都", "京都庁", "nato", "加盟")),
        ("ประเทศ", ("ประเทศ",)),
        ("ปีนี้", ("ป", "น")),
    ],
)
def test_pieces_are_words_or_threes_of_characters(text: str, pieces: tuple[str, ...]) -> None:
    """Letters of Thai are parted by their vowel signs."""
    assert pieces == split_pieces(text, None)
