"""What the links in the menus of news sites are called, folded: each is one word."""

from typing import Final

# Words of menus; a row of them is a menu.
MENU: Final = frozenset(
    {
        *("home", "news", "world", "sport", "sports", "business", "politics", "culture", "tech"),
        *("technology", "science", "health", "weather", "travel", "entertainment", "opinion"),
        *("video", "videos", "live", "uk", "us", "europe", "asia", "africa", "markets", "money"),
        *("lifestyle", "style", "food", "arts", "music", "tv", "shop", "jobs", "local", "podcasts"),
        *("search", "menu", "more", "login", "subscribe", "newsletters", "share", "facebook"),
        *("twitter", "whatsapp", "email", "print", "climate", "games", "audio", "books", "earth"),
        *("startseite", "politik", "wirtschaft", "kultur", "wissen", "gesundheit", "panorama"),
        *("reise", "meinung", "regional", "wetter", "digital", "gesellschaft", "suche", "abo"),
        *("teilen", "drucken", "anmelden", "inland", "ausland", "finanzen", "ratgeber", "audio"),
        *("accueil", "politique", "monde", "economie", "sante", "sciences", "societe", "meteo"),
        *("international", "france", "planete", "idees", "partager", "recherche", "regions"),
        *("inicio", "portada", "politica", "mundo", "economia", "deportes", "cultura", "ciencia"),
        *("salud", "sociedad", "opinion", "tecnologia", "television", "gente", "internacional"),
        *("cronaca", "esteri", "economia", "spettacoli", "scienza", "salute", "meteo", "cerca"),
        *("brasil", "esporte", "esportes", "desporto", "saude", "sociedade", "pais", "local"),
        *("nieuws", "binnenland", "buitenland", "economie", "wetenschap", "nyheter", "kultur"),
        *("swiat", "gospodarka", "pogoda", "wiadomosci", "szukaj", "kultura", "zdrowie"),
        *("главная", "новости", "политика", "экономика", "общество", "спорт", "культура"),
        *("головна", "новини", "політика", "економіка", "суспільство", "поиск", "пошук"),
        *("gundem", "ekonomi", "dunya", "spor", "saglık", "siyaset", "anasayfa"),
        *("sverige", "varlden", "vader", "noje", "norge", "danmark", "indland", "udland", "sok"),
        *("kotimaa", "ulkomaat", "talous", "urheilu", "kulttuuri", "etusivu"),
        *(
            "ホーム",
            "ニュース",
            "スホーツ",
            "政治",
            "経済",
            "社会",
            "国際",
            "天気",
            "首页",
            "新闻",
            "体育",
        ),
        *("国内", "财经", "娱乐", "الرييسية", "اخبار", "رياضة", "سياسة", "اقتصاد", "ثقافة"),
    }
)
