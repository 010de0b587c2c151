"""Sentences of reports that begin as mails speak of themselves are kept; more of mails is known."""

import time

import pytest

from feeds.normalize.furniture.mail_talk import is_mail_talk
from feeds.text.words import fold_text


def fold(line: str) -> str:
    """Return a line as lines are compared."""
    return " ".join(fold_text(line).split())


@pytest.mark.parametrize(
    "line",
    [
        (
            "If you no longer want to receive this newsletter, write to the mayor: that "
            "line stood for two years below every letter of the town hall."
        ),
        (
            "If you do not wish to get these emails any more you have to write a letter, "
            "and the club then sends another one."
        ),
        (
            "If customers no longer want these messages they must now be able to end them "
            "with one click."
        ),
        (
            "If this email reached you in error you were lucky: it held the names of four "
            "hundred witnesses."
        ),
        (
            "If you cannot see this newsletter in your inbox, the strike of the postal "
            "workers may be why."
        ),
        ("If you have received this message in error, delete it, the bank's fake letter went on."),
        (
            "This email is confidential and the bank must not show it to anybody for whom "
            "it was not intended, the judge ruled."
        ),
        "This letter was sent to you, dear reader, a hundred years ago and never arrived.",
        "This email was sent to you by a machine, the study found in nine of ten cases.",
        ("This message was sent to pilots@orme.example at four in the morning and nobody read it."),
        (
            "This email comes from outside the county, which is why nobody in the town hall"
            " opened it for a week."
        ),
        "This newsletter is from an external agency that the town pays 40,000 a year.",
        "View this email as a warning of what is to come on the roads in winter.",
        "Read the newsletter online for a week before you pay for it, is the new offer.",
        "Read this story in your browser and you will pay for it with your data.",
        "See it in your browser: the new map of the floods shows each house.",
        "Sent from a phone in the trenches, the video shows the village in ruins.",
        "Sent from his mobile phone, the message reached the lifeboat in time.",
        "Sent with an Android phone, the picture showed the child alive.",
        "Sent from my iPhone is the sentence of the decade, a linguist says.",
        "You are receiving this newsletter in prison, the inmates are told, at your own cost.",
        (
            "You're receiving this message because you were on the ship, the letter to the "
            "passengers began."
        ),
        ("Reply to this email to tell us what you saw, the police asked all guests of the hotel."),
        "Forwarded this email? Then you may be sued, the court ruled on Friday.",
        "Was this email forwarded to you? The question stands below every letter of the party.",
        (
            "Caution: this email may come from outside, warns the new yellow bar that "
            "annoys the whole ministry."
        ),
        ("External emails are now marked with a yellow bar. The ministry hopes for fewer attacks."),
        "Attention: messages from abroad cost money again from January.",
        (
            "Please consider the environment before printing this, the poster in the office"
            " says, and nobody does."
        ),
        (
            "Please think of the environment before you print, reads the last line of a "
            "letter by the oil company."
        ),
        (
            "Confidential: to the recipients of the list the minister wrote that the bridge"
            " would close."
        ),
        (
            "Disclaimer: the recipients of these grants include the paper for which the "
            "author writes."
        ),
        "Confidentiality was all: the recipients of the prize had known for weeks.",
        "Click here to see the email: a fake like this cost the town 40,000.",
        "Having trouble with emails that never arrive? The town hall now has a desk for that.",
        ("Having problems reading the small print of an email? You are not alone, a survey shows."),
        "Cannot view this email? Neither could the jury.",
        "Add us to your contacts and we will call you, promised the robbers.",
        "Get Outlook for Mac users finally back, the petition demands.",
        "Manage your subscriptions here: that is the promise of a new law.",
        (
            "Diese E-Mail wurde an Sie persönlich geschickt, hieß es in dem gefälschten "
            "Schreiben, das Tausende bekamen."
        ),
        "Diese Nachricht ist für Sie: Der Zoo hat wieder ein Nashorn.",
        "Diese Nachricht kommt von außerhalb, vermuten die Ermittler.",
        (
            "Diese E-Mail enthält vertrauliche Daten, die nur für die Empfänger bestimmt "
            "waren, räumte die Stadt ein."
        ),
        "Wenn Sie diese E-Mail nicht mehr lesen können, liegt das am neuen Filter der Stadt.",
        (
            "Wenn Kunden diese Newsletter nicht mehr wollen, genügt ein Klick, entschied "
            "das Gericht."
        ),
        "Wird diese Nachricht online verbreitet, drohen hohe Strafen.",
        ("Sollte diese E-Mail wirklich vom Bürgermeister stammen, hier wäre der Skandal perfekt."),
        "Sie erhalten nicht oft eine Nachricht von einem Toten.",
        (
            "Bitte denken Sie an die Umwelt und drucken Sie weniger: Mit diesem Satz wirbt "
            "die Stadt seit Montag."
        ),
        "Gesendet von einem Handy aus dem Tunnel, kam der Notruf nach zwölf Minuten an.",
        (
            "Vorsicht: Diese E-Mail kommt von externen Betrügern, schreibt die Sparkasse "
            "auf ihrer Seite."
        ),
        (
            "Ce courriel est confidentiel et seuls ses destinataires pouvaient le lire, "
            "plaide l'avocat."
        ),
        (
            "Si vous ne souhaitez plus recevoir de courriels du fisc, il faudra désormais "
            "payer par virement."
        ),
        (
            "Si ce message s'affiche sur votre compteur, cliquez sur le bouton vert, "
            "conseille la régie."
        ),
        (
            "Pour vous désinscrire des listes électorales, il faut passer à la mairie avant"
            " vendredi."
        ),
        "Envoyé de son téléphone portable, l'appel a permis de sauver deux randonneurs.",
        "Voir la carte du sinistre en ligne",
        ("Este correo fue enviado a usted por error, decía la carta que recibieron mil jubilados."),
        "Si ya no quiere recibir estos mensajes del banco, la ley le ampara desde el lunes.",
        "Enviado desde su móvil, el vídeo muestra el momento del choque.",
        ("Antes de imprimir el boletín, el ayuntamiento consultó a un experto en medio ambiente."),
        "Para darse de baja del padrón hay que acudir en persona a la oficina.",
        "Questa mail ti è stata inviata a te, diceva il biglietto trovato nel cassetto.",
        (
            "Se non vuoi più ricevere la newsletter del comune, basta un clic: lo dice la "
            "nuova legge."
        ),
        "Inviato dal suo cellulare, il messaggio ha salvato la vita a due alpinisti.",
        "Prima di stampare il volume si è pensato all'ambiente.",
        "Per cancellarti dall'elenco telefonico devi scrivere alla prefettura.",
        (
            "Se não quiser mais receber mensagens do banco, o cliente pode queixar-se desde"
            " segunda-feira."
        ),
        "Enviado do telemóvel da vítima, o vídeo chegou à polícia às três.",
        "Deze e-mail is verzonden naar u, stond er in de brief die de hele straat kreeg.",
        "Wilt u geen brief meer van de gemeente? Dan hoeft u niets te doen.",
        (
            "Verzonden met een mobiele telefoon uit de tunnel kwam de noodoproep twaalf "
            "minuten later aan."
        ),
        "Kan ik deze brief ook online lezen? Die vraag kreeg de notaris vorig jaar elke week.",
        "Kunt u deze e-mail openen zonder te klikken? Dan hebt u geluk gehad.",
        "Du får detta brev eftersom du har en hund, stod det i kommunens utskick.",
        "Skickat från en mobiltelefon i tunneln kom nödropet fram.",
        "Sendt fra en mobil i tunnelen nåede opkaldet frem.",
        "Visa brevet i webbläsaren",
        "Открыть музей в браузере",
        "Читать газету в браузере",
        "Вы получили это письмо, писал он ей с фронта, через год после моей смерти.",
        (
            "Otrzymujesz tę wiadomość, ponieważ jesteś jedynym spadkobiercą: tak zaczynał "
            "się list oszusta."
        ),
        "Bu mesaj size ait: kaybolan mektubu elli yıl sonra aldınız",
        "Lees de brief in de browser",
        "Open het museum in je browser",
        "Leggi la storia della valle nel browser",
        "Cancellati dal maltempo",
        "Cancellati dalla neve",
        "Disiscriviti dalla scuola",
        "Meld deg av kurset",
        "Avsluta prenumerationen på tidningen",
        (
            "Do not click on links or open attachments unless you must: what the ministry "
            "learned from the attack."
        ),
        (
            "Update your account settings or unsubscribe: the dark patterns that a new law "
            "ends tomorrow."
        ),
        "You don't often get email from king@palace.example, so the clerk took it for a joke.",
        (
            "Some people who received this message don't often get emails from the tax "
            "office and laughed."
        ),
    ],
)
def test_a_clause_of_other_things_is_told_by_a_report(line: str) -> None:
    """Who said it, or what became of it: of that no mail speaks."""
    assert not is_mail_talk(fold(line))


@pytest.mark.parametrize(
    "line",
    [
        "Kun je deze nieuwsbrief niet goed lezen? Bekijk de online versie.",
        "Bekijk deze nieuwsbrief online: https://lorne.example/v",
        "Als je deze nieuwsbrief niet meer wilt ontvangen, klik dan hier om je af te melden.",
        "Is deze nieuwsbrief aan je doorgestuurd? Schrijf je hier in.",
        "Se não pretende receber mais e-mails, clique aqui para remover a sua subscrição.",
        "Klicka här om du har problem att läsa brevet",
        "Detta nyhetsbrev skickades till tom@example.com. Avsluta prenumerationen här.",
        "Vises mailen ikke korrekt? Se den i din browser.",
        "Denne e-mail blev sendt til tom@example.com",
        "Læs nyhedsbrevet i din browser",
        "Nezobrazuje se vám e-mail správně? Zobrazit v prohlížeči",
        "Tento e-mail jste obdrželi, protože jste přihlášeni k odběru novinek.",
        "Odhlásit odběr",
        "Ten e-mail został wysłany na adres tom@example.com",
        "Если письмо отображается некорректно, откройте его в браузере.",
        "Это письмо отправлено на tom@example.com",
        "Tarayıcıda görüntüle",
        "Bu e-postayı görüntüleyemiyorsanız tıklayınız.",
        "Bu e-posta tom@example.com adresine gönderildi",
        "Listeden çıkmak için tıklayınız.",
        "Abonelikten çık",
        "إذا لم تظهر هذه الرسالة بشكل صحيح فاضغط هنا",
        "عرض في المتصفح",
        "إلغاء الاشتراك",
        "このメールが正しく表示されない場合はこちら",
        "このメールは配信専用です。返信いただいてもお答えできません。",
        "配信停止はこちら：https://lorne.example/stop",
        "如果您无法正常查看此邮件，请点击这里",
        "您收到此邮件是因为您订阅了青石日报。",
        "退订：https://lorne.example/u",
        "本邮件由系统自动发送，请勿直接回复。",
        "Was this forwarded to you? Sign up here (https://lorne.example/s)",
        "Wurde Ihnen diese E-Mail weitergeleitet? Hier abonnieren.",
        "Du möchtest keine E-Mails mehr erhalten? Hier abmelden",
        "Unsubscribe: https://lorne.example/u",
        "For more options, visit https://groups.example/d/optout.",
        "This email was intended for Tom Brand (Editor). Learn why we included this.",
        (
            "Antes de imprimir este correo piense bien si es necesario hacerlo: el medio "
            "ambiente es de todos."
        ),
        "AVISO LEGAL: Este mensaje va dirigido exclusivamente a su destinatario.",
    ],
)
def test_a_mail_speaks_of_itself_in_many_languages(line: str) -> None:
    """How it is shown, to whom it went and why, and how that ends."""
    assert is_mail_talk(fold(line))


def test_a_long_line_is_soon_judged() -> None:
    """Whatever its words are, in a time that does not explode with their number."""
    start = time.process_time()
    for begin in (
        "if you ",
        "this mail ",
        "wenn sie ",
        "read ",
        "antes de imprimir ",
        "confidential: ",
    ):
        for part in ("mail ", "a, ", "mail, ", "you ", "online ", ". mail ", "no longer ", "x@y "):
            is_mail_talk((begin + part * 2_000)[:2_000].strip())

    assert time.process_time() - start < 5
