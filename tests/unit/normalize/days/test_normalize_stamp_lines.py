"""Lines that say when, and perhaps who, in whole reports of many languages."""

from datetime import UTC, datetime

import pytest
from pastes import SEEN, normalize_paste
from stories import a_source

from feeds.model import Document, Entry, Story, Text
from feeds.normalize import normalize_document
from feeds.normalize.days.stamps import list_unsaid
from feeds.normalize.furniture.lines import judge_lines

DAY = datetime(2026, 11, 21, tzinfo=UTC).date()
# Letters that have no case show no names.
UNCASED = {"he", "hi", "bn", "ja", "ko", "zh", "th", "fa", "ar", "ka"}
# Of each language: a headline and a paragraph; a day with its weekday, a day of a change, a day
# with a name beside it, and one without a year, which is none for certain.
REPORTS = {
    "tr": (
        "Belediye eski köprüyü kapatıyor",
        ("Belediye meclisi pazartesi günü eski liman köprüsünü iki yıl kapatma kararı aldı, dedi."),
        "Cumartesi, 21 Kasım 2026 - 14:05",
        "Güncelleme: 21 Kasım 2026 14:05",
        "Ayşe Yılmaz | 21 Kasım 2026 14:05",
        "21 Kasım Cumartesi, saat 14:05",
    ),
    "pl": (
        "Miasto zamyka stary most portowy",
        (
            "Rada miasta zdecydowała w poniedziałek o zamknięciu"
            " starego mostu portowego na dwa lata."
        ),
        "sobota, 21 listopada 2026, godz. 8:05",
        "Aktualizacja: 21 listopada 2026 8:05",
        "Anna Kowalska, 21 listopada 2026, 8:05",
        "sobota, 21 listopada, godz. 8:05",
    ),
    "el": (
        "Ο δήμος κλείνει την παλιά γέφυρα του λιμανιού",
        (
            "Το δημοτικό συμβούλιο αποφάσισε τη Δευτέρα να κλείσει"
            " την παλιά γέφυρα του λιμανιού για δύο χρόνια."
        ),
        "Σάββατο 21 Νοεμβρίου 2026, 08:05",
        "Ενημερώθηκε: 21 Νοεμβρίου 2026 08:05",
        "Μαρία Παππά | 21 Νοεμβρίου 2026 08:05",
        "Σάββατο, 21 Νοεμβρίου 08:05",
    ),
    "ru": (
        "Город закрывает старый портовый мост",
        (
            "Городской совет в понедельник решил закрыть старый портовый"
            " мост на два года, сообщили в мэрии города."
        ),
        "21 ноября 2026, 08:05",
        "Обновлено: 21 ноября 2026, 08:05",
        "Иван Петров, суббота, 21 ноября 2026, 08:05",
        "суббота, 21 ноября, 08:05",
    ),
    "uk": (
        "Місто закриває старий портовий міст",
        (
            "Міська рада в понеділок вирішила закрити старий портовий"
            " міст на два роки, повідомили в мерії міста."
        ),
        "субота, 21 листопада 2026, 08:05",
        "Оновлено: 21 листопада 2026, 08:05",
        "Іван Петренко, субота, 21 листопада 2026, 08:05",
        "субота, 21 листопада, 08:05",
    ),
    "he": (
        "העירייה סוגרת את גשר הנמל הישן",
        ("מועצת העיר החליטה ביום שני לסגור את גשר הנמל הישן לשנתיים, כך אמר ראש העיר לאחר הישיבה."),
        "יום שבת, 21 בנובמבר 2026, 08:05",
        "עודכן: 21 בנובמבר 2026, 08:05",
        "דוד לוי, 21 בנובמבר 2026, 08:05",
        "שבת, 21 בנובמבר, 08:05",
    ),
    "hi": (
        "शहर ने पुराना बंदरगाह पुल बंद किया",
        ("नगर परिषद ने सोमवार को पुराने बंदरगाह पुल को दो साल के लिए बंद करने का फैसला किया, महापौर ने कहा।"),
        "शनिवार, 21 नवंबर 2026, 08:05 बजे",
        "अपडेट: 21 नवंबर 2026, 08:05",
        "अमित शर्मा, 21 नवंबर 2026, 08:05",
        "शनिवार, 21 नवंबर, 08:05",
    ),
    "bn": (
        "শহর পুরোনো বন্দর সেতু বন্ধ করছে",
        (
            "নগর পরিষদ সোমবার পুরোনো বন্দর সেতু দুই বছরের জন্য বন্ধ"
            " করার সিদ্ধান্ত নিয়েছে, মেয়র বৈঠকের পরে বলেছেন।"
        ),
        "শনিবার, ২১ নভেম্বর ২০২৬, ০৮:০৫",
        "আপডেট: ২১ নভেম্বর ২০২৬, ০৮:০৫",
        "রহিম আলী, ২১ নভেম্বর ২০২৬, ০৮:০৫",
        "শনিবার, ২১ নভেম্বর, ০৮:০৫",
    ),
    "ja": (
        "市が古い港の橋を閉鎖へ",
        "市議会は月曜日、古い港の橋を二年間閉鎖することを決めた。市長は会議のあとに記者団に語った。",
        "2026年11月21日 20時05分",
        "更新 2026年11月21日 20時05分",
        "朝日新聞 2026年11月21日 20時05分",
        "11月21日（土）20時05分",
    ),
    "ko": (
        "시가 오래된 항구 다리를 폐쇄한다",
        (
            "시의회는 월요일 오래된 항구 다리를 이 년 동안"
            " 폐쇄하기로 결정했다고 시장이 회의 후에 밝혔다."
        ),
        "2026년 11월 21일 토요일 20시 05분",
        "수정 2026년 11월 21일 20:05",
        "홍길동 기자 2026년 11월 21일 20:05",
        "11월 21일 토요일 20:05",
    ),
    "zh": (
        "市政府关闭旧港口大桥",
        "市议会星期一决定将旧港口大桥关闭两年,市长在会议结束后对记者说,工程将于三月开始。",
        "2026年11月21日 星期六 20:05",
        "更新时间：2026年11月21日 20:05",
        "新华社 2026年11月21日 20:05",
        "11月21日 星期六 20:05",
    ),
    "th": (
        "เมืองปิดสะพานท่าเรือเก่า",
        ("สภาเมืองลงมติเมื่อวันจันทร์ให้ปิดสะพานท่าเรือเก่าเป็นเวลาสองปี นายกเทศมนตรีกล่าวหลังการประชุม"),
        "วันเสาร์ที่ 21 พฤศจิกายน 2569 เวลา 08:05 น.",
        "อัปเดต 21 พฤศจิกายน 2569 08:05",
        "สมชาย ใจดี 21 พฤศจิกายน 2569 08:05 น.",
        "21 พฤศจิกายน 08:05 น.",
    ),
    "vi": (
        "Thành phố đóng cửa cây cầu cảng cũ",
        (
            "Hội đồng thành phố hôm thứ Hai đã quyết định đóng cửa"
            " cây cầu cảng cũ trong hai năm, thị trưởng cho biết."
        ),
        "Thứ bảy, 21 tháng 11, 2026, 08:05",
        "Cập nhật: 21 tháng 11, 2026, 08:05",
        "Nguyễn Văn An, 21 tháng 11, 2026 08:05",
        "Thứ bảy, 21 tháng 11, 08:05",
    ),
    "hu": (
        "A város lezárja a régi kikötői hidat",
        (
            "A városi tanács hétfőn úgy döntött, hogy két évre lezárja"
            " a régi kikötői hidat, közölte a polgármester."
        ),
        "2026. november 21., szombat 8:05",
        "Frissítve: 2026. november 21. 8:05",
        "Nagy Éva, 2026. november 21. 8:05",
        "november 21., szombat 8:05",
    ),
    "fi": (
        "Kaupunki sulkee vanhan satamasillan",
        (
            "Kaupunginvaltuusto päätti maanantaina sulkea vanhan satamasillan"
            " kahdeksi vuodeksi, kertoi kaupunginjohtaja."
        ),
        "Lauantai 21. marraskuuta 2026 klo 8.05",
        "Päivitetty 21. marraskuuta 2026 klo 8.05",
        "Matti Virtanen, 21. marraskuuta 2026 klo 8.05",
        "lauantaina 21. marraskuuta klo 8.05",
    ),
    "cs": (
        "Město uzavírá starý přístavní most",
        (
            "Městská rada se v pondělí rozhodla uzavřít starý přístavní"
            " most na dva roky, řekl po jednání starosta města."
        ),
        "Sobota 21. listopadu 2026 v 8:05",
        "Aktualizováno: 21. listopadu 2026 8:05",
        "Jana Nováková, 21. listopadu 2026 8:05",
        "sobota 21. listopadu, 8:05",
    ),
    "fa": (
        "شهر پل قدیمی بندر را می‌بندد",
        (
            "شورای شهر روز دوشنبه تصمیم گرفت پل قدیمی بندر"
            " را برای دو سال ببندد، شهردار پس از جلسه گفت."
        ),
        "شنبه ۲۱ نوامبر ۲۰۲۶ - ۰۸:۰۵",
        "بروزرسانی: ۲۱ نوامبر ۲۰۲۶ ۰۸:۰۵",
        "علی رضایی، ۲۱ نوامبر ۲۰۲۶ ۰۸:۰۵",
        "شنبه ۲۱ نوامبر - ۰۸:۰۵",
    ),
    "ar": (
        "المدينة تغلق جسر الميناء القديم",
        ("صوت مجلس المدينة يوم الاثنين على إغلاق جسر الميناء القديم لمدة عامين، كما قال."),
        "السبت ٢١ نوفمبر ٢٠٢٦ - ٠٨:٠٥",
        "آخر تحديث: 21 نوفمبر 2026 08:05",
        "أحمد علي - 21 نوفمبر 2026 08:05",
        "السبت 21 نوفمبر - 08:05",
    ),
    "ka": (
        "ქალაქი ხურავს ძველ ნავსადგურის ხიდს",
        (
            "საკრებულომ ორშაბათს გადაწყვიტა ძველი ნავსადგურის ხიდის"
            " ორი წლით დახურვა, განაცხადა მერმა სხდომის შემდეგ."
        ),
        "შაბათი, 21 ნოემბერი, 2026 08:05",
        "განახლდა: 21 ნოემბერი, 2026 08:05",
        "ნინო 21 ნოემბერი, 2026 08:05",
        "შაბათი, 21 ნოემბერი, 08:05",
    ),
}


def paste(*lines: str) -> Story:
    """Return the story in pasted lines, each between empty ones."""
    return normalize_paste("\n\n".join(lines))


@pytest.mark.parametrize("language", REPORTS)
def test_what_says_when_is_neither_headline_nor_text(language: str) -> None:
    """Below the headline or above it, in the language that is detected in the text."""
    headline, paragraph, *stamps = REPORTS[language]

    for stamp in stamps:
        for head in ((headline, stamp), (stamp, headline)):
            story = paste(*head, paragraph, f"{paragraph[:-1]}!")
            assert (story.language, story.headline) == (language, headline)
            assert (story.standfirst, story.body_text.split("\n\n")[0]) == ("", paragraph)


@pytest.mark.parametrize("language", REPORTS)
def test_the_day_of_a_report_or_change_is_read_where_it_stands_alone(language: str) -> None:
    """With what it was found in; not above the headline, where it may be today's."""
    headline, paragraph, day, change, named, yearless = REPORTS[language]

    def read(*head: str) -> Story:
        return paste(*head, paragraph, f"{paragraph[:-1]}!")

    published, updated = read(headline, day).published, read(headline, change).updated
    assert published is not None
    assert updated is not None
    assert published.date() == updated.date() == DAY
    assert ("published", "found in the text") in {
        (it.field, it.origin) for it in read(headline, day).inferred
    }
    silent = (read(headline, change), read(day, headline), read(headline, yearless))
    assert [it.published for it in silent] == [None] * 3
    assert read(headline, day).updated is None
    assert (read(headline, named).published is None) == (language in UNCASED)


@pytest.mark.parametrize(
    "line",
    [
        "Published 21 November 2026.",
        "Published Saturday, 21 November 2026, 8:05 p.m.",
        "Jane Doe, Saturday, 21 November 2026, 8:05 p.m.",
        "Jane Doe | 21 November, 8:05",
    ],
)
def test_a_stop_behind_a_date_ends_no_sentence(line: str) -> None:
    """Nor does one behind "p.m." make a paragraph of a line with a name."""
    (judged,) = judge_lines([line], "en")

    assert judged.kind == "stamp"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Jane Doe resigned on 21 November 2026."),
        ("en", "The Bridge, 21 November 2026, was closed."),
        ("en", "The fair opens on 21 November, 8:05"),
        ("en", "Weather forecast 21 November 2026"),
        ("tr", "Köprü 21 Kasım 2026 günü kapandı"),
        ("ar", "وقع الزلزال 21 نوفمبر 2026 الساعة 08:05."),
        ("ar", "وقع الزلزال 21 نوفمبر 2026"),
        ("ru", "Мост закрыли 21 ноября 2026"),
        ("ja", "地震が発生し多くの住民が避難した 2026年11月21日 20時05分"),
    ],
)
def test_a_line_that_tells_what_happened_is_none_that_says_when(language: str, line: str) -> None:
    """It has words that are no names; where letters have no case, many, or a stop behind them."""
    (judged,) = judge_lines([line], language)

    assert judged.kind != "stamp"


@pytest.mark.parametrize(
    ("line", "unsaid"),
    [
        ("Ayşe Yılmaz | 21 Kasım 2026 Cumartesi 14:05", ("Ayşe", "Yılmaz")),
        ("Cumartesi, 21 Kasım, saat 14:05", ()),
        ("21 Kasım", None),
        ("Salı 21 Kasım ve 22 Aralık, saat 14:05", None),
        ("21 Kasım Aralık, saat 14:05", None),
        ("21 Kasım 14:05 3", None),
        ("21 Kasım 2026 " + "1" * 200_000, None),
        ("21 Kasım 14:05 " * 20_000, None),
    ],
)
def test_words_that_say_nothing_of_a_day_are_listed(
    line: str, unsaid: tuple[str, ...] | None
) -> None:
    """As they stand there; a day without a year counts beside a time only."""
    assert list_unsaid(line, "tr") == unsaid


def test_a_day_that_is_yet_to_come_is_that_of_an_event() -> None:
    """Unless the text says that it was published then, which is another's error to tell."""
    headline, paragraph, *_ = REPORTS["pl"]
    ahead = "12 grudnia 2026"

    assert paste(headline, ahead, paragraph, f"{paragraph}!").published is None
    told = paste(headline, f"Opublikowano {ahead}", paragraph, f"{paragraph}!")
    assert told.published == datetime(2026, 12, 12, tzinfo=UTC)
    # Where UTC is taken for a zone ahead of it, today may begin tomorrow.
    today = paste(headline, "28 listopada 2026, 23:30", paragraph, f"{paragraph}!")
    assert today.published == datetime(2026, 11, 28, 23, 30, tzinfo=UTC)


def test_a_day_above_the_report_of_a_page_is_not_read() -> None:
    """Nobody knows whether the headline stood above it; but what says that it was published is."""
    _, paragraph, *_ = REPORTS["pl"]

    def read(line: str) -> Story:
        html = f"<article><p>{line}</p>{f'<p>{paragraph}</p>' * 4}</article>"
        text = Text(value=html, role="page", type="html", language="pl")
        document = Document(form="html", entries=(Entry(texts=(text,)),))
        (story,), _ = normalize_document(document, a_source("inbox"), SEEN)
        return story

    assert read("21 listopada 2026").published is None
    assert read("Opublikowano 21 listopada 2026").published is not None
    assert "listopada" not in read("21 listopada 2026").body_text


@pytest.mark.parametrize(
    "line",
    [
        *("100 years ago", "25 YEARS AGO", "100 anni fa", "100 jaar geleden", "100 år siden"),
        *("100 år sedan", "100 lat temu", "100 лет назад", "100 років тому", "100 vuotta sitten"),
        *("100 yıl önce", "Vor 100 Jahren", "Il y a 100 ans", "Hace 100 años", "100年前"),
    ],
)
def test_what_old_papers_told_stands_below_the_years_since_then(line: str) -> None:
    """They are a heading, and what stands below them is kept, be it one short sentence."""
    told = "The mill burned down to its wheel, and the miller was carried out by his own mule."
    other = "A hundred children of the town swam for the apples of a boat that sank at the steps."
    later = line.replace("100", "50").replace("25", "10")
    text = f"Old papers\n\nAda Moll\n\n{told}\n\n{line}\n\n{other}\n\n{later}\n\nA boat sank."

    story = normalize_paste(text)

    assert judge_lines([line])[0].kind == "title"
    assert {told, other, "A boat sank."} <= set(story.body_text.split("\n\n"))
    assert story.published is None


def test_how_old_a_report_is_says_when_or_nothing() -> None:
    """In hours or days; few years are a page's, too."""
    lines = ("2 hours ago", "3 dni temu", "2 years ago", "100 shares")

    assert [line.kind for line in judge_lines(lines)] == ["stamp", "stamp", *["furniture"] * 2]
