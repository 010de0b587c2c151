"""Lines in which a mail speaks of itself: how it is shown, to whom it went, and for whom it is.

Programs and offices put them above and below what somebody wrote. Each is known as a whole, by the
words with which it begins and by what only a mail says: a report may tell of mails, too.
"""

import re
from collections.abc import Mapping
from typing import Final

from feeds.normalize.furniture.mail_told import is_told_of_mail
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
    r"|przegladar\w*|prohlizec\w*|prehliadac\w*|bongeszo\w*|tarayıcı\w*|браузер\w*)"
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
# A few words more of the same clause, or why; a report goes on with what became of it.
_FEW: Final = r"(?: [^\s.!?:;,]{1,60}){0,5}[.!?:;,]?(?:$|(?<=[.!?:;,]) .*$)"
_ENDING: Final = rf"(?:\W*$|, .{{0,80}}$| .{{0,30}}\b{_MAIL}\b.{{0,60}}$)"
# In languages whose verbs tell the person, a word for "not" follows.
_IF_READER: Final = r" (?=(?:you|sie|ihr|du|vous|tu|no|ya|non|nao|u|je|geen|desea)\b)"
_WHY: Final = (
    r"(?: (?:because|since|as|weil|da|car|parce|porque|perche|poiche|omdat|eftersom|fordi)\b.*$"
    rf"|{_FEW})"
)
_CONFIDENTIAL: Final = rf" {_MAIL}\b.{{0,160}}\b{_KEPT}\b.{{0,200}}\b{_FOR_WHOM}.*$"
_NOT_SHOWN: Final = rf".{{0,60}}\b{_MAIL}\b.{{0,60}}\b{_CLICK}.{{0,60}}$"
_IN_BROWSER: Final = (
    rf"(?: (?:{_MAIL}|\w{{1,4}})){{0,5}}(?: (?:deinem|ihrem|votre|notre))? {_BROWSER}"
    r"\W*(?:https?:\S*)?\W*$"
)
_ONLINE: Final = (
    r"(?: (?:este|esta|la|el|le|de|deze|den|det|questa?o?|o|a|versi\w+|vers[ae]o|version\w*"
    rf"|{_MAIL})){{0,3}} (?:online|en linea|en ligne|pa (?:webben|nettet))\W*(?:https?:\S*)?$"
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
    "is": (
        rf" (?:this|our) {_MAIL} not displaying\b.{{0,80}}$",
        rf" deze {_MAIL} (?:aan|naar) (?:je|jou|u) doorgestuurd\b.{{0,80}}$",
    ),
    "se": (r" i (?:din )?browser(?:en)?\W*$",),
    "im zur": (r" (?:browser (?:ansehen|anzeigen|offnen|lesen)|online-?(?:version|ansicht))\W*$",),
    "newsletter e-mail mail nachricht": (
        r" (?:im|in ihrem) (?:web)?browser (?:ansehen|anzeigen|offnen|lesen)\W*$",
    ),
    "sollte wird": (
        (
            r"(?=.*\b(?:nicht|probleme|fehlerhaft)\b) (?:sie )?dies\w+"
            rf" {_MAIL}\b.{{0,60}}\b{_CLICK}.{{0,60}}$"
        ),
    ),
    "voir lire afficher consulter visualiser ouvrir": (_IN_BROWSER, _ONLINE),
    "version": (r" (?:en ligne|web|en linea|online)\W*$",),
    "ver leer abrir veja leia abra": (_IN_BROWSER, _ONLINE),
    "visualizza leggi apri": (_IN_BROWSER, _ONLINE),
    "bekijk open lees": (_IN_BROWSER, _ONLINE),
    "kun kan kunt ziet lukt problemen": (rf"(?=.*\b(?:niet|met)\b){_NOT_SHOWN}",),
    "visa oppna las vis laes læs abn les apne avaa nayta lue katso zobacz otworz wyswietl zobrazit"
    " otevrit zobrazit megnyitas открыть посмотреть читать просмотреть прочитать відкрити"
    " переглянути": (_IN_BROWSER, _ONLINE),
    "tarayıcıda": (r" (?:ac|goruntule|oku)\w*\W*$",),
    "nezobrazuje": (rf" se vam .{{0,20}}{_MAIL}\b.{{0,20}}\?.{{0,60}}$",),
    "vises": (r" (?:mailen|e-mailen|nyhedsbrevet) ikke\b.{0,20}\?.{0,60}$",),
    "klicka": (r" har (?:om|for att)\b.{0,80}\b(?:brev|mejl|utskick|webblasar)\w*\b.{0,40}$",),
    "если якщо": (rf" {_MAIL} (?:не )?(?:отображается|открывается|вiдображається)\b.{{0,80}}$",),
    "اذا": (r" (?:لم|كنت لا) .{0,40}الرسالة\b.{0,60}$",),
    "عرض": (r" (?:هذه الرسالة )?في المتصفح\W*$",),
    # Who forwarded it, and who may.
    "forwarded": (rf" this {_MAIL}\?.{{0,80}}$",),
    "was": (rf" this (?:{_MAIL} )?forwarded to you\?.{{0,80}}$",),
    "wurde": (rf" (?:ihnen |dir )?dies\w+ {_MAIL} weitergeleitet\?.{{0,80}}$",),
    "forward": (rf" (?:this|it)(?: {_MAIL})? to (?:a|your) friends?\W*$",),
    # To whom it went, and how that ends.
    "this": (
        (
            rf" {_MAIL} (?:was|has been|is being|is) (?:sent|addressed|intended|meant)"
            rf" (?:to|for) (?:{_ADDRESS}|you)\b{_WHY}"
        ),
        _CONFIDENTIAL,
        rf" {_MAIL} was intended for [^.]{{1,80}}\. learn why we included this\W*$",
        (
            rf" {_MAIL} (?:originated|came|comes|was sent|has been sent|is)"
            rf" from (?:an? )?(?:\w+ )?{_OUTSIDE}\b{_FEW}"
        ),
        r" sender is (?:from )?(?:outside|external)\b.*$",
    ),
    "unsubscribe": (r"(?: ?[(<|:].{0,300})?$",),
    "for": (r" more options,? visit https?:\S+$",),
    "send": (r" .{1,60} mailing list submissions to\W*\S*$",),
    "when": (r" replying,? please edit your subject line\b.*$",),
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
            r"(?:on the free list for|(?:a )?(?:free|paid) subscriber to)(?: \S+){1,6}?"
            r"(?:\W*$|[.!] .*\b(?:subscrib|paid|upgrade).*$)"
        ),
        rf" don't often get {_MAIL} from {_ADDRESS}(?: learn why .*)?\W*$",
        rf"(?: are)? (?:currently )?(?:subscribed to|receiving) (?:this|our|these) {_MAIL}\b.*$",
    ),
    "some": (rf" people who received this {_MAIL} don't often get {_MAIL} from {_ADDRESS}.*$",),
    "to": (r" view this discussion (?:visit|on the web)\b.*$",),
    "reply": (rf" to this {_MAIL} (?:to (?:send|give|tell|let)|with) .{{0,60}}$",),
    "diese dieser": (
        rf" {_MAIL} (?:wurde|ist) (?:an|fur) (?:{_ADDRESS}|sie)\b{_WHY}",
        _CONFIDENTIAL,
        rf" {_MAIL} (?:stammt|kommt|wurde) von (?:\w+ ){{0,2}}{_OUTSIDE}\b{_FEW}",
    ),
    "vom von": (r" (?:unserem |diesem )?newsletter (?:hier )?(?:abmelden|austragen)\W*$",),
    "den diesen unseren": (r" newsletter (?:hier )?(?:abbestellen|kundigen)\W*$",),
    "sie": (
        rf" erhalten nicht (?:haufig|oft) (?:eine )?{_MAIL} von {_ADDRESS}.*$",
        rf" (?:mochten|wollen) keine {_MAIL} mehr\b.{{0,80}}$",
    ),
    "ce cet cette": (
        (
            rf" {_MAIL}(?: electronique)? (?:(?:vous )?a ete|est) (?:envoye|adresse)e? a"
            rf" (?:{_ADDRESS}|vous)\b{_WHY}"
        ),
        _CONFIDENTIAL,
        (
            rf" {_MAIL} (?:provient|vient|a ete envoye) d\S* ?(?:l'|un |une )?(?:\w+ )?"
            rf"{_OUTSIDE}\b{_FEW}"
        ),
    ),
    "pour": (rf" (?:vous|te) (?:desinscrire|desabonner){_ENDING}",),
    "este esta esse essa": (
        (
            rf" {_MAIL} (?:fue|ha sido|se ha|se|foi) (?:enviad[oa]|envio) (?:a|para)"
            rf" (?:{_ADDRESS}|usted|voce|ti)\b{_WHY}"
        ),
        _CONFIDENTIAL,
        (
            rf" {_MAIL} (?:proviene|procede|se origino|fue enviado|foi"
            rf" enviad[oa]|veio|e) (?:de|desde)"
            rf" (?:\w+ ){{0,2}}{_OUTSIDE}\b{_FEW}"
        ),
    ),
    "para": (rf" (?:darse|darte) de baja{_ENDING}",),
    "questa questo il": (
        rf" {_MAIL} (?:e|ti e|le e|vi e) stat[oa] inviat[oa] a (?:{_ADDRESS}|te)\b{_WHY}",
        _CONFIDENTIAL,
        rf" {_MAIL} (?:proviene|arriva) da\S* (?:\w+ ){{0,2}}{_OUTSIDE}\b{_FEW}",
    ),
    "per": (rf" (?:cancellarti|disiscriverti|annullare l'iscrizione){_ENDING}",),
    "cancellati disiscriviti": (rf"(?: (?:qui|da\S* (?:{_MAIL}|lista)))?\W*$",),
    "cancelar": (r" (?:a )?(?:subscricao|inscricao|assinatura)\W*$",),
    "deze dit": (
        (
            rf" {_MAIL} (?:is|werd) (?:verzonden|verstuurd|gestuurd) (?:naar|aan)"
            rf" (?:{_ADDRESS}|u|je)\b{_WHY}"
        ),
        _CONFIDENTIAL,
        rf" {_MAIL} (?:is|komt) (?:afkomstig )?van (?:\w+ )?{_OUTSIDE}\b{_FEW}",
    ),
    "du": (
        rf" (?:mochtest|willst) keine {_MAIL} mehr\b.{{0,80}}$",
        (
            rf" (?:far|fick|modtager|mottar) (?:det har|detta|denna|denne|dette)"
            rf" {_MAIL},? (?:for att"
            r"|eftersom|fordi|da)\b.*$"
        ),
    ),
    "avregistrera avprenumerera afmeld": (r"(?: (?:dig|nyhedsbrev\w*|nyhetsbrev\w*))?\W*$",),
    "avsluta": (r" prenumeration(?:en)?\W*$",),
    "detta denna dette denne": (
        (
            rf" {_MAIL} (?:skickades|har skickats|skickas|(?:blev|er|ble) sendt) till?"
            rf" (?:{_ADDRESS}|dig|deg)\b{_WHY}"
        ),
    ),
    "tento tuto": (rf" {_MAIL} (?:jste|dostavate|vam byl\w*|byl\w* odeslan\w*)\b.{{0,160}}$",),
    "odhlasit": (r" (?:odber|se)(?: \w+)?\W*$",),
    "ten ta": (rf" {_MAIL} został\w* wysłan\w* (?:na adres|do) {_ADDRESS}\W*$",),
    "وصلتك تلقيت تصلك": (r" هذه الرسالة (?:لانك|لان)\b.{0,120}$",),
    "الغاء": (r" الاشتراك\b.{0,30}$",),
    "ارسلت": (rf" هذه الرسالة الى {_ADDRESS}\W*$",),
    "meld": (rf" deg av(?: (?:{_MAIL}|her|varesiste))?\W*$",),
    "sait": (rf" taman {_MAIL},? koska\b.*$",),
    "peruuta": (r" tilaus\W*$",),
    "otrzymujesz otrzymal": (rf" (?:te|ten|tego) {_MAIL},? poniewaz\b.*$",),
    "wypisz": (r" sie(?: z newslettera)?\W*$",),
    "вы ви": (rf" (?:получили|получаете|отримали|отримуете) (?:это|эту|цеи|эту) {_MAIL},? .*$",),
    "отписаться відписатися": (rf"(?: от {_MAIL}| від {_MAIL})?\W*$",),
    "это": (_CONFIDENTIAL, rf" {_MAIL} (?:было )?отправлено (?:на|для) {_ADDRESS}\W*$"),
    "bu": (
        rf" {_MAIL} .*\b(?:alıyorsunuz|aldınız|gonderil(?:mistir|di))\W*$",
        rf" {_MAIL} (?:dogru )?goruntule\w+san[ıi]z\b.{{0,60}}$",
    ),
    "listeden": (r" cıkmak icin\b.{0,40}$",),
    "abonelikten": (r" cık\w*\W*$",),
    "if wenn falls mochten si se caso wil wilt als": (
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
        (
            rf" .{{0,40}}\b(?:dies\w+|cet?|cette) {_MAIL}\b.{{0,40}}\b(?:nicht|affich\w*)\b"
            rf".{{0,60}}\b{_CLICK}.{{0,60}}$"
        ),
        # How that ends.
        (
            rf"{_IF_READER}.{{0,60}}\b"
            r"(?:no longer|not wish|don't w\w+|nicht (?:mehr|langer)|ne (?:souhaitez|voulez) plus"
            r"|no desea|ya no|non (?:desideri|vuoi) piu|nao (?:dese\w+|quer|queira|pretende)"
            rf"|niet (?:meer|langer)|geen)\b.{{0,60}}\b{_MAIL}\b.{{0,120}}$"
        ),
        (
            rf"{_IF_READER}.{{0,60}}\b{_MAIL}\b.{{0,30}}\b"
            r"(?:nicht (?:mehr|langer)|niet (?:meer|langer))\b"
            r".{0,120}$"
        ),
    ),
    # From outside.
    "caution warning attention notice achtung vorsicht warnung atencion attenzione atencao let"
    " external externe extern externo externa": (
        (
            r"\b.{0,40}\b(?:this|diese|dieser|cet?|cette|est[ea]|quest[oa]|deze|dit)"
            rf" {_MAIL}\b.{{0,60}}\b{_OUTSIDE}\b{_FEW}"
        ),
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
    "confidentiality disclaimer confidential aviso": (
        (
            r"(?: (?:notice|note|statement|legal|de \w+)){0,2} ?[:.!*–—-].{0,160}"
            rf"\b(?:{_MAIL}|information (?:contained|transmitted))\b.{{0,300}}\b{_FOR_WHOM}\b.*$"
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
        (
            r" de imprimir\b.{0,60}\b(?:piens[ae]|pens[ae]|considere|considera)\b.{0,60}"
            r"\b(?:ambiente|medioambiente|planeta|necessario|necesario)\b.{0,30}$"
        ),
    ),
    "prima": (
        r" di stampare\b.{0,40}\b(?:pensa|pensi|pensate)\b.{0,40}\b(?:ambiente|necessario)\W*$",
    ),
    "denk": (r" aan het milieu\b.{0,60}\b(?:print|afdruk)\w*\W*$",),
    "tank taenk tenk": (r" pa milj\w+\b.{0,60}\W*$",),
    "pomysl": (r" o srodowisku\b.{0,60}\bdruk\w*\b.{0,30}$",),
    "подумаите": (r" об окружающеи среде\b.{0,60}$",),
}
_UNPARTED: Final = re.compile(
    fold_text(
        "(?:从|发自|發自)我的 ?(?:[a-z][a-z0-9 ]{2,20}|手机|手機|小米|华为|荣耀)[^。，！？]{0,8}"
        "|.{2,20}から送信|나의 .{2,20}에서 보냄"
        "|このメールが(?:正しく|うまく).{0,30}|配信停止.{0,60}|(?:メール|メルマガ)の?配信(?:停止|解除).{0,60}"
        "|このメールは.{0,40}(?:配信専用|送信専用|自動送信|自動配信|に送信されました|お送りして).{0,40}"
        "|如果您(?:无法|不能).{0,20}邮件.{0,20}|您收到(?:此|这封|本)邮件.{0,30}|退订.{0,60}"
        "|(?:此|本)邮件(?:由系统|发送至|是自动).{0,60}"
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


def is_mail_talk(folded: str) -> bool:
    """Tell whether in a line a mail speaks of itself.

    Args:
        folded: The line, folded, with one space between words.
    """
    line = folded.strip(_AROUND)
    first = _FIRST.match(line)
    known = _BY_FIRST.get(first[0]) if first and len(line) <= _LONGEST else None
    if known and first and known.match(line, first.end()):
        return not is_told_of_mail(line)
    return not line.isascii() and _UNPARTED.fullmatch(line) is not None
