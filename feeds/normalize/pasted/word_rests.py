"""Rests of words that are no words, in many languages: where a line begins so, one was broken."""

from typing import Final

# None is a word that a hyphen joins to another in any language: left out are "-owned", "-related",
# "-ten", "-ed" ("op-ed"), "-ish", "-est" ("nord-est"), "-mente" ("corpo-mente"), "-ling" and
# "-ping" (names), "-dad", "-ski" and the like.
RESTS: Final = frozenset(
    {
        # English, and what it shares with French and German
        *("ment", "ments", "tion", "tions", "tional", "tionally", "tioned", "tioning"),
        *("sion", "sions", "sional", "mation", "mations", "zation", "zations", "sation", "sations"),
        *("gation", "gations", "lation", "lations", "tation", "tations", "dation", "vation"),
        *(
            "ernment",
            "ernments",
            "ness",
            "nesses",
            "ity",
            "ities",
            "ance",
            "ances",
            "ence",
            "ences",
        ),
        *("ency", "encies", "ancy", "ancies", "ous", "ously", "tive", "tives", "tively", "ture"),
        *("tures", "ful", "ism", "isms", "istic", "ical", "ically", "cial", "cially", "tial"),
        *("cian", "cians", "ing", "ings", "ly", "ers", "lished", "lishing"),
        # German
        *("lich", "liche", "lichen", "licher", "liches", "isch", "ische", "ischen", "ischer"),
        *("keit", "keiten", "heit", "heiten", "schaft", "schaften", "tät", "täten", "ungen"),
        *("tungen", "rungen", "lungen", "nungen", "dungen", "gungen", "tionen", "sionen"),
        *("ierung", "ierungen", "ieren", "iert", "ierte", "ierten", "tiert", "niert", "liert"),
        # French
        *("tement", "rement", "lement", "nement", "sement", "teur", "teurs", "trice", "trices"),
        *("ique", "iques", "tique", "tiques", "isme", "ismes", "iste", "istes", "ité", "ités"),
        *("rité", "lité", "bilité"),
        # Spanish, Portuguese, Italian
        *("ción", "ciones", "sión", "siones", "miento", "mientos", "amente", "emente", "lmente"),
        *("tamente", "camente", "ramente", "damente", "samente", "idad", "idades", "dades"),
        *("cidad", "lidad", "ridad", "vidad", "ção", "ções", "sões", "mento", "mentos", "idade"),
        *("dade", "zione", "zioni", "sione", "sioni", "menti", "ità", "bilità"),
        # Dutch; Swedish, Danish, Norwegian
        *("heid", "lijk", "lijke", "teit", "ingen", "ningen", "ningar", "ninger", "heten"),
        *("heter", "elser", "elsen"),
        # Russian; Polish
        *("ние", "ния", "ний", "нием", "нию", "ция", "ции", "цию", "цией", "ость", "ости", "остью"),
        *("ство", "ства", "ский", "ская", "ского", "ских", "тель", "теля", "телей", "ться", "тся"),
        *("ność", "ności", "cja", "cji", "cję", "cją", "stwo", "stwa"),
    }
)
"""In small letters, with their accents."""
