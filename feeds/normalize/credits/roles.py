"""Words that say what somebody does, not who it is."""

from typing import Final

ROLES: Final = frozenset(
    {
        *("staff", "writer", "reporter", "correspondent", "editor", "editors"),
        *("producer", "chief", "columnist", "journalist", "photographer", "contributor"),
        *("contributors", "bureau", "desk", "team", "newsroom", "editorial", "board"),
        *("redaktion", "redaktionsteam", "redacción", "redaction", "rédaction"),
        *("redazione", "redação", "korrespondent", "korrespondentin", "correspondant"),
        *("correspondante", "corresponsal", "reporters", "correspondents", "agencies"),
        *("agenturen", "agences", "agencias", "newswire", "wires", "agency", "wire"),
        *("service", "services", "admin", "administrator", "webmaster", "guest", "press"),
        *("associate", "freelance", "analyst", "presenter", "online", "news"),
        *("anonymous", "unknown", "undefined", "null", "none", "author", "reuters.com"),
        *("journaliste", "periodista", "giornalista", "jornalista", "verslaggever"),
        *("verslaggeefster", "redactie", "redacteur", "redaktionen", "repórter"),
        *("redactor", "redactora", "redakteur", "redakteurin", "envoyé", "envoyée"),
        *("agências", "medewerker", "contributed", "submitted", "inviato", "inviata"),
        *("enviado", "enviada"),
    }
)
