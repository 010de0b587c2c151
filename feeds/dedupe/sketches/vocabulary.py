"""Words that say little about what happened, folded as by :mod:`feeds.text.words`.

Written by hand for the languages most sources have; in other languages frequency alone has to
tell the telling words.
"""

from typing import Final

from feeds.dedupe.sketches.terms import cut_word
from feeds.text.weekdays import WEEKDAYS
from feeds.text.words import fold_text

_ENGLISH: Final = """
a about after again against all also am amid among an and any are as at be because been before
being below between both but by can could did do does doing down during each few for from further
get gets got had has have having he her here hers him his how if in into is it its just like ll
may me might more most much must my near no nor not now of off on once one only or other our out
over own per re set should since so some such than that the their them then there these they this
those through to too two three under until up upon us ve very via was we were what when where
which while who whom whose why will with within without would you your
"""
_GERMAN: Final = """
aber als also am an auch auf aus bei beim bis da damit dann das dass dem den denn der des die dies
diese dieser dieses doch dort durch ein eine einem einen einer eines er es etwa fur gegen hat
hatte haben hier ich ihr ihre im in ins ist jetzt kann kein keine konnen man mehr mit muss nach
nicht noch nun nur ob oder ohne schon sehr sei sein seine sich sie sind so soll sollen uber um und
uns unter vom von vor war waren was weil wenn wer werden wie wieder will wir wird worden wurde
wurden zu zum zur zwei zwischen
"""
_FRENCH: Final = """
ai apres au aux avant avec ce ces cet cette chez comme contre dans de depuis des deux du elle
elles en encore entre est et ete etre eux fait il ils je la le les leur leurs lors lui mais meme
moins ne non nos notre nous on ont ou par pas plus pour qu que quand qui sa sans se selon ses si
son sont sous sur tout toute tous tres un une vers vos votre vous
"""
_SPANISH: Final = """
al ante antes como con contra cual cuando de del desde donde dos durante el ella ellos en entre
era es esta estan este esto fue ha haber habia han hasta hay la las le les lo los mas mientras muy
ni no nos otra otro para pero por porque que quien se segun ser si sin sobre son su sus tambien te
tiene tras un una uno unos ya yo
"""
_ITALIAN_PORTUGUESE: Final = """
agli ai al alla alle anche ancora che chi ci col come con cosa cui da dal dalla de degli dei del
della delle di dopo dove due e ed fra gia gli ha hanno il in io la le lei lo loro lui ma mi nel
nella noi non o ogni per perche piu quando quello questa questo se sei si sia sono su sul sulla
tra tutti un una uno voi ao aos apos ate com das do dos ela ele em entre essa esse esta este foi
isso ja mais mas mesmo muito na nas nao no nos os ou para pela pelo por qual quem sao sem ser seu
sob sobre sua suas tambem tem um uma
"""
_DUTCH_NORDIC: Final = """
aan al als bij dan dat de deze die dit door een en er geen haar had heb heeft het hij hoe ik in is
je kan maar meer met na naar niet nog nu of om onder ook op over te tegen tot tussen uit van veel
voor waar was wat werd wie wordt ze zich zijn zo zou att av den det detta efter eller ett fran for
har hon i inte man med mot och pa sa sig som till under upp ut var vid af at blev et fra han ikke
jeg og skal til ud ved vil
"""

STOP_WORDS: Final = frozenset(
    f"{_ENGLISH} {_GERMAN} {_FRENCH} {_SPANISH} {_ITALIAN_PORTUGUESE} {_DUTCH_NORDIC}".split()
)

# The trade's own small change: it may count as shared, but never alone.
_GENERIC: Final = """
anything everything expectations explained nothing quarterly something according accused agency
ahead amount announced announces arrested asked attack back backs bank beat beats begins best better
big biggest billion board boss bring business call called calls case cause ceo chief children city
claims close come coming company concerns control could country court cup cut cuts dead deal death
demand dies died drop due early earnings east economy election end ends event expected faces fall
falls family fans fears fight final find fire first five force former forms four free full future
game gains general global go goes gold good government great group growth guide head health help
high higher hit hits hold home host house identified increase industry injured international
investigation issue jobs join keep key kill killed kills know known late later latest launch
launches law lead leader leaders league leave left less life line live local long look lose loses
loss losses lost low lower made main major make makes making man many mark market markets match
media meet meeting member men million minister mobile money move moves much name named national need
never new news next north number office official officials old open opens order part party past pay
peace people percent photo photos place plan plans play player players podcast point points police
policy political power preview president press price prices prime profit public put quarter raise
raises ranks read ready record release released releases report reported reports results return
returns review rise rises rising role round rule run said sale sales sanctions save say saying says
school season second security see sees seen sell series service set several share shares show shows
side sign six social south start starts state states still stock stocks stop stories story strong
study support suspect take takes talk talks team ten test thousands time times told top total trade
trial try turn update updates vote want wants war warn warned warning warns watch way west win wins
woman women work world young briefing column daily digest edition roundup weekly bericht chef
deutschland ende landes lage leute menschen millionen milliarden neue neuen neuer polizei prasident
prozent regierung sagt sagte stadt tote zahl apres bilan direct france gouvernement ministre morts
nouveau nouvelle pays ville ciudad gobierno mil millones ministro muertos nuevo nueva pais policia
presidente
"""
# When it happened, beside the weekdays: what two reports of one day may share.
_TIMES: Final = """
abril afternoon agosto amanha annee ano anos ans aout april aprile august augustus aujourd avril
ayer dagen day days december decembre demain dezember dezembro dia dias dicembre diciembre domani
enero evening febbraio febrero februar februari february fevereiro fevrier fredag gennaio gestern
giorni giorno gisteren giugno heures heute hier hoje hours hoy ieri jahr jahre jahren janeiro
januar januari january janvier jour jours juillet juin julho juli julio july june junho juni junio
lordag luglio maart maggio manana mandag march marco mars marz marzo minutes mois monat month
months morgen morning night november novembre novembro noviembre october octubre oggi oktober
onsdag ontem ottobre outubro semaine semana september septembre septiembre setembro settembre
settimana sondag stunden tag tage tirsdag today tomorrow torsdag uhr uur vandaag week weekend weeks
woche wochenende year years yesterday
"""
# In Portuguese a headline says "quarta" as well as "quarta-feira".
_DAYS: Final = tuple(
    fold_text(day).removesuffix("-feira") for days in WEEKDAYS.values() for day in days
)
TIME_WORDS: Final = frozenset(cut_word(word) for word in (*_TIMES.split(), *_DAYS))
GENERIC_WORDS: Final = TIME_WORDS.union(cut_word(word) for word in _GENERIC.split())
