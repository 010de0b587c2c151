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
