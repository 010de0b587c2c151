"""Lines in which a mail speaks of itself: how it is shown, to whom it went, and for whom it is.

Programs and offices put them above and below what somebody wrote. Each is known as a whole, by the
words with which it begins and by what only a mail says: a report may tell of mails, too.
"""

import re
from collections.abc import Mapping
from typing import Final

from feeds.text.words import fold_text

_LONGEST: Final = 2_000
_AROUND: Final = " *•|>[]()_-–—"
_FIRST: Final = re.compile(r"[\w'-]+")
# Folded, as all below: no accents, and "и" for "й".
_MAIL: Final = (
    r"(?:e-?mail(?:s|a)?|mails?|newsletters?|(?:email |e-mail )?messages?|communication"
    r"|nachricht(?:en)?|mailings?|courriels?|mels?|infolettre|lettre(?: d'information)?"
    r"|correos?(?: electronicos?)?|mensajes?|boletin(?:es)?|messaggi[oi]?|comunicazion[ei]"
    r"|mensage(?:m|ns)|boletim|bericht(?:en)?|nieuwsbrief|mejl\w*|epost\w*|e-post\w*|utskick\w*"
    r"|brev|nyhetsbrev\w*|nyhedsbrev\w*|viesti\w*|sahkopost\w*|uutiskirj\w*|wiadomosc\w*|maila"
    r"|zprav\w*|hirlev\w*|e-?posta\w*|bulten\w*|письм\w*|сообщен\w*|рассылк\w*|лист\w*)"
)
_ADDRESS: Final = r"\S+@\S+"
_BROWSER: Final = (
    r"(?:browser|webbrowser|navigateur|navegador|webblasare\w*|nettleser\w*|selaimes\w*"
    r"|przegladar\w*|prohlizec\w*|prehliadac\w*|bongeszo\w*|tarayici\w*|браузер\w*)"
)
_CLICK: Final = (
    r"(?:click|browser|online|klick\w*|hier\b|clique\w*|ici\b|navigateur|clic\b|aqui\b|navegador"
    r"|clicca\w*|qui\b|klik\w*)"
)
# For whom it is: a notice of secrecy says that, and of what the reader must do by mistake.
_FOR_WHOM: Final = (
    r"(?:intended|recipients?|addressees?|in error|empfanger\w*|adressat\w*|irrtumlich|destin\w*"
    r"|geadresseerde\w*|bestemd|ontvanger\w*|mottagar\w*|modtager\w*|mottaker\w*|adresat\w*"
    r"|адресат\w*|получател\w*)"
)
_KEPT: Final = (
    r"(?:confiden[tc]i\w*|privileged|proprietary|vertraulich\w*|ausschlie(?:ss)lich|nur fur"
    r"|riservat\w*|esclusiv\w*|exclusiv\w*|exclusively|solely|only|vertrouwelijk\w*|uitsluitend"
    r"|konfidentiell\w*|fortrolig\w*|poufn\w*|конфиденциальн\w*)"
)
_DEVICE: Final = (
    r"(?:iphone|ipad|ipod|mac|macbook|galaxy|samsung|android|blackberry|huawei|xiaomi|pixel|nokia"
    r"|smartphone|phone|cell ?phone|mobile|mobiltelefon|handy|telephone|portable|mobiele telefoon"
    r"|telefono|movil|cellulare|telemovel|celular|outlook|yahoo|gmail|proton ?mail|thunderbird"
    r"|gmx|web\.de|t-mobile|verizon|at&t|windows|aol|mail)"
)
_OUTSIDE: Final = (
    r"(?:outside|external|extern\w*|l'exterieur|exterieur|fuera|fora|estern\w*|fuori|buiten\w*"
    r"|ausserhalb)"
)
_THIS: Final = r"(?:this|diese|dieser|cet?|cette|est[ea]|quest[oa]|deze|dit)"
_CONFIDENTIAL: Final = rf" {_MAIL}\b.{{0,160}}\b{_KEPT}\b.{{0,200}}\b{_FOR_WHOM}.*$"
_NOT_SHOWN: Final = rf".{{0,60}}\b{_MAIL}\b.{{0,60}}\b{_CLICK}.{{0,60}}$"
_IN_BROWSER: Final = (
    r"(?:(?: \S+){0,4} (?:in|im|dans|en|no|na|nel|nella|i|pa|w|we|v|ve|в|у)(?: \S+)?"
    rf"|(?: \S+){{0,4}}) {_BROWSER}\W*(?:https?:\S*)?\W*$"
)
_ONLINE: Final = (
    r"(?: (?:este|esta|la|el|le|de|deze|den|det|questa?o?|o|a|versi\w+|vers[ae]o|version\w*"
    rf"|{_MAIL})){{0,3}} (?:online|en linea|en ligne|pa (?:webben|nettet))\W*$"
)

# By the words with which lines begin, what follows these.
_LINES: Final[Mapping[str, tuple[str, ...]]] = {
    # How it is shown.
    "view read see open watch": (
        (
            rf" (?:(?:this|the|it|our|in|on|{_MAIL}|post|issue|story|article|version)\b ?){{0,5}}"
            r"(?:in (?:your|a|the) (?:web )?browser|in browser|in app|on the web|online)\b"
            r"(?: at)?:?(?: \S{1,300})?\W*$"
        ),
    ),
    "having problems trouble difficulty difficulties": (rf" .{{0,40}}\b{_MAIL}\b.{{0,80}}$",),
    "can't cannot": (rf" (?:see|view|read) (?:this|the|our) {_MAIL}\b.{{0,80}}$",),
    "click": (rf" here to (?:view|read|see|open) .{{0,30}}\b{_MAIL}\b.{{0,40}}$",),
    "web online": (r"[ -]?(?:version|ansicht)\W*$",),
    "webversion webansicht online-version online-ansicht web-version": (r"\W*$",),
    "is": (rf" (?:this|our) {_MAIL} not displaying\b.{{0,80}}$",),
    "se": (r" i (?:din )?browser(?:en)?\W*$",),
    "im zur": (r" (?:browser (?:ansehen|anzeigen|offnen|lesen)|online-?(?:version|ansicht))\W*$",),
    "newsletter e-mail mail nachricht": (
        r" (?:im|in ihrem) (?:web)?browser (?:ansehen|anzeigen|offnen|lesen)\W*$",
    ),
    "sollte wird": (rf" (?:sie )?dies\w+ {_MAIL}\b.{{0,60}}\b{_CLICK}.{{0,60}}$",),
    "voir lire afficher consulter visualiser ouvrir": (_IN_BROWSER, _ONLINE),
    "version": (r" (?:en ligne|web|en linea|online)\W*$",),
    "ver leer abrir veja leia abra": (_IN_BROWSER, _ONLINE),
    "visualizza leggi apri": (_IN_BROWSER, _ONLINE),
    "bekijk open lees": (_IN_BROWSER, _ONLINE),
    "kun kan kunt ziet lukt problemen": (_NOT_SHOWN,),
    "visa oppna las vis laes abn les apne avaa nayta lue katso zobacz otworz wyswietl zobrazit"
    " otevrit zobrazit megnyitas открыть посмотреть читать просмотреть прочитать відкрити"
    " переглянути": (_IN_BROWSER, _ONLINE),
    "tarayicida": (r" (?:ac|goruntule|oku)\w*\W*$",),
    # Who forwarded it, and who may.
    "forwarded": (rf" this {_MAIL}\?.{{0,80}}$",),
    "was": (rf" this {_MAIL} forwarded to you\?.{{0,80}}$",),
    "forward": (rf" (?:this|it)(?: {_MAIL})? to (?:a|your) friends?\W*$",),
    # To whom it went, and how that ends.
    "this": (
        (
            rf" {_MAIL} (?:was|has been|is being|is) (?:sent|addressed|intended|meant)"
            rf" (?:to|for) (?:{_ADDRESS}|you)\b.*$"
        ),
        _CONFIDENTIAL,
        (
            rf" {_MAIL} (?:originated|came|comes|was sent|has been sent|is)"
            rf" from (?:an? )?(?:\w+ )?{_OUTSIDE}\b.*$"
        ),
        r" sender is (?:from )?(?:outside|external)\b.*$",
    ),
    "want": (rf" to change how you receive these {_MAIL}\?.*$",),
    "update manage change edit": (
        (
            rf" (?:(?:your|my) )?(?:{_MAIL} |subscription |account"
            rf" )?(?:preferences|settings|profile"
            r"|subscriptions?)\b"
            rf"(?:.{{0,60}}\bunsubscribe\b.{{0,40}}| here| for (?:this|these) {_MAIL})?"
            r"\W*$"
        ),
    ),
    "add": (r" us to your (?:address book|contacts|safe senders?)\b.{0,60}$",),
    "our": (r" mailing address is\W*$",),
    "get download": (r" outlook for (?:ios|android|mac|windows)\W*$",),
    "you're you": (
        (
            r"(?: are)? (?:currently )?"
            r"(?:on the free list for|(?:a )?(?:free|paid) subscriber to)\b.*$"
        ),
        rf" don't often get {_MAIL} from {_ADDRESS}.*$",
        rf"(?: are)? (?:currently )?(?:subscribed to|receiving) (?:this|our|these) {_MAIL}\b.*$",
    ),
    "some": (rf" people who received this {_MAIL} don't often get {_MAIL} from .*$",),
    "to": (r" view this discussion (?:visit|on the web)\b.*$",),
    "reply": (rf" to this {_MAIL} (?:to (?:send|give|tell|let)|with) .{{0,60}}$",),
    "diese dieser": (
        rf" {_MAIL} (?:wurde|ist) (?:an|fur) (?:{_ADDRESS}|sie)\b.*$",
        _CONFIDENTIAL,
        rf" {_MAIL} (?:stammt|kommt|wurde) von (?:\w+ ){{0,2}}{_OUTSIDE}\b.*$",
    ),
    "vom von": (r" (?:unserem |diesem )?newsletter (?:hier )?(?:abmelden|austragen)\W*$",),
    "den diesen unseren": (r" newsletter (?:hier )?(?:abbestellen|kundigen)\W*$",),
    "sie": (rf" erhalten nicht (?:haufig|oft) (?:eine )?{_MAIL} von .*$",),
    "ce cet cette": (
        (
            rf" {_MAIL}(?: electronique)? (?:(?:vous )?a ete|est) (?:envoye|adresse)e? a"
            rf" (?:{_ADDRESS}|vous)\b.*$"
        ),
        _CONFIDENTIAL,
        rf" {_MAIL} (?:provient|vient|a ete envoye) d\S* ?(?:l'|un |une )?(?:\w+ )?{_OUTSIDE}\b.*$",
    ),
    "pour": (r" (?:vous|te) (?:desinscrire|desabonner)\b.{0,80}$",),
    "este esta esse essa": (
        (
            rf" {_MAIL} (?:fue|ha sido|se ha|se|foi) (?:enviad[oa]|envio) (?:a|para)"
            rf" (?:{_ADDRESS}|usted|voce|ti)\b.*$"
        ),
        _CONFIDENTIAL,
        (
            rf" {_MAIL} (?:proviene|procede|se origino|fue enviado|foi"
            rf" enviad[oa]|veio|e) (?:de|desde)"
            rf" (?:\w+ ){{0,2}}{_OUTSIDE}\b.*$"
        ),
    ),
    "para": (r" (?:darse|darte) de baja\b.{0,80}$",),
    "questa questo il": (
        rf" {_MAIL} (?:e|ti e|le e|vi e) stat[oa] inviat[oa] a (?:{_ADDRESS}|te)\b.*$",
        _CONFIDENTIAL,
        rf" {_MAIL} (?:proviene|arriva) da\S* (?:\w+ ){{0,2}}{_OUTSIDE}\b.*$",
    ),
    "per": (r" (?:cancellarti|disiscriverti|annullare l'iscrizione)\b.{0,80}$",),
    "cancellati disiscriviti": (r"(?: (?:qui|da\S*(?: \S+){1,2}))?\W*$",),
    "cancelar": (r" (?:a )?(?:subscricao|inscricao|assinatura)\W*$",),
    "deze dit": (
        (
            rf" {_MAIL} (?:is|werd) (?:verzonden|verstuurd|gestuurd) (?:naar|aan)"
            rf" (?:{_ADDRESS}|u|je)\b"
            r".*$"
        ),
        _CONFIDENTIAL,
        rf" {_MAIL} (?:is|komt) (?:afkomstig )?van (?:\w+ )?{_OUTSIDE}\b.*$",
    ),
    "du": (
        (
            rf" (?:far|fick|modtager|mottar) (?:det har|detta|denna|denne|dette)"
            rf" {_MAIL},? (?:for att"
            r"|eftersom|fordi|da)\b.*$"
        ),
    ),
    "avregistrera avprenumerera afmeld": (r"(?: (?:dig|nyhedsbrev\w*|nyhetsbrev\w*))?\W*$",),
    "avsluta": (r" prenumeration\w*\W*$",),
    "meld": (r" deg av(?: \S+){0,2}\W*$",),
    "sait": (rf" taman {_MAIL},? koska\b.*$",),
    "peruuta": (r" tilaus\W*$",),
    "otrzymujesz otrzymal": (rf" (?:te|ten|tego) {_MAIL},? poniewaz\b.*$",),
    "wypisz": (r" sie(?: z newslettera)?\W*$",),
    "вы ви": (rf" (?:получили|получаете|отримали|отримуете) (?:это|эту|цеи|эту) {_MAIL},? .*$",),
    "отписаться відписатися": (rf"(?: от {_MAIL}| від {_MAIL})?\W*$",),
    "это": (_CONFIDENTIAL,),
    "bu": (rf" {_MAIL} .*\b(?:aliyorsunuz|aldiniz|gonderilmistir)\W*$",),
    "if wenn falls mochten si se caso wil wilt": (
        # To whom it went by mistake.
        (
            r" .{0,60}\b"
            r"(?:not the (?:intended|named)|nicht der (?:richtige|vorgesehene|beabsichtigte)"
            r"|n'etes pas le|no es (?:usted )?el|non (?:sei|siete) il|nao (?:e|for) o|niet de)"
            rf" .{{0,20}}{_FOR_WHOM}.*$"
        ),
        (
            rf" .{{0,40}}\b{_MAIL}\b.{{0,30}}\b(?:in error|by mistake|irrtumlich|par"
            rf" erreur|por error"
            r"|per errore|por engano|per ongeluk|ten onrechte)\b.*$"
        ),
        # How it is shown.
        (
            r" .{0,40}\b(?:trouble|problems|difficulty|display\w*|cannot|can't|unable|nicht"
            r"|affich\w*"
            rf"|visualis\w*|visualiz\w*|puedes?|consegu\w*|consig\w*|riesci)\b{_NOT_SHOWN}"
        ),
        rf" .{{0,40}}\b{_MAIL}\b.{{0,40}}\b(?:nicht|affich\w*)\b.{{0,60}}\b{_CLICK}.{{0,60}}$",
        # How that ends.
        (
            r" .{0,60}\b(?:no longer|not wish|don't w\w+|nicht (?:mehr|langer)|ne (?:souhaitez"
            r"|voulez)"
            r" plus|no desea|ya no|non (?:desideri|vuoi) piu|nao (?:deseja|quer|queira|deseje)|niet"
            rf" (?:meer|langer)|geen)\b.{{0,60}}\b{_MAIL}\b.{{0,120}}$"
        ),
        (
            rf" .{{0,60}}\b{_MAIL}\b.{{0,30}}\b(?:nicht (?:mehr|langer)|niet (?:meer|langer))\b"
            r".{0,120}$"
        ),
    ),
    # From outside.
    "caution warning attention notice achtung vorsicht warnung atencion attenzione atencao let"
    " external externe extern externo externa": (
        (rf"\b.{{0,40}}\b{_THIS} {_MAIL}\b.{{0,60}}\b{_OUTSIDE}\b.*$"),
    ),
    "external externe extern externo externa": (
        rf" (?:{_MAIL}|sender|absender)\b(?:\W*$|[.:!] .*$)",
    ),
    "do": (r" not click (?:on )?(?:any )?links or open (?:any )?attachments unless\b.*$",),
    # By which device.
    "sent": (rf" (?:from|via|with) (?:(?:my|a|an|the) )?(?:\S+ )?{_DEVICE}\b(?: \S+){{0,4}}\W*$",),
    "gesendet": (rf" (?:von|mit) (?:\S+ ){{0,2}}{_DEVICE}\b(?: \S+){{0,3}}\W*$",),
    "von": (rf" (?:meinem )?{_DEVICE}(?: \S+){{0,2}} gesendet\W*$",),
    "envoye": (rf" (?:de|depuis) (?:mon )?(?:\S+ )?{_DEVICE}\b(?: \S+){{0,4}}\W*$",),
    "enviado": (
        rf" (?:desde|de|do|a partir do) (?:(?:mi|meu) )?(?:\S+ )?{_DEVICE}\b(?: \S+){{0,4}}\W*$",
    ),
    "inviato": (rf" (?:da|dal)(?: mio)? (?:\S+ )?{_DEVICE}\b(?: \S+){{0,4}}\W*$",),
    "verstuurd verzonden": (rf" (?:vanaf|met) (?:mijn )?(?:\S+ )?{_DEVICE}\b(?: \S+){{0,3}}\W*$",),
    "skickat sendt lahetetty wyslane wyslano odeslano отправлено надіслано": (
        rf" (?:\S+ ){{0,3}}{_DEVICE}\b(?: \S+){{0,3}}\W*$",
    ),
    # For whom it is, and that it need not be printed.
    "confidentiality disclaimer confidential": (
        (
            rf"\b.{{0,160}}\b(?:{_THIS} {_MAIL}|information (?:contained|transmitted))\b"
            rf".{{0,300}}\b{_FOR_WHOM}\b.*$"
        ),
    ),
    "please think": (
        (
            r" (?:consider (?:the environment|our environment|your environmental responsibility)"
            r"|of the environment|(?:twice )?before you)\b.{0,40}\bprint\w*(?: .{0,30})?\W*$"
        ),
    ),
    "bitte": (r" .{0,60}\bumwelt\b.{0,60}\b(?:aus)?druck\w*\W*$",),
    "pensez merci": (r" .{0,40}\b(?:environnement|planete)\b.{0,60}\bimprim\w*(?: .{0,40})?\W*$",),
    "antes": (
        r" de imprimir\b.{0,60}\b(?:ambiente|medioambiente|planeta|necessario|necesario)\W*$",
    ),
    "prima": (r" di stampare\b.{0,60}\b(?:ambiente|necessario)\W*$",),
    "denk": (r" aan het milieu\b.{0,60}\b(?:print|afdruk)\w*\W*$",),
    "tank taenk tenk": (r" pa milj\w+\b.{0,60}\W*$",),
    "pomysl": (r" o srodowisku\b.{0,60}\bdruk\w*\b.{0,30}$",),
    "подумаите": (r" об окружающеи среде\b.{0,60}$",),
}
_UNPARTED: Final = re.compile(
    fold_text(
        "(?:从|发自|發自)我的 ?(?:[a-z][a-z0-9 ]{2,20}|手机|手機|小米|华为|荣耀)[^。，！？]{0,8}"
        "|.{2,20}から送信|나의 .{2,20}에서 보냄"
        "|.{0,20}ブラウザで(?:表示|見る|開く|読む).{0,10}"
        "|在浏览器中(?:查看|打开).{0,10}|在瀏覽器中(?:查看|打開|檢視).{0,10}"
    )
)


def _compile() -> dict[str, re.Pattern[str]]:
    """Return by the first word of a line what may follow it."""
    found: dict[str, list[str]] = {}
    for words, endings in _LINES.items():
        for word in words.split():
            found.setdefault(word, []).extend(endings)
    return {word: re.compile("|".join(endings)) for word, endings in found.items()}


_BY_FIRST: Final = _compile()
# Who tells of a mail says who said so.
_SAID: Final = re.compile(
    r"\b(?:said|says|told|wrote|writes|asked|warned|advises?|advised|ruled|according|police|sagte|sagt|teilte|schrieb"
    r"|laut|polizei|a dit|a declare|selon|dijo|segun|disse|ha detto|secondo|segundo|zei|volgens"
    r"|enligt|ifolge|powiedzial\w*|wedlug|сказал\w*|сообщил\w*)\b"
)


def is_mail_talk(folded: str) -> bool:
    """Tell whether in a line a mail speaks of itself.

    Args:
        folded: The line, folded, with one space between words.
    """
    line = folded.strip(_AROUND)
    first = _FIRST.match(line)
    known = _BY_FIRST.get(first[0]) if first and len(line) <= _LONGEST else None
    if known and first and known.match(line, first.end()):
        return _SAID.search(line) is None
    return not line.isascii() and _UNPARTED.fullmatch(line) is not None
