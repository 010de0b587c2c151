"""How publishers say that they correct what they wrote, by language.

On text folded as by :mod:`feeds.text.words`: small letters, no accents.
"""

from collections.abc import Mapping
from typing import Final

# Stand at the beginning of a headline or a paragraph, before a colon, a dash or a bracket.
CORRECTION_LABELS: Final[Mapping[str, str]] = {
    "en": r"corrections?(?: and clarifications?| appended| to this (?:article|story|report))?"
    r"|corrected(?: version| headline| story| repeat)?|corrects|correct(?=-)|clarifications?"
    r"|clarified|clarifies|retractions?|retracted|errat(?:um|a)|corrigend(?:um|a)",
    "de": r"(?:korrektur|berichtigung|richtigstellung|klarstellung)(?:s?hinweis|en)?|korrigendum"
    r"|(?:korrigiert|berichtigt)(?:e fassung)?|in eigener sache[:,]? korrektur|widerruf",
    "fr": r"rectificatif|correction|corrige|precision|rectification|correctif|erratum",
    "es": r"correccion|corregid[oa]|rectificacion|rectifica|fe de err(?:ores|atas)|aclaracion",
    "it": r"correzione|corrett[oa]|rettifica|errata corrige|precisazione",
    "pt": r"correc?cao|corrigid[oa]|rec?tificac?ao|retificad[oa]|erramos|esclarecimento|errata",
    "nl": r"correctie|gecorrigeerd|rectificatie|verduidelijking",
    "nordic": r"rattelse|rettelse|korrigering|presisering|oikaisu|korjaus",
    "other": r"sprostowanie|исправление|уточнение|correccio|fe d'errors",
}

_EN: Final = (
    r"(?:article|story|report|piece|post|headline|caption|column|page|item|dispatch|graphic|chart"
    r"|newsletter|interview|podcast|video|text|review|obituary|blog)"
)
_DE: Final = (
    r"(?:artikels?|textes|text|beitrags?|berichts?|meldung|uberschrift|bildunterschrift"
    r"|interviews?"
    r"|reportage|kommentars?|nachricht|titels?|grafik|fassung|version)"
)
_FR: Final = r"(?:article|texte|depeche|papier|reportage|titre|billet|legende|publication)"
_ES: Final = (
    r"(?:articulo|noticia|texto|informacion|reportaje|titular|nota|cronica|pieza|despacho"
    r"|publicacion|entrevista)"
)
_IT: Final = r"(?:articolo|testo|pezzo|notizia|titolo|servizio|versione|intervista)"
_PT: Final = (
    r"(?:artigo|texto|reportagem|noticia|materia|titulo|versao|publicacao|nota|coluna|entrevista)"
)
_NL: Final = r"(?:artikel|bericht|stuk|tekst|verhaal|kop|nieuwsbericht|versie|interview)"
_EN_EARLIER: Final = r"(?:earlier|previous|original|prior|initial|first|last) versions?"
_EN_WRONGLY: Final = (
    r"(?:incorrectly|wrongly|mistakenly|erroneously|inaccurately|misstated|misidentified"
    r"|misspelled|misspelt|misquoted|misattributed|misreported|gave the wrong|had the wrong)"
)

# Stand anywhere in a sentence.
CORRECTION_PHRASES: Final[Mapping[str, tuple[str, ...]]] = {
    "en": (
        (
            r"\b(?:because of|due to|through|owing to) an? (?:\w+ )?(?:error|mistake|mix-up"
            r"|oversight)"
            r"(?: \w+){0,5},? (?:we|this|an earlier|our|it said here)\b"
        ),
        rf"{_EN_EARLIER} of (?:this|our) (?:\w+ )?{_EN}\b",
        rf"^\W*(?:in )?(?:an?|the) {_EN_EARLIER} of the {_EN}\b",
        (
            rf"\bthis (?:\w+ ){{0,4}}{_EN} (?:has been|have been|was|is) (?:\w+ )?"
            r"(?:corrected|retracted|clarified)\b"
        ),
        (
            rf"\b(?:headline|caption|figure|chart|graphic|subheading)s? (?:of|to|on|in|for)"
            rf" this {_EN} "
            r"(?:has|have|was|were)(?: been)? (?:\w+ )?(?:amended|changed|corrected|updated"
            r"|edited)"
        ),
        (
            rf"\bthis (?:\w+ )?{_EN} (?:has been|was) (?:\w+ )?(?:amended|updated|changed|edited"
            r"|revised)(?: on [^:;]{3,40}?)?,? (?:to (?:correct|clarify|fix|make clear"
            r"|remove an? "
            r"(?:error|incorrect|inaccurate|wrong))|with the correct|because)"
        ),
        rf"\bthis {_EN} was amended on\b(?!.* to (?:add|include|update|reflect))",
        (
            rf"\b(?:this|our|an earlier|the original|a previous) (?:\w+ )?{_EN} (?:\w+"
            rf" )?{_EN_WRONGLY}"
        ),
        rf"\bwe (?:had )?{_EN_WRONGLY}",
        (
            r"\b(?:we|the editors?) (?:regret|apologi[sz]e for) (?:the|this|an|our|any) "
            r"(?:error|mistake|inaccurac)"
        ),
        (
            r"^\W*(?:corrects|clarifies) (?:.* )?(?:paragraph|para|graf|headline|lead"
            r"|sentence|spelling"
            r"|name|date|figure|year|title|throughout|typo)"
        ),
        r"[(\[](?:corrects|clarifies|correcting)\b",
        r"[(\[](?:refiles|repeats|adds|updates)\b[^)\]]{0,80}\b(?:to correct|corrects)\b",
        rf"\bwe have (?:\w+ )?(?:retracted|corrected|clarified|amended) (?:this|the|our) {_EN}",
        (
            rf"^\W*(?:the|an earlier|a previous|our) (?:earlier |original )?{_EN}\b.{{0,120}}"
            rf" (?:has been|was|were)"
            r" (?:\w+ )?(?:wrong|incorrect|inaccurate|false|mistaken|retracted"
            r"|corrected)\b(?! by\b)"
        ),
    ),
    "de": (
        r"[(\[](?:korrigiert|berichtigt)\b",
        (
            r"\b(?:durch|wegen|aufgrund) eine[srm]? (?:\w+ )?(?:fehlers?|versehens?|versehen"
            r"|irrtums?)\b"
            r".{0,60}(?:\bstand|hiess|haben wir|hatten wir|wurde hier|an dieser stelle)"
        ),
        rf"^\W*(?:der|die|das) {_DE} (?:wurde|ist)(?: [\w.:]+){{0,8}} (?:korrigiert|berichtigt)",
        (
            r"(?:fruheren|vorherigen|ersten|ursprunglichen|alteren|vorigen) (?:version|fassung)"
            rf"(?: (?:dieses|des|dieser|der|unseres|unserer) {_DE})?,? (?:war|hiess|stand"
            rf"|hatten|haben"
            r"|wurde|lautete|enthielt|schrieben|hatte)"
        ),
        (
            r"(?:fruheren|vorherigen|ersten|ursprunglichen|fruhere|vorherige) (?:version|fassung)"
            rf" (?:dieses|dieser|unseres|unserer) {_DE}"
        ),
        (
            rf"\bdiese[rsm]? {_DE} (?:wurde|ist|haben wir)(?: [\w.]+){{0,6}} (?:korrigiert"
            rf"|berichtigt"
            r"|richtiggestellt)"
        ),
        r"\b(?:wir haben|haben wir)\b.{0,80}(?:korrigiert|berichtigt|richtiggestellt)",
        (
            r"\b(?:fehler|angabe|angaben|passage|stelle|zahl|uberschrift|absatz) (?:wurden?"
            r"|ist|sind) "
            r"(?:inzwischen|mittlerweile|nachtraglich|entsprechend|im text|im artikel|nun"
            r"|von uns)"
            r"(?: \w+){0,3} (?:korrigiert|berichtigt)"
        ),
        r"\bwir bitten.{0,60}(?:fehler|irrtum|versehen).{0,30}entschuldig",
        r"\bwir bedauern den (?:fehler|irrtum)",
        (
            r"\bwir (?:hatten|haben) (?:\w+ ){0,6}(?:falschlich|falschlicherweise|irrtumlich"
            r"|irrtumlicherweise)"
        ),
    ),
    "fr": (
        r"[(\[](?:corrige|rectifie)\b",
        (
            r"\b(?:par|suite a|a la suite d'|en raison d') ?(?:une? )?(?:erreur|inadvertance"
            r"|meprise|confusion)\b.{0,60}(?:nous avons|nous avions|il etait (?:ecrit|indique)|ici)"
        ),
        (
            r"^\W*(?:l'article|le texte|la depeche|le titre) (?:de cet article )?a ete (?:\w+"
            r" )?(?:corrige"
            r"|rectifie)"
        ),
        (
            r"\bune (?:version )?(?:precedente|anterieure|premiere)(?: version)? (?:de |d')\s?"
            rf"(?:cet|cette|ce|notre|l')\s?{_FR}"
        ),
        (
            rf"\bla (?:premiere version|version (?:initiale|precedente)) (?:de|du) (?:cet"
            rf"|ce|notre"
            rf"|cette)\s?{_FR}"
        ),
        (
            rf"\b(?:cet|cette|ce|le titre de cet) {_FR} a ete (?:\w+ )?(?:corrige|rectifie"
            rf"|modifie"
            r".{0,40} (?:pour|afin de) (?:corriger|rectifier|preciser))"
        ),
        (
            r"\bcontrairement a ce (?:que nous|qui (?:etait|a ete|avait ete)|qu'(?:indiquait"
            r"|affirmait)).{0,60}(?:ecrit|indiqu|affirm|publi|annonc|version|article)"
        ),
        (
            r"\bnous avons (?:corrige|rectifie)\b.{0,60}(?:erreur|article|texte|titre"
            r"|chiffre|passage"
            r"|information)|\bune erreur s'est glissee\b"
        ),
        r"\bnous (?:prions|presentons).{0,60}(?:excuse).{0,60}(?:erreur)",
        r"\bnous nous excusons (?:de|pour) cette erreur\b",
        (
            r"\bnous (?:avions|avons) (?:\w+ ){0,2}(?:ecrit|indique|affirme|publie) (?:par"
            r" erreur|a tort)"
        ),
    ),
    "es": (
        r"[(\[](?:corrige|rectifica)\b",
        (
            r"\bpor (?:un )?(?:error|descuido|lapsus|equivocacion)\b.{0,60}\b(?:atribuimos"
            r"|publicamos|dijimos|se decia|hemos|escribimos|figuraba aqui|informamos|situamos)"
        ),
        (
            r"^\W*(?:el articulo|el texto|la noticia|el titular) (?:ha sido|fue) (?:\w+"
            r" )?(?:corregid"
            r"|rectificad)"
        ),
        (
            r"\b(?:una|la) (?:primera )?version (?:anterior |previa |inicial |original )?de"
            r" est[ea] "
            rf"{_ES}"
        ),
        (
            rf"\best[ea] {_ES} (?:ha sido|fue|se ha) (?:\w+ )?(?:corregid|rectificad"
            rf"|modificad[oa] "
            r"para corregir|actualizad[oa] para corregir)"
        ),
        (
            rf"\bhemos (?:corregido|rectificado)\b|\bse ha (?:corregido|rectificado) (?:\w+"
            rf" ){{0,6}}"
            rf"(?:est[ea]|el|la|del) {_ES}"
        ),
        rf"\ben est[ea] {_ES} se (?:decia|afirmaba|indicaba|senalaba|dijo)\b",
        r"\b(?:lamentamos|pedimos disculpas por) (?:el|este) error\b",
        r"\bpor error,? (?:publicamos|informamos|indicamos|escribimos)",
        (
            r"\b(?:informamos|publicamos|dijimos|escribimos|afirmamos|indicamos|atribuimos)"
            r"(?:,? \w+){0,3},? (?:erroneamente|equivocadamente|incorrectamente|por error)\b"
        ),
    ),
    "it": (
        r"[(\[](?:corregge|rettifica)\b",
        (
            r"\bper (?:un |uno |una )?(?:errore|svista|refuso|disguido)\b.{0,60}\b(?:abbiamo"
            r"|avevamo|si leggeva|era scritto|qui)\b"
        ),
        (
            r"^\W*(?:l'articolo|il testo|la notizia|il titolo) e stat[oa] (?:\w+ )?(?:corrett"
            r"|rettificat)"
        ),
        (
            r"\b(?:una )?(?:versione )?(?:precedente|prima)(?: versione)? (?:di quest[oa]"
            r"|del presente"
            rf"|dell') ?{_IT}"
        ),
        rf"\bversione (?:precedente|originale|iniziale) di quest[oa] {_IT}",
        (
            rf"\bquest[oa] {_IT} e stat[oa] (?:\w+ )?(?:corrett|rettificat|modificat[oa] per"
            rf" corregg)"
        ),
        r"\bci scusiamo (?:con i lettori )?(?:per|dell') ?(?:l'|lo )?(?:errore|imprecisione)",
        r"\bper (?:un )?errore (?:abbiamo|avevamo) (?:scritto|riportato|indicato|pubblicato)",
        (
            r"\babbiamo (?:\w+ )?(?:erroneamente|erratamente|per errore) (?:scritto|riportato"
            r"|indicato|pubblicato|attribuito|affermato)\b"
        ),
        r"\babbiamo corretto (?:\w+ ){0,5}(?:errore|dato|articolo|testo|titolo)",
    ),
    "pt": (
        r"[(\[](?:corrige|retifica|rectifica)\b",
        (
            r"\bpor (?:um )?(?:lapso|engano|erro|descuido)\b.{0,80}\b(?:publicamos"
            r"|escrevemos|colocamos|informamos|dissemos|atribuimos|na edicao de|neste texto"
            r"|nesta pagina)"
        ),
        (
            r"^\W*(?:o artigo|o texto|a noticia|a reportagem|o titulo) foi (?:\w+ )?(?:corrigid"
            r"|retificad)"
        ),
        (
            r"\b(?:uma|a|numa) (?:primeira )?versao (?:anterior |inicial |original |previa"
            r" )?(?:deste"
            rf"|desta|do presente) {_PT}"
        ),
        (
            rf"\best[ea] {_PT} foi (?:\w+ )?(?:corrigid|retificad|alterad[oa] para corrigir"
            r"|atualizad[oa] para corrigir)"
        ),
        (
            r"\b(?:diferentemente|ao contrario) do que (?:\w+ ){0,3}(?:publicad|informad|informou"
            r"|escrev|afirmad|publicou|noticiad|dito|dissemos)"
        ),
        (
            rf"\best[ea] {_PT} (?:informou|afirmou|dizia|indicava|informava) (?:incorretamente"
            r"|erradamente|erroneamente|por engano)"
        ),
        (
            r"\b(?:noticiamos|informamos|publicamos|escrevemos|dissemos|afirmamos|atribuimos)"
            r"(?:,? \w+){0,3},? (?:erradamente|erroneamente|incorretamente|por engano|por lapso)\b"
        ),
        r"\b(?:lamentamos|pedimos desculpas? pelo|pedimos desculpa por) (?:o |este )?erro\b",
    ),
    "nl": (
        r"[(\[](?:corrigeert|rectificeert)\b",
        (
            r"\bdoor een (?:fout|vergissing|misverstand|slordigheid)\b.{0,60}\b(?:stond|schreven we"
            r"|meldden we|hebben we|werd hier|is hier)"
        ),
        (
            r"^\W*(?:het artikel|het bericht|de tekst|de kop) is (?:[\w.]+ ){0,5}(?:gecorrigeerd"
            r"|gerectificeerd)"
        ),
        rf"\been (?:eerdere|vorige|oudere|eerste) versie van (?:dit|deze|het) {_NL}",
        rf"\bdit {_NL} is (?:[\w.]+ ){{0,4}}(?:gecorrigeerd|gerectificeerd)",
        (
            rf"\b(?:in dit {_NL}|eerder) (?:stond|schreven we|meldden we|meldde).{{0,60}}(?:ten"
            r" onrechte|abusievelijk|onjuist|foutief)"
        ),
        (
            r"\bwe betreuren de (?:fout|vergissing)|\bdat is (?:inmiddels|nu) (?:gecorrigeerd"
            r"|aangepast)"
        ),
    ),
    "nordic": (
        r"\bi en tidigare version av (?:artikeln|texten|den har)",
        r"\bi en tidligere (?:versjon|version|udgave) av? ?(?:saken|artikkelen|artiklen|denne)",
        r"\bi en tidligere (?:version|udgave) af (?:artiklen|denne)",
        r"\b(?:artikeln|artikkelen|artiklen) (?:har|er) (?:\w+ )?(?:rattats|rettet|korrigert)",
    ),
    "other": (
        r"\bwe wczesniejszej wersji (?:artykulu|tekstu)",
        (
            r"\bв (?:предыдущеи|первоначальнои|раннеи) версии (?:этои |этого |даннои )?"
            r"(?:статьи|заметки|материала|новости|текста)"
        ),
        r"\buna versio anterior d'aquest(?:a)? (?:article|noticia|text)",
    ),
}

# How an editor's note begins, and what one of them says that corrects: that something was wrong, or
# that a passage was taken out.
NOTE_LABELS: Final = (
    r"(?:editors?'?s?'? note|note from the editors?|(?:attn\.?|attention,?) editors|eds\.?(?=\s?:)"
    r"|anmerkung der redaktion|anm\.? ?d\.? ?red\.?"
    r"|hinweis der redaktion|redaktioneller hinweis|in eigener sache|note de la redaction"
    r"|note de l'editeur|ndlr|n\.d\.l\.r\.?|nota (?:de la redaccion|del editor|de"
    r" redaccion)|n\. ?de la r\."
    r"|nota (?:della redazione|del direttore)|ndr|n\.d\.r\.?|nota (?:da redac?cao|do editor"
    r"|da direcao)"
    r"|noot van de redactie|redactionele noot|naschrift(?: van de)? redactie"
    r"|noot redactie|redaktionens? (?:note|anm\.?|anmarkning))"
)
_PASSAGE: Final = (
    r"(?:sentence|passage|paragraph|section|claim|reference|quote|quotation|line|photograph"
    r"|picture"
    r"|satz|passage|absatz|abschnitt|zitat|behauptung|bild|phrase|paragraphe|extrait"
    r"|citation|photo"
    r"|frase|parrafo|pasaje|cita|fotografia|brano|paragrafo|citazione|passaggio|trecho"
    r"|citacao|zin"
    r"|alinea|citaat|bewering|foto|mening|avsnitt|saetning|setning)s?\b"
)
_TAKEN_OUT: Final = (
    r"(?:removed|deleted|taken out|withdrawn|entfernt|geloscht|gestrichen|retire|supprime"
    r"|suprimid"
    r"|retirad|eliminad|retiramos|retirado|rimoss|eliminat|tolt[oa]|removid|apagad|removemos"
    r"|verwijderd|geschrapt|weggehaald|tagits bort|fjernet)"
)
CORRECTING_NOTES: Final = (
    r"\b(?:correct(?:ed|s|ion)|errors?|wrong|wrongly|incorrect|inaccurate|mistake|misstated"
    r"|retracted"
    r"|korrigier|berichtig|falsch|fehlerhaft|irrtum|corrige|rectifie|erreur|inexact|errone|a tort"
    r"|corregid|corregimos|rectific|error|incorrect|corrett|rettific|errore|errat[oa]"
    r"|sbagliat|inesatt"
    r"|corrigid|corrigimos|retific|erro\b|incorret|errad[oa]|gecorrigeerd|onjuist|fout\b|foutief"
    r"|vergissing|abusievelijk)"
    rf"|{_PASSAGE}.{{0,120}}{_TAKEN_OUT}|{_TAKEN_OUT}.{{0,60}}{_PASSAGE}"
)

# Opens what is no notice of the desk, whatever it says below.
NO_NOTICES: Final = (
    r"^\W*(?:letters?|readers?'? letters?|leserbriefe?|courrier|cartas?|lettere|ingezonden)\b"
)
