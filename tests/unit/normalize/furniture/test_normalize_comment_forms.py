"""Forms for comments below a pasted report, in the words of the programs that make them."""

import pytest

from feeds.normalize.furniture.lines import judge_lines, names_furniture
from feeds.normalize.pasted.paste import read_paste

HEADLINE = "Council of Hask votes on the pier"
TOLD = "The council of Hask met on Friday and agreed to mend the old pier, the mayor said."
LAST = "The work begins in March and will last until the autumn of 2029, the town hall said."


@pytest.mark.parametrize(
    "form",
    [
        (
            *("Share this:", "Click to share on Facebook (Opens in new window)", "Like Loading…"),
            *("Post navigation", "Leave a Reply Cancel reply"),
            "Your email address will not be published. Required fields are marked *",
            *("Comment *", "Name *", "Email *"),
            "Save my name, email, and website in this browser for the next time I comment.",
            "This site uses Akismet to reduce spam. Learn how your comment data is processed.",
        ),
        (
            "Schreibe einen Kommentar Antworten abbrechen",
            "Deine E-Mail-Adresse wird nicht veröffentlicht.",
            "Erforderliche Felder sind mit * markiert",
            *("Kommentar *", "E-Mail-Adresse *", "Kommentar abschicken"),
        ),
        (
            "Laisser un commentaire",
            "Votre adresse e-mail ne sera pas publiée.",
            "Les champs obligatoires sont indiqués avec *",
            *("Commentaire *", "Nom *"),
        ),
        (
            "Deja una respuesta",
            "Tu dirección de correo electrónico no será publicada.",
            "Los campos obligatorios están marcados con *",
            *("Nombre *", "Publicar el comentario"),
        ),
        ("Lascia un commento", "Il tuo indirizzo email non sarà pubblicato.", "Nome *"),
        ("Deixe um comentário", "O seu endereço de e-mail não será publicado.", "Nome *"),
        ("Geef een reactie", "Je e-mailadres wordt niet gepubliceerd.", "Naam *"),
        ("Dodaj komentarz", "Twój adres e-mail nie zostanie opublikowany.", "Nazwa *"),
        ("Добавить комментарий", "Ваш адрес email не будет опубликован.", "Имя *", "E-mail *"),
        ("Bir yanıt yazın", "E-posta adresiniz yayınlanmayacak.", "İsim *"),
        ("コメントを残す", "メールアドレスが公開されることはありません。", "名前 *"),
        ("发表回复", "您的邮箱地址不会被公开。 必填项已用 * 标注", "显示名称 *"),
        ("اترك تعليقاً", "لن يتم نشر عنوان بريدك الإلكتروني.", "الاسم *"),
    ],
)
def test_a_form_for_comments_is_no_part_of_the_report(form: tuple[str, ...]) -> None:
    """With empty lines between its lines, and without."""
    for parted in ("\n", "\n\n"):
        report = read_paste(parted.join((HEADLINE, TOLD, LAST, *form)))

        assert (report.headline, report.paragraphs) == (HEADLINE, (TOLD, LAST))
    assert all(map(names_furniture, form))


@pytest.mark.parametrize(
    "line",
    [
        "“Your email address will not be published,” the bank had promised its customers.",
        "The website of the town was down for a week after the storm, the council said.",
        "Leave a reply to nobody was the advice that the lawyer gave to the mayor of Hask.",
        "The next post on the path stands where the old mill was, says the guide.",
        "Name and address of the man were not known to the police on Sunday evening.",
        "The star of the evening *",
        "Website",
        "Klicken, um auf dem Laufenden zu bleiben, reicht nicht, sagt der Forscher Jan Weil.",
        "Required fields are marked with red flags along the river, the mayor of Hask said.",
        "Like loading a ship in a storm, the mayor said of the vote in the council.",
        "Click to share on Facebook buttons leak data of readers, the county says.",
        "This site uses Akismet to filter comments, says the mayor of the town of Hask.",
        "Your email address will not be published, the bank had promised its customers.",
        "Cliquez pour partager, disait le bouton que le maire a fait retirer du site.",
        "Haz clic para compartir, decía el botón que la alcaldesa mandó quitar de la página.",
    ],
)
def test_what_resembles_a_form_stays(line: str) -> None:
    """What somebody says of one, and words that stand there, too."""
    assert judge_lines([line])[0].kind in {"prose", "title"}
    assert not names_furniture(line)
