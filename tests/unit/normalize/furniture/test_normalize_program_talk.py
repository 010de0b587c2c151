"""What programs put into every report by themselves is told from what people write."""

import pytest

from feeds.normalize.furniture.program_talk import is_program_talk
from feeds.text.words import fold_text


@pytest.mark.parametrize(
    "line",
    [
        "Keep it Clean. Please avoid obscene, vulgar, lewd, racist or sexually-oriented language.",
        "* I understand and agree that registration on or use of this site constitutes agreement.",
        "Hask Post is a reader-supported publication. To receive new posts and support my work, …",
        "This entry was posted in Local and tagged pier. Bookmark the permalink.",
        "Dieser Beitrag wurde unter Hafen veröffentlicht. Setze ein Lesezeichen auf den Permalink.",
        "Esta entrada fue publicada en Puerto. Guarda el enlace permanente.",
        "Запись опубликована в рубрике Порт. Добавьте в закладки постоянную ссылку.",
        "Dieses Thema im Programm: Radio Hask, Am Morgen, 17. November 2026",
        "Über dieses Thema berichtete Radio Hask am 17. November 2026 um 09:00 Uhr.",
        "Follow The Hask Post on Facebook, on X, and on Instagram. Send your ideas to us.",
        "Chat with us in Facebook Messenger. Find out what happens in the valley.",
        "Folgen Sie uns auch auf Instagram, um nichts aus dem Tal zu verpassen.",
        "Puedes seguir a EL FARO en Facebook y X, o apuntarte aquí para recibirlo.",
        "Recevez chaque matin l’essentiel de la vallée avec notre infolettre.",
        "Please note, comments need to be approved before they are published.",
        "Post not marked as liked 3",
        "Dobrze, że jesteś. Zapisz się na nasz newsletter, aby wiedzieć więcej.",
    ],
)
def test_what_programs_say_is_the_sites(line: str) -> None:
    """In the words of many sites."""
    assert is_program_talk(fold_text(line))


@pytest.mark.parametrize(
    "line",
    [
        "Keep it clean was the motto of the harbour board when it swept the pier in May.",
        "This entry was posted on the door of the church on the morning of the fire.",
        "Dieser Beitrag wurde unter Schmerzen geschrieben, sagt Ada Moreau heute.",
        "Über dieses Thema berichtete die Zeitung am 3. November als erste im Tal.",
        "Folgen Sie uns, rief der Wirt den Gästen zu, als das Wasser in den Keller lief.",
        "She asked people to follow her on the road to Lorne, not on Facebook.",
        "The mayor used to chat with us on the pier when the boats came in.",
        "Burmistrz mówi, że zapisał się na newsletter portu dopiero w maju.",
        "Recevez nos excuses, a écrit la mairie aux habitants du quai.",
        "Be Nice. No racism, sexism or any sort of -ism was the rule on the door of the club.",
        "Please note, comments need to be approved before they are published, the town wrote.",
        "Post not marked as liked by anyone went round the valley within a day.",
        "This entry was posted on a door; the permalink of the archive leads to a picture of it.",
        "Über dieses Thema berichtete der Minister dem Landtag um 10.00 Uhr in einer langen Rede.",
        "Dieses Thema im Programm: Die Partei stellt den Hafen im Jahr 2026 ganz nach vorn.",
        "Puedes seguir el camino hasta el faro cuando baja la marea.",
    ],
)
def test_what_people_write_is_not(line: str) -> None:
    """Though some of the words are the same."""
    assert not is_program_talk(fold_text(line))
