"""What tells a report on mails from a mail that speaks of itself: words that no mail has for that.

Clause by clause a mail speaks of itself, of its reader, and of what that one is to do.
"""

import re
from typing import Final

# Who tells of a mail says who said so.
_SAID: Final = re.compile(
    r"\b(?:said|says|told|wrote|writes|asked|warned|warns|ruled|according|police|sagte|sagt|teilte"
    r"|schrieb|schreibt|hie(?:ss|ß)|warnt|warnte|entschied|laut|polizei|a dit|a declare|selon|dijo"
    r"|decia|segun|disse|diceva|ha detto|secondo|segundo|zei|volgens|stond|sade|stod|enligt|ifolge"
    r"|powiedzial\w*|wedlug|pisal\w*|rekl\w*|podle|сказал\w*|сообщил\w*|писал\w*|заявил\w*)\b"
)
_CLAUSE: Final = re.compile(r"[.!?:;,…]+\s+|\s+[–—|·•]+\s+|[。！？、，；：]")
_LEAST_WORDS: Final = 2
# Of so many clauses half may be of other things, as in notices of secrecy.
_MANY: Final = 4
_HALF: Final = 2
# Folded. How mails are called, and what is done with them.
_MAILS: Final = (
    r"e-?mail|mail|newsletter|message|nachricht|courriel|lettre|correo|mensaje|boletin|messaggi"
    r"|comunicazion|mensage|boletim|bericht|nieuwsbrief|mejl|e-?post|utskick|brev|nyhets|nyheds"
    r"|viesti|sahkopost|uutiskirj|wiadomosc|zprav|hirlev|bulten|письм|сообщен|рассылк|лист|post\b"
)
_SHOWN: Final = (
    r"browser|online|web\b|navega|navigat|nettleser|selaim|przeglad|prohlizec|tarayici|браузер"
    r"|webblasar|tarayıcı|(?:ال)?متصفح|view|display|images?\b|anzeig|ansicht|bilder|affich|visuali|linea\b"
    r"|ligne\b|ansehen|in app"
)
_DONE: Final = (
    r"click|klick|klik|cliqu|clic|clicca|here\b|hier\b|ici\b|aqui\b|qui\b|link|subscri"
    r"|sign(?:ed)? up"
    r"|abonn|anmeld|angemeldet|abmeld|abbestell|austrag|desabonn|desinscri|inscri|inscrev|iscri|baja"
    r"|suscri|subscrev|subscric|assin|cancel|afmeld|uitschr|aanmeld|aangemeld|avregistr|prenumer"
    r"|tilmeld|wypis|zapis|отпис|подпис|opted|prefer|setting|einstell|receiv|erhalt|empfang|recev"
    r"|recib|ricev|receb|ontvang|forward|weiterleit|doorgestuurd|reply|antwort|address"
    r"|learn (?:why|more)|full experience|options"
    r"|trust|recogni[sz]e|know the|content is safe|caution|attach|anhang|anlag|piece|adjunt|allegat"
    r"|odber|odhlas|prihlas|adres|tıkla|liste|abone|(?:ال)?اشتراك|(?:ال)?رسالة|هنا|anexo|bijlage|attention|attenz|atencion|atencao|achtung|vorsicht"
)
_CLOSED: Final = (
    r"confiden|privileg|propriet|vertraulich|riservat|exclusi|esclusiv|vertrouwelijk|uitsluitend"
    r"|konfidentiel|fortrolig|poufn|конфиденц|intended|recipient|addressee|addressed|in error"
    r"|mistake|empfanger|adressat|irrtumlich|richtige|destin|erreur|errore|engano|geadresseerde"
    r"|bestemd|ontvanger|mottag|modtag|mottak|adresat|адресат|получател|disclos|distribut|cop(?:y|ied"
    r"|ie|ia)|prohibit|unauthori|delete|destroy|notify|verbot|vernicht|losch|kopier|informier"
    r"|please\b|sender|bitte\b|expediteur|remitente|mittente|afzender|avsandar|afsender"
    r"|virus|disclaimer|legal|liab|haft|print|druck|imprim|stamp|afdruk|environment|umwelt|ambiente"
    r"|planet|milieu|milj"
)
_READER: Final = (
    r"you\b|your\b|you're|us\b|our\b|we\b|sie\b|ihr(?:e[nmrs]?)?\b|ihnen\b|du\b|dich\b|dein|wir\b"
    r"|uns\b|unser|vous\b|votre\b|vos\b|nous\b|notre\b|usted|nuestr|voi\b|vostr|nostr|tuo\b|tua\b"
    r"|voce\b|noss[ao]|uw\b|u\b|je\b|jouw|onze\b|dig\b|deg\b|vi\b|nasz|naszego|twoj|вы\b|вас\b|вам\b"
    r"|ваш|наш|\S+@\S+|https?:|©"
)
_DEVICE: Final = (
    r"iphone|ipad|ipod|mac\b|galaxy|android|blackberry|huawei|xiaomi|nokia|phone|telefon|handy|mobil"
    r"|movil|cellular|telemovel|celular|portable|outlook|yahoo|gmail|thunderbird|gmx"
)
_OWN: Final = re.compile(rf"\b(?:{_MAILS}|{_SHOWN}|{_DONE}|{_CLOSED}|{_READER}|{_DEVICE})|[@©]")


def is_told_of_mail(folded: str) -> bool:
    """Tell whether somebody tells of a mail in a line that begins as one speaks of itself.

    Args:
        folded: The line, folded, with one space between words.
    """
    if _SAID.search(folded):
        return True
    clauses = [it for it in _CLAUSE.split(folded) if len(it.split()) >= _LEAST_WORDS]
    other = sum(_OWN.search(it) is None for it in clauses)
    return _HALF * other >= len(clauses) if len(clauses) >= _MANY else other > 0
