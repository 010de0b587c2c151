"""Who wrote it, where from, and with which agency."""

import pytest

from feeds.model import Dateline, RawPerson
from feeds.normalize.credits.byline import read_byline
from feeds.normalize.credits.credited import find_agencies
from feeds.normalize.credits.dateline import find_dateline

_OWN = ("Aubeval Post - Home", "Lorne Times")


@pytest.mark.parametrize(
    ("stated", "people"),
    [
        ("By JANE DOE and John Roe", ("Jane Doe", "John Roe")),
        ("Von Anna Muster und Karl von der Heide", ("Anna Muster", "Karl von der Heide")),
        ("Par Jean Dupont", ("Jean Dupont",)),
        ("View all posts by Jane Doe →", ("Jane Doe",)),
        ("Alle Beiträge von Anna Muster anzeigen →", ("Anna Muster",)),
        ("Afficher tous les articles par Jean Dupont →", ("Jean Dupont",)),
        ("Ver todas las entradas de Ana Ruiz", ("Ana Ruiz",)),
        ("Zobacz wszystkie wpisy, których autorem jest Ewa Lis →", ("Ewa Lis",)),
        ("View Archive →", ()),
        ("Alle Jan de Vries", ("Alle Jan de Vries",)),
        ("Ver Sacrum de la Torre", ("Ver Sacrum de la Torre",)),
        ("María José y Pedro López", ("María José", "Pedro López")),
        ("jane@post.example (Jane Doe)", ("Jane Doe",)),
        ("Jane Doe (jane@post.example)", ("Jane Doe",)),
        ("Jane Doe, Staff Writer | Aubeval Post", ("Jane Doe",)),
        ("Rick Ros, Ana Swan and Peter S. Good", ("Rick Ros", "Ana Swan", "Peter S. Good")),
        ("Doe, Jane", ("Jane Doe",)),
        ("Jane Doe in Paris", ("Jane Doe",)),
        ("<b>Jane Doe</b>", ("Jane Doe",)),
        ("Jane Doe; JANE DOE", ("Jane Doe",)),
        ("By MARY SMITH AND TOM HILL", ("Mary Smith", "Tom Hill")),
        ("BY MARY SMITH, ANN ROE, AND TOM HILL", ("Mary Smith", "Ann Roe", "Tom Hill")),
        ("By MARY SMITH AND TOM HILL, Staff Writers", ("Mary Smith", "Tom Hill")),
        ("VON ANNA MUSTER UND KARL ROTH", ("Anna Muster", "Karl Roth")),
        ("PAR JEAN DUPONT ET ANNE ROY", ("Jean Dupont", "Anne Roy")),
        ("POR ANA RUIZ Y LUIS GIL", ("Ana Ruiz", "Luis Gil")),
        ("DI MARIO ROSSI E ANNA BIANCHI", ("Mario Rossi", "Anna Bianchi")),
        ("DOOR JAN DE VRIES EN PIET BOS", ("Jan de Vries", "Piet Bos")),
        ("ИВАН ПЕТРОВ И АННА СИДОРОВА", ("Иван Петров", "Анна Сидорова")),
        ("JOSE ORTEGA Y GASSET", ("Jose Ortega y Gasset",)),
        ("MARIA E SANTOS", ("Maria e Santos",)),
        ("JEAN-LUC O'NEILL MCDONALD", ("Jean-Luc O'Neill McDonald",)),
        ("J.R. SMITH", ("J.R. Smith",)),
        ("Ursula von der Leyen", ("Ursula von der Leyen",)),
        ("Reporting by Jane Doe; Editing by John Roe", ("Jane Doe",)),
        ("An opinion by Jane Doe", ("Jane Doe",)),
        ("Una crónica de Ana Ruiz", ("Ana Ruiz",)),
        ("Un reportage d'Anne Roy", ("Anne Roy",)),
        ("Tribune de Lorne", ("Tribune de Lorne",)),
        ("From our correspondent Jane Doe", ("Jane Doe",)),
        ("李明", ("李明",)),
        ("山田太郎、鈴木花子", ("山田太郎", "鈴木花子")),
        ("محمد علي، سارة حسن", ("محمد علي", "سارة حسن")),
        ("محمد علي، سارة حسن، و رضا", ("محمد علي", "سارة حسن", "رضا")),
        ("Иван Петров и Іван Франко", ("Иван Петров", "Іван Франко")),
        ("Отдел политики и экономики", ("Отдел политики и экономики",)),
        ("Τμήμα πολιτικής και οικονομίας", ("Τμήμα πολιτικής και οικονομίας",)),
        ("Ahmet Kaya, Ayşe Demir, ve Ali Er", ("Ahmet Kaya", "Ayşe Demir", "Ali Er")),
        ("Анна Петрова и Иван Сидоров", ("Анна Петрова", "Иван Сидоров")),
        ("Ayşe Kaya ve Mehmet Demir", ("Ayşe Kaya", "Mehmet Demir")),
        ("Άννα Ρήγα και Νίκος Βλάχος", ("Άννα Ρήγα", "Νίκος Βλάχος")),
        ("Von Karla Elgert, Talbrück", ("Karla Elgert",)),
        ("Von Max Mustermann und Eva Beispiel, Talbrück", ("Max Mustermann", "Eva Beispiel")),
        ("Von Max Mustermann, Talbrück, und Eva Beispiel", ("Max Mustermann", "Eva Beispiel")),
        ("By Jane Doe, New Lorne", ("Jane Doe",)),
        ("By Jane Doe, John Roe", ("Jane Doe", "John Roe")),
        ("Par Maud Ferrand (Saint-Elme, correspondante)", ("Maud Ferrand",)),
        ("Jane Doe, MS, RDN", ("Jane Doe",)),
        ("Prince, Madonna", ("Madonna Prince",)),
        ("By Jane Doe on Monday, November 18th, 2019 at 11:04 a.m.", ("Jane Doe",)),
        ("Par Jean Dupont Publié le 14 octobre à 6 h 30", ("Jean Dupont",)),
        ("Joe Friday", ("Joe Friday",)),
        ("By staff and agencies", ()),
        ("The Morning Letter", ()),
        ("Byron York", ("Byron York",)),
        ("newsfeeds@post.example", ()),
        ("https://post.example/jane", ()),
        ("Aubeval Post", ()),
        ("The Lorne Times", ()),
        ("Our Foreign Correspondent", ()),
        ("Redaktion", ()),
        ("LORNE TIMES REPORTERS", ()),
        ("Aubeval-Post", ()),
    ],
)
def test_a_byline_is_people(stated: str, people: tuple[str, ...]) -> None:
    """Without "By", addresses, roles, repeats or the publication's own name."""
    assert people == read_byline([RawPerson(name=stated)], _OWN).people


@pytest.mark.parametrize(
    ("stated", "people"),
    [
        ("Jane Doe, Lorne Sound", ("Jane Doe",)),
        ("Jane Doe, LSN Business", ("Jane Doe",)),
        ("Jane Doe. Lorne Sound International", ("Jane Doe",)),
        ("Prof. Jane Doe", ("Prof. Jane Doe",)),
        ("Jane Doe, Lsn Penn", ("Jane Doe", "Lsn Penn")),
        ("Lorne Sound", ("Lorne Sound",)),
    ],
)
def test_the_house_behind_a_name_is_known_by_its_host(stated: str, people: tuple[str, ...]) -> None:
    """Whatever its title says; alone it stays: it may be somebody with an address of their own."""
    found = read_byline([RawPerson(name=stated)], (), ("www.lornesound.example", "lsn.example"))

    assert people == found.people


@pytest.mark.parametrize(
    ("stated", "people", "agencies"),
    [
        ("The Associated Press", (), ("AP",)),
        ("dpa/AFP", (), ("dpa", "AFP")),
        ("Jane Doe for Reuters", ("Jane Doe",), ("Reuters",)),
        ("Jane Doe, Reuters", ("Jane Doe",), ("Reuters",)),
        ("Jane Doe (ANSA)", ("Jane Doe",), ("ANSA",)),
        ("Jane Doe (AP, Reuters)", ("Jane Doe",), ("AP", "Reuters")),
        ("Jean Dupont, avec AFP", ("Jean Dupont",), ("AFP",)),
        ("Jane Doe, AP Business Writer", ("Jane Doe",), ("AP",)),
        ("Par Le Monde avec AFP", (), ("AFP",)),
        ("Le Parisien avec AFP et Reuters", (), ("AFP", "Reuters")),
        ("L’Heure (avec AFP)", (), ("AFP",)),
        ("Der Bote mit dpa", (), ("dpa",)),
        ("Le Van Hai avec AFP", ("Le Van Hai",), ("AFP",)),
        ("La Fontaine et Jean Dupont avec AFP", ("La Fontaine", "Jean Dupont"), ("AFP",)),
        (
            "By The Associated Press and Reuters, with additional reporting by Tom Hill",
            ("Tom Hill",),
            ("AP", "Reuters"),
        ),
        ("共同通信", (), ("Kyodo",)),
        ("JANE DOE AND THE ASSOCIATED PRESS", ("Jane Doe",), ("AP",)),
        ("By JANE DOE WITH REUTERS", ("Jane Doe",), ("Reuters",)),
    ],
)
def test_an_agency_in_a_byline_is_credited(
    stated: str, people: tuple[str, ...], agencies: tuple[str, ...]
) -> None:
    """It is told apart from the people."""
    found = read_byline([RawPerson(name=stated)], _OWN)

    assert (people, agencies) == (found.people, found.agencies)


@pytest.mark.parametrize(
    ("head", "place", "date", "agencies"),
    [
        ("TELL AL-HARN DISTRICT, Orrel — ", "TELL AL-HARN DISTRICT, Orrel", None, ()),
        ("PARIS (AP) — ", "PARIS", None, ("AP",)),
        ("WASHINGTON, March 3 (Reuters) - ", "WASHINGTON", "March 3", ("Reuters",)),
        ("BERLIN/PARIS – ", "BERLIN/PARIS", None, ()),
        ("Genf (dpa) - ", "Genf", None, ("dpa",)),
        ("Oberlinden (ots) - ", "Oberlinden", None, ("ots",)),
        ("Hask/Orme (OTS) - ", "Hask/Orme", None, ("ots",)),
        ("Köln/Berlin (dpa/lnw) - ", "Köln/Berlin", None, ("dpa",)),
        ("ROMA, 3 marzo (ANSA) - ", "ROMA", "3 marzo", ("ANSA",)),
        ("(ANSA) - ROMA, 03 MAR - ", "ROMA", "03 MAR", ("ANSA",)),
        ("Madrid, 3 mar (EFE).- ", "Madrid", "3 mar", ("EFE",)),
        ("İZMİR (AA) - ", "İZMİR", None, ("Anadolu",)),
        ("بيروت (أ ف ب) - ", "بيروت", None, ("AFP",)),
        ("القاهرة (رويترز) - ", "القاهرة", None, ("Reuters",)),
        ("برلين (د ب أ) - ", "برلين", None, ("dpa",)),
        ("واشنطن (أسوشيتد برس) - ", "واشنطن", None, ("AP",)),
        ("(서울=연합뉴스) ", "서울", None, ("Yonhap",)),
        ("(서울=연합뉴스) 김민수 기자 = ", "서울", None, ("Yonhap",)),
        ("MOSCOW, March 3. /TASS/. ", "MOSCOW", "March 3", ("TASS",)),
        ("São Paulo, 3 de março (Lusa) – ", "São Paulo", "3 de março", ("Lusa",)),
        ("ROCHESTER, N.Y., March 5 - ", "ROCHESTER, N.Y.", "March 5", ()),
        ("NEW YORK, June 18 - ", "NEW YORK", "June 18", ()),
        ("ST. LOUIS, Mo. — ", "ST. LOUIS, Mo.", None, ()),
        ("ROME — ", "ROME", None, ()),
        ("KÖLN ", "KÖLN", None, ()),
        ("GRANLUNDA. ", "GRANLUNDA", None, ()),
        ("Harrowhausen – ", "Harrowhausen", None, ()),
        ("Dal nostro inviato a Lorne – ", "Lorne", None, ()),
        ("DAL NOSTRO INVIATO A LORNE – ", "LORNE", None, ()),
    ],
)
def test_a_dateline_is_read(
    head: str, place: str, date: str | None, agencies: tuple[str, ...]
) -> None:
    """Place and date as printed, and the agencies credited in it."""
    found = find_dateline(f"{head}The mayor said on Monday that the dam would hold.")

    assert found is not None
    assert Dateline(place=place, date=date) == found.dateline
    assert agencies == found.agencies


def test_who_reports_stands_in_the_dateline_of_yonhap() -> None:
    """Between the agency and an equals sign, several of them side by side."""
    text = "(부산=연합뉴스) 김민수·이영희 기자 = 시장은 월요일 다리가 다시 열렸다고 말했다."
    found = find_dateline(text)

    assert found is not None
    assert found.people == ("김민수", "이영희")
    assert text[found.end :].startswith("시장은")


@pytest.mark.parametrize(
    "sentence",
    [
        "The plan — which nobody had read — was dropped by the council.",
        "John Smith - the man who sold the dam - has left the town.",
        "BREAKING — The mayor of the town has resigned after a vote.",
        "NATO - The alliance said that it would not move its troops.",
        "Harrowmere — The president said on Monday that he would sign.",
        "Harrowhausen — the old town above the dam — is empty since Monday.",
        "HARROWMERE: The dam holds, and I have said so since Monday.",
        "HARROWMERE The mayor said on Monday that the dam would hold.",
        "KÖLN UND BONN streiten seit Montag über den alten Damm am Fluss.",
        "Harrow. The mayor said on Monday that the dam would hold.",
        "JUST NU - Stor insats vid dammen i Lorne sedan i morse.",
        "بيروت 12/11 - قال الرئيس يوم الاثنين إن الحكومة سوف تجتمع غدا",
        "(서울=수도) 대통령은 월요일 국회에서 연설을 했다 그리고 말했다.",
        "On October 1 - 2 the town hosts a seminar on the river.",
        'He said: "PARIS — I love the city of light and of love."',
        "COUNCIL DROPS PLAN FOR BRIDGE OVER THE RIVER LORNE - what now for us all",
        "PARIS —",
        "",
    ],
)
def test_an_ordinary_sentence_has_no_dateline(sentence: str) -> None:
    """A dash is no evidence."""
    assert find_dateline(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("She told Reuters on Monday.", "Reuters", "quoted"),
        ("That is the case, according to AFP.", "AFP", "quoted"),
        ("Das sagte sie der dpa.", "dpa", "quoted"),
        ("Elle l’a déclaré à l’AFP.", "AFP", "quoted"),
        ("Lo dijo a EFE la alcaldesa.", "EFE", "quoted"),
        ("The plan was first reported by Xinhua.", "Xinhua", "quoted"),
        ("Mit Material von dpa", "dpa", "credited"),
        ("avec AFP", "AFP", "credited"),
        ("Con información de EFE", "EFE", "credited"),
        ("The Associated Press contributed to this report.", "AP", "credited"),
        ("Associated Press writer John Roe in London contributed.", "AP", "credited"),
        ("The dam held, they said. (Reuters)", "Reuters", "credited"),
        ("Tama wytrzymała. (PAP)", "PAP", "credited"),
        ("źródło: PAP", "PAP", "credited"),
        ("Baraj dayandı, dediler. (AA)", "Anadolu", "credited"),
        ("首相は月曜日に会見した。（共同通信）", "Kyodo", "credited"),
        ("(أ ف ب)", "AFP", "credited"),
    ],
)
def test_an_agency_is_credited_or_quoted(sentence: str, name: str, role: str) -> None:
    """By the words around its name."""
    (agency,) = find_agencies([sentence], [])

    assert (name, role) == (agency.name, agency.role)


@pytest.mark.parametrize(
    "sentence",
    [
        "The AP exam was hard.",
        "The AAP won in the north.",
        "She told the AA that she was stuck, according to AA.",
        "He went to Alcoholics Anonymous (AA)",
        "Z badania PAP wynika niewiele.",
        "Michael Bloomberg said so.",
        "The map was ripped apart.",
    ],
)
def test_letters_alone_are_no_agency(sentence: str) -> None:
    """Short names mean many things."""
    assert find_agencies([sentence], []) == ()


def test_credited_agencies_come_first_and_each_once() -> None:
    """One that is credited is not listed as quoted again."""
    found = find_agencies(["He told AFP.", "She told Reuters.", "dpa/afp"], ["Reuters"])

    assert [("Reuters", "credited"), ("dpa", "credited"), ("AFP", "credited")] == [
        (agency.name, agency.role) for agency in found
    ]
