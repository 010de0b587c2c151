"""Words behind which a number is a name: a road, a model, a room, a channel.

On text folded as by :mod:`feeds.text.words`, of several languages together.
"""

from typing import Final

_VEHICLES: Final = """
boeing airbus embraer cessna flight flug vol vuelo volo voo vlucht apollo artemis soyuz leopard
tiger falcon ferry bus autobus autocarro onibus comboio eletrico tram tramway
zug train tren treno trem trein metro
"""
_PLACES: Final = """
route highway interstate motorway autobahn bundesstrasse landstrasse autoroute autopista autovia
carretera autostrada rodovia estrada snelweg platform gleis quai binario perron spoor anden gate
terminal tor porte puerta porta room zimmer raum chambre habitacion stanza sala salle zaal kamer
saal aula hall halle ward block bloc bloque sector sektor secteur setor settore zone zona area
district distrito distretto building batiment edificio gebouw pier junction exit ausfahrt sortie
salida uscita saida afrit lane lot site camp hill dock berth track cell floor kilometerpaal
pavillon pabellon padiglione pavilhao reactor reaktor reacteur reattore
"""
_MEDIA: Final = """
channel kanal canal canale chaine cadena rete zender radio studio episode folge episodio aflevering
season staffel saison temporada stagione seizoen chapter kapitel chapitre capitulo capitolo
hoofdstuk page seite pagina volume band tome tomo update version
"""
_RULES: Final = """
article articulo articolo artigo artikel section seccion sezione secao paragraph paragraf paragrafo
parrafo absatz agenda catch psalm class classe klasse clase grade grado group gruppe groupe grupo
gruppo groep category kategorie categorie categoria level stufe niveau nivel livello phase fase
type typ tipo model modell modele modelo modello stage act unit unite unidad unita
"""
_OTHERS: Final = """
formula formel formule windows android iphone ipad galaxy playstation xbox ftse dax cac ibex nikkei
stoxx mdax nasdaq russell vision horizon expo mark mk weltkrieg
"""
# These stand at the end of longer words, too: Tramlijn 12, Buslinie 4.
_ENDS: Final = "linie lijn ligne linea linha line zug trein"

_WORDS: Final = f"{_VEHICLES} {_PLACES} {_MEDIA} {_RULES} {_OTHERS}".split()

NAMING: Final = rf"(?:(?:{'|'.join(_WORDS)}|world war)s?|\w*(?:{'|'.join(_ENDS.split())}))"
"""As a pattern."""

AFTER_ORDINALS: Final = (
    r"(?:world war|weltkriegs?|guerre mondiale|guerra mundial|guerra mondiale|wereldoorlog|reich"
    r"|amendment|avenue|street|lady|minister|bundesliga|liga|ligue|league|division|klasse)"
)
"""Words before which an ordinal is a name, as a pattern."""
