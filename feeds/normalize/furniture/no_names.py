"""Words of which no names of people are made, but those of publications, their parts, buildings."""

from itertools import chain
from typing import Final

from feeds.normalize.days.stamp_words import PUBLISHED, UPDATED
from feeds.normalize.furniture.menu_words import MENU
from feeds.text.words import split_words

NO_FIRST_NAMES: Final = frozenset(
    split_words(
        "the a an der die das den ein eine le les la un une el los las il lo gli o os het det"
        " in on at from for to of with about how why what who when where aus im am zur zum bei mit"
        " nach auf fur dans en au aux sur pour avec chez con para por sobre desde nel nella dal"
        " dalla per em com"
    )
)
"""What the name of a publication may begin with, or words on a place."""

HOUSES: Final = frozenset(
    split_words(
        "watch agency agencies institute institution office organisation organization foundation"
        " association university college ministry department committee council commission"
        " international centre center news network press group service services bureau desk"
        " newsroom team staff company society federation union trust authority board museum"
        " agence agences agencia agenzia agencja agentur buro bureaus redaktion redaccion redazione"
        " redaction redacao redactie redakcja institut instituto istituto instytut stiftung"
        " fundacion fondation fondazione fundacao stichting universitat universite universidad"
        " universita universidade universiteit ministerium ministere ministerio ministero verein"
        " verband verbande gesellschaft societe sociedad societa association asociacion"
        " associazione associacao komitee comite comitato kommission comision commissione centro"
        " zentrum netzwerk reseau gruppe groupe grupo gruppo organisatie organizacion"
        " organizzazione агентство институт фонд редакция университет министерство центр"
    )
)
"""What stands in the name of an organisation, and in no name of somebody."""

_SAID: Final = frozenset(chain.from_iterable(map(split_words, (*PUBLISHED, *UPDATED))))
PUBLICATIONS: Final = frozenset(
    split_words(
        "times post herald daily mail mirror sun star tribune gazette journal chronicle observer"
        " guardian telegraph independent express standard press weekly review magazine today online"
        " radio channel report reports wire agency network media digital inquirer examiner globe"
        " zeitung nachrichten tageblatt tagblatt anzeiger kurier presse rundschau blatt spiegel"
        " stern welt morgenpost abendblatt abendzeitung deutschland rundfunk merkur bote echo"
        " figaro parisien soir matin depeche libre liberation nouvelles progres republicain"
        " nacion diario noticias heraldo vanguardia correo periodico prensa voz razon clarin"
        " corriere repubblica stampa gazzetta giornale messaggero mattino quotidiano tempo"
        " jornal folha publico estado correio gazeta krant dagblad telegraaf volkskrant handelsblad"
        " tidning tidningen dagens dagbladet posten aftenposten politiken tidende avisen bladet"
        " wyborcza rzeczpospolita dziennik gazete gazetesi haber hurriyet milliyet noviny dnes"
        " sanomat lehti hirlap nemzet газета известия новости правда ведомости вестник время"
        " труд канал новини вісник εφημερίδα καθημερινή νέα βήμα"
    )
)
"""What newspapers, magazines and stations are called."""

_OTHERS: Final = frozenset(
    split_words(
        # Their parts
        " top breaking latest special feature features analysis editorial letters story stories"
        " column comment weekend morning evening day days week night year month update"
        " updates middle east west north south central america american latin european asian"
        " african eastern western northern southern real estate life league cup premier champions"
        " football soccer cricket rugby tennis golf energy environment education law crime art"
        " film films fashion family people society economy finance stocks fact check photo photos"
        " picture pictures gallery podcast interview guide event events calendar forecast horoscope"
        " lokales wirtschaft sport feuilleton medien leute nahost osten westen fussball bundesliga"
        " afrique europe amerique asie orient proche moyen faits divers vie vrai ligue coupe"
        " america oriente medio proximo futbol liga copa sucesos espectaculos opiniones entrevista"
        " medio calcio serie coppa attualita primo piano ultima ultime hora ultimas"
        " политика экономика общество культура спорт мир наука происшествия суспільство економіка"
        " polityka gospodarka kultura swiat politika ekonomika domaci zahranici spor ekonomi"
        " siyaset gundem dunya inrikes utrikes ekonomi indland udland innenriks utenriks kotimaa"
        " ulkomaat urheilu talous belfold kulfold gazdasag regionales technik netzwelt"
        " esteri interni regio dossier uutiset πολιτική οικονομία κόσμος αθλητισμός"
        " سياسة اقتصاد رياضة ثقافة مجتمع דעות ספורט פוליטיקה"
        " 政治 経済 社会 国際 文化 地域 速報 时政 财经 体育 国内 經濟 社會"
        " 정치 경제 사회 문화 스포츠"
        # Offices and buildings
        " house hall court council university college school street square park stadium arena"
        " center centre museum bank club united city town county state states union party office"
        " ministry department government palace castle church bridge airport station hospital"
        " theatre theater festival fair summit conference meeting election elections war battle"
        " friday monday tuesday wednesday thursday saturday sunday"
        # Whom and what they tell of
        " president prime minister queen prince princess mayor pope happy good merry birthday"
        " human rights change intelligence artificial kunstliche intelligenz formula formel stock"
        " market release releases"
        # When and how long
        " last date time read reading changed created written edited reviewed minute minutes"
        " letzte letzter anderung geandert erstellt stand datum lesezeit uhrzeit minuten"
        " derniere dernieres modification mis mise ligne jour heure lecture"
        " ultimo modificacion fecha hora lectura modifica data ora lettura modificacao leitura"
        " laatste gewijzigd wijziging leestijd senast andrad sidst opdateret sist endret"
        " ostatnia zmiana czas czytania son dakika tarih tarihi saat okuma suresi"
        " последние последнее изменение дата час останні остання зміна"
    )
)
NO_NAMES: Final = MENU | PUBLICATIONS | _SAID | _OTHERS
"""What stands in no name of somebody for certain: "World Cup", "Lorne Times", "Town Hall"."""
