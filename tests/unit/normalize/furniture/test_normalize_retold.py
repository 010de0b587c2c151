"""Calls that somebody repeats in a report are told from those of the site."""

import pytest

from feeds.normalize.furniture.lines import judge_lines


@pytest.mark.parametrize(
    "line",
    [
        "Follow us on Facebook, the harbour board told the fishermen on Monday.",
        "Register to keep reading, the library tells its visitors, and they did so at once.",
        "Support independent journalism, the minister said, and democracy lives.",
        "Visitors of the fair were asked to follow us on Facebook before they could leave.",
        "Folgen Sie uns auf Facebook, bat der Bürgermeister die Leute am Montag.",
        "Melden Sie sich zum Newsletter an, riet die Behörde den Anwohnern.",
        "Suivez-nous sur Facebook, a demandé le maire aux habitants du quai.",
        "Recevez chaque mois notre newsletter, a promis la mairie aux habitants.",
        "Síguenos en Facebook, pidió el alcalde a los vecinos del puerto.",
        "Puede seguir a la alcaldesa en Facebook, donde publica las cuentas del puerto.",
        "Seguici su Facebook, ha chiesto il sindaco agli abitanti della valle.",
        "Siga-nos no Facebook, pediu o prefeito aos moradores do porto.",
        "Volg ons op Facebook, vroeg de burgemeester aan de bewoners.",
        "Zapisz się na newsletter, poprosił burmistrz mieszkańców doliny.",
        "Like us on Facebook, the posters at the gate of the old harbour read, asks the board.",
        "Follow us on Facebook, according to the posters of the harbour board of Lorne.",
        "Folgen Sie uns auf Facebook, so die Bürgermeisterin am Montag vor den Leuten.",
        "Abonnieren Sie unseren Newsletter, heißt es auf den Plakaten am Hafen.",
        "Suivez-nous sur Facebook, dit la maire aux habitants du quai et de la vallée.",
        "Inscrivez-vous à notre newsletter, selon la maire et les habitants du quai.",
        "Suscríbase a nuestro boletín, según la alcaldesa y los vecinos del puerto.",
        "Siga-nos no Facebook, disse a prefeita aos moradores do porto na segunda.",
    ],
)
def test_a_call_that_somebody_repeats_is_the_reports(line: str) -> None:
    """Who said it stands behind a comma, or to whom before it."""
    assert judge_lines([line])[0].kind == "prose"


@pytest.mark.parametrize(
    "line",
    [
        "Follow us on Facebook, Instagram and X for more news from the valley.",
        "Follow us on Facebook and Instagram, and sign up for our newsletter.",
        "Sign up for our newsletter for news from Hask, Orme, Lorne and Vell.",
        "As a paper of the valley we depend on readers like you to support our journalism.",
        "To get news of the valley every single morning, sign up for our newsletter.",
        "Melden Sie sich jetzt für unseren Newsletter an, um nichts zu verpassen.",
        "Suivez-nous sur Facebook, et sur Instagram, pour ne rien manquer de la vallée.",
        "Puedes seguir a EL FARO en Facebook y X, o apuntarte aquí para recibirlo.",
        "Zapisz się na nasz newsletter, aby wiedzieć więcej.",
        "Abonnieren Sie unseren Newsletter, das Wichtigste aus Sorrel am Morgen",
        "Abonnieren Sie unseren Newsletter, das Wichtigste aus Sorrel am Morgen.",
        "Suscríbase a nuestro boletín, lo mejor de la semana en su correo",
        "Like us on Facebook, it helps a lot",
        "Like us on Facebook, it helps a lot, thank you so much for all of that.",
        "Enjoying this story? Subscribe to our newsletter, delivered each Friday",
        "Enjoying this story? Subscribe to our newsletter, delivered each Friday.",
        "Suivez-nous sur Facebook, toute l'actualité de Sorrel en direct",
        "Suivez-nous sur Facebook, toute l'actualité de Sorrel en direct et en images.",
        "Suivez-nous sur Facebook, où toute l'actualité de Sorrel est en direct.",
        "Síguenos en Facebook, donde está toda la actualidad de Sorrel en directo.",
        "Seguici su Facebook, tutte le notizie della valle in tempo reale e gratis.",
        "Siga-nos no Facebook, todas as notícias do vale em tempo real e de graça.",
        "Volg ons op Facebook, het nieuws uit de vallei, 's ochtends vroeg en gratis.",
        "Zapisz się na nasz newsletter, najważniejsze wiadomości z doliny co rano.",
        "Follow us on Instagram, the whole valley told in pictures from all its villages.",
        "Sign up for our newsletter, a word of advice from the valley each week.",
    ],
)
def test_a_call_that_goes_on_is_the_sites(line: str) -> None:
    """With a purpose, another call, names of a list, or what readers get behind its commas."""
    assert judge_lines([line])[0].kind == "furniture"


def test_a_short_line_that_begins_as_calls_do_is_a_sentence_if_somebody_said_it() -> None:
    """With a full stop; without one it is the label of a button."""
    lines = ("Subscribe to the plan, ministers were told.", "Subscribe to our plan, it pays")

    assert [line.kind for line in judge_lines(lines)] == ["sentence", "furniture"]
