"""What readers wrote below a report, where the page was copied with it: it is none of the report.

Below its heading or its first "… says:" nothing of the report follows.
"""

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from typing import Final

from feeds.normalize.furniture import COLONS, Line
from feeds.text.words import fold_text

_WORDS: Final = (
    r"(?:reader |user |leser|gaste|nutzer)?(?:comments?|thoughts?|responses?|repl(?:y|ies)"
    r"|kommentare?|antworten?|gedanken?|commentaires?|reponses?|reflexions?|reactions?"
    r"|comentarios?|respuestas?|respostas?|pensamientos?|comment[oi]|rispost[ae]|pensier[oi]"
    r"|reacties?|gedachten?|komentarz[ey]?|odpowiedzi|kommentar(?:er|ar)?|svar|kommenttia?"
    r"|vastausta?|komentar[eu]?|komentaru|yorumlar|yorum|cevap|комментари\w{1,3}|ответ\w{0,2}"
    r"|отзыв\w{0,2}|коментар\w{0,3}|відповід\w{1,2})"
)
_UNPARTED: Final = (
    r"(?:コメント|件のコメント|评论|条评论|則留言|条回复|개의 댓글|댓글|تعليقات?|ردود)"
)
# "12 comments", "3 thoughts on “…”", "Comments (12)", "댓글 3".
_HEADING: Final = re.compile(
    rf"[(\[]?\d[\d.,]*[)\]]?\s?(?:{_WORDS}|{_UNPARTED})(?:\s.{{0,200}})?"
    rf"|(?:{_WORDS}|{_UNPARTED})\s?:?\s?[(\[]?\d{{0,6}}[)\]]?"
)
_SAYS: Final = re.compile(
    r".{1,60}\s(?:says|said|sagt|schreibt|(?:a )?dit|dice|dijo|diz|disse|ha detto|scrive|schreef"
    r"|zegt|pisze|napisal(?:\(a\))?|mowi|skriver|sager|siger|sier|sanoo|rika|dedi ki|пишет|говорит"
    r"|сказал(?:\(а\))?|каже|より|说道|說道|يقول)\s?:"
)
_REPLY: Final = frozenset(
    map(
        fold_text,
        (
            *("Reply", "Antworten", "Antwort", "Répondre", "Responder", "Rispondi", "Beantwoorden"),
            *("Reageer", "Odpowiedz", "Svara", "Svar", "Vastaa", "Odpovědět", "Yanıtla", "Cevapla"),
            *("Ответить", "Відповісти", "返信", "回复", "回覆", "답글", "رد"),
        ),
    )
)
_AROUND: Final = " :.!>»→↩↓▸|•·-–—"
_BELOW: Final = 3


def find_comments(lines: Sequence[Line]) -> int:
    """Return the place of the first line of the readers' comments; that of the end without them.

    A heading that names comments counts if it counts them or who or when stands above the first of
    them, and below it a link to reply; so many paragraphs stand between as above it at most, so
    that a link to the comments above the report is none. Without a heading they begin where
    somebody "says:", and when stands right below.

    Args:
        lines: With their kinds, in order.
    """
    return min((*_find_headings(lines), *_find_sayings(lines)), default=len(lines))


def _find_headings(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the places of headings of comments."""
    prose = [place for place, line in enumerate(lines) if line.kind == "prose"]
    marks = [place for place, line in enumerate(lines) if _is_mark(line)]
    told = [place for place, line in enumerate(lines) if line.kind == "stamp" or _says(line)]
    for place, line in enumerate(lines) if marks else ():
        above = bisect(prose, place)
        if not above or not _HEADING.fullmatch(line.folded):
            continue
        first = next(iter(prose[above : above + 1]), len(lines))
        behind = bisect(marks, place)
        mark = next(iter(marks[behind : behind + 1]), len(lines))
        counted = any(map(str.isdigit, line.text))
        whose = bisect(told, place) < bisect(told, first)
        if (counted or whose) and mark < len(lines) and bisect(prose, mark) <= 2 * above:
            yield place


def _find_sayings(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the places below the first paragraph where somebody says something on a day."""
    told = False
    for place, line in enumerate(lines):
        below = lines[place + 1 : place + _BELOW]
        if told and _says(line) and any(it.kind == "stamp" for it in below):
            yield place
        told = told or line.kind == "prose"


def _is_mark(line: Line) -> bool:
    """Tell whether a line stands at a comment only: a link to reply, or whose it is."""
    return line.folded.strip(_AROUND) in _REPLY or _says(line)


def _says(line: Line) -> bool:
    """Tell whether a line names who says what stands below it."""
    return line.text.endswith(COLONS) and _SAYS.fullmatch(line.folded) is not None
