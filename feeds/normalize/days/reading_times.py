"""How long a report takes to read, as sites say beside its day."""

import re
from typing import Final

from feeds.normalize.days.calendars import write_pattern

_MINUTES: Final = write_pattern(
    (
        *("min", "mins", "minute", "minutes", "minuten", "minutos", "minuto", "minuti", "minuts"),
        *(
            "minut",
            "minuty",
            "minúty",
            "minuter",
            "minuters",
            "minutter",
            "minuuttia",
            "perc",
            "dk",
            "dakika",
            "dakikada",
        ),
        *("λεπτά", "λεπτό", "мин", "минута", "минуты", "минут", "минути", "хв", "хвилина"),
        *("хвилини", "хвилин", "دقيقة", "دقائق", "دقیقه", "דקות", "मिनट", "phút", "menit", "นาที"),
    )
)
_READ: Final = write_pattern(
    (
        *("read", "to read", "reading", "reading time", "read time", "time to read"),
        *("lesezeit", "lesedauer", "lesen", "lektüre", "de lecture", "temps de lecture"),
        *("de lectura", "tiempo de lectura", "temps de lectura", "de leitura", "tempo de leitura"),
        *(
            "di lettura",
            "tempo di lettura",
            "leestijd",
            "lezen",
            "lästid",
            "läsning",
            "læsetid",
            "lesetid",
        ),
        *("lukuaika", "czytania", "czas czytania", "čtení", "doba čtení", "čítania", "olvasás"),
        *("olvasási idő", "timp de citire", "citire", "čitanja", "ανάγνωσης", "ανάγνωση"),
        *("χρόνος ανάγνωσης", "чтения", "чтение", "на чтение", "время чтения", "читання"),
        *("час читання", "четене", "време за четене", "okuma", "okuma süresi", "قراءة", "للقراءة"),
        *("وقت القراءة", "مطالعه", "زمان مطالعه", "קריאה", "זמן קריאה", "पढ़ें", "đọc"),
        *("baca", "waktu baca"),
    )
)
_BETWEEN: Final = r"[\s:.–-]{0,3}"
_READING: Final = re.compile(
    rf"(?:{_READ}){_BETWEEN}(?:(?:ca|approx|about|env|~)\.?\s?)?\d{{1,3}}{_BETWEEN}(?:{_MINUTES})\.?"
    rf"|\d{{1,3}}{_BETWEEN}(?:{_MINUTES}){_BETWEEN}(?:{_READ})"
    r"|[约約]?\s?\d{1,3}\s?分(?:[钟鐘]|で)?(?:阅读|閱讀|読めます|読める|で読了)|(?:読了|阅读)時?间?間?\s?:?\s?\d{1,3}\s?分",
    re.IGNORECASE,
)


def drop_reading(line: str) -> str:
    """Return a line without how long its report takes to read.

    ``27 listopada 2026 • 2 min czytania``, ``Lesezeit: 3 Min.``, ``2 dk okuma``.
    """
    return _READING.sub(" ", line)
