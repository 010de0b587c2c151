"""What sites say of themselves and to their readers, as patterns on folded lines.

Each must be unmistakable: a report may tell of sites, too.
"""

from typing import Final

_NETWORKS: Final = r"(?:facebook|twitter|x|instagram|whatsapp|telegram|youtube|linkedin|tiktok)"
_LETTERS: Final = r"(?:newsletters?|briefings?|alerts?|inbox|podcast|boletin|boletines|boletim)"
_MAILS: Final = (
    r"(?:e-?mails?|mails?|newsletters?|messages?|nachricht|courriel|lettre|infolettre|correo"
    r"|mensaje|boletin|messaggio|mensagem|boletim|bericht|nieuwsbrief|nyhetsbrev|nyhedsbrev)\b"
)

# How old something is, in small numbers: a text may be "more than 300 years old", a notice is not.
_AGE: Final = (
    r"(?:an?|one|two|three|five|ein(?:en?)?|zwei|drei|une?|deux|trois|uno?|una|dos|tres|due|tre|uma?"
    r"|dois|een|twee|drie|ett?|en|to|tva|\d{1,2}) ?\w{2,12}"
)

# How sentences begin in which a site talks about itself: each must be unmistakable.
SITE_TALK_BEGINS: Final = (
    # Browsers that are too old, and JavaScript.
    (
        r"^(?=.*\b(?:supported|unsupported|optimal|best|upgrade|update|enable|switch|visit|unterstutzt"
        r"|unterstutzen|aktualisieren|charge|mettre|optimale|compatible|actualice|actualiza|supportato"
        r"|aggiorna|atualize|suportado|ondersteund|javascript)\b).*"
        r"\b(?:your|another|newer|modern|supported|this|ihr|ihren|anderen|votre|autre|su|tu|otro|seu"
        r"|outro|il tuo|un altro|uw|andere) (?:web )?(?:browser|navigateur|navegador)\b"
    ),
    # What is left to read, for whom, and how to get in.
    (
        r"^(?:il vous reste|you have|you've read|ihnen bleiben|[tl]e quedan?|ti resta|restam)"
        r" .{0,20}\b\d+(?:[.,]\d+)? ?% (?:of this|de cet|dieses|de este|di questo|deste|van dit)"
        r" (?:article|story|report|artikels?|textes?|articulo|articolo|artigo)\b"
    ),
    r"^registrate gratis\b|^cadastre-se gratis\b|^registrati gratis\b",
    (
        r"^(?:si (?:ya )?(?:tienes|tiene)(?: una)? cuenta\b"
        r"|(?:vous avez )?deja (?:un compte|abonne)\b|(?:sie haben|haben sie) (?:bereits|schon) ein"
        r" (?:konto|abo)\b|hai gia un account|ja (?:tem conta|e assinante)\b"
        r"|(?:already|do you) have an account\b|already a (?:subscriber|member)\b)"
    ),
    r"^to find out more about .{0,60}\bplease (?:read|see|visit)\b",
    (
        r"^(?:if you (?:have )?(?:enjoyed|liked) (?:this|our)"
        r"|(?:wenn|falls) (?:ihnen|euch|dir) dieser?"
        r"|si vous avez (?:aime|apprecie) cet(?:te)?|si (?:te|le) (?:ha gustado|gusto) est[ea]"
        r"|se (?:ti|le) e piaciut[oa] quest[oa]|se (?:voce )?gostou (?:deste|desta|do)"
        r"|vond (?:je|u) (?:dit|deze)) (?:article|story|report|post|artikel|beitrag|text|articulo"
        r"|noticia|articolo|artigo|texto|bericht|verhaal)"
        r"(?: \w+){0,3}(?=\W*$|,(?! (?:said|says|he|she|they|sagte|dit|dijo|disse|ha detto|zei)\b))"
    ),
    # By clicking, and by mail.
    (
        r"^(?:(?:please|you can|to) )?(?:subscribe|sign up|register|join|donate|unsubscribe"
        r"|take|read|find out|learn|see|view|download|contact|get|buy|support|follow)\b.{0,60}"
        r"\bby clicking here\W*$"
    ),
    (
        r"^(?:get|receive|have (?:[^.?!]{0,60} )?(?:delivered|sent))\b[^.?!]{0,80}"
        r"\b(?:in|to|into) your inbox(?: [a-z]+){0,4}\W*$"
    ),
    # Why an e-mail came.
    (
        r"^(?:you(?:'re| are| have|'ve)? (?:receiv(?:e|ed|ing)|getting|got) (?:this|our|these)"
        r"|(?:sie|du) (?:erhalten|erhaltst|bekommen|bekommst|haben|hast) (?:dies|unser)\w*"
        r"|(?:vous recevez|vous avez recu|tu recois) (?:cet|cette|ce|notre|nos)"
        r"|(?:usted )?(?:recibes?|(?:ha|has) recibido|estas? recibiendo) (?:este|esta|nuestro)"
        r"|(?:ricevi|riceve|hai ricevuto|ha ricevuto|stai ricevendo) (?:questa|questo|la nostra)"
        r"|(?:voce )?(?:recebeu?|esta recebendo|esta a receber) (?:este|esta|nosso)"
        r"|(?:u|je) (?:ontvangt|krijgt) (?:deze|dit|onze)"
        r"|du (?:far|modtager|mottar) (?:det har|denna|detta|denne|dette))"
        rf" (?:\S+ ){{0,2}}{_MAILS}"
    ),
    r"^(?:if you (?:wish|want|would like) )?to (?:unsubscribe|opt out)\b",
    # How old the report is.
    rf"^this (?:article|story|post|page) is (?:now )?(?:more|older) than {_AGE}(?: old)?\.?$",
    (
        r"^diese[rs]? (?:artikel|beitrag|text|bericht|seite|meldung) ist (?:schon |bereits )?"
        rf"(?:alter als|mehr als|uber) {_AGE}(?: alt)?\.?$"
    ),
    rf"^(?:cet article|ce contenu|ce texte) (?:date de|a) plus (?:de |d'){_AGE}\.?$",
    (
        r"^est[ea] (?:articulo|noticia|contenido|texto) (?:tiene|se publico hace|es de hace)"
        rf" mas de {_AGE}\.?$"
    ),
    rf"^quest[oa] (?:articolo|notizia|contenuto) (?:ha|risale a) (?:piu di|oltre) {_AGE}\.?$",
    rf"^est[ea] (?:artigo|noticia|texto|materia|conteudo) tem mais de {_AGE}\.?$",
    rf"^(?:dit artikel|dit bericht|deze pagina) is (?:al )?(?:meer|ouder) dan {_AGE}(?: oud)?\.?$",
    (
        r"^(?:den har artikeln|denne artikkelen|denne artikel) (?:ar|er) "
        rf"(?:mer an|aldre an|mer enn|eldre enn|mere end|aeldre end) {_AGE}(?: gam\w{{2,4}})?\.?$"
    ),
    r"^この記事は有料|^残り ?\d+ ?文字",
)

# How calls begin, which somebody may repeat in a report (``retold``).
SITE_CALL_BEGINS: Final = (
    # To get in.
    (
        r"^(?:(?:melden|registrieren) sie sich|registrate|registrese|inscrivez-vous|connectez-vous"
        r"|registrati|accedi|cadastre-se|register|sign in|log in|subscribe)\b.{0,60}"
        r"\b(?:to (?:continue|keep) reading|to read on|weiterzulesen|pour (?:continuer|lire)"
        r"|para (?:seguir|continuar) (?:leyendo|lendo)|per continuare)\b"
    ),
    # Networks.
    (
        r"^(?:sigue (?:toda la|todas las)|siga (?:toda a|todas as)|suivez toute l'"
        r"|segui tutte le|follow (?:all the|all our|the latest)) ?\w+\b"
        rf".{{0,60}}\b(?:{_NETWORKS}|{_LETTERS})\b"
    ),
    rf"^follow (?:\S+ ){{1,5}}on {_NETWORKS}(?:, {_NETWORKS})*,? and {_NETWORKS}\b",
)

# What stands anywhere in such sentences. All begin with a word: they are looked for together, and
# only where one begins.
SITE_TALK: Final = (
    # Browsers that are too old, and JavaScript.
    (
        r"\b(?:enable|activate|turn on|requires?|aktivieren sie|activez|activer|active|habilite"
        r"|abilita) (?:bitte )?javascript\b"
    ),
    r"\bjavascript (?:is|ist|est|esta) (?:disabled|required|deaktiviert|desactive|desactivado)\b",
    # Cookies.
    (
        r"\b(?:we|our partners|this (?:web)?site|our (?:web)?site) (?:and our partners )?"
        r"(?:\w+ ){0,3}uses? (?:\w+ ){0,2}cookies\b"
    ),
    (
        r"\b(?:wir|diese (?:web)?seite|unsere partner|nous|ce site|nos partenaires|utilizamos"
        r"|usamos|este sitio|este site|esta web|nuestros socios|wij|deze (?:web)?site"
        r"|denna webbplats|questo sito|utilizziamo|usiamo) (?:\S+ ){0,6}cookies?\b"
    ),
    # Newsletters, who pays, and for whom it is.
    rf"\b{_LETTERS}\b(?: \S+){{0,8}} (?:to|in) your inbox\b",
    r"\bwe may earn (?:a |an )?(?:affiliate )?commission\b",
    r"\bthis article is (?:only )?(?:for|available to) subscribers\b|\bexklusiv fur abonnenten\b",
    r"\barticle reserve (?:a nos|aux) abonnes\b|\bcontenido (?:exclusivo )?para suscriptores\b",
    # What is left to read, for whom, and how to get in.
    r"\bla suite (?:de cet article )?est reservee aux abonnes\b",
    # Rights and rules.
    r"\ball rights reserved\b|\balle rechte vorbehalten\b|\btous droits reserves\b",
    r"\btodos los derechos reservados\b|\btutti i diritti riservati\b|\briproduzione riservata\b",
    r"\btodos os direitos reservados\b|\balle rechten voorbehouden\b|\bprawa zastrzezone\b",
    r"\bmay not be published, broadcast, rewritten\b",
    r"\bnot responsible for the content of external\b",
    r"\bterms of (?:use|service) and privacy policy\b|\bby (?:signing up|continuing),? you agree\b",
)

# What stands anywhere in calls.
SITE_CALLS: Final = (
    # Newsletters, apps, networks.
    (
        r"\b(?:sign up|subscribe|register) (?:now |here |today |free )?(?:for|to) "
        rf"(?:our|the|this|all)(?: \w+){{0,6}} {_LETTERS}\b"
    ),
    (
        r"\b(?:abonnieren sie|bestellen sie|melden sie sich|inscrivez-vous|abonnez-vous|suscribete"
        r"|suscribase|recibe|iscriviti|ricevi|inscreva-se|assine|receba)"
        rf" (?:\S+ ){{0,8}}(?:{_LETTERS}|lettre)\b"
    ),
    rf"\b(?:follow|like|join) us on {_NETWORKS}\b|\bfolgen sie uns (?:auf|bei) {_NETWORKS}\b",
    rf"\b(?:suivez-nous sur|siguenos en|seguici su|siga-nos (?:no|na)|volg ons op) {_NETWORKS}\b",
    r"\b(?:download|install) our (?:\w+ ){0,2}app\b|\btelechargez (?:l'|notre )app",
    r"\b(?:turn off|disable|whitelist) (?:\w+ ){0,3}ad ?-?blocker\b|\bwerbeblocker\b",
    r"\bsupport (?:our|independent|quality) journalism\b|\bunterstutzen sie unseren journalismus\b",
)

# The same in Japanese, where nothing parts words; folded, they lose their marks.
SITE_TALK_UNPARTED: Final = r"有料会員(?:になると|限定)|会員登録(?:すると|か必要)"
