"""Letters speak for an encoding, or nobody is believed."""

import pytest

from feeds.parse.letters import guess_encoding

_RUSSIAN = "Паводок затих к вечеру вторника. Жители нижних улиц вернулись в свои дома."
_TEXTS = {
    "cp1251": _RUSSIAN,
    "koi8-u": _RUSSIAN,
    "iso8859-5": _RUSSIAN,
    "cp866": _RUSSIAN,
    "cp1253": "Η πλημμύρα στην πόλη υποχώρησε το βράδυ της Τρίτης. Οι κάτοικοι επέστρεψαν.",
    "cp1255": "השיטפון בעיר נרגע ביום שלישי בערב. תושבי הרחובות הנמוכים חזרו לבתיהם.",
    "cp1256": "انحسر الفيضان في المدينة مساء الثلاثاء. عاد سكان الشوارع إلى منازلهم.",
    "cp874": "น้ำท่วมในเมืองลดลงในเย็นวันอังคาร ชาวบ้านบนถนนด้านล่างกลับบ้านแล้ว",
    "cp932": "火曜日の夕方、町の洪水は収まった。低い通りの住民は学校で二晩を過ごした。",
    "euc_jp": "火曜日の夕方、町の洪水は収まった。低い通りの住民は学校で二晩を過ごした。",
    "cp949": "화요일 저녁 도시의 홍수가 가라앉았다. 낮은 거리의 주민들은 집으로 돌아갔다.",
    "gb18030": "周二傍晚，城里的洪水退去。低洼街道的居民在学校度过两夜后返回家中。",
    "big5": "週二傍晚，城裡的洪水退去。低窪街道的居民在學校度過兩夜後返回家中。",
}


@pytest.mark.parametrize(("codec", "text"), _TEXTS.items(), ids=_TEXTS)
def test_text_of_another_script_is_found(codec: str, text: str) -> None:
    """Two sentences are enough, also between the tags of a page."""
    assert codec == guess_encoding(text.encode(codec))
    assert codec == guess_encoding(f"<div class='report'><p>{text}</p></div>".encode(codec))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        "Où étaient les élèves de l’école après l’été ? À l’hôtel, déjà rentrés.".encode("cp1252"),
        "Räddningstjänsten körde båtar över ån; Åsa Öberg såg älvens vågor.".encode("cp1252"),
        "Powódź ustąpiła we wtorek. Mieszkańcy wrócili do domów, źdźbło.".encode("cp1250"),
        "Şehirdeki sel salı akşamı durdu. Köprünün kapalı kalacağı söylendi.".encode("cp1254"),
        "ÄÖÜ ÉÈÊ ÀÂÇ ØÅÆ ÑÕÃ ÝÞÐ".encode("cp1252"),
        _RUSSIAN[:13].encode("cp1251"),
        _RUSSIAN.upper().encode("cp1251"),
        bytes(range(128, 256)) * 4,
    ],
    ids=["empty", "French", "Swedish", "Polish", "Turkish", "letters", "short", "capitals", "all"],
)
def test_doubt_gives_nothing(content: bytes) -> None:
    """Latin text, a few words, and what is no text at all are not guessed."""
    assert guess_encoding(content) is None
