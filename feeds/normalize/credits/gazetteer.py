"""Places that reports are often sent from: a name among them proves a dateline in small letters.

The list helps only where nothing else does; no place has to be on it. Names that are as often a
person's or a word (Charlotte, Nice, Reading) are left out.
"""

import re
from typing import Final

from feeds.text.words import fold_text

_CITIES: Final = """
abidjan|abu dhabi|abuja|accra|addis ababa|addis-abeba|adelaide|aleppo|alger|algier|algiers
|alicante|almaty|amman|amsterdam|ankara|antananarivo|antwerp|antwerpen|anvers|astana|asuncion|aten
|atenas|atene|athen|athenes|athens|atlanta|auckland|bagdad|baghdad|baku|bali|baltimore|bamako
|bangalore|bangkok|bangui|barcellona|barcelona|barcelone|basel|basra|beijing|beirut|belem|belfast
|belgrad|belgrade|belgrado|belo horizonte|bengaluru|bergamo|bergen|berlim|berlin|berlino|bern
|berne|beyrouth|bilbao|birmingham|bishkek|bochum|bogota|bologna|bombay|bonn|bordeaux|boston
|brasilia|bratislava|braunschweig|bremen|brighton|brisbane|bristol|bruessel|bruselas|brussel
|brussels|bruxelas|bruxelles|brüssel|bucarest|bucharest|budapest|buenos aires|buffalo|bujumbura
|bukarest|cairo|calais|calcutta|calgary|cali|canberra|cancun|cape town|caracas|cardiff|casablanca
|catania|charkiw|chennai|chicago|chisinau|christchurch|cincinnati|citta del vaticano
|città del messico|cité du vatican|ciudad de guatemala|ciudad de mexico|ciudad de panama
|ciudad del vaticano|cleveland|coimbra|cologne|colombo|colonia|conakry|copenaghen|copenhagen
|copenhague|cordoba|cracow|curitiba|dakar|dallas|damas|damasco|damascus|damaskus|darmstadt|davos
|den haag|denver|detroit|dhaka|dijon|dili|djibouti|doha|donetsk|dortmund|dresden|dubai|dublin
|dublino|durban|dushanbe|düsseldorf|edinburgh|eindhoven|el cairo|erbil|erevan|erfurt|essen
|estocolmo|estrasburgo|firenze|fortaleza|frankfurt|frankfurt a.m.|frankfurt am main|freetown
|gaborone|gaza|gaza city|gaza-stadt|geneva|geneve|genf|genoa|genova|gent|gerusalemme|ginebra
|ginevra|glasgow|gothenburg|graz|grenoble|groningen|guadalajara|guantanamo bay|guatemala city
|göteborg|hague|haifa|halle|hambourg|hamburg|hamburgo|hannover|hanoi|harare|havana|havanna
|heidelberg|helsingfors|helsinki|hiroshima|ho chi minh city|hong kong|hongkong|honolulu|houston
|hyderabad|indianapolis|innsbruck|islamabad|istanbul|izmir|jakarta|jena|jerusalem|johannesburg
|juba|kaboul|kabul|kairo|kampala|kandahar|kansas city|kapstadt|karachi|karlsruhe|kassel|kathmandu
|kaunas|kazan|kharkiv|khartoum|kherson|kiel|kiev|kiew|kigali|kingston|kinshasa|klagenfurt
|kobenhavn|koblenz|koeln|kolkata|konstanz|kopenhagen|krakau|krakow|kuala lumpur|kuwait city|kyiv
|kyjiw|kyoto|köln|københavn|la habana|la havane|la haya|la haye|la paz|lagos|lahore|las palmas
|las vegas|lausanne|le caire|le cap|leeds|leeuwarden|leicester|leipzig|libreville|liege|lille
|lilongwe|lima|limassol|linz|lisboa|lisbon|lisbonne|lissabon|liverpool|ljubljana|lome|londen
|london|londonderry|londra|londres|los angeles|luanda|lucerne|lugansk|lusaka|luxembourg|luxemburg
|luzern|lviv|lwiw|lyon|lübeck|lüttich|madrid|magdeburg|mailand|mainz|malabo|malaga|malmö|managua
|manama|manaus|manchester|manila|mannheim|maputo|mariupol|marrakech|marseille|maseru|mecca
|medellin|melbourne|memphis|metz|mexico city|mexiko-stadt|miami|milan|milano|milwaukee|minneapolis
|minsk|mogadischu|mogadishu|monaco di baviera|monrovia|monterrey|montevideo|montpellier|montreal
|mosca|moscou|moscovo|moscow|moscu|moskau|moskou|moskva|mossul|mosul|muenchen|mumbai|munich|murcia
|muscat|münchen|münster|n'djamena|nairobi|nanjing|nantes|naples|napoli|nashville|nassau|neu-delhi
|new delhi|new orleans|new york|new york city|newcastle|niamey|nicosia|nijmegen|nikosia|nouakchott
|nova iorque|nova york|nueva delhi|nueva york|nur-sultan|nuremberg|nürnberg|odesa|odessa|oporto
|orlando|osaka|oslo|osnabrück|ottawa|ouagadougou|oxford|palermo|palma de mallorca|palo alto
|pamplona|panama city|paramaribo|parigi|parijs|paris|pechino|pekin|peking|pequim|perth|perugia
|peshawar|philadelphia|phnom penh|pittsburgh|pjöngjang|podgorica|port moresby|port-au-prince
|portland|porto|porto alegre|potsdam|prag|praga|prague|praha|pretoria|pristina|pyongyang|quebec
|quito|rabat|ramallah|rangoon|ravenna|recife|regensburg|reims|rennes|reykjavik|riad|riga
|rio de janeiro|riyadh|rom|roma|rome|rostock|rostov|rotterdam|rouen|ryad|saarbrücken|sacramento
|saint-petersbourg|salamanca|salt lake city|salzburg|samara|san diego|san francisco|san jose
|san juan|san salvador|san sebastian|sanaa|santa cruz|santiago de chile|santo domingo|sapporo
|sarajevo|sarajewo|schwerin|seattle|seoul|seul|sevilla|seville|shanghai|sheffield|shenzhen
|singapore|singapour|singapur|skopje|sofia|southampton|srinagar|st. gallen|st. louis
|st. petersburg|stavanger|stoccolma|stockholm|strasbourg|strasburg|strasburgo|straßburg|stuttgart
|surabaya|suva|sydney|são paulo|taipeh|taipei|tallinn|tampa|tampere|taranto|taschkent|tashkent
|tbilisi|tegucigalpa|teheran|tehran|tel aviv|tel aviv-jaffa|the hague|thessaloniki|tiflis|tijuana
|tilburg|timbuktu|tirana|tokio|tokyo|toquio|torino|toronto|toulon|toulouse|trento|trier|trieste
|tripoli|tripolis|trondheim|tucson|tunis|tunisi|turin|turku|tyros|túnez|tübingen|udine|ulaanbaatar
|ulan bator|uppsala|utrecht|vaduz|valencia|valladolid|valletta|valparaiso|vancouver|varsavia
|varsovia|varsovie|vatican city|vatikanstadt|venedig|venezia|venice|venise|verona|viena|vienna
|vienne|vientiane|vigo|vilnius|vladivostok|warsaw|warschau|warszawa|washington|washington d.c
|washington d.c.|washington dc|weimar|wellington|wien|wiesbaden|windhoek|winnipeg|wladiwostok
|wuhan|wuppertal|würzburg|xiamen|yangon|yaounde|yerevan|zagreb|zaporizhzhia|zaragoza|zurich|zurigo
|zwolle|zürich|берлин|брюссель|вашингтон|киев|лондон|минск|москва|париж|пекин|рим|санкт-петербург
"""
# Behind a city's name: "Kabul, Afghanistan", "Santa Cruz (Bolivia)".
_LANDS: Final = """
afghanistan|ala.|alabama|alaska|albania|alberta|algeria|allemagne|angola|argentina|ariz.|arizona
|ark.|arkansas|armenia|australia|austria|azerbaijan|bahrain|bangladesh|belarus|belgien|belgique
|belgium|bolivia|bolivie|bosnia|bosnia and herzegovina|botswana|brasil|brazil|bresil
|british columbia|bulgaria|burkina faso|burundi|calif.|california|cambodia|cameroon|cameroun
|canada|chad|chile|china|colo.|colombia|colorado|congo|conn.|connecticut|costa rica|croatia|cuba
|cyprus|czech republic|côte d'ivoire|d.c.|dc|del.|delaware|democratic republic of congo|denmark
|deutschland|djibouti|dominican republic|dr congo|drc|ecuador|egypt|egypte|el salvador|england
|eritrea|espagne|espana|estonia|ethiopia|ethiopie|fiji|finland|fla.|florida|france|francia
|frankreich|ga.|gabon|gaza|gaza strip|georgia|germany|ghana|greece|guatemala|guinea|haiti|hawaii
|honduras|hungary|iceland|idaho|ill.|illinois|ind.|india|indiana|indonesia|iowa|irak|iran|iraq
|ireland|israel|italia|italy|ivory coast|jamaica|japan|japon|jordan|kan.|kansas|kashmir|kazakhstan
|kentucky|kenya|kosovo|kuwait|ky.|kyrgyzstan|la.|laos|latvia|lebanon|liban|liberia|libya|libye
|lithuania|louisiana|luxembourg|madagascar|maine|malawi|malaysia|mali|malta|manitoba|maroc
|maryland|mass.|massachusetts|mauritania|md.|mexico|mexique|mich.|michigan|minn.|minnesota|miss.
|mississippi|missouri|mo.|moldova|mongolia|mont.|montana|montenegro|morocco|mozambique|myanmar
|n.c.|n.d.|n.h.|n.j.|n.m.|n.y.|namibia|neb.|nebraska|nepal|netherlands|nev.|nevada|new brunswick
|new hampshire|new jersey|new mexico|new south wales|new york|new zealand|nicaragua|niger|nigeria
|nj|north carolina|north dakota|north korea|north macedonia|northern ireland|norway|nova scotia|ny
|ohio|okla.|oklahoma|oman|ontario|ore.|oregon|pa.|pakistan|palestine|panama|paraguay|pennsylvania
|peru|philippines|poland|polen|pologne|portugal|puerto rico|qatar|quebec|queensland|r.i.|rdc
|rhode island|romania|russia|russie|russland|rwanda|s.c.|s.d.|saskatchewan|saudi arabia|schweiz
|scotland|senegal|serbia|sierra leone|singapore|slovakia|slovenia|somalia|somalie|soudan
|south africa|south carolina|south dakota|south korea|south sudan|spain|spanien|sri lanka|sudan
|suisse|sweden|switzerland|syria|syrie|syrien|taiwan|tajikistan|tanzania|tasmania|tchad|tenn.
|tennessee|texas|thailand|togo|tunisia|tunisie|turkey|turkmenistan|turquie|tx|türkei|türkiye|uae
|uganda|uk|ukraine|united arab emirates|united kingdom|united states|uruguay|usa|utah
|uzbekistan|va.|venezuela|vermont|vietnam|virginia|vt.|w.va.|wales|wash.|washington
|west bank|west virginia|western sahara|wis.|wisconsin|wyo.|wyoming|yemen|zambia|zimbabwe
"""
# Places of several words that could be names, folded.
_PLACES_BEGIN: Final = frozenset(
    {
        *("new", "los", "las", "san", "sao", "saint", "st", "st.", "sankt", "bad", "fort", "port"),
        *("cape", "tel", "hong"),
    }
)
_PLACES: Final = frozenset(
    {
        *("buenos aires", "abu dhabi", "den haag", "the hague", "la haye", "la haya", "la paz"),
        *("rio de janeiro", "mexico city", "ciudad de mexico", "kuala lumpur", "addis ababa"),
        *(
            "salt lake city",
            "washington d.c",
            "washington dc",
            "santiago de chile",
            "frankfurt am main",
        ),
    }
)
# How names of towns end, and those of people hardly ever do: "Schweinfurt", "Norrköping". Many
# other endings are of both, as in Crawford, Rosenberg and Melville.
_ENDINGS: Final = re.compile(
    r"[^\W\d_]{3,}(?:stadt|hausen|kirchen|brücken?|büttel|hafen|furt|rode|walde|leben|mouth|minster"
    r"|shire|drecht|huizen|köping|stad|havn|grad|abad|burgh)"
)


def _read_names(listed: str) -> frozenset[str]:
    """Return the names of a list, folded."""
    return frozenset(fold_text(name) for name in listed.replace("\n", "").split("|"))


_KNOWN_CITIES: Final = _read_names(_CITIES)
_KNOWN_LANDS: Final = _read_names(_LANDS)


def is_city(name: str) -> bool:
    """Tell whether a name is one of the cities."""
    return fold_text(name) in _KNOWN_CITIES


def is_land(name: str) -> bool:
    """Tell whether a name is a country's, or that of a part of a large one."""
    return fold_text(name) in _KNOWN_LANDS


def ends_like_place(name: str) -> bool:
    """Tell whether a name of one word ends as those of towns do."""
    return _ENDINGS.fullmatch(name) is not None


def begins_like_place(name: str) -> bool:
    """Tell whether a name of several words is a place's, or begins as those do: "New Lorne"."""
    words = fold_text(name).strip(" .,()").split()
    return bool(words) and (words[0] in _PLACES_BEGIN or " ".join(words) in _PLACES)
