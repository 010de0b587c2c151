"""What sites write around their reports, in the languages we meet most.

Everything here is compared with folded text (:func:`feeds.text.words.fold_text`): lower case,
no accents.
"""

from typing import Final

from feeds.text.words import fold_text

# Labels above advertisements.
ADVERTS: Final = frozenset(
    {
        *("advertisement", "advertising", "ad", "ads", "sponsored", "sponsored content"),
        *("story continues below advertisement", "article continues below"),
        *("article continues after advertisement", "story continues below", "story continues"),
        *("anzeige", "werbung", "publicite", "publicidad", "anuncio", "pubblicita", "publicidade"),
        *("advertentie", "annonce", "annonse", "annons", "reklama", "reklam"),
    }
)

# Whole lines.
LABELS: Final = ADVERTS.union(
    {
        # English
        *("promoted", "paid post", "share", "share this", "share article", "share this article"),
        *("share this story", "tweet", "email", "e-mail", "print", "save", "copy link", "copied"),
        *("link copied", "facebook", "twitter", "whatsapp", "linkedin", "reddit", "telegram"),
        *("messenger", "pinterest", "flipboard", "instagram", "youtube", "tiktok", "bluesky"),
        *("comments", "comment", "leave a comment", "post a comment", "view comments", "x"),
        *("show comments", "read more", "see more", "show more", "load more", "view all", "more"),
        *("continue reading", "live", "live tv", "live blog", "watch", "watch live", "watch now"),
        *("video", "videos", "photos", "gallery", "image", "play", "play video", "loading"),
        *("read the full story", "read the full article", "read full story", "full story"),
        *("listen", "listen now", "listen to this article", "sign in", "log in", "login"),
        *("register", "sign up", "subscribe", "subscribe now", "my account", "menu", "search"),
        *("home", "close", "skip to content", "skip to main content", "back to top", "next"),
        *("previous", "newsletter", "newsletters", "breaking news", "about us", "contact us"),
        *("terms of use", "privacy policy", "cookie policy", "accept all", "reject all"),
        *("manage options", "accept", "i accept", "i agree", "agree", "follow us", "follow"),
        *("text size", "font size", "getty images", "image source", "image caption", "caption"),
        *("media caption", "open in app", "get the app", "settings"),
        *("bookmark", "gift article", "give this article", "support us", "donate", "toggle"),
        # German
        *("gesponsert", "teilen", "artikel teilen", "drucken", "merken"),
        *("kommentare", "kommentar schreiben", "mehr lesen", "weiterlesen", "mehr anzeigen"),
        *("live", "startseite", "anmelden", "abmelden", "registrieren", "abonnieren", "abo"),
        *("suche", "menu", "schliessen", "zum inhalt springen", "nach oben", "impressum"),
        *("datenschutz", "kontakt", "alle akzeptieren", "ablehnen", "zur startseite", "e-paper"),
        *("artikel anhoren", "vorlesen", "merkliste", "bild", "bildunterschrift", "mehr"),
        *("zum artikel", "zum beitrag", "zur meldung", "zum ganzen artikel", "hier weiterlesen"),
        # French
        *("contenu sponsorise", "partager", "partager l'article", "imprimer"),
        *("lire l'article", "lire l'article complet", "lire la suite de l'article"),
        *("commentaires", "commenter", "lire la suite", "voir plus", "en direct", "direct"),
        *("accueil", "se connecter", "s'identifier", "s'inscrire", "s'abonner", "je m'abonne"),
        *("rechercher", "fermer", "aller au contenu", "retour en haut", "mentions legales"),
        *(
            "tout accepter",
            "tout refuser",
            "continuer sans accepter",
            "ecouter",
            "ecouter l'article",
        ),
        *("ajouter a vos favoris", "enregistrer", "envoyer", "offrir l'article", "legende"),
        # Spanish
        *("contenido patrocinado", "compartir", "imprimir", "guardar"),
        *("leer la noticia", "leer la noticia completa", "leer el articulo", "sigue leyendo"),
        *("comentarios", "comentar", "leer mas", "ver mas", "en vivo", "en directo", "inicio"),
        *("iniciar sesion", "registrarse", "registrate", "suscribete", "suscribirse", "buscar"),
        *("cerrar", "ir al contenido", "saltar al contenido", "volver arriba", "aviso legal"),
        *("aceptar todo", "aceptar", "rechazar", "escuchar", "portada", "enviar por correo"),
        # Italian
        *("contenuto sponsorizzato", "condividi", "stampa", "salva", "commenti"),
        *("leggi l'articolo", "leggi l'articolo completo", "leggi la notizia"),
        *("commenta", "leggi tutto", "continua a leggere", "mostra altro", "in diretta", "diretta"),
        *("accedi", "registrati", "abbonati", "cerca", "chiudi", "vai al contenuto", "torna su"),
        *("accetta tutto", "accetta", "rifiuta", "ascolta", "ascolta l'articolo", "invia"),
        # Portuguese
        *("conteudo patrocinado", "compartilhar", "partilhar"),
        *("ler noticia", "ler artigo", "ler a noticia", "leia a noticia", "continuar a ler"),
        *("imprimir", "salvar", "guardar", "leia mais", "ler mais", "ver mais", "ao vivo"),
        *("entrar", "cadastre-se", "assine", "assinar", "pesquisar", "fechar", "pagina inicial"),
        *("ir para o conteudo", "voltar ao topo", "aceitar", "aceitar todos", "ouvir"),
        # Dutch, Danish, Norwegian, Swedish, Polish, Turkish
        *("delen", "reacties", "lees meer", "inloggen", "abonneren", "zoeken"),
        *("sluiten", "del", "dela", "las mer", "lees verder", "naar het artikel"),
        *("lees het hele artikel", "las hela artikeln", "læs hele artiklen", "les hele saken"),
        *("czytaj całosc", "cely clanek", "cist dale", "citat dalej", "lue lisaa", "devamını oku"),
        *("les mer", "læs mere", "logga in", "logg inn", "log ind", "sok"),
        *(
            "udostepnij",
            "czytaj dalej",
            "zaloguj sie",
            "komentarze",
            "paylas",
            "abone ol",
        ),
        # Russian, Ukrainian
        *("читать полностью", "читать далее", "читать дальше", "читати далі", "читати повністю"),
        *("поделиться", "подписаться", "подписаться на рассылку", "комментарии", "распечатать"),
        *("поділитися", "підписатися", "коментарі", "роздрукувати"),
        # Japanese, Chinese, Korean, Arabic
        *("続きを読む", "記事を読む", "全文を読む", "阅读全文", "閱讀全文", "阅读更多"),
        *map(fold_text, ("자세히 보기", "기사 보기", "اقرأ المزيد", "المزيد", "تابع القراءة")),
    }
)

# Labels above lists of links to other reports.
RELATED: Final = frozenset(
    {
        *("related", "related stories", "related articles", "related content", "related topics"),
        *("related news", "related coverage", "more on this story", "more on this", "more stories"),
        *("more news", "most read", "most popular", "most viewed", "trending", "trending now"),
        *("top stories", "latest news", "latest stories", "latest", "recommended", "read next"),
        *("recommended for you", "you may also like", "you might also like", "up next"),
        *("what to read next", "see also", "read also", "also read", "don't miss", "topics"),
        *("tags", "in this article", "editor's picks", "must read", "popular now"),
        *("mehr zum thema", "zum thema", "lesen sie auch", "das konnte sie auch interessieren"),
        *("meistgelesen", "meistgelesene artikel", "auch interessant", "themen", "schlagworte"),
        *("weitere artikel", "empfehlungen", "neueste artikel", "mehr dazu"),
        *(
            "a lire aussi",
            "lire aussi",
            "sur le meme sujet",
            "les plus lus",
            "a lire",
            "voir aussi",
        ),
        *("a la une", "dans la meme rubrique", "nos derniers articles", "mots-cles", "themes"),
        *("lea tambien", "lee tambien", "mas informacion", "noticias relacionadas", "relacionado"),
        *("lo mas leido", "lo mas visto", "te puede interesar", "le puede interesar", "etiquetas"),
        *("ademas", "mas noticias", "temas", "archivado en"),
        *("leggi anche", "articoli correlati", "i piu letti", "potrebbe interessarti", "argomenti"),
        *("ti potrebbe interessare", "notizie correlate", "ultime notizie", "tag"),
        *("leia tambem", "leia mais", "mais lidas", "relacionadas", "veja tambem", "mais noticias"),
        *("topicos", "saiba mais", "lees ook", "meest gelezen", "gerelateerd", "las ocksa"),
        *("mest last", "mest lest", "les ogsa", "czytaj takze", "zobacz takze", "ilgili haberler"),
        *("tagi", "najczesciej czytane", "czytaj rowniez", "zobacz rowniez", "tematy", "etiketler"),
        *("cok okunanlar", "amnen", "taggar", "emner", "mest populart", "mest populaert"),
        *("читаите также", "читать также", "читаите по теме", "по теме", "теги", "метки", "темы"),
        *("самое читаемое", "популярное", "читаите також", "наипопулярніше"),
        *("explore further", "related links", "trefwoorden", "onderwerpen", "palavras-chave"),
        *("palabras clave", "parole chiave", "schlagworter", "stichworte", "mots cles"),
    }
)

# What stands before tags in one line: "Tags: Hask, ferries".
TAGS: Final = frozenset(
    {
        *("tags", "related topics", "filed under", "schlagworte", "schlagworter"),
        *("stichworte", "mots-cles", "mots cles", "etiquetas", "temas", "archivado en"),
        *("argomenti", "parole chiave", "topicos", "palavras-chave", "palabras clave", "tagi"),
        *("trefwoorden", "taggar", "amnen", "emner", "etiketler"),
        *("теги", "метки", "ключевые слова"),
    }
)

# How labels begin that name what the reports below them are on, or from.
RELATED_BEGINS: Final = (
    *("most read in ", "most read on ", "most popular in ", "most viewed in ", "more from "),
    *("meistgelesen in ", "meistgelesen im ", "les plus lus dans ", "les plus lus en "),
    *("lo mas leido en ", "lo mas leido de ", "lo mas visto en ", "i piu letti di "),
    *("i piu letti in ", "mais lidas em ", "mais lidas de ", "meest gelezen in "),
)

# What a short line begins with, up to the end of a word.
OPENINGS: Final = (
    *("read more", "read also", "also read", "read next", "see also", "sign up", "sign in to"),
    *(
        "subscribe",
        "get more news",
        "get our",
        "get the latest",
        "get breaking",
        "get email",
        "get emails",
    ),
    *("download the", "download our", "follow us", "follow @", "share this", "share on"),
    *("share via", "story continues", "article continues", "recommended", "you may also"),
    *("don't miss", "in case you missed", "skip to", "skip advert", "log in", "click here"),
    *("tap here", "view comments", "view gallery", "join the conversation", "support our"),
    *("already a subscriber", "copyright", "image source", "image sources", "image caption"),
    *("media caption", "image captions", "media captions", "play videos", "follow topics"),
    *("watch live", "listen to", "play video", "scroll to", "enlarge image", "open image"),
    *(
        "filed under",
        "filed to",
        "posted in",
        "more from",
        "more on",
        "most read",
        "what you need to know about",
        "follow topic",
    ),
    *("add us on", "make us preferred", "set as preferred", "read our", "have your say"),
    *("lesen sie auch", "mehr zum thema", "newsletter", "newsletters", "jetzt abonnieren"),
    *("jetzt anmelden", "newsletter-anmeldung", "newsletteranmeldung"),
    *(
        "folgen sie",
        "artikel teilen",
        "auf facebook",
        "bei whatsapp",
        "hier geht es",
        "zur galerie",
    ),
    *("weiterlesen", "jetzt testen", "lesezeit", "audio:", "bild:", "bildquelle", "bildquellen"),
    *(
        "a lire aussi",
        "lire aussi",
        "lire la suite",
        "lire plus",
        "partager sur",
        "suivez",
        "suivez-nous",
    ),
    *("inscrivez-vous", "abonnez-vous", "recevez", "ecouter", "temps de lecture", "voir aussi"),
    *("lea tambien", "lee tambien", "leer mas", "compartir en", "siguenos", "suscribete"),
    *("recibe", "mas sobre", "tiempo de lectura", "ver galeria", "haz clic", "comparte"),
    *("leggi anche", "leggi tutto", "condividi su", "seguici", "iscriviti", "tempo di lettura"),
    *("leia tambem", "leia mais", "compartilhe", "partilhe", "siga o", "siga-nos", "receba"),
    *("unsubscribe", "view this e-mail", "view this email", "view in browser", "abmelden"),
    *("newsletter abbestellen", "se desabonner", "se desinscrire", "darse de baja"),
    *("cancelar suscripcion", "annulla l'iscrizione", "cancelar inscricao", "uitschrijven"),
    *("tempo de leitura", "clique aqui", "assine", "lees ook", "volg ons", "deel dit", "las ocksa"),
)

# Those of them with which a sentence may begin that tells something: "Recommended doses fall."
TELLING: Final = frozenset(
    {"recommended", "newsletter", "newsletters", "recibe", "comparte", "ecouter"}
)

# Openings with a colon that make even a whole sentence a link to another report.
POINTERS: Final = (
    *("read more:", "read also:", "also read:", "related:", "see also:", "watch:", "listen:"),
    *("lesen sie auch:", "mehr dazu:", "zum thema:", "a lire aussi:", "a lire aussi :"),
    *("lire aussi:", "lire aussi :", "lea tambien:", "lee tambien:", "leggi anche:"),
    *("leia tambem:", "leia mais:", "lees ook:", "las ocksa:", "les ogsa:", "read more >"),
    *("zobacz tez: ", "zobacz takze: ", "czytaj tez: ", "czytaj takze: ", "læs ogsa: "),
    *("читаите также: ", "смотрите также: ", "читаите також: ", "ctete take: ", "lue myos: "),
)

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
