"""What readers wrote below a report, where the page was copied with it: it is none of the report.

Below its heading or its first "… says:" nothing of the report follows.
"""

import re
from bisect import bisect, bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from feeds.normalize.days.stamps import names_clock, names_day
from feeds.normalize.furniture.lines import COLONS, Line
from feeds.text.words import fold_text

# What readers write is called so, and nothing else.
_COMMENTS: Final = (
    r"(?:reader |user |leser|gaste|nutzer)?(?:comments?|thoughts?"
    r"|kommentare?|gedanken?|commentaires?|reflexions?"
    r"|comentarios?|pensamientos?|comment[oi]|pensier[oi]"
    r"|gedachten?|komentarz[ey]?|kommentar(?:er|ar)?|kommenttia?"
    r"|komentar[eu]?|komentaru|yorumlar|yorum|комментари\w{1,3}"
    r"|отзыв\w{0,2}|коментар\w{0,3})"
    r"|コメント|件のコメント|评论|条评论|則留言|개의 댓글|댓글|تعليقات?"
)
# A report tells of these, too.
_ANSWERS: Final = (
    r"responses?|repl(?:y|ies)|antworten?|reponses?|reactions?|respuestas?|respostas?|rispost[ae]"
    r"|reacties?|odpowiedzi|svar|vastausta?|cevap|ответ\w{0,2}|відповід\w{1,2}|条回复|ردود"
)
_ONE: Final = r"one|eine?|une?|uno?|um|een|jeden|en|et|bir|один"
_ABOUT: Final = (
    r"to|on|zu|auf|sur|au sujet de|a|en|su|em|sobre|op|over|do|till|til|om|aiheesta|na|к|на|до"
)
_QUOTES: Final = "\"“„«»‘'「『"
# "12 comments", "3 thoughts on “…”", "Ein Kommentar zu „…“", "Comments (12)", "댓글 3".
_HEADING: Final = re.compile(
    rf"[(\[]?\d[\d.,]*[)\]]?\s?(?:(?P<sure>{_COMMENTS})\s?:?"
    rf"(?P<whose>\s(?:{_ABOUT})\s.{{0,200}}|\s?[{_QUOTES}].{{0,200}})?"
    rf"|(?:{_ANSWERS})\s?:?(?P<to>\s(?:{_ABOUT})\s.{{0,200}})?)"
    rf"|(?:{_ONE})\s(?:{_COMMENTS}|{_ANSWERS})(?P<one>\s(?:{_ABOUT})\s.{{0,200}})"
    rf"|(?:{_COMMENTS}|{_ANSWERS})\s?:?\s?(?P<count>[(\[]?\d{{0,6}}[)\]]?)"
    r"|(?P<of>discussion about this (?:post|podcast|video))"
)
# Headings above what people asked somebody, who answered.
_CHAT: Final = re.compile(
    r"\b(?:(?:live[ -]?|t)?chat(?:protokoll)?|q ?& ?a|ask me anything|question time|fragestunde"
    r"|sprechstunde|questions? and answers?|fragen und antworten|questions?(?: et |-)reponses?"
    r"|preguntas y respuestas|domande e risposte|perguntas e respostas|vragen en antwoorden"
    r"|вопросы и ответы|чат)\b|質疑応答|一問一答|问答"
)
_ON: Final = re.compile(rf"^\s*(?:{_ABOUT})\s")
_NAMED: Final = re.compile(rf"\b(?:{_COMMENTS})\b")
_COUNTS: Final = re.compile(rf"\b\d+ (?:\S+ )?(?:{_COMMENTS})\b")
_VERBS: Final = (
    r"says|said|sagt|sagte|schreibt|(?:a )?dit|dice|dijo|diz|disse|ha detto|scrive|schreef"
    r"|zegt|zei|pisze|napisal(?:\(a\))?|mowi|skriver|sager|siger|sier|sa|sagde|sanoo|rika|dedi ki"
    r"|пишет|говорит|сказал(?:\(а\))?|каже|より|说道|說道|يقول"
)
_SAYS: Final = re.compile(rf"(?P<name>.{{1,60}})\s(?:{_VERBS})\s?:")
# Behind it may stand when: "Jane said on November 21, 2026 at 9:14 pm".
_SAID_THEN: Final = re.compile(rf".{{1,60}}\s(?:{_VERBS})\s.{{8,60}}:")
_SAYS_ON: Final = re.compile(rf"(?P<name>.{{1,60}})\s(?:{_VERBS})\s?(?:\.\.\.|…)")
_REPLY: Final = frozenset(
    map(
        fold_text,
        (
            *("Reply", "Antworten", "Répondre", "Responder", "Rispondi", "Beantwoorden"),
            *("Reageer", "Odpowiedz", "Svara", "Svar", "Vastaa", "Odpovědět", "Yanıtla", "Cevapla"),
            *("Ответить", "Відповісти", "返信", "回复", "回覆", "답글", "رد"),
        ),
    )
)
_AROUND: Final = " :.!>»→↩↓▸|•·-–—"
_BELOW: Final = 3
# A comment has so many lines at most from whose it is to the link to reply.
_NEAR: Final = 6
_LONGEST_NAME: Final = 5
# So many of a report are passed over.
_MOST_CHATS: Final = 3
# One paragraph behind them may be the site's.
_MORE: Final = 2
# A report of one paragraph looks like the standfirst of another.
_FEW: Final = 2


def find_comments(lines: Sequence[Line]) -> int:
    """Return the place of the first line of the readers' comments; that of the end without them.

    A heading that names comments counts if a link to reply stands below it, or whose words the
    first are, and when; so many paragraphs stand between as above it at most, so that a link to the
    comments above the report is none. Without a heading they begin where somebody "says:", with day
    and hour right below, and a link to reply follows. Reports quote letters, chats, posts and
    answers to questions: those have no such links. A chat that is part of the report has them: it
    is told by its heading, by what stands below it, or by who answers in it.

    Args:
        lines: With their kinds, in order.
    """
    headings = list(_find_headings(lines))
    places = sorted((*headings, *_find_sayings(lines)))
    own = [place for place in headings if not _replies(lines[place])]
    start = 0
    for _ in range(_MOST_CHATS):
        found = places[bisect_left(places, start) :][:1]
        if not found:
            break
        start = next(iter(own[bisect(own, found[0]) :][:1]), len(lines))
        if not _is_chat(lines, found[0], start, headed=found[0] in headings):
            return found[0]
    return len(lines)


def _is_chat(lines: Sequence[Line], start: int, end: int, *, headed: bool) -> bool:
    """Tell whether what looks like comments, between two places, is part of the report.

    The heading says so, or more of the comments than how many there are; or the report goes on with
    paragraphs right behind the last link to reply, where below comments somebody else is named, a
    form stands, or a few words on comments. Without a heading the report may tell of who answers.
    """
    headings = [it for it in lines[max(0, start - 1) : start + 1] if _is_title(it)]
    if any(_CHAT.search(it.folded) for it in headings):
        return True
    # Above a heading of comments stand links to them: "Permalink 34 Comments".
    if any(map(_tells_of_comments, headings[-1:] if headed else headings)):
        return True
    if not headed and _is_answered(lines, start, end):
        return True
    replies = [place for place in range(start, end) if _replies(lines[place])]
    behind = lines[replies[-1] + 1 : replies[-1] + 1 + _MORE] if replies else ()
    told = [it for it in behind if it.kind == "prose" and not _NAMED.search(it.folded)]
    return len(told) == _MORE


def _is_answered(lines: Sequence[Line], start: int, end: int) -> bool:
    """Tell whether somebody of whom the report tells above speaks every other time, and not once.

    One of the readers who wrote may be known to the report, too.
    """
    above = " ".join(line.folded for line in lines[:start] if line.kind == "prose")
    speakers = [_name_speaker(lines[it], lines[it + 1 : it + 2]) for it in range(start, end)]
    spoken = [speaker for speaker in speakers if speaker]
    answers = sum(speaker in above for speaker in spoken)
    return answers > 1 and 2 * answers >= len(spoken)


def _is_title(line: Line) -> bool:
    """Tell whether a line may be a heading: it is neither a paragraph nor whose a comment is."""
    return line.kind != "prose" and not _is_mark(line)


def _tells_of_comments(line: Line) -> bool:
    """Tell whether a line counts comments and says more of them than what they are on."""
    found = _HEADING.fullmatch(line.folded)
    return _COUNTS.search(line.folded) is not None and (found is None or _tells_on(line, found))


def _tells_on(line: Line, heading: re.Match[str]) -> bool:
    """Tell whether behind what looks like a heading stands no title, but the rest of a sentence.

    "12 comments on the pier were read out": titles begin with a capital letter or a quote.
    """
    behind = heading["whose"] or heading["to"] or heading["one"] or ""
    words = len(_ON.sub("", behind, count=1).split())
    return bool(words) and line.text.split()[-words:][0][:1].islower()


def _name_speaker(line: Line, below: Sequence[Line]) -> str:
    """Return the last two words of the name of who says what stands below; empty if there are not.

    Titles stand before them: "Mayor Ida Brenn".
    """
    found = _SAYS.fullmatch(line.folded) or _SAYS_ON.fullmatch(line.folded)
    if found is None and not any(map(_tells_when, below)):
        return ""
    words = (found["name"] if found else line.folded).split()
    return " ".join(words[-2:]) if 1 < len(words) <= _LONGEST_NAME else ""


def _find_headings(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the places of headings of comments."""
    marks = [place for place, line in enumerate(lines) if _is_mark(line)]
    prose = [place for place, line in enumerate(lines) if line.kind == "prose"] if marks else []
    stamps = [place for place, line in enumerate(lines) if _tells_when(line)] if marks else []
    for place, line in enumerate(lines) if marks else ():
        above, behind = bisect(prose, place), bisect(marks, place)
        found = _HEADING.fullmatch(line.folded) if above and behind < len(marks) else None
        if found is None or _tells_on(line, found) or bisect(prose, marks[behind]) > 2 * above:
            continue
        mark = marks[behind]
        named = found["whose"] or found["to"] or found["one"] or _says(lines[mark])
        count = any(map(str.isdigit, found["count"] or ""))
        counted = found["count"] is None or count
        first = next(iter(prose[above : above + 1]), len(lines))
        end = mark + _BELOW if counted else first
        dated = bisect(stamps, place) < bisect(stamps, end)
        sure = found["sure"] or found["of"] or count
        sure = sure and any(map(_replies, lines[mark : mark + _NEAR]))
        if (dated or sure) and (above >= _FEW or named or not dated):
            yield place


def _find_sayings(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the places below the first paragraph where somebody says something on a day."""
    told = False
    found: list[int] = []
    replies = False
    for place, line in enumerate(lines):
        below = lines[place + 1 : place + _BELOW]
        if told and _says(line) and any(map(_tells_when, below)):
            timed = any(names_clock(it.text) and names_day(it.text) for it in below)
            found += [place] if timed or found else []
        replies = replies or (bool(found) and _replies(line))
        told = told or line.kind == "prose"
    if replies:
        yield found[0]


def _is_mark(line: Line) -> bool:
    """Tell whether a line stands at a comment only: a link to reply, or whose it is."""
    return _replies(line) or _says(line)


def _replies(line: Line) -> bool:
    """Tell whether a line is a link to reply; others may stand behind it."""
    return line.folded.partition(" |")[0].strip(_AROUND) in _REPLY


def _says(line: Line) -> bool:
    """Tell whether a line names who says what stands below it."""
    text = line.text.rstrip()
    if text.endswith(COLONS):
        then = _SAID_THEN.fullmatch(line.folded) is not None and _tells_when(line)
        return then or _SAYS.fullmatch(line.folded) is not None
    return text.endswith(("...", "…")) and _SAYS_ON.fullmatch(line.folded) is not None


def _tells_when(line: Line) -> bool:
    """Tell whether a line states when something was written."""
    if line.kind == "stamp":
        return True
    return line.text.endswith(COLONS) and names_day(line.text) and names_clock(line.text)
