"""How newsrooms say that a report is held back until some time, or is not to be used at all.

On text folded as by :mod:`feeds.text.words`: small letters, no accents.
"""

from typing import Final

# Ends a line of a few words with the time of a day: "6AM", "0600 GMT", "6.00 Uhr", "6 h".
_ZONE: Final = r"(?:uhr|uur|h|gmt|utc|bst|cet|mez|e[sd]?t|local time)"
_AT_A_TIME: Final = (
    r"\d{1,2}(?:\s?(?:[ap]\.?m\b\.?|h(?:rs|\d\d)?\b|u[hu]r\b|heures?\b)|[.:]\d\d\b"
    rf"|\d\d(?= {_ZONE}\b))(?: {_ZONE})?\W*$"
)
# A word of a day, and the little ones before and between: nothing else stands in such a line.
_DAY: Final = (
    r"\d{1,4}(?:st|nd|rd|th|er|[aeo])?|[ap]\.?m|noon|midnight|to(?:day|night|morrow)|heute|morgen"
    r"|[a-z]{2,8}(?:day|tag|dag|woch|edi)|(?:mon|tue|wed|thu|thur|fri|sat|sun)s?"
    r"|(?:lun|mar|mercre|jeu|vendre|vener|same)di|dimanche|lunes|martes|miercoles|jueves|viernes"
    r"|sabado|sabato|domingo|domenica|(?:segunda|terca|quarta|quinta|sexta)(?:-feira)?"
    r"|poniedzialku|wtorku|srody|czwartku|piatku|soboty|niedzieli"
    r"|jan(?:uar[iy]?|uary|vier|eiro|vari)?|ene(?:ro)?|gen(?:naio)?|feb(?:ruary?|ruari|rero|braio)?"
    r"|fev(?:rier|ereiro)?|mar(?:ch|s|zo|co|ts|z)?|maerz|maart|mrt|apr(?:il|ile)?|avr(?:il)?"
    r"|abr(?:il)?|ma[iy]|mei|mayo|maio|maggio|jun[ei]?|juin|junio|junho|giugno|jul[iy]?|juil(?:let)?"
    r"|julio|julho|luglio|aug(?:ust|ustus|usti)?|aout|agosto|sept?(?:ember|embre|tembre)?"
    r"|septiembre|set(?:tembre|embro)?|o[ck]t(?:ober|obre|ubre)?|ott(?:obre)?|out(?:ubro)?"
    r"|nov(?:ember|embre|iembre|embro)?|de[cz](?:ember|embre|embro)?|dic(?:iembre|embre)?"
    r"|at|by|from|the|of|am|um|den|der|ab|le|la|les|a|de|du|des|el|las|desde|dia|il|alle|dalle|ore|om"
    r"|op|vanaf|kl|klo|do|dnia|godz|lifted|levee?"
)
# Begins a line that holds a report back until some time …
EMBARGOES: Final = (
    r"^\W*(?:(?:strictly|strikt|news|under|sous|bajo|sotto|sob|onder|pod|unter)\s)?"
    r"(?:embargo(?:ed)?\s?\W{0,3}\s?(?:until|till|til|bis|jusqu|fino|hasta|ate|tot)\b"
    r"|embargoed (?:to|for)\b.*\d|embargo (?:do|date|time|lifts|ends)\b.{0,10}\d"
    r"|embargo(?:ed)?\s?[^\w\s].*(?:\d|until\b|till\b|bis\b|jusqu|hasta\b|not for\b)"
    rf"|embargo(?:ed)?(?: (?:{_DAY})[.,]?){{0,6}} {_AT_A_TIME}"
    r"|embargad[oa]s? (?:hasta|ate)\b|embargato fino\b|[ae]mba?rgolu\b.*\d|эмбарго до\b"
    r"|(?:presse)?sperre?frist\s?(?:[:(-]|bis\b|(?:\w+[.,]* )?\d)|gesperrt bis\b.*\d"
    rf"|(?:frei|freigegeben|zur veroffentlichung)(?: erst)? ab\b.{{0,40}}{_AT_A_TIME}"
    r"|hold for (?:release|publication)\b(?! of\b).*(?:\d|\buntil\b|\btill\b)"
    rf"|hold (?:until|till)\b.{{0,40}}{_AT_A_TIME}"
    r"|not for (?:immediate )?(?:publication|release|broadcast|use)\b.{0,60}"
    r"(?:before|until|till|prior to)\b"
    r"|(?:a )?ne pas (?:publier|diffuser) avant\b|no (?:publicar|difundir) (?:antes|hasta)\b"
    r"|prohibida su (?:difusion|publicacion) (?:antes|hasta)\b"
    r"|nao (?:publicar|divulgar) (?:antes|ate)\b|(?:da )?non (?:pubblicare|diffondere) prima\b"
    r"|nicht (?:(?:veroffentlichen|freigeben)|zur veroffentlichung) vor\b"
    r"|niet (?:publiceren|voor publicatie) voor\b|julkaisuvapaa\b.*\d"
    r"|не публиковать до\b|(?:報道|情報)解禁.{0,20}\d)"
)
# … or takes it back whole.
_KILLED: Final = (
    r"(?:withheld|withdrawn|killed|spiked|do not (?:use|run|publish)|(?:should|must) not be used)"
)
KILLS: Final = (
    r"^\W*(?:(?:(?:mandatory|bulletin|story|photo|picture) kill|kill notice)\s?(?:[:.*!-]|$)"
    r"|(?:advisory|notice|attention,? editors|note to editors|eds)\b\s?[:.,-].{0,300}"
    rf"\b{_KILLED}\b"
    r"|(?:editors,? )?please do not (?:use|run|publish) (?:the|this|our)\b.{0,60}"
    r"\b(?:story|article|report|item|photo|picture|image|version)\b"
    r"|(?:bitte )?(?:die|diese|den|diesen)\b.{0,80}\b(?:meldung|bericht|beitrag|artikel)\b.{0,80}"
    r"\bnicht (?:verwenden|veroffentlichen)\b"
    r"|(?:merci|priere) de ne pas (?:utiliser|publier|diffuser)\b"
    r"|(?:avis d'annulation|depeche annulee)\s?[:.*!-]"
    r"|se ruega no (?:usar|utilizar|publicar|difundir)\b"
    r"|si prega di non (?:usare|utilizzare|pubblicare)\b)"
)
